//! What a learner may rely on: every answer counts once, in whatever order the files come, and the next step is the open one.

use proptest::prelude::*;

use super::*;
use crate::course::question::Mode;
use crate::course::{self, Answer, Files, Fingerprint, Place};

const COURSE: [(&str, &str); 5] = [
    ("course.toml", "id = \"c\"\ntitle = \"C\"\npass_mark = 0.5\n"),
    ("01-a/lesson.md", "+++\ntitle = \"A\"\nminutes = 5\n+++\n0123456789\n\n0123456789\n"),
    (
        "01-a/quiz.toml",
        "[[questions]]\nid = \"a-1\"\nkind = \"truefalse\"\nprompt = \"P\"\nanswer = true\nwhy_true = \"w\"\nwhy_false = \"w\"\n\
         [[questions]]\nid = \"a-2\"\nkind = \"truefalse\"\nprompt = \"P\"\nanswer = false\nwhy_true = \"w\"\nwhy_false = \"w\"\n",
    ),
    ("02-b/lesson.md", "+++\ntitle = \"B\"\n+++\nText.\n"),
    ("03-c/lesson.md", "+++\ntitle = \"C\"\n+++\nText.\n"),
];

fn a_course() -> Course {
    let files: Files = COURSE.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec().into())).collect();
    course::read(files).0
}

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

fn event(at: i64, deed: Deed) -> Event {
    Event { id: EventId(id(&format!("e-{at}"))), at: Stamp(at), deed }
}

fn answer(at: i64, quiz: i64, question: &str, picked: usize) -> Event {
    let deed = Deed::Answered {
        quiz: EventId(id(&format!("e-{quiz}"))),
        question: id(question),
        fingerprint: Fingerprint(0),
        drawn: vec![0, 1],
        answer: Answer::Picked(vec![picked]),
        sure: None,
        hints: 0,
        seconds: 0,
    };
    event(at, deed)
}

fn began(at: i64, questions: &[&str], whole: bool) -> Event {
    let purpose = if whole { Purpose::Quiz } else { Purpose::Missed };
    let questions = questions.iter().map(|q| id(q)).collect();
    event(at, Deed::Began { lesson: Some(id("a")), questions, purpose, mode: Mode::Immediate })
}

fn reached(at: i64, lesson: &str, block: usize, bytes: usize) -> Event {
    let place = Place { block, at: bytes };
    event(at, Deed::Reached { lesson: id(lesson), place, seen: place })
}

fn finished(at: i64, lesson: &str) -> Event {
    event(at, Deed::Finished { lesson: id(lesson) })
}

#[track_caller]
fn check(events: Vec<Event>, standing: Standing, step: Step) {
    let course = a_course();
    let progress = replay(events.clone());
    assert_eq!(progress.standing(&course, &course.lessons[0]), standing);
    assert_eq!(next_step(&course, &progress), step);
    let backwards: Vec<Event> = events.iter().rev().chain(&events).cloned().collect();
    assert_eq!(replay(backwards), progress, "in another order, and twice");
    let mut live = Progress::default();
    events.iter().for_each(|event| live.apply(event));
    assert_eq!(live, progress, "as it happened");
}

fn tested(right: usize, of: usize, passed: bool) -> Standing {
    Standing::Tested(Outcome { right, of, passed })
}

#[test]
fn the_next_step_is_the_open_one() {
    check(vec![], Standing::New, Step::Begin(0));
    check(vec![reached(1, "a", 2, 0)], Standing::Begun(0.5), Step::Read(0));
    check(vec![reached(1, "a", 2, 5), reached(2, "a", 1, 0)], Standing::Begun(0.75), Step::Read(0));
    check(vec![finished(1, "a")], Standing::Read, Step::Quiz(0));
    check(vec![finished(1, "a"), reached(2, "b", 1, 0)], Standing::Read, Step::Read(1));
    check(vec![finished(1, "a"), finished(2, "b")], Standing::Read, Step::Quiz(0));
    let quiz = EventId(id("e-1"));
    check(vec![began(1, &["a-1", "a-2"], true)], Standing::New, Step::Begin(0));
    check(vec![began(1, &["a-1", "a-2"], true), answer(2, 1, "a-1", 0)], Standing::New, Step::Resume(0, quiz));
}

