//! What `check` finds in the workshops of a course: minutes that do not fit, and screens that are cut off, at the three usual lengths.

use std::ops::Range;

use crate::app::Size;
use crate::app::room::{Room, fit::unfit};
use crate::course::problem::{Problem, Source};
use crate::course::{Course, Script};
use crate::workshop::{Moment, agenda};

/// The lengths that are tried, and the screen.
const LENGTHS: [u32; 3] = [60, 90, 120];
const SIZE: Size = Size { width: 80, height: 24 };

/// So many seconds may be without a plan.
const FEW: u32 = 180;

/// Every problem of every workshop whose author wrote a script, and the course back.
pub fn problems(course: Course) -> (Course, Vec<Problem>) {
    let room = Room::new(course, SIZE, Moment(0), 0);
    let mut problems = Vec::new();
    for at in 0..room.course.lessons.len() {
        if let Some((file, text)) = room.course.workshop_source(at) {
            problems.extend(of_lesson(&room, at, Source { file: &file, text }));
        }
    }
    (room.course, problems)
}

fn of_lesson(room: &Room, at: usize, source: Source) -> Vec<Problem> {
    let Some(script) = room.course.lessons.get(at).and_then(|lesson| lesson.script.as_ref()) else { return Vec::new() };
    let mut problems = Vec::new();
    let mut said: Vec<String> = Vec::new();
    for minutes in LENGTHS {
        match agenda::over_and_idle(&room.course, &[at], minutes) {
            (0, ..FEW) => {}
            (0, idle) => problems.push(source.idle_minutes(0..0, minutes, idle)),
            (over, _) => problems.push(source.too_many_minutes(0..0, minutes, over)),
        }
        for step in unfit(room, agenda::plan(&room.course, &[at], minutes)) {
            if !said.contains(&step.name) {
                problems.push(source.does_not_fit(place(script, &step.name), step.title.as_str(), minutes));
                said.push(step.name);
            }
        }
    }
    problems
}

/// Where the part of a script stands from which a step was made.
fn place(script: &Script, step: &str) -> Range<usize> {
    let part = match step.split('-').next().unwrap_or_default() {
        "slide" => {
            let nth = step.rsplit('-').next().and_then(|nth| nth.parse::<usize>().ok()).unwrap_or(0);
            nth.checked_sub(1).and_then(|nth| script.slides.get(nth)).map(|slide| &slide.part)
        }
        "line" | "opening" => script.opening.as_ref().map(|opening| &opening.part),
        "discuss" => script.discussion.as_ref().map(|talk| &talk.part),
        "debrief" => script.debrief.as_ref().map(|talk| &talk.part),
        "commit" => script.commit.as_ref().map(|talk| &talk.part),
        _ => script.vote.as_ref().map(|vote| &vote.part),
    };
    part.map_or(0..0, |part| part.at.clone())
}
