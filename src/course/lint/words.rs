//! Words as the rules see them: small, without marks, and cut to what they have in common with their relatives.

use std::collections::HashSet;

/// The words of a text, small.
pub fn words(text: &str) -> Vec<String> {
    let is_part = |c: char| c.is_alphanumeric() || c == '’' || c == '\'';
    text.split(|c| !is_part(c))
        .map(|word| word.trim_matches(['’', '\'']))
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// Words that say little by themselves.
const SMALL: &str = " a about above after again all also am an and any are as at be because been before being below between both but by can could did do \
     does done down during each either else every few first for from further get gets give given goes had has have having he her here hers him his how i \
     if in into is it its itself just last less let lets like made make makes many may me might more most much must my need needs new no nor not now of \
     off on once one only or other our out over own people person put rather same say says second see seen several shall she should so some still such \
     take taken than that the their them then there these they thing things third this those through to too two under until up upon us use used very was \
     way we well were what when where which while who whom whose why will with within without work works would yet you your ";

/// Words that carry meaning, cut to five letters, so that `planned` and `planning` are one.
pub fn stems(text: &str) -> HashSet<String> {
    let carries = |word: &String| word.chars().count() > 3 && !SMALL.contains(&format!(" {word} "));
    words(text).into_iter().filter(carries).map(|word| word.chars().take(5).collect()).collect()
}

/// How alike two texts are: words in common of all words, from 0 to 1 (Jaccard 1901).
pub fn alike(one: &str, other: &str) -> f64 {
    let (one, other): (HashSet<_>, HashSet<_>) = (words(one).into_iter().collect(), words(other).into_iter().collect());
    let all = one.union(&other).count();
    if all == 0 { 0.0 } else { one.intersection(&other).count() as f64 / all as f64 }
}

/// So many words in a row that stand in a lesson as well are no chance.
const RUN: usize = 8;

/// Every run of eight words of a text.
pub fn runs(text: &str) -> HashSet<String> {
    words(text).windows(RUN).map(|run| run.join(" ")).collect()
}

/// Whether one of some words stands in a text.
pub fn has_any(text: &str, wanted: &[&str]) -> Option<String> {
    words(text).into_iter().find(|word| wanted.contains(&word.as_str()))
}

/// A text without what stands in quotation marks: what somebody in a case says is no part of the question.
pub fn unquoted(text: &str) -> String {
    let mut out = String::new();
    let mut depth = 0usize;
    for c in text.chars() {
        match c {
            '“' => depth += 1,
            '”' => {
                depth = depth.saturating_sub(1);
                out.push('.');
            }
            c if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out
}

/// The sentence that asks: the last one with a question mark, or else the last.
pub fn asking(stem: &str) -> String {
    let unquoted = unquoted(stem);
    let sentences: Vec<&str> = unquoted.split_inclusive(['.', '?', '!']).filter(|sentence| !sentence.trim().is_empty()).collect();
    let asks = sentences.iter().rev().find(|sentence| sentence.trim_end().ends_with('?'));
    asks.or(sentences.last()).map_or(String::new(), |sentence| sentence.trim().to_owned())
}

/// The chance that at least so many of so many come up, each with probability `p`: the upper tail of the binomial distribution.
pub fn tail(at_least: usize, of: usize, p: f64) -> f64 {
    let mut sum = 0.0;
    for hits in at_least..=of {
        let ways: f64 = (0..hits).map(|nth| (of - nth) as f64 / (hits - nth) as f64).product();
        sum += ways * p.powi(hits as i32) * (1.0 - p).powi((of - hits) as i32);
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relatives_are_one_word_and_small_words_are_none() {
        assert_eq!(stems("Planning what they planned"), stems("planners"));
        assert!(stems("which of these would be the one").is_empty());
    }

    #[test]
    fn what_is_quoted_asks_nothing() {
        assert_eq!(asking("Ana says “We will not go.” Which move is this?"), "Which move is this?");
        assert_eq!(asking("Name the step."), "Name the step.");
        assert_eq!(asking("Which? Think of Ana."), "Which?");
    }

    /// Nine of twenty by four options is where chance becomes unlikely.
    #[test]
    fn the_tail_is_that_of_the_tables() {
        assert!(tail(9, 20, 0.25) < 0.05 && tail(8, 20, 0.25) > 0.05);
        assert!((tail(0, 5, 0.3) - 1.0).abs() < 1e-9);
    }
}
