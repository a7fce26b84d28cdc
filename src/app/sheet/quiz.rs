//! A question: what stands around it. Its kinds are drawn in `kinds.rs` before the answer and in `verdict.rs` after it.

use super::super::geometry::Geometry;
use super::super::keymap::{Act, Where};
use super::super::quiz::{asked, given};
use super::super::{App, Phase, Quiz, Typing, Work};
use super::{Field, Header, Sheet, footer, kinds, line, verdict, wrapped};
use crate::course::question::{Kind, Question};
use crate::course::{Block, Clean, Lesson, clean};
use crate::page::{self, Piece, Role, Row, Sign, blanks, spoken, wrap};
use crate::progress::Purpose;

/// A question, and what stands around it.
pub fn sheet(app: &App, screen: &Quiz, at: &Geometry) -> Sheet {
    let mut sheet = body(app, screen, at);
    sheet.header = Some(header(app, screen, at));
    sheet.says_more = true;
    sheet.footer = foot(app, screen);
    if at.side.is_some() {
        sheet.side = aside(app, screen);
    }
    if let Some(doubt) = &screen.doubt {
        sheet.field = Some(doubted(doubt));
        sheet.footer = footer(Where::Field, &[(Act::Confirm, "note it"), (Act::Back, "back")]);
    }
    match screen.phase {
        Phase::Answered { .. } => Sheet { top: screen.top, ..sheet },
        _ if sheet.focus.is_some() && screen.top == 0 => sheet.follow_focus(app.body_height()),
        _ => Sheet { top: screen.top.saturating_sub(sheet.pinned), ..sheet },
    }
}

/// The rows of a question, without what stands around them.
pub fn body(app: &App, screen: &Quiz, at: &Geometry) -> Sheet {
    let Some(question) = asked(&app.course, &app.progress, screen) else { return Sheet::default() };
    let poles = app.course.lessons.get(screen.lesson).map(poles).unwrap_or_default();
    let about = About { question, poles: &poles, at };
    match (&screen.phase, given(&app.progress, screen)) {
        (Phase::Answered { all_reasons }, Some((_, given))) => {
            let mut sheet = verdict::sheet(&about, given, *all_reasons);
            if screen.is_sent {
                sheet.rows.push(Row::default());
                sheet.rows.extend(wrapped(SENT, Role::Strong, at.width));
            }
            sheet
        }
        _ => kinds::sheet(app, &about, screen),
    }
}

/// What is said of a question that was missed three times.
const SENT: &str = "Missed three times. Enter opens the paragraph that answers it; Esc there goes on.";

/// A question on its way to the screen.
pub struct About<'a> {
    /// The question.
    pub question: &'a Question,
    /// The words of the two poles, which have signs of their own.
    pub poles: &'a [String; 2],
    /// Where everything is.
    pub at: &'a Geometry,
}

/// The two poles of a lesson, in small letters.
fn poles(lesson: &Lesson) -> [String; 2] {
    let contrast = lesson.contrast.as_ref().and_then(|contrast| contrast.as_str().split_once('/'));
    contrast
        .map_or(["management".into(), "leadership".into()], |(one, other)| [one, other].map(|word| word.trim().to_lowercase()))
}

fn header(app: &App, screen: &Quiz, at: &Geometry) -> Header {
    let run = app.progress.run(&screen.run);
    let of = run.map_or(0, |run| run.questions.len());
    let lesson = app.course.lessons.get(screen.lesson);
    let title = lesson.map_or("", |lesson| lesson.title.as_str());
    let what = match run.and_then(|run| run.purpose) {
        Some(Purpose::Before) => " · Before you read",
        Some(Purpose::Check) => " · In passing",
        Some(Purpose::Missed) => " · Missed ones",
        Some(Purpose::Weakest) => " · Weakest ten",
        Some(Purpose::Review) => " · Review",
        Some(Purpose::Quiz) | None => " · Quiz",
    };
    let (left, right) = match at.has_margin {
        true => (clean::join([title, what]), format!("question {} of {of}", screen.at + 1)),
        false => (Clean::words(title), format!("{} of {of}", screen.at + 1)),
    };
    let part = (screen.at + 1) as f64 / of.max(1) as f64;
    Header { number: lesson.map(|lesson| lesson.number), left, right: Clean::words(&right), part: Some(part) }
}

