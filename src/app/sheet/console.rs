//! The facilitator's console: the only place where votes show before the reveal. Left what happens now, right plan against actual; below
//! both what could be done to catch up.

use super::super::geometry::Geometry;
use super::super::keymap::{self, Act, Where};
use super::super::room::{Console, Room, Typed, clock, lateness, passed};
use super::room::padded;
use super::{Field, Header, Sheet, footer, hanging, line, wrapped};
use crate::course::{Clean, clean};
use crate::page::{Piece, Role, Row, Sign, bar, blanks, piece, shorten, spoken, spread, wrap};
use crate::words::{self, Words};
use crate::workshop::agenda::letter;
use crate::workshop::vote::{FEW, GATE};
use crate::workshop::{Advice, Cover, Poll, Reason, Round, Session, Stage};

mod notes;
pub use notes::sheet as notes;

/// A column of times, at least.
const TIME: usize = 6;
/// Left, and the first column of the agenda, where both stand in one text of 72 cells.
const LEFT: usize = 36;
const AGENDA: usize = 39;
const AGENDA_WIDTH: usize = 33;

/// So many rows a proposal mostly takes.
const PROPOSAL: usize = 4;

/// The console, or the list of stages over it.
pub fn sheet(console: &Console, at: &Geometry) -> Sheet {
    let room = &console.room;
    let words = room.words().console();
    let Some(session) = &room.session else { return nothing(words, at) };
    let mut sheet = Sheet { header: Some(header(room, session, at)), footer: foot(words, session), ..Sheet::default() };
    if console.is_lost {
        sheet.notice = noticed(words.is_lost(), at.width);
    } else if console.is_other {
        sheet.notice = noticed(words.is_other(), at.width);
    } else if let Some(why) = &room.trouble {
        sheet.notice = noticed(&words.not_written(why), at.width);
    }
    if let Some(typed) = &room.typing {
        let sign = if matches!(typed, Typed::Counts(_)) { "= " } else { "# " };
        let (text, right) = (Clean::words(typed.text()), expected(words, session, typed));
        sheet.field = Some(Field { sign: Clean::fixed(sign), text, has_cursor: true, right: Clean::words(&right) });
        sheet.footer = footer(Where::Field, &[(Act::Confirm, words.key_take()), (Act::Back, words.key_leave())]);
    }
    let below = proposal(room, session, at.width);
    let whole = at.height.saturating_sub(sheet.notice.len());
    let (height, least) = (whole.saturating_sub(below.len()), whole.saturating_sub(PROPOSAL));
    sheet.rows = match (at.side, at.has_margin) {
        (Some(_), _) => {
            sheet.side = agenda(room, session, (height, least), at.span.saturating_sub(at.width + 4));
            now(room, session, at.width, height)
        }
        (None, true) => beside(&now(room, session, LEFT, height), &agenda(room, session, (height, least), AGENDA_WIDTH)),
        (None, false) => now(room, session, at.width, height),
    };
    sheet.rows.resize(height, Row::default());
    sheet.rows.extend(below);
    sheet
}

/// What is to be typed, and what it comes to so far.
fn expected(words: words::Console, session: &Session, typed: &Typed) -> String {
    let counts = typed.counts();
    match (typed, session.poll().filter(|_| session.open().is_some())) {
        (Typed::People(_), _) => words.type_people().to_owned(),
        (Typed::Counts(_), None) => words.no_vote().to_owned(),
        (Typed::Counts(_), Some((_, poll))) if counts.is_empty() => words.type_counts(names(poll).join(" ")),
        (Typed::Counts(_), Some((_, poll))) if counts.len() > poll.len() => words.too_many(counts.len(), poll.len()),
        (Typed::Counts(_), Some((_, poll))) => words.counts(counts.len(), poll.len(), counts.iter().sum::<u32>()),
    }
}

fn nothing(words: words::Console, at: &Geometry) -> Sheet {
    let (left, right) = (Clean::words(words.title()), Clean::words(words.nothing_runs()));
    let header = Header { number: None, left, right, part: Some(0.0) };
    let mut rows = wrapped(words.nothing_here(), Role::Strong, at.width);
    rows.push(Row::default());
    rows.extend(wrapped(words.open_one(), Role::Text, at.width));
    Sheet { header: Some(header), rows, footer: footer(Where::Room, &[(Act::Leave, words.key_leave())]), ..Sheet::default() }
}

