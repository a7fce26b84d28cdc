//! The shared screen as rows: few words, no keys, room around them. What is asked or named stands on top, how far at the bottom, a
//! clock always at its right end. Nothing here tells how votes fall before the reveal.

use super::super::geometry::Size;
use super::super::room::fit::unfit;
use super::super::room::{Over, Room, Typed, clock, on_the_wall};
use super::{line, wrapped};
use crate::course::Clean;
use crate::course::question::Pole;
use crate::page::{Piece, Role, Row, blanks, piece, spoken, spread, wrap};
use crate::words::Words;
use crate::workshop::slide::Point;
use crate::workshop::{Cover, Poll, Session, Stage, Step};

mod digits;
mod list;
mod reveal;
mod setup;
mod stance;

pub use list::sheet as list;
pub use reveal::result;
pub use setup::sheet as setup;

/// The width of the text where there is room.
const WIDTH: usize = 68;

/// Where the text of the shared screen stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Canvas {
    /// Its first column.
    pub left: usize,
    /// How wide it is.
    pub width: usize,
    /// How many rows there are.
    pub height: usize,
}

impl Canvas {
    /// The canvas of a terminal.
    pub fn of(size: Size) -> Canvas {
        let (all, height) = (usize::from(size.width), usize::from(size.height));
        let width = if all >= WIDTH + 12 { WIDTH } else { all.saturating_sub(4).max(1) };
        Canvas { left: (all - width.min(all)) / 2, width, height }
    }

    fn is_roomy(self) -> bool {
        self.height >= 24
    }
}

/// A screen in three parts.
struct Parts {
    head: Vec<Row>,
    gap: usize,
    body: Vec<Row>,
    left: Vec<Piece>,
    right: Vec<Piece>,
    /// The body may reach down to the last row.
    is_tight: bool,
    /// Blank rows above and below, where there is room.
    margin: usize,
    /// Something of it had to be cut.
    is_cut: bool,
}

impl Default for Parts {
    fn default() -> Parts {
        let (head, body, left, right) = Default::default();
        Parts { head, gap: 0, body, left, right, is_tight: false, margin: 2, is_cut: false }
    }
}

/// The rows of the shared screen, from its first to its last, and whether everything found a place.
pub fn rows(room: &Room, session: &Session) -> (Vec<Row>, bool) {
    let (words, canvas) = (room.words().room(), Canvas::of(room.size));
    let parts = match session.cover {
        Some(Cover::Blank) => Parts::default(),
        Some(Cover::Pause) => pause(room),
        Some(Cover::Break) => Parts { right: time(room, session), ..rest(room, session, canvas) },
        None => parts(room, session, canvas),
    };
    let parts = match &room.typing {
        Some(Typed::People(typed)) => Parts { left: vec![spoken(&words.how_many(typed), Role::Text)], ..parts },
        Some(Typed::Counts(_)) if session.open().is_none() => Parts { left: vec![spoken(words.no_vote(), Role::Text)], ..parts },
        _ => parts,
    };
    let parts = match &room.trouble {
        Some(why) if session.cover != Some(Cover::Blank) => {
            Parts { left: vec![piece("! ", Role::Notice), spoken(&words.not_written(why), Role::Text)], ..parts }
        }
        _ => parts,
    };
    laid_out(parts, canvas)
}

fn parts(room: &Room, session: &Session, canvas: Canvas) -> Parts {
    let (words, time) = (room.words(), time(room, session));
    let parts = match session.stage() {
        Stage::Lobby => lobby(room, session, canvas),
        Stage::Slide(_) => match session.slide() {
            Some(slide) => Parts { right: Vec::new(), ..points(slide.title.as_str(), &slide.points, session.shown, canvas) },
            None => Parts::default(),
        },
        Stage::Debrief(nth) => match session.plan.slides.get(nth) {
            Some(slide) => points(slide.title.as_str(), &slide.points, slide.points.len(), canvas),
            None => Parts::default(),
        },
        Stage::Vote { .. } | Stage::Gate(_) => vote(room, session, canvas),
        Stage::Pairs(poll) => pairs(room, session, poll, canvas),
        Stage::Reveal(poll) => match (session.plan.polls.get(poll), session.rounds(poll)) {
            (Some(asked), Some(rounds)) if asked.is_line() => stance::both(words, asked, rounds, canvas),
            (Some(asked), Some(rounds)) => reveal::both(words, asked, rounds, canvas),
            _ => Parts::default(),
        },
        Stage::Break => rest(room, session, canvas),
        Stage::Commit => commit(words, session, canvas),
        Stage::Close => close(words, session),
    };
    let has_own_clock = matches!(session.stage(), Stage::Pairs(_) | Stage::Slide(_) | Stage::Reveal(_) | Stage::Gate(_));
    if has_own_clock { parts } else { Parts { right: time, ..parts } }
}

