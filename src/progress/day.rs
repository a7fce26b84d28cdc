//! Days of the calendar where the learner is. The program keeps moments in UTC, but “on 1 December” is a day of someone's own calendar:
//! so whoever asks for a day says how far the learner's clock is ahead. The run tells that once, at the start; a change to summer time
//! meanwhile moves the midnight by an hour, and nothing that is promised here hangs on an hour.

use super::Stamp;
use crate::words::Words;

/// By how many seconds the learner's clock is ahead of UTC; negative west of Greenwich.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Offset(pub i32);

/// A day: how many have gone by since 1 January 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(i64);

const MILLISECONDS: i64 = 86_400_000;

impl Day {
    /// The day of a moment.
    pub fn of(at: Stamp, offset: Offset) -> Day {
        Day(at.0.saturating_add(i64::from(offset.0) * 1000).div_euclid(MILLISECONDS))
    }

    /// So many days later.
    pub fn after(self, days: i64) -> Day {
        Day(self.0.saturating_add(days))
    }

    /// How many days later it is than another; negative where it is earlier.
    pub fn since(self, other: Day) -> i64 {
        self.0.saturating_sub(other.0)
    }

    /// The moment at which it begins.
    pub fn midnight(self, offset: Offset) -> Stamp {
        Stamp(self.0.saturating_mul(MILLISECONDS).saturating_sub(i64::from(offset.0) * 1000))
    }

    /// Year, month and day of the month, both counted from 1, in the Gregorian calendar. The year is taken to begin in March, so that
    /// the day that some years have more stands at its end; 400 such years are always as long. After Howard Hinnant, “chrono-Compatible
    /// Low-Level Date Algorithms”, `civil_from_days`.
    pub fn date(self) -> (i64, usize, i64) {
        const FROM_MARCH_0: i64 = 719_468;
        const DAYS_OF_400_YEARS: i64 = 146_097;
        let days = self.0.saturating_add(FROM_MARCH_0);
        let (era, of_era) = (days.div_euclid(DAYS_OF_400_YEARS), days.rem_euclid(DAYS_OF_400_YEARS));
        let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let from_march = (5 * of_year + 2) / 153;
        let day = of_year - (153 * from_march + 2) / 5 + 1;
        let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        (year, month as usize, day)
    }

    /// The day of a date; the way back from `date`, after the same source, `days_from_civil`.
    pub fn on((year, month, day): (i64, usize, i64)) -> Day {
        let year = if month <= 2 { year - 1 } else { year };
        let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
        let from_march = (month as i64 + 9) % 12;
        let of_year = (153 * from_march + 2) / 5 + day - 1;
        let days = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
        Day(era * 146_097 + days - 719_468)
    }

    /// Which day of the week: 0 for Monday to 6 for Sunday.
    pub fn of_week(self) -> usize {
        // The first day of 1970 was a Thursday.
        (self.0.rem_euclid(7) as usize + 3) % 7
    }

    /// `Mo` to `Su`.
    pub fn weekday(self, words: &Words) -> &str {
        words.count().weekday_short(self.of_week())
    }

    /// `tomorrow`, `Friday` within the week that begins today, else `1 December`.
    pub fn soon(self, today: Day, words: &Words) -> String {
        match self.since(today) {
            0 => words.count().today().to_owned(),
            1 => words.count().tomorrow().to_owned(),
            2..=6 => words.count().weekday(self.of_week()).to_owned(),
            _ => self.in_words(today, words),
        }
    }

    /// `1 December 2026`.
    pub fn in_full(self, words: &Words) -> String {
        let (year, month, day) = self.date();
        words.count().day_of_year(day, words.count().month(month), year)
    }

    /// `1 December`; with the year where it is not that of `today`.
    pub fn in_words(self, today: Day, words: &Words) -> String {
        let (year, month, day) = self.date();
        match year == today.date().0 {
            true => words.count().day(day, words.count().month(month)),
            false => self.in_full(words),
        }
    }
}

