//! Everything of a learner removed, and nothing that is not ours: of the folders only what this program writes into them, and a folder only
//! where nothing else is left in it.

use std::fs;
use std::path::{Path, PathBuf};

use super::Failure;
use super::export::SETTINGS;
use super::place::Places;

/// What there is of a learner.
#[derive(Debug, Default, PartialEq)]
pub struct Found {
    /// Files, by what they are.
    pub kinds: Vec<(Kind, Vec<PathBuf>)>,
    /// The folders they are in, the inner ones first.
    folders: Vec<PathBuf>,
}

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A sitting.
    Sitting,
    /// Of a workshop.
    Workshop,
    /// The settings.
    Settings,
    /// What can be made again, or was left behind.
    Cache,
}

impl Kind {
    /// So many of them in words.
    pub fn in_words(self, count: usize) -> String {
        match (self, count) {
            (Kind::Sitting, 1) => "1 sitting".to_owned(),
            (Kind::Sitting, count) => format!("{count} sittings"),
            (Kind::Workshop, 1) => "1 file of a workshop".to_owned(),
            (Kind::Workshop, count) => format!("{count} files of workshops"),
            (Kind::Settings, _) => "the settings".to_owned(),
            (Kind::Cache, _) => "the cache".to_owned(),
        }
    }
}

impl Found {
    /// Everything that this program keeps of a learner. A profile's folders are its own; those of everyone stay where they are.
    pub fn look(places: &Places, is_profile: bool) -> Result<Found, Failure> {
        let mut workshops = of_workshops(&places.workshops())?;
        workshops.extend(of_workshops(&places.rehearsals())?);
        let kinds = [
            (Kind::Sitting, files(&places.sittings(), |name| name.ends_with(".toml"))?),
            (Kind::Workshop, workshops),
            (Kind::Settings, files(&places.config, |name| name == SETTINGS)?),
            (Kind::Cache, files(&places.cache, |name| name.ends_with(".progress") || name.ends_with(".cover"))?),
        ];
        let mut folders = vec![places.sittings(), places.rehearsals(), places.workshops(), places.cache.clone()];
        if is_profile {
            folders.extend([places.config.clone(), places.data.clone()]);
        }
        Ok(Found { kinds: kinds.into_iter().filter(|(_, files)| !files.is_empty()).collect(), folders })
    }

    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.kinds.is_empty()
    }

    /// All of it in words: “12 sittings, the settings, the cache”.
    pub fn in_words(&self) -> String {
        let words: Vec<String> = self.kinds.iter().map(|(kind, files)| kind.in_words(files.len())).collect();
        words.join(", ")
    }

    /// Removes it. Goes on after a failure, so that as little as possible is left, and tells of each.
    pub fn remove(&self) -> Vec<Failure> {
        let mut failures = Vec::new();
        for file in self.kinds.iter().flat_map(|(_, files)| files) {
            match fs::remove_file(file) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => failures.push(Failure::io(file, &error)),
                _ => {}
            }
        }
        for folder in &self.folders {
            // A folder in which something else lies is not empty, and stays.
            let _ = fs::remove_dir(folder);
        }
        failures
    }

    /// The folders that are still there, because something in them is not ours.
    pub fn left(&self) -> Vec<&Path> {
        self.folders.iter().filter(|folder| folder.exists()).map(PathBuf::as_path).collect()
    }
}

/// The files of the workshops in a folder: each has a journal, and beside it a report, its counts, and while it runs the way in.
fn of_workshops(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut all = files(folder, |name| name.ends_with(".toml"))?;
    let beside = |journal: &PathBuf| ["md", "html", "csv", "door"].map(|ending| journal.with_extension(ending));
    let written: Vec<PathBuf> = all.iter().flat_map(beside).filter(|file| file.is_file()).collect();
    all.extend(written);
    Ok(all)
}

/// The files of a folder whose names say that they are ours, and what a killed program left beside them.
fn files(folder: &Path, is_ours: impl Fn(&str) -> bool) -> Result<Vec<PathBuf>, Failure> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(Failure::io(folder, &error)),
    };
    let is_file = |entry: &fs::DirEntry| entry.file_type().is_ok_and(|kind| !kind.is_dir());
    let fits = |entry: &fs::DirEntry| {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        is_ours(&name) || super::sitting::is_left_behind(&name)
    };
    let mut files: Vec<PathBuf> =
        entries.flatten().filter(|entry| is_file(entry) && fits(entry)).map(|entry| entry.path()).collect();
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests;
