//! Rehearsing alone: a room that is made up votes by itself, and what it took is beside the plan the next time.

use contrasts::exchange::{document, held};
use contrasts::workshop::{Crowd, Deed, Moment, Rehearsal, Session};

use crate::corner::Corner;
use crate::facilitator::Facilitator;

fn made_up(crowd: Crowd, seed: u64) -> Facilitator {
    Facilitator::an_hour().rehearses(crowd, seed).until("oa-10-vote-1")
}

fn votes(it: &Facilitator) -> Vec<u32> {
    it.session().rounds.iter().flatten().flat_map(|round| round.counts.clone()).collect()
}

#[test]
fn hands_come_by_themselves_and_only_while_a_vote_is_open() {
    let it = made_up(Crowd::Split, 7);
    let early = it.session().open().unwrap().total();
    let it = it.waits(30);
    let total = it.session().open().unwrap().total();
    assert!(early < 12 && total > 20, "{early}, then {total}");
    let (it, before) = {
        let it = it.press("enter");
        let before = votes(&it);
        (it, before)
    };
    assert_eq!(votes(&it.waits(60)), before);
}

#[test]
fn the_same_seed_plays_the_same_workshop() {
    let played = |seed| {
        let it = made_up(Crowd::Split, seed).waits(30).until("oa-10-vote-2").waits(30);
        (it.events.iter().map(|event| event.deed.clone()).collect::<Vec<_>>(), votes(&it))
    };
    assert_eq!(played(7), played(7));
    assert_ne!(played(7).1, played(8).1);
}

/// A blank screen or a pause is no time to vote, and what was counted does not come again.
#[test]
fn hands_wait_where_the_room_waits() {
    let it = made_up(Crowd::Sleepy, 3).waits(20).press("p");
    let before = votes(&it);
    let it = it.waits(100);
    assert_eq!(votes(&it), before);
    let it = it.press("enter").waits(90);
    let counted = it.events.iter().filter(|event| matches!(event.deed, Deed::Voted(_))).count();
    assert_eq!(counted as u32, it.session().open().unwrap().total());
    assert!(it.session().open().unwrap().total() < 18, "a sleepy room does not vote as one");
}

/// Each room leads through another door of the gate.
#[test]
fn each_room_asks_something_else_of_the_facilitator() {
    let advice = |crowd| {
        let gate = made_up(crowd, 5).waits(60).press("enter");
        gate.session().proposal(gate.room.now).unwrap().in_words(gate.room.words())
    };
    assert_eq!(advice(Crowd::Expert), "Reveal now; the minutes go to the slack.");
    assert_eq!(advice(Crowd::Split), "Pairs, then vote again.");
    assert_eq!(advice(Crowd::Small), "Pairs, then vote again.");
    assert_eq!(advice(Crowd::Sleepy), "Show the contrast again, then vote again.");
}

#[test]
fn a_rehearsal_says_that_nobody_was_there() {
    Facilitator::an_hour().rehearses(Crowd::Split, 7).sees("A rehearsal: 24 people, made up");
    let it = made_up(Crowd::Split, 7).waits(30).until("close");
    let rehearsal = Rehearsal { crowd: Crowd::Split, seed: 7, speed: 1, real: Moment(0), shown: Moment(0) };
    let report = document::as_markdown(&held::report(it.room.words(), &it.outcome(), "24 November 2026", Some(&rehearsal)));
    assert!(report.contains("a rehearsal on 24 November 2026"), "{report}");
    assert!(report.contains("Nobody was there: the room was made up (split, seed 7)."), "{report}");
    assert!(held::table(&it.outcome(), Some(&rehearsal)).lines().skip(1).all(|row| row.ends_with(",made up")));
}

/// The next time, what a step took in the rehearsal stands on the console and in the report, beside plan and actual.
#[test]
fn what_a_rehearsal_took_is_there_the_next_time() {
    let mut it = Facilitator::an_hour();
    it.room.before = vec![("welcome".to_owned(), 372_000), ("commit".to_owned(), 100_000)];
    let it = it.until("welcome");
    let console = crate::golden::rows(&it.console(80, 24, &contrasts::ui::Theme::numbered())).join("\n");
    assert!(console.contains("in the last rehearsal 6:12"), "{console}");
    let it = it.waits(300).until("close");
    let outcome = it.outcome();
    let welcome = outcome.steps.iter().find(|step| step.title.as_str() == "Welcome").unwrap();
    assert_eq!(welcome.rehearsed, Some(372_000));
    let report = document::as_markdown(&held::report(it.room.words(), &outcome, "a day", None));
    assert!(report.contains("| Stage | Plan | Ran | Difference | Rehearsed |"), "{report}");
    assert!(report.lines().any(|line| line.starts_with("| Welcome |") && line.ends_with("| 6:12 |")), "{report}");
}

#[test]
fn rooms_have_the_size_they_say() {
    for (crowd, name) in Crowd::ALL {
        let it = made_up(crowd, 1).waits(90);
        let session: &Session = it.session();
        assert!(session.open().unwrap().total() <= crowd.people(), "{name}");
        assert!(session.open().unwrap().total() * 2 >= crowd.people(), "{name}");
    }
}

/// In a terminal, sixty times as fast: it is kept apart, and the second time it is compared with the first.
#[cfg(unix)]
#[test]
fn a_rehearsal_in_a_terminal_is_kept_apart_and_compared() {
    let corner = Corner::new();
    let arguments = ["1", "--length", "15", "--rehearse", "expert", "--seed", "4", "--speed", "60"];
    for _ in 0..2 {
        let mut pty = crate::present::present(&corner, &arguments);
        pty.wait_for("A rehearsal: 30 people, made up");
        pty.keys("\r\r\r\r");
        pty.wait_for("30 of 30 have voted");
        pty.keys("\r\r\r");
        pty.wait_for("30 of 30 have voted");
        pty.keys("\r");
        pty.wait_for("of 30");
        pty.keys("\r\r\r");
        pty.wait_for("Thank you.");
        pty.keys("q");
        assert_eq!(pty.exit_code(), 0);
    }
    let folder = corner.path("data/workshops/rehearsals");
    let mut reports: Vec<_> = std::fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path()).collect();
    reports.retain(|path| path.extension().is_some_and(|it| it == "md"));
    let texts: Vec<String> = reports.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect();
    assert_eq!(texts.iter().filter(|text| text.contains("a rehearsal on")).count(), 2);
    assert_eq!(texts.iter().filter(|text| text.contains("| Rehearsed |")).count(), 1);
    // None of it is a workshop that could be gone on with, or reported on.
    let told = corner.contrasts(&["report", "--workshop", "--course", &corner.course("course", crate::present::COURSE)]);
    assert_eq!((told.code, told.err.contains("no workshop was held here yet")), (2, true), "{}", told.err);
}
