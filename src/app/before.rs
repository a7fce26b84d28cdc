//! Questions before a lesson: nobody is meant to know the answers, and none are told. They make one look for them while reading, and
//! come back in the quiz. Whoever knows them all, and knows it, may pass the lesson over.

use super::keymap::Act;
use super::{App, Effect, Screen, keep, quiz, reader};
use crate::course::question::Use;
use crate::course::{Id, link};
use crate::progress::{Deed, EventId, Field, Purpose, Stamp, Standing, Sure, gain};

/// What stands before or after those questions.
#[derive(Clone, Debug, PartialEq)]
pub struct Before {
    /// The lesson.
    pub lesson: usize,
    /// Where one stands.
    pub stage: Stage,
}

/// Before the questions, or after them.
#[derive(Clone, Debug, PartialEq)]
pub enum Stage {
    /// They are offered.
    Offer,
    /// They were all right and held for right: the lesson may be passed over.
    Known(EventId),
}

/// The questions to ask before a lesson, if it has some and nothing is known of it yet.
fn questions(app: &App, lesson: usize) -> Vec<Id> {
    let Some(head) = app.course.lessons.get(lesson) else { return Vec::new() };
    let was_asked = gain::asked_before(&app.progress, head).is_some();
    if app.progress.reading(&head.id).is_some() || was_asked {
        return Vec::new();
    }
    head.questions().iter().filter(|question| question.is_for(Use::Before)).map(|question| question.id.clone()).collect()
}

/// Opens a lesson; the first time by way of the questions before it, if it has some.
pub fn open(app: &mut App, at: Stamp, lesson: usize, effects: &mut Vec<Effect>) {
    app.course.load(lesson);
    if questions(app, lesson).is_empty() {
        let left = app.progress.left_typing(&app.course).filter(|(at, _)| *at == lesson).map(|(_, field)| field.clone());
        reader::open(app, at, lesson, effects);
        if let Some(Field::Note(_, place)) = left {
            keep::carry_on(app, place);
        }
        return;
    }
    app.push(Screen::Before(Before { lesson, stage: Stage::Offer }));
}

pub fn update(app: &mut App, at: Stamp, act: Act, effects: &mut Vec<Effect>) {
    let Screen::Before(Before { lesson, stage }) = app.screen().clone() else { return };
    match (stage, act) {
        (Stage::Offer, Act::Confirm) => {
            let questions = questions(app, lesson);
            app.pop();
            quiz::begin_with(app, at, (Some(lesson), questions, Purpose::Before), effects);
        }
        (Stage::Offer, Act::Skip) | (Stage::Known(_), Act::Confirm) => {
            app.pop();
            reader::open(app, at, lesson, effects);
        }
        (Stage::Known(_), Act::Skip) => {
            let Some(id) = app.course.lessons.get(lesson).map(|lesson| lesson.id.clone()) else { return };
            app.record(at, Deed::PassedOver { lesson: id }, effects);
            app.go_to_map();
        }
        (_, Act::Back) => app.go_to_map(),
        _ => {}
    }
}

/// The questions are through: to the lesson, or to the offer to pass it over.
pub fn end(app: &mut App, at: Stamp, (lesson, run): (usize, EventId), effects: &mut Vec<Effect>) {
    app.go_to_map();
    if is_known(app, &run) {
        app.push(Screen::Before(Before { lesson, stage: Stage::Known(run) }));
    } else {
        reader::open(app, at, lesson, effects);
    }
}

/// At least four fifths of the questions that count were right and held for fairly sure or certain, without a hint.
fn is_known(app: &App, run: &EventId) -> bool {
    let Some(run) = app.progress.run(run) else { return false };
    let is_sure = |id: &Id| run.given(id).is_some_and(|given| given.hints == 0 && given.sure >= Some(Sure::Fairly));
    let of = run.counted(&app.course).count();
    let known = run.counted(&app.course).filter(|id| is_sure(id) && run.is_right(&app.course, id)).count();
    of >= 2 && known * 5 >= of * 4
}

/// The blocks of a lesson that answer what was asked before it, until its quiz was taken.
pub fn answers(app: &App, lesson: usize) -> Vec<usize> {
    let (course, progress) = (&app.course, &app.progress);
    let Some(head) = course.lessons.get(lesson) else { return Vec::new() };
    let first = gain::asked_before(progress, head);
    let Some(run) = first.filter(|_| !matches!(progress.standing(course, head), Standing::Tested(_))) else {
        return Vec::new();
    };
    let slugs = run.questions.iter().filter_map(|id| head.question(id)?.see.as_deref());
    slugs.filter_map(|slug| link::heading(course, lesson, slug)).map(|block| block + 1).collect()
}
