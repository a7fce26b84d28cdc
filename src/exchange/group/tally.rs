//! The counts of one question and of one lesson, and what is reckoned from them. Nothing here grows with the number of learners.

use crate::course::Verdict;
use crate::course::question::{Answer, Kind, Question};
use crate::progress::gain::Gain;
use crate::progress::{Given, Sure};

/// Times are counted by the second up to this, and everything above in one.
const LONGEST: usize = 600;

/// Scores on the other questions are counted in so many steps.
const STEPS: usize = 21;

/// The counts of a question.
#[derive(Clone, Debug)]
pub struct Tally {
    /// How many answered.
    pub answers: usize,
    /// How many rightly.
    pub right: usize,
    /// How often each choice was picked; for other kinds, how often each part was not right.
    pub parts: Vec<u32>,
    /// Of those who have a score on the other questions: how many have which, and who of them picked what.
    by_rest: [u32; STEPS],
    parts_by_rest: Vec<[u32; STEPS]>,
    seconds: Vec<u32>,
    /// For each of the four words, how often it was right and how often it was said.
    pub sure: [(u32, u32); 4],
    sums: Sums,
}

/// What a correlation needs: how many, and the sums of x, y, y² and xy. (x is 0 or 1, so that x² is x.)
#[derive(Clone, Copy, Debug, Default)]
struct Sums {
    count: u32,
    x: u32,
    y: Parts,
    yy: Parts,
    xy: Parts,
}

/// A sum of parts of one, exact whatever the order they come in: a sum of floats would differ in its last digit, and a report with it.
#[derive(Clone, Copy, Debug, Default)]
struct Parts(u64);

impl Parts {
    /// How many steps there are from 0 to 1: the rounding is far below any digit shown, and four thousand million learners fit.
    const ONE: f64 = (1_u64 << 32) as f64;

    fn add(&mut self, part: f64) {
        self.0 += (part * Parts::ONE).round() as u64;
    }

    fn sum(self) -> f64 {
        self.0 as f64 / Parts::ONE
    }
}

impl Tally {
    /// Nobody answered it yet.
    pub fn new(question: &Question) -> Tally {
        let parts = match &question.kind {
            Kind::Choice(choices) | Kind::Multiple(choices) | Kind::TrueFalse(choices) => choices.len(),
            Kind::Classify { items, .. } => items.len(),
            Kind::Match { pairs, .. } => pairs.len(),
            Kind::Order(steps) => steps.len(),
            Kind::Short { .. } | Kind::Open { .. } | Kind::Scenario(_) | Kind::Stance { .. } => 0,
        };
        Tally {
            answers: 0,
            right: 0,
            parts: vec![0; parts],
            by_rest: [0; STEPS],
            parts_by_rest: vec![[0; STEPS]; if question.choices().is_empty() { 0 } else { parts }],
            seconds: vec![0; LONGEST + 1],
            sure: [(0, 0); 4],
            sums: Sums::default(),
        }
    }

    /// One more first answer, and the part of the other questions that the same learner had right.
    pub fn add(&mut self, question: &Question, given: &Given, verdict: &Verdict, rest: Option<f64>) {
        let is_right = verdict.is_right();
        self.answers += 1;
        self.right += usize::from(is_right);
        add_one(&mut self.seconds, (given.seconds as usize).min(LONGEST));
        if let Some(sure) = given.sure
            && question.has_key()
            && let Some((right, said)) = self.sure.get_mut(sure as usize)
        {
            *said += 1;
            *right += u32::from(is_right);
        }
        let chosen = chosen(question, &given.answer, verdict);
        chosen.iter().for_each(|part| add_one(&mut self.parts, *part));
        let Some(rest) = rest else { return };
        let step = (rest * (STEPS - 1) as f64).round() as usize;
        add_one(&mut self.by_rest, step);
        for part in chosen {
            if let Some(counts) = self.parts_by_rest.get_mut(part) {
                add_one(counts, step);
            }
        }
        self.sums.add(is_right, rest);
    }

    /// The part that had it right.
    pub fn facility(&self) -> Option<f64> {
        (self.answers > 0).then(|| self.right as f64 / self.answers as f64)
    }

    /// How well it tells those who have the other questions right from those who have not, −1 to 1: the correlation of this question with
    /// the part of the others that was right. Nothing where all answered alike.
    pub fn discrimination(&self) -> Option<f64> {
        self.sums.correlation()
    }

