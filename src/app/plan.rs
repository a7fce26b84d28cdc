//! Making a plan, or revising one: a situation that will come, and what to do in it.

use super::keymap::Act;
use super::typing::Typing;
use super::{App, Effect, End, Screen, fields, map};
use crate::course::{Clean, Id};
use crate::progress::plan::{self, Refusal};
use crate::progress::{Deed, EventId, Field, PlanPart as Part, Stamp};

/// A plan on its way.
#[derive(Clone, Debug, PartialEq)]
pub struct Planning {
    /// The lesson it comes from.
    pub lesson: Id,
    /// The situation.
    pub cue: Typing,
    /// What to do in it.
    pub act: Typing,
    /// In which of the two one types.
    pub part: Part,
    /// Why it could not be kept; gone with the next letter.
    pub refused: Option<Refusal>,
    /// The plan that it takes the place of; none after a quiz.
    pub revises: Option<EventId>,
}

/// Whether a plan is asked for at the end of a quiz: where it was about one lesson, and that has none yet.
pub fn is_wanted(app: &App, end: &End) -> bool {
    let lesson = app.progress.run(&end.run).and_then(|run| run.lesson.as_ref());
    lesson.is_some_and(|lesson| app.progress.made().plans().iter().all(|(_, plan)| plan.lesson != *lesson))
}

/// Asks for a plan after a lesson.
pub fn make(app: &mut App, lesson: usize) {
    let Some(lesson) = app.course.lessons.get(lesson).map(|lesson| lesson.id.clone()) else { return };
    open(app, lesson, None);
}

/// Opens a plan that was made, to be changed.
pub fn revise(app: &mut App, id: &EventId) {
    let Some(lesson) = app.progress.made().plan(id).map(|plan| plan.lesson.clone()) else { return };
    open(app, lesson, Some(id.clone()));
}

/// Opens the two fields, with what was half typed in them.
fn open(app: &mut App, lesson: Id, revises: Option<EventId>) {
    let (cue, act) = (Typing::default(), Typing::default());
    let mut planning = Planning { lesson, cue, act, part: Part::Cue, refused: None, revises };
    let (made, [cue, act]) = (app.progress.made(), [Part::Cue, Part::Act].map(|part| planning.field(part)));
    planning.cue = Typing::of(made.standing_in(&cue));
    planning.act = Typing::of(made.standing_in(&act));
    if made.waits(&act) && made.is_later_half(&act) {
        planning.part = Part::Act;
    }
    app.push(Screen::Plan(Box::new(planning)));
}

pub fn update(app: &mut App, at: Stamp, act: Act, effects: &mut Vec<Effect>) {
    let Some(Screen::Plan(planning)) = app.screens.last_mut() else { return };
    match act {
        Act::NextLink | Act::LastLink => planning.part = planning.part.other(),
        Act::Up => planning.part = Part::Cue,
        Act::Down => planning.part = Part::Act,
        Act::Confirm => confirm(app, at, effects),
        Act::Back => go_on(app, at, effects),
        act => {
            let typing = if planning.part == Part::Cue { &mut planning.cue } else { &mut planning.act };
            if typing.take(act) {
                planning.refused = None;
            }
        }
    }
}

impl Planning {
    /// What is typed in one of its halves.
    pub fn half(&self, part: Part) -> &Typing {
        if part == Part::Cue { &self.cue } else { &self.act }
    }

    /// The field of one of its halves.
    pub fn field(&self, part: Part) -> Field {
        match &self.revises {
            Some(plan) => Field::Revision(plan.clone(), part),
            None => Field::Plan(self.lesson.clone(), part),
        }
    }
}

/// Keeps the plan where both halves are there. Enter in the first half only leads to the second, if that is still empty.
fn confirm(app: &mut App, at: Stamp, effects: &mut Vec<Effect>) {
    let Some(Screen::Plan(planning)) = app.screens.last_mut() else { return };
    match plan::refusal(&planning.cue.text, &planning.act.text, &app.course.words) {
        None => keep(app, at, effects),
        Some(Refusal::NoAct) if planning.part == Part::Cue => planning.part = Part::Act,
        refused => {
            planning.part = if refused == Some(Refusal::NoAct) { Part::Act } else { Part::Cue };
            planning.refused = refused;
        }
    }
}

/// A revised plan is a new one, so that it is asked about anew; the old one is taken back. One that was not changed stays.
fn keep(app: &mut App, at: Stamp, effects: &mut Vec<Effect>) {
    let Some(Screen::Plan(planning)) = app.screens.last() else { return };
    let Planning { lesson, revises, .. } = &**planning;
    let (cue, act) = (planning.cue.text.trim().to_owned(), planning.act.text.trim().to_owned());
    let before = revises.as_ref().and_then(|id| app.progress.made().plan(id));
    if before.is_none_or(|before| (&before.cue, &before.act) != (&cue, &act)) {
        let (lesson, revises) = (lesson.clone(), revises.clone());
        app.record(at, Deed::Planned { lesson, cue, act }, effects);
        if let Some(event) = revises {
            app.record(at, Deed::Undid { event }, effects);
        }
        app.done.push(Clean::words(app.words().plans().is_kept()));
    }
    go_on(app, at, effects);
}

/// After a quiz to the next step, as if there had been no plan; otherwise back.
fn go_on(app: &mut App, at: Stamp, effects: &mut Vec<Effect>) {
    let Some(Screen::Plan(planning)) = app.screens.last() else { return };
    if planning.revises.is_some() {
        return app.pop();
    }
    app.go_to_map();
    // What was typed and not kept is laid aside, so that it is not the next step.
    fields::note(app, at, effects);
    map::take_step(app, at, effects);
}
