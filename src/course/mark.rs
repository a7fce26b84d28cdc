//! Marking: an answer against its question. Nothing else decides what is right.
//!
//! Every kind earns points of so many; the grade is the part that was earned, from 0 to 1, and it never falls when a part of an answer
//! gets right. What counts as right:
//!
//! | kind | a point for | right when |
//! |---|---|---|
//! | choice, truefalse | the key | it was picked alone |
//! | multiple | each option, rightly ticked or rightly left | all |
//! | classify | each line in its bin, or in one that can be argued for | four fifths of the lines |
//! | match | each part with its sentence | four fifths of the parts |
//! | order | each pair of steps that stand in the right order | four fifths of the pairs |
//! | short | a word that is accepted (`course/short.rs`) | it is |
//! | open | each line of the checklist that the learner finds | three quarters of the lines |
//! | scenario | hundredths: the mean worth of the ways taken | three quarters |
//! | stance | nothing: it has no key | never counted |
//!
//! A hint costs a tenth of the grade, and nothing of being right.

use super::question::{Answer, Kind, Question, Scene};
use super::short::{self, Fit};

/// What an answer is worth.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// For each part in the author's order: was it right? What a part is depends on the kind.
    pub judged: Vec<bool>,
    /// How many points were earned.
    pub earned: usize,
    /// How many there were.
    pub of: usize,
    /// Enough of them to count as right.
    pub right: bool,
}

impl Verdict {
    /// Whether it counts as right.
    pub fn is_right(&self) -> bool {
        self.right
    }

    /// Everything earned.
    pub fn is_full(&self) -> bool {
        self.of > 0 && self.earned == self.of
    }

    /// The part that was earned, from 0 to 1, less a tenth for each hint.
    pub fn grade(&self, hints: usize) -> f64 {
        if self.of == 0 {
            return 0.0;
        }
        (self.earned as f64 / self.of as f64 - hints as f64 * 0.1).max(0.0)
    }

    fn of_parts(judged: Vec<bool>, needed: Part) -> Verdict {
        let earned = judged.iter().filter(|right| **right).count();
        let of = judged.len();
        Verdict { earned, of, right: of > 0 && needed.is_reached(earned, of), judged }
    }
}

/// The part that is needed: so many of so many.
#[derive(Clone, Copy)]
struct Part(usize, usize);

const ALL: Part = Part(1, 1);
const FOUR_FIFTHS: Part = Part(4, 5);
const THREE_QUARTERS: Part = Part(3, 4);

impl Part {
    fn is_reached(self, earned: usize, of: usize) -> bool {
        earned * self.1 >= of * self.0
    }
}

/// Marks an answer. One that belongs to another kind earns nothing.
pub fn mark(question: &Question, answer: &Answer) -> Verdict {
    match (&question.kind, answer) {
        (Kind::Choice(choices) | Kind::TrueFalse(choices), Answer::Picked(picked)) => {
            let judged: Vec<bool> =
                choices.iter().enumerate().map(|(at, choice)| picked.contains(&at) == choice.correct).collect();
            let right = !judged.is_empty() && judged.iter().all(|right| *right) && picked.iter().all(|at| *at < choices.len());
            Verdict { judged, earned: usize::from(right), of: 1, right }
        }
        (Kind::Multiple(choices), Answer::Picked(picked)) => {
            let judged = choices.iter().enumerate().map(|(at, choice)| picked.contains(&at) == choice.correct).collect();
            Verdict::of_parts(judged, ALL)
        }
        (Kind::Classify { items, .. }, Answer::Placed(bins)) => {
            let given = |at: usize| bins.get(at).copied().flatten();
            let fits = |(at, item): (usize, &super::question::Item)| {
                given(at).is_some_and(|bin| item.bin == bin || item.also.contains(&bin))
            };
            Verdict::of_parts(items.iter().enumerate().map(fits).collect(), FOUR_FIFTHS)
        }
        (Kind::Match { pairs, .. }, Answer::Placed(given)) => {
            Verdict::of_parts((0..pairs.len()).map(|at| given.get(at) == Some(&Some(at))).collect(), FOUR_FIFTHS)
        }
        (Kind::Order(steps), Answer::Ordered(order)) => mark_order(steps.len(), order),
        (Kind::Short { accept, reject }, Answer::Written(text, _)) => {
            let right = matches!(short::fit(text, accept, reject), Fit::Exact | Fit::Forgiven(_));
            Verdict { judged: vec![right], earned: usize::from(right), of: 1, right }
        }
        (Kind::Open { checklist, .. }, Answer::Written(_, ticks)) => {
            Verdict::of_parts((0..checklist.len()).map(|at| ticks.contains(&at)).collect(), THREE_QUARTERS)
        }
        (Kind::Scenario(scenes), Answer::Walked(road)) => mark_road(scenes, road),
        (Kind::Stance { .. }, _) => Verdict::default(),
        (_, _) => Verdict { of: 1, ..Verdict::default() },
    }
}

