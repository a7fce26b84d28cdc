//! Leaving with something unsaved.

use super::super::geometry::Geometry;
use super::super::keymap::{Act, Where};
use super::super::{App, Leave};
use super::{Header, Sheet, footer, number_word, wrapped};
use crate::course::Clean;
use crate::page::{Role, Row, Sign};

pub fn sheet(app: &App, screen: &Leave, at: &Geometry) -> Sheet {
    let answers = app.saving.answers_waiting();
    let what = match answers {
        0 => "What you did last is".to_owned(),
        1 => "One answer is".to_owned(),
        n => {
            let word = number_word(n);
            format!("{}{} answers are", word.get(..1).unwrap_or_default().to_uppercase(), word.get(1..).unwrap_or_default())
        }
    };
    let why = app.saving.trouble.as_ref().map_or("saving takes long", |trouble| trouble.why.as_str());
    let mut rows = Vec::new();
    for (nth, row) in wrapped(&format!("{what} not saved: {why}."), Role::Notice, at.width).into_iter().enumerate() {
        rows.push(if nth == 0 { row.signed(Sign::Notice) } else { row });
    }
    let file = app.saving.trouble.as_ref().filter(|trouble| !trouble.file.is_empty());
    let file = file.map_or(String::new(), |trouble| format!(" The file is {}.", trouble.file));
    rows.extend(wrapped(&format!("Everything before is safe.{file}"), Role::Text, at.width));
    rows.push(Row::default());
    rows.extend(wrapped("What shall happen with it?", Role::Strong, at.width));
    rows.push(Row::default());
    let elsewhere = format!("Keep a copy in {} and leave", app.elsewhere);
    let mut focus = None;
    for (nth, words) in ["Stay and try again", elsewhere.as_str(), "Leave without it"].into_iter().enumerate() {
        let from = rows.len();
        rows.extend(wrapped(words, Role::Text, at.width));
        if nth == screen.selected {
            focus = Some(from..rows.len());
        }
    }
    let right = if answers == 0 { "unsaved".to_owned() } else { format!("{answers} unsaved") };
    let header = Header { left: Clean::fixed("Leaving"), right: Clean::words(&right), part: Some(0.0), number: None };
    Sheet {
        header: Some(header),
        rows,
        focus,
        says_more: true,
        footer: footer(
            Where::Menu,
            &[(Act::Confirm, "do it"), (Act::Down, "choose"), (Act::TryAgain, "try now"), (Act::Back, "stay")],
        ),
        ..Sheet::default()
    }
    .follow_focus(app.body_height())
}
