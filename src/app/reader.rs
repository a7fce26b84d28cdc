//! A lesson on the screen. Where one reads is a place in the text, not a row, so that another width shows the same words.

use super::keymap::Act;
use super::search::{self, Search};
use super::{App, Effect, Screen, links, outline, quiz};
use crate::course::{Course, Place};
use crate::page::{self, Page};
use crate::progress::{Deed, Stamp};

/// A lesson that is being read.
#[derive(Clone, Debug, PartialEq)]
pub struct Reader {
    /// Which.
    pub lesson: usize,
    /// Laid out for the width of the terminal.
    pub page: Page,
    /// What stands at the top.
    pub place: Place,
    /// The row at the top: the place on this page.
    pub top: usize,
    /// Opened to see what answers a question; then the place is not remembered, and Enter goes back.
    pub is_look: bool,
    /// What is searched for, and where it was found.
    pub search: Option<Search>,
    /// The focused link, as its place among the links of the page.
    pub link: Option<usize>,
    recorded: Option<(Place, Place)>,
    seen: Place,
}

impl Reader {
    fn new(course: &Course, lesson: usize, place: Place, (width, height): (usize, usize), is_look: bool) -> Reader {
        let page = Page::default();
        let (seen, search) = (Place::default(), None);
        let mut reader = Reader { lesson, page, place, top: 0, is_look, search, link: None, recorded: None, seen };
        reader.lay_out(course, width, height);
        reader
    }

    /// Lays the lesson out anew, if the width is another. The place stays, whatever row it then is.
    pub fn lay_out(&mut self, course: &Course, width: usize, height: usize) {
        if self.page.width != width
            && let Some(lesson) = course.lessons.get(self.lesson)
        {
            self.page = page::lesson(lesson, width);
            if let Some(search) = &mut self.search {
                search.look_again(&self.page);
            }
        }
        if self.page.place_of(self.top) != self.place {
            self.top = self.page.row_of(self.place);
        }
        self.top = self.top.min(self.last_top(height));
    }

    /// The furthest the page can be scrolled: its last row at the bottom of the screen.
    pub fn last_top(&self, height: usize) -> usize {
        (self.page.rows.len() + END_ROWS).saturating_sub(height)
    }

    /// Whether the end of the text is on the screen.
    pub fn shows_end(&self, height: usize) -> bool {
        self.top + height >= self.page.rows.len()
    }

    /// The last place on the screen.
    pub fn bottom_place(&self, height: usize) -> Place {
        match self.shows_end(height) {
            true => Place { block: self.page.place_of(usize::MAX).block + 1, at: 0 },
            false => self.page.place_of(self.top + height - 1),
        }
    }

    /// Goes to a row, as far as the page can be scrolled.
    pub fn go_to(&mut self, row: usize, height: usize) {
        self.top = row.min(self.last_top(height));
        self.place = self.page.place_of(self.top);
    }
}

/// Rows under the text that say where it leads: two blank ones and a sentence.
pub const END_ROWS: usize = 3;

/// Opens a lesson where it was left.
pub fn open(app: &mut App, at: Stamp, lesson: usize, effects: &mut Vec<Effect>) {
    app.course.load(lesson);
    let Some(id) = app.course.lessons.get(lesson).map(|lesson| lesson.id.clone()) else { return };
    let reading = app.progress.reading(&id);
    let place = reading.filter(|reading| !reading.finished).map(|reading| reading.place).unwrap_or_default();
    let seen = reading.map(|reading| reading.seen).unwrap_or_default();
    let size = (app.geometry().width, app.body_height());
    let reader = Reader { seen, ..Reader::new(&app.course, lesson, place, size, false) };
    app.push(Screen::Reader(reader));
    note(app, at, effects);
}

/// Goes to a block of the lesson on the screen.
pub fn go_to_block(app: &mut App, at: Stamp, block: usize, effects: &mut Vec<Effect>) {
    let height = app.body_height();
    if let Some(Screen::Reader(reader)) = app.screens.last_mut()
        && let Some(row) = reader.page.row_of_block(block + 1)
    {
        reader.go_to(row, height);
    }
    remember(app, at, effects);
}

/// Opens a lesson over the one on the screen, at a heading or where it was left; Esc leads back.
pub fn open_at(app: &mut App, at: Stamp, lesson: usize, slug: Option<&str>, effects: &mut Vec<Effect>) {
    open(app, at, lesson, effects);
    if let Some(block) = slug.and_then(|slug| links::heading(&app.course, lesson, slug)) {
        go_to_block(app, at, block, effects);
    }
}

