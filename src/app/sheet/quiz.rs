//! A question, and what follows from its answer.

use super::super::geometry::Geometry;
use super::super::keymap::{Act, Where};
use super::super::quiz::{asked, given};
use super::super::{App, Phase, Quiz};
use super::{Header, Sheet, footer, line};
use crate::course::question::{Choice, Question};
use crate::course::{Answer, Block, Clean, block, clean, mark};
use crate::page::{self, Piece, Role, Row, Sign, blanks, piece, spoken, spread, wrap};

pub fn sheet(app: &App, screen: &Quiz, at: &Geometry) -> Sheet {
    let mut sheet = body(app, screen, at);
    sheet.header = Some(header(app, screen, at));
    sheet.says_more = true;
    sheet.footer = foot(app, screen);
    if at.side.is_some() {
        sheet.side = aside(app, screen);
    }
    match screen.phase {
        Phase::Asking if screen.focus.is_some() => sheet.follow_focus(app.body_height()),
        Phase::Asking => Sheet { top: screen.top.saturating_sub(sheet.pinned), ..sheet },
        Phase::Answered { .. } => Sheet { top: screen.top, ..sheet },
    }
}

/// The rows of a question, without what stands around them.
pub fn body(app: &App, screen: &Quiz, at: &Geometry) -> Sheet {
    let Some(question) = asked(&app.course, &app.progress, screen) else { return Sheet::default() };
    match (&screen.phase, given(app, screen)) {
        (Phase::Answered { all_reasons }, Some((_, answer))) => answered(screen, question, answer, *all_reasons, at),
        _ => asking(screen, question, at),
    }
}

fn header(app: &App, screen: &Quiz, at: &Geometry) -> Header {
    let of = app.progress.run(&screen.run).map_or(0, |run| run.questions.len());
    let lesson = app.course.lessons.get(screen.lesson);
    let title = lesson.map_or("", |lesson| lesson.title.as_str());
    let (left, right) = match at.has_margin {
        true => (clean::join([title, " · Quiz"]), format!("question {} of {of}", screen.at + 1)),
        false => (Clean::words(title), format!("{} of {of}", screen.at + 1)),
    };
    let part = (screen.at + 1) as f64 / of.max(1) as f64;
    Header { number: lesson.map(|lesson| lesson.number), left, right: Clean::words(&right), part: Some(part) }
}

/// The prompt in bold; a prompt of several blocks keeps its shape.
fn prompt(question: &Question, at: &Geometry) -> Vec<Row> {
    let mut rows = page::blocks(&question.prompt.blocks(), at.width);
    for piece in rows.iter_mut().flat_map(|row| &mut row.pieces) {
        if piece.role == Role::Text {
            piece.role = Role::Strong;
        }
    }
    rows
}

fn asking(screen: &Quiz, question: &Question, at: &Geometry) -> Sheet {
    let mut rows = prompt(question, at);
    // The question stays while the options scroll under it, unless it leaves them too little room.
    let pinned = if rows.len() * 2 <= at.height { rows.len() + usize::from(at.has_margin) } else { 0 };
    if at.has_margin {
        rows.push(Row::default());
    }
    let mut focus = None;
    for (place, choice) in screen.drawn.iter().enumerate() {
        let Some(words) = question.choices().get(*choice) else { continue };
        let from = rows.len();
        let ticked = question.takes_several().then(|| screen.ticked.contains(choice));
        rows.extend(option(place, ticked, &words.text.blocks(), at.width));
        if screen.focus == Some(place) {
            focus = Some(from..rows.len());
        }
    }
    if question.takes_several() {
        rows.extend([Row::default(), line(&ticked_so_far(screen.ticked.len()), Role::Quiet)]);
    }
    Sheet { rows, pinned, focus, ..Sheet::default() }
}

fn ticked_so_far(count: usize) -> String {
    match count {
        0 => "Several may be right: a digit or Space ticks.".to_owned(),
        count => format!("{count} ticked"),
    }
}

/// An option: its digit, a box where several may be ticked, its words.
fn option(place: usize, ticked: Option<bool>, words: &[Block], width: usize) -> Vec<Row> {
    let lead = match ticked {
        None => format!("{}  ", place + 1),
        Some(true) => format!("{}  [x]  ", place + 1),
        Some(false) => format!("{}  [ ]  ", place + 1),
    };
    hung(spoken(&lead, Role::Text), words, width)
}

