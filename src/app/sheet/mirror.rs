//! The mirror: what stands before its statements, and a statement. The picture, the words and the plan have files of their own.

use super::super::App;
use super::super::geometry::Geometry;
use super::super::keymap::{Act, Where};
use super::super::mirror::{Asked, Mirror, Stage, at, is_just_answered, looks};
use super::{Header, Sheet, footer, hanging, line, wrapped};
use crate::course::mirror::Form;
use crate::course::{Clean, clean};
use crate::page::{self, Role, Row, spoken};
use crate::progress::day::Day;
use crate::progress::mirror::{asked, open};
use crate::progress::{Mirror as Said, MirrorPart};

mod picture;
mod plan;
mod words;

pub fn sheet(app: &App, screen: &Mirror, geometry: &Geometry) -> Sheet {
    let Some(form) = app.course.known_form() else { return Sheet::default() };
    let sheet = match screen.stage {
        Stage::Before => before(form, screen.part, geometry),
        Stage::Asking { at: nth, focus } => statement(app, form, (screen.part, nth, focus), geometry),
        Stage::Picture => picture::sheet(app, form, screen, geometry),
        Stage::Words => words::sheet(app, form, geometry),
        Stage::Plan => plan::sheet(app, form, screen, geometry),
    };
    let sheet = Sheet { says_more: true, ..sheet };
    match sheet.focus {
        Some(_) => sheet.follow_focus(app.body_height()),
        None => Sheet { top: screen.top, ..sheet },
    }
}

/// Where the learner stands in what they do, for the map: `not yet`, `7 of 20`, `24 November`.
pub fn state(app: &App) -> String {
    let looks = looks(app, MirrorPart::Doing);
    let open_at = looks.open.and_then(|(_, said)| open(app.course.known_form()?, MirrorPart::Doing, said));
    let of = app.course.known_form().map_or(0, |form| form.statements.len());
    match (open_at, looks.now()) {
        (Some(nth), _) => format!("{nth} of {of}"),
        (None, Some(said)) => app.day(said.last()).in_words(app.today(), app.words()),
        (None, None) => "not yet".to_owned(),
    }
}

/// The day of a look.
fn day(app: &App, said: &Said) -> Day {
    app.day(said.last())
}

/// What a part is called.
fn title(part: MirrorPart) -> Clean {
    Clean::fixed(match part {
        MirrorPart::Doing => "What I do",
        MirrorPart::Need => "What I need",
    })
}

/// How many statements a part has; a need and how well it is covered are one.
fn count(form: &Form, part: MirrorPart) -> usize {
    match part {
        MirrorPart::Doing => form.statements.len(),
        MirrorPart::Need => form.needs.len(),
    }
}

/// Instructions, and what the mirror is and is not.
fn before(form: &Form, part: MirrorPart, geometry: &Geometry) -> Sheet {
    let words = if part == MirrorPart::Doing { &form.doing.before } else { &form.need.before };
    let mut rows = wrapped(form.intro.as_str(), Role::Strong, geometry.width);
    rows.push(Row::default());
    rows.extend(page::blocks(&words.blocks(), geometry.width));
    let right = format!("{} statements", count(form, part));
    Sheet {
        header: Some(Header { number: None, left: title(part), right: Clean::words(&right), part: Some(0.0) }),
        rows,
        footer: footer(Where::Mirror, &[(Act::Confirm, "begin"), (Act::Back, "back")]),
        ..Sheet::default()
    }
}

/// A statement. Where it does not fit with everything around it, only its answers stand under it.
fn statement(app: &App, form: &Form, (part, nth, focus): (MirrorPart, usize, Option<usize>), geometry: &Geometry) -> Sheet {
    let Some(asked) = at(form, part, nth) else { return Sheet::default() };
    let height = app.body_height();
    let whole = whole(form, &asked, focus, geometry);
    let fits = whole.rows.len() <= height && geometry.has_margin;
    let sheet = if fits { whole } else { small(form, &asked, focus, geometry, height) };
    Sheet { header: Some(statement_header(form, part, nth, geometry)), footer: foot(&asked, nth), ..sheet }
}

fn statement_header(form: &Form, part: MirrorPart, nth: usize, geometry: &Geometry) -> Header {
    let shown = if part == MirrorPart::Need { nth / 2 } else { nth };
    let counted = format!("{} of {}", shown + 1, count(form, part));
    let right = if geometry.has_margin { format!("statement {counted}") } else { counted };
    let done = nth as f64 / asked(form, part).len().max(1) as f64;
    Header { number: None, left: title(part), right: Clean::words(&right), part: Some(done) }
}

