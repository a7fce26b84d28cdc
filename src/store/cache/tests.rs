//! What a learner may rely on: with a cache and without one everything is the same, whatever became of the sittings and of the cache.

use std::time::{Duration, SystemTime};

use proptest::prelude::*;

use super::*;
use crate::progress::{self, Event, any};
use crate::store::namesake;
use crate::store::sitting::{Sitting, read_all};

/// When the tests look; the sittings are older.
const NOW: Stamp = Stamp(1_795_512_600_000);

fn course() -> Course {
    titled("c", "Course")
}

/// A course of one lesson, which asks whether its title is what it is.
fn titled(id: &str, title: &str) -> Course {
    let quiz = format!("[[questions]]\nid = \"q\"\nkind = \"truefalse\"\nprompt = \"Is this {title}?\"\nanswer = true\n");
    let files = [
        ("course.toml", format!("format = 1\nid = \"{id}\"\ntitle = \"{title}\"\n")),
        ("a/lesson.md", "+++\ntitle = \"A\"\n+++\nText.\n".to_owned()),
        ("a/quiz.toml", quiz),
    ];
    crate::course::read(files.map(|(name, text)| (name.to_owned(), text.into_bytes().into())).into()).0
}

/// A learner's folders.
struct Home {
    _folder: tempfile::TempDir,
    places: Places,
    written: u64,
}

impl Home {
    fn new() -> Home {
        let folder = tempfile::tempdir().unwrap();
        let places = Places::find(Some(folder.path()), None).unwrap();
        fs::create_dir_all(places.sittings()).unwrap();
        Home { _folder: folder, places, written: 0 }
    }

    fn file(&self) -> PathBuf {
        self.places.cache.join("c.progress")
    }

    /// Writes a file, each a second after the one before it.
    fn write(&mut self, name: &str, text: &str) {
        self.written += 1;
        let path = self.places.sittings().join(name);
        fs::write(&path, text).unwrap();
        let at = SystemTime::UNIX_EPOCH + Duration::from_millis(NOW.0 as u64 - 1_000_000_000) + Duration::from_secs(self.written);
        fs::File::options().write(true).open(&path).unwrap().set_modified(at).unwrap();
    }

    /// Starts as the program does: what was loaded must be what a replay of all files gives.
    #[track_caller]
    fn start(&self) -> Loaded {
        let loaded = load(&self.places, &course());
        let (_, mut failures) = read_all(&self.places.sittings(), &course().id);
        let texts = sitting::files(&self.places.sittings()).0.into_iter().map(|file| fs::read_to_string(file.path()).unwrap());
        let heard = texts.map(|text| sitting::hear(&text, &course().id)).map(|heard| (heard.title, heard.events));
        assert_eq!(loaded.progress, progress::replay(namesake::own(&course(), heard.collect())));
        let mut told = loaded.failures.clone();
        let key = |failure: &Failure| failure.file.to_string();
        failures.sort_by_key(key);
        told.sort_by_key(key);
        assert_eq!(told, failures);
        loaded
    }

    /// Starts, and makes the cache anew where it should be; true where it was.
    #[track_caller]
    fn start_and_renew(&self) -> bool {
        let stale = self.start().stale;
        let was_stale = stale.is_some();
        stale.into_iter().for_each(|stale| stale.renew(NOW).unwrap());
        was_stale
    }
}

fn text(events: &[Event]) -> String {
    text_under("Course", events)
}

fn text_under(title: &str, events: &[Event]) -> String {
    let mut sitting = Sitting::new(PathBuf::new(), &course().id, "desk", NOW).titled(title);
    events.iter().for_each(|event| sitting.take(event.clone()));
    sitting.text().unwrap()
}

