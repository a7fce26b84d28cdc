//! What a workshop came to, as a document and as a table for spreadsheets. No names are in it, because none were ever taken.

use super::csv::{self, Cell as Figure, maybe};
use super::document::{Cell, Document, Part, Run, Side, Table};
use crate::words::{self, Words};
use crate::workshop::agenda::letter;
use crate::workshop::outcome::{Asked, Ran, minutes};
use crate::workshop::vote::PollKind;
use crate::workshop::{Crowd, Outcome, Rehearsal, Round};

/// The report of a workshop on this day, or of a rehearsal.
pub fn report(words: &Words, outcome: &Outcome, day: &str, made_up: Option<&Rehearsal>) -> Document {
    let said = words.held();
    let (title, counted) = match made_up {
        Some(rehearsal) => {
            (said.rehearsal_on(&outcome.title, day), said.nobody_was_there(crowd(said, rehearsal.crowd), rehearsal.seed))
        }
        None => (said.workshop_on(&outcome.title, day), said.by_hand().to_owned()),
    };
    let (planned, held) = (format!("{}:00", outcome.minutes), minutes(outcome.held));
    let under = match outcome.rested {
        0 => said.held(planned, held, counted),
        rested => said.held_and_rested(planned, held, minutes(rested), counted),
    };
    let mut parts = Vec::new();
    outcome.asked.iter().for_each(|asked| vote(words, asked, &mut parts));
    parts.push(Part::Heading(2, said.plan_and_actual().to_owned()));
    parts.push(Part::Table(steps(said, &outcome.steps)));
    parts.push(Part::Heading(2, said.next_time().to_owned()));
    parts.push(match outcome.next_time.as_slice() {
        [] => Part::Text(vec![Run::plain(said.nothing_stands_out())]),
        said => Part::List(said.iter().map(|words| vec![Run::plain(words)]).collect()),
    });
    Document { title, under, parts }
}

/// A room that is made up, by its name.
fn crowd(words: words::Held<'_>, crowd: Crowd) -> &str {
    match crowd {
        Crowd::Small => words.small(),
        Crowd::Split => words.split(),
        Crowd::Sleepy => words.sleepy(),
        Crowd::Expert => words.expert(),
    }
}

fn vote(words: &Words, asked: &Asked, parts: &mut Vec<Part>) {
    let said = words.held();
    let head = match asked.run {
        (_, 1) => asked.poll.asks.to_string(),
        (run, of) => said.run(&asked.poll.asks, run, of),
    };
    parts.push(Part::Heading(2, head));
    if !asked.poll.case.is_empty() {
        parts.push(Part::Text(vec![Run::plain(asked.poll.case.as_str())]));
    }
    if let PollKind::Line { left, right } = &asked.poll.kind {
        parts.push(Part::Text(vec![Run::Plain(said.from_to(left, right))]));
    }
    parts.push(Part::Table(both(said, asked)));
    let [first, second] = &asked.rounds;
    let place = |(middle, low, high): (usize, usize, usize)| said.place(middle, low, high);
    let decimal = |gain| words.count().decimal(gain, 2);
    let told = match (asked.gain(), first.middle().filter(|_| asked.poll.is_line()), second.middle()) {
        (Some(gain), ..) if gain < 0.0 => vec![said.gain_lost(format!("−{}", decimal(-gain)))],
        (Some(gain), ..) => vec![said.gain(decimal(gain))],
        (None, Some(first), Some(last)) => vec![said.middles(place(first), place(last)), moved(said, first.0, last.0)],
        (None, Some(only), None) => vec![said.middle(place(only))],
        _ => return,
    };
    parts.push(Part::Text(told.into_iter().map(Run::Plain).collect()));
}

fn moved(words: words::Held, from: usize, to: usize) -> String {
    match to as i64 - from as i64 {
        0 => words.middle_stands().to_owned(),
        shift => words.middle_moved(signed(shift)),
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

fn both(words: words::Held, asked: &Asked) -> Table {
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
    let heads = [
        (words.line(), Side::Left),
        (words.first(), Side::Right),
        (words.of_all(), Side::Left),
        (words.then(), Side::Right),
        (words.of_all(), Side::Left),
        (words.shift(), Side::Right),
    ];
    Table::new(words.hands_caption(), heads, (0..asked.poll.len()).map(row).collect())
}

/// The count, and a bar where enough voted.
fn figures(round: &Round, line: usize) -> [Cell; 2] {
    if round.total() == 0 {
        return [Cell::figure(""), Cell::figure("")];
    }
    let count = round.counts.get(line).copied().unwrap_or(0).to_string();
    [Cell::Figure(count), round.part(line).map_or(Cell::figure(""), Cell::Bar)]
}

fn steps(words: words::Held, steps: &[Ran]) -> Table {
    let has_rehearsed = steps.iter().any(|step| step.rehearsed.is_some());
    let change = |step: &Ran| match (step.is_dropped, step.took, step.took - step.plan) {
        (true, ..) => words.dropped().to_owned(),
        (_, 0, _) => words.passed_over().to_owned(),
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
    let rehearsed = has_rehearsed.then_some((words.rehearsed(), Side::Right));
    let heads =
        [(words.stage(), Side::Left), (words.plan(), Side::Right), (words.ran(), Side::Right), (words.difference(), Side::Right)];
    Table::new(words.stages_caption(), heads.into_iter().chain(rehearsed), steps.iter().map(row).collect())
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
