//! `contrasts report`: what a learner hands in, in every format, and that nobody's words can do more in it than be read.

use std::collections::HashMap;
use std::ffi::OsString;
use std::fs;
use std::path::Path;

use contrasts::course::{self, Answer, Course, Fingerprint, Id, Place};
use contrasts::exchange::{Record, csv, html, json, markdown};
use contrasts::progress::day::Offset;
use contrasts::progress::{Deed, Event, EventId, Morning, Progress, Purpose, Stamp, Terms, Went, replay};
use contrasts::words::ENGLISH;
use serde_json::Value;

use crate::corner::Corner;
use crate::golden;
use crate::journey;
use crate::kinds;
use crate::learner::{BEGIN, Learner, files};
use crate::pty::{ENTER, Pty};
use crate::screens;
use crate::terminal;

/// The record of a learner, two days after the first test began.
pub fn record(course: &Course, progress: &Progress, name: Option<&str>) -> Record {
    let now = Stamp(BEGIN + 2 * 86_400_000);
    Record::of(course, progress, Terms { now, morning: Morning { offset: Offset(0), hour: 4 }, end: None }, name)
}

/// A course as the command reads it: questions and form.
pub fn loaded(mut course: Course) -> Course {
    (0..course.lessons.len()).for_each(|lesson| course.load_questions(lesson));
    course.form();
    course
}

pub fn of(learner: &Learner) -> Record {
    record(&loaded(learner.app.course.clone()), &learner.app.progress, None)
}

/// Someone who answered one question of every kind, half of them rightly, and was asked how sure.
pub fn of_every_kind(rightly: usize) -> Learner {
    Learner::on(&kinds::course()).asked_how_sure().press("enter G enter").answers(rightly)
}

/// Someone who writes what breaks pages, tables and programs.
pub fn hostile() -> (Course, Progress) {
    const EVIL: &str = "=cmd|'/c x'!A1 <script>alert(1)</script> ]]> \"><img src=x onerror=alert(1)> -- \u{1b}[31m | *b* &lt;";
    let id = |text: &str| Id::new(text).unwrap();
    let mut events = Vec::new();
    let mut did = |deed: Deed| {
        let nth = events.len();
        events.push(Event { id: EventId(id(&format!("evil-{nth}"))), at: Stamp(BEGIN + nth as i64), deed });
        EventId(id(&format!("evil-{nth}")))
    };
    let (lesson, evil) = (id("kinds"), EVIL.to_owned());
    let plan = did(Deed::Planned { lesson: lesson.clone(), cue: evil.clone(), act: evil.clone() });
    did(Deed::Followed { plan, went: Went::Partly, obstacle: evil.clone() });
    did(Deed::Kept { lesson: lesson.clone(), place: Place::default(), passage: evil.clone(), note: format!("- {EVIL}") });
    let course = loaded(course::read(files(&kinds::course())).0);
    let asked: Vec<Id> = course.lessons[0].quiz().map(|question| question.id.clone()).collect();
    let began = Deed::Began {
        lesson: Some(lesson),
        questions: asked.clone(),
        purpose: Purpose::Quiz,
        mode: contrasts::course::question::Mode::Immediate,
    };
    let quiz = did(began);
    for question in asked {
        let (fingerprint, answer) = (Fingerprint(7), Answer::Written(evil.clone(), vec![0]));
        did(Deed::Doubted { question: question.clone(), fingerprint, words: evil.clone() });
        let quiz = quiz.clone();
        did(Deed::Answered { quiz, question, fingerprint, drawn: Vec::new(), answer, sure: None, hints: 0, seconds: 9 });
    }
    (course, replay(events))
}

/// Someone in the middle of the course, with something of everything: the report in the pictures.
pub fn midway() -> Learner {
    const SURE: [(bool, u8); 6] = [(true, 4), (true, 3), (false, 4), (true, 2), (true, 3), (true, 4)];
    let seen = screens::mirrored().asked_how_sure().press("enter enter enter").states("415132511424131221").next_day();
    let asked =
        seen.press("enter enter").answers_as(|nth| (nth == 0, 1)).press("j j m").types("try this on Monday").press("enter");
    let first = asked.press("G enter").answers_as(|nth| SURE[nth % 6]).press("enter");
    let planned =
        first.types("I hand over the visits on Thursday").press("tab").types("say what they are for first").press("enter");
    let next = planned.press("esc").next_day().press("enter enter").answers_as(|nth| (nth == 1, 2));
    let second = next.press("G enter").answers_as(|nth| (nth % 4 > 0, 3)).press("esc").after_days(6);
    let followed = second.sees("How did it go?").press("down enter 2").types("no time before lunch").press("enter esc");
    followed.press(":").types("welcome").press("enter G enter").answers_as(|nth| (nth != 7, 4))
}

