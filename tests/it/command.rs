//! The program from outside, without a terminal: exit codes, both streams, files.

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::process::{Command, Stdio};

use assert_cmd::cargo::cargo_bin;
use serde_json::Value;
use unicode_width::UnicodeWidthStr;

use crate::corner::{Corner, Told, told};

/// Two lessons; the first has a quiz of one question.
const COURSE: &str = "\
//- course.toml
format = 1
id = \"small\"
title = \"A small course\"
//- 01-first/lesson.md
+++
title = \"First things\"
minutes = 4
+++
## One

The first lesson has few words.
//- 01-first/quiz.toml
[[questions]]
id = \"f-1\"
kind = \"truefalse\"
prompt = \"Is it so?\"
answer = true
why_true = \"It is.\"
why_false = \"It is.\"
//- 02-second/lesson.md
+++
title = \"Second things\"
minutes = 12
+++
The second has no quiz.
";

/// Someone read the second lesson to its end, on another machine.
const SITTING: &str = "\
format = 1
course = \"small\"
device = \"desk\"
started = \"2026-11-24T09:30:00Z\"
program = \"contrasts 0.1.0\"

[[event]]
id = \"a-1\"
at = \"2026-11-24T09:31:00Z\"
did = \"finished\"
lesson = \"second\"
";

/// Every command that prints something, but the one about a terminal.
const COMMANDS: [&[&str]; 10] = [
    &[],
    &["list"],
    &["list", "--json"],
    &["read", "2"],
    &["progress"],
    &["paths"],
    &["paths", "--json"],
    &["completions", "bash"],
    &["man"],
    &["check", "--message-format", "short"],
];

#[track_caller]
fn check_done(told: &Told) {
    assert_eq!((told.code, told.err.as_str()), (0, ""), "{told:?}");
}

#[track_caller]
fn check_refused(told: &Told, words: &[&str]) {
    assert_eq!((told.code, told.out.as_str()), (2, ""), "{told:?}");
    for word in words {
        assert!(told.err.contains(word), "nothing about {word:?} in {:?}", told.err);
    }
    assert!(!told.err.contains("panicked"), "{}", told.err);
}

/// Words without the line breaks between them.
fn flowing(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error} in {text}"))
}

#[test]
fn list_names_each_lesson_and_where_it_stands() {
    let corner = Corner::new();
    let course = corner.course("course", COURSE);
    let told = corner.contrasts(&["list", "--course", &course]);
    check_done(&told);
    assert_eq!(told.out, "  1  First things     4 min\n  2  Second things   12 min\n");
    corner.write("data/sittings/a.toml", SITTING);
    let told = corner.contrasts(&["list", "--course", &course]);
    check_done(&told);
    assert_eq!(told.out.lines().last(), Some("  2  Second things   12 min  read"));
}

#[test]
fn list_is_json_for_scripts() {
    let corner = Corner::new();
    corner.write("data/sittings/a.toml", SITTING);
    let told = corner.contrasts(&["list", "--json", "--course", &corner.course("course", COURSE)]);
    check_done(&told);
    let list = json(&told.out);
    assert_eq!(list["course"], "small");
    let states: Vec<_> = list["lessons"].as_array().unwrap().iter().map(|lesson| &lesson["state"]).collect();
    assert_eq!(states, ["new", "read"]);
    assert_eq!((&list["lessons"][0]["id"], &list["lessons"][0]["number"]), (&"first".into(), &1.into()));
}

#[test]
fn a_sitting_that_cannot_be_read_is_named_and_the_rest_counts() {
    let corner = Corner::new();
    let course = corner.course("course", COURSE);
    corner.write("data/sittings/a.toml", SITTING);
    let broken = corner.write("data/sittings/b.toml", &SITTING[..100]);
    let newer = corner.write("data/sittings/c.toml", "format = 9\n");
    let told = corner.contrasts(&["list", "--course", &course]);
    assert_eq!(told.code, 0);
    for words in [broken.to_str().unwrap(), newer.to_str().unwrap(), "newer version", "everything else counts"] {
        assert!(told.err.contains(words), "nothing about {words:?} in {:?}", told.err);
    }
    assert!(told.out.ends_with("read\n"), "{}", told.out);
    assert_eq!(fs::read_to_string(broken).unwrap(), SITTING[..100]);
}

