//! Marking: an answer against its question. Nothing else decides what is right.

use super::question::{Answer, Kind, Question};

/// What an answer is worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// For each choice, in the author's order: was it rightly picked, or rightly left?
    pub judged: Vec<bool>,
    /// How many points were earned.
    pub earned: usize,
    /// How many there were.
    pub of: usize,
}

impl Verdict {
    /// Everything earned.
    pub fn is_right(&self) -> bool {
        self.earned == self.of
    }
}

/// Marks an answer. A `choice` and a `truefalse` are worth one point; a `multiple` is worth one for each choice, because
/// each is judged by itself: ticking what belongs and leaving what does not both count.
pub fn mark(question: &Question, answer: &Answer) -> Verdict {
    let Answer::Picked(picked) = answer;
    let choices = question.choices();
    let judged: Vec<bool> = choices.iter().enumerate().map(|(at, choice)| picked.contains(&at) == choice.correct).collect();
    let (earned, of) = match question.kind {
        Kind::Choice(_) | Kind::TrueFalse(_) => (usize::from(!judged.is_empty() && judged.iter().all(|right| *right)), 1),
        Kind::Multiple(_) => (judged.iter().filter(|right| **right).count(), judged.len()),
    };
    Verdict { judged, earned, of }
}

#[cfg(test)]
mod tests {
    use super::super::{Prose, question};
    use super::*;

    fn ask(kind: fn(Vec<question::Choice>) -> Kind, key: &[usize], of: usize) -> Question {
        let choice = |at| question::Choice { text: Prose::new("c"), correct: key.contains(&at), why: Prose::default() };
        let kind = kind((0..of).map(choice).collect());
        Question {
            id: super::super::Id::new("q").unwrap(),
            fingerprint: question::fingerprint(&Prose::default(), &kind),
            kind,
            objective: None,
            pole: question::Pole::Both,
            uses: Vec::new(),
            difficulty: 1,
            prompt: Prose::default(),
            hints: Vec::new(),
            explain: Prose::default(),
            difference: Prose::default(),
            see: None,
        }
    }

    #[track_caller]
    fn check(question: &Question, picked: &[usize], earned: usize, of: usize) {
        let verdict = mark(question, &Answer::Picked(picked.to_vec()));
        assert_eq!((verdict.earned, verdict.of), (earned, of));
    }

    #[test]
    fn one_right_choice_is_one_point() {
        let question = ask(Kind::Choice, &[2], 4);
        check(&question, &[2], 1, 1);
        check(&question, &[1], 0, 1);
        check(&question, &[], 0, 1);
        check(&question, &[1, 2], 0, 1);
        check(&question, &[9], 0, 1);
    }

    #[test]
    fn each_choice_of_several_is_judged_by_itself() {
        let question = ask(Kind::Multiple, &[0, 2, 3], 4);
        check(&question, &[0, 2, 3], 4, 4);
        check(&question, &[0, 3], 3, 4);
        check(&question, &[], 1, 4);
        check(&question, &[1], 0, 4);
    }
}
