//! What happens in a session, as values: what the facilitator did, never what was concluded from it. States are absolute where they
//! can be, so that a journal reads as what the room saw.

use super::Cover;

/// A moment, in milliseconds since 1970, UTC.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(pub i64);

/// Something that happened, and when.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// When.
    pub at: Moment,
    /// What.
    pub deed: Deed,
}

/// What was done.
#[derive(Clone, Debug, PartialEq)]
pub enum Deed {
    /// To the step of this name.
    Went(String),
    /// So many points of the slide are shown.
    Showed(usize),
    /// A hand was counted for this line.
    Voted(usize),
    /// Hands were counted and typed, line by line.
    Counted(Vec<u32>),
    /// The last hand or count was taken back.
    Undone,
    /// The screen was covered.
    Covered(Cover),
    /// The screen was uncovered.
    Uncovered,
    /// So many seconds more for this step.
    More(u32),
    /// These steps were dropped.
    Dropped(Vec<String>),
    /// These steps, once dropped, are taken up again.
    Restored(Vec<String>),
    /// So many people are in the room.
    People(u32),
    /// The vote on the poll of this name is run again.
    Again(String),
}
