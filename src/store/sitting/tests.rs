//! What a learner may rely on: what was written is read, whatever else lies in the folder, and nothing is touched that is not ours.

use proptest::prelude::*;

use super::*;
use crate::course::Place;
use crate::progress::{EventId, Field, PlanPart, any};

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

fn any_events() -> impl Strategy<Value = Vec<Event>> {
    any::events(any::LARGE, 20)
}

fn sitting(folder: &Path) -> Sitting {
    Sitting::new(folder.to_owned(), &id("c"), "desk", Stamp(1_795_512_600_000)).titled("Course")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn the_sittings_read_back_are_the_sittings_written(first in any_events(), second in any_events()) {
        let folder = tempfile::tempdir().unwrap();
        let mut written = Vec::new();
        for events in [first, second] {
            let mut sitting = sitting(folder.path());
            events.into_iter().for_each(|event| sitting.take(event));
            written.extend(sitting.events.iter().cloned());
            sitting.save().unwrap();
        }
        let (mut read, failures) = read_all(folder.path(), &id("c"));
        prop_assert_eq!(failures, vec![]);
        let key = |event: &Event| format!("{event:?}");
        read.sort_by_key(key);
        written.sort_by_key(key);
        prop_assert_eq!(read, written);
    }

    #[test]
    fn no_damage_to_a_file_stops_the_reader(events in any_events(), cut in 0usize..2000, junk in "\\PC{0,9}") {
        let folder = tempfile::tempdir().unwrap();
        let mut sitting = sitting(folder.path());
        events.into_iter().for_each(|event| sitting.take(event));
        let mut text = sitting.text().unwrap();
        text.truncate((0..=cut.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap());
        text.push_str(&junk);
        let _ = read::parse(&text, &id("c"));
    }
}

/// The file of a sitting in which all this happened.
fn text_of(events: Vec<Event>) -> String {
    let mut sitting = sitting(Path::new("nowhere"));
    events.into_iter().for_each(|event| sitting.take(event));
    sitting.text().unwrap()
}

/// Whether the strict reader took it; then both must say the same.
#[track_caller]
fn both_readers_agree(text: &str) -> bool {
    for course in ["c", "another"] {
        let told = strict::read(text, course);
        assert!(told.is_none() || told.map(Ok) == Some(read::parse_any(text, &id(course))), "they differ about\n{text}");
    }
    strict::read(text, "c").is_some()
}

/// What may be changed in a file, by damage or by hand.
const BITS: [&str; 24] = [
    "\"",
    "'",
    "\"\"\"",
    "'''",
    "\\",
    "\n",
    "\r\n",
    "\t",
    " ",
    "#",
    "=",
    "[",
    "]",
    "[[event]]\n",
    "1",
    "00",
    "-",
    "_",
    ".5",
    "999999999999999999",
    "id = \"x\"\n",
    "note = \"x\"\n",
    "\u{7f}",
    "é",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn both_readers_read_the_same_from_what_was_written(events in any_events()) {
        let is_plain = |event: &Event| !format!("{event:?}").contains(['\\', '\'']);
        let is_for_the_strict_one = !events.is_empty() && events.iter().all(is_plain);
        let was_strict = both_readers_agree(&text_of(events));
        prop_assert!(was_strict || !is_for_the_strict_one, "the strict reader gave up");
    }

    #[test]
    fn both_readers_read_the_same_from_what_was_changed(
        events in any_events(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), 0usize..9, prop::sample::select(&BITS[..])), 1..4),
    ) {
        let mut text = text_of(events);
        let border = |text: &str, at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap();
        for (at, gone, bit) in changes {
            let from = border(&text, at.index(text.len() + 1));
            let to = border(&text, from + gone);
            text.replace_range(from..to, bit);
            both_readers_agree(&text);
        }
    }

    #[test]
    fn both_readers_read_the_same_from_lines_in_another_order(events in any_events(), from: prop::sample::Index, to: prop::sample::Index) {
        let text = text_of(events);
        let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
        let line = lines[from.index(lines.len())];
        lines.insert(to.index(lines.len()), line);
        both_readers_agree(&lines.concat());
        let (one, other) = (from.index(lines.len()), to.index(lines.len()));
        lines.swap(one, other);
        both_readers_agree(&lines.concat());
    }
}

