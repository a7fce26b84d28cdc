//! Which answers count, and that no order of events matters.

use proptest::prelude::*;

use super::super::day::{Day, Offset};
use super::super::{Deed, Event, Morning, replay};
use super::*;
use crate::course::question::Mode;
use crate::course::{self, Answer, Files, Fingerprint};

/// Two lessons; `a-3` is for the quiz alone, `b-2` is judged by oneself, and `b-3` has no key.
fn a_course() -> Course {
    let truth = |id: &str, more: &str| {
        format!(
            "[[questions]]\nid = \"{id}\"\nkind = \"truefalse\"\nprompt = \"P\"\nanswer = true\nwhy_true = \"w\"\nwhy_false = \"w\"\n{more}"
        )
    };
    let open =
        "[[questions]]\nid = \"b-2\"\nkind = \"open\"\nprompt = \"P\"\nmodel = \"M\"\nchecklist = [\"x\", \"y\", \"z\", \"u\"]\n";
    let stance = "[[questions]]\nid = \"b-3\"\nkind = \"stance\"\nprompt = \"P\"\nleft = \"L\"\nright = \"R\"\n";
    let files = [
        ("course.toml", "id = \"c\"\ntitle = \"C\"\n".to_owned()),
        ("01-a/lesson.md", "+++\ntitle = \"A\"\n+++\nText.\n".to_owned()),
        ("01-a/quiz.toml", truth("a-1", "pole = \"management\"\n") + &truth("a-2", "") + &truth("a-3", "use = [\"quiz\"]\n")),
        ("02-b/lesson.md", "+++\ntitle = \"B\"\n+++\nText.\n".to_owned()),
        ("02-b/quiz.toml", truth("b-1", "") + open + stance),
    ];
    let files: Files = files.into_iter().map(|(path, text)| (path.to_owned(), text.into_bytes().into())).collect();
    let mut course = course::read(files).0;
    (0..course.lessons.len()).for_each(|at| course.load_questions(at));
    assert_eq!(course.lessons.iter().map(|lesson| lesson.questions().len()).sum::<usize>(), 6, "the course is as it should be");
    course
}

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

const MORNING: Morning = Morning { offset: Offset(3600), hour: 4 };
const LENGTH: i64 = 86_400_000;

/// An hour of a day, in the learner's local time.
fn hour(day: i64, hour: i64) -> Stamp {
    Stamp(day * LENGTH + (hour - 1) * LENGTH / 24)
}

fn terms(today: i64) -> Terms {
    Terms { now: hour(today, 23), morning: MORNING, end: None }
}

fn event(name: &str, at: Stamp, deed: Deed) -> Event {
    Event { id: EventId(id(name)), at, deed }
}

fn began(name: &str, purpose: Purpose) -> Event {
    let questions = vec![id("a-1"), id("b-1")];
    event(name, Stamp(0), Deed::Began { lesson: None, questions, purpose, mode: Mode::Immediate })
}

fn answered(name: &str, quiz: &str, at: Stamp, question: &str, answer: Answer, sure: Option<Sure>, hints: usize) -> Event {
    let (quiz, question, fingerprint) = (EventId(id(quiz)), id(question), Fingerprint(0));
    event(name, at, Deed::Answered { quiz, question, fingerprint, drawn: vec![], answer, sure, hints, seconds: 9 })
}

/// `+` right, `!` right and certain, `g` right by a guess, `h` right by a hint, `-` not right, `x` not right and certain.
fn outcome(sign: &str) -> (Answer, Option<Sure>, usize) {
    let picked = |right: bool| Answer::Picked(vec![usize::from(!right)]);
    match sign {
        "+" => (picked(true), Some(Sure::Fairly), 0),
        "!" => (picked(true), Some(Sure::Certain), 0),
        "g" => (picked(true), Some(Sure::Guess), 0),
        "h" => (picked(true), Some(Sure::Certain), 1),
        "-" => (picked(false), None, 0),
        "x" => (picked(false), Some(Sure::Certain), 0),
        _ => panic!("what is {sign:?}?"),
    }
}

/// Answers to `a-1` such as `3x`: on day 3, wrongly and certain. Those of one day follow each other by the hour.
fn history(text: &str, purpose: Purpose) -> Vec<Event> {
    let mut events = vec![began("r", purpose)];
    for (nth, word) in text.split_whitespace().enumerate() {
        let (day, sign) = word.split_at(word.len() - 1);
        let (answer, sure, hints) = outcome(sign);
        let at = hour(day.parse().unwrap(), 9 + nth as i64);
        events.push(answered(&format!("e-{nth}"), "r", at, "a-1", answer, sure, hints));
    }
    events
}

