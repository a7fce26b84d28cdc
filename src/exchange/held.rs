//! What a workshop came to, as a document and as a table for spreadsheets. No names are in it, because none were ever taken.

use super::csv::{self, Cell as Figure, maybe};
use super::document::{Cell, Document, Part, Run, Side, Table};
use crate::workshop::agenda::letter;
use crate::workshop::outcome::{Asked, Ran, minutes};
use crate::workshop::vote::PollKind;
use crate::workshop::{Outcome, Rehearsal, Round};

/// The report of a workshop on this day, or of a rehearsal.
pub fn report(outcome: &Outcome, day: &str, made_up: Option<&Rehearsal>) -> Document {
    let what = if made_up.is_some() { "a rehearsal" } else { "a workshop" };
    let counted = match made_up {
        Some(rehearsal) => {
            format!("Nobody was there: the room was made up ({}, seed {}).", rehearsal.crowd.name(), rehearsal.seed)
        }
        None => "Votes were counted by hand.".to_owned(),
    };
    let rested = match outcome.rested {
        0 => String::new(),
        rested => format!(", {} of it breaks that were not planned", minutes(rested)),
    };
    let under = format!("Planned {}:00, held {}{rested}. {counted}", outcome.minutes, minutes(outcome.held));
    let mut parts = Vec::new();
    outcome.asked.iter().for_each(|asked| vote(asked, &mut parts));
    parts.push(Part::Heading(2, "Plan and actual".to_owned()));
    parts.push(Part::Table(steps(&outcome.steps)));
    parts.push(Part::Heading(2, "Next time".to_owned()));
    parts.push(match outcome.next_time.as_slice() {
        [] => Part::Text(vec![Run::plain("Times and votes were as planned; nothing stands out.")]),
        said => Part::List(said.iter().map(|words| vec![Run::plain(words)]).collect()),
    });
    Document { title: format!("{}: {what} on {day}", outcome.title), under, parts }
}

fn vote(asked: &Asked, parts: &mut Vec<Part>) {
    let run = match asked.run {
        (_, 1) => String::new(),
        (run, of) => format!(" (run {run} of {of})"),
    };
    parts.push(Part::Heading(2, format!("{}{run}", asked.poll.asks)));
    if !asked.poll.case.is_empty() {
        parts.push(Part::Text(vec![Run::plain(asked.poll.case.as_str())]));
    }
    if let PollKind::Line { left, right } = &asked.poll.kind {
        parts.push(Part::Text(vec![Run::Plain(format!("From 0, {left}, to 10, {right}."))]));
    }
    parts.push(Part::Table(both(asked)));
    let [first, second] = &asked.rounds;
    let middle = |round: &Round| round.middle().map(|(middle, low, high)| format!("{middle}, half from {low} to {high}"));
    let words = match (asked.gain(), middle(first).filter(|_| asked.poll.is_line()), middle(second)) {
        (Some(gain), ..) if gain < 0.0 => format!("Normalised gain: −{:.2}; fewer were right than before.", -gain),
        (Some(gain), ..) => format!("Normalised gain: {gain:.2} of what there was to gain."),
        (None, Some(before), Some(after)) => {
            format!("The middle of the room: at first {before}; at the end {after}. {}", moved(first, second))
        }
        (None, Some(only), None) => format!("The middle of the room: {only}."),
        _ => return,
    };
    parts.push(Part::Text(vec![Run::plain(words)]));
}

fn moved(first: &Round, second: &Round) -> String {
    let middle = |round: &Round| round.middle().map_or(0, |(middle, ..)| middle as i64);
    match middle(second) - middle(first) {
        0 => "It stands where it stood.".to_owned(),
        shift => format!("It moved by {}.", signed(shift)),
    }
}

/// `+3`, `−3`, `0`.
fn signed(number: i64) -> String {
    match number {
        0 => "0".to_owned(),
        1.. => format!("+{number}"),
        _ => format!("−{}", number.unsigned_abs()),
    }
}

