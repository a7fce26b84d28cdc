//! A lesson.

use std::ops::Range;

use super::super::geometry::Geometry;
use super::super::keymap::{self, Act, Where};
use super::super::reader::END_ROWS;
use super::super::{App, Keeping, Reader, Search};
use super::{Field, Header, Sheet, footer, question_minutes, sections};
use crate::course::{Clean, Lesson, block, clean, glossary, link};
use crate::page::{Link, Piece, Role, Row, Spot, spoken, wrap};
use crate::words::Words;

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
                let (said, back) = (app.words().lesson(), app.words().footer().back());
                footer(Where::Field, &[(Act::Confirm, said.key_keep()), (Act::Down, said.key_which()), (Act::Back, back)])
            }
            Some(link) => foot_of_link(app, screen, link),
            None => foot(app, screen, lesson, screen.lesson + 1 == app.course.lessons.len(), height),
        },
        field: (screen.keeping.as_ref().map(|keeping| note(keeping, app.words()))).or(screen
            .search
            .as_ref()
            .filter(|_| link.is_none())
            .map(|search| field(search, app.words()))),
        ..Sheet::default()
    }
}

/// Where the text leads, under its last row.
fn end(app: &App, screen: &Reader, lesson: &Lesson) -> Vec<Row> {
    let (said, numbers) = (app.words().lesson(), app.words().count());
    let count = lesson.quiz().count();
    let words = match count {
        _ if screen.is_look => said.enter_goes_back().to_owned(),
        _ if app.geometry().width < 48 && count > 0 => said.enter_quiz_short(count),
        0 if screen.lesson + 1 < app.course.lessons.len() => said.enter_opens_next().to_owned(),
        0 => said.end_of_lesson().to_owned(),
        _ => said.enter_starts_quiz(numbers.questions(count), numbers.time(question_minutes(count))),
    };
    vec![Row::default(), Row::default(), Row::of(vec![spoken(&words, Role::Strong)])]
}

/// As in a book, the opening page has no running head of its own: the header names the course until the title has scrolled away.
fn header(app: &App, screen: &Reader, lesson: &Lesson, at: &Geometry, height: usize) -> Header {
    let said = app.words().lesson();
    let seen = lesson.part_before(screen.bottom_place(height));
    if screen.top == Spot::default() && !screen.is_look {
        let right = match lesson.minutes {
            minutes if minutes > 0 && at.has_margin => said.lesson_about(lesson.number, app.words().count().time(minutes)),
            _ => said.lesson(lesson.number),
        };
        return Header { number: None, left: app.course.title.clone(), right: Clean::words(&right), part: Some(0.0) };
    }
    let percent = format!("{:.0} %", seen * 100.0);
    let here = lesson.section_of(screen.place.block).and_then(|at| Some((at, lesson.section(at)?)));
    let right = match here {
        Some((section, (_, words))) if at.has_margin => {
            let counted = said.section_of(section + 1, lesson.section_count(), &percent);
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
    let said = app.words().lesson();
    let target = Clean::words(&said.to(&link.target));
    let inside = link::leads_to(&app.course, screen.lesson, &link.target);
    let note = inside.as_ref().and_then(|(_, slug)| slug.as_deref()?.strip_prefix('^').map(|number| said.to_note(number)));
    let term = glossary::term_of(&link.target).map(|_| said.what_it_means().to_owned());
    let check = block::asked_by(&link.target).map(|_| said.answer_it().to_owned());
    let named = check
        .or(term)
        .or(note)
        .or_else(|| inside.and_then(|(lesson, _)| app.course.lessons.get(lesson)).map(|lesson| said.to(&lesson.title)));
    let mut items = match named {
        Some(named) => vec![(Clean::fixed(keymap::brief(Where::Lesson, Act::Confirm)), Clean::words(&named))],
        None => vec![(Clean::fixed("·"), target)],
    };
    items.extend(footer(Where::Lesson, &[(Act::NextLink, said.key_next_link()), (Act::Back, said.key_page())]));
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
fn note(keeping: &Keeping, words: &Words) -> Field {
    let right = if keeping.note.is_empty() { words.lesson().note_if_you_like() } else { "" };
    Field { sign: Clean::fixed(">"), text: Clean::words(&keeping.note), has_cursor: true, right: Clean::words(right) }
}

/// The field of a search, with how many were found.
fn field(search: &Search, words: &Words) -> Field {
    let said = words.lesson();
    let count = search.count();
    let right = match (search.text.is_empty(), count, search.has_wrapped) {
        (true, ..) => String::new(),
        (false, 0, _) => said.not_found().to_owned(),
        (false, _, true) => said.match_round_the_end(search.current + 1, count),
        (false, _, false) => said.match_of(search.current + 1, count),
    };
    Field { sign: Clean::fixed("/"), text: Clean::words(&search.text), has_cursor: search.is_typing, right: Clean::words(&right) }
}

fn foot(app: &App, screen: &Reader, lesson: &Lesson, is_last: bool, height: usize) -> Vec<(Clean, Clean)> {
    let (said, back) = (app.words().lesson(), app.words().footer().back());
    match &screen.search {
        Some(search) if search.is_typing => {
            return footer(
                Where::Field,
                &[(Act::Confirm, said.key_keep_search()), (Act::Down, said.key_match()), (Act::Back, back)],
            );
        }
        Some(_) => {
            return footer(Where::Lesson, &[(Act::FindNext, said.key_next_match()), (Act::Back, said.key_clear())]);
        }
        None => {}
    }
    if screen.is_look {
        let entries = [(Act::Confirm, said.key_to_question()), (Act::PageDown, said.key_on()), (Act::PageUp, said.key_back())];
        return footer(Where::Lesson, &entries);
    }
    let last = match (screen.shows_end(height), lesson.quiz().next(), is_last) {
        (true, Some(_), _) => (Act::Confirm, said.key_quiz()),
        (true, None, false) => (Act::Confirm, said.key_next_lesson()),
        (true, None, true) => (Act::Top, said.key_to_top()),
        (false, ..) => (Act::PageDown, said.key_on()),
    };
    let mut entries = vec![
        last,
        (Act::PageUp, said.key_back()),
        (Act::Outline, said.key_outline()),
        (Act::Find, said.key_search()),
        (Act::Term, said.key_term()),
    ];
    let pieces = screen.rows.iter().take(height).flat_map(|row| &row.pieces);
    if pieces.filter_map(|piece| piece.link.as_ref()).any(|link| block::asked_by(link).is_some()) {
        entries.insert(0, (Act::Check, said.key_answer()));
        entries.truncate(5);
    }
    footer(Where::Lesson, &entries)
}
