//! Keeping what the learner does: hands events to the saver, remembers which are not on disk yet, and at the end, where nothing else
//! worked, leaves a copy elsewhere.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::time::Duration;

use crate::course::Id;
use crate::progress::{Event, Stamp};
use crate::store::Failure;
use crate::store::place::Places;
use crate::store::saver::{Report, Saver};
use crate::store::sitting::Sitting;

/// How long leaving waits for a slow disk.
const PATIENCE: Duration = Duration::from_secs(10);

/// Where events go.
pub struct Keeper {
    saver: Option<Saver>,
    /// Handed over and not yet known to be on disk.
    unsaved: VecDeque<Event>,
    saved: usize,
    course: Id,
    device: String,
    began: Stamp,
}

impl Keeper {
    /// A keeper whose saver tells `tell` of every save. Without a place there is no saver, and everything stays unsaved.
    pub fn start(
        places: Option<&Places>,
        course: &Id,
        at: Stamp,
        tell: impl Fn(Report) + Send + 'static,
    ) -> std::io::Result<Keeper> {
        let device = device();
        let saver = match places {
            Some(places) => Some(Saver::start(Sitting::new(places.sittings(), course, &device, at), tell)?),
            None => None,
        };
        Ok(Keeper { saver, unsaved: VecDeque::new(), saved: 0, course: course.clone(), device, began: at })
    }

    /// Takes an event; false where there is no place to save it.
    pub fn take(&mut self, event: Event) -> bool {
        self.unsaved.push_back(event.clone());
        if let Some(saver) = &self.saver {
            saver.take(event);
        }
        self.saver.is_some()
    }

    /// Tries to save now.
    pub fn try_again(&self) {
        if let Some(saver) = &self.saver {
            saver.try_again();
        }
    }

    /// So many events are on disk.
    pub fn saved(&mut self, upto: usize) {
        while self.saved < upto && self.unsaved.pop_front().is_some() {
            self.saved += 1;
        }
    }

    /// Writes what is left. The last report comes through `tell`; false where the disk took too long.
    pub fn finish(&mut self) -> bool {
        self.saver.take().is_none_or(|saver| saver.finish(PATIENCE))
    }

    /// Whether anything is not on disk.
    pub fn has_unsaved(&self) -> bool {
        !self.unsaved.is_empty()
    }

    /// Keeps what is unsaved as a sitting in another folder, where it can be copied from.
    pub fn copy_elsewhere(&self) -> Result<PathBuf, Failure> {
        let folder = elsewhere();
        let mut sitting = Sitting::new(folder.clone(), &self.course, &self.device, self.began);
        self.unsaved.iter().for_each(|event| sitting.take(event.clone()));
        sitting.save().map(|()| folder)
    }
}

/// The folder for what could not be saved where it belongs.
pub fn elsewhere() -> PathBuf {
    std::env::temp_dir().join("contrasts-unsaved")
}

/// The name of this machine, as far as it has one.
fn device() -> String {
    #[cfg(unix)]
    let name = rustix::system::uname().nodename().to_string_lossy().into_owned();
    #[cfg(not(unix))]
    let name = std::env::var("COMPUTERNAME").unwrap_or_default();
    name.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.')).take(40).collect()
}
