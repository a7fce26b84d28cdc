//! What has happened: events, and what they add up to. The same `apply` serves the replay at the start and the answer just given,
//! so the two cannot disagree. Knows no file and no clock.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::course::{Course, Id, Lesson, Question};
use crate::words::Words;

pub mod calibration;
mod cover;
pub mod day;
mod event;
pub mod gain;
mod interleave;
mod known;
mod made;
pub mod memory;
pub mod mirror;
pub mod morning;
mod next;
pub mod objectives;
mod packed;
pub mod plan;
pub mod queue;
mod reading;
pub mod review;
mod run;
pub mod spent;
mod standing;
mod typed;
mod weakest;
pub mod weeks;

pub use cover::Cover;
pub use event::{Deed, Event, EventId, Field, MirrorPart, PlanPart, Purpose, Stamp, Sure, Went};
pub use made::{Doubt, Draft, Followed, Kept, Made, Mirror, Plan};
pub use memory::{Memory, Rating, Terms};
pub use morning::Morning;
pub use next::{Step, next_step, next_step_from};
pub use packed::Pack;
pub use queue::{Limits, Queue};
pub use reading::Reading;
pub use review::{Item, Review, review};
pub use run::{Entry, Given, Outcome, Run, needed};
pub use standing::{Stands, state};
pub use typed::Typed;
pub use weakest::weakest;

/// What all events add up to. What is right is not in here: that is worked out against the course.
///
/// Events may come in any order and more than once: clocks are set back, and sittings of two machines are laid together. So nothing
/// here depends on who came first, only on the time that an event bears.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Progress {
    lessons: BTreeMap<Id, reading::Trace>,
    runs: BTreeMap<EventId, Run>,
    made: made::Made,
    known: known::Known,
    latest: Option<(Stamp, EventId, Doing)>,
    first: Option<(Stamp, EventId)>,
}

/// What was last done.
#[derive(Clone, Debug, PartialEq)]
pub enum Doing {
    /// Read this lesson.
    Reading(Id),
    /// Answered in this quiz.
    Quiz(EventId),
}

/// Where a lesson stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Standing {
    /// Never opened.
    New,
    /// Known before, as its owner showed; it need not be read.
    PassedOver,
    /// Begun, and this part of it seen (0 to 1).
    Begun(f64),
    /// Read to the end; the quiz waits, if there is one.
    Read,
    /// The quiz was taken; how it went at best.
    Tested(Outcome),
}

/// Everything that ever happened, from the events of all sittings, in any order and however often each is there.
pub fn replay(events: Vec<Event>) -> Progress {
    let mut progress = Progress::default();
    for event in &events {
        progress.apply(event);
    }
    progress
}

impl Progress {
    /// One more thing happened. Does nothing where it is known already.
    pub fn apply(&mut self, event: &Event) {
        if !self.known.insert(&event.id) {
            return;
        }
        earliest(&mut self.first, event);
        let when = || (event.at, event.id.clone());
        match &event.deed {
            Deed::Reached { lesson, place, seen } => {
                self.trace(lesson).reach(when(), *place, *seen);
                self.note_latest(event, Doing::Reading(lesson.clone()));
            }
            Deed::Finished { lesson } => {
                self.trace(lesson).finish(when());
                self.note_latest(event, Doing::Reading(lesson.clone()));
            }
            Deed::Reset { lesson } => self.trace(lesson).begin_anew(when()),
            Deed::Began { .. } => self.begin(event),
            Deed::Answered { quiz, question, fingerprint, answer, drawn, sure, hints, seconds } => {
                let (answer, drawn, wording) = (answer.clone(), drawn.clone(), *fingerprint);
                let given = Given { answer, wording, drawn, sure: *sure, hints: *hints, seconds: *seconds };
                self.enter(event, quiz, question, Some(given));
            }
            Deed::Skipped { quiz, question } => self.enter(event, quiz, question, None),
            Deed::PassedOver { lesson } => {
                self.trace(lesson).pass_over(when());
                self.note_latest(event, Doing::Reading(lesson.clone()));
            }
            Deed::Undid { event: taken_back } => self.undo(taken_back, &event.id),
            Deed::Drafted { quiz, .. } => {
                self.note_latest(event, Doing::Quiz(quiz.clone()));
                self.made.apply(event);
            }
            Deed::Kept { .. } | Deed::Doubted { .. } | Deed::Planned { .. } => self.made.apply(event),
            Deed::Followed { .. } | Deed::MirrorBegan { .. } | Deed::Mirrored { .. } => self.made.apply(event),
            Deed::Typed { .. } => self.made.apply(event),
        }
    }

