//! Tables: columns as wide as their words where that fits, narrower and wrapped where it does not, and one record after the other
//! where even that leaves no room.

use super::layout::Layout;
use super::{Piece, Role, Row, blanks, repeated, wrap};
use crate::course::Inline;
use crate::course::block::{Side, Table, plain};

/// Cells between two columns.
const GAP: usize = 3;
/// A column narrower than this is not worth having.
const NARROWEST: usize = 8;

/// Lays a table out.
pub fn lay_out(layout: &mut Layout, table: &Table) {
    let columns = table.head.len().max(1);
    match widths(table, columns, layout.room()) {
        Some(widths) => in_columns(layout, table, &widths),
        None => as_records(layout, table),
    }
}

/// How wide each column is, or `None` where they do not fit side by side.
fn widths(table: &Table, columns: usize, room: usize) -> Option<Vec<usize>> {
    let cell_width = |cell: Option<&Vec<Inline>>| cell.map_or(0, |cell| wrap::width(&plain(cell)));
    let column_width = |at: usize| {
        let rows = table.rows.iter().map(|row| cell_width(row.get(at)));
        rows.chain([cell_width(table.head.get(at))]).max().unwrap_or(0).max(1)
    };
    let mut widths: Vec<usize> = (0..columns).map(column_width).collect();
    let room = room.checked_sub(GAP * (columns - 1))?;
    let least: usize = widths.iter().map(|width| (*width).min(NARROWEST)).sum();
    if least > room {
        return None;
    }
    // The widest column gives way until all fit: short columns keep their words on one row.
    while widths.iter().sum::<usize>() > room {
        let over = widths.iter().sum::<usize>() - room;
        let widest = widths.iter().copied().max().unwrap_or(0);
        let next = widths.iter().copied().filter(|width| *width < widest).max().unwrap_or(0).max(NARROWEST);
        let count = widths.iter().filter(|width| **width == widest).count();
        let step = (widest.saturating_sub(next)).min(over.div_ceil(count)).max(1);
        for width in widths.iter_mut().filter(|width| **width == widest) {
            *width -= step;
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
    for (at, row) in table.rows.iter().enumerate() {
        if at > 0 {
            layout.blank();
        }
        for (column, cell) in row.iter().enumerate() {
            let room = layout.room();
            let bytes = plain(cell).len().max(1);
            for (pieces, _) in table.head.get(column).map(|head| wrap::wrap(head, room, Role::Strong)).unwrap_or_default() {
                layout.table_row(pieces, 0);
            }
            let indent = 2.min(room.saturating_sub(1));
            for (pieces, _) in wrap::wrap(cell, room - indent, Role::Text) {
                let mut row = vec![blanks(indent)];
                row.extend(pieces);
                layout.table_row(row, 0);
            }
            layout.table_row_end(bytes);
        }
    }
    if table.rows.is_empty() {
        for head in &table.head {
            for (pieces, _) in wrap::wrap(head, layout.room(), Role::Strong) {
                layout.table_row(pieces, 1);
            }
        }
    }
}
