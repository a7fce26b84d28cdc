//! A facilitator with a keyboard and a shared screen, without a terminal: `Facilitator::on("3").press("enter")`. A second passes with
//! each key, and what is to be written down is written at once.

use contrasts::app::room::{self, Choice, Console, Room, Told, Wish};
use contrasts::app::{Key, Size};
use contrasts::course::{self, Course};
use contrasts::ui::{self, Theme};
use contrasts::workshop::{Crowd, Event, Moment, Outcome, Rehearsal, Session};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::golden;
use crate::learner::{BEGIN, shipped};

/// A script, so that screens do not change with the texts of the course.
pub const SCRIPT: &str = include_str!("workshop/script.toml");

/// The shipped course with this script for lesson 3 or none, and without any other.
fn with_script(script: Option<&str>) -> Course {
    let mut files = course::builtin::files();
    files.retain(|name, _| !name.ends_with("/workshop.toml"));
    if let Some(script) = script {
        files.insert("03-organising-and-aligning/workshop.toml".to_owned(), script.as_bytes().to_vec().into());
    }
    course::open(files).0
}

pub struct Facilitator {
    pub room: Room,
    pub events: Vec<Event>,
    at: i64,
}

impl Facilitator {
    /// Before a workshop, on the shipped course, where the clocks are at UTC.
    pub fn new() -> Facilitator {
        Facilitator::of(shipped())
    }

    fn of(mut course: Course) -> Facilitator {
        let size = Size { width: 80, height: 24 };
        (0..course.lessons.len()).for_each(|at| drop(course.load_workshop(at)));
        Facilitator { room: Room::new(course, size, Moment(BEGIN), 0), events: Vec::new(), at: BEGIN }
    }

    /// In the lobby of a workshop on these lessons.
    pub fn on(lessons: &[&str], minutes: u32) -> Facilitator {
        Facilitator::new().begins(lessons, minutes)
    }

    fn begins(self, lessons: &[&str], minutes: u32) -> Facilitator {
        let mut it = self;
        let lessons = lessons.iter().map(|named| it.room.course.find(named).unwrap()).collect();
        it.room.begin(&Choice { lessons, minutes, people: 24 });
        it
    }

    /// Before a workshop, on a course without scripts.
    pub fn before() -> Facilitator {
        Facilitator::of(with_script(None))
    }

    /// An hour on lesson 3, made from the lesson alone.
    pub fn an_hour() -> Facilitator {
        Facilitator::before().begins(&["3"], 60)
    }

    /// So many minutes on lesson 3, with a script.
    pub fn scripted(script: &str, minutes: u32) -> Facilitator {
        Facilitator::scripted_on(script, &["3"], minutes)
    }

    /// So many minutes on these lessons, of which lesson 3 has a script.
    pub fn scripted_on(script: &str, lessons: &[&str], minutes: u32) -> Facilitator {
        Facilitator::of(with_script(Some(script))).begins(lessons, minutes)
    }

    pub fn at(mut self, width: u16, height: u16) -> Facilitator {
        self.tell(Told::Resized(Size { width, height }));
        self
    }

    #[track_caller]
    pub fn press(mut self, keys: &str) -> Facilitator {
        for name in keys.split_whitespace() {
            let key = Key::named(name).unwrap_or_else(|| panic!("no key is called {name}"));
            self.tell(Told::Key(key));
        }
        self
    }

    /// Types counts and takes them.
    pub fn counts(mut self, counts: &str) -> Facilitator {
        for letter in format!("={counts}").chars() {
            self.tell(Told::Key(Key::char(letter)));
        }
        self.press("enter")
    }

    /// Types as many counts as there are lines.
    pub fn votes(self) -> Facilitator {
        let lines = self.session().poll().map_or(0, |(_, poll)| poll.len());
        let counts: Vec<String> = (1..=lines).rev().map(|count| count.to_string()).collect();
        self.counts(&counts.join(" "))
    }

    /// Goes on until this step is shown; nobody votes on the way.
    #[track_caller]
    pub fn until(mut self, name: &str) -> Facilitator {
        for _ in 0..200 {
            if self.session().step().unwrap().name == name {
                return self;
            }
            self = self.press("enter");
        }
        panic!("{name} never came");
    }

