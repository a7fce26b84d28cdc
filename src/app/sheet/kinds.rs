//! A question before its answer, kind by kind.

use super::super::geometry::Geometry;
use super::super::keymap::Act;
use super::super::work::{lines, scene_at};
use super::super::{App, Phase, Quiz, Typing, Work};
use super::quiz::{About, bin, hung, hung_by, prompt, room_of_sign, signed};
use super::{Sheet, Target, line, wrapped};
use crate::course::mark::walk;
use crate::course::question::{Kind, LINE, Scene};
use crate::course::{Block, Prose, clean};
use crate::page::{self, Piece, Role, Row, Sign, blanks, piece, repeated, spoken, spread, wrap};
use crate::progress::Sure;
use crate::words::Words;

/// The question, what one may do, hints, and how sure one is.
pub fn sheet(app: &App, about: &About, screen: &Quiz) -> Sheet {
    let at = about.at;
    let mut rows = if matches!(screen.work, Work::Walking { .. }) { Vec::new() } else { prompt(about) };
    // The question stays while the options scroll under it, unless it leaves them too little room.
    let pinned = if rows.len() * 2 <= at.height { rows.len() + usize::from(at.has_margin && !rows.is_empty()) } else { 0 };
    if at.has_margin && !rows.is_empty() {
        rows.push(Row::default());
    }
    let mut sheet = Sheet { rows, pinned, ..Sheet::default() };
    let is_sure = matches!(screen.phase, Phase::Sure(_));
    match &screen.work {
        Work::Picking { focus, ticked } => picking(about, screen, (*focus, ticked), &mut sheet),
        Work::Placing { line, given } if matches!(about.question.kind, Kind::Match { .. }) => {
            matching(about, screen, (*line, given), &mut sheet)
        }
        Work::Placing { line, given } => classify(about, screen, (*line, given), &mut sheet),
        Work::Ordering { line, order, is_lifted } => ordering(about, (*line, order, *is_lifted), &mut sheet),
        Work::Writing { typing, is_typing } => writing(about, typing, *is_typing && !is_sure, &mut sheet),
        Work::Composing { is_rating: false, typing, is_typing, .. } => composing(about, typing, *is_typing, &mut sheet),
        Work::Composing { typing, line, ticked, .. } => rating(about, &typing.text, (*line, ticked), &mut sheet),
        Work::Walking { road, focus } => walking(about, road, *focus, &mut sheet),
        Work::Leaning { at: place } => leaning(about, *place, &mut sheet),
    }
    for (nth, hint) in about.question.hints.iter().take(screen.hints).enumerate() {
        let lead = match about.question.hints.len() {
            1 => about.words.quiz().hint().to_owned(),
            _ => about.words.quiz().nth_hint(nth + 1),
        };
        sheet.rows.push(Row::default());
        let from = sheet.rows.len();
        sheet.rows.extend(hung(spoken(&format!("{lead}  "), Role::Label), &hint.blocks(), at.width));
        sheet.first_look = from..sheet.rows.len();
    }
    if app.asks_how_sure && about.question.has_key() && (is_sure || at.has_margin) {
        how_sure(about, screen, &mut sheet);
    }
    sheet
}

/// Four words, of which one is taken before the answer counts.
fn how_sure(about: &About, screen: &Quiz, sheet: &mut Sheet) {
    let (at, asks) = (about.at, about.words.quiz().how_sure_are_you());
    let focused = if let Phase::Sure(focused) = screen.phase { Some(focused) } else { None };
    let role = if focused.is_some() { Role::Text } else { Role::Quiet };
    let mut pieces = Vec::new();
    for (nth, sure) in Sure::ALL.into_iter().enumerate() {
        let here = focused.flatten() == Some(nth);
        pieces.push(spoken(&format!("{} {}", nth + 1, sure.in_words(about.words)), if here { Role::Here } else { role }));
        pieces.push(blanks(if at.has_margin { 3 } else { 1 }));
    }
    pieces.pop();
    sheet.rows.push(Row::default());
    if at.has_margin {
        sheet.rows.push(Row::default());
    }
    let from = sheet.rows.len();
    if at.width >= 60 {
        pieces.splice(0..0, [spoken(asks, role), blanks(3)]);
    } else {
        sheet.rows.push(line(asks, role));
    }
    if focused.is_some() {
        sure_targets(&pieces, sheet);
    }
    sheet.rows.push(Row::of(page::shorten(pieces, at.width)));
    if focused.is_some() {
        sheet.focus = Some(from..sheet.rows.len());
    }
}

