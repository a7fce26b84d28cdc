//! How the program ends, and how it pauses: signals, a lost terminal, a power cut, Ctrl-Z. The terminal is given back, and what was
//! answered is on disk.

#![cfg(unix)]

use std::ffi::OsString;
use std::time::Duration;

use rustix::process::Signal;

use crate::corner::Corner;
use crate::pty::{CTRL_C, CTRL_Z, Pty, USUAL};
use crate::terminal::{ANSWER, COURSE, first_start, quiz, quiz_at, shows_saved_verdict, states};

/// A terminal that is gone is noticed within this time.
const AT_ONCE: Duration = Duration::from_secs(1);

/// A quiz in which an answer was just given.
#[track_caller]
fn answered(corner: &Corner) -> Pty {
    let mut pty = quiz(corner, "1");
    pty.keys(ANSWER);
    pty.wait_until("the verdict", shows_saved_verdict);
    pty
}

#[test]
fn a_signal_ends_the_program_in_order() {
    for (signal, code) in [(Signal::TERM, 143), (Signal::HUP, 129), (Signal::INT, 130), (Signal::QUIT, 131)] {
        let corner = Corner::new();
        let pty = answered(&corner);
        pty.signal(signal);
        assert_eq!(pty.exit_code(), code, "{signal:?}");
        pty.check_given_back();
        assert_eq!(states(&corner)[0], "passed", "{signal:?}");
    }
}

#[test]
fn a_signal_while_a_lesson_is_read_keeps_the_place() {
    let corner = Corner::new();
    let mut pty = first_start(&corner, USUAL);
    pty.keys("\r");
    pty.wait_for("before you read");
    pty.keys("x");
    pty.wait_for("You will be able to");
    pty.keys(" ");
    pty.wait_for(" %");
    pty.signal(Signal::TERM);
    assert_eq!(pty.exit_code(), 143);
    let pty = Pty::start(&corner, USUAL, &[], &[]);
    pty.wait_for("Carry on");
}

/// Killed at the moment of the verdict, or some milliseconds after the key: either way what was shown as judged is on disk, and
/// the files are whole.
#[test]
fn a_power_cut_takes_no_answer_that_was_shown_as_judged() {
    for after in [0, 1, 2, 3, 5, 8, 13, 21, 1000, 1000, 1000, 1000] {
        let corner = Corner::new();
        let mut pty = quiz(&corner, "1");
        pty.keys(ANSWER);
        let was_shown = pty.comes_within(Duration::from_millis(after), shows_saved_verdict);
        pty.kill();
        let states = states(&corner);
        assert!(!was_shown || states[0] == "passed", "killed after {after} ms: {states:?}");
        assert!(was_shown || after < 1000, "the verdict takes longer than a second");
    }
}

/// Starts the quiz by a line of shell, closes the terminal after an answer and some more keys, and answers the exit code.
#[track_caller]
fn hang_up(line: &str, keys: &str) -> i32 {
    let corner = Corner::new();
    corner.course("course", COURSE);
    let arguments: Vec<OsString> = ["sh", "-c", line].map(OsString::from).into();
    let mut pty = Pty::run(&corner, USUAL, &arguments, &[("CONTRASTS_HOME", &corner.named("data"))]);
    pty.wait_for(" so?");
    pty.keys(ANSWER);
    pty.wait_until("the verdict", shows_saved_verdict);
    pty.keys(keys);
    pty.hang_up();
    let code = pty.exit_code_within(AT_ONCE);
    assert_eq!(states(&corner)[0], "passed");
    code
}

#[test]
fn a_closed_window_ends_the_program_at_once() {
    assert_eq!(hang_up("exec \"$PROGRAM\" quiz 1 --course course", ""), 129);
}

#[test]
fn a_closed_window_ends_the_program_where_the_signal_is_ignored() {
    assert_eq!(hang_up("trap '' HUP; exec \"$PROGRAM\" quiz 1 --course course", ""), 129);
}

