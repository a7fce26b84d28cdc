//! A workshop on the shared screen: the page on which one chooses what and how long, and then the session. A state of its own beside
//! that of a learner, changed in the same way: a message comes, wishes go. What happens is written down before it is shown, so a
//! deed is a wish at first and counts when it comes back (`Room::take`).

use super::geometry::Size;
use super::key::Key;
use super::keymap::{self, Act, Where};
use crate::course::{Clean, Course, Fingerprint};
use crate::words::Words;
use crate::workshop::{Clock, Cover, Deed, Event, Moment, Plan, Rehearsal, Session, Stage, agenda};

mod console;
pub mod fit;
pub mod rehearse;
mod setup;
pub mod typed;
pub use console::Console;
pub use setup::{Setup, contrasts};
pub use typed::Typed;

/// Everything the shared screen knows.
#[derive(Debug)]
pub struct Room {
    /// What is taught.
    pub course: Course,
    /// The size of the terminal.
    pub size: Size,
    /// The moment that is shown.
    pub now: Moment,
    /// How many minutes the clocks on the wall are ahead of UTC.
    pub ahead: i32,
    /// Whether the room is light.
    pub is_light: bool,
    /// What is chosen before the session.
    pub setup: Setup,
    /// The session, once it is there.
    pub session: Option<Session>,
    /// What lies over it.
    pub over: Option<Over>,
    /// Numbers that are being typed.
    pub typing: Option<Typed>,
    /// Why something could not be written down.
    pub trouble: Option<Clean>,
    /// Whether nobody is here, and the room votes by itself.
    pub rehearsal: Option<Rehearsal>,
    /// Its hands that are still to come.
    pub hands: rehearse::Hands,
    /// How long steps took in the last rehearsal of the same plan, in milliseconds.
    pub before: Vec<(String, i64)>,
    /// How long the machine slept, in milliseconds; gone with the next key.
    pub slept: Option<i64>,
}

/// What lies over the session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// The list of stages, and the focused one.
    List(usize),
    /// The keys, so many rows scrolled away.
    Keys(usize),
    /// Every note, so many rows scrolled away: on the console alone.
    Notes(usize),
}

/// Something that happened.
#[derive(Clone, Copy, Debug)]
pub enum Told {
    /// A key was pressed.
    Key(Key),
    /// The terminal has another size.
    Resized(Size),
    /// Time went by.
    Tick,
    /// The machine slept for so many milliseconds, as its two clocks tell.
    Slept(i64),
}

/// Something that is wished.
#[derive(Clone, Debug, PartialEq)]
pub enum Wish {
    /// Begin a session on these lessons.
    Begin(Choice),
    /// Write this down, and give it back.
    Record(Event),
    /// Make the shared screen light or dark; a console has another ground.
    Light,
    /// Stop until the shell calls back.
    Suspend,
    /// End.
    Leave,
}

/// What was chosen for a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The lessons, by their places in the course.
    pub lessons: Vec<usize>,
    /// How long.
    pub minutes: u32,
    /// How many people; nought where nobody counted.
    pub people: u32,
}

/// A gap in time longer than this means that the machine slept, or that the program was stopped.
pub const SLEEP: i64 = 5_000;
/// So many seconds one key adds.
const MORE: u32 = 30;

impl Room {
    /// A room in which nothing has begun.
    pub fn new(course: Course, size: Size, now: Moment, ahead: i32) -> Room {
        let setup = Setup::new(&course);
        let (session, over, typing, trouble, slept) = (None, None, None, None, None);
        let (rehearsal, hands, before) = (None, rehearse::Hands::default(), Vec::new());
        Room { course, size, now, ahead, is_light: false, setup, session, over, typing, trouble, slept, rehearsal, hands, before }
    }

    /// Begins: the session waits in its lobby until people have come.
    pub fn begin(&mut self, choice: &Choice) {
        let begins = begins(self.now, self.ahead);
        self.session = Some(self.session_of(choice, begins));
    }

    /// The session that a choice means.
    pub fn session_of(&mut self, choice: &Choice, begins: Moment) -> Session {
        Session::new(self.plan(choice), choice.people, begins)
    }

    /// The plan that a choice means; reads the lessons it needs.
    pub fn plan(&mut self, choice: &Choice) -> Plan {
        for lesson in &choice.lessons {
            self.course.load_workshop(*lesson);
        }
        agenda::plan(&self.course, &choice.lessons, choice.minutes)
    }

