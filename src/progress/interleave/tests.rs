//! An order is as good as the best there is, and nothing is lost in it.

use proptest::prelude::*;

use super::super::memory::{self, Rating};
use super::super::review::Item;
use super::super::{Stamp, Terms};
use super::*;
use crate::course::Id;
use crate::course::question::Pole;

/// `a1m` is a question of lesson a with the objective a1 and the pole of management; 0 stands for no objective.
fn item(nth: usize, text: &str) -> Item {
    let id = |text: &str| Id::new(text).unwrap();
    Item {
        question: id(&format!("{nth}-{text}")),
        lesson: id(&text[..1]),
        objective: (&text[1..2] != "0").then(|| id(&text[..2])),
        pole: match &text[2..] {
            "m" => Pole::Management,
            "l" => Pole::Leadership,
            _ => Pole::Both,
        },
        memory: memory::answered(None, Rating::Good, Stamp(0), &Terms::default()),
        rating: Rating::Good,
        is_confident_error: false,
        is_case: false,
        misses: 0,
    }
}

fn items<T: AsRef<str>>(texts: &[T]) -> Vec<Item> {
    texts.iter().enumerate().map(|(nth, text)| item(nth, text.as_ref())).collect()
}

/// What an order costs, counted anew.
fn cost(order: &[&Item]) -> Cost {
    let pairs = |fits: fn(&Item, &Item) -> bool| order.windows(2).filter(|two| fits(two[0], two[1])).count();
    let thirds = order.windows(3).filter(|three| three.iter().all(|item| item.pole == three[0].pole)).count();
    let siblings = pairs(|one, other| one.objective.is_some() && one.objective == other.objective);
    [pairs(|one, other| one.lesson == other.lesson), thirds, siblings]
}

#[track_caller]
fn check(given: &str, expected: &str) {
    let items = items(&given.split(' ').collect::<Vec<_>>());
    let all: Vec<&Item> = items.iter().collect();
    let mixed = interleave(&all, &[]);
    let text: Vec<&str> = mixed.iter().filter_map(|item| item.question.as_str().split('-').nth(1)).collect();
    assert_eq!(text.join(" "), expected);
}

#[test]
fn lessons_poles_and_siblings_mix() {
    check("a0m", "a0m");
    check("a0m a0m b0m b0m", "a0m b0m a0m b0m");
    check("a0m b0l c0m", "a0m b0l c0m");
    check("a0m b0m a0m b0l a0l", "a0m b0m a0l b0l a0m");
    check("a0m a0m a0m b0l", "a0m a0m b0l a0m");
    check("a1m a1m a2m a2m", "a1m a2m a1m a2m");
    check("a1b b1l a1m c1b b2m", "a1b b1l c1b b2m a1m");
}

fn any_items(most: usize) -> impl Strategy<Value = Vec<Item>> {
    proptest::collection::vec("[abcd][012][mlb]", 0..most).prop_map(|texts| items(&texts))
}

/// Every order of some items.
fn orders<'a>(items: &[&'a Item]) -> Vec<Vec<&'a Item>> {
    let Some((first, rest)) = items.split_first() else { return vec![vec![]] };
    let with_first =
        |order: Vec<&'a Item>| (0..=order.len()).map(|at| [&order[..at], &[*first], &order[at..]].concat()).collect::<Vec<_>>();
    orders(rest).into_iter().flat_map(with_first).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]
    #[test]
    fn no_order_is_better(before in any_items(4), items in any_items(7)) {
        let before: Vec<&Item> = before.iter().collect();
        let items: Vec<&Item> = items.iter().collect();
        let whole = |order: &[&Item]| cost(&[&before, order].concat());
        let best = orders(&items).iter().map(|order| whole(order)).min().unwrap();
        prop_assert_eq!(whole(&interleave(&items, &before)), best);
    }

    #[test]
    fn the_set_stays(items in any_items(60)) {
        let all: Vec<&Item> = items.iter().collect();
        let mut mixed = interleave(&all, &[]);
        mixed.sort_by_key(|item| all.iter().position(|known| known == item));
        prop_assert_eq!(mixed, all);
    }

    /// Two of one lesson meet only where it cannot be helped: where one lesson has more than half of all.
    #[test]
    fn lessons_meet_no_more_often_than_they_must(items in any_items(60)) {
        let all: Vec<&Item> = items.iter().collect();
        let most = all.iter().map(|item| all.iter().filter(|other| other.lesson == item.lesson).count()).max().unwrap_or_default();
        let [meetings, ..] = cost(&interleave(&all, &[]));
        prop_assert_eq!(meetings, (2 * most).saturating_sub(all.len() + 1));
    }
}