/// The statement with what is asked over it, and a quiet word below.
fn whole(form: &Form, asked: &Asked, focus: Option<usize>, geometry: &Geometry) -> Sheet {
    let over = if asked.covered.is_some() { asked.text } else { &asked.part.ask };
    let mut rows = wrapped(over.as_str(), Role::Quiet, geometry.width);
    rows.extend([Row::default(), Row::default()]);
    rows.extend(wrapped(stated(form, asked).as_str(), Role::Strong, geometry.width));
    rows.extend([Row::default(), Row::default()]);
    let mut sheet = Sheet { rows, ..Sheet::default() };
    answers(asked, focus, true, geometry, &mut sheet);
    if asked.covered.is_none() {
        sheet.rows.extend([Row::default(), Row::default(), Row::default()]);
        sheet.rows.extend(wrapped(asked.part.under.as_str(), Role::Quiet, geometry.width));
    }
    sheet
}

/// The statement, which stays while its answers scroll under it.
fn small(form: &Form, asked: &Asked, focus: Option<usize>, geometry: &Geometry, height: usize) -> Sheet {
    let mut rows = wrapped(stated(form, asked).as_str(), Role::Strong, geometry.width);
    if rows.len() + asked.answers.len() < height {
        rows.push(Row::default());
    }
    let pinned = if rows.len() * 2 <= height { rows.len() } else { 0 };
    let mut sheet = Sheet { rows, pinned, ..Sheet::default() };
    answers(asked, focus, false, geometry, &mut sheet);
    sheet
}

/// What is to be answered: the statement, or whether others cover what it calls for.
pub fn stated(form: &Form, asked: &Asked) -> Clean {
    let covered = asked.covered.map(|pole| format!("It calls for {}. {}", form.name(pole), form.cover.0));
    covered.map_or_else(|| asked.text.clone(), |words| Clean::words(&words))
}

/// The answers with their digits; the last, which is for no occasion, stands apart where there is room.
fn answers(asked: &Asked, focus: Option<usize>, is_roomy: bool, geometry: &Geometry, sheet: &mut Sheet) {
    for (nth, (digit, word)) in asked.answers.iter().enumerate() {
        if *digit == 0 && is_roomy {
            sheet.rows.push(Row::default());
        }
        let from = sheet.rows.len();
        sheet.rows.extend(hanging(spoken(&format!("{digit}  "), Role::Text), word.as_str(), Role::Text, geometry.width));
        sheet.target(from..sheet.rows.len(), Act::Pick(*digit));
        if focus == Some(nth) {
            sheet.focus = Some(from..sheet.rows.len());
        }
    }
}

fn foot(asked: &Asked, nth: usize) -> Vec<(Clean, Clean)> {
    let digits: Vec<u8> = asked.answers.iter().map(|(digit, _)| *digit).collect();
    let (least, most) = (digits.iter().min().copied().unwrap_or(0), digits.iter().max().copied().unwrap_or(0));
    let keys = clean::join([&least.to_string(), "–", &most.to_string()]);
    let mut items = vec![(keys, Clean::fixed("answer"))];
    if nth > 0 {
        items.extend(footer(Where::Statement, &[(Act::Left, "last one")]));
    }
    items.extend(footer(Where::Statement, &[(Act::Back, "leave, kept")]));
    items
}

/// What works on a result.
fn result_foot(screen: &Mirror, enter: &'static str, back: &'static str) -> Vec<(Clean, Clean)> {
    let mut entries = vec![(Act::Confirm, enter)];
    if is_just_answered(screen) {
        entries.push((Act::Left, "last one"));
    }
    entries.extend([(Act::Again, "again"), (Act::Report, "report"), (Act::Back, back)]);
    footer(Where::Mirror, &entries)
}

/// A heading with something at its right, or under it where there is no room beside.
fn headed(words: &str, right: &str, width: usize) -> Vec<Row> {
    if page::wrap::width(words) + page::wrap::width(right) + 2 <= width {
        return vec![page::spread(vec![spoken(words, Role::Heading)], vec![spoken(right, Role::Quiet)], width)];
    }
    let mut rows = wrapped(words, Role::Heading, width);
    rows.extend(wrapped(right, Role::Quiet, width));
    rows
}

/// A blank row, and a second one where groups part.
fn parted() -> [Row; 2] {
    [Row::default(), line("", Role::Text)]
}
