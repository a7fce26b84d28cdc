//! A workshop in lines, for whoever holds it without a screen: what to tell the room, what was counted, what could be done. Hands are typed,
//! so that what stands here is for the facilitator alone. A line becomes the keys that do the same on the shared screen.

use super::ask::Prompt;
use super::words::{line, numbers};
use crate::app::Key;
use crate::app::keymap::{self, Act, Where};
use crate::app::room::{Room, clock, lateness, on_the_wall, passed};
use crate::app::sheet::console::advised;
use crate::app::sheet::room::result;
use crate::course::Clean;
use crate::words::{RoomLines, Words};
use crate::workshop::agenda::letter;
use crate::workshop::{Cover, Poll, PollKind, Round, Session, Stage, slide};

mod hear;

pub use hear::{Meant, hear};

/// What there is now: the stage, what to say with it, what is not as it should be.
pub fn say(room: &Room) -> Vec<Clean> {
    let (words, mut lines) = (room.words().room_lines(), Vec::new());
    lines.extend(room.trouble.as_ref().map(|why| line(&room.words().lines().note(words.not_written(why)))));
    match &room.session {
        None => lines.extend(setup(room)),
        Some(session) => match session.cover {
            Some(Cover::Pause) => lines.push(line(words.is_paused())),
            Some(Cover::Blank) => lines.push(line(words.is_blank())),
            Some(Cover::Break) => lines.push(line(words.is_resting())),
            None => stage(room, session, &mut lines),
        },
    }
    lines
}

/// What is chosen before it begins.
fn setup(room: &Room) -> Vec<Clean> {
    let (words, minutes) = (room.words().room_lines(), room.setup.minutes);
    let people = if room.setup.people == 0 { words.not_counted().to_owned() } else { room.setup.people.to_string() };
    let chosen = match room.course.lessons.get(room.setup.what) {
        Some(lesson) => words.lesson_chosen(lesson.number, &lesson.title, minutes, people),
        None => words.all_chosen(minutes, people),
    };
    vec![line(&words.workshop(&room.course.title)), line(&chosen)]
}

fn stage(room: &Room, session: &Session, out: &mut Vec<Clean>) {
    let (Some(step), words) = (session.step(), room.words().room_lines()) else { return };
    let minutes = if step.seconds > 0 { format!(", {}", clock(i64::from(step.seconds) * 1000)) } else { String::new() };
    out.push(line(&format!("{}{minutes}.", step.title)));
    // What to say comes before what is shown, so that points that come one by one are said alone.
    out.extend(step.notes.iter().map(|note| line(&words.for_you(note))));
    match session.stage() {
        Stage::Lobby => {
            let begins = on_the_wall(session.clock.begins, room.ahead);
            out.push(line(&words.lobby(&session.plan.title, session.plan.minutes, begins)));
        }
        Stage::Slide(_) => {
            out.extend(session.slide().into_iter().flat_map(|slide| slide.points.iter().take(session.shown).map(point)))
        }
        Stage::Debrief(nth) => {
            out.extend(session.plan.slides.get(nth).into_iter().flat_map(|slide| slide.points.iter().map(point)))
        }
        Stage::Vote { .. } => out.extend(session.poll().into_iter().flat_map(|(_, poll)| asked(words, poll))),
        Stage::Gate(nth) => gate(room.words(), session, nth, out),
        Stage::Pairs(_) => out.push(line(words.find_someone())),
        Stage::Reveal(nth) => reveal(room.words(), session, nth, out),
        Stage::Commit => {
            out.push(line(words.one_sentence()));
            out.push(line(words.write_it_down()));
        }
        Stage::Break => {}
        Stage::Close => out.push(line(words.thank_you())),
    }
}

fn point(point: &slide::Point) -> Clean {
    let word = point.pole.as_ref().map(|(_, word)| format!("{word}: ")).unwrap_or_default();
    line(&format!("- {word}{}", point.text))
}

/// What is asked, and for the facilitator which is right.
fn asked(words: RoomLines, poll: &Poll) -> Vec<Clean> {
    let mut lines = Vec::new();
    lines.push(poll.asks.clone());
    lines.extend((!poll.case.is_empty()).then(|| poll.case.clone()));
    if let PollKind::Line { left, right } = &poll.kind {
        lines.push(line(&words.from_to(left, right)));
    }
    for (nth, option) in poll.options().iter().enumerate() {
        lines.push(line(&format!("{}. {}", letter(nth), option.text)));
    }
    lines.extend(poll.key().map(|key| line(&words.key_is(letter(key)))));
    lines
}

fn gate(words: &Words, session: &Session, nth: usize, out: &mut Vec<Clean>) {
    let Some((poll, [first, _])) = session.plan.polls.get(nth).zip(session.rounds(nth)) else { return };
    let said = words.room_lines();
    out.push(line(&said.is_closed(counted(said, poll, first))));
    if let Some(advice) = session.advice() {
        out.push(line(&said.for_you(advised(words, session, advice))));
    }
}