/// Something that may happen between two starts.
#[derive(Clone, Debug)]
enum Happens {
    /// A file comes, or another takes its place.
    Comes(usize, Vec<Event>),
    /// The same from a sitting under another title, in which a question was answered that this course asks, or another.
    ComesUnder(&'static str, bool),
    Goes(usize),
    IsDamaged(usize),
    CacheGoes,
    CacheIsDamaged(prop::sample::Index, u8),
    CacheIsCut(prop::sample::Index),
    Nothing,
}

fn happens() -> impl Strategy<Value = Happens> {
    prop_oneof![
        6 => (0usize..5, any::events(any::SMALL, 12)).prop_map(|(nth, events)| Happens::Comes(nth, events)),
        2 => (prop::sample::select(vec!["Older", "Other"]), any::<bool>()).prop_map(|(title, same)| Happens::ComesUnder(title, same)),
        1 => (0usize..5).prop_map(Happens::Goes),
        1 => (0usize..5).prop_map(Happens::IsDamaged),
        1 => Just(Happens::CacheGoes),
        1 => (any::<prop::sample::Index>(), 1u8..).prop_map(|(at, by)| Happens::CacheIsDamaged(at, by)),
        1 => any::<prop::sample::Index>().prop_map(Happens::CacheIsCut),
        2 => Just(Happens::Nothing),
    ]
}

fn happen(home: &mut Home, what: Happens) {
    let cache = fs::read(home.file()).unwrap_or_default();
    match what {
        // The numbers of a sitting's events go on where those of the one before end, so that no two differ under one name.
        Happens::Comes(nth, events) => {
            let renamed = |(at, event): (usize, Event)| Event {
                id: progress::EventId(Id::new(&format!("s-{}", home.written * 100 + at as u64)).unwrap()),
                ..event
            };
            let events: Vec<Event> = events.into_iter().enumerate().map(renamed).collect();
            home.write(&format!("{nth}.toml"), &text(&events));
        }
        Happens::ComesUnder(title, is_asked) => {
            let wording = if is_asked { course().question(&Id::new("q").unwrap()).unwrap().1.fingerprint.0 } else { 7 };
            home.write(&format!("{title}-{}.toml", u8::from(is_asked)), &text_under(title, &[answered(home.written, wording)]));
        }
        Happens::Goes(nth) => drop(fs::remove_file(home.places.sittings().join(format!("{nth}.toml")))),
        Happens::IsDamaged(nth) => home.write(&format!("{nth}.toml"), "format = 1\ncour"),
        Happens::CacheGoes => drop(fs::remove_file(home.file())),
        Happens::CacheIsDamaged(at, by) if !cache.is_empty() => {
            let mut damaged = cache.clone();
            damaged[at.index(cache.len())] ^= by;
            fs::write(home.file(), damaged).unwrap();
        }
        Happens::CacheIsCut(at) if !cache.is_empty() => fs::write(home.file(), &cache[..at.index(cache.len())]).unwrap(),
        Happens::CacheIsDamaged(..) | Happens::CacheIsCut(_) | Happens::Nothing => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn with_and_without_a_cache_everything_is_the_same(steps in prop::collection::vec((happens(), any::<bool>()), 1..12)) {
        let mut home = Home::new();
        for (what, renews) in steps {
            happen(&mut home, what);
            if renews { home.start_and_renew(); } else { home.start(); }
        }
        home.start_and_renew();
        prop_assert!(!home.start_and_renew(), "nothing has changed, and yet it is made anew");
    }
}

fn answered(n: u64, wording: u64) -> Event {
    let name = |text: String| progress::EventId(Id::new(&text).unwrap());
    let deed = progress::Deed::Answered {
        quiz: name("s-0".to_owned()),
        question: Id::new("q").unwrap(),
        fingerprint: crate::course::Fingerprint(wording),
        drawn: vec![],
        answer: crate::course::Answer::Picked(vec![0]),
        sure: None,
        hints: 0,
        seconds: 1,
    };
    Event { id: name(format!("o-{n}")), at: Stamp(n as i64), deed }
}

fn finished(n: usize) -> String {
    let lesson = Id::new("a").unwrap();
    let id = progress::EventId(Id::new(&format!("s-{n}")).unwrap());
    text(&[Event { id, at: Stamp(n as i64), deed: progress::Deed::Finished { lesson } }])
}

#[test]
fn a_cache_is_used() {
    let mut home = Home::new();
    home.write("1.toml", &finished(1));
    assert!(home.start_and_renew());
    // A file that is known again by name, size and time is not read.
    let path = home.places.sittings().join("1.toml");
    let changed = fs::metadata(&path).unwrap().modified().unwrap();
    fs::write(&path, finished(1).replace("finished", "flew-off")).unwrap();
    fs::File::options().write(true).open(&path).unwrap().set_modified(changed).unwrap();
    let loaded = load(&home.places, &course());
    assert!(loaded.stale.is_none() && loaded.failures.is_empty() && !loaded.progress.is_empty());
}

#[test]
fn a_file_that_may_still_be_written_is_not_kept() {
    let mut home = Home::new();
    home.write("1.toml", &finished(1));
    let path = home.places.sittings().join("1.toml");
    let just_now = SystemTime::UNIX_EPOCH + Duration::from_millis(NOW.0 as u64 - 1500);
    fs::File::options().write(true).open(&path).unwrap().set_modified(just_now).unwrap();
    assert!(home.start_and_renew() && !home.file().exists());
    assert!(home.start().stale.is_some_and(|stale| stale.renew(Stamp(NOW.0 + 1000)).is_ok()) && home.file().exists());
}

#[test]
fn a_cache_of_another_program_or_course_does_not_count() {
    let mut home = Home::new();
    home.write("1.toml", &finished(1));
    home.start_and_renew();
    let whole = fs::read(home.file()).unwrap();
    let foreign = [b"contrasts cache 0000000000000000\n", &whole[HEAD.len()..]].concat();
    fs::write(home.file(), foreign).unwrap();
    assert!(home.start_and_renew());
    assert_eq!(fs::read(home.file()).unwrap(), whole);
    fs::rename(home.file(), home.places.cache.join("another.progress")).unwrap();
    assert!(load(&home.places, &titled("another", "Course")).progress.is_empty());
}

#[test]
fn a_cache_that_cannot_be_written_is_said_and_changes_nothing() {
    let mut home = Home::new();
    home.write("1.toml", &finished(1));
    fs::write(&home.places.cache, "in the way").unwrap();
    assert!(home.start().stale.is_some_and(|stale| stale.renew(NOW).is_err()));
    home.start();
}