/// Each of the four words answers when clicked.
fn sure_targets(pieces: &[Piece], sheet: &mut Sheet) {
    let row = sheet.rows.len();
    let mut column = 0;
    for piece in pieces {
        let end = column + wrap::width(piece.text.as_str());
        let digit = piece.text.as_str().bytes().next().filter(u8::is_ascii_digit);
        if let Some(digit) = digit {
            sheet.targets.push(Target { rows: row..row + 1, columns: Some(column..end), act: Act::Pick(digit - b'0') });
        }
        column = end;
    }
}

/// Choices with their digits.
fn picking(about: &About, screen: &Quiz, (focus, ticked): (Option<usize>, &[usize]), sheet: &mut Sheet) {
    let several = about.question.takes_several();
    let is_sure = matches!(screen.phase, Phase::Sure(_));
    for (place, choice) in screen.drawn.iter().enumerate() {
        let Some(words) = about.question.choices().get(*choice) else { continue };
        let from = sheet.rows.len();
        let is_ticked = several.then(|| ticked.contains(choice));
        let rows = option(place, is_ticked, &words.text.blocks(), about.at.width);
        let taken = is_sure && !several && focus == Some(place);
        let taken = (taken && about.at.has_margin).then_some(Sign::Begun);
        sheet.rows.extend(rows.into_iter().enumerate().map(|(nth, row)| Row { sign: taken.filter(|_| nth == 0), ..row }));
        if !is_sure {
            sheet.target(from..sheet.rows.len(), Act::Pick(place as u8 + 1));
        }
        if focus == Some(place) && !is_sure {
            sheet.focus = Some(from..sheet.rows.len());
        }
    }
    if several && !is_sure {
        let words = match ticked.len() {
            0 => about.words.quiz().several_may_be_right().to_owned(),
            count => about.words.quiz().ticked(count),
        };
        sheet.rows.push(Row::default());
        sheet.rows.extend(wrapped(&words, Role::Quiet, about.at.width));
    }
}

/// An option: its digit, a box where several may be ticked, its words.
pub fn option(place: usize, ticked: Option<bool>, words: &[Block], width: usize) -> Vec<Row> {
    let lead = match ticked {
        None => format!("{}  ", place + 1),
        Some(true) => format!("{}  [x]  ", place + 1),
        Some(false) => format!("{}  [ ]  ", place + 1),
    };
    hung(spoken(&lead, Role::Text), words, width)
}

/// So wide is the column of bins and of parts.
const LABEL: usize = 16;

/// The bin of each line before it.
fn classify(about: &About, screen: &Quiz, (focus, given): (usize, &[Option<usize>]), sheet: &mut Sheet) {
    let Kind::Classify { bins, items } = &about.question.kind else { return };
    let at = about.at;
    let mut named = Vec::new();
    for nth in 0..bins.len() {
        let mut entry = vec![spoken(&format!("{} ", nth + 1), Role::Text)];
        entry.extend(bin(about, nth));
        named.push(entry);
    }
    sheet.rows.extend(in_a_row(named, at.width));
    // The bins stay with the question while the lines scroll under them.
    sheet.pinned = if sheet.rows.len() * 2 <= at.height { sheet.rows.len() } else { sheet.pinned };
    sheet.rows.push(Row::default());
    for (nth, here) in lines(about.question, &screen.drawn).into_iter().enumerate() {
        let Some(item) = items.get(here) else { continue };
        let from = sheet.rows.len();
        let place = given.get(here).copied().flatten();
        sheet.rows.extend(hung_by(label(about, place), &item.text.blocks(), at.width));
        sheet.target(from..sheet.rows.len(), Act::Choose(nth));
        if nth == focus && matches!(screen.phase, Phase::Asking) {
            sheet.focus = Some(from..sheet.rows.len());
        }
    }
    let placed = given.iter().flatten().count();
    sheet.rows.extend([Row::default(), Row::default(), line(&about.words.quiz().placed(placed, items.len()), Role::Quiet)]);
}

