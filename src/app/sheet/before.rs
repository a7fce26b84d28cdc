//! Before a lesson: an offer of questions that nobody is meant to know, and, for whoever knew them, of passing the lesson over.

use super::super::App;
use super::super::before::{Before, Stage};
use super::super::geometry::Geometry;
use super::super::keymap::{Act, Where};
use super::{Header, Sheet, capital, footer, line, number_word, wrapped};
use crate::course::Clean;
use crate::course::question::Use;
use crate::page::{Role, Row};

pub fn sheet(app: &App, screen: &Before, at: &Geometry) -> Sheet {
    let Some(lesson) = app.course.lessons.get(screen.lesson) else { return Sheet::default() };
    let count = lesson.questions().iter().filter(|question| question.is_for(Use::Before)).count();
    let mut rows = wrapped(lesson.title.as_str(), Role::Heading, at.width);
    rows.push(Row::default());
    let (paragraphs, entries): (Vec<String>, Vec<(Act, &'static str)>) = match screen.stage {
        Stage::Offer => {
            let questions =
                if count == 1 { "One question".to_owned() } else { capital(&format!("{} questions", number_word(count))) };
            let offer = format!("{questions} before you read. You are not meant to know the answers yet, and none will be told.");
            let why = "Whoever has wondered about something reads it otherwise. The sign ? will stand where the text answers one, and they come back in the quiz.";
            (vec![offer, why.to_owned()], vec![(Act::Confirm, "ask me"), (Act::Skip, "only read"), (Act::Back, "map")])
        }
        Stage::Known(_) => {
            let known = "You answered these rightly, and were sure of it. This lesson may hold little that is new to you.";
            let choice = "You can read it all the same, or pass it over. Its questions stay in the course either way.";
            (
                vec![known.to_owned(), choice.to_owned()],
                vec![(Act::Confirm, "read it"), (Act::Skip, "pass it over"), (Act::Back, "map")],
            )
        }
    };
    for paragraph in paragraphs {
        rows.extend(wrapped(&paragraph, Role::Text, at.width));
        rows.push(Row::default());
    }
    rows.push(line("", Role::Text));
    Sheet {
        header: Some(Header {
            left: app.course.title.clone(),
            right: Clean::words(&format!("lesson {}", lesson.number)),
            part: Some(0.0),
            number: None,
        }),
        rows,
        footer: footer(Where::Before, &entries),
        ..Sheet::default()
    }
}
