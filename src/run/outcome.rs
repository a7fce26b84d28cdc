//! What a workshop leaves behind: a report as Markdown and the counts as CSV, beside its journal. Made from the session alone, so that
//! every number in them is one of the journal. No names are in it, because none were ever taken.

use crate::app::room::clock;
use crate::exchange::markdown::quoted;
use crate::store::journal::Journal;
use crate::store::{Failure, report};
use crate::workshop::agenda::letter;
use crate::workshop::vote::gain;
use crate::workshop::{Moment, Poll, Round, Session};

/// Writes both files beside the journal; answers the path of the report.
pub fn write(journal: &Journal, session: &Session, day: &str) -> Result<std::path::PathBuf, Failure> {
    let end = journal.events.last().map_or(session.clock.begins, |event| event.at);
    let file = journal.file().with_extension("md");
    report::write(&journal.file().with_extension("csv"), &as_csv(session))?;
    report::write(&file, &as_markdown(session, day, end))?;
    Ok(file)
}

/// The report.
pub fn as_markdown(session: &Session, day: &str, end: Moment) -> String {
    let plan = &session.plan;
    let mut out = format!("# {}: a workshop on {day}\n\n", quoted(&plan.title));
    let gone = clock(session.clock.gone(session.at, end));
    out.push_str(&format!("Planned {}:00, held {gone}. Votes were counted by hand.\n", plan.minutes));
    for (nth, poll) in plan.polls.iter().enumerate() {
        if let Some(rounds) = session.rounds(nth).filter(|rounds| rounds.iter().any(|round| round.total() > 0)) {
            asked(poll, rounds, &mut out);
        }
    }
    out.push_str("\n## Plan and actual\n\n| Stage | Plan | Ran | Difference |\n|---|---:|---:|---:|\n");
    for (nth, step) in plan.steps.iter().enumerate().filter(|(_, step)| step.seconds > 0) {
        let budget = i64::from(step.seconds) * 1000;
        let ran = session.clock.in_step(nth, session.at, end) / 1000 * 1000;
        let change = match (session.dropped.contains(&nth), ran, ran - budget) {
            (true, ..) => "dropped".to_owned(),
            (_, 0, _) => "passed over".to_owned(),
            (_, _, over) if over >= 0 => format!("+{}", clock(over)),
            (_, _, over) => format!("−{}", clock(-over)),
        };
        out.push_str(&format!("| {} | {} | {} | {change} |\n", quoted(&step.title), clock(budget), clock(ran)));
    }
    out
}

fn asked(poll: &Poll, rounds: &[Round; 2], out: &mut String) {
    let [first, second] = rounds;
    out.push_str(&format!("\n## {}\n\n", quoted(&poll.asks)));
    if !poll.case.is_empty() {
        out.push_str(&format!("{}\n\n", quoted(&poll.case)));
    }
    let name = |nth: usize| if poll.is_line() { nth.to_string() } else { letter(nth).to_string() };
    out.push_str("| | First | | Then | | Shift |\n|---|---:|---|---:|---|---:|\n");
    for nth in 0..poll.len() {
        let count = |round: &Round| round.counts.get(nth).copied().unwrap_or(0);
        let shift = i64::from(count(second)) - i64::from(count(first));
        let shift = if second.total() > 0 { format!("{shift:+}") } else { String::new() };
        let (one, two) = (figures(first, nth), figures(second, nth));
        let label = match poll.options().get(nth) {
            Some(option) => {
                format!("{} {}{}", name(nth), quoted(&option.text), if option.is_key { " **✓**" } else { "" })
            }
            None => name(nth),
        };
        out.push_str(&format!("| {label} | {} | {} | {} | {} | {shift} |\n", one.0, one.1, two.0, two.1));
    }
    let middle = |round: &Round| round.middle().map(|(middle, low, high)| format!("{middle}, half from {low} to {high}"));
    match (poll.key().and_then(|key| gain(first, second, key)), poll.is_line(), middle(first), middle(second)) {
        (Some(gain), ..) => out.push_str(&format!("\nNormalised gain: {gain:.2} of what there was to gain.\n")),
        (None, true, Some(before), Some(after)) => {
            out.push_str(&format!("\nThe middle of the room: at first {before}; at the end {after}.\n"));
        }
        _ => {}
    }
}

/// The count, and a bar with its per cent where enough voted.
fn figures(round: &Round, nth: usize) -> (String, String) {
    if round.total() == 0 {
        return (String::new(), String::new());
    }
    let bar = round.part(nth).map(|part| format!("{} {:.0} %", "█".repeat((part * 20.0).round() as usize), part * 100.0));
    (round.counts.get(nth).copied().unwrap_or(0).to_string(), bar.unwrap_or_default().trim().to_owned())
}

/// The counts: a row for each line of each round.
pub fn as_csv(session: &Session) -> String {
    let mut out = String::from("\"question\",\"round\",\"line\",\"key\",\"count\",\"voters\",\"method\"\r\n");
    for (poll, rounds) in session.plan.polls.iter().zip(&session.rounds) {
        for (nth, round) in rounds.iter().enumerate().filter(|(_, round)| round.total() > 0) {
            for (line, count) in round.counts.iter().enumerate() {
                let name = if poll.is_line() { line.to_string() } else { letter(line).to_string() };
                let key = poll.options().get(line).is_some_and(|option| option.is_key);
                let fields = [
                    poll.name.clone(),
                    (nth + 1).to_string(),
                    name,
                    if key { "1" } else { "" }.to_owned(),
                    count.to_string(),
                    round.total().to_string(),
                    "hands".to_owned(),
                ];
                let fields: Vec<String> = fields.iter().map(|field| cell(field)).collect();
                out.push_str(&format!("{}\r\n", fields.join(",")));
            }
        }
    }
    out
}

/// A cell that no spreadsheet takes for a formula (OWASP, “CSV injection”).
fn cell(words: &str) -> String {
    let odd = words.starts_with(['=', '+', '-', '@', '\t', '\r']);
    format!("\"{}{}\"", if odd { "'" } else { "" }, words.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_never_a_formula() {
        for (words, expected) in [("a", "\"a\""), ("=1+1", "\"'=1+1\""), ("say \"so\"", "\"say \"\"so\"\"\""), ("@x", "\"'@x\"")]
        {
            assert_eq!(cell(words), expected);
        }
    }
}
