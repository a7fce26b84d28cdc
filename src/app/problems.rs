//! What is wrong with a course, for whoever opened it from a folder. The rest of it opens all the same.

use super::keymap::Act;
use super::{App, Screen, sheet};

/// The list of problems.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems {
    /// So many rows are scrolled away.
    pub top: usize,
}

pub fn update(app: &mut App, act: Act) {
    let height = app.body_height();
    let last = sheet::sheet(app, &app.geometry()).rows.len().saturating_sub(height);
    let Some(Screen::Problems(problems)) = app.screens.last_mut() else { return };
    match act {
        Act::Down => problems.top = (problems.top + 1).min(last),
        Act::Up => problems.top = problems.top.saturating_sub(1),
        Act::Top => problems.top = 0,
        Act::Bottom => problems.top = last,
        Act::Confirm | Act::Back => app.pop(),
        _ => {}
    }
}
