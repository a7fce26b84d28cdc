//! How sure, how right: a bar for each of the four words, what all of it comes to, and a sentence for each lesson.

use super::super::geometry::Geometry;
use super::super::keymap::{Act, Where};
use super::super::{App, HowSure};
use super::{Header, Sheet, filled, footer, hanging, heading, line, wrapped};
use crate::course::Clean;
use crate::page::{Piece, Role, Row, blanks, repeated, spoken, spread, wrap};
use crate::progress::Sure;
use crate::progress::calibration::{Calibration, LEAST, Level};
use crate::words::Words;

pub fn sheet(app: &App, screen: &HowSure, at: &Geometry) -> Sheet {
    let all = Calibration::of(&app.course, &app.progress);
    let words = app.words().sureness();
    let right = count(app.words(), all.count());
    let header = Header { left: Clean::words(words.title()), right, part: Some(0.0), number: None };
    let mut sheet = Sheet {
        header: Some(header),
        top: screen.top,
        says_more: true,
        footer: footer(
            Where::Help,
            &[(Act::Back, words.key_back()), (Act::Down, words.key_scroll()), (Act::Leave, words.key_leave())],
        ),
        ..Sheet::default()
    };
    let Some(bias) = all.in_words(None, app.words()) else {
        let few = words.too_few(app.words().count().number(LEAST), count(app.words(), all.count()));
        sheet.rows = wrapped(&few, Role::Text, at.width);
        return sheet;
    };
    sheet.rows.extend(wrapped(&bias, Role::Strong, at.width));
    sheet.rows.push(Row::default());
    sheet.rows.extend(all.levels().iter().map(|level| bar(app.words(), level, at)));
    sheet.rows.extend(wrapped(words.mark(), Role::Quiet, at.width));
    sheet.rows.extend(vec![Row::default(); if at.has_margin { 2 } else { 1 }]);
    sheet.rows.extend(score(app.words(), &all, at));
    sheet.rows.extend(vec![Row::default(); if at.has_margin { 2 } else { 1 }]);
    sheet.rows.extend(lessons(app, at));
    sheet
}

/// `48 answers`.
pub fn count(words: &Words, answers: usize) -> Clean {
    Clean::words(&words.sureness().answers(answers))
}

/// So wide are the columns beside a bar: the word, how often it was right, and what it says.
struct Columns {
    word: usize,
    right: usize,
    says: usize,
}

impl Columns {
    fn of(words: &Words, at: &Geometry) -> Columns {
        let word = Sure::ALL.map(|sure| wrap::width(sure.in_words(words))).into_iter().max().unwrap_or(0) + 3;
        let right = (wrap::width(words.sureness().not_said()) + 2).max(10);
        let says = wrap::width(&words.sureness().says(100)) + 2;
        Columns { word, right, says: if at.width >= 60 { says } else { 0 } }
    }
}

/// How often a word was right: a heavy line over a thin one, with a mark where the word would be right.
pub fn bar(words: &Words, level: &Level, at: &Geometry) -> Row {
    let columns = Columns::of(words, at);
    let (words, said) = (words.sureness(), level.sure.in_words(words));
    let width = at.width.saturating_sub(columns.word + columns.right + columns.says).max(1);
    let cells = |part: f64| (part.clamp(0.0, 1.0) * width as f64).round() as usize;
    let done = if level.of == 0 { 0 } else { cells(level.right as f64 / level.of as f64) };
    let mark = level.promised.map(|promised| cells(promised).min(width - 1));
    let mut pieces = vec![spoken(&filled(said, columns.word), Role::Text)];
    match mark {
        Some(mark) => {
            pieces.extend(line_between(0, mark, done));
            pieces.push(spoken("│", Role::Strong));
            pieces.extend(line_between(mark + 1, width, done));
        }
        None => pieces.extend(line_between(0, width, done)),
    }
    let right = if level.of == 0 { words.not_said().to_owned() } else { words.right(level.right, level.of) };
    let role = if level.of == 0 { Role::Quiet } else { Role::Text };
    pieces.push(spoken(&format!("{right:>width$}", width = columns.right), role));
    if let Some(promised) = level.promised.filter(|_| columns.says > 0) {
        let promised = words.says(format!("{:.0}", promised * 100.0));
        pieces.push(spoken(&format!("{promised:>width$}", width = columns.says), Role::Quiet));
    }
    Row::of(pieces)
}

/// The part of a bar between two cells, where the heavy line ends after `done`.
fn line_between(from: usize, to: usize, done: usize) -> [Piece; 2] {
    let end = done.clamp(from, to.max(from));
    [repeated('━', end - from, Role::Progress), repeated('─', to.saturating_sub(end), Role::Rule)]
}

/// The score, and what the same answers would have had from someone who always says the same.
fn score(words: &Words, all: &Calibration, at: &Geometry) -> Vec<Row> {
    let (words, count) = (words.sureness(), words.count());
    let scale = if at.has_margin { words.score_scale() } else { words.score_scale_short() };
    let mut rows = vec![heading(words.score(), scale, at.width)];
    let figures = [
        (words.yours(), all.brier()),
        (words.always_guess(), all.always_guessing()),
        (words.always_certain(), all.always_certain()),
    ];
    for (words, figure) in figures {
        let figure = figure.map_or(String::new(), |figure| count.decimal(figure, 2));
        rows.push(spread(vec![spoken(words, Role::Text)], vec![spoken(&figure, Role::Text)], at.width));
    }
    rows
}

/// A sentence for each lesson with enough answers.
fn lessons(app: &App, at: &Geometry) -> Vec<Row> {
    let words = app.words();
    let mut rows = vec![line(words.sureness().lessons(), Role::Heading)];
    let all = Calibration::by_lesson(&app.course, &app.progress);
    for (nth, calibration) in &all {
        let Some(lesson) = app.course.lessons.get(*nth) else { continue };
        if let Some(bias) = calibration.in_words(Some(lesson.title.as_str()), words) {
            rows.extend(hanging(spoken(&format!("{}  ", lesson.number), Role::Text), &bias, Role::Text, at.width));
        }
    }
    if all.iter().any(|(_, calibration)| calibration.count() < LEAST) {
        let few = words.sureness().lesson_too_few(words.count().number(LEAST));
        rows.extend(wrapped(&few, Role::Quiet, at.width));
    }
    rows
}

/// The sentence over all answers as a row, with the key that tells more; nothing where there are too few.
pub fn in_a_row(app: &App, (key, word): (&str, &str), width: usize) -> Option<Row> {
    let words = Calibration::of(&app.course, &app.progress).in_words(None, app.words())?;
    let right = vec![spoken(key, Role::Key), blanks(1), spoken(word, Role::Quiet)];
    Some(spread(vec![spoken(&words, Role::Text)], right, width))
}
