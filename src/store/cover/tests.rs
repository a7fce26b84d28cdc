//! A cover is used where everything is as it was, and nowhere else.

use std::time::{Duration, SystemTime};

use super::*;
use crate::course::{self, Files};
use crate::progress::{Deed, Event, EventId, Morning, Stands, Terms, replay};
use crate::store::cache;
use crate::store::sitting::Sitting;

/// When the tests begin; the sittings are older.
const NOW: Stamp = Stamp(1_795_512_600_000);

fn a_course(answer: bool) -> Course {
    let quiz = format!(
        "[[questions]]\nid = \"a-1\"\nkind = \"truefalse\"\nprompt = \"P\"\nanswer = {answer}\nwhy_true = \"w\"\nwhy_false = \"w\"\n"
    );
    let files = [
        ("course.toml", "id = \"c\"\ntitle = \"C\"\n".to_owned()),
        ("01-a/lesson.md", "+++\ntitle = \"A\"\n+++\nText.\n".to_owned()),
        ("01-a/quiz.toml", quiz),
    ];
    let files: Files = files.into_iter().map(|(path, text)| (path.to_owned(), text.into_bytes().into())).collect();
    course::open(files).0
}

/// A learner's folders.
struct Home {
    _folder: tempfile::TempDir,
    places: Places,
}

impl Home {
    /// With one sitting in it, of which a cover was kept.
    fn covered() -> Home {
        let folder = tempfile::tempdir().unwrap();
        let places = Places::find(Some(folder.path()), None).unwrap();
        fs::create_dir_all(places.sittings()).unwrap();
        let home = Home { _folder: folder, places };
        home.write("1.toml", 1);
        assert!(find(&home.places, &a_course(true)).is_none(), "nothing was kept yet");
        home.keep(false, NOW);
        assert!(home.is_covered());
        home
    }

    fn path(&self, name: &str) -> PathBuf {
        self.places.sittings().join(name)
    }

    fn file(&self) -> PathBuf {
        self.places.cache.join("c.cover")
    }

    /// Writes the sitting of a day before now.
    fn write(&self, name: &str, days: u64) {
        let id = EventId(Id::new(&format!("s{days}-1")).unwrap());
        let mut sitting = Sitting::new(PathBuf::new(), &Id::new("c").unwrap(), "desk", NOW);
        sitting.take(Event { id, at: NOW, deed: Deed::Finished { lesson: Id::new("a").unwrap() } });
        fs::write(self.path(name), sitting.text().unwrap()).unwrap();
        self.touch(name, Duration::from_secs(days * 86_400));
    }

    /// Makes a file look as if it was last written so long before now.
    fn touch(&self, name: &str, before: Duration) {
        let at = SystemTime::UNIX_EPOCH + Duration::from_millis(NOW.0 as u64) - before;
        fs::File::options().write(true).open(self.path(name)).unwrap().set_modified(at).unwrap();
    }

    fn basis(&self) -> Option<Basis> {
        cache::load(&self.places, &a_course(true)).basis
    }

    /// Starts and ends; `has_own` where a sitting was written meanwhile. True where a cover could be kept.
    fn keep(&self, has_own: bool, began: Stamp) -> bool {
        let basis = self.basis();
        if has_own {
            self.write("own.toml", 0);
        }
        self.keep_of(basis, has_own, began)
    }

    fn keep_of(&self, basis: Option<Basis>, has_own: bool, began: Stamp) -> bool {
        let Some(basis) = basis.and_then(|basis| basis.and_now(has_own, began)) else { return false };
        let mut course = a_course(true);
        let events = crate::store::sitting::read_all(&self.places.sittings(), &course.id).0;
        let terms = Terms { now: NOW, morning: Morning::default(), end: None };
        let progress = replay(events);
        let stands = Stands::load(&mut course, &progress);
        let cover = Cover::of(&course, &progress, stands, terms, None);
        basis.keep(&course.id, course.fingerprint().unwrap(), &cover).unwrap();
        find(&self.places, &course).is_some_and(|kept| kept.cover == cover)
    }

    fn is_covered(&self) -> bool {
        find(&self.places, &a_course(true)).is_some()
    }
}

