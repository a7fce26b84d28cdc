//! A quiz: one question after the other. Nothing is graded by one stray key: a digit or an arrow moves to an option, Enter takes it,
//! and at the beginning of a question there is nothing to take.

use super::keymap::Act;
use super::sheet::quiz_body;
use super::{App, Effect, End, Screen, reader};
use crate::course::question::Question;
use crate::course::{Answer, Course, Id};
use crate::progress::{Deed, EventId, Stamp};

/// A quiz that is being taken. What was answered stands in the progress, not here.
#[derive(Clone, Debug, PartialEq)]
pub struct Quiz {
    /// The lesson.
    pub lesson: usize,
    /// The event that began it.
    pub run: EventId,
    /// Which question, counted from 0.
    pub at: usize,
    /// The order in which the choices stand on the screen, as places in the author's order.
    pub drawn: Vec<usize>,
    /// The focused choice, as a place on the screen.
    pub focus: Option<usize>,
    /// The ticked choices, as places in the author's order.
    pub ticked: Vec<usize>,
    /// Whether the question waits or was answered.
    pub phase: Phase,
    /// So many rows are scrolled away.
    pub top: usize,
}

/// Where a question stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phase {
    /// It waits for an answer.
    Asking,
    /// It was answered.
    Answered {
        /// Every reason is shown, not only those under the choice and the key.
        all_reasons: bool,
    },
}

/// Opens a lesson's quiz: goes on with the one that was begun, or begins one.
pub fn open(app: &mut App, at: Stamp, lesson: usize, effects: &mut Vec<Effect>) {
    app.course.load(lesson);
    let Some(head) = app.course.lessons.get(lesson) else { return };
    let open_run = app.progress.open_run(head).map(|(run, _)| run.clone());
    match open_run {
        Some(run) => show(app, lesson, run),
        None => begin(app, at, lesson, None, effects),
    }
}

/// Begins a quiz anew, with these questions or with all.
pub fn begin(app: &mut App, at: Stamp, lesson: usize, only: Option<Vec<Id>>, effects: &mut Vec<Effect>) {
    let Some(head) = app.course.lessons.get(lesson) else { return };
    let whole = only.is_none();
    let questions = only.unwrap_or_else(|| head.quiz().map(|question| question.id.clone()).collect());
    if questions.is_empty() {
        return;
    }
    let deed = Deed::Began { lesson: head.id.clone(), questions, whole };
    let run = app.record(at, deed, effects);
    show(app, lesson, run);
}

fn show(app: &mut App, lesson: usize, run: EventId) {
    let quiz = Quiz { lesson, run, at: 0, drawn: Vec::new(), focus: None, ticked: Vec::new(), phase: Phase::Asking, top: 0 };
    app.push(Screen::Quiz(quiz));
    ask_next(app);
}

/// Goes to the first question that is still open; to the end of the quiz where there is none. Questions that left the course since
/// the quiz was begun are passed over.
fn ask_next(app: &mut App) {
    let Some(Screen::Quiz(quiz)) = app.screens.last() else { return };
    let (lesson, run_id) = (quiz.lesson, quiz.run.clone());
    let next = app.progress.run(&run_id).zip(app.course.lessons.get(lesson)).and_then(|(run, lesson)| run.next(lesson));
    match next {
        Some(at) => ask(app, at),
        None => {
            app.go_to_map();
            app.push(Screen::End(End::new(app, lesson, run_id)));
        }
    }
}

fn ask(app: &mut App, at: usize) {
    let seed = app.seed;
    let Some(Screen::Quiz(quiz)) = app.screens.last_mut() else { return };
    quiz.at = at;
    quiz.focus = None;
    quiz.ticked = Vec::new();
    quiz.phase = Phase::Asking;
    quiz.top = 0;
    if let Some(question) = asked(&app.course, &app.progress, quiz) {
        quiz.drawn = shuffled(question, seed ^ question.fingerprint.0 ^ at as u64);
    }
}