#[test]
fn a_quiz_is_passed_by_its_best_whole_run() {
    let poor = vec![began(1, &["a-1", "a-2"], true), answer(2, 1, "a-1", 1), answer(3, 1, "a-2", 0)];
    check(poor.clone(), tested(0, 2, false), Step::Begin(1));
    let mut better = poor.clone();
    better.extend([began(4, &["a-1", "a-2"], true), answer(5, 4, "a-1", 0), answer(6, 4, "a-2", 0)]);
    check(better.clone(), tested(1, 2, true), Step::Begin(1));
    better.extend([began(7, &["a-1"], false), answer(8, 7, "a-1", 0)]);
    check(better, tested(1, 2, true), Step::Begin(1));
    let mut all_read = poor;
    all_read.extend([finished(7, "a"), finished(8, "b"), finished(9, "c")]);
    check(all_read, tested(0, 2, false), Step::Again(0));
}

#[test]
fn an_answer_taken_back_is_gone() {
    let undid = |at, what| event(at, Deed::Undid { event: EventId(id(what)) });
    let events = vec![began(1, &["a-1"], true), answer(2, 1, "a-1", 1), undid(3, "e-2")];
    check(events.clone(), Standing::New, Step::Begin(0));
    let mut again = events;
    again.push(answer(4, 1, "a-1", 0));
    check(again.clone(), tested(1, 1, true), Step::Begin(1));
    again.push(undid(5, "e-2"));
    check(again, tested(1, 1, true), Step::Begin(1));
}

fn skipped(at: i64, quiz: i64, question: &str) -> Event {
    event(at, Deed::Skipped { quiz: EventId(id(&format!("e-{quiz}"))), question: id(question) })
}

#[test]
fn a_question_passed_over_comes_again_once() {
    let quiz = EventId(id("e-1"));
    let once = vec![began(1, &["a-1", "a-2"], true), skipped(2, 1, "a-1"), answer(3, 1, "a-2", 1)];
    check(once.clone(), Standing::New, Step::Resume(0, quiz));
    let mut twice = once.clone();
    twice.push(skipped(4, 1, "a-1"));
    check(twice, tested(1, 2, true), Step::Begin(1));
    let mut then_answered = once;
    then_answered.push(answer(4, 1, "a-1", 0));
    check(then_answered, tested(2, 2, true), Step::Begin(1));
}

/// A clock that was set back puts an answer before the beginning of its quiz, and its undoing before the answer.
#[test]
fn nothing_is_lost_when_a_clock_goes_back() {
    let events = vec![began(9, &["a-1", "a-2"], true), answer(2, 9, "a-1", 0), answer(3, 9, "a-2", 1)];
    check(events, tested(2, 2, true), Step::Begin(1));
    let undid = event(1, Deed::Undid { event: EventId(id("e-5")) });
    let events = vec![began(9, &["a-1"], true), answer(5, 9, "a-1", 1), undid, answer(6, 9, "a-1", 0)];
    check(events, tested(1, 1, true), Step::Begin(1));
}

#[test]
fn the_pass_mark_is_not_raised_by_rounding() {
    let mut course = a_course();
    course.pass_mark = 0.7;
    assert_eq!([needed(&course, 10), needed(&course, 8), needed(&course, 12), needed(&course, 0)], [7, 6, 9, 0]);
}

#[test]
fn what_was_taken_back_is_there_again_when_that_is_taken_back() {
    let plan = event(1, Deed::Planned { lesson: id("a"), cue: "it comes".to_owned(), act: "do it".to_owned() });
    let undid = |at, what: &str| event(at, Deed::Undid { event: EventId(id(what)) });
    let events = [plan, undid(2, "e-1"), undid(3, "e-2"), undid(4, "e-1"), undid(5, "e-4"), undid(6, "e-1")];
    for (upto, expected) in [(1, 1), (2, 0), (3, 1), (4, 0), (5, 1), (6, 0)] {
        let backwards = events[..upto].iter().rev().cloned().collect();
        assert_eq!(replay(backwards).made().plans().len(), expected, "after {upto} events");
    }
    // Nothing that a file may hold leads round in a circle.
    assert_eq!(replay(vec![undid(1, "e-1"), undid(2, "e-3"), undid(3, "e-2")]).made().plans().len(), 0);
}

