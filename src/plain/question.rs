//! A question before its answer, kind by kind. After it `verdict.rs` speaks.

use super::lesson;
use super::verdict;
use super::words::{in_one, line, listed, numbered, said};
use crate::app::{App, Phase, Quiz, Work, lines, scene_at};
use crate::course::mark::walk;
use crate::course::question::{Kind, Question};
use crate::course::{Answer, Clean};
use crate::progress::{Purpose, Sure};

/// The question, what may be chosen, the hints so far; or how sure one is; or the verdict.
pub fn say(app: &App) -> Vec<Clean> {
    let Some((quiz, question)) = app.asked() else { return Vec::new() };
    match (&quiz.phase, app.given()) {
        (Phase::Sure(_), _) => how_sure(),
        (Phase::Answered { all_reasons }, Some(given)) => verdict::say((quiz, question), given, *all_reasons),
        _ => asking(app, quiz, question),
    }
}

fn how_sure() -> Vec<Clean> {
    let words: Vec<String> = Sure::ALL.into_iter().zip(1..).map(|(sure, nth)| format!("{nth} {}", sure.word())).collect();
    vec![line(&format!("How sure are you? {}.", words.join(", ")))]
}

fn asking(app: &App, quiz: &Quiz, question: &Question) -> Vec<Clean> {
    let mut lines = vec![counted(app, quiz)];
    match &quiz.work {
        Work::Walking { road, .. } => scene(question, road, &mut lines),
        _ => {
            lines.extend(prompt(question));
            choices(quiz, question, &mut lines);
            lines.extend(so_far(quiz, question));
        }
    }
    for (nth, hint) in question.hints.iter().take(quiz.hints).enumerate() {
        lines.push(line(&format!("Hint {} of {}: {}", nth + 1, question.hints.len(), said(hint))));
    }
    lines
}

/// Which question of how many, and what they are asked for.
fn counted(app: &App, quiz: &Quiz) -> Clean {
    let run = app.progress.run(&quiz.run);
    let of = run.map_or(0, |run| run.questions.len());
    let lesson = app.course.lessons.get(quiz.lesson).map_or("", |lesson| lesson.title.as_str());
    let what = match run.and_then(|run| run.purpose) {
        Some(Purpose::Before) => ", before you read".to_owned(),
        Some(Purpose::Check) => ", in passing".to_owned(),
        Some(Purpose::Missed) => ", of those you missed".to_owned(),
        Some(Purpose::Weakest) => format!(" of the weakest, from “{lesson}”"),
        Some(Purpose::Review) => format!(" of the review, from “{lesson}”"),
        Some(Purpose::Quiz) | None => String::new(),
    };
    line(&format!("Question {} of {of}{what}:", quiz.at + 1))
}

/// What is asked.
pub fn prompt(question: &Question) -> Vec<Clean> {
    lesson::blocks(&question.prompt.blocks())
}