/// The bin of a line, filled to the width of its column; only its digit where there is little room.
pub fn label(about: &About, place: Option<usize>) -> Vec<Piece> {
    if about.at.width < 60 {
        let digit = place.map_or("·".to_owned(), |bin| (bin + 1).to_string());
        return vec![spoken(&format!("{digit}  "), Role::Text)];
    }
    let pieces = place.map_or_else(|| vec![piece("·", Role::Quiet)], |place| bin(about, place));
    let mut pieces = page::shorten(pieces, LABEL);
    let used = Row::of(pieces.clone()).width();
    pieces.push(blanks(LABEL + 2 - used));
    pieces
}

/// Short entries side by side, as many in a row as fit.
fn in_a_row(entries: Vec<Vec<Piece>>, width: usize) -> Vec<Row> {
    const GAP: usize = 4;
    let mut rows = vec![Row::default()];
    for entry in entries {
        let entry_width = Row::of(entry.clone()).width();
        let used = rows.last().map_or(0, Row::width);
        if used > 0 && used + GAP + entry_width > width {
            rows.push(Row::default());
        }
        if let Some(row) = rows.last_mut() {
            if !row.pieces.is_empty() {
                row.pieces.push(blanks(GAP));
            }
            row.pieces.extend(entry);
        }
    }
    rows
}

/// The sentences of a match, spare ones after the pairs'.
pub fn sentence(kind: &Kind, at: usize) -> Option<&Prose> {
    let Kind::Match { pairs, extra } = kind else { return None };
    pairs.get(at).map(|pair| &pair.right).or_else(|| extra.get(at.checked_sub(pairs.len())?).map(|spare| &spare.text))
}

/// Parts with the digit of their sentence, and the sentences under them.
fn matching(about: &About, screen: &Quiz, (focus, given): (usize, &[Option<usize>]), sheet: &mut Sheet) {
    let Kind::Match { pairs, .. } = &about.question.kind else { return };
    let at = about.at;
    let widest =
        pairs.iter().map(|pair| wrap::width(pair.left.words().as_str())).max().unwrap_or(0).min(at.width.saturating_sub(6));
    for (nth, pair) in pairs.iter().enumerate() {
        let from = sheet.rows.len();
        let digit = given.get(nth).copied().flatten().and_then(|got| screen.drawn.iter().position(|one| *one == got));
        let right = digit.map_or("·".to_owned(), |at| (at + 1).to_string());
        let mut rows = page::blocks(&pair.left.blocks(), at.width.saturating_sub(4));
        if let Some(first) = rows.first_mut() {
            let used = first.width();
            first.pieces.extend([blanks((widest + 3).saturating_sub(used).max(2)), spoken(&right, Role::Strong)]);
        }
        sheet.rows.extend(rows);
        sheet.target(from..sheet.rows.len(), Act::Choose(nth));
        if nth == focus && matches!(screen.phase, Phase::Asking) {
            sheet.focus = Some(from..sheet.rows.len());
        }
    }
    sheet.rows.extend([Row::default(), Row::default()]);
    for (place, got) in screen.drawn.iter().enumerate() {
        let Some(words) = sentence(&about.question.kind, *got) else { continue };
        let mut rows = option(place, None, &words.blocks(), at.width);
        sheet.target(sheet.rows.len()..sheet.rows.len() + rows.len(), Act::Pick(place as u8 + 1));
        if given.contains(&Some(*got)) {
            rows.iter_mut().flat_map(|row| &mut row.pieces).for_each(|piece| piece.role = Role::Quiet);
        }
        sheet.rows.extend(rows);
    }
}

