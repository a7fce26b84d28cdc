//! Where links within a course lead.

use super::{BlockKind, Course};

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

/// The block at which a heading or a footnote stands.
pub fn heading(course: &Course, lesson: usize, slug: &str) -> Option<usize> {
    let note = slug.strip_prefix('^').and_then(|number| number.parse().ok());
    let is_it = |kind: &BlockKind| match kind {
        BlockKind::Heading { slug: known, .. } => **known == *slug,
        BlockKind::Footnote { number, .. } => Some(*number) == note,
        _ => false,
    };
    course.lessons.get(lesson)?.blocks().iter().position(|block| is_it(&block.kind))
}

/// Whether a link means a place of the course that is not there. Addresses of the web and files that are not lessons are none.
pub fn is_broken(course: &Course, from: usize, target: &str) -> bool {
    match leads_to(course, from, target) {
        Some((lesson, Some(slug))) => heading(course, lesson, &slug).is_none(),
        Some((_, None)) => false,
        None => target.ends_with("lesson.md") || target.contains("lesson.md#"),
    }
}