#[test]
fn the_report_of_the_pictures_is_made_by_this_program() {
    let learner = midway();
    let course = loaded(learner.app.course.clone());
    let now = Stamp(BEGIN + 9 * 86_400_000);
    let terms = Terms { now, morning: Morning { offset: Offset(0), hour: 4 }, end: None };
    let record = Record::of(&course, &learner.app.progress, terms, Some("Anna Müller"));
    golden::check("tests/golden/report.md", &markdown::record(&record, &ENGLISH));
    golden::check("assets/pictures/report.html", &html::record(&record, &ENGLISH));
}

/// The rows of a CSV text, read by the rules of RFC 4180.
pub fn rows(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => cell.extend(letters.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {
                assert_eq!(letters.next(), Some('\n'), "a row ends in CR LF");
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            '\n' if !quoted => panic!("a bare line end"),
            letter => cell.push(letter),
        }
    }
    assert!(row.is_empty() && cell.is_empty() && !quoted, "the last row has its end");
    rows
}

#[test]
fn csv_has_a_row_for_each_answer_under_one_head() {
    let record = of(&of_every_kind(4));
    let rows = rows(&csv::record(&record));
    assert_eq!(rows[0], csv::COLUMNS);
    assert_eq!(rows.len(), record.answers.len() + 1);
    assert!(record.answers.len() >= 10);
    assert!(rows.iter().all(|row| row.len() == csv::COLUMNS.len()));
    let column = |name: &str| csv::COLUMNS.iter().position(|column| *column == name).unwrap();
    let of_kind = |kind: &str| rows.iter().find(|row| row[column("kind")] == kind).unwrap_or_else(|| panic!("no {kind}"));
    assert_eq!(of_kind("choice")[column("right")], "true");
    assert_eq!((of_kind("stance")[column("right")].as_str(), of_kind("stance")[column("grade")].as_str()), ("", ""));
    assert_eq!(of_kind("choice")[column("at")].len(), "2026-11-24T09:30:15.123Z".len());
    assert_eq!(of_kind("open")[column("answer")], "Some words of mine");
}

#[test]
fn no_cell_of_a_learner_is_a_formula() {
    let (course, progress) = hostile();
    let text = csv::record(&record(&course, &progress, Some("@SUM(A1)")));
    let mut evil = 0;
    for cell in rows(&text).into_iter().flatten() {
        assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell:?}");
        evil += usize::from(cell.contains("cmd|"));
    }
    assert!(evil > 5, "the words themselves are there");
}

#[test]
fn hostile_words_are_only_words_in_html_and_markdown() {
    let (course, progress) = hostile();
    let record = record(&course, &progress, Some("<b onload=\"x\">Eve</b>"));
    let page = html::record(&record, &ENGLISH);
    for odd in ["<script", "<img", "<b ", "onerror=alert(1)>", "]]>", "\u{1b}"] {
        assert!(!page.contains(odd), "{odd:?} is in the page");
    }
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    crate::page::check(&page);
    let text = markdown::record(&record, &ENGLISH).replace("\\<", "").replace("\\*", "");
    for odd in ["<script", "<img", "<b", "\u{1b}", "*b*"] {
        assert!(!text.contains(odd), "{odd:?} is in {text}");
    }
    let all: Value = serde_json::from_str(&json::record(&record)).unwrap();
    assert!(all["plans"][0]["words"].as_str().unwrap().contains("<script>alert(1)</script>"));
}

#[test]
fn json_has_everything_under_the_names_that_readme_promises() {
    let record = of(&of_every_kind(4));
    let all: Value = serde_json::from_str(&json::record(&record)).unwrap();
    assert_eq!((&all["format"], &all["course"]["id"]), (&1.into(), &"k".into()));
    let names: Vec<&str> = all.as_object().unwrap().keys().map(String::as_str).collect();
    let promised = [
        "answers",
        "calibration",
        "completion",
        "course",
        "doubts",
        "format",
        "kept",
        "lessons",
        "made",
        "mirror",
        "name",
        "plans",
        "review",
        "time",
    ];
    assert_eq!(names, promised);
    let readme = std::fs::read_to_string("README.md").unwrap();
    for name in promised {
        assert!(readme.contains(&format!("`{name}`")), "README does not tell of {name}");
    }
    assert_eq!(all["answers"].as_array().unwrap().len(), record.answers.len());
    let sure = &all["answers"][0];
    assert_eq!((&sure["sure"], &sure["purpose"], &sure["attempt"]), (&"fairly".into(), &"quiz".into(), &1.into()));
    assert_eq!(sure["is_same_wording"], true);
}

#[test]
fn a_second_answer_is_told_as_the_second() {
    let again = of_every_kind(0).press("m").answers(12);
    let record = of(&again);
    let mut last = HashMap::new();
    for answer in &record.answers {
        let before: usize = last.insert(answer.question.clone(), answer.attempt).unwrap_or(0);
        assert_eq!(answer.attempt, before + 1, "{}", answer.question);
    }
    assert!(record.answers.iter().any(|answer| answer.attempt == 2 && answer.purpose == "missed"));
}

