//! What a learner did. Nothing else is ever written down about anyone: what follows from it is worked out again at each start.

use crate::course::question::Mode;
use crate::course::{Answer, Fingerprint, Id, Place};
use crate::words::Words;

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
    /// Began to answer questions. The answers name them by the id of this event.
    Began {
        /// The lesson; none where they come from several.
        lesson: Option<Id>,
        /// The questions in the order in which they are asked.
        questions: Vec<Id>,
        /// What for.
        purpose: Purpose,
        /// When it is told what was right.
        mode: Mode,
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
        /// How sure the learner was; none where that was not asked.
        sure: Option<Sure>,
        /// How many hints were shown before.
        hints: usize,
        /// How long it took, in seconds.
        seconds: u32,
    },
    /// Left an answer half made; the last of these counts until the question is answered.
    Drafted {
        /// In which quiz.
        quiz: EventId,
        /// Which question.
        question: Id,
        /// What was drawn in which order.
        drawn: Vec<usize>,
        /// The answer so far.
        answer: Answer,
        /// How many hints were shown.
        hints: usize,
    },
    /// Was typing into a field and is not done with it; the last of these for a field counts until what it asks for is done.
    Typed {
        /// Into which.
        field: Field,
        /// What stands in it.
        text: String,
        /// The field was left with that in it. It waits there, and is nothing that one carries on with.
        is_aside: bool,
    },
    /// Said that a question is faulty.
    Doubted {
        /// Which question.
        question: Id,
        /// Its wording at the time.
        fingerprint: Fingerprint,
        /// What is wrong with it, in the learner's words.
        words: String,
    },
    /// Made a plan: if this comes, then I do that.
    Planned {
        /// After which lesson.
        lesson: Id,
        /// The situation.
        cue: String,
        /// What to do in it.
        act: String,
    },
    /// Said how a plan went.
    Followed {
        /// The event that made the plan.
        plan: EventId,
        /// How it went.
        went: Went,
        /// What was in the way; may be empty.
        obstacle: String,
    },
    /// Began to look into the mirror. The statements name it by the id of this event.
    MirrorBegan {
        /// Which of its parts.
        part: MirrorPart,
    },
    /// Said how far a statement holds.
    Mirrored {
        /// In which mirror.
        mirror: EventId,
        /// Which statement.
        statement: Id,
        /// 1 to 5; 0 where there was no occasion.
        value: u8,
    },
    /// Passed over a lesson that was known before.
    PassedOver {
        /// Which.
        lesson: Id,
    },
    /// Began a lesson anew: what was read and asked in it before is history. The answers stay in the record and in review.
    Reset {
        /// Which.
        lesson: Id,
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
    /// Took an answer, a kept passage or a plan back, or the taking back of one of the last two.
    Undid {
        /// The event that said so.
        event: EventId,
    },
}

/// A field for a learner's own words, beside those of answers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// Half of a plan after a lesson.
    Plan(Id, PlanPart),
    /// Half of what is to take the place of a plan.
    Revision(EventId, PlanPart),
    /// What was in the way of a plan, after this word for how it went.
    Obstacle(EventId, Went),
    /// What is wrong with a question of a quiz.
    Doubt(EventId, Id),
    /// A note to a passage of a lesson.
    Note(Id, Place),
}

impl Field {
    /// The other half, where it is half of something.
    pub fn other(&self) -> Option<Field> {
        match self {
            Field::Plan(lesson, part) => Some(Field::Plan(lesson.clone(), part.other())),
            Field::Revision(plan, part) => Some(Field::Revision(plan.clone(), part.other())),
            _ => None,
        }
    }
}

/// The two halves of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PlanPart {
    /// If …
    Cue,
    /// then I …
    Act,
}

impl PlanPart {
    /// The other half.
    pub fn other(self) -> PlanPart {
        if self == PlanPart::Cue { PlanPart::Act } else { PlanPart::Cue }
    }
}

/// What some questions are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The quiz of a lesson, whole.
    Quiz,
    /// Those that were missed, once more.
    Missed,
    /// Before the lesson, without marks.
    Before,
    /// One within the text.
    Check,
    /// Those that went worst.
    Weakest,
    /// Those whose day has come, or that someone wants to go over ahead of it.
    Review,
}

impl Purpose {
    /// Every purpose with the name under which it is written down.
    pub const ALL: [(Purpose, &'static str); 6] = [
        (Purpose::Quiz, "quiz"),
        (Purpose::Missed, "missed"),
        (Purpose::Before, "before"),
        (Purpose::Check, "check"),
        (Purpose::Weakest, "weakest"),
        (Purpose::Review, "review"),
    ];
}

/// How sure someone is of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sure {
    /// It is a guess.
    Guess,
    /// It may be so.
    Maybe,
    /// It is fairly sure.
    Fairly,
    /// It is certain.
    Certain,
}

impl Sure {
    /// In the order of their digits.
    pub const ALL: [Sure; 4] = [Sure::Guess, Sure::Maybe, Sure::Fairly, Sure::Certain];

    /// Its name in records and on lines.
    pub fn word(self) -> &'static str {
        match self {
            Sure::Guess => "guess",
            Sure::Maybe => "maybe",
            Sure::Fairly => "fairly",
            Sure::Certain => "certain",
        }
    }

    /// The word for it on a screen.
    pub fn in_words(self, words: &Words) -> &str {
        let words = words.sureness();
        match self {
            Sure::Guess => words.guess(),
            Sure::Maybe => words.maybe(),
            Sure::Fairly => words.fairly(),
            Sure::Certain => words.certain(),
        }
    }

    /// What it says about being right, from 0 to 1. `chance` is how often blind chance is right.
    pub fn probability(self, chance: f64) -> f64 {
        match self {
            Sure::Guess => chance,
            Sure::Maybe => 0.6,
            Sure::Fairly => 0.8,
            Sure::Certain => 0.95,
        }
    }
}

/// How a plan went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Went {
    /// Did it.
    Done,
    /// Did some of it.
    Partly,
    /// Did not.
    Not,
}

impl Went {
    /// In the order of their digits, with the name under which each is written down.
    pub const ALL: [(Went, &'static str); 3] = [(Went::Done, "done"), (Went::Partly, "partly"), (Went::Not, "not")];

    /// The words for it.
    pub fn in_words(self, words: &Words) -> &str {
        let words = words.plans();
        match self {
            Went::Done => words.did_it(),
            Went::Partly => words.partly(),
            Went::Not => words.did_not(),
        }
    }
}

/// The parts of the mirror.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MirrorPart {
    /// What I do.
    Doing,
    /// What my role needs now.
    Need,
}

impl MirrorPart {
    /// Each part with the name under which it is written down.
    pub const ALL: [(MirrorPart, &'static str); 2] = [(MirrorPart::Doing, "doing"), (MirrorPart::Need, "need")];
}
