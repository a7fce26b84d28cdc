//! Questions one after the other: a quiz, the ones that were missed, those before a lesson, or one within its text. What an answer
//! in the making is, and what keys do to it, stands in `work.rs`; what was answered stands in the progress.

use super::keymap::Act;
use super::typing::Typing;
use super::work::{Came, Work};
use super::{App, Effect, End, Screen, before, fields, reader, review};
use crate::course::question::{Mode, Question};
use crate::course::{Clean, Course, Id};
use crate::progress::{Deed, EventId, Field, Given, Progress, Purpose, Stamp, Sure, weakest};

mod scroll;

pub use scroll::keep_in_view;
use scroll::{show_first_look, turn_page};

/// Questions that are being answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Quiz {
    /// The event that began it.
    pub run: EventId,
    /// The lesson; where the questions come from several, that of the question on the screen.
    pub lesson: usize,
    /// Which question, counted from 0.
    pub at: usize,
    /// The order in which choices, lines, sentences or steps stand on the screen, as places in the author's order.
    pub drawn: Vec<usize>,
    /// The answer in the making.
    pub work: Work,
    /// How many hints are shown.
    pub hints: usize,
    /// When the question came on the screen.
    pub since: Stamp,
    /// Where the question stands.
    pub phase: Phase,
    /// What is typed about a faulty question.
    pub doubt: Option<Typing>,
    /// So many rows are scrolled away.
    pub top: usize,
    /// Opened from another screen to which it goes back.
    pub is_look: bool,
    /// Missed once too often: the next step is the paragraph that answers it.
    pub is_sent: bool,
}

/// Where a question stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phase {
    /// It waits for an answer.
    Asking,
    /// The answer is there, and how sure one is of it is asked; the focused word.
    Sure(Option<usize>),
    /// It was answered.
    Answered {
        /// Every reason is shown, not only those under the choice and the key.
        all_reasons: bool,
    },
}

/// Opens a lesson's quiz: goes on with the one that was begun, or begins one.
pub fn open(app: &mut App, at: Stamp, lesson: usize, effects: &mut Vec<Effect>) {
    app.course.load(lesson);
    let left = app.progress.left_typing(&app.course).filter(|(at, _)| *at == lesson).map(|(_, field)| field.clone());
    if let Some(field @ Field::Doubt(..)) = left {
        return fields::carry_on(app, at, lesson, &field, effects);
    }
    let Some(head) = app.course.lessons.get(lesson) else { return };
    let open_run = app.progress.open_run(&app.course, head).map(|(run, _)| run.clone());
    match open_run {
        Some(run) => show(app, at, (lesson, run, false), effects),
        None => begin(app, at, lesson, None, effects),
    }
}

/// Begins a quiz anew, with these questions or with all.
pub fn begin(app: &mut App, at: Stamp, lesson: usize, only: Option<Vec<Id>>, effects: &mut Vec<Effect>) {
    let Some(head) = app.course.lessons.get(lesson) else { return };
    let purpose = if only.is_none() { Purpose::Quiz } else { Purpose::Missed };
    let questions = only.unwrap_or_else(|| head.quiz().map(|question| question.id.clone()).collect());
    begin_with(app, at, (Some(lesson), questions, purpose), effects);
}

/// Asks the ten questions of the course that went worst; says so where there are none.
pub fn weakest_ten(app: &mut App, at: Stamp, effects: &mut Vec<Effect>) {
    for lesson in 0..app.course.lessons.len() {
        app.course.load(lesson);
    }
    let questions = weakest(&app.course, &app.progress, 10);
    if questions.is_empty() {
        return app.remarks.push(Clean::words(app.words().quiz().nothing_went_wrong()));
    }
    begin_with(app, at, (None, questions, Purpose::Weakest), effects);
}

/// Begins to ask some questions, of a lesson or of several.
pub fn begin_with(app: &mut App, at: Stamp, what: (Option<usize>, Vec<Id>, Purpose), effects: &mut Vec<Effect>) {
    let (lesson, questions, purpose) = what;
    if questions.is_empty() {
        return;
    }
    let head = lesson.and_then(|lesson| app.course.lessons.get(lesson));
    let mode = match purpose {
        Purpose::Quiz | Purpose::Missed => app.mode.or(head.map(|head| head.mode)).unwrap_or_default(),
        Purpose::Before => Mode::HeldBack,
        Purpose::Check | Purpose::Weakest | Purpose::Review => Mode::Immediate,
    };
    let deed = Deed::Began { lesson: head.map(|head| head.id.clone()), questions, purpose, mode };
    let run = app.record(at, deed, effects);
    show(app, at, (lesson.unwrap_or(0), run, purpose == Purpose::Check), effects);
}