#[test]
fn a_course_that_is_passed_has_a_completion_and_a_name_only_where_one_was_given() {
    let whole = Learner::on(journey::COURSE).press("enter G enter").answers(3);
    let whole = whole.press("esc").press_if("G", |_| true);
    let record_of = |learner: &Learner, name| record(&loaded(learner.app.course.clone()), &learner.app.progress, name);
    let open = record_of(&whole, Some("Anna"));
    assert!(!open.completion.passed);
    assert!(
        !html::record(&open, &ENGLISH).contains("id=\"completed\"")
            && !markdown::record(&open, &ENGLISH).contains("## Completed")
    );
    let mut progress = whole.app.progress.clone();
    for lesson in &whole.app.course.lessons {
        let nth = format!("known-{}", lesson.id);
        let deed = Deed::PassedOver { lesson: lesson.id.clone() };
        progress.apply(&Event { id: EventId(Id::new(&nth).unwrap()), at: Stamp(BEGIN), deed });
    }
    let course = loaded(whole.app.course.clone());
    let named = record(&course, &progress, Some("Anna Müller"));
    assert!(named.completion.passed);
    for text in [html::record(&named, &ENGLISH), markdown::record(&named, &ENGLISH)] {
        assert!(text.contains("Anna Müller completed the course “"), "{text}");
        assert!(text.contains("1 by passing the quiz") && text.contains("known before"), "{text}");
        assert!(text.contains("nobody supervised"), "{text}");
    }
    let nameless = html::record(&record(&course, &progress, None), &ENGLISH);
    assert!(nameless.contains("The learner of this record completed") && !nameless.contains("Anna"));
}

#[test]
fn each_format_is_printed_and_written_and_an_unknown_one_refused() {
    let corner = Corner::new();
    let begins = [("md", "# Five Contrasts"), ("html", "<!doctype html>"), ("csv", "id,at,course"), ("json", "{"), ("xapi", "[")];
    for (format, begin) in begins {
        let told = corner.contrasts(&["report", "--format", format]);
        assert_eq!((told.code, told.err.as_str()), (0, ""), "{format}");
        assert!(told.out.starts_with(begin), "{format}: {}", told.out);
        let file = corner.named(&format!("report.{format}"));
        let told = corner.contrasts(&["report", "--format", format, "--output", &file]);
        assert_eq!((told.code, told.out.as_str()), (0, ""));
        assert!(std::fs::read_to_string(&file).unwrap().starts_with(begin));
    }
    for odd in [
        &["report", "--format", "pdf"][..],
        &["report", "--actor", "mailto:a@b"],
        &["report", "--format", "xapi", "--actor", "a b"],
    ] {
        let told = corner.contrasts(odd);
        assert_eq!((told.code, told.out.as_str()), (2, ""), "{odd:?}");
    }
}

#[test]
fn the_help_says_that_xapi_is_no_cmi5_session() {
    let help = Corner::new().contrasts(&["report", "--help"]).out;
    assert!(help.contains("no cmi5 session"), "{help}");
    assert!(std::fs::read_to_string("README.md").unwrap().contains("no cmi5 session"));
}

/// The reports in a folder, by name.
fn reports(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = entries.filter(|name| name.ends_with(".html") || name.starts_with(".report")).collect();
    names.sort();
    names
}

#[test]
fn w_writes_the_report_beside_what_one_works_on_and_never_over_another() {
    let corner = Corner::new();
    let mut pty = terminal::quiz(&corner, "1");
    pty.keys(ENTER);
    pty.keys(terminal::ANSWER);
    pty.wait_until("the verdict", terminal::shows_saved_verdict);
    pty.keys(ENTER);
    pty.wait_for("1 of 1 right");
    pty.keys("\x1b");
    pty.wait_for("8 min in all");
    pty.keys("p");
    pty.wait_for("Still with you today");
    pty.keys("w");
    pty.wait_for("prints well");
    assert!(!pty.text().contains("! "), "what was done is nothing to look out for: {}", pty.text());
    pty.keys("\x1b[24~");
    pty.wait_for("-2.html");
    pty.keys("q");
    assert_eq!(pty.exit_code(), 0);
    let names = reports(&corner.path(""));
    assert_eq!(names.len(), 2, "{names:?}");
    for name in names {
        let page = fs::read_to_string(corner.path(&name)).unwrap();
        assert!(page.starts_with("<!doctype html>") && page.contains("First things"), "{name}: {page}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn where_the_folder_takes_no_file_the_report_lies_beside_the_sittings() {
    let corner = Corner::new();
    let course = corner.course("course", journey::COURSE);
    let script = format!("cd /proc && exec \"$PROGRAM\" --data-dir '{}' --course '{course}'", corner.named("data"));
    let arguments = ["sh", "-c", &script].map(OsString::from);
    let mut pty = Pty::run(&corner, (80, 24), &arguments, &[]);
    pty.wait_for("Look at the map first");
    pty.keys("\x1b[B\rp");
    pty.wait_for("Still with you today");
    pty.keys("w");
    pty.wait_for("prints well");
    assert_eq!(reports(&corner.path("data")).len(), 1, "{}", pty.text());
}
