//! How well something is remembered, and when to ask for it again: FSRS-6, the model that Anki uses, as one small function for each of
//! its formulas. Owns the model and its weights; knows nothing of questions and answers.
//!
//! The source is the work of Jarrett Ye and Open Spaced Repetition: “The Algorithm” in the wiki of their repository `fsrs4anki`, as in their
//! crate `fsrs` 6, which our tests hold against ours. The weights are theirs, from many million reviews; fitting them to one learner
//! would take hundreds of reviews, which a course does not have. Intervals are not blurred by chance, as Anki does to keep cards apart:
//! the queue mixes by itself.
//!
//! **Stability** is counted in days, 0.001 to 36 500: after so many, recall has fallen to 0.9. **Difficulty** has no unit and goes from 1
//! to 10. **Recall** is a probability, 0 to 1.

use super::{Morning, Stamp};

/// The recall at which something is asked again. The tail of the curve is so flat that 0.8 would ask after years.
pub const DESIRED_RECALL: f64 = 0.9;

/// The longest interval where a course has no end, in days.
pub const LONGEST: u32 = 90;

/// The default weights of FSRS-6; the numbers in the formulas below are places in this list.
pub const WEIGHTS: [f64; 21] = [
    0.212, 1.2931, 2.3065, 8.2956, // stability after a first answer, by its rating
    6.4133, 0.8334, 3.0194, 0.001, // difficulty: first, by rating, change, pull to the mean
    1.8722, 0.1666, 0.796, // growth of stability
    1.4835, 0.0614, 0.2629, 1.6483, // what a lapse leaves of it
    0.6014, 1.8729, // hard and easy
    0.5425, 0.0912, 0.0658, // the same day
    0.1542, // decay
];

/// Milliseconds.
const A_DAY: f64 = 86_400_000.0;

const STABLE: (f64, f64) = (0.001, 36_500.0);
const DIFFICULT: (f64, f64) = (1.0, 10.0);

/// How well an answer came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rating {
    /// It did not.
    Again,
    /// With luck or help.
    Hard,
    /// It came.
    Good,
    /// Without a doubt.
    Easy,
}

impl Rating {
    /// From the worst to the best.
    pub const ALL: [Rating; 4] = [Rating::Again, Rating::Hard, Rating::Good, Rating::Easy];

    /// Its number in the formulas, 1 to 4.
    fn number(self) -> f64 {
        self as u8 as f64 + 1.0
    }
}

/// What someone has of one question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Memory {
    /// Days until recall has fallen to 0.9.
    pub stability: f64,
    /// From 1 (easy) to 10.
    pub difficulty: f64,
    /// When it was last asked, as far as that counted.
    pub last: Stamp,
    /// The beginning of the day on which to ask again.
    pub due: Stamp,
    /// How often it was forgotten after it had been asked before.
    pub lapses: u32,
    /// How often it was asked, as far as that counted.
    pub reviews: u32,
}

/// What a schedule depends on beside the answers.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Terms {
    /// This moment. An answer that claims a later day does not count until that has come.
    pub now: Stamp,
    /// When the learner's days begin.
    pub morning: Morning,
    /// A moment of the course's last day: all is asked once more by then. Without it, and after it, no interval is longer than `LONGEST`.
    pub end: Option<Stamp>,
}

impl Memory {
    /// What a first answer leaves.
    pub fn first(rating: Rating, at: Stamp, terms: &Terms) -> Memory {
        let (stability, difficulty) = (first_stability(rating), first_difficulty(rating));
        Memory { stability, difficulty, last: at, due: at, lapses: 0, reviews: 1 }.scheduled(terms)
    }

    /// What one more answer makes of it.
    pub fn then(self, rating: Rating, at: Stamp, terms: &Terms) -> Memory {
        let days = terms.morning.between(self.last, at);
        let memory = Memory {
            stability: next_stability(self.stability, self.difficulty, days, rating),
            difficulty: next_difficulty(self.difficulty, rating),
            last: self.last.max(at),
            due: at,
            lapses: self.lapses + u32::from(rating == Rating::Again),
            reviews: self.reviews + 1,
        };
        memory.scheduled(terms)
    }

    fn scheduled(self, terms: &Terms) -> Memory {
        let days = due_after(self.stability, DESIRED_RECALL, terms.longest(self.last));
        let day = terms.morning.day(self.last).after(i64::from(days));
        Memory { due: terms.morning.of(day), ..self }
    }

    /// How likely it is remembered at a moment.
    pub fn recall(&self, at: Stamp) -> f64 {
        let days = at.0.saturating_sub(self.last.0).max(0) as f64 / A_DAY;
        recall(days, self.stability)
    }

    /// Whether it is time to ask.
    pub fn is_due(&self, at: Stamp) -> bool {
        self.due <= at
    }
}

/// What ratings in the order of time add up to; nothing where there are none.
pub fn fold(ratings: impl IntoIterator<Item = (Stamp, Rating)>, terms: &Terms) -> Option<Memory> {
    ratings.into_iter().fold(None, |memory, (at, rating)| Some(answered(memory, rating, at, terms)))
}

