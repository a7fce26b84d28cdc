//! Search in a lesson: what is looked for, in which blocks it was found, and at which find one is.

use std::ops::{Range, RangeInclusive};

use super::keymap::Act;
use super::{App, Reader, typing};
use crate::course::{Clean, Lesson, Place};
use crate::page::{Role, Row, Spot};

mod find;
pub use find::{Hit, small};
use find::{Line, in_rows, wanted};

/// A search.
#[derive(Clone, Debug, PartialEq)]
pub struct Search {
    /// What was typed.
    pub text: String,
    /// Whether it is still being typed.
    pub is_typing: bool,
    /// Where it was found, in the order of the page.
    hits: Vec<Hit>,
    /// The find one is at, counted from 0.
    pub current: usize,
    /// The last step went over the end of the page.
    pub has_wrapped: bool,
    /// The place from which the search began.
    from: Place,
    line: Line,
}

impl Search {
    /// A search that is about to be typed.
    pub fn begin(from: Place) -> Search {
        let (text, line) = (String::new(), Line::default());
        Search { text, is_typing: true, hits: Vec::new(), current: 0, has_wrapped: false, from, line }
    }

    /// A search for some words that were typed elsewhere, at the first find in the block of a place.
    pub fn of(text: String, from: Place, lesson: &Lesson) -> Search {
        let mut search = Search { text, is_typing: false, ..Search::begin(from) };
        search.look_through(lesson);
        search
    }

    /// Whether the find that one is at is in one of these blocks.
    pub fn is_at(&self, blocks: &RangeInclusive<usize>) -> bool {
        self.hits.iter().rfind(|hit| hit.before <= self.current).is_some_and(|hit| blocks.contains(&hit.block))
    }

    /// How often it was found.
    pub fn count(&self) -> usize {
        self.hits.last().map_or(0, |hit| hit.before + hit.count)
    }

    /// The blocks with finds among some blocks.
    pub fn hits_in(&self, blocks: Range<usize>) -> impl Iterator<Item = Hit> + '_ {
        let first = self.hits.partition_point(|hit| hit.block < blocks.start);
        self.hits.iter().skip(first).take_while(move |hit| hit.block < blocks.end).copied()
    }

    /// What is to be marked in the rows of a block.
    pub fn marks(&self, hit: Hit, rows: &[Row]) -> impl Iterator<Item = (usize, Range<usize>, Role)> + '_ {
        let role = move |nth: usize| if hit.before + nth == self.current { Role::Here } else { Role::Match };
        let finds = in_rows(rows, &wanted(&self.text)).into_iter().enumerate();
        finds.flat_map(move |(nth, find)| find.into_iter().map(move |(row, bytes)| (row, bytes, role(nth))))
    }

    /// Finds everything, and stands on the first find in or after the block where the search began.
    fn look_through(&mut self, lesson: &Lesson) {
        let wanted = wanted(&self.text);
        if !self.line.serves(&wanted) {
            self.line = Line::of(lesson, &wanted);
        }
        self.hits = self.line.hits(&wanted);
        let first = self.hits.iter().find(|hit| hit.block >= self.from.block);
        self.current = first.map_or(0, |hit| hit.before);
        self.has_wrapped = false;
    }
}

/// The row in which the current find begins.
fn spot(reader: &mut Reader, lesson: &Lesson) -> Option<Spot> {
    let search = reader.search.as_ref()?;
    let hit = search.hits.iter().rfind(|hit| hit.before <= search.current)?;
    let rows = reader.page.rows(lesson, hit.block);
    let finds = in_rows(&rows, &wanted(&search.text));
    // Words that a table has broken over several rows are not found in them; then its first row must do.
    let find = finds.get(search.current - hit.before).or(finds.last());
    let row = find.and_then(|find| find.first()).map_or(0, |(row, _)| *row);
    Some(Spot { block: hit.block, row })
}

/// To the next find, or to the one before; over the end of the page to its other end.
pub fn step(reader: &mut Reader, lesson: &Lesson, by: isize, height: usize) {
    let Some(search) = &mut reader.search else { return };
    let count = search.count();
    if count == 0 {
        return;
    }
    let next = (search.current as isize + by).rem_euclid(count as isize) as usize;
    search.has_wrapped = (by > 0) != (next > search.current) || next == search.current;
    search.current = next;
    show(reader, lesson, height);
}

/// Brings the current find onto the screen.
fn show(reader: &mut Reader, lesson: &Lesson, height: usize) {
    if let Some(spot) = spot(reader, lesson) {
        reader.bring(lesson, spot, height);
    }
    reader.mark(lesson);
}

/// What is typed into the search field, and the keys that work there.
pub fn update(app: &mut App, act: Act) {
    let height = app.body_height();
    let Some((reader, lesson)) = app.reader() else { return };
    let Some(search) = &mut reader.search else { return };
    match act {
        Act::Type(_) if search.text.len() >= typing::LONGEST_SOUGHT => return,
        Act::Type(letter) => search.text.push(letter),
        Act::Erase if search.text.is_empty() => return give_up(reader, lesson, height),
        Act::Erase => drop(search.text.pop()),
        Act::EraseAll => search.text.clear(),
        Act::Down => return step(reader, lesson, 1, height),
        Act::Up => return step(reader, lesson, -1, height),
        Act::Confirm if search.count() == 0 => {
            let text = search.text.clone();
            give_up(reader, lesson, height);
            let words = Clean::words(&app.words().lesson().not_in_lesson(&text));
            return app.remarks.extend((!text.is_empty()).then_some(words));
        }
        Act::Confirm => {
            search.is_typing = false;
            return;
        }
        _ => return give_up(reader, lesson, height),
    }
    search.look_through(lesson);
    from_the_screen(reader, lesson);
    show(reader, lesson, height);
}

/// Finds above the place where the search began, but in its block, come last and not first.
fn from_the_screen(reader: &mut Reader, lesson: &Lesson) {
    let Some(from) = reader.search.as_ref().map(|search| search.from) else { return };
    let start = reader.page.spot_of(lesson, from);
    while let Some(at) = spot(reader, lesson).filter(|at| at.block == start.block && at.row < start.row) {
        let Some(search) = &mut reader.search else { return };
        if search.current + 1 >= search.count() {
            search.current = 0;
            return;
        }
        search.current += 1;
        // Several finds may be in what a table has broken; the block after it is reached all the same.
        if spot(reader, lesson).is_some_and(|next| next.block != at.block) {
            return;
        }
    }
}

/// Back to where the search began.
fn give_up(reader: &mut Reader, lesson: &Lesson, height: usize) {
    if let Some(search) = reader.search.take() {
        let spot = reader.page.spot_of(lesson, search.from);
        reader.go_to(lesson, spot, height);
    }
}
