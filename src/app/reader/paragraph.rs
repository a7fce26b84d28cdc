//! Reading without a screen: what is shown is a paragraph, with the headings over it, and the next step is the next one.

use std::ops::RangeInclusive;

use super::{END_ROWS, Reader};
use crate::course::{BlockKind, Lesson, Place};
use crate::page::{Row, Spot};

/// Whether a block says something only together with what follows it: a heading, or a mere rule. Blocks are counted as places are.
fn leads_on(lesson: &Lesson, block: usize) -> bool {
    let kind = block.checked_sub(1).and_then(|nth| lesson.blocks().get(nth)).map(|block| &block.kind);
    match kind {
        Some(BlockKind::Heading { .. } | BlockKind::Rule) => true,
        Some(BlockKind::Check(id)) => lesson.question(id).is_none(),
        _ => false,
    }
}

/// Whether a block is a note. Notes stand together at the end of a text.
fn is_note(lesson: &Lesson, block: usize) -> bool {
    let kind = block.checked_sub(1).and_then(|nth| lesson.blocks().get(nth)).map(|block| &block.kind);
    matches!(kind, Some(BlockKind::Footnote { .. }))
}

/// The blocks that are read together with one of them. What leads on at the end of a text belongs to what stands before it.
fn together(lesson: &Lesson, block: usize) -> RangeInclusive<usize> {
    let last = lesson.blocks().len();
    let is_tail = |from: usize| (from..=last).all(|block| leads_on(lesson, block));
    let mut start = block.min(last);
    while start > 0 && is_tail(start) {
        start -= 1;
    }
    let mut end = start;
    let joins = |before: usize| leads_on(lesson, before) || (is_note(lesson, before) && is_note(lesson, before + 1));
    while start > 1 && joins(start - 1) {
        start -= 1;
    }
    while end < last && (joins(end) || is_tail(end + 1)) {
        end += 1;
    }
    start..=end
}

impl Reader {
    /// The blocks that are shown.
    pub fn shown(&self, lesson: &Lesson) -> RangeInclusive<usize> {
        together(lesson, self.top.block)
    }

    /// Shows the paragraph to which a block belongs; after the last the tail stands.
    pub(super) fn show_paragraph(&mut self, lesson: &Lesson, block: usize) {
        let blocks = together(lesson, block);
        self.top = Spot { block: *blocks.start(), row: 0 };
        self.rows.clear();
        for block in blocks.clone() {
            self.rows.extend(self.page.rows(lesson, block).iter().cloned());
        }
        self.text_rows = self.rows.len();
        if *blocks.end() == lesson.blocks().len() {
            let place = Place { block: lesson.blocks().len() + 1, at: 0 };
            self.rows.extend(vec![Row { place, ..Row::default() }; END_ROWS]);
        }
    }

    /// To the next paragraph.
    pub(super) fn on(&mut self, lesson: &Lesson, height: usize) {
        let next = self.shown(lesson).end() + 1;
        if next <= lesson.blocks().len() {
            self.go_to(lesson, Spot { block: next, row: 0 }, height);
        }
    }

    /// To the paragraph before.
    pub(super) fn before(&mut self, lesson: &Lesson, height: usize) {
        if let Some(before) = self.shown(lesson).start().checked_sub(1) {
            self.go_to(lesson, Spot { block: before, row: 0 }, height);
        }
    }
}
