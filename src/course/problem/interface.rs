//! What may be wrong in the strings of the interface.

use std::ops::Range;

use super::{Problem, Rule, Source};

impl Source<'_> {
    /// A string that the interface does not have.
    pub fn no_such_string(&self, at: Range<usize>, name: &str, similar: Option<&str>) -> Problem {
        let remedy = match similar {
            Some(similar) => format!("did you mean `{similar}`?"),
            None => "take it out; `contrasts interface` shows every string there is".to_owned(),
        };
        self.error(Rule::UnknownKey, at, &format!("the interface has no string `{name}`"), &remedy)
    }

    /// A hole that nothing fills.
    pub fn no_such_hole(&self, at: Range<usize>, hole: &str, known: &[&str]) -> Problem {
        let sentence = format!("nothing goes into `{{{hole}}}` here");
        let names: Vec<String> = known.iter().map(|hole| format!("{{{hole}}}")).collect();
        let remedy = match names.as_slice() {
            [] => "write it without braces; nothing goes into this string".to_owned(),
            names => format!("what goes into this string: {}", names.join(", ")),
        };
        self.error(Rule::Hole, at, &sentence, &remedy)
    }

    /// Strings that are English still.
    pub fn untranslated(&self, missing: usize, of: usize, first: &str) -> Problem {
        let sentence = match missing {
            1 => format!("1 of {of} strings is not here and stays English"),
            _ => format!("{missing} of {of} strings are not here and stay English, the first of them `{first}`"),
        };
        let remedy = match missing {
            1 => format!("add `{first}`"),
            _ => "`contrasts interface` shows every string there is".to_owned(),
        };
        self.problem(Rule::Untranslated, super::Severity::Warning, None, &sentence, &remedy)
    }
}
