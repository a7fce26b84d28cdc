//! A long text parsed piece by piece, with the same events as a whole parse. A piece ends where a block at the outermost level begins:
//! whatever stands before such a place is finished, whatever follows. Which block is the last of a piece can only be known by parsing
//! it, so the last one is left for the next piece. Link definitions and footnotes count in the whole text: they are collected first
//! and stand, unseen, before each piece.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::options;

/// Parses `body` in pieces of about `size` bytes, or as many more as its largest block needs.
pub fn parse<'t>(body: &'t str, size: usize, known: &str, mut take: impl FnMut(Event<'_>, Range<usize>)) {
    let mut from = 0;
    let mut wanted = size;
    while from < body.len() {
        let end = line_end(body, from.saturating_add(wanted));
        let piece: &'t str = body.get(from..end).unwrap_or_default();
        let text = if known.is_empty() { Cow::Borrowed(piece) } else { Cow::Owned([known, piece].concat()) };
        let in_body = |range: Range<usize>| range.start - known.len() + from..range.end - known.len() + from;
        let mut last = LastBlock::default();
        for (event, range) in Parser::new_ext(&text, options()).into_offset_iter() {
            if last.ends_before(&event) && stands_alone(&text, range.start) {
                if range.start >= known.len() {
                    last.start = line_start(&text, range.start).max(known.len()) - known.len();
                }
                last.events.drain(..).for_each(|(event, range)| take(event, in_body(range)));
            }
            last.depth(&event);
            if range.start >= known.len() {
                last.events.push((event, range));
            }
        }
        if end == body.len() {
            last.events.drain(..).for_each(|(event, range)| take(event, in_body(range)));
            return;
        }
        wanted = if last.start > 0 { size } else { wanted.saturating_mul(2) };
        from += last.start;
    }
}

/// The outermost block that is being parsed. It is handed on when the next one begins that is no part of it.
#[derive(Default)]
struct LastBlock<'t> {
    start: usize,
    depth: usize,
    events: Vec<(Event<'t>, Range<usize>)>,
}

impl LastBlock<'_> {
    /// A paragraph after definitions may be their next term, as what follows it tells.
    fn ends_before(&self, event: &Event) -> bool {
        let begins = self.depth == 0 && !matches!(event, Event::End(_));
        let defines = matches!(self.events.last(), Some((Event::End(TagEnd::DefinitionList), _)));
        begins && !(defines && matches!(event, Event::Start(Tag::Paragraph)))
    }

    fn depth(&mut self, event: &Event) {
        match event {
            Event::Start(_) => self.depth += 1,
            Event::End(_) => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
    }
}

fn line_end(body: &str, at: usize) -> usize {
    let rest = body.as_bytes().get(at..).unwrap_or_default();
    rest.iter().position(|byte| *byte == b'\n').map_or(body.len(), |found| at + found + 1)
}

fn line_start(text: &str, at: usize) -> usize {
    let before = text.as_bytes().get(..at).unwrap_or_default();
    before.iter().rposition(|byte| *byte == b'\n').map_or(0, |found| found + 1)
}

/// Whether a block can be parsed without what stands before it. A footnote within another one's text ends that one; where such a
/// footnote begins, deep in a line, nothing else would.
fn stands_alone(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let lines = before.trim_end_matches(' ');
    before.len() - lines.len() < 4 && (lines.is_empty() || lines.ends_with('\n'))
}

/// Every link definition and the name of every footnote, as Markdown that shows nothing: it goes before each piece.
pub fn definitions(body: &str, size: usize) -> String {
    let mut found = String::new();
    if !body.contains("]:") {
        return found;
    }
    let (mut seen, mut seen_notes, mut notes) = (HashSet::new(), HashSet::new(), String::new());
    let mut from = 0;
    let (mut starts, mut depth) = (Vec::new(), 0usize);
    parse(body, size, "", |event, range| {
        if let Event::Start(Tag::FootnoteDefinition(label)) = &event
            && seen_notes.insert(label.to_string())
        {
            notes.push_str(&format!("[^{label}]: .\n\n"));
        }
        match event {
            Event::End(_) => depth = depth.saturating_sub(1),
            _ if depth == 0 && stands_alone(body, range.start) => starts.push(line_start(body, range.start)),
            _ => {}
        }
        depth += usize::from(matches!(event, Event::Start(_)));
    });
    // A definition is no event; but a piece of whole blocks has those that stand in it.
    while from < body.len() {
        let end = starts.get(starts.partition_point(|start| *start < from.saturating_add(size))).copied().unwrap_or(body.len());
        let piece = body.get(from..end).unwrap_or_default();
        for_each_definition(piece, |label, source| {
            if seen.insert(label.to_lowercase()) {
                found.push_str(source);
                found.push_str("\n\n");
            }
        });
        from = end.max(from + 1);
    }
    found.push_str(&notes);
    // A comment ends a footnote, which an indented first line would go on with.
    if found.is_empty() { found } else { found + "<!-- -->\n\n" }
}

fn for_each_definition(piece: &str, mut each: impl FnMut(&str, &str)) {
    let parser = Parser::new_ext(piece, options());
    let mut all: Vec<_> = parser.reference_definitions().iter().collect();
    all.sort_by_key(|(_, definition)| definition.span.start);
    for (label, definition) in all {
        each(label, piece.get(definition.span.clone()).unwrap_or_default());
    }
}
