//! What a learner may rely on: the first screen says the same with a cover and without one, on the day it was made and on any later one, and
//! what comes behind it is the app as it would have been.

use proptest::prelude::*;

use super::super::keymap::Keys;
use super::super::{Effect, Geometry, Key, Msg, Size, sheet, update};
use super::*;
use crate::course::{self, Clean, Course, Files, Id};
use crate::progress::any::{self, World};
use crate::progress::day::Offset;
use crate::progress::{Deed, Event, Pack, Stamp, replay};
use crate::settings::Habits;

const A_DAY: i64 = 86_400_000;

/// Two months in which lessons, questions and quizzes often meet.
const MONTHS: World = World { lesson: "[abc]", question: "(a|b)-[123]", event: "(s-[0-9]|s-1[0-9])", times: (0, 60 * A_DAY) };

/// Two lessons with questions of every standing to review, and one without; and a mirror.
fn files(end: &str) -> Files {
    let truth = |id: &str, more: &str| {
        format!(
            "[[questions]]\nid = \"{id}\"\nkind = \"truefalse\"\nprompt = \"P\"\nanswer = true\nwhy_true = \"w\"\nwhy_false = \"w\"\n{more}"
        )
    };
    let stance = "[[questions]]\nid = \"b-2\"\nkind = \"stance\"\nprompt = \"P\"\nleft = \"L\"\nright = \"R\"\n";
    let text = "Text.\n\n## One\n\nMore text.\n\n## Two\n\nThe last text.\n";
    let lesson = |title: &str| format!("+++\ntitle = \"{title}\"\nminutes = 12\n+++\n{text}");
    let mirror = crate::course::builtin::files().remove(crate::course::read::MIRROR_FILE).unwrap();
    let files = [
        ("course.toml", format!("id = \"c\"\ntitle = \"C\"\npass_mark = 0.5\n{end}")),
        ("01-a/lesson.md", lesson("A")),
        ("01-a/quiz.toml", truth("a-1", "pole = \"management\"\n") + &truth("a-2", "") + &truth("a-3", "use = [\"review\"]\n")),
        ("02-b/lesson.md", lesson("B")),
        ("02-b/quiz.toml", truth("b-1", "") + stance + &truth("b-3", "use = [\"review\"]\n")),
        ("03-c/lesson.md", lesson("C")),
    ];
    let files = files.into_iter().map(|(path, text)| (path.to_owned(), text.into_bytes().into()));
    files.chain([(crate::course::read::MIRROR_FILE.to_owned(), mirror)]).collect()
}

/// How someone learns.
#[derive(Clone, Debug)]
struct Learner {
    events: Vec<Event>,
    is_folder: bool,
    end: &'static str,
    size: Size,
}

fn learner() -> impl Strategy<Value = Learner> {
    let sizes = [(80, 24), (40, 12), (140, 50)].map(|(width, height)| Size { width, height });
    let ends = ["", "end_date = 1970-02-10\n"];
    (any::events(MONTHS, 80), any::<bool>(), prop::sample::select(ends.to_vec()), prop::sample::select(sizes.to_vec()))
        .prop_map(|(events, is_folder, end, size)| Learner { events, is_folder, end, size })
}

impl Learner {
    fn course(&self) -> Course {
        // Of a folder's course everything is read at the start, of the other what is wanted.
        let (course, problems) = if self.is_folder { course::read(files(self.end)) } else { course::open(files(self.end)) };
        assert!(problems.iter().all(|problem| problem.severity != course::problem::Severity::Error), "{problems:?}");
        course
    }

    fn start(&self, now: i64) -> Start {
        Start {
            course: self.course(),
            problems: Vec::new(),
            progress: replay(self.events.clone()),
            size: self.size,
            keys: Keys::default(),
            sitting: Id::new("00000001").unwrap(),
            seed: 7,
            remarks: Vec::new(),
            elsewhere: Clean::fixed("elsewhere"),
            is_folder: self.is_folder,
            asks_how_sure: true,
            mode: None,
            habits: Habits::default(),
            now: Stamp(now),
            offset: Offset(3600),
        }
    }

    /// The cover that is left by whoever looked at some lessons before; from what is on the map, or worked out.
    fn cover(&self, now: i64, looked_at: &[usize], is_on_the_map: bool) -> Cover {
        let mut app = App::new(self.start(now));
        if !is_on_the_map {
            (app.stands, app.due.answered) = (None, None);
        }
        for lesson in looked_at {
            app.course.load(*lesson);
            app.course.link_terms(*lesson);
        }
        app.to_cover()
    }
}

fn pressed(key: char) -> Key {
    match key {
        '\n' => Key::named("enter").unwrap(),
        '\x1b' => Key::named("esc").unwrap(),
        letter => Key::char(letter),
    }
}

fn picture(app: &App) -> String {
    format!("{:?}", sheet::sheet(app, &Geometry::of(app.size).unwrap()))
}

