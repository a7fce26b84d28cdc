//! `config.toml` into settings. What is wrong in it is said with its line, and the rest counts.

use std::path::Path;

use toml::de::{DeTable, DeValue};

use super::place::Places;
use super::{Failure, in_words, shown};
use crate::course::Clean;
use crate::course::question::Mode;
use crate::settings::Settings;

/// The settings in a file, and what is wrong there. A file that is not there is no mistake.
pub fn read(file: &Path) -> (Settings, Vec<Failure>) {
    match std::fs::read_to_string(file) {
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
    let text = std::fs::read_to_string(&file).ok().filter(|_| plain)?;
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
            ("mouse", DeValue::Boolean(mouse)) => settings.mouse = *mouse,
            ("mouse", _) => complaints.push(format!("line {at}: `mouse` wants `true` or `false`")),
            ("confidence", DeValue::Boolean(confidence)) => settings.confidence = Some(*confidence),
            ("confidence", _) => complaints.push(format!("line {at}: `confidence` wants `true` or `false`")),
            ("mode", DeValue::String(name)) if Mode::named(name).is_some() => settings.mode = Some(name.to_string()),
            ("mode", _) => complaints.push(format!("line {at}: `mode` wants `immediate`, `held-back` or `must-pass`")),
            ("ascii", _) => complaints.push(format!("line {at}: `ascii` wants `true` or `false`")),
            ("theme", _) => complaints.push(format!("line {at}: `theme` wants a name in quotes")),
            (other, _) => complaints.push(format!(
                "line {at}: `{other}` is no setting; there are `theme`, `ascii`, `mouse`, `confidence` and `mode`"
            )),
        }
    }
    (settings, complaints)
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
        let misspelt = "line 2: `theem` is no setting; there are `theme`, `ascii`, `mouse`, `confidence` and `mode`";
        check("\ntheem = 1\ntheme = \"dark\"", Some("dark"), false, &[misspelt]);
        check("theme = 3", None, false, &["line 1: `theme` wants a name in quotes"]);
        check("ascii = \"yes\"", None, false, &["line 1: `ascii` wants `true` or `false`"]);
    }
}
