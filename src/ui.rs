//! The picture: a sheet painted into a buffer. Changes nothing and knows no file. Every text that reaches a cell is a `Clean`, and
//! `put` is the only function that writes one.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::app::geometry::{Geometry, SMALLEST, Size};
use crate::app::keymap::{self, Act, Where};
use crate::app::sheet::{Header, Sheet, sheet};
use crate::app::{self, App, Screen};
use crate::course::Clean;
use crate::page::{Piece, Role, Row, bar, piece, repeated, shorten, spoken, wrap};
use crate::words::Words;

mod ascii;
pub mod hyperlink;
pub mod room;
mod scroll;
pub mod terminal;
pub mod theme;

use hyperlink::Links;
pub use theme::Theme;

/// The part of the screen whose rows may have moved as a whole since the last frame: the text of a lesson. A hint for the terminal,
/// which can scroll it with a few bytes; what it then shows is compared cell by cell all the same.
pub fn scrolling_part(app: &App) -> Option<Rect> {
    let geometry = Geometry::of(app.size).filter(|_| matches!(app.screen(), Screen::Reader(_)))?;
    let width = (geometry.left + geometry.width) as u16;
    Some(Rect { x: 0, y: geometry.body as u16, width, height: geometry.height as u16 })
}

/// What a frame has beside its cells.
#[derive(Debug, Default)]
pub struct Shown {
    /// Where the hardware cursor stands: on the focused item, where screen readers and magnifiers look.
    pub cursor: Option<Position>,
    /// Words that the terminal may follow.
    pub links: Links,
}

/// Paints the app.
pub fn view(app: &App, theme: &Theme, buffer: &mut Buffer) -> Shown {
    buffer.set_style(buffer.area, theme.style(Role::Text));
    let mut painter = Painter { theme, words: app.words(), buffer, links: Links::default() };
    let size = Size { width: painter.buffer.area.width, height: painter.buffer.area.height };
    let cursor = match Geometry::of(size).filter(|_| size == app.size) {
        Some(geometry) => painter.sheet(&sheet(app, &geometry), &geometry, app::place(app.screen())),
        None => painter.too_small(size),
    };
    Shown { cursor, links: painter.links }
}

/// A field takes so many cells before keys may follow it, so that they do not move with each letter.
const FIELD: usize = 19;

/// The end of a text that is too long for its field: where one types.
fn ending(text: &Clean, cells: usize) -> Clean {
    let mut from = 0;
    while let Some(rest) = text.as_str().get(from..).filter(|rest| wrap::width(rest) > cells) {
        from += rest.graphemes(true).next().map_or(1, str::len);
    }
    text.slice(from..text.as_str().len())
}

struct Painter<'a> {
    words: &'a Words,
    theme: &'a Theme,
    buffer: &'a mut Buffer,
    links: Links,
}

