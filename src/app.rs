//! The whole state of the program, and its one way to change: `update`. A function of app, time and message; it can only wish for
//! what happens outside, in an `Effect`. Knows no terminal, no file, no clock and no thread.

use crate::course::problem::Severity;
use crate::course::question::Mode;
use crate::course::{Clean, Course, Id, Lesson, Problem};
pub use crate::progress::PlanPart;
use crate::progress::day::{Day, Offset};
use crate::progress::{Deed, Event, EventId, Field, Progress, Purpose, Stamp, Stands};
use crate::settings::Habits;
use crate::words::Words;

mod across;
mod before;
mod calibration;
mod click;
mod copy;
mod end;
mod fields;
mod first;
mod follow;
mod front;
pub mod geometry;
mod help;
mod jump;
mod keep;
mod kept;
pub mod key;
pub mod keymap;
mod leave;
mod links;
mod map;
mod mirror;
pub mod msg;
mod outline;
mod overview;
mod plan;
mod plans;
mod problems;
mod quiz;
mod reader;
mod reread;
mod review;
pub mod room;
mod saving;
mod screen;
mod search;
pub mod sheet;
mod sources;
mod stands;
mod start;
mod terms;
mod typing;
mod who;
mod work;

pub use across::Across;
pub use before::{Before, Stage};
pub use calibration::HowSure;
pub use end::End;
pub use fields::has_begun;
pub use first::First;
pub use follow::FollowUp;
pub use front::Front;
pub use geometry::{Geometry, Size};
pub use help::Help;
pub use jump::Jump;
pub use keep::Keeping;
pub use kept::KeptList;
pub use key::Key;
use keymap::{Act, Keys, Where};
pub use leave::Leave;
pub use map::{Extra, Item, Map, items as map_items};
pub use mirror::{Mirror, Stage as MirrorStage, at as mirror_asks};
pub use msg::{Effect, Msg, Trouble};
pub use outline::Outline;
pub use overview::Overview;
pub use plan::Planning;
pub use plans::Plans;
pub use problems::Problems;
pub use quiz::{Phase, Quiz};
pub use reader::Reader;
use reader::Room;
pub use review::{Due, ReviewStart};
pub use saving::Saving;
use saving::Weight;
pub use screen::{Screen, place};
pub use search::Search;
pub use sources::Sources;
pub use start::Start;
pub use terms::Terms;
pub use typing::Typing;
pub use who::Who;
pub use work::{Work, lines, scene_at};

/// Everything there is.
#[derive(Debug)]
pub struct App {
    /// What is taught.
    pub course: Course,
    /// What could not be read of the course; shown to whoever opened a folder. Mere warnings are for `check`.
    pub problems: Vec<Problem>,
    /// What has happened.
    pub progress: Progress,
    /// The size of the terminal.
    pub size: Size,
    /// Whether a lesson is read paragraph by paragraph, as where there is no screen, rather than row by row.
    pub by_paragraph: bool,
    /// What is on disk and what is not.
    pub saving: Saving,
    /// What the start has to say, such as a file that could not be read; gone with the first key.
    pub remarks: Vec<Clean>,
    /// What was done as it was wished, such as a report that was written; gone with the next key.
    pub done: Vec<Clean>,
    /// The folder for a copy when nothing else works.
    pub elsewhere: Clean,
    /// Whether the course comes from a folder, where it can be changed.
    pub is_folder: bool,
    /// Whether one is asked how sure one is.
    pub asks_how_sure: bool,
    /// When quizzes tell what was right, where that is not left to their authors.
    pub mode: Option<Mode>,
    /// The term of the glossary whose meaning is shown; gone with the next key.
    pub term: Option<usize>,
    /// How someone learns.
    pub habits: Habits,
    /// Keys of the learner's own.
    pub keys: Keys,
    /// What is in review, and what to ask today; as it was when the map or the end of a review last came up.
    pub due: Due,
    /// Where each lesson stands; none where something was done since that was worked out.
    stands: Option<Stands>,
    /// When something was last done before this sitting.
    pub away_since: Option<Stamp>,
    /// When something last happened.
    now: Stamp,
    /// By how much the learner's clock is ahead of UTC.
    pub offset: Offset,
    /// The fields that were open after the last message, the one into which one types last.
    fields: Vec<Field>,
    /// The screens, one over the other; the last is shown.
    screens: Vec<Screen>,
    sitting: Id,
    events: usize,
    latest: Stamp,
    seed: u64,
}

