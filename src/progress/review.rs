//! Which questions are in spaced review, and how each is remembered: worked out anew from all answers, in whatever order their events
//! came. A question enters with its first marked answer; those that are asked nowhere else, and those of a lesson that was passed over, are
//! fresh until then. Owns the rules by which an answer counts; how memory works is `memory.rs`,
//! and what to ask today `queue.rs`.
//!
//! 1. An answer that is not right counts whenever it comes, but once a day: whoever must answer until it is right has forgotten once.
//! 2. An answer that is right counts when its day has come. So nothing counts twice on one day, and neither study ahead nor a quiz that is
//!    taken again pushes anything away that is still to be asked.
//! 3. What was answered before the lesson does not count, nor what was taken back, nor what claims a day that is still to come.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::interleave::Mixed;
use super::memory::{self, Memory, Rating, Terms};
use super::{EventId, Given, Progress, Purpose, Run, Stamp, Sure};
use crate::course::question::{Kind, Pole, Use};
use crate::course::{Course, Id, Lesson, Question, is_right};

/// All that is in review, on the terms under which it was worked out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Review {
    /// The terms.
    pub terms: Terms,
    /// The questions, in the order of the course.
    pub items: Vec<Item>,
    /// Questions of lessons that were taken, on an earlier day, which were never answered: those that are asked in review alone, and all of
    /// a lesson that was passed over.
    pub fresh: Vec<Fresh>,
}

/// A question that is still to come into review.
#[derive(Clone, Debug, PartialEq)]
pub struct Fresh {
    /// The question.
    pub question: Id,
    /// Its lesson.
    pub lesson: Id,
    /// The objective it tests.
    pub objective: Option<Id>,
    /// The pole for which its key speaks.
    pub pole: Pole,
}

/// A question in review.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// The question.
    pub question: Id,
    /// Its lesson.
    pub lesson: Id,
    /// The objective it tests; questions with the same one are siblings.
    pub objective: Option<Id>,
    /// The pole for which its key speaks.
    pub pole: Pole,
    /// How it is remembered.
    pub memory: Memory,
    /// How it last went, as far as that counted.
    pub rating: Rating,
    /// Then it was held for certain, and not right.
    pub is_confident_error: bool,
    /// Whether it is asked in review alone: its first answer came there.
    pub is_case: bool,
    /// How often it was not right since it last was right on its day, each time of one day too.
    pub misses: u32,
}

/// So many misses, and asking once more teaches less than reading.
const TOO_MANY: u32 = 3;

impl Item {
    /// Missed three times in a row: whoever asks it should show the paragraph in which the answer stands.
    pub fn needs_its_paragraph(&self) -> bool {
        self.misses >= TOO_MANY
    }
}

impl Review {
    /// A question, if it is in review.
    pub fn item(&self, question: &Id) -> Option<&Item> {
        self.items.iter().find(|item| item.question == *question)
    }
}

/// An answer with its moment and its event, which parts answers of one moment.
type Answered<'a> = (Stamp, &'a EventId, &'a Given);

/// What is in review. The questions of the course must be loaded; what is not loaded is left out.
pub fn review(course: &Course, progress: &Progress, terms: Terms) -> Review {
    review_until(course, progress, terms, Stamp(i64::MAX))
}

/// The same as it stood before a moment, so that someone can be told what an hour of review has moved.
pub fn review_until(course: &Course, progress: &Progress, terms: Terms, until: Stamp) -> Review {
    Learnt::of(course, progress, &terms, terms.tomorrow().min(until)).now(terms)
}

/// What the answers before a moment add up to, on whatever day one looks at it from that moment on.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Learnt {
    pub(super) items: Vec<Item>,
    /// The questions of each lesson that come fresh into review, from the day after this moment on.
    pub(super) fresh: Vec<(Stamp, Vec<Fresh>)>,
}

impl Learnt {
    pub(super) fn of(course: &Course, progress: &Progress, terms: &Terms, until: Stamp) -> Learnt {
        let mut answers = answers(progress, until, |_| true);
        let anew = |(lesson, question): (&Lesson, &Question)| item(lesson, question, answers.remove(&question.id)?, terms);
        Learnt::from(course, progress, asked_in_review(course).filter_map(anew).collect())
    }

