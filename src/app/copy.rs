//! Copying a part of a lesson to the clipboard of the terminal. What is copied are the words as they are shown, not the source: there
//! may be remarks in it that are for facilitators.

use super::{App, Effect};
use crate::course::{Clean, Lesson, block};
use crate::page::{self, Row};

/// Copied text is as wide as the column.
const WIDTH: usize = super::geometry::COLUMN;

/// Copies where the focused link leads, or else the section on the screen, and says so.
pub fn copy(app: &mut App, effects: &mut Vec<Effect>) {
    let Some((reader, lesson)) = app.reader() else { return };
    let (text, what) = match &reader.link {
        Some(focus) => (focus.link.target.to_string(), "the link".to_owned()),
        None => section(lesson, reader.place.block),
    };
    effects.push(Effect::Copy(text));
    app.done.push(Clean::words(&format!("Copied {what}, if your terminal allows programs to.")));
}

/// The section in which a block stands, and its name; the beginning of the lesson where there is none.
fn section(lesson: &Lesson, block: usize) -> (String, String) {
    let nth = lesson.section_of(block);
    let begin = |nth: usize| lesson.section(nth).map(|(block, _)| block + 1);
    let first = nth.and_then(begin).unwrap_or(0);
    let end = nth.map_or(begin(0), |nth| begin(nth + 1)).unwrap_or(lesson.blocks().len() + 1);
    let rows = (first..end).flat_map(|block| page::rows_of(lesson, block, WIDTH));
    let lines: Vec<String> = rows.map(|row: Row| row.text().trim_end().to_owned()).collect();
    let name = nth.and_then(|nth| lesson.section(nth)).map(|(_, words)| block::plain(words));
    let what = name.map_or("the beginning of the lesson".to_owned(), |name| format!("the section “{name}”"));
    (format!("{}\n", lines.join("\n").trim_end()), what)
}
