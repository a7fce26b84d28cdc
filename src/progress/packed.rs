//! Progress as bytes and back, so that a start need not replay what was replayed before. The bytes are nobody's truth: they may be damaged
//! or of another making, so whatever they are, taking them apart ends, in nothing or in a Progress that holds together, and takes no more
//! room than a file of their length may fill.

use std::collections::{BTreeMap, BTreeSet};

use super::known::Known;
use super::made::{Doubt, Draft, Followed, Kept, Made, Mirror, Plan};
use super::reading::Trace;
use super::{Doing, Entry, EventId, Field, Given, MirrorPart, PlanPart, Progress, Purpose, Run, Stamp, Sure, Typed, Went};
use crate::course::question::Mode;
use crate::course::{Answer, Fingerprint, Id, Place};

/// Something that goes into bytes and comes out of them.
pub trait Pack: Sized {
    /// Puts it after other bytes.
    fn pack(&self, out: &mut Vec<u8>);
    /// Takes it from the beginning of some bytes.
    fn unpack(bytes: &mut &[u8]) -> Option<Self>;
}

/// A struct is its fields in this order.
macro_rules! packed {
    ($($name:ident { $($field:ident),* })*) => { $(
        impl Pack for $name {
            fn pack(&self, out: &mut Vec<u8>) {
                $( self.$field.pack(out); )*
            }

            fn unpack(bytes: &mut &[u8]) -> Option<Self> {
                Some($name { $( $field: Pack::unpack(bytes)?, )* })
            }
        }
    )* };
}
pub(super) use packed;

packed! {
    Place { block, at }
    Given { answer, wording, drawn, sure, hints, seconds }
    Entry { question, at, event, given }
    Kept { at, lesson, place, passage, note }
    Draft { at, drawn, answer, hints }
    Typed { at, text, is_aside }
    Doubt { at, question, words }
    Plan { at, lesson, cue, act }
    Followed { at, went, obstacle }
    Mirror { at, part, values }
    Made { kept, drafts, typed, doubts, plans, followed, mirrors, undone }
    Progress { lessons, runs, made, known, latest, first }
}

/// One of some values is its place among them.
macro_rules! packed_by_place {
    ($($name:ty: $all:expr;)*) => { $(
        impl Pack for $name {
            fn pack(&self, out: &mut Vec<u8>) {
                $all.iter().position(|one| one == self).unwrap_or_default().pack(out);
            }

            fn unpack(bytes: &mut &[u8]) -> Option<Self> {
                $all.get(usize::unpack(bytes)?).copied()
            }
        }
    )* };
}
pub(super) use packed_by_place;

packed_by_place! {
    Purpose: Purpose::ALL.map(|(one, _)| one);
    Mode: Mode::ALL.map(|(one, _)| one);
    Went: Went::ALL.map(|(one, _)| one);
    MirrorPart: MirrorPart::ALL.map(|(one, _)| one);
    PlanPart: [PlanPart::Cue, PlanPart::Act];
    Sure: Sure::ALL;
    bool: [false, true];
}

impl Pack for Run {
    fn pack(&self, out: &mut Vec<u8>) {
        self.lesson.pack(out);
        self.at.pack(out);
        self.questions.pack(out);
        self.purpose.pack(out);
        self.mode.pack(out);
        self.entries.pack(out);
    }

    fn unpack(bytes: &mut &[u8]) -> Option<Self> {
        let run = Run {
            lesson: Pack::unpack(bytes)?,
            at: Pack::unpack(bytes)?,
            questions: Pack::unpack(bytes)?,
            purpose: Pack::unpack(bytes)?,
            mode: Pack::unpack(bytes)?,
            entries: Pack::unpack(bytes)?,
        };
        // Entries are searched by halves.
        run.entries.is_sorted_by(|one, other| one.key() < other.key()).then_some(run)
    }
}

/// What a trace comes to is not written down.
impl Pack for Trace {
    fn pack(&self, out: &mut Vec<u8>) {
        self.place.pack(out);
        self.seen.pack(out);
        self.ended.pack(out);
        self.finished.pack(out);
        self.passed_over.pack(out);
        self.anew.pack(out);
    }

    fn unpack(bytes: &mut &[u8]) -> Option<Self> {
        let mut trace = Trace {
            place: Pack::unpack(bytes)?,
            seen: Pack::unpack(bytes)?,
            ended: Pack::unpack(bytes)?,
            finished: Pack::unpack(bytes)?,
            passed_over: Pack::unpack(bytes)?,
            anew: Pack::unpack(bytes)?,
            reading: None,
        };
        trace.settle();
        Some(trace)
    }
}

impl Pack for Known {
    fn pack(&self, out: &mut Vec<u8>) {
        self.numbered.pack(out);
        self.others.pack(out);
    }

