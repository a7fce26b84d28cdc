//! A question after its answer, kind by kind: what was chosen, what was right, and the verdict in a sentence.

use super::kinds::{label, lean_in_words, option, outcome, sentence, side_by_side, stance};
use super::quiz::{About, bin, hung, hung_by, prompt, room_of_sign, signed};
use super::{Sheet, line, number_word, reasons, wrapped};
use crate::course::mark::{Verdict, walk};
use crate::course::question::{Choice, Kind, Question};
use crate::course::short::{Fit, fit};
use crate::course::{Answer, mark};
use crate::page::{self, Piece, Role, Row, Sign, blanks, piece, spoken, spread};
use crate::progress::{Given, Sure};

/// The answer, the verdict in a word, and the reasons.
pub fn sheet(about: &About, given: &Given, all: bool) -> Sheet {
    let verdict = mark(about.question, &given.answer);
    let mut rows = Vec::new();
    if !matches!(about.question.kind, Kind::Scenario(_)) {
        rows.extend(prompt(about));
        rows.push(Row::default());
    }
    answer(about, given, &verdict, all, &mut rows);
    rows.push(Row::default());
    if rows.len() > 2 {
        rows.push(Row::default());
    }
    let first_look = rows.len();
    rows.extend(word(about, given, &verdict));
    rows.extend(reasons::rows(about, given, &verdict, all));
    let first_look = first_look..(first_look + ROOM_FOR_A_REASON).min(rows.len());
    Sheet { rows, first_look, ..Sheet::default() }
}

/// The verdict, a blank row and the first row of a reason.
const ROOM_FOR_A_REASON: usize = 3;

/// What was answered, with signs.
fn answer(about: &About, given: &Given, verdict: &Verdict, all: bool, rows: &mut Vec<Row>) {
    match (&about.question.kind, &given.answer) {
        (Kind::Choice(_) | Kind::Multiple(_) | Kind::TrueFalse(_), Answer::Picked(picked)) => {
            picked_options(about, (given, picked), verdict, all, rows)
        }
        (Kind::Classify { items, .. }, Answer::Placed(bins)) => {
            for (nth, here) in given.drawn.iter().enumerate() {
                let Some(item) = items.get(*here) else { continue };
                let right = is_right(verdict, *here);
                let mut lead = vec![spoken(&format!("{}  ", nth + 1), Role::Text)];
                lead.extend(label(about, bins.get(*here).copied().flatten()));
                let mut lines = hung_by(lead, &item.text.blocks(), about.at.width.saturating_sub(room_of_sign(about.at)));
                if !right {
                    let mut belongs = vec![blanks(3), piece("belongs to ", Role::Quiet)];
                    belongs.extend(bin(about, item.bin));
                    lines.push(Row::of(page::shorten(belongs, about.at.width.saturating_sub(2))));
                }
                rows.extend(signed(lines, sign(right), about.at));
            }
        }
        (Kind::Match { pairs, .. }, Answer::Placed(got)) => {
            for (nth, pair) in pairs.iter().enumerate() {
                let right = is_right(verdict, nth);
                let width = about.at.width.saturating_sub(room_of_sign(about.at));
                let mut lines = page::blocks(&pair.left.blocks(), width);
                lines.iter_mut().flat_map(|row| &mut row.pieces).for_each(|piece| piece.role = Role::Strong);
                if let Some(words) = got.get(nth).copied().flatten().and_then(|at| sentence(&about.question.kind, at)) {
                    lines.extend(hung(blanks(3), &words.blocks(), width));
                }
                if !right {
                    lines.extend(hung(piece("   belongs: ", Role::Quiet), &pair.right.blocks(), width));
                }
                rows.extend(signed(lines, sign(right), about.at));
            }
        }
        (Kind::Order(steps), Answer::Ordered(order)) => {
            for (place, step) in order.iter().enumerate() {
                let Some(words) = steps.get(*step) else { continue };
                let lines = option(place, None, &words.text.blocks(), about.at.width.saturating_sub(room_of_sign(about.at)));
                rows.extend(signed(lines, sign(is_right(verdict, *step)), about.at));
            }
        }
        (Kind::Short { .. }, Answer::Written(text, _)) => {
            let lines = vec![line(if text.is_empty() { "nothing" } else { text }, Role::Field)];
            rows.extend(signed(lines, sign(verdict.is_right()), about.at));
        }
        (Kind::Open { model, checklist }, Answer::Written(text, ticks)) => {
            rows.extend(side_by_side(text, model, about.at));
            rows.push(Row::default());
            for (nth, check) in checklist.iter().enumerate() {
                rows.extend(option(nth, Some(ticks.contains(&nth)), &check.blocks(), about.at.width));
            }
        }
        (Kind::Scenario(scenes), Answer::Walked(road)) => {
            let last = walk(scenes, road).last().and_then(|(scene, way)| scenes.get(*scene)?.choices.get(*way));
            if let Some(way) = last {
                rows.extend(page::blocks(&way.text.blocks(), about.at.width));
                rows.push(Row::default());
                rows.extend(outcome(&way.outcome, "WHAT CAME OF IT", about.at));
            }
        }
        (Kind::Stance { left, right }, Answer::Leaned(place)) => rows.extend(stance(left, right, Some(*place), about.at.width)),
        _ => {}
    }
}

