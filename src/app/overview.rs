//! Progress as a page: what is remembered, what is to come, how sure against how right, objectives, time, plans. Opened anew each time,
//! and worked out then.

use super::keymap::Act;
use super::{App, Screen, calibration, review};
use crate::course::Clean;
use crate::progress::Stamp;
use crate::progress::calibration::Calibration;
use crate::progress::objectives::{Held, Level, objectives};
use crate::progress::weeks::{Weeks, weeks};

/// The page on the screen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Overview {
    /// So many rows are scrolled away.
    pub top: usize,
    /// The time of each week.
    pub weeks: Weeks,
    /// How sure, how right.
    pub calibration: Calibration,
    /// How far one is with each objective of the course.
    pub goals: Vec<Goal>,
}

/// An objective, and how far one is with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Goal {
    /// The place of its lesson in the course.
    pub lesson: usize,
    /// What one will be able to do.
    pub text: Clean,
    /// How far one is.
    pub level: Level,
    /// So many of its questions were right in a quiz, of so many.
    pub right: (usize, usize),
    /// Since when it is mastered.
    pub since: Option<Stamp>,
}

/// Every objective, as it stands at this moment.
fn goals(app: &App) -> Vec<Goal> {
    let goal = |held: Held| Goal {
        lesson: held.lesson,
        text: held.objective.text.clone(),
        level: held.level(),
        right: (held.right, held.of),
        since: held.since.map(|(at, _)| at),
    };
    objectives(&app.course, &app.progress, &review::terms(app)).into_iter().map(goal).collect()
}

/// Opens it. Objectives ask for the questions of all lessons.
pub fn open(app: &mut App) {
    for lesson in 0..app.course.lessons.len() {
        app.course.load_questions(lesson);
    }
    app.due = review::Due::of(app);
    let overview = Overview {
        top: 0,
        weeks: weeks(&app.course, &app.progress, &review::terms(app)),
        calibration: Calibration::of(&app.course, &app.progress),
        goals: goals(app),
    };
    app.push(Screen::Overview(Box::new(overview)));
}

pub fn update(app: &mut App, act: Act) {
    let page = app.body_height().saturating_sub(1).max(1);
    let (geometry, height) = (app.geometry(), app.body_height());
    let rows = super::sheet::sheet(app, &geometry).rows.len();
    let Some(Screen::Overview(overview)) = app.screens.last_mut() else { return };
    let top = match act {
        Act::Down => overview.top + 1,
        Act::Up => overview.top.saturating_sub(1),
        Act::PageDown => overview.top + page,
        Act::PageUp => overview.top.saturating_sub(page),
        Act::Top => 0,
        Act::Bottom => usize::MAX / 2,
        Act::Review => return review::open(app),
        Act::HowSure => return calibration::open(app),
        Act::Back => return app.pop(),
        _ => return,
    };
    overview.top = top.min(rows.saturating_sub(height));
}
