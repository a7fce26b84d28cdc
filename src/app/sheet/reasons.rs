//! The reasons after an answer, kind by kind: under what was chosen and under the key at once, under everything on demand; then what
//! parts the two.

use super::kinds::option;
use super::quiz::{About, hung};
use super::verdict::is_right;
use super::{line, wrapped};
use crate::course::mark::{Verdict, walk};
use crate::course::question::{Choice, Item, Kind, Pair, Scene, Spare, Step};
use crate::course::short::{Fit, fit};
use crate::course::{Answer, Block, Clean, Inline, Prose, block};
use crate::page::{self, Piece, Role, Row, blanks, spoken};
use crate::progress::Given;
use crate::words::Words;

/// All of them, each after a blank row.
pub fn rows(about: &About, given: &Given, verdict: &Verdict, all: bool) -> Vec<Row> {
    let width = about.at.width;
    let words = about.words;
    let told = Told { given, verdict, all, width, words };
    let mut rows = match (&about.question.kind, &given.answer) {
        (Kind::Choice(choices) | Kind::TrueFalse(choices), Answer::Picked(picked)) => told.choices(choices, picked, false),
        (Kind::Multiple(choices), Answer::Picked(picked)) => told.choices(choices, picked, true),
        (Kind::Classify { items, .. }, _) => told.lines(items),
        (Kind::Match { pairs, extra }, Answer::Placed(got)) => told.pairs(pairs, extra, got),
        (Kind::Order(steps), _) => told.steps(steps),
        (Kind::Short { accept, reject }, Answer::Written(text, _)) => told.words(text, accept, reject),
        (Kind::Scenario(scenes), Answer::Walked(road)) => told.road(scenes, road),
        _ => Vec::new(),
    };
    let question = about.question;
    if !question.difference.is_empty() && !verdict.is_right() {
        rows.push(Row::default());
        rows.extend(page::blocks(
            &led_strongly(&format!("{}  ", words.verdict().difference()), question.difference.blocks()),
            width,
        ));
    }
    if !question.explain.is_empty() {
        rows.push(Row::default());
        rows.extend(page::blocks(&question.explain.blocks(), width));
    }
    rows
}

/// What the reasons depend on.
struct Told<'a> {
    given: &'a Given,
    verdict: &'a Verdict,
    all: bool,
    width: usize,
    words: &'a Words,
}

fn number(nth: usize) -> Piece {
    spoken(&format!("{}  ", nth + 1), Role::Text)
}