/// The order in which the choices stand on the screen.
fn shuffled(question: &Question, seed: u64) -> Vec<usize> {
    let mut order: Vec<usize> = (0..question.choices().len()).collect();
    if question.is_shuffled() {
        fastrand::Rng::with_seed(seed).shuffle(&mut order);
    }
    order
}

/// The question on the screen.
pub fn asked<'a>(course: &'a Course, progress: &crate::progress::Progress, quiz: &Quiz) -> Option<&'a Question> {
    let id = progress.run(&quiz.run)?.questions.get(quiz.at)?;
    course.lessons.get(quiz.lesson)?.question(id)
}

/// The answer that was given to the question on the screen, and the event that says so.
pub fn given<'a>(app: &'a App, quiz: &Quiz) -> Option<(&'a EventId, &'a Answer)> {
    let run = app.progress.run(&quiz.run)?;
    let entry = run.entry(run.questions.get(quiz.at)?)?;
    Some((&entry.event, entry.answer.as_ref()?))
}

pub fn update(app: &mut App, at: Stamp, act: Act, effects: &mut Vec<Effect>) {
    let Some(Screen::Quiz(quiz)) = app.screens.last() else { return };
    match quiz.phase {
        Phase::Asking => asking(app, at, act, effects),
        Phase::Answered { .. } => answered(app, at, act, effects),
    }
    keep_in_view(app);
}

fn asking(app: &mut App, at: Stamp, act: Act, effects: &mut Vec<Effect>) {
    let page = app.body_height().saturating_sub(1).max(1);
    let App { screens, course, progress, .. } = app;
    let Some(Screen::Quiz(quiz)) = screens.last_mut() else { return };
    let Some(question) = asked(course, progress, quiz) else { return };
    let count = quiz.drawn.len();
    match act {
        // A long question is read page by page; then no option has the focus that would hold the page.
        Act::PageDown => (quiz.focus, quiz.top) = (None, quiz.top + page),
        Act::PageUp => (quiz.focus, quiz.top) = (None, quiz.top.saturating_sub(page)),
        Act::Down => quiz.focus = Some(quiz.focus.map_or(0, |at| (at + 1).min(count.saturating_sub(1)))),
        Act::Up => quiz.focus = Some(quiz.focus.map_or(count.saturating_sub(1), |at| at.saturating_sub(1))),
        Act::Pick(digit) if usize::from(digit) <= count => {
            quiz.focus = Some(usize::from(digit) - 1);
            if question.takes_several() {
                toggle(quiz);
            }
        }
        Act::Toggle if question.takes_several() => toggle(quiz),
        Act::Confirm => confirm(app, at, effects),
        Act::Skip => skip(app, at, effects),
        Act::Back => app.go_to_map(),
        _ => {}
    }
}

fn toggle(quiz: &mut Quiz) {
    let Some(choice) = quiz.focus.and_then(|focus| quiz.drawn.get(focus).copied()) else { return };
    match quiz.ticked.iter().position(|ticked| *ticked == choice) {
        Some(at) => drop(quiz.ticked.remove(at)),
        None => quiz.ticked.push(choice),
    }
}

/// Takes the focused option, or what was ticked, as the answer.
fn confirm(app: &mut App, at: Stamp, effects: &mut Vec<Effect>) {
    let Some(Screen::Quiz(quiz)) = app.screens.last() else { return };
    let Some(question) = asked(&app.course, &app.progress, quiz) else { return };
    let mut picked = if question.takes_several() {
        quiz.ticked.clone()
    } else {
        quiz.focus.and_then(|focus| quiz.drawn.get(focus).copied()).into_iter().collect()
    };
    if picked.is_empty() {
        return;
    }
    picked.sort_unstable();
    let deed = Deed::Answered {
        quiz: quiz.run.clone(),
        question: question.id.clone(),
        fingerprint: question.fingerprint,
        drawn: quiz.drawn.clone(),
        answer: Answer::Picked(picked),
    };
    app.record(at, deed, effects);
    if let Some(Screen::Quiz(quiz)) = app.screens.last_mut() {
        quiz.phase = Phase::Answered { all_reasons: false };
        quiz.top = 0;
    }
    show_the_verdict(app);
}

