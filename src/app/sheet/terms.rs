//! The glossary.

use super::super::geometry::Geometry;
use super::super::keymap::{Act, Where};
use super::super::{App, Terms};
use super::{Header, Sheet, footer};
use crate::course::Clean;
use crate::course::glossary::Term;
use crate::page::{self, Piece, Role, Row, blanks};

pub fn sheet(app: &App, screen: &Terms, at: &Geometry) -> Sheet {
    let terms = app.course.known_glossary().map_or(&[][..], |glossary| &glossary.terms);
    let (said, foot) = (app.words().find(), app.words().footer());
    let count = Clean::words(&said.terms(terms.len()));
    let mut sheet = Sheet {
        header: Some(Header { left: Clean::words(said.glossary()), right: count, part: Some(0.0), number: None }),
        says_more: true,
        footer: footer(Where::List, &[(Act::Down, foot.choose()), (Act::Jump, foot.by_name()), (Act::Back, foot.back())]),
        ..Sheet::default()
    };
    for (nth, term) in terms.iter().enumerate() {
        let start = sheet.rows.len();
        sheet.rows.push(Row::of(vec![Piece::of(term.name.clone(), Role::Strong)]));
        sheet.rows.extend(meaning(term, at.width));
        sheet.target(start..sheet.rows.len(), Act::Choose(nth));
        if nth == screen.selected {
            sheet.focus = Some(start..sheet.rows.len());
        }
        sheet.rows.push(Row::default());
    }
    sheet.follow_focus(app.body_height())
}

/// What a term means, under its name.
fn meaning(term: &Term, width: usize) -> impl Iterator<Item = Row> {
    const INDENT: usize = 3;
    let rows = page::blocks(&term.meaning, width.saturating_sub(INDENT).max(1));
    rows.into_iter().map(|mut row| {
        row.pieces.insert(0, blanks(INDENT));
        row
    })
}

/// A term and its meaning above a page.
pub fn above(app: &App, at: &Geometry) -> Vec<Row> {
    let term = app.term.and_then(|nth| app.course.known_glossary()?.terms.get(nth));
    let Some(term) = term else { return Vec::new() };
    let mut rows = vec![Row::of(vec![Piece::of(term.name.clone(), Role::Strong)])];
    rows.extend(meaning(term, at.width));
    rows
}
