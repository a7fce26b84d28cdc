//! What a group did with a course, for whoever taught or wrote it. Learners come one after the other; of each only counts are kept, so the
//! report on a thousand takes no more room than on ten, and nothing in it leads back to anyone.
//!
//! - **First answers** count, given after the lesson: later ones were helped by the reasons. An answer to another wording than today's is
//!   left out, because its choices may have been others.
//! - **Under five** learners nothing is shown: no report on fewer, no line that rests on fewer, no count from 1 to 4.
//! - **Plans, notes, doubts, the mirror and whatever anyone typed** are never looked at.

use std::collections::{HashMap, HashSet};

use crate::course::question::Kind;
use crate::course::{Course, Id, Question};
use crate::progress::gain::{Gain, first_gain};
use crate::progress::{EventId, Given, Progress, Purpose, Stamp, Standing};

mod csv;
mod html;
mod lessons;
mod markdown;
mod questions;
mod report;
mod rules;
mod tally;

pub use csv::{COLUMNS, report as csv};
pub use html::report as html;
pub use lessons::{Gains, Lesson};
pub use markdown::report as markdown;
pub use questions::{Item, Wrong};
pub use report::{Report, json};
pub use rules::{ENOUGH, Remark};

use tally::{Gaining, Tally};

/// Fewer learners than these are never shown.
pub const LEAST: usize = 5;

/// The counts so far.
#[derive(Debug)]
pub struct Group<'c> {
    course: &'c Course,
    /// Where each question stands: its lesson, and its place in `tallies`.
    places: HashMap<&'c Id, (usize, &'c Question)>,
    tallies: Vec<Tally>,
    lessons: Vec<LessonCounts>,
    /// The same over all lessons of a learner.
    gaining: Gaining,
    learners: usize,
    completed: usize,
    /// Answers to another wording.
    reworded: usize,
    /// The first event of each learner, so that two exports of one count once.
    known: HashSet<(Stamp, EventId)>,
    doubles: usize,
}

/// How many did what in a lesson.
#[derive(Clone, Debug, Default)]
struct LessonCounts {
    begun: usize,
    done: usize,
    gaining: Gaining,
}

impl<'c> Group<'c> {
    /// Nobody yet. The questions of the course must be loaded.
    pub fn new(course: &'c Course) -> Group<'c> {
        let questions = || course.lessons.iter().flat_map(|lesson| lesson.questions());
        let places = questions().enumerate().map(|(at, question)| (&question.id, (at, question)));
        Group {
            course,
            places: places.collect(),
            tallies: questions().map(Tally::new).collect(),
            lessons: vec![LessonCounts::default(); course.lessons.len()],
            gaining: Gaining::default(),
            learners: 0,
            completed: 0,
            reworded: 0,
            known: HashSet::new(),
            doubles: 0,
        }
    }

    /// One more learner; whoever did nothing is none, and one who was there before is not counted twice.
    pub fn add(&mut self, progress: &Progress) {
        let Some(first) = progress.first() else { return };
        if !self.known.insert(first.clone()) {
            self.doubles += 1;
            return;
        }
        self.learners += 1;
        self.add_lessons(progress);
        self.add_answers(progress);
    }

    /// So many more exports were of someone who is counted, and were laid together with the first.
    pub fn lay_together(&mut self, exports: usize) {
        self.doubles += exports;
    }

    /// How many learners are counted.
    pub fn learners(&self) -> usize {
        self.learners
    }

    fn add_lessons(&mut self, progress: &Progress) {
        let (mut done, mut all) = (0, Gain { before: 0, after: 0, of: 0 });
        for (lesson, counts) in self.course.lessons.iter().zip(&mut self.lessons) {
            let standing = progress.standing(self.course, lesson);
            let is_done = standing.is_done(lesson);
            let is_begun = standing != Standing::New || progress.open_run(self.course, lesson).is_some();
            counts.begun += usize::from(is_begun);
            counts.done += usize::from(is_done);
            done += usize::from(is_done);
            if let Some(gain) = first_gain(self.course, progress, lesson) {
                counts.gaining.add(gain);
                all = Gain { before: all.before + gain.before, after: all.after + gain.after, of: all.of + gain.of };
            }
        }
        self.completed += usize::from(done == self.lessons.len() && done > 0);
        if all.of > 0 {
            self.gaining.add(all);
        }
    }

    fn add_answers(&mut self, progress: &Progress) {
        let mut marked = Vec::new();
        for (id, (_, given)) in first_answers(progress) {
            let Some((at, question)) = self.places.get(id) else { continue };
            match given.wording == question.fingerprint {
                true if !matches!(question.kind, Kind::Stance { .. }) => marked.push((*at, *question, given)),
                true => {}
                false => self.reworded += 1,
            }
        }
        let verdicts: Vec<_> = marked.iter().map(|(_, question, given)| crate::course::mark(question, &given.answer)).collect();
        let right = verdicts.iter().filter(|verdict| verdict.is_right()).count();
        for ((at, question, given), verdict) in marked.iter().zip(&verdicts) {
            let others = marked.len() - 1;
            let right_of_others = right - usize::from(verdict.is_right());
            let rest = (others > 0).then(|| right_of_others as f64 / others as f64);
            if let Some(tally) = self.tallies.get_mut(*at) {
                tally.add(question, given, verdict, rest);
            }
        }
    }
}

/// The first answer to each question that was not given before a lesson.
fn first_answers(progress: &Progress) -> HashMap<&Id, ((Stamp, &EventId), &Given)> {
    let mut first: HashMap<&Id, ((Stamp, &EventId), &Given)> = HashMap::new();
    for (_, run) in progress.runs() {
        if run.purpose.is_none_or(|purpose| purpose == Purpose::Before) {
            continue;
        }
        for (question, entries) in run.entries() {
            let Some((entry, given)) = entries.iter().find_map(|entry| Some((entry, entry.given.as_ref()?))) else { continue };
            let when = (entry.at, &entry.event);
            let known = first.entry(question).or_insert((when, given));
            if when < known.0 {
                *known = (when, given);
            }
        }
    }
    first
}

#[cfg(test)]
mod tests;
