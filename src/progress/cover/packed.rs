//! A cover as bytes and back.

use super::super::day::Offset;
use super::super::packed::{Pack, packed, packed_by_place};
use super::super::review::{Fresh, Item};
use super::super::{Memory, Morning, Outcome, Rating, Standing, Step};
use super::{Cover, Learnt, Stands, Terms};
use crate::course::question::Pole;

packed! {
    Cover { progress, stands, learnt, newest, terms }
    Stands { lessons, step, said }
    Outcome { right, of, passed }
    Learnt { items, fresh }
    Item { question, lesson, objective, pole, memory, rating, is_confident_error, is_case, misses }
    Fresh { question, lesson, objective, pole }
    Memory { stability, difficulty, last, due, lapses, reviews }
    Terms { now, morning, end }
    Morning { offset, hour }
}

packed_by_place! {
    Rating: Rating::ALL;
    Pole: [Pole::Management, Pole::Leadership, Pole::Both];
}

impl Pack for Standing {
    fn pack(&self, out: &mut Vec<u8>) {
        match self {
            Standing::New => 0_u8.pack(out),
            Standing::PassedOver => 1_u8.pack(out),
            Standing::Begun(part) => (2_u8, part).pack(out),
            Standing::Read => 3_u8.pack(out),
            Standing::Tested(outcome) => (4_u8, outcome).pack(out),
        }
    }

    fn unpack(bytes: &mut &[u8]) -> Option<Self> {
        Some(match u8::unpack(bytes)? {
            0 => Standing::New,
            1 => Standing::PassedOver,
            2 => Standing::Begun(Pack::unpack(bytes)?),
            3 => Standing::Read,
            4 => Standing::Tested(Pack::unpack(bytes)?),
            _ => return None,
        })
    }
}

impl Pack for Step {
    fn pack(&self, out: &mut Vec<u8>) {
        match self {
            Step::Begin(at) => (0_u8, at).pack(out),
            Step::Read(at) => (1_u8, at).pack(out),
            Step::Quiz(at) => (2_u8, at).pack(out),
            Step::Resume(at, run) => (3_u8, at, run).pack(out),
            Step::Again(at) => (4_u8, at).pack(out),
            Step::Done => 5_u8.pack(out),
            Step::Type(at, field) => (6_u8, at, field).pack(out),
        }
    }

    fn unpack(bytes: &mut &[u8]) -> Option<Self> {
        Some(match u8::unpack(bytes)? {
            0 => Step::Begin(Pack::unpack(bytes)?),
            1 => Step::Read(Pack::unpack(bytes)?),
            2 => Step::Quiz(Pack::unpack(bytes)?),
            3 => Step::Resume(Pack::unpack(bytes)?, Pack::unpack(bytes)?),
            4 => Step::Again(Pack::unpack(bytes)?),
            5 => Step::Done,
            6 => Step::Type(Pack::unpack(bytes)?, Pack::unpack(bytes)?),
            _ => return None,
        })
    }
}

/// Its bits, so that not the last of them is lost.
impl Pack for f64 {
    fn pack(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.to_le_bytes());
    }

    fn unpack(bytes: &mut &[u8]) -> Option<Self> {
        let (number, rest) = bytes.split_first_chunk()?;
        *bytes = rest;
        Some(f64::from_le_bytes(*number))
    }
}

impl Pack for Offset {
    fn pack(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.0.to_le_bytes());
    }

    fn unpack(bytes: &mut &[u8]) -> Option<Self> {
        let (number, rest) = bytes.split_first_chunk()?;
        *bytes = rest;
        Some(Offset(i32::from_le_bytes(*number)))
    }
}