/// Something to look at first, with a sign.
pub fn noticed(words: &str, width: usize) -> Vec<Row> {
    let mut rows = wrapped(words, Role::Notice, width);
    if let Some(first) = rows.first_mut() {
        first.sign = Some(Sign::Notice);
    }
    rows.push(Row::default());
    rows
}

fn header(room: &Room, session: &Session, at: &Geometry) -> Header {
    let words = room.words().console();
    let gone = session.clock.gone(session.at, room.now);
    let late = lateness(session, room.now);
    let how = match late.abs() {
        0..15_000 => words.on_time().to_owned(),
        _ if late > 0 => words.late(clock(late)),
        _ => words.ahead(clock(-late)),
    };
    let right = match (session.clock.began, session.clock.is_stopped()) {
        (None, _) => words.not_begun().to_owned(),
        (_, true) => words.gone_stands(passed(gone)),
        (_, false) if at.has_margin => words.gone(passed(gone), passed(session.planned(room.now)), how),
        (_, false) => how,
    };
    let total = f64::from(session.plan.minutes.max(1)) * 60_000.0;
    let whole = Clean::words(&words.title_and_minutes(&session.plan.title, session.plan.minutes));
    let has_room = at.has_margin && wrap::width(whole.as_str()) + wrap::width(&right) + 2 <= at.width;
    let left = if has_room { whole } else { session.plan.title.clone() };
    Header { number: None, left, right: Clean::words(&right), part: Some(gone as f64 / total) }
}

/// What happens now: the stage, how far it is, votes, advice, notes.
fn now(room: &Room, session: &Session, width: usize, height: usize) -> Vec<Row> {
    let Some(step) = session.step() else { return Vec::new() };
    let words = room.words().console();
    let mut rows = wrapped(step.title.as_str(), Role::Heading, width);
    rows.push(spread(vec![spoken(&state(words, session), Role::Text)], vec![spoken(&time(room, session), Role::Text)], width));
    if let Some((_, took)) = room.before.iter().find(|(name, _)| *name == step.name) {
        rows.push(line(&words.last_rehearsal(clock(*took)), Role::Quiet));
    }
    rows.push(Row::default());
    if let Some((nth, poll)) = session.poll()
        && let Some([first, second]) = session.rounds(nth)
    {
        let is_second = matches!(session.stage(), Stage::Vote { round: 1, .. }) || second.total() > 0;
        rows.extend(votes(words, poll, if is_second { second } else { first }, width));
        rows.push(Row::default());
    } else {
        let whole = points(session, width, true);
        let notes: usize = step.notes.iter().map(|note| wrapped(note.as_str(), Role::Text, width).len()).sum();
        let has_room = rows.len() + whole.len() + 2 + notes <= height;
        let points = if has_room { whole } else { points(session, width, false) };
        let has_points = !points.is_empty();
        rows.extend(points);
        rows.extend(has_points.then(Row::default));
    }
    if let Some(advice) = session.advice() {
        let (teach, reveal) = ((GATE.0 * 100.0).round(), (GATE.1 * 100.0).round());
        rows.extend(wrapped(&advised(room.words(), session, advice), Role::Strong, width));
        rows.extend(wrapped(&words.gate(teach, reveal), Role::Quiet, width));
        rows.push(Row::default());
    }
    // A head with nothing of them under it says less than the key does.
    let is_short = rows.len() + 3 > height;
    if !step.notes.is_empty() && rows.len() < height {
        rows.extend((!is_short).then(|| line(words.notes(), Role::Label)));
        step.notes.iter().for_each(|note| rows.extend(wrapped(note.as_str(), Role::Text, width)));
    }
    if rows.len() > height {
        rows.truncate(height.saturating_sub(1));
        let key = piece(keymap::brief(Where::Room, Act::Notes), Role::Key);
        let words = if is_short { words.key_notes() } else { words.key_rest_of_notes() };
        rows.push(Row::of(vec![key, spoken(&format!(" {words}"), Role::Quiet)]));
    }
    rows
}

