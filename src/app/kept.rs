//! The passages that were kept, in the order of the course.

use super::keymap::Act;
use super::{App, Effect, Screen, reader};
use crate::progress::{Deed, Kept, Stamp};

/// The list on the screen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct KeptList {
    /// The focused passage.
    pub selected: usize,
    /// The passage that was taken off last; it can be kept again.
    pub taken_off: Option<Kept>,
}

/// Opens the list.
pub fn open(app: &mut App) {
    app.push(Screen::Kept(KeptList::default()));
}

pub fn update(app: &mut App, at: Stamp, act: Act, effects: &mut Vec<Effect>) {
    let last = app.progress.made().kept(&app.course).len().saturating_sub(1);
    let Some(Screen::Kept(list)) = app.screens.last_mut() else { return };
    match act {
        Act::Up => list.selected = list.selected.saturating_sub(1),
        Act::Down => list.selected = (list.selected + 1).min(last),
        Act::Choose(nth) => list.selected = nth.min(last),
        Act::Top => list.selected = 0,
        Act::Bottom => list.selected = last,
        Act::Confirm => go(app, at, effects),
        Act::TakeOff => take_off(app, at, effects),
        Act::Undo => put_back(app, at, effects),
        Act::Back => app.pop(),
        _ => {}
    }
}

/// Opens the lesson at the focused passage; Esc leads back to the list.
fn go(app: &mut App, at: Stamp, effects: &mut Vec<Effect>) {
    let Screen::Kept(list) = app.screen() else { return };
    let focused = app.progress.made().kept(&app.course).get(list.selected).map(|(_, kept)| (kept.lesson.clone(), kept.place));
    let Some((lesson, place)) = focused else { return };
    if let Some(lesson) = app.course.position(&lesson) {
        reader::open(app, at, lesson, effects);
        reader::go_to_block(app, at, place.block.saturating_sub(1), effects);
    }
}

fn take_off(app: &mut App, at: Stamp, effects: &mut Vec<Effect>) {
    let Screen::Kept(list) = app.screen() else { return };
    let focused = app.progress.made().kept(&app.course).get(list.selected).map(|(id, kept)| ((*id).clone(), (*kept).clone()));
    let Some((event, kept)) = focused else { return };
    app.record(at, Deed::Undid { event }, effects);
    let last = app.progress.made().kept(&app.course).len().saturating_sub(1);
    if let Some(Screen::Kept(list)) = app.screens.last_mut() {
        list.selected = list.selected.min(last);
        list.taken_off = Some(kept);
    }
}

fn put_back(app: &mut App, at: Stamp, effects: &mut Vec<Effect>) {
    let Some(Screen::Kept(list)) = app.screens.last_mut() else { return };
    if let Some(Kept { lesson, place, passage, note, .. }) = list.taken_off.take() {
        app.record(at, Deed::Kept { lesson, place, passage, note }, effects);
    }
}
