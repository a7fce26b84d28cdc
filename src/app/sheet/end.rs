//! The end of a quiz: counts, not praise.

use super::super::geometry::Geometry;
use super::super::keymap::{self, Act, Where};
use super::super::{App, End};
use super::{Header, Sheet, footer, hanging, line, wrapped};
use crate::course::{Clean, Id, Lesson, block, clean};
use crate::page::{self, Piece, Role, Row, Sign, blanks, piece, spoken, spread};
use crate::progress::{Run, Step, needed, next_step};

pub fn sheet(app: &App, screen: &End, at: &Geometry) -> Sheet {
    let (Some(lesson), Some(run)) = (app.course.lessons.get(screen.lesson), app.progress.run(&screen.run)) else {
        return Sheet::default();
    };
    let mut sheet = Sheet { header: Some(header(lesson, at)), says_more: true, footer: foot(app, screen), ..Sheet::default() };
    sheet.rows.extend(result(app, lesson, run, at));
    objectives(lesson, run, at, &mut sheet.rows);
    missed(lesson, screen, at, &mut sheet);
    sheet.follow_focus(app.body_height())
}

fn header(lesson: &Lesson, at: &Geometry) -> Header {
    let left = if at.has_margin { clean::join([lesson.title.as_str(), " · Quiz"]) } else { lesson.title.clone() };
    Header { number: Some(lesson.number), left, right: Clean::fixed("done"), part: Some(1.0) }
}

/// How many were right, and whether that is enough. A run over the missed ones decides nothing.
fn result(app: &App, lesson: &Lesson, run: &Run, at: &Geometry) -> Vec<Row> {
    let outcome = run.outcome(&app.course, lesson);
    let counts = format!("{} of {} right", outcome.right, outcome.of);
    let rest = match (run.whole, outcome.passed) {
        (true, true) => format!(": passed ({} needed)", needed(&app.course, outcome.of)),
        (true, false) => format!(": not passed yet ({} needed)", needed(&app.course, outcome.of)),
        (false, _) => " of those missed before; only a whole quiz is passed or not".to_owned(),
    };
    wrapped(&(counts + &rest), Role::Strong, at.width)
}

fn objectives(lesson: &Lesson, run: &Run, at: &Geometry, rows: &mut Vec<Row>) {
    let counted: Vec<(&Clean, usize, usize)> = lesson
        .objectives
        .iter()
        .map(|objective| {
            let (right, of) = count(lesson, run, &objective.id);
            (&objective.text, right, of)
        })
        .filter(|(_, _, of)| *of > 0)
        .collect();
    if counted.is_empty() {
        return;
    }
    rows.extend([Row::default(), Row::default(), line("You can", Role::Heading)]);
    for (words, right, of) in counted {
        let sign = if right * 3 >= of * 2 { Sign::Right } else { Sign::Untouched };
        rows.extend(objective(words, sign, right, of, at));
    }
}

/// An objective in full, its bar and figures on its first row.
fn objective(words: &Clean, sign: Sign, right: usize, of: usize, at: &Geometry) -> Vec<Row> {
    let mut counts = Vec::new();
    if at.width >= 60 {
        counts.extend(page::bar(right as f64 / of as f64, 18));
        counts.push(blanks(2));
    }
    counts.push(spoken(&format!("{right} of {of}"), Role::Text));
    let room = at.width.saturating_sub(Row::of(counts.clone()).width() + 2).max(8);
    let mut rows = match at.has_margin {
        true => wrapped(words.as_str(), Role::Text, room),
        false => hanging(sign_and_blank(sign), words.as_str(), Role::Text, room),
    };
    if let Some(first) = rows.first_mut() {
        let sign = at.has_margin.then_some(sign);
        *first = Row { sign, ..spread(std::mem::take(&mut first.pieces), counts, at.width) };
    }
    rows
}

/// A sign with a blank cell after it, for screens without a margin.
fn sign_and_blank(sign: Sign) -> Piece {
    let Piece { text, role, .. } = sign.piece();
    Piece::of(clean::join([text.as_str(), " "]), role)
}

/// Right answers to the questions of an objective, and how many of those were asked.
fn count(lesson: &Lesson, run: &Run, objective: &Id) -> (usize, usize) {
    let asked = run.questions.iter().filter(|id| lesson.question(id).is_some_and(|q| q.objective.as_ref() == Some(objective)));
    let (mut right, mut of) = (0, 0);
    for id in asked {
        of += 1;
        right += usize::from(run.is_right(lesson, id));
    }
    (right, of)
}

/// The missed questions, each with the section that answers it.
fn missed(lesson: &Lesson, screen: &End, at: &Geometry, sheet: &mut Sheet) {
    if screen.missed.is_empty() {
        return;
    }
    sheet.rows.extend([Row::default(), Row::default(), line("Missed", Role::Heading)]);
    for (nth, (number, id)) in screen.missed.iter().enumerate() {
        let Some(question) = lesson.question(id) else { continue };
        let from = sheet.rows.len();
        let words = question.prompt.words();
        let left = vec![spoken(&format!("{:<4}", number + 1), Role::Text), Piece::of(words, Role::Text)];
        let section = question.see.as_deref().and_then(|slug| heading(lesson, slug)).filter(|_| at.has_margin);
        let right = section.map_or(Vec::new(), |section| {
            let shortened = page::shorten(vec![spoken(&section, Role::Quiet)], 24);
            [vec![piece(keymap::brief(Where::QuizEnd, Act::See), Role::Key), blanks(2)], shortened].concat()
        });
        sheet.rows.push(spread(left, right, at.width));
        if nth == screen.selected {
            sheet.focus = Some(from..sheet.rows.len());
        }
    }
}

fn heading(lesson: &Lesson, slug: &str) -> Option<String> {
    lesson.blocks().iter().find_map(|block| match &block.kind {
        block::BlockKind::Heading { text, slug: known, .. } if **known == *slug => Some(block::plain(text)),
        _ => None,
    })
}

fn foot(app: &App, screen: &End) -> Vec<(Clean, Clean)> {
    let enter = match next_step(&app.course, &app.progress) {
        Step::Again(lesson) if lesson == screen.lesson => "again",
        Step::Done => "map",
        _ => "go on",
    };
    let mut items = footer(Where::QuizEnd, &[(Act::Confirm, enter)]);
    if !screen.missed.is_empty() {
        items.extend(footer(Where::QuizEnd, &[(Act::See, "see"), (Act::Missed, "missed again")]));
    }
    items.extend(footer(Where::QuizEnd, &[(Act::Again, "all again"), (Act::Back, "map")]));
    items
}
