//! The sittings read back. A file that this program wrote goes through the strict reader, which is several times as fast; any other goes
//! through `toml`, because people may edit. Both fill the same entries, so they cannot differ in what an entry means.

use std::fs;
use std::path::Path;

use serde::Deserialize;

use super::{FORMAT, Written, entry, strict};
use crate::course::Id;
use crate::progress::Event;
use crate::store::{Failure, in_words};

/// The events of all sittings of a course, and the files that could not be read. A folder that is not there is no failure.
pub fn read_all(folder: &Path, course: &Id) -> (Vec<Event>, Vec<Failure>) {
    let (mut events, mut failures) = (Vec::new(), Vec::new());
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return (events, failures),
        Err(error) => return (events, vec![Failure::io(folder, &error)]),
    };
    for entry in entries {
        match entry {
            Ok(entry) if entry.path().extension().is_some_and(|extension| extension == "toml") => {
                read_one(&entry.path(), course, &mut events, &mut failures);
            }
            Ok(_) => {}
            Err(error) => failures.push(Failure::io(folder, &error)),
        }
    }
    (events, failures)
}

fn read_one(file: &Path, course: &Id, events: &mut Vec<Event>, failures: &mut Vec<Failure>) {
    match fs::read_to_string(file).map_err(|error| in_words(&error)).and_then(|text| parse(&text, course)) {
        Ok(told) => {
            events.extend(told.events);
            failures.extend(told.odd.in_words().map(|why| Failure::new(file, &why)));
        }
        Err(why) => failures.push(Failure::new(file, &why)),
    }
}

/// What a sitting tells of a course.
#[derive(Debug, Default, PartialEq)]
pub struct Told {
    /// Its events.
    pub events: Vec<Event>,
    /// How many more there are that mean nothing to this program.
    pub odd: Odd,
}

/// A number of events that were not understood.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Odd(pub usize);

impl Odd {
    /// A complaint, where there is reason for one.
    pub fn in_words(self) -> Option<String> {
        (self.0 > 0).then(|| format!("{} of its events mean nothing to this program", self.0))
    }
}

impl Told {
    /// One more event, or one that means nothing.
    pub fn take(&mut self, event: Option<Event>) {
        self.odd.0 += usize::from(event.is_none());
        self.events.extend(event);
    }
}

/// What a sitting tells of a course; one of another course tells nothing.
pub fn parse(text: &str, course: &Id) -> Result<Told, String> {
    strict::read(text, course.as_str()).map_or_else(|| parse_any(text, course), Ok)
}

/// The same for a file that may have been written by anyone.
pub fn parse_any(text: &str, course: &Id) -> Result<Told, String> {
    let written: Written = toml::from_str(text).map_err(|error| newer(text).unwrap_or_else(|| not_a_sitting(&error)))?;
    if written.format > FORMAT {
        return Err(newer(text).unwrap_or_default());
    }
    let mut told = Told::default();
    if written.course == course.as_str() {
        written.events.into_iter().for_each(|event| told.take(entry::from_entry(event)));
    }
    Ok(told)
}

/// What to say of a sitting in a format of the future, whose other fields may be anything.
fn newer(text: &str) -> Option<String> {
    #[derive(Deserialize)]
    struct Format {
        format: u32,
    }
    let Format { format } = toml::from_str(text).ok().filter(|Format { format }| *format > FORMAT)?;
    Some(format!("it has format {format}, which only a newer version of this program reads"))
}

fn not_a_sitting(error: &toml::de::Error) -> String {
    format!("it is not a sitting: {}", error.message().lines().next().unwrap_or_default())
}
