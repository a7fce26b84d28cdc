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
use crate::words::Words;

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
        sheet.field = Some(doubted(doubt, app.words()));
        sheet.footer =
            footer(Where::Field, &[(Act::Confirm, app.words().quiz().key_note_it()), (Act::Back, app.words().footer().back())]);
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
    let words = app.words();
    let poles = app.course.lessons.get(screen.lesson).map(|lesson| poles(lesson, words)).unwrap_or_default();
    let about = About { question, poles: &poles, at, words };
    match (&screen.phase, given(&app.progress, screen)) {
        (Phase::Answered { all_reasons }, Some((_, given))) => {
            let mut sheet = verdict::sheet(&about, given, *all_reasons);
            if screen.is_sent {
                sheet.rows.push(Row::default());
                sheet.rows.extend(wrapped(words.quiz().sent_to_paragraph(), Role::Strong, at.width));
            }
            sheet
        }
        _ => kinds::sheet(app, &about, screen),
    }
}

/// A question on its way to the screen.
pub struct About<'a> {
    /// The question.
    pub question: &'a Question,
    /// The words of the two poles, which have signs of their own.
    pub poles: &'a [String; 2],
    /// Where everything is.
    pub at: &'a Geometry,
    /// What the interface says.
    pub words: &'a Words,
}

/// The two poles of a lesson, in small letters.
fn poles(lesson: &Lesson, words: &Words) -> [String; 2] {
    let contrast = lesson.contrast.as_ref().and_then(|contrast| contrast.as_str().split_once('/'));
    let (one, other) = contrast.unwrap_or((words.text().management(), words.text().leadership()));
    [one, other].map(|word| word.trim().to_lowercase())
}