/// The start of a day two months later.
const LATER: i64 = 61 * A_DAY;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn the_first_screen_is_the_same_with_a_cover(
        learner in learner(),
        looked_at in prop::collection::vec(0usize..3, 0..3),
        made in 0..LATER,
        is_on_the_map in any::<bool>(),
        shown in prop::collection::vec(0..LATER + 90 * A_DAY, 1..4),
        keys in "[jk\n\x1brp+b]{0,6}",
    ) {
        let mut bytes = Vec::new();
        let made = learner.cover(made, &looked_at, is_on_the_map);
        made.pack(&mut bytes);
        for now in shown {
            let cover = Cover::unpack(&mut bytes.as_slice()).unwrap();
            prop_assert_eq!(&cover, &made);
            let start = learner.start(now);
            if !cover.holds(&start.terms()) {
                prop_assert!(now < learner.events.iter().map(|event| event.at.0).max().unwrap_or(0), "it holds from the last answer on");
                continue;
            }
            let mut whole = App::new(learner.start(now));
            let front = Front::of(Start { progress: Progress::default(), ..start }, cover);
            if learner.events.is_empty() {
                continue;
            }
            prop_assert_eq!(picture(front.app()), picture(&whole));
            prop_assert_eq!(&front.app().due, &whole.due);
            let mut app = front.open(whole.progress.clone(), true);
            for key in keys.chars() {
                for app in [&mut app, &mut whole] {
                    update(app, Stamp(now), Msg::Key(pressed(key)));
                }
                prop_assert_eq!(picture(&app), picture(&whole), "after {:?}", key);
            }
        }
    }

    #[test]
    fn whatever_was_done_last_is_in_the_cover(learner in learner(), keys in "[jk\n\n123u\x1brx ]{0,24}") {
        let learner = Learner { is_folder: true, ..learner };
        let (cover, after) = after_keys(&learner, &keys);
        prop_assert_eq!(cover, after.cover(LATER, &[], false));
    }

    #[test]
    fn where_more_was_done_than_the_cover_knows_it_is_all_on_the_screen(
        learner in learner(),
        known in any::<prop::sample::Index>(),
    ) {
        let learner = Learner { is_folder: true, ..learner };
        let before = Learner { events: learner.events[..known.index(learner.events.len() + 1)].to_vec(), ..learner.clone() };
        let front = Front::of(before.start(LATER), before.cover(LATER, &[], true));
        let whole = App::new(learner.start(LATER));
        if before.events.is_empty() {
            return Ok(());
        }
        let app = front.open(whole.progress.clone(), false);
        prop_assert_eq!(picture(&app), picture(&whole));
    }
}

/// Presses keys, and leaves: the cover, and what was done.
fn after_keys(learner: &Learner, keys: &str) -> (Cover, Learner) {
    let mut app = App::new(learner.start(LATER));
    let mut effects = app.open_quiz(Stamp(LATER), 0);
    for (nth, key) in keys.chars().enumerate() {
        effects.extend(update(&mut app, Stamp(LATER + nth as i64), Msg::Key(pressed(key))));
    }
    let mut after = learner.clone();
    after.events.extend(effects.into_iter().filter_map(|effect| match effect {
        Effect::Record(event) => Some(event),
        _ => None,
    }));
    (app.to_cover(), after)
}

#[test]
fn what_was_answered_and_taken_back_last_is_in_the_cover_from_wherever_one_leaves() {
    let learner = Learner { events: Vec::new(), is_folder: true, end: "", size: Size { width: 80, height: 24 } };
    // Takes the quiz, takes an answer back, goes to the map, and leaves after each of these keys.
    let keys = "\n1\n3u1\n3\n1\n3\n\x1b\x1b";
    for count in 0..=keys.len() {
        let (cover, after) = after_keys(&learner, &keys[..count]);
        assert_eq!(cover, after.cover(LATER, &[], false), "after {count} keys");
        let has = |is_so: fn(&Deed) -> bool| after.events.iter().any(|event| is_so(&event.deed));
        assert!(count < keys.len() || has(|deed| matches!(deed, Deed::Answered { .. })), "{:?}", after.events);
        assert!(count < keys.len() || has(|deed| matches!(deed, Deed::Undid { .. })), "{:?}", after.events);
    }
}

#[test]
fn a_cover_holds_for_no_other_settings() {
    let learner = Learner { events: Vec::new(), is_folder: false, end: "", size: Size { width: 80, height: 24 } };
    let cover = learner.cover(LATER, &[], true);
    let holds = |start: Start| cover.holds(&start.terms());
    assert!(holds(learner.start(LATER)) && holds(learner.start(LATER + 500 * A_DAY)));
    assert!(!holds(Start { offset: Offset(7200), ..learner.start(LATER) }), "in another time zone");
    let early = Habits { day_start: 2, ..Habits::default() };
    assert!(!holds(Start { habits: early, ..learner.start(LATER) }), "where the day begins earlier");
    let ends = Learner { end: "end_date = 1970-05-01\n", ..learner.clone() };
    assert!(!holds(ends.start(LATER)), "where the course has an end");
}