/// Whether something happened to a lesson's reading and quizzes before it was last begun anew.
fn is_history(event: &Event, all: &[Event], of: &Id) -> bool {
    let key = |event: &Event| (event.at, event.id.clone());
    let resets = all.iter().filter(|event| matches!(&event.deed, Deed::Reset { lesson } if lesson == of));
    let Some(anew) = resets.map(key).max() else { return false };
    let runs = |event: &Event| match &event.deed {
        Deed::Began { lesson, .. } => lesson.as_ref() == Some(of) && key(event) < anew,
        _ => false,
    };
    match &event.deed {
        Deed::Reached { lesson, .. } | Deed::Finished { lesson } | Deed::PassedOver { lesson } => {
            lesson == of && key(event) < anew
        }
        Deed::Reset { lesson } => lesson == of,
        Deed::Answered { quiz, .. } | Deed::Skipped { quiz, .. } | Deed::Drafted { quiz, .. } => {
            all.iter().any(|event| event.id == *quiz && runs(event))
        }
        _ => runs(event),
    }
}

#[test]
fn a_lesson_that_was_passed_over_comes_into_review_at_the_next_start_too() {
    let files: Files = COURSE.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec().into())).collect();
    let mut course = course::open(files).0;
    let progress = replay(vec![event(1, Deed::PassedOver { lesson: id("a") })]);
    progress.load_touched(&mut course);
    assert_eq!(review(&course, &progress, Terms::default()).fresh.len(), 2);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn events_in_any_order_and_however_often_make_the_same(
        events in any::events(any::SMALL, 30),
        again in prop::collection::vec(any::<prop::sample::Index>(), 0..9),
        order: u64,
    ) {
        let mut mixed = events.clone();
        mixed.extend(again.iter().filter_map(|at| events.get(at.index(events.len().max(1))).cloned()));
        fastrand::Rng::with_seed(order).shuffle(&mut mixed);
        prop_assert_eq!(replay(mixed), replay(events));
    }

    #[test]
    fn a_lesson_begun_anew_stands_as_if_what_went_before_had_not_been(events in any::events(any::SMALL, 30)) {
        let course = a_course();
        let progress = replay(events.clone());
        for lesson in &course.lessons {
            let rest = replay(events.iter().filter(|event| !is_history(event, &events, &lesson.id)).cloned().collect());
            prop_assert_eq!(progress.standing(&course, lesson), rest.standing(&course, lesson));
            prop_assert_eq!(progress.reading(&lesson.id), rest.reading(&lesson.id));
            prop_assert_eq!(progress.open_run(&course, lesson), rest.open_run(&course, lesson));
            prop_assert_eq!(gain::asked_before(&progress, lesson), gain::asked_before(&rest, lesson));
        }
    }

    #[test]
    fn a_lesson_begun_anew_keeps_its_answers_in_review_and_calibration(events in any::events(any::SMALL, 30)) {
        let course = a_course();
        let kept = events.iter().filter(|event| !matches!(event.deed, Deed::Reset { .. })).cloned().collect();
        let (with, without) = (replay(events), replay(kept));
        let terms = Terms { now: Stamp(50), ..Terms::default() };
        prop_assert_eq!(review(&course, &with, terms), review(&course, &without, terms));
        prop_assert_eq!(calibration::Calibration::of(&course, &with), calibration::Calibration::of(&course, &without));
        prop_assert_eq!(with.runs(), without.runs());
        prop_assert_eq!(with.made(), without.made());
    }
}

fn packed(progress: &Progress) -> Vec<u8> {
    let mut bytes = Vec::new();
    progress.pack(&mut bytes);
    bytes
}

proptest! {
    #[test]
    fn progress_comes_out_of_its_bytes_as_it_went_in(small in any::events(any::SMALL, 30), large in any::events(any::LARGE, 20)) {
        for events in [small, large] {
            let progress = replay(events);
            let bytes = packed(&progress);
            prop_assert_eq!(Progress::unpack(&mut bytes.as_slice()), Some(progress));
        }
    }

    #[test]
    fn no_damage_to_its_bytes_stops_anyone(
        events in any::events(any::SMALL, 20),
        cut: prop::sample::Index,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..4),
    ) {
        let mut bytes = packed(&replay(events));
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = Progress::unpack(&mut bytes.as_slice());
        let _ = Progress::unpack(&mut &bytes[..cut.index(bytes.len())]);
    }
}

#[test]
fn a_list_that_claims_to_be_endless_takes_no_room() {
    let mut claim = Vec::new();
    u64::MAX.pack(&mut claim);
    assert_eq!(Vec::<Entry>::unpack(&mut claim.as_slice()), None);
    assert_eq!(Progress::unpack(&mut claim.as_slice()), None);
}

mod clocks;
