//! How much time each week had, and how often a goal was met. A week begins on Monday, a day at the learner's hour.
//!
//! Time on questions is that of `spent.rs`, each answer counted as five minutes at most. Reading is not timed: a text that was read to its
//! end counts, in the week in which that first happened, with what its author reckons for it, which is half of the lesson's minutes where a
//! quiz takes the other half.

use std::collections::BTreeMap;

use super::day::Day;
use super::spent::counted;
use super::{Progress, Stamp, Terms};
use crate::course::Course;

/// One looks back so many whole weeks.
pub const BACK: usize = 5;

/// The weeks since the first answer or lesson, at most so many, and this one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Weeks {
    /// Minutes of the whole weeks before this one, the oldest first.
    pub before: Vec<u32>,
    /// Minutes of this week so far.
    pub now: u32,
    /// Minutes of all weeks.
    pub all: u32,
}

impl Weeks {
    /// In how many of the weeks before a goal was met.
    pub fn met(&self, goal: u32) -> usize {
        self.before.iter().filter(|minutes| **minutes >= goal).count()
    }
}

/// The time of each week. What claims a day that is still to come counts when that has come.
pub fn weeks(course: &Course, progress: &Progress, terms: &Terms) -> Weeks {
    let today = terms.morning.day(terms.now);
    let this = week(today);
    let mut seconds: BTreeMap<i64, u64> = BTreeMap::new();
    let mut count = |at: Stamp, time: u64| {
        let day = terms.morning.day(at);
        if day <= today {
            *seconds.entry(week(day)).or_default() += time;
        }
    };
    let entries = progress.runs.values().flat_map(|run| run.entries()).flat_map(|(_, entries)| entries);
    for (at, given) in entries.filter_map(|entry| Some((entry.at, entry.given.as_ref()?))) {
        count(at, u64::from(counted(given.seconds)));
    }
    for lesson in &course.lessons {
        let Some((at, _)) = progress.ended(&lesson.id) else { continue };
        count(*at, u64::from(lesson.minutes) * if lesson.has_quiz { 30 } else { 60 });
    }
    let rounded = |seconds: u64| u32::try_from((seconds + 30) / 60).unwrap_or(u32::MAX);
    let minutes = |week: i64| rounded(seconds.get(&week).copied().unwrap_or(0));
    let first = seconds.keys().next().copied().unwrap_or(this).max(this.saturating_sub(BACK as i64));
    Weeks { before: (first..this).map(minutes).collect(), now: minutes(this), all: rounded(seconds.values().sum()) }
}

/// Which week: how many have gone by since that of 1 January 1970.
fn week(day: Day) -> i64 {
    day.after(-(day.of_week() as i64)).since(Day::on((1969, 12, 29))).div_euclid(7)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_begins_on_monday() {
        let of = |date| week(Day::on(date));
        assert_eq!(of((2026, 11, 23)), of((2026, 11, 29)));
        assert_eq!(of((2026, 11, 29)) + 1, of((2026, 11, 30)));
        assert_eq!([of((1969, 12, 29)), of((1969, 12, 28)), of((1970, 1, 5))], [0, -1, 1]);
    }

    #[test]
    fn a_goal_forgives_gaps() {
        let weeks = Weeks { before: vec![50, 0, 45, 61, 44], now: 12, all: 212 };
        assert_eq!((weeks.met(45), weeks.met(60)), (3, 1));
    }
}