    /// The same, where the questions that were answered are known.
    pub(super) fn from(course: &Course, progress: &Progress, items: Vec<Item>) -> Learnt {
        let answered: HashSet<&Id> = items.iter().map(|item| &item.question).collect();
        let is_fresh = |question: &&Question| is_marked(question) && !answered.contains(&question.id);
        let mut fresh = Vec::new();
        for lesson in &course.lessons {
            let asked = lesson.questions().iter().filter(|question| question.is_for(Use::Review));
            let of_lesson: Vec<Fresh> = asked.filter(is_fresh).map(|question| Fresh::of(lesson, question)).collect();
            if !of_lesson.is_empty() {
                fresh.extend(taken(course, progress, lesson).map(|at| (at, of_lesson)));
            }
        }
        Learnt { items, fresh }
    }

    /// What that is at this moment.
    pub(super) fn now(self, terms: Terms) -> Review {
        let today = terms.morning.day(terms.now);
        let has_come = |(at, _): &(Stamp, Vec<Fresh>)| terms.morning.day(*at) < today;
        let fresh = self.fresh.into_iter().filter(has_come).flat_map(|(_, fresh)| fresh).collect();
        Review { terms, items: self.items, fresh }
    }
}

/// The questions that are asked in review, each with its lesson.
fn asked_in_review(course: &Course) -> impl Iterator<Item = (&Lesson, &Question)> {
    let all = course.lessons.iter().flat_map(|lesson| lesson.questions().iter().map(move |question| (lesson, question)));
    all.filter(|(_, question)| question.is_for(Use::Review))
}

/// When a lesson was taken: its quiz first brought to its end, or the lesson passed over, which counts at once. That it was begun anew
/// changes no review.
fn taken(course: &Course, progress: &Progress, lesson: &Lesson) -> Option<Stamp> {
    if progress.lessons.get(&lesson.id).is_some_and(|trace| trace.passed_over.is_some()) {
        return Some(Stamp(i64::MIN));
    }
    let ended = |run: &Run| run.entries.iter().map(|entry| entry.at).max();
    let quizzes = progress.runs.values().filter(|run| run.is_of(lesson, Purpose::Quiz));
    let mut all: Vec<(Stamp, &Run)> = quizzes.filter_map(|run| Some((ended(run)?, run))).collect();
    all.sort_by_key(|(ended, _)| *ended);
    all.into_iter().find(|(_, run)| run.next(course).is_none()).map(|(ended, _)| ended)
}

/// Whether an answer to it can be right or not.
fn is_marked(question: &Question) -> bool {
    !matches!(question.kind, Kind::Stance { .. })
}

impl Fresh {
    fn of(lesson: &Lesson, question: &Question) -> Fresh {
        Fresh {
            question: question.id.clone(),
            lesson: lesson.id.clone(),
            objective: question.objective.clone(),
            pole: question.pole,
        }
    }
}

impl Mixed for Fresh {
    fn question(&self) -> &Id {
        &self.question
    }

    fn lesson(&self) -> &Id {
        &self.lesson
    }

    fn objective(&self) -> Option<&Id> {
        self.objective.as_ref()
    }

    fn pole(&self) -> Pole {
        self.pole
    }
}

impl Mixed for Item {
    fn question(&self) -> &Id {
        &self.question
    }

    fn lesson(&self) -> &Id {
        &self.lesson
    }

    fn objective(&self) -> Option<&Id> {
        self.objective.as_ref()
    }

    fn pole(&self) -> Pole {
        self.pole
    }
}

/// How well an answer came; nothing where a question has nothing to be right. Who is certain only by a hint was not certain before.
pub fn rating(question: &Question, given: &Given) -> Option<Rating> {
    if !is_marked(question) {
        return None;
    }
    let is_right = is_right(question, &given.answer);
    Some(match given.sure {
        _ if !is_right => Rating::Again,
        _ if given.hints > 0 => Rating::Hard,
        Some(Sure::Guess) => Rating::Hard,
        Some(Sure::Certain) => Rating::Easy,
        Some(Sure::Maybe | Sure::Fairly) | None => Rating::Good,
    })
}

