//! What to ask today, in which order, and what is still to come. Owns the limits of a day and how a backlog is spread; whatever is
//! said here is worked out from a `Review` and changes nothing in it.

use std::collections::BTreeMap;

use super::interleave::{Mixed, interleave};
use super::review::{Fresh, Item, Review};
use crate::course::Id;

/// How far one looks ahead, in days.
pub const DAYS: usize = 14;

/// How long an item takes, in seconds.
pub const SECONDS_AN_ITEM: u32 = 40;

/// How much someone wants to review on a day; the smaller of the two holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// So many minutes.
    pub minutes: u32,
    /// So many items.
    pub items: usize,
}

/// So many questions a day are asked for the first time, of those that are asked in review alone: new ones must not crowd out what is at
/// risk, and each makes work for many days.
const FRESH: usize = 3;

/// A quarter of an hour for lesson and review leaves five minutes for the second.
impl Default for Limits {
    fn default() -> Self {
        Limits { minutes: 5, items: 20 }
    }
}

impl Limits {
    /// As many items as the minutes have room for, and never fewer than is usual.
    pub fn of_minutes(minutes: u32) -> Limits {
        Limits { minutes, items: Limits::default().items.max((minutes * 60 / SECONDS_AN_ITEM) as usize) }
    }
}

/// What is due, parted into what to ask today and what can wait.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Queue {
    /// To be asked now, in this order.
    pub today: Vec<Id>,
    /// How many of them are asked for the first time; they do not wait, they come where the day has room.
    pub fresh: usize,
    /// Due as well, and left for the coming days; the most at risk first.
    pub rest: Vec<Id>,
    /// How many were reviewed on this day before; they are taken off its limit.
    pub done: usize,
    /// How many of the rest find room on each of the coming days, tomorrow first, beside what falls due then.
    pub spread: [usize; DAYS],
    /// How many find none on any of them.
    pub later: usize,
}

impl Limits {
    /// How many items that makes.
    pub fn most(self) -> usize {
        let by_time = u64::from(self.minutes) * 60 / u64::from(SECONDS_AN_ITEM);
        self.items.min(usize::try_from(by_time).unwrap_or(usize::MAX))
    }
}

impl Queue {
    /// How many are due, those of today among them: “17 waiting, 5 today”.
    pub fn waiting(&self) -> usize {
        self.today.len() - self.fresh + self.rest.len()
    }

    /// How long today's take, in minutes, rounded up.
    pub fn minutes(&self) -> usize {
        (self.today.len() * SECONDS_AN_ITEM as usize).div_ceil(60)
    }
}

/// The queue of the day. Errors that were held for certain come before all others; then those most at risk are taken, and mixed.
/// The seed decides only between items of the same risk.
pub fn queue(review: &Review, limits: Limits, seed: u64) -> Queue {
    let now = review.terms.now;
    let mut due: Vec<&Item> = shuffled(review, seed).into_iter().filter(|item| item.memory.is_due(now)).collect();
    due.sort_by_key(|item| (!item.is_confident_error, percent(item, review)));
    let done = done(review);
    let rest = due.split_off(limits.most().saturating_sub(done).min(due.len()));
    let room = limits.most().saturating_sub(done + due.len());
    let fresh = fresh(review, room, seed);
    let (errors, others): (Vec<&Item>, Vec<&Item>) = due.into_iter().partition(|item| item.is_confident_error);
    let mut today = interleave(&mixed(errors), &[]);
    let mut others = mixed(others);
    others.extend(fresh.iter().map(|fresh| *fresh as &dyn Mixed));
    today.extend(interleave(&others, &today));
    let (spread, later) = spread(rest.len(), limits, review);
    Queue { today: ids(&today), fresh: fresh.len(), rest: ids(&mixed(rest)), done, spread, later }
}