/// What is known of `a-1` on day 50: on which day it is due, how often it was reviewed, how often that lapsed, and misses in a row.
#[track_caller]
fn check(text: &str, expected: Option<(i64, u32, u32, u32)>) {
    let review = review(&a_course(), &replay(history(text, Purpose::Quiz)), terms(50));
    let known = |item: &Item| {
        (MORNING.day(item.memory.due).since(Day::of(Stamp(0), Offset(0))), item.memory.reviews, item.memory.lapses, item.misses)
    };
    assert_eq!(review.item(&id("a-1")).map(known), expected, "{text}");
}

#[test]
fn an_answer_sets_the_day_by_how_it_came() {
    check("", None);
    check("0-", Some((1, 1, 0, 1)));
    check("0g", Some((1, 1, 0, 0)));
    check("0h", Some((1, 1, 0, 0)));
    check("0+", Some((2, 1, 0, 0)));
    check("0!", Some((8, 1, 0, 0)));
    check("0+ 2+ 13+", Some((59, 3, 0, 0)));
    check("0+ 2+ 13-", Some((15, 3, 1, 1)));
}

#[test]
fn what_is_right_counts_on_its_day_and_what_is_not_at_once() {
    check("0+ 0+ 0!", Some((2, 1, 0, 0)));
    check("0- 0+ 0!", Some((1, 1, 0, 1)));
    check("0- 0- 0-", Some((1, 1, 0, 3)));
    check("0+ 0-", Some((1, 2, 1, 1)));
    check("0+ 0- 0- 0+", Some((1, 2, 1, 2)));
    check("0+ 1+ 1!", Some((2, 1, 0, 0)));
    check("0+ 1-", Some((2, 2, 1, 1)));
    check("0+ 1- 1+ 2+", Some((4, 3, 1, 0)));
}

#[test]
fn what_is_missed_three_times_needs_its_paragraph() {
    let needs = |text| {
        let review = review(&a_course(), &replay(history(text, Purpose::Quiz)), terms(50));
        review.item(&id("a-1")).unwrap().needs_its_paragraph()
    };
    assert_eq!(["0- 1-", "0- 1- 2-", "0- 0- 0-", "0- 1+ 2- 3-"].map(needs), [false, true, true, false]);
    assert!(needs("0- 0+ 1- 1+ 2- 2+"), "right a minute after having been told is not yet remembered");
    assert!(!needs("0- 1- 2- 3+"));
}

#[test]
fn a_confident_error_is_one_until_it_is_right_on_its_day() {
    let is_error = |text| {
        let review = review(&a_course(), &replay(history(text, Purpose::Quiz)), terms(50));
        review.item(&id("a-1")).unwrap().is_confident_error
    };
    assert_eq!(["0x", "0x 0!", "0x 1+", "0-", "0! 8x", "0h"].map(is_error), [true, true, false, false, true, false]);
}

#[test]
fn a_day_begins_at_the_learners_hour() {
    let both = |first: Stamp, second: Stamp| {
        let wrong = |name, at| answered(name, "r", at, "a-1", Answer::Picked(vec![1]), None, 0);
        let progress = replay(vec![began("r", Purpose::Quiz), wrong("e-1", first), wrong("e-2", second)]);
        review(&a_course(), &progress, terms(9)).items[0].memory.reviews
    };
    assert_eq!(both(hour(0, 22), hour(1, 3)), 1);
    assert_eq!(both(hour(0, 22), hour(1, 4)), 2);
}

#[test]
fn answers_of_several_runs_count_in_the_order_of_time() {
    let in_runs = |first: &str, second: &str| {
        let right = |name, quiz, day| answered(name, quiz, hour(day, 9), "a-1", Answer::Picked(vec![0]), None, 0);
        let begun = [began(first, Purpose::Quiz), began(second, Purpose::Weakest)];
        let events = [right("e-1", first, 0), right("e-2", second, 2), right("e-3", first, 13)];
        review(&a_course(), &replay(begun.into_iter().chain(events).collect()), terms(50)).items
    };
    assert_eq!(in_runs("r", "s"), in_runs("s", "r"));
    assert_eq!(in_runs("r", "s")[0].memory.reviews, 3);
}

#[test]
fn only_what_was_for_review_and_after_the_lesson_counts() {
    for purpose in [Purpose::Quiz, Purpose::Missed, Purpose::Check, Purpose::Weakest] {
        assert_eq!(review(&a_course(), &replay(history("0+", purpose)), terms(9)).items.len(), 1, "{purpose:?}");
    }
    assert_eq!(review(&a_course(), &replay(history("0+", Purpose::Before)), terms(9)).items, vec![]);
    let without_beginning = history("0+", Purpose::Quiz).split_off(1);
    assert_eq!(review(&a_course(), &replay(without_beginning), terms(9)).items, vec![], "it may have been before the lesson");
    assert_eq!(review(&a_course(), &replay(history("9+", Purpose::Quiz)), terms(8)).items, vec![], "that day is still to come");
    let quiz_only = answered("e-1", "r", hour(0, 9), "a-3", Answer::Picked(vec![0]), None, 0);
    let skipped = event("e-2", hour(0, 9), Deed::Skipped { quiz: EventId(id("r")), question: id("a-1") });
    assert_eq!(review(&a_course(), &replay(vec![began("r", Purpose::Quiz), quiz_only, skipped]), terms(9)).items, vec![]);
}

