//! The end of a quiz: counts, objectives, and the missed questions with the way to what answers them.

use super::keymap::Act;
use super::{App, Effect, Screen, calibration, map, plan, quiz, reader, review};
use crate::course::Id;
use crate::progress::{EventId, Purpose, Run, Stamp};

/// A quiz that was brought to its end.
#[derive(Clone, Debug, PartialEq)]
pub struct End {
    /// The lesson.
    pub lesson: usize,
    /// The event that began it.
    pub run: EventId,
    /// The questions that were not right, with their places in the quiz.
    pub missed: Vec<(usize, Id)>,
    /// The focused one of them.
    pub selected: usize,
    /// After a review: each lesson it asked about, what was remembered of it before, and now.
    pub moved: Vec<(usize, f64, f64)>,
}

impl End {
    /// The end of a run.
    pub fn new(app: &App, lesson: usize, run: EventId) -> End {
        let missed = match (app.progress.run(&run), app.course.lessons.get(lesson)) {
            (Some(taken), Some(_)) => missed(app, taken),
            _ => Vec::new(),
        };
        let is_review = app.progress.run(&run).is_some_and(|run| run.purpose == Some(Purpose::Review));
        let moved = if is_review { review::moved(app, &run) } else { Vec::new() };
        End { lesson, run, missed, selected: 0, moved }
    }

    /// What the questions were asked for.
    pub fn purpose(&self, app: &App) -> Option<Purpose> {
        app.progress.run(&self.run).and_then(|run| run.purpose)
    }
}

/// What was not right, the confident errors first: they are the ones worth a second look.
fn missed(app: &App, run: &Run) -> Vec<(usize, Id)> {
    let course = &app.course;
    let is_counted = |id: &Id| run.counted(course).any(|counted| counted == id);
    let asked = run.questions.iter().enumerate().filter(|(_, id)| is_counted(id) && !run.is_right(course, id));
    let mut missed: Vec<(usize, Id)> = asked.map(|(at, id)| (at, id.clone())).collect();
    missed.sort_by_key(|(_, id)| !run.is_confident_error(course, id));
    missed
}

pub fn update(app: &mut App, at: Stamp, act: Act, effects: &mut Vec<Effect>) {
    let Some(Screen::End(end)) = app.screens.last_mut() else { return };
    let (lesson, last) = (end.lesson, end.missed.len().saturating_sub(1));
    let is_review = matches!(app.screens.last(), Some(Screen::End(end)) if end.purpose(app) == Some(Purpose::Review));
    let Some(Screen::End(end)) = app.screens.last_mut() else { return };
    match act {
        Act::Up => end.selected = end.selected.saturating_sub(1),
        Act::Down => end.selected = (end.selected + 1).min(last),
        Act::Choose(nth) => end.selected = nth.min(last),
        Act::See => see(app),
        Act::Toggle => look(app, at),
        Act::More if is_review => review::more(app, at, effects),
        Act::Confirm if is_review => app.go_to_map(),
        Act::Again if is_review => {}
        Act::Missed if !end.missed.is_empty() => {
            let missed: Vec<Id> = end.missed.iter().map(|(_, id)| id.clone()).collect();
            let is_across = app.progress.run(&end.run).is_some_and(|run| run.lesson.is_none());
            app.go_to_map();
            match is_across {
                true => quiz::begin_with(app, at, (None, missed, Purpose::Weakest), effects),
                false => quiz::begin(app, at, lesson, Some(missed), effects),
            }
        }
        Act::Again if app.progress.run(&end.run).is_some_and(|run| run.lesson.is_none()) => {
            app.go_to_map();
            quiz::weakest_ten(app, at, effects);
        }
        Act::Again => {
            app.go_to_map();
            quiz::begin(app, at, lesson, None, effects);
        }
        Act::HowSure => calibration::open(app),
        Act::Confirm => go_on(app, at, effects),
        Act::Back => app.go_to_map(),
        _ => {}
    }
}

/// To the plan of the lesson, if it has none; otherwise to the next step.
fn go_on(app: &mut App, at: Stamp, effects: &mut Vec<Effect>) {
    let Some(Screen::End(end)) = app.screens.last() else { return };
    let lesson = end.lesson;
    if plan::is_wanted(app, end) {
        return plan::make(app, lesson);
    }
    app.go_to_map();
    map::take_step(app, at, effects);
}

fn see(app: &mut App) {
    let Some(Screen::End(end)) = app.screens.last() else { return };
    let missed = end.missed.get(end.selected).and_then(|(_, id)| app.course.question(id));
    if let Some((lesson, slug)) = missed.and_then(|(lesson, question)| Some((lesson, question.see.clone()?))) {
        reader::look(app, lesson, &slug);
    }
}

/// The focused question as it was answered, with every reason.
fn look(app: &mut App, at: Stamp) {
    let Some(Screen::End(end)) = app.screens.last() else { return };
    let focused = end.missed.get(end.selected).map(|(nth, _)| (end.lesson, end.run.clone(), *nth));
    if let Some(focused) = focused {
        quiz::look(app, at, focused);
    }
}
