//! What a screen shows: header, rows of pieces with roles, footer. No colours and no terminal; `ui` paints a sheet, the tests read
//! it. One file for each screen, with the name of the screen's file in `app/`.

use std::ops::Range;

use super::geometry::Geometry;
use super::keymap::{self, Act, Where};
use super::{App, Screen};
use crate::course::{Clean, clean};
use crate::page::{Piece, Role, Row, Sign, spoken};
use crate::words::Words;

mod across;
mod before;
mod calibration;
pub mod console;
mod end;
mod first;
mod follow;
mod help;
mod jump;
mod kept;
mod kinds;
mod leave;
mod map;
mod mirror;
mod outline;
mod overview;
pub mod plan;
mod plans;
mod problems;
mod quiz;
mod reader;
mod reasons;
mod review;
pub mod room;
mod sections;
mod sources;
mod terms;
mod verdict;
mod who;

pub use help::keys;
pub use kinds::{lean_in_words, sentence};
pub use mirror::stated;
pub use overview::{calendar, days_to_come};
pub use quiz::{body as quiz_body, sheet as quiz_sheet};
pub use verdict::in_words as verdict_in_words;

/// A screen as rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// The line on top, and the rule under it.
    pub header: Option<Header>,
    /// What stands above the body because something is not as it should be; it pushes the body down.
    pub notice: Vec<Row>,
    /// Everything the screen has to show; more than fits is scrolled.
    pub rows: Vec<Row>,
    /// So many of the first rows stay while the others scroll.
    pub pinned: usize,
    /// So many rows are scrolled away.
    pub top: usize,
    /// The rows that the eye looks for first: a verdict, or the newest hint.
    pub first_look: Range<usize>,
    /// The rows of the focused item.
    pub focus: Option<Range<usize>>,
    /// What a click on some rows means, where the mouse is switched on.
    pub targets: Vec<Target>,
    /// Where the hardware cursor stands in `rows`: the row and the column.
    pub cursor: Option<(usize, usize)>,
    /// Whether a sign at the edge says that there is more.
    pub says_more: bool,
    /// The second column.
    pub side: Vec<Row>,
    /// Keys and what they do, the most likely first; `? keys` is added at the right, or the key that explains them here.
    pub footer: Vec<(Clean, Clean)>,
    /// A field in the footer, before the keys.
    pub field: Option<Field>,
}

/// Rows, or a part of one, that mean something when clicked.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// The rows, by their places in `rows`.
    pub rows: Range<usize>,
    /// Only these columns of the text, where it is not the whole row.
    pub columns: Option<Range<usize>>,
    /// What a click means.
    pub act: Act,
}

/// A line that is being typed, or was.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// The sign before it.
    pub sign: Clean,
    /// What was typed.
    pub text: Clean,
    /// Whether the cursor stands at its end.
    pub has_cursor: bool,
    /// What stands at the right edge.
    pub right: Clean,
}

/// The line on top.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Header {
    /// A lesson's number; hangs in the margin.
    pub number: Option<u32>,
    /// Where I am.
    pub left: Clean,
    /// How far, in words.
    pub right: Clean,
    /// How far, as a part of the rule.
    pub part: Option<f64>,
}

impl Sheet {
    /// Scrolls as far as the focused item asks, with a little of what follows it; an item larger than the screen shows its beginning.
    pub fn follow_focus(mut self, height: usize) -> Sheet {
        const LOOK_AHEAD: usize = 2;
        let room = height.saturating_sub(self.pinned);
        let last = self.rows.len().saturating_sub(self.pinned + room);
        if let Some(focus) = &self.focus {
            let (first, end) = (focus.start.saturating_sub(self.pinned), focus.end.saturating_sub(self.pinned));
            self.top = (end + LOOK_AHEAD).saturating_sub(room).min(last).min(first);
        }
        self
    }

    /// Takes in rows that mean something when clicked.
    fn target(&mut self, rows: Range<usize>, act: Act) {
        self.targets.push(Target { rows, columns: None, act });
    }

    /// What a click means: a row of the body counted from its first, and a column of the text.
    pub fn clicked(&self, height: usize, row: usize, column: usize) -> Option<Act> {
        let index = self.visible(height).nth(row)?;
        let is_hit = |target: &&Target| {
            target.rows.contains(&index) && target.columns.as_ref().is_none_or(|columns| columns.contains(&column))
        };
        self.targets.iter().find(is_hit).map(|target| target.act)
    }

    /// The rows that are on the screen, by their places in `rows`.
    pub fn visible(&self, height: usize) -> impl Iterator<Item = usize> + '_ {
        let pinned = self.pinned.min(height.saturating_sub(1));
        let from = (pinned + self.top).min(self.rows.len());
        (0..pinned.min(self.rows.len())).chain(from..(from + height - pinned).min(self.rows.len()).max(from))
    }

    /// Whether rows are hidden above and below.
    pub fn hidden(&self, height: usize) -> (bool, bool) {
        let pinned = self.pinned.min(height.saturating_sub(1));
        (self.top > 0, pinned + self.top + (height - pinned) < self.rows.len())
    }
}

