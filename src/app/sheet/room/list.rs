//! The list of stages, to go to one of them. It tells titles and budgets, never votes: it may be seen by the room.

use crate::app::geometry::Geometry;
use crate::app::keymap::{Act, Where};
use crate::app::room::clock;
use crate::app::sheet::{Header, Sheet, footer};
use crate::course::Clean;
use crate::page::{Piece, Role, Row, Sign, spoken, spread};
use crate::words::Words;
use crate::workshop::Session;

/// The list.
pub fn sheet(words: &Words, session: &Session, focus: usize, at: &Geometry) -> Sheet {
    let steps = &session.plan.steps;
    let rows = steps.iter().enumerate().map(|(nth, step)| {
        let time = if step.seconds > 0 { clock(i64::from(step.seconds) * 1000) } else { String::new() };
        let time = if session.dropped.contains(&nth) { words.room().dropped().to_owned() } else { time };
        let row = spread(vec![Piece::of(step.title.clone(), Role::Text)], vec![spoken(&time, Role::Quiet)], at.width);
        let sign = match nth.cmp(&session.at) {
            std::cmp::Ordering::Less => Sign::Right,
            std::cmp::Ordering::Equal => Sign::Begun,
            std::cmp::Ordering::Greater => Sign::Untouched,
        };
        Row { sign: at.has_margin.then_some(sign), ..row }
    });
    let right = Clean::words(&words.count().of(session.at + 1, steps.len()));
    let header = Header {
        number: None,
        left: Clean::words(words.room().go_to()),
        right,
        part: Some(session.at as f64 / steps.len().max(1) as f64),
    };
    let room = words.room();
    let sheet = Sheet {
        header: Some(header),
        rows: rows.collect(),
        focus: Some(focus..focus + 1),
        says_more: true,
        footer: footer(
            Where::Menu,
            &[(Act::Confirm, room.key_go_there()), (Act::Back, room.key_stay()), (Act::Down, room.key_stage())],
        ),
        ..Sheet::default()
    };
    sheet.follow_focus(at.height)
}
