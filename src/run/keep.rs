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
    saving: Saving,
    /// Handed over and not yet known to be on disk.
    unsaved: VecDeque<Event>,
    saved: usize,
    course: Id,
    device: String,
    began: Stamp,
}

/// Whom a save is reported to.
type Tell = Box<dyn Fn(Report) + Send>;

/// Saving begins with the first event: who only looks leaves no trace, and needs no thread.
enum Saving {
    /// There is no place to save to.
    Nowhere,
    /// Nothing has happened yet.
    Ready(PathBuf, Tell),
    /// The saver runs.
    Running(Saver),
    /// It has written what there was.
    Over,
}

impl Keeper {
    /// A keeper whose saver tells `tell` of every save. Without a place everything stays unsaved.
    pub fn new(places: Option<&Places>, course: &Id, at: Stamp, tell: impl Fn(Report) + Send + 'static) -> Keeper {
        let saving = match places {
            Some(places) => Saving::Ready(places.sittings(), Box::new(tell)),
            None => Saving::Nowhere,
        };
        Keeper { saving, unsaved: VecDeque::new(), saved: 0, course: course.clone(), device: device(), began: at }
    }

    /// Takes an event; false where it cannot be saved at all.
    pub fn take(&mut self, event: Event) -> bool {
        self.unsaved.push_back(event.clone());
        self.saving = match std::mem::replace(&mut self.saving, Saving::Nowhere) {
            Saving::Ready(folder, tell) => {
                let sitting = Sitting::new(folder, &self.course, &self.device, self.began);
                Saver::start(sitting, tell).map_or(Saving::Nowhere, Saving::Running)
            }
            saving => saving,
        };
        if let Saving::Running(saver) = &self.saving {
            saver.take(event);
        }
        matches!(self.saving, Saving::Running(_))
    }

    /// Tries to save now.
    pub fn try_again(&self) {
        if let Saving::Running(saver) = &self.saving {
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
        match std::mem::replace(&mut self.saving, Saving::Over) {
            Saving::Running(saver) => saver.finish(PATIENCE),
            Saving::Nowhere | Saving::Ready(..) | Saving::Over => true,
        }
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