/// The answers before a moment that may count, by question, in no order; of the questions that are wanted.
fn answers(progress: &Progress, until: Stamp, is_wanted: impl Fn(&Id) -> bool) -> HashMap<&Id, Vec<Answered<'_>>> {
    let mut answers: HashMap<&Id, Vec<Answered>> = HashMap::new();
    for run in progress.runs.values().filter(|run| counts(run)) {
        for entry in run.entries.iter().filter(|entry| entry.at < until && is_wanted(&entry.question)) {
            let given = entry.given.as_ref().map(|given| (entry.at, &entry.event, given));
            answers.entry(&entry.question).or_default().extend(given);
        }
    }
    answers
}

impl Review {
    /// Whether every answer is in it: none waits for a day that is still to come.
    pub fn is_of_all(&self, progress: &Progress) -> bool {
        newest(progress).is_none_or(|newest| newest < self.terms.tomorrow())
    }

    /// What it is made of since these questions were answered once more, if it is of all answers.
    pub(super) fn learnt(&self, course: &Course, progress: &Progress, answered: &BTreeSet<Id>) -> Learnt {
        let mut answers = answers(progress, Stamp(i64::MAX), |question| answered.contains(question));
        let mut known: HashMap<&Id, &Item> = self.items.iter().map(|item| (&item.question, item)).collect();
        let now = |(lesson, question): (&Lesson, &Question)| match answered.contains(&question.id) {
            true => item(lesson, question, answers.remove(&question.id)?, &self.terms),
            false => known.remove(&question.id).cloned(),
        };
        Learnt::from(course, progress, asked_in_review(course).filter_map(now).collect())
    }
}

/// When the last answer was given that counts or is still to count.
pub(super) fn newest(progress: &Progress) -> Option<Stamp> {
    let counted = progress.runs.values().filter(|run| counts(run));
    counted.flat_map(|run| &run.entries).filter(|entry| entry.given.is_some()).map(|entry| entry.at).max()
}

/// Whether answers of a run count: not before the lesson, and not where nobody knows yet what the run was for.
fn counts(run: &Run) -> bool {
    run.purpose.is_some_and(|purpose| purpose != Purpose::Before)
}

/// What the answers to a question add up to.
fn item(lesson: &Lesson, question: &Question, mut answers: Vec<Answered>, terms: &Terms) -> Option<Item> {
    answers.sort_unstable_by_key(|(at, event, _)| (*at, *event));
    let mut item: Option<Item> = None;
    for (at, _, given) in answers {
        let rating = rating(question, given)?;
        let mut misses = item.as_ref().map_or(0, |item| item.misses) + u32::from(rating == Rating::Again);
        if let Some(item) = item.as_mut().filter(|item| !item.is_moved_by(rating, at, terms)) {
            item.misses = misses;
            continue;
        }
        if rating != Rating::Again {
            misses = 0;
        }
        item = Some(Item {
            question: question.id.clone(),
            lesson: lesson.id.clone(),
            objective: question.objective.clone(),
            pole: question.pole,
            memory: memory::answered(item.map(|item| item.memory), rating, at, terms),
            rating,
            is_confident_error: rating == Rating::Again && given.sure == Some(Sure::Certain),
            is_case: !question.is_for(Use::Quiz) && !question.is_for(Use::Check),
            misses,
        });
    }
    item
}

impl Item {
    /// Whether one more answer counts.
    fn is_moved_by(&self, rating: Rating, at: Stamp, terms: &Terms) -> bool {
        match rating {
            Rating::Again => self.rating != Rating::Again || terms.morning.between(self.memory.last, at) > 0,
            Rating::Hard | Rating::Good | Rating::Easy => self.memory.is_due(at),
        }
    }
}

#[cfg(test)]
mod tests;
