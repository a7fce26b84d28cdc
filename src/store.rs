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
mod why;

pub use why::Why;

/// Something that the disk refused.
#[derive(Clone, Debug, PartialEq)]
pub struct Failure {
    /// With which file.
    pub file: Clean,
    /// Why.
    pub why: Why,
}

impl Failure {
    /// A failure with a file, in words.
    pub fn new(file: &Path, why: &str) -> Failure {
        Failure { file: shown(file), why: Why::Said(Clean::words(why)) }
    }

    /// What the system said about a file.
    pub fn io(file: &Path, error: &std::io::Error) -> Failure {
        Failure { file: shown(file), why: Why::of(error) }
    }
}

/// A path as it may be shown, whatever bytes are in it.
pub fn shown(path: &Path) -> Clean {
    Clean::code(&path.to_string_lossy())
}

/// What the system said, in English: for authors and where no course is open.
pub fn in_words(error: &std::io::Error) -> String {
    Why::of(error).to_string()
}