/// The shell leads the session and ignores the signal, so that none reaches the program: it must see for itself.
const NO_SIGNAL: &str = "trap '' HUP; \"$PROGRAM\" quiz 1 --course course; exit $?";

#[test]
fn a_closed_window_ends_the_program_where_no_signal_comes() {
    assert_eq!(hang_up(NO_SIGNAL, ""), 129);
}

/// Whoever waits for the rest of a key is not free to see that the terminal is gone.
#[test]
fn a_window_closed_in_the_middle_of_a_key_ends_the_program() {
    assert_eq!(hang_up(NO_SIGNAL, "\x1b["), 129);
}

/// The program then hangs in the middle of a frame, and is ended past it.
#[test]
fn a_terminal_that_takes_nothing_cannot_keep_the_program_from_ending() {
    let corner = Corner::new();
    let mut pty = quiz_at(&corner, (200, 60), "1");
    pty.keys(ANSWER);
    pty.wait_until("the verdict", shows_saved_verdict);
    pty.hold_up();
    for columns in (0..60).map(|round| 199 - round % 2) {
        pty.resize((columns, 60));
        // Sizes that come faster than frames are drawn are passed over.
        pty.comes_within(Duration::from_millis(5), |_| false);
    }
    pty.signal(Signal::TERM);
    assert_eq!(pty.exit_code_held_up(), 143);
    assert_eq!(pty.settings(), pty.found());
    assert_eq!(states(&corner)[0], "passed");
}

#[test]
fn ctrl_z_gives_the_terminal_back_until_the_program_is_called_again() {
    let corner = Corner::new();
    let mut pty = answered(&corner);
    let before = pty.picture();
    for by_key in [true, false] {
        if by_key {
            pty.keys(CTRL_Z)
        } else {
            pty.signal(Signal::TSTP)
        }
        pty.wait_for_stop();
        pty.wait_until("the normal screen", |seen| !seen.terminal.screen().alternate_screen());
        pty.check_given_back();
        pty.signal(Signal::CONT);
        pty.wait_for_picture("the screen as it was", &before);
        pty.check_taken();
    }
    pty.keys("q");
    assert_eq!(pty.exit_code(), 0);
    pty.check_given_back();
}

#[test]
fn a_program_called_again_in_another_window_fills_it() {
    let corner = Corner::new();
    let mut pty = quiz(&corner, "1");
    pty.keys(CTRL_Z);
    pty.wait_for_stop();
    pty.resize((100, 30));
    pty.signal(Signal::CONT);
    let fresh = quiz_at(&Corner::new(), (100, 30), "1").picture();
    pty.wait_for_picture("the question in the new window", &fresh);
}

/// Stopped from outside it cannot give the terminal back, and the shell sets it as it likes.
#[test]
fn a_program_stopped_from_outside_takes_the_terminal_again() {
    let corner = Corner::new();
    let mut pty = quiz(&corner, "1");
    let before = (pty.picture(), pty.settings());
    pty.signal(Signal::STOP);
    pty.wait_for_stop();
    pty.as_found();
    pty.signal(Signal::CONT);
    pty.wait_for_picture("the screen as it was", &before.0);
    assert_eq!(pty.settings(), before.1, "the settings of the terminal");
    pty.keys("q");
    assert_eq!(pty.exit_code(), 0);
    pty.check_given_back();
}

