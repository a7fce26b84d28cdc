//! A plan on its way: two fields, and when it will be asked how it went.

use super::super::geometry::Geometry;
use super::super::keymap::{Act, Where};
use super::super::plan::Planning;
use super::super::{App, PlanPart as Part, Typing};
use super::{Header, Sheet, footer, kinds, line, wrapped};
use crate::course::{Clean, clean};
use crate::page::{Role, Row, blanks, spoken};
use crate::progress::day::both_in_words;
use crate::progress::plan::{Refusal, asked_on};

/// What it is good for, where there is room to say so.
pub const WHY: &str = "One situation that will come, and one thing you will do in it. A plan with a cue is carried out more often than a good \
                   intention.";
/// So many rows have room for it.
const ROOMY: usize = 16;

/// The page with its two fields.
pub fn sheet(app: &App, screen: &Planning, at: &Geometry) -> Sheet {
    let back = if screen.revises.is_some() { "as it was" } else { "not now" };
    let mut sheet = Sheet {
        header: Some(header(app, screen, at)),
        says_more: true,
        footer: footer(Where::Field, &[(Act::NextLink, "field"), (Act::Confirm, "keep"), (Act::Back, back)]),
        ..Sheet::default()
    };
    let is_roomy = at.has_margin && at.height >= ROOMY;
    let part_from_next = |rows: usize| if is_roomy { vec![Row::default(); rows] } else { Vec::new() };
    if is_roomy {
        sheet.rows.extend(wrapped(WHY, Role::Text, at.width));
        sheet.rows.extend(part_from_next(2));
    }
    half(("If", Part::Cue, &screen.cue), screen, at, &mut sheet);
    sheet.rows.extend(part_from_next(1));
    half(("then I", Part::Act, &screen.act), screen, at, &mut sheet);
    sheet.rows.extend(part_from_next(2));
    sheet.rows.extend(wrapped(&when_asked(app), Role::Quiet, at.width));
    sheet.follow_focus(app.body_height())
}

/// When it will be asked how it went.
pub fn when_asked(app: &App) -> String {
    format!("You will be asked how it went on {}.", both_in_words(asked_on(app.now(), app.offset), app.today(), app.words()))
}

fn header(app: &App, screen: &Planning, at: &Geometry) -> Header {
    let lesson = app.course.position(&screen.lesson).and_then(|at| app.course.lessons.get(at));
    let left = match lesson {
        Some(lesson) if at.has_margin => clean::join([lesson.title.as_str(), " · Your plan"]),
        _ => Clean::fixed("Your plan"),
    };
    let right = if screen.revises.is_some() { "" } else { "about 3 min" };
    Header { number: lesson.map(|lesson| lesson.number), left, right: Clean::fixed(right), part: Some(1.0) }
}

/// A word of the sentence, its field, and why the field cannot be taken as it is. Where rows are few the word stands before the field.
fn half((word, part, typing): (&'static str, Part, &Typing), screen: &Planning, at: &Geometry, sheet: &mut Sheet) {
    let is_here = screen.part == part;
    let lead = if at.has_margin { 0 } else { LEAD };
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
            *first = spoken(&format!("{word:<lead$}"), Role::Heading);
        }
        sheet.cursor = sheet.cursor.map(|(row, column)| (row, if row >= from { column + lead } else { column }));
    }
    if !is_here {
        sheet.target(from..sheet.rows.len(), Act::NextLink);
    }
    if let Some(why) = why_not(screen).filter(|_| is_here) {
        sheet.rows.extend(wrapped(&why, Role::Text, at.width));
    }
}

/// So wide is “then I” with a blank after it.
const LEAD: usize = 7;

const EXAMPLE: &str = "“I hand over the supplier visits on Thursday”";

/// Why the half in which one types cannot be taken as it is.
pub fn why_not(screen: &Planning) -> Option<String> {
    let typing = if screen.part == Part::Cue { &screen.cue } else { &screen.act };
    Some(match screen.refused? {
        Refusal::NoCue => format!("A plan waits for a moment: a place, a time, a person. For instance: {EXAMPLE}."),
        Refusal::Vague => format!("“{}” comes at no moment you could notice. For instance: {EXAMPLE}.", typing.text.trim()),
        Refusal::Short => format!("A little more, so that you know the moment when it comes. For instance: {EXAMPLE}."),
        Refusal::NoAct => "And what will you do then? For instance: “say what they are for, and ask to hear it back”.".to_owned(),
    })
}
