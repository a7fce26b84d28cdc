//! Votes: polls, rounds counted by hands, and what the counts mean. Closing freezes a round for ever; only the last opened one takes
//! votes. Per cents are for five voters and more.

use crate::course::Clean;
use crate::course::question::LINE;

/// Something the room is asked, twice.
#[derive(Clone, Debug, PartialEq)]
pub struct Poll {
    /// The name in the journal: that of the question, or `line`.
    pub name: String,
    /// What is asked, in one sentence.
    pub asks: Clean,
    /// What leads to it.
    pub case: Clean,
    /// What may be chosen.
    pub kind: PollKind,
    /// Whether it is asked at the beginning and again at the end: nothing of it is shown between.
    pub returns: bool,
    /// What to say when few are right: for the facilitator alone.
    pub reteach: Clean,
}

/// What may be chosen.
#[derive(Clone, Debug, PartialEq)]
pub enum PollKind {
    /// Lines with letters, one of which is right.
    Choices(Vec<Choosable>),
    /// A place between two poles.
    Line {
        /// Management's end.
        left: Clean,
        /// Leadership's end.
        right: Clean,
    },
}

/// A line that may be chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Choosable {
    /// What it says.
    pub text: Clean,
    /// Whether it is the key.
    pub is_key: bool,
    /// Why, in a sentence.
    pub why: Clean,
}

impl Poll {
    /// How many lines, or places, there are.
    pub fn len(&self) -> usize {
        match &self.kind {
            PollKind::Choices(options) => options.len(),
            PollKind::Line { .. } => usize::from(LINE) + 1,
        }
    }

    /// Whether nothing may be chosen.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether it has places and no key.
    pub fn is_line(&self) -> bool {
        matches!(self.kind, PollKind::Line { .. })
    }

    /// Its lines; none for a line between poles.
    pub fn options(&self) -> &[Choosable] {
        match &self.kind {
            PollKind::Choices(options) => options,
            PollKind::Line { .. } => &[],
        }
    }

    /// The right one.
    pub fn key(&self) -> Option<usize> {
        self.options().iter().position(|option| option.is_key)
    }
}

/// One round of a poll.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Round {
    /// Hands for each line.
    pub counts: Vec<u32>,
    /// Whether it was ever opened.
    pub is_opened: bool,
    /// Whether it takes no more votes, ever.
    pub is_closed: bool,
    before: Vec<Vec<u32>>,
}

/// With fewer voters there are counts, no per cents.
pub const FEW: u32 = 5;

impl Round {
    /// A round of a poll that was not opened yet.
    pub fn new(poll: &Poll) -> Round {
        Round { counts: vec![0; poll.len()], ..Round::default() }
    }

    /// Whether it takes votes.
    pub fn is_open(&self) -> bool {
        self.is_opened && !self.is_closed
    }

    /// One hand more.
    pub fn vote(&mut self, choice: usize) {
        let before = self.counts.clone();
        if let Some(count) = self.counts.get_mut(choice) {
            *count = count.saturating_add(1);
            self.before.push(before);
        }
    }

    /// The hands of all lines; what is missing is nought.
    pub fn count(&mut self, counts: &[u32]) {
        self.before.push(self.counts.clone());
        for (at, count) in self.counts.iter_mut().enumerate() {
            *count = counts.get(at).copied().unwrap_or(0);
        }
    }

    /// Takes the last hand or count back.
    pub fn undo(&mut self) {
        if let Some(before) = self.before.pop() {
            self.counts = before;
        }
    }

    /// Whether there is something to take back.
    pub fn can_undo(&self) -> bool {
        !self.before.is_empty()
    }

    /// How many have voted.
    pub fn total(&self) -> u32 {
        self.counts.iter().fold(0, |sum, count| sum.saturating_add(*count))
    }

    /// The part that chose a line, from 0 to 1; nothing where too few voted.
    pub fn part(&self, choice: usize) -> Option<f64> {
        let total = self.total();
        (total >= FEW).then(|| f64::from(self.counts.get(choice).copied().unwrap_or(0)) / f64::from(total))
    }

    /// Where the middle of the room stands on a line, and from where to where half of it does.
    pub fn middle(&self) -> Option<(usize, usize, usize)> {
        let total = self.total();
        let place = |part: f64| {
            let wanted = ((f64::from(total) * part).ceil() as u32).max(1);
            let mut seen = 0;
            self.counts.iter().position(|count| {
                seen += count;
                seen >= wanted
            })
        };
        Some((place(0.5)?, place(0.25)?, place(0.75)?))
    }
}

/// What the console advises after the first round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Advice {
    /// Too few are right to convince the others: show the contrast again.
    Teach,
    /// Enough are right, and enough are not: let them convince each other.
    Pairs,
    /// Most are right: reveal, and keep the minutes.
    Reveal,
}

/// Below the first, teach; above the second, reveal (Crouch and Mazur, ten years of peer instruction).
pub const GATE: (f64, f64) = (0.30, 0.80);

impl Advice {
    /// What a first round asks for. Few voters always get pairs: one of five is no measure.
    pub fn of(poll: &Poll, first: &Round) -> Option<Advice> {
        let key = poll.key()?;
        if first.total() == 0 {
            return None;
        }
        Some(match first.part(key) {
            Some(part) if part < GATE.0 => Advice::Teach,
            Some(part) if part > GATE.1 => Advice::Reveal,
            _ => Advice::Pairs,
        })
    }
}

/// The normalised gain: how much of what there was to gain was gained. Nothing where nothing was to gain or too few voted.
pub fn gain(first: &Round, second: &Round, key: usize) -> Option<f64> {
    let (before, after) = (first.part(key)?, second.part(key)?);
    (before < 1.0).then(|| (after - before) / (1.0 - before))
}
