//! `contrasts notes`: the loop behind the facilitator's console. It reads the journal when the shared screen says that it changed, and
//! wishes deeds of it. While no shared screen answers, it looks for one every two seconds.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use super::door::{Called, Entered};
use super::input::{Ears, Gate, Heard};
use super::present::ended_by;
use super::screens::{HANG_UP, install_panic_hook, theme};
use super::start::Choices;
use super::{COULD_NOT, Code, DONE, Options, Places, Stop, rehearsed, the_course, the_places, ui};
use crate::app::room::{Choice, Console, Room, Told, Wish};
use crate::store::journal::Journal;
use crate::store::{clock, settings};
use crate::ui::Theme;
use crate::ui::terminal::{Input, Terminal};
use crate::workshop::{Event, Moment};

mod lines;

/// How often one looks for a shared screen while there is none.
const LOOK_AGAIN: Duration = Duration::from_secs(2);

/// Shows the console.
pub fn run(options: &Options) -> Result<Code, Stop> {
    let is_plain = Choices::of(options).is_plain();
    if !is_plain && !ui::terminal::is_terminal() {
        return Err(Stop("the console needs a terminal to be shown on, or --plain".to_owned()));
    }
    let places = the_places(options)?;
    let (chosen, _) = settings::read(&places.settings());
    let options = Options { ascii: options.ascii || chosen.ascii, ..options.clone() };
    let (theme, _) = theme(&options, &chosen, Some(&places))?;
    let (course, _) = the_course(&options, false)?;
    let now = Moment(clock::now().0);
    let room = Room::new(course, ui::terminal::size(), now, clock::ahead(clock::now()));
    let (tell, inbox) = channel();
    let console = Console { room, is_lost: false, is_other: false };
    let (compared, terminal, ending) = (None, None, None);
    let mut notes =
        Notes { compared, console, theme, places, terminal, entered: None, unanswered: 0, tell: tell.clone(), ending };
    if is_plain {
        notes.look();
        return lines::run(notes, inbox, &options);
    }
    let gate = Gate::default();
    let no_terminal =
        |error: std::io::Error| Stop(format!("there is no terminal to draw on: {}", crate::store::in_words(&error)));
    install_panic_hook(tell.clone());
    let ears = Ears::open()?;
    notes.terminal = Some(Terminal::enter(false).map_err(no_terminal)?);
    notes.look();
    notes.draw().map_err(no_terminal)?;
    ears.listen(&tell, &gate).map_err(no_terminal)?;
    Ok(notes.run(&inbox))
}

struct Notes {
    console: Console,
    theme: Theme,
    places: Places,
    /// None where it is spoken line by line.
    terminal: Option<Terminal>,
    entered: Option<Entered>,
    /// So many wishes were not answered yet.
    unanswered: usize,
    tell: Sender<Heard>,
    ending: Option<Code>,
    /// The session for which the last rehearsal was looked up.
    compared: Option<std::path::PathBuf>,
}

