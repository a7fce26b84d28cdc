//! The hands of a room that nobody is in: they come by themselves while a vote is open, on the shared screen alone.

use std::collections::VecDeque;

use super::Room;
use crate::workshop::{Deed, Event, Session, Stage};

/// Hands that are still to come.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hands {
    /// The poll, the round and the run they are for.
    of: Option<(usize, usize, usize)>,
    /// After how much time of the step, and for which line.
    due: VecDeque<(i64, usize)>,
}

/// The hands that have come by now, as what happens; empty where a real room votes.
pub fn hands(room: &mut Room) -> Vec<Event> {
    let (Some(rehearsal), Some(session)) = (&room.rehearsal, &room.session) else { return Vec::new() };
    let open = match session.stage() {
        Stage::Vote { poll, round } if session.open().is_some() && session.cover.is_none() => (poll, round, session.run(poll)),
        _ => return Vec::new(),
    };
    let spent = session.clock.in_step(session.at, session.at, room.now);
    if room.hands.of != Some(open)
        && let Some(poll) = session.plan.polls.get(open.0)
    {
        // What was counted before, by whoever rehearses or before a resume, does not come again.
        let counted = session.open().map_or(0, |round| round.total()) as usize;
        let hands = rehearsal.hands(poll, open.1, open.2);
        let begun = counted.checked_sub(1).and_then(|last| hands.get(last)).map_or(0, |(when, _)| *when);
        let due = hands.into_iter().skip(counted).map(|(when, line)| (when - begun + spent, line)).collect();
        room.hands = Hands { of: Some(open), due };
    }
    let mut events = Vec::new();
    while let Some((_, line)) = room.hands.due.front().copied().filter(|(when, _)| *when <= spent) {
        room.hands.due.pop_front();
        events.push(Event { at: room.now, deed: Deed::Voted(line) });
    }
    events
}

/// In how many milliseconds the next hand comes.
pub fn wakes_in(room: &Room, session: &Session) -> Option<i64> {
    session.open()?;
    let (when, _) = room.hands.due.front().filter(|_| room.rehearsal.is_some() && session.cover.is_none())?;
    Some((when - session.clock.in_step(session.at, session.at, room.now)).max(1))
}