fn sign(right: bool) -> Option<Sign> {
    Some(if right { Sign::Right } else { Sign::Wrong })
}

/// Whether a part of the answer was right.
pub fn is_right(verdict: &Verdict, part: usize) -> bool {
    verdict.judged.get(part).copied().unwrap_or(false)
}

/// The options that matter: what was taken and what was right, or all.
fn picked_options(about: &About, (given, picked): (&Given, &[usize]), verdict: &Verdict, all: bool, rows: &mut Vec<Row>) {
    let several = about.question.takes_several();
    for (place, choice) in given.drawn.iter().enumerate() {
        let Some(words) = about.question.choices().get(*choice) else { continue };
        let (taken, right) = (picked.contains(choice), is_right(verdict, *choice));
        if !(several || all || taken || words.correct) {
            continue;
        }
        let sign = match (several, taken, words.correct) {
            (true, ..) => sign(right),
            (false, _, true) => Some(Sign::Right),
            (false, true, false) => Some(Sign::Wrong),
            (false, false, false) => None,
        };
        rows.extend(marked_option(about, place, several.then_some(taken), words, (sign, several && !right)));
    }
}

/// An option with its sign, and with the word that says what would have been right.
fn marked_option(
    about: &About,
    place: usize,
    ticked: Option<bool>,
    choice: &Choice,
    (sign, misjudged): (Option<Sign>, bool),
) -> Vec<Row> {
    let at = about.at;
    let word = match (misjudged, choice.correct) {
        (false, _) => "",
        (true, true) => "belongs",
        (true, false) => "does not belong",
    };
    let beside = at.width >= 60;
    let room = if word.is_empty() || !beside { 0 } else { word.len() + 2 };
    let mut rows = option(place, ticked, &choice.text.blocks(), at.width.saturating_sub(room + room_of_sign(at)));
    if !word.is_empty() && !beside {
        rows.push(Row::of(vec![blanks(3), piece(word, Role::Quiet)]));
    }
    let mut rows = signed(rows, sign, at);
    if let Some(first) = rows.first_mut().filter(|_| room > 0) {
        let sign = first.sign;
        *first = Row { sign, ..spread(std::mem::take(&mut first.pieces), vec![piece(word, Role::Quiet)], at.width) };
    }
    rows
}

