//! The result in words. They name acts and a period, say “reported”, offer the other pole as a choice and end with a question. They
//! never say what anyone is.

use super::{Amount, Band, Lean};
use crate::course::mirror::{Form, Pole, Side};

/// Said where answers pull against each other.
pub const PULLS_APART: &str = "Some answers pull against each other. That happens when we answer quickly, or when weeks differ a lot. \
                               You might look at those statements again.";

/// Said where a pole has no answer.
pub const NOT_ENOUGH: &str = "not enough to say";

/// `leaning to planning`.
pub fn band(form: &Form, contrast: usize, band: Band) -> String {
    match band {
        Band::Strong(side) => format!("strong lean to {}", form.name(Pole { contrast, side })),
        Band::Leaning(side) => format!("leaning to {}", form.name(Pole { contrast, side })),
        Band::Even => "about even".to_owned(),
    }
}

/// `a fair amount`.
pub fn amount(amount: Amount) -> &'static str {
    match amount {
        Amount::Seldom => "seldom either",
        Amount::Fair => "a fair amount",
        Amount::Great => "a great deal",
    }
}

/// `leaning to planning, a fair amount of both`: the picture for whoever does not see it.
pub fn in_a_line(form: &Form, contrast: usize, lean: Option<&Lean>) -> String {
    let Some(lean) = lean else { return NOT_ENOUGH.to_owned() };
    let both = if lean.amount() == Amount::Seldom { "" } else { " of both" };
    format!("{}, {}{both}", band(form, contrast, lean.band()), amount(lean.amount()))
}

/// A tilt: `−0.50`, `0.00`, `+0.13`.
pub fn tilt(tilt: f64) -> String {
    let sign = if tilt < 0.0 { "−" } else { "+" };
    if tilt == 0.0 { "0.00".to_owned() } else { format!("{sign}{}", hundredths(tilt.abs())) }
}

/// Two digits, halves rounded up as people do.
pub fn hundredths(number: f64) -> String {
    format!("{:.2}", (number * 100.0).round() / 100.0)
}

/// Said once, where the paragraphs are laid beside an earlier sitting.
pub fn compared(day: &str) -> String {
    format!("Where nothing is said of {day}, there is no clear difference from it.")
}

/// What was reported about a contrast, what became clearly other since an earlier sitting, and a question. `since` is that sitting and
/// its day.
pub fn paragraph(form: &Form, contrast: usize, now: Option<&Lean>, since: Option<(&Lean, &str)>) -> String {
    let Some(now) = now else { return not_enough() };
    let mut sentences: Vec<String> = Vec::new();
    sentences.extend(now.one_answer.iter().map(|pole| format!("Only one answer speaks for {}.", form.name(*pole))));
    if let Some((then, day)) = since {
        let change = |side| format!("Since {day} there is a clear change towards {}.", form.name(Pole { contrast, side }));
        sentences.extend(now.moved(then).map(change));
    }
    let [management, leadership] = [Side::Management, Side::Leadership].map(|side| form.act(Pole { contrast, side }));
    sentences.push(template(now, management, leadership));
    sentences.join(" ")
}

fn not_enough() -> String {
    "You reported no opportunity where it would be needed, so there is not enough to say. Who near you had one?".to_owned()
}

fn template(lean: &Lean, management: &str, leadership: &str) -> String {
    match (lean.band(), lean.amount()) {
        (Band::Strong(Side::Management), _) => format!(
            "In the last three months you reported {management} much more often than {leadership}. If your role’s main risk is \
             unreliability, that may be exactly right. Where did {leadership} get squeezed out, and did anyone miss it?"
        ),
        (Band::Leaning(Side::Management), _) => format!(
            "You reported {management} somewhat more often than {leadership}. Is that a choice, a habit, or what the quarter demanded?"
        ),
        (Band::Even, Amount::Great) => {
            format!("You reported both {management} and {leadership} often. What makes that possible, and what does it cost you?")
        }
        (Band::Even, Amount::Fair) => format!(
            "You reported {management} and {leadership} about equally, sometimes each. Which of the two would your role notice more of?"
        ),
        (Band::Even, Amount::Seldom) => format!(
            "You reported little of either {management} or {leadership}. Perhaps others supply them, or the occasion did not arise. \
             Who does this for your team?"
        ),
        (Band::Leaning(Side::Leadership), _) => {
            format!("You reported {leadership} somewhat more often than {management}. Who turns the one into the other?")
        }
        (Band::Strong(Side::Leadership), _) => format!(
            "You reported {leadership} much more often than {management}. If your team’s trouble is lack of direction, good. If promises \
             slip, who is holding them?"
        ),
    }
}
