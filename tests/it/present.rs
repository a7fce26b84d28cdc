//! A workshop in a real terminal: it is killed and goes on where it stood.

#![cfg(unix)]

use crate::corner::{Corner, told};
use crate::pty::{CTRL_C, ENTER, Pty, USUAL};

/// A lesson with a card and a question for the room.
pub const COURSE: &str = "\
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

pub fn present(corner: &Corner, arguments: &[&str]) -> Pty {
    let course = corner.course("course", COURSE);
    let all: Vec<&str> = [&["present", "--course", &course], arguments].concat();
    Pty::start(corner, USUAL, &all, &[])
}

/// Every stage there is: the keys that lead to it from the one before, what the room sees, and what the console says of it.
const STAGES: [(&str, &str, &str); 15] = [
    ("", "Can the back row read this line?", "Ask the back row."),
    ("\r", "What for", "Welcome"),
    ("\r=1 2 0 4\r", "7 of 24 have a place", "The middle stands at 3, half from 1"),
    ("\r", "First things", "The contrast"),
    ("\r\r112", "3 of 24 have voted", "Vote, round 1"),
    ("\r", "The vote is closed", "the first round is closed"),
    ("\r", "Find someone who voted otherwise", "Walk about and listen."),
    ("\r=1 2\r", "3 of 24 have voted", "Vote, round 2"),
    ("\r", "From 2 to 1 of 3.", "Reveal"),
    ("\r", "And with us?", "One question, three answers"),
    ("\r", "We go on", "Say when we go on"),
    ("\r=0 0 0 5\r", "5 of 24 have a place", "The middle stands at 3, half from 3"),
    ("\r", "half of us from 1 to 3", "Ask someone who moved"),
    ("\r", "One sentence for next week.", "Two quiet minutes"),
    ("\r", "Thank you.", "Close"),
];

/// Without notice, in every stage: what stands on both screens is what stood there, with every count, and the clock stood meanwhile.
#[test]
fn a_workshop_that_was_killed_goes_on_where_it_stood() {
    let corner = Corner::new();
    let course = corner.course("course", COURSE);
    let mut room = present(&corner, &["1", "--length", "90"]);
    for (nth, (keys, words, on_console)) in STAGES.into_iter().enumerate() {
        room.keys(keys);
        room.wait_for(words);
        room.kill();
        room = present(&corner, &["--resume"]);
        room.wait_for(if nth > 0 { "The clock stands" } else { words });
        let console = Pty::start(&corner, USUAL, &["notes", "--course", &course], &[]);
        if nth > 0 {
            console.wait_for("paused");
            room.keys(ENTER);
        }
        room.wait_for(words);
        console.wait_for(on_console);
    }
    room.keys("q");
    assert_eq!(room.exit_code(), 0);
    room.check_given_back();
}

/// What covers a stage is no stage: after a blank screen, a pause or a break that was killed, the stage is there, and paused.
#[test]
fn what_covered_a_stage_that_was_killed_is_a_pause_afterwards() {
    let corner = Corner::new();
    let mut room = present(&corner, &["1", "--length", "15"]);
    room.wait_for("We begin at");
    room.keys("\r\r\r\r112");
    room.wait_for("3 of 24 have voted");
    for (key, words) in [(".", ""), ("p", "The clock stands"), ("B", "We go on")] {
        room.keys(key);
        room.wait_until(
            "the cover",
            |seen| if words.is_empty() { seen.text().trim().is_empty() } else { seen.text().contains(words) },
        );
        room.kill();
        room = present(&corner, &["--resume"]);
        room.wait_for("The clock stands");
        room.keys(ENTER);
        room.wait_for("3 of 24 have voted");
    }
    room.keys("q");
    assert_eq!(room.exit_code(), 0);
    assert!(room.seen().raw().contains("--resume"));
}

/// Of all that was ever written to the shared screen before the reveal, nothing tells how hands fell or what the console advises; not
/// even while the numbers are typed.
#[test]
fn no_byte_on_the_shared_screen_tells_how_votes_fall_before_the_reveal() {
    let corner = Corner::new();
    let mut room = present(&corner, &["1", "--length", "15"]);
    room.wait_for("We begin at");
    room.keys("\r\r\r\r");
    room.wait_for("0 of 24 have voted");
    for (counts, after) in [("=417 1", "Counting: 2 of 2"), ("83\r", "600 of 600 have voted"), ("\r", "The vote is closed")] {
        room.keys(counts);
        room.wait_for(after);
    }
    room.keys("\r");
    room.wait_for("Find someone");
    room.keys("\r=399 201\r");
    room.wait_for("600 of 600 have voted");
    let raw = room.seen().raw();
    for secret in ["%", "417", "183", "399", "201", "are right", "teach", "Half", "then again", "gate", "is right"] {
        assert!(!raw.contains(secret), "“{secret}” was written to the shared screen before the reveal");
    }
    room.keys("\r");
    room.wait_for("70 %");
    room.wait_for("399");
}

