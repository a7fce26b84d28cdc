//! A line between two poles: eleven places, one dot a person, the median under the line, half of the room in words. No key, and no
//! end that is better.

use super::{Canvas, Parts, line};
use crate::page::{Role, Row, blanks, piece, spoken, spread, wrap};
use crate::words::Words;
use crate::workshop::vote::{FEW, PollKind};
use crate::workshop::{Poll, Round};

/// Cells between two places where there is room.
const STEP: usize = 6;
const PLACES: usize = 11;
/// The highest heap of dots.
const HIGHEST: u32 = 4;

/// The line before anybody stands on it in public.
pub fn empty(words: &Words, poll: &Poll, canvas: Canvas) -> Vec<Row> {
    let step = step(canvas);
    let numbers: String = (0..PLACES).map(|place| format!("{place:<step$}")).collect();
    vec![
        poles(poll, step),
        Row::default(),
        scale(step),
        Row::of(vec![spoken(numbers.trim_end(), Role::Text)]),
        Row::default(),
        Row::default(),
        line(words.room().choose_a_place(), Role::Text),
        line(words.room().show_it(), Role::Text),
    ]
}

/// Both rounds, one above the other.
pub fn both(words: &Words, poll: &Poll, rounds: &[Round; 2], canvas: Canvas) -> Parts {
    let step = step(canvas);
    let most = rounds.iter().flat_map(|round| &round.counts).copied().max().unwrap_or(0);
    let each = most.div_ceil(HIGHEST).max(1);
    let mut body = vec![poles(poll, step), Row::default()];
    let mut was = None;
    for (nth, round) in rounds.iter().enumerate().filter(|(_, round)| round.total() > 0) {
        if was.is_some() {
            body.push(Row::default());
        }
        body.extend(dots(round, each, step));
        body.push(scale(step));
        body.push(median(words, round, nth, (step, canvas.width)));
        was = Some(nth);
    }
    if was.is_none() {
        body.push(line(words.room().nobody_stood(), Role::Text));
    }
    if each > 1 {
        body.extend([Row::default(), line(&words.room().dot_is(each), Role::Quiet)]);
    }
    let left = vec![spoken(&moved(words, poll, rounds), Role::Text)];
    Parts { head: super::wrapped(poll.asks.as_str(), Role::Strong, canvas.width), gap: 1, body, left, ..Parts::default() }
}

fn step(canvas: Canvas) -> usize {
    STEP.min(canvas.width.saturating_sub(1) / (PLACES - 1)).max(1)
}

fn ends(poll: &Poll) -> (String, String) {
    match &poll.kind {
        PollKind::Line { left, right } => (left.to_string(), right.to_string()),
        PollKind::Choices(_) => Default::default(),
    }
}

fn poles(poll: &Poll, step: usize) -> Row {
    let (left, right) = ends(poll);
    let left = vec![piece("■ ", Role::Management), spoken(&left, Role::Management)];
    let right = vec![spoken(&right, Role::Leadership), piece(" ◆", Role::Leadership)];
    spread(left, right, step * (PLACES - 1) + 1)
}

fn scale(step: usize) -> Row {
    let between = "─".repeat(step - 1);
    let inner: Vec<&str> = (1..PLACES - 1).map(|_| "┼").collect();
    let words = format!("├{between}{}{between}┤", inner.join(&between));
    Row::of(vec![spoken(&words, Role::Rule)])
}

fn dots(round: &Round, each: u32, step: usize) -> Vec<Row> {
    let highest = round.counts.iter().map(|count| count.div_ceil(each)).max().unwrap_or(0);
    (1..=highest)
        .rev()
        .map(|height| {
            let mut words = String::new();
            for count in &round.counts {
                words.push(if count.div_ceil(each) >= height { '●' } else { ' ' });
                words.extend(std::iter::repeat_n(' ', step - 1));
            }
            Row::of(vec![spoken(words.trim_end(), Role::Text)])
        })
        .collect()
}

/// The mark under the middle of the room, with words beside it: behind it within the line, before it, or behind it as far as the screen
/// goes; and rather fewer words than a mark at another place.
fn median(words: &Words, round: &Round, nth: usize, (step, width): (usize, usize)) -> Row {
    let Some((middle, low, high)) = round.middle() else { return Row::default() };
    let words = words.room();
    let when = if nth == 0 { words.at_first() } else { words.now() };
    let whole = match (round.total() >= FEW, low == high, nth) {
        (false, ..) => when.to_owned(),
        (true, true, 0) => words.at_first_there(middle),
        (true, true, _) => words.now_there(middle),
        (true, false, 0) => words.at_first_half(middle, low, high),
        (true, false, _) => words.now_half(middle, low, high),
    };
    let (mark, at) = (piece("▲", Role::Strong), middle * step);
    for said in [whole.as_str(), when] {
        let (text, wide) = (spoken(said, Role::Text), wrap::width(said));
        let is_behind = |end: usize| at + 3 + wide <= end;
        if !is_behind(step * (PLACES - 1) + 1) && wide + 2 <= at {
            return Row::of(vec![blanks(at - wide - 2), text, blanks(2), mark]);
        }
        if is_behind(width) {
            return Row::of(vec![blanks(at), mark, blanks(2), text]);
        }
    }
    Row::of(vec![blanks(at), mark])
}

fn moved(words: &Words, poll: &Poll, [first, second]: &[Round; 2]) -> String {
    let (Some((before, ..)), Some((after, ..))) = (first.middle(), second.middle()) else { return String::new() };
    let (left, right) = ends(poll);
    let pole = if after > before { right } else { left };
    match before.abs_diff(after) {
        0 => words.room().middle_stands().to_owned(),
        1 => words.room().middle_moved_one(pole),
        by => words.room().middle_moved(words.count().number(by), pole),
    }
}
