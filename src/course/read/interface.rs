//! `interface.toml`: what the interface says while this course is open, where that is not English. Sections and names are those of
//! `words`. A string that is wrong stays English and is named; so are those that are missing, in one sentence.

use std::collections::{HashMap, HashSet};

use toml::Spanned;
use toml::de::DeValue;

use super::{Files, parse, text_of};
use crate::course::problem::{MOST, Problem, Source};
use crate::course::{Clean, fields, most_similar};
use crate::words::{self, Entry, Own, Words};

/// The strings of the interface in the language of the course.
pub const INTERFACE_FILE: &str = "interface.toml";

/// What the interface says; English where the course has no file for it.
pub fn read(files: &Files, problems: &mut Vec<Problem>) -> Words {
    if !files.contains_key(INTERFACE_FILE) {
        return Words::default();
    }
    let Some(text) = text_of(files, INTERFACE_FILE, problems) else { return Words::default() };
    let source = Source { file: INTERFACE_FILE, text };
    let (table, mut found) = parse(source);
    let is_broken = !found.is_empty();
    let known = Known::new();
    let mut own = HashMap::new();
    for (section, value) in table.get_ref() {
        let Some(strings) = value.get_ref().as_table() else {
            found.push(source.wrong_value(
                value.span(),
                Clean::code(section.get_ref()).as_str(),
                &fields::found(value.get_ref()),
                "a table, such as [map]",
            ));
            continue;
        };
        for (name, value) in strings {
            let full = format!("{}.{}", section.get_ref(), name.get_ref());
            match known.0.get(full.as_str()) {
                Some(entry) => own.extend(string(source, entry, value, &mut found).map(|string| (full, string))),
                None => found.push(source.no_such_string(name.span(), Clean::code(&full).as_str(), known.nearest(&full))),
            }
        }
    }
    let missing: Vec<String> = words::all().map(Entry::full_name).filter(|name| !own.contains_key(name)).collect();
    if !is_broken && let Some(first) = missing.first() {
        found.push(source.untranslated(missing.len(), words::all().count(), first));
    }
    found.truncate(MOST);
    problems.append(&mut found);
    Words::with(own)
}

/// Every string of the interface by its full name.
struct Known(HashMap<String, &'static Entry>);

impl Known {
    fn new() -> Known {
        Known(words::all().map(|entry| (entry.full_name(), entry)).collect())
    }

    fn nearest(&self, name: &str) -> Option<&str> {
        most_similar(name, self.0.keys().map(String::as_str))
    }
}

/// A string of the file, if it has what it needs.
fn string(source: Source, entry: &Entry, value: &Spanned<DeValue>, found: &mut Vec<Problem>) -> Option<Own> {
    let own = match (value.get_ref(), entry.english.1) {
        (DeValue::String(text), _) => Own::Text(Clean::words(text).to_string()),
        (DeValue::Table(forms), Some(_)) => {
            let form = |name| forms.get(name).and_then(|form| form.get_ref().as_str());
            match (form("one"), form("other")) {
                (Some(one), Some(other)) if forms.len() == 2 => {
                    Own::Count(Clean::words(one).to_string(), Clean::words(other).to_string())
                }
                _ => {
                    found.push(source.wrong_value(
                        value.span(),
                        entry.name,
                        &fields::found(value.get_ref()),
                        "{ one = \"…\", other = \"…\" }",
                    ));
                    return None;
                }
            }
        }
        _ => {
            found.push(source.wrong_value(value.span(), entry.name, &fields::found(value.get_ref()), "a text in quotes"));
            return None;
        }
    };
    let texts = match &own {
        Own::Text(text) => vec![text.as_str()],
        Own::Count(one, other) => vec![one.as_str(), other.as_str()],
    };
    for text in texts {
        let here: HashSet<&str> = words::holes(text).collect();
        if let Some(hole) = here.iter().find(|hole| !entry.holes.contains(hole)) {
            found.push(source.no_such_hole(value.span(), Clean::code(hole).as_str(), entry.holes));
            return None;
        }
    }
    Some(own)
}
