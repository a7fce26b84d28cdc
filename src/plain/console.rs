//! The facilitator's console in lines: what a workshop says to whoever holds it in lines, and whether the shared screen answers. A line
//! means what it means there.

use super::ask::Prompt;
use super::room::{self, Meant};
use super::vocabulary;
use super::words::line;
use crate::app::room::Console;
use crate::course::Clean;

/// What is not as it should be.
pub fn notice(console: &Console) -> Vec<Clean> {
    let words = console.room.words();
    let what = match (&console.room.session, console.is_lost, console.is_other) {
        (None, ..) | (_, false, false) => return Vec::new(),
        (_, true, _) => words.room_lines().is_lost(),
        (_, false, true) => words.room_lines().is_other(),
    };
    vec![line(&words.lines().note(what))]
}

/// What there is now.
pub fn say(console: &Console) -> Vec<Clean> {
    let words = console.room.words().room_lines();
    match console.room.session {
        Some(_) => room::say(&console.room),
        None => [words.nothing_here(), words.open_one()].map(line).into(),
    }
}

/// What can be typed.
pub fn ask(console: &Console) -> Prompt {
    match console.room.session {
        Some(_) => room::ask(&console.room),
        None => {
            let words = console.room.words();
            Prompt { first: words.room_lines().enter_looks_again().to_owned(), rest: words.typed().quit().to_owned() }
        }
    }
}

/// What a line means; before there is a workshop, only that one leaves.
pub fn hear(console: &Console, said: &str) -> Meant {
    match console.room.session {
        None if !vocabulary::is(console.room.words(), said.trim(), |words| words.typed().quit()) => Meant::Again,
        _ => room::hear(&console.room, said),
    }
}
