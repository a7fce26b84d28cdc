//! The shared screen and its pages, painted: rows that have the whole screen to themselves, or a sheet as everywhere else.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::{Links, Painter, Shown, Theme};
use crate::app::geometry::Geometry;
use crate::app::keymap::{Where, said};
use crate::app::room::{Console, Over, Room};
use crate::app::sheet::console::{notes, sheet as console_sheet};
use crate::app::sheet::room::{Canvas, list, rows, setup};
use crate::app::sheet::{Sheet, keys};
use crate::course::Clean;
use crate::page::Role;
use crate::words::Words;
use crate::workshop::Session;

/// Paints the shared screen.
pub fn view(room: &Room, theme: &Theme, buffer: &mut Buffer) -> Shown {
    let mut painter = prepared(&room.course.words, theme, buffer);
    let page = |at: &Geometry| match (&room.session, room.over) {
        (None, Some(Over::Keys(top))) => Some(keys(Where::Setup, top, at, &room.course.words)),
        (Some(_), Some(Over::Keys(top))) => Some(keys(Where::Room, top, at, &room.course.words)),
        (None, _) => Some(setup(room, at)),
        (Some(session), Some(Over::List(focus))) => Some(list(room.words(), session, focus, at)),
        (Some(_), None | Some(Over::Notes(_))) => None,
    };
    let cursor = match (Geometry::of(room.size), &room.session) {
        (None, _) => painter.too_small(room.size),
        (Some(at), session) => match (page(&at), session) {
            (Some(sheet), _) => painter.sheet(&labelled(sheet, room.words()), &at, room.place()),
            (None, Some(session)) => painter.session(room, session),
            (None, None) => None,
        },
    };
    Shown { cursor, links: painter.links }
}

/// Paints the console.
pub fn console(console: &Console, theme: &Theme, buffer: &mut Buffer) -> Shown {
    let room = &console.room;
    let mut painter = prepared(&room.course.words, theme, buffer);
    let cursor = match Geometry::of(room.size) {
        None => painter.too_small(room.size),
        Some(at) => {
            let place = if room.over.is_some() { room.place() } else { Where::Room };
            let sheet = match (&room.session, room.over) {
                (_, Some(Over::Keys(top))) => keys(Where::Room, top, &at, room.words()),
                (Some(session), Some(Over::List(focus))) => list(room.words(), session, focus, &at),
                (Some(session), Some(Over::Notes(top))) => notes(room.words(), session, top, &at),
                _ => console_sheet(console, &at),
            };
            painter.sheet(&labelled(sheet, room.words()), &at, place)
        }
    };
    Shown { cursor, links: painter.links }
}

/// A sheet whose footer names its keys in the language of the course.
fn labelled(mut sheet: Sheet, words: &Words) -> Sheet {
    for (keys, _) in &mut sheet.footer {
        *keys = Clean::words(&said(keys.as_str(), words));
    }
    sheet
}

fn prepared<'a>(words: &'a Words, theme: &'a Theme, buffer: &'a mut Buffer) -> Painter<'a> {
    buffer.set_style(buffer.area, theme.style(Role::Text));
    Painter { theme, words, buffer, links: Links::default() }
}

impl Painter<'_> {
    fn session(&mut self, room: &Room, session: &Session) -> Option<Position> {
        let canvas = Canvas::of(room.size);
        let (rows, _) = rows(room, session);
        for (y, row) in rows.iter().enumerate() {
            if let Some(sign) = row.sign {
                self.put(canvas.left.saturating_sub(2), y, canvas.left, &sign.piece());
            }
            self.row(canvas.left, y, canvas.width, &row.pieces);
        }
        None
    }
}
