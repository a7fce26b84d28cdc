//! The disk and the clock: the learner's sittings, a course folder, the places of both. Knows neither the app nor the screen.
//!
//! A sitting is one file, replaced whole after each event (write beside, sync, rename, sync the folder) and never touched again
//! once the sitting is over. So nothing can be torn, two programs never share a file, and merging two machines is copying files.

use std::path::Path;

use crate::course::Clean;

pub mod cache;
pub mod clock;
pub mod cover;
pub mod door;
pub mod draft;
pub mod erase;
pub mod export;
pub mod import;
pub mod journal;
pub mod learners;
pub mod lessons;
pub mod log;
pub mod namesake;
pub mod place;
pub mod probe;
pub mod regular;
pub mod report;
pub mod saver;
pub mod settings;
pub mod sitting;

/// Something that the disk refused, in words for a learner.
#[derive(Clone, Debug, PartialEq)]
pub struct Failure {
    /// With which file.
    pub file: Clean,
    /// Why, as a part of a sentence: “the disk is full”.
    pub why: Clean,
}

impl Failure {
    /// A failure with a file, in words.
    pub fn new(file: &Path, why: &str) -> Failure {
        Failure { file: shown(file), why: Clean::words(why) }
    }

    /// What the system said about a file.
    pub fn io(file: &Path, error: &std::io::Error) -> Failure {
        Failure::new(file, &in_words(error))
    }
}

/// A path as it may be shown, whatever bytes are in it.
pub fn shown(path: &Path) -> Clean {
    Clean::code(&path.to_string_lossy())
}

/// What the system said, in words that help.
pub fn in_words(error: &std::io::Error) -> String {
    use std::io::ErrorKind;
    match error.kind() {
        ErrorKind::StorageFull => "the disk is full".into(),
        ErrorKind::QuotaExceeded => "your quota on this disk is used up".into(),
        ErrorKind::PermissionDenied => "there is no permission to write or read it".into(),
        ErrorKind::ReadOnlyFilesystem => "the disk can only be read".into(),
        ErrorKind::NotFound => "it is not there".into(),
        ErrorKind::AlreadyExists => "something else is in its place".into(),
        ErrorKind::NotADirectory => "a folder on the way to it is not a folder".into(),
        ErrorKind::IsADirectory => "it is a folder".into(),
        ErrorKind::FileTooLarge => "the file would be larger than allowed here".into(),
        _ => {
            let said = error.to_string();
            said.split(" (os error").next().unwrap_or_default().to_lowercase()
        }
    }
}