    /// What tells whether another program shows the same plan; its lessons are loaded by then.
    pub fn fingerprint(&self, choice: &Choice) -> Fingerprint {
        agenda::fingerprint(&self.course, &choice.lessons, choice.minutes)
    }

    /// What the interface says.
    pub fn words(&self) -> &Words {
        &self.course.words
    }

    /// Something that was written down.
    pub fn take(&mut self, event: &Event) {
        if let Some(session) = &mut self.session {
            session.apply(event);
        }
    }

    /// When the screen will look different though nothing happens: with the next second of a clock that is shown.
    pub fn wakes_in(&self) -> Option<i64> {
        let is_shown = |session: &&Session| matches!(session.cover, None | Some(Cover::Break)) && self.over.is_none();
        let session = self.session.as_ref().filter(is_shown)?;
        let until = match session.stage() {
            Stage::Lobby => session.clock.begins.0 - self.now.0,
            // No clock is shown on these, or one that stands still.
            Stage::Slide(_) | Stage::Reveal(_) if session.cover.is_none() => return None,
            _ => session.left(self.now).unwrap_or(0),
        };
        // At nought the clock says “last call” and is still.
        let clock = (until > 0).then(|| (until - 1).rem_euclid(1000) + 1);
        let hand = rehearse::wakes_in(self, session);
        clock.into_iter().chain(hand).min()
    }

    /// Which keys count.
    pub fn place(&self) -> Where {
        match (&self.session, self.over) {
            (_, Some(Over::Keys(_) | Over::Notes(_))) => Where::Help,
            (None, _) => Where::Setup,
            (_, Some(Over::List(_))) => Where::Menu,
            (Some(_), None) => Where::Room,
        }
    }
}

/// The next full five minutes that leave two to come in.
fn begins(now: Moment, ahead: i32) -> Moment {
    const FIVE: i64 = 300_000;
    let offset = i64::from(ahead) * 60_000;
    let wall = now.0 + offset + 120_000;
    Moment(wall.div_euclid(FIVE) * FIVE + FIVE - offset)
}

/// What happens when something happened.
pub fn update(room: &mut Room, now: Moment, told: Told) -> Vec<Wish> {
    let slept = slept(room, now);
    room.now = now;
    match told {
        Told::Key(key) => {
            room.slept = None;
            press(room, key)
        }
        Told::Resized(size) => {
            room.size = size;
            Vec::new()
        }
        Told::Tick => slept,
        // What lay still has lost nothing.
        Told::Slept(_) if !slept.is_empty() || room.rehearsal.is_some() || !runs(room) => slept,
        Told::Slept(gap) => {
            room.slept = Some(gap);
            vec![Wish::Record(Event { at: Moment(now.0 - gap), deed: Deed::Covered(Cover::Pause) })]
        }
    }
}

/// Whether a clock of the session runs, shown or not.
fn runs(room: &Room) -> bool {
    room.session
        .as_ref()
        .is_some_and(|session| has_begun(&session.clock) && !session.clock.is_stopped() && session.stage() != Stage::Close)
}

/// The machine slept: the clock stands at the last moment that was shown, until a key.
fn slept(room: &mut Room, now: Moment) -> Vec<Wish> {
    let expects_a_tick = room.wakes_in().is_some_and(|wait| now.0 - room.now.0 > wait + SLEEP);
    let stands = room.session.as_ref().is_none_or(|session| session.stage() == Stage::Lobby);
    // A rehearsal may run faster than the clock; whoever rehearses and sleeps has lost nothing.
    let stands = stands || room.rehearsal.is_some();
    if !expects_a_tick || stands {
        return Vec::new();
    }
    room.slept = Some(now.0 - room.now.0);
    vec![Wish::Record(Event { at: room.now, deed: Deed::Covered(Cover::Pause) })]
}

