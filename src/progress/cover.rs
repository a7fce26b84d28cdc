//! What a first screen tells of everything that was ever done, worked out beforehand, so that it can be shown before all of that is read
//! again. It holds conclusions, so it counts only for the same course, the same events and the same terms; those who keep it see to that.
//! What changes with the day is not in it but worked out when it is shown.

use std::collections::{BTreeMap, BTreeSet};

use super::known::Known;
use super::review::{Learnt, newest};
use super::{EventId, Progress, Review, Run, Stamp, Stands, Terms};
use crate::course::{Course, Id};

mod packed;

/// What a first screen tells of everything that was ever done.
#[derive(Clone, Debug, PartialEq)]
pub struct Cover {
    /// Of what was done as much as the map looks at: how far lessons were read, what is left open, and what was made.
    progress: Progress,
    stands: Stands,
    learnt: Learnt,
    /// When the last answer was given that counts.
    newest: Option<Stamp>,
    /// The terms under which all this holds, whenever that is.
    terms: Terms,
}

impl Cover {
    /// Works it out, for a course as it is when it opens: what was loaded of it since could say more than a start says. It helps to know
    /// what was in review, if all answers were, and which questions were answered since.
    pub fn of(
        course: &Course,
        progress: &Progress,
        stands: Stands,
        terms: Terms,
        known: Option<(&Review, &BTreeSet<Id>)>,
    ) -> Cover {
        let learnt = match known {
            Some((review, answered)) => review.learnt(course, progress, answered),
            None => Learnt::of(course, progress, &terms, Stamp(i64::MAX)),
        };
        Cover {
            progress: progress.abridged(course),
            stands,
            learnt,
            newest: newest(progress),
            terms: Terms { now: Stamp::default(), ..terms },
        }
    }

    /// Whether it holds on these terms. It does not where an answer claims a day that is still to come: then it counts more than it should.
    pub fn holds(&self, terms: &Terms) -> bool {
        self.terms == Terms { now: self.terms.now, ..*terms } && self.newest.is_none_or(|newest| newest < terms.tomorrow())
    }

    /// What is in review, on terms on which it holds; and the rest.
    pub(crate) fn open(self, terms: Terms) -> (Progress, Stands, Review) {
        (self.progress, self.stands, self.learnt.now(terms))
    }
}

impl Progress {
    /// As much of it as the map looks at, beside where lessons stand and what is in review.
    fn abridged(&self, course: &Course) -> Progress {
        let open = course.lessons.iter().filter_map(|lesson| self.open_run(course, lesson));
        let first = self.first.clone();
        let mut known = Known::default();
        if let Some((_, event)) = &first {
            known.insert(event);
        }
        let runs: BTreeMap<EventId, Run> = open.map(|(id, run)| (id.clone(), run.clone())).collect();
        let made = self.made.beside_answers(|quiz| runs.contains_key(quiz));
        Progress { lessons: self.lessons.clone(), made, runs, known, latest: self.latest.clone(), first }
    }
}
