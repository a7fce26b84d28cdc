//! The lessons of a record: state, quizzes, objectives, what was known before, what is still remembered.

use serde::Serialize;

use super::{mean, rounded};
use crate::course::{Clean, Course};
use crate::exchange::Moment;
use crate::progress::gain::first_gain;
use crate::progress::objectives::{Held, objectives};
use crate::progress::spent::counted;
use crate::progress::{EventId, Progress, Purpose, Review, Run, Standing, state};
use crate::words::Words;

/// A lesson.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Lesson {
    /// Its id.
    pub id: String,
    /// Its number.
    pub number: u32,
    /// Its title.
    pub title: Clean,
    /// How long it takes, as its author says.
    pub minutes: u32,
    /// Where it stands: new, begun, read, in-quiz, passed, not-passed or passed-over.
    pub state: &'static str,
    /// The same for people; empty where it was not begun.
    pub words: String,
    /// Nothing is left but to remember it.
    pub is_done: bool,
    /// When its text was first read to the end.
    pub read_at: Option<Moment>,
    /// By which event.
    #[serde(skip)]
    pub read_by: Option<EventId>,
    /// When it was done, where that is known.
    pub done_at: Option<Moment>,
    /// By which event.
    #[serde(skip)]
    pub done_by: Option<EventId>,
    /// Every whole go at its quiz, the oldest first.
    pub quizzes: Vec<Quiz>,
    /// What was right before it, and of the same questions in the first whole go.
    pub gain: Option<Gained>,
    /// What one is to be able to do.
    pub objectives: Vec<Objective>,
    /// How many of its questions are in review.
    pub in_review: usize,
    /// How many of them are due.
    pub due: usize,
    /// The mean chance that one of them is remembered at this moment, 0 to 1.
    pub remembered: Option<f64>,
}

/// A whole go at a quiz, brought to its end.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Quiz {
    /// The event that began it.
    pub id: String,
    /// When it was begun.
    pub began: Moment,
    /// When the last of it was answered.
    pub ended: Moment,
    /// Right ones.
    pub right: usize,
    /// Of how many.
    pub of: usize,
    /// As many as the course wants, or more.
    pub passed: bool,
    /// How long its answers took, each counted as five minutes at most.
    pub seconds: u64,
    /// The last answer.
    #[serde(skip)]
    pub ended_by: EventId,
}

/// Right before, and right after.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Gained {
    /// Before the lesson.
    pub before: usize,
    /// In the quiz.
    pub after: usize,
    /// Of so many.
    pub of: usize,
}

/// An objective.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Objective {
    /// Its id.
    pub id: String,
    /// Completes “You will be able to …”.
    pub text: Clean,
    /// How far one is: unasked, new, begun, right or mastered.
    pub level: &'static str,
    /// The same for people.
    pub words: String,
    /// How many of its questions were right in a quiz.
    pub right: usize,
    /// Of how many.
    pub of: usize,
    /// How many of them were right once more on a later day.
    pub again: usize,
    /// Since when it is mastered.
    pub since: Option<Moment>,
    /// By which answer.
    #[serde(skip)]
    pub by: Option<EventId>,
}

/// All of them.
pub fn all(course: &Course, progress: &Progress, review: &Review) -> Vec<Lesson> {
    let held = objectives(course, progress, &review.terms);
    (0..course.lessons.len()).filter_map(|at| lesson(course, progress, review, at, &held)).collect()
}

fn lesson(course: &Course, progress: &Progress, review: &Review, at: usize, held: &[Held]) -> Option<Lesson> {
    let lesson = course.lessons.get(at)?;
    let (state, words) = state(course, progress, lesson);
    let quizzes = quizzes(course, progress, lesson);
    let read = progress.ended(&lesson.id).cloned();
    let (read_at, read_by) = read.map(|(at, by)| (Moment(at), by)).unzip();
    let done = match progress.standing(course, lesson) {
        Standing::Tested(_) => quizzes.iter().find(|quiz| quiz.passed).map(|quiz| (quiz.ended, quiz.ended_by.clone())),
        Standing::Read if !lesson.has_quiz => read_at.zip(read_by.clone()),
        _ => None,
    };
    let (done_at, done_by) = done.unzip();
    let items: Vec<_> = review.items.iter().filter(|item| item.lesson == lesson.id).collect();
    let now = review.terms.now;
    Some(Lesson {
        id: lesson.id.to_string(),
        number: lesson.number,
        title: lesson.title.clone(),
        minutes: lesson.minutes,
        state,
        words,
        is_done: progress.is_done(course, lesson),
        read_at,
        read_by,
        done_at,
        done_by,
        quizzes,
        gain: first_gain(course, progress, lesson).map(|gain| Gained { before: gain.before, after: gain.after, of: gain.of }),
        objectives: held.iter().filter(|held| held.lesson == at).map(|held| objective(held, &course.words)).collect(),
        in_review: items.len(),
        due: items.iter().filter(|item| item.memory.is_due(now)).count(),
        remembered: mean(items.iter().map(|item| item.memory.recall(now))).map(rounded),
    })
}

fn objective(held: &Held, words: &Words) -> Objective {
    let level = held.level();
    let (since, by) = held.since.clone().map(|(at, by)| (Moment(at), by)).unzip();
    Objective {
        id: held.objective.id.to_string(),
        text: held.objective.text.clone(),
        level: level.name(),
        words: level.in_words(words).to_owned(),
        right: held.right,
        of: held.of,
        again: held.again,
        since,
        by,
    }
}

fn quizzes(course: &Course, progress: &Progress, lesson: &crate::course::Lesson) -> Vec<Quiz> {
    let is_whole = |run: &Run| run.is_of(lesson, Purpose::Quiz) && run.next(course).is_none();
    let whole = progress.runs().into_iter().filter(|(_, run)| is_whole(run));
    whole.filter_map(|(id, run)| quiz(course, id, run)).collect()
}

fn quiz(course: &Course, id: &EventId, run: &Run) -> Option<Quiz> {
    let entries = || run.entries().flat_map(|(_, entries)| entries);
    let last = entries().max_by_key(|entry| (entry.at, &entry.event))?;
    let outcome = run.outcome(course);
    let seconds = entries().filter_map(|entry| entry.given.as_ref()).map(|given| u64::from(counted(given.seconds))).sum();
    Some(Quiz {
        id: id.0.to_string(),
        began: Moment(run.at),
        ended: Moment(last.at),
        right: outcome.right,
        of: outcome.of,
        passed: outcome.passed,
        seconds,
        ended_by: last.event.clone(),
    })
}