#[test]
fn a_cover_is_not_used_where_a_sitting_came_went_or_changed() {
    let home = Home::covered();
    home.write("2.toml", 2);
    assert!(!home.is_covered(), "one more");
    fs::remove_file(home.path("2.toml")).unwrap();
    assert!(home.is_covered(), "as it was");
    home.touch("1.toml", Duration::from_secs(86_399));
    assert!(!home.is_covered(), "written anew");
    home.touch("1.toml", Duration::from_secs(86_400));
    assert!(home.is_covered(), "as it was");
    let text = fs::read_to_string(home.path("1.toml")).unwrap();
    fs::write(home.path("1.toml"), format!("{text}\n")).unwrap();
    home.touch("1.toml", Duration::from_secs(86_400));
    assert!(!home.is_covered(), "longer");
    fs::remove_file(home.path("1.toml")).unwrap();
    assert!(!home.is_covered(), "gone");
}

#[test]
fn a_cover_of_another_course_or_program_is_not_used() {
    let home = Home::covered();
    assert!(find(&home.places, &a_course(false)).is_none(), "another key makes other standings");
    let whole = fs::read(home.file()).unwrap();
    let foreign = [b"contrasts cover 0000000000000000\n", &whole[HEAD.len()..]].concat();
    fs::write(home.file(), foreign).unwrap();
    assert!(!home.is_covered());
}

#[test]
fn a_damaged_cover_is_not_used() {
    let home = Home::covered();
    let whole = fs::read(home.file()).unwrap();
    for at in 0..whole.len() {
        let mut damaged = whole.clone();
        damaged[at] ^= 1;
        fs::write(home.file(), damaged).unwrap();
        assert!(!home.is_covered(), "byte {at}");
        fs::write(home.file(), &whole[..at]).unwrap();
        assert!(!home.is_covered(), "cut at {at}");
    }
    fs::write(home.file(), [whole.as_slice(), b"x"].concat()).unwrap();
    assert!(!home.is_covered(), "with more behind it");
    fs::write(home.file(), whole).unwrap();
    assert!(home.is_covered(), "as it was");
}

#[test]
fn the_sitting_that_has_just_ended_is_in_the_cover_for_the_next_start() {
    let home = Home::covered();
    assert!(home.keep(true, NOW) && home.is_covered());
    assert!(home.keep(false, Stamp(NOW.0 + 3000)), "and looking on changes nothing");
}

#[test]
fn where_another_program_wrote_meanwhile_no_cover_is_kept() {
    let home = Home::covered();
    let basis = home.basis();
    home.write("own.toml", 0);
    home.write("other.toml", 0);
    assert!(!home.keep_of(basis, true, NOW) && !home.is_covered(), "it wrote as well");
    fs::remove_file(home.path("own.toml")).unwrap();
    fs::remove_file(home.path("other.toml")).unwrap();
    let basis = home.basis();
    home.write("other.toml", 0);
    assert!(!home.keep_of(basis, false, NOW) && !home.is_covered(), "it alone wrote");
    fs::remove_file(home.path("other.toml")).unwrap();
    let basis = home.basis();
    home.touch("1.toml", Duration::from_secs(5));
    assert!(!home.keep_of(basis, false, NOW), "it went on with a sitting of before");
}

#[test]
fn what_may_have_been_written_once_more_unseen_is_in_no_cover() {
    let home = Home::covered();
    home.touch("1.toml", Duration::from_millis(1500));
    assert!(!home.keep(false, NOW));
    assert!(home.keep(false, Stamp(NOW.0 + 1000)));
}

#[test]
fn a_file_that_cannot_be_read_wholly_is_said_with_a_cover_too() {
    let home = Home::covered();
    let text = fs::read_to_string(home.path("1.toml")).unwrap();
    fs::write(home.path("2.toml"), text.replace("finished", "flew-off").replace("s1-1", "s2-1")).unwrap();
    home.touch("2.toml", Duration::from_secs(60));
    assert!(home.keep(false, NOW));
    let loaded = cache::load(&home.places, &a_course(true));
    assert_eq!(find(&home.places, &a_course(true)).map(|kept| kept.failures), Some(loaded.failures.clone()));
    assert_eq!(loaded.failures.len(), 1);
    fs::create_dir(home.path("3.toml")).unwrap();
    assert_eq!(home.basis(), None, "what cannot be read at all may be readable at the next start");
}