/// An answer half made is on disk a moment later, and the next start stands on it.
#[test]
fn a_power_cut_in_the_middle_of_an_answer_leaves_what_was_done() {
    let corner = Corner::new();
    let course = corner.course("course", &crate::kinds::course());
    let start = || {
        let pty = Pty::start(&corner, USUAL, &["quiz", "3", "--course", &course], &[]);
        pty.wait_for("question");
        pty
    };
    let mut pty = start();
    pty.keys("x");
    pty.wait_for("Several may be right");
    pty.keys("12");
    pty.wait_for("2 ticked");
    // Both ticks, in a file that has its name: what is written beside it does not count yet.
    let is_drafted = || {
        let files = std::fs::read_dir(corner.sittings()).into_iter().flatten().map(|file| file.unwrap().path());
        let texts = files
            .filter(|file| file.extension().is_some_and(|end| end == "toml"))
            .filter_map(|file| std::fs::read_to_string(file).ok());
        texts.into_iter().any(|text| text.lines().any(|line| line.starts_with("picked = [") && line.contains(',')))
    };
    while !is_drafted() {
        pty.wait_for_rest(Duration::from_millis(50));
    }
    pty.kill();
    start().wait_for("2 ticked");
}

/// A start in the middle of a course with these keys, up to the moment when these words of the learner are on the screen.
fn typing(corner: &Corner, arguments: &[&str], keys: &[(&str, &str)]) -> Pty {
    let course = corner.course("course", crate::journey::COURSE);
    let mut pty = Pty::start(corner, USUAL, &[&["--course", &course], arguments].concat(), &[]);
    for (keys, shown) in keys {
        pty.keys(keys);
        pty.wait_for(shown);
    }
    pty
}

/// The keys that lead into each field, with some words typed there: what is on the screen then, and where Enter on the map leads to.
type Way = (&'static [&'static str], &'static [(&'static str, &'static str)], &'static str);

const FIELDS: [Way; 3] = [
    (
        &[],
        &[("", "Begin with"), ("\r", "You will be able to"), ("m", "a note, if you like"), ("for Monday", "for Monday")],
        "for Monday",
    ),
    (&["quiz", "1"], &[("", "Which is one?"), ("!two of them fit", "two of them fit")], "two of them fit"),
    (
        &["quiz", "1"],
        &[
            ("", "Which is one?"),
            ("1\r3", "You were fairly sure"),
            ("\r", "Which two are even?"),
            ("1\r3", "You were fairly sure"),
            ("\r", "One is odd."),
            ("1\r3", "You were fairly sure"),
            ("\r", "plan"),
            ("\r", "One situation"),
            ("Anna asks on Thursday\t", "Anna asks on Thursday"),
            ("say wh", "say wh"),
        ],
        "say wh",
    ),
];

/// Whether a sitting holds these words; what is written beside it does not count yet.
fn is_on_disk(corner: &Corner, words: &str) -> bool {
    let files = std::fs::read_dir(corner.sittings()).into_iter().flatten().map(|file| file.unwrap().path());
    let sittings = files.filter(|file| file.extension().is_some_and(|end| end == "toml"));
    sittings.filter_map(|file| std::fs::read_to_string(file).ok()).any(|text| text.contains(words))
}

/// The next start leads into the field by Enter, and one types on behind the last letter.
#[track_caller]
fn goes_on(corner: &Corner, words: &str) {
    let mut pty = typing(corner, &[], &[("", "Carry on"), ("\r", words), (" and on", &format!("{words} and on"))]);
    pty.keys(CTRL_C);
    assert_eq!(pty.exit_code(), 0);
    assert!(is_on_disk(corner, &format!("{words} and on")), "Ctrl-C");
}

#[test]
fn a_power_cut_in_the_middle_of_a_field_leaves_what_was_typed() {
    for (arguments, keys, words) in FIELDS {
        let corner = Corner::new();
        let pty = typing(&corner, arguments, keys);
        while !is_on_disk(&corner, words) {
            pty.wait_for_rest(Duration::from_millis(50));
        }
        pty.kill();
        goes_on(&corner, words);
    }
}

#[test]
fn a_closed_window_in_the_middle_of_a_field_leaves_every_letter() {
    for (arguments, keys, words) in FIELDS {
        let corner = Corner::new();
        let mut pty = typing(&corner, arguments, keys);
        pty.hang_up();
        assert_eq!(pty.exit_code_within(AT_ONCE), 129);
        goes_on(&corner, words);
    }
}
