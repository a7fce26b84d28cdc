//! A moment as the formats write it: in UTC for machines, as a day where the learner is for people.

use serde::{Serialize, Serializer};

use crate::progress::Stamp;
use crate::progress::day::{Day, Offset};
use crate::words::Words;

/// A moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(pub Stamp);

impl Moment {
    /// `2026-11-24T09:30:15.123Z` (RFC 3339).
    pub fn written(self) -> String {
        let day = Day::of(self.0, Offset(0));
        let (year, month, of_month) = day.date();
        let rest = self.0.0.saturating_sub(day.midnight(Offset(0)).0);
        let (hour, minute) = (rest / 3_600_000, rest / 60_000 % 60);
        let (second, milli) = (rest / 1000 % 60, rest % 1000);
        format!("{year:04}-{month:02}-{of_month:02}T{hour:02}:{minute:02}:{second:02}.{milli:03}Z")
    }

    /// `24 November 2026`, where the learner is.
    pub fn day(self, offset: Offset, words: &Words) -> String {
        Day::of(self.0, offset).in_full(words)
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.written())
    }
}

/// Seconds as an ISO 8601 duration: `PT72S`.
pub fn duration(seconds: u64) -> String {
    format!("PT{seconds}S")
}

/// Seconds for people: `under a minute`, `12 min`, `1 h 12 min`.
pub fn in_words(seconds: u64, words: &Words) -> String {
    match (seconds / 3600, seconds / 60 % 60) {
        (0, 0) if seconds == 0 => words.report().no_time().to_owned(),
        (0, 0) => words.report().under_a_minute().to_owned(),
        (0, minutes) => words.count().minutes(minutes),
        (hours, minutes) => words.count().hours_and_minutes(hours, minutes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::ENGLISH;

    #[test]
    fn a_moment_is_written_in_utc_and_said_where_the_learner_is() {
        let late = Moment(Stamp(1_795_564_799_123));
        assert_eq!(late.written(), "2026-11-24T23:59:59.123Z");
        assert_eq!([0, 3600].map(|ahead| late.day(Offset(ahead), &ENGLISH)), ["24 November 2026", "25 November 2026"]);
        assert_eq!(Moment(Stamp(-1)).written(), "1969-12-31T23:59:59.999Z");
    }

    #[test]
    fn lengths_are_said_in_words() {
        assert_eq!(
            [0, 59, 60, 3599, 4320].map(|seconds| in_words(seconds, &ENGLISH)),
            ["none", "under a minute", "1 min", "59 min", "1 h 12 min"]
        );
    }
}
