//! What the role needs beside what one reports doing: gaps, and what follows from them. At most two poles to build and one to ease off,
//! because nobody practises ten things.

use super::super::Mirror;
use super::often;
use crate::course::mirror::{Form, Pole};

/// What the role needs at a pole, and what one does there.
#[derive(Clone, Debug, PartialEq)]
pub struct Gap {
    /// The pole.
    pub pole: Pole,
    /// How much it is needed, 1 to 5, as it was said.
    pub said: u8,
    /// The same less what others cover.
    pub need: f64,
    /// How often it was reported, 1 to 5.
    pub often: f64,
}

/// What follows from the gaps.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// Much needed and seldom done: at most two.
    pub build: Vec<Gap>,
    /// Others of that kind, for another time.
    pub later: Vec<Gap>,
    /// Done much more than needed: at most one.
    pub ease_off: Option<Gap>,
    /// Done more than needed: it may displace something.
    pub look_at: Vec<Gap>,
    /// Near enough.
    pub keep: Vec<Gap>,
}

/// A need from 1 to 5, less what others cover: 1 nobody, 2 partly, 3 fully.
pub fn adjusted(need: u8, cover: u8) -> f64 {
    let covered = f64::from(cover.clamp(1, 3) - 1) / 2.0;
    1.0 + (f64::from(need.clamp(1, 5)) - 1.0) * (1.0 - covered)
}

impl Gap {
    /// Above 0 where more is needed than done.
    pub fn size(&self) -> f64 {
        self.need - self.often
    }

    fn is_to_build(&self) -> bool {
        self.size() >= 1.5 || (self.size() >= 1.0 && self.said >= 4)
    }
}

/// The gap at each pole of which both is known.
fn gaps(form: &Form, doing: &Mirror, need: &Mirror) -> Vec<Gap> {
    let of_pole = |pole: Pole| {
        let often = often(form, doing, pole)?.mean;
        let needs = form.needs.iter().filter(|one| one.pole == pole);
        let rated = needs.filter_map(|one| Some((need.value(&one.id)?, need.value(&one.cover).unwrap_or(1))));
        let all = rated.map(|(said, cover)| Gap { pole, said, need: adjusted(said, cover), often });
        all.max_by(|one, other| one.need.total_cmp(&other.need))
    };
    form.poles().filter_map(of_pole).collect()
}

/// The largest gaps with the highest need first; what was said of a need parts those that are equal.
pub fn plan(form: &Form, doing: &Mirror, need: &Mirror) -> Plan {
    let mut plan = Plan::default();
    let mut all = gaps(form, doing, need);
    all.sort_by(|one, other| other.size().total_cmp(&one.size()).then(other.said.cmp(&one.said)));
    for gap in all {
        match gap.size() {
            _ if gap.is_to_build() && plan.build.len() < 2 => plan.build.push(gap),
            _ if gap.is_to_build() => plan.later.push(gap),
            ..=-1.0 => plan.look_at.push(gap),
            _ => plan.keep.push(gap),
        }
    }
    // The widest stands last, and is to be told first.
    plan.ease_off = plan.look_at.pop_if(|gap| gap.size() <= -1.5);
    plan.look_at.reverse();
    plan
}