/// Some of the questions that are still to come into review: a few a day, those of today taken off, of all lessons alike.
fn fresh(review: &Review, room: usize, seed: u64) -> Vec<&Fresh> {
    let terms = review.terms;
    let is_of_today =
        |item: &&Item| item.is_case && item.memory.reviews == 1 && terms.morning.between(item.memory.last, terms.now) == 0;
    let begun = review.items.iter().filter(is_of_today).count();
    let mut fresh: Vec<&Fresh> = review.fresh.iter().collect();
    fastrand::Rng::with_seed(seed).shuffle(&mut fresh);
    fresh.truncate(room.min(FRESH.saturating_sub(begun)));
    fresh
}

fn mixed(items: Vec<&Item>) -> Vec<&dyn Mixed> {
    items.into_iter().map(|item| item as &dyn Mixed).collect()
}

/// For someone who wants more: at most so many, first those that are still to come into review, then those that are not due, the next due
/// first, mixed. That they are right moves none of
/// them (`review.rs`, rule 2).
pub fn ahead(review: &Review, most: usize, seed: u64) -> Vec<Id> {
    let now = review.terms.now;
    let mut coming: Vec<&Item> = shuffled(review, seed).into_iter().filter(|item| !item.memory.is_due(now)).collect();
    coming.sort_by_key(|item| (item.memory.due, percent(item, review)));
    let mut fresh: Vec<&Fresh> = review.fresh.iter().collect();
    fastrand::Rng::with_seed(seed).shuffle(&mut fresh);
    fresh.truncate(most);
    coming.truncate(most - fresh.len());
    let mut all = mixed(coming);
    all.extend(fresh.into_iter().map(|fresh| fresh as &dyn Mixed));
    ids(&interleave(&all, &[]))
}

/// How many fall due on each of the coming days, tomorrow first. What is due already is not among them.
pub fn forecast(review: &Review) -> [usize; DAYS] {
    let terms = review.terms;
    let mut days = [0; DAYS];
    for item in review.items.iter().filter(|item| !item.memory.is_due(terms.now)) {
        let nth = terms.morning.between(terms.now, item.memory.due) as usize;
        if let Some(count) = nth.checked_sub(1).and_then(|at| days.get_mut(at)) {
            *count += 1;
        }
    }
    days
}

/// What is remembered now, by lesson: the mean recall of its questions in review, 0 to 1. A lesson without any is not in it.
pub fn remembered(review: &Review) -> BTreeMap<Id, f64> {
    let mut sums: BTreeMap<&Id, (f64, usize)> = BTreeMap::new();
    for item in &review.items {
        let (sum, of) = sums.entry(&item.lesson).or_default();
        *sum += item.memory.recall(review.terms.now);
        *of += 1;
    }
    sums.into_iter().map(|(lesson, (sum, of))| (lesson.clone(), sum / of as f64)).collect()
}

/// How many were reviewed today. A first answer is learning, and takes nothing off the day's limit.
fn done(review: &Review) -> usize {
    let terms = review.terms;
    let is_done = |item: &&Item| item.memory.reviews > 1 && terms.morning.between(item.memory.last, terms.now) == 0;
    review.items.iter().filter(is_done).count()
}

/// Where a backlog finds room beside what falls due, and how much of it finds none.
fn spread(backlog: usize, limits: Limits, review: &Review) -> ([usize; DAYS], usize) {
    let mut left = backlog;
    let spread = forecast(review).map(|falls_due| {
        let taken = limits.most().saturating_sub(falls_due).min(left);
        left -= taken;
        taken
    });
    (spread, left)
}

fn shuffled(review: &Review, seed: u64) -> Vec<&Item> {
    let mut items: Vec<&Item> = review.items.iter().collect();
    fastrand::Rng::with_seed(seed).shuffle(&mut items);
    items
}

/// Recall in whole percent, the lowest first: what was answered a minute apart is equally at risk, and chance may mix it.
fn percent(item: &Item, review: &Review) -> u32 {
    (item.memory.recall(review.terms.now) * 100.0).round() as u32
}

fn ids(items: &[&dyn Mixed]) -> Vec<Id> {
    items.iter().map(|item| item.question().clone()).collect()
}

#[cfg(test)]
mod tests;
