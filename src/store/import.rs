//! What was learned elsewhere laid beside what was learned here. It is a union of files: one that is here already is passed over, one of the
//! same name that says something else gets a name of its own, and nothing here is ever changed or removed. Every file comes whole or not
//! at all, so that whoever is stopped in the middle begins again, in whatever order, and it comes to the same.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::export::{self, Exported, LARGEST, LARGEST_FILE, SETTINGS, is_sitting, read_text};
use super::place::Places;
use super::sitting::{self, make_folder, put};
use super::{Failure, shown};
use crate::course::{Clean, Fingerprint};

/// What came of it.
#[derive(Debug, Default)]
pub struct Imported {
    /// So many sittings were new.
    pub sittings: usize,
    /// So many answers in them were not known before.
    pub answers: usize,
    /// So many sittings were here already.
    pub known: usize,
    /// The settings were taken over.
    pub settings: bool,
    /// What could not be read, with the reason; it was left out.
    pub unread: Vec<Failure>,
    /// The names of the answers that are known, once one has to be counted.
    answered: Option<HashSet<String>>,
}

/// Lays what is in a file or folder beside what is here. Fails where nothing more can be written here, or where there is nothing to read.
pub fn import(from: &Path, places: &Places, so_far: &mut Imported) -> Result<(), Failure> {
    if from.is_dir() { folder(from, places, so_far) } else { file(from, places, so_far) }
}

/// A data folder, a folder of sittings, or a folder of exports.
fn folder(from: &Path, places: &Places, so_far: &mut Imported) -> Result<(), Failure> {
    let inside = from.join("sittings");
    let sittings = if inside.is_dir() { &inside } else { from };
    let (mut entries, failures) = sitting::files(sittings);
    so_far.unread.extend(failures);
    entries.sort_by_key(fs::DirEntry::file_name);
    let is_settings = |entry: &fs::DirEntry| entry.file_name() == SETTINGS;
    for entry in entries.iter().filter(|entry| !is_settings(entry)) {
        file(&entry.path(), places, so_far)?;
    }
    match read_text(&from.join(SETTINGS), LARGEST_FILE as u64) {
        Ok(text) => settings(&text, places, so_far),
        Err(_) => Ok(()),
    }
}

/// An export, or a sitting by itself.
fn file(from: &Path, places: &Places, so_far: &mut Imported) -> Result<(), Failure> {
    let text = match read_text(from, LARGEST) {
        Ok(text) => text,
        Err(failure) => return unread(so_far, failure),
    };
    if !export::is_export(&text) {
        let name = from.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        return match is_sitting(name) {
            true => take(from, name, &text, places, so_far),
            false => unread(so_far, Failure::new(from, "it is neither an export nor a sitting")),
        };
    }
    match export::parse(&text) {
        Ok(exported) => everything(from, &exported, places, so_far),
        Err(why) => unread(so_far, Failure::new(from, &why)),
    }
}

fn everything(from: &Path, exported: &Exported, places: &Places, so_far: &mut Imported) -> Result<(), Failure> {
    for name in &exported.refused {
        let why = format!("a file in it is called “{}”, or is too large, and was left out", Clean::code(name));
        so_far.unread.push(Failure::new(from, &why));
    }
    for (name, text) in exported.sittings() {
        take(from, name, text, places, so_far)?;
    }
    exported.settings().map_or(Ok(()), |text| settings(text, places, so_far))
}

/// One sitting. `from` is where it stands.
fn take(from: &Path, name: &str, text: &str, places: &Places, so_far: &mut Imported) -> Result<(), Failure> {
    let answers = match sitting::answers(text) {
        Ok(_) if text.len() > LARGEST_FILE => return unread(so_far, Failure::new(from, "it is too large for a sitting")),
        Ok(answers) => answers,
        Err(why) => return unread(so_far, Failure::new(from, &format!("{}: {why}", shown(Path::new(name))))),
    };
    let folder = places.sittings();
    let before = so_far.answered.get_or_insert_with(|| answered(&folder));
    make_folder(&folder)?;
    // Where another sitting has the name, it gets one that tells what is in it: so it is known again when it comes once more.
    let stem = name.strip_suffix(".toml").unwrap_or(name);
    let second = format!("{stem}-{:016x}.toml", Fingerprint::of([text]).0);
    for target in [folder.join(name), folder.join(second)] {
        match put_new(&folder, &target, text) {
            Ok(true) => {
                so_far.sittings += 1;
                so_far.answers += answers.into_iter().filter(|answer| before.insert(answer.clone())).count();
                return Ok(());
            }
            Ok(false) if fs::read(&target).is_ok_and(|here| here == text.as_bytes()) => {
                so_far.known += 1;
                return Ok(());
            }
            Ok(false) => {}
            Err(failure) => return Err(failure),
        }
    }
    unread(so_far, Failure::new(from, &format!("something else has the names that {} could have", shown(Path::new(name)))))
}

/// Writes a new file; false where there is one of that name.
fn put_new(folder: &Path, target: &PathBuf, text: &str) -> Result<bool, Failure> {
    // Without this look a union that has nothing new would write every file to find that out.
    if fs::symlink_metadata(target).is_ok() {
        return Ok(false);
    }
    match put(folder, target, text.as_bytes()) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(Failure::io(target, &error)),
    }
}

/// Settings are one's own: they are taken over only where there are none.
fn settings(text: &str, places: &Places, so_far: &mut Imported) -> Result<(), Failure> {
    let target = places.settings();
    make_folder(&places.config)?;
    so_far.settings |= put_new(&places.config, &target, text)?;
    Ok(())
}

fn unread(so_far: &mut Imported, failure: Failure) -> Result<(), Failure> {
    so_far.unread.push(failure);
    Ok(())
}

/// The names of all answers that are here.
fn answered(folder: &Path) -> HashSet<String> {
    let (entries, _) = sitting::files(folder);
    let texts = entries.iter().filter_map(|entry| super::regular::text(&entry.path()).ok());
    texts.filter_map(|text| sitting::answers(&text).ok()).flatten().collect()
}

#[cfg(test)]
mod tests;
