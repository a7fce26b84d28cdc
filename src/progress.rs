//! What has happened: events, and what they add up to. The same `apply` serves the replay at the start and the answer just given,
//! so the two cannot disagree. Knows no file and no clock.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::course::{Answer, Course, Id, Lesson, Place, mark};

mod event;
mod next;

pub use event::{Deed, Event, EventId, Stamp};
pub use next::{Step, next_step};

/// What all events add up to. What is right is not in here: that is worked out against the course.
///
/// Events may come in any order and more than once: clocks are set back, and sittings of two machines are laid together. So nothing
/// here depends on who came first, only on the time that an event bears.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Progress {
    lessons: BTreeMap<Id, Reading>,
    runs: BTreeMap<EventId, Run>,
    /// To which quiz and question an answer or a skip belongs, for taking it back.
    given: BTreeMap<EventId, (EventId, Id)>,
    undone: BTreeSet<EventId>,
    kept: BTreeMap<EventId, Kept>,
    known: HashSet<EventId>,
    latest: Option<(Stamp, EventId, Doing)>,
}

/// How far someone has read a lesson.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// Where to go on.
    pub place: Place,
    /// The furthest that was on the screen.
    pub seen: Place,
    /// The end was on the screen.
    pub finished: bool,
    /// When the place was noted.
    at: Option<(Stamp, EventId)>,
}

/// A passage that was kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// When.
    pub at: Stamp,
    /// In which lesson.
    pub lesson: Id,
    /// Where it stands.
    pub place: Place,
    /// How it begins.
    pub passage: String,
    /// What the learner wrote to it.
    pub note: String,
}

/// One go at a quiz.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Run {
    /// Of which lesson, once its beginning is known.
    pub lesson: Option<Id>,
    /// When it was begun.
    pub at: Stamp,
    /// What is asked, in order.
    pub questions: Vec<Id>,
    /// Whether it asks everything the quiz has.
    pub whole: bool,
    /// What was answered or skipped and not taken back, by question, the oldest first.
    entries: BTreeMap<Id, Vec<Entry>>,
}

/// What became of a question in a run.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// When.
    pub at: Stamp,
    /// The event that said so.
    pub event: EventId,
    /// The answer; `None` where the question was passed over.
    pub answer: Option<Answer>,
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
        if !self.known.insert(event.id.clone()) {
            return;
        }
        match &event.deed {
            Deed::Reached { lesson, place, seen } => self.reach(event, lesson, *place, *seen),
            Deed::Finished { lesson } => {
                self.lessons.entry(lesson.clone()).or_default().finished = true;
                self.note_latest(event, Doing::Reading(lesson.clone()));
            }
            Deed::Began { lesson, questions, whole } => self.begin(event, lesson, questions, *whole),
            Deed::Answered { quiz, question, answer, .. } => self.enter(event, quiz, question, Some(answer.clone())),
            Deed::Skipped { quiz, question } => self.enter(event, quiz, question, None),
            Deed::Kept { lesson, place, passage, note } => {
                let (lesson, passage, note) = (lesson.clone(), passage.clone(), note.clone());
                self.kept.insert(event.id.clone(), Kept { at: event.at, lesson, place: *place, passage, note });
            }
            Deed::Undid { event } => self.undo(event),
        }
    }

    fn note_latest(&mut self, event: &Event, doing: Doing) {
        let is_newer = |(at, id, _): &(Stamp, EventId, Doing)| (*at, id) < (event.at, &event.id);
        if self.latest.as_ref().is_none_or(is_newer) {
            self.latest = Some((event.at, event.id.clone(), doing));
        }
    }

    fn reach(&mut self, event: &Event, lesson: &Id, place: Place, seen: Place) {
        let reading = self.lessons.entry(lesson.clone()).or_default();
        let at = Some((event.at, event.id.clone()));
        if reading.at < at {
            (reading.place, reading.at) = (place, at);
        }
        reading.seen = reading.seen.max(seen);
        self.note_latest(event, Doing::Reading(lesson.clone()));
    }

    fn begin(&mut self, event: &Event, lesson: &Id, questions: &[Id], whole: bool) {
        let run = self.runs.entry(event.id.clone()).or_default();
        run.lesson = Some(lesson.clone());
        run.at = event.at;
        run.questions = questions.to_vec();
        run.whole = whole;
        self.note_latest(event, Doing::Quiz(event.id.clone()));
    }

    fn enter(&mut self, event: &Event, quiz: &EventId, question: &Id, answer: Option<Answer>) {
        self.note_latest(event, Doing::Quiz(quiz.clone()));
        self.given.insert(event.id.clone(), (quiz.clone(), question.clone()));
        if self.undone.contains(&event.id) {
            return;
        }
        let entry = Entry { at: event.at, event: event.id.clone(), answer };
        let entries = self.runs.entry(quiz.clone()).or_default().entries.entry(question.clone()).or_default();
        let place = entries.partition_point(|known| (known.at, &known.event) < (entry.at, &entry.event));
        entries.insert(place, entry);
    }

    fn undo(&mut self, taken_back: &EventId) {
        self.undone.insert(taken_back.clone());
        let Some((quiz, question)) = self.given.get(taken_back) else { return };
        let Some(run) = self.runs.get_mut(quiz) else { return };
        if let Some(entries) = run.entries.get_mut(question) {
            entries.retain(|entry| entry.event != *taken_back);
            if entries.is_empty() {
                run.entries.remove(question);
            }
        }
    }

    /// How far a lesson was read.
    pub fn reading(&self, lesson: &Id) -> Option<&Reading> {
        self.lessons.get(lesson)
    }

    /// The passages that were kept and not taken back, in the order of the course and its texts.
    pub fn kept<'a>(&'a self, course: &'a Course) -> Vec<(&'a EventId, &'a Kept)> {
        let of_course = |kept: &Kept| course.position(&kept.lesson);
        let mut all: Vec<_> =
            self.kept.iter().filter(|(id, kept)| !self.undone.contains(*id) && of_course(kept).is_some()).collect();
        all.sort_by_key(|(_, kept)| (of_course(kept), kept.place, kept.at));
        all
    }

    /// Whether anything is kept.
    pub fn has_kept(&self) -> bool {
        self.kept.keys().any(|id| !self.undone.contains(id))
    }

    /// A go at a quiz.
    pub fn run(&self, quiz: &EventId) -> Option<&Run> {
        self.runs.get(quiz)
    }

    /// The newest whole go at a lesson's quiz, if something was answered in it and it was not brought to its end.
    pub fn open_run(&self, lesson: &Lesson) -> Option<(&EventId, &Run)> {
        let of_lesson = |run: &Run| run.lesson.as_ref() == Some(&lesson.id) && run.whole && !run.entries.is_empty();
        let newest = self.runs.iter().filter(|(_, run)| of_lesson(run)).max_by_key(|(id, run)| (run.at, *id));
        newest.filter(|(_, run)| run.next(lesson).is_some())
    }

    /// Nothing was done yet.
    pub fn is_empty(&self) -> bool {
        self.latest.is_none()
    }

    /// Loads of a course what `standing` needs: the questions of the lessons whose quiz was taken, the text of those that were begun.
    pub fn load_touched(&self, course: &mut Course) {
        let touched: Vec<usize> = self.touched(course).collect();
        for at in touched {
            let Some(id) = course.lessons.get(at).map(|lesson| lesson.id.clone()) else { continue };
            if self.runs.values().any(|run| run.lesson.as_ref() == Some(&id)) {
                course.load_questions(at);
            }
            if self.lessons.get(&id).is_some_and(|reading| !reading.finished) {
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
            Standing::Read => !lesson.has_quiz,
            Standing::New | Standing::Begun(_) => false,
        }
    }

    /// The best whole go at a lesson's quiz that was brought to its end.
    fn best(&self, course: &Course, lesson: &Lesson) -> Option<Outcome> {
        let whole =
            self.runs.values().filter(|run| run.lesson.as_ref() == Some(&lesson.id) && run.whole && run.next(lesson).is_none());
        whole
            .map(|run| run.outcome(course, lesson))
            .max_by_key(|outcome| (outcome.passed, outcome.right * 1000 / outcome.of.max(1)))
    }
}