impl App {
    /// What the interface says.
    pub fn words(&self) -> &Words {
        &self.course.words
    }

    /// The app as it stands when it opens.
    pub fn new(start: Start) -> App {
        let mut app = App::bare(start);
        app.load_touched();
        app.open_first();
        app
    }

    /// With nothing loaded and no screen.
    fn bare(start: Start) -> App {
        App {
            away_since: start.progress.last(),
            course: start.course,
            problems: start.problems.into_iter().filter(|problem| problem.severity == Severity::Error).collect(),
            progress: start.progress,
            size: start.size,
            by_paragraph: false,
            saving: Saving::default(),
            remarks: start.remarks,
            done: Vec::new(),
            elsewhere: start.elsewhere,
            is_folder: start.is_folder,
            asks_how_sure: start.asks_how_sure,
            mode: start.mode,
            habits: start.habits,
            keys: start.keys,
            due: Due::default(),
            stands: None,
            now: start.now,
            offset: start.offset,
            term: None,
            fields: Vec::new(),
            screens: Vec::new(),
            sitting: start.sitting,
            events: 0,
            latest: Stamp(i64::MIN),
            seed: start.seed,
        }
    }

    /// The screen with which it begins.
    fn open_first(&mut self) {
        let base = if self.progress.is_empty() && !self.course.lessons.is_empty() {
            Screen::First(First::default())
        } else {
            Screen::Map(Map::default())
        };
        self.screens.push(base);
        if !self.problems.is_empty() {
            self.screens.push(Screen::Problems(Problems::default()));
        }
    }

    /// The screen that is shown.
    pub fn screen(&self) -> &Screen {
        // The first screen is never popped.
        self.screens.last().unwrap_or(&Screen::Leave(Leave { selected: 0 }))
    }

    /// The geometry of the terminal, or that of the smallest one: a screen too small to draw still has a state.
    pub fn geometry(&self) -> Geometry {
        let smallest = || Geometry::of(geometry::SMALLEST);
        Geometry::of(self.size).or_else(smallest).unwrap_or_else(unreachable_geometry)
    }

    /// When something last happened: the app has no other clock.
    pub fn now(&self) -> Stamp {
        self.now
    }

    /// The day on which something last happened, where the learner is.
    pub fn today(&self) -> Day {
        Day::of(self.now, self.offset)
    }

    /// How many rows the body has under the notice.
    pub fn body_height(&self) -> usize {
        let geometry = self.geometry();
        geometry.height.saturating_sub(sheet::notice(self, &geometry).len()).max(1)
    }

    /// How much room a lesson has.
    fn reading_room(&self) -> Room {
        let geometry = self.geometry();
        let (width, most_rows, height) = (geometry.width, geometry.height, self.body_height());
        Room { width, most_rows, height, by_paragraph: self.by_paragraph }
    }

    /// The lesson on the screen, and what it is read from.
    fn reader(&mut self) -> Option<(&mut Reader, &Lesson)> {
        let App { screens, course, .. } = self;
        let Some(Screen::Reader(reader)) = screens.last_mut() else { return None };
        let lesson = course.lessons.get(reader.lesson)?;
        Some((reader, lesson))
    }

    /// Opens the quiz of a lesson: goes on with the one that is open, or begins one.
    pub fn open_quiz(&mut self, at: Stamp, lesson: usize) -> Vec<Effect> {
        let mut effects = Vec::new();
        quiz::open(self, at, lesson, &mut effects);
        effects
    }

    /// Shows how far one is.
    pub fn open_progress(&mut self) {
        overview::open(self);
    }

