//! The program in a real pseudo-terminal: what a learner sees from the first start to the last key, in odd terminals too.

#![cfg(unix)]

use std::ffi::OsString;
use std::fs;
use std::time::Duration;

use serde_json::Value;

use crate::corner::Corner;
use crate::pty::{CTRL_C, DOWN, ENTER, ESC, Pty, Seen, USUAL};

/// Three lessons with a question each, and one without.
pub const COURSE: &str = "\
//- course.toml
format = 1
id = \"small\"
title = \"A small course\"
//- 01-first/lesson.md
+++
title = \"First things\"
minutes = 4
+++
Words.
//- 01-first/quiz.toml
[[questions]]
id = \"f-1\"
kind = \"truefalse\"
prompt = \"Is the first so?\"
answer = true
why_true = \"It is.\"
why_false = \"It is.\"
//- 02-second/lesson.md
+++
title = \"Second things\"
minutes = 4
+++
Words.
//- 02-second/quiz.toml
[[questions]]
id = \"s-1\"
kind = \"truefalse\"
prompt = \"Is the second so?\"
answer = false
why_true = \"It is not.\"
why_false = \"It is not.\"
//- 03-third/lesson.md
+++
title = \"Third things\"
+++
Words.
";

/// Takes the first of two options, fairly sure of it.
pub const ANSWER: &str = "1\r3";

/// Opens the quiz of a lesson of the small course.
#[track_caller]
pub fn quiz(corner: &Corner, lesson: &str) -> Pty {
    quiz_at(corner, USUAL, lesson)
}

#[track_caller]
pub fn quiz_at(corner: &Corner, size: (u16, u16), lesson: &str) -> Pty {
    let pty = Pty::start(corner, size, &["quiz", lesson, "--course", &corner.course("course", COURSE)], &[]);
    pty.wait_for(" so?");
    pty
}

/// The verdict on an answer that is on disk.
pub fn shows_saved_verdict(seen: &Seen) -> bool {
    let text = seen.text();
    (text.contains("Right.") || text.contains("Not quite.")) && !text.contains("saving…") && !text.contains("Not saved")
}

/// Where the lessons of the small course stand, as `list` says it.
#[track_caller]
pub fn states(corner: &Corner) -> Vec<String> {
    let told = corner.contrasts(&["list", "--json", "--course", &corner.named("course")]);
    assert_eq!((told.code, told.err.as_str()), (0, ""));
    let list: Value = serde_json::from_str(&told.out).unwrap();
    list["lessons"].as_array().unwrap().iter().map(|lesson| lesson["state"].as_str().unwrap().to_owned()).collect()
}

/// The first start of the shipped course.
#[track_caller]
pub fn first_start(corner: &Corner, size: (u16, u16)) -> Pty {
    let pty = Pty::start(corner, size, &[], &[]);
    pty.wait_for("Look at the map first");
    pty
}

#[test]
fn the_first_start_can_be_left_by_any_of_its_keys_and_leaves_no_trace() {
    let corner = Corner::new();
    for key in ["q", CTRL_C, "\x1b[21~"] {
        let mut pty = first_start(&corner, USUAL);
        pty.check_taken();
        pty.keys(key);
        assert_eq!(pty.exit_code(), 0, "{key:?}");
        pty.check_given_back();
        assert_eq!(pty.text().trim(), "", "{key:?}: the normal screen is as it was");
    }
    assert!(!corner.path("data").exists() && !corner.path("home").exists(), "looking on writes nothing");
}

#[test]
fn the_next_start_shows_the_map_and_leads_to_the_line_that_was_left() {
    let corner = Corner::new();
    let mut pty = first_start(&corner, USUAL);
    pty.keys(ENTER);
    pty.wait_for("before you read");
    pty.keys("x");
    pty.wait_for("You will be able to");
    pty.keys("  ");
    pty.wait_for(" %");
    pty.wait_for_rest(Duration::from_millis(100));
    let left = pty.picture();
    pty.keys(ESC);
    pty.wait_for("Lessons");
    pty.wait_for("Carry on");
    pty.wait_for("read to ");
    let map = pty.picture();
    pty.keys("q");
    assert_eq!(pty.exit_code(), 0);
    let mut pty = Pty::start(&corner, USUAL, &[], &[]);
    pty.wait_for_picture("the map as it was left", &map);
    pty.keys(ENTER);
    pty.wait_for_picture("the line that was left", &left);
}