    fn unpack(bytes: &mut &[u8]) -> Option<Self> {
        let known = Known { numbered: Pack::unpack(bytes)?, others: Pack::unpack(bytes)? };
        let is_whole = |runs: &Vec<(u32, u32)>| {
            let is_run = runs.iter().all(|(first, last)| first <= last);
            is_run && runs.is_sorted_by(|(_, last), (first, _)| last.checked_add(1).is_some_and(|after| after < *first))
        };
        known.numbered.values().all(is_whole).then_some(known)
    }
}

impl Pack for Answer {
    fn pack(&self, out: &mut Vec<u8>) {
        match self {
            Answer::Picked(picked) => (0_u8, picked).pack(out),
            Answer::Placed(placed) => (1_u8, placed).pack(out),
            Answer::Ordered(order) => (2_u8, order).pack(out),
            Answer::Written(text, ticks) => ((3_u8, text), ticks).pack(out),
            Answer::Walked(road) => (4_u8, road).pack(out),
            Answer::Leaned(at) => (5_u8, at).pack(out),
        }
    }

    fn unpack(bytes: &mut &[u8]) -> Option<Self> {
        Some(match u8::unpack(bytes)? {
            0 => Answer::Picked(Pack::unpack(bytes)?),
            1 => Answer::Placed(Pack::unpack(bytes)?),
            2 => Answer::Ordered(Pack::unpack(bytes)?),
            3 => Answer::Written(Pack::unpack(bytes)?, Pack::unpack(bytes)?),
            4 => Answer::Walked(Pack::unpack(bytes)?),
            5 => Answer::Leaned(Pack::unpack(bytes)?),
            _ => return None,
        })
    }
}

impl Pack for Field {
    fn pack(&self, out: &mut Vec<u8>) {
        match self {
            Field::Plan(lesson, part) => (0_u8, lesson, part).pack(out),
            Field::Revision(plan, part) => (1_u8, plan, part).pack(out),
            Field::Obstacle(plan, went) => (2_u8, plan, went).pack(out),
            Field::Doubt(quiz, question) => (3_u8, quiz, question).pack(out),
            Field::Note(lesson, place) => (4_u8, lesson, place).pack(out),
        }
    }

    fn unpack(bytes: &mut &[u8]) -> Option<Self> {
        Some(match u8::unpack(bytes)? {
            0 => Field::Plan(Pack::unpack(bytes)?, Pack::unpack(bytes)?),
            1 => Field::Revision(Pack::unpack(bytes)?, Pack::unpack(bytes)?),
            2 => Field::Obstacle(Pack::unpack(bytes)?, Pack::unpack(bytes)?),
            3 => Field::Doubt(Pack::unpack(bytes)?, Pack::unpack(bytes)?),
            4 => Field::Note(Pack::unpack(bytes)?, Pack::unpack(bytes)?),
            _ => return None,
        })
    }
}

impl Pack for Doing {
    fn pack(&self, out: &mut Vec<u8>) {
        match self {
            Doing::Reading(lesson) => (0_u8, lesson).pack(out),
            Doing::Quiz(quiz) => (1_u8, quiz).pack(out),
        }
    }

    fn unpack(bytes: &mut &[u8]) -> Option<Self> {
        match u8::unpack(bytes)? {
            0 => Pack::unpack(bytes).map(Doing::Reading),
            1 => Pack::unpack(bytes).map(Doing::Quiz),
            _ => None,
        }
    }
}

impl Pack for u8 {
    fn pack(&self, out: &mut Vec<u8>) {
        out.push(*self);
    }

    fn unpack(bytes: &mut &[u8]) -> Option<Self> {
        let (first, rest) = bytes.split_first()?;
        *bytes = rest;
        Some(*first)
    }
}

/// Seven bits a byte, the lowest first; the highest bit says that more follow.
impl Pack for u64 {
    fn pack(&self, out: &mut Vec<u8>) {
        let mut left = *self;
        while left >= 0x80 {
            out.push(left as u8 | 0x80);
            left >>= 7;
        }
        out.push(left as u8);
    }

    fn unpack(bytes: &mut &[u8]) -> Option<Self> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = u8::unpack(bytes)?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }
}

impl Pack for usize {
    fn pack(&self, out: &mut Vec<u8>) {
        (*self as u64).pack(out);
    }

    fn unpack(bytes: &mut &[u8]) -> Option<Self> {
        u64::unpack(bytes)?.try_into().ok()
    }
}

/// Its bits are by chance, so all of them are written.
impl Pack for Fingerprint {
    fn pack(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.0.to_le_bytes());
    }

    fn unpack(bytes: &mut &[u8]) -> Option<Self> {
        let (number, rest) = bytes.split_first_chunk()?;
        *bytes = rest;
        Some(Fingerprint(u64::from_le_bytes(*number)))
    }
}

