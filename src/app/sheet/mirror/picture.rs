//! What was reported as a picture: a bar for each contrast. Its length is the tilt, its density the strength, a circle the sitting before;
//! under each the same in words, because a picture is not for everyone.

use super::super::super::App;
use super::super::super::geometry::{Geometry, SIDE};
use super::super::super::mirror::{Mirror, looks};
use super::super::{Header, Sheet, hanging, line, wrapped};
use super::{day, result_foot, title};
use crate::course::Clean;
use crate::course::mirror::{Form, Pole, Side};
use crate::page::{Piece, Role, Row, blanks, piece, shorten, spoken, spread, wrap};
use crate::progress::mirror::{Amount, Lean, lean, words as in_words};
use crate::progress::{Mirror as Said, MirrorPart};
use crate::words::Words;

/// Cells from the middle of the scale to each of its ends, where there is room: two for each step of an answer.
const HALF: usize = 16;
/// The names of the poles take so many cells on the left.
const NAME: usize = 16;

pub fn sheet(app: &App, form: &Form, screen: &Mirror, at: &Geometry) -> Sheet {
    let looks = looks(app, MirrorPart::Doing);
    let Some(now) = looks.now() else { return Sheet::default() };
    let earlier = looks.earlier();
    let scale = scale(app.words(), at);
    let caveat = wrapped(form.over_result.as_str(), Role::Text, at.width);
    // Where room is scarce, the scale stays on top while the contrasts scroll under it, and the caveat comes after them.
    let pinned = if at.has_margin || at.height < 6 { 0 } else { scale.len() };
    let mut rows = if at.has_margin { [caveat.clone(), vec![Row::default()], scale].concat() } else { scale };
    for contrast in 0..form.contrasts.len() {
        let leans = (lean(form, now, contrast), earlier.and_then(|earlier| lean(form, earlier, contrast)));
        if at.has_margin || contrast > 0 {
            rows.push(Row::default());
        }
        rows.extend(drawn(app.words(), form, contrast, (leans.0.as_ref(), leans.1.as_ref()), at));
    }
    if !at.has_margin {
        rows.push(Row::default());
        rows.extend(caveat);
    }
    Sheet {
        header: Some(header(app, now, earlier, at)),
        rows,
        pinned,
        side: if at.side.is_some() { legend(app, now, earlier) } else { Vec::new() },
        footer: result_foot(app.words(), screen, app.words().mirror().key_in_words(), app.words().mirror().key_map()),
        ..Sheet::default()
    }
}

fn header(app: &App, now: &Said, earlier: Option<&Said>, at: &Geometry) -> Header {
    let words = app.words();
    let right = match (earlier.map(|earlier| day(app, earlier)), day(app, now)) {
        (None, now) => now.in_words(app.today(), words),
        (Some(then), now) if at.has_margin => format!("█ {}   ○ {}", now.in_words(then, words), then.in_words(now, words)),
        (Some(then), now) => format!("█ {} ○ {}", now.short(words), then.short(words)),
    };
    Header { number: None, left: title(app.words(), MirrorPart::Doing), right: Clean::words(&right), part: Some(1.0) }
}

/// How many cells a side of the scale has.
fn half(at: &Geometry) -> usize {
    if at.has_margin { HALF } else { HALF.min(at.width.saturating_sub(1) / 2) }
}

/// The two sides and the scale between them.
fn scale(words: &Words, at: &Geometry) -> Vec<Row> {
    let half = half(at);
    let tick = |cell: usize| match cell {
        0 => '├',
        cell if cell == 2 * half => '┤',
        cell if cell == half || cell == half / 2 || cell == 2 * half - half / 2 => '┼',
        _ => '─',
    };
    let line = spoken(&(0..=2 * half).map(tick).collect::<String>(), Role::Rule);
    let management = format!("■ {}", words.mirror().management());
    let leadership = format!("{} ◆", words.mirror().leadership());
    let (management, leadership) = (management.as_str(), leadership.as_str());
    if at.has_margin {
        let left = blanks(NAME.saturating_sub(wrap::width(management)));
        let sides = [spoken(management, Role::Management), spoken(leadership, Role::Leadership)];
        let [management, leadership] = sides;
        return vec![Row::of(vec![left, management, blanks(2), line, blanks(2), leadership])];
    }
    let room = 2 * half + 1;
    let sides = match wrap::width(management) + wrap::width(leadership) < room {
        true => (spoken(management, Role::Management), spoken(leadership, Role::Leadership)),
        false => (piece("■", Role::Management), piece("◆", Role::Leadership)),
    };
    vec![spread(vec![sides.0], vec![sides.1], room), Row::of(vec![line])]
}

