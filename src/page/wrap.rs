//! Words into rows by Unicode's rules for line breaks, measured the way ratatui measures: by grapheme cluster.

use std::ops::Range;
use std::rc::Rc;

use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::{Piece, Role};
use crate::course::{Clean, Inline};

/// How many cells a text takes.
pub fn width(text: &str) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

/// How many bytes of a text fit into so many cells, without cutting a cluster.
pub fn fitting(text: &str, cells: usize) -> usize {
    // Only as much is looked at as can fit: the rest of a line may be a book. One byte more, because a mark may follow.
    if text.as_bytes().iter().take(cells + 1).all(u8::is_ascii) {
        return text.len().min(cells);
    }
    let mut taken = 0;
    for (at, cluster) in text.grapheme_indices(true) {
        taken += cluster.width();
        if taken > cells {
            return at;
        }
    }
    text.len()
}

/// Words that were broken into rows: the pieces of each, and how many bytes stand before it.
pub type Rows = Vec<(Vec<Piece>, usize)>;

/// Breaks inlines into rows of at most `cells` cells. `role` is what plain words are here.
pub fn wrap(inlines: &[Inline], cells: usize, role: Role) -> Rows {
    let mut rows = Rows::new();
    let mut before = 0;
    for line in inlines.split(|inline| matches!(inline, Inline::Break)) {
        let styled = Styled::new(line, role);
        for range in break_lines(&styled.text, cells) {
            rows.push((styled.pieces(range.clone()), before + range.start));
        }
        before += styled.text.len();
    }
    rows
}

/// One line of an author's text: the words, and which part of them is what.
struct Styled {
    text: String,
    parts: Vec<(Range<usize>, Role, Option<Rc<str>>)>,
}

impl Styled {
    fn new(line: &[Inline], role: Role) -> Styled {
        let mut styled = Styled { text: String::new(), parts: Vec::new() };
        for inline in line {
            if let Inline::Span { text, look, link } = inline {
                let start = styled.text.len();
                styled.text.push_str(text.as_str());
                styled.parts.push((start..styled.text.len(), role_of(*look, link.as_ref(), role), link.clone()));
            }
        }
        styled
    }

    fn pieces(&self, row: Range<usize>) -> Vec<Piece> {
        let mut pieces: Vec<Piece> = Vec::new();
        // A paragraph may have as many parts as rows; only those of this row are looked at.
        let first = self.parts.partition_point(|(part, ..)| part.end <= row.start);
        let of_row = self.parts.iter().skip(first).take_while(|(part, ..)| part.start < row.end);
        for (part, role, link) in of_row {
            let range = part.start.max(row.start)..part.end.min(row.end);
            let Some(text) = self.text.get(range).filter(|text| !text.is_empty()) else { continue };
            pieces.push(Piece { text: Clean::words(text), role: *role, link: link.clone() });
        }
        pieces
    }
}

fn role_of(look: crate::course::block::Look, link: Option<&Rc<str>>, role: Role) -> Role {
    match () {
        () if look.code => Role::Code,
        () if link.is_some() => Role::Link,
        () if look.strong => Role::Strong,
        () if look.emphasis => Role::Emphasis,
        () => role,
    }
}

