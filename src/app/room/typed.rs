//! Numbers that a facilitator types: how many hands a line has, or how many people are here. The shared screen never shows the hands
//! while they are typed. What does not fit stays in the field: its blanks and digits would otherwise turn pages.

use super::{Room, Wish};
use crate::app::key::Key;
use crate::app::keymap::{self, Act, Where};
use crate::workshop::{Deed, Event, Session};

/// The most digits and blanks.
const LONGEST: usize = 60;
/// More people do not come.
const CROWD: u32 = 9999;

/// What is being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Typed {
    /// The counts of a vote.
    Counts(String),
    /// How many people are here.
    People(String),
}

impl Typed {
    /// The digits so far.
    pub fn text(&self) -> &str {
        match self {
            Typed::Counts(text) | Typed::People(text) => text,
        }
    }

    /// The numbers so far.
    pub fn counts(&self) -> Vec<u32> {
        counts(self.text())
    }

    fn text_mut(&mut self) -> &mut String {
        match self {
            Typed::Counts(text) | Typed::People(text) => text,
        }
    }

    /// Whether it would be taken: counts, while a vote is open, and not more of them than it has lines.
    fn fits(&self, session: &Session) -> bool {
        match (self, session.poll().filter(|_| session.open().is_some())) {
            (Typed::People(_), _) => true,
            (Typed::Counts(_), Some((_, poll))) => self.counts().len() <= poll.len(),
            (Typed::Counts(_), None) => false,
        }
    }

    /// What it means; nothing where nothing was typed that is a number.
    fn deed(&self) -> Option<Deed> {
        match self {
            Typed::Counts(_) => Some(self.counts()).filter(|counts| !counts.is_empty()).map(Deed::Counted),
            Typed::People(_) => Some(Deed::People(self.counts().first().copied()?)),
        }
    }
}

/// A key while something is typed; `None` where nothing is.
pub fn press(room: &mut Room, key: Key) -> Option<Option<Wish>> {
    let typing = room.typing.as_mut()?;
    let act = keymap::act(Where::Field, key);
    match (key.typed(), act) {
        (Some(c), _) if (c.is_ascii_digit() || c == ' ') && typing.text().len() < LONGEST => typing.text_mut().push(c),
        (_, Some(Act::Erase)) => drop(typing.text_mut().pop()),
        (_, Some(Act::Back)) => room.typing = None,
        (_, Some(Act::Confirm)) => {
            let fits = room.session.as_ref().is_some_and(|session| typing.fits(session));
            if !fits {
                return Some(None);
            }
            let deed = room.typing.take()?.deed();
            return Some(deed.map(|deed| Wish::Record(Event { at: room.now, deed })));
        }
        (_, Some(Act::LeaveNow)) => return Some(Some(Wish::Leave)),
        _ => {}
    }
    Some(None)
}

/// The counts in a line that was typed.
fn counts(typed: &str) -> Vec<u32> {
    typed.split_whitespace().map(|count| count.parse().unwrap_or(CROWD).min(CROWD)).collect()
}
