//! A question before its answer, kind by kind. After it `verdict.rs` speaks.

use super::lesson;
use super::verdict;
use super::words::{in_one, line, listed, numbered, said};
use crate::app::{App, Phase, Quiz, Work, lines, scene_at};
use crate::course::mark::walk;
use crate::course::question::{Kind, Question};
use crate::course::{Answer, Clean};
use crate::progress::{Purpose, Sure};
use crate::words::Words;

/// The question, what may be chosen, the hints so far; or how sure one is; or the verdict.
pub fn say(app: &App) -> Vec<Clean> {
    let Some((quiz, question)) = app.asked() else { return Vec::new() };
    match (&quiz.phase, app.given()) {
        (Phase::Sure(_), _) => how_sure(app.words()),
        (Phase::Answered { all_reasons }, Some(given)) => verdict::say(app.words(), (quiz, question), given, *all_reasons),
        _ => asking(app, quiz, question),
    }
}

fn how_sure(words: &Words) -> Vec<Clean> {
    let all: Vec<String> = Sure::ALL.into_iter().zip(1..).map(|(sure, nth)| format!("{nth} {}", sure.in_words(words))).collect();
    vec![line(&words.asked().how_sure(all.join(", ")))]
}

fn asking(app: &App, quiz: &Quiz, question: &Question) -> Vec<Clean> {
    let words = app.words();
    let mut lines = vec![counted(app, quiz)];
    match &quiz.work {
        Work::Walking { road, .. } => scene(words, question, road, &mut lines),
        _ => {
            lines.extend(prompt(words, question));
            choices(words, (quiz, question), &mut lines);
            lines.extend(so_far(words, quiz, question));
        }
    }
    for (nth, hint) in question.hints.iter().take(quiz.hints).enumerate() {
        lines.push(line(&words.asked().hint(nth + 1, question.hints.len(), said(words, hint))));
    }
    lines
}

/// Which question of how many, and what they are asked for.
fn counted(app: &App, quiz: &Quiz) -> Clean {
    let run = app.progress.run(&quiz.run);
    let of = run.map_or(0, |run| run.questions.len());
    let lesson = app.course.lessons.get(quiz.lesson).map_or("", |lesson| lesson.title.as_str());
    let (words, at) = (app.words().asked(), quiz.at + 1);
    line(&match run.and_then(|run| run.purpose) {
        Some(Purpose::Before) => words.question_before(at, of),
        Some(Purpose::Check) => words.question_in_passing(at, of),
        Some(Purpose::Missed) => words.question_missed(at, of),
        Some(Purpose::Weakest) => words.question_weakest(at, of, lesson),
        Some(Purpose::Review) => words.question_of_review(at, of, lesson),
        Some(Purpose::Quiz) | None => words.question(at, of),
    })
}

/// What is asked.
pub fn prompt(words: &Words, question: &Question) -> Vec<Clean> {
    lesson::blocks(words, &question.prompt.blocks())
}