/// Shows a run at its first open question.
pub fn show(app: &mut App, at: Stamp, (lesson, run, is_look): (usize, EventId, bool), effects: &mut Vec<Effect>) {
    put(app, at, lesson, run, is_look);
    ask_next(app, at, effects);
}

fn put(app: &mut App, at: Stamp, lesson: usize, run: EventId, is_look: bool) {
    app.push(Screen::Quiz(Box::new(Quiz {
        run,
        lesson,
        at: 0,
        drawn: Vec::new(),
        work: Work::Leaning { at: None },
        hints: 0,
        since: at,
        phase: Phase::Asking,
        doubt: None,
        top: 0,
        is_look,
        is_sent: false,
    })));
}

/// Shows one question of a run as it was answered; Esc goes back.
pub fn look(app: &mut App, at: Stamp, (lesson, run, nth): (usize, EventId, usize)) {
    put(app, at, lesson, run, true);
    ask(app, at, nth);
    if let Some(Screen::Quiz(quiz)) = app.screens.last_mut() {
        quiz.phase = Phase::Answered { all_reasons: true };
    }
}

/// Goes to the first question that is still open; to the end of the quiz where there is none. Questions that left the course since
/// the quiz was begun are passed over.
fn ask_next(app: &mut App, at: Stamp, effects: &mut Vec<Effect>) {
    let Some(Screen::Quiz(quiz)) = app.screens.last() else { return };
    let (lesson, run_id, is_look) = (quiz.lesson, quiz.run.clone(), quiz.is_look);
    let run = app.progress.run(&run_id);
    let next = run.and_then(|run| run.next(&app.course));
    match (next, run.and_then(|run| run.purpose)) {
        (Some(nth), _) => ask(app, at, nth),
        (None, Some(Purpose::Before)) => before::end(app, at, (lesson, run_id), effects),
        (None, _) if is_look => app.pop(),
        (None, _) => {
            app.go_to_map();
            load_asked(app, &run_id);
            app.push(Screen::End(End::new(app, lesson, run_id)));
        }
    }
}

/// The end names the section that answers a question: so the texts of all that were asked are read.
fn load_asked(app: &mut App, run: &EventId) {
    let questions = app.progress.run(run).map_or(&[][..], |run| &run.questions);
    let lessons: Vec<usize> = questions.iter().filter_map(|id| Some(app.course.question(id)?.0)).collect();
    for lesson in lessons {
        app.course.load(lesson);
    }
}

/// Brings a question onto the screen, as it was left.
fn ask(app: &mut App, at: Stamp, nth: usize) {
    let seed = app.seed;
    let App { screens, course, progress, .. } = app;
    let Some(Screen::Quiz(quiz)) = screens.last_mut() else { return };
    (quiz.at, quiz.top, quiz.since, quiz.doubt, quiz.is_sent) = (nth, 0, at, None, false);
    quiz.phase = Phase::Asking;
    let Some(question) = asked(course, progress, quiz) else { return };
    if let Some((lesson, _)) = course.question(&question.id) {
        quiz.lesson = lesson;
    }
    let given = given(progress, quiz).map(|(_, given)| given);
    let draft = progress.made().draft(&quiz.run, &question.id).filter(|_| given.is_none());
    let tries = progress.run(&quiz.run).map_or(0, |run| run.tries(&question.id)) as u64;
    let fresh = || drawn(question, seed ^ question.fingerprint.0 ^ nth as u64 ^ (tries << 32));
    let is_whole = |order: &[usize]| order.len() == question.drawable();
    quiz.drawn = draft
        .map(|draft| draft.drawn.clone())
        .or_else(|| given.map(|given| given.drawn.clone()))
        .filter(|o| is_whole(o))
        .unwrap_or_else(fresh);
    quiz.hints = draft.map_or(0, |draft| draft.hints);
    quiz.work = Work::on(question, &quiz.drawn, draft.map(|draft| &draft.answer));
}

/// The order in which things stand on the screen. Steps never stand in the right order from the beginning.
fn drawn(question: &Question, seed: u64) -> Vec<usize> {
    let count = question.drawable();
    let mut order: Vec<usize> = (0..count).collect();
    if question.is_shuffled() {
        fastrand::Rng::with_seed(seed).shuffle(&mut order);
    }
    let is_order = matches!(question.kind, crate::course::question::Kind::Order(_));
    if is_order && order.is_sorted() {
        order.rotate_left(1);
    }
    order
}

