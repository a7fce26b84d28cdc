//! Going to a lesson or a section by its name. What is typed need not be spelt out: `orgali` finds “Organising and aligning”.

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use super::keymap::Act;
use super::{App, Effect, Screen, reader};
use crate::course::{Course, block};
use crate::progress::Stamp;

/// The list of places, and what is typed to find one.
#[derive(Clone, Debug, PartialEq)]
pub struct Jump {
    /// What was typed.
    pub text: String,
    /// Every place that fits, the best first.
    pub found: Vec<Target>,
    /// The focused one.
    pub selected: usize,
}

/// A place to go to.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// The lesson.
    pub lesson: usize,
    /// The block of a section's heading; `None` for the lesson itself.
    pub block: Option<usize>,
    /// Its name.
    pub name: String,
}

/// Opens the list. It needs the headings of every lesson.
pub fn open(app: &mut App) {
    for lesson in 0..app.course.lessons.len() {
        app.course.load_text(lesson);
    }
    let found = find(&app.course, "");
    app.push(Screen::Jump(Jump { text: String::new(), found, selected: 0 }));
}

pub fn update(app: &mut App, at: Stamp, act: Act, effects: &mut Vec<Effect>) {
    let App { screens, course, .. } = app;
    let Some(Screen::Jump(jump)) = screens.last_mut() else { return };
    let last = jump.found.len().saturating_sub(1);
    match act {
        Act::Type(letter) => jump.text.push(letter),
        Act::Erase => drop(jump.text.pop()),
        Act::EraseAll => jump.text.clear(),
        Act::Up => return jump.selected = jump.selected.saturating_sub(1),
        Act::Down => return jump.selected = (jump.selected + 1).min(last),
        Act::Confirm => return go(app, at, effects),
        _ => return app.pop(),
    }
    (jump.found, jump.selected) = (find(course, &jump.text), 0);
}

fn go(app: &mut App, at: Stamp, effects: &mut Vec<Effect>) {
    let Screen::Jump(jump) = app.screen() else { return };
    let Some(target) = jump.found.get(jump.selected).cloned() else { return };
    app.go_to_map();
    reader::open(app, at, target.lesson, effects);
    if let Some(block) = target.block {
        reader::go_to_block(app, at, block, effects);
    }
}

/// The places whose names fit, the best first; all of them, in the order of the course, where nothing was typed.
fn find(course: &Course, text: &str) -> Vec<Target> {
    let pattern = Pattern::parse(text, CaseMatching::Smart, Normalization::Smart);
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut letters = Vec::new();
    let mut scored: Vec<(u32, Target)> = Vec::new();
    for (lesson, head) in course.lessons.iter().enumerate() {
        let itself = Target { lesson, block: None, name: head.title.to_string() };
        let section =
            |(block, words): (usize, &[crate::course::Inline])| Target { lesson, block: Some(block), name: block::plain(words) };
        for target in [itself].into_iter().chain(head.sections().map(section)) {
            let score = pattern.score(Utf32Str::new(&target.name, &mut letters), &mut matcher);
            scored.extend(score.map(|score| (score, target)));
        }
    }
    // A stable sort: what fits equally well stays in the order of the course.
    scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    scored.into_iter().map(|(_, target)| target).collect()
}