/// Opens a lesson at the heading that answers a question; Esc goes back to the question.
pub fn look(app: &mut App, lesson: usize, slug: &str) {
    app.course.load(lesson);
    let size = (app.geometry().width, app.body_height());
    let mut reader = Reader::new(&app.course, lesson, Place::default(), size, true);
    let found = links::heading(&app.course, lesson, slug);
    if let Some(row) = found.and_then(|block| reader.page.row_of_block(block + 1)) {
        reader.go_to(row, app.body_height());
    }
    app.push(Screen::Reader(reader));
}

pub fn update(app: &mut App, at: Stamp, act: Act, effects: &mut Vec<Effect>) {
    let height = app.body_height();
    let lessons = app.course.lessons.len();
    let Some(Screen::Reader(reader)) = app.screens.last_mut() else { return };
    let page = height.saturating_sub(2).max(1);
    let (top, lesson) = (reader.top, reader.lesson);
    match act {
        Act::Down => reader.go_to(top + 1, height),
        Act::Up => reader.go_to(top.saturating_sub(1), height),
        Act::PageDown => reader.go_to(top + page, height),
        Act::PageUp => reader.go_to(top.saturating_sub(page), height),
        Act::HalfDown => reader.go_to(top + (height / 2).max(1), height),
        Act::HalfUp => reader.go_to(top.saturating_sub((height / 2).max(1)), height),
        Act::Top => reader.go_to(0, height),
        Act::Bottom => reader.go_to(usize::MAX / 2, height),
        Act::Previous | Act::Next | Act::Outline if reader.is_look => return,
        Act::Outline => return outline::open(app),
        Act::Find => reader.search = Some(Search::begin(reader.place)),
        Act::FindNext => search::step(reader, 1, height),
        Act::FindLast => search::step(reader, -1, height),
        Act::NextLink | Act::LastLink => links::step(reader, act, height),
        Act::Back if reader.link.is_some() => reader.link = None,
        Act::Confirm if reader.link.is_some() => return links::follow(app, at, effects),
        Act::Back if reader.search.is_some() => reader.search = None,
        Act::Confirm if reader.is_look => return app.pop(),
        Act::Confirm if reader.shows_end(height) => return go_on(app, at, effects),
        Act::Confirm => reader.go_to(top + page, height),
        Act::Previous if lesson > 0 => return turn(app, at, lesson - 1, effects),
        Act::Next if lesson + 1 < lessons => return turn(app, at, lesson + 1, effects),
        Act::Back => return close(app, at, effects),
        _ => return,
    }
    note(app, at, effects);
}

/// From the end of the text to its quiz, or to the lesson after where there is none.
fn go_on(app: &mut App, at: Stamp, effects: &mut Vec<Effect>) {
    let Screen::Reader(Reader { lesson, .. }) = app.screen() else { return };
    let lesson = *lesson;
    let has_quiz = app.course.lessons.get(lesson).is_some_and(|lesson| lesson.quiz().next().is_some());
    note(app, at, effects);
    app.go_to_map();
    if has_quiz {
        quiz::open(app, at, lesson, effects);
    } else if lesson + 1 < app.course.lessons.len() {
        open(app, at, lesson + 1, effects);
    }
}

/// To another lesson, in place of this one.
fn turn(app: &mut App, at: Stamp, lesson: usize, effects: &mut Vec<Effect>) {
    remember(app, at, effects);
    app.pop();
    open(app, at, lesson, effects);
}

fn close(app: &mut App, at: Stamp, effects: &mut Vec<Effect>) {
    remember(app, at, effects);
    app.pop();
    app.load_touched();
}

/// Writes down where one reads, if that is news.
pub fn remember(app: &mut App, at: Stamp, effects: &mut Vec<Effect>) {
    if matches!(app.screen(), Screen::Reader(_)) {
        note(app, at, effects);
    }
}

/// Notes the place on the screen, and the end of the text when it comes into view.
fn note(app: &mut App, at: Stamp, effects: &mut Vec<Effect>) {
    let height = app.body_height();
    let Some(Screen::Reader(reader)) = app.screens.last_mut() else { return };
    if reader.is_look {
        return;
    }
    reader.seen = reader.seen.max(reader.bottom_place(height));
    let (place, seen, shows_end) = (reader.place, reader.seen, reader.shows_end(height));
    let Some(id) = app.course.lessons.get(reader.lesson).map(|lesson| lesson.id.clone()) else { return };
    if reader.recorded.replace((place, seen)) != Some((place, seen)) {
        app.record(at, Deed::Reached { lesson: id.clone(), place, seen }, effects);
    }
    if shows_end && !app.progress.reading(&id).is_some_and(|reading| reading.finished) {
        app.record(at, Deed::Finished { lesson: id }, effects);
    }
}