/// Whether an answer counts as right: what `mark` says, for whoever asks it of a hundred thousand answers.
pub fn is_right(question: &Question, answer: &Answer) -> bool {
    match (&question.kind, answer) {
        (Kind::Choice(choices) | Kind::TrueFalse(choices), Answer::Picked(picked)) => {
            let fits = |(at, choice): (usize, &super::question::Choice)| picked.contains(&at) == choice.correct;
            !choices.is_empty() && choices.iter().enumerate().all(fits) && picked.iter().all(|at| *at < choices.len())
        }
        _ => mark(question, answer).is_right(),
    }
}

/// A point for each pair of steps that stand in the right order. A part is a step: right where it stands in its own place.
fn mark_order(steps: usize, order: &[usize]) -> Verdict {
    let place = |step: usize| order.iter().position(|at| *at == step);
    let (mut earned, mut of) = (0, 0);
    for first in 0..steps {
        for second in first + 1..steps {
            of += 1;
            earned += usize::from(place(first).zip(place(second)).is_some_and(|(one, other)| one < other));
        }
    }
    let judged = (0..steps).map(|step| place(step) == Some(step)).collect();
    Verdict { judged, earned, of, right: of > 0 && FOUR_FIFTHS.is_reached(earned, of) }
}

/// The mean worth of the ways taken. A part is a scene one came to: right where its best way was taken.
fn mark_road(scenes: &[Scene], road: &[usize]) -> Verdict {
    const FULL: usize = 100;
    let walked = walk(scenes, road);
    let score = |(scene, way): &(usize, usize)| {
        scenes.get(*scene).and_then(|scene| scene.choices.get(*way)).map(|way| usize::from(way.score))
    };
    let best = |scene: usize| scenes.get(scene).and_then(|scene| scene.choices.iter().map(|way| usize::from(way.score)).max());
    let sum: usize = walked.iter().filter_map(score).sum();
    let judged = walked.iter().map(|step| score(step) == best(step.0)).collect();
    let is_over = walked
        .last()
        .is_some_and(|(scene, way)| scenes.get(*scene).and_then(|s| s.choices.get(*way)).is_some_and(|way| way.next.is_none()));
    let earned = if is_over { (sum / walked.len().max(1)).min(FULL) } else { 0 };
    Verdict { judged, earned, of: FULL, right: THREE_QUARTERS.is_reached(earned, FULL) }
}

/// The scenes one came to on a road, each with the way that was taken there.
pub fn walk(scenes: &[Scene], road: &[usize]) -> Vec<(usize, usize)> {
    let mut at = Some(0);
    let mut walked = Vec::new();
    for way in road {
        let Some(scene) = at else { break };
        let Some(taken) = scenes.get(scene).and_then(|scene| scene.choices.get(*way)) else { break };
        walked.push((scene, *way));
        at = taken.next;
    }
    walked
}

#[cfg(test)]
mod tests;