    fn note_latest(&mut self, event: &Event, doing: Doing) {
        let is_newer = |(at, id, _): &(Stamp, EventId, Doing)| (*at, id) < (event.at, &event.id);
        if self.latest.as_ref().is_none_or(is_newer) {
            self.latest = Some((event.at, event.id.clone(), doing));
        }
    }

    fn trace(&mut self, lesson: &Id) -> &mut reading::Trace {
        self.lessons.entry(lesson.clone()).or_default()
    }

    fn begin(&mut self, event: &Event) {
        let Deed::Began { lesson, questions, purpose, mode } = &event.deed else { return };
        let run = self.runs.entry(event.id.clone()).or_default();
        run.lesson = lesson.clone();
        run.at = event.at;
        run.questions = questions.clone();
        (run.purpose, run.mode) = (Some(*purpose), *mode);
        self.note_latest(event, Doing::Quiz(event.id.clone()));
    }

    fn enter(&mut self, event: &Event, quiz: &EventId, question: &Id, given: Option<Given>) {
        self.note_latest(event, Doing::Quiz(quiz.clone()));
        let entries = &mut self.runs.entry(quiz.clone()).or_default().entries;
        if self.made.is_undone(&event.id) {
            return;
        }
        let entry = Entry { question: question.clone(), at: event.at, event: event.id.clone(), given };
        let place = entries.partition_point(|known| known.key() < entry.key());
        entries.insert(place, entry);
    }

    fn undo(&mut self, taken_back: &EventId, by: &EventId) {
        self.made.undo(taken_back, by);
        if !self.known.contains(taken_back) {
            return;
        }
        let is_in = |run: &Run| run.entries.iter().any(|entry| entry.event == *taken_back);
        let anywhere = || self.runs.iter().find(|(_, run)| is_in(run));
        let found = self.runs_beside(taken_back).find(|(_, run)| is_in(run)).or_else(anywhere).map(|(id, _)| id.clone());
        if let Some(run) = found.and_then(|id| self.runs.get_mut(&id)) {
            run.entries.retain(|entry| entry.event != *taken_back);
        }
    }

    /// The runs begun in the sitting of an event: an answer nearly always belongs to one of them, and their names stand side by side.
    fn runs_beside(&self, event: &EventId) -> impl Iterator<Item = (&EventId, &Run)> {
        let sitting = known::parts(event).map_or_else(|| event.0.clone(), |(sitting, _)| sitting);
        let from = self.runs.range(EventId(sitting.clone())..);
        from.take_while(move |(id, _)| id.0.as_str().starts_with(sitting.as_str()))
    }

    /// When a lesson was first read to its end, whether or not it was begun anew since.
    pub fn ended(&self, lesson: &Id) -> Option<&(Stamp, EventId)> {
        self.lessons.get(lesson)?.ended.as_ref()
    }

    /// How far a lesson was read since it was last begun.
    pub fn reading(&self, lesson: &Id) -> Option<&Reading> {
        self.lessons.get(lesson)?.reading()
    }

    /// A go at a quiz.
    pub fn run(&self, quiz: &EventId) -> Option<&Run> {
        self.runs.get(quiz)
    }

