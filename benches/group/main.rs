//! What a facilitator waits for: a group's report over a thousand learners with two hundred answers each. Run by
//! `cargo bench --bench group`. The learners are made here, and always the same. Their exports, of ten sittings each, stay in `target/group`,
//! so that room can be measured too: `contrasts group target/group`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use contrasts::course::question::{Kind, Mode, Use};
use contrasts::course::{self, Answer, Course, Id, Question};
use contrasts::exchange::group::{self, Group};
use contrasts::progress::day::Offset;
use contrasts::progress::{Deed, Event, EventId, Purpose, Stamp, Sure, replay};
use contrasts::store::export;
use contrasts::store::learners::{self, Source};
use contrasts::store::place::Places;
use contrasts::store::sitting::Sitting;
use contrasts::words::ENGLISH;
use criterion::{Criterion, criterion_group, criterion_main};

const LEARNERS: usize = 1000;
const ANSWERS: usize = 200;
const SITTINGS: usize = 10;

fn all(c: &mut Criterion) {
    let course = course::read(course::builtin::files()).0;
    let one = learner(&course, 7);
    assert_eq!(one.iter().filter(|event| matches!(event.deed, Deed::Answered { .. })).count(), ANSWERS);
    let mut benches = c.benchmark_group("group");
    benches.bench_function("make one learner", |bencher| bencher.iter(|| learner(&course, 7)));
    benches.bench_function("replay one learner", |bencher| bencher.iter(|| replay(one.clone())));
    benches.bench_function("make, replay and fold a thousand", |bencher| bencher.iter(|| folded(&course, LEARNERS)));
    let exports = exports(&course);
    let sources = learners::find(&exports).unwrap();
    benches.bench_function("read, replay and fold a thousand exports", |bencher| bencher.iter(|| read(&course, &sources)));
    benches.bench_function("contrasts group", |bencher| bencher.iter(|| run(&exports)));
    let group = folded(&course, LEARNERS);
    benches.bench_function("report as HTML", |bencher| {
        bencher.iter(|| group::html(&group.report(Stamp(0), Offset(0)), &ENGLISH).len());
    });
}

fn folded(course: &Course, learners: usize) -> Group<'_> {
    let mut group = Group::new(course);
    (0..learners).for_each(|number| group.add(&replay(learner(course, number))));
    group
}

fn read<'c>(course: &'c Course, sources: &[Source]) -> Group<'c> {
    let mut group = Group::new(course);
    sources.iter().for_each(|source| group.add(&replay(source.read(course).unwrap().events)));
    assert_eq!(group.learners(), LEARNERS);
    group
}

/// The whole command, as a facilitator gives it.
fn run(exports: &Path) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_contrasts"));
    let done = command.arg("group").arg(exports).args(["--format", "html"]).stdout(Stdio::null()).status().unwrap();
    assert!(done.success());
}

/// A folder with an export of each learner.
fn exports(course: &Course) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/group");
    if folder.exists() {
        return folder;
    }
    let beside = folder.with_extension("new");
    fs::create_dir_all(&beside).unwrap();
    for number in 0..LEARNERS {
        let home = tempfile::tempdir().unwrap();
        let places = Places::find(Some(home.path()), None).unwrap();
        let events = learner(course, number);
        for sat in events.chunks(events.len().div_ceil(SITTINGS)) {
            let mut sitting = Sitting::new(places.sittings(), &course.id, "desk", sat[0].at);
            sat.iter().for_each(|event| sitting.take(event.clone()));
            sitting.save().unwrap();
        }
        fs::write(beside.join(format!("{number:04}.toml")), export::as_text(&export::collect(&places).0)).unwrap();
    }
    fs::rename(&beside, &folder).unwrap();
    folder
}

/// Everything that one did: each quiz once, and the first of them again.
fn learner(course: &Course, number: usize) -> Vec<Event> {
    let mut chance = fastrand::Rng::with_seed(number as u64);
    let mut events: Vec<Event> = Vec::new();
    let mut did = |deed| {
        let id = EventId(Id::new(&format!("{number:08x}-{}", events.len())).unwrap());
        events.push(Event { id: id.clone(), at: Stamp(1_795_512_600_000 + events.len() as i64 * 20_000), deed });
        id
    };
    let mut left = ANSWERS;
    for lesson in course.lessons.iter().chain(&course.lessons) {
        let asked: Vec<&Question> = lesson.questions().iter().filter(|question| question.is_for(Use::Quiz)).take(left).collect();
        let questions = asked.iter().map(|question| question.id.clone()).collect();
        let began = Deed::Began { lesson: Some(lesson.id.clone()), questions, purpose: Purpose::Quiz, mode: Mode::Immediate };
        let quiz = did(began);
        left -= asked.len();
        for question in asked {
            did(answered(&quiz, question, &mut chance));
        }
    }
    events
}

fn answered(quiz: &EventId, question: &Question, chance: &mut fastrand::Rng) -> Deed {
    Deed::Answered {
        quiz: quiz.clone(),
        question: question.id.clone(),
        fingerprint: question.fingerprint,
        drawn: (0..question.drawable()).collect(),
        answer: answer(&question.kind, chance),
        sure: Some(Sure::ALL[chance.usize(0..4)]),
        hints: 0,
        seconds: chance.u32(2..90),
    }
}

/// Mostly right where that is easily said.
fn answer(kind: &Kind, chance: &mut fastrand::Rng) -> Answer {
    match kind {
        Kind::Choice(choices) | Kind::Multiple(choices) | Kind::TrueFalse(choices) => {
            let key = choices.iter().position(|choice| choice.correct).unwrap();
            Answer::Picked(vec![if chance.f64() < 0.7 { key } else { chance.usize(0..choices.len()) }])
        }
        Kind::Classify { bins, items } => Answer::Placed(items.iter().map(|_| Some(chance.usize(0..bins.len()))).collect()),
        Kind::Match { pairs, .. } => Answer::Placed((0..pairs.len()).map(Some).collect()),
        Kind::Order(steps) => {
            let mut order: Vec<usize> = (0..steps.len()).collect();
            chance.shuffle(&mut order);
            Answer::Ordered(order)
        }
        Kind::Short { accept, .. } => Answer::Written(accept[0].to_string(), Vec::new()),
        Kind::Open { .. } => {
            Answer::Written("A sentence or two in someone's own words, as long as they mostly are.".to_owned(), vec![0])
        }
        Kind::Scenario(_) => Answer::Walked(vec![0, 0, 0]),
        Kind::Stance { .. } => Answer::Leaned(chance.u8(0..=10)),
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(10).warm_up_time(Duration::from_secs(1)).measurement_time(Duration::from_secs(5));
    targets = all
}
criterion_main!(benches);
