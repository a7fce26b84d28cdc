//! What a learner may rely on: the day's limit holds, nothing that is due is lost, and the riskiest comes first.

use proptest::prelude::*;

use super::super::day::{Day, Offset};
use super::super::memory::{Memory, Rating, Terms};
use super::super::{Morning, Stamp};
use super::*;
use crate::course::question::Pole;

const TODAY: i64 = 100;
const LENGTH: i64 = 86_400_000;

/// Ten in the morning of a day.
fn morning(day: i64) -> Stamp {
    Stamp(day * LENGTH + 10 * LENGTH / 24)
}

/// The first moment of a day.
fn beginning(day: i64) -> Stamp {
    Morning::default().of(Day::of(Stamp(0), Offset(0)).after(day))
}

/// An item of a lesson that was last asked on one day and is due on another.
fn item(nth: usize, lesson: &str, last: i64, due: i64) -> Item {
    let id = |text: &str| Id::new(text).unwrap();
    let due = beginning(due);
    Item {
        question: id(&format!("{lesson}-{nth}")),
        lesson: id(lesson),
        objective: Some(id(&format!("{lesson}-{}", nth % 2))),
        pole: [Pole::Management, Pole::Leadership, Pole::Both][nth % 3],
        memory: Memory { stability: 10.0, difficulty: 5.0, last: morning(last), due, lapses: 0, reviews: 2 },
        rating: Rating::Good,
        is_confident_error: false,
        is_case: false,
        misses: 0,
    }
}

/// `a:90-95` is one of lesson a, last asked on day 90 and due on day 95; with `!` a confident error.
fn of(text: &str) -> Review {
    let parse = |(nth, word): (usize, &str)| {
        let (lesson, days) = word.split_once(':').unwrap();
        let (last, due) = days.trim_end_matches('!').split_once('-').unwrap();
        let item = item(nth, lesson, last.parse().unwrap(), due.parse().unwrap());
        Item { is_confident_error: days.ends_with('!'), ..item }
    };
    let items = text.split_whitespace().enumerate().map(parse).collect();
    Review { terms: Terms { now: morning(TODAY), ..Terms::default() }, items, fresh: Vec::new() }
}

