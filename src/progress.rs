//! What has happened: events, and what they add up to. The same `apply` serves the replay at the start and the answer just given,
//! so the two cannot disagree. Knows no file and no clock.

use std::collections::{BTreeMap, HashSet};

use crate::course::question::{Kind, Mode};
use crate::course::{Answer, Course, Fingerprint, Id, Lesson, Question, Verdict, mark};

pub mod calibration;
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
pub mod spent;
mod standing;
mod weakest;
pub mod weeks;

pub use event::{Deed, Event, EventId, MirrorPart, Purpose, Stamp, Sure, Went};
pub use made::{Doubt, Draft, Followed, Kept, Made, Mirror, Plan};
pub use memory::{Memory, Rating, Terms};
pub use morning::Morning;
pub use next::{Step, next_step, next_step_from};
pub use packed::Pack;
pub use queue::{Limits, Queue};
pub use reading::Reading;
pub use review::{Item, Review, review};
pub use standing::state;
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

/// One go at a quiz.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Run {
    /// Of which lesson, once its beginning is known.
    pub lesson: Option<Id>,
    /// When it was begun.
    pub at: Stamp,
    /// What is asked, in order.
    pub questions: Vec<Id>,
    /// What they are asked for, once the beginning is known.
    pub purpose: Option<Purpose>,
    /// When it is told what was right.
    pub mode: Mode,
    /// What was answered or skipped and not taken back, by question, the oldest first.
    entries: Vec<Entry>,
}

/// What became of a question in a run.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Which question.
    pub question: Id,
    /// When.
    pub at: Stamp,
    /// The event that said so.
    pub event: EventId,
    /// What was given; `None` where the question was passed over.
    pub given: Option<Given>,
}