/// The question on the screen.
pub fn asked<'a>(course: &'a Course, progress: &Progress, quiz: &Quiz) -> Option<&'a Question> {
    let run = progress.run(&quiz.run)?;
    run.question(course, run.questions.get(quiz.at)?)
}

/// What was given to the question on the screen, and the event that says so.
pub fn given<'a>(progress: &'a Progress, quiz: &Quiz) -> Option<(&'a EventId, &'a Given)> {
    let run = progress.run(&quiz.run)?;
    let entry = run.entry(run.questions.get(quiz.at)?)?;
    Some((&entry.event, entry.given.as_ref()?))
}

pub fn update(app: &mut App, at: Stamp, act: Act, effects: &mut Vec<Effect>) {
    let Some(Screen::Quiz(quiz)) = app.screens.last() else { return };
    match quiz.phase {
        _ if quiz.doubt.is_some() => doubting(app, at, act, effects),
        Phase::Asking => asking(app, at, act, effects),
        Phase::Sure(focus) => sure(app, at, (focus, act), effects),
        Phase::Answered { .. } => answered(app, at, act, effects),
    }
    keep_in_view(app);
}

fn asking(app: &mut App, at: Stamp, act: Act, effects: &mut Vec<Effect>) {
    let asks_how_sure = app.asks_how_sure;
    let App { screens, course, progress, .. } = app;
    let Some(Screen::Quiz(quiz)) = screens.last_mut() else { return };
    let Some(question) = asked(course, progress, quiz) else { return };
    let came = quiz.work.take(question, &quiz.drawn, act);
    if came != Came::Nothing {
        quiz.top = 0;
    }
    match came {
        Came::Done if asks_how_sure && question.has_key() => {
            quiz.phase = Phase::Sure(None);
            draft(app, at, effects);
        }
        Came::Done => grade(app, at, None, effects),
        Came::Changed => draft(app, at, effects),
        Came::Moved => {}
        Came::Nothing => match act {
            Act::PageDown | Act::PageUp => turn_page(app, act),
            Act::Hint => hint(app, at, effects),
            Act::Skip => skip(app, at, effects),
            Act::Doubt => doubt(app),
            Act::Edit => edit(app, effects),
            Act::Back => leave(app, at, effects),
            _ => {}
        },
    }
}

/// Notes the answer as it stands, so that whoever is interrupted comes back to it.
fn draft(app: &mut App, at: Stamp, effects: &mut Vec<Effect>) {
    let Some(Screen::Quiz(quiz)) = app.screens.last() else { return };
    let Some(question) = asked(&app.course, &app.progress, quiz) else { return };
    let deed = Deed::Drafted {
        quiz: quiz.run.clone(),
        question: question.id.clone(),
        drawn: quiz.drawn.clone(),
        answer: quiz.work.answer(question, &quiz.drawn),
        hints: quiz.hints,
    };
    app.record(at, deed, effects);
}

/// The next hint, if there is one.
fn hint(app: &mut App, at: Stamp, effects: &mut Vec<Effect>) {
    let App { screens, course, progress, .. } = app;
    let Some(Screen::Quiz(quiz)) = screens.last_mut() else { return };
    let Some(question) = asked(course, progress, quiz) else { return };
    if quiz.hints < question.hints.len() {
        quiz.hints += 1;
        draft(app, at, effects);
        show_first_look(app);
    }
}

/// An open answer may be written in the learner's own editor.
fn edit(app: &mut App, effects: &mut Vec<Effect>) {
    let Some(Screen::Quiz(quiz)) = app.screens.last() else { return };
    if let Work::Composing { typing, .. } = &quiz.work {
        effects.push(Effect::Compose(typing.text.clone()));
    }
}

/// What came back from the editor, or was written as a line.
pub fn composed(app: &mut App, at: Stamp, text: &str, effects: &mut Vec<Effect>) {
    if let Some(Screen::Quiz(quiz)) = app.screens.last_mut()
        && let Work::Composing { typing, is_typing, .. } | Work::Writing { typing, is_typing } = &mut quiz.work
    {
        (*typing, *is_typing) = (Typing::of(text.trim()), true);
        draft(app, at, effects);
    }
}

