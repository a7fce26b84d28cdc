//! Questions: what is asked, what may be chosen, and why each choice is right or not.
//!
//! A new kind of question touches, in this order: `course/question.rs` (its data), `course/read/quiz.rs` (how its author writes it) with
//! `course/problem.rs` (what may be wrong with it), `course/mark.rs` (when it is right), `app/keymap.rs` and `app/quiz.rs` (its keys),
//! `app/sheet/quiz.rs` (what it looks like) and `store/sitting.rs` (how its answer is written down). The compiler leads from each to
//! the next: every match over `Kind` and `Answer` names all of them.

use super::{Fingerprint, Id, Prose};

/// One question of a quiz.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// The learner's history hangs on it.
    pub id: Id,
    /// What kind of question, with what belongs to that kind.
    pub kind: Kind,
    /// The objective it tests.
    pub objective: Option<Id>,
    /// The pole for which its key speaks.
    pub pole: Pole,
    /// Where it is asked.
    pub uses: Vec<Use>,
    /// 1 recall, 2 apply, 3 judge a case.
    pub difficulty: u8,
    /// What is asked.
    pub prompt: Prose,
    /// Help in steps.
    pub hints: Vec<Prose>,
    /// Shown after any answer.
    pub explain: Prose,
    /// What parts the key from its nearest rival.
    pub difference: Prose,
    /// The heading of the lesson under which the answer stands.
    pub see: Option<Box<str>>,
    /// Changes when the wording does.
    pub fingerprint: Fingerprint,
}

/// The kinds of questions, with their data.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// One choice is right.
    Choice(Vec<Choice>),
    /// Several may be right; each is judged by itself.
    Multiple(Vec<Choice>),
    /// A statement: the first choice says it is true, the second that it is false.
    TrueFalse(Vec<Choice>),
}

/// Something that may be chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// What it says.
    pub text: Prose,
    /// Whether it belongs to the key.
    pub correct: bool,
    /// Why it is right, or why it tempts and falls short.
    pub why: Prose,
}

/// Which kind of work the key of a question speaks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Pole {
    /// Management.
    Management,
    /// Leadership.
    Leadership,
    /// Both, or neither more than the other.
    #[default]
    Both,
}

/// Where a question is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// Before the lesson.
    Before,
    /// In the text.
    Check,
    /// In the quiz after the lesson.
    Quiz,
    /// In spaced review.
    Review,
    /// In a room.
    Workshop,
}

/// What a learner answered; positions count from 0 in the author's order, whatever order the screen drew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The choices that were picked, in rising order.
    Picked(Vec<usize>),
}

impl Question {
    /// What may be chosen, in the author's order.
    pub fn choices(&self) -> &[Choice] {
        match &self.kind {
            Kind::Choice(choices) | Kind::Multiple(choices) | Kind::TrueFalse(choices) => choices,
        }
    }

    /// Whether the order of the choices is drawn anew: true before false is an order people expect.
    pub fn is_shuffled(&self) -> bool {
        match self.kind {
            Kind::Choice(_) | Kind::Multiple(_) => true,
            Kind::TrueFalse(_) => false,
        }
    }

    /// Whether more than one choice may be picked.
    pub fn takes_several(&self) -> bool {
        match self.kind {
            Kind::Multiple(_) => true,
            Kind::Choice(_) | Kind::TrueFalse(_) => false,
        }
    }

    /// Whether it is asked there.
    pub fn is_for(&self, place: Use) -> bool {
        self.uses.contains(&place)
    }
}

/// The fingerprint of a question: what is asked, what may be chosen, and which of it is right.
pub fn fingerprint(prompt: &Prose, kind: &Kind) -> Fingerprint {
    let (name, choices) = match kind {
        Kind::Choice(choices) => ("choice", choices),
        Kind::Multiple(choices) => ("multiple", choices),
        Kind::TrueFalse(choices) => ("truefalse", choices),
    };
    let of_choice = |choice: &'_ Choice| if choice.correct { "key" } else { "" };
    let fields = choices.iter().flat_map(|choice| [choice.text.written(), of_choice(choice)]);
    Fingerprint::of([name, prompt.written()].into_iter().chain(fields))
}
