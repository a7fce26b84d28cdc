//! The reveal of a vote: both rounds of each line, one half as high as the other, with per cent, count and shift. The key has its sign,
//! its stronger rows and its reason. Fewer than five voters: counts alone.

use super::super::hanging;
use super::{Canvas, Parts, cut, padded};
use crate::page::{Piece, Role, Row, Sign, blanks, repeated, spoken, wrap};
use crate::words::Words;
use crate::workshop::agenda::letter;
use crate::workshop::vote::{Choosable, FEW, gain};
use crate::workshop::{Poll, Round};

/// Where things stand in a row, from the left edge of the text.
const TEXT: usize = 5;
const BAR: usize = 18;
const FIGURES: usize = 14;

/// How far one round lets its bars reach.
struct Scale {
    /// What stands before them.
    lead: usize,
    width: usize,
    most: u32,
    has_per_cent: bool,
}

/// How much of a reveal is shown.
#[derive(Clone, Copy, PartialEq)]
struct Show {
    /// Every option as long as it is; otherwise one row of it.
    whole: bool,
    /// The reason of the key. The console has it in any case.
    why: bool,
    /// A blank row between options: between all of them or between none.
    spaced: bool,
    margin: usize,
}

/// The reveal, with as much as fits: rather narrower margins than no reason, rather no reason than no blank row between options, and
/// rather none than options that are cut.
pub fn both(words: &Words, poll: &Poll, rounds: &[Round; 2], canvas: Canvas) -> Parts {
    let all = Show { whole: true, why: true, spaced: true, margin: 2 };
    let narrow = Show { margin: 1, ..all };
    let bare = Show { why: false, ..narrow };
    let dense = Show { spaced: false, ..bare };
    let ways = [all, narrow, bare, dense].into_iter().map(|way| shown(words, poll, rounds, canvas, way));
    let cut = || Parts { is_cut: true, ..shown(words, poll, rounds, canvas, Show { whole: false, ..dense }) };
    ways.into_iter().find(|parts| super::fits(parts, canvas)).unwrap_or_else(cut)
}

fn shown(words: &Words, poll: &Poll, rounds: &[Round; 2], canvas: Canvas, show: Show) -> Parts {
    let [first, second] = rounds;
    let is_twice = second.total() > 0;
    let most = rounds.iter().map(Round::total).max().unwrap_or(0);
    let has_per_cent = rounds.iter().all(|round| round.total() == 0 || round.total() >= FEW) && most >= FEW;
    let rounds_said = [words.room().first(), words.room().then()].map(wrap::width);
    let lead = BAR.max(TEXT + rounds_said.into_iter().max().unwrap_or(0) + 1);
    let scale = Scale { lead, width: canvas.width.saturating_sub(lead + FIGURES).max(1), most: most.max(1), has_per_cent };
    let mut body = Vec::new();
    for (nth, option) in poll.options().iter().enumerate() {
        let key = option.is_key;
        let role = if key { Role::Strong } else { Role::Text };
        if nth > 0 && show.spaced {
            body.push(Row::default());
        }
        let mut title = title(nth, option, role, canvas.width, show.whole);
        title.first_mut().into_iter().for_each(|row| row.sign = key.then_some(Sign::Right));
        body.append(&mut title);
        let earlier = if key { Role::Strong } else { Role::Quiet };
        if first.total() > 0 || !is_twice {
            body.push(bar(words.room().first(), '▀', first, nth, &scale, None, earlier));
        }
        if is_twice {
            let shift =
                i64::from(second.counts.get(nth).copied().unwrap_or(0)) - i64::from(first.counts.get(nth).copied().unwrap_or(0));
            body.push(bar(words.room().then(), '█', second, nth, &scale, (first.total() > 0).then_some(shift), role));
        }
    }
    if let Some(key) = poll.key().and_then(|key| poll.options().get(key)).filter(|_| show.why) {
        body.extend([Row::default(), Row::default()]);
        body.extend(super::wrapped(key.why.as_str(), Role::Strong, canvas.width));
    }
    let left = vec![spoken(&result(words, poll, rounds), Role::Text)];
    Parts {
        head: super::wrapped(poll.asks.as_str(), Role::Strong, canvas.width),
        gap: 1,
        body,
        left,
        is_tight: true,
        margin: show.margin,
        ..Parts::default()
    }
}

/// An option under its letter.
fn title(nth: usize, option: &Choosable, role: Role, width: usize, whole: bool) -> Vec<Row> {
    let lead = spoken(&format!("{:<TEXT$}", letter(nth)), Role::Strong);
    if whole {
        return hanging(lead, option.text.as_str(), role, width);
    }
    let words = cut(&option.text, width.saturating_sub(TEXT)).into_iter().map(|piece| Piece { role, ..piece });
    vec![Row::of(std::iter::once(lead).chain(words).collect::<Vec<_>>())]
}

fn bar(word: &str, glyph: char, round: &Round, nth: usize, scale: &Scale, shift: Option<i64>, role: Role) -> Row {
    let count = round.counts.get(nth).copied().unwrap_or(0);
    let all = if scale.has_per_cent { round.total().max(1) } else { scale.most };
    let cells = (f64::from(count) / f64::from(all) * scale.width as f64).round() as usize;
    let cells = cells.max(usize::from(count > 0)).min(scale.width);
    let part = round.part(nth).filter(|_| scale.has_per_cent);
    let per_cent = part.map(|part| format!("{} %", (part * 100.0).round())).unwrap_or_default();
    let shift = match shift {
        None => String::new(),
        Some(0) => "=".to_owned(),
        Some(shift) if shift > 0 => format!("+{shift}"),
        Some(shift) => format!("−{}", shift.unsigned_abs()),
    };
    let lead = padded(&format!("{}{word}", " ".repeat(TEXT)), scale.lead);
    let pad = |words: &str, width: usize| format!("{}{words}", " ".repeat(width.saturating_sub(wrap::width(words))));
    let figures = format!("{}{}{}", pad(&per_cent, 5), pad(&count.to_string(), 4), pad(&shift, 5));
    Row::of(vec![
        spoken(&lead, role),
        repeated(glyph, cells, role),
        blanks(scale.width - cells),
        spoken(figures.trim_end(), role),
    ])
}

/// What the two rounds say together, in a sentence for the room.
pub fn result(words: &Words, poll: &Poll, [first, second]: &[Round; 2]) -> String {
    let (Some(key), say) = (poll.key(), words.room()) else { return String::new() };
    let of = |round: &Round| round.counts.get(key).copied().unwrap_or(0);
    let (before, after, total) = (of(first), of(second), second.total());
    if total == 0 {
        return match first.total() {
            0 => say.nobody_voted().to_owned(),
            all => say.right(before, all),
        };
    }
    if first.total() == 0 {
        return say.right(after, total);
    }
    if first.total() != total {
        return say.from_of_to_of(before, first.total(), after, total);
    }
    // The normalised gain, in words that need no name for it.
    match gain(first, second, key) {
        Some(gain) if gain >= 1.0 => say.from_to_all(before, after, total),
        Some(gain) if gain > 0.0 => say.from_to_part(before, after, total, words.count().decimal(gain, 2)),
        _ => say.from_to(before, after, total),
    }
}
