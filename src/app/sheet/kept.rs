//! The passages that were kept.

use super::super::geometry::Geometry;
use super::super::keymap::{Act, Where};
use super::super::{App, KeptList};
use super::{Header, Sheet, footer, wrapped};
use crate::course::Clean;
use crate::page::{Piece, Role, Row, blanks, spoken};
use crate::progress::Kept;
use crate::words::Words;

pub fn sheet(app: &App, screen: &KeptList, at: &Geometry) -> Sheet {
    let all = app.progress.made().kept(&app.course);
    let (said, foot) = (app.words().kept(), app.words().footer());
    let mut entries = vec![
        (Act::Confirm, foot.open()),
        (Act::Down, foot.choose()),
        (Act::TakeOff, said.key_take_off()),
        (Act::Back, foot.back()),
    ];
    if screen.taken_off.is_some() {
        entries.insert(0, (Act::Undo, said.key_put_back()));
    }
    let mut sheet = Sheet {
        header: Some(Header {
            left: Clean::words(said.kept()),
            right: count(app.words(), all.len()),
            part: Some(0.0),
            number: None,
        }),
        says_more: true,
        footer: footer(Where::Kept, &entries),
        ..Sheet::default()
    };
    let mut lesson = None;
    for (nth, (_, kept)) in all.iter().enumerate() {
        if !sheet.rows.is_empty() {
            sheet.rows.push(Row::default());
        }
        if lesson.replace(&kept.lesson) != Some(&kept.lesson) {
            sheet.rows.extend(head(app, kept, !sheet.rows.is_empty()));
        }
        let start = sheet.rows.len();
        sheet.rows.extend(passage(kept, at.width));
        sheet.target(start..sheet.rows.len(), Act::Choose(nth));
        if nth == screen.selected {
            sheet.focus = Some(start..sheet.rows.len());
        }
    }
    if all.is_empty() {
        sheet.rows.extend(wrapped(said.nothing_kept(), Role::Text, at.width));
    }
    sheet.follow_focus(app.body_height())
}

/// `3 passages`.
pub fn count(words: &Words, passages: usize) -> Clean {
    Clean::words(&words.kept().passages(passages))
}

/// The lesson over its passages.
fn head(app: &App, kept: &Kept, parts: bool) -> Vec<Row> {
    let lesson = app.course.position(&kept.lesson).and_then(|at| app.course.lessons.get(at));
    let words = lesson.map_or(String::new(), |lesson| format!("{}  {}", lesson.number, lesson.title));
    let mut rows = if parts { vec![Row::default()] } else { Vec::new() };
    rows.extend([Row::of(vec![spoken(&words, Role::Heading)]), Row::default()]);
    rows
}

/// What the learner wrote, and how the passage begins.
fn passage(kept: &Kept, width: usize) -> Vec<Row> {
    const INDENT: usize = 3;
    const ROWS: usize = 2;
    let mut rows = wrapped(&kept.passage, Role::Text, width);
    if rows.len() > ROWS {
        rows.truncate(ROWS);
        if let Some(last) = rows.last_mut() {
            let mut pieces = std::mem::take(&mut last.pieces);
            pieces.push(spoken(" …", Role::Text));
            last.pieces = crate::page::shorten(pieces, width);
        }
    }
    let notes =
        if kept.note.is_empty() { Vec::new() } else { wrapped(&kept.note, Role::Emphasis, width.saturating_sub(INDENT).max(1)) };
    rows.extend(notes.into_iter().map(|row| {
        let mut pieces: Vec<Piece> = vec![blanks(INDENT)];
        pieces.extend(row.pieces);
        Row::of(pieces)
    }));
    rows
}
