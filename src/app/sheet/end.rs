//! The end of a quiz: counts, not praise.

use super::super::geometry::Geometry;
use super::super::keymap::{Act, Where};
use super::super::{App, End, plan};
use super::{Header, Sheet, calibration, footer, hanging, line, review, wrapped};
use crate::course::{Clean, Course, Id, Lesson, block, clean};
use crate::page::{self, Piece, Role, Row, Sign, blanks, spoken, spread, wrap};
use crate::progress::{Purpose, Run, Step, gain, needed};
use crate::words::Words;

pub fn sheet(app: &App, screen: &End, at: &Geometry) -> Sheet {
    let (Some(lesson), Some(run)) = (app.course.lessons.get(screen.lesson), app.progress.run(&screen.run)) else {
        return Sheet::default();
    };
    if run.purpose == Some(Purpose::Review) {
        return review::end(app, screen, run, at);
    }
    let is_across = run.purpose == Some(Purpose::Weakest);
    let header = if is_across { across(app.words()) } else { header(lesson, at, app.words()) };
    let mut sheet = Sheet { header: Some(header), says_more: true, footer: foot(app, screen), ..Sheet::default() };
    sheet.rows.extend(result(app, screen, run, at));
    if at.has_margin && at.height >= ROOMY {
        sheet.rows.extend(calibration::in_a_row(
            app,
            (&app.keys.brief(Where::QuizEnd, Act::HowSure, app.words()), app.words().quiz_end().key_how_sure()),
            at.width,
        ));
        // They stay with the blank row under them.
        sheet.pinned = sheet.rows.len() + 1;
    }
    if !is_across {
        objectives(app, lesson, run, at, &mut sheet.rows);
    }
    missed(app, run, screen, at, &mut sheet);
    sheet.follow_focus(app.body_height())
}

/// So many rows have room for what stays while the rest scrolls: how it went, and how sure one was.
const ROOMY: usize = 16;

/// The head of questions that come from several lessons.
fn across(words: &Words) -> Header {
    let (left, right) = (words.quiz().weakest_ten(), words.quiz_end().done());
    Header { number: None, left: Clean::words(left), right: Clean::words(right), part: Some(1.0) }
}

fn header(lesson: &Lesson, at: &Geometry, words: &Words) -> Header {
    let title = lesson.title.as_str();
    let left = if at.has_margin { clean::join([title, " · ", words.quiz().quiz()]) } else { lesson.title.clone() };
    Header { number: Some(lesson.number), left, right: Clean::words(words.quiz_end().done()), part: Some(1.0) }
}

/// How many were right, whether that is enough, and how many of them were so before the lesson.
fn result(app: &App, screen: &End, run: &Run, at: &Geometry) -> Vec<Row> {
    let outcome = run.outcome(&app.course);
    let (said, right, of) = (app.words().quiz_end(), outcome.right, outcome.of);
    let needed = || needed(&app.course, of);
    let left = match (run.purpose == Some(Purpose::Quiz), outcome.passed) {
        (true, true) => said.passed(right, of, needed()),
        (true, false) => said.not_passed_yet(right, of, needed()),
        (false, _) if run.purpose == Some(Purpose::Weakest) => said.of_the_worst(right, of),
        (false, _) => said.of_the_missed(right, of),
    };
    let lesson = app.course.lessons.get(screen.lesson);
    let gain = lesson.and_then(|lesson| gain::gain(&app.course, &app.progress, lesson, &screen.run));
    let gain = gain.map(|gain| said.asked_before(gain.before, gain.after, gain.of)).unwrap_or_default();
    if wrap::width(&left) + wrap::width(&gain) + 2 <= at.width {
        let right = if gain.is_empty() { Vec::new() } else { vec![spoken(&gain, Role::Quiet)] };
        return vec![spread(vec![spoken(&left, Role::Strong)], right, at.width)];
    }
    let mut rows = wrapped(&left, Role::Strong, at.width);
    rows.extend(wrapped(&gain, Role::Quiet, at.width));
    rows
}

