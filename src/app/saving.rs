//! What is on disk and what is not, as the app knows it.

use std::collections::VecDeque;

use super::Trouble;
use crate::progress::Deed;

/// What is on disk and what is not.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Saving {
    /// Recorded and not yet known to be on disk.
    waiting: VecDeque<Weight>,
    saved: usize,
    /// Why the last save failed.
    pub trouble: Option<Trouble>,
    /// Saving works again; said once.
    pub was_mended: bool,
}

/// How much it would hurt to lose something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Where one is.
    Place,
    /// A skip or an undo.
    Step,
    /// An answer.
    Answer,
}

impl Saving {
    /// One more thing is to be written down.
    pub fn record(&mut self, weight: Weight) {
        self.waiting.push_back(weight);
        self.was_mended = false;
    }

    /// So many of all are on disk.
    pub fn saved(&mut self, upto: usize) {
        while self.saved < upto && self.waiting.pop_front().is_some() {
            self.saved += 1;
        }
        self.was_mended = self.trouble.take().is_some();
    }

    /// How many answers are not on disk.
    pub fn answers_waiting(&self) -> usize {
        self.waiting.iter().filter(|weight| **weight == Weight::Answer).count()
    }

    /// Anything that is not on disk.
    pub fn is_waiting(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// Something that counts is on its way to the disk; whoever draws now must say so.
    pub fn is_slow(&self) -> bool {
        self.trouble.is_none() && self.waiting.iter().any(|weight| *weight != Weight::Place)
    }
}

impl Weight {
    /// How much it would hurt to lose a deed.
    pub fn of(deed: &Deed) -> Weight {
        match deed {
            Deed::Answered { .. } | Deed::Kept { .. } => Weight::Answer,
            Deed::Doubted { .. } | Deed::Planned { .. } | Deed::Followed { .. } | Deed::Mirrored { .. } => Weight::Answer,
            Deed::Skipped { .. } | Deed::Undid { .. } | Deed::PassedOver { .. } | Deed::Reset { .. } => Weight::Step,
            Deed::Reached { .. } | Deed::Finished { .. } | Deed::Began { .. } => Weight::Place,
            Deed::Drafted { .. } | Deed::Typed { .. } | Deed::MirrorBegan { .. } => Weight::Place,
        }
    }
}
