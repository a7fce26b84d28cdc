//! Rows that moved as a whole between two frames. A scrolled line changes nearly every cell, but a terminal can move rows by itself:
//! a hundred bytes instead of two thousand on a slow line. It may be wrong about nothing: after the move the frames are compared
//! cell by cell as always.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;

/// Some rows moved by some rows: up where `by` is positive.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shift {
    /// The first row of those that move, and the row after the last.
    pub rows: (u16, u16),
    /// By so many.
    pub by: i32,
}

/// Finds the shift that brings most rows of `part` where they are wanted; `None` where moving does not help.
pub fn find(shown: &Buffer, next: &Buffer, part: Rect) -> Option<Shift> {
    let part = part.intersection(shown.area).intersection(next.area);
    let farthest = i32::from(part.height / 2);
    let stays = alike(shown, next, part, 0);
    let candidates = (1..=farthest).flat_map(|by| [by, -by]);
    let (by, moved) = candidates.map(|by| (by, alike(shown, next, part, by))).max_by_key(|(by, moved)| (*moved, -by.abs()))?;
    // A few rows that happen to be alike are not worth moving the others.
    (moved >= stays + 3 && moved * 2 >= usize::from(part.height)).then_some(Shift { rows: (part.top(), part.bottom()), by })
}

/// How many rows of `next` stand in `shown` so many rows further down. Blank rows count too: a page has many.
fn alike(shown: &Buffer, next: &Buffer, part: Rect, by: i32) -> usize {
    let is_alike = |y: &u16| {
        let from = i32::from(*y) + by;
        let inside = i32::from(part.top()) <= from && from < i32::from(part.bottom());
        inside && row(shown, part, from as u16) == row(next, part, *y)
    };
    (part.top()..part.bottom()).filter(is_alike).count()
}

fn row(buffer: &Buffer, part: Rect, y: u16) -> &[Cell] {
    let start = usize::from(y) * usize::from(buffer.area.width) + usize::from(part.left());
    buffer.content.get(start..start + usize::from(part.width)).unwrap_or_default()
}

impl Shift {
    /// What the terminal is told: these rows form a region (DECSTBM), at its top delete or insert lines (DL, IL), the whole screen
    /// is the region again. Every terminal knows these; the shorter SU and SD not every one. New rows get the ground that is set,
    /// so it is set to the terminal's own first.
    pub fn sequence(self) -> String {
        let (top, bottom) = (self.rows.0 + 1, self.rows.1);
        let (count, way) = if self.by > 0 { (self.by, 'M') } else { (-self.by, 'L') };
        format!("\x1b[m\x1b[{top};{bottom}r\x1b[{top}H\x1b[{count}{way}\x1b[r")
    }

    /// The same done to what is known to be shown.
    pub fn apply(self, shown: &mut Buffer) {
        let width = usize::from(shown.area.width);
        let (top, bottom) = (usize::from(self.rows.0) * width, usize::from(self.rows.1) * width);
        let Some(cells) = shown.content.get_mut(top..bottom) else { return };
        let cells_moved = (self.by.unsigned_abs() as usize * width).min(cells.len());
        let new = if self.by > 0 {
            cells.rotate_left(cells_moved);
            cells.len() - cells_moved..cells.len()
        } else {
            cells.rotate_right(cells_moved);
            0..cells_moved
        };
        for cell in cells.get_mut(new).into_iter().flatten() {
            cell.reset();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn screen(rows: &[&str]) -> Buffer {
        Buffer::with_lines(rows.iter().map(|row| format!("{row:<8}")))
    }

    #[track_caller]
    fn check(shown: &[&str], next: &[&str], by: Option<i32>) {
        let (mut shown, next) = (screen(shown), screen(next));
        let part = Rect { x: 0, y: 1, width: 6, height: shown.area.height - 2 };
        let shift = find(&shown, &next, part);
        assert_eq!(shift.map(|shift| shift.by), by);
        if let Some(shift) = shift {
            let whole = shown.diff(&next).len();
            shift.apply(&mut shown);
            assert!(shown.diff(&next).len() < whole);
        }
    }

    #[test]
    fn a_scrolled_page_is_a_shift_and_another_page_is_none() {
        let head = ["head", "a1", "b2", "c3", "d4", "e5", "f6", "g7", "foot"];
        check(&head, &["head", "b2", "c3", "d4", "e5", "f6", "g7", "h8", "foot"], Some(1));
        check(&head, &["head", "y", "z", "a1", "b2", "c3", "d4", "e5", "foot"], Some(-2));
        check(&head, &head, None);
        check(&head, &["head", "q", "r", "s", "t", "u", "v", "w", "foot"], None);
    }

    #[test]
    fn the_terminal_is_told_in_standard_words() {
        let shift = Shift { rows: (4, 22), by: 1 };
        assert_eq!(shift.sequence(), "\x1b[m\x1b[5;22r\x1b[5H\x1b[1M\x1b[r");
        assert_eq!(Shift { by: -3, ..shift }.sequence(), "\x1b[m\x1b[5;22r\x1b[5H\x1b[3L\x1b[r");
    }
}
