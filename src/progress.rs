//! What has happened: events, and what they add up to. The same `apply` serves the replay at the start and the answer just given,
//! so the two cannot disagree. Knows no file and no clock.

use std::collections::{BTreeMap, HashSet};

use crate::course::{Answer, Course, Id, Lesson, Place, mark};

mod event;
mod next;

pub use event::{Deed, Event, EventId, Stamp};
pub use next::{Step, next_step};

/// What all events add up to. What is right is not in here: that is worked out against the course.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Progress {
    lessons: BTreeMap<Id, Reading>,
    runs: BTreeMap<EventId, Run>,
    /// Which quiz an answer belongs to, for taking it back.
    answers: BTreeMap<EventId, (EventId, Id)>,
    known: HashSet<EventId>,
    latest: Option<Doing>,
}

/// How far someone has read a lesson.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Reading {
    /// Where to go on.
    pub place: Place,
    /// The furthest that was on the screen.
    pub seen: Place,
    /// The end was on the screen.
    pub finished: bool,
}

/// One go at a quiz.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// Of which lesson.
    pub lesson: Id,
    /// When it was begun.
    pub at: Stamp,
    /// What is asked, in order.
    pub questions: Vec<Id>,
    /// Whether it asks everything the quiz has.
    pub whole: bool,
    /// What was answered or skipped.
    pub entries: BTreeMap<Id, Entry>,
}

/// What became of a question in a run.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry {
    /// It was answered.
    Answered {
        /// The event that said so.
        event: EventId,
        /// The order in which the choices were drawn.
        drawn: Vec<usize>,
        /// The answer.
        answer: Answer,
    },
    /// It was passed over.
    Skipped,
}

/// What was last done.
#[derive(Clone, Debug, PartialEq)]
pub enum Doing {
    /// Read this lesson.
    Reading(Id),
    /// Answered in this quiz.
    Quiz(EventId),
}

/// How a quiz went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// How many questions were right.
    pub right: usize,
    /// Of how many.
    pub of: usize,
    /// As many as the course wants, or more.
    pub passed: bool,
}

/// Where a lesson stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Standing {
    /// Never opened.
    New,
    /// Begun, and this part of it seen (0 to 1).
    Begun(f64),
    /// Read to the end; the quiz waits, if there is one.
    Read,
    /// The quiz was taken; how it went at best.
    Tested(Outcome),
}

/// Everything that ever happened, from the events of all sittings, in any order and however often each is there.
pub fn replay(mut events: Vec<Event>) -> Progress {
    events.sort_by(|a, b| (a.at, &a.id).cmp(&(b.at, &b.id)));
    let mut progress = Progress::default();
    for event in &events {
        progress.apply(event);
    }
    progress
}

impl Progress {
    /// One more thing happened. Does nothing where it is known already.
    pub fn apply(&mut self, event: &Event) {
        if !self.known.insert(event.id.clone()) {
            return;
        }
        match &event.deed {
            Deed::Reached { lesson, place, seen } => self.reach(lesson, *place, *seen),
            Deed::Finished { lesson } => self.finish(lesson),
            Deed::Began { lesson, questions, whole } => self.begin(event, lesson, questions, *whole),
            Deed::Answered { quiz, question, drawn, answer, .. } => {
                let entry = Entry::Answered { event: event.id.clone(), drawn: drawn.clone(), answer: answer.clone() };
                self.answers.insert(event.id.clone(), (quiz.clone(), question.clone()));
                self.enter(quiz, question, entry);
            }
            Deed::Skipped { quiz, question } => self.enter(quiz, question, Entry::Skipped),
            Deed::Undid { event } => self.undo(event),
        }
    }

    fn reach(&mut self, lesson: &Id, place: Place, seen: Place) {
        let reading = self.lessons.entry(lesson.clone()).or_default();
        reading.place = place;
        reading.seen = reading.seen.max(seen);
        self.latest = Some(Doing::Reading(lesson.clone()));
    }

    fn finish(&mut self, lesson: &Id) {
        self.lessons.entry(lesson.clone()).or_default().finished = true;
        self.latest = Some(Doing::Reading(lesson.clone()));
    }

    fn begin(&mut self, event: &Event, lesson: &Id, questions: &[Id], whole: bool) {
        let run = Run { lesson: lesson.clone(), at: event.at, questions: questions.to_vec(), whole, entries: BTreeMap::new() };
        self.runs.insert(event.id.clone(), run);
        self.latest = Some(Doing::Quiz(event.id.clone()));
    }