impl Day {
    /// `1 Dec`.
    pub fn short(self, words: &Words) -> String {
        let (_, month, day) = self.date();
        words.count().day_short(day, words.count().month_short(month))
    }
}

/// Days in one phrase, the month said once where all share it: `1 and on 15 December`, `28 November and on 12 December`.
pub fn both_in_words([first, second]: [Day; 2], today: Day, words: &Words) -> String {
    let (one, other) = (first.date(), second.date());
    match (one.0, one.1) == (other.0, other.1) {
        true => words.count().two_days_of_month(one.2, second.in_words(today, words)),
        false => words.count().two_days(first.in_words(today, words), second.in_words(today, words)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::ENGLISH;
    use proptest::prelude::*;

    #[track_caller]
    fn check(days: i64, expected: (i64, usize, i64)) {
        assert_eq!(Day(days).date(), expected);
        assert_eq!(Day::on(expected), Day(days));
    }

    #[test]
    fn a_day_that_comes_soon_has_the_name_of_its_weekday() {
        let tuesday = Day::on((2026, 11, 24));
        let said = |days: i64| tuesday.after(days).soon(tuesday, &ENGLISH);
        assert_eq!([said(0), said(1), said(3), said(6), said(7)], ["today", "tomorrow", "Friday", "Monday", "1 December"]);
        assert_eq!([tuesday.of_week(), Day::on((1969, 12, 28)).of_week()], [1, 6]);
    }

    #[test]
    fn days_have_the_dates_of_the_calendar() {
        check(0, (1970, 1, 1));
        check(-1, (1969, 12, 31));
        check(11_016, (2000, 2, 29));
        check(20_781, (2026, 11, 24));
        check(47_540, (2100, 2, 28));
        check(47_541, (2100, 3, 1));
    }

    #[test]
    fn the_day_begins_at_the_learners_own_midnight() {
        let evening = Stamp(20_781 * MILLISECONDS + 23 * 3_600_000);
        let day = |hours: i32| Day::of(evening, Offset(hours * 3600)).date().2;
        assert_eq!([day(0), day(1), day(-8), day(14)], [24, 25, 24, 25]);
        assert_eq!(Day::of(Stamp(-1), Offset(0)).date(), (1969, 12, 31));
    }

    #[test]
    fn a_month_is_said_once_and_a_year_where_it_is_another() {
        let today = Day(20_781);
        let both = |from: i64| both_in_words([Day(from + 7), Day(from + 21)], today, &ENGLISH);
        assert_eq!(both(20_781), "1 and on 15 December");
        assert_eq!(both(20_778), "28 November and on 12 December");
        assert_eq!(both(20_808), "28 December and on 11 January 2027");
        assert_eq!(Day(20_400).in_words(today, &ENGLISH), "8 November 2025");
    }

    proptest! {
        #[test]
        fn the_next_day_is_the_next_date(days in -1_000_000_i64..1_000_000) {
            let ((year, month, day), next) = (Day(days).date(), Day(days).after(1).date());
            prop_assert!((1..=12).contains(&month) && (1..=31).contains(&day));
            let follows = [(year, month, day + 1), (year, month + 1, 1), (year + 1, 1, 1)];
            prop_assert!(follows.contains(&next), "{next:?} after {:?}", (year, month, day));
        }

        #[test]
        fn no_moment_is_without_a_day(at: i64, offset in -86_400_i32..86_400) {
            let (_, month, _) = Day::of(Stamp(at), Offset(offset)).after(21).date();
            prop_assert!((1..=12).contains(&month));
        }

        #[test]
        fn a_day_begins_at_its_midnight(at in -60_000_000_000_000_i64..60_000_000_000_000, offset in -86_400_i32..86_400, days in -999_i64..999) {
            let day = Day::of(Stamp(at), Offset(offset));
            let midnight = day.midnight(Offset(offset));
            prop_assert_eq!(Day::of(midnight, Offset(offset)), day);
            prop_assert_eq!(Day::of(Stamp(midnight.0 - 1), Offset(offset)), day.after(-1));
            prop_assert_eq!(day.after(days).since(day), days);
        }
    }
}
