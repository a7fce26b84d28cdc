//! What a reader waits for, at three lengths of text: a lesson of the course, one megabyte and ten. Run by `cargo bench`, a part of it
//! by `cargo bench -- search`. The long texts are made here and always the same.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

use std::borrow::Cow;
use std::time::Duration;

use contrasts::app::{self, App, Effect, Geometry, Key, Msg, Screen, Size, Start};
use contrasts::course::{self, Clean, Files, Id, Lesson, markdown};
use contrasts::page::{self, Page, Spot};
use contrasts::progress::day::Offset;
use contrasts::progress::{Progress, Stamp};
use contrasts::ui::{self, Theme};
use criterion::{BatchSize, Bencher, Criterion, criterion_group, criterion_main};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

mod text;

const SIZE: Size = Size { width: 80, height: 24 };

type Bench = fn(&mut Bencher, &'static str);

fn all(c: &mut Criterion) {
    let lesson = include_str!("../../lessons/03-organising-and-aligning/lesson.md");
    let texts: [(&str, &'static str); 3] =
        [("lesson", lesson), ("1 MB", text::of_size(1_000_000).leak()), ("10 MB", text::of_size(10_000_000).leak())];
    let benches: [(&str, Bench); 7] = [
        ("parse", parse),
        ("lay out all", lay_out_all),
        ("lay out a screen", lay_out_a_screen),
        ("open", open),
        ("draw", draw),
        ("key to frame", key_to_frame),
        ("search", search),
    ];
    for (name, bench) in benches {
        let mut group = c.benchmark_group(name);
        for (length, text) in texts {
            group.bench_function(length, |bencher| bench(bencher, text));
        }
    }
}

/// Markdown into blocks.
fn parse(bencher: &mut Bencher, text: &'static str) {
    let (_, body) = text.split_once("\n+++\n").unwrap();
    let start = text.len() - body.len();
    bencher.iter_batched(|| (), |()| markdown::lesson(body, start), BatchSize::PerIteration);
}

/// Every row of the text, as it is printed by `contrasts read`.
fn lay_out_all(bencher: &mut Bencher, text: &'static str) {
    let lesson = lesson(text);
    bencher.iter(|| page::lesson(&lesson, width()).map(|rows| rows.len()).sum::<usize>());
}

/// The rows of the first screen, none of them laid out before.
fn lay_out_a_screen(bencher: &mut Bencher, text: &'static str) {
    let lesson = lesson(text);
    bencher.iter(|| Page::new(&lesson, width(), 3).window(&lesson, Spot::default(), usize::from(SIZE.height)));
}

/// From the files of a course to the first frame of its lesson.
fn open(bencher: &mut Bencher, text: &'static str) {
    let first_frame = |files| {
        let mut learner = Learner::on(files);
        learner.sees();
        learner
    };
    bencher.iter_batched(|| files(text), first_frame, BatchSize::PerIteration);
}

/// One frame, nothing having changed.
fn draw(bencher: &mut Bencher, text: &'static str) {
    let mut learner = Learner::on(files(text));
    bencher.iter(|| learner.sees());
}

/// A row further and its frame, over and over down the text.
fn key_to_frame(bencher: &mut Bencher, text: &'static str) {
    let mut learner = Learner::on(files(text));
    bencher.iter(|| {
        let key = if learner.is_at_end() { 'g' } else { 'j' };
        learner.press(Key::char(key));
        learner.sees();
    });
}

/// A word typed into the search field, letter by letter, and given up.
fn search(bencher: &mut Bencher, text: &'static str) {
    let mut learner = Learner::on(files(text));
    bencher.iter(|| {
        "/intent".chars().for_each(|letter| learner.press(Key::char(letter)));
        learner.press(Key::named("esc").unwrap());
    });
}

/// A course of one lesson.
fn files(text: &'static str) -> Files {
    Files::from([("01-text/lesson.md".to_owned(), Cow::Borrowed(text.as_bytes()).into())])
}

fn lesson(text: &'static str) -> Lesson {
    let mut course = course::open(files(text)).0;
    course.load_text(0);
    course.lessons.remove(0)
}

fn width() -> usize {
    Geometry::of(SIZE).unwrap().width
}

/// Someone who reads that lesson, and the screen before them.
struct Learner {
    app: App,
    at: i64,
    recorded: usize,
    theme: Theme,
    screen: Buffer,
}

impl Learner {
    fn on(files: Files) -> Learner {
        let app = App::new(Start {
            course: course::open(files).0,
            problems: Vec::new(),
            progress: Progress::default(),
            size: SIZE,
            sitting: Id::new("00000001").unwrap(),
            seed: 7,
            remarks: Vec::new(),
            elsewhere: Clean::fixed("elsewhere"),
            is_folder: false,
            asks_how_sure: true,
            mode: None,
            keys: contrasts::app::keymap::Keys::default(),
            habits: contrasts::settings::Habits::default(),
            now: Stamp(0),
            offset: Offset(0),
        });
        let screen = Buffer::empty(Rect { x: 0, y: 0, width: SIZE.width, height: SIZE.height });
        let mut learner = Learner { app, at: 0, recorded: 0, theme: Theme::named("terminal").unwrap(), screen };
        learner.press(Key::named("enter").unwrap());
        assert!(matches!(learner.app.screen(), Screen::Reader(_)), "the first key opens the lesson");
        learner
    }

    /// Presses a key; what is to be recorded is on disk at once.
    fn press(&mut self, key: Key) {
        self.at += 1000;
        let effects = app::update(&mut self.app, Stamp(self.at), Msg::Key(key));
        self.recorded += effects.iter().filter(|effect| matches!(effect, Effect::Record(_))).count();
        app::update(&mut self.app, Stamp(self.at), Msg::Saved(self.recorded));
    }

    fn sees(&mut self) {
        ui::view(&self.app, &self.theme, &mut self.screen);
    }

    fn is_at_end(&self) -> bool {
        matches!(self.app.screen(), Screen::Reader(reader) if reader.shows_end(self.app.body_height()))
    }
}

/// Few and short measurements, so that all take hardly more than a minute.
fn few() -> Criterion {
    let short = Criterion::default().warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_millis(2500));
    short.sample_size(10).without_plots()
}

criterion_group! { name = benches; config = few(); targets = all }
criterion_main!(benches);