fn choices(quiz: &Quiz, question: &Question, out: &mut Vec<Clean>) {
    match &question.kind {
        Kind::Choice(choices) | Kind::TrueFalse(choices) | Kind::Multiple(choices) => {
            if question.takes_several() {
                out.push(Clean::fixed("Several may be right:"));
            }
            for (place, at) in quiz.drawn.iter().enumerate() {
                out.extend(choices.get(*at).into_iter().flat_map(|choice| numbered(place + 1, &choice.text)));
            }
        }
        Kind::Classify { bins, items } => {
            for (place, at) in lines(question, &quiz.drawn).into_iter().enumerate() {
                let words = items.get(at).map(|item| said(&item.text)).unwrap_or_default();
                out.push(line(&format!("Line {}: {words}", place + 1)));
            }
            let bins: Vec<String> = bins.iter().zip(1..).map(|(bin, nth)| format!("{nth} {}", said(bin))).collect();
            out.push(line(&format!("Each line goes to: {}.", bins.join(", "))));
        }
        Kind::Match { pairs, .. } => {
            for (nth, pair) in pairs.iter().enumerate() {
                out.push(line(&format!("Part {}: {}", nth + 1, said(&pair.left))));
            }
            out.push(Clean::fixed("Each part gets one of these:"));
            for (place, at) in quiz.drawn.iter().enumerate() {
                let words = crate::app::sheet::sentence(&question.kind, *at);
                out.extend(words.into_iter().flat_map(|words| numbered(place + 1, words)));
            }
        }
        Kind::Order(steps) => {
            let Work::Ordering { order, .. } = &quiz.work else { return };
            for (place, at) in order.iter().enumerate() {
                out.extend(steps.get(*at).into_iter().flat_map(|step| numbered(place + 1, &step.text)));
            }
        }
        Kind::Open { model, checklist } => {
            let Work::Composing { is_rating: true, typing, .. } = &quiz.work else { return };
            out.push(line(&format!("Yours: {}", typing.text)));
            out.push(line(&format!("A model: {}", in_one(&model.blocks()))));
            out.push(Clean::fixed("Does yours have:"));
            for (nth, check) in checklist.iter().enumerate() {
                out.extend(numbered(nth + 1, check));
            }
        }
        Kind::Stance { left, right } => {
            out.push(line(&format!(
                "From 0, only {}, by way of 5, as much the one as the other, to 10, only {}.",
                said(left),
                said(right)
            )));
        }
        Kind::Short { .. } | Kind::Scenario(_) => {}
    }
}

/// What was chosen before one left, or took the answer back.
fn so_far(quiz: &Quiz, question: &Question) -> Option<Clean> {
    let words = match (&quiz.work, quiz.work.answer(question, &quiz.drawn)) {
        (Work::Picking { ticked, .. }, _) if !ticked.is_empty() => {
            let mut places: Vec<usize> =
                (1..).zip(&quiz.drawn).filter(|(_, at)| ticked.contains(at)).map(|(nth, _)| nth).collect();
            places.sort_unstable();
            format!("Ticked so far: {}.", listed(&places))
        }
        (Work::Placing { given, .. }, _) if given.iter().any(Option::is_some) => {
            let place = |at: usize| match &question.kind {
                Kind::Match { .. } => quiz.drawn.iter().position(|one| *one == at).unwrap_or(at) + 1,
                _ => at + 1,
            };
            let order = lines(question, &quiz.drawn).into_iter().map(|at| given.get(at).copied().flatten().map(place));
            let words: Vec<String> = order.map(|place| place.map_or("none".to_owned(), |place| place.to_string())).collect();
            format!("So far: {}.", words.join(", "))
        }
        (Work::Writing { .. } | Work::Composing { is_rating: false, .. }, Answer::Written(text, _)) if !text.is_empty() => {
            format!("You wrote so far: {text}")
        }
        (Work::Composing { ticked, .. }, _) if !ticked.is_empty() => {
            let mut places: Vec<usize> = ticked.iter().map(|at| at + 1).collect();
            places.sort_unstable();
            format!("Ticked so far: {}.", listed(&places))
        }
        _ => return None,
    };
    Some(line(&words))
}

/// What came of the last step, the scene in which one stands, and what one may do.
fn scene(question: &Question, road: &[usize], out: &mut Vec<Clean>) {
    let Kind::Scenario(scenes) = &question.kind else { return };
    match walk(scenes, road).last().and_then(|(scene, way)| scenes.get(*scene)?.choices.get(*way)) {
        None => out.extend(prompt(question)),
        Some(way) => out.push(line(&format!("What came of it: {}", said(&way.outcome)))),
    }
    let Some(scene) = scene_at(question, road).and_then(|at| scenes.get(at)) else { return };
    out.extend(lesson::blocks(&scene.text.blocks()));
    for (nth, way) in scene.choices.iter().enumerate() {
        out.extend(numbered(nth + 1, &way.text));
    }
}
