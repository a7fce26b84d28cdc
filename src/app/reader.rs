//! A lesson on the screen. Where one reads is a place in the text, not a row, so that another width shows the same words.

use std::ops::Range;

use super::keymap::Act;
use super::links::{self, Focus};
use super::search::{self, Search};
use super::{App, Effect, Keeping, Screen, before, copy, keep, outline, quiz};
use crate::course::{Clean, Course, Lesson, Place, link};
use crate::page::{Page, Role, Row, Sign, Spot};
use crate::progress::{Deed, Stamp};

mod paragraph;

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
    pub top: Spot,
    /// The rows from the top on: as many as a screen can show and the tail has.
    pub rows: Vec<Row>,
    /// So many of them are text; the tail follows.
    pub text_rows: usize,
    /// Blocks that answer what was asked before the lesson.
    pub answers: Vec<usize>,
    /// Words on the screen that a search or a link has marked: the row, its bytes, and as what.
    pub marks: Vec<(usize, Range<usize>, Role)>,
    /// Opened to see what answers a question; then the place is not remembered, and Enter goes back.
    pub is_look: bool,
    /// What is searched for, and where it was found.
    pub search: Option<Search>,
    /// The focused link.
    pub link: Option<Focus>,
    /// The passage that is about to be kept.
    pub keeping: Option<Keeping>,
    recorded: Option<(Place, Place)>,
    seen: Place,
    most_rows: usize,
    by_paragraph: bool,
}

/// How much room a lesson has.
#[derive(Clone, Copy, Debug)]
pub struct Room {
    /// How wide a text is.
    pub width: usize,
    /// The rows of the body.
    pub most_rows: usize,
    /// How many of them a notice leaves.
    pub height: usize,
    /// No rows, but one paragraph at a time.
    pub by_paragraph: bool,
}

impl Reader {
    fn new(course: &Course, lesson: usize, place: Place, room: Room, is_look: bool) -> Reader {
        let mut reader = Reader {
            lesson,
            page: Page::default(),
            place,
            top: Spot::default(),
            rows: Vec::new(),
            text_rows: 0,
            answers: Vec::new(),
            marks: Vec::new(),
            is_look,
            search: None,
            link: None,
            keeping: None,
            recorded: None,
            seen: Place::default(),
            most_rows: 0,
            by_paragraph: false,
        };
        reader.lay_out(course, room);
        reader
    }

    /// Lays the lesson out anew, if the width is another. The place stays, whatever row it then is.
    pub fn lay_out(&mut self, course: &Course, Room { width, most_rows, height, by_paragraph }: Room) {
        let Some(lesson) = course.lessons.get(self.lesson) else { return };
        self.by_paragraph = by_paragraph;
        if self.page.width != width || !self.page.is_of(lesson) {
            self.page = Page::new(lesson, width, END_ROWS);
        }
        self.most_rows = most_rows;
        if self.page.place_of(lesson, self.top) != self.place {
            self.top = self.page.spot_of(lesson, self.place);
        }
        self.show(lesson, self.top, height);
    }

    /// The lesson was read again, from a file that may have changed.
    pub fn reread(&mut self, course: &Course, lesson: usize, room: Room) {
        self.lesson = lesson;
        self.page = Page::default();
        (self.search, self.link, self.keeping) = (None, None, None);
        self.lay_out(course, room);
    }

    /// Whether the end of the text is on the screen.
    pub fn shows_end(&self, height: usize) -> bool {
        self.text_rows < self.rows.len() && (self.by_paragraph || self.text_rows <= height)
    }

    /// The last place on the screen.
    pub fn bottom_place(&self, height: usize) -> Place {
        let last = self.rows.get(height - 1).or(self.rows.last());
        match self.shows_end(height) {
            true => Place { block: self.rows.last().map_or(0, |row| row.place.block), at: 0 },
            false => last.map_or(self.place, |row| row.place),
        }
    }

    /// Whether a row is on the screen.
    pub fn shows(&self, spot: Spot, height: usize) -> bool {
        self.row_on_screen(spot).is_some_and(|row| row < height)
    }

    /// Goes to a row, as far as the page can be scrolled.
    pub fn go_to(&mut self, lesson: &Lesson, spot: Spot, height: usize) {
        self.show(lesson, spot, height);
        self.place = self.page.place_of(lesson, self.top);
        self.let_go(lesson, height);
    }

