//! `Clean`: a text that may reach a cell or a message.
//!
//! Texts of a course or a learner are never trusted: an escape sequence in a lesson, or one hidden in a character reference, would
//! otherwise drive the terminal. Pieces, problems, headers and remarks are made of `Clean`, so that forgetting to clean does not
//! compile. Cleaning is done here and nowhere else, character by character and after parsing, because `&#27;` becomes a real ESC only
//! then.

use std::borrow::Cow;
use std::fmt;

use unicode_width::UnicodeWidthChar;

/// A text without control characters, invisible direction marks or line breaks. Made only by the functions below.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Clean(Cow<'static, str>);

/// More combining marks than any script needs on one letter; what exceeds it is dropped, so that no cell grows without limit.
const MARKS_ON_A_LETTER: usize = 6;

impl Clean {
    /// A text of the program itself.
    pub const fn fixed(text: &'static str) -> Clean {
        Clean(Cow::Borrowed(text))
    }

    /// Running text: line breaks and tabs become spaces; controls, direction overrides and other invisible signs are dropped.
    /// Joiners stay, because emoji, Persian and the scripts of India are written with them.
    pub fn words(text: &str) -> Clean {
        let is_odd = |c: char| c < ' ' || (c > '~' && (is_unsafe(c) || is_mark(c) || matches!(c, '\u{2028}' | '\u{2029}')));
        if !text.chars().any(is_odd) {
            return Clean(Cow::Owned(text.to_owned()));
        }
        let mut out = String::with_capacity(text.len());
        let mut marks = 0;
        for c in text.chars() {
            match c {
                '\n' | '\t' | '\r' | '\u{2028}' | '\u{2029}' => out.push(' '),
                c if is_unsafe(c) => {}
                c if is_mark(c) => {
                    marks += 1;
                    if marks <= MARKS_ON_A_LETTER {
                        out.push(c);
                    }
                }
                c => {
                    marks = 0;
                    out.push(c);
                }
            }
        }
        Clean(Cow::Owned(out))
    }

    /// One line of code or of a file that is quoted: nothing is dropped, every unsafe character is shown as a mark, because a
    /// reader of code must see what is there. Tabs reach to the next multiple of four columns.
    pub fn code(line: &str) -> Clean {
        let mut out = String::with_capacity(line.len());
        let mut column = 0;
        for c in line.chars() {
            let before = out.len();
            match c {
                '\t' => {
                    let fill = 4 - column % 4;
                    out.extend(std::iter::repeat_n(' ', fill));
                }
                '\u{0}'..='\u{1f}' => out.push(char::from_u32(0x2400 + c as u32).unwrap_or('\u{fffd}')),
                '\u{7f}' => out.push('\u{2421}'),
                c if is_unsafe(c) || matches!(c, '\u{2028}' | '\u{2029}') => {
                    out.push_str(&format!("<U+{:04X}>", c as u32));
                }
                c => out.push(c),
            }
            column += out.get(before..).map_or(0, |added| added.chars().count());
        }
        Clean(Cow::Owned(out))
    }

    /// Adds another clean text at the end.
    pub fn push(&mut self, more: &Clean) {
        self.0.to_mut().push_str(&more.0);
    }

    /// Gives back room that was held for more.
    pub fn shrink(&mut self) {
        if let Cow::Owned(text) = &mut self.0 {
            text.shrink_to_fit();
        }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// True where nothing would be shown.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The part of the text between two byte offsets; empty where they fall inside a character.
    pub fn slice(&self, range: std::ops::Range<usize>) -> Clean {
        Clean(Cow::Owned(self.0.get(range).unwrap_or_default().to_owned()))
    }
}

/// Joins texts that are clean into one that is.
pub fn join<'a>(parts: impl IntoIterator<Item = &'a str>) -> Clean {
    let mut out = String::new();
    for part in parts {
        out.push_str(part);
    }
    Clean::words(&out)
}

impl fmt::Display for Clean {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// In the formats that others read it is a text as any other.
impl serde::Serialize for Clean {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl fmt::Debug for Clean {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&*self.0, f)
    }
}

/// What must not reach a terminal: the controls of Unicode (Cc), direction marks and overrides, invisible operators, the byte
/// order mark, zero-width space, soft hyphen and the tag characters. ZWJ and ZWNJ are not among them.
fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// What takes no cell of its own: combining marks, joiners, variation selectors.
fn is_mark(c: char) -> bool {
    c.width() == Some(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(input: &str, prose: &str, code: &str) {
        assert_eq!(Clean::words(input).as_str(), prose, "as prose");
        assert_eq!(Clean::code(input).as_str(), code, "as code");
    }

    #[test]
    fn controls_are_dropped_in_prose_and_shown_in_code() {
        check("plain", "plain", "plain");
        check("a\u{1b}[31mb", "a[31mb", "a␛[31mb");
        check("a\u{9b}b", "ab", "a<U+009B>b");
        check("a\u{202e}b", "ab", "a<U+202E>b");
        check("a\tb", "a b", "a   b");
        check("a\u{7f}b", "ab", "a␡b");
    }

    #[test]
    fn honest_text_stays_whole() {
        for text in ["مرحبا بالعالم", "שָׁלוֹם", "👩‍👩‍👧", "می‌خواهم", "café", "“naïve” – 日本語"]
        {
            check(text, text, text);
        }
    }

    #[test]
    fn a_letter_carries_few_marks() {
        let zalgo = format!("e{}x", "\u{301}".repeat(10_000));
        assert_eq!(Clean::words(&zalgo).as_str().chars().count(), 2 + MARKS_ON_A_LETTER);
    }

    proptest::proptest! {
        #[test]
        fn cleaning_twice_is_cleaning_once(text in ".{0,80}") {
            let once = Clean::words(&text);
            proptest::prop_assert_eq!(&Clean::words(once.as_str()), &once);
            proptest::prop_assert!(!once.as_str().chars().any(char::is_control));
            let code = Clean::code(&text);
            proptest::prop_assert_eq!(&Clean::code(code.as_str()), &code);
            proptest::prop_assert!(!code.as_str().chars().any(char::is_control));
            proptest::prop_assert!(code.as_str().len() <= 8 * text.len());
        }
    }
}
