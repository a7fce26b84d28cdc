//! The sections of a lesson.

use super::super::geometry::Geometry;
use super::super::keymap::{Act, Where};
use super::super::{App, Outline};
use super::{Header, Sheet, footer, line, question_minutes, sections};
use crate::course::block;
use crate::page::{Role, Row, blanks, spoken, spread};
use crate::words::Words;

pub fn sheet(app: &App, screen: &Outline, at: &Geometry) -> Sheet {
    let Some(lesson) = app.course.lessons.get(screen.lesson) else { return Sheet::default() };
    let (said, foot) = (app.words().lesson(), app.words().footer());
    let mut sheet = Sheet {
        header: Some(header(lesson, app.words())),
        says_more: true,
        footer: footer(Where::List, &[(Act::Confirm, foot.go()), (Act::Down, foot.choose()), (Act::Back, foot.back())]),
        ..Sheet::default()
    };
    sheet.rows.extend([line(said.sections(), Role::Heading), Row::default()]);
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
        let right = if screen.here == Some(nth) { vec![spoken(said.you_are_here(), Role::Quiet)] } else { Vec::new() };
        let row = spread(left, right, at.width);
        focus(&mut sheet, nth, screen.selected == nth);
        sheet.rows.push(if at.has_margin { row.signed(sign) } else { row });
    }
    let count = lesson.quiz().count();
    if count > 0 {
        sheet.rows.push(Row::default());
        focus(&mut sheet, lesson.section_count(), screen.selected == lesson.section_count());
        let numbers = app.words().count();
        let about = said.questions_about(numbers.questions(count), numbers.time(question_minutes(count)));
        sheet.rows.push(spread(vec![spoken(said.quiz(), Role::Text)], vec![spoken(&about, Role::Quiet)], at.width));
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

fn header(lesson: &crate::course::Lesson, words: &Words) -> Header {
    let right = words.lesson().section_count(lesson.section_count());
    Header {
        number: Some(lesson.number),
        left: lesson.title.clone(),
        right: crate::course::clean::join([right.as_str()]),
        part: Some(0.0),
    }
}
