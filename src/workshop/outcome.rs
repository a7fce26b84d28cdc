//! What a session came to, as values: what was asked and how it fell, what each step took, and what to do otherwise next time. Every
//! number is one of the session's, which is one of its journal's.

use super::vote::{FEW, GATE, gain};
use super::{Moment, Poll, Round, Session};
use crate::course::Clean;
use crate::words::{self, Words};

/// What a session came to.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// What it was about.
    pub title: Clean,
    /// How many minutes it was to take.
    pub minutes: u32,
    /// How many milliseconds it took, without pauses.
    pub held: i64,
    /// How many people were there, as far as that was said.
    pub people: u32,
    /// What was asked and answered, in the order of the plan; a vote that was run again stands once for each run.
    pub asked: Vec<Asked>,
    /// The steps that have a time.
    pub steps: Vec<Ran>,
    /// Milliseconds of breaks that the plan does not have.
    pub rested: i64,
    /// What to do otherwise, in sentences.
    pub next_time: Vec<String>,
}

/// A poll and how it fell.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// What was asked.
    pub poll: Poll,
    /// The two rounds.
    pub rounds: [Round; 2],
    /// Which run of the vote it was, and of how many.
    pub run: (usize, usize),
}

/// A step that has a time, all in milliseconds.
#[derive(Clone, Debug, PartialEq)]
pub struct Ran {
    /// Its name in the agenda.
    pub title: Clean,
    /// What it was to take.
    pub plan: i64,
    /// What it took.
    pub took: i64,
    /// What it took in the last rehearsal of the same plan.
    pub rehearsed: Option<i64>,
    /// Whether it was dropped.
    pub is_dropped: bool,
}

/// More than this over its time is worth a word, in milliseconds; and so is this part of it.
const OVER: i64 = 60_000;
const PART: i64 = 5;
/// So many such steps are named.
const NAMED: usize = 3;
/// With less of the room voting, somebody could not or would not.
const QUIET: f64 = 0.7;
/// A gain below this is small (Hake, 1998, calls 0.3 the border of low gains).
const SMALL: f64 = 0.3;

impl Outcome {
    /// Of a session at a moment; `before` has what its steps took in a rehearsal.
    pub fn of(session: &Session, end: Moment, before: &[(String, i64)], words: &Words) -> Outcome {
        let plan = &session.plan;
        let step = |(nth, step): (usize, &super::Step)| Ran {
            title: step.title.clone(),
            plan: i64::from(step.seconds) * 1000,
            took: session.clock.in_step(nth, session.at, end) / 1000 * 1000,
            rehearsed: before.iter().find(|(name, _)| *name == step.name).map(|(_, took)| took / 1000 * 1000),
            is_dropped: session.dropped.contains(&nth),
        };
        let mut outcome = Outcome {
            title: plan.title.clone(),
            minutes: plan.minutes,
            held: session.clock.gone(session.at, end),
            people: session.people,
            asked: asked(session),
            steps: plan.steps.iter().enumerate().filter(|(_, step)| step.seconds > 0).map(step).collect(),
            rested: session.clock.rested(),
            next_time: Vec::new(),
        };
        outcome.next_time = next_time(words.held(), session, &outcome);
        outcome
    }
}

fn asked(session: &Session) -> Vec<Asked> {
    let has_votes = |rounds: &[Round; 2]| rounds.iter().any(|round| round.total() > 0);
    let polls = session.plan.polls.iter().enumerate();
    polls
        .flat_map(|(nth, poll)| {
            let earlier = session.earlier.iter().filter(|(poll, _)| *poll == nth).map(|(_, rounds)| rounds);
            let runs: Vec<&[Round; 2]> = earlier.chain(session.rounds(nth)).filter(|rounds| has_votes(rounds)).collect();
            let of = runs.len();
            let one = move |(run, rounds): (usize, &[Round; 2])| Asked {
                poll: poll.clone(),
                rounds: rounds.clone(),
                run: (run + 1, of),
            };
            runs.into_iter().enumerate().map(one).collect::<Vec<_>>()
        })
        .collect()
}

impl Asked {
    /// The normalised gain, where the poll has a key and both rounds had voters enough.
    pub fn gain(&self) -> Option<f64> {
        let [first, second] = &self.rounds;
        gain(first, second, self.poll.key()?)
    }

    /// How many more chose a line in the second round; nothing where there was none.
    pub fn shift(&self, line: usize) -> Option<i64> {
        let [first, second] = &self.rounds;
        let count = |round: &Round| i64::from(round.counts.get(line).copied().unwrap_or(0));
        (first.total() > 0 && second.total() > 0).then(|| count(second) - count(first))
    }
}

/// What to do otherwise: about time first, then about what was asked.
fn next_time(words: words::Held, session: &Session, outcome: &Outcome) -> Vec<String> {
    let mut said = times(words, outcome);
    let last = outcome.asked.iter().filter(|asked| asked.run.0 == asked.run.1);
    said.extend(last.flat_map(|asked| votes(words, session, asked)));
    said
}

fn times(words: words::Held, outcome: &Outcome) -> Vec<String> {
    let mut said = Vec::new();
    let over = outcome.held - i64::from(outcome.minutes) * 60_000;
    if over >= OVER {
        said.push(words.longer(minutes(over)));
    }
    if over < -(i64::from(outcome.minutes) * 60_000 / PART) {
        said.push(words.shorter(minutes(-over)));
    }
    let mut late: Vec<&Ran> = outcome.steps.iter().filter(|step| step.took - step.plan >= OVER.max(step.plan / PART)).collect();
    late.sort_by_key(|step| std::cmp::Reverse(step.took - step.plan));
    for step in late.into_iter().take(NAMED) {
        said.push(words.took(&step.title, minutes(step.took), minutes(step.plan)));
    }
    let dropped: Vec<String> =
        outcome.steps.iter().filter(|step| step.is_dropped).map(|step| words.quoted(&step.title)).collect();
    if !dropped.is_empty() {
        said.push(words.dropped_stages(dropped.join(", ")));
    }
    said
}

fn votes(words: words::Held, session: &Session, asked: &Asked) -> Vec<String> {
    let [first, second] = &asked.rounds;
    let mut said = Vec::new();
    let most = first.total().max(second.total());
    if session.people > 0 && f64::from(most) < f64::from(session.people) * QUIET {
        said.push(words.few_took_part(most, session.people, &asked.poll.asks));
    }
    let Some(key) = asked.poll.key() else { return said };
    if let Some(part) = first.part(key).filter(|part| *part > GATE.1) {
        said.push(words.right_at_once((part * 100.0).round()));
    }
    if let (Some(part), Some(gain)) = (second.part(key), asked.gain())
        && gain < SMALL
        && part <= GATE.1
    {
        let part = (part * 100.0).round();
        said.push(match gain {
            ..0.0 => words.pairs_fewer(part),
            0.0 => words.pairs_same(part),
            _ => words.pairs_small(part),
        });
    }
    let grown = (0..asked.poll.len()).filter(|line| *line != key && second.total() >= FEW);
    let grown = grown.filter_map(|line| Some((line, asked.shift(line)?))).filter(|(_, shift)| *shift > 0);
    if let Some((line, shift)) = grown.max_by_key(|(_, shift)| *shift) {
        said.push(words.wrong_won(super::agenda::letter(line), shift));
    }
    said
}

/// `3:05`.
pub fn minutes(milliseconds: i64) -> String {
    let seconds = milliseconds / 1000;
    format!("{}:{:02}", seconds / 60, seconds % 60)
}