/// Steps as they stand; the lifted one says so.
fn ordering(about: &About, (focus, order, is_lifted): (Option<usize>, &[usize], bool), sheet: &mut Sheet) {
    let Kind::Order(steps) = &about.question.kind else { return };
    for (place, step) in order.iter().enumerate() {
        let Some(step) = steps.get(*step) else { continue };
        let from = sheet.rows.len();
        let lifted = is_lifted && focus == Some(place);
        let room = if lifted { wrap::width(about.words.quiz().lifted()) + 2 } else { 0 };
        let mut rows = option(place, None, &step.text.blocks(), about.at.width.saturating_sub(room));
        if let Some(first) = rows.first_mut().filter(|_| lifted) {
            *first = spread(
                std::mem::take(&mut first.pieces),
                vec![spoken(about.words.quiz().lifted(), Role::Strong)],
                about.at.width,
            );
        }
        sheet.rows.extend(rows);
        sheet.target(from..sheet.rows.len(), Act::Choose(place));
        if focus == Some(place) {
            sheet.focus = Some(from..sheet.rows.len());
        }
    }
    if focus.is_none() {
        sheet.rows.push(Row::default());
        sheet.rows.extend(wrapped(about.words.quiz().choose_and_lift(), Role::Quiet, about.at.width));
    }
}

/// The field for a word or two.
fn writing(about: &About, typing: &Typing, is_typing: bool, sheet: &mut Sheet) {
    let at = about.at;
    let row = sheet.rows.len();
    let width = at.width.min(FIELD);
    let rows = field(typing, is_typing, width, row, sheet);
    sheet.rows.extend(rows);
    if !is_typing && typing.is_blank() {
        sheet.rows.push(Row::default());
        sheet.rows.extend(wrapped(about.words.quiz().type_your_answer(), Role::Quiet, at.width));
    }
}

/// A field for a word or two is so wide.
const FIELD: usize = 40;

/// A line that is typed, with a rule under it; sets the cursor.
pub fn field(typing: &Typing, is_typing: bool, width: usize, row: usize, sheet: &mut Sheet) -> Vec<Row> {
    let before = typing.text.get(..typing.cursor).unwrap_or_default();
    // What stands before the cursor may be longer than the field: then its end is shown.
    let skipped = wrap::width(before).saturating_sub(width.saturating_sub(1));
    let from = wrap::fitting(&typing.text, skipped);
    let shown = typing.text.get(from..).unwrap_or_default();
    let shown = shown.get(..wrap::fitting(shown, width)).unwrap_or_default();
    if is_typing {
        let column = wrap::width(before.get(from..).unwrap_or_default());
        sheet.cursor = Some((row, column));
        sheet.focus = Some(row..row + 1);
    }
    vec![Row::of(vec![spoken(shown, Role::Field)]), Row::of(vec![repeated('─', width, Role::Rule)])]
}

/// One's own words, as they grow.
fn composing(about: &About, typing: &Typing, is_typing: bool, sheet: &mut Sheet) {
    growing(typing, is_typing, about.at.width, sheet);
    let count = typing.text.split_whitespace().count();
    sheet.rows.push(line(&about.words.quiz().words_written(count), Role::Quiet));
}

/// A field that takes as many rows as its words need, with a rule under it; sets the cursor.
pub fn growing(typing: &Typing, is_typing: bool, width: usize, sheet: &mut Sheet) {
    let inline = [crate::course::block::words(clean::join([typing.text.as_str()]))];
    let rows = wrap::wrap(&inline, width, Role::Field);
    let start = sheet.rows.len();
    if is_typing {
        let before = clean::join([typing.text.get(..typing.cursor).unwrap_or_default()]);
        let nth = rows.iter().rposition(|(_, bytes)| *bytes <= before.as_str().len()).unwrap_or(0);
        let in_row = before.as_str().get(rows.get(nth).map_or(0, |(_, bytes)| *bytes)..).unwrap_or_default();
        sheet.cursor = Some((start + nth, wrap::width(in_row).min(width.saturating_sub(1))));
        sheet.focus = Some(start + nth..start + nth + 1);
    }
    sheet.rows.extend(rows.into_iter().map(|(pieces, _)| Row::of(pieces)));
    sheet.rows.push(Row::of(vec![repeated('─', width, Role::Rule)]));
}