/// How sure: a digit answers; arrows choose a word, and Enter takes it.
fn sure(app: &mut App, at: Stamp, (focus, act): (Option<usize>, Act), effects: &mut Vec<Effect>) {
    let last = Sure::ALL.len() - 1;
    let taken = match act {
        Act::Pick(digit) => Sure::ALL.get(usize::from(digit).wrapping_sub(1)).copied(),
        Act::Confirm => focus.and_then(|at| Sure::ALL.get(at)).copied(),
        _ => None,
    };
    if let Some(taken) = taken {
        return grade(app, at, Some(taken), effects);
    }
    let Some(Screen::Quiz(quiz)) = app.screens.last_mut() else { return };
    match act {
        Act::Right | Act::Down => quiz.phase = Phase::Sure(Some(focus.map_or(0, |at| (at + 1).min(last)))),
        Act::Left | Act::Up => quiz.phase = Phase::Sure(Some(focus.map_or(last, |at| at.saturating_sub(1)))),
        Act::Back => quiz.phase = Phase::Asking,
        Act::Skip => skip(app, at, effects),
        _ => {}
    }
}

/// The answer counts from here on.
fn grade(app: &mut App, at: Stamp, sure: Option<Sure>, effects: &mut Vec<Effect>) {
    let Some(Screen::Quiz(quiz)) = app.screens.last() else { return };
    let Some(question) = asked(&app.course, &app.progress, quiz) else { return };
    let seconds = u32::try_from((at.0 - quiz.since.0).max(0) / 1000).unwrap_or(u32::MAX);
    let deed = Deed::Answered {
        quiz: quiz.run.clone(),
        question: question.id.clone(),
        fingerprint: question.fingerprint,
        drawn: quiz.drawn.clone(),
        answer: quiz.work.answer(question, &quiz.drawn),
        sure,
        hints: quiz.hints,
        seconds,
    };
    let is_told = app.progress.run(&quiz.run).is_none_or(|run| run.mode != Mode::HeldBack);
    app.record(at, deed, effects);
    if !is_told {
        return ask_next(app, at, effects);
    }
    let is_sent = is_sent(app);
    if let Some(Screen::Quiz(quiz)) = app.screens.last_mut() {
        quiz.phase = Phase::Answered { all_reasons: false };
        (quiz.top, quiz.is_sent) = (0, is_sent);
    }
    show_first_look(app);
}

/// Whether the answer just given in a review is a miss too many, and there is a paragraph to read.
fn is_sent(app: &App) -> bool {
    let Some(Screen::Quiz(quiz)) = app.screens.last() else { return false };
    let Some(run) = app.progress.run(&quiz.run).filter(|run| run.purpose == Some(Purpose::Review)) else { return false };
    let Some(question) = asked(&app.course, &app.progress, quiz).filter(|question| question.see.is_some()) else { return false };
    !run.is_right(&app.course, &question.id) && review::sends_to_paragraph(app, &question.id)
}

/// On to the next question, over it the paragraph that answers this one: Esc comes back from there as from everywhere.
fn go_on(app: &mut App, at: Stamp, effects: &mut Vec<Effect>) {
    let Some(Screen::Quiz(quiz)) = app.screens.last() else { return };
    let lesson = quiz.lesson;
    let question = asked(&app.course, &app.progress, quiz).filter(|_| quiz.is_sent);
    let slug = question.and_then(|question| question.see.clone());
    ask_next(app, at, effects);
    if let Some(slug) = slug {
        reader::look(app, lesson, &slug);
    }
}

fn skip(app: &mut App, at: Stamp, effects: &mut Vec<Effect>) {
    let Some(Screen::Quiz(quiz)) = app.screens.last() else { return };
    let Some(question) = asked(&app.course, &app.progress, quiz) else { return };
    let (nth, deed) = (quiz.at, Deed::Skipped { quiz: quiz.run.clone(), question: question.id.clone() });
    app.record(at, deed, effects);
    match app.screens.last() {
        Some(Screen::Quiz(quiz)) if quiz.is_look => app.pop(),
        _ => ask_next(app, at, effects),
    }
    if matches!(app.screen(), Screen::Quiz(quiz) if quiz.at == nth) {
        app.remarks.push(Clean::words(app.words().quiz().no_other_open()));
    }
}

