//! Typographic marks of a course as ASCII, for terminals that have nothing else. Done to the files before they are read, because a dash
//! may become two cells, and the layout has to know.

use std::borrow::Cow;

use super::{Content, Files};

/// The same course without typographic marks. Letters stay: they are content. A file that is not text stays as it is.
pub fn in_ascii(files: Files) -> Files {
    let in_plain = |content: Content| match content {
        Content::Here(bytes) => plain(bytes).into(),
        later => {
            let head = plain(later.head().to_vec().into()).into_owned();
            Content::later(head, move || plain(later.to_vec().into()).into_owned())
        }
    };
    files.into_iter().map(|(path, content)| (path, in_plain(content))).collect()
}

fn plain(bytes: Cow<'static, [u8]>) -> Cow<'static, [u8]> {
    match std::str::from_utf8(&bytes) {
        Ok(text) if !text.is_ascii() => Cow::Owned(replaced(text).into_bytes()),
        _ => bytes,
    }
}

/// A double quotation mark ends a text in TOML, so that it becomes an apostrophe twice; nobody sees the difference in a terminal.
fn replaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '“' | '”' | '„' => out.push_str("''"),
            '‘' | '’' => out.push('\''),
            '–' | '−' | '\u{2010}' | '\u{2011}' => out.push('-'),
            '—' => out.push_str("--"),
            '…' => out.push_str("..."),
            '\u{a0}' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::{builtin, read};
    use super::*;

    #[test]
    fn the_shipped_course_reads_as_well_without_marks() {
        let (course, problems) = read(in_ascii(builtin::files()));
        assert_eq!(problems, Vec::new());
        let marks = |c: char| "“”‘’–—…−".contains(c);
        for lesson in &course.lessons {
            assert!(!format!("{:?} {:?}", lesson.text, lesson.questions).contains(marks), "{}", lesson.title);
        }
    }
}
