//! Questions: what is asked, what may be chosen, and why each choice is right or not.
//!
//! A new kind of question touches, in this order: `course/question.rs` (its data), `course/read/kinds.rs` (how its author writes it) with
//! `course/problem.rs` (what may be wrong with it), `course/mark.rs` (what an answer is worth), `app/work.rs` (the answer in the making
//! and its keys), `app/sheet/kinds.rs` (what it looks like) and `store/sitting/answer.rs` (how its answer is written down). The
//! compiler leads from each to the next.

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
    /// Rules of writing that do not hold for it, each for a reason that stands in the file.
    pub allow: Vec<Box<str>>,
    /// Where its id stands in its file.
    pub at: std::ops::Range<usize>,
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
    /// Lines that go into bins.
    Classify {
        /// The bins.
        bins: Vec<Prose>,
        /// The lines.
        items: Vec<Item>,
    },
    /// Parts that get a sentence each; some sentences may be left over.
    Match {
        /// The parts, each with its sentence.
        pairs: Vec<Pair>,
        /// Sentences that belong to none, with the reason.
        extra: Vec<Spare>,
    },
    /// Steps in the right order.
    Order(Vec<Step>),
    /// A word or two that are typed.
    Short {
        /// What is right; the first is shown.
        accept: Vec<Box<str>>,
        /// What is not, with its own reason.
        reject: Vec<Spare>,
    },
    /// An answer in one's own words, compared with a model by oneself.
    Open {
        /// The model.
        model: Prose,
        /// What one looks for in one's own.
        checklist: Vec<Prose>,
    },
    /// A situation that goes on according to what one does.
    Scenario(Vec<Scene>),
    /// A place on a line between two poles, without a key.
    Stance {
        /// The left pole.
        left: Prose,
        /// The right pole.
        right: Prose,
    },
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

/// A line that goes into a bin.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// What it says.
    pub text: Prose,
    /// Its bin.
    pub bin: usize,
    /// Bins that can be argued for as well.
    pub also: Vec<usize>,
    /// Why it goes there.
    pub why: Prose,
}

/// A part and its sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// The part.
    pub left: Prose,
    /// Its sentence.
    pub right: Prose,
    /// Why they belong together.
    pub why: Prose,
}

/// Something that is offered or expected and not right.
#[derive(Clone, Debug, PartialEq)]
pub struct Spare {
    /// What it says.
    pub text: Prose,
    /// Why it is not right.
    pub why: Prose,
}

/// A step.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What it says.
    pub text: Prose,
    /// Why it stands where it does.
    pub why: Prose,
}

/// A scene of a scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// What happens.
    pub text: Prose,
    /// What one may do.
    pub choices: Vec<Way>,
}

/// Something one may do in a scene.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    /// What one does.
    pub text: Prose,
    /// What comes of it.
    pub outcome: Prose,
    /// What it is worth, in hundredths.
    pub score: u8,
    /// The scene it leads to; the end where there is none.
    pub next: Option<usize>,
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

/// When a quiz tells what was right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Mode {
    /// After each answer.
    #[default]
    Immediate,
    /// At the end.
    HeldBack,
    /// After each answer; what is not right is asked again until it is.
    MustPass,
}