#[test]
fn a_sitting_of_today_is_read_strictly_and_one_edited_by_hand_all_the_same() {
    let deed = Deed::Planned { lesson: id("a"), cue: "two\nlines".into(), act: "say \"no\"".into() };
    let event = Event { id: EventId(id("s-1")), at: Stamp(1), deed };
    let text = text_of(vec![event.clone()]);
    assert!(strict::read(&text, "c").is_some());
    let by_hand = text.replace("did = ", "did   =   ") + "# a remark\n";
    assert_eq!(strict::read(&by_hand, "c"), None);
    assert_eq!(read::parse(&by_hand, &id("c")).unwrap().events, [event]);
}

#[test]
fn only_the_last_reading_place_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let mut sitting = sitting(folder.path());
    let reached = |n: usize, lesson: &str| Event {
        id: EventId(id(&format!("s-{n}"))),
        at: Stamp(n as i64),
        deed: Deed::Reached { lesson: id(lesson), place: Place { block: n, at: 0 }, seen: Place { block: n, at: 9 } },
    };
    for (n, lesson) in [(1, "a"), (2, "a"), (3, "b"), (4, "b"), (5, "a")] {
        sitting.take(reached(n, lesson));
    }
    sitting.save().unwrap();
    sitting.save().unwrap();
    let (events, _) = read_all(folder.path(), &id("c"));
    assert_eq!(events, [reached(2, "a"), reached(4, "b"), reached(5, "a")]);
}

#[test]
fn of_a_field_only_the_last_text_is_kept() {
    let typed = |n: i64, field: Field, text: &str, is_aside| {
        let deed = Deed::Typed { field, text: text.to_owned(), is_aside };
        Event { id: EventId(id(&format!("s-{n}"))), at: Stamp(n), deed }
    };
    let plan = |part| Field::Plan(id("a"), part);
    let doubt = || Field::Doubt(EventId(id("s-0")), id("a-1"));
    let text = text_of(vec![
        typed(1, plan(PlanPart::Cue), "An", false),
        typed(2, plan(PlanPart::Cue), "Anna asks", false),
        typed(3, plan(PlanPart::Act), "", false),
        typed(4, doubt(), "wh", false),
        typed(5, doubt(), "wh", true),
    ]);
    let fields = |event: &str| event.lines().skip(2).map(str::to_owned).collect::<Vec<_>>().join(" ");
    let written: Vec<String> = text.split("\n[[event]]\n").skip(1).map(fields).collect();
    let expected = [
        "did = \"typed\" lesson = \"a\" cue = \"Anna asks\"",
        "did = \"typed\" lesson = \"a\" act = \"\"",
        "did = \"laid-aside\" quiz = \"s-0\" question = \"a-1\" note = \"wh\"",
    ];
    assert_eq!(written, expected);
    assert!(both_readers_agree(&text));
    // A field of a later program is passed over, and said to be.
    let later = text.replace("lesson = \"a\"\ncue", "lesson = \"a\"\nplan = \"s-9\"\ncue");
    let (events, why) = events(&later, &id("c"));
    assert_eq!((events.len(), why.as_deref()), (2, Some("1 of its events mean nothing to this program")));
}

#[test]
fn what_was_seen_is_not_forgotten_when_one_scrolls_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut sitting = sitting(folder.path());
    let far = Place { block: 9, at: 0 };
    for (n, seen) in [(1, far), (2, Place::default())] {
        let deed = Deed::Reached { lesson: id("a"), place: Place::default(), seen };
        sitting.take(Event { id: EventId(id(&format!("s-{n}"))), at: Stamp(n), deed });
    }
    assert!(matches!(sitting.events.as_slice(), [Event { deed: Deed::Reached { seen, .. }, .. }] if *seen == far));
}

#[test]
fn what_cannot_be_read_is_named_left_alone_and_does_not_stop_the_rest() {
    let folder = tempfile::tempdir().unwrap();
    let mut sitting = sitting(folder.path());
    sitting.take(Event { id: EventId(id("s-1")), at: Stamp(1), deed: Deed::Finished { lesson: id("a") } });
    sitting.save().unwrap();
    let strange = [
        ("newer.toml", "format = 9\ncourse = \"c\"\n"),
        ("torn.toml", "format = 1\ncour"),
        ("empty.toml", ""),
        (
            "odd.toml",
            "format = 1\ncourse = \"c\"\ndevice = \"d\"\nstarted = \"\"\nprogram = \"\"\n[[event]]\nid = \"x\"\ndid = \"flew\"\n",
        ),
        ("other.toml", "format = 1\ncourse = \"another\"\ndevice = \"d\"\nstarted = \"\"\nprogram = \"\"\n"),
        ("notes.txt", "not ours"),
    ];
    for (name, text) in strange {
        fs::write(folder.path().join(name), text).unwrap();
    }
    fs::create_dir(folder.path().join("folder.toml")).unwrap();
    let (events, failures) = read_all(folder.path(), &id("c"));
    assert_eq!(events.len(), 1);
    let mut named: Vec<String> = failures.iter().map(|f| f.file.as_str().rsplit('/').next().unwrap().to_owned()).collect();
    named.sort();
    assert_eq!(named, ["empty.toml", "folder.toml", "newer.toml", "odd.toml", "torn.toml"]);
    for (name, text) in strange {
        assert_eq!(fs::read_to_string(folder.path().join(name)).unwrap(), text);
    }
}

