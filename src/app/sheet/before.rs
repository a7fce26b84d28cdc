//! Before a lesson: an offer of questions that nobody is meant to know, and, for whoever knew them, of passing the lesson over.

use super::super::App;
use super::super::before::{Before, Stage};
use super::super::geometry::Geometry;
use super::super::keymap::{Act, Where};
use super::{Header, Sheet, footer, line, wrapped};
use crate::course::Clean;
use crate::course::question::Use;
use crate::page::{Role, Row};
use crate::words::capital;

pub fn sheet(app: &App, screen: &Before, at: &Geometry) -> Sheet {
    let Some(lesson) = app.course.lessons.get(screen.lesson) else { return Sheet::default() };
    let count = lesson.questions().iter().filter(|question| question.is_for(Use::Before)).count();
    let mut rows = wrapped(lesson.title.as_str(), Role::Heading, at.width);
    rows.push(Row::default());
    let said = app.words().before();
    let (confirm, skip, paragraphs) = match screen.stage {
        Stage::Offer => {
            let offer = match count {
                1 => said.one_question().to_owned(),
                several => said.questions(capital(&app.words().count().number(several))),
            };
            (said.key_ask_me(), said.key_only_read(), [offer, said.why().to_owned()])
        }
        Stage::Known(_) => (said.key_read_it(), said.key_pass_over(), [said.known().to_owned(), said.choice().to_owned()]),
    };
    let entries = [(Act::Confirm, confirm), (Act::Skip, skip), (Act::Back, app.words().footer().map())];
    for paragraph in paragraphs {
        rows.extend(wrapped(&paragraph, Role::Text, at.width));
        rows.push(Row::default());
    }
    rows.push(line("", Role::Text));
    Sheet {
        header: Some(Header {
            left: app.course.title.clone(),
            right: Clean::words(&said.lesson(lesson.number)),
            part: Some(0.0),
            number: None,
        }),
        rows,
        footer: footer(Where::Before, &entries),
        ..Sheet::default()
    }
}
