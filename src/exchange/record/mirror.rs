//! What was last seen in the mirror, in its own words and figures, with what it is and is not.

use serde::Serialize;

use super::rounded;
use crate::course::Clean;
use crate::course::mirror::{self, Form, Pole, Side};
use crate::exchange::Moment;
use crate::progress::day::Offset;
use crate::progress::mirror as seen;
use crate::progress::mirror::{Looks, lean, plan, pulls_apart, words as in_words};
use crate::progress::{Mirror, MirrorPart, Progress};
use crate::words::Words;

/// What was seen.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Mirrored {
    /// What it is and is not, whatever the course's own form says.
    pub caveat: String,
    /// The same in the words of the form.
    pub intro: Clean,
    /// When it was looked into.
    pub at: Moment,
    /// When before that, if ever.
    pub earlier: Option<Moment>,
    /// How the two are compared, where there are two.
    pub compared: Option<String>,
    /// Each contrast.
    pub contrasts: Vec<Contrast>,
    /// Said where answers pull against each other.
    pub pulls_apart: Option<String>,
    /// What the role needs beside it, where that was said.
    pub needed: Option<Needed>,
}

/// A contrast.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Contrast {
    /// “Planning and vision”.
    pub title: Clean,
    /// The name of its management pole.
    pub management: Clean,
    /// The name of its leadership pole.
    pub leadership: Clean,
    /// From −1, only the management pole, to 1, only the leadership pole; nothing where there is not enough to say.
    pub tilt: Option<f64>,
    /// From 0, neither, to 1, both almost always.
    pub strength: Option<f64>,
    /// The tilt of the time before.
    pub earlier_tilt: Option<f64>,
    /// In a line.
    pub line: Clean,
    /// In a paragraph.
    pub words: Clean,
}

/// What the role needs beside what was reported.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Needed {
    /// When that was said.
    pub at: Moment,
    /// Much needed and seldom done: at most two.
    pub build: Vec<Gap>,
    /// Done much more than needed.
    pub ease_off: Option<Gap>,
}

/// A pole, and how far apart need and deed are, each from 1 to 5.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Gap {
    /// The name of the pole.
    pub pole: Clean,
    /// How much it is needed, less what others cover.
    pub needed: f64,
    /// How often it was reported.
    pub reported: f64,
}

/// The newest whole look; nothing where there is none.
pub fn mirrored(form: &Form, progress: &Progress, offset: Offset, words: &Words) -> Option<Mirrored> {
    let looks = Looks::of(form, progress.made(), MirrorPart::Doing);
    let now = looks.now()?;
    let since = looks.earlier().map(|earlier| (earlier, Moment(earlier.last()).day(offset, words)));
    let needed = Looks::of(form, progress.made(), MirrorPart::Need).now();
    Some(Mirrored {
        caveat: words.report().caveat().to_owned(),
        intro: form.intro.clone(),
        at: Moment(now.last()),
        earlier: looks.earlier().map(|earlier| Moment(earlier.last())),
        compared: since.as_ref().map(|(_, day)| words.mirror().compared(day)),
        contrasts: (0..form.contrasts.len()).filter_map(|nth| contrast(form, nth, (now, since.as_ref()), words)).collect(),
        pulls_apart: pulls_apart(form, now).then(|| words.mirror().pulls_apart().to_owned()),
        needed: needed.map(|need| needs(form, now, need)),
    })
}

fn contrast(form: &Form, nth: usize, (now, since): (&Mirror, Option<&(&Mirror, String)>), words: &Words) -> Option<Contrast> {
    let here = lean(form, now, nth);
    let then = since.and_then(|(earlier, day)| Some((lean(form, earlier, nth)?, day.as_str())));
    let name = |side| Clean::words(form.name(Pole { contrast: nth, side }));
    Some(Contrast {
        title: mirror::title(form.contrasts.get(nth)?, words),
        management: name(Side::Management),
        leadership: name(Side::Leadership),
        tilt: here.as_ref().map(|lean| rounded(lean.tilt)),
        strength: here.as_ref().map(|lean| rounded(lean.strength)),
        earlier_tilt: then.as_ref().map(|(lean, _)| rounded(lean.tilt)),
        line: Clean::words(&in_words::in_a_line(form, nth, here.as_ref(), words)),
        words: Clean::words(&in_words::paragraph(form, nth, here.as_ref(), then.as_ref().map(|(lean, day)| (lean, *day)), words)),
    })
}

fn needs(form: &Form, now: &Mirror, need: &Mirror) -> Needed {
    let plan = plan(form, now, need);
    let gap = |gap: &seen::Gap| Gap {
        pole: Clean::words(form.name(gap.pole)),
        needed: rounded(gap.need),
        reported: rounded(gap.often),
    };
    Needed { at: Moment(need.last()), build: plan.build.iter().map(gap).collect(), ease_off: plan.ease_off.as_ref().map(gap) }
}
