//! The facilitator's console in lines: what a workshop says to whoever holds it in lines, and whether the shared screen answers. A line
//! means what it means there.

use super::ask::Prompt;
use super::room::{self, Meant};
use crate::app::room::Console;
use crate::course::Clean;

/// What is not as it should be.
pub fn notice(console: &Console) -> Vec<Clean> {
    let words = match (&console.room.session, console.is_lost, console.is_other) {
        (None, ..) => return Vec::new(),
        (_, true, _) => "Note: The shared screen does not answer; contrasts present --resume goes on.",
        (_, _, true) => "Note: This console reads other texts than the shared screen shows. Open it with the same --course.",
        (_, false, false) => return Vec::new(),
    };
    vec![Clean::fixed(words)]
}

/// What there is now.
pub fn say(console: &Console) -> Vec<Clean> {
    match console.room.session {
        Some(_) => room::say(&console.room),
        None => vec![
            Clean::fixed("No workshop is running on this machine for this course."),
            Clean::fixed("Open one with contrasts present in another terminal; it is told here by itself."),
        ],
    }
}

/// What can be typed.
pub fn ask(console: &Console) -> Prompt {
    match console.room.session {
        Some(_) => room::ask(&console.room),
        None => Prompt { first: "Enter looks again".to_owned(), rest: "quit".to_owned() },
    }
}

/// What a line means; before there is a workshop, only that one leaves.
pub fn hear(console: &Console, said: &str) -> Meant {
    match console.room.session {
        None if said.trim() != "quit" => Meant::Again,
        _ => room::hear(&console.room, said),
    }
}
