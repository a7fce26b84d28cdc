//! Which objectives are mastered: those whose questions were all right in a quiz of the lesson, and of which one was right once more on a
//! later day. Once is luck or a fresh text; a second time after a night is memory. What was mastered stays so: how much of it is still
//! there is for `review.rs` to say.

use std::collections::HashMap;

use super::{EventId, Progress, Purpose, Run, Stamp, Terms};
use crate::course::question::{Kind, Use};
use crate::course::{Course, Id, Lesson, Objective, Question, mark};
use crate::words::Words;

/// An objective, and how far someone is with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Held<'c> {
    /// The place of its lesson in the course.
    pub lesson: usize,
    /// What one will be able to do.
    pub objective: &'c Objective,
    /// How many of its questions were right in a quiz.
    pub right: usize,
    /// Of how many that the quiz asks.
    pub of: usize,
    /// How many of them were answered in a quiz.
    pub answered: usize,
    /// How many were right once more on a later day.
    pub again: usize,
    /// Since when it is mastered, and by which answer.
    pub since: Option<(Stamp, EventId)>,
}

/// How far someone is, in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// No question asks for it.
    Unasked,
    /// None of its questions was answered in a quiz.
    New,
    /// Some of them were.
    Begun,
    /// All were right in a quiz; one more day is wanted.
    Right,
    /// And one of them on a later day.
    Mastered,
}

impl Held<'_> {
    /// How far someone is with it.
    pub fn level(&self) -> Level {
        match () {
            () if self.of == 0 => Level::Unasked,
            () if self.since.is_some() => Level::Mastered,
            () if self.right == self.of => Level::Right,
            () if self.answered > 0 => Level::Begun,
            () => Level::New,
        }
    }
}

impl Level {
    /// Each with its name for scripts.
    pub const ALL: [(Level, &'static str); 5] = [
        (Level::Unasked, "unasked"),
        (Level::New, "new"),
        (Level::Begun, "begun"),
        (Level::Right, "right"),
        (Level::Mastered, "mastered"),
    ];

    /// Its name for scripts.
    pub fn name(self) -> &'static str {
        Level::ALL.iter().find(|(level, _)| *level == self).map_or("", |(_, name)| name)
    }

    /// The same for people.
    pub fn in_words(self, words: &Words) -> &str {
        let words = words.report();
        match self {
            Level::Unasked => words.unasked(),
            Level::New => words.not_yet_asked(),
            Level::Begun => words.not_all_right(),
            Level::Right => words.right_once(),
            Level::Mastered => words.mastered(),
        }
    }
}

/// Every objective of a course in its order. The questions must be loaded; what is answered on a day that is still to come does not count.
pub fn objectives<'c>(course: &'c Course, progress: &Progress, terms: &Terms) -> Vec<Held<'c>> {
    let answers = answers(progress, terms);
    let of_lesson = |(at, lesson): (usize, &'c Lesson)| {
        lesson.objectives.iter().map(move |objective| (at, lesson, objective)).collect::<Vec<_>>()
    };
    let all = course.lessons.iter().enumerate().flat_map(of_lesson);
    all.map(|(at, lesson, objective)| held(at, lesson, objective, &answers, terms)).collect()
}

/// An answer, as far as it bears on this.
struct Given<'a> {
    at: Stamp,
    event: &'a EventId,
    answer: &'a crate::course::Answer,
    in_quiz: bool,
}

/// Every answer but those before a lesson, by question, the oldest first.
fn answers<'a>(progress: &'a Progress, terms: &Terms) -> HashMap<&'a Id, Vec<Given<'a>>> {
    let today = terms.morning.day(terms.now);
    let mut all: HashMap<&Id, Vec<Given>> = HashMap::new();
    for run in progress.runs.values().filter(|run| run.purpose.is_some_and(|purpose| purpose != Purpose::Before)) {
        for (question, entries) in run.entries() {
            let given = entries.iter().filter(|entry| terms.morning.day(entry.at) <= today).filter_map(|entry| {
                let answer = &entry.given.as_ref()?.answer;
                Some(Given { at: entry.at, event: &entry.event, answer, in_quiz: is_quiz(run) })
            });
            all.entry(question).or_default().extend(given);
        }
    }
    all.values_mut().for_each(|given| given.sort_unstable_by_key(|one| (one.at, one.event)));
    all
}

/// Whether a run is a lesson's quiz: the whole of it, or what was missed in it.
fn is_quiz(run: &Run) -> bool {
    matches!(run.purpose, Some(Purpose::Quiz | Purpose::Missed)) && run.lesson.is_some()
}

fn held<'c>(
    at: usize,
    lesson: &'c Lesson,
    objective: &'c Objective,
    answers: &HashMap<&Id, Vec<Given>>,
    terms: &Terms,
) -> Held<'c> {
    let mut held = Held { lesson: at, objective, right: 0, of: 0, answered: 0, again: 0, since: None };
    let mut all_right: Option<(Stamp, &EventId)> = None;
    let mut again: Option<(Stamp, &EventId)> = None;
    for question in lesson.questions().iter().filter(|question| asks_for(question, objective)) {
        held.of += 1;
        let given = answers.get(&question.id).map_or(&[][..], Vec::as_slice);
        held.answered += usize::from(given.iter().any(|one| one.in_quiz));
        let right: Vec<&Given> = given.iter().filter(|one| mark(question, one.answer).is_right()).collect();
        let Some(first) = right.iter().find(|one| one.in_quiz) else { continue };
        held.right += 1;
        all_right = all_right.max(Some((first.at, first.event)));
        if let Some(later) = right.iter().find(|one| terms.morning.between(first.at, one.at) > 0) {
            held.again += 1;
            again = Some(again.map_or((later.at, later.event), |known| known.min((later.at, later.event))));
        }
    }
    if held.right == held.of {
        held.since = all_right.zip(again).map(|(one, other)| one.max(other)).map(|(at, event)| (at, event.clone()));
    }
    held
}

/// Whether a question of the quiz tests it. One without a key tests nothing.
fn asks_for(question: &Question, objective: &Objective) -> bool {
    let counts = question.is_for(Use::Quiz) && !matches!(question.kind, Kind::Stance { .. });
    counts && question.objective.as_ref() == Some(&objective.id)
}

#[cfg(test)]
mod tests;