fn both(asked: &Asked) -> Table {
    let [first, second] = &asked.rounds;
    let row = |line: usize| {
        let shift = asked.shift(line).map(signed).unwrap_or_default();
        let label = match asked.poll.options().get(line) {
            Some(option) => {
                let words = format!("{} {}", letter(line), option.text);
                if option.is_key { Cell::Key(words) } else { Cell::Words(words) }
            }
            None => Cell::figure(line.to_string()),
        };
        let mut cells = vec![label];
        [first, second].into_iter().for_each(|round| cells.extend(figures(round, line)));
        cells.push(Cell::Figure(shift));
        cells
    };
    let heads =
        [("Line", Side::Left), ("First", Side::Right), ("Of all", Side::Left), ("Then", Side::Right), ("Of all", Side::Left)];
    let heads = heads.into_iter().chain([("Shift", Side::Right)]).collect();
    Table { caption: "Hands for each line, in both rounds", heads, rows: (0..asked.poll.len()).map(row).collect() }
}

/// The count, and a bar where enough voted.
fn figures(round: &Round, line: usize) -> [Cell; 2] {
    if round.total() == 0 {
        return [Cell::figure(""), Cell::figure("")];
    }
    let count = round.counts.get(line).copied().unwrap_or(0).to_string();
    [Cell::Figure(count), round.part(line).map_or(Cell::figure(""), Cell::Bar)]
}

fn steps(steps: &[Ran]) -> Table {
    let has_rehearsed = steps.iter().any(|step| step.rehearsed.is_some());
    let change = |step: &Ran| match (step.is_dropped, step.took, step.took - step.plan) {
        (true, ..) => "dropped".to_owned(),
        (_, 0, _) => "passed over".to_owned(),
        (_, _, over) if over >= 0 => format!("+{}", minutes(over)),
        (_, _, over) => format!("−{}", minutes(-over)),
    };
    let row = |step: &Ran| {
        let mut cells =
            vec![Cell::words(step.title.as_str()), Cell::Figure(minutes(step.plan)), Cell::Figure(minutes(step.took))];
        cells.push(Cell::Figure(change(step)));
        if has_rehearsed {
            cells.push(Cell::Figure(step.rehearsed.map(minutes).unwrap_or_default()));
        }
        cells
    };
    let rehearsed = has_rehearsed.then_some(("Rehearsed", Side::Right));
    let heads = [("Stage", Side::Left), ("Plan", Side::Right), ("Ran", Side::Right), ("Difference", Side::Right)];
    Table {
        caption: "What each stage was to take, and what it took",
        heads: heads.into_iter().chain(rehearsed).collect(),
        rows: steps.iter().map(row).collect(),
    }
}

/// A row for each vote and run of it: how many voted, which part was right or where the middle stood, what was gained.
pub fn table(outcome: &Outcome, made_up: Option<&Rehearsal>) -> String {
    let heads = [
        "question", "run", "kind", "n1", "n2", "p1", "p2", "gain", "median1", "median2", "low1", "high1", "low2", "high2",
        "counts1", "counts2", "method",
    ];
    let rows = outcome.asked.iter().map(|asked| csv::row(&summary(asked, made_up)));
    std::iter::once(csv::head(&heads)).chain(rows).collect()
}

fn summary(asked: &Asked, made_up: Option<&Rehearsal>) -> Vec<Figure> {
    let rounds = &asked.rounds;
    let kind = match (asked.poll.is_line(), asked.poll.key()) {
        (true, _) => "line",
        (false, Some(_)) => "judgement",
        (false, None) => "poll",
    };
    let number = |number: usize| Figure::Count(number as u64);
    let middle = |round: &Round| round.middle().filter(|_| asked.poll.is_line());
    let [first, second] = rounds.each_ref().map(middle);
    let mut cells = vec![csv::text(asked.poll.name.as_str()), number(asked.run.0), csv::text(kind)];
    cells.extend(rounds.iter().map(|round| Figure::Count(round.total().into())));
    cells.extend(rounds.iter().map(|round| maybe(asked.poll.key().and_then(|key| round.part(key)), Figure::Figure)));
    cells.push(maybe(asked.gain(), Figure::Figure));
    cells.extend([first, second].map(|middle| maybe(middle, |(middle, ..)| number(middle))));
    for middle in [first, second] {
        cells.extend([maybe(middle, |(_, low, _)| number(low)), maybe(middle, |(_, _, high)| number(high))]);
    }
    for round in rounds {
        let counts: Vec<String> = round.counts.iter().map(u32::to_string).collect();
        cells.push(if round.total() > 0 { csv::text(counts.join(" ")) } else { Figure::Empty });
    }
    cells.push(csv::text(if made_up.is_some() { "made up" } else { "hands" }));
    cells
}
