//! Tables: columns as wide as their text where that fits, narrower and wrapped where it does not, and one record after the other
//! where even the words have no room.

use super::layout::Layout;
use super::{Piece, Role, Row, blanks, repeated, wrap};
use crate::course::Inline;
use crate::course::block::{Side, Table, plain};

/// Cells between two columns.
const GAP: usize = 3;

/// Lays a table out.
pub fn lay_out(layout: &mut Layout, table: &Table) {
    let columns = table.head.len().max(1);
    match widths(table, columns, layout.room()) {
        Some(widths) => in_columns(layout, table, &widths),
        None => as_records(layout, table),
    }
}

/// How wide each column is, or `None` where they do not fit side by side without cutting a word.
fn widths(table: &Table, columns: usize, room: usize) -> Option<Vec<usize>> {
    let cells = |at: usize| table.rows.iter().chain([&table.head]).filter_map(move |row| row.get(at)).map(|cell| plain(cell));
    let widest = |at: usize| cells(at).map(|cell| wrap::width(&cell)).max().unwrap_or(0).max(1);
    let longest_word = |cell: String| cell.split(' ').map(wrap::width).max().unwrap_or(0);
    let least: Vec<usize> = (0..columns).map(|at| cells(at).map(longest_word).max().unwrap_or(0).max(1)).collect();
    let mut widths: Vec<usize> = (0..columns).map(widest).collect();
    let room = room.checked_sub(GAP * (columns - 1))?;
    if least.iter().sum::<usize>() > room {
        return None;
    }
    // The widest column gives way, a cell at a time, until all fit: short columns keep their words on one row.
    while widths.iter().sum::<usize>() > room {
        let can_give = |at: &usize| widths.get(*at) > least.get(*at);
        let widest = (0..columns).filter(can_give).max_by_key(|at| widths.get(*at).copied())?;
        if let Some(width) = widths.get_mut(widest) {
            let over = 1.max((*width).saturating_sub(room));
            *width = (*width - over).max(least.get(widest).copied().unwrap_or(1));
        }
    }
    Some(widths)
}

fn in_columns(layout: &mut Layout, table: &Table, widths: &[usize]) {
    table_line(layout, &table.head, widths, &table.sides, Role::Strong);
    let rules: Vec<Piece> = widths.iter().map(|width| repeated('─', *width, Role::Rule)).collect();
    layout.table_row(parted(rules), 1);
    for row in &table.rows {
        table_line(layout, row, widths, &table.sides, Role::Text);
    }
}

fn parted(rules: Vec<Piece>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for (at, rule) in rules.into_iter().enumerate() {
        if at > 0 {
            pieces.push(blanks(GAP));
        }
        pieces.push(rule);
    }
    pieces
}

fn table_line(layout: &mut Layout, cells: &[Vec<Inline>], widths: &[usize], sides: &[Side], role: Role) {
    let empty = Vec::new();
    // Every row of the screen that shows a part of this row of the table stands at its beginning.
    let wrapped: Vec<wrap::Rows> =
        widths.iter().enumerate().map(|(at, width)| wrap::wrap(cells.get(at).unwrap_or(&empty), *width, role)).collect();
    let bytes: usize = cells.iter().map(|cell| plain(cell).len()).sum();
    let height = wrapped.iter().map(Vec::len).max().unwrap_or(0);
    for line in 0..height {
        let mut pieces = Vec::new();
        for (at, (rows, width)) in wrapped.iter().zip(widths).enumerate() {
            let cell = rows.get(line).map(|(pieces, _)| pieces.clone()).unwrap_or_default();
            let last = at + 1 == widths.len();
            pieces.extend(set(cell, *width, sides.get(at).copied().unwrap_or_default(), last));
            if !last {
                pieces.push(blanks(GAP));
            }
        }
        layout.table_row(pieces, if line + 1 == height { bytes.max(1) } else { 0 });
    }
}

/// A cell set to its side of the column.
fn set(cell: Vec<Piece>, width: usize, side: Side, last: bool) -> Vec<Piece> {
    let used = Row::of(cell.clone()).width();
    let free = width.saturating_sub(used);
    let before = match side {
        Side::Left => 0,
        Side::Middle => free / 2,
        Side::Right => free,
    };
    let after = if last { 0 } else { free - before };
    let mut pieces = Vec::new();
    if before > 0 {
        pieces.push(blanks(before));
    }
    pieces.extend(cell);
    if after > 0 {
        pieces.push(blanks(after));
    }
    pieces
}

/// One row of the table after the other, each cell under its head.
fn as_records(layout: &mut Layout, table: &Table) {
    // The bytes of the head come first, as in columns, so that a place means the same in both shapes.
    let mut head: usize = table.head.iter().map(|cell| plain(cell).len()).sum::<usize>().max(1) + 1;
    for (at, row) in table.rows.iter().enumerate() {
        if at > 0 {
            layout.blank();
        }
        for (column, cell) in row.iter().enumerate() {
            let room = layout.room();
            let bytes = plain(cell).len();
            for (pieces, _) in table.head.get(column).map(|head| wrap::wrap(head, room, Role::Strong)).unwrap_or_default() {
                layout.table_row(pieces, 0);
            }
            layout.table_row_end(std::mem::take(&mut head));
            let indent = 2.min(room.saturating_sub(1));
            for (pieces, _) in wrap::wrap(cell, room - indent, Role::Text) {
                let mut row = vec![blanks(indent)];
                row.extend(pieces);
                layout.table_row(row, 0);
            }
            layout.table_row_end(bytes);
        }
        let bytes: usize = row.iter().map(|cell| plain(cell).len()).sum();
        layout.table_row_end(usize::from(bytes == 0));
    }
    if table.rows.is_empty() {
        for head in &table.head {
            for (pieces, _) in wrap::wrap(head, layout.room(), Role::Strong) {
                layout.table_row(pieces, 1);
            }
        }
    }
}
