//! What is wrong with a course that was opened from a folder.

use super::super::geometry::Geometry;
use super::super::keymap::{Act, Where};
use super::super::{App, Problems};
use super::{Header, Sheet, footer, wrapped};
use crate::course::Clean;
use crate::page::{Role, Row, Sign, spoken};
use crate::words::{Words, capital};

pub fn sheet(app: &App, screen: &Problems, at: &Geometry) -> Sheet {
    let mut rows = Vec::new();
    for (nth, row) in wrapped(&summary(app.problems.len(), app.words()), Role::Notice, at.width).into_iter().enumerate() {
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
        right: Clean::words(&app.words().start().problems(app.problems.len())),
        part: Some(0.0),
        number: None,
    };
    let foot = app.words().footer();
    Sheet {
        header: Some(header),
        rows,
        top: screen.top,
        says_more: true,
        footer: footer(
            Where::List,
            &[(Act::Confirm, app.words().start().key_open_course()), (Act::Down, foot.scroll()), (Act::Leave, foot.leave())],
        ),
        ..Sheet::default()
    }
}

fn summary(count: usize, words: &Words) -> String {
    match count {
        1 => words.start().one_place().to_owned(),
        several => words.start().places(capital(&words.count().number(several))),
    }
}
