//! What a lesson says to whoever teaches it: `<!-- note: … -->`. Learners never see it; it is not a block, so nothing can show it.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::options;
use crate::course::Clean;

/// Every note with the words of the heading it stands under, which are none before the first. Comments in code are code.
pub fn remarks(body: &str) -> Vec<(Clean, Clean)> {
    let mut found = Vec::new();
    if !body.contains("<!--") {
        return found;
    }
    let (mut heading, mut is_heading, mut html) = (String::new(), false, String::new());
    for event in Parser::new_ext(body, options()) {
        match event {
            Event::Start(Tag::Heading { .. }) => (heading, is_heading) = (String::new(), true),
            Event::End(TagEnd::Heading(_)) => is_heading = false,
            Event::Text(words) | Event::Code(words) if is_heading => heading.push_str(&words),
            Event::Start(Tag::HtmlBlock) => html.clear(),
            Event::Html(line) => html.push_str(&line),
            Event::InlineHtml(comment) => found.extend(notes(&comment, &heading)),
            Event::End(TagEnd::HtmlBlock) => found.extend(notes(&html, &heading)),
            _ => {}
        }
    }
    found
}

fn notes(html: &str, heading: &str) -> Vec<(Clean, Clean)> {
    let comments = html.split("<!--").skip(1).filter_map(|part| part.split_once("-->"));
    let noted = comments.filter_map(|(comment, _)| comment.trim().strip_prefix("note:"));
    // A comment over several lines is one sentence after the other.
    let in_one = |note: &str| note.split_whitespace().collect::<Vec<_>>().join(" ");
    noted.map(|note| (Clean::words(heading), Clean::words(&in_one(note)))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(body: &str, expected: &[(&str, &str)]) {
        let found = remarks(body);
        let found: Vec<_> = found.iter().map(|(heading, note)| (heading.as_str(), note.as_str())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_note_is_found_under_its_heading_and_not_in_code() {
        check("A.\n\n<!-- note: first -->\n\n## Two `c`\n\nB <!-- note: second --> C.", &[("", "first"), ("Two c", "second")]);
        check("<!-- note: over\nlines\n\nand more -->\n<!-- note: b -->", &[("", "over lines and more"), ("", "b")]);
        check("```\n<!-- note: code -->\n```\n\n`<!-- note: code -->`\n\n<!-- check: q-1 -->\n<!-- note: open", &[]);
    }
}