#[test]
fn a_lesson_is_read_as_plain_text_of_the_asked_width() {
    let corner = Corner::new();
    let told = corner.contrasts(&["read", "2", "--width", "60"]);
    check_done(&told);
    for line in told.out.lines() {
        assert!(line.width() <= 60, "{line:?} is {} wide", line.width());
        assert!(!line.chars().any(char::is_control), "{line:?}");
    }
    assert!(told.out.lines().any(|line| line.width() > 50), "the width is not used");
    assert!(told.out.contains("Planning and vision"));
}

#[test]
fn a_lesson_is_read_to_its_last_sentence_at_any_width() {
    let source = fs::read_to_string("lessons/02-planning-and-vision/lesson.md").unwrap();
    let last = source.lines().rfind(|line| !line.trim().is_empty()).unwrap();
    let words = last.split_once("]:").map_or(last, |(_, words)| words).replace(['*', '_', '>'], "");
    let corner = Corner::new();
    for width in ["24", "60", "1000"] {
        let told = corner.contrasts(&["read", "2", "--width", width]);
        check_done(&told);
        assert!(flowing(&told.out).contains(&flowing(&words)), "at {width}: {}", told.out);
    }
}

#[test]
fn a_lesson_is_found_by_number_id_and_title() {
    let corner = Corner::new();
    let by = |name: &str| {
        let told = corner.contrasts(&["read", name]);
        check_done(&told);
        told.out
    };
    assert_eq!(by("2"), by("planning-and-vision"));
    assert_eq!(by("2"), by("PLANNING and"));
    assert_ne!(by("2"), by("3"));
}

#[test]
fn an_unknown_lesson_is_refused_and_the_known_ones_are_named() {
    let corner = Corner::new();
    let course = corner.course("course", COURSE);
    let refused = |name: &str| corner.contrasts(&["read", name, "--course", &course]);
    check_refused(&refused("nowhere"), &["nowhere", "1 First things", "2 Second things"]);
    check_refused(&refused("things"), &["several", "1 First things", "2 Second things"]);
    check_refused(&refused(""), &["1 First things"]);
    check_refused(&refused("99999999999999999999"), &["1 First things"]);
    check_refused(&corner.contrasts(&["quiz", "1", "--width", "x"]), &["--width"]);
    check_refused(&corner.contrasts(&["read", "1", "--width", "0"]), &["--width"]);
}

#[test]
fn any_markdown_file_can_be_read() {
    let corner = Corner::new();
    let file = corner.write("notes.md", "\u{feff}# Notes\n\n- a *point*\n");
    let told = corner.contrasts(&["read", file.to_str().unwrap()]);
    check_done(&told);
    assert!(told.out.contains("Notes") && told.out.contains("a point"), "{}", told.out);
    assert!(!told.out.contains(['#', '*', '\u{feff}']), "{}", told.out);
    check_done(&corner.contrasts(&["read", "notes.md"]));
    corner.write("latin.md", b"caf\xe9");
    check_refused(&corner.contrasts(&["read", "latin.md"]), &["latin.md", "UTF-8"]);
    check_refused(&corner.contrasts(&["read", "missing.md"]), &["missing.md", "it is not there"]);
}

#[test]
fn paths_names_every_path_in_use() {
    let corner = Corner::new();
    let (sittings, course) = (corner.named("data/sittings"), corner.course("course", COURSE));
    let told = corner.contrasts(&["paths"]);
    check_done(&told);
    assert!(told.out.contains(&sittings) && told.out.contains("config.toml"), "{}", told.out);
    let told = corner.contrasts(&["paths", "--json", "--course", &course]);
    check_done(&told);
    let paths = json(&told.out);
    assert_eq!((&paths["sittings"], &paths["course"]), (&sittings.into(), &course.into()));
}

