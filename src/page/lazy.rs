//! A lesson at a width, laid out block by block where someone looks. A row is found by its block and its place in that block, never
//! by counting from the top: what stands above need not be laid out, however long the text is.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::{Row, rows_of};
use crate::course::{Lesson, Place};

/// A lesson at a width.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// The width it was made for.
    pub width: usize,
    /// How many blocks it has, its head included.
    blocks: usize,
    /// Rows under the text, left empty.
    tail: usize,
    laid: BTreeMap<usize, Rc<[Row]>>,
}

/// A row of a page: a block, and which of its rows. The tail counts as a block after the last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// The block.
    pub block: usize,
    /// Its row.
    pub row: usize,
}

/// So many blocks stay laid out; no screen shows as many.
const KEPT: usize = 512;

impl Page {
    /// A lesson, of which nothing is laid out yet. `tail` rows stand under its text.
    pub fn new(lesson: &Lesson, width: usize, tail: usize) -> Page {
        Page { width, blocks: lesson.blocks().len() + 1, tail, laid: BTreeMap::new() }
    }

    /// Whether it was made for as many blocks as the lesson has.
    pub fn is_of(&self, lesson: &Lesson) -> bool {
        self.blocks == lesson.blocks().len() + 1
    }

    /// The rows of a block.
    pub fn rows(&mut self, lesson: &Lesson, block: usize) -> Rc<[Row]> {
        if let Some(rows) = self.laid.get(&block) {
            return rows.clone();
        }
        if self.laid.len() > KEPT {
            self.laid.retain(|other, _| other.abs_diff(block) < KEPT / 4);
        }
        let rows: Rc<[Row]> = match block < self.blocks {
            true => rows_of(lesson, block, self.width).into(),
            false => vec![Row { place: Place { block: self.blocks, at: 0 }, ..Row::default() }; self.tail].into(),
        };
        self.laid.insert(block, rows.clone());
        rows
    }

    /// The row so many rows further down; the last one where there are no more.
    pub fn down(&mut self, lesson: &Lesson, from: Spot, by: usize) -> Spot {
        let Spot { mut block, mut row } = from;
        row = row.saturating_add(by);
        while block <= self.blocks {
            let rows = self.rows(lesson, block).len();
            if row < rows {
                return Spot { block, row };
            }
            row -= rows;
            block += 1;
        }
        Spot { block: self.blocks, row: self.tail.saturating_sub(1) }
    }

    /// The row so many rows further up; the first one where there are no more.
    pub fn up(&mut self, lesson: &Lesson, from: Spot, by: usize) -> Spot {
        let Spot { mut block, row } = from;
        let mut by = by;
        let mut above = row;
        loop {
            if by <= above {
                return Spot { block, row: above - by };
            }
            by -= above;
            let Some(before) = block.checked_sub(1) else { return Spot::default() };
            block = before;
            above = self.rows(lesson, block).len();
        }
    }

    /// The furthest row that can stand at the top of so many rows: the last of the tail then is at the bottom.
    pub fn last_top(&mut self, lesson: &Lesson, height: usize) -> Spot {
        self.up(lesson, Spot { block: self.blocks, row: self.tail }, height)
    }

    /// At most so many rows from a row on, and how many of them are text: the others are the tail.
    pub fn window(&mut self, lesson: &Lesson, from: Spot, height: usize) -> (Vec<Row>, usize) {
        let (mut rows, mut text) = (Vec::with_capacity(height), 0);
        let mut skipped = from.row;
        for block in from.block..=self.blocks {
            let of_block = self.rows(lesson, block);
            rows.extend(of_block.iter().skip(skipped).take(height - rows.len()).cloned());
            skipped = 0;
            text = if block < self.blocks { rows.len() } else { text };
            if rows.len() == height {
                break;
            }
        }
        (rows, text)
    }

    /// The row at which a place stands: the first of those that begin there, or else the one in which it lies.
    pub fn spot_of(&mut self, lesson: &Lesson, place: Place) -> Spot {
        if place.block >= self.blocks {
            return self.up(lesson, Spot { block: self.blocks, row: 0 }, 1);
        }
        let rows = self.rows(lesson, place.block);
        let last = rows.partition_point(|row| row.place <= place).saturating_sub(1);
        let begins = rows.get(last).map(|row| row.place).unwrap_or_default();
        Spot { block: place.block, row: rows.partition_point(|row| row.place < begins) }
    }

    /// The place of a row.
    pub fn place_of(&mut self, lesson: &Lesson, spot: Spot) -> Place {
        let rows = self.rows(lesson, spot.block);
        rows.get(spot.row).map_or(Place { block: spot.block, at: 0 }, |row| row.place)
    }
}
