//! Search across the course: the finds with what stands around them.

use super::super::App;
use super::super::across::{Across, Find};
use super::super::geometry::Geometry;
use super::super::keymap::{Act, Where};
use super::{Field, Header, Sheet, footer, wrapped};
use crate::course::Clean;
use crate::page::{Role, Row, shorten, spoken};
use crate::words::Words;

pub fn sheet(app: &App, screen: &Across, at: &Geometry) -> Sheet {
    let (said, foot) = (app.words().find(), app.words().footer());
    let header =
        Header { left: Clean::words(said.search_the_course()), right: app.course.title.clone(), part: Some(0.0), number: None };
    let mut sheet = Sheet {
        header: Some(header),
        says_more: true,
        footer: footer(Where::Field, &[(Act::Confirm, foot.open()), (Act::Down, foot.choose()), (Act::Back, foot.back())]),
        field: Some(field(screen, app.words())),
        ..Sheet::default()
    };
    let mut lesson = None;
    for (nth, find) in screen.finds.iter().enumerate() {
        if lesson.replace(find.lesson) != Some(find.lesson) {
            sheet.rows.extend(head(app, find.lesson, sheet.rows.is_empty(), at.width));
        }
        sheet.target(sheet.rows.len()..sheet.rows.len() + 1, Act::Choose(nth));
        if nth == screen.selected {
            sheet.focus = Some(sheet.rows.len()..sheet.rows.len() + 1);
        }
        sheet.rows.push(row(find, at.width));
    }
    if screen.finds.is_empty() {
        let words = match screen.text.trim().chars().count() {
            0 | 1 => said.type_what_you_look_for(),
            _ => said.nowhere(),
        };
        sheet.rows.extend(wrapped(words, Role::Text, at.width));
    }
    sheet.follow_focus(app.body_height())
}

/// The lesson over its finds.
fn head(app: &App, lesson: usize, is_first: bool, width: usize) -> Vec<Row> {
    let lesson = app.course.lessons.get(lesson);
    let words = lesson.map_or(String::new(), |lesson| format!("{}  {}", lesson.number, lesson.title));
    let before = if is_first { None } else { Some(Row::default()) };
    before.into_iter().chain(wrapped(&words, Role::Heading, width)).collect()
}

fn row(find: &Find, width: usize) -> Row {
    let [before, found, after] = &find.excerpt;
    // Where there is little room, the find has it.
    let last_word = before.trim_end().rsplit(' ').next().filter(|word| word.len() + 2 < before.len());
    let short = last_word.map(|word| format!("…{word} "));
    let before = short.as_ref().filter(|_| width < 60).unwrap_or(before);
    let pieces =
        vec![spoken("   ", Role::Text), spoken(before, Role::Text), spoken(found, Role::Match), spoken(after, Role::Text)];
    Row::of(shorten(pieces, width))
}

fn field(screen: &Across, words: &Words) -> Field {
    let count = screen.finds.len();
    Field {
        sign: Clean::fixed("/"),
        text: Clean::words(&screen.text),
        has_cursor: true,
        right: Clean::words(&if count == 0 { String::new() } else { words.find().found(count) }),
    }
}
