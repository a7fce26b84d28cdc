//! What years of learning cost at a start: a hundred thousand events in a thousand sittings, read and replayed. Run by
//! `cargo bench --bench sittings`. The sittings are made here and always the same; they stay in `target/sittings`, so that the program
//! can be started on them: `contrasts --data-dir target/sittings`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

use std::path::{Path, PathBuf};
use std::time::Duration;

use contrasts::course;
use contrasts::progress;
use contrasts::store::sitting::read_all;
use criterion::{Criterion, criterion_group, criterion_main};

mod years;

fn all(c: &mut Criterion) {
    let places = places();
    let course = course::open(course::builtin::files()).0;
    c.bench_function("read", |bencher| bencher.iter(|| read_all(&places, &course.id).0.len()));
    c.bench_function("read and replay", |bencher| bencher.iter(|| progress::replay(read_all(&places, &course.id).0)));
}

fn places() -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/sittings/sittings");
    if !folder.exists() {
        years::write(&folder);
    }
    folder
}

/// Few and short measurements.
fn few() -> Criterion {
    let short = Criterion::default().warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_millis(2500));
    short.sample_size(10).without_plots()
}

criterion_group! { name = benches; config = few(); targets = all }
criterion_main!(benches);
