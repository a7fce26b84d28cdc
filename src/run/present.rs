//! `contrasts present`: the loop behind the shared screen. It sleeps until a key comes; only while a clock is shown it wakes with each
//! second. What happens is in the journal before it is on the screen.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use super::door::{Called, Listening};
use super::input::{Ears, Gate, Heard};
use super::screens::{HANG_UP, install_panic_hook, theme};
use super::start::Choices;
use super::{COULD_NOT, Code, DONE, Options, Places, Stop, find_lesson, outcome, rehearsed, say, the_course, the_places, ui};
use crate::app::room::{self, Choice, Room, SLEEP, Told, Wish, contrasts};
use crate::command::{MadeUp, Present};
use crate::course::Clean;
use crate::store::journal::{Head, Journal};
use crate::store::{clock, settings, shown};
use crate::ui::Theme;
use crate::ui::terminal::{Input, Terminal};
use crate::workshop::{Cover, Crowd, Deed, Event, Moment, Rehearsal, Stage};

mod lines;

/// How many come where nobody says so.
const PEOPLE: u32 = 24;
const MINUTES: u32 = 60;

/// Holds a workshop.
pub fn run(options: &Options, how: &Present) -> Result<Code, Stop> {
    let is_plain = Choices::of(options).is_plain();
    if !is_plain && !ui::terminal::is_terminal() {
        return Err(Stop("a workshop needs a terminal to be shown on, or --plain".to_owned()));
    }
    let places = the_places(options)?;
    let (chosen, _) = settings::read(&places.settings());
    let options = Options { ascii: options.ascii || chosen.ascii, ..options.clone() };
    let (course, _) = the_course(&options, false)?;
    let now = Moment(clock::now().0);
    let ahead = clock::ahead(clock::now());
    let mut room = Room::new(course, ui::terminal::size(), now, ahead);
    room.setup.minutes = how.length.unwrap_or(MINUTES);
    room.rehearsal = how.rehearse.map(|room| made_up(room, how, now));
    let people = room.rehearsal.map_or(PEOPLE, |rehearsal| rehearsal.crowd.people());
    room.setup.people = people;
    room.is_light = options.theme.as_deref().is_some_and(|name| name.ends_with("light"));
    let named = how.lessons.iter().map(|named| find_lesson(&room.course, named)).collect::<Result<Vec<_>, _>>()?;
    let themes = [themed(&options, &chosen, "room-dark")?, themed(&options, &chosen, "room-light")?];
    let all = contrasts(&room.course);
    all.iter().for_each(|lesson| drop(room.course.load_workshop(*lesson)));
    let (tell, inbox) = channel();
    let mut showing = Showing { is_plain, ..Showing::new(room, themes, places, tell) };
    if how.resume {
        showing.resume_last(now)?;
    } else if !named.is_empty() {
        showing.begin(&Choice { lessons: named, minutes: how.length.unwrap_or(MINUTES), people })?;
    }
    if is_plain { lines::run(showing, &options) } else { showing.run(&inbox) }
}

/// The rehearsal that was asked for.
fn made_up(room: MadeUp, how: &Present, now: Moment) -> Rehearsal {
    let crowd = match room {
        MadeUp::Small => Crowd::Small,
        MadeUp::Split => Crowd::Split,
        MadeUp::Sleepy => Crowd::Sleepy,
        MadeUp::Expert => Crowd::Expert,
    };
    Rehearsal { crowd, seed: how.seed, speed: how.speed, real: now, shown: now }
}

/// A theme for rooms, or whatever else was asked for; without colour, `mono`.
fn themed(options: &Options, chosen: &crate::settings::Settings, name: &str) -> Result<Theme, Stop> {
    let own = options.theme.as_deref().filter(|theme| !theme.starts_with("room-"));
    let options = Options { theme: Some(own.unwrap_or(name).to_owned()), ..options.clone() };
    Ok(theme(&options, chosen, None)?.0)
}

/// The shared screen is drawn at most five times a second: more flickers in a video call.
const FRAME: Duration = Duration::from_millis(200);