    /// A link that was scrolled away is no longer meant by Enter.
    fn let_go(&mut self, lesson: &Lesson, height: usize) {
        let spot = self.link.as_ref().map(|focus| Spot { block: focus.block, row: focus.link.row() });
        if spot.is_some_and(|spot| !self.shows(spot, height)) {
            self.link = None;
            self.mark(lesson);
        }
    }

    /// Goes so many rows down.
    pub fn down(&mut self, lesson: &Lesson, by: usize, height: usize) {
        if self.by_paragraph {
            return self.on(lesson, height);
        }
        let spot = self.page.down(lesson, self.top, by);
        self.go_to(lesson, spot, height);
    }

    /// Goes so many rows up.
    pub fn up(&mut self, lesson: &Lesson, by: usize, height: usize) {
        if self.by_paragraph {
            return self.before(lesson, height);
        }
        let spot = self.page.up(lesson, self.top, by);
        self.go_to(lesson, spot, height);
    }

    /// Brings a row onto the screen, a third of the way down, if it is not there already with another below it.
    pub fn bring(&mut self, lesson: &Lesson, spot: Spot, height: usize) {
        if self.by_paragraph && self.row_on_screen(spot).is_none() {
            self.go_to(lesson, spot, height);
        } else if !self.by_paragraph && !self.shows(spot, height.saturating_sub(1).max(1)) {
            let top = self.page.up(lesson, spot, height / 3);
            self.go_to(lesson, top, height);
        }
    }

    fn show(&mut self, lesson: &Lesson, top: Spot, height: usize) {
        if self.by_paragraph {
            self.show_paragraph(lesson, top.block);
        } else {
            let last = self.page.last_top(lesson, height);
            self.top = self.page.down(lesson, top, 0).min(last);
            (self.rows, self.text_rows) = self.page.window(lesson, self.top, self.most_rows + END_ROWS);
        }
        for block in &self.answers {
            let first = self.rows.iter().position(|row| row.place.block == *block);
            let is_first = |row: &usize| *row > 0 || self.top.row == 0;
            if let Some(row) = first.filter(is_first).and_then(|at| self.rows.get_mut(at)) {
                row.sign = Some(Sign::Asked);
            }
        }
        self.mark(lesson);
    }

    /// Marks what the search found and the focused link in the rows on the screen.
    pub fn mark(&mut self, lesson: &Lesson) {
        self.marks.clear();
        let mut found = Vec::new();
        if let Some(search) = &self.search {
            let (first, end) = (self.top.block, self.rows.last().map_or(0, |row| row.place.block + 1));
            for hit in search.hits_in(first..end) {
                let rows = self.page.rows(lesson, hit.block);
                found.extend(search.marks(hit, &rows).map(|(row, bytes, role)| (Spot { block: hit.block, row }, bytes, role)));
            }
        }
        if let Some(Focus { block, link, .. }) = &self.link {
            let parts = link.parts.iter().cloned();
            found.extend(parts.map(|(row, bytes)| (Spot { block: *block, row }, bytes, Role::Here)));
        }
        for (spot, bytes, role) in found {
            if let Some(row) = self.row_on_screen(spot) {
                self.marks.push((row, bytes, role));
            }
        }
    }

    /// Where a row of the page is among the rows on the screen.
    fn row_on_screen(&self, spot: Spot) -> Option<usize> {
        if spot.block == self.top.block {
            return spot.row.checked_sub(self.top.row).filter(|row| *row < self.rows.len());
        }
        let first = self.rows.partition_point(|row| row.place.block < spot.block);
        let row = first + spot.row;
        (spot.block > self.top.block && self.rows.get(row)?.place.block == spot.block).then_some(row)
    }
}

/// Rows under the text that say where it leads: two blank ones and a sentence.
pub const END_ROWS: usize = 3;

/// Opens a lesson where it was left.
pub fn open(app: &mut App, at: Stamp, lesson: usize, effects: &mut Vec<Effect>) {
    app.course.load(lesson);
    app.course.link_terms(lesson);
    let Some(id) = app.course.lessons.get(lesson).map(|lesson| lesson.id.clone()) else { return };
    let reading = app.progress.reading(&id);
    let place = reading.filter(|reading| !reading.finished).map(|reading| reading.place).unwrap_or_default();
    let seen = reading.map(|reading| reading.seen).unwrap_or_default();
    let room = app.reading_room();
    let mut reader = Reader { seen, ..Reader::new(&app.course, lesson, place, room, false) };
    reader.answers = before::answers(app, lesson);
    reader.lay_out(&app.course, room);
    app.push(Screen::Reader(Box::new(reader)));
    note(app, at, effects);
}

