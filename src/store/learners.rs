//! Learners whose work someone collected: exports, and data folders as they lie on machines. Finds them and reads one after the other, so
//! that a thousand take no more room than one.

use std::fs;
use std::path::{Path, PathBuf};

use super::export::{self, SETTINGS};
use super::sitting::{self, Heard};
use super::{Failure, namesake, regular};
use crate::course::{Clean, Course};
use crate::progress::Event;

/// Where a learner's sittings are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// In an export.
    Export(PathBuf),
    /// In a data folder, or a profile's.
    Folder(PathBuf),
}

/// What a source tells.
#[derive(Debug, Default)]
pub struct Told {
    /// The events of the course.
    pub events: Vec<Event>,
    /// What in it could not be read, with the reason.
    pub unread: Vec<Failure>,
}

/// Every learner at a path, in the order of their names: an export, a data folder with its profiles, or a folder of such files and
/// folders. Fails where there is none.
pub fn find(path: &Path) -> Result<Vec<Source>, Failure> {
    if !path.is_dir() {
        return Ok(vec![Source::Export(path.to_owned())]);
    }
    let mut found = of_folder(path);
    if found.is_empty() {
        for inner in entries(path)? {
            let is_export = inner.extension().is_some_and(|extension| extension == "toml") && !inner.ends_with(SETTINGS);
            match inner.is_dir() {
                true => found.extend(of_folder(&inner)),
                false if is_export => found.push(Source::Export(inner)),
                false => {}
            }
        }
    }
    match found.is_empty() {
        true => Err(Failure::new(path, "there is neither an export nor a folder with sittings in it")),
        false => Ok(found),
    }
}

/// The learners of one data folder: whoever learns without a name, and the profiles.
fn of_folder(folder: &Path) -> Vec<Source> {
    let profiles = entries(&folder.join("profiles")).unwrap_or_default();
    let all = std::iter::once(folder.to_owned()).chain(profiles);
    all.filter(|folder| folder.join("sittings").is_dir()).map(Source::Folder).collect()
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let entries = fs::read_dir(folder).map_err(|error| Failure::io(folder, &error))?;
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    Ok(paths)
}

impl Source {
    /// Where it is.
    pub fn path(&self) -> &Path {
        match self {
            Source::Export(path) | Source::Folder(path) => path,
        }
    }

    /// What it tells of a course.
    pub fn read(&self, course: &Course) -> Result<Told, Failure> {
        match self {
            Source::Export(file) => read_export(file, course),
            Source::Folder(folder) => Ok(read_folder(&folder.join("sittings"), course)),
        }
    }
}

fn read_folder(folder: &Path, course: &Course) -> Told {
    let (files, mut unread) = sitting::files(folder);
    let mut sittings = Vec::new();
    for file in files.iter().map(fs::DirEntry::path) {
        match regular::text(&file) {
            Ok(text) => {
                let Heard { title, events, complaint } = sitting::hear(&text, &course.id);
                sittings.push((title, events));
                unread.extend(complaint.map(|why| Failure::new(&file, &why)));
            }
            Err(error) => unread.push(Failure::io(&file, &error)),
        }
    }
    Told { events: namesake::own(course, sittings), unread }
}

fn read_export(file: &Path, course: &Course) -> Result<Told, Failure> {
    let exported = export::read(file)?;
    let mut told = Told::default();
    for name in &exported.refused {
        let why = format!("a file in it is called “{}”, or is too large", Clean::code(name));
        told.unread.push(Failure::new(file, &why));
    }
    let mut sittings = Vec::new();
    for Heard { title, events, complaint } in exported.heard(&course.id) {
        sittings.push((title, events));
        told.unread.extend(complaint.map(|why| Failure::new(file, &why)));
    }
    told.events = namesake::own(course, sittings);
    Ok(told)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn learners_are_found_in_files_data_folders_profiles_and_folders_of_these() {
        let root = tempfile::tempdir().unwrap();
        let at = |path: &str| root.path().join(path);
        for folder in ["usb/anna/sittings", "usb/room/profiles/ben/sittings", "usb/room/profiles/empty", "usb/photos", "bare"] {
            fs::create_dir_all(at(folder)).unwrap();
        }
        for file in ["usb/cleo.toml", "usb/config.toml", "usb/notes.txt", "usb/anna/sittings/1.toml", "dora.export"] {
            fs::write(at(file), "").unwrap();
        }
        let (anna, ben) = (Source::Folder(at("usb/anna")), Source::Folder(at("usb/room/profiles/ben")));
        assert_eq!(find(&at("usb")), Ok(vec![anna.clone(), Source::Export(at("usb/cleo.toml")), ben.clone()]));
        assert_eq!(find(&at("usb/anna")), Ok(vec![anna]));
        assert_eq!(find(&at("usb/room")), Ok(vec![ben]));
        assert_eq!(find(&at("dora.export")), Ok(vec![Source::Export(at("dora.export"))]));
        assert!(find(&at("bare")).is_err_and(|failure| failure.why.to_string().contains("neither")));
    }
}
