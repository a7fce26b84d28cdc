//! How sure a learner is against how right: whether they know what they know.
//!
//! Each answer that came with a word for how sure one was says a probability p (`Sure::probability`; a guess says blind chance), and
//! turned out right, o = 1, or not, o = 0. From these:
//!
//! | what | formula | range | reads as |
//! |---|---|---|---|
//! | Brier score (Brier 1950, Monthly Weather Review 78, 1–3) | mean of (p − o)² | 0 to 1 | 0 is certain and right each time |
//! | bias | mean of p − mean of o | −1 to 1 | above 0 surer than right, below 0 less sure than right |
//! | noise | √(sum of p (1 − p)) ÷ number of answers | 0 to ½ | the standard error of the bias, were every word just right |
//!
//! The first answer to a question in a run counts, because those after it were helped by the reasons; every run counts. Under ten answers
//! nothing is said, and a bias is called one only where it is five points or more and greater than the noise: less than that is no
//! difference that anybody should act on.

use std::collections::HashMap;

use super::{Entry, Given, Progress, Run, Sure};
use crate::course::{Course, Id, Question, mark};
use crate::words::Words;

/// Under so many answers nothing is said.
pub const LEAST: usize = 10;

/// A smaller bias is called none.
const SMALLEST_BIAS: f64 = 0.05;

/// What was said, and what came of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Calibration {
    answers: Vec<Answered>,
}

/// An answer, as far as it counts here.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Answered {
    /// How sure the learner was.
    pub sure: Sure,
    /// How often blind chance is right.
    pub chance: f64,
    /// Whether it was right.
    pub right: bool,
}

/// How one of the four words fared.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Level {
    /// The word.
    pub sure: Sure,
    /// How often it was right.
    pub right: usize,
    /// How often it was said.
    pub of: usize,
    /// How often it promises to be right; for guesses the mean of their chances, if there are any.
    pub promised: Option<f64>,
}

impl Answered {
    fn outcome(self) -> f64 {
        if self.right { 1.0 } else { 0.0 }
    }

    fn probability(self) -> f64 {
        self.sure.probability(self.chance)
    }
}

impl Calibration {
    /// Of these answers.
    pub fn new(answers: Vec<Answered>) -> Calibration {
        Calibration { answers }
    }

    /// Of everything that was answered in a course. Its questions must be loaded, as far as they were asked.
    pub fn of(course: &Course, progress: &Progress) -> Calibration {
        Calibration::new(answers(course, progress).map(|(_, answered)| answered).collect())
    }

    /// The same for each lesson in which there is something to say, in the order of the course.
    pub fn by_lesson(course: &Course, progress: &Progress) -> Vec<(usize, Calibration)> {
        let mut all: Vec<(usize, Calibration)> = (0..course.lessons.len()).map(|at| (at, Calibration::default())).collect();
        for (lesson, answered) in answers(course, progress) {
            if let Some((_, calibration)) = all.get_mut(lesson) {
                calibration.answers.push(answered);
            }
        }
        all.retain(|(_, calibration)| calibration.count() > 0);
        all
    }

    /// How many answers there would be, without marking any.
    pub fn count_of(course: &Course, progress: &Progress) -> usize {
        let places = places(course);
        let is_said = |(id, entries): &(&Id, &[Entry])| {
            places.contains_key(id)
                && entries.iter().find_map(|entry| entry.given.as_ref()).is_some_and(|given| given.sure.is_some())
        };
        let asked = |run: &Run, id: &Id| run.questions.iter().filter(|asked| *asked == id).count();
        let of_run = |run: &Run| run.entries().filter(is_said).map(|(id, _)| asked(run, id)).sum::<usize>();
        progress.runs.values().map(of_run).sum()
    }

    /// How many answers there are.
    pub fn count(&self) -> usize {
        self.answers.len()
    }

    /// Whether there are enough of them.
    pub fn is_enough(&self) -> bool {
        self.count() >= LEAST
    }

    /// The Brier score.
    pub fn brier(&self) -> Option<f64> {
        self.score(Answered::probability)
    }

    /// The Brier score that the same answers would have had, had one called each of them a guess.
    pub fn always_guessing(&self) -> Option<f64> {
        self.score(|answered| Sure::Guess.probability(answered.chance))
    }

    /// The same, had one been certain of each.
    pub fn always_certain(&self) -> Option<f64> {
        self.score(|answered| Sure::Certain.probability(answered.chance))
    }

