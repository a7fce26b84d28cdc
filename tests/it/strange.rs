//! Other people's courses, and what may lie among a learner's files: links, pipes and devices where files should be, tables without end,
//! lines without end, names that are no names. Nothing hangs, nothing outside is read, and what is sound is shown.

#![cfg(unix)]

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{FileTypeExt, symlink};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use contrasts::course::{self, Course};
use contrasts::store::lessons;

use crate::corner::{Corner, Told};
use crate::learner::Learner;
use crate::terminal::{COURSE, states};

#[track_caller]
fn pipe(path: &Path) {
    let status = std::process::Command::new("mkfifo").arg(path).status().unwrap();
    assert!(status.success());
}

/// Whatever is asked of the course is answered: its third lesson is sound.
#[track_caller]
fn check_opens(corner: &Corner) -> Told {
    let course = corner.named("course");
    assert!(corner.contrasts(&["list", "--course", &course]).out.contains("Third things"));
    assert!(corner.contrasts(&["read", "third", "--course", &course]).out.contains("Words."));
    let told = corner.contrasts(&["check", &course, "--message-format", "short"]);
    assert!(told.code < 2, "{told:?}");
    told
}

#[test]
fn what_is_no_file_is_refused_at_once_and_the_rest_opens() {
    let corner = Corner::new();
    corner.course("course", COURSE);
    fs::remove_file(corner.path("course/01-first/lesson.md")).unwrap();
    pipe(&corner.path("course/01-first/lesson.md"));
    fs::remove_file(corner.path("course/02-second/quiz.toml")).unwrap();
    let _socket = std::os::unix::net::UnixListener::bind(corner.path("course/02-second/quiz.toml")).unwrap();
    fs::create_dir_all(corner.path("course/04-folder/lesson.md")).unwrap();
    fs::create_dir_all(corner.path("course/05-endless")).unwrap();
    symlink("/dev/zero", corner.path("course/05-endless/lesson.md")).unwrap();
    pipe(&corner.path("course/glossary.md"));
    symlink("/etc/passwd", corner.path("course/sources.md")).unwrap();
    for (link, goal) in [("06-self", "."), ("07-parent", ".."), ("08-chain", "06-self"), ("09-round", "09-round")] {
        symlink(goal, corner.path("course").join(link)).unwrap();
    }
    let told = check_opens(&corner).out;
    for file in
        ["01-first/lesson.md", "02-second/quiz.toml", "04-folder/lesson.md", "05-endless/lesson.md", "glossary.md", "sources.md"]
    {
        let line = format!("{file}:1:1: error[C01]: cannot be read: it is not a file of its own");
        assert!(told.contains(&line), "{file} is not named in\n{told}");
    }
    for link in ["06-self", "07-parent", "08-chain"] {
        assert!(told.contains(&format!("{link}:1:1: error[C01]: cannot be read: it is a link")), "{link}: {told}");
    }
    for place in ["course/glossary.md", "/dev/zero", "/etc/passwd"] {
        assert_eq!(corner.contrasts(&["list", "--course", place]).code, 2, "{place}");
    }
}

/// A link put in the place of a file, or of its folder, between a look at it and its opening.
#[test]
fn a_link_that_comes_while_a_course_is_read_leads_nowhere() {
    let corner = Corner::new();
    corner.course("course", COURSE);
    corner.write("secret/lesson.md", "+++\ntitle = \"Secret\"\n+++\nThe password.\n");
    let (course, over) = (corner.path("course"), AtomicBool::new(false));
    let swap = |place: &str, goal: &str, beside: &str| {
        let (place, link, kept) =
            (course.join(place), corner.path(format!("{beside}-link")), corner.path(format!("{beside}-kept")));
        while !over.load(Ordering::Relaxed) {
            symlink(corner.path(goal), &link).unwrap();
            fs::rename(&place, &kept).unwrap();
            fs::rename(&link, &place).unwrap();
            fs::remove_file(&place).unwrap();
            fs::rename(&kept, &place).unwrap();
        }
    };
    std::thread::scope(|scope| {
        scope.spawn(|| swap("01-first/lesson.md", "secret/lesson.md", "file"));
        scope.spawn(|| swap("02-second", "secret", "folder"));
        for nth in 0..400 {
            let read =
                lessons::read(&course, if nth % 2 == 0 { usize::MAX } else { 0 }).map(|(files, _)| files).unwrap_or_default();
            let leaks = read.values().any(|bytes| bytes.windows(8).any(|words| words == b"password"));
            if leaks {
                over.store(true, Ordering::Relaxed);
            }
            assert!(!leaks, "what stands outside the course was read");
        }
        over.store(true, Ordering::Relaxed);
    });
}

