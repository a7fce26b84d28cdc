//! Why a file could not be written or read. It is found where nobody speaks, deep in the disk, and put into words where a learner hears
//! of it.

use std::fmt;
use std::io::{Error, ErrorKind};

use crate::course::Clean;
use crate::words::{ENGLISH, Words};

/// Why, as a part of a sentence: “the disk is full”.
#[derive(Clone, Debug, PartialEq)]
pub enum Why {
    /// What the system said, where it is one of the things for which there are words.
    System(ErrorKind),
    /// It did not answer in time.
    TooSlow,
    /// Anything else, in English.
    Said(Clean),
}

impl Why {
    /// What the system said.
    pub fn of(error: &Error) -> Why {
        match of_kind(error.kind(), &ENGLISH) {
            Some(_) => Why::System(error.kind()),
            None => {
                let said = error.to_string();
                // The number of an error helps nobody.
                Why::Said(Clean::words(&said.split(" (os error").next().unwrap_or_default().to_lowercase()))
            }
        }
    }

    /// The same in words that help.
    pub fn in_words<'a>(&'a self, words: &'a Words) -> &'a str {
        match self {
            Why::System(kind) => of_kind(*kind, words).unwrap_or_default(),
            Why::TooSlow => words.outside().disk_too_slow(),
            Why::Said(said) => said.as_str(),
        }
    }

    /// The same, as it may be shown.
    pub fn shown(&self, words: &Words) -> Clean {
        Clean::words(self.in_words(words))
    }
}

/// In English, for authors and where no course is open.
impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(self.in_words(&ENGLISH))
    }
}

fn of_kind(kind: ErrorKind, words: &Words) -> Option<&str> {
    let words = words.outside();
    Some(match kind {
        ErrorKind::StorageFull => words.disk_full(),
        ErrorKind::QuotaExceeded => words.quota_used(),
        ErrorKind::PermissionDenied => words.no_permission(),
        ErrorKind::ReadOnlyFilesystem => words.disk_read_only(),
        ErrorKind::NotFound => words.not_there(),
        ErrorKind::AlreadyExists => words.in_its_place(),
        ErrorKind::NotADirectory => words.no_folder_on_the_way(),
        ErrorKind::IsADirectory => words.is_a_folder(),
        ErrorKind::FileTooLarge => words.too_large(),
        _ => return None,
    })
}
