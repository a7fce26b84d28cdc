//! How sure, how right: a bar for each of the four words, what all of it comes to, and a sentence for each lesson.

use super::super::geometry::Geometry;
use super::super::keymap::{Act, Where};
use super::super::{App, HowSure};
use super::{Header, Sheet, footer, hanging, heading, line, wrapped};
use crate::course::Clean;
use crate::page::{Piece, Role, Row, blanks, repeated, spoken, spread};
use crate::progress::calibration::{Calibration, LEAST, Level};

pub fn sheet(app: &App, screen: &HowSure, at: &Geometry) -> Sheet {
    let all = Calibration::of(&app.course, &app.progress);
    let header = Header { left: Clean::fixed("How sure, how right"), right: count(all.count()), part: Some(0.0), number: None };
    let mut sheet = Sheet {
        header: Some(header),
        top: screen.top,
        says_more: true,
        footer: footer(Where::Help, &[(Act::Back, "back"), (Act::Down, "scroll"), (Act::Leave, "leave")]),
        ..Sheet::default()
    };
    let Some(words) = all.in_words(None) else {
        let few = format!(
            "From ten answers on, this page holds how sure you are against how right. So far it has {}.",
            count(all.count())
        );
        sheet.rows = wrapped(&few, Role::Text, at.width);
        return sheet;
    };
    sheet.rows.extend(wrapped(&words, Role::Strong, at.width));
    sheet.rows.push(Row::default());
    sheet.rows.extend(all.levels().iter().map(|level| bar(level, at)));
    sheet.rows.extend(wrapped("│ is where the word would be right", Role::Quiet, at.width));
    sheet.rows.extend(vec![Row::default(); if at.has_margin { 2 } else { 1 }]);
    sheet.rows.extend(score(&all, at));
    sheet.rows.extend(vec![Row::default(); if at.has_margin { 2 } else { 1 }]);
    sheet.rows.extend(lessons(app, at));
    sheet
}

/// `48 answers`.
pub fn count(answers: usize) -> Clean {
    Clean::words(&if answers == 1 { "1 answer".to_owned() } else { format!("{answers} answers") })
}

/// The columns beside the bar: the word, how often it was right, and what it says.
const WORD: usize = 10;
const RIGHT: usize = 10;
const SAYS: usize = 12;

/// How often a word was right: a heavy line over a thin one, with a mark where the word would be right.
pub fn bar(level: &Level, at: &Geometry) -> Row {
    let says = if at.width >= 60 { SAYS } else { 0 };
    let width = at.width.saturating_sub(WORD + RIGHT + says).max(1);
    let cells = |part: f64| (part.clamp(0.0, 1.0) * width as f64).round() as usize;
    let done = if level.of == 0 { 0 } else { cells(level.right as f64 / level.of as f64) };
    let mark = level.promised.map(|promised| cells(promised).min(width - 1));
    let mut pieces = vec![spoken(&format!("{:<WORD$}", level.sure.word()), Role::Text)];
    match mark {
        Some(mark) => {
            pieces.extend(line_between(0, mark, done));
            pieces.push(spoken("│", Role::Strong));
            pieces.extend(line_between(mark + 1, width, done));
        }
        None => pieces.extend(line_between(0, width, done)),
    }
    let right = if level.of == 0 { "not said".to_owned() } else { format!("{} of {}", level.right, level.of) };
    pieces.push(spoken(&format!("{right:>RIGHT$}"), if level.of == 0 { Role::Quiet } else { Role::Text }));
    if let Some(promised) = level.promised.filter(|_| says > 0) {
        let promised = format!("says {:.0} %", promised * 100.0);
        pieces.push(spoken(&format!("{promised:>says$}"), Role::Quiet));
    }
    Row::of(pieces)
}

/// The part of a bar between two cells, where the heavy line ends after `done`.
fn line_between(from: usize, to: usize, done: usize) -> [Piece; 2] {
    let end = done.clamp(from, to.max(from));
    [repeated('━', end - from, Role::Progress), repeated('─', to.saturating_sub(end), Role::Rule)]
}

/// The score, and what the same answers would have had from someone who always says the same.
fn score(all: &Calibration, at: &Geometry) -> Vec<Row> {
    let mut rows =
        vec![heading("Score", if at.has_margin { "Brier: 0 is certain and right each time" } else { "0 is best" }, at.width)];
    let figures = [
        ("yours", all.brier()),
        ("had you always said guess", all.always_guessing()),
        ("had you always said certain", all.always_certain()),
    ];
    for (words, figure) in figures {
        let figure = figure.map_or(String::new(), |figure| format!("{figure:.2}"));
        rows.push(spread(vec![spoken(words, Role::Text)], vec![spoken(&figure, Role::Text)], at.width));
    }
    rows
}

/// A sentence for each lesson with enough answers.
fn lessons(app: &App, at: &Geometry) -> Vec<Row> {
    let mut rows = vec![line("Lessons", Role::Heading)];
    let all = Calibration::by_lesson(&app.course, &app.progress);
    for (nth, calibration) in &all {
        let Some(lesson) = app.course.lessons.get(*nth) else { continue };
        if let Some(words) = calibration.in_words(Some(lesson.title.as_str())) {
            rows.extend(hanging(spoken(&format!("{}  ", lesson.number), Role::Text), &words, Role::Text, at.width));
        }
    }
    if all.iter().any(|(_, calibration)| calibration.count() < LEAST) {
        let few = "A lesson with fewer than ten answers says nothing yet.";
        rows.extend(wrapped(few, Role::Quiet, at.width));
    }
    rows
}

/// The sentence over all answers as a row, with the key that tells more; nothing where there are too few.
pub fn in_a_row(app: &App, (key, word): (&str, &str), width: usize) -> Option<Row> {
    let words = Calibration::of(&app.course, &app.progress).in_words(None)?;
    let right = vec![spoken(key, Role::Key), blanks(1), spoken(word, Role::Quiet)];
    Some(spread(vec![spoken(&words, Role::Text)], right, width))
}
