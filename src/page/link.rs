//! Links, where their words stand in some rows.

use std::ops::Range;
use std::rc::Rc;

use super::Row;

/// A link, and where its words stand: in one row, or over the end of one into the next.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// Where it leads, as its author wrote it.
    pub target: Rc<str>,
    /// The rows, and the bytes of their words.
    pub parts: Vec<(usize, Range<usize>)>,
}

impl Link {
    /// The row in which it begins.
    pub fn row(&self) -> usize {
        self.parts.first().map_or(0, |(row, _)| *row)
    }
}

/// The links in some rows: pieces that lead to the same place and follow each other are one.
pub fn links(rows: &[Row]) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::new();
    let mut open: Option<Rc<str>> = None;
    for (row, pieces) in rows.iter().map(|row| &row.pieces).enumerate() {
        let mut start = 0;
        for piece in pieces {
            let bytes = start..start + piece.text.as_str().len();
            start = bytes.end;
            match (&piece.link, &open, links.last_mut()) {
                (Some(target), Some(before), Some(link)) if Rc::ptr_eq(target, before) => link.parts.push((row, bytes)),
                (Some(target), ..) => links.push(Link { target: target.clone(), parts: vec![(row, bytes)] }),
                // The indent of a row does not end a link that came over the end of the row before.
                (None, ..) if piece.text.as_str().trim().is_empty() => continue,
                (None, ..) => {}
            }
            open = piece.link.clone();
        }
    }
    links
}