#[test]
fn a_profile_has_a_folder_of_its_own_and_never_leaves_it() {
    let corner = Corner::new();
    let told = corner.contrasts(&["paths", "--json", "--profile", "anna"]);
    check_done(&told);
    assert_eq!(json(&told.out)["sittings"], corner.named("data/profiles/anna/sittings"));
    for name in ["../x", "..", "", "a/b", "/etc", ".hidden"] {
        check_refused(&corner.contrasts(&["list", "--profile", name]), &["--profile"]);
    }
}

#[test]
fn a_report_has_what_was_seen_in_the_mirror_and_what_it_is_not() {
    let corner = Corner::new();
    let mut sitting = SITTING.replace("small", "five-contrasts");
    let mut did = |fields: &str| {
        let nth = sitting.matches("[[event]]").count() + 1;
        sitting.push_str(&format!("\n[[event]]\nid = \"a-{nth}\"\nat = \"2026-11-24T12:00:00Z\"\n{fields}\n"));
    };
    for (part, letter, values) in [("doing", "d", "53332245542343434442"), ("need", "n", "4531143321")] {
        did(&format!("did = \"mirror\"\npart = \"{part}\""));
        let mirror = if part == "doing" { "a-2" } else { "a-23" };
        for (number, value) in (1..).zip(values.chars()) {
            did(&format!("did = \"mirrored\"\nmirror = \"{mirror}\"\nstatement = \"{letter}-{number}\"\nvalue = {value}"));
            if part == "need" {
                did(&format!("did = \"mirrored\"\nmirror = \"{mirror}\"\nstatement = \"c-{number}\"\nvalue = 1"));
            }
        }
    }
    corner.write("data/sittings/a.toml", sitting);
    let told = corner.contrasts(&["report"]);
    check_done(&told);
    for words in [
        "## What I do, 24 November 2026",
        "A mirror for reflection, not a test.",
        "**Planning and vision**: strong lean to planning, a fair amount of both. In the last three months you reported",
        "- build vision: needed 5.0, reported 2.5 of 5",
        "- ease off controlling: needed 1.0, reported 3.5 of 5",
    ] {
        assert!(told.out.contains(words), "{words} is not in {}", told.out);
    }
}

#[test]
fn a_report_says_how_far_someone_is_what_they_plan_and_what_they_kept() {
    let corner = Corner::new();
    let course = corner.course("course", COURSE);
    let kept = "\n[[event]]\nid = \"a-2\"\nat = \"2026-11-24T12:00:00Z\"\ndid = \"kept\"\nlesson = \"first\"\nplace = [2, 0]\n\
                passage = \"The first lesson\"\nnote = \"try *this*\"\n";
    let plan = "\n[[event]]\nid = \"a-3\"\nat = \"2026-11-24T12:01:00Z\"\ndid = \"planned\"\nlesson = \"first\"\ncue = \"Anna asks\"\n\
                act = \"say why\"\n\n[[event]]\nid = \"a-4\"\nat = \"2026-12-01T12:00:00Z\"\ndid = \"followed\"\nplan = \"a-3\"\nwent = \"partly\"\n\
                note = \"no *time*\"\n";
    let doubt = "\n[[event]]\nid = \"a-5\"\nat = \"2026-12-01T12:00:00Z\"\ndid = \"doubted\"\nquestion = \"f-1\"\nwording = \"0\"\nnote = \"so what\"\n";
    corner.write("data/sittings/a.toml", format!("{SITTING}{kept}{plan}{doubt}"));
    let told = corner.contrasts(&["report", "--course", &course]);
    check_done(&told);
    for words in [
        "# A small course",
        "| 2 Second things | read |",
        "### 1 First things",
        "> The first lesson …",
        "try \\*this\\* (",
        "If Anna asks, then I say why. (1 First things, 24 November 2026)",
        "- 1 December 2026, partly: no \\*time\\*",
        "- f-1 “Is it so?”: so what (1 December 2026)",
    ] {
        assert!(told.out.contains(words), "{words} is not in {}", told.out);
    }
    let file = corner.write("report.md", "older");
    check_done(&corner.contrasts(&["report", "--course", &course, "--output", file.to_str().unwrap()]));
    assert_eq!(fs::read_to_string(&file).unwrap(), told.out);
    check_refused(&corner.contrasts(&["report", "--output", "missing/report.md"]), &["missing", "there"]);
}

