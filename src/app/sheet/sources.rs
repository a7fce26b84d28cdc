//! What the claims of the course rest on.

use super::super::geometry::Geometry;
use super::super::keymap::{Act, Where};
use super::super::{App, Sources};
use super::{Header, Sheet, footer};
use crate::course::Clean;
use crate::page;

pub fn sheet(app: &App, screen: &Sources, at: &Geometry) -> Sheet {
    let rows = page::blocks(&screen.blocks, at.width);
    let shown = (screen.top + app.body_height()).min(rows.len());
    let part = shown as f64 / rows.len().max(1) as f64;
    let right = format!("{:.0} %", part * 100.0);
    let said = app.words().find();
    let back = (Act::Back, said.key_where_you_were());
    Sheet {
        header: Some(Header { left: Clean::words(said.sources()), right: Clean::words(&right), part: Some(part), number: None }),
        rows,
        top: screen.top,
        says_more: true,
        footer: footer(Where::Help, &[(Act::PageDown, said.key_on()), (Act::PageUp, said.key_back()), back]),
        ..Sheet::default()
    }
}
