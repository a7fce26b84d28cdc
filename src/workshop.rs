//! A session in a room as a pure machine: where it stands, what was counted, how late it is. It changes by events alone, so that
//! replaying a journal is the same as having been there. Knows the course; no file, no clock and no terminal: time comes in.

pub mod agenda;
pub mod event;
pub mod outcome;
pub mod plan;
pub mod proposal;
pub mod rehearsal;
pub mod slide;
pub mod time;
pub mod vote;

pub use event::{Deed, Event, Moment};
pub use outcome::Outcome;
pub use plan::{Plan, Stage, Step};
pub use proposal::{Proposal, Proposed, Reason};
pub use rehearsal::{Crowd, Rehearsal};
pub use slide::Slide;
pub use time::Clock;
pub use vote::{Advice, Poll, PollKind, Round};

/// A session as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    /// What is to happen.
    pub plan: Plan,
    /// How many people are in the room, as far as that was said.
    pub people: u32,
    /// The step that is shown.
    pub at: usize,
    /// How many points of the slide are shown.
    pub shown: usize,
    /// What covers the screen.
    pub cover: Option<Cover>,
    /// Both rounds of every poll.
    pub rounds: Vec<[Round; 2]>,
    /// Votes that were run again: which poll, and what its rounds were before.
    pub earlier: Vec<(usize, [Round; 2])>,
    /// The time that went by.
    pub clock: Clock,
    /// Steps that were dropped to catch up.
    pub dropped: Vec<usize>,
    /// So many events made it.
    pub revision: usize,
}

/// What covers the screen while the session stands where it stood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cover {
    /// Nothing is shown; the clock runs.
    Blank,
    /// A pause: the clock stands.
    Pause,
    /// A break that the plan does not have: the stage waits, the minutes go by.
    Break,
}

impl Session {
    /// A session that waits in its lobby.
    pub fn new(plan: Plan, people: u32, begins: Moment) -> Session {
        let rounds = plan.polls.iter().map(|poll| [Round::new(poll), Round::new(poll)]).collect();
        let clock = Clock::new(plan.steps.len(), begins);
        Session {
            people,
            at: 0,
            shown: 1,
            cover: None,
            rounds,
            earlier: Vec::new(),
            clock,
            dropped: Vec::new(),
            revision: 0,
            plan,
        }
    }

    /// Something happened; the same for what is replayed and for what happens now.
    pub fn apply(&mut self, event: &Event) {
        self.revision += 1;
        match &event.deed {
            Deed::Went(name) => self.go(name, event.at),
            Deed::Showed(points) => self.shown = *points,
            Deed::Voted(choice) => self.open_round().into_iter().for_each(|round| round.vote(*choice)),
            Deed::Counted(counts) => self.open_round().into_iter().for_each(|round| round.count(counts)),
            Deed::Undone => self.open_round().into_iter().for_each(Round::undo),
            Deed::Covered(cover) => {
                self.cover = Some(*cover);
                match cover {
                    Cover::Pause => self.clock.stop(event.at),
                    Cover::Blank => self.clock.go_on(event.at),
                    Cover::Break => self.clock.rest(event.at),
                }
            }
            Deed::Uncovered => {
                self.cover = None;
                self.clock.go_on(event.at);
            }
            Deed::More(seconds) if self.cover == Some(Cover::Break) => self.clock.rest_longer(*seconds),
            Deed::More(seconds) => self.clock.add(self.at, *seconds),
            Deed::People(people) => self.people = *people,
            Deed::Again(name) => self.run_again(name, event.at),
            Deed::Restored(names) => {
                let restored: Vec<usize> = names.iter().filter_map(|name| self.plan.named(name)).collect();
                self.dropped.retain(|step| !restored.contains(step));
            }
            Deed::Dropped(names) => {
                let dropped = names.iter().filter_map(|name| self.plan.named(name)).filter(|step| *step > self.at);
                self.dropped.extend(dropped.collect::<Vec<_>>());
            }
        }
    }

    /// Goes to a step. A round that was open and is left behind is closed for ever.
    fn go(&mut self, name: &str, at: Moment) {
        let Some(to) = self.plan.named(name) else { return };
        self.clock.leave(self.at, at);
        for (step, stage) in self.plan.stages().enumerate().take(to) {
            if let Stage::Vote { poll, round } = stage
                && step < to
                && let Some(round) = self.rounds.get_mut(poll).and_then(|rounds| rounds.get_mut(round))
            {
                round.is_closed |= round.is_opened;
            }
        }
        let is_back = to < self.at;
        (self.at, self.cover) = (to, None);
        self.shown = if is_back { self.points() } else { 1 };
        if let Stage::Vote { poll, round } = self.stage()
            && let Some([first, second]) = self.rounds.get_mut(poll)
        {
            match round {
                0 => first.is_opened = true,
                _ => second.is_opened |= first.is_closed,
            }
        }
    }

