//! The lessons in a group's report: how many are through, and what was right before and after.

use serde::Serialize;

use super::tally::Gaining;
use super::{LEAST, LessonCounts};
use crate::course::{self, Clean};
use crate::exchange::record::rounded;

/// A lesson.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Lesson {
    /// Its id.
    pub id: String,
    /// Its number.
    pub number: u32,
    /// Its title.
    pub title: Clean,
    /// How many began it; nothing where it is 1 to 4.
    pub begun: Option<usize>,
    /// How many have nothing left in it but to remember; nothing where it is 1 to 4.
    pub done: Option<usize>,
    /// Before and after.
    pub gain: Option<Gains>,
}

/// What was right of the same questions, as means over a group.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Gains {
    /// Of so many learners, who were asked both times.
    pub learners: usize,
    /// So many questions.
    pub questions: usize,
    /// The part that was right before.
    pub before: f64,
    /// The part that was right in the first quiz.
    pub after: f64,
    /// What was gained of what could be; nothing under five questions, or where more than 85 % was right before.
    pub normalised: Option<f64>,
}

/// A count, unless it would tell of one to four people.
pub fn shown(count: usize) -> Option<usize> {
    (count == 0 || count >= LEAST).then_some(count)
}

/// The report on a lesson.
pub fn lesson(lesson: &course::Lesson, counts: &LessonCounts) -> Lesson {
    Lesson {
        id: lesson.id.to_string(),
        number: lesson.number,
        title: lesson.title.clone(),
        begun: shown(counts.begun),
        done: shown(counts.done),
        gain: gains(&counts.gaining),
    }
}

/// What was gained, where five or more were asked both times.
pub fn gains(gaining: &Gaining) -> Option<Gains> {
    let (before, after) = gaining.means().filter(|_| gaining.learners >= LEAST)?;
    Some(Gains {
        learners: gaining.learners,
        questions: gaining.questions,
        before: rounded(before),
        after: rounded(after),
        normalised: gaining.normalised().map(rounded),
    })
}
