//! A lesson.

use std::ops::Range;

use super::super::geometry::Geometry;
use super::super::keymap::{self, Act, Where};
use super::super::reader::END_ROWS;
use super::super::{App, Keeping, Reader, Search};
use super::{Field, Header, Sheet, footer, minutes, question_minutes, questions, sections};
use crate::course::{Clean, Lesson, block, clean, glossary, link};
use crate::page::{Link, Piece, Role, Row, Spot, spoken, wrap};

pub fn sheet(app: &App, screen: &Reader, at: &Geometry) -> Sheet {
    let Some(lesson) = app.course.lessons.get(screen.lesson) else { return Sheet::default() };
    let height = app.body_height();
    let mut rows: Vec<Row> = screen.rows.iter().take(screen.text_rows).cloned().collect();
    for (row, bytes, role) in &screen.marks {
        if let Some(row) = rows.get_mut(*row) {
            row.pieces = marked(std::mem::take(&mut row.pieces), bytes, *role);
        }
    }
    if screen.rows.len() > screen.text_rows {
        let skipped = END_ROWS - (screen.rows.len() - screen.text_rows).min(END_ROWS);
        rows.extend(end(app, screen, lesson).into_iter().skip(if screen.text_rows == 0 { skipped } else { 0 }));
    }
    let link = screen.link.as_ref().map(|focus| &focus.link);
    Sheet {
        header: Some(header(app, screen, lesson, at, height)),
        rows,
        side: if at.side.is_some() { sections::beside(app, lesson, height).into_iter().skip(1).collect() } else { Vec::new() },
        focus: screen.keeping.as_ref().and_then(|keeping| rows_of(screen, keeping.block)),
        footer: match link {
            _ if screen.keeping.is_some() => {
                footer(Where::Field, &[(Act::Confirm, "keep"), (Act::Down, "which"), (Act::Back, "back")])
            }
            Some(link) => foot_of_link(app, screen, link),
            None => foot(screen, lesson, screen.lesson + 1 == app.course.lessons.len(), height),
        },
        field: screen.keeping.as_ref().map(note).or(screen.search.as_ref().filter(|_| link.is_none()).map(field)),
        ..Sheet::default()
    }
}

/// Where the text leads, under its last row.
fn end(app: &App, screen: &Reader, lesson: &Lesson) -> Vec<Row> {
    let count = lesson.quiz().count();
    let words = match count {
        _ if screen.is_look => "Enter goes back to the question.".to_owned(),
        _ if app.geometry().width < 48 && count > 0 => format!("Enter: the quiz ({count})"),
        0 if screen.lesson + 1 < app.course.lessons.len() => "End of the lesson. Enter opens the next.".to_owned(),
        0 => "End of the lesson.".to_owned(),
        _ => format!("Enter starts the quiz: {}, about {}.", questions(count), minutes(question_minutes(count))),
    };
    vec![Row::default(), Row::default(), Row::of(vec![spoken(&words, Role::Strong)])]
}

/// As in a book, the opening page has no running head of its own: the header names the course until the title has scrolled away.
fn header(app: &App, screen: &Reader, lesson: &Lesson, at: &Geometry, height: usize) -> Header {
    let seen = lesson.part_before(screen.bottom_place(height));
    if screen.top == Spot::default() && !screen.is_look {
        let mut right = format!("lesson {}", lesson.number);
        if lesson.minutes > 0 && at.has_margin {
            right.push_str(&format!(" · about {}", minutes(lesson.minutes)));
        }
        return Header { number: None, left: app.course.title.clone(), right: Clean::words(&right), part: Some(0.0) };
    }
    let percent = format!("{:.0} %", seen * 100.0);
    let here = lesson.section_of(screen.place.block).and_then(|at| Some((at, lesson.section(at)?)));
    let right = match here {
        Some((section, (_, words))) if at.has_margin => {
            let counted = format!("{} of {} · {percent}", section + 1, lesson.section_count());
            let named = format!("{} · {counted}", block::plain(words));
            let fits = wrap::width(&named) + 2 + wrap::width(lesson.title.as_str()) <= at.span;
            if fits { named } else { counted }
        }
        _ => percent,
    };
    Header { number: Some(lesson.number), left: lesson.title.clone(), right: clean::join([right.as_str()]), part: Some(seen) }
}