#[test]
fn an_open_answer_is_rated_by_its_ticks_and_a_stance_not_at_all() {
    let rating = |question: &str, answer| {
        let events = vec![began("r", Purpose::Quiz), answered("e-1", "r", hour(0, 9), question, answer, None, 0)];
        review(&a_course(), &replay(events), terms(9)).items.first().map(|item| item.rating)
    };
    let ticks = |ticks: &[usize]| Answer::Written("words".to_owned(), ticks.to_vec());
    assert_eq!(rating("b-2", ticks(&[0, 1, 3])), Some(Rating::Good));
    assert_eq!(rating("b-2", ticks(&[0, 1])), Some(Rating::Again));
    assert_eq!(rating("b-3", Answer::Leaned(7)), None);
}

#[test]
fn an_answer_taken_back_does_not_count() {
    let mut events = history("0+ 2-", Purpose::Quiz);
    events.push(event("u", hour(0, 0), Deed::Undid { event: EventId(id("e-1")) }));
    let expected = review(&a_course(), &replay(history("0+", Purpose::Quiz)), terms(9));
    assert_eq!(review(&a_course(), &replay(events), terms(9)), expected);
}

/// Answers, skips and takings back of five runs of every purpose, on some days around the beginning of time.
fn any_events() -> impl Strategy<Value = Vec<Event>> {
    let question = proptest::sample::select(vec!["a-1", "a-2", "a-3", "b-1", "gone"]);
    let sign = proptest::sample::select(vec!["+", "!", "g", "h", "-", "x", "skip", "undo"]);
    proptest::collection::vec((question, sign, 0usize..5, -30i64..30, 0i64..24), 0..40).prop_map(|all| {
        let begun = Purpose::ALL.iter().enumerate().map(|(nth, (purpose, _))| began(&format!("r-{nth}"), *purpose));
        let happened = all.into_iter().enumerate().map(|(nth, (question, sign, run, day, at))| {
            let (name, quiz) = (format!("e-{nth}"), format!("r-{run}"));
            match sign {
                "skip" => event(&name, hour(day, at), Deed::Skipped { quiz: EventId(id(&quiz)), question: id(question) }),
                "undo" => event(&name, hour(day, at), Deed::Undid { event: EventId(id(&format!("e-{}", nth / 2))) }),
                sign => {
                    let (answer, sure, hints) = outcome(sign);
                    answered(&name, &quiz, hour(day, at), question, answer, sure, hints)
                }
            }
        });
        begun.chain(happened).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]
    #[test]
    fn events_in_any_order_and_twice_give_the_same_review(events in any_events(), seed in any::<u64>()) {
        let course = a_course();
        let mut shuffled = [events.clone(), events.clone()].concat();
        fastrand::Rng::with_seed(seed).shuffle(&mut shuffled);
        let expected = review(&course, &replay(events), terms(20));
        prop_assert_eq!(review(&course, &replay(shuffled), terms(20)), expected);
    }

    /// At most one review of a question counts on a day, and one lapse more.
    #[test]
    fn a_day_counts_once(days in proptest::collection::vec((0i64..6, "[+!gh-]"), 1..30)) {
        let mut days = days;
        days.sort();
        let text: Vec<String> = days.iter().map(|(day, sign)| format!("{day}{sign}")).collect();
        let mut events = vec![began("r", Purpose::Quiz)];
        for (nth, (day, sign)) in days.iter().enumerate() {
            let (answer, sure, hints) = outcome(sign);
            let at = Stamp(hour(*day, 9).0 + nth as i64 * 60_000);
            events.push(answered(&format!("e-{nth}"), "r", at, "a-1", answer, sure, hints));
        }
        let review = review(&a_course(), &replay(events), terms(50));
        let memory = review.items[0].memory;
        let mut asked: Vec<i64> = days.iter().map(|(day, _)| *day).collect();
        asked.dedup();
        prop_assert!(memory.reviews as usize <= asked.len() + memory.lapses as usize, "{text:?}");
        prop_assert!(memory.lapses as usize <= asked.len(), "{text:?}");
    }

    /// Study ahead does not spoil a schedule: what is right before its day moves nothing.
    #[test]
    fn what_is_right_before_its_day_moves_nothing(signs in "[!g+h]{0,5}", after in 0i64..12) {
        let known = "0+ 2+ ";
        let ahead: Vec<String> = signs.chars().map(|sign| format!("{}{sign}", after.min(10) + 2)).collect();
        let all = format!("{known}{}", ahead.join(" "));
        let of = |text: &str| review(&a_course(), &replay(history(text, Purpose::Weakest)), terms(50));
        prop_assert_eq!(of(&all), of(known));
    }
}
