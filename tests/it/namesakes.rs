//! Two courses that claim one id: neither takes from the other, whatever becomes of their titles.

use std::fs;

use crate::corner::{Corner, Told, told};
use crate::journey::COURSE;

/// Reads the first lesson to its end and answers one question of its quiz.
const A_BEGINNING: &str = "1\nend\n\n1\n3\n";

fn piped(corner: &Corner, course: &str, input: &str) -> Told {
    let mut command = corner.command();
    told(command.arg("--data-dir").arg(corner.path("data")).args(["--plain", "--course", course]).write_stdin(input))
}

fn state(corner: &Corner, course: &str) -> String {
    corner.contrasts(&["list", "--course", course]).out
}

/// The same id and the same names of lessons and questions; another title, and other questions.
fn another() -> String {
    COURSE.replace("A course", "Another course").replace("Which", "What")
}

#[test]
fn two_courses_of_one_id_are_kept_apart_and_neither_loses_anything() {
    let corner = Corner::new();
    let (one, two) = (corner.course("one", COURSE), corner.course("two", &another()));
    let untouched = state(&corner, &one);
    piped(&corner, &one, A_BEGINNING);
    let begun = state(&corner, &one);
    assert_ne!(begun, untouched);
    assert_eq!(state(&corner, &two), untouched, "the other course knows nothing of it");

    let told = piped(&corner, &two, "");
    assert!(told.out.contains("“A course” claims the id c too. What was done in it (1 sitting) is kept apart"), "{told:?}");
    piped(&corner, &two, "1\nend\n\n2\n3\n\n2 3\n3\n");
    let told = piped(&corner, &two, "");
    assert!(!told.out.contains("claims the id"), "it is said until the course has a beginning of its own: {told:?}");
    for _ in 0..2 {
        assert_eq!(state(&corner, &one), begun, "with a cache of either course and without one");
        assert!(piped(&corner, &one, "").out.contains("question 2 of 3"));
        assert!(piped(&corner, &two, "").out.contains("question 3 of 3"));
    }
    let told = corner.contrasts(&["doctor", "--course", &two]);
    assert!(
        told.out.contains("note   course    “A course” claims the id c too") && told.out.contains("an id of its own"),
        "{told:?}"
    );
    assert_eq!(told.code, 0, "nothing breaks: {told:?}");
    assert_eq!(fs::read_dir(corner.sittings()).unwrap().count(), 2);
}

#[test]
fn a_course_with_a_new_title_is_the_course_it_was() {
    let corner = Corner::new();
    let course = corner.course("course", COURSE);
    piped(&corner, &course, A_BEGINNING);
    let begun = state(&corner, &course);
    corner.course("course", &COURSE.replace("A course", "Title of today"));
    for _ in 0..2 {
        assert_eq!(state(&corner, &course), begun);
        assert!(piped(&corner, &course, "").out.contains("question 2 of 3"));
    }
    piped(&corner, &course, "\n1 3\n2\nquit\n");
    assert!(piped(&corner, &course, "").out.contains("question 3 of 3"), "what was done under both titles adds up");
    assert!(!corner.contrasts(&["doctor", "--course", &course]).out.contains("claims the id"));
    // Also where the old title comes back.
    corner.course("course", COURSE);
    assert!(piped(&corner, &course, "").out.contains("question 3 of 3"));
}

#[test]
fn a_sitting_from_before_titles_were_written_down_counts() {
    let corner = Corner::new();
    let course = corner.course("course", COURSE);
    piped(&corner, &course, A_BEGINNING);
    let begun = state(&corner, &course);
    for entry in fs::read_dir(corner.sittings()).unwrap() {
        let file = entry.unwrap().path();
        let text = fs::read_to_string(&file).unwrap();
        assert!(text.contains("title = \"A course\"\n"), "{text}");
        fs::write(&file, text.replace("title = \"A course\"\n", "")).unwrap();
    }
    corner.course("course", &another());
    assert_eq!(state(&corner, &course), begun);
}

#[test]
fn a_groups_report_leaves_out_what_was_done_in_a_namesake() {
    let corner = Corner::new();
    let (one, two) = (corner.course("one", COURSE), corner.course("two", &another()));
    piped(&corner, &one, A_BEGINNING);
    let export = corner.named("ada.toml");
    assert_eq!(corner.contrasts(&["export", &export]).code, 0);
    for from in [export, corner.named("data")] {
        assert!(corner.contrasts(&["group", &from, "--course", &one]).err.is_empty(), "{from}");
        let told = corner.contrasts(&["group", &from, "--course", &two]);
        assert!(told.err.contains("nothing in it is about this course"), "{told:?}");
    }
}

#[test]
fn a_course_is_told_that_it_borrows_an_id_and_a_new_one_has_its_own() {
    let corner = Corner::new();
    let borrowed = corner.course("borrowed", &COURSE.replace("id = \"c\"", "id = \"five-contrasts\""));
    let told = corner.contrasts(&["check", &borrowed, "--message-format", "short"]);
    assert!(told.out.contains("warning[C04]: `five-contrasts` is the id of the course in this program"), "{told:?}");
    let id_of = |name: &str| {
        assert_eq!(corner.contrasts(&["new", &corner.named(name)]).code, 0);
        let text = fs::read_to_string(corner.path(name).join("course.toml")).unwrap();
        text.lines().find_map(|line| line.strip_prefix("id = ")).unwrap().to_owned()
    };
    let (first, second) = (id_of("First steps"), id_of("x/First steps"));
    assert!(first.starts_with("\"first-steps-") && first != second, "{first} {second}");
}
