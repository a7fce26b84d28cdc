//! Rules about several questions: those of a lesson, and those of the course.

use super::super::question::{Kind, Pole, Question, Use};
use super::super::{Course, Id, Lesson, builtin, read};
use super::Finding;
use super::statistics::Statistics;
use super::words::{alike, stems, tail, words};

/// An error of the first kind that is accepted when a share is called too large.
const UNLIKELY: f64 = 0.05;

/// Questions that are alike, or of which one answers another.
pub fn across(course: &Course) -> Vec<(Id, Finding)> {
    let mut found = Vec::new();
    let all: Vec<(usize, &Question, String)> = course
        .lessons
        .iter()
        .enumerate()
        .flat_map(|(at, lesson)| {
            lesson.questions().iter().map(move |question| (at, question, question.prompt.words().to_string()))
        })
        .collect();
    for (nth, (lesson, question, stem)) in all.iter().enumerate() {
        for (other_lesson, other, other_stem) in all.iter().skip(nth + 1) {
            let is_long = words(stem).len() >= 5;
            if is_long && alike(stem, other_stem) >= 0.9 {
                let sentence = format!("the question is nearly the same as `{}`", question.id);
                found.push((other.id.clone(), Finding::warning("Q03", sentence, "ask something else")));
            }
            if lesson == other_lesson {
                for (one, stem) in [((question, other), other_stem), ((other, question), stem)] {
                    if gives_away(one.0, stem) {
                        let sentence = format!("the right option of `{}` stands in this question", one.0.id);
                        found.push((one.1.id.clone(), Finding::warning("Q23", sentence, "say it otherwise in one of them")));
                    }
                }
            }
        }
        if let Some(word) = hinted(question) {
            let sentence = format!("a hint has the word “{word}…”, which only the right option has");
            found.push((question.id.clone(), Finding::warning("Q30", sentence, "lead to it without naming it")));
        }
    }
    found
}

/// Whether the key of a question stands in the words of another.
fn gives_away(question: &Question, stem: &str) -> bool {
    let Kind::Choice(choices) = &question.kind else { return false };
    let key = choices.iter().find(|choice| choice.correct).map(|choice| words(choice.text.words().as_str()).join(" "));
    key.is_some_and(|key| key.split(' ').count() >= 3 && words(stem).join(" ").contains(&key))
}

/// A word that a hint shares with the key alone.
fn hinted(question: &Question) -> Option<String> {
    let Kind::Choice(choices) = &question.kind else { return None };
    let of = |correct: bool| {
        let chosen = choices.iter().filter(move |choice| choice.correct == correct);
        chosen.flat_map(|choice| stems(choice.text.words().as_str())).collect::<std::collections::HashSet<_>>()
    };
    let (key, others) = (of(true), of(false));
    let hints = question.hints.iter().flat_map(|hint| stems(hint.words().as_str()));
    hints
        .into_iter()
        .find(|stem| key.contains(stem) && !others.contains(stem) && !stems(question.prompt.words().as_str()).contains(stem))
}

/// Objectives that are tested too little, and a time that cannot be right.
pub fn lesson(lesson: &Lesson) -> Vec<Finding> {
    let mut found = Vec::new();
    for objective in &lesson.objectives {
        let tests: Vec<&Question> =
            lesson.questions().iter().filter(|question| question.objective.as_ref() == Some(&objective.id)).collect();
        if tests.len() < 2 {
            let sentence = format!("the objective `{}` is tested by {} of the questions", objective.id, tests.len());
            found.push(Finding::warning("Q31", sentence, "write at least two for it"));
        } else if tests.iter().all(|question| question.difficulty < 2) {
            let sentence = format!("no question applies the objective `{}`", objective.id);
            found.push(Finding::warning("Q31", sentence, "write one of difficulty 2 or 3"));
        }
    }
    let counted = minutes(lesson);
    let stated = f64::from(lesson.minutes);
    if lesson.minutes > 0 && lesson.text.is_some() && (stated - counted).abs() > counted * 0.2 + 0.5 {
        let sentence = format!("the lesson says {} minutes and takes about {counted:.0}", lesson.minutes);
        found.push(Finding::warning("L05", sentence, "200 words a minute, and 40 seconds a question of the quiz"));
    }
    found
}

/// What reading and quiz take: 200 words a minute, and 40 seconds a question.
pub fn minutes(lesson: &Lesson) -> f64 {
    let read = words(&super::lesson_words(lesson)).len() as f64 / 200.0;
    read + lesson.quiz().count() as f64 * 40.0 / 60.0
}

/// Shares over the whole course that chance does not explain.
pub fn course(course: &Course) -> Vec<Finding> {
    let statistics = Statistics::of(course);
    let mut found: Vec<Finding> = borrowed_id(course).into_iter().collect();
    let (longest, of) = (statistics.key_longest, statistics.single);
    let chance = if of == 0 { 0.0 } else { statistics.expected_longest / of as f64 };
    if of >= 10 && tail(longest, of, chance) < UNLIKELY {
        let sentence = format!("the right option is the longest in {longest} of {of} questions");
        found.push(Finding::warning("Q06", sentence, "shorten keys, or give other options more to say"));
    }
    for (place, count) in statistics.positions.iter().enumerate() {
        if of >= 10 && tail(*count, of, 0.25) < UNLIKELY {
            let sentence = format!(
                "the right option stands {} in {count} of {of} questions",
                ["first", "second", "third", "fourth"].get(place).unwrap_or(&"last")
            );
            found.push(Finding::note("Q07", sentence, "options are drawn anew each time, so this only shows in the file"));
        }
    }
    let decided = statistics.poles[0] + statistics.poles[1];
    for (pole, count) in ["management", "leadership"].iter().zip(statistics.poles) {
        if decided >= 10 && count * 10 > decided * 6 && tail(count, decided, 0.5) < UNLIKELY {
            let sentence = format!("the key speaks for {pole} in {count} of {decided} decided questions");
            found.push(Finding::warning("Q33", sentence, "let both poles be right about as often"));
        }
    }
    found
}

/// Another course under the id of the one in the program: it was copied, and its id forgotten.
fn borrowed_id(course: &Course) -> Option<Finding> {
    let (shipped, _) = read::open(builtin::files());
    let sentence = || format!("`{}` is the id of the course in this program, “{}”", shipped.id, shipped.title);
    let remedy = "give this course an id of its own: the sittings of a learner are kept under it";
    (course.id == shipped.id && course.title != shipped.title).then(|| Finding::warning("C04", sentence(), remedy))
}

/// The pole of a question as a place in a list of three.
pub fn pole(question: &Question) -> usize {
    match question.pole {
        Pole::Management => 0,
        Pole::Leadership => 1,
        Pole::Both => 2,
    }
}

/// Whether a question counts for the shares of the course.
pub fn counts(question: &Question) -> bool {
    question.is_for(Use::Quiz) || question.is_for(Use::Review) || question.is_for(Use::Check)
}
