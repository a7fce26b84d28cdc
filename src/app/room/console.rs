//! The facilitator's console: the same session as on the shared screen, known from its journal, and the same keys. A deed is not
//! recorded here; it is wished of the shared screen, and comes back when it has happened.

use super::{Over, Room, Told, Wish, update};
use crate::app::key::Key;
use crate::app::keymap::{self, Act, Where};
use crate::workshop::{Event, Moment, Session};

/// Everything the console knows.
#[derive(Debug)]
pub struct Console {
    /// The room as it stands on the shared screen.
    pub room: Room,
    /// Whether the shared screen does not answer.
    pub is_lost: bool,
    /// Whether this console reads another text of the course than the shared screen does.
    pub is_other: bool,
}

impl Console {
    /// The session as its journal has it now.
    pub fn learn(&mut self, mut session: Session, events: &[Event]) {
        events.iter().for_each(|event| session.apply(event));
        self.room.session = Some(session);
    }

    /// When the next second of its clocks begins; nothing where they stand.
    pub fn wakes_in(&self) -> Option<i64> {
        let session = self.room.session.as_ref().filter(|session| !session.clock.is_stopped())?;
        let is_waiting = session.clock.began.is_none() && session.clock.begins <= self.room.now;
        (!is_waiting).then(|| 1000 - self.room.now.0.rem_euclid(1000))
    }

    /// Notes are opened and closed here alone: the shared screen has no page for them.
    fn asks_for_notes(&self, key: Key) -> bool {
        let is_free = matches!(self.room.over, None | Some(Over::Notes(_))) && self.room.typing.is_none();
        is_free && self.room.session.is_some() && keymap::act(Where::Room, key) == Some(Act::Notes)
    }

    /// Something happened.
    pub fn update(&mut self, now: Moment, told: Told) -> Vec<Wish> {
        match told {
            // Sleep is the shared screen's to notice.
            Told::Tick => {
                self.room.now = now;
                Vec::new()
            }
            Told::Key(key) if self.asks_for_notes(key) => {
                self.room.now = now;
                self.room.over = if self.room.over.is_none() { Some(Over::Notes(0)) } else { None };
                Vec::new()
            }
            told => update(&mut self.room, now, told),
        }
    }
}