fn header(app: &App, screen: &Quiz, at: &Geometry) -> Header {
    let run = app.progress.run(&screen.run);
    let of = run.map_or(0, |run| run.questions.len());
    let lesson = app.course.lessons.get(screen.lesson);
    let title = lesson.map_or("", |lesson| lesson.title.as_str());
    let said = app.words().quiz();
    let what = match run.and_then(|run| run.purpose) {
        Some(Purpose::Before) => said.before_you_read(),
        Some(Purpose::Check) => said.in_passing(),
        Some(Purpose::Missed) => said.missed_ones(),
        Some(Purpose::Weakest) => said.weakest_ten(),
        Some(Purpose::Review) => said.review(),
        Some(Purpose::Quiz) | None => said.quiz(),
    };
    let (left, right) = match at.has_margin {
        true => (clean::join([title, " · ", what]), said.question_of(screen.at + 1, of)),
        false => (Clean::words(title), app.words().count().of(screen.at + 1, of)),
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
    let ([management, leadership], said) = (about.poles, about.words.text());
    match () {
        () if small == *management || small == said.management().to_lowercase() => {
            vec![spoken(&format!("■ {words}"), Role::Management)]
        }
        () if small == *leadership || small == said.leadership().to_lowercase() => {
            vec![spoken(&format!("◆ {words}"), Role::Leadership)]
        }
        () => vec![Piece::of(words, Role::Text)],
    }
}

/// The field for what is wrong with a question.
fn doubted(typing: &Typing, words: &Words) -> Field {
    let right = if typing.is_blank() { words.quiz().what_is_wrong() } else { "" };
    Field { sign: Clean::fixed("!"), text: Clean::words(&typing.text), has_cursor: true, right: Clean::words(right) }
}

/// The second column: every question of the quiz, and what became of it.
fn aside(app: &App, screen: &Quiz) -> Vec<Row> {
    let Some(run) = app.progress.run(&screen.run) else { return Vec::new() };
    let is_told = run.purpose != Some(Purpose::Before) && run.mode != crate::course::question::Mode::HeldBack;
    let said = app.words().quiz();
    let mut rows = vec![line(said.questions(), Role::Heading), Row::default()];
    for (at, id) in run.questions.iter().enumerate() {
        let state = match run.entry(id).map(|entry| entry.given.is_some()) {
            Some(true) if !is_told => (Sign::Begun, said.state_answered()),
            Some(true) if run.is_right(&app.course, id) => (Sign::Right, said.state_right()),
            Some(true) if run.verdict(&app.course, id).is_some_and(|verdict| verdict.of == 0) => (Sign::Begun, said.state_kept()),
            Some(true) => (Sign::Wrong, said.state_not_quite()),
            _ if at == screen.at => (Sign::Begun, said.state_here()),
            Some(false) => (Sign::Untouched, said.state_skipped()),
            None => (Sign::Untouched, ""),
        };
        let words = format!(" {:>2}  {}", at + 1, state.1);
        rows.push(Row::of(vec![state.0.piece(), spoken(&words, if at == screen.at { Role::Strong } else { Role::Quiet })]));
    }
    rows
}

/// Keys and words.
type Entries = Vec<(Clean, Clean)>;

fn digits(count: usize, word: &str) -> (Clean, Clean) {
    let keys = if count > 1 { clean::join(["1–", &count.min(9).to_string()]) } else { Clean::fixed("1") };
    (keys, Clean::words(word))
}

fn foot(app: &App, screen: &Quiz) -> Entries {
    let Some(question) = asked(&app.course, &app.progress, screen) else { return Vec::new() };
    let (said, back) = (app.words().quiz(), app.words().footer().back());
    match screen.phase {
        Phase::Sure(_) => {
            let mut items = vec![digits(4, said.key_how_sure())];
            items.extend(footer(Where::Sure, &[(Act::Back, said.key_other_answer()), (Act::Skip, said.key_skip())]));
            items
        }
        Phase::Asking => asking(screen, question, app.words()),
        Phase::Answered { .. } => {
            let next = match (screen.is_look, screen.is_sent) {
                (true, _) => back,
                (false, true) => said.key_paragraph(),
                (false, false) => said.key_next(),
            };
            let mut entries = vec![(Act::Confirm, next), (Act::Reasons, said.key_all_reasons())];
            if question.see.is_some() {
                entries.push((Act::See, said.key_see()));
            }
            entries.extend([(Act::Undo, said.key_undo()), (Act::Doubt, said.key_faulty())]);
            footer(Where::Answered, &entries)
        }
    }
}

/// What works on a question, kind by kind.
fn asking(screen: &Quiz, question: &Question, words: &Words) -> Entries {
    let (said, foot) = (words.quiz(), words.footer());
    let has_hint = screen.hints < question.hints.len();
    let mut rest = if has_hint { vec![(Act::Hint, said.key_hint())] } else { Vec::new() };
    rest.push((Act::Skip, said.key_skip()));
    let drawn = screen.drawn.len();
    let mut items = match (&question.kind, &screen.work) {
        (_, Work::Writing { is_typing: true, .. }) => {
            return footer(Where::Field, &[(Act::Confirm, said.key_answer()), (Act::Back, said.key_other_keys())]);
        }
        (_, Work::Composing { is_typing: true, .. }) => {
            return footer(Where::Field, &[(Act::Confirm, said.key_compare()), (Act::Back, said.key_other_keys())]);
        }
        (Kind::Open { checklist, .. }, Work::Composing { is_rating: true, .. }) => {
            let mut items = vec![digits(checklist.len(), said.key_tick())];
            items.extend(footer(
                Where::Question,
                &[(Act::Confirm, said.key_done()), (Act::Left, said.key_write_on()), (Act::Skip, said.key_skip())],
            ));
            return items;
        }
        (_, Work::Writing { .. } | Work::Composing { .. }) => {
            footer(Where::Question, &[(Act::Confirm, said.key_write_on()), (Act::Edit, said.key_editor())])
        }
        (Kind::Classify { bins, .. }, _) => {
            let mut items = vec![digits(bins.len(), said.key_place())];
            items.extend(footer(Where::Question, &[(Act::Down, said.key_line()), (Act::Confirm, said.key_done())]));
            items
        }
        (Kind::Match { .. }, _) => {
            let mut items = vec![digits(drawn, said.key_give())];
            items.extend(footer(Where::Question, &[(Act::Down, said.key_part()), (Act::Confirm, said.key_done())]));
            items
        }
        (Kind::Order(_), _) => {
            let mut items = footer(Where::Question, &[(Act::Toggle, said.key_lift()), (Act::Down, said.key_move())]);
            items.push(digits(drawn, said.key_to_place()));
            items.extend(footer(Where::Question, &[(Act::Confirm, said.key_done())]));
            items
        }
        (Kind::Stance { .. }, _) => footer(Where::Question, &[(Act::Left, said.key_along()), (Act::Confirm, said.key_keep())]),
        (Kind::Scenario(scenes), Work::Walking { road, .. }) => {
            let here = super::super::work::scene_at(question, road).and_then(|at| scenes.get(at));
            let mut items = vec![digits(here.map_or(0, |scene| scene.choices.len()), foot.choose())];
            items.extend(footer(Where::Question, &[(Act::Confirm, said.key_take_it())]));
            items
        }
        (Kind::Multiple(_), _) => {
            let mut items = vec![digits(drawn, said.key_tick())];
            items.extend(footer(Where::Question, &[(Act::Confirm, said.key_take_them())]));
            items
        }
        _ => {
            let mut items = vec![digits(drawn, foot.choose())];
            items.extend(footer(Where::Question, &[(Act::Confirm, said.key_take_it())]));
            items
        }
    };
    items.extend(footer(Where::Question, &rest));
    if items.len() < 5 {
        items.extend(footer(Where::Question, &[(Act::Back, if screen.is_look { foot.back() } else { foot.map() })]));
    }
    items
}