/// The prompt in bold; a prompt of several blocks keeps its shape.
pub fn prompt(about: &About) -> Vec<Row> {
    let mut rows = page::blocks(&about.question.prompt.blocks(), about.at.width);
    for piece in rows.iter_mut().flat_map(|row| &mut row.pieces) {
        if piece.role == Role::Text {
            piece.role = Role::Strong;
        }
    }
    rows
}

/// Blocks with something before their first row.
pub fn hung(lead: Piece, blocks: &[Block], width: usize) -> Vec<Row> {
    hung_by(vec![lead], blocks, width)
}

/// The same with several pieces before it.
pub fn hung_by(lead: Vec<Piece>, blocks: &[Block], width: usize) -> Vec<Row> {
    let indent: usize = lead.iter().map(|piece| wrap::width(piece.text.as_str())).sum();
    let mut rows = page::blocks(blocks, width.saturating_sub(indent).max(1));
    if rows.is_empty() {
        rows.push(Row::default());
    }
    for (at, row) in rows.iter_mut().enumerate() {
        let before = if at == 0 { lead.clone() } else { vec![blanks(indent)] };
        row.pieces.splice(0..0, before);
    }
    rows
}

/// A sign before the first of some rows: in the margin, or in the text where there is none.
pub fn signed(mut rows: Vec<Row>, sign: Option<Sign>, at: &Geometry) -> Vec<Row> {
    for (nth, row) in rows.iter_mut().enumerate() {
        if at.has_margin {
            row.sign = sign.filter(|_| nth == 0);
        } else {
            let before = if nth == 0 { sign.map_or(blanks(1), Sign::piece) } else { blanks(1) };
            row.pieces.splice(0..0, [before, blanks(1)]);
        }
    }
    rows
}

/// Cells that a sign in the text takes.
pub fn room_of_sign(at: &Geometry) -> usize {
    if at.has_margin { 0 } else { 2 }
}

/// The words of a bin, with the sign of its pole where it is one.
pub fn bin(about: &About, bin: usize) -> Vec<Piece> {
    let Kind::Classify { bins, .. } = &about.question.kind else { return Vec::new() };
    let words = bins.get(bin).map(|bin| bin.words()).unwrap_or_default();
    let small = words.as_str().to_lowercase();
    let [management, leadership] = about.poles;
    match () {
        () if small == *management || small == "management" => vec![spoken(&format!("■ {words}"), Role::Management)],
        () if small == *leadership || small == "leadership" => vec![spoken(&format!("◆ {words}"), Role::Leadership)],
        () => vec![Piece::of(words, Role::Text)],
    }
}

/// The field for what is wrong with a question.
fn doubted(typing: &Typing) -> Field {
    let right = if typing.is_blank() { "what is wrong with it?" } else { "" };
    Field { sign: Clean::fixed("!"), text: Clean::words(&typing.text), has_cursor: true, right: Clean::fixed(right) }
}

