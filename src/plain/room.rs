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
use crate::workshop::agenda::letter;
use crate::workshop::{Cover, Poll, PollKind, Round, Session, Stage, slide};

mod hear;

pub use hear::{Meant, hear};

/// What there is now: the stage, what to say with it, what is not as it should be.
pub fn say(room: &Room) -> Vec<Clean> {
    let mut lines: Vec<Clean> = Vec::new();
    lines.extend(room.trouble.as_ref().map(|why| line(&format!("Note: Not written down: {why}."))));
    match &room.session {
        None => lines.extend(setup(room)),
        Some(session) => match session.cover {
            Some(Cover::Pause) => lines.push(Clean::fixed("A pause: the clock stands.")),
            Some(Cover::Blank) => lines.push(Clean::fixed("Nothing is shown; the clock runs.")),
            Some(Cover::Break) => lines.push(Clean::fixed("A break; the stage waits.")),
            None => stage(room, session, &mut lines),
        },
    }
    lines
}

/// What is chosen before it begins.
fn setup(room: &Room) -> Vec<Clean> {
    let what = match room.course.lessons.get(room.setup.what) {
        Some(lesson) => format!("lesson {}, {}", lesson.number, lesson.title),
        None => "all contrasts".to_owned(),
    };
    let people = if room.setup.people == 0 { "not counted".to_owned() } else { room.setup.people.to_string() };
    vec![
        line(&format!("A workshop, {}.", room.course.title)),
        line(&format!("What: {what}. How long: {} minutes. How many people: {people}.", room.setup.minutes)),
    ]
}

fn stage(room: &Room, session: &Session, out: &mut Vec<Clean>) {
    let Some(step) = session.step() else { return };
    let minutes = if step.seconds > 0 { format!(", {}", clock(i64::from(step.seconds) * 1000)) } else { String::new() };
    out.push(line(&format!("{}{minutes}.", step.title)));
    // What to say comes before what is shown, so that points that come one by one are said alone.
    out.extend(step.notes.iter().map(|note| line(&format!("For you: {note}"))));
    match session.stage() {
        Stage::Lobby => {
            let begins = on_the_wall(session.clock.begins, room.ahead);
            out.push(line(&format!("{}, {} minutes. It begins at {begins}.", session.plan.title, session.plan.minutes)));
        }
        Stage::Slide(_) => {
            out.extend(session.slide().into_iter().flat_map(|slide| slide.points.iter().take(session.shown).map(point)))
        }
        Stage::Debrief(nth) => {
            out.extend(session.plan.slides.get(nth).into_iter().flat_map(|slide| slide.points.iter().map(point)))
        }
        Stage::Vote { .. } => out.extend(session.poll().into_iter().flat_map(|(_, poll)| asked(poll))),
        Stage::Gate(nth) => gate(session, nth, out),
        Stage::Pairs(_) => out.push(Clean::fixed("Find someone who voted otherwise. Convince them.")),
        Stage::Reveal(nth) => reveal(session, nth, out),
        Stage::Commit => {
            out.push(Clean::fixed("One sentence for next week: if a situation that will come, then I will do one thing in it."));
            out.push(Clean::fixed("Write it down. Read it to your neighbour."));
        }
        Stage::Break => {}
        Stage::Close => out.push(Clean::fixed("Thank you. Votes were counted by hand and have no names.")),
    }
}

fn point(point: &slide::Point) -> Clean {
    let word = point.pole.as_ref().map(|(_, word)| format!("{word}: ")).unwrap_or_default();
    line(&format!("- {word}{}", point.text))
}

/// What is asked, and for the facilitator which is right.
fn asked(poll: &Poll) -> Vec<Clean> {
    let mut lines = Vec::new();
    lines.push(poll.asks.clone());
    lines.extend((!poll.case.is_empty()).then(|| poll.case.clone()));
    if let PollKind::Line { left, right } = &poll.kind {
        lines.push(line(&format!("From 0, {left}, to 10, {right}.")));
    }
    for (nth, option) in poll.options().iter().enumerate() {
        lines.push(line(&format!("{}. {}", letter(nth), option.text)));
    }
    lines.extend(poll.key().map(|key| line(&format!("For you: the key is {}.", letter(key)))));
    lines
}

fn gate(session: &Session, nth: usize, out: &mut Vec<Clean>) {
    let Some((poll, [first, _])) = session.plan.polls.get(nth).zip(session.rounds(nth)) else { return };
    out.push(line(&format!("The vote is closed: {}.", counted(poll, first))));
    if let Some(advice) = session.advice() {
        out.push(line(&format!("For you: {}", advised(session, advice))));
    }
}

