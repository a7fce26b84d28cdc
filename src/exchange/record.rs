//! Everything that a report says, as plain values, worked out once. The names of its fields are those of the JSON report, so they are a
//! promise: a field may be added, none gets another name or meaning without another `format`.

use serde::{Serialize, Serializer};

use super::Moment;
use crate::course::{Clean, Course, Id};
use crate::progress::calibration::Calibration;
use crate::progress::day::Offset;
use crate::progress::spent::spent;
use crate::progress::{EventId, Progress, Sure, Terms, review};
use crate::words::Words;

mod answers;
mod lessons;
mod mirror;
mod words;

pub use answers::Answered;
pub use lessons::{Gained, Lesson, Objective, Quiz};
pub use mirror::{Contrast, Gap, Mirrored, Needed};
pub use words::{Doubt, Followed, Kept, Plan};

/// The format of the JSON report.
pub const FORMAT: u32 = 1;

/// All of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Record {
    /// `FORMAT`.
    pub format: u32,
    /// When it was worked out.
    pub made: Moment,
    /// By how much the learner's clock is ahead of UTC, for the days that are said in words.
    #[serde(skip)]
    pub offset: Offset,
    /// The first thing the learner did, which stands for the learner where no name is given.
    #[serde(skip)]
    pub first: Option<(Moment, EventId)>,
    /// The name to put on it, where one was given.
    pub name: Option<Clean>,
    /// The course.
    pub course: Head,
    /// How much of it is done.
    pub completion: Completion,
    /// Its lessons in order.
    pub lessons: Vec<Lesson>,
    /// How sure against how right; nothing where too little was answered.
    pub calibration: Option<Sureness>,
    /// What is in review.
    pub review: Reviewed,
    /// If-then plans.
    pub plans: Vec<Plan>,
    /// What was last seen in the mirror.
    pub mirror: Option<Mirrored>,
    /// Passages that were kept.
    pub kept: Vec<Kept>,
    /// Questions held for faulty.
    pub doubts: Vec<Doubt>,
    /// Time spent.
    pub time: Time,
    /// Every answer that was not taken back, the oldest first.
    pub answers: Vec<Answered>,
}

/// Which course.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Head {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Clean,
    /// The language of its texts.
    pub language: String,
    /// The part of a quiz that must be right.
    pub pass_mark: f64,
}

/// How much of a course is done.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Completion {
    /// Lessons with nothing left but to remember them.
    pub done: usize,
    /// Of how many.
    pub of: usize,
    /// All are done: every quiz passed, every lesson without one read, the others known before.
    pub passed: bool,
    /// When the last of them was done, where that is known.
    pub at: Option<Moment>,
    /// By which event.
    #[serde(skip)]
    pub by: Option<EventId>,
}

/// How sure against how right.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Sureness {
    /// Of so many answers.
    pub answers: usize,
    /// In a sentence.
    pub words: String,
    /// The Brier score: 0 is certain and right each time, 1 certain and never.
    pub brier: f64,
    /// What it would have been, had all been called guesses.
    pub always_guessing: f64,
    /// What it would have been, had one been certain of all.
    pub always_certain: f64,
    /// Mean promised less mean right, from −1 to 1.
    pub bias: f64,
    /// Each of the four words.
    pub levels: Vec<Level>,
}

/// How one of the four words fared.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Level {
    /// The word.
    #[serde(serialize_with = "word")]
    pub word: Sure,
    /// How often it was right.
    pub right: usize,
    /// How often it was said.
    pub of: usize,
    /// How often it promises to be right.
    pub promised: Option<f64>,
}

/// What is in review.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Reviewed {
    /// So many questions.
    pub questions: usize,
    /// So many of them are due.
    pub due: usize,
    /// The mean chance that one of them is remembered at this moment, 0 to 1.
    pub remembered: Option<f64>,
    /// When the next that is not due yet will be.
    pub next: Option<Moment>,
}

/// Time spent; `progress/spent.rs` has the rule.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Time {
    /// On questions, each answer counted as five minutes at most.
    pub answer_seconds: u64,
    /// On so many answers.
    pub answers: usize,
    /// What the lessons that were read take, as their authors reckon; reading is not timed.
    pub reckoned_minutes: u32,
}

