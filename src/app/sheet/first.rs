//! The first start.

use super::super::geometry::Geometry;
use super::super::keymap::{Act, Where};
use super::super::{App, First};
use super::{Sheet, footer, wrapped};
use crate::course::Clean;
use crate::page::{Role, Row, repeated, spoken, spread, wrap};
use crate::words::capital;

pub fn sheet(app: &App, screen: &First, at: &Geometry) -> Sheet {
    let width = at.width;
    let said = app.words().start();
    let mut paragraphs = vec![app.course.summary.to_string(), what_to_expect(app), said.where_it_stays().to_owned()];
    let mut rows = words(app, &paragraphs, width);
    while rows.len() + 2 > at.height && paragraphs.len() > 1 {
        paragraphs.pop();
        rows = words(app, &paragraphs, width);
    }
    let first = app.course.lessons.first();
    let welcome = first.map_or(String::new(), |lesson| said.begin_with(&lesson.title));
    let about = first.filter(|lesson| lesson.minutes > 0);
    let about = about.map(|lesson| said.about(app.words().count().time(lesson.minutes)));
    let ways = [
        spread(vec![spoken(&welcome, Role::Text)], vec![spoken(&about.unwrap_or_default(), Role::Quiet)], width),
        Row::of(vec![spoken(said.map_first(), Role::Text)]),
    ];
    let focus = rows.len() + usize::from(screen.map);
    rows.extend(ways);
    let begin = if screen.map { said.key_look() } else { said.key_begin() };
    let foot = app.words().footer();
    Sheet {
        rows,
        focus: Some(focus..focus + 1),
        says_more: true,
        footer: footer(Where::Map, &[(Act::Confirm, begin), (Act::Down, foot.choose()), (Act::Leave, foot.leave())]),
        ..Sheet::default()
    }
    .follow_focus(app.body_height())
}

/// The title and as many paragraphs as there is room for.
fn words(app: &App, paragraphs: &[String], width: usize) -> Vec<Row> {
    let mut rows = vec![Row::of(vec![spoken(app.course.title.as_str(), Role::Heading)])];
    let title_width = wrap::width(app.course.title.as_str()).min(width);
    rows.push(Row::of(vec![repeated('─', title_width, Role::Rule)]));
    rows.push(Row::default());
    for paragraph in paragraphs {
        rows.extend(wrapped(paragraph, Role::Text, width));
        rows.push(Row::default());
    }
    if paragraphs.len() == 3 {
        rows.push(Row::default());
    }
    rows
}

fn what_to_expect(app: &App) -> String {
    let (said, count) = (app.words().start(), app.words().count());
    let lessons = app.course.lessons.len();
    let each = app.course.minutes().div_ceil(lessons.max(1) as u32);
    let number = capital(&count.number(lessons));
    let time = match each {
        0 => None,
        13..=17 => Some(said.quarter_of_an_hour().to_owned()),
        1 => Some(said.a_minute().to_owned()),
        each => Some(said.minutes(count.number(each as usize))),
    };
    let text = match (lessons, time) {
        (1, None) => said.one_lesson().to_owned(),
        (1, Some(time)) => said.one_lesson_of(time),
        (_, None) => said.lessons(number),
        (_, Some(time)) => said.lessons_of(number, time),
    };
    Clean::words(&text).to_string()
}
