//! Links of a lesson: going from one to the next, and following those that stay in the course. Esc leads back, as from any screen.

use super::keymap::Act;
use super::{App, Effect, Reader, Screen, reader};
use crate::course::{BlockKind, Course};
use crate::page::Link;
use crate::progress::Stamp;

/// To the next link, or to the one before. From no link it is the first on the screen, or the last above it.
pub fn step(reader: &mut Reader, act: Act, height: usize) {
    let count = reader.page.links.len();
    if count == 0 {
        return;
    }
    let below = reader.page.links.iter().position(|link| link.row() >= reader.top).unwrap_or(0);
    let next = match (reader.link, act) {
        (Some(at), Act::NextLink) => (at + 1) % count,
        (Some(at), _) => (at + count - 1) % count,
        (None, Act::NextLink) => below,
        (None, _) => (below + count - 1) % count,
    };
    reader.link = Some(next);
    let row = reader.page.links.get(next).map_or(0, Link::row);
    if row < reader.top || row >= reader.top + height {
        reader.go_to(row.saturating_sub(height / 3), height);
    }
}

/// Follows the focused link; one that leads out of the course only shows where.
pub fn follow(app: &mut App, at: Stamp, effects: &mut Vec<Effect>) {
    let Screen::Reader(reader) = app.screen() else { return };
    let Some(link) = reader.link.and_then(|at| reader.page.links.get(at)) else { return };
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