#[test]
fn quiz_opens_straight_on_a_question_and_ends_with_a_result() {
    let corner = Corner::new();
    let mut pty = quiz(&corner, "1");
    assert!(pty.text().contains("question 1 of 1"), "{}", pty.text());
    pty.keys(ENTER);
    pty.keys(ANSWER);
    pty.wait_until("the verdict", shows_saved_verdict);
    assert_eq!(states(&corner), ["passed", "new", "new"], "the verdict is shown when the answer is on disk");
    pty.keys(ENTER);
    pty.wait_for("1 of 1 right: passed");
    pty.keys("q");
    assert_eq!(pty.exit_code(), 0);
}

#[test]
fn a_quiz_that_is_not_there_is_refused_before_the_screen_is_taken() {
    let corner = Corner::new();
    let course = corner.course("course", COURSE);
    for (lesson, words) in [("third", "this lesson has no quiz"), ("fourth", "there are: 1 First things")] {
        let pty = Pty::start(&corner, USUAL, &["quiz", lesson, "--course", &course], &[]);
        assert_eq!(pty.exit_code(), 2);
        pty.check_given_back();
        assert!(pty.text().contains(words), "{}", pty.text());
        assert!(!pty.seen().raw().contains("\x1b[?1049h"), "the alternate screen came and went");
    }
}

#[test]
fn keys_of_ones_own_work_and_stand_in_footer_and_help() {
    let corner = Corner::new();
    corner.write("data/config.toml", "[keys]\nreview = \"v\"\nprogress = \"v\"\nsearch = \"z\"\n");
    let course = corner.course("course", COURSE);
    let mut pty = Pty::start(&corner, USUAL, &["--course", &course], &[]);
    pty.wait_for("`progress` cannot have v");
    pty.keys("\x1b[B\r");
    pty.wait_for("z search");
    pty.keys("?");
    pty.wait_for("v                   what is asked again today");
    pty.keys(ESC);
    pty.wait_for("Lessons");
    pty.keys("v");
    pty.wait_for("Nothing is in review yet");
    pty.keys("q");
    assert_eq!(pty.exit_code(), 0);
}

#[test]
fn an_unknown_theme_is_refused_and_the_known_ones_are_named() {
    let corner = Corner::new();
    let pty = Pty::start(&corner, USUAL, &["--theme", "neon"], &[]);
    assert_eq!(pty.exit_code(), 2);
    assert!(pty.text().contains("there is no theme “neon”") && pty.text().contains("mono"), "{}", pty.text());
}

#[test]
fn any_size_shows_what_a_fresh_start_shows() {
    let fresh = |size| {
        let corner = Corner::new();
        let pty = Pty::start(&corner, size, &[], &[]);
        pty.wait_for(if size == (1, 1) { "n" } else { "Look at the map first" });
        pty.picture()
    };
    let corner = Corner::new();
    let mut pty = first_start(&corner, USUAL);
    for size in [(40, 12), (1, 1), (200, 60), (23, 5), USUAL] {
        let expected = if size == (23, 5) { String::new() } else { fresh(size) };
        pty.resize(size);
        match size {
            (23, 5) => pty.wait_for("needs 24x6"),
            _ => pty.wait_for_picture(&format!("a fresh start at {size:?}"), &expected),
        }
    }
    pty.keys("q");
    assert_eq!(pty.exit_code(), 0);
}

#[test]
fn a_reader_keeps_the_place_through_every_size() {
    let corner = Corner::new();
    let mut pty = first_start(&corner, USUAL);
    pty.keys(ENTER);
    pty.wait_for("before you read");
    pty.keys("x");
    pty.wait_for("You will be able to");
    pty.keys("  ");
    pty.wait_for(" %");
    pty.wait_for_rest(Duration::from_millis(100));
    let before = pty.picture();
    for size in [(40, 12), (1, 1), (200, 60)] {
        pty.resize(size);
        pty.wait_for_rest(Duration::from_millis(50));
    }
    pty.resize(USUAL);
    pty.wait_for_picture("the same lines", &before);
}

