//! A question as an interaction: what may be answered, each part under an id, and what would be right. `response.rs` writes answers in
//! the same ids.
//!
//! | kind | interaction | what has ids | right |
//! |---|---|---|---|
//! | choice, multiple | choice | the choices `c1` … | the key |
//! | truefalse | true-false | nothing | `true` or `false` |
//! | match, classify | matching | sources `s1` …, targets `t1` … | each pair; other bins that can be argued for as alternatives |
//! | order | sequencing | the steps `s1` … | their order |
//! | short | fill-in | nothing | each word that is accepted |
//! | open | long-fill-in | nothing | not said: the learner rates it |
//! | scenario | performance | the scenes `s1` …, in each the ways `w1` … | the best road |
//! | stance | likert | the places `0` … `10` | not said: it has no key |

use serde_json::{Value, json};

use super::{TYPES, put};
use crate::course::question::{Item, Kind, LINE, Pair, Question, Scene, Spare};
use crate::course::{Clean, Prose};
use crate::exchange::response::{AND, TO, id, parts, single};
use crate::words::Words;

/// The definition of a question.
pub fn definition(question: &Question, language: &str, words: &Words) -> Value {
    let prompt = question.prompt.words();
    let mut definition = json!({
        "type": format!("{TYPES}cmi.interaction"),
        "name": { language: question.id.as_str() },
        "description": { language: prompt.as_str() },
        "interactionType": kind(&question.kind),
    });
    for (name, components) in components(&question.kind, language, words) {
        put(&mut definition, name, Some(Value::Array(components)));
    }
    put(&mut definition, "correctResponsesPattern", pattern(&question.kind).map(Value::from));
    definition
}

fn kind(kind: &Kind) -> &'static str {
    match kind {
        Kind::Choice(_) | Kind::Multiple(_) => "choice",
        Kind::TrueFalse(_) => "true-false",
        Kind::Classify { .. } | Kind::Match { .. } => "matching",
        Kind::Order(_) => "sequencing",
        Kind::Short { .. } => "fill-in",
        Kind::Open { .. } => "long-fill-in",
        Kind::Scenario(_) => "performance",
        Kind::Stance { .. } => "likert",
    }
}

/// The lists of parts, under the names that belong to the kind.
fn components(kind: &Kind, language: &str, said: &Words) -> Vec<(&'static str, Vec<Value>)> {
    let part = |id: String, words: &Clean| json!({ "id": id, "description": { language: words.as_str() } });
    let list = |letter: char, texts: &mut dyn Iterator<Item = &Prose>| -> Vec<Value> {
        texts.enumerate().map(|(at, text)| part(id(letter, at), &text.words())).collect()
    };
    match kind {
        Kind::Choice(choices) | Kind::Multiple(choices) => {
            vec![("choices", list('c', &mut choices.iter().map(|choice| &choice.text)))]
        }
        Kind::Classify { bins, items } => {
            vec![("source", list('s', &mut items.iter().map(|item| &item.text))), ("target", list('t', &mut bins.iter()))]
        }
        Kind::Match { pairs, extra } => {
            let left = &mut pairs.iter().map(|pair| &pair.left);
            let right = &mut pairs.iter().map(|Pair { right, .. }| right).chain(extra.iter().map(|Spare { text, .. }| text));
            vec![("source", list('s', left)), ("target", list('t', right))]
        }
        Kind::Order(steps) => vec![("choices", list('s', &mut steps.iter().map(|step| &step.text)))],
        Kind::Scenario(scenes) => vec![("steps", list('s', &mut scenes.iter().map(|scene| &scene.text)))],
        Kind::Stance { left, right } => {
            let place = |at: u8| match at {
                0 => part("0".to_owned(), &left.words()),
                LINE => part(LINE.to_string(), &right.words()),
                at => part(at.to_string(), &Clean::words(&said.count().of(at, LINE))),
            };
            vec![("scale", (0..=LINE).map(place).collect())]
        }
        Kind::TrueFalse(_) | Kind::Short { .. } | Kind::Open { .. } => Vec::new(),
    }
}

/// What would be right, each whole answer of its own; nothing where that is not for a key to say.
fn pattern(kind: &Kind) -> Option<Vec<String>> {
    match kind {
        Kind::Choice(choices) | Kind::Multiple(choices) => {
            let key: Vec<usize> = choices.iter().enumerate().filter(|(_, choice)| choice.correct).map(|(at, _)| at).collect();
            Some(vec![parts(&key, 'c')])
        }
        Kind::TrueFalse(choices) => Some(vec![choices.first().is_some_and(|choice| choice.correct).to_string()]),
        Kind::Classify { items, .. } => Some(sorted(items)),
        Kind::Match { pairs, .. } => {
            let all: Vec<String> = (0..pairs.len()).map(|at| format!("{}{TO}{}", id('s', at), id('t', at))).collect();
            Some(vec![all.join(AND)])
        }
        Kind::Order(steps) => Some(vec![parts(&(0..steps.len()).collect::<Vec<_>>(), 's')]),
        Kind::Short { accept, .. } => Some(accept.iter().map(|text| format!("{{case_matters=false}}{}", single(text))).collect()),
        Kind::Scenario(scenes) => Some(vec![best_road(scenes)]),
        Kind::Open { .. } | Kind::Stance { .. } => None,
    }
}

/// More alternatives than anyone would read are left out.
const ALTERNATIVES: usize = 16;

/// The bin of each line; where other bins can be argued for, every combination, as far as they are not too many.
fn sorted(items: &[Item]) -> Vec<String> {
    let mut all = vec![Vec::new()];
    let combinations = items.iter().map(|item| 1 + item.also.len()).fold(1_usize, usize::saturating_mul);
    for (at, item) in items.iter().enumerate() {
        let also = item.also.iter().filter(|_| combinations <= ALTERNATIVES);
        let bins: Vec<usize> = std::iter::once(&item.bin).chain(also).copied().collect();
        let one_more = |before: &Vec<String>, bin: usize| {
            let pair = format!("{}{TO}{}", id('s', at), id('t', bin));
            before.iter().cloned().chain([pair]).collect::<Vec<_>>()
        };
        all = all.iter().flat_map(|before| bins.iter().map(|bin| one_more(before, *bin)).collect::<Vec<_>>()).collect();
    }
    all.into_iter().map(|pairs| pairs.join(AND)).collect()
}

/// The best way in each scene one comes to on it.
fn best_road(scenes: &[Scene]) -> String {
    let (mut at, mut road) = (Some(0), Vec::new());
    while let Some((scene, here)) = at.and_then(|at| Some((at, scenes.get(at)?))).filter(|_| road.len() < scenes.len()) {
        let best = here.choices.iter().enumerate().rev().max_by_key(|(_, way)| way.score);
        let Some((nth, way)) = best else { break };
        road.push(format!("{}{TO}{}", id('s', scene), id('w', nth)));
        at = way.next;
    }
    road.join(AND)
}