/// The program writes a file whole or not at all, but who knows what a tool that copies files does.
#[test]
fn a_file_that_was_cut_between_two_events_is_known_for_it_and_the_rest_counts() {
    let folder = tempfile::tempdir().unwrap();
    let mut sitting = sitting(folder.path());
    for nth in 1..=3 {
        let deed = Deed::Finished { lesson: id(&format!("a{nth}")) };
        sitting.take(Event { id: EventId(id(&format!("s-{nth}"))), at: Stamp(nth), deed });
    }
    sitting.save().unwrap();
    let file = sitting.file.unwrap();
    let whole = fs::read_to_string(&file).unwrap();
    let second = whole.match_indices("\n[[event]]").nth(1).unwrap().0;
    let edited = format!("# mine\n{}", &whole[..second]);
    for cut in [&whole[..second], &edited] {
        fs::write(&file, cut).unwrap();
        let (events, failures) = read_all(folder.path(), &id("c"));
        assert_eq!((events.len(), failures.len()), (1, 1), "{cut}");
        assert!(failures[0].why.to_string().contains("its last 2 events are missing"), "{failures:?}");
        assert_eq!(read_all(folder.path(), &id("other")), (vec![], vec![]), "it is that course's business");
    }
    // What was written before events were counted is whole as it is.
    fs::write(&file, whole.replace("events = 3\n", "")).unwrap();
    let (events, failures) = read_all(folder.path(), &id("c"));
    assert_eq!((events.len(), failures), (3, vec![]));
}

#[test]
fn a_missing_folder_means_nothing_yet_and_a_file_in_its_place_does_not() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(read_all(&folder.path().join("none"), &id("c")), (vec![], vec![]));
    let file = folder.path().join("file");
    fs::write(&file, "").unwrap();
    assert_eq!(read_all(&file, &id("c")).1.len(), 1);
}

#[test]
fn a_failed_save_leaves_the_old_file_whole_and_the_next_one_catches_up() {
    let folder = tempfile::tempdir().unwrap();
    let inside = folder.path().join("sittings");
    let mut sitting = sitting(&inside);
    let event = |n: i64| Event { id: EventId(id(&format!("s-{n}"))), at: Stamp(n), deed: Deed::Finished { lesson: id("a") } };
    sitting.take(event(1));
    sitting.save().unwrap();
    let aside = folder.path().join("aside");
    fs::rename(&inside, &aside).unwrap();
    fs::write(&inside, "in the way").unwrap();
    sitting.take(event(2));
    assert!(sitting.save().is_err());
    assert_eq!(read_all(&aside, &id("c")).0, [event(1)]);
    fs::remove_file(&inside).unwrap();
    fs::rename(&aside, &inside).unwrap();
    sitting.save().unwrap();
    assert_eq!(read_all(&inside, &id("c")).0, [event(1), event(2)]);
}

#[cfg(unix)]
#[test]
fn files_are_for_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let inside = folder.path().join("data/sittings");
    let mut sitting = sitting(&inside);
    sitting.save().unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&inside), 0o700);
    assert_eq!(mode(sitting.file.as_ref().unwrap()), 0o600);
}

#[test]
fn what_killed_programs_left_is_swept_and_what_is_fresh_or_foreign_stays() {
    let folder = tempfile::tempdir().unwrap();
    let old = std::time::SystemTime::now() - LEFT_BEHIND * 2;
    for (name, is_old) in [(".sitting-a.tmp", true), (".sitting-b.tmp", false), ("mine.tmp", true)] {
        let file = fs::File::create(folder.path().join(name)).unwrap();
        if is_old {
            file.set_modified(old).unwrap();
        }
    }
    sitting(folder.path()).save().unwrap();
    let left = |name: &str| folder.path().join(name).exists();
    assert_eq!([left(".sitting-a.tmp"), left(".sitting-b.tmp"), left("mine.tmp")], [false, true, true]);
}
