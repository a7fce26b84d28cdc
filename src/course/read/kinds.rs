//! How an author writes each kind of question, and what each must have.

use std::ops::Range;

use super::super::fields::{Fields, most_similar};
use super::super::problem::{Problem, Source};
use super::super::question::{Choice, Item, Kind, Pair, Scene, Spare, Step, Way};
use super::super::short::{Fit, fit};
use super::super::{Id, Prose};
use super::quiz::prose;
use crate::words::Words;

/// What the kind of a question is read against.
#[derive(Clone, Copy)]
pub struct Reading<'a> {
    /// The file.
    pub source: Source<'a>,
    /// What the interface says.
    pub words: &'a Words,
    /// The question.
    pub id: &'a Id,
}

/// The scene a way leads to, as it is written.
type Leads = Option<(Id, Range<usize>)>;

const KINDS: [&str; 10] =
    ["choice", "multiple", "truefalse", "classify", "match", "order", "short", "open", "scenario", "stance"];

impl Reading<'_> {
    /// What belongs to a kind; nothing where a rule of the kind is broken.
    pub fn kind(&self, name: &str, name_at: Range<usize>, fields: &mut Fields, problems: &mut Vec<Problem>) -> Option<Kind> {
        match name {
            "choice" | "multiple" => self.with_options(name, fields, problems),
            "truefalse" => true_false(fields, self.words, problems),
            "classify" => self.classify(fields, problems),
            "match" => self.matching(fields, problems),
            "order" => self.order(fields, problems),
            "short" => self.short(fields, problems),
            "open" => self.open(fields, problems),
            "scenario" => self.scenario(fields, problems),
            "stance" => stance(fields, problems),
            _ => {
                let known = match most_similar(name, KINDS) {
                    Some(similar) => format!("`{similar}`"),
                    None => format!("one of {}", KINDS.map(|kind| format!("`{kind}`")).join(", ")),
                };
                problems.push(self.source.wrong_value(name_at, "kind", &format!("“{name}”"), &known));
                fields.ignore_the_rest();
                None
            }
        }
    }

    /// The options of a `choice` or a `multiple`, with the rules about how many of them are right.
    fn with_options(&self, name: &str, fields: &mut Fields, problems: &mut Vec<Problem>) -> Option<Kind> {
        let at = fields.at.clone();
        let mut choices: Vec<Choice> = Vec::new();
        for mut option in fields.tables("options", "an option", problems) {
            let option_at = option.at.clone();
            let text = needed(&mut option, "text", problems);
            let correct = option.flag("correct", problems).unwrap_or(false);
            let why = self.reason(&mut option, problems);
            option.finish(problems);
            let Some(text) = text else { continue };
            self.not_twice(choices.iter().map(|other| &other.text), &text, option_at, problems);
            choices.push(Choice { text, correct, why });
        }
        let (right, all) = (choices.iter().filter(|choice| choice.correct).count(), choices.len());
        if all < 2 {
            problems.push(self.source.too_few_choices(at, self.id, all));
            return None;
        }
        match name {
            "choice" if right != 1 => problems.push(self.source.needs_one_key(at, self.id, right)),
            "multiple" if right == 0 || right == all => problems.push(self.source.needs_some_keys(at, self.id, right, all)),
            "choice" => return Some(Kind::Choice(choices)),
            _ => return Some(Kind::Multiple(choices)),
        }
        None
    }

    fn classify(&self, fields: &mut Fields, problems: &mut Vec<Problem>) -> Option<Kind> {
        let at = fields.at.clone();
        let bins: Vec<Prose> = fields.texts("bins", problems).into_iter().map(|(bin, _)| Prose::new(bin)).collect();
        let mut items: Vec<Item> = Vec::new();
        let mut is_whole = true;
        for mut item in fields.tables("items", "a line", problems) {
            let item_at = item.at.clone();
            let text = needed(&mut item, "text", problems);
            let bin = item.needed_text("bin", problems).and_then(|(bin, at)| self.bin(&bins, bin, at, problems));
            let also = item.texts("also", problems);
            let also = also.into_iter().filter_map(|(bin, at)| self.bin(&bins, bin, at, problems)).collect();
            let why = self.reason(&mut item, problems);
            item.finish(problems);
            let (Some(text), Some(bin)) = (text, bin) else {
                is_whole = false;
                continue;
            };
            self.not_twice(items.iter().map(|other| &other.text), &text, item_at, problems);
            items.push(Item { text, bin, also, why });
        }
        let empty = (0..bins.len()).filter(|bin| !items.iter().any(|item| item.bin == *bin || item.also.contains(bin)));
        for bin in empty.filter_map(|bin| bins.get(bin)) {
            problems.push(self.source.empty_bin(at.clone(), self.id, bin.words().as_str()));
        }
        let enough = self.enough(&at, ("bins", bins.len(), 2), problems) & self.enough(&at, ("items", items.len(), 2), problems);
        (is_whole && enough && bins.len() <= 9).then_some(Kind::Classify { bins, items })
    }

    fn bin(&self, bins: &[Prose], named: &str, at: Range<usize>, problems: &mut Vec<Problem>) -> Option<usize> {
        let found = bins.iter().position(|bin| bin.written() == named.trim());
        if found.is_none() {
            let known: Vec<String> = bins.iter().map(|bin| format!("“{}”", bin.written())).collect();
            problems.push(self.source.wrong_value(at, "bin", &format!("“{named}”"), &known.join(", ")));
        }
        found
    }

    fn matching(&self, fields: &mut Fields, problems: &mut Vec<Problem>) -> Option<Kind> {
        let at = fields.at.clone();
        let mut pairs: Vec<Pair> = Vec::new();
        for mut pair in fields.tables("pairs", "a pair", problems) {
            let pair_at = pair.at.clone();
            let (left, right) = (needed(&mut pair, "left", problems), needed(&mut pair, "right", problems));
            let why = self.reason(&mut pair, problems);
            pair.finish(problems);
            let (Some(left), Some(right)) = (left, right) else { continue };
            self.not_twice(pairs.iter().flat_map(|other| [&other.left, &other.right]), &right, pair_at, problems);
            pairs.push(Pair { left, right, why });
        }
        let extra = self.spares("extra", fields, problems);
        let enough = self.enough(&at, ("pairs", pairs.len(), 2), problems);
        (enough && pairs.len() + extra.len() <= 9).then_some(Kind::Match { pairs, extra }).or_else(|| {
            if enough {
                problems.push(self.source.too_many(at, self.id, "sentences", 9));
            }
            None
        })
    }

    fn order(&self, fields: &mut Fields, problems: &mut Vec<Problem>) -> Option<Kind> {
        let at = fields.at.clone();
        let mut steps: Vec<Step> = Vec::new();
        for mut step in fields.tables("steps", "a step", problems) {
            let step_at = step.at.clone();
            let text = needed(&mut step, "text", problems);
            let why = self.reason(&mut step, problems);
            step.finish(problems);
            let Some(text) = text else { continue };
            self.not_twice(steps.iter().map(|other| &other.text), &text, step_at, problems);
            steps.push(Step { text, why });
        }
        if steps.len() > 9 {
            problems.push(self.source.too_many(at, self.id, "steps", 9));
            return None;
        }
        self.enough(&at, ("steps", steps.len(), 3), problems).then_some(Kind::Order(steps))
    }

    fn short(&self, fields: &mut Fields, problems: &mut Vec<Problem>) -> Option<Kind> {
        let at = fields.at.clone();
        let accept: Vec<Box<str>> = fields.texts("accept", problems).into_iter().map(|(text, _)| text.trim().into()).collect();
        let reject = self.spares("reject", fields, problems);
        for spare in &reject {
            if fit(spare.text.written(), &accept, &[]) == Fit::Exact {
                problems.push(self.source.both_right_and_wrong(at.clone(), self.id, spare.text.words().as_str()));
            }
        }
        let has_words = accept.iter().any(|text| text.chars().any(char::is_alphanumeric));
        if !has_words {
            problems.push(self.source.too_few(at, self.id, "accepted words", 1, 0));
        }
        has_words.then_some(Kind::Short { accept, reject })
    }

    fn open(&self, fields: &mut Fields, problems: &mut Vec<Problem>) -> Option<Kind> {
        let at = fields.at.clone();
        let model = needed(fields, "model", problems);
        let checklist: Vec<Prose> = fields.texts("checklist", problems).into_iter().map(|(line, _)| Prose::new(line)).collect();
        let enough = self.enough(&at, ("checklist", checklist.len(), 1), problems);
        enough.then_some(Kind::Open { model: model?, checklist })
    }

    /// The scenes; every one must be reached from the first, and from every one the end.
    fn scenario(&self, fields: &mut Fields, problems: &mut Vec<Problem>) -> Option<Kind> {
        let at = fields.at.clone();
        let tables = fields.tables("scenes", "a scene", problems);
        let mut drafts = Vec::new();
        for mut scene in tables {
            let id = scene.needed_id("id", problems);
            let text = needed(&mut scene, "text", problems);
            let ways =
                scene.tables("choices", "a way", problems).into_iter().map(|way| self.way(way, problems)).collect::<Vec<_>>();
            let scene_at = scene.at.clone();
            scene.finish(problems);
            drafts.push((id?, text?, ways, scene_at));
        }
        let ids: Vec<Id> = drafts.iter().map(|((id, _), ..)| id.clone()).collect();
        let mut scenes = Vec::new();
        let mut is_whole = self.enough(&at, ("scenes", drafts.len(), 1), problems);
        for (nth, ((id, id_at), text, ways, scene_at)) in drafts.into_iter().enumerate() {
            if ids.iter().take(nth).any(|before| *before == id) {
                problems.push(self.source.same_id(id_at, &id, "this question"));
                is_whole = false;
            }
            is_whole &= self.enough(&scene_at, ("choices", ways.len(), 2), problems);
            let mut choices = Vec::new();
            for draft in ways {
                let Some((way, next)) = draft else {
                    is_whole = false;
                    continue;
                };
                let leads = next.map(|(next, at)| (ids.iter().position(|id| *id == next), next, at));
                if let Some((None, next, at)) = &leads {
                    problems.push(self.source.no_such_scene(at.clone(), next, &ids));
                    is_whole = false;
                }
                choices.push(Way { next: leads.and_then(|(to, ..)| to), ..way });
            }
            scenes.push(Scene { text, choices });
        }
        if !is_whole {
            return None;
        }
        for (scene, what) in lost_scenes(&scenes) {
            let id = ids.get(scene).unwrap_or(self.id);
            problems.push(self.source.lost_scene(at.clone(), id, what));
            is_whole = false;
        }
        for (scene, id) in scenes.iter().zip(&ids) {
            if !scene.choices.iter().any(|way| way.score == 100) {
                problems.push(self.source.no_best_way(at.clone(), id));
            }
        }
        is_whole.then_some(Kind::Scenario(scenes))
    }

    fn way(&self, mut way: Fields, problems: &mut Vec<Problem>) -> Option<(Way, Leads)> {
        way.must_have("score", problems);
        let (text, outcome) = (needed(&mut way, "text", problems), needed(&mut way, "outcome", problems));
        let score = way.fraction("score", problems);
        let next = way.id("next", problems);
        way.finish(problems);
        let score = (score? * 100.0).round() as u8;
        Some((Way { text: text?, outcome: outcome?, score, next: None }, next))
    }

    /// Sentences that are not right: tables of `text` and `why`, or bare texts.
    fn spares(&self, key: &'static str, fields: &mut Fields, problems: &mut Vec<Problem>) -> Vec<Spare> {
        let mut spares = Vec::new();
        if fields.holds_texts(key) {
            let texts = fields.texts(key, problems);
            return texts.into_iter().map(|(text, _)| Spare { text: Prose::new(text), why: Prose::default() }).collect();
        }
        for mut spare in fields.tables(key, "a sentence", problems) {
            let text = needed(&mut spare, "text", problems);
            let why = self.reason(&mut spare, problems);
            spare.finish(problems);
            spares.extend(text.map(|text| Spare { text, why }));
        }
        spares
    }

    /// `why`; a complaint where it is missing.
    fn reason(&self, fields: &mut Fields, problems: &mut Vec<Problem>) -> Prose {
        let why = prose(fields, "why", problems);
        if why.is_empty() {
            problems.push(self.source.no_reason(fields.at.clone(), self.id));
        }
        why
    }

    fn not_twice<'p>(
        &self,
        others: impl IntoIterator<Item = &'p Prose>,
        text: &Prose,
        at: Range<usize>,
        problems: &mut Vec<Problem>,
    ) {
        if others.into_iter().any(|other| other.says_the_same(text)) {
            problems.push(self.source.same_choice(at, self.id));
        }
    }

    fn enough(&self, at: &Range<usize>, (what, found, least): (&str, usize, usize), problems: &mut Vec<Problem>) -> bool {
        if found < least {
            problems.push(self.source.too_few(at.clone(), self.id, what, least, found));
        }
        found >= least
    }
}