/// Right or not, in a sentence: how much of it, how sure one was, how many hints there were.
pub fn in_words(question: &Question, given: &Given, verdict: &Verdict) -> String {
    let right = verdict.is_right();
    let parts = format!("{} of {}", verdict.earned, verdict.of);
    let mut words = match (&question.kind, &given.answer) {
        (Kind::Stance { left, right }, Answer::Leaned(place)) => {
            let place = lean_in_words(*place, left.words().as_str(), right.words().as_str());
            return format!("Kept: {place}. There is no right answer.");
        }
        (Kind::Open { .. }, _) => format!("You found {parts} in yours."),
        (Kind::Scenario(_), _) => format!("{} of 100 for the way you took.", verdict.earned),
        (Kind::Short { accept, reject }, Answer::Written(text, _)) => match fit(text, accept, reject) {
            Fit::Exact => "Right.".to_owned(),
            Fit::Forgiven(slip) => format!("Right: {}. {slip}", accept.first().map_or("", |word| word)),
            _ => "Not quite.".to_owned(),
        },
        (Kind::Choice(_) | Kind::TrueFalse(_), _) => if right { "Right." } else { "Not quite." }.to_owned(),
        _ if verdict.is_full() => format!("Right, all {}.", number_word(verdict.of)),
        (Kind::Order(_), _) if right => format!("Right in the main: {parts} pairs in order."),
        (Kind::Order(_), _) => format!("Not quite: {parts} pairs in order."),
        _ if right => format!("Right in the main: {parts}."),
        _ => format!("Not quite: {parts}."),
    };
    match (given.sure, right) {
        (Some(Sure::Certain), false) => words.push_str(" You were certain, so this question comes back first."),
        (Some(Sure::Guess), true) => words.push_str(" It was a guess."),
        (Some(sure), _) => words.push_str(match sure {
            Sure::Guess => " You were guessing.",
            Sure::Maybe => " You held it for possible.",
            Sure::Fairly => " You were fairly sure.",
            Sure::Certain => " You were certain.",
        }),
        (None, _) => {}
    }
    if given.hints > 0 {
        let hints = if given.hints == 1 { "one hint".to_owned() } else { format!("{} hints", number_word(given.hints)) };
        words.push_str(&format!(" With {hints}."));
    }
    words
}

/// The same in rows.
fn word(about: &About, given: &Given, verdict: &Verdict) -> Vec<Row> {
    let words = in_words(about.question, given, verdict);
    let right = verdict.is_right();
    let role = match &about.question.kind {
        Kind::Stance { .. } => return wrapped(&words, Role::Strong, about.at.width),
        Kind::Open { .. } | Kind::Scenario(_) => Role::Strong,
        _ if right => Role::Right,
        _ => Role::Wrong,
    };
    // Only the word itself has the colour of the verdict; the rest is said calmly.
    let (first, rest) = words.split_once(' ').map_or((words.as_str(), ""), |(first, rest)| (first, rest));
    let is_word = first.ends_with(['.', ',', ':']) || matches!(role, Role::Strong);
    if !is_word {
        return in_two_roles("Not quite", words.strip_prefix("Not quite").unwrap_or(&words), role, about.at.width);
    }
    in_two_roles(first, &format!(" {rest}"), role, about.at.width)
}

/// Some words in one role, and what follows in plain text.
fn in_two_roles(first: &str, rest: &str, role: Role, width: usize) -> Vec<Row> {
    let whole = format!("{first}{rest}");
    let whole = whole.trim_end();
    let mut left = first.len();
    let mut rows = wrapped(whole, Role::Text, width);
    for row in &mut rows {
        let mut pieces = Vec::new();
        for piece in std::mem::take(&mut row.pieces) {
            let length = piece.text.as_str().len();
            let coloured = left.min(length);
            left -= coloured;
            if coloured > 0 {
                pieces.push(Piece::of(piece.text.slice(0..coloured), role));
            }
            if coloured < length {
                pieces.push(Piece::of(piece.text.slice(coloured..length), piece.role));
            }
        }
        row.pieces = pieces;
    }
    rows
}