    /// The same, and every step takes the time it should, and a few seconds more or less.
    #[track_caller]
    pub fn in_time_until(mut self, name: &str, rush: i64) -> Facilitator {
        for _ in 0..200 {
            let step = self.session().step().unwrap();
            if step.name == name {
                return self;
            }
            let points = self.session().slide().map_or(1, |slide| slide.points.len().max(1));
            if self.session().shown == points {
                let wobble = self.session().at as i64 * 7 % 23 - 8;
                let seconds = i64::from(step.seconds);
                self = self.waits(if seconds > 0 { seconds * rush / 100 + wobble } else { 1 });
            }
            self = self.press("enter");
        }
        panic!("{name} never came");
    }

    /// Time passes.
    pub fn waits(mut self, seconds: i64) -> Facilitator {
        for _ in 0..seconds {
            self.at += 1000;
            self.happens(Told::Tick);
        }
        self
    }

    /// The machine sleeps.
    pub fn sleeps(mut self, seconds: i64) -> Facilitator {
        self.at += seconds * 1000;
        self.happens(Told::Tick);
        self
    }

    pub fn tell(&mut self, told: Told) {
        self.at += 1000;
        self.happens(told);
    }

    fn happens(&mut self, told: Told) {
        for wish in room::update(&mut self.room, Moment(self.at), told) {
            match wish {
                Wish::Record(event) => {
                    self.room.take(&event);
                    self.events.push(event);
                }
                Wish::Begin(choice) => self.room.begin(&choice),
                Wish::Light => self.room.is_light = !self.room.is_light,
                Wish::Suspend | Wish::Leave => {}
            }
        }
        for hand in room::rehearse::hands(&mut self.room) {
            self.room.take(&hand);
            self.events.push(hand);
        }
    }

    /// Nobody is there: the room votes by itself.
    pub fn rehearses(mut self, crowd: Crowd, seed: u64) -> Facilitator {
        let now = Moment(self.at);
        self.room.rehearsal = Some(Rehearsal { crowd, seed, speed: 1, real: now, shown: now });
        self
    }

    /// The machine sleeps on a screen without a clock, and its two clocks tell.
    pub fn sleeps_unseen(mut self, seconds: i64) -> Facilitator {
        self.at += seconds * 1000;
        self.happens(Told::Slept(seconds * 1000));
        self
    }

    /// What the session came to.
    pub fn outcome(&self) -> Outcome {
        Outcome::of(self.session(), self.room.now, &self.room.before, self.room.words())
    }

    pub fn session(&self) -> &Session {
        self.room.session.as_ref().unwrap()
    }

    pub fn painted(&self, theme: &Theme) -> Buffer {
        let size = self.room.size;
        let mut buffer = Buffer::empty(Rect { x: 0, y: 0, width: size.width, height: size.height });
        ui::room::view(&self.room, theme, &mut buffer);
        buffer
    }

    /// The console beside the shared screen.
    pub fn console(&self, width: u16, height: u16, theme: &Theme) -> Buffer {
        self.console_after("", width, height, theme)
    }

    /// Every note, over the console.
    pub fn notes(&self, width: u16, height: u16, theme: &Theme) -> Buffer {
        self.console_after("n", width, height, theme)
    }

    /// The console after keys of its own.
    pub fn console_after(&self, keys: &str, width: u16, height: u16, theme: &Theme) -> Buffer {
        let size = Size { width, height };
        let mut console =
            Console { room: Room::new(self.room.course.clone(), size, self.room.now, 0), is_lost: false, is_other: false };
        let fresh = Session::new(self.session().plan.clone(), self.session().people, self.session().clock.begins);
        console.room.before = self.room.before.clone();
        console.learn(fresh, &self.events);
        keys.chars().for_each(|key| drop(console.update(self.room.now, Told::Key(Key::char(key)))));
        let mut buffer = Buffer::empty(Rect { x: 0, y: 0, width, height });
        ui::room::console(&console, theme, &mut buffer);
        buffer
    }

    pub fn screen(&self) -> String {
        golden::as_text(&self.painted(&Theme::numbered()), None)
    }

    pub fn words(&self) -> String {
        golden::rows(&self.painted(&Theme::numbered())).join("\n")
    }

    #[track_caller]
    pub fn sees(self, words: &str) -> Facilitator {
        let shown = self.words();
        assert!(shown.contains(words), "“{words}” is not on the screen:\n{shown}");
        self
    }

    #[track_caller]
    pub fn hides(self, words: &str) -> Facilitator {
        let shown = self.words();
        assert!(!shown.contains(words), "“{words}” is on the screen:\n{shown}");
        self
    }
}
