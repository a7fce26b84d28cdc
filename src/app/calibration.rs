//! How sure, how right: a page that is only read.

use super::keymap::Act;
use super::{App, Screen, help, sheet};

/// The page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HowSure {
    /// So many rows are scrolled away.
    pub top: usize,
}

/// Opens it.
pub fn open(app: &mut App) {
    app.push(Screen::HowSure(HowSure::default()));
}

pub fn update(app: &mut App, act: Act) {
    let height = app.body_height();
    let rows = sheet::sheet(app, &app.geometry()).rows.len();
    let Some(Screen::HowSure(page)) = app.screens.last_mut() else { return };
    if matches!(act, Act::Back | Act::Confirm) {
        return app.pop();
    }
    help::scroll(&mut page.top, act, rows, height);
}
