//! The course map: the one next step, what is asked today, every lesson with its state, and what the learner made.

use super::keymap::Act;
use super::{App, Effect, Screen, across, before, calibration, fields, follow, kept, mirror, overview, plans, quiz, review};
use crate::progress::calibration::LEAST;
use crate::progress::plan::due;
use crate::progress::{Stamp, Step};

/// The map, with what is focused on it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Map {
    /// The focused row.
    pub selected: Item,
}

/// A row of the map that Enter opens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Item {
    /// The one next step.
    #[default]
    Next,
    /// How a plan went is asked.
    FollowUp,
    /// What is asked again today.
    Review,
    /// A lesson.
    Lesson(usize),
    /// One of the rows under the lessons.
    Extra(Extra),
}

/// The rows under the lessons: what there is of each is said by `sheet/map.rs`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extra {
    /// The mirror.
    Mirror,
    /// The passages that were kept.
    Kept,
    /// The plans.
    Plans,
    /// How sure, how right.
    HowSure,
}

impl Extra {
    /// In the order of the map.
    const ALL: [Extra; 4] = [Extra::Mirror, Extra::Kept, Extra::Plans, Extra::HowSure];

    fn is_there(self, app: &App) -> bool {
        let made = app.progress.made();
        match self {
            Extra::Mirror => app.course.has_mirror(),
            Extra::Kept => made.has_kept(),
            Extra::Plans => !made.plans().is_empty(),
            Extra::HowSure => app.stands().said >= LEAST,
        }
    }

    fn open(self, app: &mut App) {
        match self {
            Extra::Mirror => mirror::open(app),
            Extra::Kept => kept::open(app),
            Extra::Plans => plans::open(app),
            Extra::HowSure => calibration::open(app),
        }
    }
}

/// Every row that can be focused, from top to bottom.
pub fn items(app: &App) -> Vec<Item> {
    let follow_up = (!due(app.progress.made(), app.today(), app.offset).is_empty()).then_some(Item::FollowUp);
    let lessons = (0..app.course.lessons.len()).map(Item::Lesson);
    let extras = Extra::ALL.into_iter().filter(|extra| extra.is_there(app)).map(Item::Extra);
    let review = (!app.due.queue.today.is_empty()).then_some(Item::Review);
    [Item::Next].into_iter().chain(follow_up).chain(review).chain(lessons).chain(extras).collect()
}

/// The focused one of them; what is no longer there gives the focus to the next step.
pub fn focused(app: &App, items: &[Item]) -> Item {
    let selected = if let Screen::Map(map) = app.screen() { map.selected } else { Item::Next };
    if items.contains(&selected) { selected } else { Item::Next }
}

pub fn update(app: &mut App, at: Stamp, act: Act, effects: &mut Vec<Effect>) {
    let items = items(app);
    let focused = focused(app, &items);
    let here = items.iter().position(|item| *item == focused).unwrap_or(0);
    let last = items.len().saturating_sub(1);
    let there = match act {
        Act::Up => here.saturating_sub(1),
        Act::Down => (here + 1).min(last),
        Act::Choose(nth) => nth.min(last),
        Act::Top => 0,
        Act::Bottom => last,
        Act::Confirm => return open(app, at, focused, effects),
        Act::Find => return across::open(app),
        Act::Review => return review::open(app),
        Act::Progress => return overview::open(app),
        Act::Weakest => return quiz::weakest_ten(app, at, effects),
        _ => return,
    };
    let selected = items.get(there).copied().unwrap_or_default();
    if let Some(Screen::Map(map)) = app.screens.last_mut() {
        map.selected = selected;
    }
    // The focused lesson's sections and questions are shown beside it.
    if let Item::Lesson(lesson) = selected {
        app.course.load(lesson);
    }
}

fn open(app: &mut App, at: Stamp, item: Item, effects: &mut Vec<Effect>) {
    match item {
        Item::Next => take_step(app, at, effects),
        Item::FollowUp => follow::open(app),
        Item::Review => review::open(app),
        Item::Lesson(lesson) => before::open(app, at, lesson, effects),
        Item::Extra(extra) => extra.open(app),
    }
}

/// Takes the one next step.
pub fn take_step(app: &mut App, at: Stamp, effects: &mut Vec<Effect>) {
    let step = app.stands().step.clone();
    match step {
        Step::Begin(lesson) | Step::Read(lesson) => before::open(app, at, lesson, effects),
        Step::Quiz(lesson) | Step::Resume(lesson, _) | Step::Again(lesson) => quiz::open(app, at, lesson, effects),
        Step::Type(lesson, field) => fields::carry_on(app, at, lesson, &field, effects),
        Step::Done => {}
    }
}
