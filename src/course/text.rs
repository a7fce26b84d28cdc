//! A lesson's text: its blocks, and what every key asks about them, worked out once: how far each reaches, and where sections begin.

use super::block::{self, Block, BlockKind, Inline};
use super::{Glossary, Place};

/// The blocks of a lesson.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Text {
    blocks: Vec<Block>,
    /// How many bytes of words stand before the end of each block.
    ends: Vec<usize>,
    /// The blocks that are headings of sections.
    sections: Vec<usize>,
}

impl From<Vec<Block>> for Text {
    fn from(blocks: Vec<Block>) -> Text {
        let mut end = 0;
        let reach = |block: &Block| {
            end += block::length(&block.kind);
            end
        };
        let ends = blocks.iter().map(reach).collect();
        let sections = (0..).zip(&blocks).filter(|(_, block)| heading(block).is_some()).map(|(at, _)| at).collect();
        Text { blocks, ends, sections }
    }
}

/// Sections begin at headings of the second level, or of the first where an author used that.
fn heading(block: &Block) -> Option<&[Inline]> {
    match &block.kind {
        BlockKind::Heading { level: 1 | 2, text, .. } => Some(text),
        _ => None,
    }
}

impl Text {
    /// Its blocks.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// Makes terms links where they first stand; no word changes, so that every place stays.
    pub fn link_terms(&mut self, glossary: &Glossary) {
        glossary.link_first_uses(&mut self.blocks);
    }

    /// The blocks at which its sections begin, and what their headings say.
    pub fn sections(&self) -> impl Iterator<Item = (usize, &[Inline])> {
        (0..self.sections.len()).filter_map(|nth| self.section(nth))
    }

    /// One of its sections.
    pub fn section(&self, nth: usize) -> Option<(usize, &[Inline])> {
        let at = *self.sections.get(nth)?;
        Some((at, heading(self.blocks.get(at)?)?))
    }

    /// How many sections it has.
    pub fn section_count(&self) -> usize {
        self.sections.len()
    }

    /// The section in which a block stands.
    pub fn section_of(&self, block: usize) -> Option<usize> {
        self.sections.partition_point(|at| *at < block).checked_sub(1)
    }

    /// How much of the text stands before a place, from 0 to 1.
    pub fn part_before(&self, place: Place) -> f64 {
        let all = self.ends.last().copied().unwrap_or(0);
        let end = |blocks: usize| blocks.checked_sub(1).and_then(|at| self.ends.get(at)).copied();
        let whole = end(place.block.saturating_sub(1)).unwrap_or(if place.block > 1 { all } else { 0 });
        let within = end(place.block).map_or(0, |end| place.at.min(end - whole));
        if all == 0 { 1.0 } else { (whole + within) as f64 / all as f64 }
    }
}