impl Painter<'_> {
    /// Writes a piece, cluster by cluster, and answers the column after it. What does not fit is left out whole.
    fn put(&mut self, x: usize, y: usize, end: usize, piece: &Piece) -> usize {
        let style = self.theme.style(piece.role);
        let link = piece.link.as_ref().filter(|target| hyperlink::is_offered(target));
        let mut x = x;
        for cluster in piece.text.as_str().graphemes(true) {
            let width = cluster.width();
            if width == 0 || x + width > end {
                continue;
            }
            let Some(cell) = self.buffer.cell_mut((x as u16, y as u16)) else { return x };
            let cluster = if self.theme.is_ascii { ascii::twin(cluster) } else { cluster };
            cell.set_symbol(cluster).set_style(style);
            if let Some(target) = link {
                self.links.0.insert((y as u16, x as u16), target.clone());
            }
            for covered in x + 1..x + width {
                if let Some(cell) = self.buffer.cell_mut((covered as u16, y as u16)) {
                    cell.reset();
                    cell.set_style(style);
                }
            }
            x += width;
        }
        x
    }

    fn row(&mut self, x: usize, y: usize, width: usize, pieces: &[Piece]) {
        pieces.iter().fold(x, |at, piece| self.put(at, y, x + width, piece));
    }

    fn too_small(&mut self, size: Size) -> Option<Position> {
        let needed = self.words.frame().needs(SMALLEST.width, SMALLEST.height);
        if size.height > 0 {
            self.row(0, 0, usize::from(size.width), &[spoken(&needed, Role::Text)]);
        }
        None
    }

    fn sheet(&mut self, sheet: &Sheet, at: &Geometry, place: Where) -> Option<Position> {
        if let Some(header) = &sheet.header {
            self.header(header, at);
        }
        let help = keymap::brief(place, Act::Help);
        let field_cursor = self.footer(sheet, help, at);
        let above = sheet.notice.len().min(at.height.saturating_sub(1));
        for (nth, row) in sheet.notice.iter().enumerate().take(above) {
            self.body_row(row, at.body + nth, at);
        }
        for (nth, row) in sheet.side.iter().enumerate().take(at.height) {
            let side = at.side.unwrap_or(at.left);
            self.row(side, at.body + nth, at.left + at.span - side, &row.pieces);
        }
        let (mut cursor, mut typed) = (None, None);
        let height = at.height - above;
        let focus = sheet.focus.clone().unwrap_or(0..0);
        for (nth, index) in sheet.visible(height).enumerate() {
            let Some(row) = sheet.rows.get(index) else { continue };
            let y = at.body + above + nth;
            self.body_row(row, y, at);
            if let Some((_, column)) = sheet.cursor.filter(|(row, _)| *row == index) {
                typed = Some(Position { x: (at.left + column) as u16, y: y as u16 });
            }
            if focus.contains(&index) {
                let sign = self.focus(y, index == focus.start, at);
                cursor = cursor.or(Some(sign));
            }
        }
        if sheet.says_more {
            self.more(sheet, above, at);
        }
        field_cursor.or(typed).or(cursor.filter(|_| place != Where::Lesson))
    }

    /// A row of the body, with what hangs in the margin before it.
    fn body_row(&mut self, row: &Row, y: usize, at: &Geometry) {
        if let Some(sign) = row.sign {
            let column = at.left.saturating_sub(2);
            self.put(column, y, at.left, &sign.piece());
        }
        self.row(at.left, y, at.width, &row.pieces);
    }

    /// The ground of the focused item, and the sign before its first row.
    fn focus(&mut self, y: usize, first: bool, at: &Geometry) -> Position {
        let column = if at.has_margin { at.left - 4 } else { 0 };
        if first {
            self.put(column, y, at.left, &piece(">", Role::Text));
        }
        let area = Rect { x: column as u16, y: y as u16, width: (at.left + at.width - column) as u16, height: 1 };
        self.buffer.set_style(area, self.theme.focus());
        Position { x: column as u16, y: y as u16 }
    }

    fn header(&mut self, header: &Header, at: &Geometry) {
        if let Some(number) = header.number.filter(|_| at.has_margin) {
            let number = number.to_string();
            let column = (at.left - 1).saturating_sub(number.len());
            self.put(column, at.header, at.left, &spoken(&number, Role::Quiet));
        }
        let mut left = vec![Piece::of(header.left.clone(), Role::Strong)];
        if let Some(number) = header.number.filter(|_| !at.has_margin) {
            left.insert(0, spoken(&format!("{number} "), Role::Quiet));
        }
        let right = shorten(vec![Piece::of(header.right.clone(), Role::Quiet)], at.span * 2 / 3);
        let row = crate::page::spread(left, right, at.span);
        self.row(at.left, at.header, at.span, &row.pieces);
        let rule = match header.part {
            Some(part) => bar(part, at.span),
            None => vec![repeated('─', at.span, Role::Rule)],
        };
        self.row(at.left, at.header + 1, at.span, &rule);
    }

    /// The field, if there is one; keys and words, as many as fit; and at the right edge `? keys`, or what the field has to say. Where
    /// letters are typing, another key than `?` explains the keys.
    fn footer(&mut self, sheet: &Sheet, help: &'static str, at: &Geometry) -> Option<Position> {
        let right = match &sheet.field {
            Some(field) => vec![Piece::of(field.right.clone(), Role::Quiet)],
            None => vec![piece(help, Role::Key), spoken(&format!(" {}", self.words.frame().keys()), Role::Quiet)],
        };
        let right_width = Row::of(right.clone()).width();
        let keys_at = at.left + at.span.saturating_sub(right_width);
        self.row(keys_at, at.footer, right_width, &right);
        let mut x = at.left;
        let mut cursor = None;
        if let Some(field) = &sheet.field {
            let room = keys_at.saturating_sub(at.left + 2);
            let typed =
                [Piece::of(field.sign.clone(), Role::Key), Piece::of(ending(&field.text, room.saturating_sub(2)), Role::Field)];
            let end = typed.iter().fold(x, |at_x, piece| self.put(at_x, at.footer, at.left + room, piece));
            cursor = field.has_cursor.then_some(Position { x: end as u16, y: at.footer as u16 });
            x = end.max(at.left + FIELD.min(room)) + 3;
        }
        for (key, word) in &sheet.footer {
            let entry = [Piece::of(key.clone(), Role::Key), piece(" ", Role::Quiet), Piece::of(word.clone(), Role::Quiet)];
            let width: usize = entry.iter().map(|piece| wrap::width(piece.text.as_str())).sum();
            if x + width + 2 > keys_at {
                break;
            }
            self.row(x, at.footer, width, &entry);
            x += width + 3;
        }
        cursor
    }

    /// Signs at the edge that say that a list goes on.
    fn more(&mut self, sheet: &Sheet, above: usize, at: &Geometry) {
        let height = at.height - above;
        let (up, down) = sheet.hidden(height);
        let edge = at.left + at.width;
        let pinned = sheet.pinned.min(height.saturating_sub(1));
        if up {
            self.put(edge, at.body + above + pinned, edge + 1, &piece("↑", Role::Quiet));
        }
        if down {
            self.put(edge, at.body + at.height - 1, edge + 1, &piece("↓", Role::Quiet));
        }
    }
}

/// A piece as text for a line of output: with the theme's colours, or without any sequence at all.
pub fn ansi(piece: &Piece, theme: Option<&Theme>) -> String {
    let Some(theme) = theme else { return piece.text.to_string() };
    theme::paint(theme.style(piece.role), piece.text.as_str())
}

/// A text in signs that every terminal has.
pub fn in_ascii(text: &str) -> String {
    text.graphemes(true).map(ascii::twin).collect()
}