    fn score(&self, probability: impl Fn(Answered) -> f64) -> Option<f64> {
        self.mean(|answered| (probability(answered) - answered.outcome()).powi(2))
    }

    /// By how much the learner is surer than right.
    pub fn bias(&self) -> Option<f64> {
        self.mean(|answered| answered.probability() - answered.outcome())
    }

    fn noise(&self) -> Option<f64> {
        let variance = self.mean(|answered| answered.probability() * (1.0 - answered.probability()))?;
        Some((variance / self.count() as f64).sqrt())
    }

    fn mean(&self, of: impl Fn(Answered) -> f64) -> Option<f64> {
        self.is_enough().then(|| self.answers.iter().map(|answered| of(*answered)).sum::<f64>() / self.count() as f64)
    }

    /// Each of the four words.
    pub fn levels(&self) -> [Level; 4] {
        Sure::ALL.map(|sure| {
            let said: Vec<&Answered> = self.answers.iter().filter(|answered| answered.sure == sure).collect();
            let right = said.iter().filter(|answered| answered.right).count();
            let promised = match sure {
                Sure::Guess if said.is_empty() => None,
                Sure::Guess => Some(said.iter().map(|answered| answered.chance).sum::<f64>() / said.len() as f64),
                sure => Some(sure.probability(0.0)),
            };
            Level { sure, right, of: said.len(), promised }
        })
    }

    /// The bias in a sentence, of everything or of what the title names.
    pub fn in_words(&self, title: Option<&str>, words: &Words) -> Option<String> {
        let (bias, noise) = (self.bias()?, self.noise()?);
        let (words, points) = (words.sureness(), (bias.abs() * 100.0).round());
        let is_even = bias.abs() < SMALLEST_BIAS.max(noise);
        Some(match title {
            None if is_even => words.even().to_owned(),
            None if bias > 0.0 => words.surer(points),
            None => words.less_sure(points),
            Some(title) if is_even => words.even_on(title),
            Some(title) if bias > 0.0 => words.surer_on(points, title),
            Some(title) => words.less_sure_on(points, title),
        })
    }
}

/// The first answer to each question of each run that came with a word for how sure one was, with its lesson.
fn answers<'a>(course: &'a Course, progress: &'a Progress) -> impl Iterator<Item = (usize, Answered)> + 'a {
    said(course, progress).map(|(lesson, question, given, sure)| {
        let right = mark(question, &given.answer).is_right();
        (lesson, Answered { sure, chance: question.chance(), right })
    })
}

/// The same before it is marked. What the course no longer has cannot be marked and is left out.
fn said<'a>(course: &'a Course, progress: &'a Progress) -> impl Iterator<Item = (usize, &'a Question, &'a Given, Sure)> + 'a {
    let places = places(course);
    let asked = progress.runs().into_iter().flat_map(|(_, run)| run.questions.iter().map(move |id| (run, id)));
    asked.filter_map(move |(run, id)| {
        let (lesson, question) = *places.get(id)?;
        let given = run.first(id)?;
        Some((lesson, question, given, given.sure?))
    })
}

