//! The prompt: first what is asked for, or what Enter does; then what else can be typed.

use super::sheet;
use super::vocabulary::with_stroke;
use super::words::line;
use crate::app::keymap::Act;
use crate::app::sheet::question_minutes;
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
    let (words, typed) = (app.words().prompt(), app.words().typed());
    match app.screen() {
        Screen::Map(_) => on_the_map(app),
        Screen::Reader(reader) if reader.keeping.is_some() => Prompt::new(words.note(), in_a_field(app)),
        Screen::Reader(_) if super::field::is_open(app) => Prompt::new(words.words_to_find(), words.alone_goes_back()),
        Screen::Reader(reader) => in_a_lesson(app, reader),
        Screen::Quiz(quiz) if quiz.doubt.is_some() => Prompt::new(words.what_is_wrong(), in_a_field(app)),
        Screen::Quiz(_) => app.asked().map_or_else(Prompt::default, |(quiz, question)| in_a_question(app, quiz, question)),
        Screen::Jump(_) => Prompt::new(words.name_or_number(), words.alone_goes_back()),
        Screen::Across(_) => Prompt::new(words.words_or_number(), words.alone_goes_back()),
        Screen::Plan(planning) => {
            let is_cue = planning.part == PlanPart::Cue;
            let half = if is_cue { words.plan_cue() } else { words.plan_act() };
            let is_begun = !planning.half(planning.part).is_blank();
            let rest = if is_begun { words.alone_not_now_or_same() } else { words.alone_not_now() };
            Prompt::new(half, rest)
        }
        Screen::FollowUp(_) if super::field::is_open(app) => {
            let is_begun = super::field::standing(app).is_some();
            Prompt::new(words.in_the_way(), if is_begun { words.alone_leaves_same() } else { words.alone_leaves_empty() })
        }
        Screen::First(_) => Prompt::new(words.one_or_two(), words.tells_all(typed.quit())),
        Screen::Leave(_) => Prompt::new(words.span(1, 3), words.stays(typed.back())),
        Screen::Mirror(mirror) => super::mirror::ask(app, mirror).unwrap_or_else(|| of_the_footer(app)),
        _ => of_the_footer(app),
    }
}

/// What else can be typed in a field of one line.
fn in_a_field(app: &App) -> &str {
    let words = app.words().prompt();
    if super::field::standing(app).is_some() { words.alone_goes_back_or_same() } else { words.alone_goes_back() }
}

fn on_the_map(app: &App) -> Prompt {
    let (words, typed) = (app.words().prompt(), app.words().typed());
    let next = if app.stands().step == Step::Done { "" } else { words.next_step() };
    let mut all = vec![words.lesson_number()];
    all.extend(super::map::words_here(app));
    all.extend([typed.progress(), typed.search(), typed.names(), typed.terms(), typed.quit()]);
    Prompt::new(next, words.tells_all(all.join(", ")))
}

fn in_a_lesson(app: &App, reader: &Reader) -> Prompt {
    let (words, typed) = (app.words().prompt(), app.words().typed());
    let has_quiz = app.course.lessons.get(reader.lesson).is_some_and(|lesson| lesson.quiz().next().is_some());
    let is_last = reader.lesson + 1 >= app.course.lessons.len();
    let enter = match (reader.shows_end(usize::MAX), reader.is_look) {
        (false, _) => words.reads_on().to_owned(),
        (true, true) => words.to_the_question().to_owned(),
        (true, false) if has_quiz => {
            let count = app.course.lessons.get(reader.lesson).map_or(0, |lesson| lesson.quiz().count());
            words.starts_the_quiz(app.words().count().questions(count), app.words().count().time(question_minutes(count)))
        }
        (true, false) if is_last => words.word_to_the_map(typed.map()),
        (true, false) => words.opens_the_next().to_owned(),
    };
    let links = reader.rows.iter().flat_map(|row| &row.pieces).filter_map(|piece| piece.link.as_deref());
    let (mut has_term, mut has_check) = (false, false);
    for link in links {
        has_term |= glossary::term_of(link).is_some();
        has_check |= crate::course::block::asked_by(link).is_some();
    }
    let first = match (has_check, has_term) {
        (true, _) => format!("{enter}, {}", words.answers(typed.answer())),
        (false, true) => format!("{enter}, {}", words.tells_a_term(typed.term())),
        (false, false) => enter,
    };
    let mut rest: Vec<String> = reader.search.iter().map(|_| words.next_one(typed.next_match())).collect();
    rest.push(typed.before().to_owned());
    if !reader.is_look {
        rest.extend([typed.outline(), typed.search(), typed.keep()].map(str::to_owned));
    }
    rest.push(typed.back().to_owned());
    Prompt::new(first, words.tells_all(rest.join(", ")))
}

