//! How long the steps took when the same workshop was rehearsed last: to be shown beside the plan. Only rehearsals that came to their end
//! count.

use std::path::Path;

use crate::app::room::{Choice, Room};
use crate::store::journal::{Head, Journal};
use crate::store::place::Places;
use crate::workshop::{Deed, Event, Session, Stage};

/// The steps of the last rehearsal of a workshop, each with its milliseconds; the journal of the session itself is left aside.
pub fn steps(places: &Places, room: &mut Room, head: &Head, own: &Path) -> Vec<(String, i64)> {
    let is_same = |other: &Head| (&other.course, &other.lessons, other.minutes) == (&head.course, &head.lessons, head.minutes);
    let is_over = |event: &Event| event.deed == Deed::Went("close".to_owned());
    let found = Journal::find(&places.rehearsals(), |journal| {
        journal.file() != own && is_same(&journal.head) && journal.events.iter().any(is_over)
    });
    let Ok(Some(journal)) = found else { return Vec::new() };
    let lessons: Vec<usize> = journal.head.lessons.iter().filter_map(|id| room.course.position(id)).collect();
    let choice = Choice { lessons, minutes: journal.head.minutes, people: journal.head.people };
    let mut session = room.session_of(&choice, journal.head.begins);
    journal.events.iter().for_each(|event| session.apply(event));
    ran(&session)
}

/// How long each step of a session took that is over.
fn ran(session: &Session) -> Vec<(String, i64)> {
    if session.stage() != Stage::Close {
        return Vec::new();
    }
    let took = |nth: usize| session.clock.in_step(nth, usize::MAX, session.clock.begins);
    let steps = session.plan.steps.iter().enumerate();
    steps.map(|(nth, step)| (step.name.clone(), took(nth))).filter(|(_, took)| *took > 0).collect()
}
