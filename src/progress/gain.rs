//! What a lesson brought: how many of the questions asked before it were right then, and how many in its quiz. The same questions are
//! counted on both sides, and those without a key on neither.

use super::{EventId, Progress, Purpose, Run};
use crate::course::{Course, Id, Lesson};

/// How many were right, before and after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gain {
    /// Before the lesson.
    pub before: usize,
    /// In the quiz.
    pub after: usize,
    /// Of how many.
    pub of: usize,
}

/// What was answered before a lesson, the first time since it was last begun.
pub fn asked_before<'p>(progress: &'p Progress, lesson: &'p Lesson) -> Option<&'p Run> {
    let answered = progress.runs_of(lesson, Purpose::Before).filter(|(_, run)| !run.is_untouched());
    answered.min_by_key(|(id, run)| (run.at, *id)).map(|(_, run)| run)
}

/// The gain up to a go at the quiz; nothing where none of its questions was answered before. The questions must be loaded.
pub fn gain(course: &Course, progress: &Progress, lesson: &Lesson, quiz: &EventId) -> Option<Gain> {
    let (first, now) = (asked_before(progress, lesson)?, progress.run(quiz)?);
    let both: Vec<&Id> = now.counted(course).filter(|id| first.answer(id).is_some()).collect();
    let right = |run: &Run| both.iter().filter(|id| run.is_right(course, id)).count();
    (!both.is_empty()).then(|| Gain { before: right(first), after: right(now), of: both.len() })
}

/// The gain up to the first whole go at the quiz that was brought to its end: later ones were helped by the reasons after the first.
pub fn first_gain(course: &Course, progress: &Progress, lesson: &Lesson) -> Option<Gain> {
    let whole = progress.runs_of(lesson, Purpose::Quiz).filter(|(_, run)| run.next(course).is_none());
    let (quiz, _) = whole.min_by_key(|(id, run)| (run.at, *id))?;
    gain(course, progress, lesson, quiz)
}
