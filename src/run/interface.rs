//! `contrasts interface`: every string of the interface as TOML, to begin a translation with or to go on with one.

use super::{Code, Options, Stop, print, the_course};
use crate::words::{self, Words};

/// Prints what the interface says with the course in use.
pub fn run(options: &Options) -> Result<Code, Stop> {
    let (course, _) = the_course(options, false)?;
    print(&as_toml(&course.words))
}

fn as_toml(words: &Words) -> String {
    let mut out = String::from("# What the interface says. Names in braces are filled in; what is left out stays English.\n");
    let mut section = "";
    for entry in words::all() {
        if entry.section != section {
            section = entry.section;
            out.push_str(&format!("\n[{section}]\n"));
        }
        let value = match words.texts(entry) {
            (text, None) => quoted(text),
            (one, Some(other)) => format!("{{ one = {}, other = {} }}", quoted(one), quoted(other)),
        };
        out.push_str(&format!("{} = {value}\n", entry.name));
    }
    out
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
