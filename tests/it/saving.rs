//! Saving, as the learner sees it: two programs at once, and a disk that refuses. What is not saved is said, kept, and asked about.

#![cfg(unix)]

use std::fs;
use std::time::Duration;

use crate::corner::Corner;
use crate::pty::{DOWN, ENTER, ESC, F9, Pty};
use crate::terminal::{ANSWER, quiz, quiz_at, shows_saved_verdict, states};

/// Before the program tries again by itself.
const SOONER: Duration = Duration::from_secs(2);

#[test]
fn two_programs_on_one_profile_lose_nothing_of_each_other() {
    let corner = Corner::new();
    let (mut one, mut other) = (quiz(&corner, "1"), quiz(&corner, "2"));
    for pty in [&mut one, &mut other] {
        pty.keys(ANSWER);
        pty.wait_until("the verdict", shows_saved_verdict);
    }
    for pty in [&mut other, &mut one] {
        pty.keys("\rq");
        assert_eq!(pty.exit_code(), 0);
    }
    assert_eq!(states(&corner), ["passed", "not-passed", "new"]);
    assert_eq!(fs::read_dir(corner.sittings()).unwrap().count(), 2, "a file for each, and nothing left over");
}

#[test]
fn what_cannot_be_saved_is_said_and_saved_once_it_can_be() {
    let corner = Corner::new();
    let obstacle = corner.write("data/sittings", "no folder");
    let mut pty = quiz(&corner, "1");
    pty.wait_for("Not saved yet");
    pty.keys(ANSWER);
    pty.wait_for("Right.");
    pty.wait_for("Your last answer is kept here");
    fs::remove_file(obstacle).unwrap();
    pty.keys(F9);
    assert!(pty.comes_within(SOONER, |seen| seen.text().contains("Saved.")), "F9 does nothing at once: {}", pty.text());
    assert!(!pty.text().contains("Not saved"), "{}", pty.text());
    assert_eq!(states(&corner)[0], "passed");
    pty.keys("q");
    assert_eq!(pty.exit_code(), 0, "nothing is unsaved, nothing is asked");
}

#[test]
fn a_save_that_failed_is_tried_again_without_being_asked() {
    let corner = Corner::new();
    let obstacle = corner.write("data/sittings", "no folder");
    let pty = quiz(&corner, "1");
    pty.wait_for("Not saved yet");
    fs::remove_file(obstacle).unwrap();
    pty.wait_for("Saved.");
}

/// An answer that cannot be saved, and the question what shall happen with it.
#[track_caller]
fn leaving_unsaved(corner: &Corner) -> Pty {
    corner.write("data/sittings", "no folder");
    let mut pty = quiz_at(corner, (160, 24), "1");
    pty.keys(ANSWER);
    pty.wait_for("Not saved yet");
    pty.keys("q");
    pty.wait_for("What shall happen with it?");
    pty
}

#[test]
fn leaving_with_something_unsaved_asks_and_can_be_thought_over() {
    let corner = Corner::new();
    let mut pty = leaving_unsaved(&corner);
    assert!(pty.text().contains("One answer is not saved"), "{}", pty.text());
    pty.keys(ESC);
    pty.wait_for("Right.");
    fs::remove_file(corner.sittings()).unwrap();
    pty.keys("q\r");
    assert!(pty.comes_within(SOONER, |seen| seen.text().contains("Saved.")), "nothing was tried: {}", pty.text());
    assert_eq!(states(&corner)[0], "passed");
}

#[test]
fn what_cannot_be_saved_is_kept_elsewhere_named_and_counts_once_copied() {
    let corner = Corner::new();
    let mut pty = leaving_unsaved(&corner);
    pty.keys(DOWN);
    pty.keys(ENTER);
    assert_eq!(pty.exit_code(), 0);
    pty.check_given_back();
    check_kept_elsewhere(&corner, &pty);
}

#[test]
fn a_signal_does_not_lose_what_could_not_be_saved() {
    let corner = Corner::new();
    let pty = leaving_unsaved(&corner);
    pty.signal(rustix::process::Signal::TERM);
    assert_eq!(pty.exit_code(), 143);
    check_kept_elsewhere(&corner, &pty);
}

/// The last words name the folder, and its file counts when it is copied where it belongs.
#[track_caller]
fn check_kept_elsewhere(corner: &Corner, pty: &Pty) {
    let elsewhere = corner.elsewhere().unwrap();
    assert!(pty.text().contains(elsewhere.to_str().unwrap()), "{}", pty.text());
    assert!(pty.text().contains("could not be saved"), "{}", pty.text());
    fs::remove_file(corner.sittings()).unwrap();
    fs::create_dir(corner.sittings()).unwrap();
    for file in fs::read_dir(elsewhere).unwrap() {
        let file = file.unwrap();
        fs::copy(file.path(), corner.sittings().join(file.file_name())).unwrap();
    }
    assert_eq!(states(corner)[0], "passed");
}

#[test]
fn leaving_without_the_unsaved_leaves_nothing_behind() {
    let corner = Corner::new();
    let mut pty = leaving_unsaved(&corner);
    pty.keys(DOWN);
    pty.keys("j\r");
    assert_eq!(pty.exit_code(), 0);
    pty.check_given_back();
    assert_eq!(corner.elsewhere(), None);
    assert_eq!(pty.text().trim(), "");
}
