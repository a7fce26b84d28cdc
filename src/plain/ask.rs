//! The prompt: first what is asked for, or what Enter does; then what else can be typed.

use super::sheet;
use super::words::line;
use crate::app::keymap::Act;
use crate::app::sheet::{minutes, question_minutes, questions};
use crate::app::{App, Phase, PlanPart, Quiz, Reader, Screen, Work, lines, scene_at};
use crate::course::question::{Kind, Question};
use crate::course::{Clean, glossary};
use crate::progress::Step;

/// What can be typed now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prompt {
    /// What is asked for.
    pub first: String,
    /// What else can be typed; the same on many screens, so that it need not be said each time.
    pub rest: String,
}

impl Prompt {
    fn new(first: impl Into<String>, rest: impl Into<String>) -> Prompt {
        Prompt { first: first.into(), rest: rest.into() }
    }

    /// All of it.
    pub fn whole(&self) -> Clean {
        match (self.first.as_str(), self.rest.as_str()) {
            ("", only) | (only, "") => line(only),
            (first, rest) if rest.starts_with(char::is_uppercase) => line(&format!("{first}. {rest}")),
            (first, rest) => line(&format!("{first}; {rest}")),
        }
    }

    /// What is asked for; what else can be typed was said before.
    pub fn brief(&self) -> Clean {
        if self.first.is_empty() { self.whole() } else { line(&self.first) }
    }
}

/// What can be typed now.
pub fn ask(app: &App) -> Prompt {
    match app.screen() {
        Screen::Map(_) => on_the_map(app),
        Screen::Reader(reader) if reader.keeping.is_some() => Prompt::new("A note to it", in_a_field(app)),
        Screen::Reader(_) if super::field::is_open(app) => Prompt::new("Words to look for", GOES_BACK),
        Screen::Reader(reader) => in_a_lesson(app, reader),
        Screen::Quiz(quiz) if quiz.doubt.is_some() => Prompt::new("What is wrong with it, in a line", in_a_field(app)),
        Screen::Quiz(_) => app.asked().map_or_else(Prompt::default, |(quiz, question)| in_a_question(app, quiz, question)),
        Screen::Jump(_) => Prompt::new("A name or a part of one, or the number of one that was found", GOES_BACK),
        Screen::Across(_) => Prompt::new("Words to look for, or the number of a place that was found", GOES_BACK),
        Screen::Plan(planning) => {
            let same = if planning.half(planning.part).is_blank() { "" } else { AS_IT_IS };
            let is_cue = planning.part == PlanPart::Cue;
            let half = if is_cue { "If: a situation that will come" } else { "then I: what you will do in it" };
            Prompt::new(half, format!("{same}Enter alone: not now"))
        }
        Screen::FollowUp(_) if super::field::is_open(app) => {
            let is_begun = super::field::standing(app).is_some();
            let rest = if is_begun { "Enter alone leaves it as it is" } else { "Enter alone leaves it empty" };
            Prompt::new("What was in the way", rest)
        }
        Screen::First(_) => Prompt::new("1 or 2", "quit; ? tells all"),
        Screen::Leave(_) => Prompt::new("1 to 3", "back stays"),
        Screen::Mirror(mirror) => super::mirror::ask(app, mirror).unwrap_or_else(|| of_the_footer(app)),
        _ => of_the_footer(app),
    }
}

const GOES_BACK: &str = "Enter alone goes back";
const AS_IT_IS: &str = "= leaves it as it is; ";

/// What else can be typed in a field of one line.
fn in_a_field(app: &App) -> String {
    let same = if super::field::standing(app).is_some() { AS_IT_IS } else { "" };
    format!("{same}{GOES_BACK}")
}

fn on_the_map(app: &App) -> Prompt {
    let next = if app.stands().step == Step::Done { "" } else { "Enter takes the next step" };
    let words: Vec<String> = super::map::words_here(app).into_iter().map(|word| format!(", {word}")).collect();
    Prompt::new(next, format!("a lesson’s number{}, progress, search, names, terms, quit; ? tells all", words.concat()))
}

fn in_a_lesson(app: &App, reader: &Reader) -> Prompt {
    let has_quiz = app.course.lessons.get(reader.lesson).is_some_and(|lesson| lesson.quiz().next().is_some());
    let is_last = reader.lesson + 1 >= app.course.lessons.len();
    let enter = match (reader.shows_end(usize::MAX), reader.is_look) {
        (false, _) => "Enter reads on".to_owned(),
        (true, true) => "Enter goes back to the question".to_owned(),
        (true, false) if has_quiz => {
            let count = app.course.lessons.get(reader.lesson).map_or(0, |lesson| lesson.quiz().count());
            format!("Enter starts the quiz, {}, about {}", questions(count), minutes(question_minutes(count)))
        }
        (true, false) if is_last => "The word map leads to the map".to_owned(),
        (true, false) => "Enter opens the next lesson".to_owned(),
    };
    let links = reader.rows.iter().flat_map(|row| &row.pieces).filter_map(|piece| piece.link.as_deref());
    let (mut has_term, mut has_check) = (false, false);
    for link in links {
        has_term |= glossary::term_of(link).is_some();
        has_check |= crate::course::block::asked_by(link).is_some();
    }
    let first = match (has_check, has_term) {
        (true, _) => format!("{enter}, answer answers it"),
        (false, true) => format!("{enter}, term tells a term"),
        (false, false) => enter,
    };
    let search = if reader.search.is_some() { "match: the next one, " } else { "" };
    let rest = if reader.is_look { "" } else { "outline, search, keep, " };
    Prompt::new(first, format!("{search}before, {rest}back; ? tells all"))
}