/// Both rounds, line by line, and why the key is right.
fn reveal(session: &Session, nth: usize, out: &mut Vec<Clean>) {
    let Some((poll, rounds)) = session.plan.polls.get(nth).zip(session.rounds(nth)) else { return };
    out.push(poll.asks.clone());
    if poll.is_line() {
        for (round, word) in rounds.iter().zip(["At first", "Now"]).filter(|(round, _)| round.total() > 0) {
            out.push(line(&format!("{word}: {}.", counted(poll, round))));
            let middle = round.middle();
            out.extend(
                middle.map(|(middle, low, high)| line(&format!("The middle stands at {middle}, half from {low} to {high}."))),
            );
        }
        return;
    }
    for (nth, option) in poll.options().iter().enumerate() {
        let part = |round: &Round| {
            let count = round.counts.get(nth).copied().unwrap_or(0);
            let part = round.part(nth).map(|part| format!(", {:.0} %", part * 100.0)).unwrap_or_default();
            format!("{count} of {}{part}", round.total())
        };
        let voted = rounds.iter().filter(|round| round.total() > 0).map(part).collect::<Vec<_>>().join("; then ");
        let key = if option.is_key { "The key. " } else { "" };
        out.push(line(&format!("{}. {key}{}: {voted}.", letter(nth), option.text)));
        out.extend((option.is_key && !option.why.is_empty()).then(|| line(&format!("Because: {}", option.why))));
    }
    out.push(line(&result(poll, rounds)));
}

/// `A 4, B 0`; of a line the places where someone stands.
fn counted(poll: &Poll, round: &Round) -> String {
    let name = |nth: usize| if poll.is_line() { format!("at {nth}") } else { letter(nth).to_string() };
    let all = round.counts.iter().enumerate().filter(|(_, count)| **count > 0 || !poll.is_line());
    let words: Vec<String> = all.map(|(nth, count)| format!("{} {count}", name(nth))).collect();
    if words.is_empty() { "nobody has voted".to_owned() } else { words.join(", ") }
}

/// What can be typed.
pub fn ask(room: &Room) -> Prompt {
    let Some(session) = &room.session else {
        return Prompt { first: "Enter begins".to_owned(), rest: "lesson 3 or all, minutes 45, people 20, quit".to_owned() };
    };
    let next = match session.cover {
        Some(_) => "Enter goes on".to_owned(),
        None if session.slide().is_some_and(|slide| session.shown < slide.points.len()) => "Enter: the next point".to_owned(),
        None => match session.next_step().and_then(|step| session.plan.steps.get(step)) {
            Some(step) => format!("Enter: {}", step.title),
            None => "quit ends it".to_owned(),
        },
    };
    let first = match (session.open(), session.poll()) {
        (Some(round), Some((_, poll))) if session.cover.is_none() => {
            let people = if session.people > 0 { format!(" of {}", session.people.max(round.total())) } else { String::new() };
            let how = match poll.is_line() {
                true => "a place from 0 to 10 for each person, such as 3 3 7".to_owned(),
                false => format!("{} counts, such as {}, or a letter for each hand", poll.len(), example(poll.len())),
            };
            format!("{}{people} voted, {}; {how}; {next}", round.total(), counted(poll, round))
        }
        _ => next,
    };
    let rest =
        "back, reveal, undo, again, pause, break, blank, more, accept, time, agenda, go 3, notes, people 20, quit; ? tells all";
    Prompt { first, rest: rest.to_owned() }
}

/// As many numbers as lines.
pub fn example(count: usize) -> String {
    (1..=count).rev().map(|nth| nth.to_string()).collect::<Vec<_>>().join(" ")
}

/// How the time stands, and what could be done about it.
fn time(room: &Room, session: &Session) -> Vec<Clean> {
    let mut lines = Vec::new();
    let left = session.left(room.now).map(|left| match left {
        ..=0 => "Last call: the time of this stage is over.".to_owned(),
        left => format!("{} left of this stage.", clock(left)),
    });
    lines.extend(left.map(|words| line(&words)));
    let late = lateness(session, room.now);
    let how = match late.abs() {
        0..15_000 => "on time".to_owned(),
        _ if late > 0 => format!("{} late", clock(late)),
        _ => format!("{} ahead", clock(-late)),
    };
    let (gone, plan) = (passed(session.clock.gone(session.at, room.now)), passed(session.planned(room.now)));
    lines.push(line(&format!("{gone} gone, plan {plan}: {how}.")));
    lines.extend(session.proposal(room.now).map(|proposal| line(&format!("{} The word accept does it.", proposal.words))));
    lines
}

/// Every stage with its number.
fn agenda(session: &Session) -> Vec<Clean> {
    let row = |(nth, step): (usize, &crate::workshop::Step)| {
        let here = if nth == session.at { ", you are here" } else { "" };
        let dropped = if session.dropped.contains(&nth) { ", dropped" } else { "" };
        let minutes = if step.seconds > 0 { format!(", {}", clock(i64::from(step.seconds) * 1000)) } else { String::new() };
        line(&format!("{}. {}{minutes}{dropped}{here}", nth + 1, step.title))
    };
    session.plan.steps.iter().enumerate().map(row).collect()
}
