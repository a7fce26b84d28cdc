//! What is to happen in a session: steps in order, each with its stage and its seconds. Made by `agenda`; a journal names steps.

use super::{Poll, Slide};
use crate::course::{Clean, Fingerprint, Id};

/// The plan of a session.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// What it is about.
    pub title: Clean,
    /// The course it is from.
    pub course: Clean,
    /// How many minutes it takes in all.
    pub minutes: u32,
    /// The lessons it is made from.
    pub lessons: Vec<Id>,
    /// What happens, in order. The first is the lobby, the last the close.
    pub steps: Vec<Step>,
    /// The slides.
    pub slides: Vec<Slide>,
    /// What the room is asked.
    pub polls: Vec<Poll>,
    /// What each is asked to write down at the end.
    pub commit: Clean,
    /// Seconds that belong to no step.
    pub slack: u32,
}

/// A step of the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// By which the journal names it.
    pub name: String,
    /// As the agenda shows it.
    pub title: Clean,
    /// How long it should take; nought where no clock runs.
    pub seconds: u32,
    /// What the room sees.
    pub stage: Stage,
    /// For the facilitator alone.
    pub notes: Vec<Clean>,
}

/// What the room sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// People come in.
    Lobby,
    /// A slide.
    Slide(usize),
    /// A vote: on which poll, and in which round, counted from 0.
    Vote {
        /// The poll.
        poll: usize,
        /// The round.
        round: usize,
    },
    /// The first round is closed; the facilitator decides how to go on.
    Gate(usize),
    /// Pairs talk about a poll.
    Pairs(usize),
    /// Both rounds of a poll.
    Reveal(usize),
    /// The room talks about a poll.
    Debrief(usize),
    /// A break.
    Break,
    /// One sentence for next week.
    Commit,
    /// The end.
    Close,
}

impl Step {
    /// Whether the room discusses a prompt of a script.
    pub fn is_discussion(&self) -> bool {
        self.name.starts_with("discuss-")
    }
}

impl Stage {
    /// The poll it is about.
    pub fn poll(self) -> Option<usize> {
        match self {
            Stage::Vote { poll, .. } => Some(poll),
            Stage::Gate(poll) | Stage::Pairs(poll) | Stage::Reveal(poll) => Some(poll),
            _ => None,
        }
    }
}

impl Plan {
    /// The stages in order.
    pub fn stages(&self) -> impl Iterator<Item = Stage> + '_ {
        self.steps.iter().map(|step| step.stage)
    }

    /// A number that changes with what is said, asked and planned: tells whether two programs show the same.
    pub fn fingerprint(&self) -> Fingerprint {
        let points = |slide: &'_ Slide| slide.points.iter().map(|point| point.text.to_string()).collect::<Vec<_>>();
        let options = |poll: &'_ Poll| poll.options().iter().map(|option| option.text.to_string()).collect::<Vec<_>>();
        let steps = self.steps.iter().flat_map(|step| [step.name.clone(), step.seconds.to_string()]);
        let slides = self.slides.iter().flat_map(points);
        let polls = self.polls.iter().flat_map(|poll| [vec![poll.asks.to_string()], options(poll)].concat());
        let fields: Vec<String> = steps.chain(slides).chain(polls).collect();
        Fingerprint::of(fields.iter().map(String::as_str))
    }

    /// The step of this name.
    pub fn named(&self, name: &str) -> Option<usize> {
        self.steps.iter().position(|step| step.name == name)
    }

    /// The contrast card before a step: what is shown when a room has to be taught again.
    pub fn card_before(&self, step: usize) -> Option<usize> {
        let is_slide = |at: &usize| {
            let slide = self.steps.get(*at).and_then(|step| match step.stage {
                Stage::Slide(nth) => self.slides.get(nth),
                _ => None,
            });
            slide.is_some_and(|slide| slide.is_card)
        };
        (0..step).rev().find(is_slide)
    }
}
