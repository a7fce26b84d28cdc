//! When a learner's day begins. What one does after midnight belongs to the evening before, so for review a day goes from one morning to
//! the next, at an hour of one's own. Knows neither the clock nor the rules of time zones: how far local time is from UTC comes in, and
//! holds for every moment of a replay. Where summer time ends in between, a border of days moves by an hour, and nothing else.

use super::Stamp;
use super::day::{Day, Offset};

/// When a day begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Morning {
    /// How far the learner's clock is ahead of UTC.
    pub offset: Offset,
    /// The hour of local time, 0 to 23.
    pub hour: u8,
}

/// At four hardly anyone is learning, whether late or early.
impl Default for Morning {
    fn default() -> Self {
        Morning { offset: Offset(0), hour: 4 }
    }
}

impl Morning {
    /// The day to which a moment belongs.
    pub fn day(self, at: Stamp) -> Day {
        Day::of(Stamp(at.0.saturating_sub(self.after_midnight())), self.offset)
    }

    /// The moment at which a day begins.
    pub fn of(self, day: Day) -> Stamp {
        Stamp(day.midnight(self.offset).0.saturating_add(self.after_midnight()))
    }

    /// How many mornings lie between two moments; none where the clock went back.
    pub fn between(self, from: Stamp, to: Stamp) -> u32 {
        let days = self.day(to).since(self.day(from));
        u32::try_from(days.max(0)).unwrap_or(u32::MAX)
    }

    fn after_midnight(self) -> i64 {
        i64::from(self.hour.min(23)) * 3_600_000
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// To which day an hour of UTC belongs, counted from the beginning of 1970, where local time is so many hours ahead.
    #[track_caller]
    fn check(hour: i64, ahead: i32, expected: i64) {
        let morning = Morning { offset: Offset(ahead * 3600), hour: 4 };
        let at = Stamp(hour * 3_600_000);
        let day = morning.day(at);
        assert_eq!(day.since(Day::of(Stamp(0), Offset(0))), expected);
        assert!(morning.of(day) <= at && at < morning.of(day.after(1)));
    }

    #[test]
    fn a_day_begins_at_the_learners_hour() {
        check(3, 0, -1);
        check(4, 0, 0);
        check(27, 0, 0);
        check(28, 0, 1);
        check(2, 2, 0);
        check(1, 2, -1);
        check(12, -8, 0);
        check(11, -8, -1);
    }

    #[test]
    fn a_clock_that_went_back_makes_no_negative_span() {
        let (monday, sunday) = (Stamp(2 * 86_400_000), Stamp(8 * 86_400_000));
        assert_eq!(Morning::default().between(monday, sunday), 6);
        assert_eq!(Morning::default().between(sunday, monday), 0);
        assert_eq!(Morning::default().between(Stamp(i64::MIN), Stamp(i64::MAX)), u32::MAX);
    }
}
