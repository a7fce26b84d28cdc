//! Every plan that counts, in the order of the course.

use super::keymap::Act;
use super::{App, Effect, Screen, plan};
use crate::progress::{Deed, EventId, Plan, Stamp};

/// The list on the screen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plans {
    /// The focused plan.
    pub selected: usize,
    /// The event that took a plan off last; taken back, the plan is there again, with all that was said about it.
    pub taken_off: Option<EventId>,
}

/// The plans as they are listed; those of lessons that the course no longer has come last.
pub fn listed(app: &App) -> Vec<(&EventId, &Plan)> {
    let mut all = app.progress.made().plans();
    all.sort_by_key(|(_, plan)| app.course.position(&plan.lesson).unwrap_or(usize::MAX));
    all
}

/// Opens the list.
pub fn open(app: &mut App) {
    app.push(Screen::Plans(Plans::default()));
}

pub fn update(app: &mut App, at: Stamp, act: Act, effects: &mut Vec<Effect>) {
    let last = listed(app).len().saturating_sub(1);
    let Some(Screen::Plans(plans)) = app.screens.last_mut() else { return };
    match act {
        Act::Up => plans.selected = plans.selected.saturating_sub(1),
        Act::Down => plans.selected = (plans.selected + 1).min(last),
        Act::Choose(nth) => plans.selected = nth.min(last),
        Act::Top => plans.selected = 0,
        Act::Bottom => plans.selected = last,
        Act::Confirm => {
            if let Some(id) = focused(app) {
                plan::revise(app, &id);
            }
        }
        Act::TakeOff => take_off(app, at, effects),
        Act::Undo => put_back(app, at, effects),
        Act::Back => app.pop(),
        _ => {}
    }
}

fn focused(app: &App) -> Option<EventId> {
    let Screen::Plans(plans) = app.screen() else { return None };
    listed(app).get(plans.selected).map(|(id, _)| (*id).clone())
}

fn take_off(app: &mut App, at: Stamp, effects: &mut Vec<Effect>) {
    let Some(event) = focused(app) else { return };
    let taken_off = app.record(at, Deed::Undid { event }, effects);
    let last = listed(app).len().saturating_sub(1);
    if let Some(Screen::Plans(plans)) = app.screens.last_mut() {
        plans.selected = plans.selected.min(last);
        plans.taken_off = Some(taken_off);
    }
}

fn put_back(app: &mut App, at: Stamp, effects: &mut Vec<Effect>) {
    let Some(Screen::Plans(plans)) = app.screens.last_mut() else { return };
    if let Some(event) = plans.taken_off.take() {
        app.record(at, Deed::Undid { event }, effects);
    }
}
