//! The questions in a group's report.

use serde::Serialize;

use super::rules::{Remark, remarks};
use super::tally::Tally;
use crate::course::question::{Kind, Question};
use crate::course::{Clean, Lesson, Prose};
use crate::exchange::record::rounded;
use crate::words::Words;

/// A question that five or more answered.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Item {
    /// Its id.
    pub id: String,
    /// Its lesson, by its id.
    pub lesson: String,
    /// Its kind.
    pub kind: &'static str,
    /// What it asks.
    pub prompt: Clean,
    /// The learner's own ratings say what is right.
    pub is_self_rated: bool,
    /// How many answered it.
    pub answers: usize,
    /// The part that had it right the first time.
    pub facility: f64,
    /// Its correlation with the other questions, −1 to 1; nothing where all answered alike or too few did.
    pub discrimination: Option<f64>,
    /// The time that half of them took at most, in seconds; 600 stands for more as well.
    pub median_seconds: Option<usize>,
    /// How many said how sure they were.
    pub sure_answers: usize,
    /// What they promised, 0 to 1.
    pub promised: Option<f64>,
    /// What came of it.
    pub right_of_sure: Option<f64>,
    /// What was picked and is not right, or which part was missed, the most frequent first.
    pub wrong: Vec<Wrong>,
    /// What to look at.
    pub remarks: Vec<Remark>,
}

/// Something that was picked and is not right, or a part that was missed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Wrong {
    /// Which, counted from 1 in the author's order.
    pub number: usize,
    /// What it says.
    pub text: Clean,
    /// How many picked or missed it.
    pub count: u32,
    /// The part of those who answered.
    pub share: f64,
}

/// The report on a question.
pub fn item(words: &Words, lesson: &Lesson, question: &Question, tally: &Tally) -> Item {
    let promise = tally.promise(question.chance()).filter(|(said, _, _)| *said >= super::LEAST);
    Item {
        id: question.id.to_string(),
        lesson: lesson.id.to_string(),
        kind: question.kind_name(),
        prompt: question.prompt.words(),
        is_self_rated: matches!(question.kind, Kind::Open { .. }),
        answers: tally.answers,
        facility: rounded(tally.facility().unwrap_or(0.0)),
        discrimination: tally.discrimination().filter(|_| tally.answers >= super::ENOUGH).map(rounded),
        median_seconds: tally.median_seconds(),
        sure_answers: promise.map_or(0, |(said, _, _)| said),
        promised: promise.map(|(_, promised, _)| rounded(promised)),
        right_of_sure: promise.map(|(_, _, right)| rounded(right)),
        wrong: wrong(question, tally),
        remarks: remarks(words, question, tally),
    }
}

fn wrong(question: &Question, tally: &Tally) -> Vec<Wrong> {
    let texts: Vec<(&Prose, bool)> = match &question.kind {
        Kind::Choice(choices) | Kind::Multiple(choices) | Kind::TrueFalse(choices) => {
            choices.iter().map(|choice| (&choice.text, !choice.correct)).collect()
        }
        Kind::Classify { items, .. } => items.iter().map(|item| (&item.text, true)).collect(),
        Kind::Match { pairs, .. } => pairs.iter().map(|pair| (&pair.left, true)).collect(),
        Kind::Order(steps) => steps.iter().map(|step| (&step.text, true)).collect(),
        Kind::Short { .. } | Kind::Open { .. } | Kind::Scenario(_) | Kind::Stance { .. } => Vec::new(),
    };
    let counted = texts.iter().zip(&tally.parts).enumerate().filter(|(_, ((_, is_wrong), count))| *is_wrong && **count > 0);
    let mut all: Vec<Wrong> = counted
        .map(|(at, ((text, _), count))| Wrong {
            number: at + 1,
            text: text.words(),
            count: *count,
            share: rounded(f64::from(*count) / tally.answers.max(1) as f64),
        })
        .collect();
    all.sort_by_key(|wrong| (std::cmp::Reverse(wrong.count), wrong.number));
    all
}
