//! Every note of a stage over the whole console, and those of the stage after it: what has no place beside the votes.

use super::super::{Header, Sheet, footer, line, wrapped};
use crate::app::geometry::Geometry;
use crate::app::keymap::{Act, Where};
use crate::course::Clean;
use crate::page::{Role, Row};
use crate::workshop::{Session, Step};

/// The page, so many rows scrolled away.
pub fn sheet(session: &Session, top: usize, at: &Geometry) -> Sheet {
    let mut rows = Vec::new();
    let next = session.next_step().and_then(|step| session.plan.steps.get(step));
    for (lead, step) in [("", session.step()), ("Next: ", next)].into_iter().filter_map(|(lead, step)| Some((lead, step?))) {
        if !rows.is_empty() {
            rows.extend([Row::default(), Row::default()]);
        }
        rows.extend(told(lead, step, at.width));
    }
    let most = rows.len().saturating_sub(at.height);
    let header = Header { number: None, left: Clean::fixed("Notes"), right: Clean::fixed("for you alone"), part: Some(0.0) };
    Sheet {
        header: Some(header),
        rows,
        top: top.min(most),
        says_more: true,
        footer: footer(Where::Help, &[(Act::Back, "back"), (Act::Down, "scroll")]),
        ..Sheet::default()
    }
}

fn told(lead: &str, step: &Step, width: usize) -> Vec<Row> {
    let mut rows = vec![line(&format!("{lead}{}", step.title), Role::Heading)];
    if step.notes.is_empty() {
        rows.push(line("No notes.", Role::Quiet));
    }
    for note in &step.notes {
        rows.push(Row::default());
        rows.extend(wrapped(note.as_str(), Role::Text, width));
    }
    rows
}
