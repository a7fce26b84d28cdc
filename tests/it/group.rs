//! `contrasts group` from outside: exports and folders in, one report out that is about nobody.

use serde_json::Value;

use crate::corner::{Corner, Told};

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
kind = \"choice\"
prompt = \"Which?\"
[[questions.options]]
text = \"Key\"
correct = true
why = \"w\"
[[questions.options]]
text = \"Near\"
why = \"w\"
[[questions.options]]
text = \"Far\"
why = \"w\"
[[questions]]
id = \"f-2\"
kind = \"open\"
prompt = \"Say it.\"
model = \"M\"
checklist = [\"x\"]
";

struct Trainer {
    corner: Corner,
    course: String,
    /// The wordings of the two questions.
    wordings: [String; 2],
}

impl Trainer {
    fn new() -> Trainer {
        let corner = Corner::new();
        let course = corner.course("course", COURSE);
        let read = contrasts::course::read(crate::learner::files(COURSE)).0;
        let wording = |at: usize| format!("{:016x}", read.lessons[0].questions()[at].fingerprint.0);
        Trainer { wordings: [wording(0), wording(1)], corner, course }
    }

    /// The events of someone's first quiz as a sitting: what was picked, and words for nobody else.
    fn sitting(&self, name: &str, picked: usize) -> String {
        let head = "format = 1\ncourse = \"small\"\ndevice = \"desk of SECRET\"\nstarted = \"2026-11-24T09:30:00.000Z\"\n\
                    program = \"contrasts 0.1.0\"\n";
        let event =
            |nth: usize, rest: &str| format!("\n[[event]]\nid = \"{name}-{nth}\"\nat = \"2026-11-24T09:3{nth}:00.000Z\"\n{rest}");
        let answered = |question: &str, wording: &str, answer: &str| {
            format!(
                "did = \"answered\"\nquiz = \"{name}-1\"\nquestion = \"{question}\"\ndrawn = []\n{answer}seconds = 10\nwording = \"{wording}\"\n"
            )
        };
        let [choice, open] = &self.wordings;
        [
            head.to_owned(),
            event(1, "did = \"began\"\nlesson = \"first\"\nquestions = [\"f-1\", \"f-2\"]\npurpose = \"quiz\"\n"),
            event(2, &answered("f-1", choice, &format!("picked = [{picked}]\n"))),
            event(3, &answered("f-2", open, "wrote = \"SECRET words\"\nticked = [1]\n")),
            event(4, "did = \"planned\"\nlesson = \"first\"\ncue = \"SECRET cue\"\nact = \"SECRET act\"\n"),
            event(5, "did = \"kept\"\nlesson = \"first\"\nplace = [0, 0]\npassage = \"p\"\nnote = \"SECRET note\"\n"),
        ]
        .concat()
    }

    /// A learner's data folder.
    fn folder(&self, name: &str, picked: usize) -> String {
        self.corner.write(format!("{name}/sittings/1.toml"), self.sitting(&name.replace('/', "-"), picked));
        self.corner.named(name)
    }

    /// A learner's export.
    fn export(&self, name: &str, picked: usize) -> String {
        let data = self.folder(&format!("home/{name}"), picked);
        self.export_of(&data, name)
    }

    fn export_of(&self, data: &str, name: &str) -> String {
        let file = self.corner.named(&format!("usb/{name}.toml"));
        std::fs::create_dir_all(self.corner.path("usb")).unwrap();
        let told = crate::corner::told(self.corner.command().args(["--data-dir", data, "export", &file]));
        assert_eq!(told.code, 0, "{told:?}");
        file
    }

    fn group(&self, arguments: &[&str]) -> Told {
        self.corner.contrasts(&[&["--course", &self.course, "group"], arguments].concat())
    }

    fn json(&self, from: &[&str]) -> Value {
        let told = self.group(&[from, &["--format", "json"]].concat());
        assert_eq!((told.code, told.err.as_str()), (0, ""), "{told:?}");
        let mut report: Value = serde_json::from_str(&told.out).unwrap();
        report["made"].take();
        report
    }
}

/// Six learners on a stick, of whom four are right.
fn six() -> Trainer {
    let trainer = Trainer::new();
    for (nth, picked) in [1, 1, 1, 1, 2, 3].into_iter().enumerate() {
        trainer.export(&format!("learner{nth}"), picked);
    }
    trainer
}

#[test]
fn exports_are_counted_and_tell_of_nobody() {
    let trainer = six();
    let usb = trainer.corner.named("usb");
    let report = trainer.json(&[&usb]);
    assert_eq!(report["learners"], 6);
    let question = report["questions"].as_array().unwrap().iter().find(|question| question["id"] == "f-1").unwrap().clone();
    assert_eq!(question["answers"], 6, "{question}");
    for format in ["md", "html", "csv", "json"] {
        let told = trainer.group(&[&usb, "--format", format]);
        assert_eq!((told.code, told.err.as_str()), (0, ""), "{told:?}");
        assert!(told.out.contains("Which?"), "{told:?}");
        for secret in ["SECRET", "learner0", "home"] {
            assert!(!told.out.contains(secret), "{format} tells {secret}");
        }
        let file = trainer.corner.named("report");
        let written = trainer.group(&[&usb, "--format", format, "--output", &file]);
        assert_eq!((written.code, written.out.as_str()), (0, ""), "{written:?}");
        let strip = |text: &str| text.lines().filter(|line| !line.contains("\"made\"")).collect::<String>();
        assert_eq!(strip(&std::fs::read_to_string(&file).unwrap()), strip(&told.out));
    }
}

#[test]
fn folders_and_files_in_any_order_make_the_same_report() {
    let trainer = six();
    let files: Vec<String> = (0..6).map(|nth| trainer.corner.named(&format!("usb/learner{nth}.toml"))).collect();
    let folders: Vec<String> = (0..6).map(|nth| trainer.corner.named(&format!("home/learner{nth}"))).collect();
    let all = trainer.json(&[&trainer.corner.named("usb")]);
    assert_eq!(trainer.json(&[&trainer.corner.named("home")]), all);
    let mixed = [&files[5], &folders[0], &files[2], &folders[4], &files[1], &files[3], &files[3]];
    assert_eq!(trainer.json(&mixed.map(String::as_str)), all, "a file that is named twice counts once");
}

#[test]
fn two_exports_of_one_learner_count_as_both_laid_together_in_whatever_order() {
    let trainer = six();
    let home = trainer.corner.named("home/learner0");
    let whole = trainer.sitting("home-learner0", 1);
    let without_open: Vec<&str> = whole.split("\n[[event]]").filter(|event| !event.contains("SECRET words")).collect();
    trainer.corner.write("home/learner0/sittings/1.toml", without_open.join("\n[[event]]"));
    let early = trainer.export_of(&home, "learner0");
    trainer.corner.write("home/learner0/sittings/2.toml", trainer.sitting("later", 3).replace("2026-11-24", "2026-11-25"));
    let late = trainer.export_of(&home, "again");
    let others: Vec<String> = (1..6).map(|nth| trainer.corner.named(&format!("usb/learner{nth}.toml"))).collect();
    let others: Vec<&str> = others.iter().map(String::as_str).collect();
    let both = trainer.json(&[&[early.as_str(), &late], &others[..]].concat());
    assert_eq!(both, trainer.json(&[&[late.as_str()], &others[..], &[&early]].concat()));
    assert_eq!((&both["learners"], &both["doubles"]), (&Value::from(6), &Value::from(1)));
    let open = both["questions"].as_array().unwrap().iter().find(|question| question["id"] == "f-2").unwrap();
    assert_eq!(open["answers"], 6, "only the later export has an answer of theirs");
    let mut once = trainer.json(&[&[late.as_str()], &others[..]].concat());
    once["doubles"] = 1.into();
    assert_eq!(both, once);
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_counts() {
    let trainer = six();
    trainer.corner.write("usb/torn.toml", "format = 1\nkind = \"contrasts exp");
    trainer.corner.write("usb/other.toml", trainer.sitting("x", 1));
    trainer.corner.write("usb/elsewhere/sittings/1.toml", trainer.sitting("y", 1).replace("small", "another"));
    let told = trainer.group(&[&trainer.corner.named("usb"), &trainer.corner.named("nowhere"), "--format", "json"]);
    assert_eq!(told.code, 1, "{told:?}");
    for words in
        ["torn.toml: it is no export", "other.toml: it is no export", "elsewhere: nothing in it", "nowhere: it is not there"]
    {
        assert!(told.err.contains(words), "nothing about {words}: {}", told.err);
    }
    let report: Value = serde_json::from_str(&told.out).unwrap();
    assert_eq!(report["learners"], 6);
}

#[test]
fn fewer_than_five_are_not_shown_and_without_anyone_there_is_no_report() {
    let trainer = Trainer::new();
    (0..4).for_each(|nth| drop(trainer.export(&format!("l{nth}"), 1)));
    let told = trainer.group(&[&trainer.corner.named("usb")]);
    assert_eq!(told.code, 0, "{told:?}");
    assert!(told.out.contains("fewer than 5 learners") && !told.out.contains("Which?"), "{told:?}");
    std::fs::create_dir_all(trainer.corner.path("bare")).unwrap();
    let told = trainer.group(&[&trainer.corner.named("bare")]);
    assert_eq!((told.code, told.out.as_str()), (2, ""), "{told:?}");
    assert!(told.err.contains("there is no report"), "{told:?}");
    assert_eq!(trainer.group(&[]).code, 2);
}
