//! Who learns? Asked at the start where several share a machine and nobody was named; whoever is chosen has files of their own.

use super::keymap::Act;
use super::{App, Effect, Screen};

/// The learners on this machine.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Who {
    /// Their profiles; `None` is whoever learnt before there were any.
    pub learners: Vec<Option<String>>,
    /// The focused one.
    pub selected: usize,
}

impl App {
    /// Asks it, before anything else.
    pub fn ask_who(&mut self, learners: Vec<Option<String>>) {
        self.screens = vec![Screen::Who(Who { learners, selected: 0 })];
    }
}

pub fn update(app: &mut App, act: Act, effects: &mut Vec<Effect>) {
    let Some(Screen::Who(who)) = app.screens.last_mut() else { return };
    let last = who.learners.len().saturating_sub(1);
    match act {
        Act::Up => who.selected = who.selected.saturating_sub(1),
        Act::Down => who.selected = (who.selected + 1).min(last),
        Act::Choose(nth) => who.selected = nth.min(last),
        Act::Top => who.selected = 0,
        Act::Bottom => who.selected = last,
        Act::Confirm => effects.extend(who.learners.get(who.selected).cloned().map(Effect::Learner)),
        _ => {}
    }
}
