//! An answer as text: in words for people, and in ids for machines, in the syntax that xAPI has for each kind of question. The ids are
//! places in the author's order, counted from 1: `c2` is the second choice, `s1` a source, step or scene, `t3` a target, `w1` a way.

use crate::course::question::{Answer, Kind, Question};
use crate::course::{Clean, Prose, mark};
use crate::words::Words;

/// Between the parts of an answer.
pub const AND: &str = "[,]";
/// Between a part and what belongs to it.
pub const TO: &str = "[.]";

/// In words. A learner's line breaks stay.
pub fn in_words(question: &Question, answer: &Answer, said: &Words) -> String {
    let words = |prose: Option<&Prose>| prose.map_or("?".to_owned(), |prose| prose.words().to_string());
    match (&question.kind, answer) {
        (Kind::Choice(choices) | Kind::Multiple(choices) | Kind::TrueFalse(choices), Answer::Picked(picked)) => {
            joined(picked.iter().map(|at| words(choices.get(*at).map(|choice| &choice.text))), "; ")
        }
        (Kind::Classify { bins, items }, Answer::Placed(placed)) => {
            let pair = |(item, bin): (&crate::course::question::Item, &Option<usize>)| {
                Some(format!("{} → {}", item.text.words(), words(bins.get((*bin)?))))
            };
            joined(items.iter().zip(placed).filter_map(pair), "; ")
        }
        (Kind::Match { pairs, extra }, Answer::Placed(placed)) => {
            let right = |at: usize| match at.checked_sub(pairs.len()) {
                None => words(pairs.get(at).map(|pair| &pair.right)),
                Some(spare) => words(extra.get(spare).map(|spare| &spare.text)),
            };
            let pair = |(pair, at): (&crate::course::question::Pair, &Option<usize>)| {
                Some(format!("{} → {}", pair.left.words(), right((*at)?)))
            };
            joined(pairs.iter().zip(placed).filter_map(pair), "; ")
        }
        (Kind::Order(steps), Answer::Ordered(order)) => {
            joined(order.iter().map(|at| words(steps.get(*at).map(|step| &step.text))), " → ")
        }
        (Kind::Scenario(scenes), Answer::Walked(road)) => {
            let way =
                |(scene, way): (usize, usize)| words(scenes.get(scene).and_then(|s| s.choices.get(way)).map(|way| &way.text));
            joined(mark::walk(scenes, road).into_iter().map(way), " → ")
        }
        (_, Answer::Written(text, _)) => lines(text),
        (_, Answer::Leaned(place)) => said.count().of(place, crate::course::question::LINE),
        (_, other) => bare(other),
    }
}

/// In ids.
pub fn in_ids(question: &Question, answer: &Answer) -> String {
    match (&question.kind, answer) {
        (Kind::TrueFalse(_), Answer::Picked(picked)) => match picked.as_slice() {
            [0] => "true".to_owned(),
            [1] => "false".to_owned(),
            _ => String::new(),
        },
        (Kind::Choice(_) | Kind::Multiple(_), Answer::Picked(picked)) => parts(picked, 'c'),
        (Kind::Classify { .. } | Kind::Match { .. }, Answer::Placed(placed)) => {
            let pair = |(at, to): (usize, &Option<usize>)| Some(format!("{}{TO}{}", id('s', at), id('t', (*to)?)));
            joined(placed.iter().enumerate().filter_map(pair), AND)
        }
        (Kind::Order(_), Answer::Ordered(order)) => parts(order, 's'),
        (Kind::Scenario(scenes), Answer::Walked(road)) => joined(
            mark::walk(scenes, road).into_iter().map(|(scene, way)| format!("{}{TO}{}", id('s', scene), id('w', way))),
            AND,
        ),
        (Kind::Short { .. }, Answer::Written(text, _)) => single(text),
        (_, Answer::Written(text, _)) => lines(text),
        (_, Answer::Leaned(place)) => place.to_string(),
        (_, other) => bare(other),
    }
}

/// Whether an answer can be one to a question as it stands: its author may have made another kind of it since, or taken choices away.
pub fn fits(question: &Question, answer: &Answer) -> bool {
    let is_below = |places: &[usize], most: usize| places.iter().all(|at| *at < most);
    match (&question.kind, answer) {
        (Kind::Choice(choices) | Kind::Multiple(choices) | Kind::TrueFalse(choices), Answer::Picked(picked)) => {
            is_below(picked, choices.len())
        }
        (Kind::Classify { bins, items }, Answer::Placed(placed)) => {
            placed.len() <= items.len() && placed.iter().flatten().all(|bin| *bin < bins.len())
        }
        (Kind::Match { pairs, extra }, Answer::Placed(placed)) => {
            placed.len() <= pairs.len() && placed.iter().flatten().all(|at| *at < pairs.len() + extra.len())
        }
        (Kind::Order(steps), Answer::Ordered(order)) => is_below(order, steps.len()),
        (Kind::Scenario(scenes), Answer::Walked(road)) => mark::walk(scenes, road).len() == road.len(),
        (Kind::Short { .. } | Kind::Open { .. }, Answer::Written(..)) => true,
        (Kind::Stance { .. }, Answer::Leaned(place)) => *place <= crate::course::question::LINE,
        _ => false,
    }
}

/// An answer whose question is not there: places counted from 1.
pub fn bare(answer: &Answer) -> String {
    match answer {
        Answer::Picked(places) | Answer::Ordered(places) | Answer::Walked(places) => {
            joined(places.iter().map(|at| (at + 1).to_string()), AND)
        }
        Answer::Placed(placed) => joined(placed.iter().map(|at| at.map_or("?".to_owned(), |at| (at + 1).to_string())), AND),
        Answer::Written(text, _) => lines(text),
        Answer::Leaned(place) => place.to_string(),
    }
}

/// The id of the nth of something.
pub fn id(letter: char, at: usize) -> String {
    format!("{letter}{}", at + 1)
}

/// The ids of several.
pub fn parts(places: &[usize], letter: char) -> String {
    joined(places.iter().map(|at| id(letter, *at)), AND)
}

/// A single text where xAPI would read marks of its own as the border of two, or as a parameter.
pub fn single(text: &str) -> String {
    let text = Clean::words(text).as_str().replace(AND, "[, ]").replace(TO, "[. ]");
    if text.starts_with('{') { format!(" {text}") } else { text }
}

/// A text of several lines, each of them clean.
fn lines(text: &str) -> String {
    joined(text.lines().map(|line| Clean::words(line).to_string()), "\n")
}

fn joined(parts: impl Iterator<Item = String>, between: &str) -> String {
    parts.collect::<Vec<_>>().join(between)
}
