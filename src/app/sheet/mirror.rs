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
use crate::words::Words;

mod picture;
mod plan;
mod words;

pub fn sheet(app: &App, screen: &Mirror, geometry: &Geometry) -> Sheet {
    let Some(form) = app.course.known_form() else { return Sheet::default() };
    let sheet = match screen.stage {
        Stage::Before => before(app.words(), form, screen.part, geometry),
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
        (Some(nth), _) => app.words().count().of(nth, of),
        (None, Some(said)) => app.day(said.last()).in_words(app.today(), app.words()),
        (None, None) => app.words().mirror().not_yet().to_owned(),
    }
}

/// The day of a look.
fn day(app: &App, said: &Said) -> Day {
    app.day(said.last())
}

/// What a part is called.
fn title(words: &Words, part: MirrorPart) -> Clean {
    Clean::words(match part {
        MirrorPart::Doing => words.mirror().doing(),
        MirrorPart::Need => words.mirror().need(),
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
fn before(words: &Words, form: &Form, part: MirrorPart, geometry: &Geometry) -> Sheet {
    let instructions = if part == MirrorPart::Doing { &form.doing.before } else { &form.need.before };
    let mut rows = wrapped(form.intro.as_str(), Role::Strong, geometry.width);
    rows.push(Row::default());
    rows.extend(page::blocks(&instructions.blocks(), geometry.width));
    let right = words.mirror().statements(count(form, part));
    Sheet {
        header: Some(Header { number: None, left: title(words, part), right: Clean::words(&right), part: Some(0.0) }),
        rows,
        footer: footer(Where::Mirror, &[(Act::Confirm, words.mirror().key_begin()), (Act::Back, words.mirror().key_back())]),
        ..Sheet::default()
    }
}

/// A statement. Where it does not fit with everything around it, only its answers stand under it.
fn statement(app: &App, form: &Form, (part, nth, focus): (MirrorPart, usize, Option<usize>), geometry: &Geometry) -> Sheet {
    let Some(asked) = at(form, part, nth) else { return Sheet::default() };
    let height = app.body_height();
    let words = app.words();
    let whole = whole(words, form, (&asked, focus), geometry);
    let fits = whole.rows.len() <= height && geometry.has_margin;
    let sheet = if fits { whole } else { small(words, form, (&asked, focus), geometry, height) };
    Sheet { header: Some(statement_header(words, form, (part, nth), geometry)), footer: foot(words, &asked, nth), ..sheet }
}

fn statement_header(words: &Words, form: &Form, (part, nth): (MirrorPart, usize), geometry: &Geometry) -> Header {
    let shown = if part == MirrorPart::Need { nth / 2 } else { nth };
    let (at, of) = (shown + 1, count(form, part));
    let right = if geometry.has_margin { words.mirror().statement_at(at, of) } else { words.count().of(at, of) };
    let done = nth as f64 / asked(form, part).len().max(1) as f64;
    Header { number: None, left: title(words, part), right: Clean::words(&right), part: Some(done) }
}

/// The statement with what is asked over it, and a quiet word below.
fn whole(words: &Words, form: &Form, (asked, focus): (&Asked, Option<usize>), geometry: &Geometry) -> Sheet {
    let over = if asked.covered.is_some() { asked.text } else { &asked.part.ask };
    let mut rows = wrapped(over.as_str(), Role::Quiet, geometry.width);
    rows.extend([Row::default(), Row::default()]);
    rows.extend(wrapped(stated(words, form, asked).as_str(), Role::Strong, geometry.width));
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
fn small(words: &Words, form: &Form, (asked, focus): (&Asked, Option<usize>), geometry: &Geometry, height: usize) -> Sheet {
    let mut rows = wrapped(stated(words, form, asked).as_str(), Role::Strong, geometry.width);
    if rows.len() + asked.answers.len() < height {
        rows.push(Row::default());
    }
    let pinned = if rows.len() * 2 <= height { rows.len() } else { 0 };
    let mut sheet = Sheet { rows, pinned, ..Sheet::default() };
    answers(asked, focus, false, geometry, &mut sheet);
    sheet
}

/// What is to be answered: the statement, or whether others cover what it calls for.
pub fn stated(words: &Words, form: &Form, asked: &Asked) -> Clean {
    let covered = asked.covered.map(|pole| words.mirror().calls_for(form.name(pole), &form.cover.0));
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

fn foot(words: &Words, asked: &Asked, nth: usize) -> Vec<(Clean, Clean)> {
    let words = words.mirror();
    let digits: Vec<u8> = asked.answers.iter().map(|(digit, _)| *digit).collect();
    let (least, most) = (digits.iter().min().copied().unwrap_or(0), digits.iter().max().copied().unwrap_or(0));
    let keys = clean::join([&least.to_string(), "–", &most.to_string()]);
    let mut items = vec![(keys, Clean::words(words.key_answer()))];
    if nth > 0 {
        items.extend(footer(Where::Statement, &[(Act::Left, words.key_last_one())]));
    }
    items.extend(footer(Where::Statement, &[(Act::Back, words.key_leave())]));
    items
}

/// What works on a result.
fn result_foot(words: &Words, screen: &Mirror, enter: &str, back: &str) -> Vec<(Clean, Clean)> {
    let words = words.mirror();
    let mut entries = vec![(Act::Confirm, enter)];
    if is_just_answered(screen) {
        entries.push((Act::Left, words.key_last_one()));
    }
    entries.extend([(Act::Again, words.key_again()), (Act::Report, words.key_report()), (Act::Back, back)]);
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
