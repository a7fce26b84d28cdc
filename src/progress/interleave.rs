//! An order in which cases are hard to confuse: what comes next should not be guessed from what came last. Contrasts are learned by
//! telling them apart (Brunmair and Richter 2019), so lessons and poles mix.
//!
//! What is to be avoided, the worst first: two of one lesson next to each other, three of one pole in a row, two siblings next to each
//! other. A search that goes back finds the order with the fewest of these; among equals it keeps siblings farther apart and
//! the given order. It gives up looking for better ones after so many steps, which matters only for more items than a day has; two of one
//! lesson meet only where it cannot be helped even then, because the bound for lessons is exact.

use std::collections::BTreeSet;

use crate::course::Id;
use crate::course::question::Pole;

/// How often the three things to be avoided happen, the worst first.
type Cost = [usize; 3];

/// After so many placed items the best order so far is taken.
const PATIENCE: usize = 5_000;

/// How many items should stand between siblings where it costs nothing.
const APART: usize = 3;

/// What can be mixed.
pub(super) trait Mixed {
    /// The question.
    fn question(&self) -> &Id;
    /// Its lesson.
    fn lesson(&self) -> &Id;
    /// The objective it tests.
    fn objective(&self) -> Option<&Id>;
    /// The pole for which its key speaks.
    fn pole(&self) -> Pole;
}

/// The same items, mixed; `before` are those that come right before them and stay where they are.
pub(super) fn interleave<'a, M: Mixed + ?Sized>(items: &[&'a M], before: &[&'a M]) -> Vec<&'a M> {
    let all: Vec<&M> = before.iter().chain(items).copied().collect();
    let mut search = Search::new(&all, before.len());
    search.go([0; 3]);
    search.best.iter().flat_map(|(_, order)| order.iter().skip(before.len())).filter_map(|at| all.get(*at).copied()).collect()
}

/// What matters of an item: its lesson, pole and objective as numbers. An item without an objective has no siblings.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Case {
    lesson: usize,
    pole: usize,
    objective: Option<usize>,
}

struct Search {
    cases: Vec<Case>,
    is_placed: Vec<bool>,
    /// What is placed so far.
    order: Vec<usize>,
    /// How many of each lesson, pole and objective are not placed.
    lessons: Vec<usize>,
    poles: Vec<usize>,
    objectives: Vec<usize>,
    best: Option<(Cost, Vec<usize>)>,
    steps: usize,
}

impl Search {
    fn new<M: Mixed + ?Sized>(items: &[&M], placed: usize) -> Search {
        let lessons: Vec<_> = numbered(items.iter().map(|item| item.lesson()));
        let objectives: Vec<_> = numbered(items.iter().filter_map(|item| item.objective()));
        let number = |item: &&M| Case {
            lesson: lessons.iter().position(|known| *known == item.lesson()).unwrap_or_default(),
            pole: item.pole() as usize,
            objective: item.objective().and_then(|wanted| objectives.iter().position(|known| *known == wanted)),
        };
        let mut search = Search {
            cases: items.iter().map(number).collect(),
            is_placed: vec![false; items.len()],
            order: Vec::new(),
            lessons: vec![0; lessons.len()],
            poles: vec![0; 3],
            objectives: vec![0; objectives.len()],
            best: None,
            steps: 0,
        };
        (0..items.len()).for_each(|at| search.count(at, 1));
        (0..placed).for_each(|at| search.place(at));
        search
    }

    /// Places what is left in every order that may be better than the best so far, the most promising first.
    fn go(&mut self, cost: Cost) {
        self.steps += 1;
        if self.order.len() == self.cases.len() {
            if self.best.as_ref().is_none_or(|(known, _)| cost < *known) {
                self.best = Some((cost, self.order.clone()));
            }
            return;
        }
        for (least, _, at) in self.candidates(cost) {
            let is_hopeless = |(known, _): &(Cost, Vec<usize>)| *known <= least || self.steps > PATIENCE;
            if self.best.as_ref().is_some_and(is_hopeless) {
                return;
            }
            let price = self.price(at);
            self.place(at);
            self.go(sum(cost, price));
            self.take_back();
        }
    }