fn true_false(fields: &mut Fields, words: &Words, problems: &mut Vec<Problem>) -> Option<Kind> {
    fields.must_have("answer", problems);
    let answer = fields.flag("answer", problems);
    let why_true = prose(fields, "why_true", problems);
    let why_false = prose(fields, "why_false", problems);
    let answer = answer?;
    Some(Kind::TrueFalse(vec![
        Choice { text: Prose::new(words.text().true_choice()), correct: answer, why: why_true },
        Choice { text: Prose::new(words.text().false_choice()), correct: !answer, why: why_false },
    ]))
}

fn stance(fields: &mut Fields, problems: &mut Vec<Problem>) -> Option<Kind> {
    let (left, right) = (needed(fields, "left", problems), needed(fields, "right", problems));
    Some(Kind::Stance { left: left?, right: right? })
}

fn needed(fields: &mut Fields, key: &'static str, problems: &mut Vec<Problem>) -> Option<Prose> {
    fields.needed_text(key, problems).map(|(text, _)| Prose::new(text))
}

/// Scenes that are never reached from the first, and scenes from which no way leads to the end, with what is wrong.
fn lost_scenes(scenes: &[Scene]) -> Vec<(usize, &'static str)> {
    let mut reached = vec![false; scenes.len()];
    let mut open = vec![0];
    while let Some(at) = open.pop() {
        if reached.get(at) == Some(&false) {
            if let Some(here) = reached.get_mut(at) {
                *here = true;
            }
            open.extend(scenes.get(at).into_iter().flat_map(|scene| &scene.choices).filter_map(|way| way.next));
        }
    }
    // A scene can be left if one of its ways ends, or leads to a scene that can be left.
    let mut left = vec![false; scenes.len()];
    for _ in scenes {
        for (at, scene) in scenes.iter().enumerate() {
            let can = scene.choices.iter().any(|way| way.next.is_none_or(|next| left.get(next) == Some(&true)));
            if let Some(here) = left.get_mut(at) {
                *here |= can;
            }
        }
    }
    let unreached = reached.iter().enumerate().filter(|(_, reached)| !**reached).map(|(at, _)| (at, "is never reached"));
    let unleft = left.iter().enumerate().filter(|(_, left)| !**left).map(|(at, _)| (at, "cannot be left"));
    unreached.chain(unleft).collect()
}
