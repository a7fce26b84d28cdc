//! The first start.

use super::super::geometry::Geometry;
use super::super::keymap::{Act, Where};
use super::super::{App, First};
use super::{Sheet, footer, minutes, number_word, wrapped};
use crate::course::Clean;
use crate::page::{Role, Row, piece, repeated, spoken, spread, wrap};

pub fn sheet(app: &App, screen: &First, at: &Geometry) -> Sheet {
    let width = at.width;
    let mut paragraphs = vec![app.course.summary.to_string(), what_to_expect(app), WHERE_IT_STAYS.to_owned()];
    let mut rows = words(app, &paragraphs, width);
    while rows.len() + 2 > at.height && paragraphs.len() > 1 {
        paragraphs.pop();
        rows = words(app, &paragraphs, width);
    }
    let first = app.course.lessons.first();
    let welcome = first.map_or(String::new(), |lesson| format!("Begin with “{}”", lesson.title));
    let about = first.filter(|lesson| lesson.minutes > 0).map(|lesson| format!("about {}", minutes(lesson.minutes)));
    let ways = [
        spread(vec![spoken(&welcome, Role::Text)], vec![spoken(&about.unwrap_or_default(), Role::Quiet)], width),
        Row::of(vec![piece("Look at the map first", Role::Text)]),
    ];
    let focus = rows.len() + usize::from(screen.map);
    rows.extend(ways);
    let begin = if screen.map { "look" } else { "begin" };
    Sheet {
        rows,
        focus: Some(focus..focus + 1),
        says_more: true,
        footer: footer(Where::Map, &[(Act::Confirm, begin), (Act::Down, "choose"), (Act::Leave, "leave")]),
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

const WHERE_IT_STAYS: &str = "What you answer stays on this machine, in files you can read. There is no account and no network.";

fn what_to_expect(app: &App) -> String {
    let lessons = app.course.lessons.len();
    let each = app.course.minutes().div_ceil(lessons.max(1) as u32);
    let number = number_word(lessons);
    let mut letters = number.chars();
    let capital: String = letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default();
    let length = match each {
        0 => String::new(),
        13..=17 => " of about a quarter of an hour".to_owned(),
        1 => " of about a minute".to_owned(),
        each => format!(" of about {} minutes", number_word(each as usize)),
    };
    let plural = if lessons == 1 { "lesson" } else { "lessons" };
    let text = format!(
        "{capital} {plural}{length}, with questions after each. You can stop anywhere; next time you stand on the line you left."
    );
    Clean::words(&text).to_string()
}
