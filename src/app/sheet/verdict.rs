//! A question after its answer, kind by kind: what was chosen, what was right, and the verdict in a sentence.

use super::kinds::{label, lean_in_words, option, outcome, sentence, side_by_side, stance};
use super::quiz::{About, bin, hung, hung_by, prompt, room_of_sign, signed};
use super::{Sheet, line, reasons, wrapped};
use crate::course::mark::{Verdict, walk};
use crate::course::question::{Choice, Kind, Question};
use crate::course::short::{Fit, Slip, fit};
use crate::course::{Answer, mark};
use crate::page::{self, Piece, Role, Row, Sign, blanks, spoken, spread, wrap};
use crate::progress::{Given, Sure};
use crate::words::Words;

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
                    let before = format!("{} ", about.words.verdict().belongs_to());
                    let mut belongs = vec![blanks(3), spoken(&before, Role::Quiet)];
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
                    lines.extend(hung(
                        spoken(&format!("   {} ", about.words.verdict().belongs_with()), Role::Quiet),
                        &pair.right.blocks(),
                        width,
                    ));
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
            let lines = vec![line(if text.is_empty() { about.words.verdict().nothing_written() } else { text }, Role::Field)];
            rows.extend(signed(lines, sign(verdict.is_right()), about.at));
        }
        (Kind::Open { model, checklist }, Answer::Written(text, ticks)) => {
            rows.extend(side_by_side(about, text, model));
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
                rows.extend(outcome(about, &way.outcome));
            }
        }
        (Kind::Stance { left, right }, Answer::Leaned(place)) => rows.extend(stance(about, left, right, Some(*place))),
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
        (true, true) => about.words.verdict().belongs(),
        (true, false) => about.words.verdict().does_not_belong(),
    };
    let beside = at.width >= 60;
    let room = if word.is_empty() || !beside { 0 } else { wrap::width(word) + 2 };
    let mut rows = option(place, ticked, &choice.text.blocks(), at.width.saturating_sub(room + room_of_sign(at)));
    if !word.is_empty() && !beside {
        rows.push(Row::of(vec![blanks(3), spoken(word, Role::Quiet)]));
    }
    let mut rows = signed(rows, sign, at);
    if let Some(first) = rows.first_mut().filter(|_| room > 0) {
        let sign = first.sign;
        *first = Row { sign, ..spread(std::mem::take(&mut first.pieces), vec![spoken(word, Role::Quiet)], at.width) };
    }
    rows
}

/// Right or not, in a sentence: how much of it, how sure one was, how many hints there were.
pub fn in_words(question: &Question, given: &Given, verdict: &Verdict, words: &Words) -> String {
    let (said, right) = (words.verdict(), verdict.is_right());
    let mut sentences = vec![how_much(question, given, verdict, words)];
    if matches!(question.kind, Kind::Stance { .. }) {
        return sentences.concat();
    }
    let sure = given.sure.map(|sure| match (sure, right) {
        (Sure::Certain, false) => said.certain_and_wrong(),
        (Sure::Guess, true) => said.guessed_right(),
        (Sure::Guess, _) => said.was_guess(),
        (Sure::Maybe, _) => said.was_maybe(),
        (Sure::Fairly, _) => said.was_fairly(),
        (Sure::Certain, _) => said.was_certain(),
    });
    sentences.extend(sure.map(str::to_owned));
    match given.hints {
        0 => {}
        1 => sentences.push(said.with_one_hint().to_owned()),
        several => sentences.push(said.with_hints(words.count().number(several))),
    }
    sentences.join(" ")
}

/// Right or not, and how much of it.
fn how_much(question: &Question, given: &Given, verdict: &Verdict, words: &Words) -> String {
    let (said, right, earned, of) = (words.verdict(), verdict.is_right(), verdict.earned, verdict.of);
    let right_or_not = |right| if right { said.right() } else { said.not_quite() }.to_owned();
    match (&question.kind, &given.answer) {
        (Kind::Stance { left, right }, Answer::Leaned(place)) => {
            said.kept(lean_in_words(*place, (left.words().as_str(), right.words().as_str()), words))
        }
        (Kind::Open { .. }, _) => said.found(earned, of),
        (Kind::Scenario(_), _) => said.of_100(earned),
        (Kind::Short { accept, reject }, Answer::Written(text, _)) => match fit(text, accept, reject) {
            Fit::Forgiven(slip) => said.right_forgiven(accept.first().map_or("", |word| word), forgiven(slip, words)),
            fit => right_or_not(fit == Fit::Exact),
        },
        (Kind::Choice(_) | Kind::TrueFalse(_), _) => right_or_not(right),
        _ if verdict.is_full() => said.right_all(words.count().number(of)),
        (Kind::Order(_), _) if right => said.right_pairs(earned, of),
        (Kind::Order(_), _) => said.not_quite_pairs(earned, of),
        _ if right => said.right_in_the_main(earned, of),
        _ => said.not_quite_parts(earned, of),
    }
}

fn forgiven(slip: Slip, words: &Words) -> &str {
    let said = words.verdict();
    match slip {
        Slip::ChangedPlaces => said.slip_changed_places(),
        Slip::TooMany => said.slip_too_many(),
        Slip::Missing => said.slip_missing(),
        Slip::Another => said.slip_another(),
        Slip::Two => said.slip_two(),
    }
}

/// The same in rows.
fn word(about: &About, given: &Given, verdict: &Verdict) -> Vec<Row> {
    let words = in_words(about.question, given, verdict, about.words);
    let right = verdict.is_right();
    let role = match &about.question.kind {
        Kind::Stance { .. } => return wrapped(&words, Role::Strong, about.at.width),
        Kind::Open { .. } | Kind::Scenario(_) => Role::Strong,
        _ if right => Role::Right,
        _ => Role::Wrong,
    };
    // Only the word itself has the colour of the verdict; the rest is said calmly.
    let not_quite = about.words.verdict().not_quite_head();
    let first = if words.starts_with(not_quite) { not_quite } else { words.split(' ').next().unwrap_or_default() };
    in_two_roles(first, words.get(first.len()..).unwrap_or_default(), role, about.at.width)
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
