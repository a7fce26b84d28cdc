//! Keeping a passage: which of those on the screen, and a note to it, if one likes.

use super::keymap::Act;
use super::{App, Effect, Screen, reader, typing};
use crate::course::{BlockKind, Clean, Lesson, Place, block};
use crate::page::Spot;
use crate::progress::{Deed, Stamp};

/// A passage that is about to be kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Keeping {
    /// The block it is, counted as places are.
    pub block: usize,
    /// The note, as far as it is typed.
    pub note: String,
}

/// So much of a passage goes into the list: enough to know it again.
const LETTERS: usize = 160;

/// Offers the first passage that begins on the screen.
pub fn begin(app: &mut App) {
    let Some((reader, lesson)) = app.reader() else { return };
    let first = if reader.top.row > 0 { reader.top.block + 1 } else { reader.top.block };
    let block = next(lesson, first, 1).or_else(|| next(lesson, first, -1));
    if let Some(block) = block {
        (reader.link, reader.search) = (None, None);
        reader.keeping = Some(Keeping { block, note: String::new() });
        bring(app);
    }
}

/// The next block with words, from a block on; `by` is 1 or -1.
fn next(lesson: &Lesson, from: usize, by: isize) -> Option<usize> {
    let mut at = from;
    loop {
        let kind = at.checked_sub(1).map(|nth| lesson.blocks().get(nth).map(|block| &block.kind));
        match kind {
            Some(None) => return None,
            Some(Some(kind)) if !matches!(kind, BlockKind::Heading { .. } | BlockKind::Rule | BlockKind::Check(_)) => {
                return Some(at);
            }
            _ => at = at.checked_add_signed(by)?,
        }
    }
}

/// Up and down choose the passage, letters write the note, Enter keeps both.
pub fn update(app: &mut App, at: Stamp, act: Act, effects: &mut Vec<Effect>) {
    let Some((reader, lesson)) = app.reader() else { return };
    let Some(keeping) = &mut reader.keeping else { return };
    match act {
        Act::Type(_) if keeping.note.len() >= typing::LONGEST => {}
        Act::Type(letter) => keeping.note.push(letter),
        Act::Erase => drop(keeping.note.pop()),
        Act::EraseAll => keeping.note.clear(),
        Act::Down => keeping.block = next(lesson, keeping.block + 1, 1).unwrap_or(keeping.block),
        Act::Up => keeping.block = keeping.block.checked_sub(1).and_then(|at| next(lesson, at, -1)).unwrap_or(keeping.block),
        Act::Confirm => return keep(app, at, effects),
        _ => reader.keeping = None,
    }
    bring(app);
}

/// The passage comes onto the screen.
fn bring(app: &mut App) {
    let height = app.body_height();
    let Some((reader, lesson)) = app.reader() else { return };
    if let Some(block) = reader.keeping.as_ref().map(|keeping| keeping.block) {
        reader.bring(lesson, Spot { block, row: 0 }, height);
    }
    reader.mark(lesson);
}

fn keep(app: &mut App, at: Stamp, effects: &mut Vec<Effect>) {
    let Some((reader, lesson)) = app.reader() else { return };
    let Some(Keeping { block, note }) = reader.keeping.take() else { return };
    let words = block.checked_sub(1).and_then(|nth| lesson.blocks().get(nth)).map(|block| block::says(&block.kind));
    let passage: String = words.unwrap_or_default().chars().take(LETTERS).collect();
    let note = note.trim().to_owned();
    let deed = Deed::Kept { lesson: lesson.id.clone(), place: Place { block, at: 0 }, passage, note };
    app.record(at, deed, effects);
    app.remarks.push(Clean::fixed("Kept. The map lists what you kept."));
    if matches!(app.screen(), Screen::Reader(_)) {
        reader::remember(app, at, effects);
    }
}