fn in_a_question(app: &App, quiz: &Quiz, question: &Question) -> Prompt {
    let has_hint = quiz.hints < question.hints.len();
    match quiz.phase {
        Phase::Sure(_) => return Prompt::new("1 to 4", "back to another answer, skip"),
        Phase::Answered { .. } => {
            let is_saved = app.saving.trouble.is_none() && !app.saving.is_waiting();
            let enter = match (quiz.is_look, is_saved) {
                (true, _) => "Enter goes back",
                (false, true) => "Saved. Enter goes on",
                (false, false) => "Enter goes on",
            };
            let see = if question.see.is_some() { ", see" } else { "" };
            return Prompt::new(enter, format!("reasons{see}, undo, faulty; ? tells all"));
        }
        Phase::Asking => {}
    }
    let is_text = matches!(quiz.work, Work::Composing { is_rating: false, .. });
    let slash = if is_text { "/" } else { "" };
    let hint = if has_hint { format!("{slash}hint, ") } else { String::new() };
    Prompt::new(what_is_asked(quiz, question), format!("{hint}{slash}skip, {slash}back; {slash}? tells all"))
}

/// The form of an answer.
fn what_is_asked(quiz: &Quiz, question: &Question) -> String {
    let count = quiz.drawn.len();
    let example = |of: usize, most: usize| (0..of).map(|nth| (nth % most.max(1) + 1).to_string()).collect::<Vec<_>>().join(" ");
    match (&quiz.work, &question.kind) {
        (Work::Picking { .. }, Kind::Multiple(_)) => "All that are right, such as 1 3".to_owned(),
        (Work::Placing { .. }, Kind::Classify { bins, items }) => {
            let of = lines(question, &quiz.drawn).len();
            format!("{} numbers, one for each line, such as {}", items.len(), example(of, bins.len()))
        }
        (Work::Placing { .. }, Kind::Match { pairs, .. }) => {
            format!("{} numbers, one for each part, such as {}", pairs.len(), example(pairs.len(), count))
        }
        (Work::Ordering { order, .. }, _) => {
            let example: Vec<String> = (1..=order.len()).rev().map(|nth| nth.to_string()).collect();
            format!("The numbers in the order in which they belong, such as {}", example.join(" "))
        }
        (Work::Writing { .. }, _) => "A word or two".to_owned(),
        (Work::Composing { is_rating: true, .. }, _) => "The numbers of what yours has, such as 1 3, or 0 for none".to_owned(),
        (Work::Composing { typing, .. }, _) if typing.is_blank() => {
            "Lines in your own words, then one with only a full stop".to_owned()
        }
        (Work::Composing { .. }, _) => "More lines, or only a full stop".to_owned(),
        (Work::Leaning { .. }, _) => "A place from 0 to 10".to_owned(),
        (Work::Walking { road, .. }, Kind::Scenario(scenes)) => {
            let ways = scene_at(question, road).and_then(|at| scenes.get(at)).map_or(0, |scene| scene.choices.len());
            format!("1 to {ways}")
        }
        _ => format!("1 to {count}"),
    }
}

/// What the footer of the screen has, with words for keys that have none.
fn of_the_footer(app: &App) -> Prompt {
    let sheet = sheet::of(app);
    let mut parts: Vec<String> = Vec::new();
    let all = if matches!(app.screen(), Screen::Terms(_)) { 0 } else { sheet::all(&sheet) };
    let picks = sheet.targets.iter().any(|target| matches!(target.act, Act::Pick(_)));
    for (key, word) in &sheet.footer {
        let word = word.as_str();
        match key.as_str() {
            "Enter" if !matches!(app.screen(), Screen::Kept(_) | Screen::Plans(_) | Screen::Outline(_)) => {
                parts.push(format!("Enter: {word}"));
            }
            "Esc" if word == "back" => parts.push("back".to_owned()),
            "Esc" => parts.push(format!("back: {word}")),
            "q" => parts.push("quit".to_owned()),
            "/" => parts.push("search".to_owned()),
            ":" => parts.push("names".to_owned()),
            "←" => parts.push(format!("last: {word}")),
            "F9" => parts.push(format!("save: {word}")),
            "x" if all > 0 => parts.push(format!("off 1: {word}")),
            keys if keys.contains('–') => parts.insert(0, format!("{}: {word}", keys.replace('–', " to "))),
            key if key.chars().count() == 1 && !matches!(key, "↑" | "↓" | "→" | "·") => {
                parts.push(format!("{key}: {word}"))
            }
            _ => {}
        }
    }
    match all {
        0 => {}
        1 => parts.insert(0, "1 opens it".to_owned()),
        all => parts.insert(0, format!("1 to {all} opens one")),
    }
    if parts.is_empty() && picks {
        parts.push("a number".to_owned());
    }
    let first = if parts.is_empty() { String::new() } else { parts.remove(0) };
    parts.push("? tells all".to_owned());
    Prompt::new(first, parts.join("; "))
}