impl Record {
    /// Of everything that is known. The questions of the course must be loaded, and its form asked for.
    pub fn of(course: &Course, progress: &Progress, terms: Terms, name: Option<&str>) -> Record {
        let review = review(course, progress, terms);
        let lessons = lessons::all(course, progress, &review);
        Record {
            format: FORMAT,
            made: Moment(terms.now),
            offset: terms.morning.offset,
            first: progress.first().map(|(at, id)| (Moment(*at), id.clone())),
            name: name.map(Clean::words).filter(|name| !name.as_str().trim().is_empty()),
            course: Head {
                id: course.id.to_string(),
                title: course.title.clone(),
                language: course.language.to_string(),
                pass_mark: course.pass_mark,
            },
            completion: completion(&lessons),
            calibration: sureness(&Calibration::of(course, progress), &course.words),
            review: reviewed(&review),
            plans: words::plans(course, progress),
            mirror: course.known_form().and_then(|form| mirror::mirrored(form, progress, terms.morning.offset, &course.words)),
            kept: words::kept(course, progress),
            doubts: words::doubts(course, progress),
            time: time(course, progress),
            answers: answers::all(course, progress),
            lessons,
        }
    }

    /// The day of a moment, where the learner is: `24 November 2026`.
    pub fn day(&self, moment: Moment, words: &Words) -> String {
        moment.day(self.offset, words)
    }

    /// A lesson, by its id.
    pub fn lesson(&self, id: &str) -> Option<&Lesson> {
        self.lessons.iter().find(|lesson| lesson.id == id)
    }
}

fn completion(lessons: &[Lesson]) -> Completion {
    let done = lessons.iter().filter(|lesson| lesson.is_done).count();
    let passed = done == lessons.len() && done > 0;
    let last = lessons.iter().filter_map(|lesson| Some((lesson.done_at?, lesson.done_by.clone()?))).max();
    let (at, by) = last.filter(|_| passed).unzip();
    Completion { done, of: lessons.len(), passed, at, by }
}

/// A word for how sure someone is, under its name in every language.
fn word<S: Serializer>(sure: &Sure, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(sure.word())
}

fn sureness(all: &Calibration, words: &Words) -> Option<Sureness> {
    let levels = all.levels().map(|level| Level {
        word: level.sure,
        right: level.right,
        of: level.of,
        promised: level.promised.map(rounded),
    });
    Some(Sureness {
        answers: all.count(),
        words: all.in_words(None, words)?,
        brier: rounded(all.brier()?),
        always_guessing: rounded(all.always_guessing()?),
        always_certain: rounded(all.always_certain()?),
        bias: rounded(all.bias()?),
        levels: levels.into(),
    })
}

fn reviewed(review: &crate::progress::Review) -> Reviewed {
    let now = review.terms.now;
    let (due, ahead): (Vec<_>, Vec<_>) = review.items.iter().partition(|item| item.memory.is_due(now));
    Reviewed {
        questions: review.items.len(),
        due: due.len(),
        remembered: mean(review.items.iter().map(|item| item.memory.recall(now))),
        next: ahead.iter().map(|item| Moment(item.memory.due)).min(),
    }
}

fn time(course: &Course, progress: &Progress) -> Time {
    let spent = spent(course, progress);
    Time { answer_seconds: spent.seconds, answers: spent.answers, reckoned_minutes: spent.reckoned }
}

/// The mean, to four digits; nothing of nothing.
fn mean(of: impl Iterator<Item = f64>) -> Option<f64> {
    let (sum, count) = of.fold((0.0, 0_usize), |(sum, count), one| (sum + one, count + 1));
    (count > 0).then(|| rounded(sum / count as f64))
}

/// Four digits are more than any of these figures is good for.
pub fn rounded(figure: f64) -> f64 {
    let rounded = (figure * 10_000.0).round() / 10_000.0;
    if rounded == 0.0 { 0.0 } else { rounded }
}

/// A lesson in the words of a report: its id, and `2 Planning and vision`.
fn named(course: &Course, lesson: &Id) -> (String, Clean) {
    let found = course.position(lesson).and_then(|at| course.lessons.get(at));
    let title = found.map(|found| Clean::words(&format!("{} {}", found.number, found.title)));
    (lesson.to_string(), title.unwrap_or_default())
}
