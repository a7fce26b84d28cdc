//! A text that is being typed, and where in it the cursor stands. It moves by what a reader takes for letters, not by bytes.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use super::keymap::Act;

/// The text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typing {
    /// What was typed.
    pub text: String,
    /// The byte before which the cursor stands.
    pub cursor: usize,
}

/// Longer texts are not taken: an answer is no book, and everything is kept in memory.
pub const LONGEST: usize = 8_000;

/// What is looked for is looked for anew with each letter, in the whole course. Nothing that long is found.
pub const LONGEST_SOUGHT: usize = 200;

impl Typing {
    /// A text with the cursor at its end.
    pub fn of(text: &str) -> Typing {
        Typing { text: text.to_owned(), cursor: text.len() }
    }

    /// Whether nothing but blanks was typed.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Does what a key means; false where it means nothing here.
    pub fn take(&mut self, act: Act) -> bool {
        match act {
            Act::Type(letter) if self.text.len() < LONGEST => {
                self.text.insert(self.cursor, letter);
                self.cursor += letter.len_utf8();
            }
            Act::Type(_) => {}
            Act::Erase => self.remove(self.before()..self.cursor),
            Act::EraseNext => self.remove(self.cursor..self.after()),
            Act::EraseWord => self.remove(self.word_before()..self.cursor),
            Act::EraseAll => self.remove(0..self.text.len()),
            Act::Left => self.cursor = self.before(),
            Act::Right => self.cursor = self.after(),
            Act::Top => self.cursor = 0,
            Act::Bottom => self.cursor = self.text.len(),
            _ => return false,
        }
        true
    }

    fn remove(&mut self, range: std::ops::Range<usize>) {
        self.cursor = range.start;
        self.text.replace_range(range, "");
    }

    fn before(&self) -> usize {
        let mut cursor = GraphemeCursor::new(self.cursor, self.text.len(), true);
        cursor.prev_boundary(&self.text, 0).ok().flatten().unwrap_or(0)
    }

    fn after(&self) -> usize {
        let mut cursor = GraphemeCursor::new(self.cursor, self.text.len(), true);
        cursor.next_boundary(&self.text, 0).ok().flatten().unwrap_or(self.text.len())
    }

    fn word_before(&self) -> usize {
        let before = self.text.get(..self.cursor).unwrap_or_default();
        before.unicode_word_indices().next_back().map_or(0, |(at, _)| at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(acts: &[Act], expected: &str, cursor: usize) {
        let mut typing = Typing::of("e\u{301} 👩‍👩‍👧 word");
        for act in acts {
            assert!(typing.take(*act));
        }
        assert_eq!((typing.text.as_str(), typing.cursor), (expected, cursor));
    }

    #[test]
    fn letters_are_what_a_reader_takes_for_letters() {
        check(&[Act::EraseWord], "e\u{301} 👩‍👩‍👧 ", 23);
        check(&[Act::EraseWord, Act::Erase, Act::Erase], "e\u{301} ", 4);
        check(&[Act::Top, Act::EraseNext], " 👩‍👩‍👧 word", 0);
        check(&[Act::Top, Act::Right, Act::Type('x')], "e\u{301}x 👩‍👩‍👧 word", 4);
        check(&[Act::EraseAll, Act::Erase, Act::Left, Act::Right], "", 0);
        check(&[Act::Left, Act::Type('l')], "e\u{301} 👩‍👩‍👧 world", 27);
    }
}
