//! The course map: the one next step, and every lesson with its state.

use super::keymap::Act;
use super::{App, Effect, Screen, across, before, kept, quiz};
use crate::progress::{Stamp, Step, next_step};

/// What is focused: 0 is the next step, n the n-th lesson, and after them what was kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Map {
    /// The focused row.
    pub selected: usize,
}

pub fn update(app: &mut App, at: Stamp, act: Act, effects: &mut Vec<Effect>) {
    let last = app.course.lessons.len() + usize::from(app.progress.made().has_kept());
    let Some(Screen::Map(map)) = app.screens.last_mut() else { return };
    match act {
        Act::Up => map.selected = map.selected.saturating_sub(1),
        Act::Down => map.selected = (map.selected + 1).min(last),
        Act::Choose(nth) => map.selected = nth.min(last),
        Act::Top => map.selected = 0,
        Act::Bottom => map.selected = last,
        Act::Confirm => confirm(app, at, effects),
        Act::Find => return across::open(app),
        Act::Weakest => return quiz::weakest_ten(app, at, effects),
        _ => return,
    }
    load_focused(app);
}

/// The focused lesson's sections and questions are shown beside it.
fn load_focused(app: &mut App) {
    if let Screen::Map(Map { selected }) = app.screen()
        && let Some(lesson) = selected.checked_sub(1)
    {
        app.course.load(lesson);
    }
}

fn confirm(app: &mut App, at: Stamp, effects: &mut Vec<Effect>) {
    let Screen::Map(map) = app.screen() else { return };
    match map.selected.checked_sub(1) {
        Some(lesson) if lesson < app.course.lessons.len() => before::open(app, at, lesson, effects),
        Some(_) => kept::open(app),
        None => take_step(app, at, effects),
    }
}

/// Takes the one next step.
pub fn take_step(app: &mut App, at: Stamp, effects: &mut Vec<Effect>) {
    match next_step(&app.course, &app.progress) {
        Step::Begin(lesson) | Step::Read(lesson) => before::open(app, at, lesson, effects),
        Step::Quiz(lesson) | Step::Resume(lesson, _) | Step::Again(lesson) => quiz::open(app, at, lesson, effects),
        Step::Done => {}
    }
}