/// Each question with the place of its lesson.
fn places(course: &Course) -> HashMap<&Id, (usize, &Question)> {
    let mut places = HashMap::new();
    for (at, lesson) in course.lessons.iter().enumerate() {
        places.extend(lesson.questions().iter().map(|question| (&question.id, (at, question))));
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::ENGLISH;
    use proptest::prelude::*;

    fn of(said: &[(Sure, usize, usize)]) -> Calibration {
        let each = |&(sure, right, of): &(Sure, usize, usize)| {
            (0..of).map(move |nth| Answered { sure, chance: 0.25, right: nth < right })
        };
        Calibration::new(said.iter().flat_map(each).collect())
    }

    #[track_caller]
    fn check(said: &[(Sure, usize, usize)], brier: f64, bias: f64, words: &str) {
        let calibration = of(said);
        let is_near = |found: Option<f64>, expected: f64| found.is_some_and(|found| (found - expected).abs() < 1e-9);
        assert!(is_near(calibration.brier(), brier), "{:?}", calibration.brier());
        assert!(is_near(calibration.bias(), bias), "{:?}", calibration.bias());
        assert_eq!(calibration.in_words(None, &ENGLISH).as_deref(), Some(words));
    }

    #[test]
    fn scores_are_those_worked_out_by_hand() {
        check(&[(Sure::Certain, 7, 10)], 0.2725, 0.25, "You are about 25 points surer than right.");
        check(&[(Sure::Fairly, 8, 10)], 0.16, 0.0, "You are sure about as often as you are right.");
        check(&[(Sure::Guess, 10, 10)], 0.5625, -0.75, "You are about 75 points less sure than right.");
        check(&[(Sure::Maybe, 3, 5), (Sure::Certain, 5, 5)], 0.12125, -0.025, "You are sure about as often as you are right.");
        // Ten points are more than five, but ten answers are too few to tell them from chance, and forty are not.
        check(&[(Sure::Fairly, 7, 10)], 0.22, 0.1, "You are sure about as often as you are right.");
        check(&[(Sure::Fairly, 28, 40)], 0.22, 0.1, "You are about 10 points surer than right.");
    }

    #[test]
    fn the_same_answers_are_held_against_always_guessing_and_always_certain() {
        let calibration = of(&[(Sure::Fairly, 8, 10)]);
        let near = |found: Option<f64>, expected: f64| assert!((found.unwrap() - expected).abs() < 1e-9, "{found:?}");
        near(calibration.always_guessing(), 0.8 * 0.5625 + 0.2 * 0.0625);
        near(calibration.always_certain(), 0.8 * 0.0025 + 0.2 * 0.9025);
    }

    #[test]
    fn under_ten_answers_nothing_is_said() {
        let few = of(&[(Sure::Certain, 0, 9)]);
        assert_eq!((few.brier(), few.bias(), few.in_words(None, &ENGLISH), few.always_certain()), (None, None, None, None));
        assert!(
            of(&[(Sure::Certain, 0, 10)])
                .in_words(Some("Aligning"), &ENGLISH)
                .unwrap()
                .ends_with("surer than right on Aligning.")
        );
    }

    #[test]
    fn each_word_has_its_counts_and_its_promise() {
        let levels = of(&[(Sure::Guess, 1, 4), (Sure::Certain, 2, 2)]).levels();
        let counts: Vec<_> = levels.iter().map(|level| (level.right, level.of, level.promised)).collect();
        assert_eq!(counts, [(1, 4, Some(0.25)), (0, 0, Some(0.6)), (0, 0, Some(0.8)), (2, 2, Some(0.95))]);
        assert_eq!(of(&[]).levels()[0].promised, None);
    }

    fn any_answers() -> impl Strategy<Value = Calibration> {
        let one = (0..4_usize, 0.0..=1.0, any::<bool>());
        let one = one.prop_map(|(nth, chance, right)| Answered { sure: Sure::ALL[nth], chance, right });
        prop::collection::vec(one, 0..60).prop_map(Calibration::new)
    }

    proptest! {
        #[test]
        fn scores_stay_in_their_ranges(calibration in any_answers()) {
            for score in [calibration.brier(), calibration.always_guessing(), calibration.always_certain()] {
                prop_assert_eq!(score.is_some(), calibration.count() >= LEAST);
                prop_assert!(score.is_none_or(|score| (0.0..=1.0).contains(&score)));
            }
            prop_assert!(calibration.bias().is_none_or(|bias| (-1.0..=1.0).contains(&bias)));
            prop_assert!(calibration.noise().is_none_or(|noise| (0.0..=0.5).contains(&noise)));
            let levels = calibration.levels();
            prop_assert_eq!(levels.iter().map(|level| level.of).sum::<usize>(), calibration.count());
            prop_assert!(levels.iter().all(|level| level.right <= level.of));
        }

        /// The bias is never greater than the root of the score: the mean of squares is at least the square of the mean.
        #[test]
        fn the_bias_is_within_the_score(calibration in any_answers()) {
            if let (Some(brier), Some(bias)) = (calibration.brier(), calibration.bias()) {
                prop_assert!(bias * bias <= brier + 1e-12);
            }
        }

        #[test]
        fn one_more_right_answer_never_makes_anyone_look_surer_than_right(calibration in any_answers(), nth: prop::sample::Index) {
            prop_assume!(calibration.is_enough());
            let mut answers = calibration.answers.clone();
            let at = nth.index(answers.len());
            answers[at].right = true;
            prop_assert!(Calibration::new(answers).bias() <= calibration.bias());
        }
    }
}