impl Pack for u32 {
    fn pack(&self, out: &mut Vec<u8>) {
        u64::from(*self).pack(out);
    }

    fn unpack(bytes: &mut &[u8]) -> Option<Self> {
        u64::unpack(bytes)?.try_into().ok()
    }
}

/// Small numbers of either sign take few bytes.
impl Pack for Stamp {
    fn pack(&self, out: &mut Vec<u8>) {
        (((self.0 << 1) ^ (self.0 >> 63)) as u64).pack(out);
    }

    fn unpack(bytes: &mut &[u8]) -> Option<Self> {
        let number = u64::unpack(bytes)?;
        Some(Stamp((number >> 1) as i64 ^ -((number & 1) as i64)))
    }
}

impl Pack for String {
    fn pack(&self, out: &mut Vec<u8>) {
        self.len().pack(out);
        out.extend_from_slice(self.as_bytes());
    }

    fn unpack(bytes: &mut &[u8]) -> Option<Self> {
        text(bytes).map(str::to_owned)
    }
}

impl Pack for Id {
    fn pack(&self, out: &mut Vec<u8>) {
        self.as_str().len().pack(out);
        out.extend_from_slice(self.as_str().as_bytes());
    }

    fn unpack(bytes: &mut &[u8]) -> Option<Self> {
        text(bytes).and_then(Id::new)
    }
}

fn text<'b>(bytes: &mut &'b [u8]) -> Option<&'b str> {
    let length = usize::unpack(bytes)?;
    let (text, rest) = bytes.split_at_checked(length)?;
    *bytes = rest;
    std::str::from_utf8(text).ok()
}

impl Pack for EventId {
    fn pack(&self, out: &mut Vec<u8>) {
        self.0.pack(out);
    }

    fn unpack(bytes: &mut &[u8]) -> Option<Self> {
        Id::unpack(bytes).map(EventId)
    }
}

impl<T: Pack> Pack for &T {
    fn pack(&self, out: &mut Vec<u8>) {
        (*self).pack(out);
    }

    /// What is borrowed is only ever written.
    fn unpack(_: &mut &[u8]) -> Option<Self> {
        None
    }
}

impl<A: Pack, B: Pack> Pack for (A, B) {
    fn pack(&self, out: &mut Vec<u8>) {
        self.0.pack(out);
        self.1.pack(out);
    }

    fn unpack(bytes: &mut &[u8]) -> Option<Self> {
        Some((A::unpack(bytes)?, B::unpack(bytes)?))
    }
}

impl<A: Pack, B: Pack, C: Pack> Pack for (A, B, C) {
    fn pack(&self, out: &mut Vec<u8>) {
        self.0.pack(out);
        self.1.pack(out);
        self.2.pack(out);
    }

    fn unpack(bytes: &mut &[u8]) -> Option<Self> {
        Some((A::unpack(bytes)?, B::unpack(bytes)?, C::unpack(bytes)?))
    }
}

impl<T: Pack> Pack for Option<T> {
    fn pack(&self, out: &mut Vec<u8>) {
        self.is_some().pack(out);
        self.iter().for_each(|some| some.pack(out));
    }

    fn unpack(bytes: &mut &[u8]) -> Option<Self> {
        Some(if bool::unpack(bytes)? { Some(T::unpack(bytes)?) } else { None })
    }
}

impl<T: Pack> Pack for Vec<T> {
    fn pack(&self, out: &mut Vec<u8>) {
        self.len().pack(out);
        self.iter().for_each(|one| one.pack(out));
    }

    fn unpack(bytes: &mut &[u8]) -> Option<Self> {
        let length = usize::unpack(bytes)?;
        // A length is only a claim. Whoever claims more than most lists have waits for the room until the bytes are there.
        let mut list = Vec::with_capacity(length.min(32));
        for _ in 0..length {
            list.push(T::unpack(bytes)?);
        }
        Some(list)
    }
}

impl<T: Pack + Ord> Pack for BTreeSet<T> {
    fn pack(&self, out: &mut Vec<u8>) {
        self.len().pack(out);
        self.iter().for_each(|one| one.pack(out));
    }

    fn unpack(bytes: &mut &[u8]) -> Option<Self> {
        Vec::unpack(bytes).map(BTreeSet::from_iter)
    }
}

impl<K: Pack + Ord, V: Pack> Pack for BTreeMap<K, V> {
    fn pack(&self, out: &mut Vec<u8>) {
        self.len().pack(out);
        self.iter().for_each(|(key, value)| (key, value).pack(out));
    }

    fn unpack(bytes: &mut &[u8]) -> Option<Self> {
        Vec::unpack(bytes).map(BTreeMap::from_iter)
    }
}