fn state(words: words::Console, session: &Session) -> String {
    let is_line = session.poll().is_some_and(|(_, poll)| poll.is_line());
    let votes = |round: &Round| match (session.people, round.total(), is_line) {
        (0, total, true) => words.placed(total as usize),
        (0, total, false) => words.voted(total as usize),
        (people, total, true) => words.placed_of(total, people.max(total)),
        (people, total, false) => words.voted_of(total, people.max(total)),
    };
    match (session.cover, session.stage()) {
        (Some(Cover::Blank), _) => words.is_blank().to_owned(),
        (Some(Cover::Pause), _) => words.is_paused().to_owned(),
        (Some(Cover::Break), _) => words.is_resting().to_owned(),
        (None, Stage::Lobby) if session.people == 0 => words.people_come().to_owned(),
        (None, Stage::Lobby) => words.people(session.people as usize),
        (None, Stage::Slide(_)) => match session.slide() {
            Some(slide) => words.points(session.shown, slide.points.len()),
            None => String::new(),
        },
        (None, Stage::Vote { poll, round }) => {
            session.rounds(poll).and_then(|rounds| rounds.get(round)).map(votes).unwrap_or_default()
        }
        (None, Stage::Gate(_)) => words.first_is_closed().to_owned(),
        (None, Stage::Close) => words.at_close().to_owned(),
        _ => String::new(),
    }
}

fn time(room: &Room, session: &Session) -> String {
    let words = room.words().console();
    if session.cover == Some(Cover::Break) {
        return session.left(room.now).map(|left| words.left(clock(left))).unwrap_or_default();
    }
    match (session.stage(), session.step()) {
        (Stage::Lobby, _) if session.clock.begins > room.now => words.begins_in(clock(session.clock.begins.0 - room.now.0)),
        (_, Some(step)) if step.seconds > 0 => {
            let budget = session.clock.budget(session.at, step.seconds);
            words.time_of(passed(session.clock.in_step(session.at, session.at, room.now)), clock(budget))
        }
        _ => String::new(),
    }
}

/// The points of the slide, those that are shown and what comes with the next key: whole, or a row of each.
fn points(session: &Session, width: usize, whole: bool) -> Vec<Row> {
    let Some(slide) = session.slide() else { return Vec::new() };
    let row = |(nth, point): (usize, &crate::workshop::slide::Point)| {
        let (sign, role) = if nth < session.shown { ("✓ ", Role::Right) } else { ("· ", Role::Quiet) };
        let words = match &point.pole {
            Some((_, word)) => format!("{word}: {}", point.text),
            None => point.text.to_string(),
        };
        if whole {
            return hanging(piece(sign, role), &words, Role::Text, width);
        }
        let mut pieces = vec![piece(sign, role)];
        pieces.extend(shorten(vec![spoken(&words, Role::Text)], width.saturating_sub(2)));
        vec![Row::of(pieces)]
    };
    slide.points.iter().enumerate().flat_map(row).collect()
}

fn names(poll: &Poll) -> Vec<String> {
    match poll.is_line() {
        true => (0..poll.len()).map(|place| place.to_string()).collect(),
        false => (0..poll.len()).map(|nth| letter(nth).to_string()).collect(),
    }
}

/// Every line with its key, its bar, its per cent and its count.
fn votes(words: words::Console, poll: &Poll, round: &Round, width: usize) -> Vec<Row> {
    if poll.is_line() {
        let counts: String = round.counts.iter().map(|count| format!("{count:>3}")).collect();
        let places: String = (0..poll.len()).map(|place| format!("{place:>3}")).collect();
        let middle = match round.middle() {
            Some((middle, low, high)) => words.middle(middle, low, high),
            None => words.nobody_stands().to_owned(),
        };
        let mut rows = vec![line(&places, Role::Quiet), line(&counts, Role::Strong), Row::default()];
        rows.extend(wrapped(&middle, Role::Text, width));
        return rows;
    }
    const BAR: usize = 8;
    let total = round.total();
    let row = |(nth, option): (usize, &crate::workshop::vote::Choosable)| {
        let count = round.counts.get(nth).copied().unwrap_or(0);
        let per_cent = round.part(nth).map(|part| format!("{} %", (part * 100.0).round())).unwrap_or_default();
        let figures = format!("{per_cent:>6}{count:>4}");
        let room = width.saturating_sub(6 + BAR + 1 + figures.len());
        let role = if option.is_key { Role::Strong } else { Role::Text };
        let mut pieces = vec![spoken(&format!("{}  ", nth + 1), Role::Key), spoken(&format!("{}  ", letter(nth)), role)];
        let words = shorten(vec![Piece::of(option.text.clone(), role)], room);
        let used: usize = words.iter().map(|piece| wrap::width(piece.text.as_str())).sum();
        pieces.extend(words);
        pieces.push(blanks(room - used + 1));
        pieces.extend(bar(f64::from(count) / f64::from(total.max(1)), BAR));
        pieces.push(spoken(&figures, role));
        Row::of(pieces)
    };
    poll.options().iter().enumerate().map(row).collect()
}

