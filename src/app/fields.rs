//! Fields for a learner's own words: a plan, what was in its way, a doubt about a question, a note to a passage. Whatever happened, what
//! stands in them then is noted, so that whoever is interrupted comes back to it. A field that is left with something in it is laid aside:
//! its text waits there, but nobody is led back to it. (Answers are noted by `quiz.rs`: they belong to their question.)

use super::follow::{Asked, FollowUp};
use super::keymap::Act;
use super::{App, Effect, Screen, before, follow, keep, plan, quiz};
use crate::course::Place;
use crate::progress::{Deed, Field, Stamp};

/// Notes what changed in the field that is open, and that one was left.
pub fn note(app: &mut App, at: Stamp, effects: &mut Vec<Effect>) {
    let open = open(app);
    let before = std::mem::replace(&mut app.fields, open.iter().map(|(field, _)| field.clone()).collect());
    let is_left = before.last().is_some_and(|last| !app.fields.contains(last));
    if let Some(last) = before.last().filter(|last| is_left && app.progress.made().waits(last)) {
        let text = app.progress.made().typed(last).map(|typed| typed.text.clone()).unwrap_or_default();
        type_into(app, at, (last.clone(), text, true), effects);
    }
    let here = open.len().saturating_sub(1);
    for (nth, (field, text)) in open.into_iter().enumerate() {
        let is_come_back = nth == here && !before.contains(&field);
        if is_news(app, &field, &text, is_come_back) || (nth == here && is_other_newer(app, &field)) {
            type_into(app, at, (field, text, false), effects);
        }
    }
}

/// Notes that something stands in a field.
pub fn type_into(app: &mut App, at: Stamp, (field, text, is_aside): (Field, String, bool), effects: &mut Vec<Effect>) {
    app.record(at, Deed::Typed { field, text, is_aside }, effects);
}

/// Goes on in the field where one was typing.
pub fn carry_on(app: &mut App, at: Stamp, lesson: usize, field: &Field, effects: &mut Vec<Effect>) {
    match field {
        Field::Plan(..) => plan::make(app, lesson),
        Field::Revision(plan, _) => plan::revise(app, plan),
        Field::Obstacle(plan, _) => follow::ask(app, plan.clone()),
        Field::Doubt(run, question) => quiz::doubt_again(app, at, (lesson, run, question)),
        Field::Note(..) => before::open(app, at, lesson, effects),
    }
}

/// Whether the field that an act opens here holds something already.
pub fn has_begun(app: &App, act: Act) -> bool {
    match act {
        Act::Keep => keep::begun(app).is_some(),
        Act::Doubt => app.asked().is_some_and(|(_, question)| quiz::doubted(&app.progress, &question.id).is_some()),
        _ => false,
    }
}

/// The fields that are open, with what stands in them, the one into which one types last. A page of help over them closes none.
fn open(app: &App) -> Vec<(Field, String)> {
    app.screens.iter().rev().find_map(|screen| on(app, screen)).unwrap_or_default()
}

fn on(app: &App, screen: &Screen) -> Option<Vec<(Field, String)>> {
    match screen {
        Screen::Plan(planning) => {
            let half = |part| (planning.field(part), planning.half(part).text.clone());
            Some(vec![half(planning.part.other()), half(planning.part)])
        }
        Screen::FollowUp(FollowUp { plan, stage: Asked::Obstacle(went, typing) }) => {
            Some(vec![(Field::Obstacle(plan.clone(), *went), typing.text.clone())])
        }
        Screen::Quiz(quiz) => {
            let typing = quiz.doubt.as_ref()?;
            let question = app.progress.run(&quiz.run)?.questions.get(quiz.at)?;
            Some(vec![(Field::Doubt(quiz.run.clone(), question.clone()), typing.text.clone())])
        }
        Screen::Reader(reader) => {
            let keeping = reader.keeping.as_ref()?;
            let lesson = app.course.lessons.get(reader.lesson)?;
            let place = Place { block: keeping.block, at: 0 };
            Some(vec![(Field::Note(lesson.id.clone(), place), keeping.note.clone())])
        }
        _ => None,
    }
}

/// Whether what stands in a field is another text than the one that is noted; or the same, but its field was left or something else was
/// done since, and now one is there again.
fn is_news(app: &App, field: &Field, text: &str, is_come_back: bool) -> bool {
    let made = app.progress.made();
    match made.typed(field) {
        Some(typed) if typed.text == text => {
            is_come_back && made.waits(field) && (typed.is_aside || !app.progress.is_newest(typed))
        }
        Some(_) => made.has_text(field) || text != made.untouched(field),
        None => text != made.untouched(field),
    }
}

/// Whether one was last seen typing in the other half of a plan.
fn is_other_newer(app: &App, field: &Field) -> bool {
    let made = app.progress.made();
    made.waits(field) && field.other().is_some_and(|other| made.is_later_half(&other))
}