/// The sheet of the screen that is shown.
pub fn sheet(app: &App, at: &Geometry) -> Sheet {
    let mut sheet = match app.screen() {
        Screen::Who(screen) => who::sheet(app, screen, at),
        Screen::First(screen) => first::sheet(app, screen, at),
        Screen::Map(_) => map::sheet(app, at),
        Screen::Reader(screen) => reader::sheet(app, screen, at),
        Screen::Outline(screen) => outline::sheet(app, screen, at),
        Screen::Before(screen) => before::sheet(app, screen, at),
        Screen::Quiz(screen) => quiz::sheet(app, screen, at),
        Screen::Review(screen) => review::sheet(app, screen, at),
        Screen::Overview(screen) => overview::sheet(app, screen, at),
        Screen::End(screen) => end::sheet(app, screen, at),
        Screen::Jump(screen) => jump::sheet(app, screen, at),
        Screen::Across(screen) => across::sheet(app, screen, at),
        Screen::Help(screen) => help::sheet(app, screen, at),
        Screen::Kept(screen) => kept::sheet(app, screen, at),
        Screen::Plan(screen) => plan::sheet(app, screen, at),
        Screen::FollowUp(screen) => follow::sheet(app, screen, at),
        Screen::Plans(screen) => plans::sheet(app, screen, at),
        Screen::HowSure(screen) => calibration::sheet(app, screen, at),
        Screen::Sources(screen) => sources::sheet(app, screen, at),
        Screen::Terms(screen) => terms::sheet(app, screen, at),
        Screen::Mirror(screen) => mirror::sheet(app, screen, at),
        Screen::Problems(screen) => problems::sheet(app, screen, at),
        Screen::Leave(screen) => leave::sheet(app, screen, at),
    };
    sheet.notice = notice(app, at);
    if app.saving.trouble.is_some() && !matches!(app.screen(), Screen::Leave(_)) {
        let try_now = footer(super::place(app.screen()), &[(Act::TryAgain, app.words().footer().try_now())]);
        let second = 1.min(sheet.footer.len());
        sheet.footer.splice(second..second, try_now);
        sheet.footer.truncate(5);
    }
    for (keys, _) in &mut sheet.footer {
        *keys = Clean::words(&app.keys.label(super::place(app.screen()), keys.as_str(), app.words()));
    }
    if app.saving.is_slow()
        && let Some(header) = &mut sheet.header
    {
        header.right = match at.has_margin {
            true => clean::join([header.right.as_str(), " · ", app.words().saving().saving()]),
            false => Clean::words(app.words().saving().saving()),
        };
    }
    sheet
}

/// What is not as it should be, and a blank row: a failed save, or what the start has to say.
pub fn notice(app: &App, at: &Geometry) -> Vec<Row> {
    if matches!(app.screen(), Screen::Leave(_)) {
        return Vec::new();
    }
    let mut rows = Vec::new();
    if let Some(trouble) = &app.saving.trouble {
        rows.extend(noticed(&app.words().saving().not_saved_yet(&trouble.why), Role::Notice, at.width));
        rows.extend(wrapped(&kept(app.saving.answers_waiting(), app.words()), Role::Text, at.width));
        if at.has_margin && !trouble.file.is_empty() {
            rows.extend(wrapped(trouble.file.as_str(), Role::Quiet, at.width));
        }
    } else if app.saving.was_mended {
        rows.push(line(app.words().saving().saved(), Role::Strong));
    }
    for remark in &app.remarks {
        rows.extend(noticed(remark.as_str(), Role::Text, at.width));
    }
    app.done.iter().for_each(|done| rows.extend(wrapped(done.as_str(), Role::Text, at.width)));
    rows.extend(terms::above(app, at));
    if !rows.is_empty() {
        rows.push(Row::default());
    }
    rows
}

/// A text with the sign of a notice before it.
fn noticed(words: &str, role: Role, width: usize) -> Vec<Row> {
    let mut rows = wrapped(words, role, width);
    if let Some(first) = rows.first_mut() {
        first.sign = Some(Sign::Notice);
    }
    rows
}

/// What becomes of the unsaved.
fn kept(answers: usize, words: &Words) -> String {
    match answers {
        0 => words.saving().last_kept().to_owned(),
        1 => words.saving().answer_kept().to_owned(),
        several => words.saving().answers_kept(words.count().number(several)),
    }
}

/// The footer's entries: acts that work here, each with a word.
fn footer(place: Where, entries: &[(Act, &str)]) -> Vec<(Clean, Clean)> {
    entries.iter().map(|(act, word)| (Clean::fixed(keymap::brief(place, *act)), Clean::words(word))).collect()
}

/// How long so many questions take, at forty seconds each.
pub fn question_minutes(count: usize) -> u32 {
    (count as u32 * 40).div_ceil(60).max(1)
}

/// A row of plain words.
fn line(words: &str, role: Role) -> Row {
    Row::of(vec![spoken(words, role)])
}

/// A heading with something quiet at the right edge.
fn heading(words: &str, right: &str, width: usize) -> Row {
    crate::page::spread(vec![spoken(words, Role::Heading)], vec![spoken(right, Role::Quiet)], width)
}

/// A text as wrapped rows.
fn wrapped(words: &str, role: Role, width: usize) -> Vec<Row> {
    let inline = [crate::course::block::words(Clean::words(words))];
    crate::page::wrap::wrap(&inline, width, role).into_iter().map(|(pieces, _)| Row::of(pieces)).collect()
}

/// Words with as many blanks after them as they need to fill a column.
fn filled(words: &str, column: usize) -> String {
    words.to_owned() + &" ".repeat(column.saturating_sub(crate::page::wrap::width(words)))
}

/// Words that hang: the first row begins with `lead`, the others stand under the words.
fn hanging(lead: Piece, words: &str, role: Role, width: usize) -> Vec<Row> {
    let indent = crate::page::wrap::width(lead.text.as_str());
    let mut rows = wrapped(words, role, width.saturating_sub(indent).max(1));
    for (at, row) in rows.iter_mut().enumerate() {
        row.pieces.insert(0, if at == 0 { lead.clone() } else { crate::page::blanks(indent) });
    }
    rows
}
