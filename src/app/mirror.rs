//! The mirror: what one does, statement by statement, the picture of it, the same in words, then what the role needs, and what could be
//! practised. Each answer counts at once and can be changed by going back. What was said stands in the progress.

use super::keymap::Act;
use super::{App, Effect, Screen, sheet};
use crate::course::mirror::{Form, Part, Pole};
use crate::course::{Clean, Id};
use crate::progress::mirror::{Looks, asked, is_needless, open as open_at};
use crate::progress::{Deed, EventId, Mirror as Said, MirrorPart, Stamp};

/// The mirror on the screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Mirror {
    /// The part that is asked, or was asked last.
    pub part: MirrorPart,
    /// The look into that part that is being answered, or was just now; none before the first answer.
    pub look: Option<EventId>,
    /// Where one stands.
    pub stage: Stage,
    /// So many rows are scrolled away.
    pub top: usize,
}

/// The stages, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Before the first statement of a part.
    Before,
    /// A statement.
    Asking {
        /// Which, counted from 0.
        at: usize,
        /// The focused answer, by its place on the screen.
        focus: Option<usize>,
    },
    /// What was reported, as a picture.
    Picture,
    /// The same in words.
    Words,
    /// What to build and what to ease off.
    Plan,
}

/// What a screen asks.
pub struct Asked<'a> {
    /// Under which the answer is kept.
    pub id: &'a Id,
    /// The part of the form.
    pub part: &'a Part,
    /// The statement.
    pub text: &'a Clean,
    /// The pole of which it is asked how well others cover it.
    pub covered: Option<Pole>,
    /// The answers as the screen has them: their digits and words.
    pub answers: Vec<(u8, &'a Clean)>,
}

/// What is asked at a place of a part.
pub fn at(form: &Form, part: MirrorPart, at: usize) -> Option<Asked<'_>> {
    match part {
        MirrorPart::Doing => {
            let statement = form.statements.get(at)?;
            let answers = (1..).zip(&form.doing.scale).chain([(0, &form.none)]).collect();
            Some(Asked { id: &statement.id, part: &form.doing, text: &statement.text, covered: None, answers })
        }
        MirrorPart::Need => {
            let need = form.needs.get(at / 2)?;
            let asks_cover = at % 2 == 1;
            let (id, words) = if asks_cover { (&need.cover, &form.cover.1) } else { (&need.id, &form.need.scale) };
            let covered = asks_cover.then_some(need.pole);
            Some(Asked { id, part: &form.need, text: &need.text, covered, answers: (1..).zip(words).collect() })
        }
    }
}

/// Opens the mirror: goes on at the first open statement, shows what was reported, or begins.
pub fn open(app: &mut App) {
    if app.course.form().is_none_or(|form| form.statements.is_empty()) {
        return app.remarks.push(Clean::words(app.words().mirror().no_statements()));
    }
    let stage = if looks(app, MirrorPart::Doing).now().is_some() { Stage::Picture } else { Stage::Before };
    app.push(Screen::Mirror(Mirror { part: MirrorPart::Doing, look: None, stage, top: 0 }));
    if looks(app, MirrorPart::Doing).open.is_some() {
        begin(app, MirrorPart::Doing);
    }
}

/// The looks into a part; none where there is no form.
pub fn looks(app: &App, part: MirrorPart) -> Looks<'_> {
    app.course.known_form().map_or_else(Looks::default, |form| Looks::of(form, app.progress.made(), part))
}

/// What was said in the look that is being answered.
pub fn said(app: &App, mirror: &Mirror) -> Option<Said> {
    let look = mirror.look.as_ref()?;
    let all = app.progress.made().mirrors(mirror.part);
    all.into_iter().find(|(id, _)| *id == look).map(|(_, said)| said.clone())
}