/// An answer with what belongs to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    /// The answer.
    pub answer: Answer,
    /// The wording of the question at the time.
    pub wording: Fingerprint,
    /// What was drawn in which order.
    pub drawn: Vec<usize>,
    /// How sure the learner was.
    pub sure: Option<Sure>,
    /// How many hints were shown before.
    pub hints: usize,
    /// How long it took, in seconds.
    pub seconds: u32,
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

    /// What a learner made beside answers: passages kept, drafts, doubts, plans and mirrors.
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

    /// Loads of a course what `standing` needs: the questions of the lessons whose quiz was taken, the text of those that were begun.
    pub fn load_touched(&self, course: &mut Course) {
        let touched: Vec<usize> = self.touched(course).collect();
        for at in touched {
            let Some(id) = course.lessons.get(at).map(|lesson| lesson.id.clone()) else { continue };
            if self.runs.values().any(|run| run.lesson.as_ref() == Some(&id)) {
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
        let whole = self.runs_of(lesson, Purpose::Quiz).filter(|(_, run)| run.next(course).is_none());
        whole.map(|(_, run)| run.outcome(course)).max_by_key(|outcome| (outcome.passed, outcome.right * 1000 / outcome.of.max(1)))
    }
}

impl Entry {
    /// What puts the entries of a run in their order.
    fn key(&self) -> (&Id, Stamp, &EventId) {
        (&self.question, self.at, &self.event)
    }
}

impl Run {
    /// Whether it is one of this lesson, for this purpose.
    pub fn is_of(&self, lesson: &Lesson, purpose: Purpose) -> bool {
        self.lesson.as_ref() == Some(&lesson.id) && self.purpose == Some(purpose)
    }

    /// A question of it, if the course still has that.
    pub fn question<'c>(&self, course: &'c Course, id: &Id) -> Option<&'c Question> {
        match &self.lesson {
            Some(lesson) => course.lessons.get(course.position(lesson)?)?.question(id),
            None => course.question(id).map(|(_, question)| question),
        }
    }

    /// The question to ask next: the first that is untouched; then those passed over once, because a stray key may have done that.
    /// Questions that are no longer in the course are passed over; `None` when nothing is open.
    pub fn next(&self, course: &Course) -> Option<usize> {
        let open = |times: usize| {
            let is_open = |id: &Id| self.answer(id).is_none() && self.tries(id) == times && self.question(course, id).is_some();
            self.questions.iter().position(is_open)
        };
        let missed = |id: &Id| self.answer(id).is_some() && self.verdict(course, id).is_some_and(|verdict| !verdict.is_right());
        let again = || self.questions.iter().position(missed).filter(|_| self.mode == Mode::MustPass);
        open(0).or_else(|| open(1)).or_else(again)
    }

    /// Every answer and skip in it that was not taken back, by question, the oldest first of each.
    pub fn entries(&self) -> impl Iterator<Item = (&Id, &[Entry])> {
        let of_one = self.entries.chunk_by(|one, next| one.question == next.question);
        of_one.filter_map(|entries| Some((&entries.first()?.question, entries)))
    }

    /// How often a question was answered or passed over.
    pub fn tries(&self, question: &Id) -> usize {
        self.entries_of(question).len()
    }

    /// What became of a question, the oldest first.
    fn entries_of(&self, question: &Id) -> &[Entry] {
        let from = self.entries.partition_point(|entry| entry.question < *question);
        let after = self.entries.get(from..).unwrap_or_default();
        after.get(..after.partition_point(|entry| entry.question == *question)).unwrap_or_default()
    }

    /// What last became of a question.
    pub fn entry(&self, question: &Id) -> Option<&Entry> {
        self.entries_of(question).last()
    }

    /// What was given, and counts.
    pub fn given(&self, question: &Id) -> Option<&Given> {
        self.entry(question)?.given.as_ref()
    }

    /// What was given first, before any reason was read.
    pub fn first(&self, question: &Id) -> Option<&Given> {
        self.entries_of(question).iter().find_map(|entry| entry.given.as_ref())
    }

    /// The answer that counts.
    pub fn answer(&self, question: &Id) -> Option<&Answer> {
        self.given(question).map(|given| &given.answer)
    }

    /// Whether nothing was answered or passed over in it.
    pub fn is_untouched(&self) -> bool {
        self.entries.is_empty()
    }

    /// What the answer to a question is worth; none where it was not answered or is no longer in the course.
    pub fn verdict(&self, course: &Course, id: &Id) -> Option<Verdict> {
        Some(mark(self.question(course, id)?, self.answer(id)?))
    }

    /// Whether a question was answered, and rightly.
    pub fn is_right(&self, course: &Course, id: &Id) -> bool {
        self.verdict(course, id).is_some_and(|verdict| verdict.is_right())
    }

    /// Whether an answer was held for certain and is not right.
    pub fn is_confident_error(&self, course: &Course, id: &Id) -> bool {
        let certain = self.given(id).is_some_and(|given| given.sure == Some(Sure::Certain));
        certain && self.verdict(course, id).is_some_and(|verdict| !verdict.is_right())
    }

    /// The questions that count: those with a key or with a rating of one's own, which the course still has.
    pub fn counted<'r>(&'r self, course: &'r Course) -> impl Iterator<Item = &'r Id> {
        let counts = |id: &&Id| self.question(course, id).is_some_and(|question| !matches!(question.kind, Kind::Stance { .. }));
        self.questions.iter().filter(counts)
    }

    /// How it went: right ones of those that count.
    pub fn outcome(&self, course: &Course) -> Outcome {
        let counted = self.questions.iter().filter_map(|id| Some((id, self.question(course, id)?)));
        let (mut right, mut of) = (0, 0);
        for (id, question) in counted.filter(|(_, question)| !matches!(question.kind, Kind::Stance { .. })) {
            of += 1;
            right += usize::from(self.answer(id).is_some_and(|answer| mark(question, answer).is_right()));
        }
        Outcome { right, of, passed: right >= needed(course, of) }
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
    pub fn in_words(self) -> String {
        match self {
            Standing::New => String::new(),
            Standing::PassedOver => "known before".to_owned(),
            Standing::Begun(part) => format!("read to {:.0} %", (part * 100.0).clamp(1.0, 99.0)),
            Standing::Read => "read".to_owned(),
            Standing::Tested(outcome) if outcome.passed => format!("passed, {} of {}", outcome.right, outcome.of),
            Standing::Tested(outcome) => format!("not yet, {} of {}", outcome.right, outcome.of),
        }
    }
}

/// Keeps an event if none before it is known.
fn earliest(known: &mut Option<(Stamp, EventId)>, event: &Event) {
    if known.as_ref().is_none_or(|(at, id)| (event.at, &event.id) < (*at, id)) {
        *known = Some((event.at, event.id.clone()));
    }
}

/// How many of so many questions must be right to pass.
pub fn needed(course: &Course, of: usize) -> usize {
    // A pass mark such as 0.7 is a little more than 7/10 in binary; the rounding error must not ask for one more.
    ((course.pass_mark * of as f64) - 1e-9).ceil().max(0.0) as usize
}

#[cfg(test)]
pub mod any;
#[cfg(test)]
mod tests;