/// Only what changed is written, and rows that only moved are moved by the terminal; called back after a pause, the program
/// writes everything anew. Both must show the same.
#[test]
fn what_is_drawn_piece_by_piece_is_what_is_drawn_whole() {
    let corner = Corner::new();
    let mut pty = first_start(&corner, USUAL);
    for keys in ["j\rjjj", "\r", "x", "j", "jjjkj", "  d", "ku ", "Gkkb", "g", "?", "jj", "?", "G", "\r1\r3", "j", ESC] {
        for key in keys.chars() {
            pty.keys(&key.to_string());
            pty.wait_for_rest(Duration::from_millis(20));
        }
        pty.wait_for_rest(Duration::from_millis(80));
        let (piecewise, written) = (pty.picture(), pty.seen().bytes.len());
        pty.signal(rustix::process::Signal::CONT);
        pty.wait_until("everything anew", |seen| String::from_utf8_lossy(&seen.bytes[written..]).contains("\x1b[2J"));
        assert!(pty.picture() == piecewise, "after {keys:?} this is shown:\n{piecewise}\nand anew:\n{}", pty.picture());
    }
}

/// A terminal that shrinks forgets what stood beyond its edge, so that all must be written anew even if the program saw no change.
#[test]
fn a_storm_of_sizes_leaves_a_whole_screen() {
    let corner = Corner::new();
    let pty = first_start(&corner, USUAL);
    let before = pty.picture();
    for round in 0..30 {
        for size in [(40, 12), (100 + round, 30), (1, 1), USUAL] {
            pty.resize(size);
        }
        pty.wait_for_picture(&format!("the screen as before in round {round}"), &before);
    }
}

/// The parameters of all SGR sequences (ECMA-48), sequence by sequence.
fn looks(raw: &str) -> Vec<Vec<u16>> {
    let parameters = |part: &str| {
        let digits: String = part.chars().take_while(|c| c.is_ascii_digit() || *c == ';').collect();
        part[digits.len()..].starts_with('m').then(|| digits.split(';').map(|n| n.parse().unwrap_or(0)).collect())
    };
    raw.split("\x1b[").skip(1).filter_map(parameters).collect()
}

/// Whether a sequence sets a colour; 39 and 49 go back to the terminal's own.
fn is_colour(parameters: &[u16]) -> bool {
    parameters.iter().any(|n| matches!(n, 30..=38 | 40..=48 | 90..=107))
}

/// Everything that is written on the way through all kinds of screens.
fn tour(arguments: &[&str], environment: &[(&str, &str)]) -> (Vec<Vec<u16>>, bool) {
    let corner = Corner::new();
    let mut pty = Pty::start(&corner, USUAL, arguments, environment);
    pty.wait_for("Look at the map first");
    let reversed = {
        let seen = pty.seen();
        let (row, column) = seen.terminal.screen().cursor_position();
        seen.terminal.screen().cell(row, column).unwrap().inverse()
    };
    for (keys, words) in [
        ("\x1b[B\r", "Lessons"),
        (DOWN, "You will be able to"),
        (ENTER, "before you read"),
        ("x", "lesson 0"),
        ("G\r", "question 1"),
    ] {
        pty.keys(keys);
        pty.wait_for(words);
    }
    pty.keys("1 2\r3");
    pty.wait_until("the verdict", |seen| seen.text().contains("Right") || seen.text().contains("Not quite"));
    pty.keys("q");
    assert_eq!(pty.exit_code(), 0);
    (looks(&pty.seen().raw()), reversed)
}