/// A memory, or none yet, after an answer.
pub fn answered(memory: Option<Memory>, rating: Rating, at: Stamp, terms: &Terms) -> Memory {
    memory.map_or_else(|| Memory::first(rating, at, terms), |memory| memory.then(rating, at, terms))
}

impl Terms {
    /// When the learner's next day begins.
    pub(super) fn tomorrow(&self) -> Stamp {
        self.morning.of(self.morning.day(self.now).after(1))
    }

    /// The longest interval that may begin at a moment, in days.
    fn longest(&self, at: Stamp) -> u32 {
        let left = self.end.map_or(0, |end| self.morning.between(at, end));
        if left == 0 { LONGEST } else { left }
    }
}

/// R(t, S): how likely something of this stability is remembered after so many days.
pub fn recall(days: f64, stability: f64) -> f64 {
    (1.0 + factor() * days / stability).powf(-decay())
}

/// I(r, S): after how many days recall has fallen that far. At 0.9 it is the stability.
pub fn interval(stability: f64, desired: f64) -> f64 {
    stability / factor() * (desired.powf(-1.0 / decay()) - 1.0)
}

/// The same in whole days, at least one and no more than `longest`.
pub fn due_after(stability: f64, desired: f64, longest: u32) -> u32 {
    interval(stability, desired).round().clamp(1.0, f64::from(longest.max(1))) as u32
}

/// S0: how stable a first answer is, in days.
pub fn first_stability(rating: Rating) -> f64 {
    let [again, hard, good, easy, ..] = WEIGHTS;
    match rating {
        Rating::Again => again,
        Rating::Hard => hard,
        Rating::Good => good,
        Rating::Easy => easy,
    }
}

/// D0: how difficult something is after a first answer.
pub fn first_difficulty(rating: Rating) -> f64 {
    within(DIFFICULT, unbound_difficulty(rating))
}

/// S′: the stability after an answer, so many of the learner's days after the one before; the difficulty is the one before it.
pub fn next_stability(stability: f64, difficulty: f64, days: u32, rating: Rating) -> f64 {
    let recall = recall(f64::from(days), stability);
    let next = match rating {
        _ if days == 0 => after_the_same_day(stability, rating),
        Rating::Again => after_failure(stability, difficulty, recall),
        _ => after_success(stability, difficulty, recall, rating),
    };
    within(STABLE, next)
}

/// D′: the difficulty after an answer. The nearer it is to 10 the less it rises, and it is drawn a little to that of what is easy.
pub fn next_difficulty(difficulty: f64, rating: Rating) -> f64 {
    let [_, _, _, _, _, _, change, pull, ..] = WEIGHTS;
    let moved = difficulty - change * (rating.number() - 3.0) * (10.0 - difficulty) / 9.0;
    within(DIFFICULT, pull * unbound_difficulty(Rating::Easy) + (1.0 - pull) * moved)
}

/// S′r: what was remembered gets more stable, the more so the nearer it was to being forgotten.
pub fn after_success(stability: f64, difficulty: f64, recall: f64, rating: Rating) -> f64 {
    let [_, _, _, _, _, _, _, _, growth, saturation, nearness, _, _, _, _, hard, easy, ..] = WEIGHTS;
    let by_rating = match rating {
        Rating::Hard => hard,
        Rating::Easy => easy,
        Rating::Again | Rating::Good => 1.0,
    };
    let by_nearness = (nearness * (1.0 - recall)).exp() - 1.0;
    stability * (1.0 + growth.exp() * (11.0 - difficulty) * stability.powf(-saturation) * by_nearness * by_rating)
}

/// S′f: what was forgotten leaves something behind, but no more than a good answer on the same day would bring back to what it was.
pub fn after_failure(stability: f64, difficulty: f64, recall: f64) -> f64 {
    let [_, _, _, _, _, _, _, _, _, _, _, left, harder, kept, late, _, _, same_day, shift, ..] = WEIGHTS;
    let rest = left * difficulty.powf(-harder) * ((stability + 1.0).powf(kept) - 1.0) * (late * (1.0 - recall)).exp();
    rest.min(stability / (same_day * shift).exp())
}

/// S′s: a second answer on one day; only a lapse makes it less stable.
pub fn after_the_same_day(stability: f64, rating: Rating) -> f64 {
    let [.., same_day, shift, saturation, _] = WEIGHTS;
    let grown = (same_day * (rating.number() - 3.0 + shift)).exp() * stability.powf(-saturation);
    stability * if rating == Rating::Again { grown } else { grown.max(1.0) }
}

fn unbound_difficulty(rating: Rating) -> f64 {
    let [_, _, _, _, first, by_rating, ..] = WEIGHTS;
    first - (by_rating * (rating.number() - 1.0)).exp() + 1.0
}

fn decay() -> f64 {
    let [.., decay] = WEIGHTS;
    decay
}

/// So chosen that recall is 0.9 after as many days as the stability has.
fn factor() -> f64 {
    0.9_f64.powf(-1.0 / decay()) - 1.0
}

fn within((least, most): (f64, f64), value: f64) -> f64 {
    value.clamp(least, most)
}

#[cfg(test)]
mod tests;
