//! A question after its answer: right or not first, then why; what was chosen, what was right, what parts the two.

use super::lesson;
use super::question::prompt;
use super::words::{line, said};
use crate::app::Quiz;
use crate::app::sheet::{sentence, verdict_in_words};
use crate::course::mark::{Verdict, walk};
use crate::course::question::{Choice, Kind, Question, Scene, Way};
use crate::course::short::{Fit, fit};
use crate::course::{Answer, Clean, Prose, mark};
use crate::progress::Given;
use crate::words::Words;

/// The verdict and its reasons; `all` of them come after those that matter.
pub fn say(words: &Words, (quiz, question): (&Quiz, &Question), given: &Given, all: bool) -> Vec<Clean> {
    let told = Told { words, question, given, verdict: mark(question, &given.answer) };
    // Whoever looks again at a question needs to hear what it was.
    let mut lines = if quiz.is_look && all { prompt(words, question) } else { Vec::new() };
    lines.extend(told.verdict());
    lines.extend(told.reasons(false));
    if !question.difference.is_empty() && !told.verdict.is_right() {
        lines.push(line(&words.asked().difference(said(words, &question.difference))));
    }
    lines.extend(lesson::blocks(words, &question.explain.blocks()));
    if quiz.is_sent {
        lines.push(line(&words.asked().missed_three_times(words.typed().back())));
    }
    if all {
        let rest = told.reasons(true);
        lines.push(line(if rest.is_empty() { words.asked().no_other_reasons() } else { words.asked().other_reasons() }));
        lines.extend(rest);
    }
    lines
}

/// What the reasons depend on.
struct Told<'a> {
    words: &'a Words,
    question: &'a Question,
    given: &'a Given,
    verdict: Verdict,
}