impl Notes {
    fn run(mut self, inbox: &Receiver<Heard>) -> Code {
        while self.ending.is_none() {
            if self.draw().is_err() {
                return ended_by(HANG_UP);
            }
            let wait = self.console.wakes_in().and_then(|wait| u64::try_from(wait).ok()).map(Duration::from_millis);
            let wait = if self.entered.is_some() { wait } else { Some(wait.map_or(LOOK_AGAIN, |wait| wait.min(LOOK_AGAIN))) };
            let heard = match wait {
                Some(wait) => inbox.recv_timeout(wait),
                None => inbox.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            match heard {
                Ok(heard) => self.hear(heard),
                Err(RecvTimeoutError::Timeout) => self.tick(),
                Err(RecvTimeoutError::Disconnected) => self.ending = Some(ended_by(HANG_UP)),
            }
            while let Ok(heard) = inbox.try_recv() {
                self.hear(heard);
            }
        }
        self.ending.unwrap_or(DONE)
    }

    fn tick(&mut self) {
        self.update(Told::Tick);
        if self.entered.is_none() {
            self.look();
        }
    }

    /// Looks for a shared screen; what it shows comes with its first line.
    fn look(&mut self) {
        let at = |folder: std::path::PathBuf| Entered::any(&folder, &self.tell);
        self.entered = at(self.places.workshops()).or_else(|| at(self.places.rehearsals()));
        self.console.is_lost = self.entered.is_none() && self.console.room.session.is_some();
    }

    /// Reads the journal again; not while a wish is under way that it does not know yet.
    fn learn(&mut self) {
        let Some(entered) = self.entered.as_ref().filter(|_| self.unanswered == 0) else { return };
        let Ok(journal) = Journal::read(&entered.door.journal) else { return };
        let room = &mut self.console.room;
        let lessons: Vec<usize> = journal.head.lessons.iter().filter_map(|id| room.course.position(id)).collect();
        if journal.head.course != room.course.id || lessons.len() < journal.head.lessons.len() {
            return;
        }
        let choice = Choice { lessons, minutes: journal.head.minutes, people: journal.head.people };
        let session = room.session_of(&choice, journal.head.begins);
        self.console.is_other = journal.head.plan.is_some_and(|plan| plan != room.fingerprint(&choice));
        room.rehearsal = journal.head.rehearsal;
        if self.compared.as_deref() != Some(journal.file()) {
            room.before = rehearsed::steps(&self.places, room, &journal);
            self.compared = Some(journal.file().to_owned());
        }
        let now = self.moment();
        self.console.room.now = now;
        self.console.learn(session, &journal.events);
    }

    /// The moment that is shown: a rehearsal may run faster.
    fn moment(&self) -> Moment {
        let real = Moment(clock::now().0);
        self.console.room.rehearsal.map_or(real, |rehearsal| rehearsal.moment(real))
    }

    fn draw(&mut self) -> std::io::Result<()> {
        let (console, theme) = (&self.console, &self.theme);
        match &mut self.terminal {
            Some(terminal) => terminal.draw(console.room.size, None, |buffer| ui::room::console(console, theme, buffer)),
            None => Ok(()),
        }
    }

    fn hear(&mut self, heard: Heard) {
        match heard {
            Heard::Inputs(inputs) => inputs.into_iter().for_each(|input| self.input(input)),
            Heard::Resized => self.input(Input::Resized),
            Heard::Called(Called::Changed) => self.learn(),
            Heard::Called(Called::Answered) => {
                self.unanswered = self.unanswered.saturating_sub(1);
                self.learn();
            }
            Heard::Called(Called::Gone) => self.lose(),
            Heard::Called(Called::Came(_) | Called::Wishes(..) | Called::Light) | Heard::Report(_) => {}
            Heard::Stop => self.suspend(),
            Heard::Continued => self.take_again(),
            Heard::End(signal) => self.ending = Some(ended_by(signal)),
            Heard::Gone => self.ending = Some(ended_by(HANG_UP)),
            Heard::Panicked => self.ending = Some(COULD_NOT),
        }
    }

    fn input(&mut self, input: Input) {
        match input {
            Input::Key(_) if self.ending.is_some() => {}
            Input::Key(key) => self.update(Told::Key(key)),
            Input::Resized => {
                self.terminal.iter_mut().for_each(Terminal::forget);
                self.update(Told::Resized(ui::terminal::size()));
            }
            Input::Paste(_) | Input::Click(..) | Input::Wheel { .. } => {}
        }
    }

    fn update(&mut self, told: Told) {
        let is_there = self.console.room.session.is_some();
        for wish in self.console.update(self.moment(), told) {
            match wish {
                Wish::Record(event) => self.wish(&event),
                Wish::Light => self.wish_light(),
                Wish::Suspend => self.suspend(),
                Wish::Leave => self.ending = Some(DONE),
                Wish::Begin(_) => debug_assert!(!is_there),
            }
        }
    }

    /// Wishes something of the shared screen. Here it counts at once, so that the next key of a fast hand goes on from there; what the
    /// journal says a moment later is the truth.
    fn wish(&mut self, event: &Event) {
        if self.entered.as_mut().is_some_and(|entered| entered.wish(&event.deed).is_ok()) {
            self.unanswered += 1;
            self.console.room.take(event);
        } else {
            self.lose();
        }
    }

    fn wish_light(&mut self) {
        if self.entered.as_mut().is_none_or(|entered| entered.wish_light().is_err()) {
            self.lose();
        }
    }

    fn lose(&mut self) {
        (self.entered, self.unanswered) = (None, 0);
        self.console.is_lost = self.console.room.session.is_some();
    }

    fn suspend(&mut self) {
        self.terminal.iter_mut().for_each(Terminal::give_back);
        #[cfg(unix)]
        let _ = rustix::process::kill_current_process_group(rustix::process::Signal::STOP);
        self.take_again();
    }

    fn take_again(&mut self) {
        if self.terminal.iter_mut().any(|terminal| terminal.take_again().is_err()) {
            self.ending = Some(ended_by(HANG_UP));
        }
        self.update(Told::Resized(ui::terminal::size()));
    }
}