    /// Shows what is asked again today.
    pub fn open_review(&mut self) {
        review::open(self);
    }

    /// Asks these questions of a lesson, so that they come into review.
    pub fn take_into_review(&mut self, at: Stamp, lesson: usize, questions: Vec<Id>) -> Vec<Effect> {
        let mut effects = Vec::new();
        quiz::begin_with(self, at, (Some(lesson), questions, Purpose::Review), &mut effects);
        effects
    }

    /// The same app with another chance, for whoever tries all orders.
    pub fn reseeded(self, seed: u64) -> App {
        App { seed, ..self }
    }

    /// The day of a moment, where the learner is.
    pub fn day(&self, moment: Stamp) -> Day {
        Day::of(moment, self.offset)
    }

    fn push(&mut self, screen: Screen) {
        self.screens.push(screen);
    }

    fn pop(&mut self) {
        if self.screens.len() > 1 {
            self.screens.pop();
        }
    }

    /// Back to the map, wherever one is.
    fn go_to_map(&mut self) {
        let focus = self.screens.iter().find_map(|screen| match screen {
            Screen::Map(map) => Some(map.clone()),
            _ => None,
        });
        self.screens = vec![Screen::Map(focus.unwrap_or_default())];
        self.load_touched();
    }

    /// Something was done: it counts at once, and is to be written down.
    fn record(&mut self, at: Stamp, deed: Deed, effects: &mut Vec<Effect>) -> EventId {
        // A clock that goes back must not put this before what was done before it.
        self.latest = Stamp(at.0.max(self.latest.0.saturating_add(1)));
        self.events += 1;
        let name = format!("{}-{}", self.sitting, self.events);
        let id = EventId(Id::new(&name).unwrap_or_else(|| self.sitting.clone()));
        let event = Event { id: id.clone(), at: self.latest, deed };
        self.saving.record(Weight::of(&event.deed));
        self.progress.apply(&event);
        self.stands = None;
        self.due.note(&event.deed);
        effects.push(Effect::Record(event));
        id
    }
}

/// What happens when something happened.
pub fn update(app: &mut App, at: Stamp, msg: Msg) -> Vec<Effect> {
    let mut effects = Vec::new();
    app.now = at;
    match msg {
        Msg::Key(key) => press(app, at, key, &mut effects),
        Msg::Pasted(text) => paste(app, at, &text, &mut effects),
        Msg::Act(act) => mean(app, at, act, &mut effects),
        Msg::Click(column, row) => click::click(app, at, (usize::from(column), usize::from(row)), &mut effects),
        Msg::Wheel { up } => on_screen(app, at, if up { Act::Up } else { Act::Down }, &mut effects),
        Msg::Resized(size) => resize(app, size),
        Msg::Saved(upto) => leave::saved(app, upto),
        Msg::NotSaved(trouble) => app.saving.trouble = Some(trouble),
        Msg::Reread(course, problems) => reread::reread(app, *course, problems),
        Msg::Done(words) => app.done.push(words),
        Msg::Failed(words) => app.remarks.push(words),
        Msg::Composed(text) => quiz::composed(app, at, &text, &mut effects),
        Msg::Ended => leave_now(app, at, &mut effects),
    }
    fields::note(app, at, &mut effects);
    app.work_out_the_map();
    effects
}

/// A key means something, or nothing; but what was said for once is gone with it.
fn press(app: &mut App, at: Stamp, key: Key, effects: &mut Vec<Effect>) {
    let here = place(app.screen());
    let typed = if here == Where::Field { key.typed() } else { None };
    match typed.map(Act::Type).or_else(|| app.keys.act(here, key)) {
        Some(act) => mean(app, at, act, effects),
        None => drop(forget(app)),
    }
}

/// What is shown once is gone with the next thing that is done; answers the term that was shown.
fn forget(app: &mut App) -> Option<usize> {
    app.remarks.clear();
    app.done.clear();
    app.saving.was_mended = false;
    app.term.take()
}

