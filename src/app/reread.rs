//! A course whose files were changed while it was open.

use super::{App, Map, Problems, Screen};
use crate::course::problem::Severity;
use crate::course::{Course, Problem};

/// The course was changed outside. Whoever reads stays in the lesson of the same name, at the same block.
pub fn reread(app: &mut App, course: Course, problems: Vec<Problem>) {
    let before = std::mem::replace(&mut app.course, course);
    app.problems = problems.into_iter().filter(|problem| problem.severity == Severity::Error).collect();
    let moved: Vec<Option<usize>> = before.lessons.iter().map(|lesson| app.course.position(&lesson.id)).collect();
    let size = app.reading_room();
    let App { screens, course, .. } = app;
    for screen in screens.iter_mut() {
        if let Screen::Reader(reader) = screen
            && let Some(lesson) = moved.get(reader.lesson).copied().flatten()
        {
            course.load(lesson);
            course.link_terms(lesson);
            reader.reread(course, lesson, size);
        }
    }
    let is_there = |screen: &Screen| match screen {
        Screen::Reader(reader) => moved.get(reader.lesson).is_some_and(Option::is_some),
        Screen::Map(_) | Screen::First(_) => true,
        _ => false,
    };
    app.screens.retain(is_there);
    if app.screens.is_empty() {
        app.screens.push(Screen::Map(Map::default()));
    }
    app.load_touched();
    if !app.problems.is_empty() {
        app.screens.push(Screen::Problems(Problems::default()));
    }
}
