//! What the claims of the course rest on: one page to scroll.

use super::keymap::Act;
use super::{App, Screen};
use crate::course::{Block, markdown};
use crate::page;

/// The page on the screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Sources {
    /// Its text.
    pub blocks: Vec<Block>,
    /// So many rows are scrolled away.
    pub top: usize,
}

/// Opens it, if the course has one.
pub fn open(app: &mut App) {
    if let Some(text) = app.course.sources() {
        let blocks = markdown::lesson(text, 0);
        app.push(Screen::Sources(Sources { blocks, top: 0 }));
    }
}

pub fn update(app: &mut App, act: Act) {
    let (height, width) = (app.body_height(), app.geometry().width);
    let Some(Screen::Sources(sources)) = app.screens.last_mut() else { return };
    let last = page::blocks(&sources.blocks, width).len().saturating_sub(height);
    let page = height.saturating_sub(2).max(1);
    sources.top = match act {
        Act::Down => sources.top + 1,
        Act::Up => sources.top.saturating_sub(1),
        Act::PageDown => sources.top + page,
        Act::PageUp => sources.top.saturating_sub(page),
        Act::Top => 0,
        Act::Bottom => last,
        Act::Back | Act::Confirm => return app.pop(),
        _ => return,
    }
    .min(last);
}