/// The clock at the right end of the last row; nought is the last call.
fn time(room: &Room, session: &Session) -> Vec<Piece> {
    let left = match session.stage() {
        Stage::Lobby if session.cover.is_none() => Some(session.clock.begins.0 - room.now.0),
        _ => session.left(room.now),
    };
    match left {
        Some(left) if left > 0 => vec![spoken(&clock(left), Role::Text)],
        Some(_) if session.stage() == Stage::Lobby => Vec::new(),
        Some(_) => vec![spoken(room.words().room().last_call(), Role::Strong)],
        None => Vec::new(),
    }
}

fn lobby(room: &Room, session: &Session, canvas: Canvas) -> Parts {
    let (words, plan) = (room.words().room(), &session.plan);
    let about = match plan.title == plan.course {
        true => words.minutes(plan.minutes),
        false => words.course_and_minutes(&plan.course, plan.minutes),
    };
    let mut body = vec![line(words.begin_at(), Role::Text), Row::default()];
    body.extend(digits::rows(&on_the_wall(session.clock.begins, room.ahead), canvas.width));
    body.extend([Row::default(), Row::default()]);
    body.extend(wrapped(words.back_row(), Role::Strong, canvas.width));
    let remedy = cut_off(room.words(), &unfit(room, plan.clone())).unwrap_or_else(|| words.if_not().to_owned());
    body.extend(wrapped(&remedy, Role::Text, canvas.width));
    let mut head = wrapped(plan.title.as_str(), Role::Heading, canvas.width);
    head.extend(wrapped(&about, Role::Text, canvas.width));
    let who = match room.rehearsal {
        Some(_) => words.rehearsal(words.people(session.people as usize)),
        None if session.people > 0 => words.people(session.people as usize),
        None => String::new(),
    };
    let left = vec![spoken(&who, Role::Text)];
    Parts { head, gap: 3, body, left, ..Parts::default() }
}

/// Which screens are cut off at this size, in a sentence; nothing where all of them fit.
fn cut_off(words: &Words, steps: &[Step]) -> Option<String> {
    let (first, others) = steps.split_first()?;
    Some(match others.len() {
        0 => words.room().one_is_cut(&first.title),
        others => words.room().are_cut(&first.title, words.count().number(others)),
    })
}

/// A slide. What is not shown yet has its place from the start, so that nothing jumps.
fn points(title: &str, points: &[Point], shown: usize, canvas: Canvas) -> Parts {
    let mut body = Vec::new();
    for (nth, point) in points.iter().enumerate() {
        if nth > 0 {
            let apart = if point.pole.is_some() { 3 } else { 1 };
            body.extend(vec![Row::default(); apart]);
        }
        let rows = one(point, canvas.width);
        match nth < shown {
            true => body.extend(rows),
            false => body.extend(vec![held(); rows.len()]),
        }
    }
    Parts { head: wrapped(title, Role::Heading, canvas.width), gap: 3, body, ..Parts::default() }
}

/// A row that keeps its place: it is not blank to whoever makes room.
fn held() -> Row {
    Row::of(vec![blanks(1)])
}

fn one(point: &Point, width: usize) -> Vec<Row> {
    const INDENT: usize = 4;
    let Some((pole, word)) = &point.pole else { return wrapped(point.text.as_str(), Role::Text, width) };
    let (sign, role) = match pole {
        Pole::Leadership => ("◆ ", Role::Leadership),
        _ => ("■ ", Role::Management),
    };
    let mut rows = vec![Row::of(vec![piece(sign, role), Piece::of(word.clone(), role)]), Row::default()];
    rows.extend(wrapped(point.text.as_str(), Role::Text, width.saturating_sub(INDENT * 2).max(8)).into_iter().map(|mut row| {
        row.pieces.insert(0, blanks(INDENT));
        row
    }));
    rows
}

