//! The formulas against numbers worked out by hand and against the crate of their inventors; what a schedule may be relied on for.

use fsrs::{FSRS, FSRSItem, FSRSReview};
use proptest::prelude::*;

use super::super::day::{Day, Offset};
use super::Rating::{Again, Easy, Good};
use super::*;

/// Answers on the day they are due; after how many days each is asked again.
#[track_caller]
fn check(ratings: &[Rating], desired: f64, expected: &[u32]) {
    let mut states: Option<(f64, f64, u32)> = None;
    let mut intervals = Vec::new();
    for rating in ratings.iter().copied() {
        let (stability, difficulty) = match states {
            None => (first_stability(rating), first_difficulty(rating)),
            Some((s, d, days)) => (next_stability(s, d, days, rating), next_difficulty(d, rating)),
        };
        let days = due_after(stability, desired, u32::MAX);
        intervals.push(days);
        states = Some((stability, difficulty, days));
    }
    assert_eq!(intervals, expected);
}

#[test]
fn intervals_are_those_of_the_published_model() {
    check(&[Good, Good, Good, Good], 0.90, &[2, 11, 46, 163]);
    check(&[Good, Good, Good, Good], 0.95, &[1, 3, 8, 19]);
    check(&[Good, Good, Good, Good], 0.80, &[8, 75, 521, 2762]);
    check(&[Again, Good, Good], 0.90, &[1, 2, 6]);
    check(&[Good, Again, Good], 0.90, &[2, 1, 2]);
    check(&[Good, Good, Again, Good], 0.90, &[2, 11, 2, 5]);
}

const MORNING: Morning = Morning { offset: Offset(3600), hour: 4 };
const LENGTH: i64 = 86_400_000;

/// The number of a day, counted from 1 January 1970.
fn number(at: Stamp) -> i64 {
    MORNING.day(at).since(Day::of(Stamp(0), Offset(0)))
}

/// Noon of a day, in UTC.
fn noon(day: i64) -> Stamp {
    Stamp(day * LENGTH + LENGTH / 2)
}

fn terms(end: Option<i64>) -> Terms {
    Terms { now: noon(0), morning: MORNING, end: end.map(noon) }
}

/// On which days something is due again, where it is answered on the day it is due.
#[track_caller]
fn check_days(ratings: &[Rating], end: Option<i64>, expected: &[i64]) {
    let mut memory = None;
    let mut days = Vec::new();
    let mut today = 0;
    for rating in ratings.iter().copied() {
        let known = answered(memory, rating, noon(today), &terms(end));
        today = number(known.due);
        assert_eq!(MORNING.of(MORNING.day(known.due)), known.due, "due from the first hour of its day");
        days.push(today);
        memory = Some(known);
    }
    assert_eq!(days, expected);
}

#[test]
fn no_interval_is_longer_than_the_course() {
    check_days(&[Good, Good, Good, Good, Good], None, &[2, 13, 59, 149, 239]);
    check_days(&[Good, Good, Good], Some(20), &[2, 13, 20]);
    check_days(&[Good, Good, Good, Good], Some(8), &[2, 8, 41, 131]);
    check_days(&[Easy], Some(1), &[1]);
    check_days(&[Easy], Some(-30), &[8]);
    check_days(&[Good, Good, Good, Good], Some(400), &[2, 13, 59, 222]);
}

#[test]
fn a_lapse_is_counted_once_something_was_there_to_lapse() {
    let fold = |ratings: &[Rating]| {
        let at = ratings.iter().enumerate().map(|(nth, rating)| (noon(nth as i64 * 3), *rating));
        super::fold(at, &terms(None)).map(|memory| (memory.reviews, memory.lapses))
    };
    assert_eq!(fold(&[]), None);
    assert_eq!(fold(&[Again]), Some((1, 0)));
    assert_eq!(fold(&[Good, Again, Good, Again]), Some((4, 2)));
}

fn any_rating() -> impl Strategy<Value = Rating> {
    proptest::sample::select(Rating::ALL.to_vec())
}

/// Ratings with the days since the one before.
fn any_history() -> impl Strategy<Value = Vec<(u32, Rating)>> {
    proptest::collection::vec((prop_oneof![0u32..3, 0u32..40, 0u32..2_000], any_rating()), 1..30)
}