/// A contrast: the names of its poles, its bar, its words.
fn drawn(words: &Words, form: &Form, contrast: usize, leans: (Option<&Lean>, Option<&Lean>), at: &Geometry) -> Vec<Row> {
    let half = half(at);
    let bar = bar(leans, half);
    let [one, other] = [Side::Management, Side::Leadership].map(|side| form.name(Pole { contrast, side }));
    if !at.has_margin {
        let names = spread(vec![spoken(one, Role::Text)], vec![spoken(other, Role::Text)], 2 * half + 1);
        let mut rows = vec![names, Row::of(bar)];
        rows.extend(part_by_part(&in_words(words, form, contrast, leans, None), at.width));
        return rows;
    }
    let name = shorten(vec![spoken(one, Role::Text)], NAME);
    let mut pieces = vec![blanks(NAME - Row::of(name.clone()).width())];
    pieces.extend(name);
    pieces.push(blanks(2));
    pieces.extend(bar);
    pieces.push(blanks(2));
    pieces.push(spoken(other, Role::Text));
    let said = in_words(words, form, contrast, leans, Some(at.width));
    let indent = (NAME + 2).min(at.width.saturating_sub(wrap::width(&said)));
    let words = Row::of(shorten(vec![blanks(indent), spoken(&said, Role::Quiet)], at.width));
    vec![Row::of(shorten(pieces, at.width)), words]
}

/// Words with points between them, as many parts in a row as fit.
fn part_by_part(said: &str, width: usize) -> Vec<Row> {
    let mut lines: Vec<String> = Vec::new();
    for part in said.split(" · ") {
        match lines.last_mut().filter(|line| wrap::width(line) + wrap::width(part) + 3 <= width) {
            Some(line) => line.push_str(&format!(" · {part}")),
            None => lines.push(part.to_owned()),
        }
    }
    lines.iter().flat_map(|line| wrapped(line, Role::Quiet, width)).collect()
}

/// The cells of a bar, from one end of the scale to the other.
fn bar((now, then): (Option<&Lean>, Option<&Lean>), half: usize) -> Vec<Piece> {
    let place = |tilt: f64| (half as f64 + tilt.clamp(-1.0, 1.0) * half as f64).round() as usize;
    let mut cells = vec![(' ', Role::Text); 2 * half + 1];
    let (end, glyph) = now.map_or((half, ' '), |lean| (place(lean.tilt), density(lean.amount())));
    let (filled, role) = if end < half { (end..half, Role::Management) } else { (half + 1..end + 1, Role::Leadership) };
    cells.get_mut(filled).into_iter().flatten().for_each(|cell| *cell = (glyph, role));
    if let Some(middle) = cells.get_mut(half) {
        *middle = ('│', Role::Rule);
    }
    if let Some(cell) = then.and_then(|lean| cells.get_mut(place(lean.tilt))) {
        *cell = ('○', Role::Strong);
    }
    let alike = cells.chunk_by(|(_, role), (_, next)| role == next);
    let piece_of = |run: &[(char, Role)]| run.first().map(|(_, role)| spoken(&glyphs(run), *role));
    alike.filter_map(piece_of).collect()
}

fn glyphs(run: &[(char, Role)]) -> String {
    run.iter().map(|(glyph, _)| *glyph).collect()
}

fn density(amount: Amount) -> char {
    match amount {
        Amount::Great => '█',
        Amount::Fair => '▓',
        Amount::Seldom => '░',
    }
}

/// `leaning to motivating · a great deal · a clear change`. A change is not spoken of where an answer is missing, nor where there is no
/// room.
fn in_words(
    words: &Words,
    form: &Form,
    contrast: usize,
    (now, then): (Option<&Lean>, Option<&Lean>),
    room: Option<usize>,
) -> String {
    let Some(now) = now else { return words.mirror().not_enough().to_owned() };
    let said = format!("{} · {}", in_words::band(form, contrast, now.band(), words), in_words::amount(now.amount(), words));
    let more = match then.and_then(|then| now.moved(then)) {
        _ if !now.one_answer.is_empty() => words.mirror().one_answer_only(),
        Some(_) => words.mirror().clear_change(),
        None => return said,
    };
    let longer = format!("{said} · {more}");
    let fits = room.is_none_or(|room| wrap::width(&longer) <= room);
    if fits { longer } else { said }
}

/// The second column: how the picture is read.
fn legend(app: &App, now: &Said, earlier: Option<&Said>) -> Vec<Row> {
    let words = app.words().mirror();
    let mut rows = vec![line(words.how_to_read(), Role::Heading), Row::default()];
    rows.extend(wrapped(words.read_bar(), Role::Text, SIDE));
    rows.push(Row::default());
    for (glyph, amount) in [("█  ", words.great_of_both()), ("▓  ", words.fair()), ("░  ", words.seldom())] {
        rows.push(Row::of(vec![piece(glyph, Role::Text), spoken(amount, Role::Text)]));
    }
    if let Some(earlier) = earlier {
        let (then, now) = (day(app, earlier), day(app, now));
        let words = words.read_circle(then.in_words(now, app.words()));
        rows.push(Row::default());
        rows.extend(hanging(piece("○  ", Role::Strong), &words, Role::Text, SIDE));
    }
    rows
}
