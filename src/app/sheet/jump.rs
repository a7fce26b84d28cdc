//! The list of places by their names.

use super::super::App;
use super::super::geometry::Geometry;
use super::super::jump::{Goal, Jump, Target};
use super::super::keymap::{Act, Where};
use super::{Field, Header, Sheet, footer, wrapped};
use crate::course::Clean;
use crate::page::{Piece, Role, Row, blanks, spoken, spread};
use crate::words::Words;

pub fn sheet(app: &App, screen: &Jump, at: &Geometry) -> Sheet {
    let (said, foot) = (app.words().find(), app.words().footer());
    let header = Header { left: Clean::words(said.go_to()), right: app.course.title.clone(), part: Some(0.0), number: None };
    let mut sheet = Sheet {
        header: Some(header),
        says_more: true,
        footer: footer(Where::Field, &[(Act::Confirm, foot.go()), (Act::Down, foot.choose()), (Act::Back, foot.back())]),
        field: Some(field(screen, app.words())),
        ..Sheet::default()
    };
    for (nth, target) in screen.found.iter().enumerate() {
        let from = sheet.rows.len();
        sheet.rows.push(row(app, target, at));
        sheet.target(from..from + 1, Act::Choose(nth));
        if nth == screen.selected {
            sheet.focus = Some(from..from + 1);
        }
    }
    if screen.found.is_empty() {
        sheet.rows.extend(wrapped(said.nothing_called_so(), Role::Text, at.width));
    }
    sheet.follow_focus(app.body_height())
}

/// A lesson with its number; a section or a term under it, with where it belongs at the edge where there is room.
fn row(app: &App, target: &Target, at: &Geometry) -> Row {
    let name = |role| Piece::of(Clean::words(&target.name), role);
    let title = |lesson: usize| app.course.lessons.get(lesson).map_or(Clean::default(), |lesson| lesson.title.clone());
    let belongs = match target.goal {
        Goal::Lesson(lesson) => {
            let number = app.course.lessons.get(lesson).map_or(0, |lesson| lesson.number);
            return spread(vec![spoken(&format!("{number:>2}  "), Role::Text), name(Role::Strong)], Vec::new(), at.width);
        }
        Goal::Section(lesson, _) => title(lesson),
        Goal::Term(_) => Clean::words(app.words().find().in_glossary()),
        Goal::Sources => Clean::words(app.words().find().in_sources()),
    };
    let right = if at.has_margin { vec![Piece::of(belongs, Role::Quiet)] } else { Vec::new() };
    spread(vec![blanks(4), name(Role::Text)], right, at.width)
}

fn field(screen: &Jump, words: &Words) -> Field {
    let count = screen.found.len();
    let right = if screen.text.is_empty() { String::new() } else { words.find().found(count) };
    Field { sign: Clean::fixed(":"), text: Clean::words(&screen.text), has_cursor: true, right: Clean::words(&right) }
}