impl Told<'_> {
    /// A sentence with its reason, where there is one.
    fn because(&self, lead: &str, why: &Prose) -> Clean {
        if why.is_empty() { line(&format!("{lead}.")) } else { line(&format!("{lead}: {}", self.said(why))) }
    }

    fn said(&self, prose: &Prose) -> String {
        said(self.words, prose)
    }

    fn is_right(&self, part: usize) -> bool {
        self.verdict.judged.get(part).copied().unwrap_or(false)
    }

    /// What stood under which number.
    fn number(&self, at: usize) -> usize {
        self.given.drawn.iter().position(|one| *one == at).map_or(0, |place| place + 1)
    }

    /// Right or not, in a sentence. Where one thing was chosen and right, its reason belongs to it.
    fn verdict(&self) -> Vec<Clean> {
        let words = verdict_in_words(self.question, self.given, &self.verdict, self.words);
        let why = match (&self.question.kind, &self.given.answer) {
            (Kind::Choice(choices) | Kind::TrueFalse(choices), Answer::Picked(picked)) if self.verdict.is_right() => {
                picked.first().and_then(|at| choices.get(*at)).map(|choice| &choice.why).filter(|why| !why.is_empty())
            }
            _ => None,
        };
        let Some(why) = why else { return vec![line(&words)] };
        // The first sentence only says that it is right; how sure one was, and how many hints there were, stand behind it.
        let (_, rest) = words.split_once('.').unwrap_or_default();
        let mut lines = vec![line(&self.words.asked().right_because(self.said(why)))];
        lines.extend((!rest.is_empty()).then(|| line(rest.trim_start())));
        lines
    }

    /// The reasons that matter, or all others.
    fn reasons(&self, others: bool) -> Vec<Clean> {
        match (&self.question.kind, &self.given.answer) {
            (Kind::Choice(choices) | Kind::TrueFalse(choices), Answer::Picked(picked)) => self.choice(choices, picked, others),
            (Kind::Multiple(choices), Answer::Picked(picked)) => self.several(choices, picked, others),
            (Kind::Classify { .. }, Answer::Placed(bins)) => self.lines(bins, others),
            (Kind::Match { .. }, Answer::Placed(got)) => self.parts(got, others),
            (Kind::Order(steps), _) if others == self.verdict.is_full() => {
                let mut lines = vec![line(self.words.asked().order())];
                let step = |(nth, step): (usize, &crate::course::question::Step)| {
                    self.because(&format!("{}. {}", nth + 1, self.said(&step.text)), &step.why)
                };
                lines.extend(steps.iter().enumerate().map(step));
                lines
            }
            (Kind::Short { accept, reject }, Answer::Written(text, _)) => match (others, fit(text, accept, reject)) {
                (true, _) => vec![line(&self.words.asked().right_is(self.quoted(accept)))],
                (false, Fit::Rejected(at)) => {
                    let why = reject.get(at).map(|spare| self.said(&spare.why)).unwrap_or_default();
                    vec![line(&why), line(&self.words.asked().right_is(self.quoted(accept.get(..1).unwrap_or_default())))]
                }
                (false, Fit::None) => vec![line(&self.words.asked().right_is(self.quoted(accept.get(..1).unwrap_or_default())))],
                (false, _) => Vec::new(),
            },
            (Kind::Scenario(scenes), Answer::Walked(road)) => self.road(scenes, road, others),
            _ => Vec::new(),
        }
    }

    fn choice(&self, choices: &[Choice], picked: &[usize], others: bool) -> Vec<Clean> {
        let mut lines = Vec::new();
        let words = self.words.asked();
        for at in self.given.drawn.iter().copied() {
            let Some(choice) = choices.get(at) else { continue };
            let (number, text) = (self.number(at), self.named(&choice.text));
            match (picked.contains(&at), choice.correct) {
                (true, false) if !others => lines.insert(0, self.because(&words.chose(number, text), &choice.why)),
                (false, true) if !others => lines.push(self.because(&words.right_choice(number, text), &choice.why)),
                (false, false) if others => lines.push(self.because(&words.not_right(number, text), &choice.why)),
                _ => {}
            }
        }
        lines
    }

    fn several(&self, choices: &[Choice], picked: &[usize], others: bool) -> Vec<Clean> {
        let mut lines = Vec::new();
        for at in self.given.drawn.iter().copied() {
            let Some(choice) = choices.get(at).filter(|_| self.is_right(at) == others) else { continue };
            let (words, number, text) = (self.words.asked(), self.number(at), self.named(&choice.text));
            let told = match (picked.contains(&at), choice.correct) {
                (true, true) => words.ticked_belongs(number, text),
                (false, true) => words.unticked_belongs(number, text),
                (true, false) => words.ticked_not(number, text),
                (false, false) => words.unticked_not(number, text),
            };
            lines.push(self.because(&told, &choice.why));
        }
        lines
    }

    fn lines(&self, given: &[Option<usize>], others: bool) -> Vec<Clean> {
        let Kind::Classify { bins, items } = &self.question.kind else { return Vec::new() };
        let bin = |at: usize| bins.get(at).map(|bin| self.said(bin)).unwrap_or_default();
        let mut lines = Vec::new();
        for at in self.given.drawn.iter().copied() {
            let Some(item) = items.get(at).filter(|_| self.is_right(at) == others) else { continue };
            let got = given.get(at).copied().flatten().map(bin).unwrap_or_default();
            let (words, number, text) = (self.words.asked(), self.number(at), self.named(&item.text));
            let told =
                if others { words.line_belongs(number, text, got) } else { words.line_went(number, text, got, bin(item.bin)) };
            lines.push(self.because(&told, &item.why));
        }
        lines
    }

    fn parts(&self, got: &[Option<usize>], others: bool) -> Vec<Clean> {
        let Kind::Match { pairs, extra } = &self.question.kind else { return Vec::new() };
        let mut lines = Vec::new();
        for (nth, pair) in pairs.iter().enumerate().filter(|(nth, _)| self.is_right(*nth) == others) {
            let given = got.get(nth).copied().flatten();
            let (left, right) = (self.said(&pair.left), self.named(&pair.right));
            if !others {
                let gave = given
                    .and_then(|at| sentence(&self.question.kind, at))
                    .map(|sentence| self.named(sentence))
                    .unwrap_or_default();
                lines.push(line(&self.words.asked().part_got(&left, gave)));
                let spare = given.and_then(|at| extra.get(at.checked_sub(pairs.len())?)).filter(|spare| !spare.why.is_empty());
                lines.extend(spare.map(|spare| line(&self.words.asked().left_over(self.said(&spare.why)))));
            }
            lines.push(self.because(&self.words.asked().part_belongs(left, right), &pair.why));
        }
        lines
    }

    /// Scene by scene: what one did, what it was worth, and the road not taken.
    fn road(&self, scenes: &[Scene], road: &[usize], others: bool) -> Vec<Clean> {
        let words = self.words.asked();
        let mut lines = Vec::new();
        let steps = walk(scenes, road);
        let last = steps.last().and_then(|(scene, way)| scenes.get(*scene)?.choices.get(*way));
        lines.extend(last.filter(|_| !others).map(|way| line(&words.came_of_it(self.said(&way.outcome)))));
        let told = |way: &Way| format!("{} {}", self.said(&way.text), self.said(&way.outcome));
        for (nth, (scene, way)) in steps.into_iter().enumerate() {
            let Some(here) = scenes.get(scene) else { continue };
            let Some(taken) = here.choices.get(way) else { continue };
            let best = here.choices.iter().max_by_key(|way| way.score).filter(|best| best.score > taken.score);
            if !others {
                lines.push(line(&words.step(nth + 1, taken.score, self.said(&taken.text))));
                lines.extend(best.map(|best| line(&words.not_taken(told(best)))));
                continue;
            }
            for other in here.choices.iter().filter(|other| *other != taken && Some(*other) != best) {
                lines.push(line(&words.step(nth + 1, other.score, told(other))));
            }
        }
        lines
    }

    /// Words of the course within a sentence of the program: in quotation marks, which a quotation has already.
    fn named(&self, prose: &Prose) -> String {
        let told = self.said(prose);
        let marks = self.words.lines().quoted("");
        let is_quotation = [marks.as_str(), "“”"].iter().any(|marks| is_within(marks, &told));
        if is_quotation { told } else { self.words.lines().quoted(told) }
    }

    /// Accepted words, each in quotation marks.
    fn quoted(&self, accepted: &[Box<str>]) -> String {
        accepted.iter().map(|word| self.words.lines().quoted(word)).collect::<Vec<_>>().join(", ")
    }
}

/// Whether a text is one quotation, from its first sign to its last.
fn is_within(marks: &str, text: &str) -> bool {
    let mut marks = marks.chars();
    let (Some(first), Some(last)) = (marks.next(), marks.next_back()) else { return false };
    text.starts_with(first) && text.find(last).is_some_and(|end| end + last.len_utf8() == text.len())
}