    /// A vote is run again: what it was stays, and the first round begins anew.
    fn run_again(&mut self, name: &str, at: Moment) {
        let Some(poll) = self.plan.polls.iter().position(|poll| poll.name == name) else { return };
        let Some(first) = self.plan.stages().position(|stage| stage == Stage::Vote { poll, round: 0 }) else { return };
        if let (Some(asked), Some(rounds)) = (self.plan.polls.get(poll), self.rounds.get_mut(poll)) {
            let fresh = [Round::new(asked), Round::new(asked)];
            let mut before = std::mem::replace(rounds, fresh);
            before.iter_mut().for_each(|round| round.is_closed |= round.is_opened);
            self.earlier.push((poll, before));
        }
        let name = self.plan.steps.get(first).map(|step| step.name.clone()).unwrap_or_default();
        self.go(&name, at);
    }

    /// The number of the run of a poll that goes on, counted from 1.
    pub fn run(&self, poll: usize) -> usize {
        1 + self.earlier.iter().filter(|(before, _)| *before == poll).count()
    }

    /// Runs the vote again that the step is about; not a line that comes back by itself.
    pub fn again(&self) -> Option<Deed> {
        let (nth, poll) = self.poll()?;
        let is_asked = self.rounds(nth).is_some_and(|rounds| rounds.iter().any(|round| round.total() > 0));
        (is_asked && !poll.returns).then(|| Deed::Again(poll.name.clone()))
    }

    /// The step that is shown.
    pub fn step(&self) -> Option<&Step> {
        self.plan.steps.get(self.at)
    }

    /// Its stage.
    pub fn stage(&self) -> Stage {
        self.step().map_or(Stage::Close, |step| step.stage)
    }

    /// The slide that is shown.
    pub fn slide(&self) -> Option<&Slide> {
        match self.stage() {
            Stage::Slide(nth) => self.plan.slides.get(nth),
            _ => None,
        }
    }

    fn points(&self) -> usize {
        self.slide().map_or(1, |slide| slide.points.len().max(1))
    }

    /// Both rounds of a poll.
    pub fn rounds(&self, poll: usize) -> Option<&[Round; 2]> {
        self.rounds.get(poll)
    }

    /// The round that takes votes now.
    pub fn open(&self) -> Option<&Round> {
        let Stage::Vote { poll, round } = self.stage() else { return None };
        self.rounds.get(poll)?.get(round).filter(|round| round.is_open())
    }

    fn open_round(&mut self) -> Option<&mut Round> {
        let Stage::Vote { poll, round } = self.stage() else { return None };
        self.rounds.get_mut(poll)?.get_mut(round).filter(|round| round.is_open())
    }

    /// The poll that the step is about.
    pub fn poll(&self) -> Option<(usize, &Poll)> {
        let nth = self.stage().poll()?;
        Some((nth, self.plan.polls.get(nth)?))
    }

    /// What comes next: another point of the slide, or another step. A covered screen is uncovered first.
    pub fn next(&self) -> Option<Deed> {
        if self.cover.is_some() {
            return Some(Deed::Uncovered);
        }
        if self.shown < self.points() {
            return Some(Deed::Showed(self.shown + 1));
        }
        self.next_step().map(|step| self.to(step))
    }

    /// The step after this one. Whoever went back comes again to what is still open, past votes that are closed.
    pub fn next_step(&self) -> Option<usize> {
        (self.at + 1..self.plan.steps.len()).find(|step| !self.dropped.contains(step) && !self.is_done(*step))
    }

    /// Whether a step has nothing left to do. After teaching again that holds for the pairs, too: with so few in the right nobody is
    /// there to convince the others, and the room votes again at once.
    fn is_done(&self, step: usize) -> bool {
        let Some(stage) = self.plan.steps.get(step).map(|step| step.stage) else { return true };
        let Some((poll, [first, second])) = stage.poll().and_then(|poll| Some((poll, self.rounds(poll)?))) else { return false };
        let asked = self.plan.stages().position(|stage| stage == Stage::Vote { poll, round: 0 });
        let is_back = first.is_closed && asked.is_some_and(|asked| self.at < asked);
        let is_taught = || self.plan.polls.get(poll).and_then(|asked| Advice::of(asked, first)) == Some(Advice::Teach);
        match stage {
            Stage::Vote { round: 0, .. } => first.is_closed,
            Stage::Vote { .. } => second.is_closed,
            Stage::Gate(_) => is_back,
            Stage::Pairs(_) => is_back && is_taught(),
            _ => false,
        }
    }

