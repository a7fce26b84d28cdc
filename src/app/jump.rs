//! Going to a lesson, a section or a term by its name. What is typed need not be spelt out: `orgali` finds “Organising and aligning”.

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use super::keymap::Act;
use super::{App, Effect, Screen, reader, sources, terms, typing};
use crate::course::{Course, Inline, Lesson, block};
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
    /// Where it is.
    pub goal: Goal,
    /// Its name.
    pub name: String,
}

/// What has a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// A lesson.
    Lesson(usize),
    /// A section: its lesson, and the block of its heading.
    Section(usize, usize),
    /// A term of the glossary.
    Term(usize),
    /// What the course rests on.
    Sources,
}

/// Opens the list. It needs the headings of every lesson, and the glossary; of a very large course the names of the lessons are enough.
pub fn open(app: &mut App) {
    if app.course.is_whole() {
        (0..app.course.lessons.len()).for_each(|lesson| app.course.load_text(lesson));
    }
    app.course.glossary();
    let found = find(&app.course, "");
    app.push(Screen::Jump(Jump { text: String::new(), found, selected: 0 }));
}

pub fn update(app: &mut App, at: Stamp, act: Act, effects: &mut Vec<Effect>) {
    let App { screens, course, .. } = app;
    let Some(Screen::Jump(jump)) = screens.last_mut() else { return };
    let last = jump.found.len().saturating_sub(1);
    match act {
        Act::Type(_) if jump.text.len() >= typing::LONGEST_SOUGHT => return,
        Act::Type(letter) => jump.text.push(letter),
        Act::Erase => drop(jump.text.pop()),
        Act::EraseAll => jump.text.clear(),
        Act::Up => return jump.selected = jump.selected.saturating_sub(1),
        Act::Down => return jump.selected = (jump.selected + 1).min(last),
        Act::Choose(nth) => return jump.selected = nth.min(last),
        Act::Confirm => return go(app, at, effects),
        _ => return app.pop(),
    }
    (jump.found, jump.selected) = (find(course, &jump.text), 0);
}

fn go(app: &mut App, at: Stamp, effects: &mut Vec<Effect>) {
    let Screen::Jump(jump) = app.screen() else { return };
    let Some(target) = jump.found.get(jump.selected).cloned() else { return };
    match target.goal {
        Goal::Term(term) => {
            app.pop();
            return terms::open(app, term);
        }
        Goal::Sources => {
            app.pop();
            return sources::open(app);
        }
        Goal::Lesson(_) | Goal::Section(..) => {}
    }
    app.go_to_map();
    match target.goal {
        Goal::Lesson(lesson) => reader::open(app, at, lesson, effects),
        Goal::Section(lesson, block) => {
            reader::open(app, at, lesson, effects);
            reader::go_to_block(app, at, block, effects);
        }
        Goal::Term(_) | Goal::Sources => {}
    }
}

/// The places whose names fit, the best first; all of them, in the order of the course, where nothing was typed.
fn find(course: &Course, text: &str) -> Vec<Target> {
    let pattern = Pattern::parse(text, CaseMatching::Smart, Normalization::Smart);
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut letters = Vec::new();
    let mut scored: Vec<(u32, Target)> = Vec::new();
    for target in targets(course, !text.is_empty()) {
        let score = pattern.score(Utf32Str::new(&target.name, &mut letters), &mut matcher);
        scored.extend(score.map(|score| (score, target)));
    }
    // A stable sort: what fits equally well stays in the order of the course.
    scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    scored.into_iter().map(|(_, target)| target).collect()
}

/// Everything that has a name: each lesson and its sections, and the terms of the glossary where they are wanted.
fn targets(course: &Course, with_terms: bool) -> impl Iterator<Item = Target> {
    let of_lesson = |(at, lesson): (usize, &'_ Lesson)| {
        let itself = Target { goal: Goal::Lesson(at), name: lesson.title.to_string() };
        let section = |(block, words): (usize, &[Inline])| Target { goal: Goal::Section(at, block), name: block::plain(words) };
        let sections: Vec<Target> = lesson.sections().map(section).collect();
        [itself].into_iter().chain(sections)
    };
    let terms = course.known_glossary().filter(|_| with_terms).into_iter().flat_map(|glossary| glossary.terms.iter().enumerate());
    let terms = terms.map(|(nth, term)| Target { goal: Goal::Term(nth), name: term.name.to_string() });
    let sources = course.sources().map(|_| Target { goal: Goal::Sources, name: course.words.find().sources().to_owned() });
    course.lessons.iter().enumerate().flat_map(of_lesson).chain(terms).chain(sources)
}