/// The second column: every question of the quiz, and what became of it.
fn aside(app: &App, screen: &Quiz) -> Vec<Row> {
    let Some(run) = app.progress.run(&screen.run) else { return Vec::new() };
    let is_told = run.purpose != Some(Purpose::Before) && run.mode != crate::course::question::Mode::HeldBack;
    let mut rows = vec![line("Questions", Role::Heading), Row::default()];
    for (at, id) in run.questions.iter().enumerate() {
        let state = match run.entry(id).map(|entry| entry.given.is_some()) {
            Some(true) if !is_told => (Sign::Begun, "answered"),
            Some(true) if run.is_right(&app.course, id) => (Sign::Right, "right"),
            Some(true) if run.verdict(&app.course, id).is_some_and(|verdict| verdict.of == 0) => (Sign::Begun, "kept"),
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

/// Keys and words.
type Entries = Vec<(Clean, Clean)>;

fn digits(count: usize, word: &'static str) -> (Clean, Clean) {
    let keys = if count > 1 { clean::join(["1–", &count.min(9).to_string()]) } else { Clean::fixed("1") };
    (keys, Clean::fixed(word))
}

fn foot(app: &App, screen: &Quiz) -> Entries {
    let Some(question) = asked(&app.course, &app.progress, screen) else { return Vec::new() };
    match screen.phase {
        Phase::Sure(_) => {
            let mut items = vec![digits(4, "how sure")];
            items.extend(footer(Where::Sure, &[(Act::Back, "other answer"), (Act::Skip, "skip")]));
            items
        }
        Phase::Asking => asking(screen, question),
        Phase::Answered { .. } => {
            let next = match (screen.is_look, screen.is_sent) {
                (true, _) => "back",
                (false, true) => "paragraph",
                (false, false) => "next",
            };
            let mut entries = vec![(Act::Confirm, next), (Act::Reasons, "all reasons")];
            if question.see.is_some() {
                entries.push((Act::See, "see"));
            }
            entries.extend([(Act::Undo, "undo"), (Act::Doubt, "faulty")]);
            footer(Where::Answered, &entries)
        }
    }
}

/// What works on a question, kind by kind.
fn asking(screen: &Quiz, question: &Question) -> Entries {
    let has_hint = screen.hints < question.hints.len();
    let mut rest = if has_hint { vec![(Act::Hint, "hint")] } else { Vec::new() };
    rest.push((Act::Skip, "skip"));
    let drawn = screen.drawn.len();
    let mut items = match (&question.kind, &screen.work) {
        (_, Work::Writing { is_typing: true, .. }) => {
            return footer(Where::Field, &[(Act::Confirm, "answer"), (Act::Back, "other keys")]);
        }
        (_, Work::Composing { is_typing: true, .. }) => {
            return footer(Where::Field, &[(Act::Confirm, "compare"), (Act::Back, "other keys")]);
        }
        (Kind::Open { checklist, .. }, Work::Composing { is_rating: true, .. }) => {
            let mut items = vec![digits(checklist.len(), "tick")];
            items.extend(footer(Where::Question, &[(Act::Confirm, "done"), (Act::Left, "write on"), (Act::Skip, "skip")]));
            return items;
        }
        (_, Work::Writing { .. } | Work::Composing { .. }) => {
            footer(Where::Question, &[(Act::Confirm, "write on"), (Act::Edit, "editor")])
        }
        (Kind::Classify { bins, .. }, _) => {
            let mut items = vec![digits(bins.len(), "place")];
            items.extend(footer(Where::Question, &[(Act::Down, "line"), (Act::Confirm, "done")]));
            items
        }
        (Kind::Match { .. }, _) => {
            let mut items = vec![digits(drawn, "give")];
            items.extend(footer(Where::Question, &[(Act::Down, "part"), (Act::Confirm, "done")]));
            items
        }
        (Kind::Order(_), _) => {
            let mut items = footer(Where::Question, &[(Act::Toggle, "lift"), (Act::Down, "move")]);
            items.push(digits(drawn, "to place"));
            items.extend(footer(Where::Question, &[(Act::Confirm, "done")]));
            items
        }
        (Kind::Stance { .. }, _) => footer(Where::Question, &[(Act::Left, "move"), (Act::Confirm, "keep")]),
        (Kind::Scenario(scenes), Work::Walking { road, .. }) => {
            let here = super::super::work::scene_at(question, road).and_then(|at| scenes.get(at));
            let mut items = vec![digits(here.map_or(0, |scene| scene.choices.len()), "choose")];
            items.extend(footer(Where::Question, &[(Act::Confirm, "take it")]));
            items
        }
        (Kind::Multiple(_), _) => {
            let mut items = vec![digits(drawn, "tick")];
            items.extend(footer(Where::Question, &[(Act::Confirm, "take them")]));
            items
        }
        _ => {
            let mut items = vec![digits(drawn, "choose")];
            items.extend(footer(Where::Question, &[(Act::Confirm, "take it")]));
            items
        }
    };
    items.extend(footer(Where::Question, &rest));
    if items.len() < 5 {
        items.extend(footer(Where::Question, &[(Act::Back, if screen.is_look { "back" } else { "map" })]));
    }
    items
}
