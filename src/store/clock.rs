//! Now, and moments as text. Every other module gets its time as an argument.

use jiff::Timestamp;

use crate::progress::Stamp;
use crate::progress::day::{Day, Offset};

/// This moment.
pub fn now() -> Stamp {
    Stamp(Timestamp::now().as_millisecond())
}

/// By how much the learner's clock is ahead of UTC at a moment.
pub fn offset(stamp: Stamp) -> Offset {
    let moment = Timestamp::from_millisecond(stamp.0).unwrap_or_default();
    Offset(jiff::tz::TimeZone::system().to_offset(moment).seconds())
}

/// How many minutes the clock on the wall is ahead of UTC.
pub fn ahead(stamp: Stamp) -> i32 {
    offset(stamp).0 / 60
}

/// `2026-11-24T09:30:15.123Z`
pub fn written(stamp: Stamp) -> String {
    match Timestamp::from_millisecond(stamp.0) {
        Ok(moment) => format!("{moment:.3}"),
        Err(_) => written(Stamp(0)),
    }
}

/// `24 November 2026`, where the learner is.
pub fn day(stamp: Stamp) -> String {
    let moment = Timestamp::from_millisecond(stamp.0).unwrap_or_default();
    moment.to_zoned_datetime(jiff::tz::TimeZone::system()).strftime("%-d %B %Y").to_string()
}

/// The moment that a text names.
pub fn parse(text: &str) -> Option<Stamp> {
    as_written(text).or_else(|| text.parse::<Timestamp>().ok().map(|moment| Stamp(moment.as_millisecond())))
}

/// The moment, if the text has just the form in which `written` puts one. Years of sittings hold many thousands of these, and this takes
/// a tenth of the time of a parser that knows every form.
fn as_written(text: &str) -> Option<Stamp> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2, b'T', h1, h2, b':', i1, i2, b':', s1, s2, b'.', f1, f2, f3, b'Z'] =
        *text.as_bytes()
    else {
        return None;
    };
    let mut is_digits = true;
    let mut number = |digits: &[u8]| {
        is_digits &= digits.iter().all(u8::is_ascii_digit);
        digits.iter().fold(0, |number, digit| number * 10 + i64::from(digit.wrapping_sub(b'0')))
    };
    let (year, month, day) = (number(&[y1, y2, y3, y4]), number(&[m1, m2]), number(&[d1, d2]));
    let (hour, minute, second, fraction) = (number(&[h1, h2]), number(&[i1, i2]), number(&[s1, s2]), number(&[f1, f2, f3]));
    // A leap second and the last year that there is are left to the other parser.
    let fits = is_digits && year < 9999 && hour < 24 && minute < 60 && second < 60;
    let date = (year, usize::try_from(month).ok()?, day);
    // What is no date, such as 30 February, leads to a day that has another one.
    let found = Some(Day::on(date)).filter(|found| fits && found.date() == date)?;
    Some(Stamp(found.midnight(Offset(0)).0 + ((hour * 60 + minute) * 60 + second) * 1000 + fraction))
}

/// `2026-11-24T0930`, for the name of a file, in UTC.
pub fn for_a_name(stamp: Stamp) -> String {
    let text = written(stamp);
    let minutes = text.get(..16).unwrap_or("1970-01-01T00:00");
    minutes.replace(':', "")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_moment_survives_being_written() {
        for milliseconds in [0, 1_795_512_615_123, -1, 253_000_000_000_000] {
            assert_eq!(parse(&written(Stamp(milliseconds))), Some(Stamp(milliseconds)));
        }
        assert_eq!(written(Stamp(1_795_512_615_123)), "2026-11-24T09:30:15.123Z");
        assert_eq!(for_a_name(Stamp(1_795_512_615_123)), "2026-11-24T0930");
        assert_eq!(parse("yesterday"), None);
    }

    #[track_caller]
    fn both_agree(text: &str) {
        let by_jiff = text.parse::<Timestamp>().ok().map(|moment| Stamp(moment.as_millisecond()));
        assert_eq!(as_written(text).or(by_jiff), by_jiff, "{text}");
    }

    #[test]
    fn the_quick_way_to_a_moment_takes_no_day_that_is_none() {
        for day in
            ["2026-02-28", "2026-02-29", "2028-02-29", "2100-02-29", "2026-04-31", "2026-12-31", "2026-00-10", "2026-13-01"]
        {
            for time in ["23:59:59.999", "24:00:00.000", "00:60:00.000", "23:59:60.000", "00:00:00.00x", "00:00:00.-01"] {
                both_agree(&format!("{day}T{time}Z"));
            }
        }
        assert!(as_written("2026-11-24T09:30:15.123Z").is_some());
    }

    proptest! {
        #[test]
        fn both_ways_to_a_moment_lead_to_the_same(at in -62_135_596_800_000_i64..253_370_764_800_000, place in 0usize..24, byte in " -~") {
            let text = written(Stamp(at));
            prop_assert_eq!(as_written(&text), Some(Stamp(at)));
            let mut changed = text.clone();
            changed.replace_range(place..=place, &byte);
            both_agree(&changed);
        }
    }
}
