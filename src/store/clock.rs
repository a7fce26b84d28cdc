//! Now, and moments as text. Every other module gets its time as an argument.

use jiff::Timestamp;

use crate::progress::Stamp;
use crate::progress::day::Offset;

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
    text.parse::<Timestamp>().ok().map(|moment| Stamp(moment.as_millisecond()))
}

/// `2026-11-24T0930`, for the name of a file, in UTC.
pub fn for_a_name(stamp: Stamp) -> String {
    let text = written(stamp);
    let minutes = text.get(..16).unwrap_or("1970-01-01T00:00");
    minutes.replace(':', "")
}

#[cfg(test)]
mod tests {
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
}