/// How long to wait before the screen may be drawn again.
fn rest(drawn: Option<Instant>, now: Instant) -> Option<Duration> {
    FRAME.checked_sub(now.duration_since(drawn?)).filter(|rest| !rest.is_zero())
}

struct Showing {
    room: Room,
    /// For a dark room and for a light one.
    themes: [Theme; 2],
    places: Places,
    journal: Option<Journal>,
    /// Consoles.
    listening: Option<Listening>,
    terminal: Option<Terminal>,
    ending: Option<Code>,
    gate: Gate,
    tell: Sender<Heard>,
    /// When the screen was drawn last.
    drawn: Option<Instant>,
    /// The same moment on two clocks, of which one stands while the machine sleeps.
    clocks: (Instant, Moment),
    /// Without a shared screen: whoever holds it hears and types everything here, and there is no console.
    is_plain: bool,
}

impl Showing {
    fn new(room: Room, themes: [Theme; 2], places: Places, tell: Sender<Heard>) -> Showing {
        let clocks = (Instant::now(), Moment(clock::now().0));
        let (journal, listening, terminal, ending, drawn) = (None, None, None, None, None);
        Showing {
            room,
            themes,
            places,
            journal,
            listening,
            terminal,
            ending,
            gate: Gate::default(),
            tell,
            drawn,
            clocks,
            is_plain: false,
        }
    }

    /// Begins a session, and its journal.
    fn begin(&mut self, choice: &Choice) -> Result<(), Stop> {
        self.room.begin(choice);
        let Some(session) = &self.room.session else { return Ok(()) };
        let head = Head {
            course: self.room.course.id.clone(),
            lessons: session.plan.lessons.clone(),
            minutes: choice.minutes,
            people: choice.people,
            begins: session.clock.begins,
            plan: Some(self.room.fingerprint(choice)),
            rehearsal: self.room.rehearsal,
        };
        let failed = |failure: crate::store::Failure| Stop(self.room.words().room().not_kept(failure.file, failure.why));
        self.journal = Some(Journal::begin(&self.folder(), head, self.room.now).map_err(failed)?);
        self.compare();
        self.listen();
        Ok(())
    }

    /// Where this session is kept: rehearsals apart.
    fn folder(&self) -> std::path::PathBuf {
        if self.room.rehearsal.is_some() { self.places.rehearsals() } else { self.places.workshops() }
    }

    /// What the last rehearsal of the same plan took.
    fn compare(&mut self) {
        if let Some(journal) = &self.journal {
            self.room.before = rehearsed::steps(&self.places, &mut self.room, journal);
        }
    }

    /// The moment that is shown: a rehearsal may run faster.
    fn moment(&self) -> Moment {
        let real = Moment(clock::now().0);
        self.room.rehearsal.map_or(real, |rehearsal| rehearsal.moment(real))
    }

    /// Takes up the last session where it stood. Its clock stood since the last thing that happened.
    fn resume_last(&mut self, now: Moment) -> Result<(), Stop> {
        let failed = |failure: crate::store::Failure| Stop(format!("{}: {}", failure.file, failure.why));
        let journal = Journal::last(&self.folder(), &self.room.course.id).map_err(failed)?;
        let Some(mut journal) = journal else { return Err(Stop("there is no workshop to go on with".to_owned())) };
        let lessons: Vec<usize> = journal.head.lessons.iter().filter_map(|id| self.room.course.position(id)).collect();
        let choice = Choice { lessons, minutes: journal.head.minutes, people: journal.head.people };
        let session = self.room.session_of(&choice, journal.head.begins);
        let is_known = |event: &Event| match &event.deed {
            Deed::Went(name) => session.plan.named(name).is_some(),
            _ => true,
        };
        if choice.lessons.len() < journal.head.lessons.len() || !journal.events.iter().all(is_known) {
            let file = shown(journal.file());
            return Err(Stop(format!("the course was changed since this workshop began, so it cannot go on: {file}")));
        }
        self.room.session = Some(session);
        journal.events.iter().for_each(|event| self.room.take(event));
        let last = journal.events.last().map_or(now, |event| event.at);
        if let Some(rehearsal) = &mut journal.head.rehearsal {
            // Its time goes on from where it stood.
            (rehearsal.real, rehearsal.shown) = (now, last);
        }
        self.room.rehearsal = journal.head.rehearsal;
        self.journal = Some(journal);
        self.compare();
        if self.room.session.as_ref().is_some_and(|session| room::has_begun(&session.clock)) {
            self.record(Event { at: last, deed: Deed::Covered(Cover::Pause) });
        }
        self.listen();
        Ok(())
    }

