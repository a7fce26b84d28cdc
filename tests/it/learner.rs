//! A learner with a keyboard and a screen, without a terminal: `Learner::on(COURSE).press("j enter")`, then `.screen()`,
//! `.effects()`, `.events()`. Time passes by one second with each key, and chance is always the same.

use contrasts::app::{self, App, Effect, Key, Msg, Screen, Size, Start};
use contrasts::course::{self, Clean, Course, Files, Id};
use contrasts::progress::{self, Event, Stamp};
use contrasts::ui::{self, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::golden;

/// Half past nine on 24 November 2026, UTC.
pub const BEGIN: i64 = 1_795_512_600_000;

pub struct Learner {
    pub app: App,
    at: i64,
    effects: Vec<Effect>,
    events: Vec<Event>,
    is_ascii: bool,
}

/// A course in one string, its files parted by lines of `//- path`.
pub fn files(text: &str) -> Files {
    let mut files = Files::new();
    for part in text.split("//- ").skip(1) {
        let (path, content) = part.split_once('\n').unwrap_or((part, ""));
        files.insert(path.trim().to_owned(), content.as_bytes().to_vec().into());
    }
    files
}

/// The course that is shipped.
pub fn shipped() -> Course {
    course::read(course::builtin::files()).0
}

impl Learner {
    /// A learner on a course of the test's own.
    pub fn on(course: &str) -> Learner {
        let (course, problems) = course::read(files(course));
        Learner::with(Start { problems, asks_how_sure: false, ..start(course) })
    }

    /// The same learner, asked how sure they are of each answer.
    pub fn asked_how_sure(mut self) -> Learner {
        self.app.asks_how_sure = true;
        self
    }

    /// A learner on the course that is shipped.
    pub fn on_shipped() -> Learner {
        Learner::with(start(shipped()))
    }

    /// A learner on the shipped course without typographic marks.
    pub fn on_ascii() -> Learner {
        Learner::with(start(course::read(course::in_ascii(course::builtin::files())).0))
    }

    /// On a terminal that has only ASCII.
    pub fn in_ascii(self) -> Learner {
        Learner { is_ascii: true, ..self }
    }

    /// The same learner, come back the next day: nothing is left but the events.
    pub fn next_day(self) -> Learner {
        let mut course = self.app.course.clone();
        course.lessons.iter_mut().for_each(|lesson| (lesson.text, lesson.questions) = (None, None));
        let progress = progress::replay(self.events.clone());
        let sitting = Id::new("00000002").unwrap();
        let asks_how_sure = self.app.asks_how_sure;
        let start = Start { progress, sitting, size: self.app.size, asks_how_sure, ..start(course) };
        let mut learner = Learner::with(start);
        learner.at = self.at + 86_400_000;
        learner
    }

    fn with(start: Start) -> Learner {
        Learner { app: App::new(start), at: BEGIN, effects: Vec::new(), events: Vec::new(), is_ascii: false }
    }

    /// In a terminal of this size.
    pub fn at(mut self, width: u16, height: u16) -> Learner {
        self.tell(Msg::Resized(Size { width, height }));
        self
    }

    /// Presses keys, by their names, one after the other.
    #[track_caller]
    pub fn press(mut self, keys: &str) -> Learner {
        for name in keys.split_whitespace() {
            let key = Key::named(name).unwrap_or_else(|| panic!("no key is called {name}"));
            self.tell(Msg::Key(key));
        }
        self
    }

    /// Types a text, letter by letter.
    pub fn press_if(self, keys: &str, when: impl Fn(&Learner) -> bool) -> Learner {
        if when(&self) { self.press(keys) } else { self }
    }

    /// Types a text, letter by letter.
    pub fn types(mut self, text: &str) -> Learner {
        for letter in text.chars() {
            self.tell(Msg::Key(Key::char(letter)));
        }
        self
    }

    /// Answers the questions of the quiz on the screen to its end: so many rightly, the others by their first wrong choice.
    pub fn answers(mut self, rightly: usize) -> Learner {
        for nth in 0.. {
            let Some(keys) = self.keys_of_an_answer(nth < rightly) else { break };
            self = self.press(&keys).saved().press("enter");
        }
        self
    }

    /// The keys that answer the question on the screen, rightly or not.
    fn keys_of_an_answer(&self, rightly: bool) -> Option<String> {
        let Screen::Quiz(quiz) = self.app.screen() else { return None };
        let id = &self.app.progress.run(&quiz.run)?.questions[quiz.at];
        let question = self.app.course.lessons[quiz.lesson].question(id)?;
        let digits = quiz.drawn.iter().enumerate().filter(|(_, choice)| question.choices()[**choice].correct == rightly);
        let digits: Vec<String> = digits.map(|(place, _)| (place + 1).to_string()).collect();
        let wanted = if question.takes_several() && rightly { digits.len() } else { 1 };
        let sure = if self.app.asks_how_sure { " 3" } else { "" };
        Some(format!("{} enter{sure}", digits[..wanted].join(" ")))
    }

    /// Clicks on some words on the screen.
    #[track_caller]
    pub fn click(mut self, words: &str) -> Learner {
        let screen = self.screen();
        let found = screen.lines().enumerate().find_map(|(row, line)| Some((row, line[..line.find(words)?].chars().count())));
        let (row, column) = found.unwrap_or_else(|| panic!("“{words}” is not on the screen:\n{screen}"));
        self.tell(Msg::Click(column.try_into().unwrap(), row.try_into().unwrap()));
        self
    }

    /// Something happens. Everything that was to be recorded is on disk at once, unless saving fails.
    pub fn tell(&mut self, msg: Msg) {
        self.at += 1000;
        let effects = app::update(&mut self.app, Stamp(self.at), msg);
        let recorded = effects.iter().filter_map(|effect| match effect {
            Effect::Record(event) => Some(event.clone()),
            _ => None,
        });
        self.events.extend(recorded);
        self.effects.extend(effects);
    }

    /// Everything so far is on disk.
    pub fn saved(mut self) -> Learner {
        let upto = self.events.len();
        self.tell(Msg::Saved(upto));
        self
    }

    /// Saving fails.
    pub fn not_saved(mut self, why: &'static str) -> Learner {
        let trouble = app::Trouble { file: Clean::fixed("sittings"), why: Clean::fixed(why) };
        self.tell(Msg::NotSaved(trouble));
        self
    }

    /// With another chance.
    pub fn with_seed(self, seed: u64) -> Learner {
        Learner { app: self.app.reseeded(seed.wrapping_add(self.at as u64)), ..self }
    }

    pub fn events(&self) -> &[Event] {
        &self.events
    }

    pub fn effects(&self) -> &[Effect] {
        &self.effects
    }

    /// The screen as it is painted, with the place of the hardware cursor.
    pub fn painted(&self, theme: &Theme) -> (Buffer, Option<Position>) {
        let size = self.app.size;
        let mut buffer = Buffer::empty(Rect { x: 0, y: 0, width: size.width, height: size.height });
        let cursor = ui::view(&self.app, theme, &mut buffer).cursor;
        (buffer, cursor)
    }

    /// The screen as text with its right edge, and below it what is what.
    pub fn screen(&self) -> String {
        let (buffer, cursor) = self.painted(&Theme::numbered().ascii(self.is_ascii));
        golden::as_text(&buffer, cursor)
    }

    /// Only the words on the screen.
    pub fn words(&self) -> String {
        let (buffer, _) = self.painted(&Theme::numbered());
        golden::rows(&buffer).join("\n")
    }

    /// The screen holds these words.
    #[track_caller]
    pub fn sees(self, words: &str) -> Learner {
        let shown = self.words();
        assert!(shown.contains(words), "“{words}” is not on the screen:\n{shown}");
        self
    }
}

fn start(course: Course) -> Start {
    Start {
        course,
        problems: Vec::new(),
        progress: progress::Progress::default(),
        size: Size { width: 80, height: 24 },
        sitting: Id::new("00000001").unwrap(),
        seed: 7,
        remarks: Vec::new(),
        is_folder: false,
        asks_how_sure: true,
        mode: None,
        elsewhere: Clean::fixed("/tmp/contrasts-unsaved"),
    }
}