    /// A point of the slide less, or the step before.
    pub fn back(&self) -> Option<Deed> {
        match self.cover {
            Some(_) => Some(Deed::Uncovered),
            None if self.shown > 1 => Some(Deed::Showed(self.shown - 1)),
            None => (0..self.at).rev().find(|step| !self.dropped.contains(step)).map(|step| self.to(step)),
        }
    }

    /// To a step by its place.
    pub fn to(&self, step: usize) -> Deed {
        Deed::Went(self.plan.steps.get(step).map(|step| step.name.clone()).unwrap_or_default())
    }

    /// To the reveal of the poll that is going on.
    pub fn reveal(&self) -> Option<Deed> {
        let (nth, _) = self.poll()?;
        let is_asked = self.rounds(nth).is_some_and(|rounds| rounds.iter().any(|round| round.is_opened));
        // What is opened before the first round of a line has a second is not revealed: the room stands on it again at the end.
        let line_waits =
            self.plan.polls.get(nth).is_some_and(|poll| poll.returns) && matches!(self.stage(), Stage::Vote { round: 0, .. });
        let step = self.plan.stages().position(|stage| stage == Stage::Reveal(nth))?;
        (is_asked && !line_waits && step != self.at).then(|| self.to(step))
    }

    /// A vote for the line with this number, counted from 0.
    pub fn vote(&self, choice: usize) -> Option<Deed> {
        self.open().filter(|round| choice < round.counts.len()).map(|_| Deed::Voted(choice))
    }

    /// Takes the last vote or count back.
    pub fn undo(&self) -> Option<Deed> {
        self.open().filter(|round| round.can_undo()).map(|_| Deed::Undone)
    }

    /// Whether a deed that was wished from elsewhere still means something here.
    pub fn allows(&self, deed: &Deed) -> bool {
        match deed {
            Deed::Went(name) => self.plan.named(name).is_some_and(|step| step != self.at),
            Deed::Showed(points) => (1..=self.points()).contains(points),
            Deed::Voted(choice) => self.open().is_some_and(|round| *choice < round.counts.len()),
            Deed::Counted(_) => self.open().is_some(),
            Deed::Undone => self.undo().is_some(),
            Deed::Uncovered => self.cover.is_some(),
            Deed::Covered(cover) => self.cover != Some(*cover),
            Deed::Again(_) => self.again().as_ref() == Some(deed),
            Deed::More(_) | Deed::Dropped(_) | Deed::Restored(_) | Deed::People(_) => true,
        }
    }

    /// Covers the screen, or uncovers it.
    pub fn cover(&self, cover: Cover) -> Deed {
        if self.cover == Some(cover) { Deed::Uncovered } else { Deed::Covered(cover) }
    }

    /// What to do after the first round, as the console advises; only while it matters.
    pub fn advice(&self) -> Option<Advice> {
        match self.stage() {
            Stage::Vote { poll, round: 0 } | Stage::Gate(poll) => {
                let poll_asked = self.plan.polls.get(poll).filter(|poll| !poll.is_line())?;
                Advice::of(poll_asked, self.rounds(poll)?.first()?)
            }
            _ => None,
        }
    }

    /// How many milliseconds the session is behind its plan; negative when ahead.
    pub fn late(&self, now: Moment) -> i64 {
        self.clock.gone(self.at, now) - self.planned(now)
    }

    /// How far the plan is at this point; what was dropped counts as done, so that dropping catches up at once.
    pub fn planned(&self, now: Moment) -> i64 {
        let budget = |step: usize| self.plan.steps.get(step).map_or(0, |step| i64::from(step.seconds) * 1000);
        let saved: i64 = self.dropped.iter().filter(|step| **step > self.at).map(|step| budget(*step)).sum();
        (0..self.at).map(budget).sum::<i64>() + saved + self.clock.in_step(self.at, self.at, now).min(budget(self.at))
    }

    /// What is left of the step's time; negative after the last call. Nothing where no clock runs.
    pub fn left(&self, now: Moment) -> Option<i64> {
        if self.cover == Some(Cover::Break) {
            return self.clock.rest_left(now);
        }
        let step = self.step().filter(|step| step.seconds > 0)?;
        Some(self.clock.budget(self.at, step.seconds) - self.clock.in_step(self.at, self.at, now))
    }
}

#[cfg(test)]
mod tests;
