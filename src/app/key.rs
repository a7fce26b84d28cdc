//! A key of the keyboard, ours, and how it is spelt: `j`, `ctrl-c`, `pagedown`. The terminal's own type stays in `ui/terminal.rs`.

use crate::words::{ENGLISH, Saying, Words};

/// A key, with or without Ctrl.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// Which.
    pub code: Code,
    /// Held with Ctrl.
    pub ctrl: bool,
}

/// The keys that mean something somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Code {
    /// A letter, digit or sign, as typed.
    Char(char),
    /// Enter.
    Enter,
    /// Esc.
    Esc,
    /// Tab.
    Tab,
    /// Tab with Shift.
    BackTab,
    /// Backspace.
    Backspace,
    /// An arrow.
    Up,
    /// An arrow.
    Down,
    /// An arrow.
    Left,
    /// An arrow.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Delete.
    Delete,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// F1 to F12.
    F(u8),
}

/// How a key is spelt, and how its cap is called where it is not a sign.
const NAMES: [(&str, Code, Saying); 16] = [
    ("enter", Code::Enter, |words| words.caps().enter()),
    ("esc", Code::Esc, |words| words.caps().esc()),
    ("tab", Code::Tab, |words| words.caps().tab()),
    ("backtab", Code::BackTab, |words| words.caps().shift_tab()),
    ("backspace", Code::Backspace, |words| words.caps().backspace()),
    ("up", Code::Up, |_| "↑"),
    ("down", Code::Down, |_| "↓"),
    ("left", Code::Left, |_| "←"),
    ("right", Code::Right, |_| "→"),
    ("home", Code::Home, |words| words.caps().home()),
    ("delete", Code::Delete, |words| words.caps().delete()),
    ("end", Code::End, |words| words.caps().end()),
    ("pageup", Code::PageUp, |words| words.caps().page_up()),
    ("pagedown", Code::PageDown, |words| words.caps().page_down()),
    ("space", Code::Char(' '), |words| words.caps().space()),
    ("minus", Code::Char('-'), |_| "-"),
];

impl Key {
    /// A key without Ctrl.
    pub const fn plain(code: Code) -> Key {
        Key { code, ctrl: false }
    }

    /// A letter, digit or sign.
    pub const fn char(c: char) -> Key {
        Key::plain(Code::Char(c))
    }

    /// A letter with Ctrl.
    pub const fn ctrl(c: char) -> Key {
        Key { code: Code::Char(c), ctrl: true }
    }

    /// What the key types into a field.
    pub fn typed(self) -> Option<char> {
        match self {
            Key { code: Code::Char(c), ctrl: false } if !c.is_control() => Some(c),
            _ => None,
        }
    }

    /// The key that is spelt so.
    pub fn named(name: &str) -> Option<Key> {
        if let Some(rest) = name.strip_prefix("ctrl-") {
            return Key::named(rest).map(|key| Key { ctrl: true, ..key });
        }
        if let Some((_, code, _)) = NAMES.iter().find(|(known, _, _)| *known == name) {
            return Some(Key::plain(*code));
        }
        if let Some(number) = name.strip_prefix('f').and_then(|number| number.parse().ok()) {
            return (1..=12).contains(&number).then_some(Key::plain(Code::F(number)));
        }
        let mut letters = name.chars();
        let (letter, rest) = (letters.next()?, letters.next());
        rest.is_none().then_some(Key::char(letter))
    }

    /// The key as it stands in help and footer.
    pub fn shown(self, words: &Words) -> String {
        let name = match self.code {
            Code::F(number) => format!("F{number}"),
            code => match NAMES.iter().find(|(_, known, _)| *known == code) {
                Some((_, _, shown)) => shown(words).to_owned(),
                None => match code {
                    Code::Char(c) if self.ctrl => c.to_uppercase().to_string(),
                    Code::Char(c) => c.to_string(),
                    _ => String::new(),
                },
            },
        };
        if self.ctrl { words.caps().ctrl(name) } else { name }
    }

    /// The key whose cap is called so in English, as the table of keys calls it.
    pub fn with_cap(cap: &str) -> Option<Key> {
        NAMES.iter().find(|(_, _, shown)| shown(&ENGLISH) == cap).map(|(_, code, _)| Key::plain(*code))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_found_by_its_name_and_shown_by_its_cap() {
        for (name, shown) in
            [("j", "j"), ("ctrl-c", "Ctrl-C"), ("pagedown", "PgDn"), ("f9", "F9"), ("space", "Space"), ("?", "?")]
        {
            assert_eq!(Key::named(name).map(|key| key.shown(&ENGLISH)).as_deref(), Some(shown));
        }
        assert_eq!(Key::named("nosuch"), None);
        assert_eq!(Key::named("f13"), None);
    }
}
