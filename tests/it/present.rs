//! A workshop in a real terminal: it is killed and goes on where it stood.

#![cfg(unix)]

use crate::corner::Corner;
use crate::pty::{CTRL_C, ENTER, Pty, USUAL};

/// A lesson with a card and a question for the room.
const COURSE: &str = "\
//- course.toml
format = 1
id = \"small\"
title = \"A small course\"
//- 01-first/lesson.md
+++
title = \"First things\"
minutes = 4
contrast = \"planning / vision\"
+++
| Management | Leadership |
|---|---|
| How? | Where to? |
//- 01-first/quiz.toml
[[questions]]
id = \"f-1\"
kind = \"truefalse\"
prompt = \"Is the first so?\"
answer = true
why_true = \"It is.\"
why_false = \"It is.\"
";

fn present(corner: &Corner, arguments: &[&str]) -> Pty {
    let course = corner.course("course", COURSE);
    let all: Vec<&str> = [&["present", "--course", &course], arguments].concat();
    Pty::start(corner, USUAL, &all, &[])
}

#[test]
fn a_workshop_that_was_killed_goes_on_where_it_stood() {
    let corner = Corner::new();
    let stages = [
        ("", "Can the back row read this line?"),
        ("\r", "What for"),
        ("\r", "First things"),
        ("\r\r112", "3 of 24 have voted"),
        ("\r", "The vote is closed"),
        ("\r", "Find someone who voted otherwise"),
        ("\r=1 2\r", "3 of 24 have voted"),
        ("\r", "From 2 to 1 of 3."),
    ];
    let mut pty = present(&corner, &["1", "--length", "15"]);
    for (nth, (keys, words)) in stages.into_iter().enumerate() {
        pty.keys(keys);
        pty.wait_for(words);
        pty.kill();
        pty = present(&corner, &["--resume"]);
        if nth > 0 {
            pty.wait_for("The clock stands");
            pty.keys(ENTER);
        }
        pty.wait_for(words);
    }
    pty.keys("q");
    assert_eq!(pty.exit_code(), 0);
    pty.check_given_back();
    assert!(pty.seen().raw().contains("--resume"));
}

#[test]
fn present_asks_what_and_how_long_where_nothing_was_said() {
    let corner = Corner::new();
    let mut pty = present(&corner, &[]);
    pty.wait_for("nothing is running yet");
    pty.keys(ENTER);
    pty.wait_for("We begin at");
    pty.keys(CTRL_C);
    assert_eq!(pty.exit_code(), 0);
}

#[test]
fn what_cannot_go_on_says_why() {
    let corner = Corner::new();
    let told = corner.contrasts(&["present"]);
    assert_eq!(told.code, 2);
    assert!(told.err.contains("needs a terminal"), "{}", told.err);
    let pty = present(&corner, &["--resume"]);
    assert_eq!(pty.exit_code(), 2);
    assert!(pty.text().contains("there is no workshop to go on with"));
}