#[test]
fn without_colour_nothing_is_coloured_and_the_focus_is_still_seen() {
    for (arguments, environment) in
        [(&[][..], &[("NO_COLOR", "1")][..]), (&["--color", "never"], &[]), (&["--theme", "mono"], &[])]
    {
        let (looks, reversed) = tour(arguments, environment);
        let colours: Vec<_> = looks.iter().filter(|parameters| is_colour(parameters)).collect();
        assert!(colours.is_empty(), "{arguments:?} {environment:?}: {colours:?}");
        assert!(looks.iter().flatten().any(|n| *n == 7) && reversed, "{arguments:?} {environment:?}: the focus is not reversed");
        assert!(looks.iter().flatten().any(|n| *n == 1), "{arguments:?} {environment:?}: nothing is bold");
    }
    assert!(
        tour(&[], &[("NO_COLOR", "")]).0.iter().any(|parameters| is_colour(parameters)),
        "an empty NO_COLOR asks for nothing"
    );
    assert!(tour(&["--color", "always"], &[("NO_COLOR", "1")]).0.iter().any(|parameters| is_colour(parameters)));
}

/// How often the threads of a process went to sleep by themselves so far.
#[cfg(target_os = "linux")]
fn naps(pty: &Pty) -> u64 {
    let threads = fs::read_dir(format!("/proc/{}/task", pty.pid.as_raw_nonzero())).unwrap();
    let of_one = |status: String| -> u64 {
        let line = status.lines().find_map(|line| line.strip_prefix("voluntary_ctxt_switches:")).unwrap();
        line.trim().parse().unwrap()
    };
    threads.map(|thread| of_one(fs::read_to_string(thread.unwrap().path().join("status")).unwrap())).sum()
}

#[cfg(target_os = "linux")]
#[test]
fn a_program_left_alone_sleeps() {
    check_asleep(Duration::from_secs(2));
}

/// Nothing is written and nothing wakes while nobody does anything for so long.
#[cfg(target_os = "linux")]
#[track_caller]
pub fn check_asleep(rest: Duration) {
    let corner = Corner::new();
    let mut pty = first_start(&corner, USUAL);
    pty.keys(ENTER);
    pty.wait_for("before you read");
    pty.keys("x");
    pty.wait_for("You will be able to");
    // The place in the lesson is written down once the reader has settled there.
    pty.wait_for_rest(Duration::from_millis(1200));
    assert!(corner.sittings().exists());
    let (written, before) = (pty.seen().bytes.len(), naps(&pty));
    assert!(!pty.comes_within(rest, |seen| seen.bytes.len() > written), "something was written");
    let woke = naps(&pty) - before;
    assert!(woke < 5, "it woke {woke} times");
}

#[test]
fn a_terminal_that_cannot_move_its_cursor_is_spoken_to_line_by_line() {
    let corner = Corner::new();
    let mut pty = Pty::start(&corner, USUAL, &[], &[("TERM", "dumb")]);
    pty.wait_for("1 or 2");
    pty.keys("2\r");
    pty.wait_for("0 of 10 lessons");
    pty.keys("quit\r");
    assert_eq!(pty.exit_code(), 0);
    assert!(!pty.seen().raw().contains('\x1b'), "{:?}", pty.seen().raw());
}

#[test]
fn odd_surroundings_change_nothing() {
    let corner = Corner::new();
    let expected = first_start(&corner, USUAL).picture();
    let odd: [&[(&str, &str)]; 3] =
        [&[("TERM", "")], &[("TERM", "no-such-terminal")], &[("COLUMNS", "7"), ("LINES", "x"), ("CLICOLOR_FORCE", "1")]];
    for environment in odd {
        let pty = Pty::start(&corner, USUAL, &[], environment);
        pty.wait_for_picture(&format!("the first screen with {environment:?}"), &expected);
    }
}

#[test]
fn where_the_locale_knows_no_utf8_everything_is_ascii() {
    let corner = Corner::new();
    for environment in [&[("LC_ALL", "C")], &[("TERM", "linux")]] {
        let pty = Pty::start(&corner, USUAL, &[], environment);
        pty.wait_for("Look at the map first");
        assert!(pty.text().is_ascii(), "{}", pty.text());
    }
}

#[test]
fn keys_come_from_the_terminal_where_stdin_is_something_else() {
    let corner = Corner::new();
    for line in ["exec \"$PROGRAM\" </dev/null", "echo words | \"$PROGRAM\""] {
        let arguments: Vec<OsString> = ["sh", "-c", line].map(OsString::from).into();
        let mut pty = Pty::run(&corner, USUAL, &arguments, &[]);
        pty.wait_for("Look at the map first");
        pty.keys("q");
        assert_eq!(pty.exit_code(), 0, "{line}");
        pty.check_given_back();
    }
}