impl Told<'_> {
    /// A reason after a blank row; nothing where none was written.
    fn reason(&self, lead: Piece, why: &Prose, before: &str) -> Vec<Row> {
        if why.is_empty() {
            return Vec::new();
        }
        let mut rows = vec![Row::default()];
        rows.extend(hung(lead, &led(before, why.blocks()), self.width));
        rows
    }

    fn choices(&self, choices: &[Choice], picked: &[usize], several: bool) -> Vec<Row> {
        let (said, mut rows) = (self.words.verdict(), Vec::new());
        for (place, at) in self.given.drawn.iter().enumerate() {
            let Some(choice) = choices.get(*at) else { continue };
            let (taken, right) = (picked.contains(at), is_right(self.verdict, *at));
            let shown = match several {
                true => self.all || !right || (self.verdict.is_right() && taken),
                false => self.all || taken || choice.correct,
            };
            let before = match (several, taken, choice.correct) {
                (false, true, false) => said.your_choice(),
                (false, false, true) => said.right_choice(),
                _ => "",
            };
            if shown {
                rows.extend(self.reason(number(place), &choice.why, before));
            }
        }
        rows
    }

    fn lines(&self, items: &[Item]) -> Vec<Row> {
        let shown = self.given.drawn.iter().enumerate().filter(|(_, at)| self.all || !is_right(self.verdict, **at));
        shown
            .flat_map(|(nth, at)| items.get(*at).map(|item| self.reason(number(nth), &item.why, "")).unwrap_or_default())
            .collect()
    }

    fn pairs(&self, pairs: &[Pair], extra: &[Spare], got: &[Option<usize>]) -> Vec<Row> {
        let mut rows = Vec::new();
        for (nth, pair) in pairs.iter().enumerate().filter(|(nth, _)| self.all || !is_right(self.verdict, *nth)) {
            rows.extend(self.reason(spoken(&format!("{}  ", pair.left.words()), Role::Strong), &pair.why, ""));
            let spare = got.get(nth).copied().flatten().and_then(|at| extra.get(at.checked_sub(pairs.len())?));
            rows.extend(
                spare.map(|spare| self.reason(blanks(3), &spare.why, self.words.verdict().left_over())).unwrap_or_default(),
            );
        }
        rows
    }

    /// The steps in a sound order, each with its reason.
    fn steps(&self, steps: &[Step]) -> Vec<Row> {
        if !self.all && self.verdict.is_full() {
            return Vec::new();
        }
        let mut rows = vec![Row::default(), line(self.words.verdict().sound_order(), Role::Heading)];
        for (nth, step) in steps.iter().enumerate() {
            rows.push(Row::default());
            rows.extend(option(nth, None, &step.text.blocks(), self.width));
            if !step.why.is_empty() {
                let whys = hung(blanks(3), &step.why.blocks(), self.width);
                rows.extend(whys);
            }
        }
        rows
    }

    fn words(&self, text: &str, accept: &[Box<str>], reject: &[Spare]) -> Vec<Row> {
        let mut rows = match fit(text, accept, reject) {
            Fit::Rejected(at) => reject.get(at).map(|spare| self.reason(blanks(0), &spare.why, "")).unwrap_or_default(),
            _ => Vec::new(),
        };
        if !self.verdict.is_right() || self.all {
            let said = self.words.verdict();
            let words: Vec<String> = accept.iter().map(|word| said.quoted(word)).collect();
            let shown = if self.all { words.join(", ") } else { words.first().cloned().unwrap_or_default() };
            rows.push(Row::default());
            rows.extend(wrapped(&said.right_is(shown), Role::Text, self.width));
        }
        rows
    }

    /// Scene by scene: what one did and what it was worth, and the road not taken.
    fn road(&self, scenes: &[Scene], road: &[usize]) -> Vec<Row> {
        let said = self.words.verdict();
        let worth = |score: u8, role| spoken(&format!("{}  ", said.score(score)), role);
        let mut rows = Vec::new();
        for (scene, way) in walk(scenes, road) {
            let Some(here) = scenes.get(scene) else { continue };
            let best = here.choices.iter().map(|way| way.score).max().unwrap_or(0);
            let Some(taken) = here.choices.get(way) else { continue };
            rows.push(Row::default());
            rows.extend(page::blocks(&here.text.blocks(), self.width));
            rows.extend(hung(worth(taken.score, Role::Strong), &taken.text.blocks(), self.width));
            let better = here.choices.iter().find(|other| other.score == best && best > taken.score);
            if let Some(better) = better {
                rows.extend(hung(
                    spoken(&format!("{}  ", said.road_not_taken()), Role::Strong),
                    &better.text.blocks(),
                    self.width,
                ));
                rows.extend(hung(blanks(3), &better.outcome.blocks(), self.width));
            }
            let others =
                here.choices.iter().enumerate().filter(|(nth, other)| *nth != way && !better.is_some_and(|b| b == *other));
            for (_, other) in others.filter(|_| self.all) {
                rows.extend(hung(worth(other.score, Role::Quiet), &other.text.blocks(), self.width));
                rows.extend(hung(blanks(3), &other.outcome.blocks(), self.width));
            }
        }
        rows
    }
}

/// Blocks whose first paragraph begins with some words of ours.
fn led(before: &str, mut blocks: Vec<Block>) -> Vec<Block> {
    if let Some(Block { kind: block::BlockKind::Paragraph(text), .. }) = blocks.first_mut()
        && !before.is_empty()
    {
        text.insert(0, block::words(Clean::words(&format!("{before} "))));
    }
    blocks
}

/// The same with words in bold; before anything but a paragraph they are one of their own.
fn led_strongly(before: &str, mut blocks: Vec<Block>) -> Vec<Block> {
    let look = block::Look { strong: true, ..block::Look::default() };
    let words = Inline::Span { text: Clean::words(before), look, link: None };
    match blocks.first_mut() {
        Some(Block { kind: block::BlockKind::Paragraph(text), .. }) => text.insert(0, words),
        _ => blocks.insert(0, Block { kind: block::BlockKind::Paragraph(vec![words]), source: 0..0 }),
    }
    blocks
}
