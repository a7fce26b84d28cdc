//! Rules about one question.

use std::collections::HashSet;

use super::super::question::{Choice, Kind, Question, Use};
use super::super::{Lesson, Prose};
use super::Finding;
use super::words::{alike, asking, has_any, runs, stems, unquoted, words};

/// Everything the rules say about a question. `told` are the runs of words of its lesson.
pub fn findings(question: &Question, lesson: &Lesson, told: &HashSet<String>) -> Vec<Finding> {
    let mut found = Vec::new();
    let stem = question.prompt.words().to_string();
    stem_rules(question, &stem, &mut found);
    if let Kind::Choice(choices) | Kind::Multiple(choices) = &question.kind {
        option_rules(question, &stem, choices, &mut found);
    }
    for why in reasons(question) {
        reason_rules(&why.words().to_string(), &mut found);
    }
    if let Kind::Short { accept, .. } = &question.kind
        && accept.len() < 2
    {
        found.push(Finding::warning("Q28", "only one form of the word is accepted", "add other forms to `accept`"));
    }
    if !told.is_disjoint(&runs(&asking(&stem))) || keys(question).any(|key| !told.is_disjoint(&runs(&key))) {
        found.push(Finding::warning(
            "Q22",
            "eight words in a row stand in the lesson as well",
            "ask for the idea in other words",
        ));
    }
    let belongs = question.uses.iter().any(|place| matches!(place, Use::Quiz | Use::Review | Use::Check));
    if belongs && question.objective.is_none() && question.has_key() && !lesson.objectives.is_empty() {
        found.push(Finding::warning("Q31", "the question tests no objective", "name one with `objective`"));
    }
    if belongs && question.see.is_none() && question.has_key() {
        found.push(Finding::warning("Q32", "nothing says where the answer stands", "name the heading: `see = \"#…\"`"));
    }
    found
}

fn stem_rules(question: &Question, stem: &str, found: &mut Vec<Finding>) {
    const NEGATIVE: [&str; 7] = ["not", "except", "never", "least", "false", "incorrect", "unlikely"];
    const OPINION: [&str; 5] = ["in your view", "in your opinion", "do you feel", "do you think", "your favourite"];
    let has_options = matches!(question.kind, Kind::Choice(_) | Kind::Multiple(_));
    // “At least” asks for an amount.
    let asks = asking(stem).replace("at least", "");
    if has_options && let Some(word) = has_any(&asks, &NEGATIVE) {
        let written = question.prompt.written();
        let is_stressed = written.contains(&word.to_uppercase())
            || written.contains(&format!("**{word}**"))
            || written.contains(&format!("*{word}*"));
        let sentence = format!("the question asks by a negation, “{word}”");
        found.push(match is_stressed {
            true => Finding::warning("Q10", sentence, "ask for what holds, if you can"),
            false => Finding::error("Q10", sentence, "ask for what holds, or stress the word: `**not**`"),
        });
        let options = question.choices().iter().any(|choice| has_any(choice.text.words().as_str(), &NEGATIVE).is_some());
        if options {
            found.push(Finding::warning("Q11", "a negation in the question meets one in an option", "take one of them out"));
        }
    }
    let count = words(stem).len();
    let has_gap = stem.contains("___") || stem.contains('…') || stem.trim_end().ends_with(':');
    if has_options && (count < 5 || !(stem.contains('?') || has_gap)) {
        found.push(Finding::warning("Q19", "the question does not say what is asked", "make it a whole question"));
    }
    if count > 60 {
        found.push(Finding::note(
            "Q21",
            format!("the question has {count} words"),
            "move the case into the lesson, or shorten it",
        ));
    }
    let small = stem.to_lowercase();
    if let Some(words) = OPINION.iter().find(|words| small.contains(**words)) {
        found.push(Finding::warning(
            "Q24",
            format!("“{words}” asks for an opinion, which has no key"),
            "ask what a source says, or make it a stance",
        ));
    }
}

