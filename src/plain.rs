//! The same app, spoken line by line: for screen readers, pipes and the slowest line. `say` tells what there is, `ask` what can be typed,
//! `hear` what a line means. A line becomes the acts that keys become, so the events are the same. Knows no terminal, no file, no clock.
//!
//! Nothing here is drawn: no frames, no bars, no colour. A screen without words of its own is spoken by its sheet (`plain/sheet.rs`), so
//! that a new one is never mute.

use crate::app::{App, Screen};
use crate::course::Clean;

mod answer;
mod ask;
pub mod console;
mod field;
mod hear;
mod help;
mod lesson;
mod map;
mod mirror;
mod plan;
mod question;
pub mod room;
mod sheet;
mod told;
mod verdict;
mod vocabulary;
mod words;

pub use ask::{Prompt, ask};
pub use hear::{Heard, hear};
pub use told::Told;

/// Everything that the screen has to tell, what matters first.
pub fn say(app: &App) -> Vec<Clean> {
    match app.screen() {
        Screen::Map(_) => map::say(app),
        Screen::Reader(reader) => [lesson::say(app, reader), field::so_far(app)].concat(),
        Screen::Quiz(_) => [question::say(app), field::so_far(app)].concat(),
        Screen::Mirror(mirror) => mirror::say(app, mirror),
        Screen::Plan(planning) => plan::say(app, planning),
        _ => sheet::say(app),
    }
}

/// What is not as it should be, or was done just now.
pub fn notice(app: &App) -> Vec<Clean> {
    sheet::notice(app)
}
