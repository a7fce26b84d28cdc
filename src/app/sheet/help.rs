//! The keys that work on the screen one came from, printed from the key table.

use super::super::geometry::Geometry;
use super::super::keymap::{Act, Group, Keys, Where, here};
use super::super::{App, Help};
use super::{Header, Sheet, footer, line, wrapped};
use crate::course::Clean;
use crate::page::{Role, Row, blanks, shorten, spoken, spread};

pub fn sheet(app: &App, screen: &Help, at: &Geometry) -> Sheet {
    printed(screen.about, &app.keys, screen.top, at)
}

/// The keys of a place as the table has them, so many rows scrolled away.
pub fn keys(about: Where, top: usize, at: &Geometry) -> Sheet {
    printed(about, &Keys::default(), top, at)
}

fn printed(about: Where, own: &Keys, top: usize, at: &Geometry) -> Sheet {
    let mut rows = Vec::new();
    for (group, head) in Group::ALL {
        let bindings: Vec<_> = here(about).filter(|binding| binding.group == group).collect();
        if bindings.is_empty() {
            continue;
        }
        if !rows.is_empty() {
            rows.push(Row::default());
        }
        rows.push(line(head, Role::Heading));
        for binding in bindings {
            rows.extend(entry(&own.shown(binding), binding.help, at.width));
        }
    }
    let header =
        Header { left: Clean::fixed("Keys that work here"), right: Clean::fixed(named(about)), part: Some(0.0), number: None };
    Sheet {
        header: Some(header),
        rows,
        top,
        says_more: true,
        footer: footer(Where::Help, &[(Act::Back, "back"), (Act::Down, "scroll"), (Act::Leave, "leave")]),
        ..Sheet::default()
    }
}

/// Keys in one column, what they do in the next; one under the other where that leaves no room.
fn entry(keys: &str, what: &str, width: usize) -> Vec<Row> {
    const KEYS: usize = 20;
    if width < 44 {
        let mut rows = vec![Row::of(shorten(vec![spoken(keys, Role::Key)], width))];
        for mut row in wrapped(what, Role::Text, width.saturating_sub(3).max(1)) {
            row.pieces.insert(0, blanks(3.min(width - 1)));
            rows.push(row);
        }
        return rows;
    }
    let mut rows = wrapped(what, Role::Text, width - KEYS);
    for (nth, row) in rows.iter_mut().enumerate() {
        let before =
            if nth == 0 { spread(vec![spoken(keys, Role::Key)], vec![blanks(1)], KEYS).pieces } else { vec![blanks(KEYS)] };
        row.pieces.splice(0..0, before);
    }
    rows
}

fn named(place: Where) -> &'static str {
    match place {
        Where::Map => "map",
        Where::List | Where::Menu => "list",
        Where::Before => "before a lesson",
        Where::Lesson => "lesson",
        Where::Question => "question",
        Where::Answered => "answered question",
        Where::QuizEnd => "end of a quiz",
        Where::Review => "review",
        Where::Overview => "progress",
        Where::Sure => "how sure you are",
        Where::Kept => "what you keep",
        Where::FollowUp => "how a plan went",
        Where::Statement => "statement",
        Where::Mirror => "mirror",
        Where::Setup => "page before a workshop",
        Where::Room => "workshop",
        Where::Help => "help",
        Where::Field => "field",
    }
}
