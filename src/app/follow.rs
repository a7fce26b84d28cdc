//! How a plan went: three words, a line about what was in the way, and whether the plan stays as it is.

use super::keymap::{Act, Where};
use super::typing::Typing;
use super::{App, Effect, Screen, plan};
use crate::progress::plan::due;
use crate::progress::{Deed, EventId, Field, Stamp, Went};

/// The question how a plan went.
#[derive(Clone, Debug, PartialEq)]
pub struct FollowUp {
    /// The event that made the plan.
    pub plan: EventId,
    /// Where one stands.
    pub stage: Asked,
}

/// What is asked, one thing after the other.
#[derive(Clone, Debug, PartialEq)]
pub enum Asked {
    /// How it went; the focused word.
    Went(Option<usize>),
    /// What was in the way; it may stay empty.
    Obstacle(Went, Typing),
    /// Whether the plan stays; the focused one of the two ways.
    Stays(usize),
}

impl FollowUp {
    /// The line about what was in the way, while it is typed.
    pub fn obstacle(&self) -> Option<&Typing> {
        if let Asked::Obstacle(_, typing) = &self.stage { Some(typing) } else { None }
    }

    /// Which keys count.
    pub fn place(&self) -> Where {
        if matches!(self.stage, Asked::Obstacle(..)) { Where::Field } else { Where::FollowUp }
    }
}

/// Asks about the plan that waits longest.
pub fn open(app: &mut App) {
    let plan = due(app.progress.made(), app.today(), app.offset).first().map(|(id, _)| (*id).clone());
    if let Some(plan) = plan {
        ask(app, plan);
    }
}

/// Asks about a plan; goes on with the line about what was in the way, if one was in the middle of it.
pub fn ask(app: &mut App, plan: EventId) {
    let left = app.progress.left_typing(&app.course).map(|(_, field)| field);
    let stage = match left {
        Some(Field::Obstacle(of, went)) if *of == plan => Asked::Obstacle(*went, begun(app, &plan)),
        _ => Asked::Went(None),
    };
    app.push(Screen::FollowUp(FollowUp { plan, stage }));
}

/// What was half typed about what was in the way.
fn begun(app: &App, plan: &EventId) -> Typing {
    let is_it = |field: &Field| matches!(field, Field::Obstacle(of, _) if of == plan);
    app.progress.made().half_typed(is_it).map_or_else(Typing::default, |(_, text)| Typing::of(text))
}

pub fn update(app: &mut App, at: Stamp, act: Act, effects: &mut Vec<Effect>) {
    let Screen::FollowUp(FollowUp { plan, .. }) = app.screen() else { return };
    let begun = begun(app, plan);
    let Some(Screen::FollowUp(follow)) = app.screens.last_mut() else { return };
    match (&mut follow.stage, act) {
        (Asked::Went(_) | Asked::Stays(_), Act::Back) => app.pop(),
        (Asked::Went(focus), act) => {
            if let Some((went, _)) = taken(focus, act).and_then(|nth| Went::ALL.get(nth)) {
                follow.stage = Asked::Obstacle(*went, begun);
            }
        }
        (Asked::Obstacle(..), Act::Confirm) => say(app, at, effects),
        (Asked::Obstacle(went, _), Act::Back) => {
            follow.stage = Asked::Went(Went::ALL.iter().position(|(known, _)| known == went));
        }
        (Asked::Obstacle(_, typing), act) => {
            typing.take(act);
        }
        (Asked::Stays(focus), Act::Up) => *focus = 0,
        (Asked::Stays(focus), Act::Down) => *focus = 1,
        (Asked::Stays(focus), Act::Confirm) => {
            let is_revised = *focus == 1;
            stay(app, is_revised);
        }
        (Asked::Stays(_), Act::Pick(digit @ (1 | 2))) => stay(app, digit == 2),
        _ => {}
    }
}

/// A digit takes its word at once; arrows choose one, and Enter takes it.
fn taken(focus: &mut Option<usize>, act: Act) -> Option<usize> {
    let last = Went::ALL.len() - 1;
    match act {
        Act::Pick(digit) => return usize::from(digit).checked_sub(1),
        Act::Confirm => return *focus,
        Act::Down => *focus = Some(focus.map_or(0, |at| (at + 1).min(last))),
        Act::Up => *focus = Some(focus.map_or(last, |at| at.saturating_sub(1))),
        _ => {}
    }
    None
}

fn say(app: &mut App, at: Stamp, effects: &mut Vec<Effect>) {
    let Some(Screen::FollowUp(FollowUp { plan, stage: Asked::Obstacle(went, typing) })) = app.screens.last() else { return };
    let deed = Deed::Followed { plan: plan.clone(), went: *went, obstacle: typing.text.trim().to_owned() };
    app.record(at, deed, effects);
    if let Some(Screen::FollowUp(follow)) = app.screens.last_mut() {
        follow.stage = Asked::Stays(0);
    }
}

/// Back to the map; by way of the plan where it is to be revised.
fn stay(app: &mut App, is_revised: bool) {
    let Some(Screen::FollowUp(FollowUp { plan, .. })) = app.screens.last() else { return };
    let plan = plan.clone();
    app.pop();
    if is_revised {
        plan::revise(app, &plan);
    }
}