/// Where the rows of a text lie. Blanks at the end of a row belong to no row; a word wider than a row is cut between clusters.
fn break_lines(text: &str, cells: usize) -> Vec<Range<usize>> {
    let cells = cells.max(1);
    let mut rows = Vec::new();
    let mut words_in_row = Vec::new();
    let mut words_above = Vec::new();
    let mut used = 0;
    for word in words(text) {
        let shown = text.get(word.clone()).unwrap_or_default().trim_end_matches(' ');
        let shown_width = width(shown);
        if !words_in_row.is_empty() && used + shown_width > cells {
            words_above = std::mem::take(&mut words_in_row);
            rows.push(row_of(text, &words_above));
            used = 0;
        }
        if shown_width <= cells {
            used += width(text.get(word.clone()).unwrap_or_default());
            words_in_row.push(word);
            continue;
        }
        let mut rest = word;
        loop {
            let shown = text.get(rest.clone()).unwrap_or_default().trim_end_matches(' ');
            let cut = cut_at(shown, cells);
            if cut >= shown.len() && fitting(shown, cells) == shown.len() {
                break;
            }
            rows.push(rest.start..rest.start + cut);
            rest = rest.start + cut..rest.end;
            if cut >= shown.len() {
                break;
            }
        }
        words_above.clear();
        used = width(text.get(rest.clone()).unwrap_or_default());
        words_in_row.extend(Some(rest).filter(|rest| !rest.is_empty()));
    }
    if !words_in_row.is_empty() || rows.is_empty() {
        no_lonely_word(text, cells, &mut rows, &mut words_above, &mut words_in_row);
        rows.push(row_of(text, &words_in_row));
    }
    rows
}

/// A last row of a single word takes one more from the row above, if that leaves two there and both fit.
fn no_lonely_word(
    text: &str,
    cells: usize,
    rows: &mut [Range<usize>],
    above: &mut Vec<Range<usize>>,
    last: &mut Vec<Range<usize>>,
) {
    let ([word], Some(previous), true) = (last.as_slice(), above.last().cloned(), above.len() > 2) else { return };
    let joined = text.get(previous.start..word.end).unwrap_or_default();
    let parted = text.get(previous.clone()).is_some_and(|text| text.ends_with(' '));
    if parted && width(joined.trim_end_matches(' ')) <= cells {
        above.pop();
        last.insert(0, previous);
        if let Some(row) = rows.last_mut() {
            *row = row_of(text, above);
        }
    }
}

fn row_of(text: &str, words: &[Range<usize>]) -> Range<usize> {
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return 0..0 };
    let row = first.start..last.end;
    let shown = text.get(row.clone()).unwrap_or_default().trim_end_matches(' ').len();
    row.start..row.start + shown
}

/// Where a word or a line of code is cut: after at least one cluster, so that even a wide sign in a narrow row gets on.
pub fn cut_at(text: &str, cells: usize) -> usize {
    match fitting(text, cells) {
        0 => text.graphemes(true).next().map_or(text.len(), str::len),
        cut => cut,
    }
}

/// The parts of a text between two places where a row may end.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    linebreaks(text).filter_map(move |(end, kind)| {
        let word = start..end;
        start = end;
        (!word.is_empty() || kind == BreakOpportunity::Mandatory).then_some(word).filter(|word| !word.is_empty())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::course::block;

    #[track_caller]
    fn check(text: &str, cells: usize, expected: &[&str]) {
        let rows = wrap(&[block::words(Clean::words(text))], cells, Role::Text);
        let rows: Vec<String> = rows.iter().map(|(pieces, _)| pieces.iter().map(|p| p.text.as_str()).collect()).collect();
        assert_eq!(rows, expected);
    }

    #[test]
    fn rows_end_where_the_next_word_does_not_fit() {
        check("one two three", 20, &["one two three"]);
        check("one two three", 8, &["one two", "three"]);
        check("one two three", 3, &["one", "two", "thr", "ee"]);
        check("well-known", 6, &["well-", "known"]);
        check("", 5, &[""]);
    }

    #[test]
    fn a_last_row_of_one_word_takes_another() {
        check("aa bb cc dd", 8, &["aa bb", "cc dd"]);
        check("aa bb dd", 5, &["aa bb", "dd"]);
    }

    #[test]
    fn wide_and_joined_signs_are_never_cut() {
        check("日本語です", 4, &["日本", "語で", "す"]);
        check("日本", 1, &["日", "本"]);
        check("e\u{301}e\u{301}e\u{301}", 2, &["e\u{301}e\u{301}", "e\u{301}"]);
        check("👩‍👩‍👧👩‍👩‍👧", 2, &["👩‍👩‍👧", "👩‍👩‍👧"]);
    }
}
