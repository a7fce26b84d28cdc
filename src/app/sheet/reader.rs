//! A lesson.

use super::super::geometry::Geometry;
use super::super::keymap::{Act, Where};
use super::super::{App, Reader};
use super::{Header, Sheet, footer, minutes, question_minutes, questions};
use crate::course::{Clean, Lesson, block, text};
use crate::page::{Role, Row, spoken, wrap};

pub fn sheet(app: &App, screen: &Reader, at: &Geometry) -> Sheet {
    let Some(lesson) = app.course.lessons.get(screen.lesson) else { return Sheet::default() };
    let height = app.body_height();
    let mut rows = screen.page.rows.clone();
    rows.extend(end(app, screen, lesson));
    Sheet {
        header: Some(header(app, screen, lesson, at, height)),
        rows,
        top: screen.top,
        side: if at.side.is_some() { super::map::sections(app, lesson).into_iter().skip(1).collect() } else { Vec::new() },
        footer: foot(screen, lesson, height),
        ..Sheet::default()
    }
}

/// Where the text leads, under its last row.
fn end(app: &App, screen: &Reader, lesson: &Lesson) -> Vec<Row> {
    let count = lesson.quiz().count();
    let words = match count {
        0 if screen.lesson + 1 < app.course.lessons.len() => "End of the lesson. Enter opens the next.".to_owned(),
        0 => "End of the lesson.".to_owned(),
        _ => format!("Enter starts the quiz: {}, about {}.", questions(count), minutes(question_minutes(count))),
    };
    vec![Row::default(), Row::default(), Row::of(vec![spoken(&words, Role::Strong)])]
}

/// As in a book, the opening page has no running head of its own: the header names the course until the title has scrolled away.
fn header(app: &App, screen: &Reader, lesson: &Lesson, at: &Geometry, height: usize) -> Header {
    let seen = lesson.part_before(screen.bottom_place(height));
    if screen.top == 0 && !screen.is_look {
        let mut right = format!("lesson {}", lesson.number);
        if lesson.minutes > 0 {
            right.push_str(&format!(" · about {}", minutes(lesson.minutes)));
        }
        return Header { number: None, left: app.course.title.clone(), right: Clean::prose(&right), part: Some(0.0) };
    }
    let percent = format!("{:.0} %", seen * 100.0);
    let sections = lesson.sections();
    let here = lesson.section_of(screen.place.block).and_then(|at| Some((at, sections.get(at)?)));
    let right = match here {
        Some((section, (_, words))) if at.has_margin => {
            let counted = format!("{} of {} · {percent}", section + 1, sections.len());
            let named = format!("{} · {counted}", block::plain(words));
            let fits = wrap::width(&named) + 2 + wrap::width(lesson.title.as_str()) <= at.span;
            if fits { named } else { counted }
        }
        _ => percent,
    };
    Header { number: Some(lesson.number), left: lesson.title.clone(), right: text::join([right.as_str()]), part: Some(seen) }
}

fn foot(screen: &Reader, lesson: &Lesson, height: usize) -> Vec<(Clean, Clean)> {
    if screen.is_look {
        return footer(Where::Lesson, &[(Act::Confirm, "back to the question"), (Act::PageDown, "on"), (Act::PageUp, "back")]);
    }
    let last = match (screen.shows_end(height), lesson.quiz().next()) {
        (true, Some(_)) => (Act::Confirm, "quiz"),
        (true, None) => (Act::Confirm, "next lesson"),
        (false, _) => (Act::PageDown, "on"),
    };
    footer(Where::Lesson, &[last, (Act::PageUp, "back"), (Act::Next, "lesson"), (Act::Back, "map"), (Act::Leave, "leave")])
}