    /// Opens the door for consoles. Without one the workshop goes on, from this keyboard.
    fn listen(&mut self) {
        let listening =
            self.journal.as_ref().filter(|_| !self.is_plain).map(|journal| Listening::start(journal.file(), &self.tell));
        match listening {
            Some(Ok(listening)) => self.listening = Some(listening),
            Some(Err(error)) => {
                let why = self.room.words().room().no_console(crate::store::in_words(&error));
                self.room.trouble = Some(Clean::words(&why));
            }
            None => {}
        }
    }

    /// A console wishes something; it may have been overtaken by a key here.
    fn wished(&mut self, port: u16, deed: Deed) {
        self.tell(Told::Tick);
        if self.room.session.as_ref().is_some_and(|session| session.allows(&deed)) {
            self.record(Event { at: self.room.now, deed });
        }
        self.listening.iter_mut().for_each(|door| door.answer(port));
    }

    fn run(mut self, inbox: &Receiver<Heard>) -> Result<Code, Stop> {
        let no_terminal =
            |error: std::io::Error| Stop(format!("there is no terminal to draw on: {}", crate::store::in_words(&error)));
        install_panic_hook(self.tell.clone());
        let ears = Ears::open()?;
        self.terminal = Some(Terminal::enter(false).map_err(no_terminal)?);
        self.draw().map_err(no_terminal)?;
        ears.listen(&self.tell, &self.gate).map_err(no_terminal)?;
        while self.ending.is_none() {
            let rest = rest(self.drawn, Instant::now());
            if rest.is_none() {
                if self.draw().is_err() {
                    self.ending = Some(ended_by(HANG_UP));
                    break;
                }
                self.drawn = Some(Instant::now());
            }
            self.wait(inbox, rest);
        }
        (self.terminal, self.listening) = (None, None);
        self.leave_behind();
        Ok(self.ending.unwrap_or(DONE))
    }

    /// After the close, the report; before it, the way back.
    fn leave_behind(&self) {
        let (Some(session), Some(journal)) = (&self.room.session, &self.journal) else { return };
        let words = self.room.words().room_lines();
        if session.stage() != Stage::Close {
            if room::has_begun(&session.clock) {
                say(words.is_kept());
            }
            return;
        }
        match outcome::write(&self.room, journal, session) {
            Ok(file) => say(&words.report_is_in(shown(&file))),
            Err(failure) => say(&words.no_report(failure.file, failure.why)),
        }
    }

    /// Sleeps until something comes, or until the next second of a clock that is shown, or until what has come may be drawn.
    fn wait(&mut self, inbox: &Receiver<Heard>, rest: Option<Duration>) {
        let speed = self.room.rehearsal.map_or(1, |rehearsal| u64::from(rehearsal.speed));
        let tick = self.room.wakes_in().and_then(|wait| u64::try_from(wait).ok());
        let tick = tick.map(|wait| Duration::from_millis(wait.div_ceil(speed)));
        let heard = match tick.into_iter().chain(rest).min() {
            Some(wait) => inbox.recv_timeout(wait),
            None => inbox.recv().map_err(|_| RecvTimeoutError::Disconnected),
        };
        let has_slept = self.has_slept();
        match heard {
            // A key that wakes the machine is for the machine.
            Ok(Heard::Inputs(_)) if has_slept => {}
            Ok(heard) => self.hear(heard),
            Err(RecvTimeoutError::Timeout) if rest.is_some_and(|rest| tick.is_none_or(|tick| rest < tick)) => {}
            Err(RecvTimeoutError::Timeout) => self.tell(Told::Tick),
            Err(RecvTimeoutError::Disconnected) => self.ending = Some(ended_by(HANG_UP)),
        }
        while let Ok(heard) = inbox.try_recv() {
            self.hear(heard);
        }
    }

