//! `export`, `import`, `reset` and `erase` from outside: what was learned goes from machine to machine, and nothing of it is lost unless
//! someone says so.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::corner::{Corner, Told, told};

/// Two lessons of one question each.
const COURSE: &str = "\
//- course.toml
format = 1
id = \"small\"
title = \"A small course\"
//- 01-first/lesson.md
+++
title = \"First things\"
+++
Few words.
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
+++
No quiz.
";

/// A sitting in which someone took the first quiz; how, says `option`.
fn sitting(number: usize, option: usize) -> String {
    let (day, hour) = (1 + number / 24 % 28, number % 24);
    let at = |minute: u32| format!("2026-10-{day:02}T{hour:02}:{minute:02}:00.000Z");
    format!(
        "format = 1\ncourse = \"small\"\ndevice = \"desk\"\nstarted = \"{}\"\nprogram = \"contrasts 0.1.0\"\n\n\
         [[event]]\nid = \"s{number}-1\"\nat = \"{}\"\ndid = \"began\"\nlesson = \"first\"\nquestions = [\"f-1\"]\npurpose = \"quiz\"\n\n\
         [[event]]\nid = \"s{number}-2\"\nat = \"{}\"\ndid = \"answered\"\nquiz = \"s{number}-1\"\nquestion = \"f-1\"\n\
         wording = \"0000000000000000\"\ndrawn = [1, 2]\npicked = [{option}]\nseconds = 5\n",
        at(0),
        at(1),
        at(2)
    )
}

/// One machine.
struct Machine {
    corner: Corner,
    course: String,
}

impl Machine {
    fn new() -> Machine {
        let corner = Corner::new();
        let course = corner.course("course", COURSE);
        Machine { corner, course }
    }

    /// A machine on which someone sat down that often.
    fn with(numbers: impl IntoIterator<Item = usize>) -> Machine {
        let machine = Machine::new();
        for number in numbers {
            machine.corner.write(format!("data/sittings/{number:04}.toml"), sitting(number, 1 + number % 2));
        }
        machine
    }

    fn run(&self, arguments: &[&str]) -> Told {
        self.corner.contrasts(&[&["--course", &self.course], arguments].concat())
    }

    fn import(&self, from: &str) -> Told {
        let told = self.run(&["import", from]);
        assert_eq!((told.code, told.err.as_str()), (0, ""), "{told:?}");
        told
    }

    /// The file that an export made.
    fn export(&self) -> String {
        let file = self.corner.named("all.toml");
        let told = self.run(&["export", &file]);
        assert_eq!((told.code, told.err.as_str()), (0, ""), "{told:?}");
        file
    }

    /// Every answer, and where the lessons stand.
    fn state(&self) -> (String, String) {
        let rows = self.run(&["report", "--format", "csv"]);
        let lessons = self.run(&["list", "--json"]);
        assert_eq!((rows.code, lessons.code, lessons.err.as_str()), (0, 0, ""), "{rows:?} {lessons:?}");
        (rows.out, lessons.out)
    }

    fn files(&self) -> BTreeMap<PathBuf, String> {
        files(&self.corner.sittings())
    }
}

/// Every sitting in a folder.
fn files(folder: &Path) -> BTreeMap<PathBuf, String> {
    let paths = fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path());
    let sittings = paths.filter(|path| path.extension().is_some_and(|extension| extension == "toml"));
    sittings.map(|path| (path.file_name().unwrap().into(), fs::read_to_string(&path).unwrap())).collect()
}

#[test]
fn an_export_makes_the_same_state_elsewhere() {
    let there = Machine::with(0..5);
    there.corner.write("data/config.toml", "ascii = true\n");
    let here = Machine::new();
    let told = here.import(&there.export());
    assert_eq!(
        told.out,
        "5 sittings are new, with 5 answers that were not known. The settings were taken over, as there were none.\n"
    );
    assert_eq!(here.state(), there.state());
    assert_eq!(here.files(), there.files());
    assert_eq!(here.import(&there.export()).out, "Nothing is new; 5 sittings were here already.\n");
}

