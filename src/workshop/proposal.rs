//! What the console proposes, and one key accepts: what the gate advises, what catches up, and what to do with minutes left over.

use super::{Advice, Deed, Moment, Session, Stage};
use crate::course::clean::join;

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

/// What the console proposes, and one key accepts.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// What would be done.
    pub deed: Deed,
    /// In words.
    pub words: String,
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

impl Session {
    /// What one key would accept: what the gate advises, or what catches up.
    pub fn proposal(&self, now: Moment) -> Option<Proposal> {
        if let Some((deed, words)) = self.after_the_gate() {
            return Some(Proposal { deed, words, saves: 0, reason: Reason::Gate });
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
        let words = match step.stage {
            Stage::Slide(_) => format!("Drop the slide “{}”", step.title),
            Stage::Debrief(_) => format!("Drop the {}", step.title.as_str().to_lowercase()),
            _ => "Drop the second vote and keep the pairs".to_owned(),
        };
        Some(Proposal { deed: Deed::Dropped(vec![step.name.clone()]), words, saves: step.seconds, reason: Reason::Late })
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

    fn after_the_gate(&self) -> Option<(Deed, String)> {
        let Stage::Gate(poll) = self.stage() else { return None };
        let find = |wanted: Stage| self.plan.stages().position(|stage| stage == wanted);
        Some(match self.advice()? {
            Advice::Teach => (self.to(self.plan.card_before(self.at)?), "Show the contrast again, then vote again.".to_owned()),
            Advice::Pairs => (self.to(find(Stage::Pairs(poll))?), "Pairs, then vote again.".to_owned()),
            Advice::Reveal => (self.to(find(Stage::Reveal(poll))?), "Reveal now; the minutes go to the slack.".to_owned()),
        })
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
            let words = join(["Take up again what was dropped: ", step.title.as_str()]).to_string();
            return Some(Proposal { deed: Deed::Restored(vec![step.name.clone()]), words, saves: 0, reason: Reason::Ahead });
        }
        let is_talk = matches!(self.stage(), Stage::Debrief(_) | Stage::Commit | Stage::Slide(_));
        let is_over = self.left(now).is_some_and(|left| left < NEARLY);
        let words = "Time for more: another example, or two minutes of questions.".to_owned();
        (is_talk && is_over).then_some(Proposal { deed: Deed::More(MORE_TALK), words, saves: 0, reason: Reason::Ahead })
    }
}