/// What the counts of the first round ask for, in words.
pub fn advised(words: &Words, session: &Session, advice: Advice) -> String {
    let round =
        session.stage().poll().and_then(|poll| Some((session.plan.polls.get(poll)?.key()?, session.rounds(poll)?.first()?)));
    let Some((key, round)) = round else { return String::new() };
    let (few, words) = (words.count().number(FEW as usize), words.console());
    let then = match advice {
        Advice::Teach => words.then_teach(),
        Advice::Pairs => words.then_pairs(),
        Advice::Reveal => words.then_reveal(),
    };
    match round.part(key) {
        None => words.few_voted(few, then),
        Some(part) if (0.45..=0.55).contains(&part) => words.half_right(then),
        Some(part) => words.part_right((part * 100.0).round(), then),
    }
}

/// The steps with a budget around the one that is shown: plan, actual, difference. It begins where it would begin in the least height, so
/// that it stays where it is when a proposal comes below it.
fn agenda(room: &Room, session: &Session, (height, least): (usize, usize), width: usize) -> Vec<Row> {
    let words = room.words().console();
    let heads = [words.plan(), words.ran(), "+"];
    let time = heads.into_iter().chain([words.dropped()]).map(|word| wrap::width(word) + 1).fold(TIME, usize::max);
    let steps: Vec<usize> = session
        .plan
        .steps
        .iter()
        .enumerate()
        .filter(|(nth, step)| step.seconds > 0 || *nth == session.at)
        .map(|(nth, _)| nth)
        .collect();
    let rows = height.min(least).saturating_sub(1).max(1);
    let here = steps.iter().position(|nth| *nth == session.at).unwrap_or(0);
    let from = here.saturating_sub(rows / 3).min((steps.len() + 1).saturating_sub(rows));
    let name = width.saturating_sub(2 + 3 * time);
    let head = heads.map(|word| figure(word, time)).concat();
    let mut out = vec![Row::of(vec![spoken(&padded(words.agenda(), name + 2), Role::Heading), spoken(&head, Role::Quiet)])];
    out.extend(steps.into_iter().skip(from).map(|nth| stage_row(room, session, nth, (name, time))));
    let slack = figure(&clock(i64::from(session.plan.slack) * 1000), time);
    let label = spoken(&padded(words.slack(), name), Role::Text);
    out.push(Row::of(vec![piece("· ", Role::Quiet), label, spoken(&slack, Role::Text)]));
    out.truncate(height);
    out
}

fn stage_row(room: &Room, session: &Session, nth: usize, (name, time): (usize, usize)) -> Row {
    let Some(step) = session.plan.steps.get(nth) else { return Row::default() };
    let ran = session.clock.in_step(nth, session.at, room.now);
    let (sign, role) = match nth.cmp(&session.at) {
        std::cmp::Ordering::Less if ran > 0 => ("✓ ", Role::Right),
        std::cmp::Ordering::Equal => ("▸ ", Role::Strong),
        _ => ("· ", Role::Quiet),
    };
    let words = shorten(vec![Piece::of(step.title.clone(), Role::Text)], name);
    let used: usize = words.iter().map(|piece| wrap::width(piece.text.as_str())).sum();
    let budget = i64::from(step.seconds) * 1000;
    let plan = if step.seconds > 0 { clock(budget) } else { String::new() };
    let spent = if ran > 0 { passed(ran) } else { String::new() };
    let over = ran / 1000 * 1000 - budget;
    let change = match session.dropped.contains(&nth) {
        true => room.words().console().dropped().to_owned(),
        false if ran == 0 || nth >= session.at && over <= 0 => String::new(),
        false if over >= 0 => format!("+{}", clock(over)),
        false => format!("−{}", clock(-over)),
    };
    let figures = [plan, spent, change].map(|words| figure(&words, time)).concat();
    let mut pieces = vec![piece(sign, role)];
    pieces.extend(words);
    pieces.extend([blanks(name - used), spoken(figures.trim_end(), Role::Text)]);
    Row::of(pieces)
}