impl Run {
    /// The question to ask next: the first that is untouched; then those passed over once, because a stray key may have done that.
    /// Questions that are no longer in the course are passed over; `None` when nothing is open.
    pub fn next(&self, lesson: &Lesson) -> Option<usize> {
        let open = |times: usize| {
            let is_open = |id: &Id| lesson.question(id).is_some() && self.answer(id).is_none() && self.tries(id) == times;
            self.questions.iter().position(is_open)
        };
        open(0).or_else(|| open(1))
    }

    /// How often a question was answered or passed over.
    fn tries(&self, question: &Id) -> usize {
        self.entries.get(question).map_or(0, Vec::len)
    }

    /// What last became of a question.
    pub fn entry(&self, question: &Id) -> Option<&Entry> {
        self.entries.get(question)?.last()
    }

    /// The answer that counts.
    pub fn answer(&self, question: &Id) -> Option<&Answer> {
        self.entry(question)?.answer.as_ref()
    }

    /// Whether a question was answered, and rightly. Questions that are no longer in the course count as not there.
    pub fn is_right(&self, lesson: &Lesson, question: &Id) -> bool {
        match (self.answer(question), lesson.question(question)) {
            (Some(answer), Some(question)) => mark(question, answer).is_right(),
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

impl Standing {
    /// The same in a few words; none where there is nothing to say.
    pub fn in_words(self) -> String {
        match self {
            Standing::New => String::new(),
            Standing::Begun(part) => format!("read to {:.0} %", (part * 100.0).clamp(1.0, 99.0)),
            Standing::Read => "read".to_owned(),
            Standing::Tested(outcome) if outcome.passed => format!("passed, {} of {}", outcome.right, outcome.of),
            Standing::Tested(outcome) => format!("not yet, {} of {}", outcome.right, outcome.of),
        }
    }
}

/// How many of so many questions must be right to pass.
pub fn needed(course: &Course, of: usize) -> usize {
    // A pass mark such as 0.7 is a little more than 7/10 in binary; the rounding error must not ask for one more.
    ((course.pass_mark * of as f64) - 1e-9).ceil().max(0.0) as usize
}

#[cfg(test)]
mod tests;