fn answered(app: &mut App, at: Stamp, act: Act, effects: &mut Vec<Effect>) {
    let page = app.body_height().saturating_sub(2).max(1);
    let Some(Screen::Quiz(quiz)) = app.screens.last_mut() else { return };
    match act {
        Act::Confirm if quiz.is_look => app.pop(),
        Act::Confirm => go_on(app, at, effects),
        Act::Reasons => {
            if let Phase::Answered { all_reasons } = &mut quiz.phase {
                *all_reasons = !*all_reasons;
            }
        }
        Act::Undo => undo(app, at, effects),
        Act::See => see(app),
        Act::Doubt => doubt(app),
        Act::Down => quiz.top += 1,
        Act::Up => quiz.top = quiz.top.saturating_sub(1),
        Act::PageDown => quiz.top += page,
        Act::PageUp => quiz.top = quiz.top.saturating_sub(page),
        Act::Top => quiz.top = 0,
        Act::Bottom => quiz.top = usize::MAX / 2,
        Act::Back => leave(app, at, effects),
        _ => {}
    }
}

/// Opens the field for what is wrong with the question on the screen, with what was half typed about it.
fn doubt(app: &mut App) {
    let App { screens, course, progress, .. } = app;
    let Some(Screen::Quiz(quiz)) = screens.last_mut() else { return };
    let Some(question) = asked(course, progress, quiz) else { return };
    quiz.doubt = Some(doubted(progress, &question.id).map_or_else(Typing::default, Typing::of));
}

/// What is half typed about a question, in whatever quiz.
pub fn doubted<'a>(progress: &'a Progress, question: &Id) -> Option<&'a str> {
    let begun = progress.made().half_typed(|field| matches!(field, Field::Doubt(_, of) if of == question));
    begun.map(|(_, text)| text)
}

/// Back to a question about which one was typing that it is faulty: as it waits, or as it was answered.
pub fn doubt_again(app: &mut App, at: Stamp, (lesson, run, question): (usize, &EventId, &Id)) {
    let Some(taken) = app.progress.run(run) else { return };
    let Some(nth) = taken.questions.iter().position(|id| id == question) else { return };
    let is_look = taken.purpose == Some(Purpose::Check);
    app.course.load(lesson);
    put(app, at, lesson, run.clone(), is_look);
    ask(app, at, nth);
    if let Some(Screen::Quiz(quiz)) = app.screens.last_mut()
        && given(&app.progress, quiz).is_some()
    {
        quiz.phase = Phase::Answered { all_reasons: false };
    }
    doubt(app);
}

/// A line about what is wrong with a question.
fn doubting(app: &mut App, at: Stamp, act: Act, effects: &mut Vec<Effect>) {
    let App { screens, course, progress, .. } = app;
    let Some(Screen::Quiz(quiz)) = screens.last_mut() else { return };
    let Some(typing) = &mut quiz.doubt else { return };
    match act {
        Act::Confirm => {
            let words = typing.text.trim().to_owned();
            quiz.doubt = None;
            let Some(question) = asked(course, progress, quiz).filter(|_| !words.is_empty()) else { return };
            let deed = Deed::Doubted { question: question.id.clone(), fingerprint: question.fingerprint, words };
            app.record(at, deed, effects);
            app.done.push(Clean::words(app.words().quiz().doubt_noted()));
        }
        act if typing.take(act) => {}
        _ => quiz.doubt = None,
    }
}

/// Back where one came from; after the last question by way of the result, which is nowhere else.
fn leave(app: &mut App, at: Stamp, effects: &mut Vec<Effect>) {
    let Some(Screen::Quiz(quiz)) = app.screens.last() else { return };
    let is_over = app.progress.run(&quiz.run).is_some_and(|run| run.next(&app.course).is_none());
    match () {
        () if quiz.is_look => app.pop(),
        () if is_over => ask_next(app, at, effects),
        () => app.go_to_map(),
    }
}

/// Takes the answer back; the question waits again, its choices in the same order.
fn undo(app: &mut App, at: Stamp, effects: &mut Vec<Effect>) {
    let Some(Screen::Quiz(quiz)) = app.screens.last() else { return };
    let Some(event) = given(&app.progress, quiz).map(|(event, _)| event.clone()) else { return };
    app.record(at, Deed::Undid { event }, effects);
    let Some(Screen::Quiz(quiz)) = app.screens.last_mut() else { return };
    (quiz.phase, quiz.top) = (Phase::Asking, 0);
    // The way through a scenario begins anew; everything else stands as it was.
    if let Work::Walking { road, focus } = &mut quiz.work {
        (*road, *focus) = (Vec::new(), None);
    }
}

fn see(app: &mut App) {
    let Some(Screen::Quiz(quiz)) = app.screens.last() else { return };
    let lesson = quiz.lesson;
    if let Some(slug) = asked(&app.course, &app.progress, quiz).and_then(|question| question.see.clone()) {
        reader::look(app, lesson, &slug);
    }
}