#[test]
fn a_workshop_that_was_closed_leaves_a_report_with_the_numbers_of_its_journal() {
    let corner = Corner::new();
    let mut pty = present(&corner, &["1", "--length", "15"]);
    pty.wait_for("We begin at");
    pty.keys("\r\r\r\r=4 6\r\r\r\r=7 3\r\r");
    pty.wait_for("From 4 to 7 of 10: 0.50 of what there was to gain.");
    pty.keys("\r\r\r");
    pty.wait_for("Thank you.");
    pty.keys("q");
    assert_eq!(pty.exit_code(), 0);
    let file = |ending: &str| {
        let entries = std::fs::read_dir(corner.path("data/workshops")).unwrap().flatten();
        let found = entries.map(|entry| entry.path()).find(|path| path.extension().is_some_and(|it| it == ending));
        std::fs::read_to_string(found.unwrap()).unwrap()
    };
    assert!(file("toml").contains("counts = [7, 3]"));
    let report = file("md");
    for words in
        ["| A True **✓** | 4 | ████\u{a0}40\u{a0}% | 7 | ███████\u{a0}70\u{a0}% | +3 |", "Normalised gain: 0.50", "| Pairs | "]
    {
        assert!(report.contains(words), "{words} is not in the report:\n{report}");
    }
    assert!(file("csv").contains("f-1,1,judgement,10,10,0.4,0.7,0.5,,,,,,,4 6,7 3,hands\r\n"), "{}", file("csv"));
    let page = file("html");
    for words in ["<strong>A True ✓</strong>", "<td class=\"figure\">+3</td>", "Next time", "70 %"] {
        assert!(page.contains(words), "{words} is not on the page:\n{page}");
    }
    // The same once more, and in the format that is asked for.
    let course = corner.course("course", COURSE);
    let told = corner.contrasts(&["report", "--workshop", "--course", &course]);
    assert_eq!((told.code, told.out.as_str()), (0, report.as_str()), "{}", told.err);
    let file = corner.path("held.html");
    let told =
        corner.contrasts(&["report", "--workshop", "--course", &course, "--format", "html", "--output", file.to_str().unwrap()]);
    assert_eq!((told.code, std::fs::read_to_string(&file).unwrap()), (0, page), "{}", told.err);
    assert_eq!(corner.contrasts(&["report", "--workshop", "--course", &course, "--format", "xapi"]).code, 2);
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

#[test]
fn a_console_shows_what_the_room_must_not_see_and_drives_it() {
    let corner = Corner::new();
    let course = corner.course("course", COURSE);
    let notes = || Pty::start(&corner, USUAL, &["notes", "--course", &course], &[]);
    // The console may be there first.
    let mut console = notes();
    console.wait_for("No workshop is running");
    let room = present(&corner, &["1", "--length", "15"]);
    room.wait_for("We begin at");
    console.wait_for("Ask the back row.");
    // What it wishes of the light is the room's: the console stays as it was.
    console.keys("L");
    const LIGHT: &str = "48;5;231";
    room.wait_until("the light room", |seen| seen.raw().contains(LIGHT));
    assert!(!console.seen().raw().contains(LIGHT));
    console.keys("\r\r\r\r");
    room.wait_for("0 of 24 have voted");
    console.keys("=7 3\r");
    room.wait_for("10 of 24 have voted");
    console.wait_for("70 %");
    assert!(!room.text().contains('%'));
    // A second console comes late and sees the same.
    let late = notes();
    late.wait_for("70 %");
    // The room is killed and comes again; the console finds it.
    room.kill();
    console.wait_for("does not answer");
    let mut room = present(&corner, &["--resume"]);
    console.wait_for("paused");
    console.keys(ENTER);
    room.wait_for("10 of 24 have voted");
    room.keys(ENTER);
    console.wait_for("the first round is closed");
    room.keys("q");
    assert_eq!(room.exit_code(), 0);
    console.keys("q");
    assert_eq!(console.exit_code(), 0);
    let doors = std::fs::read_dir(corner.path("data/workshops")).unwrap().flatten();
    assert_eq!(doors.filter(|entry| entry.path().extension().is_some_and(|it| it == "door")).count(), 0);
}

/// The same for whoever hears the console, or pipes lines into it.
#[test]
fn a_console_in_lines_tells_what_happens_and_drives_the_room() {
    let corner = Corner::new();
    let course = corner.course("course", COURSE);
    let arguments = ["notes", "--plain", "--course", &course];
    let mut console = Pty::start(&corner, USUAL, &arguments, &[]);
    console.wait_for("No workshop is running");
    let mut room = present(&corner, &["1", "--length", "15"]);
    room.wait_for("We begin at");
    console.wait_for("For you: Ask the back row.");
    // A stage that is left at the shared screen is told without being asked for.
    room.keys(ENTER);
    console.wait_for("Enter: The contrast");
    console.keys("\r\r\r");
    room.wait_for("0 of 24 have voted");
    console.wait_for("For you: the key is ");
    console.keys("7 3\r");
    room.wait_for("10 of 24 have voted");
    console.wait_for("10 of 24 voted, A 7, B 3");
    let piped = |lines: &str| {
        let data = corner.path("data");
        told(corner.command().arg("--data-dir").arg(data).args(arguments).write_stdin(lines.to_owned()))
    };
    let late = piped("agenda\nundo\nquit\n");
    assert_eq!((late.code, late.err.as_str()), (0, ""), "{late:?}");
    assert!(late.out.contains("10 of 24 voted, A 7, B 3") && late.out.contains(", you are here"), "{}", late.out);
    assert!(!late.out.chars().any(|c| c.is_control() && c != '\n'), "{:?}", late.out);
    room.wait_for("0 of 24 have voted");
    room.kill();
    console.wait_for("The shared screen does not answer");
    let mut room = present(&corner, &["--resume"]);
    console.wait_for("A pause: the clock stands.");
    room.keys("q");
    assert_eq!(room.exit_code(), 0);
    console.keys("quit\r");
    assert_eq!(console.exit_code(), 0);
    let nobody = piped("\n1\n");
    assert_eq!(nobody.code, 0, "{nobody:?}");
    assert!(nobody.out.contains("No workshop is running on this machine"), "{}", nobody.out);
}

/// Slides made from a lesson are no answer to a screen that shows those of a script.
#[test]
fn a_console_that_reads_another_text_of_the_course_says_so() {
    let corner = Corner::new();
    let script = "//- 01-first/workshop.toml\nformat = 1\n[[slides]]\ntitle = \"Another\"\nlines = [\"Line.\"]\nkeep = 0\n";
    let room = present(&corner, &["1", "--length", "15"]);
    room.wait_for("We begin at");
    let other = corner.course("other", &format!("{COURSE}{script}"));
    let console = Pty::start(&corner, USUAL, &["notes", "--course", &other], &[]);
    console.wait_for("This console reads other texts");
    let same = Pty::start(&corner, USUAL, &["notes", "--course", &corner.course("course", COURSE)], &[]);
    same.wait_for("Ask the back row.");
    assert!(!same.text().contains("other texts"));
}

#[test]
fn whoever_does_not_know_the_word_is_shown_out() {
    use std::io::{Read, Write};
    let corner = Corner::new();
    let room = present(&corner, &["1", "--length", "15"]);
    room.wait_for("We begin at");
    let door = std::fs::read_dir(corner.path("data/workshops")).unwrap().flatten().map(|entry| entry.path());
    let door = door.into_iter().find(|path| path.extension().is_some_and(|it| it == "door")).unwrap();
    let port: u16 = std::fs::read_to_string(door).unwrap().split(' ').next().unwrap().parse().unwrap();
    let mut stranger = std::net::TcpStream::connect(("127.0.0.1", port)).unwrap();
    stranger.write_all(b"wrong\n{\"did\":\"went\",\"step\":\"close\"}\n").unwrap();
    let mut answer = Vec::new();
    // The way is closed, whatever else was said; some systems call that a reset.
    let _ = stranger.read_to_end(&mut answer);
    assert!(answer.is_empty());
    assert!(room.text().contains("We begin at"));
}

#[test]
fn the_guide_says_when_what_and_how_votes_are_counted() {
    let corner = Corner::new();
    let told = corner.contrasts(&["guide", "3", "--length", "90"]);
    assert_eq!(told.code, 0, "{}", told.err);
    for words in ["# Organising and aligning: a workshop of 90 minutes", "below 30 %", "**(key)**", "`u`", "\n# C\n", "Break"] {
        assert!(told.out.contains(words), "{words} is not in the guide:\n{}", told.out);
    }
    assert_eq!(corner.contrasts(&["guide", "--length", "14"]).code, 2);
    let file = corner.path("guide.html");
    let told = corner.contrasts(&["guide", "3", "--format", "html", "--output", file.to_str().unwrap()]);
    assert_eq!((told.code, told.out.as_str()), (0, ""), "{}", told.err);
    let page = std::fs::read_to_string(file).unwrap();
    crate::page::check(&page);
    for words in ["<kbd>u</kbd>", "<p class=\"card\">C</p>", "<strong>(key)</strong>", "below 30 %"] {
        assert!(page.contains(words), "{words} is not in the guide");
    }
}