#[test]
fn two_machines_come_together_in_any_order_from_files_and_folders() {
    let machines = [Machine::with(0..4), Machine::with(2..7)];
    let exports = [machines[0].export(), machines[1].export()];
    let folders = [machines[0].corner.named("data"), machines[1].corner.named("data/sittings")];
    let orders: [[&String; 4]; 3] = [
        [&exports[0], &exports[1], &folders[0], &folders[1]],
        [&folders[1], &exports[0], &folders[1], &exports[1]],
        [&exports[1], &exports[1], &folders[0], &exports[0]],
    ];
    let all = Machine::with(0..7).state();
    for order in orders {
        let here = Machine::new();
        order.into_iter().for_each(|from| drop(here.import(from)));
        assert_eq!(here.state(), all);
    }
    let told = machines[0].import(&exports[1]);
    assert_eq!(told.out, "3 sittings are new, with 3 answers that were not known; 2 sittings were here already.\n");
    assert_eq!(machines[0].state(), all);
}

#[test]
fn sittings_of_one_name_that_differ_are_both_kept() {
    let (here, there) = (Machine::with([1]), Machine::new());
    there.corner.write("data/sittings/0001.toml", sitting(9, 1));
    here.import(&there.export());
    assert_eq!(here.files().len(), 2);
    assert_eq!(here.files()[Path::new("0001.toml")], sitting(1, 2), "what was here stays as it was");
    assert_eq!(here.state(), Machine::with([1, 9]).state_with(9, 1));
}

impl Machine {
    /// The state where a sitting was written with another option.
    fn state_with(&self, number: usize, option: usize) -> (String, String) {
        self.corner.write(format!("data/sittings/{number:04}.toml"), sitting(number, option));
        self.state()
    }
}

/// Stopped where no program can do anything about it, between two files or within one.
#[cfg(unix)]
#[test]
fn an_import_that_was_killed_goes_on_when_begun_again() {
    use std::process::{Command, Stdio};
    let there = Machine::with(0..400);
    let export = there.export();
    for (stop_at, from) in [(1, &export), (60, &there.corner.named("data"))] {
        let here = Machine::with(398..402);
        let mine = here.files();
        let mut import = Command::new(assert_cmd::cargo::cargo_bin!("contrasts"));
        import.env_clear().envs(here.corner.environment()).arg("--data-dir").arg(here.corner.path("data"));
        let mut running = import.args(["import", from]).stdout(Stdio::null()).spawn().unwrap();
        while running.try_wait().unwrap().is_none() && files(&here.corner.sittings()).len() < mine.len() + stop_at {
            std::thread::yield_now();
        }
        running.kill().unwrap();
        running.wait().unwrap();
        let all: BTreeMap<_, _> = there.files().into_iter().chain(mine.clone()).collect();
        let between = here.files();
        assert!(mine.iter().chain(&between).all(|(name, text)| all.get(name) == Some(text)), "a sitting is torn or gone");
        assert!(between.len() >= mine.len());
        here.import(from);
        assert_eq!(here.files(), all);
        assert_eq!(here.state(), Machine::with(0..402).state());
    }
}

#[test]
fn what_cannot_be_imported_is_named_and_the_rest_comes_in() {
    let (here, there) = (Machine::new(), Machine::with(0..2));
    there.corner.write("data/sittings/torn.toml", "format = 1\ncour");
    let told = here.run(&["import", &there.corner.named("data")]);
    assert_eq!(told.code, 1, "{told:?}");
    assert!(told.out.starts_with("2 sittings are new"), "{told:?}");
    assert!(told.err.contains("torn.toml") && told.err.contains("left out"), "{told:?}");
    let told = here.run(&["import", &here.corner.named("nowhere")]);
    assert_eq!((told.code, told.out.as_str()), (2, ""), "{told:?}");
    assert!(told.err.contains("nowhere: it is not there"), "{told:?}");
}

