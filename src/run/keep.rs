//! Keeping what the learner does: hands events to the saver, remembers which are not on disk yet, and at the end, where nothing else
//! worked, leaves a copy elsewhere.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::app::Trouble;
use crate::course::{Course, Id};
use crate::progress::{Event, Stamp};
use crate::store::place::Places;
use crate::store::saver::{Report, Saver};
use crate::store::sitting::Sitting;
use crate::store::{Failure, Why, shown};
use crate::words::Words;

/// How long a copy elsewhere may take before it is given up.
const COPYING: Duration = Duration::from_millis(1500);

/// Where events go.
pub struct Keeper {
    saving: Saving,
    /// Handed over and not yet known to be on disk.
    unsaved: VecDeque<Event>,
    saved: usize,
    course: Id,
    title: String,
    device: String,
    began: Stamp,
}

/// Whom a save is reported to.
type Tell = Box<dyn Fn(Report) + Send>;

/// Why there is nowhere to save to, in the language of a course.
pub type Reason = fn(&Words) -> &str;

/// Saving begins with the first event: who only looks leaves no trace, and needs no thread.
enum Saving {
    /// There is no place to save to; why.
    Nowhere(Reason),
    /// Nothing has happened yet.
    Ready(PathBuf, Tell),
    /// The saver runs.
    Running(Saver),
    /// It has written what there was.
    Over,
}

impl Keeper {
    /// A keeper whose saver tells `tell` of every save. Without a place everything stays unsaved.
    pub fn new(places: Option<&Places>, course: &Course, at: Stamp, tell: impl Fn(Report) + Send + 'static) -> Keeper {
        let saving = match places {
            Some(places) => Saving::Ready(places.sittings(), Box::new(tell)),
            None => Saving::Nowhere(|words| words.outside().no_home()),
        };
        let (title, course) = (course.title.to_string(), course.id.clone());
        Keeper { saving, unsaved: VecDeque::new(), saved: 0, course, title, device: device(), began: at }
    }

    /// Takes an event; the reason where it cannot be saved at all.
    pub fn take(&mut self, event: Event) -> Result<(), Reason> {
        self.unsaved.push_back(event.clone());
        self.saving = match std::mem::replace(&mut self.saving, Saving::Over) {
            Saving::Ready(folder, tell) => {
                let sitting = Sitting::new(folder, &self.course, &self.device, self.began).titled(&self.title);
                let cannot = Saving::Nowhere(|words| words.outside().no_thread());
                Saver::start(sitting, tell).map_or(cannot, Saving::Running)
            }
            saving => saving,
        };
        match &self.saving {
            Saving::Running(saver) => saver.take(event),
            Saving::Nowhere(why) => return Err(*why),
            Saving::Ready(..) | Saving::Over => {}
        }
        Ok(())
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

    /// Writes what is left. The last report comes through `tell`; false where the disk took longer than `patience`.
    pub fn finish(&mut self, patience: Duration) -> bool {
        match std::mem::replace(&mut self.saving, Saving::Over) {
            Saving::Running(saver) => saver.finish(patience),
            Saving::Nowhere(_) | Saving::Ready(..) | Saving::Over => true,
        }
    }

    /// Whether anything is not on disk.
    pub fn has_unsaved(&self) -> bool {
        !self.unsaved.is_empty()
    }

    /// Whether anything is.
    pub fn has_saved(&self) -> bool {
        self.saved > 0
    }

    /// What is said at the end of what could not be saved: why, and where it is kept instead.
    pub fn last_words(&self, words: &Words, (trouble, in_time): (Option<&Trouble>, bool), elsewhere: &Path) -> String {
        let outside = words.outside();
        let why = match (trouble, in_time) {
            (Some(trouble), _) => trouble.why.as_str(),
            (None, false) => outside.disk_too_slow(),
            (None, true) => outside.disk_silent(),
        };
        match self.copy_elsewhere(elsewhere) {
            Ok(()) => outside.last_words(why, shown(elsewhere)),
            Err(Failure { file, why: why_not }) => outside.last_words_not_copied(why, file, why_not.in_words(words)),
        }
    }

    /// Keeps what is unsaved as a sitting in another folder, where it can be copied from. That disk may be slow as well, or
    /// the same; its word that all is written is not waited for.
    pub fn copy_elsewhere(&self, folder: &Path) -> Result<(), Failure> {
        let mut sitting = Sitting::new(folder.to_owned(), &self.course, &self.device, self.began).titled(&self.title);
        self.unsaved.iter().for_each(|event| sitting.take(event.clone()));
        let (tell, told) = std::sync::mpsc::channel();
        let work = move || drop(tell.send(sitting.leave()));
        let too_slow = || Failure { file: shown(folder), why: Why::TooSlow };
        std::thread::Builder::new().spawn(work).map_err(|error| Failure::io(folder, &error))?;
        told.recv_timeout(COPYING).unwrap_or_else(|_| Err(too_slow()))
    }
}

/// The folder for what could not be saved where it belongs. Its name cannot be guessed, because others may use the same machine.
pub fn elsewhere(sitting: &str) -> PathBuf {
    std::env::temp_dir().join(format!("contrasts-unsaved-{sitting}"))
}

/// The name of this machine, as far as it has one.
pub fn device() -> String {
    #[cfg(unix)]
    let name = rustix::system::uname().nodename().to_string_lossy().into_owned();
    #[cfg(not(unix))]
    let name = std::env::var("COMPUTERNAME").unwrap_or_default();
    name.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.')).take(40).collect()
}
