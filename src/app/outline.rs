//! The sections of a lesson, in place of its page. Esc returns to the row one came from.

use super::keymap::Act;
use super::{App, Effect, Screen, quiz};
use crate::progress::Stamp;

/// The outline of the lesson below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline {
    /// The lesson.
    pub lesson: usize,
    /// The section in which one reads; `None` above the first.
    pub here: Option<usize>,
    /// The focused entry: a section, or after the last the quiz.
    pub selected: usize,
}

/// Opens the outline of the lesson on the screen.
pub fn open(app: &mut App) {
    let Screen::Reader(reader) = app.screen() else { return };
    let Some(lesson) = app.course.lessons.get(reader.lesson) else { return };
    if entries(app, reader.lesson) == 0 {
        return;
    }
    let here = lesson.section_of(reader.place.block);
    let outline = Outline { lesson: reader.lesson, here, selected: here.unwrap_or(0) };
    app.push(Screen::Outline(outline));
}

/// How many entries there are: the sections, and the quiz where there is one.
fn entries(app: &App, lesson: usize) -> usize {
    app.course.lessons.get(lesson).map_or(0, |lesson| lesson.section_count() + usize::from(lesson.quiz().next().is_some()))
}

pub fn update(app: &mut App, at: Stamp, act: Act, effects: &mut Vec<Effect>) {
    let Screen::Outline(Outline { lesson, .. }) = app.screen() else { return };
    let last = entries(app, *lesson).saturating_sub(1);
    let Some(Screen::Outline(outline)) = app.screens.last_mut() else { return };
    match act {
        Act::Up => outline.selected = outline.selected.saturating_sub(1),
        Act::Down => outline.selected = (outline.selected + 1).min(last),
        Act::Choose(nth) => outline.selected = nth.min(last),
        Act::Top => outline.selected = 0,
        Act::Bottom => outline.selected = last,
        Act::Confirm => go(app, at, effects),
        Act::Back => app.pop(),
        _ => {}
    }
}

/// To the focused section, or to the quiz.
fn go(app: &mut App, at: Stamp, effects: &mut Vec<Effect>) {
    let Screen::Outline(Outline { lesson, selected, .. }) = app.screen().clone() else { return };
    let block = app.course.lessons.get(lesson).and_then(|lesson| lesson.section(selected).map(|(block, _)| block));
    app.pop();
    match block {
        Some(block) => super::reader::go_to_block(app, at, block, effects),
        None => {
            super::reader::remember(app, at, effects);
            app.go_to_map();
            quiz::open(app, at, lesson, effects);
        }
    }
}
