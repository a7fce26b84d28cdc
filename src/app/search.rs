//! Search in a lesson: what is looked for, where it stands on the page, and which match one is at. A match may run over line ends
//! and from one look to another. Small letters find capitals too; a capital wants itself.

use super::keymap::Act;
use super::{App, Screen};
use crate::course::Place;
use crate::page::{Page, Row};

/// A search.
#[derive(Clone, Debug, PartialEq)]
pub struct Search {
    /// What is looked for.
    pub text: String,
    /// Whether it is still being typed.
    pub is_typing: bool,
    /// Where it was found, in the order of the page.
    pub matches: Vec<Match>,
    /// The match one is at.
    pub current: usize,
    /// The last step went over the end of the page.
    pub has_wrapped: bool,
    /// The place from which the search began.
    from: Place,
}

/// One find: parts of rows that follow each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Match {
    /// The row, and the bytes of its words.
    pub parts: Vec<(usize, std::ops::Range<usize>)>,
}

impl Match {
    /// The row in which it begins.
    pub fn row(&self) -> usize {
        self.parts.first().map_or(0, |(row, _)| *row)
    }
}

impl Search {
    /// A search that is about to be typed.
    pub fn begin(from: Place) -> Search {
        Search { text: String::new(), is_typing: true, matches: Vec::new(), current: 0, has_wrapped: false, from }
    }

    /// A search for some words that were typed elsewhere.
    pub fn of(text: String, from: Place, page: &Page) -> Search {
        let mut search = Search { text, is_typing: false, ..Search::begin(from) };
        search.look_through(page);
        search
    }

    /// Finds every match on a page, and stands on the first at or after the row where the search began.
    pub fn look_through(&mut self, page: &Page) {
        self.matches = find(page, &self.text);
        let from = page.row_of(self.from);
        self.current = self.matches.iter().position(|found| found.row() >= from).unwrap_or(0);
        self.has_wrapped = false;
    }

    /// Finds the same matches on the same text at another width.
    pub fn look_again(&mut self, page: &Page) {
        self.matches = find(page, &self.text);
        self.current = self.current.min(self.matches.len().saturating_sub(1));
    }
}

/// A letter of the page, small if small letters are looked for, and where it stands.
struct Letter {
    row: usize,
    bytes: std::ops::Range<usize>,
    is_blank: bool,
}

/// Every match. The page is read as one line: the end of a row and what indents the next are one blank.
fn find(page: &Page, wanted: &str) -> Vec<Match> {
    let fold = !wanted.chars().any(char::is_uppercase);
    let wanted: String = folded(&wanted.split_whitespace().collect::<Vec<_>>().join(" "), fold);
    if wanted.is_empty() {
        return Vec::new();
    }
    let (text, letters) = as_one_line(page, fold);
    let mut matches = Vec::new();
    let mut starts = Vec::with_capacity(text.len() + 1);
    for (nth, c) in text.chars().enumerate() {
        starts.extend(std::iter::repeat_n(nth, c.len_utf8()));
    }
    for (at, _) in text.match_indices(&wanted) {
        let (first, last) = (starts.get(at), starts.get(at + wanted.len() - 1));
        if let (Some(first), Some(last)) = (first, last) {
            matches.push(Match { parts: parts(letters.get(*first..=*last).unwrap_or_default()) });
        }
    }
    matches
}

fn folded(text: &str, fold: bool) -> String {
    if fold { text.chars().map(small).collect() } else { text.to_owned() }
}

/// A capital's small letter, where that is one letter.
pub fn small(c: char) -> char {
    let mut letters = c.to_lowercase();
    match (letters.next(), letters.next()) {
        (Some(only), None) => only,
        _ => c,
    }
}