/// Both rounds, line by line, and why the key is right.
fn reveal(words: &Words, session: &Session, nth: usize, out: &mut Vec<Clean>) {
    let Some((poll, rounds)) = session.plan.polls.get(nth).zip(session.rounds(nth)) else { return };
    let said = words.room_lines();
    out.push(poll.asks.clone());
    if poll.is_line() {
        for (nth, round) in rounds.iter().enumerate().filter(|(_, round)| round.total() > 0) {
            let counts = counted(said, poll, round);
            out.push(line(&if nth == 0 { said.at_first(counts) } else { said.now(counts) }));
            out.extend(round.middle().map(|(middle, low, high)| line(&said.middle(middle, low, high))));
        }
        return;
    }
    for (nth, option) in poll.options().iter().enumerate() {
        let part = |round: &Round| {
            let count = round.counts.get(nth).copied().unwrap_or(0);
            let part = round.part(nth).map(|part| format!(", {:.0} %", part * 100.0)).unwrap_or_default();
            format!("{}{part}", words.count().of(count, round.total()))
        };
        let parts: Vec<String> = rounds.iter().filter(|round| round.total() > 0).map(part).collect();
        let voted = match parts.as_slice() {
            [first, second] => said.then(first, second),
            parts => parts.concat(),
        };
        let (letter, text) = (letter(nth), &option.text);
        out.push(line(&match option.is_key {
            true => said.key_line(letter, text, voted),
            false => format!("{letter}. {text}: {voted}."),
        }));
        out.extend((option.is_key && !option.why.is_empty()).then(|| line(&said.because(&option.why))));
    }
    out.push(line(&result(words, poll, rounds)));
}

/// `A 4, B 0`; of a line the places where someone stands.
fn counted(said: RoomLines, poll: &Poll, round: &Round) -> String {
    let one = |(nth, count): (usize, &u32)| match poll.is_line() {
        true => said.at_place(nth, count),
        false => format!("{} {count}", letter(nth)),
    };
    let all = round.counts.iter().enumerate().filter(|(_, count)| **count > 0 || !poll.is_line());
    let counts: Vec<String> = all.map(one).collect();
    if counts.is_empty() { said.nobody_voted().to_owned() } else { counts.join(", ") }
}

/// What can be typed.
pub fn ask(room: &Room) -> Prompt {
    let words = room.words().room_lines();
    let Some(session) = &room.session else {
        let typed =
            (words.word_lesson(), words.word_all(), words.word_minutes(), words.word_people(), room.words().typed().quit());
        let rest = words.can_be_chosen(typed.0, typed.1, typed.2, typed.3, typed.4);
        return Prompt { first: words.enter_begins().to_owned(), rest };
    };
    let next = match session.cover {
        Some(_) => words.enter_goes_on().to_owned(),
        None if session.slide().is_some_and(|slide| session.shown < slide.points.len()) => words.enter_next_point().to_owned(),
        None => match session.next_step().and_then(|step| session.plan.steps.get(step)) {
            Some(step) => words.enter(&step.title),
            None => words.word_ends(room.words().typed().quit()),
        },
    };
    let first = match (session.open(), session.poll()) {
        (Some(round), Some((_, poll))) if session.cover.is_none() => {
            let how = match poll.is_line() {
                true => words.a_place_each().to_owned(),
                false => words.a_count_each(poll.len(), example(poll.len())),
            };
            let (votes, counts) = (round.total(), counted(words, poll, round));
            match session.people {
                0 => words.voted(votes as usize, counts, how, next),
                people => words.voted_of(votes, people.max(votes), counts, how, next),
            }
        }
        _ => next,
    };
    Prompt { first, rest: words.can_be_typed(typed(room.words()).join(", ")) }
}

/// What can be typed while it goes on, beside votes.
fn typed(words: &Words) -> Vec<String> {
    let (everywhere, words) = (words.typed(), words.room_lines());
    let keys = [
        everywhere.back(),
        words.word_reveal(),
        everywhere.undo(),
        everywhere.again(),
        words.word_pause(),
        words.word_break(),
        words.word_blank(),
        everywhere.more(),
        words.word_accept(),
        words.word_time(),
        words.word_agenda(),
    ];
    let mut typed: Vec<String> = keys.map(str::to_owned).into();
    typed.extend([format!("{} 3", words.word_go()), words.word_notes().to_owned()]);
    typed.extend([format!("{} 20", words.word_people()), everywhere.quit().to_owned()]);
    typed
}

/// As many numbers as lines.
pub fn example(count: usize) -> String {
    (1..=count).rev().map(|nth| nth.to_string()).collect::<Vec<_>>().join(" ")
}

/// How the time stands, and what could be done about it.
fn time(room: &Room, session: &Session) -> Vec<Clean> {
    let (words, mut lines) = (room.words().room_lines(), Vec::new());
    let left = session.left(room.now).map(|left| match left {
        ..=0 => words.last_call().to_owned(),
        left => words.left(clock(left)),
    });
    lines.extend(left.map(|left| line(&left)));
    let late = lateness(session, room.now);
    let (gone, plan) = (passed(session.clock.gone(session.at, room.now)), passed(session.planned(room.now)));
    lines.push(line(&match late.abs() {
        0..15_000 => words.gone_on_time(gone, plan),
        _ if late > 0 => words.gone_late(gone, plan, clock(late)),
        _ => words.gone_ahead(gone, plan, clock(-late)),
    }));
    let proposed = session.proposal(room.now).map(|proposal| proposal.in_words(room.words()));
    lines.extend(proposed.map(|proposed| line(&words.accept_does_it(proposed, words.word_accept()))));
    lines
}

/// Every stage with its number.
fn agenda(words: RoomLines, session: &Session) -> Vec<Clean> {
    let row = |(nth, step): (usize, &crate::workshop::Step)| {
        let minutes = (step.seconds > 0).then(|| clock(i64::from(step.seconds) * 1000));
        let dropped = session.dropped.contains(&nth).then(|| words.dropped().to_owned());
        let here = (nth == session.at).then(|| words.you_are_here().to_owned());
        let parts: Vec<String> = [Some(step.title.to_string()), minutes, dropped, here].into_iter().flatten().collect();
        line(&format!("{}. {}", nth + 1, parts.join(", ")))
    };
    session.plan.steps.iter().enumerate().map(row).collect()
}
