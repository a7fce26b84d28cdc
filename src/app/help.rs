//! The keys that work on the screen one came from.

use super::keymap::{Act, Where};
use super::{App, Screen, sheet};

/// The help page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Help {
    /// The keys of which place.
    pub about: Where,
    /// So many rows are scrolled away.
    pub top: usize,
}

pub fn update(app: &mut App, act: Act) {
    let height = app.body_height();
    let rows = sheet::sheet(app, &app.geometry()).rows.len();
    let Some(Screen::Help(help)) = app.screens.last_mut() else { return };
    if matches!(act, Act::Back | Act::Confirm) {
        return app.pop();
    }
    scroll(&mut help.top, act, rows, height);
}

/// Scrolls a page that is only read, of so many rows at such a height.
pub fn scroll(top: &mut usize, act: Act, rows: usize, height: usize) {
    let last = rows.saturating_sub(height);
    match act {
        Act::Down => *top += 1,
        Act::Up => *top = top.saturating_sub(1),
        Act::PageDown => *top += height,
        Act::PageUp => *top = top.saturating_sub(height),
        Act::Top => *top = 0,
        Act::Bottom => *top = last,
        _ => {}
    }
    *top = (*top).min(last);
}
