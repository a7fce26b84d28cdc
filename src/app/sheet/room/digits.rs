//! Large digits for clocks: 8x8 dots a glyph, two dots a cell, so that four rows hold one. The dots are those of the public-domain
//! font of the IBM PC, bit 0 at the left; ratatui packages for large text draw the same, and ten digits need no package.

use crate::page::{Role, Row, spoken};

const DOTS: [(char, [u8; 8]); 11] = [
    ('0', [0x3e, 0x63, 0x73, 0x7b, 0x6f, 0x67, 0x3e, 0]),
    ('1', [0x0c, 0x0e, 0x0c, 0x0c, 0x0c, 0x0c, 0x3f, 0]),
    ('2', [0x1e, 0x33, 0x30, 0x1c, 0x06, 0x33, 0x3f, 0]),
    ('3', [0x1e, 0x33, 0x30, 0x1c, 0x30, 0x33, 0x1e, 0]),
    ('4', [0x38, 0x3c, 0x36, 0x33, 0x7f, 0x30, 0x78, 0]),
    ('5', [0x3f, 0x03, 0x1f, 0x30, 0x30, 0x33, 0x1e, 0]),
    ('6', [0x1c, 0x06, 0x03, 0x1f, 0x33, 0x33, 0x1e, 0]),
    ('7', [0x3f, 0x33, 0x30, 0x18, 0x0c, 0x0c, 0x0c, 0]),
    ('8', [0x1e, 0x33, 0x33, 0x1e, 0x33, 0x33, 0x1e, 0]),
    ('9', [0x1e, 0x33, 0x33, 0x3e, 0x30, 0x18, 0x0e, 0]),
    (':', [0, 0x0c, 0x0c, 0, 0, 0x0c, 0x0c, 0]),
];

/// A clock in large digits; in ordinary ones where the screen is too narrow.
pub fn rows(clock: &str, width: usize) -> Vec<Row> {
    let glyphs: Vec<[u8; 8]> = clock.chars().filter_map(|c| Some(DOTS.iter().find(|(known, _)| *known == c)?.1)).collect();
    if glyphs.len() * 8 > width {
        return vec![Row::of(vec![spoken(clock, Role::Strong)])];
    }
    (0..4)
        .map(|half| {
            let mut words = String::new();
            for glyph in &glyphs {
                let [above, below] = [0, 1].map(|dot| glyph.get(half * 2 + dot).copied().unwrap_or(0));
                words.extend((0..8).map(|bit| match (above >> bit & 1, below >> bit & 1) {
                    (1, 1) => '█',
                    (1, _) => '▀',
                    (_, 1) => '▄',
                    _ => ' ',
                }));
            }
            Row::of(vec![spoken(words.trim_end(), Role::Strong)])
        })
        .collect()
}