/// Blocks with something before their first row.
fn hung(lead: Piece, blocks: &[Block], width: usize) -> Vec<Row> {
    let indent = wrap::width(lead.text.as_str());
    let mut rows = page::blocks(blocks, width.saturating_sub(indent).max(1));
    if rows.is_empty() {
        rows.push(Row::default());
    }
    for (at, row) in rows.iter_mut().enumerate() {
        row.pieces.insert(0, if at == 0 { lead.clone() } else { blanks(indent) });
    }
    rows
}

fn answered(screen: &Quiz, question: &Question, answer: &Answer, all_reasons: bool, at: &Geometry) -> Sheet {
    let verdict = mark(question, answer);
    let Answer::Picked(picked) = answer;
    let mut rows = prompt(question, at);
    rows.push(Row::default());
    let several = question.takes_several();
    for (place, choice) in screen.drawn.iter().enumerate() {
        let Some(words) = question.choices().get(*choice) else { continue };
        let (taken, right) = (picked.contains(choice), verdict.judged.get(*choice).copied().unwrap_or(false));
        if !(several || all_reasons || taken || words.correct) {
            continue;
        }
        let sign = match (several, taken, words.correct) {
            (true, ..) => Some(if right { Sign::Right } else { Sign::Wrong }),
            (false, _, true) => Some(Sign::Right),
            (false, true, false) => Some(Sign::Wrong),
            (false, false, false) => None,
        };
        let marked = marked_option(place, several.then_some(taken), words, sign, several && !right, at);
        rows.extend(marked);
    }
    rows.extend([Row::default(), Row::default()]);
    let first_look = rows.len();
    rows.push(word_of(&verdict, several));
    reasons(screen, question, answer, all_reasons, at, &mut rows);
    Sheet { rows, first_look, ..Sheet::default() }
}

/// An option with its sign, and with the word that says what would have been right.
fn marked_option(
    place: usize,
    ticked: Option<bool>,
    choice: &Choice,
    sign: Option<Sign>,
    misjudged: bool,
    at: &Geometry,
) -> Vec<Row> {
    let word = match (misjudged, choice.correct) {
        (false, _) => "",
        (true, true) => "belongs",
        (true, false) => "does not belong",
    };
    let beside = at.width >= 60;
    let room = if word.is_empty() || !beside { 0 } else { word.len() + 2 };
    let signs_in_text = if at.has_margin { 0 } else { 2 };
    let mut rows = option(place, ticked, &choice.text.blocks(), at.width.saturating_sub(room + signs_in_text));
    if !word.is_empty() && !beside {
        rows.push(Row::of(vec![blanks(3), piece(word, Role::Quiet)]));
    }
    for (nth, row) in rows.iter_mut().enumerate() {
        if at.has_margin {
            row.sign = sign.filter(|_| nth == 0);
        } else {
            let before = if nth == 0 { sign.map_or(blanks(1), Sign::piece) } else { blanks(1) };
            row.pieces.splice(0..0, [before, blanks(1)]);
        }
    }
    if let Some(first) = rows.first_mut().filter(|_| room > 0) {
        let sign = first.sign;
        *first = Row { sign, ..spread(std::mem::take(&mut first.pieces), vec![piece(word, Role::Quiet)], at.width) };
    }
    rows
}

/// Right or not, in a word.
fn word_of(verdict: &crate::course::Verdict, several: bool) -> Row {
    let words = match (several, verdict.is_right()) {
        (false, true) => "Right.".to_owned(),
        (false, false) => "Not quite.".to_owned(),
        (true, true) => format!("Right, all {}.", verdict.of),
        (true, false) => format!("Not quite: {} of {}.", verdict.earned, verdict.of),
    };
    line(&words, if verdict.is_right() { Role::Right } else { Role::Wrong })
}