fn is_close(ours: f64, theirs: f32) -> bool {
    (ours - f64::from(theirs)).abs() <= 1e-4 * ours.abs().max(1.0)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]
    #[test]
    fn memory_is_that_of_the_reference(history in any_history()) {
        let mut day = 0;
        let answers = history.iter().enumerate().map(|(nth, (days, rating))| {
            day += if nth == 0 { 0 } else { i64::from(*days) };
            (noon(day), *rating)
        });
        let ours = fold(answers, &terms(None)).unwrap();
        let review = |(days, rating): &(u32, Rating)| FSRSReview { rating: *rating as u32 + 1, delta_t: *days };
        let reference = FSRS::default();
        let theirs = reference.memory_state(FSRSItem { reviews: history.iter().map(review).collect() }, None).unwrap();
        prop_assert!(is_close(ours.stability, theirs.stability), "{} {}", ours.stability, theirs.stability);
        prop_assert!(is_close(ours.difficulty, theirs.difficulty), "{} {}", ours.difficulty, theirs.difficulty);
        for days in [0.0, 1.0, 30.5] {
            let expected = fsrs::current_retrievability(theirs, days, fsrs::FSRS6_DEFAULT_DECAY);
            prop_assert!(is_close(recall(f64::from(days), ours.stability), expected));
        }
        let expected = reference.next_interval(Some(theirs.stability), 0.85, 3);
        prop_assert!(is_close(interval(ours.stability, 0.85), expected));
    }

    #[test]
    fn at_a_desired_recall_of_nine_tenths_the_interval_is_the_stability(stability in 0.001f64..36_500.0) {
        prop_assert!((interval(stability, 0.9) / stability - 1.0).abs() < 1e-9);
        prop_assert!((recall(stability, stability) - 0.9).abs() < 1e-9);
    }

    #[test]
    fn recall_falls_with_time_and_less_so_with_stability(days in 0.0f64..4_000.0, stability in 0.001f64..36_500.0) {
        prop_assert!(recall(days + 1.0, stability) < recall(days, stability));
        prop_assert!(recall(days + 1.0, stability * 1.1) > recall(days + 1.0, stability));
        prop_assert!((0.0..=1.0).contains(&recall(days, stability)));
    }

    #[test]
    fn a_better_answer_never_leaves_less(history in any_history(), days in 0u32..200) {
        let answers = history.iter().scan(0, |day, (days, rating)| {
            *day += i64::from(*days);
            Some((noon(*day), *rating))
        });
        let memory = fold(answers, &terms(None)).unwrap();
        let next = Rating::ALL.map(|rating| memory.then(rating, Stamp(memory.last.0 + i64::from(days) * LENGTH), &terms(None)));
        prop_assert!(next.is_sorted_by(|one, other| one.stability <= other.stability && one.due <= other.due), "{next:?}");
        prop_assert!(next.is_sorted_by(|one, other| one.difficulty >= other.difficulty), "{next:?}");
        prop_assert!(next[0].stability <= memory.stability && memory.stability <= next[1].stability);
    }

    /// Whatever a clock and a time zone do: what is answered is due on a later day, and no later than it may be.
    #[test]
    fn a_due_day_is_sensible_on_any_clock(
        moments in proptest::collection::vec((-40_000_000_000_000i64..40_000_000_000_000, any_rating()), 1..9),
        minutes in -840i32..=840, hour in 0u8..30, end in proptest::option::of(-90_000i64..90_000),
    ) {
        let morning = Morning { offset: Offset(minutes * 60), hour };
        let terms = Terms { now: noon(0), morning, end: end.map(noon) };
        let memory = fold(moments.iter().map(|(at, rating)| (Stamp(*at), *rating)), &terms).unwrap();
        prop_assert_eq!(memory.last, moments.iter().map(|(at, _)| Stamp(*at)).max().unwrap());
        let days = morning.between(memory.last, memory.due);
        prop_assert!(days >= 1 && memory.due > memory.last);
        prop_assert!(days <= LONGEST || terms.end.is_some_and(|end| morning.day(memory.due) <= morning.day(end)));
        prop_assert!((1.0..=10.0).contains(&memory.difficulty) && (0.001..=36_500.0).contains(&memory.stability));
        prop_assert!((0.0..=1.0).contains(&memory.recall(Stamp(0))));
    }
}
