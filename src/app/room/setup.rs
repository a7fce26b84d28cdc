//! What is chosen before a workshop: what, how long, how many. Every line has a default that works.

use super::{Choice, Room, Wish};
use crate::app::keymap::Act;
use crate::course::Course;

/// The page before a workshop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setup {
    /// The focused line.
    pub line: usize,
    /// Which lesson; one past the last means all that have a contrast.
    pub what: usize,
    /// How long.
    pub minutes: u32,
    /// How many people; nought: not counted.
    pub people: u32,
    /// How many lessons there are to choose from.
    lessons: usize,
}

/// How long a workshop may take by the arrows; any other number by `--length`.
const LENGTHS: [u32; 10] = [15, 20, 30, 45, 60, 75, 90, 120, 150, 180];

/// The lines that can be changed: what, how long, how many, and the ground of the screen.
const LINES: usize = 4;

impl Setup {
    /// All contrasts in an hour, for two dozen.
    pub fn new(course: &Course) -> Setup {
        Setup { line: 0, what: course.lessons.len(), minutes: 60, people: 24, lessons: course.lessons.len() }
    }

    /// What the page says now.
    pub fn choice(&self, course: &Course) -> Choice {
        let lessons = match course.lessons.get(self.what) {
            Some(_) => vec![self.what],
            None => contrasts(course),
        };
        Choice { lessons, minutes: self.minutes, people: self.people }
    }
}

/// The lessons that put two poles side by side; all lessons, where none does.
pub fn contrasts(course: &Course) -> Vec<usize> {
    let has_one = |at: &usize| course.lessons.get(*at).is_some_and(|lesson| lesson.contrast.is_some());
    let all = 0..course.lessons.len();
    let found: Vec<usize> = all.clone().filter(has_one).collect();
    if found.is_empty() { all.collect() } else { found }
}

pub fn update(room: &mut Room, act: Act) -> Vec<Wish> {
    match act {
        Act::Up => room.setup.line = room.setup.line.saturating_sub(1),
        Act::Down => room.setup.line = (room.setup.line + 1).min(LINES - 1),
        Act::Left => change(room, false),
        Act::Right => change(room, true),
        Act::Back => return vec![Wish::Leave],
        Act::Confirm => return vec![Wish::Begin(room.setup.choice(&room.course))],
        _ => {}
    }
    Vec::new()
}

fn change(room: &mut Room, up: bool) {
    let setup = &mut room.setup;
    match setup.line {
        0 => setup.what = if up { (setup.what + 1).min(setup.lessons) } else { setup.what.saturating_sub(1) },
        1 => {
            let next = match up {
                true => LENGTHS.iter().find(|length| **length > setup.minutes),
                false => LENGTHS.iter().rev().find(|length| **length < setup.minutes),
            };
            setup.minutes = next.copied().unwrap_or(setup.minutes);
        }
        2 => setup.people = if up { (setup.people + 1).min(500) } else { setup.people.saturating_sub(1) },
        _ => room.is_light = !room.is_light,
    }
    let choice = room.setup.choice(&room.course);
    // The page tells how the time is spent, and for that the lessons are read.
    choice.lessons.iter().for_each(|lesson| drop(room.course.load_workshop(*lesson)));
}
