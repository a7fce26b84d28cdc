//! What a facilitator takes along on paper, made from the same plan as the session: times, what is shown and asked, notes, the gate, keys,
//! cards. With it nobody needs a second terminal.

use super::document::{Cell, Document, Part, Run, Side, Table};
use crate::words::{self, Words};
use crate::workshop::agenda::letter;
use crate::workshop::outcome::minutes;
use crate::workshop::vote::{GATE, PollKind};
use crate::workshop::{Plan, Poll, Stage, Step};

/// The guide to a plan; `keys` are those that work in a workshop, each with what it does.
pub fn guide(words: &Words, plan: &Plan, keys: &[(Vec<String>, &str)]) -> Document {
    let words = words.guide();
    let head = |head: &str| Part::Heading(2, head.to_owned());
    let mut parts = vec![Part::Table(times(words, plan)), head(words.after_the_vote()), Part::Table(gate(words))];
    parts.push(head(words.stages()));
    plan.steps.iter().for_each(|step| stage(words, plan, step, &mut parts));
    parts.push(head(words.keys()));
    let row = |(keys, help): &(Vec<String>, &str)| vec![Cell::Keys(keys.clone()), Cell::words(*help)];
    let heads = [(words.keys_head(), Side::Left), (words.what_they_do(), Side::Left)];
    parts.push(Part::Table(Table::new(words.keys_caption(), heads, keys.iter().map(row).collect())));
    parts.push(head(words.cards()));
    parts.push(Part::Text(vec![Run::plain(words.cards_note())]));
    let most = plan.polls.iter().filter(|poll| !poll.is_line()).map(Poll::len).max().unwrap_or(0);
    parts.extend((0..most).map(|nth| Part::Card(letter(nth))));
    Document { title: words.title(&plan.title, plan.minutes), under: String::new(), parts }
}

fn time(seconds: u32) -> String {
    minutes(i64::from(seconds) * 1000)
}

fn times(words: words::Guide, plan: &Plan) -> Table {
    let mut from = 0;
    let mut rows = Vec::new();
    for step in plan.steps.iter().filter(|step| step.seconds > 0) {
        rows.push(vec![Cell::Figure(time(from)), Cell::Figure(time(step.seconds)), Cell::words(step.title.as_str())]);
        from += step.seconds;
    }
    rows.push(vec![Cell::Figure(time(from)), Cell::Figure(time(plan.slack)), Cell::words(words.slack())]);
    let heads = [(words.from(), Side::Right), (words.minutes(), Side::Right), (words.stage(), Side::Left)];
    Table::new(words.stages_caption(), heads, rows)
}

fn gate(words: words::Guide) -> Table {
    let (teach, reveal) = ((GATE.0 * 100.0).round(), (GATE.1 * 100.0).round());
    let rows = [
        (words.below(teach), words.contrast_again()),
        (words.between(teach, reveal), words.pairs()),
        (words.above(reveal), words.the_reveal()),
        (words.few_voters().to_owned(), words.pairs_no_measure()),
    ];
    let rows = rows.into_iter().map(|(right, then)| vec![Cell::Figure(right), Cell::words(then)]).collect();
    Table::new(words.gate_caption(), [(words.right(), Side::Left), (words.go_on_with(), Side::Left)], rows)
}

fn stage(words: words::Guide, plan: &Plan, step: &Step, parts: &mut Vec<Part>) {
    if matches!(step.stage, Stage::Vote { round: 1, .. } | Stage::Close) {
        return;
    }
    let when = if step.seconds > 0 { format!(" ({})", time(step.seconds)) } else { String::new() };
    parts.push(Part::Heading(3, format!("{}{when}", step.title)));
    match step.stage {
        Stage::Slide(nth) | Stage::Debrief(nth) => {
            let point = |point: &crate::workshop::slide::Point| {
                let word = point.pole.as_ref().map(|(_, word)| Run::Strong(format!("{word}:")));
                word.into_iter().chain([Run::plain(point.text.as_str())]).collect()
            };
            parts.extend(plan.slides.get(nth).map(|slide| Part::List(slide.points.iter().map(point).collect())));
        }
        Stage::Commit => parts.push(Part::Text(vec![Run::Strong(plan.commit.to_string())])),
        Stage::Vote { poll, .. } => plan.polls.get(poll).into_iter().for_each(|poll| asked(words, poll, parts)),
        _ => {}
    }
    parts.extend(step.notes.iter().map(|note| Part::Quote(note.to_string())));
}

fn asked(words: words::Guide, poll: &Poll, parts: &mut Vec<Part>) {
    let case = (!poll.case.is_empty()).then(|| Run::plain(poll.case.as_str()));
    parts.push(Part::Text([Run::Strong(poll.asks.to_string())].into_iter().chain(case).collect()));
    if let PollKind::Line { left, right } = &poll.kind {
        parts.push(Part::Text(vec![Run::Plain(words.from_to(left, right))]));
    }
    let option = |(nth, option): (usize, &crate::workshop::vote::Choosable)| {
        let text = Run::Plain(format!("{}: {}", letter(nth), option.text));
        std::iter::once(text).chain(option.is_key.then(|| Run::Strong(words.key().to_owned()))).collect()
    };
    if !poll.options().is_empty() {
        parts.push(Part::List(poll.options().iter().enumerate().map(option).collect()));
    }
}
