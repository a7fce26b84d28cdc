//! Who learns?

use super::super::geometry::Geometry;
use super::super::keymap::{Act, Where};
use super::super::{App, Who};
use super::{Header, Sheet, footer, line, wrapped};
use crate::course::Clean;
use crate::page::{Role, Row, spoken};

pub fn sheet(app: &App, screen: &Who, at: &Geometry) -> Sheet {
    let (said, foot) = (app.words().start(), app.words().footer());
    let header = Header { number: None, left: app.course.title.clone(), right: Clean::default(), part: Some(0.0) };
    let mut sheet = Sheet {
        header: Some(header),
        says_more: true,
        footer: footer(Where::Menu, &[(Act::Confirm, foot.open()), (Act::Down, foot.choose()), (Act::Leave, foot.leave())]),
        ..Sheet::default()
    };
    sheet.rows.extend([line(said.who_learns(), Role::Heading), Row::default()]);
    for (nth, learner) in screen.learners.iter().enumerate() {
        let at = sheet.rows.len();
        sheet.target(at..at + 1, Act::Choose(nth));
        if screen.selected == nth {
            sheet.focus = Some(at..at + 1);
        }
        let words = learner.as_deref().unwrap_or(said.without_a_name());
        sheet.rows.push(Row::of(vec![spoken(words, Role::Text)]));
    }
    sheet.rows.push(Row::default());
    sheet.rows.extend(wrapped(said.new_name(), Role::Quiet, at.width));
    sheet.follow_focus(app.body_height())
}
