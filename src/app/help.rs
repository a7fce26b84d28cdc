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
    let last = rows.saturating_sub(height);
    match act {
        Act::Down => help.top += 1,
        Act::Up => help.top = help.top.saturating_sub(1),
        Act::PageDown => help.top += height,
        Act::PageUp => help.top = help.top.saturating_sub(height),
        Act::Top => help.top = 0,
        Act::Bottom => help.top = last,
        Act::Back | Act::Confirm => return app.pop(),
        _ => {}
    }
    help.top = help.top.min(last);
}
