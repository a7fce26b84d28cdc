//! The first start: asks nothing, sets nothing. Shown until something has been opened.

use super::keymap::Act;
use super::{App, Effect, Map, Screen, before, map};
use crate::progress::Stamp;

/// Which of its two ways is chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct First {
    /// The map rather than the first lesson.
    pub map: bool,
}

pub fn update(app: &mut App, at: Stamp, act: Act, effects: &mut Vec<Effect>) {
    let Some(Screen::First(first)) = app.screens.last_mut() else { return };
    match act {
        Act::Up | Act::Top => first.map = false,
        Act::Down | Act::Bottom => first.map = true,
        Act::Confirm => {
            let map = first.map;
            app.screens = vec![Screen::Map(Map::default())];
            if !map {
                before::open(app, at, 0, effects);
            }
        }
        // What the map can do is not refused here only because it has not been looked at yet.
        Act::Find | Act::Review | Act::Progress | Act::Weakest => {
            app.screens = vec![Screen::Map(Map::default())];
            map::update(app, at, act, effects);
        }
        _ => {}
    }
}
