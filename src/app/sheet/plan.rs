//! A plan on its way: two fields, and when it will be asked how it went.

use super::super::App;
use super::super::PlanPart as Part;
use super::super::geometry::Geometry;
use super::super::keymap::{Act, Where};
use super::super::plan::Planning;
use super::{Header, Sheet, filled, footer, kinds, line, wrapped};
use crate::course::Clean;
use crate::page::{Role, Row, blanks, spoken, wrap};
use crate::progress::day::both_in_words;
use crate::progress::plan::{Refusal, asked_on};
use crate::words::Words;

/// So many rows have room to say what it is good for.
const ROOMY: usize = 16;
/// Making one takes so long.
const MINUTES: u32 = 3;

/// The page with its two fields.
pub fn sheet(app: &App, screen: &Planning, at: &Geometry) -> Sheet {
    let words = app.words().plans();
    let back = if screen.revises.is_some() { words.key_as_it_was() } else { words.key_not_now() };
    let keys = [(Act::NextLink, words.key_field()), (Act::Confirm, words.key_keep()), (Act::Back, back)];
    let mut sheet =
        Sheet { header: Some(header(app, screen, at)), says_more: true, footer: footer(Where::Field, &keys), ..Sheet::default() };
    let is_roomy = at.has_margin && at.height >= ROOMY;
    let part_from_next = |rows: usize| if is_roomy { vec![Row::default(); rows] } else { Vec::new() };
    if is_roomy {
        sheet.rows.extend(wrapped(words.why(), Role::Text, at.width));
        sheet.rows.extend(part_from_next(2));
    }
    half(app, Part::Cue, screen, at, &mut sheet);
    sheet.rows.extend(part_from_next(1));
    half(app, Part::Act, screen, at, &mut sheet);
    sheet.rows.extend(part_from_next(2));
    sheet.rows.extend(wrapped(&when_asked(app), Role::Quiet, at.width));
    sheet.follow_focus(app.body_height())
}

/// When it will be asked how it went.
pub fn when_asked(app: &App) -> String {
    app.words().plans().asked_on(both_in_words(asked_on(app.now(), app.offset), app.today(), app.words()))
}

fn header(app: &App, screen: &Planning, at: &Geometry) -> Header {
    let lesson = app.course.position(&screen.lesson).and_then(|at| app.course.lessons.get(at));
    let left = match lesson {
        Some(lesson) if at.has_margin => Clean::words(&app.words().plans().yours_after(&lesson.title)),
        _ => Clean::words(app.words().plans().yours()),
    };
    let takes = app.words().map().about(app.words().count().time(MINUTES));
    let right = if screen.revises.is_some() { Clean::default() } else { Clean::words(&takes) };
    Header { number: lesson.map(|lesson| lesson.number), left, right, part: Some(1.0) }
}

/// A word of the sentence, its field, and why the field cannot be taken as it is. Where rows are few the word stands before the field.
fn half(app: &App, part: Part, screen: &Planning, at: &Geometry, sheet: &mut Sheet) {
    let words = app.words().plans();
    let (cue, act) = (words.cue(), words.act());
    let (word, typing) = if part == Part::Cue { (cue, &screen.cue) } else { (act, &screen.act) };
    let is_here = screen.part == part;
    let lead = if at.has_margin { 0 } else { wrap::width(cue).max(wrap::width(act)) + 1 };
    if at.has_margin {
        sheet.rows.push(line(word, Role::Heading));
    }
    let from = sheet.rows.len();
    kinds::growing(typing, is_here, at.width.saturating_sub(lead).max(1), sheet);
    if lead > 0 {
        for row in sheet.rows.iter_mut().skip(from) {
            row.pieces.insert(0, blanks(lead));
        }
        if let Some(first) = sheet.rows.get_mut(from).and_then(|row| row.pieces.first_mut()) {
            *first = spoken(&filled(word, lead), Role::Heading);
        }
        sheet.cursor = sheet.cursor.map(|(row, column)| (row, if row >= from { column + lead } else { column }));
    }
    if !is_here {
        sheet.target(from..sheet.rows.len(), Act::NextLink);
    }
    if let Some(why) = why_not(app.words(), screen).filter(|_| is_here) {
        sheet.rows.extend(wrapped(&why, Role::Text, at.width));
    }
}

/// Why the half in which one types cannot be taken as it is.
pub fn why_not(words: &Words, screen: &Planning) -> Option<String> {
    let words = words.plans();
    let typing = if screen.part == Part::Cue { &screen.cue } else { &screen.act };
    Some(match screen.refused? {
        Refusal::NoCue => words.no_cue().to_owned(),
        Refusal::Vague => words.vague_cue(typing.text.trim()),
        Refusal::Short => words.short_cue().to_owned(),
        Refusal::NoAct => words.no_act().to_owned(),
    })
}
