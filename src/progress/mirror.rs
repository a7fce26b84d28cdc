//! What the mirror shows: for each contrast a tilt and a strength, and, where the role's needs are known, what to build and what to ease
//! off. Pure functions of the form and of what was said. Nothing is ever added up over contrasts: two statements for a pole are enough
//! to begin a conversation, and far too few to measure a person.

use super::made::Made;
use super::{EventId, Mirror, MirrorPart};
use crate::course::Id;
use crate::course::mirror::{Form, Pole, Side, Statement};

mod plan;
pub mod words;

pub use plan::{Gap, Plan, adjusted, plan};

/// What was reported about a contrast.
#[derive(Clone, Debug, PartialEq)]
pub struct Lean {
    /// From −1, only the management pole, to 1, only the leadership pole; 0 is equally often.
    pub tilt: f64,
    /// From 0, neither, to 1, both almost always.
    pub strength: f64,
    /// The poles for which only one answer speaks.
    pub one_answer: Vec<Pole>,
}

/// A tilt in bands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Band {
    /// Strongly towards a pole.
    Strong(Side),
    /// Towards a pole.
    Leaning(Side),
    /// Neither more than the other.
    Even,
}

/// A strength in bands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// Neither often.
    Seldom,
    /// Some of both.
    Fair,
    /// Much of both.
    Great,
}

/// How often something at a pole was reported.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Often {
    /// From 1 to 5, the mean of the answers.
    pub mean: f64,
    /// Of several statements only one was answered.
    pub is_one_answer: bool,
}

/// The looks into a part of the mirror.
#[derive(Clone, Debug, Default)]
pub struct Looks<'a> {
    /// Those in which everything was answered, the oldest first.
    pub whole: Vec<(&'a EventId, &'a Mirror)>,
    /// The newest, where something is still open in it.
    pub open: Option<(&'a EventId, &'a Mirror)>,
}

impl<'a> Looks<'a> {
    /// All of them.
    pub fn of(form: &Form, made: &'a Made, part: MirrorPart) -> Looks<'a> {
        let all = made.mirrors(part);
        let is_open = |(_, said): &(&EventId, &Mirror)| open(form, part, said).is_some();
        let newest = all.last().copied().filter(is_open);
        Looks { whole: all.into_iter().filter(|look| !is_open(look)).collect(), open: newest }
    }

    /// The newest whole one.
    pub fn now(&self) -> Option<&'a Mirror> {
        self.whole.last().map(|(_, said)| *said)
    }

    /// The whole one before it.
    pub fn earlier(&self) -> Option<&'a Mirror> {
        self.whole.len().checked_sub(2).and_then(|at| self.whole.get(at)).map(|(_, said)| *said)
    }
}

/// What is asked in a part, in order. A need is followed by how well others cover it.
pub fn asked(form: &Form, part: MirrorPart) -> Vec<&Id> {
    match part {
        MirrorPart::Doing => form.statements.iter().map(|statement| &statement.id).collect(),
        MirrorPart::Need => form.needs.iter().flat_map(|need| [&need.id, &need.cover]).collect(),
    }
}

/// Whether it need not be asked: what the role does not need, nobody has to cover.
pub fn is_needless(form: &Form, part: MirrorPart, said: &Mirror, at: usize) -> bool {
    let is_cover = part == MirrorPart::Need && at % 2 == 1;
    is_cover && form.needs.get(at / 2).and_then(|need| said.value(&need.id)) == Some(1)
}

/// The first place in a part that is still open.
pub fn open(form: &Form, part: MirrorPart, said: &Mirror) -> Option<usize> {
    let is_open = |(at, id): &(usize, &Id)| said.value(id).is_none() && !is_needless(form, part, said, *at);
    asked(form, part).into_iter().enumerate().find(is_open).map(|(at, _)| at)
}

/// How often something at a pole was reported; nothing where there was no occasion at all.
pub fn often(form: &Form, said: &Mirror, pole: Pole) -> Option<Often> {
    let statements: Vec<&Statement> = form.statements.iter().filter(|statement| statement.pole == pole).collect();
    let values: Vec<f64> = statements.iter().filter_map(|statement| keyed(said, statement)).collect();
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    (!values.is_empty()).then_some(Often { mean, is_one_answer: values.len() == 1 && statements.len() > 1 })
}

/// An answer, turned round where agreeing speaks against the pole.
fn keyed(said: &Mirror, statement: &Statement) -> Option<f64> {
    let value = said.value(&statement.id).filter(|value| (1..=5).contains(value))?;
    Some(f64::from(if statement.is_reversed { 6 - value } else { value }))
}

/// Tilt and strength of a contrast; nothing where a pole has no answer.
pub fn lean(form: &Form, said: &Mirror, contrast: usize) -> Option<Lean> {
    let [management, leadership] = [Side::Management, Side::Leadership].map(|side| Pole { contrast, side });
    let (one, other) = (often(form, said, management)?, often(form, said, leadership)?);
    let rests_on_one = [(management, one), (leadership, other)].into_iter().filter(|(_, often)| often.is_one_answer);
    Some(Lean {
        tilt: (other.mean - one.mean) / 4.0,
        strength: ((other.mean + one.mean) / 2.0 - 1.0) / 4.0,
        one_answer: rests_on_one.map(|(pole, _)| pole).collect(),
    })
}

/// Smaller differences between two tilts are not spoken of: two answers changed by a point make as much.
const CLEAR: f64 = 0.25;

impl Lean {
    /// The tilt in bands.
    pub fn band(&self) -> Band {
        let side = if self.tilt < 0.0 { Side::Management } else { Side::Leadership };
        match self.tilt.abs() {
            0.5.. => Band::Strong(side),
            0.2.. => Band::Leaning(side),
            _ => Band::Even,
        }
    }

    /// The strength in bands.
    pub fn amount(&self) -> Amount {
        match self.strength {
            ..0.4 => Amount::Seldom,
            ..=0.65 => Amount::Fair,
            _ => Amount::Great,
        }
    }

    /// The side towards which it moved clearly since another sitting.
    pub fn moved(&self, since: &Lean) -> Option<Side> {
        let by = self.tilt - since.tilt;
        let side = if by < 0.0 { Side::Management } else { Side::Leadership };
        (by.abs() >= CLEAR).then_some(side)
    }
}

/// Whether some answers pull against each other: nearly all are one and the same, or at three or more poles someone agrees with a
/// statement and with its opposite. It is said gently, and changes nothing.
pub fn pulls_apart(form: &Form, said: &Mirror) -> bool {
    let value = |statement: &Statement| said.value(&statement.id).unwrap_or(0);
    let of = form.statements.len();
    let most_alike = (1..=5).map(|wanted| form.statements.iter().filter(|one| value(one) == wanted).count()).max();
    let is_alike = of > 0 && most_alike.unwrap_or(0) * 10 >= of * 9;
    let agrees = |pole: Pole, is_reversed: bool| {
        let mut there = form.statements.iter().filter(|one| one.pole == pole && one.is_reversed == is_reversed);
        there.any(|one| value(one) >= 4)
    };
    is_alike || form.poles().filter(|pole| agrees(*pole, false) && agrees(*pole, true)).count() >= 3
}

#[cfg(test)]
mod tests;