pub fn update(app: &mut App, at: Stamp, act: Act, effects: &mut Vec<Effect>) {
    let Screen::Mirror(mirror) = app.screen() else { return };
    match (mirror.stage, act) {
        (Stage::Before, Act::Confirm) => ask(app, 0),
        (Stage::Asking { at: nth, focus }, act) => asking(app, at, (nth, focus, act), effects),
        (Stage::Picture, Act::Confirm) => go(app, Stage::Words),
        (Stage::Words, Act::Confirm) => on_from_words(app),
        (Stage::Plan, Act::Confirm) => app.go_to_map(),
        (Stage::Picture | Stage::Plan, Act::Left) => change_the_last(app),
        (Stage::Picture | Stage::Words, Act::Again) => begin(app, MirrorPart::Doing),
        (Stage::Plan, Act::Again) => begin(app, MirrorPart::Need),
        (stage, Act::Back) => back(app, stage),
        (_, act) => scroll(app, act),
    }
}

fn go(app: &mut App, stage: Stage) {
    if let Some(Screen::Mirror(mirror)) = app.screens.last_mut() {
        (mirror.stage, mirror.top) = (stage, 0);
    }
}

/// Asks a part: goes on with the look that is open, or begins one.
fn begin(app: &mut App, part: MirrorPart) {
    let open = looks(app, part).open.map(|(id, said)| (id.clone(), said.clone()));
    let next = open.as_ref().and_then(|(_, said)| open_at(app.course.known_form()?, part, said));
    let Some(Screen::Mirror(mirror)) = app.screens.last_mut() else { return };
    (mirror.part, mirror.look) = (part, open.map(|(id, _)| id));
    match next {
        Some(next) => ask(app, next),
        None => go(app, Stage::Before),
    }
}

/// Brings a statement onto the screen, its answer focused where it has one.
fn ask(app: &mut App, nth: usize) {
    let Screen::Mirror(mirror) = app.screen() else { return };
    let known = said(app, mirror);
    let form = app.course.known_form();
    let focus = form.and_then(|form| at(form, mirror.part, nth)).and_then(|asked| {
        let value = known?.value(asked.id)?;
        asked.answers.iter().position(|(digit, _)| *digit == value)
    });
    go(app, Stage::Asking { at: nth, focus });
}

/// A digit answers and goes on; so does Enter on what the arrows chose. To the left the one before, to the right the next, if this one
/// is answered.
fn asking(app: &mut App, now: Stamp, (nth, focus, act): (usize, Option<usize>, Act), effects: &mut Vec<Effect>) {
    let Screen::Mirror(mirror) = app.screen() else { return };
    let Some(asked) = app.course.known_form().and_then(|form| at(form, mirror.part, nth)) else { return };
    let count = asked.answers.len();
    let focused = focus.and_then(|focus| asked.answers.get(focus)).map(|(digit, _)| *digit);
    let has_digit = |digit: u8| asked.answers.iter().any(|(known, _)| *known == digit);
    let is_answered = said(app, mirror).is_some_and(|said| said.value(asked.id).is_some());
    match act {
        Act::Pick(digit) if has_digit(digit) => answer(app, now, (nth, digit), effects),
        Act::Confirm => {
            if let Some(digit) = focused {
                answer(app, now, (nth, digit), effects);
            }
        }
        Act::Down => go(app, Stage::Asking { at: nth, focus: Some(focus.map_or(0, |at| (at + 1).min(count - 1))) }),
        Act::Up => go(app, Stage::Asking { at: nth, focus: Some(focus.map_or(count - 1, |at| at.saturating_sub(1))) }),
        Act::Left => turn(app, (0..nth).rev()),
        Act::Right if is_answered => go_on(app, nth),
        Act::Back => back(app, Stage::Asking { at: nth, focus }),
        act => scroll(app, act),
    }
}

/// The answer counts from here on. One that says the same as before need not be written down again.
fn answer(app: &mut App, now: Stamp, (nth, value): (usize, u8), effects: &mut Vec<Effect>) {
    let Screen::Mirror(mirror) = app.screen() else { return };
    let (part, look, known) = (mirror.part, mirror.look.clone(), said(app, mirror));
    let statement = app.course.known_form().and_then(|form| at(form, part, nth)).map(|asked| asked.id.clone());
    let Some(statement) = statement else { return };
    if known.and_then(|said| said.value(&statement)) != Some(value) {
        let look = look.unwrap_or_else(|| app.record(now, Deed::MirrorBegan { part }, effects));
        app.record(now, Deed::Mirrored { mirror: look.clone(), statement, value }, effects);
        if let Some(Screen::Mirror(mirror)) = app.screens.last_mut() {
            mirror.look = Some(look);
        }
    }
    go_on(app, nth);
}

