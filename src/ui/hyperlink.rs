//! Links that a terminal can follow by itself (OSC 8). They lead out of the course, so only web and mail addresses are offered, and
//! nothing of an address can end the sequence it stands in.

use std::collections::BTreeMap;
use std::rc::Rc;

/// Which cells lead where: by row and column.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Links(pub BTreeMap<(u16, u16), Rc<str>>);

/// Whether an address is offered to the terminal.
pub fn is_offered(target: &str) -> bool {
    let scheme = target.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    matches!(scheme.as_deref(), Some("http" | "https" | "mailto"))
}

/// What makes the following words a link.
pub fn begin(target: &str) -> String {
    let mut address = String::with_capacity(target.len());
    for byte in target.bytes() {
        match byte {
            b'!'..=b'~' => address.push(char::from(byte)),
            other => address.push_str(&format!("%{other:02X}")),
        }
    }
    format!("\x1b]8;;{address}\x1b\\")
}

/// What ends a link.
pub const END: &str = "\x1b]8;;\x1b\\";

/// Whether this terminal is known to show links. Most others pass over the sequence; a few print it.
pub fn is_known_to_show(set: impl Fn(&str) -> Option<String>) -> bool {
    const NAMES: [&str; 6] = ["kitty", "foot", "alacritty", "wezterm", "ghostty", "contour"];
    const PROGRAMS: [&str; 6] = ["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "rio"];
    let vte = set("VTE_VERSION").and_then(|version| version.parse::<u32>().ok());
    let is_inside_another = set("STY").is_some() || set("TMUX").is_some();
    let is_named = set("TERM").is_some_and(|term| NAMES.iter().any(|name| term.contains(name)));
    let is_program = set("TERM_PROGRAM").is_some_and(|program| PROGRAMS.contains(&program.as_str()));
    let is_other = ["WT_SESSION", "KONSOLE_VERSION", "DOMTERM"].into_iter().any(|name| set(name).is_some());
    !is_inside_another && (vte.is_some_and(|version| version >= 5000) || is_named || is_program || is_other)
}

impl Links {
    /// Where a cell leads.
    pub fn at(&self, x: u16, y: u16) -> Option<&Rc<str>> {
        if self.0.is_empty() { None } else { self.0.get(&(y, x)) }
    }

    /// The cells that lead elsewhere than before.
    pub fn changed<'l>(&'l self, before: &'l Links) -> impl Iterator<Item = (u16, u16)> + 'l {
        let gone = before.0.keys().filter(|cell| !self.0.contains_key(cell));
        let other = self.0.iter().filter(|(cell, target)| before.0.get(cell) != Some(target)).map(|(cell, _)| cell);
        gone.chain(other).map(|(y, x)| (*x, *y))
    }

    /// The rows from `top` to before `bottom` moved up by so many, or down where that is negative.
    pub fn shift(&mut self, (top, bottom): (u16, u16), by: i32) {
        let moved = |((y, x), target): ((u16, u16), Rc<str>)| {
            if !(top..bottom).contains(&y) {
                return Some(((y, x), target));
            }
            let to = i32::from(y) - by;
            (i32::from(top)..i32::from(bottom)).contains(&to).then_some(((to as u16, x), target))
        };
        self.0 = std::mem::take(&mut self.0).into_iter().filter_map(moved).collect();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_and_mail_are_offered() {
        for offered in ["https://a.example/x", "HTTP://a", "mailto:a@b.example"] {
            assert!(is_offered(offered), "{offered}");
        }
        for kept in ["javascript:alert(1)", "file:///etc/passwd", "#heading", "02-planning", "data:text/html,x", "//host", ""] {
            assert!(!is_offered(kept), "{kept}");
        }
    }

    #[test]
    fn nothing_in_an_address_ends_the_sequence() {
        assert_eq!(begin("https://a/\u{1b}\\ü x"), "\x1b]8;;https://a/%1B\\%C3%BC%20x\x1b\\");
    }
}
