//! What is needed to begin.

use super::geometry::Size;
use super::keymap::Keys;
use super::review::terms_of;
use crate::course::question::Mode;
use crate::course::{Clean, Course, Id, Problem};
use crate::progress::day::Offset;
use crate::progress::{Progress, Stamp, Terms};
use crate::settings::Habits;

/// What is needed to begin.
#[derive(Debug)]
pub struct Start {
    /// The course.
    pub course: Course,
    /// What is wrong with it.
    pub problems: Vec<Problem>,
    /// What has happened so far.
    pub progress: Progress,
    /// The terminal's size.
    pub size: Size,
    /// Keys of the learner's own.
    pub keys: Keys,
    /// Letters that no other sitting has: event ids begin with them.
    pub sitting: Id,
    /// Chance for the order of choices.
    pub seed: u64,
    /// What the start has to say.
    pub remarks: Vec<Clean>,
    /// The folder for a copy when nothing else works.
    pub elsewhere: Clean,
    /// Whether the course comes from a folder.
    pub is_folder: bool,
    /// Whether one is asked how sure one is.
    pub asks_how_sure: bool,
    /// When quizzes tell what was right, where that is not left to their authors.
    pub mode: Option<Mode>,
    /// How someone learns.
    pub habits: Habits,
    /// The moment at which it begins.
    pub now: Stamp,
    /// By how much the learner's clock is ahead of UTC.
    pub offset: Offset,
}

impl Start {
    /// The terms of this learner at that moment.
    pub fn terms(&self) -> Terms {
        terms_of(&self.course, &self.habits, self.now, self.offset)
    }
}
