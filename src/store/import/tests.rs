//! What a learner may rely on: a union, in any order and however often, and nothing here is touched.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::course::Id;
use crate::progress::{self, Event, EventId, Progress, Stamp, any};
use crate::store::sitting::{Sitting, read_all};

fn course() -> Id {
    Id::new("c").unwrap()
}

struct Home {
    folder: tempfile::TempDir,
    places: Places,
}

impl Home {
    fn new() -> Home {
        let folder = tempfile::tempdir().unwrap();
        let places = Places::find(Some(folder.path()), None).unwrap();
        Home { folder, places }
    }

    fn write(&self, path: &str, text: &str) -> PathBuf {
        let path = self.folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        path
    }

    fn import(&self, from: &Path) -> Imported {
        let mut imported = Imported::default();
        import(from, &self.places, &mut imported).unwrap();
        imported
    }

    fn progress(&self) -> Progress {
        progress::replay(read_all(&self.places.sittings(), &course()).0)
    }

    /// Every file and what is in it.
    fn files(&self) -> BTreeMap<PathBuf, String> {
        let (entries, _) = sitting::files(&self.places.sittings());
        entries.iter().map(|entry| (entry.path(), fs::read_to_string(entry.path()).unwrap())).collect()
    }

    /// All of it in one file.
    fn export(&self) -> PathBuf {
        let (exported, failures) = export::collect(&self.places);
        assert_eq!(failures, vec![]);
        self.write("all.export", &export::as_text(&exported))
    }
}

fn text(events: &[Event]) -> String {
    let mut sitting = Sitting::new(PathBuf::new(), &course(), "desk", Stamp(0));
    events.iter().for_each(|event| sitting.take(event.clone()));
    sitting.text().unwrap()
}

/// Machines, each with some sittings; some sittings are on several, and some have the same name and are not the same.
fn machines() -> impl Strategy<Value = Vec<Vec<(usize, Vec<Event>)>>> {
    let sitting = (0usize..4, any::events(any::SMALL, 6));
    prop::collection::vec(prop::collection::vec(sitting, 0..4), 1..4)
}

fn homes(machines: Vec<Vec<(usize, Vec<Event>)>>) -> Vec<Home> {
    let mut count = 0;
    let mut homes = Vec::new();
    for machine in machines {
        let home = Home::new();
        for (name, events) in machine {
            count += 100;
            let renamed =
                |(at, event): (usize, Event)| Event { id: EventId(Id::new(&format!("s-{}", count + at)).unwrap()), ..event };
            let events: Vec<Event> = events.into_iter().enumerate().map(renamed).collect();
            home.write(&format!("sittings/{name}.toml"), &text(&events));
        }
        homes.push(home);
    }
    homes
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn machines_come_together_in_any_order_and_however_often(machines in machines(), order: u64, stopped_after in 0usize..4) {
        let homes = homes(machines);
        let all: Vec<Event> = homes.iter().flat_map(|home| read_all(&home.places.sittings(), &course()).0).collect();
        let mut sources: Vec<PathBuf> = homes.iter().map(Home::export).collect();
        sources.extend(homes.iter().map(|home| home.folder.path().to_owned()));
        fastrand::Rng::with_seed(order).shuffle(&mut sources);
        let home = Home::new();
        // Whoever was stopped in the middle of the first source has some of its files.
        for (name, text) in export::read(&homes[0].export()).unwrap().sittings().take(stopped_after) {
            home.write(&format!("sittings/{name}"), text);
        }
        let mut before = home.files();
        for source in sources.iter().chain(&sources) {
            home.import(source);
            let after = home.files();
            prop_assert!(before.iter().all(|(path, text)| after.get(path) == Some(text)), "something was changed or removed");
            before = after;
        }
        prop_assert_eq!(home.progress(), progress::replay(all));
        for source in &sources {
            let again = home.import(source);
            prop_assert_eq!((again.sittings, again.answers, again.settings, again.unread.len()), (0, 0, false, 0));
        }
    }
}

fn answered(n: usize) -> Event {
    let id = |text: &str| Id::new(text).unwrap();
    let deed = progress::Deed::Answered {
        quiz: EventId(id("q")),
        question: id("a-1"),
        fingerprint: Fingerprint(0),
        drawn: vec![0],
        answer: crate::course::Answer::Picked(vec![0]),
        sure: None,
        hints: 0,
        seconds: 1,
    };
    Event { id: EventId(id(&format!("s-{n}"))), at: Stamp(n as i64), deed }
}

#[test]
fn it_is_counted_what_was_new() {
    let (other, here) = (Home::new(), Home::new());
    other.write("sittings/1.toml", &text(&[answered(1), answered(2)]));
    here.write("sittings/1.toml", &text(&[answered(1)]));
    let imported = here.import(&other.export());
    assert_eq!((imported.sittings, imported.answers, imported.known), (1, 1, 0), "the same name, one answer more");
    let imported = here.import(&other.places.sittings());
    assert_eq!((imported.sittings, imported.answers, imported.known), (0, 0, 1));
    assert_eq!(here.files().len(), 2);
}

#[test]
fn settings_are_taken_over_only_where_there_are_none() {
    let (other, here) = (Home::new(), Home::new());
    other.write("config.toml", "theme = \"dark\"\n");
    assert!(here.import(&other.export()).settings);
    assert_eq!(fs::read_to_string(here.places.settings()).unwrap(), "theme = \"dark\"\n");
    fs::write(here.places.settings(), "theme = \"light\"\n").unwrap();
    assert!(!here.import(other.folder.path()).settings);
    assert_eq!(fs::read_to_string(here.places.settings()).unwrap(), "theme = \"light\"\n");
}

#[test]
fn what_is_no_sitting_is_named_left_out_and_does_not_stop_the_rest() {
    let (other, here) = (Home::new(), Home::new());
    other.write("sittings/good.toml", &text(&[answered(1)]));
    other.write("sittings/newer.toml", "format = 9\n");
    other.write("sittings/torn.toml", "format = 1\ncour");
    other.write("sittings/notes.txt", "mine");
    for source in [other.export(), other.folder.path().to_owned()] {
        let mut unread: Vec<String> = here.import(&source).unread.iter().map(|failure| failure.why.to_string()).collect();
        unread.sort();
        assert_eq!(unread.len(), 2, "{unread:?}");
        assert!(unread[0].contains("newer version") && unread[1].contains("not a sitting"), "{unread:?}");
    }
    assert_eq!(here.files().len(), 1);
    let nowhere = here.import(&other.folder.path().join("nowhere"));
    assert_eq!(nowhere.unread[0].why.to_string(), "it is not there");
}

#[test]
fn a_folder_of_exports_is_taken_export_by_export() {
    let (one, other, here) = (Home::new(), Home::new(), Home::new());
    one.write("sittings/1.toml", &text(&[answered(1)]));
    other.write("sittings/2.toml", &text(&[answered(2)]));
    let usb = Home::new();
    fs::copy(one.export(), usb.folder.path().join("anna.toml")).unwrap();
    fs::copy(other.export(), usb.folder.path().join("ben.toml")).unwrap();
    let imported = here.import(usb.folder.path());
    assert_eq!((imported.sittings, imported.answers), (2, 2));
}