    fn enter(&mut self, quiz: &EventId, question: &Id, entry: Entry) {
        if let Some(run) = self.runs.get_mut(quiz) {
            run.entries.insert(question.clone(), entry);
            self.latest = Some(Doing::Quiz(quiz.clone()));
        }
    }

    fn undo(&mut self, answer: &EventId) {
        let Some((quiz, question)) = self.answers.get(answer) else { return };
        let Some(run) = self.runs.get_mut(quiz) else { return };
        if matches!(run.entries.get(question), Some(Entry::Answered { event, .. }) if event == answer) {
            run.entries.remove(question);
        }
    }

    /// How far a lesson was read.
    pub fn reading(&self, lesson: &Id) -> Option<&Reading> {
        self.lessons.get(lesson)
    }

    /// A go at a quiz.
    pub fn run(&self, quiz: &EventId) -> Option<&Run> {
        self.runs.get(quiz)
    }

    /// The newest go at a lesson's quiz that was not brought to its end.
    pub fn open_run(&self, lesson: &Id) -> Option<(&EventId, &Run)> {
        let newest = self.runs.iter().filter(|(_, run)| run.lesson == *lesson).max_by_key(|(id, run)| (run.at, *id));
        newest.filter(|(_, run)| !run.is_done())
    }

    /// Nothing was done yet.
    pub fn is_empty(&self) -> bool {
        self.latest.is_none()
    }

    /// The lessons about which something is known.
    pub fn touched<'a>(&'a self, course: &'a Course) -> impl Iterator<Item = usize> + 'a {
        let with_runs: HashSet<&Id> = self.runs.values().map(|run| &run.lesson).collect();
        let touched = move |lesson: &Lesson| self.lessons.contains_key(&lesson.id) || with_runs.contains(&lesson.id);
        course.lessons.iter().enumerate().filter(move |(_, lesson)| touched(lesson)).map(|(at, _)| at)
    }

    /// Where a lesson stands. Its body must be loaded if anything is known about it.
    pub fn standing(&self, course: &Course, lesson: &Lesson) -> Standing {
        if let Some(outcome) = self.best(course, lesson) {
            return Standing::Tested(outcome);
        }
        match self.lessons.get(&lesson.id) {
            None => Standing::New,
            Some(reading) if reading.finished => Standing::Read,
            Some(reading) => Standing::Begun(lesson.part_before(reading.seen)),
        }
    }

    /// Nothing is left to do in a lesson but to remember it.
    pub fn is_done(&self, course: &Course, lesson: &Lesson) -> bool {
        match self.standing(course, lesson) {
            Standing::Tested(outcome) => outcome.passed,
            Standing::Read => lesson.quiz().next().is_none(),
            Standing::New | Standing::Begun(_) => false,
        }
    }

    /// The best whole go at a lesson's quiz that was brought to its end.
    fn best(&self, course: &Course, lesson: &Lesson) -> Option<Outcome> {
        let whole = self.runs.values().filter(|run| run.lesson == lesson.id && run.whole && run.is_done());
        whole
            .map(|run| run.outcome(course, lesson))
            .max_by_key(|outcome| (outcome.passed, outcome.right * 1000 / outcome.of.max(1)))
    }
}

impl Run {
    /// Every question was answered or skipped.
    pub fn is_done(&self) -> bool {
        self.questions.iter().all(|question| self.entries.contains_key(question))
    }

    /// The first question that was neither answered nor skipped.
    pub fn next(&self) -> Option<usize> {
        self.questions.iter().position(|question| !self.entries.contains_key(question))
    }

    /// Whether a question was answered, and rightly. Questions that are no longer in the course count as not there.
    pub fn is_right(&self, lesson: &Lesson, question: &Id) -> bool {
        match (self.entries.get(question), lesson.question(question)) {
            (Some(Entry::Answered { answer, .. }), Some(question)) => mark(question, answer).is_right(),
            _ => false,
        }
    }

    /// How it went: right ones of those that the course still has.
    pub fn outcome(&self, course: &Course, lesson: &Lesson) -> Outcome {
        let asked: Vec<&Id> = self.questions.iter().filter(|question| lesson.question(question).is_some()).collect();
        let right = asked.iter().filter(|question| self.is_right(lesson, question)).count();
        Outcome { right, of: asked.len(), passed: right >= needed(course, asked.len()) }
    }
}

/// How many of so many questions must be right to pass.
pub fn needed(course: &Course, of: usize) -> usize {
    // A pass mark such as 0.7 is a little more than 7/10 in binary; the rounding error must not ask for one more.
    ((course.pass_mark * of as f64) - 1e-9).ceil().max(0.0) as usize
}

#[cfg(test)]
mod tests;
