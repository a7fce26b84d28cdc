//! `--log`: what stands in a report of a bug, and what does not.

use crate::corner::Corner;
use crate::pty::{ENTER, Pty};
use crate::terminal::{ANSWER, COURSE, shows_saved_verdict};

#[test]
fn the_log_tells_what_the_program_did_and_nothing_that_was_answered() {
    let corner = Corner::new();
    let (course, log) = (corner.course("course", COURSE), corner.named("log.txt"));
    let mut pty = Pty::start(&corner, (80, 24), &["quiz", "1", "--course", &course, "--log", &log], &[]);
    pty.wait_for(" so?");
    pty.keys(ENTER);
    pty.keys(ANSWER);
    pty.wait_until("the verdict", shows_saved_verdict);
    pty.keys("!");
    pty.wait_for("note it");
    pty.keys("a secret doubt\r");
    pty.wait_until("the doubt", |seen| !seen.text().contains("note it"));
    pty.keys("q");
    assert_eq!(pty.exit_code(), 0);
    let text = std::fs::read_to_string(&log).unwrap();
    for told in
        [env!("CARGO_PKG_VERSION"), "TERM is xterm-256color", "a terminal of 80x24", "lessons 3", "saved, ", "ends with 0"]
    {
        assert!(text.contains(told), "{told} is not in {text}");
    }
    for untold in ["secret", "Is the first so", "True", "picked"] {
        assert!(!text.contains(untold), "{untold} is in {text}");
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::metadata(&log).unwrap().permissions().mode() & 0o777, 0o600);
    }
}

#[test]
fn what_is_said_on_stderr_is_in_the_log_and_a_log_that_cannot_be_written_is_refused() {
    let corner = Corner::new();
    let log = corner.named("log.txt");
    let told = corner.contrasts(&["read", "no-such-lesson", "--log", &log]);
    assert_eq!(told.code, 2);
    let text = std::fs::read_to_string(&log).unwrap();
    assert!(text.contains("no lesson is called “no-such-lesson”") && text.contains("ends with 2"), "{text}");
    let told = corner.contrasts(&["list", "--log", &corner.named("nowhere/log.txt")]);
    assert_eq!((told.code, told.out.as_str()), (2, ""));
    assert!(told.err.contains("cannot write the log"), "{}", told.err);
}