fn option_rules(question: &Question, stem: &str, choices: &[Choice], found: &mut Vec<Finding>) {
    let texts: Vec<String> = choices.iter().map(|choice| choice.text.words().to_string()).collect();
    let is_single = matches!(question.kind, Kind::Choice(_));
    match choices.len() {
        0..=2 if is_single => {
            found.push(Finding::note("Q04", "there are only two options", "add a third that tempts, or use `truefalse`"))
        }
        6.. => found.push(Finding::warning("Q04", format!("there are {} options", choices.len()), "keep the five best")),
        5 if is_single => found.push(Finding::note("Q04", "there are five options", "three good ones are enough")),
        _ => {}
    }
    let near = pairs(&texts).any(|(one, other)| alike(one, other) >= 0.85);
    if near {
        found.push(Finding::warning("Q02", "two options say nearly the same", "change one of them"));
    }
    if pairs(&texts).any(|(one, other)| is_inside(one, other) || is_inside(other, one)) {
        found.push(Finding::warning("Q16", "one option is a part of another", "part them clearly"));
    }
    if is_single {
        key_rules(stem, choices, &texts, found);
    }
    shape_rules(&texts, found);
    for text in &texts {
        let small = text.to_lowercase();
        if ["of the above", "of these", "all of them", "none of them"].iter().any(|words| small.ends_with(words)) {
            found.push(Finding::warning("Q08", "an option speaks about the others", "write what it means, or take it out"));
        }
        let combined = ["a and b", "a and c", "b and c", "both first", "the first two", "the last two", "both of the"];
        if combined.iter().any(|words| small.starts_with(words)) {
            found.push(Finding::warning("Q09", "an option combines others", "use `kind = \"multiple\"`"));
        }
    }
}

/// Rules about the one right option among the others.
fn key_rules(stem: &str, choices: &[Choice], texts: &[String], found: &mut Vec<Finding>) {
    const ABSOLUTE: [&str; 9] = ["always", "never", "only", "all", "none", "must", "every", "nobody", "completely"];
    const HEDGE: [&str; 7] = ["usually", "often", "may", "can", "tends", "sometimes", "partly"];
    let (mut key, mut others) = (String::new(), Vec::new());
    for (choice, text) in choices.iter().zip(texts) {
        if choice.correct { key.clone_from(text) } else { others.push(text.as_str()) }
    }
    let (length, longest) = (key.chars().count(), others.iter().map(|text| text.chars().count()).max().unwrap_or(0));
    if length as f64 >= longest as f64 * 1.25 && length >= longest + 12 {
        found.push(Finding::warning("Q05", "the right option is clearly the longest", "shorten it, or give another more to say"));
    }
    let absolutes = others.iter().filter(|text| has_any(text, &ABSOLUTE).is_some()).count();
    if absolutes >= 2 && has_any(&key, &ABSOLUTE).is_none() {
        found.push(Finding::warning(
            "Q12",
            "absolutes stand only in options that are not right",
            "take “always” and its like out of them",
        ));
    }
    if has_any(&key, &HEDGE).is_some() && others.iter().all(|text| has_any(text, &HEDGE).is_none()) {
        found.push(Finding::note("Q12", "only the right option hedges", "let another say “often” or “may” as well"));
    }
    let asked = stems(&unquoted(stem));
    let common: Vec<String> = stems(&key).intersection(&asked).cloned().collect();
    let is_alone = |stem: &String| others.iter().all(|text| !stems(text).contains(stem));
    if let Some(word) = common.iter().find(|stem| is_alone(stem)) {
        found.push(Finding::warning(
            "Q13",
            format!("“{word}…” of the question comes back in the right option alone"),
            "say it otherwise, or in another option too",
        ));
    }
}

