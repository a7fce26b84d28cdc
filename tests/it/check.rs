//! `contrasts check` from outside, and courses that mean harm: every mistake is named with its place and a remedy in one run, and no
//! byte of a course ever drives the terminal.

use crate::command::without_colour;
use crate::corner::{Corner, Told};

/// A course with a mistake of every kind that a beginner makes. Line numbers count in the tests below.
const BROKEN: &str = "\
//- course.toml
format = 1
id = \"broken\"
titel = \"A broken course\"
title = \"A broken course\"
pass_mark = \"high\"
lessons = [\"01-one\", \"02-two\", \"03-gone\"]
//- 01-one/lesson.md
+++
title = \"One\"
minutes = \"ten\"
+++
Words.
//- 01-one/quiz.toml
[[questions]]
id = \"q-1\"
kind = \"truefalse\"
use = [\"workshop\"]
prompt = \"So?\"
answer = true
why_true = \"It is so for a reason that is told.\"
why_false = \"It is so for a reason that is told.\"

[[questions]]
id = \"q-1\"
kind = \"truefalse\"
prompt = \"Again?\"
answer = true
//- 02-two/lesson.md
+++
title = \"Two\"
+++
Words.
";

/// Place, severity, rule, a word of the sentence and a word of the remedy.
const COMPLAINTS: [(&str, &str, &str, &str); 6] = [
    ("course.toml:3:1", "error[T02]", "`titel`", "did you mean `title`?"),
    ("course.toml:5:13", "error[T03]", "`pass_mark` is the text “high”", "a fraction from 0 to 1"),
    ("course.toml:6:32", "error[C01]", "no `03-gone/lesson.md`", "take the folder off the list"),
    ("01-one/lesson.md:3:11", "error[T03]", "`minutes` is the text “ten”", "a whole number"),
    ("01-one/quiz.toml:11:6", "error[Q03]", "stands in 01-one/quiz.toml, line 1", "another id"),
    ("02-two/lesson.md:1:1", "warning[L01]", "no questions", "quiz.toml"),
];

const EVERY_FORMAT: [&str; 3] = ["human", "short", "json"];

fn check(corner: &Corner, folder: &str, more: &[&str]) -> Told {
    corner.contrasts(&[&["check", folder], more].concat())
}

#[test]
fn the_course_that_is_shipped_has_no_error() {
    let corner = Corner::new();
    let told = corner.contrasts(&["check", "--strict"]);
    assert_eq!((told.code, told.out.as_str()), (0, ""), "{}", told.err);
    assert!(told.err.contains("0 errors and 0 warnings"), "{}", told.err);
    let on_disk = corner.contrasts(&["check", concat!(env!("CARGO_MANIFEST_DIR"), "/lessons"), "--strict"]);
    assert_eq!((on_disk.code, on_disk.err), (told.code, told.err), "as compiled in, so on disk");
}

#[test]
fn everything_wrong_is_named_at_once_one_line_each() {
    let corner = Corner::new();
    let told = check(&corner, &corner.course("broken", BROKEN), &["--message-format", "short"]);
    assert_eq!((told.code, told.err.as_str()), (1, ""));
    let lines: Vec<&str> = told.out.lines().collect();
    for (place, kind, sentence, remedy) in COMPLAINTS {
        let fits =
            |line: &&&str| line.starts_with(&format!("{place}: {kind}: ")) && line.contains(sentence) && line.contains(remedy);
        assert_eq!(lines.iter().filter(fits).count(), 1, "{place} {kind} {sentence} {remedy} in\n{}", told.out);
    }
    assert_eq!(lines.len(), COMPLAINTS.len(), "{}", told.out);
}

#[test]
fn a_person_sees_the_line_with_a_caret_and_what_to_do() {
    let corner = Corner::new();
    let told = check(&corner, &corner.course("broken", BROKEN), &[]);
    assert_eq!((told.code, told.out.as_str()), (1, ""));
    for words in ["course.toml:3:1", "titel = \"A broken course\"", "^^^^^", "did you mean `title`?", "5 errors and 1 warning"] {
        assert!(told.err.contains(words), "nothing about {words} in\n{}", told.err);
    }
    for (_, _, sentence, remedy) in COMPLAINTS {
        assert!(told.err.contains(sentence) && told.err.contains(remedy), "nothing about {sentence} in\n{}", told.err);
    }
    assert!(!told.err.contains('\x1b'), "colour without a terminal");
}

#[test]
fn editors_get_one_json_object_a_line() {
    let corner = Corner::new();
    let told = check(&corner, &corner.course("broken", BROKEN), &["--message-format", "json"]);
    assert_eq!((told.code, told.err.as_str()), (1, ""));
    let objects: Vec<serde_json::Value> = told.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(objects.len(), COMPLAINTS.len());
    let typo = objects.iter().find(|object| object["rule"] == "T02").unwrap();
    assert_eq!((&typo["file"], &typo["line"], &typo["column"]), (&"course.toml".into(), &3.into(), &1.into()));
    assert_eq!((&typo["severity"], &typo["remedy"]), (&"error".into(), &"did you mean `title`?".into()));
}

#[test]
fn a_warning_fails_only_where_strictness_was_asked_for() {
    let corner = Corner::new();
    let text =
        "//- course.toml\nformat = 1\nid = \"c\"\ntitle = \"C\"\n//- 01-one/lesson.md\n+++\ntitle = \"One\"\n+++\nWords.\n";
    let course = corner.course("course", text);
    assert_eq!(check(&corner, &course, &[]).code, 0);
    assert_eq!(check(&corner, &course, &["--strict"]).code, 1);
}

#[test]
fn an_empty_course_is_told_what_a_course_needs_and_opens_all_the_same() {
    let corner = Corner::new();
    let course = corner.course("empty", "");
    let told = check(&corner, &course, &["--message-format", "short"]);
    assert_eq!(told.code, 1);
    assert!(
        told.out.contains("error[C01]") && told.out.contains("error[C02]") && told.out.contains("`01-first`"),
        "{}",
        told.out
    );
    let list = corner.contrasts(&["list", "--course", &course]);
    assert_eq!((list.code, list.out.as_str()), (0, ""));
    assert!(corner.contrasts(&["--course", &course]).out.contains("0 of 0 lessons done"));
    let read = corner.contrasts(&["read", "--course", &course]);
    assert_eq!(read.code, 2);
    assert!(read.err.contains("the course has no lesson"), "{}", read.err);
}

#[test]
fn a_folder_that_cannot_be_read_is_not_a_broken_course() {
    let corner = Corner::new();
    let file = corner.write("file", "");
    for folder in ["missing", file.to_str().unwrap()] {
        for format in EVERY_FORMAT {
            let told = check(&corner, folder, &["--message-format", format]);
            assert_eq!((told.code, told.out.as_str()), (2, ""), "{folder}");
            assert!(told.err.contains(folder) && told.err.contains("cannot be read"), "{}", told.err);
        }
        assert_eq!(corner.contrasts(&["list", "--course", folder]).code, 2);
    }
}

#[test]
fn a_file_that_is_no_text_is_named_and_the_rest_opens() {
    let corner = Corner::new();
    let course = corner.course("course", BROKEN);
    corner.write("course/02-two/lesson.md", b"+++\ntitle = \"Caf\xe9\"\n+++\n");
    let told = check(&corner, &course, &["--message-format", "short"]);
    assert!(told.out.contains("02-two/lesson.md:1:1: error[C01]: is not UTF-8 text; save the file as UTF-8"), "{}", told.out);
    assert!(corner.contrasts(&["read", "one", "--course", &course]).out.contains("Words."));
}

#[cfg(unix)]
#[test]
fn a_course_reads_nothing_outside_its_folder() {
    let corner = Corner::new();
    let secret = corner.write("secret.md", "+++\ntitle = \"Secret\"\n+++\nThe password.\n");
    let course = corner.course("course", &BROKEN.replace("03-gone", "../secret"));
    corner.write("secret/lesson.md", "The password.\n");
    std::fs::remove_file(corner.path("course/02-two/lesson.md")).unwrap();
    std::os::unix::fs::symlink(secret, corner.path("course/02-two/lesson.md")).unwrap();
    let told = check(&corner, &course, &["--message-format", "short"]);
    assert!(told.out.contains("02-two/lesson.md:1:1: error[C01]"), "{}", told.out);
    assert!(told.out.contains("not a file of its own"), "{}", told.out);
    for told in [told, corner.contrasts(&["list", "--course", &course]), corner.contrasts(&["read", "two", "--course", &course])]
    {
        assert!(!told.out.contains("password") && !told.out.contains("Secret"), "{}", told.out);
    }
}

/// An escape sequence in each place where a text can stand: written out, as a character reference, as a TOML escape, as C1, and as
/// the clipboard sequence OSC 52.
#[cfg(unix)]
fn hostile(corner: &Corner) -> String {
    let raw = "\x1b]52;c;ZWNobw==\x07\x1b[31m\u{9b}31m\u{9d}0;x\u{9c}\x7f";
    let references = "&#27;[31m&#x1b;]52;c;x&#7;&#155;31m&#x9d;";
    let toml = "\\u001b]52;c;x\\u0007\\u009b31m\\u007f";
    let lesson = format!(
        "+++\ntitle = \"Title{toml}\"\ncontrast = \"a{toml} / b\"\nobjectives = [{{ id = \"o-1\", text = \"do{toml}\" }}]\n+++\n\
         # Head{raw}{references}\n\nWords{raw} and {references} and `code{raw}`.\n\n```\u{1b}[1m\n{raw}\n```\n\n\
         | Management{references} | Leadership |\n|---|---|\n| a{raw} | b{references} |\n\n\
         - [link{references}](http://x/{references} \"{references}\")\n\n> [!CASE] Case{raw}{references}\n> text\n\n\
         ![{references}](a.png)[^n]\n\n<b>{raw}</b>\n\n<!-- check: q{raw} -->\n\n[^n]: note{references}\n"
    );
    let quiz = format!(
        "\"key{toml}\" = 1\n[[questions]]\nid = \"id{toml}\"\nkind = \"kind{toml}\"\nprompt = \"p{toml}\"\n\
         [[questions]]\nid = \"q-1\"\nkind = \"choice\"\nprompt = \"p{toml}\"\nobjective = \"o{toml}\"\nsee = \"#see{toml}\"\n\
         use = [\"{toml}\"]\npole = \"{toml}\"\nanswer{raw} = 3\n"
    );
    let head = format!("format = 1\nid = \"hostile\"\ntitle = \"Course{toml}\"\nsummary = \"{toml}\"\n\"{toml}\" = true\n");
    let folder = "hostile\x1b[31m\u{9b}";
    corner.write(format!("{folder}/course.toml"), head);
    for lesson_folder in ["01-plain", "02-esc\x1b[31m\n\u{9b}"] {
        corner.write(format!("{folder}/{lesson_folder}/lesson.md"), &lesson);
        corner.write(format!("{folder}/{lesson_folder}/quiz.toml"), &quiz);
    }
    corner.write(format!("{folder}/03-raw/lesson.md"), format!("+++\ntitle = \"{raw}\"\n+++\n{raw}\n"));
    corner.write("file\x1b[31m.md", &lesson);
    corner.named(folder)
}

#[cfg(unix)]
#[track_caller]
fn check_tame(told: &Told) {
    for (name, stream) in [("stdout", &told.out), ("stderr", &told.err)] {
        if let Some(at) = stream.chars().position(|c| c.is_control() && c != '\n') {
            let around: String = stream.chars().skip(at.saturating_sub(30)).take(60).collect();
            panic!("a control reaches {name}: {around:?}");
        }
    }
}

#[cfg(unix)]
#[test]
fn no_course_drives_the_terminal() {
    let corner = Corner::new();
    let course = hostile(&corner);
    let esc = "\x1b[31m\u{9b}";
    let commands: [&[&str]; 10] = [
        &["list"],
        &["list", "--json"],
        &[],
        &["read", "1"],
        &["read", "3"],
        &["read", esc],
        &["read", "file\x1b[31m.md"],
        &["read", "missing\x1b[31m.md"],
        &["paths"],
        &["paths", "--json"],
    ];
    for arguments in commands {
        let told = corner.contrasts(&[&["--course", &course], arguments].concat());
        assert!(!told.out.is_empty() || told.code == 2, "{arguments:?}: {told:?}");
        check_tame(&told);
    }
    for format in EVERY_FORMAT {
        let told = check(&corner, &course, &["--message-format", format]);
        assert_eq!(told.code, 1, "{told:?}");
        check_tame(&told);
    }
    check_tame(&check(&corner, &format!("{course}/none"), &[]));
    for coloured in [&["check"][..], &["read", "1"], &["read", "3"]] {
        let told = corner.contrasts(&[&["--color", "always", "--course", &course], coloured].concat());
        check_tame(&Told { out: without_colour(&told.out), err: without_colour(&told.err), ..told });
    }
}

/// What the screens write themselves begins with ESC and `[`; the text of a course never does.
#[cfg(unix)]
#[test]
fn no_course_drives_the_screens() {
    use crate::pty::{Pty, USUAL};
    let corner = Corner::new();
    let course = hostile(&corner);
    let mut pty = Pty::start(&corner, USUAL, &["--course", &course], &[]);
    pty.wait_for("not as it should be");
    for (keys, words) in [("G\r", "Look at the map first"), ("j\r", "Lessons"), ("j\r", "Head"), ("G", "End of the lesson")] {
        pty.keys(keys);
        pty.wait_for(words);
    }
    pty.keys("q");
    assert_eq!(pty.exit_code(), 0);
    let raw = pty.seen().raw();
    for foreign in ["\x07", "\u{9b}", "\u{9d}", "\x7f"] {
        assert!(!raw.contains(foreign), "{foreign:?} reached the terminal");
    }
    for sequence in raw.split('\x1b').skip(1) {
        assert!(sequence.starts_with('['), "a sequence of another kind reached the terminal: {sequence:?}");
    }
}

#[cfg(unix)]
#[test]
fn what_a_hostile_course_says_is_still_read() {
    let corner = Corner::new();
    let course = hostile(&corner);
    let told = corner.contrasts(&["read", "1", "--course", &course]);
    for words in ["Title", "Head", "Words", "code", "Case", "note"] {
        assert!(told.out.contains(words), "{words} is lost in\n{}", told.out);
    }
}
