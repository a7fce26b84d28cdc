//! `config.toml` into settings. What is wrong in it is said with its line, and the rest counts.

use std::path::Path;

use toml::de::{DeTable, DeValue};

use super::place::Places;
use super::{Failure, in_words, regular, shown};
use crate::course::Clean;
use crate::course::question::Mode;
use crate::settings::{OwnKeys, Settings};

/// The settings in a file, and what is wrong there. A file that is not there is no mistake.
pub fn read(file: &Path) -> (Settings, Vec<Failure>) {
    match regular::text(file) {
        Ok(text) => {
            let (settings, complaints) = parse(&text);
            (settings, complaints.iter().map(|complaint| Failure::new(file, complaint)).collect())
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => (Settings::default(), Vec::new()),
        Err(error) => (Settings::default(), vec![Failure::new(file, &in_words(&error))]),
    }
}

/// A theme of the learner's own: its file, as it may be shown, and its text. A name cannot lead out of the folder.
pub fn read_theme(places: &Places, name: &str) -> Option<(Clean, String)> {
    let plain = name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
    let file = places.config.join("themes").join(format!("{name}.toml"));
    let text = regular::text(&file).ok().filter(|_| plain)?;
    Some((shown(&file), text))
}

fn parse(text: &str) -> (Settings, Vec<String>) {
    let mut settings = Settings::default();
    let mut complaints = Vec::new();
    let (table, errors) = DeTable::parse_recoverable(text);
    let line = |at: usize| text.get(..at).unwrap_or_default().matches('\n').count() + 1;
    for error in &errors {
        let at = error.span().map_or(0, |span| span.start);
        complaints.push(format!("line {}: this is not TOML: {}", line(at), error.message().lines().next().unwrap_or_default()));
    }
    for (key, value) in table.get_ref() {
        let at = line(key.span().start);
        match (key.get_ref().as_ref(), value.get_ref()) {
            ("theme", DeValue::String(name)) => settings.theme = Some(name.to_string()),
            ("ascii", DeValue::Boolean(ascii)) => settings.ascii = *ascii,
            ("plain", DeValue::Boolean(plain)) => settings.plain = *plain,
            ("plain", _) => complaints.push(format!("line {at}: `plain` wants `true` or `false`")),
            ("mouse", DeValue::Boolean(mouse)) => settings.mouse = *mouse,
            ("mouse", _) => complaints.push(format!("line {at}: `mouse` wants `true` or `false`")),
            ("confidence", DeValue::Boolean(confidence)) => settings.confidence = Some(*confidence),
            ("confidence", _) => complaints.push(format!("line {at}: `confidence` wants `true` or `false`")),
            ("mode", DeValue::String(name)) if Mode::named(name).is_some() => settings.mode = Some(name.to_string()),
            ("mode", _) => complaints.push(format!("line {at}: `mode` wants `immediate`, `held-back` or `must-pass`")),
            ("day_start", value) => match whole(value, 0..=23) {
                Some(hour) => settings.habits.day_start = hour as u8,
                None => complaints.push(format!("line {at}: `day_start` wants an hour from 0 to 23")),
            },
            ("review_minutes", value) => match whole(value, 1..=120) {
                Some(minutes) => settings.habits.review_minutes = minutes,
                None => complaints.push(format!("line {at}: `review_minutes` wants a number from 1 to 120")),
            },
            ("weekly_goal", value) => match whole(value, 0..=6000) {
                Some(minutes) => settings.habits.weekly_goal = minutes,
                None => complaints.push(format!("line {at}: `weekly_goal` wants minutes from 0 (none) to 6000")),
            },
            ("keys", DeValue::Table(keys)) => {
                for (act, names) in keys {
                    let (act, line) = (act.get_ref().to_string(), line(act.span().start));
                    match texts(names.get_ref()) {
                        Some(keys) => settings.keys.push(OwnKeys { act, keys, line }),
                        None => complaints.push(format!("line {line}: `{act}` wants a key in quotes, or several in brackets")),
                    }
                }
            }
            ("keys", _) => complaints.push(format!("line {at}: `keys` wants a table: [keys], and below it review = \"v\"")),
            ("ascii", _) => complaints.push(format!("line {at}: `ascii` wants `true` or `false`")),
            ("theme", _) => complaints.push(format!("line {at}: `theme` wants a name in quotes")),
            (other, _) => complaints.push(format!("line {at}: `{other}` is no setting; there are {KNOWN}")),
        }
    }
    (settings, complaints)
}

/// Every setting.
const KNOWN: &str =
    "`theme`, `ascii`, `plain`, `mouse`, `confidence`, `mode`, `day_start`, `review_minutes`, `weekly_goal` and `[keys]`";

/// One text, or several.
fn texts(value: &DeValue) -> Option<Vec<String>> {
    match value {
        DeValue::String(text) => Some(vec![text.to_string()]),
        DeValue::Array(all) => all.iter().map(|one| one.get_ref().as_str().map(str::to_owned)).collect(),
        _ => None,
    }
}

/// A whole number within bounds.
fn whole(value: &DeValue, bounds: std::ops::RangeInclusive<u32>) -> Option<u32> {
    let DeValue::Integer(number) = value else { return None };
    let number = u32::from_str_radix(number.as_str(), number.radix()).ok()?;
    bounds.contains(&number).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, theme: Option<&str>, ascii: bool, complaints: &[&str]) {
        let (settings, found) = parse(text);
        assert_eq!((settings.theme.as_deref(), settings.ascii), (theme, ascii));
        assert_eq!(found, complaints);
    }

    #[test]
    fn a_wrong_setting_is_named_with_its_line_and_the_rest_counts() {
        check("", None, false, &[]);
        check("theme = \"dark\"\nascii = true\n", Some("dark"), true, &[]);
        let misspelt = format!("line 2: `theem` is no setting; there are {KNOWN}");
        check("\ntheem = 1\ntheme = \"dark\"", Some("dark"), false, &[&misspelt]);
        check("theme = 3", None, false, &["line 1: `theme` wants a name in quotes"]);
        check("ascii = \"yes\"", None, false, &["line 1: `ascii` wants `true` or `false`"]);
        check("day_start = 24", None, false, &["line 1: `day_start` wants an hour from 0 to 23"]);
        check("review_minutes = 0", None, false, &["line 1: `review_minutes` wants a number from 1 to 120"]);
        check("weekly_goal = -5", None, false, &["line 1: `weekly_goal` wants minutes from 0 (none) to 6000"]);
    }

    #[test]
    fn keys_are_a_text_or_several_each_with_its_line() {
        let (settings, complaints) = parse("[keys]\nreview = \"v\"\ndown = [\"t\", \"f11\"]\nup = 3\n");
        let own = |act: &str, keys: &[&str], line| OwnKeys {
            act: act.into(),
            keys: keys.iter().map(|key| (*key).to_owned()).collect(),
            line,
        };
        let mut keys = settings.keys;
        keys.sort_by_key(|keys| keys.line);
        assert_eq!(keys, [own("review", &["v"], 2), own("down", &["t", "f11"], 3)]);
        assert_eq!(complaints, ["line 4: `up` wants a key in quotes, or several in brackets"]);
        assert_eq!(parse("keys = 3").1, ["line 1: `keys` wants a table: [keys], and below it review = \"v\""]);
    }

    #[test]
    fn habits_are_what_the_file_says() {
        let (settings, complaints) = parse("day_start = 5\nreview_minutes = 10\nweekly_goal = 0\n");
        assert_eq!((settings.habits.day_start, settings.habits.review_minutes, settings.habits.weekly_goal), (5, 10, 0));
        assert_eq!(complaints, Vec::<String>::new());
        assert_eq!(parse("").0.habits, crate::settings::Habits::default());
    }
}