fn choices(words: &Words, (quiz, question): (&Quiz, &Question), out: &mut Vec<Clean>) {
    let asked = words.asked();
    match &question.kind {
        Kind::Choice(choices) | Kind::TrueFalse(choices) | Kind::Multiple(choices) => {
            if question.takes_several() {
                out.push(line(asked.several()));
            }
            for (place, at) in quiz.drawn.iter().enumerate() {
                out.extend(choices.get(*at).into_iter().flat_map(|choice| numbered(words, place + 1, &choice.text)));
            }
        }
        Kind::Classify { bins, items } => {
            for (place, at) in lines(question, &quiz.drawn).into_iter().enumerate() {
                let text = items.get(at).map(|item| said(words, &item.text)).unwrap_or_default();
                out.push(line(&asked.line(place + 1, text)));
            }
            let bins: Vec<String> = bins.iter().zip(1..).map(|(bin, nth)| format!("{nth} {}", said(words, bin))).collect();
            out.push(line(&asked.bins(bins.join(", "))));
        }
        Kind::Match { pairs, .. } => {
            for (nth, pair) in pairs.iter().enumerate() {
                out.push(line(&asked.part(nth + 1, said(words, &pair.left))));
            }
            out.push(line(asked.sentences()));
            for (place, at) in quiz.drawn.iter().enumerate() {
                let sentence = crate::app::sheet::sentence(&question.kind, *at);
                out.extend(sentence.into_iter().flat_map(|sentence| numbered(words, place + 1, sentence)));
            }
        }
        Kind::Order(steps) => {
            let Work::Ordering { order, .. } = &quiz.work else { return };
            for (place, at) in order.iter().enumerate() {
                out.extend(steps.get(*at).into_iter().flat_map(|step| numbered(words, place + 1, &step.text)));
            }
        }
        Kind::Open { model, checklist } => {
            let Work::Composing { is_rating: true, typing, .. } = &quiz.work else { return };
            out.push(line(&asked.yours(&typing.text)));
            out.push(line(&asked.model(in_one(words, &model.blocks()))));
            out.push(line(asked.does_yours_have()));
            for (nth, check) in checklist.iter().enumerate() {
                out.extend(numbered(words, nth + 1, check));
            }
        }
        Kind::Stance { left, right } => {
            out.push(line(&asked.from_to(said(words, left), said(words, right))));
        }
        Kind::Short { .. } | Kind::Scenario(_) => {}
    }
}

/// What was chosen before one left, or took the answer back.
fn so_far(words: &Words, quiz: &Quiz, question: &Question) -> Option<Clean> {
    let asked = words.asked();
    let text = match (&quiz.work, quiz.work.answer(question, &quiz.drawn)) {
        (Work::Picking { ticked, .. }, _) if !ticked.is_empty() => {
            let mut places: Vec<usize> =
                (1..).zip(&quiz.drawn).filter(|(_, at)| ticked.contains(at)).map(|(nth, _)| nth).collect();
            places.sort_unstable();
            asked.ticked_so_far(listed(words, &places))
        }
        (Work::Placing { given, .. }, _) if given.iter().any(Option::is_some) => {
            let place = |at: usize| match &question.kind {
                Kind::Match { .. } => quiz.drawn.iter().position(|one| *one == at).unwrap_or(at) + 1,
                _ => at + 1,
            };
            let order = lines(question, &quiz.drawn).into_iter().map(|at| given.get(at).copied().flatten().map(place));
            let all: Vec<String> = order.map(|place| place.map_or(asked.none().to_owned(), |place| place.to_string())).collect();
            asked.so_far(all.join(", "))
        }
        (Work::Writing { .. } | Work::Composing { is_rating: false, .. }, Answer::Written(text, _)) if !text.is_empty() => {
            asked.written_so_far(text)
        }
        (Work::Composing { ticked, .. }, _) if !ticked.is_empty() => {
            let mut places: Vec<usize> = ticked.iter().map(|at| at + 1).collect();
            places.sort_unstable();
            asked.ticked_so_far(listed(words, &places))
        }
        _ => return None,
    };
    Some(line(&text))
}

/// What came of the last step, the scene in which one stands, and what one may do.
fn scene(words: &Words, question: &Question, road: &[usize], out: &mut Vec<Clean>) {
    let Kind::Scenario(scenes) = &question.kind else { return };
    match walk(scenes, road).last().and_then(|(scene, way)| scenes.get(*scene)?.choices.get(*way)) {
        None => out.extend(prompt(words, question)),
        Some(way) => out.push(line(&words.asked().came_of_it(said(words, &way.outcome)))),
    }
    let Some(scene) = scene_at(question, road).and_then(|at| scenes.get(at)) else { return };
    out.extend(lesson::blocks(words, &scene.text.blocks()));
    for (nth, way) in scene.choices.iter().enumerate() {
        out.extend(numbered(words, nth + 1, &way.text));
    }
}