/// Rules about the form that options share.
fn shape_rules(texts: &[String], found: &mut Vec<Finding>) {
    let ends = |text: &&String| text.trim_end().ends_with(['.', '!', '?', '”']);
    let with_end = texts.iter().filter(ends).count();
    if with_end > 0 && with_end < texts.len() {
        found.push(Finding::warning("Q15", "some options end like a sentence and some do not", "give all of them the same form"));
    }
    let openings: HashSet<Vec<String>> = texts.iter().map(|text| words(text).into_iter().take(3).collect()).collect();
    if openings.len() == 1 && openings.iter().all(|words| words.len() == 3) && texts.len() > 1 {
        found.push(Finding::warning("Q20", "all options begin with the same words", "move them into the question"));
    }
    let numbers: Option<Vec<f64>> = texts.iter().map(|text| words(text).first().and_then(|word| word.parse().ok())).collect();
    if numbers.is_some_and(|numbers| !numbers.is_sorted() && !numbers.iter().rev().is_sorted()) {
        found.push(Finding::note("Q17", "numbers are not in order", "sort the options by size"));
    }
    for text in texts {
        if words(text).len() > 20 {
            found.push(Finding::note("Q21", "an option has more than twenty words", "shorten it"));
        }
        // A row has 69 cells behind the digit; a broken row loses some.
        if text.chars().count() > 132 {
            found.push(Finding::warning("Q35", "an option takes more than two rows at 80 columns", "shorten it"));
        }
    }
}

fn reason_rules(why: &str, found: &mut Vec<Finding>) {
    const PRAISE: [&str; 8] =
        ["well done", "good job", "great job", "excellent choice", "clever", "bravo", "you are right", "good thinking"];
    const PLACES: [&str; 10] = [
        "option a",
        "option b",
        "option c",
        "option d",
        "answer a",
        "answer b",
        "the first option",
        "the second option",
        "the last option",
        "the option above",
    ];
    if why.is_empty() {
        return;
    }
    let small = why.to_lowercase();
    let count = words(why).len();
    if count < 5 {
        found.push(Finding::warning(
            "Q26",
            format!("a reason has {count} words"),
            "say why it tempts, and why it is right or falls short",
        ));
    }
    if PRAISE.iter().any(|words| small.contains(words)) {
        found.push(Finding::warning("Q26", "a reason praises the person", "speak about the answer"));
    }
    if PLACES.iter().any(|words| small.contains(words)) {
        found.push(Finding::warning(
            "Q27",
            "a reason names an option by its place, and places are drawn anew",
            "name what it says",
        ));
    }
}

/// Every reason that was written.
fn reasons(question: &Question) -> Vec<&Prose> {
    match &question.kind {
        Kind::Choice(choices) | Kind::Multiple(choices) | Kind::TrueFalse(choices) => {
            choices.iter().map(|choice| &choice.why).collect()
        }
        Kind::Classify { items, .. } => items.iter().map(|item| &item.why).collect(),
        Kind::Match { pairs, extra } => pairs.iter().map(|pair| &pair.why).chain(extra.iter().map(|spare| &spare.why)).collect(),
        Kind::Order(steps) => steps.iter().map(|step| &step.why).collect(),
        Kind::Short { reject, .. } => reject.iter().map(|spare| &spare.why).collect(),
        Kind::Open { .. } | Kind::Scenario(_) | Kind::Stance { .. } => Vec::new(),
    }
}

/// What the right options say.
fn keys(question: &Question) -> impl Iterator<Item = String> {
    question.choices().iter().filter(|choice| choice.correct).map(|choice| choice.text.words().to_string())
}

fn pairs(texts: &[String]) -> impl Iterator<Item = (&str, &str)> {
    texts.iter().enumerate().flat_map(|(nth, one)| texts.iter().skip(nth + 1).map(move |other| (one.as_str(), other.as_str())))
}

/// Whether a text of some length stands whole in another.
fn is_inside(part: &str, whole: &str) -> bool {
    part.chars().count() >= 12 && whole.to_lowercase().contains(&part.to_lowercase())
}
