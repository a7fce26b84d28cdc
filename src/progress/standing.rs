//! Where a lesson stands, as lists and reports say it.

use super::{Progress, Standing};
use crate::course::{Course, Lesson};

/// Where a lesson stands: a word for scripts, and words for people.
pub fn state(course: &Course, progress: &Progress, lesson: &Lesson) -> (&'static str, String) {
    let standing = progress.standing(course, lesson);
    let state = match standing {
        Standing::New => "new",
        Standing::Begun(_) => "begun",
        Standing::Read => "read",
        Standing::PassedOver => "passed-over",
        Standing::Tested(outcome) if outcome.passed => "passed",
        Standing::Tested(_) => "not-passed",
    };
    match progress.open_run(course, lesson).filter(|_| state != "passed") {
        Some((_, run)) => ("in-quiz", course.words.map().quiz_at(run.next(course).unwrap_or(0) + 1, run.questions.len())),
        None => (state, standing.in_words(&course.words)),
    }
}