/// Both texts, and the checklist that only the learner ticks.
fn rating(about: &About, text: &str, (focus, ticked): (usize, &[usize]), sheet: &mut Sheet) {
    let Kind::Open { model, checklist } = &about.question.kind else { return };
    sheet.rows.extend(side_by_side(about, text, model));
    sheet.rows.extend([Row::default(), line(about.words.quiz().does_yours_have(), Role::Heading)]);
    for (nth, check) in checklist.iter().enumerate() {
        let from = sheet.rows.len();
        sheet.rows.extend(option(nth, Some(ticked.contains(&nth)), &check.blocks(), about.at.width));
        sheet.target(from..sheet.rows.len(), Act::Pick(nth as u8 + 1));
        if nth == focus {
            sheet.focus = Some(from..sheet.rows.len());
        }
    }
}

/// One's own words and the model: side by side, or one under the other.
pub fn side_by_side(about: &About, text: &str, model: &Prose) -> Vec<Row> {
    let (at, said) = (about.at, about.words.quiz());
    let words = |text: &str| said.words_in_brackets(text.split_whitespace().count());
    let model_words = words(model.words().as_str());
    if at.width < 60 {
        let mut rows = vec![line(said.yours(), Role::Heading)];
        rows.extend(wrapped(text, Role::Text, at.width));
        rows.extend([Row::default(), line(said.model(), Role::Heading)]);
        rows.extend(page::blocks(&model.blocks(), at.width));
        return rows;
    }
    let left_width = (at.width - 4) / 2;
    let right_width = at.width - 4 - left_width;
    let mut left = vec![line(said.yours(), Role::Heading), Row::default()];
    left.extend(wrapped(text, Role::Text, left_width));
    left.push(line(&words(text), Role::Quiet));
    let mut right = vec![line(said.model(), Role::Heading), Row::default()];
    right.extend(page::blocks(&model.blocks(), right_width));
    right.push(line(&model_words, Role::Quiet));
    (0..left.len().max(right.len()))
        .map(|nth| {
            let side = |rows: &[Row]| rows.get(nth).map(|row| row.pieces.clone()).unwrap_or_default();
            let mut pieces = side(&left);
            let used = Row::of(pieces.clone()).width();
            pieces.extend([blanks((left_width + 1).saturating_sub(used)), piece("│", Role::Rule), blanks(2)]);
            pieces.extend(side(&right));
            Row::of(pieces)
        })
        .collect()
}

/// What one did last and what came of it, and the scene in which one stands.
fn walking(about: &About, road: &[usize], focus: Option<usize>, sheet: &mut Sheet) {
    let Kind::Scenario(scenes) = &about.question.kind else { return };
    let at = about.at;
    sheet.pinned = 0;
    match walk(scenes, road).last().and_then(|(scene, way)| scenes.get(*scene)?.choices.get(*way)) {
        None => {
            sheet.rows.extend(prompt(about));
            sheet.rows.push(Row::default());
        }
        Some(way) => {
            sheet.rows.extend(page::blocks(&way.text.blocks(), at.width));
            sheet.rows.push(Row::default());
            sheet.rows.extend(outcome(about, &way.outcome));
            sheet.rows.push(Row::default());
        }
    }
    let Some(scene) = scene_at(about.question, road).and_then(|at| scenes.get(at)) else { return };
    sheet.rows.extend(strong(&scene.text, at.width));
    sheet.rows.push(Row::default());
    ways(scene, focus, at, sheet);
}

fn ways(scene: &Scene, focus: Option<usize>, at: &Geometry, sheet: &mut Sheet) {
    for (nth, way) in scene.choices.iter().enumerate() {
        let from = sheet.rows.len();
        sheet.rows.extend(option(nth, None, &way.text.blocks(), at.width));
        sheet.target(from..sheet.rows.len(), Act::Pick(nth as u8 + 1));
        if focus == Some(nth) {
            sheet.focus = Some(from..sheet.rows.len());
        }
    }
}