/// A cat on the keyboard: many keys, unknown sequences, half a character, a pasted escape, answers to questions nobody asked.
#[test]
fn no_flood_of_keys_stops_the_program() {
    let corner = Corner::new();
    let mut pty = quiz(&corner, "1");
    pty.keys(&"jk".repeat(3000));
    // A full line of the terminal would cut the sequences that follow, and half of one is typing.
    pty.wait_for_rest(Duration::from_millis(200));
    for junk in
        ["\x1b[999;999~", "\x1b[<0;10;10M", "\x1b[24;80R", "\x1b]11;rgb:0/0/0\x07", "\x1b[200~x\x1b[31m\x1b[201~", "é日👩‍👩‍👧"]
    {
        pty.keys(junk);
    }
    pty.keys(ESC);
    pty.wait_for("Lessons");
    pty.keys("q");
    assert_eq!(pty.exit_code(), 0);
    pty.check_given_back();
}

/// An editor gets the keys while it runs, and what it wrote is shown when it is left.
#[test]
fn a_folders_lesson_is_edited_and_read_again() {
    let corner = Corner::new();
    let course = corner.course("course", COURSE);
    let editor = corner.write("edit", "#!/bin/sh\nprintf 'editing:'\nread word\nprintf '\\n%s\\n' \"$word\" >> \"$1\"\n");
    std::fs::set_permissions(&editor, std::os::unix::fs::PermissionsExt::from_mode(0o700)).unwrap();
    let mut pty = Pty::start(&corner, USUAL, &["--course", &course], &[("EDITOR", editor.to_str().unwrap())]);
    pty.wait_for("A small course");
    pty.keys(ENTER);
    pty.wait_for("lesson 1");
    pty.keys("e");
    pty.wait_for("editing:");
    pty.keys("jumping\r");
    pty.wait_for("jumping");
    pty.keys("q");
    assert_eq!(pty.exit_code(), 0);
    pty.check_given_back();
}

/// Where the settings say so, clicks are taken, and the terminal is as before afterwards.
#[test]
fn the_mouse_is_taken_where_it_was_asked_for_and_given_back() {
    let corner = Corner::new();
    corner.write("data/config.toml", "mouse = true\n");
    let mut pty = quiz(&corner, "1");
    assert!(pty.seen().raw().contains("\x1b[?1000h\x1b[?1006h"));
    pty.keys("\x1b[<0;10;8M\x1b[<0;10;8m");
    pty.keys(ENTER);
    pty.wait_for("How sure are you?");
    pty.keys("4");
    pty.wait_until("the verdict", shows_saved_verdict);
    pty.keys("q");
    assert_eq!(pty.exit_code(), 0);
    pty.check_given_back();
    assert!(pty.seen().raw().contains("\x1b[?1006l\x1b[?1000l"));
}

/// An open answer may be written in the learner's own editor, and comes back from it.
#[test]
fn an_open_answer_is_written_in_an_editor() {
    let corner = Corner::new();
    let course = corner.course("course", &crate::kinds::course());
    let editor = corner.write("edit", "#!/bin/sh\nprintf 'written elsewhere' > \"$1\"\n");
    std::fs::set_permissions(&editor, std::os::unix::fs::PermissionsExt::from_mode(0o700)).unwrap();
    let mut pty = Pty::start(&corner, USUAL, &["quiz", "3", "--course", &course], &[("VISUAL", editor.to_str().unwrap())]);
    for question in 2..=7 {
        pty.keys("x");
        pty.wait_for(&format!("question {question} of"));
    }
    // A word to type takes letters for typing until Esc.
    pty.keys(ESC);
    pty.wait_for("skip");
    pty.keys("x");
    pty.wait_for("Write an intent");
    pty.keys(ESC);
    pty.wait_for("e editor");
    pty.keys("e");
    pty.wait_for("written elsewhere");
    pty.keys("\r");
    pty.wait_for("Does yours have");
}
