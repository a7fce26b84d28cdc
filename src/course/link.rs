//! Where links within a course lead.

use std::borrow::Cow;
use std::collections::HashSet;

use super::{BlockKind, Course, Lesson};

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

/// Where links of each lesson of a course may lead, gathered once: a long text has thousands of links and of headings.
pub struct Targets<'c> {
    course: &'c Course,
    slugs: Vec<HashSet<Cow<'c, str>>>,
}

impl<'c> Targets<'c> {
    /// Those of a course whose texts are loaded.
    pub fn of(course: &'c Course) -> Targets<'c> {
        let slug = |kind: &'c BlockKind| match kind {
            BlockKind::Heading { slug, .. } => Some(Cow::Borrowed(&**slug)),
            BlockKind::Footnote { number, .. } => Some(Cow::Owned(format!("^{number}"))),
            _ => None,
        };
        let of_lesson = |lesson: &'c Lesson| lesson.blocks().iter().filter_map(|block| slug(&block.kind)).collect();
        Targets { course, slugs: course.lessons.iter().map(of_lesson).collect() }
    }

    /// Whether a link means a place of the course that is not there. Addresses of the web and files that are not lessons are none.
    pub fn is_broken(&self, from: usize, target: &str) -> bool {
        match leads_to(self.course, from, target) {
            Some((lesson, Some(slug))) => self.slugs.get(lesson).is_none_or(|slugs| !slugs.contains(slug.as_str())),
            Some((_, None)) => false,
            None => target.ends_with("lesson.md") || target.contains("lesson.md#"),
        }
    }
}