/// Words in bold.
fn strong(words: &Prose, width: usize) -> Vec<Row> {
    let mut rows = page::blocks(&words.blocks(), width);
    let plain = rows.iter_mut().flat_map(|row| &mut row.pieces).filter(|piece| piece.role == Role::Text);
    plain.for_each(|piece| piece.role = Role::Strong);
    rows
}

/// What came of a way, in a box with a label.
pub fn outcome(about: &About, words: &Prose) -> Vec<Row> {
    let at = about.at;
    let mut rows = vec![line(about.words.quiz().what_came_of_it(), Role::Label), Row::default()];
    rows.extend(page::blocks(&words.blocks(), at.width.saturating_sub(room_of_sign(at))));
    if at.has_margin {
        return rows.into_iter().map(|row| row.signed(Sign::Bar)).collect();
    }
    signed(rows, Some(Sign::Bar), at)
}

/// A line between two poles, and where one stands on it.
fn leaning(about: &About, place: Option<u8>, sheet: &mut Sheet) {
    let Kind::Stance { left, right } = &about.question.kind else { return };
    sheet.pinned = 0;
    sheet.rows.push(Row::default());
    let rows = stance(about, left, right, place);
    let row = sheet.rows.len() + rows.iter().position(|row| row.text().contains('─')).unwrap_or(0);
    let step = about.at.width.saturating_sub(1) / usize::from(LINE);
    for place in 0..=LINE {
        let middle = usize::from(place) * about.at.width.saturating_sub(1) / usize::from(LINE);
        let columns = middle.saturating_sub(step / 2)..middle + step.div_ceil(2).max(1);
        sheet.targets.push(Target { rows: row..row + 1, columns: Some(columns), act: Act::Pick(place) });
    }
    sheet.rows.extend(rows);
}

/// The line itself: the poles over it, the place on it, and the same in words.
pub fn stance(about: &About, left: &Prose, right: &Prose, place: Option<u8>) -> Vec<Row> {
    let width = about.at.width;
    let (left, right) = (left.words(), right.words());
    let ends = [spoken(&format!("■ {left}"), Role::Management), spoken(&format!("{right} ◆"), Role::Leadership)];
    let [one, other] = ends;
    let fits = wrap::width(one.text.as_str()) + wrap::width(other.text.as_str()) + 2 <= width;
    let mut rows = match fits {
        true => vec![spread(vec![one], vec![other], width)],
        false => vec![Row::of(page::shorten(vec![one], width)), spread(Vec::new(), page::shorten(vec![other], width), width)],
    };
    rows.push(Row::default());
    let last = width.saturating_sub(1);
    let column = |place: u8| usize::from(place) * last / usize::from(LINE);
    let mut line_of = vec!['─'; width];
    for (at, glyph) in [(0, '├'), (column(LINE / 2), '┼'), (last, '┤')] {
        if let Some(cell) = line_of.get_mut(at) {
            *cell = glyph;
        }
    }
    let text: String = line_of.iter().collect();
    let mut pieces = vec![spoken(&text, Role::Rule)];
    if let Some(place) = place {
        let at = column(place);
        let part = |range: std::ops::Range<usize>| line_of.get(range).unwrap_or_default().iter().collect::<String>();
        pieces = vec![spoken(&part(0..at), Role::Rule), piece("▲", Role::Strong), spoken(&part(at + 1..width), Role::Rule)];
    }
    rows.extend([Row::of(pieces), Row::default()]);
    let words = match place {
        None => about.words.quiz().not_placed_yet().to_owned(),
        Some(place) => lean_in_words(place, (left.as_str(), right.as_str()), about.words),
    };
    let row = wrapped(&words, if place.is_some() { Role::Text } else { Role::Quiet }, width);
    rows.extend(row);
    rows
}

/// `somewhat more why we do it`
pub fn lean_in_words(place: u8, (left, right): (&str, &str), words: &Words) -> String {
    let (middle, said) = (LINE / 2, words.quiz());
    let (away, pole) = if place < middle { (middle - place, left) } else { (place - middle, right) };
    match away {
        0 => said.lean_none().to_owned(),
        1 => said.lean_little(pole),
        2 | 3 => said.lean_somewhat(pole),
        4 => said.lean_much(pole),
        _ => said.lean_only(pole),
    }
}
