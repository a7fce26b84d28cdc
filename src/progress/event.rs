//! What a learner did. Nothing else is ever written down about anyone: what follows from it is worked out again at each start.

use crate::course::{Answer, Fingerprint, Id, Place};

/// One thing a learner did, and when.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Unique among all events of all machines.
    pub id: EventId,
    /// When.
    pub at: Stamp,
    /// What.
    pub deed: Deed,
}

/// The name of an event: the sitting's random letters and a counter.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct EventId(pub Id);

/// A moment: milliseconds since the beginning of 1970 in UTC.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp(pub i64);

/// The things that can be done.
#[derive(Clone, Debug, PartialEq)]
pub enum Deed {
    /// Read in a lesson as far as this.
    Reached {
        /// The lesson.
        lesson: Id,
        /// The first row on the screen: where reading goes on.
        place: Place,
        /// The last row on the screen: how much has been seen.
        seen: Place,
    },
    /// Came to the end of a lesson's text.
    Finished {
        /// The lesson.
        lesson: Id,
    },
    /// Began a quiz. Its answers name it by the id of this event.
    Began {
        /// The lesson.
        lesson: Id,
        /// The questions in the order in which they are asked.
        questions: Vec<Id>,
        /// All questions of the quiz, or only those missed the last time.
        whole: bool,
    },
    /// Answered a question.
    Answered {
        /// In which quiz.
        quiz: EventId,
        /// Which question.
        question: Id,
        /// Its wording at the time.
        fingerprint: Fingerprint,
        /// The choices in the order in which they were drawn, counted from 0 in the author's order.
        drawn: Vec<usize>,
        /// The answer.
        answer: Answer,
    },
    /// Went past a question.
    Skipped {
        /// In which quiz.
        quiz: EventId,
        /// Which question.
        question: Id,
    },
    /// Kept a passage of a lesson.
    Kept {
        /// The lesson.
        lesson: Id,
        /// Where the passage stands.
        place: Place,
        /// How it begins, so that it is known again when the lesson has changed.
        passage: String,
        /// What the learner wrote to it; may be empty.
        note: String,
    },
    /// Took an answer, or a kept passage, back.
    Undid {
        /// The event that said so.
        event: EventId,
    },
}