    /// Whether the machine slept: its clock went on and its uptime did not. The session stands since then.
    fn has_slept(&mut self) -> bool {
        let (now, wall) = (Instant::now(), Moment(clock::now().0));
        let awake = i64::try_from(now.duration_since(self.clocks.0).as_millis()).unwrap_or(i64::MAX);
        let gap = wall.0 - self.clocks.1.0 - awake;
        self.clocks = (now, wall);
        if gap > SLEEP {
            self.tell(Told::Slept(gap));
        }
        gap > SLEEP
    }

    fn draw(&mut self) -> std::io::Result<()> {
        let [dark, light] = &self.themes;
        let theme = if self.room.is_light { light } else { dark };
        let room = &self.room;
        match &mut self.terminal {
            Some(terminal) => terminal.draw(room.size, None, |buffer| ui::room::view(room, theme, buffer)),
            None => Ok(()),
        }
    }

    fn hear(&mut self, heard: Heard) {
        match heard {
            Heard::Inputs(inputs) => inputs.into_iter().for_each(|input| self.input(input)),
            Heard::Resized => self.input(Input::Resized),
            Heard::Stop => self.suspend(),
            Heard::Continued => self.take_again(),
            Heard::End(signal) => self.ending = Some(ended_by(signal)),
            Heard::Gone => self.ending = Some(ended_by(HANG_UP)),
            Heard::Panicked => self.ending = Some(COULD_NOT),
            Heard::Called(Called::Came(console)) => self.listening.iter_mut().for_each(|door| door.welcome(&console)),
            Heard::Called(Called::Wishes(port, deed)) => self.wished(port, deed),
            Heard::Called(Called::Light) => self.room.is_light = !self.room.is_light,
            Heard::Called(Called::Changed | Called::Answered | Called::Gone) | Heard::Report(_) => {}
        }
    }

    fn input(&mut self, input: Input) {
        if self.ending.is_some() {
            return;
        }
        match input {
            Input::Key(key) => self.tell(Told::Key(key)),
            Input::Resized => {
                self.terminal.iter_mut().for_each(Terminal::forget);
                self.tell(Told::Resized(ui::terminal::size()));
            }
            Input::Paste(_) | Input::Click(..) | Input::Wheel { .. } => {}
        }
    }

    fn tell(&mut self, told: Told) {
        let now = self.moment();
        for wish in room::update(&mut self.room, now, told) {
            match wish {
                Wish::Record(event) => self.record(event),
                Wish::Begin(choice) => {
                    if let Err(Stop(why)) = self.begin(&choice) {
                        self.room.trouble = Some(Clean::words(&why));
                    }
                }
                Wish::Light => self.room.is_light = !self.room.is_light,
                Wish::Suspend => self.suspend(),
                Wish::Leave => self.ending = Some(DONE),
            }
        }
        for hand in room::rehearse::hands(&mut self.room) {
            self.record(hand);
        }
    }

    /// Into the journal, and then on the screen. Where the disk refuses, the room goes on and says so.
    fn record(&mut self, event: Event) {
        let written = self.journal.as_mut().map_or(Ok(()), |journal| journal.take(event.clone()));
        self.room.trouble = written.err().map(|failure| failure.why.shown(&self.room.course.words));
        self.room.take(&event);
        self.listening.iter_mut().for_each(Listening::tell);
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
        self.tell(Told::Resized(ui::terminal::size()));
    }
}

/// The exit code after a signal.
pub(super) fn ended_by(signal: i32) -> Code {
    u8::try_from(128 + signal).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A key every 20 milliseconds for two seconds.
    #[test]
    fn the_screen_is_drawn_five_times_a_second_however_many_keys_come() {
        let begin = Instant::now();
        let (mut drawn, mut frames) = (None, 0);
        for key in 0..100 {
            let now = begin + Duration::from_millis(20 * key);
            if rest(drawn, now).is_none() {
                (drawn, frames) = (Some(now), frames + 1);
            }
        }
        assert_eq!(frames, 10);
        assert_eq!(rest(None, begin), None);
        assert_eq!(rest(Some(begin), begin + Duration::from_millis(50)), Some(Duration::from_millis(150)));
    }
}
