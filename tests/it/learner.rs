//! A learner with a keyboard and a screen, without a terminal: `Learner::on(COURSE).press("j enter")`, then `.screen()`,
//! `.effects()`, `.events()`. Time passes by one second with each key, and chance is always the same.

use contrasts::app::keymap::Keys;
use contrasts::app::{self, App, Effect, Key, Msg, Screen, Size, Start, Work};
use contrasts::course::question::Kind;
use contrasts::course::{self, Clean, Course, Files, Id, Question};
use contrasts::progress::day::Offset;
use contrasts::progress::{self, Event, Stamp};
use contrasts::settings::Habits;
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
    /// What was done in sittings before this one.
    before: Vec<Event>,
    sittings: usize,
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

    /// A learner on a course that was read already.
    pub fn on_course(course: Course) -> Learner {
        Learner::with(Start { asks_how_sure: false, ..start(course) })
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

    /// A learner on a course of which only the heads were read.
    pub fn on_heads(folder: &std::path::Path) -> Learner {
        Learner::with(start(course::open(contrasts::store::lessons::read(folder, 0).unwrap().0).0))
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
        self.after_days(1)
    }

    /// The same after so many days.
    pub fn after_days(self, days: i64) -> Learner {
        let mut course = self.app.course.clone();
        course.lessons.iter_mut().for_each(|lesson| (lesson.text, lesson.questions) = (None, None));
        let before = [self.before, self.events].concat();
        let progress = progress::replay(before.clone());
        let sittings = self.sittings + 1;
        let sitting = Id::new(&format!("{sittings:08}")).unwrap();
        let (at, asks_how_sure) = (self.at + days * 86_400_000, self.app.asks_how_sure);
        let start = Start { progress, sitting, size: self.app.size, asks_how_sure, now: Stamp(at), ..start(course) };
        Learner { at, before, sittings, ..Learner::with(start) }
    }

    /// What the same learner did on another machine is laid beside it.
    pub fn and_elsewhere(mut self, event: Event) -> Learner {
        self.events.push(event);
        self
    }

    /// Someone else's progress on this course, on the map.
    pub fn knowing(self, progress: progress::Progress) -> Learner {
        let asks_how_sure = self.app.asks_how_sure;
        Learner::with(Start { progress, asks_how_sure, ..start(self.app.course.clone()) })
    }

    fn with(start: Start) -> Learner {
        let (app, at) = (App::new(start), BEGIN);
        Learner { app, at, effects: Vec::new(), events: Vec::new(), before: Vec::new(), sittings: 1, is_ascii: false }
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

    /// Pastes a text.
    pub fn pastes(mut self, text: &str) -> Learner {
        self.tell(Msg::Pasted(text.to_owned()));
        self
    }

    /// Answers the questions of the quiz on the screen to its end: so many rightly, the others as wrongly as can be.
    pub fn answers(self, rightly: usize) -> Learner {
        self.answers_as(|nth| (nth < rightly, 3))
    }

    /// The same, each question that counts as `how` has it: rightly or not, and how sure by its digit, where that is asked.
    pub fn answers_as(mut self, how: impl Fn(usize) -> (bool, u8)) -> Learner {
        let mut nth = 0;
        while let Some(question) = self.asked().cloned() {
            let counts = !matches!(question.kind, Kind::Stance { .. });
            self = self.answer(&question, how(nth)).saved().press("enter");
            nth += usize::from(counts);
        }
        self
    }

    /// Answers the statements of the mirror on the screen with these digits, one after the other.
    pub fn states(self, digits: &str) -> Learner {
        digits.chars().fold(self, |learner, digit| learner.press(&digit.to_string()).saved())
    }

    fn asked(&self) -> Option<&Question> {
        let Screen::Quiz(quiz) = self.app.screen() else { return None };
        let id = &self.app.progress.run(&quiz.run)?.questions[quiz.at];
        Some(self.app.course.question(id)?.1)
    }

    /// Where a thing of the author's order stands on the screen, as its digit.
    fn digit(&self, at: usize) -> String {
        let Screen::Quiz(quiz) = self.app.screen() else { panic!("no question is on the screen") };
        (quiz.drawn.iter().position(|one| *one == at).unwrap() + 1).to_string()
    }

    /// Answers the question on the screen, rightly or not, and says how sure by its digit.
    fn answer(mut self, question: &Question, (rightly, sure): (bool, u8)) -> Learner {
        let Screen::Quiz(quiz) = self.app.screen() else { panic!("no question is on the screen") };
        let drawn = quiz.drawn.clone();
        match &question.kind {
            Kind::Choice(choices) | Kind::Multiple(choices) | Kind::TrueFalse(choices) => {
                let wanted = (0..choices.len()).filter(|at| choices[*at].correct == rightly);
                let digits: Vec<String> = wanted.map(|at| self.digit(at)).collect();
                let wanted = if question.takes_several() && rightly { digits.len() } else { 1 };
                self = self.press(&digits[..wanted].join(" "));
            }
            Kind::Classify { bins, items } => {
                let bin = |at: &usize| if rightly { items[*at].bin } else { (items[*at].bin + 1) % bins.len() };
                let digits: Vec<String> = drawn.iter().map(|at| (bin(at) + 1).to_string()).collect();
                self = self.press(&digits.join(" "));
            }
            Kind::Match { pairs, .. } => {
                let given = |at: usize| if rightly { at } else { (at + 1) % pairs.len() };
                let digits: Vec<String> = (0..pairs.len()).map(|at| self.digit(given(at))).collect();
                self = self.press(&digits.join(" "));
            }
            Kind::Order(steps) => {
                let mut wanted: Vec<usize> = (0..steps.len()).collect();
                if !rightly {
                    wanted.reverse();
                }
                self = self.sorted(&wanted);
            }
            Kind::Short { accept, .. } => self = self.types(if rightly { &accept[0] } else { "zzz" }),
            Kind::Open { checklist, .. } => {
                self = self.types("Some words of mine").press("enter");
                let digits: Vec<String> = (1..=checklist.len()).map(|digit| digit.to_string()).collect();
                self = self.press(if rightly { digits.join(" ") } else { String::new() }.as_str());
            }
            Kind::Scenario(scenes) => {
                let mut at = Some(0);
                while let Some(scene) = at.map(|at: usize| &scenes[at]) {
                    let worth = |way: &usize| scene.choices[*way].score;
                    let ways = 0..scene.choices.len();
                    let way = if rightly { ways.max_by_key(worth) } else { ways.min_by_key(worth) }.unwrap();
                    at = scene.choices[way].next;
                    self = self.press(&format!("{}{}", way + 1, if at.is_some() { " enter" } else { "" }));
                }
            }
            Kind::Stance { .. } => self = self.press("5"),
        }
        self = self.press("enter");
        if self.app.asks_how_sure && question.has_key() { self.press(&sure.to_string()) } else { self }
    }

    /// Puts the steps on the screen into this order.
    pub fn sorted(mut self, wanted: &[usize]) -> Learner {
        for (place, step) in wanted.iter().enumerate() {
            let Screen::Quiz(quiz) = self.app.screen() else { panic!("no question is on the screen") };
            let Work::Ordering { order, line, .. } = &quiz.work else { panic!("there are no steps") };
            let (from, line) = (order.iter().position(|one| one == step).unwrap(), *line);
            let moves = line.map_or(from as isize + 1, |line| from as isize - line as isize);
            let key = if moves < 0 { "up " } else { "down " };
            self = self.press(&(key.repeat(moves.unsigned_abs()) + &(place + 1).to_string()));
        }
        self
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

    /// The clock is set while the program runs.
    pub fn clock_set_by(self, milliseconds: i64) -> Learner {
        Learner { at: self.at + milliseconds, ..self }
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
        keys: Keys::default(),
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
        habits: Habits::default(),
        now: Stamp(BEGIN),
        offset: Offset(0),
        elsewhere: Clean::fixed("/tmp/contrasts-unsaved"),
    }
}
