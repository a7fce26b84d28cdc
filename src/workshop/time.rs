//! The time of a session: how long each step took, without pauses. Moments come in; nothing here reads a clock.

use super::Moment;

/// The time that went by.
#[derive(Clone, Debug, PartialEq)]
pub struct Clock {
    /// When the session is to begin.
    pub begins: Moment,
    /// When it left the lobby.
    pub began: Option<Moment>,
    since: Moment,
    stopped: Option<Moment>,
    spent: Vec<i64>,
    extra: Vec<u32>,
    /// What breaks took that the plan does not have; the one that goes on apart.
    rested: i64,
    rest: Option<Rest>,
}

/// A break that the plan does not have.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Rest {
    since: Moment,
    seconds: u32,
}

/// How long such a break is, where nobody says otherwise.
const REST: u32 = 300;

impl Clock {
    /// A clock for so many steps.
    pub fn new(steps: usize, begins: Moment) -> Clock {
        Clock {
            begins,
            began: None,
            since: begins,
            stopped: None,
            spent: vec![0; steps],
            extra: vec![0; steps],
            rested: 0,
            rest: None,
        }
    }

    /// A step is left at this moment; the lobby's time does not count.
    pub fn leave(&mut self, step: usize, at: Moment) {
        self.go_on(at);
        if self.began.is_none() {
            self.began = Some(at);
        } else if let Some(spent) = self.spent.get_mut(step) {
            *spent += (at.0 - self.since.0).max(0);
        }
        self.since = at;
    }

    /// The clock stands from this moment on.
    pub fn stop(&mut self, at: Moment) {
        self.end_rest(at);
        self.stopped = self.stopped.or(Some(at));
    }

    /// A break begins: the step waits, and the minutes count all the same.
    pub fn rest(&mut self, at: Moment) {
        self.go_on(at);
        self.stopped = Some(at);
        self.rest = Some(Rest { since: at, seconds: REST });
    }

    /// The break goes on for so much longer.
    pub fn rest_longer(&mut self, seconds: u32) {
        if let Some(rest) = &mut self.rest {
            rest.seconds = rest.seconds.saturating_add(seconds);
        }
    }

    /// What is left of the break; negative when it should be over.
    pub fn rest_left(&self, now: Moment) -> Option<i64> {
        self.rest.map(|rest| rest.since.0 + i64::from(rest.seconds) * 1000 - now.0)
    }

    fn end_rest(&mut self, at: Moment) {
        if let Some(rest) = self.rest.take() {
            let is_begun = self.began.is_some();
            self.rested += if is_begun { (at.0 - rest.since.0).max(0) } else { 0 };
        }
    }

    /// The clock runs again.
    pub fn go_on(&mut self, at: Moment) {
        self.end_rest(at);
        if let Some(stopped) = self.stopped.take() {
            self.since.0 += (at.0 - stopped.0).max(0);
        }
    }

    /// More time for a step.
    pub fn add(&mut self, step: usize, seconds: u32) {
        if let Some(extra) = self.extra.get_mut(step) {
            *extra = extra.saturating_add(seconds);
        }
    }

    /// How many milliseconds a step may take.
    pub fn budget(&self, step: usize, seconds: u32) -> i64 {
        (i64::from(seconds) + i64::from(self.extra.get(step).copied().unwrap_or(0))) * 1000
    }

    /// How many milliseconds a step took so far; `at` is the step that is shown.
    pub fn in_step(&self, step: usize, at: usize, now: Moment) -> i64 {
        let before = self.spent.get(step).copied().unwrap_or(0);
        let until = self.stopped.unwrap_or(now);
        let running = if step == at && self.began.is_some() { (until.0 - self.since.0).max(0) } else { 0 };
        before + running
    }

    /// How many milliseconds the session has taken so far, without pauses.
    pub fn gone(&self, at: usize, now: Moment) -> i64 {
        let steps: i64 = (0..self.spent.len()).map(|step| self.in_step(step, at, now)).sum();
        let resting = self.rest.filter(|_| self.began.is_some()).map_or(0, |rest| (now.0 - rest.since.0).max(0));
        steps + self.rested + resting
    }

    /// How many milliseconds breaks took that the plan does not have.
    pub fn rested(&self) -> i64 {
        self.rested
    }

    /// Whether it stands.
    pub fn is_stopped(&self) -> bool {
        self.stopped.is_some() && self.rest.is_none()
    }
}
