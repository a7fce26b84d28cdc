//! Every note of a stage over the whole console, and those of the stage after it: what has no place beside the votes.

use super::super::{Header, Sheet, footer, line, wrapped};
use crate::app::geometry::Geometry;
use crate::app::keymap::{Act, Where};
use crate::course::Clean;
use crate::page::{Role, Row};
use crate::words::{self, Words};
use crate::workshop::{Session, Step};

/// The page, so many rows scrolled away.
pub fn sheet(words: &Words, session: &Session, top: usize, at: &Geometry) -> Sheet {
    let (words, mut rows) = (words.console(), Vec::new());
    if let Some(step) = session.step() {
        rows.extend(told(words, step.title.as_str(), step, at.width));
    }
    if let Some(step) = session.next_step().and_then(|step| session.plan.steps.get(step)) {
        if !rows.is_empty() {
            rows.extend([Row::default(), Row::default()]);
        }
        rows.extend(told(words, &words.next(&step.title), step, at.width));
    }
    let most = rows.len().saturating_sub(at.height);
    let (left, right) = (Clean::words(words.notes()), Clean::words(words.for_you()));
    let header = Header { number: None, left, right, part: Some(0.0) };
    Sheet {
        header: Some(header),
        rows,
        top: top.min(most),
        says_more: true,
        footer: footer(Where::Help, &[(Act::Back, words.key_back()), (Act::Down, words.key_scroll())]),
        ..Sheet::default()
    }
}

fn told(words: words::Console, head: &str, step: &Step, width: usize) -> Vec<Row> {
    let mut rows = vec![line(head, Role::Heading)];
    if step.notes.is_empty() {
        rows.push(line(words.no_notes(), Role::Quiet));
    }
    for note in &step.notes {
        rows.push(Row::default());
        rows.extend(wrapped(note.as_str(), Role::Text, width));
    }
    rows
}
