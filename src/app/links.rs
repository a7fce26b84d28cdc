//! Links of a lesson: going from one to the next, and following those that stay in the course. Esc leads back, as from any screen.

use super::keymap::Act;
use super::{App, Effect, Reader, Screen, reader};
use crate::course::{BlockKind, Course, Inline, Lesson, block};
use crate::page::{self, Link, Spot};
use crate::progress::Stamp;

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
    let mut any = false;
    block::each_span(kind, &mut |span| any |= matches!(span, Inline::Span { link: Some(_), .. }));
    any
}

/// Follows the focused link; one that leads out of the course only shows where.
pub fn follow(app: &mut App, at: Stamp, effects: &mut Vec<Effect>) {
    let Screen::Reader(reader) = app.screen() else { return };
    let Some(Focus { link, .. }) = &reader.link else { return };
    if let Some((lesson, slug)) = leads_to(&app.course, reader.lesson, &link.target) {
        reader::remember(app, at, effects);
        reader::open_at(app, at, lesson, slug.as_deref(), effects);
    }
}

/// Where a link within the course leads: `#heading`, `lesson`, `lesson#heading`, or the path by which a code-hosting site finds it.
pub fn leads_to(course: &Course, from: usize, target: &str) -> Option<(usize, Option<String>)> {
    let (lesson, slug) = target.split_once('#').unwrap_or((target, ""));
    let slug = Some(slug.to_owned()).filter(|slug| !slug.is_empty());
    if lesson.is_empty() {
        return slug.map(|slug| (from, Some(slug)));
    }
    let folder = lesson.trim_start_matches("../").trim_end_matches('/').trim_end_matches("/lesson.md");
    let named = folder.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches('-');
    let at = course.lessons.iter().position(|lesson| lesson.id.as_str() == folder || lesson.id.as_str() == named)?;
    Some((at, slug))
}

/// The block at which a heading stands.
pub fn heading(course: &Course, lesson: usize, slug: &str) -> Option<usize> {
    let is_it = |kind: &BlockKind| matches!(kind, BlockKind::Heading { slug: known, .. } if **known == *slug);
    course.lessons.get(lesson)?.blocks().iter().position(|block| is_it(&block.kind))
}