fn in_a_question(app: &App, quiz: &Quiz, question: &Question) -> Prompt {
    let (words, typed) = (app.words().prompt(), app.words().typed());
    let has_hint = quiz.hints < question.hints.len();
    match quiz.phase {
        Phase::Sure(_) => {
            return Prompt::new(words.span(1, 4), [&words.to_another_answer(typed.back()), typed.skip()].join(", "));
        }
        Phase::Answered { .. } => {
            let is_saved = app.saving.trouble.is_none() && !app.saving.is_waiting();
            let enter = match (quiz.is_look, is_saved) {
                (true, _) => words.goes_back(),
                (false, true) => words.saved_goes_on(),
                (false, false) => words.goes_on(),
            };
            let mut all = vec![typed.reasons()];
            all.extend(question.see.is_some().then(|| typed.see()));
            all.extend([typed.undo(), typed.faulty()]);
            return Prompt::new(enter, words.tells_all(all.join(", ")));
        }
        Phase::Asking => {}
    }
    let is_text = matches!(quiz.work, Work::Composing { is_rating: false, .. });
    let all = [has_hint.then_some(typed.hint()), Some(typed.skip()), Some(typed.back())];
    let all: Vec<&str> = all.into_iter().flatten().collect();
    let rest = match is_text {
        true => words.stroke_tells_all(with_stroke(&all)),
        false => words.tells_all(all.join(", ")),
    };
    Prompt::new(what_is_asked(words, quiz, question), rest)
}

/// The form of an answer.
fn what_is_asked(words: crate::words::Prompt, quiz: &Quiz, question: &Question) -> String {
    let count = quiz.drawn.len();
    let example = |of: usize, most: usize| (0..of).map(|nth| (nth % most.max(1) + 1).to_string()).collect::<Vec<_>>().join(" ");
    match (&quiz.work, &question.kind) {
        (Work::Picking { .. }, Kind::Multiple(_)) => words.all_that_are_right().to_owned(),
        (Work::Placing { .. }, Kind::Classify { bins, items }) => {
            let of = lines(question, &quiz.drawn).len();
            words.number_for_each_line(items.len(), example(of, bins.len()))
        }
        (Work::Placing { .. }, Kind::Match { pairs, .. }) => words.number_for_each_part(pairs.len(), example(pairs.len(), count)),
        (Work::Ordering { order, .. }, _) => {
            let example: Vec<String> = (1..=order.len()).rev().map(|nth| nth.to_string()).collect();
            words.numbers_in_order(example.join(" "))
        }
        (Work::Writing { .. }, _) => words.word_or_two().to_owned(),
        (Work::Composing { is_rating: true, .. }, _) => words.what_yours_has().to_owned(),
        (Work::Composing { typing, .. }, _) if typing.is_blank() => words.own_words().to_owned(),
        (Work::Composing { .. }, _) => words.more_lines().to_owned(),
        (Work::Leaning { .. }, _) => words.place().to_owned(),
        (Work::Walking { road, .. }, Kind::Scenario(scenes)) => {
            let ways = scene_at(question, road).and_then(|at| scenes.get(at)).map_or(0, |scene| scene.choices.len());
            words.span(1, ways)
        }
        _ => words.span(1, count),
    }
}

/// What the footer of the screen has, with words for keys that have none.
fn of_the_footer(app: &App) -> Prompt {
    let (words, typed, caps) = (app.words().prompt(), app.words().typed(), app.words().caps());
    let sheet = sheet::of(app);
    let mut parts: Vec<String> = Vec::new();
    let all = if matches!(app.screen(), Screen::Terms(_)) { 0 } else { sheet::all(&sheet) };
    let picks = sheet.targets.iter().any(|target| matches!(target.act, Act::Pick(_)));
    for (key, word) in &sheet.footer {
        let word = word.as_str();
        match key.as_str() {
            key if key == caps.enter() && !matches!(app.screen(), Screen::Kept(_) | Screen::Plans(_) | Screen::Outline(_)) => {
                parts.push(format!("{key}: {word}"));
            }
            key if key == caps.esc() && word == typed.back() => parts.push(word.to_owned()),
            key if key == caps.esc() => parts.push(format!("{}: {word}", typed.back())),
            "q" => parts.push(typed.quit().to_owned()),
            "/" => parts.push(typed.search().to_owned()),
            ":" => parts.push(typed.names().to_owned()),
            "←" => parts.push(format!("{}: {word}", typed.last())),
            "F9" => parts.push(format!("{}: {word}", typed.save())),
            "x" if all > 0 => parts.push(format!("{} 1: {word}", typed.off())),
            keys if keys.contains('–') => {
                let span = keys.split_once('–').map(|(least, most)| words.span(least, most)).unwrap_or_default();
                parts.insert(0, format!("{span}: {word}"));
            }
            key if key.chars().count() == 1 && !matches!(key, "↑" | "↓" | "→" | "·") => {
                parts.push(format!("{key}: {word}"))
            }
            _ => {}
        }
    }
    match all {
        0 => {}
        1 => parts.insert(0, words.opens_it().to_owned()),
        all => parts.insert(0, words.opens_one(all)),
    }
    if parts.is_empty() && picks {
        parts.push(words.a_number().to_owned());
    }
    let first = if parts.is_empty() { String::new() } else { parts.remove(0) };
    let rest = if parts.is_empty() { words.only_tells_all().to_owned() } else { words.tells_all(parts.join("; ")) };
    Prompt::new(first, rest)
}
