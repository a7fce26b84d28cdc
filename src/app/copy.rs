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
    let link = reader.link.as_ref().map(|focus| focus.link.target.to_string());
    let is_link = link.is_some();
    let (text, name) = link.map_or_else(|| section(lesson, reader.place.block), |link| (link, None));
    effects.push(Effect::Copy(text));
    let said = app.words().lesson();
    let remark = match name {
        _ if is_link => said.copied_link().to_owned(),
        Some(name) => said.copied_section(name),
        None => said.copied_beginning().to_owned(),
    };
    app.done.push(Clean::words(&remark));
}

/// The section in which a block stands, and its name; the beginning of the lesson, which has none.
fn section(lesson: &Lesson, block: usize) -> (String, Option<String>) {
    let nth = lesson.section_of(block);
    let begin = |nth: usize| lesson.section(nth).map(|(block, _)| block + 1);
    let first = nth.and_then(begin).unwrap_or(0);
    let end = nth.map_or(begin(0), |nth| begin(nth + 1)).unwrap_or(lesson.blocks().len() + 1);
    let rows = (first..end).flat_map(|block| page::rows_of(lesson, block, WIDTH));
    let lines: Vec<String> = rows.map(|row: Row| row.text().trim_end().to_owned()).collect();
    let name = nth.and_then(|nth| lesson.section(nth)).map(|(_, words)| block::plain(words));
    (format!("{}\n", lines.join("\n").trim_end()), name)
}