/// Pieces in which some bytes of the words have another role.
fn marked(pieces: Vec<Piece>, bytes: &Range<usize>, role: Role) -> Vec<Piece> {
    let mut out = Vec::with_capacity(pieces.len() + 2);
    let mut start = 0;
    for piece in pieces {
        let length = piece.text.as_str().len();
        let from = bytes.start.clamp(start, start + length) - start;
        let to = bytes.end.clamp(start, start + length) - start;
        for (range, role) in [(0..from, piece.role), (from..to, role), (to..length, piece.role)] {
            if !range.is_empty() {
                out.push(Piece { text: piece.text.slice(range), role, link: piece.link.clone() });
            }
        }
        start += length;
    }
    out
}

/// What Enter does with a link, and where it leads.
fn foot_of_link(app: &App, screen: &Reader, link: &Link) -> Vec<(Clean, Clean)> {
    let target = Clean::words(&format!("to {}", link.target));
    let inside = link::leads_to(&app.course, screen.lesson, &link.target);
    let note = inside.as_ref().and_then(|(_, slug)| slug.as_deref()?.strip_prefix('^').map(|number| format!("to note {number}")));
    let term = glossary::term_of(&link.target).map(|_| "what it means".to_owned());
    let check = block::asked_by(&link.target).map(|_| "answer it".to_owned());
    let named = check
        .or(term)
        .or(note)
        .or_else(|| inside.and_then(|(lesson, _)| app.course.lessons.get(lesson)).map(|lesson| format!("to {}", lesson.title)));
    let mut items = match named {
        Some(named) => vec![(Clean::fixed(keymap::brief(Where::Lesson, Act::Confirm)), Clean::words(&named))],
        None => vec![(Clean::fixed("·"), target)],
    };
    items.extend(footer(Where::Lesson, &[(Act::NextLink, "next link"), (Act::Back, "page")]));
    items
}

/// The rows of a block that are on the screen, without the blank ones under it.
fn rows_of(screen: &Reader, block: usize) -> Option<Range<usize>> {
    let first = screen.rows.partition_point(|row| row.place.block < block);
    let end = screen.rows.partition_point(|row| row.place.block <= block);
    let shown = screen.rows.get(first..end)?;
    let last = shown.iter().rposition(|row| !row.pieces.is_empty())?;
    Some(first..first + last + 1)
}

/// The field of a note.
fn note(keeping: &Keeping) -> Field {
    let right = if keeping.note.is_empty() { "a note, if you like" } else { "" };
    Field { sign: Clean::fixed(">"), text: Clean::words(&keeping.note), has_cursor: true, right: Clean::fixed(right) }
}

/// The field of a search, with how many were found.
fn field(search: &Search) -> Field {
    let count = search.count();
    let right = match (search.text.is_empty(), count, search.has_wrapped) {
        (true, ..) => String::new(),
        (false, 0, _) => "not found".to_owned(),
        (false, _, true) => format!("{} of {count}, round the end", search.current + 1),
        (false, _, false) => format!("{} of {count}", search.current + 1),
    };
    Field { sign: Clean::fixed("/"), text: Clean::words(&search.text), has_cursor: search.is_typing, right: Clean::words(&right) }
}

fn foot(screen: &Reader, lesson: &Lesson, is_last: bool, height: usize) -> Vec<(Clean, Clean)> {
    match &screen.search {
        Some(search) if search.is_typing => {
            return footer(Where::Field, &[(Act::Confirm, "keep"), (Act::Down, "match"), (Act::Back, "back")]);
        }
        Some(_) => {
            return footer(Where::Lesson, &[(Act::FindNext, "next, before"), (Act::Back, "clear")]);
        }
        None => {}
    }
    if screen.is_look {
        return footer(Where::Lesson, &[(Act::Confirm, "back to the question"), (Act::PageDown, "on"), (Act::PageUp, "back")]);
    }
    let last = match (screen.shows_end(height), lesson.quiz().next(), is_last) {
        (true, Some(_), _) => (Act::Confirm, "quiz"),
        (true, None, false) => (Act::Confirm, "next lesson"),
        (true, None, true) => (Act::Top, "to the top"),
        (false, ..) => (Act::PageDown, "on"),
    };
    let mut entries = vec![last, (Act::PageUp, "back"), (Act::Outline, "outline"), (Act::Find, "search"), (Act::Term, "term")];
    let pieces = screen.rows.iter().take(height).flat_map(|row| &row.pieces);
    if pieces.filter_map(|piece| piece.link.as_ref()).any(|link| block::asked_by(link).is_some()) {
        entries.insert(0, (Act::Check, "answer"));
        entries.truncate(5);
    }
    footer(Where::Lesson, &entries)
}
