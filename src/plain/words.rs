//! What is drawn as what is said: rows of a screen, texts of a question, lists of numbers.

use crate::course::{Block, Clean, Prose};
use crate::page::{Role, Row, Sign};
use crate::words::{Lines, Words};

use super::lesson;

/// Lines of the program or of a course, cleaned.
pub fn line(words: &str) -> Clean {
    Clean::words(words.trim_end())
}

/// With a full stop, where none stands already: some languages shorten “minutes” with one.
pub fn stopped(words: String) -> String {
    if words.ends_with('.') { words } else { words + "." }
}

/// A row as it is said: bars and rules fall away, gaps become commas, signs become words.
pub fn row(words: &Words, row: &Row) -> String {
    if row.pieces.iter().any(|piece| piece.role == Role::Code) {
        return format!("    {}", row.text().trim_end());
    }
    let mut text = String::new();
    for piece in &row.pieces {
        match piece.role {
            // A bar has its figure beside it.
            Role::Rule | Role::Progress => text.push_str("  "),
            // What a key does is said by the prompt.
            Role::Key if text.trim().is_empty() => {}
            Role::Key => break,
            _ => text.push_str(piece.text.as_str()),
        }
    }
    numbered_parts(words.lines(), &glyphs(words.lines(), &text), row.sign)
}

/// Signs that are drawn, as words or as nothing: each has its word beside it.
fn glyphs(words: Lines, text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for glyph in text.chars() {
        match glyph {
            '■' | '◆' | '▌' | '│' | '─' | '━' | '├' | '┼' | '┤' | '▲' | '█' | '▓' | '░' | '▀' | '▄' | '○' | '●' => {
                out.push(' ')
            }
            '✓' => out.push_str(words.right()),
            '✗' => out.push_str(words.not_right()),
            '▸' => out.push_str(words.begun()),
            '→' => out.push_str(words.to()),
            glyph => out.push(glyph),
        }
    }
    out.replace(" · ", ", ").replace("[x]", words.ticked()).replace("[ ]", "")
}

/// The parts between gaps, with commas; a number at the beginning numbers the rest.
fn numbered_parts(words: Lines, text: &str, sign: Option<Sign>) -> String {
    let parts: Vec<&str> = text.split("  ").map(str::trim).filter(|part| !matches!(*part, "" | "·")).collect();
    let signed = |what: String| match sign {
        Some(Sign::Right) => words.is_done(what),
        Some(Sign::Wrong) => words.is_not_right(what),
        Some(Sign::Begun) => words.is_begun(what),
        Some(Sign::Notice) => words.note(what),
        Some(Sign::Bar | Sign::Untouched | Sign::Asked) | None => what,
    };
    match parts.as_slice() {
        [] => String::new(),
        [number, rest @ ..] if !rest.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) => {
            format!("{number}. {}", signed(joined(rest)))
        }
        parts => signed(joined(parts)),
    }
}

/// With commas, where a part is no sentence of its own.
fn joined(parts: &[&str]) -> String {
    let mut out = String::new();
    for part in parts {
        let comma = if out.is_empty() {
            ""
        } else if out.ends_with('.') {
            " "
        } else {
            ", "
        };
        out.push_str(comma);
        out.push_str(part);
    }
    out
}

/// A short text in one line.
pub fn said(words: &Words, prose: &Prose) -> String {
    in_one(words, &prose.blocks())
}

/// Some blocks in one line.
pub fn in_one(words: &Words, blocks: &[Block]) -> String {
    let lines: Vec<String> = lesson::blocks(words, blocks).iter().map(|line| line.as_str().trim().to_owned()).collect();
    lines.join(" ")
}

/// A short text line by line, with a number before the first.
pub fn numbered(words: &Words, number: usize, prose: &Prose) -> Vec<Clean> {
    let mut lines = lesson::blocks(words, &prose.blocks());
    let first = lines.first().map_or("", Clean::as_str).to_owned();
    let first = line(&format!("{number}. {first}"));
    match lines.first_mut() {
        Some(line) => *line = first,
        None => lines.push(first),
    }
    lines
}

/// The numbers of a line, with blanks or commas between them; none where it has anything else.
pub fn numbers(line: &str) -> Option<Vec<usize>> {
    let parts = line.split([' ', ',', '\t', ';']).filter(|part| !part.is_empty());
    let numbers: Option<Vec<usize>> = parts.map(|part| part.parse().ok()).collect();
    numbers.filter(|numbers| !numbers.is_empty())
}

/// `1`, `1 and 3`, `1, 2 and 4`.
pub fn listed(words: &Words, numbers: &[usize]) -> String {
    let all: Vec<String> = numbers.iter().map(usize::to_string).collect();
    match all.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => words.lines().listed(most.join(", "), last),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{Piece, blanks, piece, repeated};
    use crate::words::ENGLISH;

    #[track_caller]
    fn check(pieces: Vec<Piece>, sign: Option<Sign>, expected: &str) {
        assert_eq!(row(&ENGLISH, &Row { sign, ..Row::of(pieces) }), expected);
    }

    #[test]
    fn a_row_is_said_without_what_is_drawn() {
        let words = |text: &'static str| piece(text, Role::Text);
        check(vec![words("3  Organising"), blanks(20), words("14 min")], None, "3. Organising, 14 min");
        check(vec![words("tell them"), repeated('━', 5, Role::Progress), blanks(2), words("2 of 3")], None, "tell them, 2 of 3");
        check(vec![words("tell them")], Some(Sign::Right), "done: tell them");
        check(vec![words("1  [x]  Two")], None, "1. ticked, Two");
        check(vec![piece("r", Role::Key), blanks(2), words("5 waiting")], None, "5 waiting");
        check(vec![repeated('─', 8, Role::Rule)], None, "");
    }

    #[test]
    fn numbers_are_read_with_blanks_or_commas() {
        assert_eq!(numbers("2 1 3"), Some(vec![2, 1, 3]));
        assert_eq!(numbers(" 2,1, 3 "), Some(vec![2, 1, 3]));
        assert_eq!(numbers("2 x"), None);
        assert_eq!(numbers(""), None);
    }
}