    /// What may come next: one of each kind, with the least that an order beginning so can cost.
    fn candidates(&mut self, cost: Cost) -> Vec<(Cost, bool, usize)> {
        let mut seen = BTreeSet::new();
        let open: Vec<(usize, Case)> = self.cases.iter().copied().enumerate().filter(|(at, _)| !self.is_there(*at)).collect();
        let mut candidates = Vec::new();
        for (at, case) in open {
            if !seen.insert(case) {
                continue;
            }
            let (price, is_near) = (self.price(at), self.is_near(case));
            self.place(at);
            candidates.push((sum(sum(cost, price), self.least()), is_near, at));
            self.take_back();
        }
        candidates.sort_unstable();
        candidates
    }

    /// What it costs to place this next.
    fn price(&self, at: usize) -> Cost {
        let (Some(case), Some(last)) = (self.cases.get(at), self.last(0)) else { return [0; 3] };
        let is_third = self.last(1).is_some_and(|other| case.pole == last.pole && case.pole == other.pole);
        let is_sibling = case.objective.is_some() && case.objective == last.objective;
        [usize::from(case.lesson == last.lesson), usize::from(is_third), usize::from(is_sibling)]
    }

    /// The least that what is left can cost, each of the three by itself.
    fn least(&self) -> Cost {
        let last = self.last(0);
        let left = self.cases.len() - self.order.len();
        let meeting = |counts: &[usize], last: Option<usize>| {
            let least =
                |(value, count): (usize, &usize)| (count + usize::from(last == Some(value))).saturating_sub(left - count + 1);
            counts.iter().enumerate().map(least).max().unwrap_or_default()
        };
        let run = 1 + usize::from(last.map(|case| case.pole) == self.last(1).map(|case| case.pole));
        let third = |(pole, count): (usize, &usize)| {
            let begun = if last.is_some_and(|case| case.pole == pole) { run } else { 0 };
            (count + begun).saturating_sub(2 * (left - count + 1))
        };
        let thirds = self.poles.iter().enumerate().map(third).max().unwrap_or_default();
        let meetings = meeting(&self.lessons, last.map(|case| case.lesson));
        [meetings, thirds, meeting(&self.objectives, last.and_then(|case| case.objective))]
    }

    /// Whether a sibling was placed a moment ago.
    fn is_near(&self, case: Case) -> bool {
        (0..APART).filter_map(|back| self.last(back)).any(|known| known.objective.is_some() && known.objective == case.objective)
    }

    /// What was placed last, or so many before it.
    fn last(&self, back: usize) -> Option<Case> {
        self.order.iter().rev().nth(back).and_then(|at| self.cases.get(*at)).copied()
    }

    fn is_there(&self, at: usize) -> bool {
        self.is_placed.get(at).copied().unwrap_or(true)
    }

    fn place(&mut self, at: usize) {
        self.order.push(at);
        self.mark(at, true);
        self.count(at, -1);
    }

    fn take_back(&mut self) {
        let Some(at) = self.order.pop() else { return };
        self.mark(at, false);
        self.count(at, 1);
    }

    fn mark(&mut self, at: usize, placed: bool) {
        if let Some(known) = self.is_placed.get_mut(at) {
            *known = placed;
        }
    }

    fn count(&mut self, at: usize, more: isize) {
        let Some(case) = self.cases.get(at) else { return };
        let counts = [self.lessons.get_mut(case.lesson), self.poles.get_mut(case.pole)];
        let objective = case.objective.and_then(|objective| self.objectives.get_mut(objective));
        counts.into_iter().chain([objective]).flatten().for_each(|count| *count = count.saturating_add_signed(more));
    }
}

fn numbered<'a, T: Ord>(values: impl Iterator<Item = &'a T>) -> Vec<&'a T> {
    values.collect::<BTreeSet<_>>().into_iter().collect()
}

fn sum([a, b, c]: Cost, [d, e, f]: Cost) -> Cost {
    [a + d, b + e, c + f]
}

#[cfg(test)]
mod tests;
