//! A sitting as a file: how events are written down and read back. One run of the program is one file.

use std::borrow::Cow;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::{Failure, clock};
use crate::course::Id;
use crate::progress::{Deed, Event, Stamp};

mod entry;
mod read;
mod strict;

use entry::{Entry, to_entry};
pub use read::{Heard, answers, events, files, hear, read_all};

/// How this program names itself in what it writes.
pub const PROGRAM: &str = concat!("contrasts ", env!("CARGO_PKG_VERSION"));

/// The format that is written, and the newest that is read.
const FORMAT: u32 = 1;

/// The sitting that is going on.
#[derive(Debug)]
pub struct Sitting {
    folder: PathBuf,
    file: Option<PathBuf>,
    course: Id,
    title: Option<String>,
    device: String,
    started: Stamp,
    events: Vec<Event>,
}

/// The file. (Without serde's `flatten`, which would read every event twice.)
#[derive(Serialize)]
struct Written<'t> {
    format: u32,
    course: Cow<'t, str>,
    /// The course's title, which parts courses that claim one id.
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<Cow<'t, str>>,
    device: Cow<'t, str>,
    started: Cow<'t, str>,
    program: Cow<'t, str>,
    /// How many there are, so that a file that was cut between two of them is known for it.
    #[serde(rename = "events")]
    count: usize,
    #[serde(rename = "event")]
    events: Vec<Entry<'t>>,
}

impl Sitting {
    /// A sitting that begins now. Nothing is written before something happens.
    pub fn new(folder: PathBuf, course: &Id, device: &str, at: Stamp) -> Sitting {
        let (course, device) = (course.clone(), device.to_owned());
        Sitting { folder, file: None, course, title: None, device, started: at, events: Vec::new() }
    }

    /// The same in a course of this title.
    pub fn titled(self, title: &str) -> Sitting {
        Sitting { title: Some(title.to_owned()), ..self }
    }

    /// Takes an event in. A reading place takes that of the moment before, and an answer half made that of the same question, and
    /// what is half typed that of the same field: only where someone stopped matters.
    pub fn take(&mut self, mut event: Event) {
        if let (Deed::Drafted { quiz, question, .. }, Some(last)) = (&event.deed, self.events.last_mut())
            && let Deed::Drafted { quiz: same, question: before, .. } = &last.deed
            && (quiz, question) == (same, before)
        {
            *last = event;
            return;
        }
        if let (Deed::Typed { field, .. }, Some(last)) = (&event.deed, self.events.last_mut())
            && matches!(&last.deed, Deed::Typed { field: same, .. } if same == field)
        {
            *last = event;
            return;
        }
        if let (Deed::Reached { lesson, seen, .. }, Some(last)) = (&mut event.deed, self.events.last_mut())
            && let Deed::Reached { lesson: before, seen: seen_before, .. } = &last.deed
            && before == lesson
        {
            *seen = (*seen).max(*seen_before);
            *last = event;
            return;
        }
        self.events.push(event);
    }

    /// Writes the file anew: beside it, synced, renamed over it, and the folder synced. After an error the old file is whole.
    pub fn save(&mut self) -> Result<(), Failure> {
        make_folder(&self.folder)?;
        if self.file.is_none() {
            sweep(&self.folder);
        }
        let text = self.text().map_err(|why| Failure::new(&self.folder, &why))?;
        let target = self.file.get_or_insert_with(|| new_file(&self.folder, self.started)).clone();
        replace(&self.folder, &target, text.as_bytes()).map_err(|error| Failure::io(&target, &error))
    }