#[test]
fn tables_lines_and_nests_without_end_hold_nothing_up() {
    let question = "[[questions]]\nid = \"q-ID\"\nkind = \"truefalse\"\nprompt = \"P\"\nanswer = true\nwhy_true = \"W\"\nwhy_false = \"W\"\n";
    let keys = |glue: &str| (0..6_000).map(|n| format!("k{n} = 1{glue}")).collect::<String>();
    let list = format!("lessons = [\"03-third\", {}]\n", (0..4_000).map(|n| format!("\"l{n}\",")).collect::<String>());
    let head = COURSE.lines().take_while(|line| !line.contains("01-first")).skip(1).collect::<Vec<_>>().join("\n");
    let files: [(&str, String); 11] = [
        ("01-first/quiz.toml", format!("x = {}{}", "[".repeat(50_000), "]".repeat(50_000))),
        ("01-first/quiz.toml", format!("a{} = 1", ".a".repeat(50_000))),
        ("01-first/quiz.toml", keys("\n")),
        ("01-first/quiz.toml", format!("{question}y = {{ {} z = 1 }}", keys(", "))),
        ("01-first/quiz.toml", "x = = 1\n".repeat(6_000)),
        ("01-first/quiz.toml", "[[questions]]\nkind = \"nope\"\n".repeat(4_000)),
        ("01-first/quiz.toml", (0..300).map(|n| question.replace("ID", &n.to_string())).collect()),
        ("01-first/quiz.toml", question.replace("q-ID", &"y".repeat(1_000_000))),
        ("01-first/quiz.toml", format!("x = \"{}", "y".repeat(1_000_000))),
        ("course.toml", format!("{head}\n{list}")),
        ("course.toml", format!("{head}\n{}", keys("\n"))),
    ];
    for (file, text) in files {
        let corner = Corner::new();
        corner.course("course", COURSE);
        corner.write(Path::new("course").join(file), &text);
        let told = check_opens(&corner);
        assert!(
            told.out.len() < 200_000,
            "{} bytes about {file}: {}…",
            told.out.len(),
            text.chars().take(30).collect::<String>()
        );
    }
}

#[test]
fn names_that_are_none_and_many_folders_keep_no_lesson_from_being_shown() {
    let corner = Corner::new();
    corner.course("course", COURSE);
    let long = "x".repeat(250);
    for name in [b"04-new\nline".as_slice(), "05-\u{202e}turned".as_bytes(), long.as_bytes(), b"06-caf\xe9", b".hidden", b"07- "]
    {
        let folder = corner.path("course").join(OsStr::from_bytes(name));
        fs::create_dir(&folder).unwrap();
        fs::write(folder.join("lesson.md"), "+++\ntitle = \"Odd\"\n+++\nOdd.\n").unwrap();
    }
    let mut deep = corner.path("course/08-deep");
    for _ in 0..100 {
        deep.push("d");
    }
    fs::create_dir_all(&deep).unwrap();
    for nth in 0..500 {
        corner.write(format!("course/{nth:04}-many/lesson.md"), format!("+++\ntitle = \"One of many, {nth}\"\n+++\n"));
    }
    let told = check_opens(&corner).out;
    assert!(told.contains("its name is not UTF-8"), "{told}");
    assert!(!told.contains('\u{202e}'), "{told}");
}

#[test]
fn a_pipe_among_a_learners_files_holds_nothing_up() {
    let corner = Corner::new();
    corner.course("course", COURSE);
    fs::create_dir_all(corner.sittings()).unwrap();
    pipe(&corner.sittings().join("2026-01-01T0000-00000000.toml"));
    pipe(&corner.path("data/config.toml"));
    let told = corner.contrasts(&["list", "--course", &corner.named("course")]);
    assert!(told.out.contains("First things") && told.err.contains("no file but a pipe"), "{told:?}");
    assert_eq!(corner.contrasts(&["doctor"]).code, 0);
}

const SITTING: &str = "format = 1\ncourse = \"small\"\ndevice = \"d\"\nstarted = \"2026-01-01T09:00:00Z\"\nprogram = \"p\"\n\n[[event]]\n\
    id = \"a-1\"\nat = \"2026-01-01T09:01:00Z\"\ndid = \"finished\"\nlesson = \"third\"\n\n\
    [[event]]\nid = \"a-2\"\nat = \"2026-01-01T09:02:00Z\"\ndid = \"reached\"\nlesson = \"second\"\nplace = [0, 0]\nseen = [0, 0]\n\n";

