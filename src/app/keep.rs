//! Keeping a passage: which of those on the screen, and a note to it, if one likes.

use super::keymap::Act;
use super::{App, Effect, Reader, Screen, fields, reader, typing};
use crate::course::{BlockKind, Clean, Id, Lesson, Place, block};
use crate::page::Spot;
use crate::progress::{Deed, Field, Stamp};

/// A passage that is about to be kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Keeping {
    /// The block it is, counted as places are.
    pub block: usize,
    /// The note, as far as it is typed.
    pub note: String,
    /// It waited here, half typed: it is this passage's, and does not go along to another.
    is_begun: bool,
}

/// So much of a passage goes into the list: enough to know it again.
const LETTERS: usize = 160;

/// Offers the passage on the screen to which a note is half typed, or the first that begins there.
pub fn begin(app: &mut App) {
    let begun = begun(app);
    let Some((reader, lesson)) = app.reader() else { return };
    let first = if reader.top.row > 0 { reader.top.block + 1 } else { reader.top.block };
    let first = next(lesson, first, 1).or_else(|| next(lesson, first, -1));
    if let Some(block) = begun.or(first) {
        offer(app, block);
    }
}

/// The passage on the screen to which a note is half typed; of several the one to which it was typed last.
pub fn begun(app: &App) -> Option<usize> {
    let Screen::Reader(reader) = app.screen() else { return None };
    let id = &app.course.lessons.get(reader.lesson)?.id;
    let (blocks, made) = (shown(reader, app.body_height()), app.progress.made());
    let is_here = |field: &Field| matches!(field, Field::Note(of, at) if of == id && blocks.contains(&at.block));
    let (field, _) = made.half_typed(|field| is_here(field) && made.has_text(field))?;
    if let Field::Note(_, place) = field { Some(place.block) } else { None }
}

/// The blocks on the screen.
fn shown(reader: &Reader, height: usize) -> std::ops::RangeInclusive<usize> {
    let last = reader.rows.get(height - 1).or(reader.rows.last());
    reader.top.block..=last.map_or(reader.top.block, |row| row.place.block)
}

/// Goes on with the note that one was typing when this lesson was left.
pub fn carry_on(app: &mut App, place: Place) {
    let Some((_, lesson)) = app.reader() else { return };
    if let Some(block) = next(lesson, place.block, 1).filter(|block| *block == place.block) {
        offer(app, block);
    }
}

/// The note to a passage, with what is half typed of it.
fn offer(app: &mut App, block: usize) {
    let Some((_, lesson)) = app.reader() else { return };
    let id = lesson.id.clone();
    let note = half_typed(app, &id, block);
    let Some((reader, _)) = app.reader() else { return };
    (reader.link, reader.search) = (None, None);
    reader.keeping = Some(Keeping { block, is_begun: note.is_some(), note: note.unwrap_or_default() });
    bring(app);
}

fn half_typed(app: &App, lesson: &Id, block: usize) -> Option<String> {
    let field = Field::Note(lesson.clone(), Place { block, at: 0 });
    app.progress.made().half_typed(|known| *known == field).map(|(_, text)| text.to_owned())
}

/// To another passage. A note goes along, unless one waited here or one waits there.
fn turn(app: &mut App, at: Stamp, to: usize, effects: &mut Vec<Effect>) {
    let Some((reader, lesson)) = app.reader() else { return };
    let Some(keeping) = reader.keeping.clone().filter(|keeping| keeping.block != to) else { return };
    let id = lesson.id.clone();
    let there = half_typed(app, &id, to);
    if keeping.is_begun || there.is_some() {
        return offer(app, to);
    }
    let field = Field::Note(id, Place { block: keeping.block, at: 0 });
    if app.progress.made().has_text(&field) {
        fields::type_into(app, at, (field, String::new(), false), effects);
    }
    if let Some((reader, _)) = app.reader() {
        reader.keeping = Some(Keeping { block: to, ..keeping });
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
        Act::Down | Act::Up => {
            let here = keeping.block;
            let by = if act == Act::Down { 1 } else { -1 };
            let there = here.checked_add_signed(by).and_then(|from| next(lesson, from, by));
            turn(app, at, there.unwrap_or(here), effects);
        }
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
    let Some(Keeping { block, note, .. }) = reader.keeping.take() else { return };
    let words = block.checked_sub(1).and_then(|nth| lesson.blocks().get(nth)).map(|block| block::says(&block.kind));
    let passage: String = words.unwrap_or_default().chars().take(LETTERS).collect();
    let note = note.trim().to_owned();
    let deed = Deed::Kept { lesson: lesson.id.clone(), place: Place { block, at: 0 }, passage, note };
    app.record(at, deed, effects);
    app.done.push(Clean::words(app.words().lesson().kept()));
    if matches!(app.screen(), Screen::Reader(_)) {
        reader::remember(app, at, effects);
    }
}