#[test]
fn an_export_writes_over_an_export_and_over_nothing_else() {
    let machine = Machine::with(0..1);
    let file = machine.export();
    machine.corner.write("data/sittings/later.toml", sitting(7, 1));
    let told = machine.run(&["export", &file]);
    assert_eq!(told.out, format!("{file} holds 2 sittings, with every answer and note in them.\n"));
    fs::write(&file, "a letter").unwrap();
    let told = machine.run(&["export", &file]);
    assert_eq!(told.code, 2, "{told:?}");
    assert!(told.err.contains("no export"), "{told:?}");
    assert_eq!(fs::read_to_string(&file).unwrap(), "a letter");
    let told = Machine::new().run(&["export", &file]);
    assert_eq!((told.code, told.out.as_str()), (1, ""), "{told:?}");
}

#[test]
fn a_lesson_begins_anew_and_its_answers_stay() {
    let machine = Machine::with(0..1);
    let (rows, before) = machine.state();
    let history = machine.files();
    assert!(before.contains("passed"), "{before}");
    let told = machine.run(&["reset", "First"]);
    assert_eq!((told.code, told.err.as_str()), (0, ""), "{told:?}");
    assert!(told.out.contains("First things begins anew"), "{told:?}");
    let (rows_after, after) = machine.state();
    assert!(!after.contains("passed"), "{after}");
    assert_eq!(rows_after, rows);
    assert!(history.iter().all(|(name, text)| machine.files().get(name) == Some(text)), "history was touched");
    let told = machine.run(&["reset", "1"]);
    assert!(told.out.contains("is new as it is"), "{told:?}");
    assert_eq!(machine.files().len(), 2);
    assert_eq!(machine.run(&["reset", "nothing"]).code, 2);
}

#[test]
fn a_lesson_that_was_read_years_from_now_cannot_begin_anew() {
    let machine = Machine::new();
    let finished = "\n[[event]]\nid = \"a-1\"\nat = \"9000-01-01T00:00:00Z\"\ndid = \"finished\"\nlesson = \"second\"\n";
    let ahead = sitting(0, 1).split("\n[[event]]").next().unwrap().to_owned() + finished;
    machine.corner.write("data/sittings/ahead.toml", ahead);
    let told = machine.run(&["reset", "2"]);
    assert_eq!(told.code, 2, "{told:?}");
    assert!(told.err.contains("clock") && told.err.contains("nothing was changed"), "{told:?}");
    assert_eq!(machine.files().len(), 1);
}

#[test]
fn erasing_asks_and_then_keeps_nothing() {
    let machine = Machine::with(0..3);
    machine.corner.write("data/config.toml", "ascii = true\n");
    machine.corner.write("data/profiles/ben/sittings/1.toml", sitting(1, 1));
    let erase = |answer: &str| {
        told(machine.corner.command().arg("--data-dir").arg(machine.corner.path("data")).arg("erase").write_stdin(answer))
    };
    for answer in ["", "\n", "yes\n", "n\n"] {
        let told = erase(answer);
        assert_eq!((told.code, told.out.as_str()), (1, ""), "{answer:?}: {told:?}");
        assert!(told.err.contains("3 sittings, the settings"), "{told:?}");
        // Where an answer is typed, its Enter ends the row.
        let is_below = told.err.ends_with("\ncontrasts: nothing was erased\n");
        assert!(is_below || !answer.is_empty() && told.err.ends_with(": contrasts: nothing was erased\n"), "{told:?}");
        assert_eq!(machine.files().len(), 3);
    }
    let told = erase("erase\n");
    assert_eq!(told.code, 0, "{told:?}");
    assert_eq!(machine.files().len(), 0);
    assert!(!machine.corner.path("data/config.toml").exists() && !machine.corner.sittings().exists());
    assert!(machine.corner.path("data/profiles/ben/sittings/1.toml").exists(), "another learner's");
    let told = erase("");
    assert_eq!(told.code, 0, "{told:?}");
    assert!(told.out.contains("nothing to erase"), "{told:?}");
}
