//! Numbers that a facilitator types: how many hands a line has, or how many people are here. The shared screen never shows the hands
//! while they are typed.

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

    fn text_mut(&mut self) -> &mut String {
        match self {
            Typed::Counts(text) | Typed::People(text) => text,
        }
    }

    /// Whether it still has a place in this session.
    pub fn fits(&self, session: &Session) -> bool {
        matches!(self, Typed::People(_)) || session.open().is_some()
    }

    /// What it means; nothing where nothing was typed that is a number.
    fn deed(&self) -> Option<Deed> {
        match self {
            Typed::Counts(text) => Some(Deed::Counted(counts(text))),
            Typed::People(text) => Some(Deed::People(counts(text).first().copied()?)),
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
            let typed = room.typing.take()?;
            let fits = room.session.as_ref().is_some_and(|session| typed.fits(session));
            let deed = typed.deed().filter(|_| fits);
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
