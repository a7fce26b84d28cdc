//! One go at a quiz: what was asked, what became of each question, how it went.

use super::{EventId, Purpose, Stamp, Sure};
use crate::course::question::{Kind, Mode};
use crate::course::{Answer, Course, Fingerprint, Id, Lesson, Question, Verdict, is_right, mark};

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
    pub(super) entries: Vec<Entry>,
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

impl Entry {
    /// What puts the entries of a run in their order.
    pub(super) fn key(&self) -> (&Id, Stamp, &EventId) {
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
        self.next_of(|id| self.question(course, id))
    }

    pub(super) fn next_of<'c>(&self, question: impl Fn(&Id) -> Option<&'c Question>) -> Option<usize> {
        let mut passed_over = None;
        for (at, id) in self.questions.iter().enumerate() {
            match self.entries_of(id) {
                [] if question(id).is_some() => return Some(at),
                [Entry { given: None, .. }] if passed_over.is_none() && question(id).is_some() => passed_over = Some(at),
                _ => {}
            }
        }
        let is_missed =
            |id: &Id| self.answer(id).zip(question(id)).is_some_and(|(answer, question)| !mark(question, answer).is_right());
        let again = || self.questions.iter().position(is_missed).filter(|_| self.mode == Mode::MustPass);
        passed_over.or_else(again)
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
        self.outcome_of(course, |id| self.question(course, id))
    }

    pub(super) fn outcome_of<'c>(&self, course: &Course, question: impl Fn(&Id) -> Option<&'c Question>) -> Outcome {
        let counted = self.questions.iter().filter_map(|id| Some((id, question(id)?)));
        let (mut right, mut of) = (0, 0);
        for (id, question) in counted.filter(|(_, question)| !matches!(question.kind, Kind::Stance { .. })) {
            of += 1;
            right += usize::from(self.answer(id).is_some_and(|answer| is_right(question, answer)));
        }
        Outcome { right, of, passed: right >= needed(course, of) }
    }
}

/// How many of so many questions must be right to pass.
pub fn needed(course: &Course, of: usize) -> usize {
    // A pass mark such as 0.7 is a little more than 7/10 in binary; the rounding error must not ask for one more.
    ((course.pass_mark * of as f64) - 1e-9).ceil().max(0.0) as usize
}