    /// The newest whole go at a lesson's quiz, if something was answered in it and it was not brought to its end.
    pub fn open_run<'a>(&'a self, course: &Course, lesson: &'a Lesson) -> Option<(&'a EventId, &'a Run)> {
        let is_begun = |id: &EventId, run: &Run| !run.entries.is_empty() || self.made.has_drafts(id);
        let begun = self.runs_of(lesson, Purpose::Quiz).filter(|(id, run)| is_begun(id, run));
        let newest = begun.max_by_key(|(id, run)| (run.at, *id));
        newest.filter(|(_, run)| run.next(course).is_some())
    }

    /// Every go at a lesson's questions for a purpose since the lesson was last begun, in no order.
    pub fn runs_of<'a>(&'a self, lesson: &'a Lesson, purpose: Purpose) -> impl Iterator<Item = (&'a EventId, &'a Run)> {
        let trace = self.lessons.get(&lesson.id);
        let counts = move |id: &EventId, run: &Run| trace.is_none_or(|trace| trace.counts(&(run.at, id.clone())));
        self.runs.iter().filter(move |(id, run)| run.is_of(lesson, purpose) && counts(id, run))
    }

    /// Every go at some questions, the oldest first.
    pub fn runs(&self) -> Vec<(&EventId, &Run)> {
        let mut runs: Vec<_> = self.runs.iter().collect();
        runs.sort_by_key(|(id, run)| (run.at, *id));
        runs
    }

    /// What a learner made beside answers: passages kept, drafts, what is half typed, doubts, plans and mirrors.
    pub fn made(&self) -> &made::Made {
        &self.made
    }

    /// When something was last read or answered.
    pub fn last(&self) -> Option<Stamp> {
        self.latest.as_ref().map(|(at, ..)| *at)
    }

    /// The first thing that was done. It stays the same whatever is done later, so it can stand for the learner.
    pub fn first(&self) -> Option<&(Stamp, EventId)> {
        self.first.as_ref()
    }

    /// Nothing was done yet.
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// Loads of a course what `standing` needs: the questions of the lessons whose quiz was taken, the text of those that were begun;
    /// and the questions of those that were passed over, which come into review.
    pub fn load_touched(&self, course: &mut Course) {
        let touched: Vec<usize> = self.touched(course).collect();
        for at in touched {
            let Some(id) = course.lessons.get(at).map(|lesson| lesson.id.clone()) else { continue };
            let is_passed_over = self.lessons.get(&id).is_some_and(|trace| trace.passed_over.is_some());
            if is_passed_over || self.runs.values().any(|run| run.lesson.as_ref() == Some(&id)) {
                course.load_questions(at);
            }
            if self.reading(&id).is_some_and(|reading| !reading.finished) {
                course.load_text(at);
            }
        }
    }

    /// The lessons about which something is known.
    fn touched<'a>(&'a self, course: &'a Course) -> impl Iterator<Item = usize> + 'a {
        let with_runs: HashSet<&Id> = self.runs.values().filter_map(|run| run.lesson.as_ref()).collect();
        let touched = move |lesson: &Lesson| self.lessons.contains_key(&lesson.id) || with_runs.contains(&lesson.id);
        course.lessons.iter().enumerate().filter(move |(_, lesson)| touched(lesson)).map(|(at, _)| at)
    }

    /// Where a lesson stands; `load_touched` must have loaded what that takes.
    pub fn standing(&self, course: &Course, lesson: &Lesson) -> Standing {
        if let Some(outcome) = self.best(course, lesson) {
            return Standing::Tested(outcome);
        }
        match self.reading(&lesson.id) {
            _ if self.lessons.get(&lesson.id).is_some_and(reading::Trace::is_passed_over) => Standing::PassedOver,
            None => Standing::New,
            Some(reading) if reading.finished => Standing::Read,
            Some(reading) => Standing::Begun(lesson.part_before(reading.seen)),
        }
    }

    /// Nothing is left to do in a lesson but to remember it.
    pub fn is_done(&self, course: &Course, lesson: &Lesson) -> bool {
        self.standing(course, lesson).is_done(lesson)
    }

    /// The best whole go at a lesson's quiz that was brought to its end.
    fn best(&self, course: &Course, lesson: &Lesson) -> Option<Outcome> {
        // Years have thousands of runs; each looks its questions up here.
        let known: HashMap<&Id, &Question> = lesson.questions().iter().map(|question| (&question.id, question)).collect();
        let question = |id: &Id| known.get(id).copied();
        let whole = self.runs_of(lesson, Purpose::Quiz).filter(|(_, run)| run.next_of(question).is_none());
        let outcomes = whole.map(|(_, run)| run.outcome_of(course, question));
        outcomes.max_by_key(|outcome| (outcome.passed, outcome.right * 1000 / outcome.of.max(1)))
    }
}

impl Standing {
    /// Nothing is left to do in this lesson but to remember it.
    pub fn is_done(&self, lesson: &Lesson) -> bool {
        match self {
            Standing::Tested(outcome) => outcome.passed,
            Standing::Read => !lesson.has_quiz,
            Standing::PassedOver => true,
            Standing::New | Standing::Begun(_) => false,
        }
    }

    /// The same in a few words; none where there is nothing to say.
    pub fn in_words(self, words: &Words) -> String {
        let words = words.map();
        match self {
            Standing::New => String::new(),
            Standing::PassedOver => words.known_before().to_owned(),
            Standing::Begun(part) => words.read_to(format!("{:.0}", (part * 100.0).clamp(1.0, 99.0))),
            Standing::Read => words.read().to_owned(),
            Standing::Tested(outcome) if outcome.passed => words.passed(outcome.right, outcome.of),
            Standing::Tested(outcome) => words.not_yet(outcome.right, outcome.of),
        }
    }
}

/// Keeps an event if none before it is known.
fn earliest(known: &mut Option<(Stamp, EventId)>, event: &Event) {
    if known.as_ref().is_none_or(|(at, id)| (event.at, &event.id) < (*at, id)) {
        *known = Some((event.at, event.id.clone()));
    }
}

#[cfg(test)]
pub mod any;
#[cfg(test)]
mod tests;
