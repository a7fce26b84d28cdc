//! How long the steps took when the same workshop was rehearsed last: to be shown beside the plan. Only rehearsals that came to their end
//! count.

use super::{Places, outcome};
use crate::app::room::Room;
use crate::store::journal::{Head, Journal};
use crate::workshop::{Deed, Event, Session};

/// The steps of the last rehearsal of a workshop, each with its milliseconds; this journal itself is left aside.
pub fn steps(places: &Places, room: &mut Room, own: &Journal) -> Vec<(String, i64)> {
    let plan = |head: &Head| (head.course.clone(), head.lessons.clone(), head.minutes);
    let is_over = |event: &Event| event.deed == Deed::Went("close".to_owned());
    let found = Journal::find(&places.rehearsals(), |journal| {
        journal.file() != own.file() && plan(&journal.head) == plan(&own.head) && journal.events.iter().any(is_over)
    });
    let Ok(Some(journal)) = found else { return Vec::new() };
    outcome::session(room, &journal).map(|session| took(&session)).unwrap_or_default()
}

/// How long each step of a session took that is over.
fn took(session: &Session) -> Vec<(String, i64)> {
    let took = |nth: usize| session.clock.in_step(nth, usize::MAX, session.clock.begins);
    let steps = session.plan.steps.iter().enumerate();
    steps.map(|(nth, step)| (step.name.clone(), took(nth))).filter(|(_, took)| *took > 0).collect()
}