fn said(ids: &[Id]) -> String {
    ids.iter().map(Id::as_str).collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn check(text: &str, items: usize, today: &str, rest: &str) {
    let queue = queue(&of(text), Limits { minutes: 60, items }, 1);
    assert_eq!((said(&queue.today).as_str(), said(&queue.rest).as_str()), (today, rest));
}

#[test]
fn what_is_due_comes_by_risk() {
    check("", 5, "", "");
    check("a:90-101", 5, "", "");
    check("a:90-100 b:80-99 c:70-98", 5, "c-2 b-1 a-0", "");
    check("a:90-100 b:80-99 c:70-98", 2, "c-2 b-1", "a-0");
    check("a:90-100 b:80-99 c:70-98", 0, "", "c-2 b-1 a-0");
    check("a:90-100! b:80-99 c:70-98", 2, "a-0 c-2", "b-1");
    check("a:60-98 a:71-98 b:90-100 b:91-100", 4, "a-0 b-2 a-1 b-3", "");
    check("a:90-100! a:80-99 c:95-99", 3, "a-0 c-2 a-1", "");
}

#[test]
fn what_was_reviewed_today_is_taken_off_the_limit() {
    check("a:100-105 b:80-99 c:70-98", 2, "c-2", "b-1");
    let mut learned_today = of("a:100-105 b:80-99 c:70-98");
    learned_today.items[0].memory.reviews = 1;
    let queue = queue(&learned_today, Limits { minutes: 60, items: 2 }, 1);
    assert_eq!((queue.today.len(), queue.done), (2, 0), "a first answer is no review");
}

#[test]
fn a_limit_counts_minutes_or_items() {
    let most = |minutes, items| Limits { minutes, items }.most();
    assert_eq!([most(5, 100), most(5, 3), most(0, 3), most(1, 9), most(2, 9), most(u32::MAX, 9)], [7, 3, 0, 1, 3, 9]);
    let queue = queue(&of("a:90-95 b:90-95"), Limits::default(), 1);
    assert_eq!(queue.minutes(), 2);
}

#[test]
fn a_backlog_is_spread_beside_what_falls_due() {
    let backlog: String = (0..17).map(|nth| format!("{}:80-9{} ", ["a", "b", "c"][nth % 3], nth % 10)).collect();
    let review = of(&format!("{backlog} a:99-101 b:99-101 c:99-103 d:99-180"));
    assert_eq!(forecast(&review)[..4], [2, 0, 1, 0]);
    let queue = queue(&review, Limits { minutes: 60, items: 5 }, 7);
    assert_eq!((queue.waiting(), queue.today.len()), (17, 5));
    assert_eq!((queue.spread[..4].to_vec(), queue.later), (vec![3, 5, 4, 0], 0));
}

#[test]
fn study_ahead_takes_the_next_due_that_are_not_due() {
    let review = of("a:99-103 b:99-101 c:99-140 d:80-100");
    let said = |most| said(&ahead(&review, most, 1));
    assert_eq!([said(0), said(1), said(2), said(9)], ["", "b-1", "b-1 a-0", "b-1 a-0 c-2"]);
}

#[test]
fn a_lesson_is_remembered_by_the_mean_of_its_questions() {
    let remembered = remembered(&of("a:90-95 a:100-105 b:100-120"));
    let of = |lesson: &str| remembered.get(&Id::new(lesson).unwrap()).map(|mean| (mean * 1000.0).round());
    assert_eq!([of("a"), of("b"), of("c")], [Some(950.0), Some(1000.0), None]);
}

fn any_review() -> impl Strategy<Value = Review> {
    let any_item = ("[abcd]", 60i64..=TODAY, 1i64..60, proptest::bool::weighted(0.2));
    proptest::collection::vec(any_item, 0..50).prop_map(|all| {
        let word = |(lesson, last, after, is_error): &(String, i64, i64, bool)| {
            format!("{lesson}:{last}-{}{}", last + after, if *is_error { "!" } else { "" })
        };
        of(&all.iter().map(word).collect::<Vec<_>>().join(" "))
    })
}

#[test]
fn chance_decides_between_equals_alone() {
    let review = of("a:90-95 b:90-95 c:90-95 d:90-95 e:50-95");
    let orders: Vec<String> = (0..9).map(|seed| said(&queue(&review, Limits::default(), seed).today)).collect();
    assert!(orders.iter().any(|order| *order != orders[0]), "{orders:?}");
    assert!(orders.iter().all(|order| order.starts_with("e-4")), "{orders:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]
    #[test]
    fn nothing_that_is_due_is_lost(review in any_review(), minutes in 0u32..40, items in 0usize..40, seed in any::<u64>()) {
        let limits = Limits { minutes, items };
        let known = queue(&review, limits, seed);
        let due = review.items.iter().filter(|item| item.memory.is_due(review.terms.now));
        let mut expected: Vec<&Id> = due.map(|item| &item.question).collect();
        let mut all: Vec<&Id> = known.today.iter().chain(&known.rest).collect();
        expected.sort();
        all.sort();
        prop_assert_eq!(all, expected);
        prop_assert!(known.today.len() + known.done <= limits.most().max(known.done));
        prop_assert_eq!(known.spread.iter().sum::<usize>() + known.later, known.rest.len());
        prop_assert_eq!(&queue(&review, limits, seed), &known);
    }

    #[test]
    fn no_one_waits_who_is_more_at_risk(review in any_review(), items in 0usize..40, seed in any::<u64>()) {
        let known = queue(&review, Limits { minutes: 60, items }, seed);
        let risk = |id: &Id| review.item(id).map(|item| (!item.is_confident_error, percent(item, &review))).unwrap();
        let riskiest_left = known.rest.iter().map(risk).min();
        prop_assert!(riskiest_left.is_none_or(|left| known.today.iter().all(|id| risk(id) <= left)));
        prop_assert!(known.rest.is_sorted_by_key(risk));
        prop_assert!(known.today.is_sorted_by_key(|id| risk(id).0), "errors that were held for certain come first");
    }

    #[test]
    fn what_is_due_and_what_is_ahead_are_all(review in any_review(), seed in any::<u64>()) {
        let limits = Limits { minutes: u32::MAX, items: usize::MAX };
        let mut all = [queue(&review, limits, seed).today, ahead(&review, usize::MAX, seed)].concat();
        let mut expected: Vec<Id> = review.items.iter().map(|item| item.question.clone()).collect();
        all.sort();
        expected.sort();
        prop_assert_eq!(all, expected);
    }

    #[test]
    fn the_forecast_counts_no_one_twice(review in any_review()) {
        let coming = review.items.iter().filter(|item| !item.memory.is_due(review.terms.now));
        let within = coming.filter(|item| item.memory.due <= beginning(TODAY + DAYS as i64));
        prop_assert_eq!(forecast(&review).iter().sum::<usize>(), within.count());
        prop_assert!(remembered(&review).values().all(|mean| (0.0..=1.0).contains(mean)));
    }
}
