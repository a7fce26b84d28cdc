//! The sittings read back. A file that this program wrote goes through the strict reader, which is several times as fast; any other goes
//! through `toml`, because people may edit. Both fill the same entries, so they cannot differ in what an entry means.

use std::fs::{self, DirEntry};
use std::path::Path;

use serde::Deserialize;

use super::{FORMAT, entry, strict};
use crate::course::Id;
use crate::progress::Event;
use crate::store::{Failure, regular};

/// The events of all sittings of a course, and the files that could not be read. A folder that is not there is no failure.
pub fn read_all(folder: &Path, course: &Id) -> (Vec<Event>, Vec<Failure>) {
    let (files, mut failures) = files(folder);
    let mut all = Vec::new();
    for file in files.iter().map(DirEntry::path) {
        match regular::text(&file) {
            Ok(text) => {
                let (events, complaint) = events(&text, course);
                all.extend(events);
                failures.extend(complaint.map(|why| Failure::new(&file, &why)));
            }
            Err(error) => failures.push(Failure::io(&file, &error)),
        }
    }
    (all, failures)
}

/// The files in a folder of sittings, and what went wrong in looking for them.
pub fn files(folder: &Path) -> (Vec<DirEntry>, Vec<Failure>) {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Default::default(),
        Err(error) => return (Vec::new(), vec![Failure::io(folder, &error)]),
    };
    let (mut files, mut failures) = (Vec::new(), Vec::new());
    for entry in entries {
        match entry {
            Ok(entry) if Path::new(&entry.file_name()).extension().is_some_and(|extension| extension == "toml") => {
                files.push(entry)
            }
            Ok(_) => {}
            Err(error) => failures.push(Failure::io(folder, &error)),
        }
    }
    (files, failures)
}

/// The events of a sitting in a course, as far as they are understood, and what is to be said of the rest.
pub fn events(text: &str, course: &Id) -> (Vec<Event>, Option<String>) {
    let Heard { events, complaint, .. } = hear(text, course);
    (events, complaint)
}

/// What a sitting tells of the courses of an id.
pub struct Heard {
    /// The title of the one in which it was held; none where it does not say.
    pub title: Option<String>,
    /// Its events.
    pub events: Vec<Event>,
    /// What is to be said of the rest.
    pub complaint: Option<String>,
}

/// The events of a sitting, as far as they are understood, and in which course it was held.
pub fn hear(text: &str, course: &Id) -> Heard {
    let Told { title, events, odd, missing } = match parse(text, course) {
        Ok(told) => told,
        Err(why) => return Heard { title: None, events: Vec::new(), complaint: Some(why) },
    };
    let complaint = match (odd, missing) {
        (0, 0) => None,
        (0, missing) => {
            let what = if missing == 1 { "event is".to_owned() } else { format!("{missing} events are") };
            Some(format!("it was cut: its last {what} missing. The rest counts; a copy, if there is one, has them"))
        }
        (odd, _) => Some(format!("{odd} of its events mean nothing to this program")),
    };
    Heard { title, events, complaint }
}

/// The names of the answers in a sitting, of whatever course; why, where it is no sitting that this program reads.
pub fn answers(text: &str) -> Result<Vec<String>, String> {
    let written = read_any(text)?;
    let word = |event: &toml::Value, key| event.get(key).and_then(toml::Value::as_str).map(str::to_owned);
    let answered = written.events.iter().filter(|event| word(event, "did").as_deref() == Some("answered"));
    Ok(answered.filter_map(|event| word(event, "id")).collect())
}

/// What a sitting tells of a course.
#[derive(Debug, Default, PartialEq)]
pub struct Told {
    /// The title of the course in which it was held, where that was written down.
    pub title: Option<String>,
    /// Its events.
    pub events: Vec<Event>,
    /// How many more there are that mean nothing to this program.
    pub odd: usize,
    /// How many the file says there were and are not there any more.
    pub missing: usize,
}

impl Told {
    /// One more event, or one that means nothing.
    pub fn take(&mut self, event: Option<Event>) {
        self.odd += usize::from(event.is_none());
        self.events.extend(event);
    }
}

/// What a sitting tells of a course; one of another course tells nothing.
pub fn parse(text: &str, course: &Id) -> Result<Told, String> {
    strict::read(text, course.as_str()).map_or_else(|| parse_any(text, course), Ok)
}

/// The same for a file that may have been written by anyone.
pub fn parse_any(text: &str, course: &Id) -> Result<Told, String> {
    let written = read_any(text)?;
    let mut told = Told::default();
    if written.course == course.as_str() {
        told.title = written.title.as_ref().and_then(toml::Value::as_str).map(str::to_owned);
        told.missing = written.count().saturating_sub(written.events.len());
        written.events.into_iter().for_each(|event| told.take(event.try_into().ok().and_then(entry::from_entry)));
    }
    Ok(told)
}

/// A sitting whose events are looked at one by one: a number that cannot be costs its own event and no other.
#[derive(Deserialize)]
struct Loose {
    format: u32,
    course: String,
    #[serde(default)]
    title: Option<toml::Value>,
    #[serde(default, rename = "events")]
    count: Option<toml::Value>,
    #[serde(default, rename = "event")]
    events: Vec<toml::Value>,
}

impl Loose {
    /// How many events there were when it was written; 0 where that is not said.
    fn count(&self) -> usize {
        self.count.as_ref().and_then(toml::Value::as_integer).and_then(|count| usize::try_from(count).ok()).unwrap_or(0)
    }
}

fn read_any(text: &str) -> Result<Loose, String> {
    let written: Loose = toml::from_str(text).map_err(|error| newer(text).unwrap_or_else(|| not_a_sitting(text, &error)))?;
    if written.format > FORMAT { Err(newer(text).unwrap_or_default()) } else { Ok(written) }
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

/// Where it stops being a sitting. What stands there is not repeated: it may be an answer, and this goes into reports of bugs.
fn not_a_sitting(text: &str, error: &toml::de::Error) -> String {
    let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
    format!("it is not a sitting: line {} is not as it should be", before.matches('\n').count() + 1)
}
