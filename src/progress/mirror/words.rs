//! The result in words. They name acts and a period, say “reported”, offer the other pole as a choice and end with a question. They
//! never say what anyone is.

use super::{Amount, Band, Lean};
use crate::course::mirror::{Form, Pole, Side};
use crate::words::Words;

/// `leaning to planning`.
pub fn band(form: &Form, contrast: usize, band: Band, words: &Words) -> String {
    match band {
        Band::Strong(side) => words.mirror().strong_lean(form.name(Pole { contrast, side })),
        Band::Leaning(side) => words.mirror().leaning(form.name(Pole { contrast, side })),
        Band::Even => words.mirror().about_even().to_owned(),
    }
}

/// `a fair amount`.
pub fn amount(amount: Amount, words: &Words) -> &str {
    match amount {
        Amount::Seldom => words.mirror().seldom(),
        Amount::Fair => words.mirror().fair(),
        Amount::Great => words.mirror().great(),
    }
}

/// `a fair amount of both`.
pub fn amount_of_both(amount: Amount, words: &Words) -> &str {
    match amount {
        Amount::Seldom => words.mirror().seldom(),
        Amount::Fair => words.mirror().fair_of_both(),
        Amount::Great => words.mirror().great_of_both(),
    }
}

/// `leaning to planning, a fair amount of both`: the picture for whoever does not see it.
pub fn in_a_line(form: &Form, contrast: usize, lean: Option<&Lean>, words: &Words) -> String {
    let Some(lean) = lean else { return words.mirror().not_enough().to_owned() };
    words.mirror().line(band(form, contrast, lean.band(), words), amount_of_both(lean.amount(), words))
}

/// A tilt: `−0.50`, `0.00`, `+0.13`.
pub fn tilt(tilt: f64, words: &Words) -> String {
    let sign = if tilt < 0.0 { "−" } else { "+" };
    if tilt == 0.0 { hundredths(tilt.abs(), words) } else { format!("{sign}{}", hundredths(tilt.abs(), words)) }
}

/// Two digits, halves rounded up as people do.
pub fn hundredths(number: f64, words: &Words) -> String {
    words.count().decimal((number * 100.0).round() / 100.0, 2)
}

/// What was reported about a contrast, what became clearly other since an earlier sitting, and a question. `since` is that sitting and
/// its day.
pub fn paragraph(form: &Form, contrast: usize, now: Option<&Lean>, since: Option<(&Lean, &str)>, words: &Words) -> String {
    let said = words.mirror();
    let Some(now) = now else { return said.not_enough_sentence().to_owned() };
    let mut sentences: Vec<String> = Vec::new();
    sentences.extend(now.one_answer.iter().map(|pole| said.only_one_answer(form.name(*pole))));
    if let Some((then, day)) = since {
        let change = |side| said.change_towards(day, form.name(Pole { contrast, side }));
        sentences.extend(now.moved(then).map(change));
    }
    let [management, leadership] = [Side::Management, Side::Leadership].map(|side| form.act(Pole { contrast, side }));
    sentences.push(template(now, management, leadership, words));
    sentences.join(" ")
}

fn template(lean: &Lean, management: &str, leadership: &str, words: &Words) -> String {
    let words = words.mirror();
    match (lean.band(), lean.amount()) {
        (Band::Strong(Side::Management), _) => words.strongly_management(management, leadership),
        (Band::Leaning(Side::Management), _) => words.rather_management(management, leadership),
        (Band::Even, Amount::Great) => words.even_great(management, leadership),
        (Band::Even, Amount::Fair) => words.even_fair(management, leadership),
        (Band::Even, Amount::Seldom) => words.even_seldom(management, leadership),
        (Band::Leaning(Side::Leadership), _) => words.rather_leadership(management, leadership),
        (Band::Strong(Side::Leadership), _) => words.strongly_leadership(management, leadership),
    }
}
