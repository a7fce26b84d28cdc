//! The sections of a lesson.

use super::super::geometry::Geometry;
use super::super::keymap::{Act, Where};
use super::super::{App, Outline};
use super::{Header, Sheet, footer, line, minutes, question_minutes, questions, sections};
use crate::course::block;
use crate::page::{Role, Row, blanks, piece, spoken, spread};

pub fn sheet(app: &App, screen: &Outline, at: &Geometry) -> Sheet {
    let Some(lesson) = app.course.lessons.get(screen.lesson) else { return Sheet::default() };
    let mut sheet = Sheet {
        header: Some(header(lesson)),
        says_more: true,
        footer: footer(Where::List, &[(Act::Confirm, "go"), (Act::Down, "choose"), (Act::Back, "back")]),
        ..Sheet::default()
    };
    sheet.rows.extend([line("Sections", Role::Heading), Row::default()]);
    let reading = app.progress.reading(&lesson.id);
    let (height, about_here) = (app.body_height(), |nth: usize| nth.abs_diff(screen.selected));
    for (nth, (_, words)) in lesson.sections().enumerate() {
        // A text may have ten thousand sections; what cannot be on the screen needs no words.
        if about_here(nth) > 2 * height {
            sheet.rows.push(Row::default());
            continue;
        }
        let sign = sections::sign(lesson, reading, screen.here, nth);
        let mut left = vec![spoken(&format!("{}  ", nth + 1), Role::Text), spoken(&block::plain(words), Role::Text)];
        if !at.has_margin {
            left.splice(0..0, [sign.piece(), blanks(1)]);
        }
        let right = if screen.here == Some(nth) { vec![piece("you are here", Role::Quiet)] } else { Vec::new() };
        let row = spread(left, right, at.width);
        focus(&mut sheet, nth, screen.selected == nth);
        sheet.rows.push(if at.has_margin { row.signed(sign) } else { row });
    }
    let count = lesson.quiz().count();
    if count > 0 {
        sheet.rows.push(Row::default());
        focus(&mut sheet, lesson.section_count(), screen.selected == lesson.section_count());
        let about = format!("{}, about {}", questions(count), minutes(question_minutes(count)));
        sheet.rows.push(spread(vec![piece("Quiz", Role::Text)], vec![spoken(&about, Role::Quiet)], at.width));
    }
    sheet.follow_focus(app.body_height())
}

/// The next row is the focused one.
fn focus(sheet: &mut Sheet, nth: usize, is_focused: bool) {
    sheet.target(sheet.rows.len()..sheet.rows.len() + 1, Act::Choose(nth));
    if is_focused {
        sheet.focus = Some(sheet.rows.len()..sheet.rows.len() + 1);
    }
}

fn header(lesson: &crate::course::Lesson) -> Header {
    let count = lesson.section_count();
    let right = if count == 1 { "1 section".to_owned() } else { format!("{count} sections") };
    Header {
        number: Some(lesson.number),
        left: lesson.title.clone(),
        right: crate::course::clean::join([right.as_str()]),
        part: Some(0.0),
    }
}