/// Goes to a block of the lesson on the screen.
pub fn go_to_block(app: &mut App, at: Stamp, block: usize, effects: &mut Vec<Effect>) {
    let height = app.body_height();
    if let Some((reader, lesson)) = app.reader() {
        reader.go_to(lesson, Spot { block: block + 1, row: 0 }, height);
    }
    remember(app, at, effects);
}

/// Opens a lesson over the one on the screen, at a heading or where it was left; Esc leads back.
pub fn open_at(app: &mut App, at: Stamp, lesson: usize, slug: Option<&str>, effects: &mut Vec<Effect>) {
    open(app, at, lesson, effects);
    if let Some(block) = slug.and_then(|slug| link::heading(&app.course, lesson, slug)) {
        go_to_block(app, at, block, effects);
    }
}

/// Opens a lesson at the heading that answers a question; Esc goes back to the question.
pub fn look(app: &mut App, lesson: usize, slug: &str) {
    app.course.load(lesson);
    app.course.link_terms(lesson);
    let block = link::heading(&app.course, lesson, slug).map_or(0, |block| block + 1);
    let reader = Reader::new(&app.course, lesson, Place { block, at: 0 }, app.reading_room(), true);
    app.push(Screen::Reader(Box::new(reader)));
}

pub fn update(app: &mut App, at: Stamp, act: Act, effects: &mut Vec<Effect>) {
    let height = app.body_height();
    let lessons = app.course.lessons.len();
    let Some((reader, text)) = app.reader() else { return };
    let page = height.saturating_sub(2).max(1);
    let half = (height / 2).max(1);
    let lesson = reader.lesson;
    match act {
        Act::Down => reader.down(text, 1, height),
        Act::Up => reader.up(text, 1, height),
        Act::PageDown => reader.down(text, page, height),
        Act::PageUp => reader.up(text, page, height),
        Act::HalfDown => reader.down(text, half, height),
        Act::HalfUp => reader.up(text, half, height),
        Act::Top => reader.go_to(text, Spot::default(), height),
        Act::Bottom => reader.go_to(text, Spot { block: usize::MAX, row: 0 }, height),
        Act::Previous | Act::Next | Act::Outline if reader.is_look => return,
        Act::Outline => return outline::open(app),
        Act::Find => reader.search = Some(Search::begin(reader.place)),
        Act::FindNext => search::step(reader, text, 1, height),
        Act::FindLast => search::step(reader, text, -1, height),
        Act::NextLink | Act::LastLink => links::step(reader, text, act, height),
        Act::Back if reader.link.is_some() => {
            reader.link = None;
            reader.mark(text);
        }
        Act::Keep if !reader.is_look => return keep::begin(app),
        Act::Check => return links::check(app, at, effects),
        Act::Edit => return edit(app, effects),
        Act::Copy => return copy::copy(app, effects),
        Act::Confirm if reader.link.is_some() => return links::follow(app, at, effects),
        Act::Back if reader.search.is_some() => {
            reader.search = None;
            reader.mark(text);
        }
        Act::Confirm if reader.is_look => return app.pop(),
        Act::Confirm if reader.shows_end(height) => return go_on(app, at, effects),
        Act::Confirm => reader.down(text, page, height),
        Act::Previous if lesson > 0 => return turn(app, at, lesson - 1, effects),
        Act::Next if lesson + 1 < lessons => return turn(app, at, lesson + 1, effects),
        Act::Back => return close(app, at, effects),
        _ => return,
    }
    note(app, at, effects);
}

/// An author's lesson is opened where one reads; the one that is compiled in cannot be.
fn edit(app: &mut App, effects: &mut Vec<Effect>) {
    if !app.is_folder {
        return app.remarks.push(Clean::words(app.words().lesson().no_folder()));
    }
    let Screen::Reader(reader) = app.screen() else { return };
    if let Some((file, line)) = app.course.source_of(reader.lesson, reader.place.block) {
        effects.push(Effect::Edit { file, line });
    }
}

/// From the end of the text to its quiz, or to the lesson after where there is none.
fn go_on(app: &mut App, at: Stamp, effects: &mut Vec<Effect>) {
    let Screen::Reader(reader) = app.screen() else { return };
    let lesson = reader.lesson;
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
    // Whoever leaves in the middle of a note comes back to the note; where one reads was noted before it.
    if reader.is_look || reader.keeping.as_ref().is_some_and(|keeping| !keeping.note.is_empty()) {
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
