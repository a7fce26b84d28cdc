//! Finding words: how often each block of a text has them, and where they stand in its rows. A find may run over line ends and from
//! one look to another, but not from one block to the next. Small letters find capitals too; a capital wants itself.

use std::ops::Range;

use memchr::memmem;

use crate::course::{Lesson, block};
use crate::page::Row;

/// A text as one line, small if small letters are looked for, and where each block of it begins. Block 0 is its head.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    text: String,
    starts: Vec<usize>,
    is_small: bool,
}

/// A block in which something was found, and how often.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The block.
    pub block: usize,
    /// How many finds stand before it.
    pub before: usize,
    /// How many it has.
    pub count: usize,
}

/// What is looked for, without blanks that nobody sees.
pub fn wanted(typed: &str) -> String {
    let words = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    if is_small(&words) { smaller(&words) } else { words }
}

fn is_small(wanted: &str) -> bool {
    !wanted.chars().any(char::is_uppercase)
}

fn smaller(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_lowercase() } else { text.chars().map(small).collect() }
}

/// A capital's small letter, where that is one letter.
pub fn small(c: char) -> char {
    let mut letters = c.to_lowercase();
    match (letters.next(), letters.next()) {
        (Some(only), None) => only,
        _ => c,
    }
}

impl Line {
    /// Whether it serves to look for these words.
    pub fn serves(&self, wanted: &str) -> bool {
        !self.starts.is_empty() && self.is_small == is_small(wanted)
    }

    /// The text of a lesson in which these words can be looked for.
    pub fn of(lesson: &Lesson, wanted: &str) -> Line {
        let mut text = String::new();
        let mut starts = vec![0];
        for part in [&lesson.title].into_iter().chain(lesson.objectives.iter().map(|objective| &objective.text)) {
            text.push_str(part.as_str());
            text.push(' ');
        }
        for block in lesson.blocks() {
            // What parts two blocks is never looked for, so that no find runs from one to the next.
            text.push('\n');
            starts.push(text.len());
            block::say(&block.kind, &mut text);
        }
        if !is_small(wanted) {
            return Line { text, starts, is_small: false };
        }
        if text.is_ascii() {
            text.make_ascii_lowercase();
            return Line { text, starts, is_small: true };
        }
        // A small letter may be longer than its capital.
        let mut line = Line { is_small: true, ..Line::default() };
        for part in text.split('\n') {
            line.starts.push(line.text.len());
            line.text.push_str(&smaller(part));
            line.text.push('\n');
        }
        line
    }

    /// Every block that has the words, in order.
    pub fn hits(&self, wanted: &str) -> Vec<Hit> {
        let mut hits: Vec<Hit> = Vec::new();
        if wanted.is_empty() {
            return hits;
        }
        let mut block = 0;
        for (nth, at) in memmem::find_iter(self.text.as_bytes(), wanted.as_bytes()).enumerate() {
            while self.starts.get(block + 1).is_some_and(|start| *start <= at) {
                block += 1;
            }
            match hits.last_mut() {
                Some(hit) if hit.block == block => hit.count += 1,
                _ => hits.push(Hit { block, before: nth, count: 1 }),
            }
        }
        hits
    }
}

/// One find in some rows: the rows, and the bytes of their words.
pub type Find = Vec<(usize, Range<usize>)>;

/// A letter of some rows, and where it stands.
struct Letter {
    row: usize,
    bytes: Range<usize>,
    is_blank: bool,
}

/// Every find in the rows of a block. They are read as one line: the end of a row and what indents the next are one blank.
pub fn in_rows(rows: &[Row], wanted: &str) -> Vec<Find> {
    if wanted.is_empty() {
        return Vec::new();
    }
    let (text, letters) = as_one_line(rows, is_small(wanted));
    let mut starts = Vec::with_capacity(text.len() + 1);
    for (nth, c) in text.chars().enumerate() {
        starts.extend(std::iter::repeat_n(nth, c.len_utf8()));
    }
    let find = |(at, _): (usize, &str)| {
        let (first, last) = (*starts.get(at)?, *starts.get(at + wanted.len() - 1)?);
        Some(parts(letters.get(first..=last)?))
    };
    text.match_indices(wanted).filter_map(find).collect()
}

fn as_one_line(rows: &[Row], to_small: bool) -> (String, Vec<Letter>) {
    let (mut text, mut letters) = (String::new(), Vec::<Letter>::new());
    for (row, words) in rows.iter().map(Row::text).enumerate() {
        let indent = words.len() - words.trim_start().len();
        if !text.is_empty() && !text.ends_with(' ') {
            text.push(' ');
            letters.push(Letter { row, bytes: 0..0, is_blank: true });
        }
        for (at, c) in words.char_indices().filter(|(at, _)| *at >= indent) {
            text.push(if to_small { small(c) } else { c });
            letters.push(Letter { row, bytes: at..at + c.len_utf8(), is_blank: false });
        }
    }
    (text, letters)
}

/// Neighbouring letters of a row joined to one part.
fn parts(letters: &[Letter]) -> Find {
    let mut parts = Find::new();
    for letter in letters.iter().filter(|letter| !letter.is_blank) {
        match parts.last_mut() {
            Some((row, bytes)) if *row == letter.row && bytes.end == letter.bytes.start => bytes.end = letter.bytes.end,
            _ => parts.push((letter.row, letter.bytes.clone())),
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page;

    #[track_caller]
    fn check(markdown: &str, wanted: &str, expected: &[&str]) {
        let rows: Vec<Row> = page::markdown(markdown, 20).next().unwrap();
        let words: Vec<String> = rows.iter().map(Row::text).collect();
        let shown = |find: &Find| find.iter().map(|(row, bytes)| &words[*row][bytes.clone()]).collect::<Vec<_>>().join("|");
        assert_eq!(in_rows(&rows, &super::wanted(wanted)).iter().map(shown).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_match_runs_over_line_ends_and_looks() {
        check("One two three four five six", "four five", &["four|five"]);
        check("a **bold** word", "a bold w", &["a bold w"]);
        check("- an item that goes on and on", "goes on", &["goes|on"]);
        check("- an item of many words and more", "many words and", &["many|words and"]);
        check("one\n\ntwo", "one two", &[]);
    }

    #[test]
    fn small_letters_find_capitals_and_a_capital_wants_itself() {
        check("Intent and intent", "intent", &["Intent", "intent"]);
        check("Intent and intent", "Intent", &["Intent"]);
        check("Größe ÉTÉ", "été", &["ÉTÉ"]);
        check("abc", "", &[]);
        check("abc", "   ", &[]);
        check("abc", "x", &[]);
    }
}