    /// Writes the file where nothing else worked, and does not wait for the disk: what the system has taken it mostly writes.
    pub fn leave(&self) -> Result<(), Failure> {
        make_folder(&self.folder)?;
        let text = self.text().map_err(|why| Failure::new(&self.folder, &why))?;
        let target = new_file(&self.folder, self.started);
        let beside = tempfile::Builder::new().prefix(BESIDE.0).suffix(BESIDE.1).tempfile_in(&self.folder);
        let written = beside.and_then(|mut beside| {
            beside.write_all(text.as_bytes())?;
            beside.persist(&target).map_err(|error| error.error)
        });
        written.map(drop).map_err(|error| Failure::io(&target, &error))
    }

    pub(super) fn text(&self) -> Result<String, String> {
        let written = Written {
            format: FORMAT,
            course: self.course.as_str().into(),
            title: self.title.as_deref().map(Cow::Borrowed),
            device: self.device.as_str().into(),
            started: clock::written(self.started).into(),
            program: PROGRAM.into(),
            count: self.events.len(),
            events: self.events.iter().map(to_entry).collect(),
        };
        toml::to_string(&written).map_err(|error| error.to_string())
    }
}

/// A name that no file has: the minute, and eight letters by chance, because the sittings of a whole room may be laid together.
pub(super) fn new_file(folder: &Path, started: Stamp) -> PathBuf {
    let minute = clock::for_a_name(started);
    loop {
        let file = folder.join(format!("{minute}-{:08x}.toml", fastrand::u32(..)));
        if !file.exists() {
            return file;
        }
    }
}

/// Makes a folder for one pair of eyes.
pub(super) fn make_folder(folder: &Path) -> Result<(), Failure> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(|error| Failure::io(folder, &error))
}

const BESIDE: (&str, &str) = (".sitting-", ".tmp");
/// A file beside another that is older than this belongs to no program that still runs.
const LEFT_BEHIND: std::time::Duration = std::time::Duration::from_secs(3600);

/// Whether a file of that name was written beside another, and never took its place.
pub(super) fn is_left_behind(name: &str) -> bool {
    name.starts_with(BESIDE.0) && name.ends_with(BESIDE.1)
}

/// Removes what killed programs left: files written beside that were never renamed. What cannot be removed does no harm.
pub(super) fn sweep(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let is_ours = is_left_behind(&name);
        let age = entry.metadata().and_then(|about| about.modified()).ok().and_then(|at| at.elapsed().ok());
        if is_ours && age.is_some_and(|age| age > LEFT_BEHIND) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Replaces a file whole. `tempfile` makes it readable for its owner alone.
pub(super) fn replace(folder: &Path, target: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut beside = tempfile::Builder::new().prefix(BESIDE.0).suffix(BESIDE.1).tempfile_in(folder)?;
    beside.write_all(bytes)?;
    beside.as_file().sync_all()?;
    beside.persist(target).map_err(|error| error.error)?;
    #[cfg(unix)]
    sync_folder(folder)?;
    Ok(())
}

/// Replaces a file that can be made again: whole, unless the power goes.
pub(super) fn replace_lightly(folder: &Path, target: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut beside = tempfile::Builder::new().prefix(BESIDE.0).suffix(BESIDE.1).tempfile_in(folder)?;
    beside.write_all(bytes)?;
    beside.persist(target).map(drop).map_err(|error| error.error)
}

/// Puts a new file into a folder, whole or not at all; refuses where there is one of that name.
pub(super) fn put(folder: &Path, target: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut beside = tempfile::Builder::new().prefix(BESIDE.0).suffix(BESIDE.1).tempfile_in(folder)?;
    beside.write_all(bytes)?;
    beside.as_file().sync_all()?;
    beside.persist_noclobber(target).map_err(|error| error.error)?;
    #[cfg(unix)]
    sync_folder(folder)?;
    Ok(())
}

/// Makes the new name last. Some file systems cannot sync a folder and say so; then there is nothing more to be done.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> std::io::Result<()> {
    use std::io::ErrorKind;
    match fs::File::open(folder)?.sync_all() {
        Err(error) if matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported) => Ok(()),
        done => done,
    }
}

#[cfg(test)]
mod tests;
