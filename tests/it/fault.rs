//! A mistake of our own: a panic in any thread, before, while and after something is shown; and a disk that takes its time. The faults
//! are ordered by a variable that only builds for development look at (`run/drill.rs`).

#![cfg(unix)]

use std::ffi::OsString;
use std::time::Duration;

use rustix::process::Signal;

use crate::corner::Corner;
use crate::pty::{Pty, USUAL};
use crate::terminal::{ANSWER, COURSE, states};

/// What a Rust program ends with after a panic in its first thread, and what a shell says of one that aborted.
const PANICKED: i32 = 101;
const ABORTED: i32 = 134;
/// A panic in another thread.
const COULD_NOT: i32 = 2;

/// The quiz with a fault ordered; started by a shell, which says how it ended whatever ended it.
fn drill(corner: &Corner, fault: &str) -> Pty {
    corner.course("course", COURSE);
    let line = "\"$PROGRAM\" quiz 1 --course course; code=$?; (exit $code); exit $code";
    let arguments: Vec<OsString> = ["sh", "-c", line].map(OsString::from).into();
    let environment = [("CONTRASTS_HOME", corner.named("data")), ("CONTRASTS_DRILL", fault.to_owned())];
    Pty::run(corner, USUAL, &arguments, &environment.each_ref().map(|(name, value)| (*name, value.as_str())))
}

/// The terminal is as it was, nothing was drawn on it afterwards, and what is said stands there to be read.
#[track_caller]
fn check_left(pty: &Pty, code: i32, words: &str) {
    assert_eq!(pty.exit_code(), code, "{}", pty.text());
    pty.check_given_back();
    let raw = pty.seen().raw();
    let after = raw.rsplit("\x1b[?1049l").next().unwrap();
    assert!(!after.contains("\x1b[?2026h"), "a frame was drawn on the normal screen: {after:?}");
    assert!(after.contains(words), "{after}");
}

#[test]
fn a_panic_before_during_and_after_the_first_frame_gives_the_terminal_back() {
    for moment in ["start", "draw"] {
        let corner = Corner::new();
        check_left(&drill(&corner, moment), PANICKED, "a drill at");
    }
    let corner = Corner::new();
    let mut pty = drill(&corner, "key");
    pty.wait_for(" so?");
    pty.keys("1");
    check_left(&pty, PANICKED, "a drill at");
}

#[test]
fn a_panic_in_another_thread_ends_the_program_and_loses_nothing() {
    for thread in ["keyboard", "signal", "saved"] {
        let corner = Corner::new();
        let mut pty = drill(&corner, thread);
        // That the quiz began is saved at once, so the saver's panic may come before anybody saw the question.
        if thread != "saved" {
            pty.wait_for(" so?");
        }
        match thread {
            "signal" => pty.resize((90, 24)),
            "keyboard" => pty.keys(ANSWER),
            _ => {}
        }
        check_left(&pty, COULD_NOT, "a drill at");
        // Then it was on disk already, but nobody could say so: it is kept elsewhere as well, and named.
        assert_eq!(states(&corner).len(), 3, "{thread}: the sittings cannot be read");
        assert_eq!(corner.elsewhere().is_some(), thread == "saved", "{thread}: {}", pty.text());
    }
}

/// The first panic gave the terminal back; nothing can be done after the second.
#[test]
fn a_panic_within_a_panic_leaves_the_terminal_usable() {
    let corner = Corner::new();
    let mut pty = drill(&corner, "key twice");
    pty.wait_for(" so?");
    pty.keys("1");
    check_left(&pty, ABORTED, "a drill within a drill");
}

/// A library may put a hook of its own in the place of ours.
#[test]
fn a_panic_that_nobody_hears_gives_the_terminal_back() {
    let corner = Corner::new();
    let mut pty = drill(&corner, "key unheard");
    pty.wait_for(" so?");
    pty.keys("1");
    check_left(&pty, PANICKED, "");
}

#[test]
fn a_slow_disk_holds_up_no_key_and_leaving_waits_for_it_with_a_word() {
    let corner = Corner::new();
    let mut pty = drill(&corner, "saved 700");
    pty.wait_for(" so?");
    pty.keys(ANSWER);
    pty.wait_until("the verdict before it is saved", |seen| seen.text().contains("Right.") && seen.text().contains("saving…"));
    pty.keys("q");
    pty.wait_for("The disk is slow");
    check_left(&pty, 0, "");
    assert_eq!(states(&corner)[0], "passed");
    assert_eq!(corner.elsewhere(), None);
}

#[test]
fn signals_that_come_twice_during_a_save_end_the_program_once_and_saved() {
    for (signal, code) in [(Signal::TERM, 143), (Signal::INT, 130)] {
        let corner = Corner::new();
        let course = corner.course("course", COURSE);
        let mut pty = Pty::start(&corner, USUAL, &["quiz", "1", "--course", &course], &[("CONTRASTS_DRILL", "saved 300")]);
        pty.wait_for(" so?");
        pty.keys(ANSWER);
        pty.wait_for("Right.");
        pty.signal(signal);
        pty.signal(signal);
        check_left(&pty, code, "");
        assert_eq!(states(&corner)[0], "passed");
        assert_eq!(corner.elsewhere(), None);
    }
}

/// `ulimit -f`: the system first sends a signal that would end the program.
#[test]
fn a_file_larger_than_allowed_is_said_and_the_answer_kept() {
    let corner = Corner::new();
    corner.course("course", COURSE);
    let line = "ulimit -f 0; exec \"$PROGRAM\" quiz 1 --course course";
    let arguments: Vec<OsString> = ["sh", "-c", line].map(OsString::from).into();
    let mut pty = Pty::run(&corner, (120, 30), &arguments, &[("CONTRASTS_HOME", &corner.named("data"))]);
    pty.wait_for(" so?");
    pty.keys(ANSWER);
    pty.wait_for("Not saved yet: the file would be larger than allowed here");
    pty.wait_for("Right.");
    pty.signal(Signal::TERM);
    assert!(pty.comes_within(Duration::from_secs(5), |seen| seen.text().contains("could not be saved")), "{}", pty.text());
    check_left(&pty, 143, "could not be saved");
}
