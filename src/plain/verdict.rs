//! A question after its answer: right or not first, then why; what was chosen, what was right, what parts the two.

use super::lesson;
use super::question::prompt;
use super::words::{line, said};
use crate::app::Quiz;
use crate::app::sheet::{sentence, verdict_in_words};
use crate::course::mark::{Verdict, walk};
use crate::course::question::{Choice, Kind, Question, Scene};
use crate::course::short::{Fit, fit};
use crate::course::{Answer, Clean, Prose, mark};
use crate::progress::Given;

/// The verdict and its reasons; `all` of them come after those that matter.
pub fn say((quiz, question): (&Quiz, &Question), given: &Given, all: bool) -> Vec<Clean> {
    let told = Told { question, given, verdict: mark(question, &given.answer) };
    // Whoever looks again at a question needs to hear what it was.
    let mut lines = if quiz.is_look && all { prompt(question) } else { Vec::new() };
    lines.extend(told.verdict());
    lines.extend(told.reasons(false));
    if !question.difference.is_empty() && !told.verdict.is_right() {
        lines.push(line(&format!("The difference: {}", said(&question.difference))));
    }
    lines.extend(lesson::blocks(&question.explain.blocks()));
    if quiz.is_sent {
        lines.push(Clean::fixed("Missed three times. Enter opens the paragraph that answers it; back goes on from there."));
    }
    if all {
        let rest = told.reasons(true);
        lines.push(Clean::fixed(if rest.is_empty() { "There are no other reasons." } else { "All the other reasons:" }));
        lines.extend(rest);
    }
    lines
}

/// What the reasons depend on.
struct Told<'a> {
    question: &'a Question,
    given: &'a Given,
    verdict: Verdict,
}

/// Words in quotation marks, and a reason after a point.
fn because(lead: &str, why: &Prose) -> Clean {
    if why.is_empty() { line(&format!("{lead}.")) } else { line(&format!("{lead}: {}", said(why))) }
}

