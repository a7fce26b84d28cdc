//! All that there is of a learner, sittings and settings, in one file: for another machine, a trainer, or a drawer. The file is TOML:
//!
//! ```text
//! format = 1
//! kind = "contrasts export"
//! program = "contrasts 0.1.0"
//!
//! [[file]]
//! name = "sittings/2026-11-24T0930-7f3a0c12.toml"
//! text = '''
//! ...the sitting as it is...
//! '''
//! ```
//!
//! A text stands in it as it is, so that it can be read by people and quickly by us; only one with three quotes in a row is escaped. Who
//! reads an export did not write it: a name that would lead anywhere but into the folder of the sittings is refused.

use std::fs;
use std::path::Path;

use super::place::Places;
use super::sitting::Heard;
use super::{Failure, sitting};
use crate::course::Id;

mod format;

pub use format::{is_export, parse};

/// A larger export is not read.
pub const LARGEST: u64 = 256_000_000;
/// A larger file in it is not read: a sitting of a day has some 20 kB.
pub const LARGEST_FILE: usize = 16_000_000;
/// The name of the settings.
pub const SETTINGS: &str = "config.toml";
/// The folder of the sittings.
const SITTINGS: &str = "sittings/";

/// What is in an export.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Exported {
    /// The program that wrote it.
    pub program: String,
    /// Its files in their order.
    pub files: Vec<File>,
    /// Names that may not be in an export; their files were left out.
    pub refused: Vec<String>,
}

/// A file in it.
#[derive(Clone, Debug, PartialEq)]
pub struct File {
    /// `sittings/NAME.toml` or `config.toml`.
    pub name: String,
    /// What is in it.
    pub text: String,
}

impl Exported {
    /// The sittings, by their names without the folder.
    pub fn sittings(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().filter_map(|file| Some((file.name.strip_prefix(SITTINGS)?, file.text.as_str())))
    }

    /// The settings.
    pub fn settings(&self) -> Option<&str> {
        self.files.iter().find(|file| file.name == SETTINGS).map(|file| file.text.as_str())
    }

    /// What its sittings tell of the courses of an id, with what is to be said of one that was not understood.
    pub fn heard(&self, course: &Id) -> impl Iterator<Item = Heard> {
        self.sittings().map(move |(name, text)| {
            let heard = sitting::hear(text, course);
            Heard { complaint: heard.complaint.map(|why| format!("{name}: {why}")), ..heard }
        })
    }
}

/// Reads an export.
pub fn read(path: &Path) -> Result<Exported, Failure> {
    let text = read_text(path, LARGEST)?;
    parse(&text).map_err(|why| Failure::new(path, &why))
}

/// A file as text, if it is no larger than that.
pub fn read_text(path: &Path, largest: u64) -> Result<String, Failure> {
    let about = fs::metadata(path).map_err(|error| Failure::io(path, &error))?;
    match () {
        () if about.is_dir() => Err(Failure::new(path, "it is a folder")),
        () if !about.is_file() => Err(Failure::new(path, "it is no regular file")),
        () if about.len() > largest => Err(Failure::new(path, &format!("it is larger than {} MB", largest / 1_000_000))),
        () => fs::read_to_string(path).map_err(|error| Failure::io(path, &error)),
    }
}

/// All that there is of a learner, and what could not be read.
pub fn collect(places: &Places) -> (Exported, Vec<Failure>) {
    let (mut entries, mut failures) = sitting::files(&places.sittings());
    entries.sort_by_key(fs::DirEntry::file_name);
    let mut exported = Exported { program: sitting::PROGRAM.to_owned(), ..Exported::default() };
    for path in entries.iter().map(fs::DirEntry::path) {
        let name = path.file_name().and_then(|name| name.to_str()).filter(|name| is_sitting(name));
        match (name, read_text(&path, LARGEST_FILE as u64)) {
            (Some(name), Ok(text)) => exported.files.push(File { name: format!("{SITTINGS}{name}"), text }),
            (None, Ok(_)) => failures.push(Failure::new(&path, "its name cannot be taken along; give it one of plain letters")),
            (_, Err(failure)) => failures.push(failure),
        }
    }
    let settings = places.settings();
    match read_text(&settings, LARGEST_FILE as u64) {
        Ok(text) => exported.files.push(File { name: SETTINGS.to_owned(), text }),
        Err(_) if !settings.exists() => {}
        Err(failure) => failures.push(failure),
    }
    (exported, failures)
}

/// Writes an export, whole or not at all. Only an export is written over: the name of anything else was a slip.
pub fn write(file: &Path, exported: &Exported) -> Result<(), Failure> {
    match fs::symlink_metadata(file) {
        Ok(_) if !read_text(file, LARGEST).is_ok_and(|text| is_export(&text)) => {
            Err(Failure::new(file, "something that is no export is in its place"))
        }
        _ => super::report::write(file, &as_text(exported)),
    }
}

/// The export as it is written.
pub fn as_text(exported: &Exported) -> String {
    format::write(exported)
}

/// Whether a file of this name belongs into the folder of the sittings, and nowhere else, on every system.
pub fn is_sitting(name: &str) -> bool {
    let is_plain = |c: char| !c.is_control() && !matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|');
    let stem = name.strip_suffix(".toml").unwrap_or_default();
    let first = stem.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let is_device = matches!(first.as_str(), "con" | "prn" | "aux" | "nul")
        || (first.len() == 4 && (first.starts_with("com") || first.starts_with("lpt")));
    !stem.is_empty() && name.len() <= 120 && !name.starts_with(['.', ' ']) && name.chars().all(is_plain) && !is_device
}

#[cfg(test)]
mod tests;