/// To the next statement; after the last one to the first that is open, and if none is, to the result.
fn go_on(app: &mut App, nth: usize) {
    let Screen::Mirror(mirror) = app.screen() else { return };
    let (part, Some(known), Some(form)) = (mirror.part, said(app, mirror), app.course.known_form()) else { return };
    let count = asked(form, part).len();
    let next = (nth + 1..count).find(|next| !is_needless(form, part, &known, *next));
    match next.or_else(|| open_at(form, part, &known)) {
        Some(next) => ask(app, next),
        None if part == MirrorPart::Doing => go(app, Stage::Picture),
        None => go(app, Stage::Plan),
    }
}

/// To the first of some statements that is to be asked.
fn turn(app: &mut App, mut places: impl Iterator<Item = usize>) {
    let Screen::Mirror(mirror) = app.screen() else { return };
    let known = said(app, mirror).unwrap_or_default();
    let form = app.course.known_form();
    let is_asked = |nth: &usize| form.is_some_and(|form| !is_needless(form, mirror.part, &known, *nth));
    if let Some(nth) = places.find(is_asked) {
        ask(app, nth);
    }
}

/// Nothing is final: from the result one comes back to the last statement of what was answered just now.
fn change_the_last(app: &mut App) {
    let Screen::Mirror(mirror) = app.screen() else { return };
    if is_just_answered(mirror) {
        let count = app.course.known_form().map_or(0, |form| asked(form, mirror.part).len());
        turn(app, (0..count).rev());
    }
}

/// Whether the result on the screen comes from answers that were given just now.
pub fn is_just_answered(mirror: &Mirror) -> bool {
    let asks = if mirror.stage == Stage::Plan { MirrorPart::Need } else { MirrorPart::Doing };
    mirror.look.is_some() && mirror.part == asks
}

/// From the words to what the role needs: asked first, then set beside what was reported.
fn on_from_words(app: &mut App) {
    if app.course.known_form().is_none_or(|form| form.needs.is_empty()) {
        return app.go_to_map();
    }
    let needs = looks(app, MirrorPart::Need);
    if needs.open.is_none() && needs.now().is_some() {
        return go(app, Stage::Plan);
    }
    begin(app, MirrorPart::Need);
}

/// Where one came from: stage by stage back to the picture, and from it to the map.
fn back(app: &mut App, stage: Stage) {
    let Screen::Mirror(mirror) = app.screen() else { return };
    let has_picture = looks(app, MirrorPart::Doing).now().is_some();
    match (stage, mirror.part) {
        (Stage::Before | Stage::Asking { .. }, MirrorPart::Doing) if has_picture => show_picture(app),
        (Stage::Before | Stage::Asking { .. }, MirrorPart::Need) | (Stage::Plan, _) => go(app, Stage::Words),
        (Stage::Words, _) => go(app, Stage::Picture),
        _ => app.pop(),
    }
}

/// The picture of the last whole look; the one that was left is not it.
fn show_picture(app: &mut App) {
    if let Some(Screen::Mirror(mirror)) = app.screens.last_mut() {
        mirror.look = None;
    }
    go(app, Stage::Picture);
}

fn scroll(app: &mut App, act: Act) {
    let height = app.body_height();
    let sheet = sheet::sheet(app, &app.geometry());
    let page = height.saturating_sub(sheet.pinned + 1).max(1);
    let last = sheet.rows.len().saturating_sub(height);
    let Some(Screen::Mirror(mirror)) = app.screens.last_mut() else { return };
    mirror.top = match act {
        Act::Down => mirror.top + 1,
        Act::Up => mirror.top.saturating_sub(1),
        Act::PageDown => mirror.top + page,
        Act::PageUp => mirror.top.saturating_sub(page),
        Act::Top => 0,
        Act::Bottom => last,
        _ => mirror.top,
    }
    .min(last);
    // A statement is read on; then no answer has the focus that would hold the page.
    if let (Stage::Asking { focus, .. }, Act::PageDown | Act::PageUp) = (&mut mirror.stage, act) {
        *focus = None;
    }
}
