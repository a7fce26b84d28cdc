//! What years of learning cost at a start: a hundred thousand events in a thousand sittings, read and replayed, or taken from the cache;
//! what the first picture makes of them, from all of it or from its cover; and what making a cover costs at the end. Run by `cargo bench
//! --bench sittings`. The sittings are made here and always the same; they stay in `target/sittings`, so that the program can be started
//! on them: `contrasts --data-dir target/sittings`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

use std::path::Path;
use std::time::Duration;

use contrasts::app::keymap::Keys;
use contrasts::app::{App, Front, Geometry, Size, Start, sheet};
use contrasts::course::{self, Clean, Course, Id};
use contrasts::progress::day::Offset;
use contrasts::progress::{self, Progress, Stamp};
use contrasts::settings::Habits;
use contrasts::store::place::Places;
use contrasts::store::sitting::read_all;
use contrasts::store::{cache, cover};
use criterion::{BatchSize, Criterion, criterion_group, criterion_main};

mod years;

fn all(c: &mut Criterion) {
    let places = places();
    let sittings = places.sittings();
    let course = course::open(course::builtin::files()).0;
    c.bench_function("read", |bencher| bencher.iter(|| read_all(&sittings, &course.id).0.len()));
    c.bench_function("read and replay", |bencher| bencher.iter(|| progress::replay(read_all(&sittings, &course.id).0)));
    if let Some(stale) = cache::load(&places, &course).stale {
        stale.renew(Stamp(i64::MAX / 2)).unwrap();
    }
    let loaded = cache::load(&places, &course);
    assert!(loaded.stale.is_none(), "the cache is as it should be");
    c.bench_function("from the cache", |bencher| bencher.iter(|| cache::load(&places, &course).progress));
    let years = || App::new(start(course.clone(), loaded.progress.clone()));
    let in_a_quiz = || {
        let mut app = years();
        app.open_quiz(app.now(), 0);
        app
    };
    c.bench_function("cover of years, from the map", |bencher| {
        bencher.iter_batched_ref(years, App::to_cover, BatchSize::PerIteration)
    });
    c.bench_function("cover of years, from a quiz", |bencher| {
        bencher.iter_batched_ref(in_a_quiz, App::to_cover, BatchSize::PerIteration)
    });
    let basis = loaded.basis.clone().and_then(|basis| basis.and_now(false, Stamp(i64::MAX / 2))).unwrap();
    basis.keep(&course.id, course.fingerprint().unwrap(), &years().to_cover()).unwrap();
    c.bench_function("first picture of years from its cover", |bencher| {
        bencher.iter(|| first_picture_of_cover(&places, course.clone()))
    });
    for (name, progress) in [("first picture of years", loaded.progress), ("first picture of nothing", Progress::default())] {
        c.bench_function(name, |bencher| bencher.iter(|| first_picture(course.clone(), progress.clone())));
    }
}

/// What stands on the screen first; years of progress must be copied for it, which takes a part of the time.
fn first_picture(course: Course, progress: Progress) -> usize {
    picture(&App::new(start(course, progress)))
}

/// The same without it: the sittings are looked at and not read.
fn first_picture_of_cover(places: &Places, course: Course) -> usize {
    let kept = cover::find(places, &course).unwrap();
    picture(Front::of(start(course, Progress::default()), kept.cover).app())
}

const SIZE: Size = Size { width: 80, height: 24 };

fn picture(app: &App) -> usize {
    sheet::sheet(app, &Geometry::of(SIZE).unwrap()).rows.len()
}

fn start(course: Course, progress: Progress) -> Start {
    Start {
        course,
        problems: Vec::new(),
        now: progress.last().unwrap_or_default(),
        progress,
        size: SIZE,
        sitting: Id::new("00000001").unwrap(),
        seed: 7,
        remarks: Vec::new(),
        elsewhere: Clean::fixed("elsewhere"),
        is_folder: false,
        asks_how_sure: true,
        mode: None,
        keys: Keys::default(),
        habits: Habits::default(),
        offset: Offset(0),
    }
}

fn places() -> Places {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/sittings");
    let places = Places::find(Some(&folder), None).unwrap();
    if !places.sittings().exists() {
        years::write(&places.sittings());
    }
    places
}

/// Few and short measurements.
fn few() -> Criterion {
    let short = Criterion::default().warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_millis(2500));
    short.sample_size(10).without_plots()
}

criterion_group! { name = benches; config = few(); targets = all }
criterion_main!(benches);
