//! Links of a lesson: going from one to the next, and following those that stay in the course. Esc leads back, as from any screen.

use super::keymap::Act;
use super::{App, Effect, Reader, Screen, quiz, reader};
use crate::course::{BlockKind, Clean, Inline, Lesson, block, glossary, link};
use crate::page::{self, Link, Spot};
use crate::progress::{Purpose, Stamp};

/// The focused link: the block, which of its links, and where in the rows of the block its words stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Focus {
    /// The block.
    pub block: usize,
    /// Which of its links.
    pub nth: usize,
    /// The link.
    pub link: Link,
}

/// To the next link, or to the one before. From no link it is the first on the screen, or the last above it. After the last of the
/// text comes the first.
pub fn step(reader: &mut Reader, lesson: &Lesson, act: Act, height: usize) {
    let count = lesson.blocks().len();
    let (from, top) = (reader.link.as_ref().map(|focus| (focus.block, focus.nth)), reader.top);
    let start = from.map_or(top.block, |(block, _)| block);
    let is_next = act == Act::NextLink;
    for away in 0..=count + 1 {
        let block = if is_next { (start + away) % (count + 1) } else { (start + 2 * (count + 1) - away) % (count + 1) };
        if !block.checked_sub(1).and_then(|at| lesson.blocks().get(at)).is_some_and(|block| leads_somewhere(&block.kind)) {
            continue;
        }
        let links = page::links(&reader.page.rows(lesson, block));
        let is_beyond = |(nth, link): &(usize, &Link)| match (away, from) {
            (0, Some((_, before))) => {
                if is_next {
                    *nth > before
                } else {
                    *nth < before
                }
            }
            (0, None) => (link.row() >= top.row) == is_next,
            _ => true,
        };
        let mut beyond = links.iter().enumerate().filter(is_beyond);
        let found = if is_next { beyond.next() } else { beyond.next_back() };
        if let Some((nth, link)) = found {
            let spot = Spot { block, row: link.row() };
            reader.link = Some(Focus { block, nth, link: link.clone() });
            reader.bring(lesson, spot, height);
            return reader.mark(lesson);
        }
    }
}

fn leads_somewhere(kind: &BlockKind) -> bool {
    let mut any = matches!(kind, BlockKind::Check(_));
    block::each_span(kind, &mut |span| any |= matches!(span, Inline::Span { link: Some(_), .. }));
    any
}

/// Follows the focused link; one that leads out of the course only shows where.
pub fn follow(app: &mut App, at: Stamp, effects: &mut Vec<Effect>) {
    let Screen::Reader(reader) = app.screen() else { return };
    let Some(Focus { link, .. }) = &reader.link else { return };
    if let Some(term) = glossary::term_of(&link.target) {
        return app.term = Some(term);
    }
    if let Some(id) = block::asked_by(&link.target) {
        let lesson = reader.lesson;
        reader::remember(app, at, effects);
        return quiz::begin_with(app, at, (Some(lesson), vec![id], Purpose::Check), effects);
    }
    if let Some((lesson, slug)) = link::leads_to(&app.course, reader.lesson, &link.target) {
        reader::remember(app, at, effects);
        reader::open_at(app, at, lesson, slug.as_deref(), effects);
    }
}

/// What the next term on the screen means, said above the page; after the last, nothing.
pub fn next_term(app: &mut App, shown: Option<usize>) {
    let Screen::Reader(reader) = app.screen() else { return };
    let height = app.geometry().height;
    let pieces = reader.rows.iter().take(height).flat_map(|row| &row.pieces);
    let mut terms: Vec<usize> = pieces.filter_map(|piece| glossary::term_of(piece.link.as_ref()?)).collect();
    terms.dedup();
    let next = match shown {
        Some(shown) => terms.iter().skip_while(|term| **term != shown).nth(1),
        None => terms.first(),
    };
    if terms.is_empty() {
        app.remarks.push(Clean::words(app.words().lesson().no_term_here()));
    }
    app.term = next.copied();
}

/// Opens the question that is asked within the text on the screen.
pub fn check(app: &mut App, at: Stamp, effects: &mut Vec<Effect>) {
    let Some((reader, _)) = app.reader() else { return };
    let (height, lesson) = (reader.rows.len(), reader.lesson);
    let pieces = reader.rows.iter().take(height).flat_map(|row| &row.pieces);
    let asked = pieces.filter_map(|piece| block::asked_by(piece.link.as_ref()?)).next();
    let Some(id) = asked else {
        return app.remarks.push(Clean::words(app.words().lesson().no_question_here()));
    };
    reader::remember(app, at, effects);
    quiz::begin_with(app, at, (Some(lesson), vec![id], Purpose::Check), effects);
}
