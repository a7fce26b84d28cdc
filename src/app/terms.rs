//! The glossary: every term, and what the focused one means.

use super::keymap::Act;
use super::{App, Screen};
use crate::course::Clean;

/// The glossary on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// The focused term.
    pub selected: usize,
}

/// Opens the glossary at a term.
pub fn open(app: &mut App, term: usize) {
    if app.course.glossary().terms.is_empty() {
        return app.remarks.push(Clean::words(app.words().find().no_glossary()));
    }
    app.push(Screen::Terms(Terms { selected: term }));
}

pub fn update(app: &mut App, act: Act) {
    let last = app.course.glossary().terms.len().saturating_sub(1);
    let Some(Screen::Terms(terms)) = app.screens.last_mut() else { return };
    match act {
        Act::Down => terms.selected = (terms.selected + 1).min(last),
        Act::Choose(nth) => terms.selected = nth.min(last),
        Act::Up => terms.selected = terms.selected.saturating_sub(1),
        Act::Top => terms.selected = 0,
        Act::Bottom => terms.selected = last,
        Act::Back | Act::Confirm => app.pop(),
        _ => {}
    }
}
