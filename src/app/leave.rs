//! Leaving. Asked only where something is unsaved, and the focus is on the way that loses nothing.

use super::keymap::Act;
use super::{App, Effect, Screen, reader};
use crate::progress::Stamp;

/// The question what shall happen with the unsaved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leave {
    /// 0 stay and try again, 1 keep a copy elsewhere and leave, 2 leave without.
    pub selected: usize,
}

/// Leaves, or asks first.
pub fn leave(app: &mut App, at: Stamp, effects: &mut Vec<Effect>) {
    if matches!(app.screen(), Screen::Leave(_)) {
        return;
    }
    reader::remember(app, at, effects);
    if app.saving.trouble.is_some() && app.saving.is_waiting() {
        app.push(Screen::Leave(Leave { selected: 0 }));
    } else {
        effects.push(Effect::Leave);
    }
}

pub fn update(app: &mut App, act: Act, effects: &mut Vec<Effect>) {
    let Some(Screen::Leave(leave)) = app.screens.last_mut() else { return };
    match act {
        Act::Up => leave.selected = leave.selected.saturating_sub(1),
        Act::Down => leave.selected = (leave.selected + 1).min(2),
        Act::Top => leave.selected = 0,
        Act::Bottom => leave.selected = 2,
        Act::Back => app.pop(),
        Act::Confirm => match leave.selected {
            0 => {
                app.pop();
                effects.push(Effect::TryAgain);
            }
            1 => effects.push(Effect::Leave),
            _ => effects.push(Effect::Abandon),
        },
        _ => {}
    }
}

/// So many deeds are on disk.
pub fn saved(app: &mut App, upto: usize) {
    app.saving.saved(upto);
    // Whoever was asked what shall happen with the unsaved need not be asked any more.
    if !app.saving.is_waiting() && matches!(app.screen(), Screen::Leave(_)) {
        app.pop();
    }
}