#[test]
fn completions_and_the_manual_know_every_command() {
    let corner = Corner::new();
    for arguments in [&["completions", "bash"][..], &["completions", "zsh"], &["completions", "fish"], &["man"], &["--help"]] {
        let told = corner.contrasts(arguments);
        check_done(&told);
        for command in ["list", "read", "quiz", "report", "check", "paths"] {
            assert!(told.out.contains(command), "{arguments:?} knows no {command}");
        }
    }
}

#[test]
fn without_a_terminal_the_program_says_how_things_stand() {
    let corner = Corner::new();
    let course = corner.course("course", COURSE);
    corner.write("data/sittings/a.toml", SITTING);
    for arguments in [&["--course", &course][..], &["quiz", "1", "--course", &course]] {
        let told = corner.contrasts(arguments);
        check_done(&told);
        assert!(told.out.contains("A small course: 1 of 2 lessons done; next: 1 First things"), "{}", told.out);
        assert!(told.out.contains("contrasts list"), "{}", told.out);
        assert!(!told.out.contains('\x1b'), "{:?}", told.out);
    }
    assert_eq!(fs::read_dir(corner.sittings()).unwrap().count(), 1, "looking on writes nothing");
}

#[test]
fn colour_comes_only_where_it_was_asked_for() {
    let corner = Corner::new();
    let coloured = corner.contrasts(&["read", "2", "--color", "always"]);
    check_done(&coloured);
    assert!(coloured.out.contains("\x1b["));
    let plain = without_colour(&coloured.out);
    assert_eq!(plain, corner.contrasts(&["read", "2"]).out);
    assert_eq!(plain, corner.contrasts(&["read", "2", "--color", "never"]).out);
}

/// The text without its colours; any other sequence is a fault.
#[track_caller]
pub fn without_colour(text: &str) -> String {
    let mut parts = text.split('\x1b');
    let mut plain = parts.next().unwrap().to_owned();
    for part in parts {
        let (digits, rest) = part.strip_prefix('[').and_then(|part| part.split_once('m')).unwrap_or((part, ""));
        assert!(digits.chars().all(|c| c.is_ascii_digit() || c == ';'), "not a colour: {part:?}");
        plain.push_str(rest);
    }
    plain
}

