//! What is wrong with a course that was opened from a folder.

use super::super::geometry::Geometry;
use super::super::keymap::{Act, Where};
use super::super::{App, Problems};
use super::{Header, Sheet, footer, number_word, wrapped};
use crate::course::Clean;
use crate::page::{Role, Row, Sign, spoken};

pub fn sheet(app: &App, screen: &Problems, at: &Geometry) -> Sheet {
    let mut rows = Vec::new();
    for (nth, row) in wrapped(&summary(app.problems.len()), Role::Notice, at.width).into_iter().enumerate() {
        rows.push(if nth == 0 { row.signed(Sign::Notice) } else { row });
    }
    for problem in &app.problems {
        rows.push(Row::default());
        rows.push(Row::of(crate::page::shorten(vec![spoken(problem.place().as_str(), Role::Strong)], at.width)));
        let mut sentence = problem.sentence.to_string();
        if let Some(first) = sentence.get(..1) {
            sentence = first.to_uppercase() + sentence.get(1..).unwrap_or_default();
        }
        let end = if problem.remedy.as_str().ends_with(['?', '.']) { "" } else { "." };
        rows.extend(wrapped(&format!("{sentence}; {}{end}", problem.remedy), Role::Text, at.width));
    }
    let header = Header {
        left: app.course.title.clone(),
        right: Clean::words(&if app.problems.len() == 1 {
            "1 problem".to_owned()
        } else {
            format!("{} problems", app.problems.len())
        }),
        part: Some(0.0),
        number: None,
    };
    Sheet {
        header: Some(header),
        rows,
        top: screen.top,
        says_more: true,
        footer: footer(Where::List, &[(Act::Confirm, "open the course"), (Act::Down, "scroll"), (Act::Leave, "leave")]),
        ..Sheet::default()
    }
}

fn summary(count: usize) -> String {
    let places = if count == 1 { "One place in this course is".to_owned() } else { many(count) };
    format!("{places} not as it should be. The rest is here; “contrasts check” shows each line.")
}

fn many(count: usize) -> String {
    let word = number_word(count);
    let capital = word.get(..1).unwrap_or_default().to_uppercase() + word.get(1..).unwrap_or_default();
    format!("{capital} places in this course are")
}