impl Mode {
    /// Every mode with its name.
    pub const ALL: [(Mode, &'static str); 3] =
        [(Mode::Immediate, "immediate"), (Mode::HeldBack, "held-back"), (Mode::MustPass, "must-pass")];

    /// The mode of that name.
    pub fn named(name: &str) -> Option<Mode> {
        Mode::ALL.into_iter().find(|(_, known)| *known == name).map(|(mode, _)| mode)
    }
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

/// What a learner answered; positions count from 0 in the author's order, whatever order the screen drew. It may be half made: then
/// some of it is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The choices that were picked, in rising order.
    Picked(Vec<usize>),
    /// For each line its bin, for each part its sentence (spare ones count on after the pairs'), as far as it has one.
    Placed(Vec<Option<usize>>),
    /// The steps in the order that was given to them.
    Ordered(Vec<usize>),
    /// What was typed, and the lines of the checklist that one finds in it.
    Written(String, Vec<usize>),
    /// The way that was taken in each scene one came to.
    Walked(Vec<usize>),
    /// The place on the line, from 0 (left) to `LINE` (right).
    Leaned(u8),
}

/// How many steps a stance line has.
pub const LINE: u8 = 10;

impl Question {
    /// What may be picked, in the author's order; nothing where nothing is picked.
    pub fn choices(&self) -> &[Choice] {
        match &self.kind {
            Kind::Choice(choices) | Kind::Multiple(choices) | Kind::TrueFalse(choices) => choices,
            _ => &[],
        }
    }

    /// How many things the screen draws in an order of its own.
    pub fn drawable(&self) -> usize {
        match &self.kind {
            Kind::Choice(choices) | Kind::Multiple(choices) | Kind::TrueFalse(choices) => choices.len(),
            Kind::Classify { items, .. } => items.len(),
            Kind::Match { pairs, extra } => pairs.len() + extra.len(),
            Kind::Order(steps) => steps.len(),
            Kind::Short { .. } | Kind::Open { .. } | Kind::Scenario(_) | Kind::Stance { .. } => 0,
        }
    }

    /// Whether that order is drawn anew: true before false is an order people expect.
    pub fn is_shuffled(&self) -> bool {
        !matches!(self.kind, Kind::TrueFalse(_))
    }

    /// Whether more than one choice may be picked.
    pub fn takes_several(&self) -> bool {
        matches!(self.kind, Kind::Multiple(_))
    }

    /// Whether there is something to be sure of: a key that is not one's own judgement.
    pub fn has_key(&self) -> bool {
        !matches!(self.kind, Kind::Open { .. } | Kind::Scenario(_) | Kind::Stance { .. })
    }

    /// How often blind chance is right, from 0 to 1: what “guess” says about one's own answer.
    pub fn chance(&self) -> f64 {
        match &self.kind {
            Kind::Choice(choices) | Kind::TrueFalse(choices) => 1.0 / choices.len().max(1) as f64,
            _ => 0.0,
        }
    }

    /// Whether it is asked there.
    pub fn is_for(&self, place: Use) -> bool {
        self.uses.contains(&place)
    }

    /// The name of its kind, as an author writes it.
    pub fn kind_name(&self) -> &'static str {
        kind_name(&self.kind)
    }
}

fn kind_name(kind: &Kind) -> &'static str {
    match kind {
        Kind::Choice(_) => "choice",
        Kind::Multiple(_) => "multiple",
        Kind::TrueFalse(_) => "truefalse",
        Kind::Classify { .. } => "classify",
        Kind::Match { .. } => "match",
        Kind::Order(_) => "order",
        Kind::Short { .. } => "short",
        Kind::Open { .. } => "open",
        Kind::Scenario(_) => "scenario",
        Kind::Stance { .. } => "stance",
    }
}

/// The fingerprint of a question: what is asked, what may be chosen, and which of it is right.
pub fn fingerprint(prompt: &Prose, kind: &Kind) -> Fingerprint {
    let mut fields: Vec<&str> = vec![kind_name(kind), prompt.written()];
    let key = |correct: bool| if correct { "key" } else { "" };
    match kind {
        Kind::Choice(choices) | Kind::Multiple(choices) | Kind::TrueFalse(choices) => {
            fields.extend(choices.iter().flat_map(|choice| [choice.text.written(), key(choice.correct)]));
        }
        Kind::Classify { bins, items } => {
            let bin = |item: &Item| bins.get(item.bin).map_or("", Prose::written);
            fields.extend(items.iter().flat_map(|item| [item.text.written(), bin(item)]));
        }
        Kind::Match { pairs, extra } => {
            fields.extend(pairs.iter().flat_map(|pair| [pair.left.written(), pair.right.written()]));
            fields.extend(extra.iter().map(|spare| spare.text.written()));
        }
        Kind::Order(steps) => fields.extend(steps.iter().map(|step| step.text.written())),
        Kind::Short { accept, .. } => fields.extend(accept.iter().map(|text| &**text)),
        Kind::Open { model, checklist } => {
            fields.push(model.written());
            fields.extend(checklist.iter().map(Prose::written));
        }
        Kind::Scenario(scenes) => {
            for scene in scenes {
                fields.push(scene.text.written());
                fields.extend(scene.choices.iter().map(|way| way.text.written()));
            }
        }
        Kind::Stance { left, right } => fields.extend([left.written(), right.written()]),
    }
    Fingerprint::of(fields)
}
