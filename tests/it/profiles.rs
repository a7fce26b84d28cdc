//! Several learners on one machine.

use crate::corner::Corner;

use crate::pty::{ENTER, Pty};
use crate::terminal::{ANSWER, COURSE, shows_saved_verdict};

const USUAL: (u16, u16) = (80, 24);

/// Someone answers the quiz of the first lesson under a name, or without one.
fn learns(corner: &Corner, course: &str, name: Option<&str>) {
    let mut arguments = vec!["quiz", "1", "--course", course];
    arguments.extend(name.into_iter().flat_map(|name| ["--profile", name]));
    let mut pty = Pty::start(corner, USUAL, &arguments, &[]);
    pty.wait_for(" so?");
    pty.keys(ENTER);
    pty.keys(ANSWER);
    pty.wait_until("the verdict", shows_saved_verdict);
    pty.keys("q");
    assert_eq!(pty.exit_code(), 0);
}

#[test]
fn where_several_learn_the_start_asks_who_and_each_finds_their_own() {
    let corner = Corner::new();
    let course = corner.course("course", COURSE);
    learns(&corner, &course, Some("berta"));
    learns(&corner, &course, Some("Anna Müller"));
    let mut pty = Pty::start(&corner, USUAL, &["--course", &course], &[]);
    pty.wait_for("Who learns?");
    let text = pty.text();
    assert!(text.find("Anna Müller") < text.find("berta") && !text.contains("without a name"), "{text}");
    // Neither the glossary nor a lesson is opened before it is known whose.
    pty.keys("t:");
    pty.keys("\x1b[B\r");
    pty.wait_for("1 of 3 lessons");
    pty.keys("q");
    assert_eq!(pty.exit_code(), 0);
    pty.check_given_back();
    assert!(!corner.sittings().exists(), "nobody without a name did anything");
}

#[test]
fn who_was_there_before_the_names_is_asked_for_as_well_and_what_they_do_stays_with_them() {
    let corner = Corner::new();
    let course = corner.course("course", COURSE);
    learns(&corner, &course, Some("berta"));
    corner.write("data/sittings/mine.toml", "format = 1\ncourse = \"another\"\n");
    let mut pty = Pty::start(&corner, USUAL, &["quiz", "1", "--course", &course], &[]);
    pty.wait_for("whoever learnt here without a name");
    pty.keys(ENTER);
    pty.wait_for(" so?");
    pty.keys(ENTER);
    pty.keys(ANSWER);
    pty.wait_until("the verdict", shows_saved_verdict);
    pty.keys("q");
    assert_eq!(pty.exit_code(), 0);
    assert_eq!(std::fs::read_dir(corner.sittings()).unwrap().count(), 2, "the answer lies beside what was there");
}

#[test]
fn a_name_on_the_command_line_is_not_asked_for_and_one_learner_never() {
    let corner = Corner::new();
    let course = corner.course("course", COURSE);
    learns(&corner, &course, None);
    let mut pty = Pty::start(&corner, USUAL, &["--course", &course], &[]);
    pty.wait_for("1 of 3 lessons");
    pty.keys("q");
    assert_eq!(pty.exit_code(), 0);
    let mut pty = Pty::start(&corner, USUAL, &["--course", &course, "--profile", "berta"], &[]);
    pty.wait_for("Look at the map first");
    pty.keys("q");
    assert_eq!(pty.exit_code(), 0);
}