/// Where question and verdict do not fit on the screen together, the verdict comes first.
fn show_the_verdict(app: &mut App) {
    let (geometry, height) = (app.geometry(), app.body_height());
    let Some(Screen::Quiz(quiz)) = app.screens.last() else { return };
    let verdict = quiz_body(app, quiz, &geometry).first_look;
    if let Some(Screen::Quiz(quiz)) = app.screens.last_mut()
        && verdict + ROOM_FOR_A_REASON > height
    {
        quiz.top = verdict;
    }
}

/// The verdict, a blank row and the first row of a reason.
const ROOM_FOR_A_REASON: usize = 3;

fn skip(app: &mut App, at: Stamp, effects: &mut Vec<Effect>) {
    let Some(Screen::Quiz(quiz)) = app.screens.last() else { return };
    let Some(question) = asked(&app.course, &app.progress, quiz) else { return };
    let deed = Deed::Skipped { quiz: quiz.run.clone(), question: question.id.clone() };
    app.record(at, deed, effects);
    ask_next(app);
}

fn answered(app: &mut App, at: Stamp, act: Act, effects: &mut Vec<Effect>) {
    let page = app.body_height().saturating_sub(2).max(1);
    let Some(Screen::Quiz(quiz)) = app.screens.last_mut() else { return };
    match act {
        Act::Confirm => ask_next(app),
        Act::Reasons => {
            if let Phase::Answered { all_reasons } = &mut quiz.phase {
                *all_reasons = !*all_reasons;
            }
        }
        Act::Undo => undo(app, at, effects),
        Act::See => see(app),
        Act::Down => quiz.top += 1,
        Act::Up => quiz.top = quiz.top.saturating_sub(1),
        Act::PageDown => quiz.top += page,
        Act::PageUp => quiz.top = quiz.top.saturating_sub(page),
        Act::Top => quiz.top = 0,
        Act::Bottom => quiz.top = usize::MAX / 2,
        Act::Back => leave_answered(app),
        _ => {}
    }
}

/// Back to the map; but after the last question by way of the result, which is nowhere else.
fn leave_answered(app: &mut App) {
    let Some(Screen::Quiz(quiz)) = app.screens.last() else { return };
    let run = app.progress.run(&quiz.run).zip(app.course.lessons.get(quiz.lesson));
    match run.is_some_and(|(run, lesson)| run.next(lesson).is_none()) {
        true => ask_next(app),
        false => app.go_to_map(),
    }
}

/// Takes the answer back; the question waits again, its choices in the same order.
fn undo(app: &mut App, at: Stamp, effects: &mut Vec<Effect>) {
    let Some(Screen::Quiz(quiz)) = app.screens.last() else { return };
    let Some(event) = given(app, quiz).map(|(event, _)| event.clone()) else { return };
    app.record(at, Deed::Undid { event }, effects);
    if let Some(Screen::Quiz(quiz)) = app.screens.last_mut() {
        quiz.phase = Phase::Asking;
        quiz.top = 0;
    }
}

fn see(app: &mut App) {
    let Some(Screen::Quiz(quiz)) = app.screens.last() else { return };
    let lesson = quiz.lesson;
    if let Some(slug) = asked(&app.course, &app.progress, quiz).and_then(|question| question.see.clone()) {
        reader::look(app, lesson, &slug);
    }
}

/// Scrolling ends where the reasons do.
pub fn keep_in_view(app: &mut App) {
    let (geometry, height) = (app.geometry(), app.body_height());
    let Some(Screen::Quiz(quiz)) = app.screens.last().filter(|screen| matches!(screen, Screen::Quiz(quiz) if quiz.top > 0))
    else {
        return;
    };
    let rows = quiz_body(app, quiz, &geometry).rows.len();
    let last = rows.saturating_sub(height);
    if let Some(Screen::Quiz(quiz)) = app.screens.last_mut() {
        quiz.top = quiz.top.min(last);
    }
}