fn press(room: &mut Room, key: Key) -> Vec<Wish> {
    if let Some(wish) = typed::press(room, key) {
        return wish.into_iter().collect();
    }
    let Some(act) = keymap::act(room.place(), key) else { return Vec::new() };
    match act {
        Act::Suspend => vec![Wish::Suspend],
        Act::Leave | Act::LeaveNow => vec![Wish::Leave],
        Act::Light => vec![Wish::Light],
        Act::Help => {
            room.over = if matches!(room.over, Some(Over::Keys(_))) { None } else { Some(Over::Keys(0)) };
            Vec::new()
        }
        act => match (room.over, &room.session) {
            (Some(Over::Keys(top)), _) => scroll(room, top, act, Over::Keys),
            (Some(Over::Notes(top)), _) => scroll(room, top, act, Over::Notes),
            (Some(Over::List(focus)), _) => list(room, focus, act),
            (None, None) => setup::update(room, act),
            (None, Some(_)) => live(room, act),
        },
    }
}

fn scroll(room: &mut Room, top: usize, act: Act, over: fn(usize) -> Over) -> Vec<Wish> {
    room.over = match act {
        Act::Down => Some(over(top + 1)),
        Act::Up => Some(over(top.saturating_sub(1))),
        Act::Back | Act::Confirm => None,
        _ => Some(over(top)),
    };
    Vec::new()
}

fn list(room: &mut Room, focus: usize, act: Act) -> Vec<Wish> {
    let Some(session) = &room.session else { return Vec::new() };
    let last = session.plan.steps.len().saturating_sub(1);
    room.over = match act {
        Act::Down => Some(Over::List((focus + 1).min(last))),
        Act::Up => Some(Over::List(focus.saturating_sub(1))),
        Act::Top => Some(Over::List(0)),
        Act::Bottom => Some(Over::List(last)),
        Act::Confirm => {
            let deed = session.to(focus);
            let wish = record(room.now, deed);
            room.over = None;
            return wish;
        }
        Act::Back => None,
        _ => Some(Over::List(focus)),
    };
    Vec::new()
}

fn live(room: &mut Room, act: Act) -> Vec<Wish> {
    let Some(session) = &room.session else { return Vec::new() };
    match act {
        Act::Jump => room.over = Some(Over::List(session.at)),
        Act::Count => room.typing = Some(Typed::Counts(String::new())),
        Act::People => room.typing = Some(Typed::People(String::new())),
        act => return deed(session, act, room.now).into_iter().flat_map(|deed| record(room.now, deed)).collect(),
    }
    Vec::new()
}

fn record(at: Moment, deed: Deed) -> Vec<Wish> {
    vec![Wish::Record(Event { at, deed })]
}

/// What a key does in a session; the same on the shared screen and on the console.
pub fn deed(session: &Session, act: Act, now: Moment) -> Option<Deed> {
    match act {
        Act::Confirm | Act::Down => session.next(),
        Act::Back | Act::Up => session.back(),
        Act::Reveal => session.reveal(),
        Act::Undo => session.undo(),
        Act::Blank => Some(session.cover(Cover::Blank)),
        Act::Pause => Some(session.cover(Cover::Pause)),
        Act::Rest => Some(session.cover(Cover::Break)),
        Act::Rerun => session.again(),
        Act::Longer if session.left(now).is_some() => Some(Deed::More(MORE)),
        Act::Accept => session.proposal(now).map(|proposal| proposal.deed),
        Act::Pick(digit) => {
            let is_line = session.poll().is_some_and(|(_, poll)| poll.is_line());
            let first = usize::from(!is_line);
            session.vote(usize::from(digit).checked_sub(first)?)
        }
        _ => None,
    }
}

/// `2:40`, rounded up, so that a clock that shows nought is at its end.
pub fn clock(milliseconds: i64) -> String {
    let seconds = (milliseconds.max(0) + 999) / 1000;
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// `2:39` of time that went by: a second counts when it is full, so that sums on one screen agree.
pub fn passed(milliseconds: i64) -> String {
    clock(whole(milliseconds))
}

/// How late a session is, between the full seconds of what is gone and of what is planned; negative where it is ahead.
pub fn lateness(session: &Session, now: Moment) -> i64 {
    whole(session.clock.gone(session.at, now)) - whole(session.planned(now))
}

fn whole(milliseconds: i64) -> i64 {
    milliseconds.div_euclid(1000) * 1000
}

/// `10:00`, as the clock on the wall has it.
pub fn on_the_wall(at: Moment, ahead: i32) -> String {
    let minutes = (at.0 / 60_000 + i64::from(ahead)).rem_euclid(24 * 60);
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

/// Whether a session has left its lobby.
pub fn has_begun(clock: &Clock) -> bool {
    clock.began.is_some()
}