#[test]
fn a_reader_who_has_seen_enough_is_no_error() {
    let corner = Corner::new();
    corner.write("long.md", "A paragraph of some words.\n\n".repeat(20_000));
    let mut command = Command::new(cargo_bin!("contrasts"));
    command.env_clear().envs(corner.environment()).current_dir(corner.path("")).args(["read", "long.md"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let mut complaint = String::new();
    child.stderr.take().unwrap().read_to_string(&mut complaint).unwrap();
    assert_eq!((child.wait().unwrap().code(), complaint.as_str()), (Some(0), ""));
    assert!(line.contains("A paragraph"), "{line:?}");
}

/// The end of a pipe whose other end is closed.
fn closed_pipe() -> Stdio {
    let (_, writer) = std::io::pipe().unwrap();
    writer.into()
}

/// Runs the program with stdout, and for `check` stderr, going somewhere; answers exit code and what was said on stderr.
fn run_into(corner: &Corner, arguments: &[&str], out: Stdio, err: Stdio) -> (Option<i32>, String) {
    let mut command = Command::new(cargo_bin!("contrasts"));
    command.env_clear().envs(corner.environment()).arg("--data-dir").arg(corner.path("data")).args(arguments);
    let mut child = command.stdin(Stdio::null()).stdout(out).stderr(err).spawn().unwrap();
    let mut complaint = String::new();
    if let Some(mut stderr) = child.stderr.take() {
        stderr.read_to_string(&mut complaint).unwrap();
    }
    (child.wait().unwrap().code(), complaint)
}

#[test]
fn a_closed_pipe_is_no_error_for_any_command() {
    let corner = Corner::new();
    for arguments in COMMANDS {
        assert_eq!(run_into(&corner, arguments, closed_pipe(), Stdio::piped()), (Some(0), String::new()), "{arguments:?}");
    }
    assert_eq!(run_into(&corner, &["check"], Stdio::null(), closed_pipe()).0, Some(0));
    let broken = corner.course("broken", "//- course.toml\n");
    let check = ["check", &broken, "--message-format", "json"];
    assert_eq!(run_into(&corner, &check, closed_pipe(), Stdio::piped()).0, Some(1), "the answer is still no");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_behind_stdout_is_said_in_words() {
    let corner = Corner::new();
    let broken = corner.course("broken", "//- course.toml\n");
    let check = ["check", &broken, "--message-format", "short"];
    for arguments in COMMANDS.into_iter().take(8).chain([&check[..], &["--help"]]) {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let (code, complaint) = run_into(&corner, arguments, full.into(), Stdio::piped());
        assert_eq!(code, Some(2), "{arguments:?}");
        assert!(complaint.contains("cannot write the output: the disk is full"), "{arguments:?}: {complaint:?}");
    }
}

#[test]
fn a_home_that_is_no_place_never_makes_the_program_write_where_it_was_started() {
    let corner = Corner::new();
    let mut command = corner.command();
    let told = told(command.args(["paths", "--json"]).env("HOME", "somewhere").env("XDG_DATA_HOME", "elsewhere"));
    let named = if told.code == 0 { json(&told.out)["sittings"].as_str().unwrap().to_owned() } else { "/".to_owned() };
    assert!(named.starts_with('/'), "the sittings would be written to {named}");
}

/// Only root can become someone without a home; for others the system always knows one.
#[cfg(unix)]
#[test]
fn without_any_home_the_course_can_be_read_all_the_same() {
    use std::os::unix::process::CommandExt;
    if !rustix::process::geteuid().is_root() {
        return;
    }
    let nobody = |arguments: &[&str]| {
        let mut command = Command::new(cargo_bin!("contrasts"));
        let output = command.args(arguments).env_clear().current_dir("/").uid(54_321).output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Told { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
    };
    let told = nobody(&["list"]);
    check_done(&told);
    assert!(told.out.contains("Planning and vision"), "{}", told.out);
    check_done(&nobody(&["read", "2"]));
    check_done(&nobody(&[]));
    check_refused(&nobody(&["paths"]), &["no home folder", "--data-dir"]);
}

#[test]
fn an_empty_variable_counts_as_none() {
    let corner = Corner::new();
    let told = told(corner.command().arg("list").envs([("CONTRASTS_HOME", ""), ("CONTRASTS_COURSE", "")]));
    check_done(&told);
    assert!(told.out.contains("Planning and vision"), "{}", told.out);
}

#[test]
fn course_and_data_may_be_named_by_variables() {
    let corner = Corner::new();
    corner.write("data/sittings/a.toml", SITTING);
    let (course, data) = (corner.course("course", COURSE), corner.path("data"));
    let told = told(corner.command().arg("list").env("CONTRASTS_COURSE", course).env("CONTRASTS_HOME", data));
    check_done(&told);
    assert!(told.out.ends_with("read\n"), "{}", told.out);
}

#[cfg(unix)]
#[test]
fn a_word_that_is_no_text_is_refused_without_a_panic() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let corner = Corner::new();
    let latin = OsStr::from_bytes(b"caf\xe9");
    let refused = told(corner.command().arg("read").arg(latin));
    assert_eq!(refused.code, 2, "{refused:?}");
    check_done(&told(corner.command().arg("list").arg("--data-dir").arg(latin).env("NOTE", latin)));
}

#[test]
fn a_lesson_that_is_not_there_is_said_without_a_terminal_too() {
    let told = Corner::new().contrasts(&["quiz", "no-such-lesson"]);
    assert_eq!((told.code, told.out.as_str()), (2, ""));
    assert!(told.err.contains("no lesson is called “no-such-lesson”"), "{}", told.err);
}
