//! What was said already. Whoever listens hears what is new and no more: not the question again with its hint, not the same list of
//! words after each paragraph.

use super::{Prompt, lesson, notice, say};
use crate::app::room::{Console, Room};
use crate::app::{App, Screen};
use crate::course::Clean;

/// What was said last.
#[derive(Debug, Default)]
pub struct Told {
    said: Vec<Clean>,
    noticed: Vec<Clean>,
    /// What else could be typed.
    rest: String,
    /// The lesson that was read.
    lesson: Option<usize>,
}

impl Told {
    /// What is new since it was last asked for: what is not as it should be, and what there is now.
    pub fn news(&mut self, app: &App) -> Vec<Clean> {
        let (notice, said) = (notice(app), say(app));
        let lesson = if let Screen::Reader(reader) = app.screen() { Some(reader.lesson) } else { None };
        let is_entered = lesson.is_some() && lesson != self.lesson;
        let whereabouts = if is_entered { lesson::whereabouts(app) } else { None };
        let added_here = match app.screen() {
            Screen::Plan(_) => changed(&said, &self.said),
            _ => added(&said, &self.said),
        };
        let news = [added(&notice, &self.noticed), whereabouts.as_slice(), added_here].concat();
        *self = Told { said, noticed: notice, lesson, rest: std::mem::take(&mut self.rest) };
        news
    }

    /// The same, of a workshop.
    pub fn room_news(&mut self, room: &Room) -> Vec<Clean> {
        let said = super::room::say(room);
        let news = added(&said, &self.said).to_vec();
        self.said = said;
        news
    }

    /// The same, of a console.
    pub fn console_news(&mut self, console: &Console) -> Vec<Clean> {
        let (notice, said) = (super::console::notice(console), super::console::say(console));
        let news = [added(&notice, &self.noticed), added(&said, &self.said)].concat();
        (self.noticed, self.said) = (notice, said);
        news
    }

    /// What stands before the next line: all of it where it is another than before.
    pub fn prompt(&mut self, app: &App) -> Clean {
        self.ask(&super::ask(app))
    }

    /// The same, of a workshop.
    pub fn room_prompt(&mut self, room: &Room) -> Clean {
        self.ask(&super::room::ask(room))
    }

    /// The same, of a console.
    pub fn console_prompt(&mut self, console: &Console) -> Clean {
        self.ask(&super::console::ask(console))
    }

    fn ask(&mut self, prompt: &Prompt) -> Clean {
        let is_known = prompt.rest == self.rest;
        self.rest.clone_from(&prompt.rest);
        if is_known { prompt.brief() } else { prompt.whole() }
    }

    /// It counts as said: the learner wrote it.
    pub fn pass_over(&mut self, app: &App) {
        self.said = say(app);
    }

    /// A line was heard: what the program remarked before it is over, and the same remark after it is news.
    pub fn hear(&mut self, app: &App) {
        if !app.remarks.is_empty() || !app.done.is_empty() {
            self.noticed.clear();
        }
    }

    /// All is to be said again.
    pub fn forget(&mut self) {
        *self = Told::default();
    }
}

/// What of it is new: only what was added, where the beginning was said before.
fn added<'a>(said: &'a [Clean], before: &[Clean]) -> &'a [Clean] {
    said.strip_prefix(before).unwrap_or(said)
}

/// What is new in a text that is spoken from its head to its end: everything from the first line that is another.
fn changed<'a>(said: &'a [Clean], before: &[Clean]) -> &'a [Clean] {
    let same = said.iter().zip(before).take_while(|(now, then)| now == then).count();
    said.get(same..).unwrap_or_default()
}
