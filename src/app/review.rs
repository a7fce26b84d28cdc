//! Review: what is asked again today, on the page that says so before it begins. What is due and in which order is worked out in
//! `progress/review.rs` and `progress/queue.rs`; the questions themselves are asked by `quiz.rs`.

use std::collections::BTreeSet;

use super::keymap::Act;
use super::{App, Effect, Screen, quiz};
use crate::course::{Course, Id};
use crate::progress::day::{Day, Offset};
use crate::progress::memory::Terms;
use crate::progress::morning::Morning;
use crate::progress::queue::{self, Limits, Queue};
use crate::progress::review::{self, Review};
use crate::progress::{Deed, EventId, Purpose, Stamp};
use crate::settings::Habits;

/// How many more are asked at a time.
const MORE: usize = 5;

/// What is in review, and the queue of the day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Due {
    /// Every question in review, and how it is remembered.
    pub review: Review,
    /// Which of them are asked today.
    pub queue: Queue,
    /// The questions that were answered since that was worked out; none where any may have been.
    pub(super) answered: Option<BTreeSet<Id>>,
}

/// The page before a review.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReviewStart {
    /// So many rows are scrolled away.
    pub top: usize,
}

impl Due {
    /// What is due at this moment.
    pub fn of(app: &App) -> Due {
        Due::from(app, review::review(&app.course, &app.progress, terms(app)))
    }

    /// The same, where it is known what is in review.
    pub(super) fn from(app: &App, review: Review) -> Due {
        let queue = queue::queue(&review, limits(app), app.seed);
        Due { review, queue, answered: Some(BTreeSet::new()) }
    }

    /// One more thing was done. What was taken back may have been the answer to any question.
    pub(super) fn note(&mut self, deed: &Deed) {
        match deed {
            Deed::Answered { question, .. } => self.answered.iter_mut().for_each(|all| all.extend([question.clone()])),
            Deed::Undid { .. } => self.answered = None,
            _ => {}
        }
    }

    /// Whether anything was ever answered that comes again.
    pub fn is_empty(&self) -> bool {
        self.review.items.is_empty() && self.review.fresh.is_empty()
    }

    /// The questions that `+` asks: those that wait for another day, and then those whose day is still to come.
    pub fn more(&self, seed: u64) -> Vec<Id> {
        let mut more: Vec<Id> = self.queue.rest.iter().take(MORE).cloned().collect();
        more.extend(queue::ahead(&self.review, MORE - more.len(), seed));
        more
    }

    /// How many of some questions were held for certain, and not right.
    pub fn certain_errors<'a>(&self, questions: impl IntoIterator<Item = &'a Id>) -> usize {
        questions.into_iter().filter(|id| self.review.item(id).is_some_and(|item| item.is_confident_error)).count()
    }
}

/// The terms of this learner at this moment.
pub fn terms(app: &App) -> Terms {
    terms_of(&app.course, &app.habits, app.now, app.offset)
}

/// The terms of a learner of such habits at a moment.
pub(super) fn terms_of(course: &Course, habits: &Habits, now: Stamp, offset: Offset) -> Terms {
    let morning = Morning { offset, hour: habits.day_start };
    Terms { now, morning, end: course.end.map(|date| morning.of(Day::on(date))) }
}

/// How much this learner wants to review on a day.
pub fn limits(app: &App) -> Limits {
    Limits::of_minutes(app.habits.review_minutes)
}

/// Opens the page, or goes on with the review that was left today.
pub fn open(app: &mut App) {
    app.due = Due::of(app);
    app.push(Screen::Review(ReviewStart::default()));
}

pub fn update(app: &mut App, at: Stamp, act: Act, effects: &mut Vec<Effect>) {
    let page = app.body_height().saturating_sub(1).max(1);
    let Some(Screen::Review(start)) = app.screens.last_mut() else { return };
    match act {
        Act::Confirm => begin(app, at, effects),
        Act::More => more(app, at, effects),
        Act::Down => start.top += 1,
        Act::Up => start.top = start.top.saturating_sub(1),
        Act::PageDown => start.top += page,
        Act::PageUp => start.top = start.top.saturating_sub(page),
        Act::Top => start.top = 0,
        Act::Bottom => start.top = usize::MAX / 2,
        Act::Back => app.pop(),
        _ => {}
    }
    keep_in_view(app);
}

/// Scrolling ends where the page does.
fn keep_in_view(app: &mut App) {
    let (geometry, height) = (app.geometry(), app.body_height());
    let rows = match app.screen() {
        Screen::Review(start) if start.top > 0 => super::sheet::sheet(app, &geometry).rows.len(),
        _ => return,
    };
    if let Some(Screen::Review(start)) = app.screens.last_mut() {
        start.top = start.top.min(rows.saturating_sub(height));
    }
}

/// Asks what is due today; what was left in the middle first.
fn begin(app: &mut App, at: Stamp, effects: &mut Vec<Effect>) {
    if let Some(run) = left_today(app) {
        app.pop();
        return quiz::show(app, at, (0, run, false), effects);
    }
    let today = app.due.queue.today.clone();
    if today.is_empty() {
        return app.pop();
    }
    app.pop();
    quiz::begin_with(app, at, (None, today, Purpose::Review), effects);
}

/// Five more, whatever their day is.
pub fn more(app: &mut App, at: Stamp, effects: &mut Vec<Effect>) {
    let more = app.due.more(app.seed);
    if !more.is_empty() {
        app.go_to_map();
        quiz::begin_with(app, at, (None, more, Purpose::Review), effects);
    }
}

/// The newest review of this day that was begun and not brought to its end. One of another day is left as it is: what was not asked in
/// it is due all the same.
pub fn left_today(app: &App) -> Option<EventId> {
    let morning = terms(app).morning;
    let runs = app.progress.runs();
    let (id, run) = runs.into_iter().rev().find(|(_, run)| run.purpose == Some(Purpose::Review))?;
    let is_today = morning.day(run.at) == morning.day(app.now);
    let is_begun = !run.is_untouched() || app.progress.made().has_drafts(id);
    (is_today && is_begun && run.next(&app.course).is_some()).then(|| id.clone())
}

/// A question that was missed once too often: its paragraph teaches more than asking it again.
pub fn sends_to_paragraph(app: &App, question: &Id) -> bool {
    let due = review::review(&app.course, &app.progress, terms(app));
    due.item(question).is_some_and(review::Item::needs_its_paragraph)
}

/// What is remembered of each lesson that a review asked about: its place in the course, before and now, from 0 to 1.
pub fn moved(app: &App, run: &EventId) -> Vec<(usize, f64, f64)> {
    let Some(run) = app.progress.run(run) else { return Vec::new() };
    let now = queue::remembered(&app.due.review);
    let then = Terms { now: run.at, ..terms(app) };
    let before = queue::remembered(&review::review_until(&app.course, &app.progress, then, run.at));
    let mut asked: Vec<usize> = run.questions.iter().filter_map(|id| Some(app.course.question(id)?.0)).collect();
    asked.sort_unstable();
    asked.dedup();
    let figures = |at: usize| {
        let id = &app.course.lessons.get(at)?.id;
        Some((at, *before.get(id)?, *now.get(id)?))
    };
    asked.into_iter().filter_map(figures).collect()
}