fn vote(room: &Room, session: &Session, canvas: Canvas) -> Parts {
    let Some((_, poll)) = session.poll() else { return Parts::default() };
    let mut body = Vec::new();
    if !poll.case.is_empty() {
        body.extend(wrapped(poll.case.as_str(), Role::Text, canvas.width));
        body.extend([Row::default(), Row::default()]);
    }
    match poll.is_line() {
        true => body.extend(stance::empty(room.words(), poll, canvas)),
        false => body.extend(options(poll, canvas)),
    }
    let left = match session.stage() {
        Stage::Gate(_) => room.words().room().vote_is_closed_thanks().to_owned(),
        _ => counted(room, session),
    };
    Parts {
        head: wrapped(poll.asks.as_str(), Role::Strong, canvas.width),
        gap: 3,
        body,
        left: vec![spoken(&left, Role::Text)],
        ..Parts::default()
    }
}

fn options(poll: &Poll, canvas: Canvas) -> Vec<Row> {
    let mut rows = Vec::new();
    for (nth, option) in poll.options().iter().enumerate() {
        if nth > 0 {
            rows.push(Row::default());
        }
        let lead = spoken(&format!("{:<5}", crate::workshop::agenda::letter(nth)), Role::Strong);
        rows.extend(super::hanging(lead, option.text.as_str(), Role::Text, canvas.width));
    }
    rows
}

/// How many have voted, never how; while counts are typed, which lines have theirs.
fn counted(room: &Room, session: &Session) -> String {
    let (Some((_, poll)), words) = (session.poll(), room.words().room()) else { return String::new() };
    if let Some(Typed::Counts(typing)) = &room.typing {
        let (done, lines) = (typing.split_whitespace().count(), poll.len());
        return match done <= lines {
            true => words.counting(done, lines),
            false => words.counting_too_many(done, lines),
        };
    }
    let round = match session.stage() {
        Stage::Vote { poll, round } => session.rounds(poll).and_then(|rounds| rounds.get(round)),
        _ => None,
    };
    let Some(round) = round else { return String::new() };
    if round.is_closed {
        return words.vote_is_closed().to_owned();
    }
    if !round.is_opened {
        return words.vote_once_first().to_owned();
    }
    let total = round.total();
    let votes = match (session.people, poll.is_line()) {
        (0, true) => words.placed(total as usize),
        (0, false) => words.voted(total as usize),
        (people, true) => words.placed_of(total, people.max(total)),
        (people, false) => words.voted_of(total, people.max(total)),
    };
    match session.poll().map(|(nth, _)| session.run(nth)) {
        Some(run) if run > 1 => words.once_more(votes),
        _ => votes,
    }
}

fn pairs(room: &Room, session: &Session, poll: usize, canvas: Canvas) -> Parts {
    let words = room.words().room();
    let head = vec![line(words.find_someone(), Role::Strong), line(words.convince_them(), Role::Strong)];
    let left = session.left(room.now).unwrap_or(0);
    let mut body = digits::rows(&clock(left), canvas.width);
    body.extend([Row::default(), Row::default()]);
    let again = session.plan.stages().position(|stage| stage == Stage::Vote { poll, round: 1 });
    let votes_again = again.is_some_and(|step| !session.dropped.contains(&step));
    let then = if votes_again { words.then_vote_again() } else { words.then_together() };
    if left <= 0 {
        body.push(line(words.end_your_sentence(), Role::Strong));
    }
    body.push(line(then, Role::Text));
    Parts { head, gap: 3, body, ..Parts::default() }
}

fn rest(room: &Room, session: &Session, canvas: Canvas) -> Parts {
    let (words, left) = (room.words().room(), session.left(room.now).unwrap_or(0).max(0));
    let until = crate::workshop::Moment(room.now.0 + left + 30_000);
    let mut body = vec![line(words.go_on_at(), Role::Text), Row::default()];
    body.extend(digits::rows(&on_the_wall(until, room.ahead), canvas.width));
    Parts { head: vec![line(words.rest(), Role::Heading)], gap: 3, body, ..Parts::default() }
}

fn commit(words: &Words, session: &Session, canvas: Canvas) -> Parts {
    let words = words.room();
    let column = [words.if_word(), words.then_word()].map(wrap::width).into_iter().max().unwrap_or(0) + 2;
    let lead = |word: &str, rest: &str| Row::of(vec![spoken(&padded(word, column), Role::Strong), spoken(rest, Role::Text)]);
    let body = vec![
        lead(words.if_word(), words.if_situation()),
        Row::default(),
        lead(words.then_word(), words.then_deed()),
        Row::default(),
        Row::default(),
        Row::default(),
        line(words.write_it_down(), Role::Text),
        line(words.read_it(), Role::Text),
    ];
    let head = wrapped(session.plan.commit.as_str(), Role::Strong, canvas.width);
    Parts { head, gap: 3, body, ..Parts::default() }
}

