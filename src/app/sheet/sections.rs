//! The sections of a lesson and how far each was read: beside the page, beside the map, and in the outline.

use super::super::App;
use super::super::geometry::SIDE;
use super::line;
use crate::course::{Lesson, block};
use crate::page::{Role, Row, Sign, shorten, spoken};
use crate::progress::Reading;

/// The second column of the map and of a lesson: at most so many sections, around the one in which one reads.
pub fn beside(app: &App, lesson: &Lesson, most: usize) -> Vec<Row> {
    let count = lesson.section_count();
    if count == 0 {
        return Vec::new();
    }
    let mut rows = vec![Row::default(), line(app.words().lesson().sections(), Role::Heading), Row::default()];
    let reading = app.progress.reading(&lesson.id);
    let here = reading.and_then(|reading| lesson.section_of(reading.place.block));
    let first = here.unwrap_or(0).saturating_sub(most / 2).min(count.saturating_sub(most));
    for nth in first..count.min(first + most) {
        let Some((_, words)) = lesson.section(nth) else { break };
        let words = spoken(&block::plain(words), Role::Text);
        let lead = vec![sign(lesson, reading, here, nth).piece(), spoken(&format!(" {}  ", nth + 1), Role::Text), words];
        rows.push(Row::of(shorten(lead, SIDE)));
    }
    rows
}

/// How far a section was read; `here` is the one in which one reads.
pub fn sign(lesson: &Lesson, reading: Option<&Reading>, here: Option<usize>, nth: usize) -> Sign {
    let block_of = |nth: usize| lesson.section(nth).map_or(usize::MAX, |(block, _)| block);
    let (finished, seen) = reading.map_or((false, 0), |reading| (reading.finished, reading.seen.block));
    match () {
        () if here == Some(nth) => Sign::Begun,
        () if finished || seen > block_of(nth + 1) => Sign::Right,
        () if seen > block_of(nth).saturating_add(1) => Sign::Begun,
        () => Sign::Untouched,
    }
}
