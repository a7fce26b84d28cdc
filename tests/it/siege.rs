//! The terminal under fire: a paste of a megabyte, half a character, sizes that no terminal has, two hundred sizes while someone types, a
//! shell that sends the program into the background, a minute of nothing.

#![cfg(unix)]

use std::ffi::OsString;
use std::time::Duration;

use crate::corner::Corner;
use crate::pty::{CTRL_C, CTRL_Z, ENTER, Pty, Seen, USUAL};
use crate::terminal::{ANSWER, COURSE, first_start, quiz, quiz_at, shows_saved_verdict, states};

/// A text with everything in it that a key could mean, and a command for the editor that `e` would open over a lesson.
const COMMANDS: &str = "e\n:!touch pwned\n q 1\n2\r3\x1b[31m\x1b[A\tx! \u{9b}";

/// The words on the screen, whatever blanks stand behind them.
fn shown(seen: &Seen) -> Vec<String> {
    seen.text().lines().map(|line| line.trim_end().to_owned()).filter(|line| !line.is_empty()).collect()
}

#[test]
fn a_megabyte_that_is_pasted_does_nothing() {
    let corner = Corner::new();
    let course = corner.course("course", COURSE);
    let editor = corner.write("edit", "#!/bin/sh\ntouch pwned\n");
    std::fs::set_permissions(&editor, std::os::unix::fs::PermissionsExt::from_mode(0o700)).unwrap();
    let mut pty = Pty::start(&corner, USUAL, &["--course", &course], &[("EDITOR", editor.to_str().unwrap())]);
    pty.wait_for("A small course");
    assert!(pty.seen().raw().contains("\x1b[?2004h"), "pastes are not asked for as such");
    pty.keys(ENTER);
    pty.wait_for("Words.");
    let before = shown(&pty.seen());
    pty.keys(&format!("\x1b[200~{}\x1b[201~", COMMANDS.repeat(1_000_000 / COMMANDS.len())));
    pty.keys("?");
    pty.wait_for("Keys that work here");
    pty.keys("?");
    pty.wait_until("the lesson as before", |seen| shown(seen) == before);
    assert!(!corner.path("pwned").exists(), "a paste opened the editor");
    pty.keys("q");
    assert_eq!(pty.exit_code(), 0);
    pty.check_given_back();
    assert!(pty.seen().raw().contains("\x1b[?2004l"), "pastes are still in brackets for the shell");
}

/// A terminal without brackets sends a paste as keys. They may be keys, but they come to an end.
#[test]
fn a_flood_of_every_key_ends_and_the_program_can_be_left() {
    let corner = Corner::new();
    let mut pty = quiz(&corner, "1");
    pty.keys(&"jk1x ?\x1b[B\x7f/words\x15".repeat(600));
    pty.keys(CTRL_C);
    assert_eq!(pty.exit_code(), 0);
    pty.check_given_back();
}

#[test]
fn half_a_character_and_foreign_bytes_hold_nobody_up() {
    let corner = Corner::new();
    let mut pty = quiz(&corner, "1");
    for bytes in [b"\xe2\x82".as_slice(), b"\xff\xfe\x80", b"\xf0\x9f", b"\xc3"] {
        pty.bytes(bytes);
    }
    pty.wait_for_rest(Duration::from_millis(50));
    pty.keys("?");
    pty.wait_for_rest(Duration::from_millis(50));
    pty.keys(CTRL_C);
    assert_eq!(pty.exit_code(), 0);
    pty.check_given_back();
}

#[test]
fn a_size_that_no_terminal_has_is_drawn_as_far_as_it_goes() {
    for size in [(1, 1), (0, 0), (2, 20), (65_535, 1), (1, 65_535), (65_535, 65_535)] {
        let corner = Corner::new();
        let mut pty = Pty::start_unseen(&corner, size);
        pty.wait_until("anything", |seen| seen.raw().contains("\x1b[?2026l"));
        pty.keys(CTRL_C);
        assert_eq!(pty.exit_code(), 0, "{size:?}");
    }
}

#[test]
fn two_hundred_sizes_while_someone_types_lose_no_letter() {
    let corner = Corner::new();
    let mut pty = first_start(&corner, USUAL);
    pty.keys("j\r");
    pty.wait_for("Lessons");
    pty.keys("/");
    for nth in 0..200_u16 {
        pty.resize((60 + nth * 7 % 60, 12 + nth * 5 % 30));
        // Ctrl-U empties the field, so that the last letters stand in it and no more.
        pty.keys(&format!("{}{}", if nth % 20 == 0 { "\x15" } else { "" }, nth % 10));
    }
    pty.resize((100, 24));
    pty.wait_for("01234567890123456789");
    pty.keys(CTRL_C);
    assert_eq!(pty.exit_code(), 0);
    pty.check_given_back();
}

/// A shell with jobs: in the background the program may neither write over the prompt nor take the shell's keys.
#[test]
fn in_the_background_the_program_waits_and_the_prompt_stays_whole() {
    let corner = Corner::new();
    corner.course("course", COURSE);
    let arguments: Vec<OsString> = ["sh", "-i"].map(OsString::from).into();
    let environment = [("CONTRASTS_HOME", corner.named("data")), ("PS1", "ready> ".to_owned()), ("ENV", String::new())];
    let mut pty = Pty::run(&corner, USUAL, &arguments, &environment.each_ref().map(|(name, value)| (*name, value.as_str())));
    // The shell throws away what was typed before its prompt stands.
    let prompts = |pty: &Pty, count: usize| pty.wait_until("the prompt", |seen| seen.text().matches("ready>").count() == count);
    prompts(&pty, 1);
    pty.keys("\"$PROGRAM\" quiz 1 --course course\r");
    pty.wait_for(" so?");
    pty.keys(CTRL_Z);
    prompts(&pty, 2);
    pty.keys("bg\r");
    prompts(&pty, 3);
    pty.keys("echo he''llo\r");
    pty.wait_until("what the shell echoes", |seen| seen.text().lines().any(|line| line == "hello"));
    prompts(&pty, 4);
    assert!(!pty.seen().terminal.screen().alternate_screen(), "it took the screen in the background");
    pty.keys("fg\r");
    pty.wait_for(" so?");
    // It was called back twice, and takes the terminal anew each time.
    pty.wait_for_rest(Duration::from_millis(200));
    pty.keys(ANSWER);
    pty.wait_until("the verdict", shows_saved_verdict);
    pty.keys("q");
    prompts(&pty, 5);
    pty.keys("exit\r");
    pty.exit_code();
    assert_eq!(states(&corner)[0], "passed");
}

/// The size changes in the middle of a frame, again and again, on a terminal that is read slowly.
#[test]
fn a_window_that_shrinks_while_a_frame_is_drawn_stops_nothing() {
    let corner = Corner::new();
    let pty = quiz_at(&corner, (200, 60), "1");
    for nth in 0..100_u16 {
        pty.resize(if nth % 2 == 0 { (3, 2) } else { (200, 60) });
        pty.signal(rustix::process::Signal::WINCH);
    }
    let fresh = quiz_at(&Corner::new(), (200, 60), "1").picture();
    pty.wait_for_picture("the question in the last size", &fresh);
}
