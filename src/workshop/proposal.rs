//! What the console proposes, and one key accepts: what the gate advises, what catches up, and what to do with minutes left over.

use super::outcome::minutes;
use super::{Advice, Deed, Moment, Session, Stage};
use crate::course::Clean;
use crate::words::Words;

/// Why something is proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The first round is closed.
    Gate,
    /// It is late.
    Late,
    /// There is time left.
    Ahead,
}

/// What is proposed.
#[derive(Clone, Debug, PartialEq)]
pub enum Proposed {
    /// What the gate advises.
    Gate(Advice),
    /// To drop the slide of this title.
    DropSlide(Clean),
    /// To drop a discussion.
    DropDiscussion,
    /// To drop a debrief.
    DropDebrief,
    /// To drop the second vote.
    DropVote,
    /// To take up again the step of this title.
    TakeUp(Clean),
    /// To talk on.
    More,
}

/// What the console proposes, and one key accepts.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// What would be done.
    pub deed: Deed,
    /// The same for whoever decides.
    pub what: Proposed,
    /// How many seconds it saves.
    pub saves: u32,
    /// Why.
    pub reason: Reason,
}

/// Later than this, something is proposed to catch up.
const LATE: i64 = 60_000;
/// Ahead by this much, more is offered.
const AHEAD: i64 = 150_000;
/// More of a talk, in seconds.
const MORE_TALK: u32 = 120;
/// A talk that is nearly over, in milliseconds.
const NEARLY: i64 = 20_000;

impl Proposal {
    /// What would be done and, where it catches up, what that saves, in a sentence.
    pub fn in_words(&self, words: &Words) -> String {
        let words = words.workshop();
        let what = match &self.what {
            Proposed::Gate(Advice::Teach) => words.teach().to_owned(),
            Proposed::Gate(Advice::Pairs) => words.then_pairs().to_owned(),
            Proposed::Gate(Advice::Reveal) => words.reveal_now().to_owned(),
            Proposed::DropSlide(title) => words.drop_slide(title),
            Proposed::DropDiscussion => words.drop_discussion().to_owned(),
            Proposed::DropDebrief => words.drop_debrief().to_owned(),
            Proposed::DropVote => words.drop_vote().to_owned(),
            Proposed::TakeUp(title) => words.take_up(title),
            Proposed::More => words.time_for_more().to_owned(),
        };
        match self.reason {
            Reason::Late => words.saves(what, minutes(i64::from(self.saves) * 1000)),
            Reason::Gate | Reason::Ahead => what,
        }
    }
}

impl Session {
    /// What one key would accept: what the gate advises, or what catches up.
    pub fn proposal(&self, now: Moment) -> Option<Proposal> {
        if let Some((deed, advice)) = self.after_the_gate() {
            return Some(Proposal { deed, what: Proposed::Gate(advice), saves: 0, reason: Reason::Gate });
        }
        let slack = i64::from(self.plan.slack) * 1000;
        if self.late(now) < LATE.max(slack) {
            return self.with_time_left(now);
        }
        let ahead = |step: &usize| *step > self.at && !self.dropped.contains(step);
        let rung = |wanted: &dyn Fn(Stage) -> bool| {
            (0..self.plan.steps.len()).filter(ahead).find(|step| self.plan.steps.get(*step).is_some_and(|s| wanted(s.stage)))
        };
        // The ladder of the study: the second vote before the pairs, then debriefs, then whole slides; never line or commitment.
        let is_choice = |poll: usize| self.plan.polls.get(poll).is_some_and(|poll| !poll.returns);
        let again = rung(&|stage| matches!(stage, Stage::Vote { poll, round: 1 } if is_choice(poll)));
        let step =
            again.or_else(|| self.talk_to_drop(now)).or_else(|| rung(&|stage| matches!(stage, Stage::Slide(nth) if nth > 0)))?;
        let step = self.plan.steps.get(step)?;
        let what = match step.stage {
            Stage::Slide(_) => Proposed::DropSlide(step.title.clone()),
            Stage::Debrief(_) if step.is_discussion() => Proposed::DropDiscussion,
            Stage::Debrief(_) => Proposed::DropDebrief,
            _ => Proposed::DropVote,
        };
        Some(Proposal { deed: Deed::Dropped(vec![step.name.clone()]), what, saves: step.seconds, reason: Reason::Late })
    }

    /// The talk that is given up: the shortest that catches up with what is late, or else the longest.
    fn talk_to_drop(&self, now: Moment) -> Option<usize> {
        let seconds = |step: &usize| self.plan.steps.get(*step).map_or(0, |step| step.seconds);
        let is_talk = |step: &usize| self.plan.steps.get(*step).is_some_and(|step| matches!(step.stage, Stage::Debrief(_)));
        let ahead = |step: &usize| *step > self.at && !self.dropped.contains(step);
        let talks = || (0..self.plan.steps.len()).filter(ahead).filter(is_talk);
        let enough = talks().filter(|step| i64::from(seconds(step)) * 1000 >= self.late(now)).min_by_key(seconds);
        enough.or_else(|| talks().rev().max_by_key(seconds))
    }

    fn after_the_gate(&self) -> Option<(Deed, Advice)> {
        let Stage::Gate(poll) = self.stage() else { return None };
        let find = |wanted: Stage| self.plan.stages().position(|stage| stage == wanted);
        let advice = self.advice()?;
        let step = match advice {
            Advice::Teach => self.plan.card_before(self.at)?,
            Advice::Pairs => find(Stage::Pairs(poll))?,
            Advice::Reveal => find(Stage::Reveal(poll))?,
        };
        Some((self.to(step), advice))
    }

    /// What to do when ahead: take up again what was dropped, or let a talk that is nearly over go on.
    fn with_time_left(&self, now: Moment) -> Option<Proposal> {
        let ahead = -self.late(now);
        if self.cover.is_some() || self.clock.began.is_none() || ahead < AHEAD {
            return None;
        }
        let fits = |step: &usize| {
            let seconds = self.plan.steps.get(*step).map_or(0, |step| i64::from(step.seconds));
            *step > self.at && seconds * 1000 <= ahead
        };
        let restored = self.dropped.iter().copied().filter(fits).min().and_then(|step| self.plan.steps.get(step));
        if let Some(step) = restored {
            let what = Proposed::TakeUp(step.title.clone());
            return Some(Proposal { deed: Deed::Restored(vec![step.name.clone()]), what, saves: 0, reason: Reason::Ahead });
        }
        let is_talk = matches!(self.stage(), Stage::Debrief(_) | Stage::Commit | Stage::Slide(_));
        let is_over = self.left(now).is_some_and(|left| left < NEARLY);
        let what = Proposed::More;
        (is_talk && is_over).then_some(Proposal { deed: Deed::More(MORE_TALK), what, saves: 0, reason: Reason::Ahead })
    }
}