fn objectives(app: &App, lesson: &Lesson, run: &Run, at: &Geometry, rows: &mut Vec<Row>) {
    let counted: Vec<(&Clean, usize, usize)> = lesson
        .objectives
        .iter()
        .map(|objective| {
            let (right, of) = count(&app.course, lesson, run, &objective.id);
            (&objective.text, right, of)
        })
        .filter(|(_, _, of)| *of > 0)
        .collect();
    if counted.is_empty() {
        return;
    }
    rows.extend([Row::default(), Row::default(), line(app.words().quiz_end().you_can(), Role::Heading)]);
    for (words, right, of) in counted {
        let sign = if right * 3 >= of * 2 { Sign::Right } else { Sign::Untouched };
        rows.extend(objective(words, sign, (right, of, app.words().count().of(right, of)), at));
    }
}

/// An objective in full, its bar and figures on its first row.
fn objective(words: &Clean, sign: Sign, (right, of, figures): (usize, usize, String), at: &Geometry) -> Vec<Row> {
    let mut counts = Vec::new();
    if at.width >= 60 {
        counts.extend(page::bar(right as f64 / of as f64, 18));
        counts.push(blanks(2));
    }
    counts.push(spoken(&figures, Role::Text));
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
fn count(course: &Course, lesson: &Lesson, run: &Run, objective: &Id) -> (usize, usize) {
    let asked = run.questions.iter().filter(|id| lesson.question(id).is_some_and(|q| q.objective.as_ref() == Some(objective)));
    let (mut right, mut of) = (0, 0);
    for id in asked {
        of += 1;
        right += usize::from(run.is_right(course, id));
    }
    (right, of)
}

/// The missed questions, each with the section that answers it; those first of which one was certain.
pub fn missed(app: &App, run: &Run, screen: &End, at: &Geometry, sheet: &mut Sheet) {
    let (said, mut head) = (app.words().quiz_end(), "");
    for (nth, (number, id)) in screen.missed.iter().enumerate() {
        let Some((lesson, question)) = app.course.question(id) else { continue };
        let heads = if run.is_confident_error(&app.course, id) { said.certain_and_wrong() } else { said.missed() };
        if std::mem::replace(&mut head, heads) != heads {
            sheet.rows.extend([Row::default(), Row::default(), line(heads, Role::Heading)]);
        }
        let from = sheet.rows.len();
        let words = question.prompt.words();
        let left = vec![spoken(&format!("{:<4}", number + 1), Role::Text), Piece::of(words, Role::Text)];
        let section =
            question.see.as_deref().and_then(|slug| heading(app.course.lessons.get(lesson)?, slug)).filter(|_| at.has_margin);
        let right = section.map_or(Vec::new(), |section| {
            let shortened = page::shorten(vec![spoken(&section, Role::Quiet)], 24);
            [vec![spoken(&app.keys.brief(Where::QuizEnd, Act::See, app.words()), Role::Key), blanks(2)], shortened].concat()
        });
        sheet.rows.push(spread(left, right, at.width));
        sheet.target(from..sheet.rows.len(), Act::Choose(nth));
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
    let (said, foot) = (app.words().quiz_end(), app.words().footer());
    let enter = match app.stands().step {
        _ if plan::is_wanted(app, screen) => said.key_plan(),
        Step::Again(lesson) if lesson == screen.lesson => said.key_again(),
        Step::Done => foot.map(),
        _ => said.key_go_on(),
    };
    let mut items = footer(Where::QuizEnd, &[(Act::Confirm, enter)]);
    if !screen.missed.is_empty() {
        let missed = [(Act::Toggle, said.key_look()), (Act::See, said.key_see()), (Act::Missed, said.key_missed_again())];
        items.extend(footer(Where::QuizEnd, &missed));
    }
    items.extend(footer(Where::QuizEnd, &[(Act::Again, said.key_all_again()), (Act::Back, foot.map())]));
    items
}
