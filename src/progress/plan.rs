//! If-then plans: which situations one can notice when they come, and when it is asked how a plan went.
//!
//! A plan that names its situation is carried out more often than a good intention (Gollwitzer and Sheeran 2006: d = 0.65 over 94
//! tests), and it is the situation that does it. So a plan without one is not kept: it would be a good intention again.

use unicode_segmentation::UnicodeSegmentation;

use super::day::{Day, Offset};
use super::made::{Made, Plan};
use super::{EventId, Stamp};
use crate::words::Words;

/// So many days after it was made, it is asked how a plan went.
pub const ASKED_AFTER: [i64; 2] = [7, 21];

/// Why a plan cannot be kept as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It names no situation.
    NoCue,
    /// Its situation has too few words to be recognised.
    Short,
    /// Its situation comes at no particular moment.
    Vague,
    /// It does not say what to do.
    NoAct,
}

/// A situation takes so many words at least: who, what, when.
const LEAST_WORDS: usize = 3;

/// What is wrong with a plan, the situation first.
pub fn refusal(cue: &str, act: &str, words: &Words) -> Option<Refusal> {
    let (vague, small) = (words.plans().vague_words(), words.plans().small_words());
    let words: Vec<String> = cue.unicode_words().map(str::to_lowercase).collect();
    let says_nothing = |word: &String| vague.split_whitespace().chain(small.split_whitespace()).any(|known| known == word);
    match () {
        () if words.is_empty() => Some(Refusal::NoCue),
        () if words.iter().all(says_nothing) => Some(Refusal::Vague),
        () if words.len() < LEAST_WORDS => Some(Refusal::Short),
        () if act.unicode_words().next().is_none() => Some(Refusal::NoAct),
        () => None,
    }
}

impl Plan {
    /// Its two halves, which make one sentence. Whoever typed “if” or “I” once more is not made to read it twice.
    pub fn halves(&self, words: &Words) -> [String; 2] {
        let words = words.plans();
        let cue = without(&self.cue, words.begins_cue()).trim_end_matches([',', '.', ' ']);
        let act = without(&self.act, words.begins_act()).trim_end_matches(['.', ' ']);
        [words.half_cue(cue), words.half_act(act)]
    }
}

/// A text without the words with which it begins.
fn without<'t>(text: &'t str, beginnings: &str) -> &'t str {
    beginnings.split_whitespace().fold(text.trim(), |text, beginning| match text.split_at_checked(beginning.len()) {
        Some((head, rest)) if head.eq_ignore_ascii_case(beginning) && rest.starts_with(' ') => rest.trim_start(),
        _ => text,
    })
}

/// The days on which it is asked how a plan goes that was made at this moment.
pub fn asked_on(made: Stamp, offset: Offset) -> [Day; 2] {
    ASKED_AFTER.map(|days| Day::of(made, offset).after(days))
}

/// Where the asking about a plan stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asking {
    /// It is asked since this day.
    Since(Day),
    /// It will be asked on this day.
    On(Day),
    /// It was asked as often as it is.
    Over,
}

/// Where the asking about a plan stands on a day. Whoever was away for weeks is asked once, not for every day that went by.
pub fn asking(made: &Made, (id, plan): (&EventId, &Plan), today: Day, offset: Offset) -> Asking {
    let days = asked_on(plan.at, offset);
    let last_said = made.followed(id).last().map(|said| Day::of(said.at.0, offset));
    let is_open = |day: &&Day| **day <= today && last_said.is_none_or(|said| said < **day);
    match (days.iter().rfind(|day| **day <= today).filter(is_open), days.iter().find(|day| **day > today)) {
        (Some(day), _) => Asking::Since(*day),
        (None, Some(day)) => Asking::On(*day),
        (None, None) => Asking::Over,
    }
}

/// The plans of which it is asked today how they went, the oldest first.
pub fn due(made: &Made, today: Day, offset: Offset) -> Vec<(&EventId, &Plan)> {
    let is_due = |plan: &(&EventId, &Plan)| matches!(asking(made, *plan, today, offset), Asking::Since(_));
    made.plans().into_iter().filter(is_due).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::ENGLISH;

    #[track_caller]
    fn check(cue: &str, expected: Option<Refusal>) {
        assert_eq!(refusal(cue, "ask", &ENGLISH), expected, "{cue:?}");
    }

    #[test]
    fn a_situation_can_be_noticed_when_it_comes() {
        check("I hand over the supplier visits on Thursday", None);
        check("the status list comes", None);
        check("Anna asks again", None);
        check("木曜日に引き継ぐとき", None);
        check("", Some(Refusal::NoCue));
        check(" … ", Some(Refusal::NoCue));
        check("always", Some(Refusal::Vague));
        check("More often, and better!", Some(Refusal::Vague));
        check("when I can", Some(Refusal::Vague));
        check("as soon as possible", Some(Refusal::Vague));
        check("on Thursday", Some(Refusal::Short));
    }

    #[test]
    fn a_plan_is_one_sentence_however_it_was_typed() {
        let plan = |cue: &str, act: &str| {
            let lesson = crate::course::Id::new("l").unwrap();
            Plan { at: Stamp(0), lesson, cue: cue.to_owned(), act: act.to_owned() }.halves(&ENGLISH).join(" ")
        };
        assert_eq!(plan("the list comes", "ask who gains"), "If the list comes, then I ask who gains.");
        assert_eq!(plan("If the list comes, ", "then I ask who gains."), "If the list comes, then I ask who gains.");
        assert_eq!(plan("iffy news come", "ignore it"), "If iffy news come, then I ignore it.");
    }

    #[test]
    fn a_plan_says_what_to_do() {
        assert_eq!(refusal("the status list comes", " ", &ENGLISH), Some(Refusal::NoAct));
        assert_eq!(refusal("", "", &ENGLISH), Some(Refusal::NoCue));
    }
}
