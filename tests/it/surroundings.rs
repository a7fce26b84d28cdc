//! Where the program is run: a terminal that is dumb, no colour, a locale without UTF-8, no home, no terminal, streams that are closed or
//! full. Each case names the exit code and what is on both streams; nowhere does it panic, and nowhere is an escape sequence written.

use std::process::{Command, Stdio};

use assert_cmd::cargo::cargo_bin;
use contrasts::course::Id;
use contrasts::store::sitting::read_all;

use crate::corner::{Corner, Told, told};
use crate::journey::COURSE;

/// Commands that print something and end.
const PRINTING: &[&str] = &[
    "list",
    "list --json",
    "read 1",
    "progress",
    "progress --json",
    "report",
    "report --format html",
    "report --format csv",
    "guide 1",
    "doctor",
    "doctor --json",
    "paths",
    "man",
    "completions bash",
    "check --message-format short",
    "check --message-format json",
    "--help",
    "read --help",
    "--version",
    "",
    "--plain",
];

/// An answer to the first question of the course, and the end of the input.
const AN_ANSWER: &str = "1\nx\nend\n\n1\n3\n";

fn run(corner: &Corner, arguments: &str, environment: &[(&str, &str)], input: &'static str) -> Told {
    let command = &mut corner.command();
    command.args(["--data-dir", "data"]).args(arguments.split_whitespace()).envs(environment.iter().copied());
    told(command.write_stdin(input))
}

#[track_caller]
fn check_ends(told: &Told, code: i32, arguments: &str) {
    assert_eq!(told.code, code, "{arguments}: {told:?}");
    assert!(!told.err.contains("panicked"), "{arguments}: {told:?}");
    assert!(!told.out.contains('\u{1b}') && !told.err.contains('\u{1b}'), "{arguments}: {told:?}");
}

#[test]
fn a_dumb_terminal_or_no_colour_prints_no_escape_sequence() {
    let corner = Corner::new();
    let course = corner.course("course", COURSE);
    for environment in [("TERM", "dumb"), ("NO_COLOR", "1"), ("TERM", "")] {
        for arguments in PRINTING {
            let told = run(&corner, arguments, &[environment, ("CONTRASTS_COURSE", &course)], "");
            check_ends(&told, 0, arguments);
            assert!(!told.out.is_empty(), "{arguments} says nothing under {environment:?}");
        }
    }
}

#[test]
fn where_the_locale_knows_no_utf8_everything_for_people_has_plain_signs() {
    let corner = Corner::new();
    let for_people =
        ["list", "read 3", "progress", "report", "guide 1", "doctor", "paths", "check", "man", "--help", "", "read zzz"];
    for arguments in for_people {
        let told = run(&corner, arguments, &[("LC_ALL", "C")], "");
        check_ends(&told, if arguments == "read zzz" { 2 } else { 0 }, arguments);
        let foreign = |text: &str| text.chars().find(|c| !c.is_ascii() && !c.is_alphabetic() && *c != '£');
        assert_eq!((foreign(&told.out), foreign(&told.err)), (None, None), "{arguments}: {told:?}");
    }
    let spoken = run(&corner, "--plain", &[("LC_ALL", "C")], "2\n3\nx\n\n\n\n\n\n\nend\n\n1\n?\nmap\nterms\nback\n:sources\n1\n");
    check_ends(&spoken, 0, "--plain");
    let foreign = spoken.out.chars().find(|c| !c.is_ascii() && !c.is_alphabetic() && *c != '£');
    assert_eq!(foreign, None, "{}", spoken.out);
}

