//! Leaving with something unsaved.

use super::super::geometry::Geometry;
use super::super::keymap::{Act, Where};
use super::super::{App, Leave};
use super::{Header, Sheet, footer, wrapped};
use crate::course::Clean;
use crate::page::{Role, Row, Sign};
use crate::words::capital;

pub fn sheet(app: &App, screen: &Leave, at: &Geometry) -> Sheet {
    let answers = app.saving.answers_waiting();
    let said = app.words().saving();
    let why = app.saving.trouble.as_ref().map_or(said.takes_long(), |trouble| trouble.why.as_str());
    let what = match answers {
        0 => said.last_not_saved(why),
        1 => said.answer_not_saved(why),
        several => said.answers_not_saved(capital(&app.words().count().number(several)), why),
    };
    let mut rows = Vec::new();
    for (nth, row) in wrapped(&what, Role::Notice, at.width).into_iter().enumerate() {
        rows.push(if nth == 0 { row.signed(Sign::Notice) } else { row });
    }
    let file = app.saving.trouble.as_ref().filter(|trouble| !trouble.file.is_empty());
    let file = file.map_or(String::new(), |trouble| format!(" {}", said.the_file_is(&trouble.file)));
    rows.extend(wrapped(&format!("{}{file}", said.rest_is_safe()), Role::Text, at.width));
    rows.push(Row::default());
    rows.extend(wrapped(said.what_shall_happen(), Role::Strong, at.width));
    rows.push(Row::default());
    let elsewhere = said.keep_a_copy(&app.elsewhere);
    let mut focus = None;
    for (nth, words) in [said.stay(), elsewhere.as_str(), said.leave_without()].into_iter().enumerate() {
        let from = rows.len();
        rows.extend(wrapped(words, Role::Text, at.width));
        if nth == screen.selected {
            focus = Some(from..rows.len());
        }
    }
    let right = if answers == 0 { said.unsaved().to_owned() } else { said.answers_unsaved(answers) };
    let header = Header { left: Clean::words(said.leaving()), right: Clean::words(&right), part: Some(0.0), number: None };
    let foot = app.words().footer();
    Sheet {
        header: Some(header),
        rows,
        focus,
        says_more: true,
        footer: footer(
            Where::Menu,
            &[
                (Act::Confirm, said.key_do_it()),
                (Act::Down, foot.choose()),
                (Act::TryAgain, foot.try_now()),
                (Act::Back, said.key_stay()),
            ],
        ),
        ..Sheet::default()
    }
    .follow_focus(app.body_height())
}
