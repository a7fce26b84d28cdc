//! What the answers of a group say about a question, in remarks for whoever wrote it. The bounds are the usual ones of item analysis; a
//! remark asks to look, it does not judge.

use serde::Serialize;

use super::tally::Tally;
use crate::course::Question;
use crate::words::{Group, Words};

/// Under so many answers nothing is remarked on.
pub const ENOUGH: usize = 20;

const HARD: f64 = 0.30;
const EASY: f64 = 0.95;
const TELLS_APART: f64 = 0.20;
const TEMPTS: f64 = 0.05;
const READABLE: usize = 3;

/// Something to look at.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Remark {
    /// Its name for scripts.
    pub rule: &'static str,
    /// For people.
    pub words: String,
}

fn remark(rule: &'static str, words: impl Into<String>) -> Remark {
    Remark { rule, words: words.into() }
}

/// Every remark on a question; one that says so where too few answered.
pub fn remarks(words: &Words, question: &Question, tally: &Tally) -> Vec<Remark> {
    let words = words.group();
    if tally.answers < ENOUGH {
        return vec![remark("too-few", words.few_answers())];
    }
    let facility = tally.facility().unwrap_or(0.0);
    let mut all = Vec::new();
    if facility < HARD {
        all.push(remark("hard", words.hard()));
    }
    if facility > EASY {
        all.push(remark("easy", words.easy()));
    }
    if tally.discrimination().is_some_and(|figure| figure < TELLS_APART) {
        all.push(remark("does-not-tell-apart", words.does_not_tell_apart()));
    }
    all.extend(choices(words, question, tally));
    if tally.median_seconds().is_some_and(|seconds| seconds < READABLE) {
        all.push(remark("too-fast", words.too_fast()));
    }
    all
}

/// What the choices say: one that tempts nobody, one that tempts those who know most.
fn choices(words: Group, question: &Question, tally: &Tally) -> Vec<Remark> {
    let mut all = Vec::new();
    let best = tally.by_the_best();
    let picked_by = |counts: &[u32], at: usize| counts.get(at).copied().unwrap_or(0);
    let choices = question.choices();
    let keys = choices.iter().enumerate().filter(|(_, choice)| choice.correct);
    let least_key = keys.map(|(at, _)| picked_by(&best, at)).min().unwrap_or(0);
    for (at, _) in choices.iter().enumerate().filter(|(_, choice)| !choice.correct) {
        let share = f64::from(picked_by(&tally.parts, at)) / tally.answers as f64;
        if share < TEMPTS && choices.len() > 2 {
            all.push(remark("tempts-nobody", words.tempts_nobody(at + 1)));
        }
        if picked_by(&best, at) > least_key {
            all.push(remark("misleads-the-best", words.misleads_the_best(at + 1)));
        }
    }
    all
}