impl Told<'_> {
    fn is_right(&self, part: usize) -> bool {
        self.verdict.judged.get(part).copied().unwrap_or(false)
    }

    /// What stood under which number.
    fn number(&self, at: usize) -> usize {
        self.given.drawn.iter().position(|one| *one == at).map_or(0, |place| place + 1)
    }

    /// Right or not, in a sentence. Where one thing was chosen and right, its reason belongs to it.
    fn verdict(&self) -> Vec<Clean> {
        let words = verdict_in_words(self.question, self.given, &self.verdict);
        let why = match (&self.question.kind, &self.given.answer) {
            (Kind::Choice(choices) | Kind::TrueFalse(choices), Answer::Picked(picked)) if self.verdict.is_right() => {
                picked.first().and_then(|at| choices.get(*at)).map(|choice| &choice.why).filter(|why| !why.is_empty())
            }
            _ => None,
        };
        match (why, words.strip_prefix("Right.")) {
            (Some(why), Some(rest)) => {
                let mut lines = vec![line(&format!("Right, because: {}", said(why)))];
                lines.extend((!rest.is_empty()).then(|| line(rest.trim_start())));
                lines
            }
            _ => vec![line(&words)],
        }
    }

    /// The reasons that matter, or all others.
    fn reasons(&self, others: bool) -> Vec<Clean> {
        match (&self.question.kind, &self.given.answer) {
            (Kind::Choice(choices) | Kind::TrueFalse(choices), Answer::Picked(picked)) => self.choice(choices, picked, others),
            (Kind::Multiple(choices), Answer::Picked(picked)) => self.several(choices, picked, others),
            (Kind::Classify { .. }, Answer::Placed(bins)) => self.lines(bins, others),
            (Kind::Match { .. }, Answer::Placed(got)) => self.parts(got, others),
            (Kind::Order(steps), _) if others == self.verdict.is_full() => {
                let mut lines = vec![Clean::fixed("In a sound order:")];
                let step = |(nth, step): (usize, &crate::course::question::Step)| {
                    because(&format!("{}. {}", nth + 1, said(&step.text)), &step.why)
                };
                lines.extend(steps.iter().enumerate().map(step));
                lines
            }
            (Kind::Short { accept, reject }, Answer::Written(text, _)) => match (others, fit(text, accept, reject)) {
                (true, _) => vec![line(&format!("Right is {}.", quoted(accept)))],
                (false, Fit::Rejected(at)) => {
                    let why = reject.get(at).map(|spare| said(&spare.why)).unwrap_or_default();
                    vec![line(&why), line(&format!("Right is {}.", quoted(accept.get(..1).unwrap_or_default())))]
                }
                (false, Fit::None) => vec![line(&format!("Right is {}.", quoted(accept.get(..1).unwrap_or_default())))],
                (false, _) => Vec::new(),
            },
            (Kind::Scenario(scenes), Answer::Walked(road)) => self.road(scenes, road, others),
            _ => Vec::new(),
        }
    }

    fn choice(&self, choices: &[Choice], picked: &[usize], others: bool) -> Vec<Clean> {
        let mut lines = Vec::new();
        let numbered = |at: usize, choice: &Choice| format!("{}, {}", self.number(at), named(&choice.text));
        for at in self.given.drawn.iter().copied() {
            let Some(choice) = choices.get(at) else { continue };
            match (picked.contains(&at), choice.correct) {
                (true, false) if !others => lines.insert(0, because(&format!("You chose {}", numbered(at, choice)), &choice.why)),
                (false, true) if !others => lines.push(because(&format!("Right is {}", numbered(at, choice)), &choice.why)),
                (false, false) if others => lines.push(because(&format!("Not {}", numbered(at, choice)), &choice.why)),
                _ => {}
            }
        }
        lines
    }

    fn several(&self, choices: &[Choice], picked: &[usize], others: bool) -> Vec<Clean> {
        let mut lines = Vec::new();
        for at in self.given.drawn.iter().copied() {
            let Some(choice) = choices.get(at).filter(|_| self.is_right(at) == others) else { continue };
            let word = match (picked.contains(&at), choice.correct) {
                (true, true) => "ticked, and it belongs",
                (false, true) => "not ticked, but it belongs",
                (true, false) => "ticked, but it does not belong",
                (false, false) => "not ticked, and it does not belong",
            };
            lines.push(because(&format!("{}, {}, {word}", self.number(at), named(&choice.text)), &choice.why));
        }
        lines
    }

    fn lines(&self, given: &[Option<usize>], others: bool) -> Vec<Clean> {
        let Kind::Classify { bins, items } = &self.question.kind else { return Vec::new() };
        let bin = |at: usize| bins.get(at).map(said).unwrap_or_default();
        let mut lines = Vec::new();
        for at in self.given.drawn.iter().copied() {
            let Some(item) = items.get(at).filter(|_| self.is_right(at) == others) else { continue };
            let got = given.get(at).copied().flatten().map(bin).unwrap_or_default();
            let word = if others {
                format!("belongs to {got}")
            } else {
                format!("you gave it to {got}; it belongs to {}", bin(item.bin))
            };
            lines.push(because(&format!("Line {}, {}, {word}", self.number(at), named(&item.text)), &item.why));
        }
        lines
    }

    fn parts(&self, got: &[Option<usize>], others: bool) -> Vec<Clean> {
        let Kind::Match { pairs, extra } = &self.question.kind else { return Vec::new() };
        let mut lines = Vec::new();
        for (nth, pair) in pairs.iter().enumerate().filter(|(nth, _)| self.is_right(*nth) == others) {
            let given = got.get(nth).copied().flatten();
            let (left, right) = (said(&pair.left), named(&pair.right));
            if !others {
                let gave = given.and_then(|at| sentence(&self.question.kind, at)).map(named).unwrap_or_default();
                lines.push(line(&format!("{left}: you gave it {gave}.")));
                let spare = given.and_then(|at| extra.get(at.checked_sub(pairs.len())?)).filter(|spare| !spare.why.is_empty());
                lines.extend(spare.map(|spare| line(&format!("That one is left over: {}", said(&spare.why)))));
            }
            lines.push(because(&format!("{left} belongs to {right}"), &pair.why));
        }
        lines
    }

    /// Scene by scene: what one did, what it was worth, and the road not taken.
    fn road(&self, scenes: &[Scene], road: &[usize], others: bool) -> Vec<Clean> {
        let mut lines = Vec::new();
        let steps = walk(scenes, road);
        let last = steps.last().and_then(|(scene, way)| scenes.get(*scene)?.choices.get(*way));
        lines.extend(last.filter(|_| !others).map(|way| line(&format!("What came of it: {}", said(&way.outcome)))));
        for (nth, (scene, way)) in steps.into_iter().enumerate() {
            let Some(here) = scenes.get(scene) else { continue };
            let Some(taken) = here.choices.get(way) else { continue };
            let best = here.choices.iter().max_by_key(|way| way.score).filter(|best| best.score > taken.score);
            if !others {
                lines.push(line(&format!("Step {}, {} of 100: {}", nth + 1, taken.score, said(&taken.text))));
                let better = best.map(|best| format!("The road not taken: {} {}", said(&best.text), said(&best.outcome)));
                lines.extend(better.map(|better| line(&better)));
                continue;
            }
            for other in here.choices.iter().filter(|other| *other != taken && Some(*other) != best) {
                let words = format!("Step {}, {} of 100: {} {}", nth + 1, other.score, said(&other.text), said(&other.outcome));
                lines.push(line(&words));
            }
        }
        lines
    }
}

/// Words of the course within a sentence of the program: in quotation marks, which a quotation has already.
fn named(prose: &Prose) -> String {
    let words = said(prose);
    let is_quotation = words.starts_with('“') && words.find('”').is_some_and(|end| end + '”'.len_utf8() == words.len());
    if is_quotation { words } else { format!("“{words}”") }
}

/// Accepted words, each in quotation marks.
fn quoted(words: &[Box<str>]) -> String {
    words.iter().map(|word| format!("“{word}”")).collect::<Vec<_>>().join(", ")
}
