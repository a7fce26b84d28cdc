//! Every answer as a row: what was asked, what was answered, how it came out, how sure one was and how long it took.

use std::collections::HashMap;

use serde::Serialize;

use super::rounded;
use crate::course::question::{Kind, Mode};
use crate::course::{Answer, Clean, Course, Id, Question, mark};
use crate::exchange::{Moment, response};
use crate::progress::{Entry, EventId, Given, Progress, Purpose, Run};
use crate::words::Words;

/// An answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Answered {
    /// The event that it is.
    pub id: String,
    /// When.
    pub at: Moment,
    /// The event that began the questions among which it was asked.
    pub quiz: String,
    /// What they were asked for: quiz, missed, before, check, weakest …
    pub purpose: &'static str,
    /// When it was told what was right: immediate, held-back or must-pass.
    pub mode: &'static str,
    /// The lesson of the question, by its id; empty where neither is in the course any longer.
    pub lesson: String,
    /// The question.
    pub question: String,
    /// Its kind; empty where it is no longer in the course.
    pub kind: &'static str,
    /// The objective that it tests.
    pub objective: Option<String>,
    /// What it asks.
    pub prompt: Clean,
    /// 1 for the first answer that was ever given to it, 2 for the next.
    pub attempt: usize,
    /// The answer in words.
    pub answer: String,
    /// The answer in ids, as xAPI writes it.
    pub response: String,
    /// Whether it was right; nothing where there is no right.
    pub right: Option<bool>,
    /// What it was worth, 0 to 1, less a tenth for each hint.
    pub grade: Option<f64>,
    /// How sure one was: guess, maybe, fairly, certain.
    pub sure: Option<&'static str>,
    /// The same as a probability of being right.
    pub probability: Option<f64>,
    /// How many hints were shown.
    pub hints: usize,
    /// How long the question stood on the screen.
    pub seconds: u32,
    /// The fingerprint of the wording that was answered.
    pub wording: String,
    /// Whether the course still has that wording.
    pub is_same_wording: bool,
    /// The answer itself.
    #[serde(skip)]
    pub given: Answer,
}

/// Every answer, the oldest first.
pub fn all(course: &Course, progress: &Progress) -> Vec<Answered> {
    let mut all: Vec<(&EventId, &Run, &Id, &Entry, &Given)> = Vec::new();
    for (quiz, run) in progress.runs() {
        for (question, entries) in run.entries() {
            all.extend(entries.iter().filter_map(|entry| Some((quiz, run, question, entry, entry.given.as_ref()?))));
        }
    }
    all.sort_by_key(|(_, _, _, entry, _)| (entry.at, &entry.event));
    let mut attempts: HashMap<&Id, usize> = HashMap::new();
    let row = |(quiz, run, question, entry, given): (&EventId, &Run, _, &Entry, &Given)| {
        let attempt = attempts.entry(question).or_default();
        *attempt += 1;
        let row = Answered { attempt: *attempt, quiz: quiz.0.to_string(), ..bare(entry, given) };
        about(course, run, question, given, row)
    };
    all.into_iter().map(row).collect()
}

/// What is known without the course.
fn bare(entry: &Entry, given: &Given) -> Answered {
    Answered {
        id: entry.event.0.to_string(),
        at: Moment(entry.at),
        quiz: String::new(),
        purpose: "",
        mode: "",
        lesson: String::new(),
        question: String::new(),
        kind: "",
        objective: None,
        prompt: Clean::default(),
        attempt: 0,
        answer: response::bare(&given.answer),
        response: response::bare(&given.answer),
        right: None,
        grade: None,
        sure: given.sure.map(|sure| sure.word()),
        probability: None,
        hints: given.hints,
        seconds: given.seconds,
        wording: format!("{:016x}", given.wording.0),
        is_same_wording: false,
        given: given.answer.clone(),
    }
}

/// What the run and, as far as it still has the question, the course say about it.
fn about(course: &Course, run: &Run, id: &Id, given: &Given, row: Answered) -> Answered {
    let found = run.question(course, id);
    let lesson = run.lesson.clone().or_else(|| Some(course.lessons.get(course.question(id)?.0)?.id.clone()));
    let row = Answered {
        purpose: run.purpose.map_or("", name_of),
        mode: Mode::ALL.iter().find(|(mode, _)| *mode == run.mode).map_or("", |(_, name)| name),
        lesson: lesson.map_or(String::new(), |lesson| lesson.to_string()),
        question: id.to_string(),
        ..row
    };
    match found {
        Some(question) => marked(question, given, row, &course.words),
        None => row,
    }
}

fn marked(question: &Question, given: &Given, row: Answered, words: &Words) -> Answered {
    let verdict = mark(question, &given.answer);
    let counts = !matches!(question.kind, Kind::Stance { .. });
    Answered {
        kind: question.kind_name(),
        objective: question.objective.as_ref().map(Id::to_string),
        prompt: question.prompt.words(),
        answer: response::in_words(question, &given.answer, words),
        response: response::in_ids(question, &given.answer),
        right: counts.then(|| verdict.is_right()),
        grade: counts.then(|| rounded(verdict.grade(given.hints))),
        probability: given.sure.map(|sure| rounded(sure.probability(question.chance()))),
        is_same_wording: question.fingerprint == given.wording,
        ..row
    }
}

fn name_of(purpose: Purpose) -> &'static str {
    Purpose::ALL.iter().find(|(known, _)| *known == purpose).map_or("", |(_, name)| name)
}