/// A number that cannot be costs its own event and no other, and what stands there is nobody's business.
#[test]
fn one_damaged_value_costs_one_event() {
    let corner = Corner::new();
    let course = corner.course("course", COURSE);
    for (whole, damaged) in [("[0, 0]\nseen", "[-1, 0]\nseen"), ("place = [0, 0]", "place = \"my answer\"")] {
        corner.write("data/sittings/2026-01-01T0900-00000000.toml", SITTING.replace(whole, damaged));
        let told = corner.contrasts(&["list", "--course", &course]);
        assert!(told.err.contains("1 of its events"), "{told:?}");
        assert!(!told.out.trim_end().ends_with("Third things"), "the lesson that was finished does not count: {}", told.out);
    }
    for damaged in ["started = \"x\"", "course = [\"my answer\"]", "program = \"my answer"] {
        let key = damaged.split(' ').next().unwrap();
        let line = SITTING.lines().find(|line| line.starts_with(key)).unwrap();
        corner.write("data/sittings/2026-01-01T0900-00000000.toml", SITTING.replace(line, damaged));
        for told in [corner.contrasts(&["doctor"]), corner.contrasts(&["list", "--course", &course])] {
            assert!(!told.out.contains("my answer") && !told.err.contains("my answer"), "an answer is repeated: {told:?}");
        }
    }
    fs::remove_dir_all(corner.sittings()).unwrap();
    assert_eq!(states(&corner)[0], "new");
}

/// To put a file in the place of a device would take it from the whole machine.
#[test]
fn a_report_goes_into_a_pipe_and_through_a_link_and_leaves_both() {
    let corner = Corner::new();
    let (to, link, goal) = (corner.path("pipe"), corner.path("link"), corner.write("goal.md", "before"));
    pipe(&to);
    symlink(&goal, &link).unwrap();
    let (reader, path) = (
        std::thread::spawn({
            let to = to.clone();
            move || fs::read_to_string(to).unwrap()
        }),
        corner.named("pipe"),
    );
    let told = corner.contrasts(&["report", "--output", &path]);
    assert_eq!(told.code, 0, "{told:?}");
    assert!(fs::symlink_metadata(&to).unwrap().file_type().is_fifo(), "a file stands in the place of the pipe");
    assert!(reader.join().unwrap().contains("Five Contrasts"));
    assert_eq!(corner.contrasts(&["report", "--output", &corner.named("link")]).code, 0);
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink(), "the link was replaced");
    assert!(fs::read_to_string(goal).unwrap().contains("Five Contrasts"));
}

/// It is there, but nothing can be made in its place.
#[test]
fn a_data_folder_that_is_a_link_to_nowhere_is_wrong() {
    let corner = Corner::new();
    fs::create_dir(corner.path("data")).unwrap();
    symlink(corner.path("nowhere"), corner.sittings()).unwrap();
    let told = corner.contrasts(&["doctor"]);
    assert_eq!(told.code, 1, "{told:?}");
}

/// Of a very large course the heads are read at the start, and a text when it is wanted; what became of it meanwhile is said.
#[test]
fn of_a_large_course_the_texts_are_read_when_they_are_wanted() {
    let corner = Corner::new();
    corner.course("course", COURSE);
    corner.write(
        "course/04-long/lesson.md",
        format!("+++\ntitle = \"A long head\"\n# {}\n+++\nWords of the fourth.\n", "x".repeat(5_000)),
    );
    corner.write("course/05-latin/lesson.md", b"+++\ntitle = \"Latin\"\n+++\nCaf\xe9.\n");
    corner.write("course/06-gone/lesson.md", "+++\ntitle = \"Gone\"\n+++\nWords of the sixth.\n");
    let folder = corner.path("course");
    let (files, problems) = lessons::read(&folder, 0).unwrap();
    assert!(problems.is_empty(), "{problems:?}");
    let (mut large, problems) = course::open(files);
    assert!(problems.is_empty(), "{problems:?}");
    let (mut small, _) = course::open(lessons::read(&folder, usize::MAX).unwrap().0);
    let titles = |course: &Course| course.lessons.iter().map(|lesson| lesson.title.to_string()).collect::<Vec<_>>();
    // What is no text has no head either, where the whole of it was read.
    assert_eq!(titles(&large), ["First things", "Second things", "Third things", "A long head", "Latin", "Gone"]);
    assert!(!large.is_whole() && small.is_whole());
    assert!(large.may_say(0, "WORDS") && !large.may_say(0, "wards") && large.may_say(9, "words"));
    fs::remove_file(folder.join("06-gone/lesson.md")).unwrap();
    let learner =
        Learner::on_heads(&folder).press("down enter /").types("fourth").sees("1 found").press("enter").sees("A long head");
    learner.press("esc esc :").types("third").press("enter").sees("Words.");
    for lesson in 0..4 {
        assert_eq!(large.load(lesson), small.load(lesson));
        assert_eq!(large.lessons[lesson].blocks(), small.lessons[lesson].blocks());
        assert_eq!(large.lessons[lesson].questions(), small.lessons[lesson].questions());
    }
    for (lesson, why) in [(4, "it is not UTF-8 text"), (5, "it is not there")] {
        large.load(lesson);
        let says: String = large.lessons[lesson].blocks().iter().map(|block| course::block::says(&block.kind)).collect();
        assert!(says.contains(why), "{says}");
    }
}
