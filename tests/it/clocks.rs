//! A clock that jumps while someone learns, and between two starts: what was done keeps its order, and every screen can still be shown.

use contrasts::app::{Key, Msg};
use contrasts::progress::Deed;
use proptest::prelude::*;

use crate::kinds;
use crate::learner::Learner;

const A_DAY: i64 = 86_400_000;

/// Where the clock stands after it was set: anything from a year back to ten years ahead.
fn jump() -> impl Strategy<Value = i64> {
    prop_oneof![
        3 => Just(0),
        1 => Just(3_600_000),
        1 => Just(-3_600_000),
        1 => Just(-365 * A_DAY),
        1 => Just(3652 * A_DAY),
        1 => (-400 * A_DAY)..(4000 * A_DAY),
    ]
}

/// Keys that open a lesson, read, answer, take back and go on.
fn key() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["enter", "enter", "1", "2", "3", "G", "esc", "u", "r", "p", "x", "space", "j"])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_clock_that_jumps_within_a_sitting_keeps_the_order(moves in prop::collection::vec((key(), jump()), 1..40)) {
        let mut learner = learner().asked_how_sure().press("enter G enter");
        for (key, jump) in moves {
            learner = learner.clock_set_by(jump);
            learner.tell(Msg::Key(Key::named(key).unwrap()));
            learner = learner.saved();
            prop_assert!(!learner.screen().is_empty());
        }
        let events = learner.events();
        prop_assert!(!events.is_empty());
        prop_assert!(events.is_sorted_by(|one, next| one.at < next.at), "an event stands before one that it follows");
        let seconds = events.iter().filter_map(|event| match event.deed {
            Deed::Answered { seconds, .. } => Some(i64::from(seconds)),
            _ => None,
        });
        prop_assert!(seconds.max().unwrap_or(0) <= 40 * 4000 * A_DAY / 1000);
    }
}

/// Someone on a course of one lesson with a question of every kind.
fn learner() -> Learner {
    Learner::on(&kinds::course())
}

/// Where the first lesson stands, as the map says it.
fn standing(learner: &Learner) -> String {
    let course = &learner.app.course;
    format!("{:?}", learner.app.progress.standing(course, &course.lessons[0]))
}

#[test]
fn a_clock_that_is_a_year_back_or_ten_ahead_between_starts_takes_nothing_back() {
    let passed = || learner().press("enter G enter").answers(30).press("esc");
    let stands = standing(&passed());
    assert!(stands.contains("passed: true"), "{stands}");
    for days in [-365, 3652] {
        let learner = passed().after_days(days);
        assert_eq!(standing(&learner), stands, "{days} days off");
        let learner = learner.press("enter G enter").answers(0).press("esc").after_days(1 - days);
        assert_eq!(standing(&learner), stands, "the clock is right again after {days} days off");
        learner.press("p").sees("mean recall");
    }
}

#[test]
fn a_clock_set_back_during_a_question_makes_its_time_short_and_not_endless() {
    let learner = learner().press("enter G enter");
    let learner = learner.clock_set_by(-365 * A_DAY).answers(1);
    let seconds: Vec<u32> = learner
        .events()
        .iter()
        .filter_map(|event| match event.deed {
            Deed::Answered { seconds, .. } => Some(seconds),
            _ => None,
        })
        .collect();
    assert!(seconds.len() > 1 && seconds.iter().all(|seconds| *seconds < 60), "{seconds:?}");
}
