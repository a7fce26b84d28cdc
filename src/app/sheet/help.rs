//! The keys that work on the screen one came from, printed from the key table.

use super::super::geometry::Geometry;
use super::super::keymap::{Act, Group, Keys, Where, here};
use super::super::{App, Help};
use super::{Header, Sheet, footer, line, wrapped};
use crate::course::Clean;
use crate::page::{Role, Row, blanks, shorten, spoken, spread};
use crate::words::Words;

pub fn sheet(app: &App, screen: &Help, at: &Geometry) -> Sheet {
    printed(screen.about, (&app.keys, app.words()), screen.top, at)
}

/// The keys of a place as the table has them, so many rows scrolled away.
pub fn keys(about: Where, top: usize, at: &Geometry, words: &Words) -> Sheet {
    printed(about, (&Keys::default(), words), top, at)
}

fn printed(about: Where, (own, words): (&Keys, &Words), top: usize, at: &Geometry) -> Sheet {
    let mut rows = Vec::new();
    for group in Group::ALL {
        let bindings: Vec<_> = here(about).filter(|binding| binding.group == group).collect();
        if bindings.is_empty() {
            continue;
        }
        if !rows.is_empty() {
            rows.push(Row::default());
        }
        rows.push(line(group.head(words), Role::Heading));
        for binding in bindings {
            rows.extend(entry(&own.shown(binding, words), (binding.help)(words), at.width));
        }
    }
    let left = Clean::words(words.keys().keys_that_work_here());
    let header = Header { left, right: Clean::words(named(about, words)), part: Some(0.0), number: None };
    let foot = words.footer();
    Sheet {
        header: Some(header),
        rows,
        top,
        says_more: true,
        footer: footer(Where::Help, &[(Act::Back, foot.back()), (Act::Down, foot.scroll()), (Act::Leave, foot.leave())]),
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

fn named(place: Where, words: &Words) -> &str {
    let words = words.keys();
    match place {
        Where::Map => words.on_map(),
        Where::List | Where::Menu => words.on_list(),
        Where::Before => words.on_before(),
        Where::Lesson => words.on_lesson(),
        Where::Question => words.on_question(),
        Where::Answered => words.on_answered(),
        Where::QuizEnd => words.on_quiz_end(),
        Where::Review => words.on_review(),
        Where::Overview => words.on_overview(),
        Where::Sure => words.on_sure(),
        Where::Kept => words.on_kept(),
        Where::FollowUp => words.on_follow_up(),
        Where::Statement => words.on_statement(),
        Where::Mirror => words.on_mirror(),
        Where::Setup => words.on_setup(),
        Where::Room => words.on_room(),
        Where::Help => words.on_help(),
        Where::Field => words.on_field(),
    }
}
