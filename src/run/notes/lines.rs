//! The console line by line: the loop that says, asks and hears. What happens on the shared screen is said when it happens; the counts of
//! a vote stand before the next line, and are not said with every hand.

use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use super::super::input;
use super::super::lines::{Heard, Lines, hear_signals, pass_on};
use super::super::voice::Voice;
use super::super::{Code, Stop, done};
use super::{DONE, LOOK_AGAIN, Notes, Options, Told, ended_by};
use crate::course::Clean;
use crate::plain::{self, console, room::Meant};

/// Speaks until the console is left, or the input ends. `calls` brings what the shared screen says.
pub fn run(notes: Notes, calls: Receiver<input::Heard>, options: &Options) -> Result<Code, Stop> {
    let (tell, inbox) = channel();
    let cannot = |error: io::Error| Stop(format!("cannot listen: {}", crate::store::in_words(&error)));
    hear_signals(&tell).map_err(cannot)?;
    let lines = Lines::open(&tell).map_err(cannot)?;
    pass_on(calls, tell).map_err(cannot)?;
    let mut spoken = Spoken { notes, inbox, voice: Voice::of(options), told: plain::Told::default() };
    let written = spoken.run(&lines);
    let code = spoken.notes.ending.unwrap_or(DONE);
    done(written.and_then(|()| spoken.voice.end())).map(|_| code)
}

struct Spoken {
    notes: Notes,
    inbox: Receiver<Heard>,
    voice: Voice,
    told: plain::Told,
}

impl Spoken {
    fn run(&mut self, lines: &Lines) -> io::Result<()> {
        self.greet();
        self.voice.say(&self.told.console_news(&self.notes.console))?;
        while self.notes.ending.is_none() {
            self.voice.ask(&self.told.console_prompt(&self.notes.console))?;
            lines.next();
            let Some(line) = self.wait()? else { break };
            self.voice.heard()?;
            self.hear(&line)?;
        }
        Ok(())
    }

    /// Waits for the first word of a shared screen that was found: lines that are piped in are for the workshop that is there.
    fn greet(&mut self) {
        while self.notes.entered.is_some() && self.notes.console.room.session.is_none() && self.notes.ending.is_none() {
            match self.inbox.recv_timeout(LOOK_AGAIN) {
                Ok(Heard::Called(called)) => self.notes.hear(input::Heard::Called(called)),
                Ok(Heard::End(signal)) => self.notes.ending = Some(ended_by(signal)),
                Ok(Heard::Line(_) | Heard::Over | Heard::Report(_)) | Err(_) => return,
            }
        }
    }

    /// The next line. What happens meanwhile is said, and a clock that reaches its end, once.
    fn wait(&mut self) -> io::Result<Option<String>> {
        loop {
            let left = self.left();
            let look = self.notes.entered.is_none().then_some(LOOK_AGAIN);
            let heard = match left.into_iter().chain(look).min() {
                Some(wait) => self.inbox.recv_timeout(wait),
                None => self.inbox.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            match heard {
                Ok(Heard::Line(line)) => return Ok(Some(line)),
                Ok(Heard::Called(called)) => self.notes.hear(input::Heard::Called(called)),
                Ok(Heard::End(signal)) => self.notes.ending = Some(ended_by(signal)),
                Ok(Heard::Report(_)) => {}
                Ok(Heard::Over) | Err(RecvTimeoutError::Disconnected) => return Ok(None),
                Err(RecvTimeoutError::Timeout) => self.notes.tick(),
            }
            if self.notes.ending.is_some() {
                return Ok(None);
            }
            let mut news = self.told.console_news(&self.notes.console);
            if left.is_some() && self.is_over() {
                news.push(Clean::words(self.notes.console.room.words().room_lines().last_call()));
            }
            self.interrupt(news)?;
        }
    }

    /// How long the clock of this stage still runs.
    fn left(&self) -> Option<Duration> {
        let room = &self.notes.console.room;
        let left = room.session.as_ref().filter(|session| !session.clock.is_stopped())?.left(room.now)?;
        u64::try_from(left).ok().filter(|left| *left > 0).map(Duration::from_millis)
    }

    /// Whether the clock of this stage has come to its end.
    fn is_over(&self) -> bool {
        let room = &self.notes.console.room;
        room.session.as_ref().and_then(|session| session.left(room.now)).is_some_and(|left| left <= 0)
    }

    /// Something is said though nobody asked: below the prompt that stands there, and then the prompt again.
    fn interrupt(&mut self, news: Vec<Clean>) -> io::Result<()> {
        if news.is_empty() {
            return Ok(());
        }
        self.voice.say(&[vec![Clean::default()], news].concat())?;
        self.voice.ask(&self.told.console_prompt(&self.notes.console))
    }

    /// A line, and what came of it.
    fn hear(&mut self, line: &str) -> io::Result<()> {
        let revision = |notes: &Notes| notes.console.room.session.as_ref().map(|session| session.revision);
        let before = revision(&self.notes);
        match console::hear(&self.notes.console, line) {
            Meant::Told(lines) => return self.voice.say(&lines),
            Meant::Again => self.told.forget(),
            Meant::Chosen(_) => {}
            Meant::Keys(keys) => keys.into_iter().for_each(|key| self.notes.update(Told::Key(key))),
        }
        if self.notes.entered.is_none() && self.notes.ending.is_none() {
            self.notes.look();
            self.greet();
        }
        let mut news = self.told.console_news(&self.notes.console);
        if news.is_empty() && revision(&self.notes) == before && self.notes.ending.is_none() {
            news.push(Clean::words(self.notes.console.room.words().lines().nothing_changed()));
        }
        self.voice.say(&news)
    }
}