    /// The time that half of them took at most, in seconds.
    pub fn median_seconds(&self) -> Option<usize> {
        let half = self.answers.div_ceil(2) as u32;
        let mut before = 0;
        let reaches = |count: &u32| {
            before += count;
            before >= half
        };
        self.seconds.iter().position(reaches).filter(|_| self.answers > 0)
    }

    /// How often each choice was picked by the third that did best on the other questions, about: whoever scored the same as the last of
    /// them belongs to it too.
    pub fn by_the_best(&self) -> Vec<u32> {
        let third = self.by_rest.iter().sum::<u32>().div_ceil(3);
        let mut from = STEPS;
        let mut taken = 0;
        while taken < third && from > 0 {
            from -= 1;
            taken += self.by_rest.get(from).copied().unwrap_or(0);
        }
        self.parts_by_rest.iter().map(|counts| counts.iter().skip(from).sum()).collect()
    }

    /// What was promised by how sure people were, and what came of it: how many said so, the mean promise, the part that was right.
    pub fn promise(&self, chance: f64) -> Option<(usize, f64, f64)> {
        let said: u32 = self.sure.iter().map(|(_, said)| said).sum();
        let right: u32 = self.sure.iter().map(|(right, _)| right).sum();
        let promised: f64 =
            Sure::ALL.iter().zip(self.sure).map(|(sure, (_, said))| sure.probability(chance) * f64::from(said)).sum();
        (said > 0).then(|| (said as usize, promised / f64::from(said), f64::from(right) / f64::from(said)))
    }
}

fn add_one(counts: &mut [u32], at: usize) {
    if let Some(count) = counts.get_mut(at) {
        *count += 1;
    }
}

/// The choices that were picked, or the parts that were not right.
fn chosen(question: &Question, answer: &Answer, verdict: &Verdict) -> Vec<usize> {
    match answer {
        Answer::Picked(picked) if !question.choices().is_empty() => picked.clone(),
        _ => verdict.judged.iter().enumerate().filter(|(_, right)| !**right).map(|(at, _)| at).collect(),
    }
}

impl Sums {
    fn add(&mut self, is_right: bool, rest: f64) {
        self.count += 1;
        self.y.add(rest);
        self.yy.add(rest * rest);
        if is_right {
            self.x += 1;
            self.xy.add(rest);
        }
    }

    fn correlation(&self) -> Option<f64> {
        let count = f64::from(self.count.max(1));
        let (x, y) = (f64::from(self.x) / count, self.y.sum() / count);
        let (xx, yy) = (x - x * x, self.yy.sum() / count - y * y);
        let together = self.xy.sum() / count - x * y;
        // Below this the parts differ by their rounding only.
        (xx.min(yy) > 1e-8).then(|| (together / (xx * yy).sqrt()).clamp(-1.0, 1.0))
    }
}

/// The same questions before a lesson and in its first quiz, over a group.
#[derive(Clone, Copy, Debug, Default)]
pub struct Gaining {
    /// How many answered both times.
    pub learners: usize,
    /// The sums of the parts that were right.
    before: Parts,
    after: Parts,
    /// The most questions that anyone was asked both times.
    pub questions: usize,
}

/// Under so many questions no gain is reckoned.
const LEAST_QUESTIONS: usize = 5;
/// Nor where so much was right before: there is hardly anything left to gain, and the figure jumps.
const MOST_BEFORE: f64 = 0.85;

impl Gaining {
    /// One more learner.
    pub fn add(&mut self, gain: Gain) {
        let of = gain.of.max(1) as f64;
        self.learners += 1;
        self.before.add(gain.before as f64 / of);
        self.after.add(gain.after as f64 / of);
        self.questions = self.questions.max(gain.of);
    }

    /// The means before and after.
    pub fn means(&self) -> Option<(f64, f64)> {
        let count = self.learners as f64;
        (self.learners > 0).then(|| (self.before.sum() / count, self.after.sum() / count))
    }

    /// The normalised gain of the means (Hake 1998): what was gained, of what could be.
    pub fn normalised(&self) -> Option<f64> {
        let (before, after) = self.means()?;
        let says_something = self.questions >= LEAST_QUESTIONS && before <= MOST_BEFORE;
        says_something.then(|| (after - before) / (1.0 - before))
    }
}