fn mean(app: &mut App, at: Stamp, act: Act, effects: &mut Vec<Effect>) {
    let term = forget(app);
    let here = place(app.screen());
    match act {
        Act::Help if matches!(app.screen(), Screen::Help(_)) => app.pop(),
        Act::Help => {
            app.push(Screen::Help(Help { about: here, top: 0 }));
        }
        Act::Leave => leave::leave(app, at, effects),
        Act::LeaveNow => leave_now(app, at, effects),
        Act::Suspend => {
            reader::remember(app, at, effects);
            effects.push(Effect::Suspend);
        }
        Act::Term if matches!(app.screen(), Screen::Reader(_)) => links::next_term(app, term),
        Act::Term => terms::open(app, 0),
        Act::Back if term.is_some() => {}
        Act::TryAgain => effects.push(Effect::TryAgain),
        Act::Report => effects.push(Effect::Report),
        Act::Map => {
            reader::remember(app, at, effects);
            app.go_to_map();
        }
        Act::Jump => {
            reader::remember(app, at, effects);
            jump::open(app);
        }
        act => on_screen(app, at, act, effects),
    }
}

/// A field is one line, so that an end of a line is a blank in it.
fn paste(app: &mut App, at: Stamp, text: &str, effects: &mut Vec<Effect>) {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for letter in words.chars().filter(|letter| !letter.is_control()).take(typing::LONGEST) {
        if place(app.screen()) != Where::Field {
            return;
        }
        press(app, at, Key::char(letter), effects);
    }
}

fn on_screen(app: &mut App, at: Stamp, act: Act, effects: &mut Vec<Effect>) {
    match app.screen() {
        Screen::First(_) => first::update(app, at, act, effects),
        Screen::Map(_) => map::update(app, at, act, effects),
        Screen::Who(_) => who::update(app, act, effects),
        Screen::Reader(reader) if reader.keeping.is_some() => keep::update(app, at, act, effects),
        Screen::Reader(_) if place(app.screen()) == Where::Field => search::update(app, act),
        Screen::Reader(_) => reader::update(app, at, act, effects),
        Screen::Outline(_) => outline::update(app, at, act, effects),
        Screen::Before(_) => before::update(app, at, act, effects),
        Screen::Quiz(_) => quiz::update(app, at, act, effects),
        Screen::Review(_) => review::update(app, at, act, effects),
        Screen::Overview(_) => overview::update(app, act),
        Screen::End(_) => end::update(app, at, act, effects),
        Screen::Jump(_) => jump::update(app, at, act, effects),
        Screen::Across(_) => across::update(app, at, act, effects),
        Screen::Help(_) => help::update(app, act),
        Screen::Kept(_) => kept::update(app, at, act, effects),
        Screen::Plan(_) => plan::update(app, at, act, effects),
        Screen::FollowUp(_) => follow::update(app, at, act, effects),
        Screen::Plans(_) => plans::update(app, at, act, effects),
        Screen::HowSure(_) => calibration::update(app, act),
        Screen::Terms(_) => terms::update(app, act),
        Screen::Sources(_) => sources::update(app, act),
        Screen::Mirror(_) => mirror::update(app, at, act, effects),
        Screen::Problems(_) => problems::update(app, act),
        Screen::Leave(_) => leave::update(app, act, effects),
    }
}

fn resize(app: &mut App, size: Size) {
    app.size = size;
    app.load_beside();
    let room = app.reading_room();
    let App { screens, course, .. } = app;
    for screen in screens {
        if let Screen::Reader(reader) = screen {
            reader.lay_out(course, room);
        }
    }
    quiz::keep_in_view(app);
}

fn leave_now(app: &mut App, at: Stamp, effects: &mut Vec<Effect>) {
    reader::remember(app, at, effects);
    effects.push(Effect::Leave);
}

#[expect(clippy::unreachable, reason = "the smallest size has a geometry, as its own test shows")]
fn unreachable_geometry() -> Geometry {
    unreachable!()
}
