//! Where everything is at a given size, computed here and nowhere else: paging, laying out and drawing all ask this.
//!
//! The column belongs to the course, the margin to the program. From 80 columns on the text is 72 cells wide and does not move;
//! from 120 on a second column stands beside it. Below 80 the margin shrinks to 2, below 32 to 1.

/// The size of a terminal in cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

/// The smallest size at which something can be read.
pub const SMALLEST: Size = Size { width: 24, height: 6 };
/// The width of the text where there is room.
pub const COLUMN: usize = 72;
/// The width of the second column.
pub const SIDE: usize = 32;
const SIDE_GAP: usize = 4;
const WIDE: usize = 120;
const TALL: usize = 20;

/// Rows and columns, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Geometry {
    /// The first column of the text.
    pub left: usize,
    /// How wide the text is.
    pub width: usize,
    /// How wide header, rule and footer are.
    pub span: usize,
    /// The first column of the second column, where there is one.
    pub side: Option<usize>,
    /// Signs hang in the margin; without room for them they go into the text.
    pub has_margin: bool,
    /// The row of the header; its rule is the next.
    pub header: usize,
    /// The first row of the body.
    pub body: usize,
    /// How many rows the body has.
    pub height: usize,
    /// The row of the footer.
    pub footer: usize,
}

impl Geometry {
    /// The geometry of a terminal, or `None` where it is too small to show anything.
    pub fn of(size: Size) -> Option<Geometry> {
        if size.width < SMALLEST.width || size.height < SMALLEST.height {
            return None;
        }
        let (all, rows) = (usize::from(size.width), usize::from(size.height));
        let (left, width) = match all {
            WIDE.. => ((all - WIDE) / 2 + 6, COLUMN),
            80.. => ((all - 80) / 2 + 6, COLUMN),
            32.. => (2, all - 4),
            _ => (1, all - 2),
        };
        let side = (all >= WIDE).then_some(left + COLUMN + SIDE_GAP);
        let span = if side.is_some() { COLUMN + SIDE_GAP + SIDE } else { width };
        let (header, body) = if rows >= TALL { (1, 4) } else { (0, 2) };
        let footer = rows - 1;
        Some(Geometry { left, width, span, side, has_margin: all >= 80, header, body, height: footer - 1 - body, footer })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(width: u16, height: u16, expected: Option<(usize, usize, usize, usize, usize)>) {
        let geometry = Geometry::of(Size { width, height });
        assert_eq!(geometry.map(|g| (g.left, g.width, g.span, g.body, g.height)), expected);
    }

    #[test]
    fn the_column_stands_where_the_mock_ups_have_it() {
        check(80, 24, Some((6, 72, 72, 4, 18)));
        check(100, 30, Some((16, 72, 72, 4, 24)));
        check(120, 40, Some((6, 72, 108, 4, 34)));
        check(160, 50, Some((26, 72, 108, 4, 44)));
        check(40, 12, Some((2, 36, 36, 2, 8)));
        check(24, 6, Some((1, 22, 22, 2, 2)));
        check(23, 24, None);
        check(80, 5, None);
    }
}