/// The reason under what was chosen and under the key, or under everything; then what parts the two.
fn reasons(screen: &Quiz, question: &Question, answer: &Answer, all: bool, at: &Geometry, rows: &mut Vec<Row>) {
    let Answer::Picked(picked) = answer;
    let verdict = mark(question, answer);
    for (place, choice) in screen.drawn.iter().enumerate() {
        let Some(words) = question.choices().get(*choice) else { continue };
        let (taken, right) = (picked.contains(choice), verdict.judged.get(*choice).copied().unwrap_or(false));
        let shown = match question.takes_several() {
            true => all || !right || (verdict.is_right() && taken),
            false => all || taken || words.correct,
        };
        if !shown || words.why.is_empty() {
            continue;
        }
        let before = match (question.takes_several(), taken, words.correct) {
            (false, true, false) => "Your choice. ",
            (false, false, true) => "Right. ",
            _ => "",
        };
        rows.push(Row::default());
        rows.extend(hung(spoken(&format!("{}  ", place + 1), Role::Text), &led(before, words.why.blocks()), at.width));
    }
    if !question.difference.is_empty() && !verdict.is_right() {
        rows.push(Row::default());
        rows.extend(page::blocks(&led_strongly("The difference  ", question.difference.blocks()), at.width));
    }
    if !question.explain.is_empty() {
        rows.push(Row::default());
        rows.extend(page::blocks(&question.explain.blocks(), at.width));
    }
}

/// Blocks whose first paragraph begins with some words of ours.
fn led(before: &'static str, mut blocks: Vec<Block>) -> Vec<Block> {
    if let Some(Block { kind: block::BlockKind::Paragraph(text), .. }) = blocks.first_mut()
        && !before.is_empty()
    {
        text.insert(0, block::words(Clean::fixed(before)));
    }
    blocks
}

/// The same with words in bold; before anything but a paragraph they are one of their own.
fn led_strongly(before: &'static str, mut blocks: Vec<Block>) -> Vec<Block> {
    let look = block::Look { strong: true, ..block::Look::default() };
    let words = crate::course::Inline::Span { text: Clean::fixed(before), look, link: None };
    match blocks.first_mut() {
        Some(Block { kind: block::BlockKind::Paragraph(text), .. }) => text.insert(0, words),
        _ => blocks.insert(0, Block { kind: block::BlockKind::Paragraph(vec![words]), source: 0..0 }),
    }
    blocks
}

/// The second column: every question of the quiz, and what became of it.
fn aside(app: &App, screen: &Quiz) -> Vec<Row> {
    let Some(run) = app.progress.run(&screen.run) else { return Vec::new() };
    let lesson = app.course.lessons.get(screen.lesson);
    let mut rows = vec![line("Questions", Role::Heading), Row::default()];
    for (at, id) in run.questions.iter().enumerate() {
        let state = match run.entry(id).map(|entry| entry.answer.is_some()) {
            Some(true) if lesson.is_some_and(|lesson| run.is_right(lesson, id)) => (Sign::Right, "right"),
            Some(true) => (Sign::Wrong, "not quite"),
            _ if at == screen.at => (Sign::Begun, "here"),
            Some(false) => (Sign::Untouched, "skipped"),
            None => (Sign::Untouched, ""),
        };
        let words = format!(" {:>2}  {}", at + 1, state.1);
        rows.push(Row::of(vec![state.0.piece(), spoken(&words, if at == screen.at { Role::Strong } else { Role::Quiet })]));
    }
    rows
}

fn foot(app: &App, screen: &Quiz) -> Vec<(Clean, Clean)> {
    let question = asked(&app.course, &app.progress, screen);
    match screen.phase {
        Phase::Asking => {
            let digits = (clean::join(["1–", &screen.drawn.len().min(9).to_string()]), Clean::fixed("choose"));
            let several = question.is_some_and(Question::takes_several);
            let mut items = vec![digits];
            items.extend(match several {
                true => footer(Where::Question, &[(Act::Toggle, "tick"), (Act::Confirm, "answer"), (Act::Skip, "skip")]),
                false => footer(Where::Question, &[(Act::Confirm, "answer"), (Act::Skip, "skip")]),
            });
            items.extend(footer(Where::Question, &[(Act::Back, "map")]));
            items
        }
        Phase::Answered { .. } => {
            let see = question.is_some_and(|question| question.see.is_some());
            let mut items = footer(Where::Answered, &[(Act::Confirm, "next"), (Act::Reasons, "all reasons")]);
            if see {
                items.extend(footer(Where::Answered, &[(Act::See, "see")]));
            }
            items.extend(footer(Where::Answered, &[(Act::Undo, "undo"), (Act::Back, "map")]));
            items
        }
    }
}