fn as_one_line(page: &Page, fold: bool) -> (String, Vec<Letter>) {
    let (mut text, mut letters) = (String::new(), Vec::<Letter>::new());
    for (row, words) in page.rows.iter().map(Row::text).enumerate() {
        let indent = words.len() - words.trim_start().len();
        if !text.is_empty() && !text.ends_with(' ') {
            text.push(' ');
            letters.push(Letter { row, bytes: 0..0, is_blank: true });
        }
        for (at, c) in words.char_indices().filter(|(at, _)| *at >= indent) {
            text.push(if fold { small(c) } else { c });
            letters.push(Letter { row, bytes: at..at + c.len_utf8(), is_blank: false });
        }
    }
    (text, letters)
}

/// Neighbouring letters of a row joined to one part.
fn parts(letters: &[Letter]) -> Vec<(usize, std::ops::Range<usize>)> {
    let mut parts: Vec<(usize, std::ops::Range<usize>)> = Vec::new();
    for letter in letters.iter().filter(|letter| !letter.is_blank) {
        match parts.last_mut() {
            Some((row, bytes)) if *row == letter.row && bytes.end == letter.bytes.start => bytes.end = letter.bytes.end,
            _ => parts.push((letter.row, letter.bytes.clone())),
        }
    }
    parts
}

/// To the next match, or to the one before; over the end of the page to its other end.
pub fn step(reader: &mut super::Reader, by: isize, height: usize) {
    let Some(search) = &mut reader.search else { return };
    let count = search.matches.len();
    if count == 0 {
        return;
    }
    let next = (search.current as isize + by).rem_euclid(count as isize) as usize;
    search.has_wrapped = (by > 0) != (next > search.current) || next == search.current;
    search.current = next;
    show(reader, height);
}

/// Brings the current match onto the screen, a third of the way down, if it is not there already.
fn show(reader: &mut super::Reader, height: usize) {
    let Some(found) = reader.search.as_ref().and_then(|search| search.matches.get(search.current)) else { return };
    let row = found.row();
    if row < reader.top || row + 1 >= reader.top + height {
        reader.go_to(row.saturating_sub(height / 3), height);
    }
}

/// What is typed into the search field, and the keys that work there.
pub fn update(app: &mut App, act: Act) {
    let height = app.body_height();
    let Some(Screen::Reader(reader)) = app.screens.last_mut() else { return };
    let Some(search) = &mut reader.search else { return };
    match act {
        Act::Type(letter) => search.text.push(letter),
        Act::Erase if search.text.is_empty() => return give_up(reader, height),
        Act::Erase => drop(search.text.pop()),
        Act::EraseAll => search.text.clear(),
        Act::Down => return step(reader, 1, height),
        Act::Up => return step(reader, -1, height),
        Act::Confirm if search.matches.is_empty() => return give_up(reader, height),
        Act::Confirm => {
            search.is_typing = false;
            return;
        }
        _ => return give_up(reader, height),
    }
    search.look_through(&reader.page);
    show(reader, height);
}

/// Back to where the search began.
fn give_up(reader: &mut super::Reader, height: usize) {
    if let Some(search) = reader.search.take() {
        reader.go_to(reader.page.row_of(search.from), height);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page;

    #[track_caller]
    fn check(markdown: &str, wanted: &str, expected: &[&str]) {
        let page = page::markdown(markdown, 20);
        let rows: Vec<String> = page.rows.iter().map(Row::text).collect();
        let shown = |found: &Match| {
            let parts: Vec<&str> = found.parts.iter().map(|(row, bytes)| &rows[*row][bytes.clone()]).collect();
            parts.join("|")
        };
        assert_eq!(find(&page, wanted).iter().map(shown).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_match_runs_over_line_ends_and_looks() {
        check("One two three four five six", "four five", &["four|five"]);
        check("a **bold** word", "a bold w", &["a bold w"]);
        check("- an item that goes on and on", "goes on", &["goes|on"]);
        check("- an item of many words and more", "many words and", &["many|words and"]);
        check("one\n\ntwo", "one two", &["one|two"]);
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