fn close(words: &Words, session: &Session) -> Parts {
    let words = words.room();
    let body = vec![
        line(words.both_needed(), Role::Text),
        line(words.sentence_is_yours(), Role::Text),
        Row::default(),
        line(words.no_names(), Role::Text),
    ];
    let left = vec![Piece::of(session.plan.title.clone(), Role::Text)];
    Parts { head: vec![line(words.thank_you(), Role::Heading)], gap: 3, body, left, ..Parts::default() }
}

fn pause(room: &Room) -> Parts {
    let words = room.words().room();
    let why = room.slept.map_or_else(|| words.clock_stands().to_owned(), |slept| words.slept(clock(slept)));
    Parts { head: vec![line(words.a_moment(), Role::Heading)], gap: 3, body: vec![line(&why, Role::Text)], ..Parts::default() }
}

/// The parts on the screen: the head on its row, the foot on its own; where there is more room, more of it is left blank.
fn laid_out(mut parts: Parts, canvas: Canvas) -> (Vec<Row>, bool) {
    let Space { above, foot, rows: room } = Space::of(&parts, canvas);
    let has_foot = !parts.left.is_empty() || !parts.right.is_empty();
    parts.gap += canvas.height.saturating_sub(24) / 6 * usize::from(parts.gap > 1);
    let fits = squeeze(&mut parts, room) && !parts.is_cut;
    let mut rows = vec![Row::default(); above];
    rows.append(&mut parts.head);
    rows.extend(vec![Row::default(); parts.gap]);
    rows.append(&mut parts.body);
    rows.truncate(above + room);
    if has_foot {
        rows.resize(foot, Row::default());
        rows.push(spread(parts.left, parts.right, canvas.width));
    }
    rows.resize(canvas.height, Row::default());
    (rows, fits)
}

/// Where the parts have their place.
struct Space {
    /// Blank rows above.
    above: usize,
    /// The row of the foot.
    foot: usize,
    /// How many rows head and body have.
    rows: usize,
}

impl Space {
    fn of(parts: &Parts, canvas: Canvas) -> Space {
        let edge = parts.margin + canvas.height.saturating_sub(24) / 6;
        let edge = if canvas.is_roomy() { edge } else { 0 };
        let foot = canvas.height.saturating_sub(edge + 1);
        let has_foot = !parts.left.is_empty() || !parts.right.is_empty();
        let rows = match has_foot {
            true => foot.saturating_sub(edge + usize::from(!parts.is_tight)),
            false => canvas.height.saturating_sub(edge / 2 + edge),
        };
        Space { above: edge, foot, rows }
    }
}

/// Whether everything of it has a place, with single blank rows where there are any.
fn fits(parts: &Parts, canvas: Canvas) -> bool {
    let is_spare = |pair: &&[Row]| pair.iter().all(is_blank);
    let blank = parts.body.windows(2).filter(is_spare).count();
    parts.head.len() + parts.gap.min(1) + parts.body.len() - blank <= Space::of(parts, canvas).rows
}

fn is_blank(row: &Row) -> bool {
    row.pieces.is_empty() && row.sign.is_none()
}

/// Gives up blank rows until everything fits: first under the head, then where several stand together, at last all of them.
fn squeeze(parts: &mut Parts, room: usize) -> bool {
    let needs = |parts: &Parts| parts.head.len() + parts.gap + parts.body.len();
    while needs(parts) > room && parts.gap > 1 {
        parts.gap -= 1;
    }
    while needs(parts) > room
        && let Some(at) = (1..parts.body.len()).rev().find(|at| {
            let blank = |at: usize| parts.body.get(at).is_some_and(is_blank);
            blank(*at) && blank(at - 1)
        })
    {
        parts.body.remove(at);
    }
    while needs(parts) > room
        && let Some(at) = parts.body.iter().rposition(is_blank)
    {
        parts.body.remove(at);
    }
    needs(parts) <= room
}

/// Whether the list, the keys or the page before the session are shown instead.
pub fn is_page(room: &Room) -> bool {
    room.session.is_none() || matches!(room.over, Some(Over::List(_) | Over::Keys(_)))
}

/// Words cut to a width.
fn cut(words: &Clean, width: usize) -> Vec<Piece> {
    crate::page::shorten(vec![Piece::of(words.clone(), Role::Text)], width)
}

/// Words with blanks after them, up to a width.
pub fn padded(words: &str, width: usize) -> String {
    let missing = width.saturating_sub(wrap::width(words));
    format!("{words}{}", " ".repeat(missing))
}