/// Words at the right end of their column.
fn figure(words: &str, width: usize) -> String {
    format!("{}{words}", " ".repeat(width.saturating_sub(wrap::width(words))))
}

/// Two columns in one.
fn beside(left: &[Row], right: &[Row]) -> Vec<Row> {
    (0..left.len().max(right.len()))
        .map(|nth| {
            let mut row = left.get(nth).cloned().unwrap_or_default();
            if let Some(other) = right.get(nth) {
                row.pieces.push(blanks(AGENDA.saturating_sub(row.width())));
                row.pieces.extend(other.pieces.clone());
            }
            row
        })
        .collect()
}

/// The column of the key beside a proposal, at least.
const KEY: usize = 12;

/// What one key would accept.
fn proposal(room: &Room, session: &Session, width: usize) -> Vec<Row> {
    let Some(proposal) = session.proposal(room.now) else { return Vec::new() };
    let (words, proposed) = (room.words().console(), proposal.in_words(room.words()));
    let do_it = format!(" {}", words.key_do_it());
    let column = KEY.max(wrap::width(&do_it) + 2);
    let key = vec![piece(keymap::brief(Where::Room, Act::Accept), Role::Key), spoken(&do_it, Role::Quiet)];
    let late = lateness(session, room.now);
    let head = match proposal.reason {
        Reason::Gate => words.the_gate().to_owned(),
        Reason::Ahead => words.ahead(clock(-late)),
        Reason::Late => words.late_and_slack(clock(late), clock(i64::from(session.plan.slack) * 1000)),
    };
    let first = line(&head, Role::Notice).signed(Sign::Notice);
    let mut told = wrapped(&proposed, Role::Text, width.saturating_sub(column)).into_iter();
    let beside = told.next().map(|row| row.pieces).unwrap_or_default();
    let mut rows = vec![Row::default(), first, spread(beside, key, width)];
    rows.extend(told);
    if session.advice() == Some(Advice::Teach)
        && let Some((_, poll)) = session.poll().filter(|(_, poll)| !poll.reteach.is_empty())
    {
        rows.extend(wrapped(poll.reteach.as_str(), Role::Text, width));
    }
    rows.push(Row::default());
    rows
}

fn is_gate(stage: Stage) -> bool {
    matches!(stage, Stage::Gate(_))
}

fn foot(words: words::Console, session: &Session) -> Vec<(Clean, Clean)> {
    let next = match (session.cover, session.slide()) {
        (Some(_), _) => Clean::words(words.key_go_on()),
        (None, Some(slide)) if session.shown < slide.points.len() => Clean::words(words.key_next_point()),
        _ if session.next_step().is_some_and(|step| session.plan.stages().nth(step).is_some_and(is_gate)) => {
            Clean::words(words.key_close_vote())
        }
        _ => {
            let next = session.next_step().and_then(|step| session.plan.steps.get(step));
            let title = next.map_or("", |step| step.title.as_str());
            let room = if session.open().is_some() { 14 } else { 30 };
            let title = shorten(vec![spoken(title, Role::Text)], room);
            clean::join(title.iter().map(|piece| piece.text.as_str()))
        }
    };
    let mut entries = footer(Where::Room, &[(Act::Confirm, next.as_str())]);
    match session.stage() {
        Stage::Lobby => {
            entries.extend(footer(Where::Room, &[(Act::People, words.key_people()), (Act::Light, words.key_light())]))
        }
        // Nothing comes after it but the report, which is written when the shared screen is left.
        Stage::Close if session.cover.is_none() => entries.clear(),
        _ => {}
    }
    if let (Some(_), Some((_, poll))) = (session.open(), session.poll()) {
        let digits = if poll.is_line() { "0–9 +".to_owned() } else { format!("1–{}", poll.len()) };
        entries.push((Clean::words(&digits), Clean::words(words.key_count())));
        entries.extend(footer(Where::Room, &[(Act::Undo, words.key_undo())]));
    }
    if session.reveal().is_some() {
        entries.extend(footer(Where::Room, &[(Act::Reveal, words.key_reveal())]));
    }
    let rest = [(Act::Blank, words.key_blank()), (Act::Pause, words.key_pause()), (Act::Jump, words.key_go_to())];
    entries.extend(footer(Where::Room, &rest));
    entries.truncate(5);
    entries
}