/// Without a home there is no place for answers: the course is there all the same, and each prompt says what is not saved. Only root can
/// become someone without a home; for others the system always knows one.
#[cfg(unix)]
#[test]
fn without_a_home_answers_are_asked_for_and_said_to_be_unsaved() {
    use std::io::Write;
    use std::os::unix::process::CommandExt;
    if !rustix::process::geteuid().is_root() {
        return;
    }
    let mut command = Command::new(cargo_bin!("contrasts"));
    command.arg("--plain").env_clear().env("TMPDIR", "/nowhere").current_dir("/").uid(54_321);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(AN_ANSWER.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let [out, err] = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap());
    assert_eq!(output.status.code(), Some(0), "{err}");
    assert!(out.contains("Not saved yet: there is no home folder to keep answers in; start with --data-dir DIR"), "{out}");
    assert!(out.contains("You were fairly sure.") && !out.contains("Saved."), "{out}");
    assert!(err.contains("could not be saved") && err.contains("nor copied to /nowhere/"), "{err}");
}

#[test]
fn without_a_terminal_it_is_said_what_works_instead() {
    let corner = Corner::new();
    for arguments in ["", "review", "quiz 1"] {
        let told = run(&corner, arguments, &[], AN_ANSWER);
        check_ends(&told, 0, arguments);
        assert_eq!(told.err, "");
        assert!(told.out.contains("Without one: contrasts --plain, contrasts list"), "{}", told.out);
    }
    let told = run(&corner, "notes", &[], "");
    check_ends(&told, 2, "notes");
    assert_eq!(told.out, "");
    assert!(told.err.contains("needs a terminal"), "{}", told.err);
    assert!(!corner.sittings().exists(), "nothing was done");
}

/// Runs the program under a shell that takes streams away; answers its exit code and what stands on stderr.
#[cfg(target_os = "linux")]
fn redirected(corner: &Corner, arguments: &str, streams: &str) -> (Option<i32>, String) {
    let script = format!("exec '{}' --data-dir data --course course {arguments} {streams}", cargo_bin!("contrasts").display());
    let mut command = Command::new("sh");
    command.args(["-c", &script]).env_clear().envs(corner.environment()).current_dir(corner.path(""));
    let output = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).output().unwrap();
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

#[cfg(target_os = "linux")]
#[test]
fn closed_streams_end_nothing_and_a_full_disk_is_named() {
    let corner = Corner::new();
    corner.course("course", COURSE);
    for arguments in PRINTING {
        for streams in ["<&-", ">&-", "<&- >&- 2>&-"] {
            assert_eq!(redirected(&corner, arguments, streams), (Some(0), String::new()), "{arguments} {streams}");
        }
        let full = redirected(&corner, arguments, ">/dev/full");
        assert_eq!(full, (Some(2), "contrasts: cannot write the output: the disk is full\n".to_owned()), "{arguments}");
        assert_eq!(redirected(&corner, arguments, ">/dev/full 2>/dev/full").0, Some(2), "{arguments}");
    }
    // What is wrong goes to stderr, and the answer stays the same where nobody can read it.
    assert_eq!(redirected(&corner, "--no-such-option", "2>/dev/full").0, Some(2));
    assert_eq!(redirected(&corner, "read zzz", "2>&-").0, Some(2));
}

/// Whoever answers into a full or closed stream loses nothing.
#[cfg(target_os = "linux")]
#[test]
fn an_answer_is_kept_though_nobody_hears_the_verdict() {
    for (streams, code) in [("<lines >&-", 0), ("<lines >/dev/full", 2), ("<lines 2>&-", 0)] {
        let corner = Corner::new();
        corner.course("course", COURSE);
        corner.write("lines", "1\nend\n\n1\n3\n");
        let (ended, complaint) = redirected(&corner, "--plain", streams);
        assert_eq!(ended, Some(code), "{streams}: {complaint}");
        let (events, failures) = read_all(&corner.sittings(), &Id::new("c").unwrap());
        assert!(failures.is_empty());
        // Into a full stream not even the first prompt goes, so that nothing was asked.
        assert_eq!(events.is_empty(), code == 2, "{streams}");
    }
    let corner = Corner::new();
    corner.course("course", COURSE);
    assert_eq!(redirected(&corner, "--plain", "</ >/dev/null").0, Some(0), "a folder has no lines");
}
