//! What a learner wrote: plans and how they went, notes to kept passages, doubts about questions.

use serde::{Serialize, Serializer};

use super::named;
use crate::course::{Clean, Course};
use crate::exchange::Moment;
use crate::progress::{self, Progress, Went};
use crate::words::ENGLISH;

/// An if-then plan.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Plan {
    /// After which lesson, by its id.
    pub lesson: String,
    /// Its number and title; empty where the course has it no longer.
    pub lesson_title: Clean,
    /// When it was made.
    pub made: Moment,
    /// All of it: “If …, then I ….”
    pub words: Clean,
    /// How it went, the oldest word first.
    pub followed: Vec<Followed>,
}

/// How a plan went.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Followed {
    /// When that was said.
    pub at: Moment,
    /// Did it, partly, not.
    #[serde(serialize_with = "said")]
    pub went: Went,
    /// What was in the way; may be empty.
    pub obstacle: Clean,
}

/// A passage that was kept.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Kept {
    /// In which lesson, by its id.
    pub lesson: String,
    /// Its number and title.
    pub lesson_title: Clean,
    /// When.
    pub at: Moment,
    /// How it begins.
    pub passage: Clean,
    /// What the learner wrote to it; may be empty.
    pub note: Clean,
}

/// A question held for faulty.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Doubt {
    /// The question, by its id.
    pub question: String,
    /// What it asks; empty where the course has it no longer.
    pub prompt: Clean,
    /// When.
    pub at: Moment,
    /// Why.
    pub words: Clean,
}

/// How a plan went, as the JSON report has it in every language.
fn said<S: Serializer>(went: &Went, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(went.in_words(&ENGLISH))
}

/// Every plan, the oldest first.
pub fn plans(course: &Course, progress: &Progress) -> Vec<Plan> {
    let followed =
        |said: &progress::Followed| Followed { at: Moment(said.at.0), went: said.went, obstacle: Clean::words(&said.obstacle) };
    let plan = |(id, plan): (_, &progress::Plan)| {
        let (lesson, lesson_title) = named(course, &plan.lesson);
        let words = Clean::words(&plan.halves(&course.words).join(" "));
        let followed = progress.made().followed(id).iter().map(followed).collect();
        Plan { lesson, lesson_title, made: Moment(plan.at), words, followed }
    };
    progress.made().plans().into_iter().map(plan).collect()
}

/// Every passage, in the order of the course.
pub fn kept(course: &Course, progress: &Progress) -> Vec<Kept> {
    let kept = |(_, kept): (_, &progress::Kept)| {
        let (lesson, lesson_title) = named(course, &kept.lesson);
        let passage = Clean::words(kept.passage.trim_end());
        Kept { lesson, lesson_title, at: Moment(kept.at), passage, note: Clean::words(&kept.note) }
    };
    progress.made().kept(course).into_iter().map(kept).collect()
}

/// Every doubt, the oldest first.
pub fn doubts(course: &Course, progress: &Progress) -> Vec<Doubt> {
    let doubt = |doubt: &progress::Doubt| Doubt {
        question: doubt.question.to_string(),
        prompt: course.question(&doubt.question).map(|(_, question)| question.prompt.words()).unwrap_or_default(),
        at: Moment(doubt.at),
        words: Clean::words(&doubt.words),
    };
    progress.made().doubts().into_iter().map(doubt).collect()
}
