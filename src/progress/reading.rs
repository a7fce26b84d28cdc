//! How far a lesson was read. A learner may begin a lesson anew; then what was read before counts no longer. As events come in any order,
//! that beginning may become known after what follows it, or after what went before: so of everything the moment is kept, and of
//! what was seen as much as a beginning at any moment would leave.

use super::{EventId, Stamp};
use crate::course::Place;

/// A moment, and the event that parts it from others of the same moment.
pub type When = (Stamp, EventId);

/// How far someone has read a lesson.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// Where to go on.
    pub place: Place,
    /// The furthest that was on the screen.
    pub seen: Place,
    /// The end was on the screen.
    pub finished: bool,
}

/// All that is known of the reading of a lesson.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trace {
    /// Where reading was left last.
    pub(super) place: Option<(When, Place)>,
    /// What was seen, the earliest first and the furthest first: what was seen later and further makes an earlier look needless.
    pub(super) seen: Vec<(When, Place)>,
    /// When its end was first on the screen.
    pub(super) ended: Option<When>,
    /// When its end was last on the screen.
    pub(super) finished: Option<When>,
    /// When it was last passed over.
    pub(super) passed_over: Option<When>,
    /// When it was last begun anew.
    pub(super) anew: Option<When>,
    /// What all that comes to; nothing where nothing was read since.
    pub(super) reading: Option<Reading>,
}

impl Trace {
    /// Read as far as this.
    pub fn reach(&mut self, when: When, place: Place, seen: Place) {
        if self.place.as_ref().is_none_or(|(known, _)| *known < when) {
            self.place = Some((when.clone(), place));
        }
        if !self.seen.iter().any(|(known, further)| *known >= when && *further >= seen) {
            self.seen.retain(|(known, nearer)| *known > when || *nearer > seen);
            let at = self.seen.partition_point(|(known, _)| *known < when);
            self.seen.insert(at, (when, seen));
        }
        self.settle();
    }

    /// Read to the end.
    pub fn finish(&mut self, when: When) {
        if self.ended.as_ref().is_none_or(|known| when < *known) {
            self.ended = Some(when.clone());
        }
        self.finished = self.finished.take().max(Some(when));
        self.settle();
    }

    /// Passed over.
    pub fn pass_over(&mut self, when: When) {
        self.passed_over = self.passed_over.take().max(Some(when));
    }

    /// Begun anew.
    pub fn begin_anew(&mut self, when: When) {
        self.anew = self.anew.take().max(Some(when));
        self.settle();
    }

    /// What was read since it was last begun.
    pub fn reading(&self) -> Option<&Reading> {
        self.reading.as_ref()
    }

    /// Whether it need not be read.
    pub fn is_passed_over(&self) -> bool {
        self.passed_over.as_ref().is_some_and(|when| self.counts(when))
    }

    /// Whether something happened since the lesson was last begun.
    pub fn counts(&self, when: &When) -> bool {
        self.anew.as_ref().is_none_or(|anew| anew < when)
    }

    /// Works out what it comes to.
    pub(super) fn settle(&mut self) {
        let place = self.place.as_ref().filter(|(when, _)| self.counts(when)).map(|(_, place)| *place);
        let seen = self.seen.iter().find(|(when, _)| self.counts(when)).map(|(_, seen)| *seen);
        let finished = self.finished.as_ref().is_some_and(|when| self.counts(when));
        let is_any = place.is_some() || finished;
        let reading = Reading { place: place.unwrap_or_default(), seen: seen.unwrap_or_default(), finished };
        self.reading = is_any.then_some(reading);
    }
}
