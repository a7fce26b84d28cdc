//! `contrasts new` and `contrasts doctor`: an author's first step, and the first answer when something is wrong.

use std::fs;

use contrasts::course::{self, lint};

use crate::corner::{Corner, Told};
use crate::learner::Learner;

fn doctor(corner: &Corner) -> Told {
    corner.contrasts(&["doctor"])
}

#[test]
fn the_course_to_start_from_is_clean_and_can_be_taken() {
    let (course, problems) = course::read(course::builtin::template());
    assert_eq!(problems, vec![]);
    assert_eq!(lint::course(&course), vec![]);
    let learner = Learner::on_course(course).press("enter x");
    learner.sees("Seven in the evening").press("G enter").answers(4).sees("4 of 4 right");
}

#[test]
fn new_lays_down_a_course_that_opens_and_never_writes_over_anything() {
    let corner = Corner::new();
    let dir = corner.path("course");
    let told = corner.contrasts(&["new", dir.to_str().unwrap()]);
    assert_eq!(told.code, 0, "{told:?}");
    assert!(told.out.contains("01-handing-over/lesson.md") && told.out.contains("contrasts check"), "{told:?}");
    assert_eq!(corner.contrasts(&["check", dir.to_str().unwrap(), "--strict"]).code, 0);
    fs::write(dir.join("course.toml"), "mine").unwrap();
    let again = corner.contrasts(&["new", dir.to_str().unwrap()]);
    assert_eq!(again.code, 2);
    assert!(again.err.contains("holds something already"), "{again:?}");
    assert_eq!(fs::read_to_string(dir.join("course.toml")).unwrap(), "mine");
}

#[test]
fn a_healthy_place_is_fine_and_stays_as_it_was() {
    let corner = Corner::new();
    let told = doctor(&corner);
    assert_eq!(told.code, 0, "{told:?}");
    assert!(told.out.contains("fine   course") && told.out.contains("fine   data"), "{told:?}");
    assert!(!corner.path("data").exists() || fs::read_dir(corner.path("data")).unwrap().next().is_none(), "nothing was made");
}

#[test]
fn what_is_odd_is_named_with_what_to_do_and_answers_are_not() {
    let corner = Corner::new();
    let sittings = corner.path("data").join("sittings");
    fs::create_dir_all(&sittings).unwrap();
    fs::write(sittings.join("2026-11-24T0930-torn.toml"), "format = 1\nwrote = \"a secret").unwrap();
    fs::write(sittings.join("notes.txt"), "x").unwrap();
    fs::write(corner.path("data").join("config.toml"), "theem = 1\n").unwrap();
    let told = doctor(&corner);
    assert_eq!(told.code, 0, "nothing of it keeps anyone from learning: {told:?}");
    for words in ["2026-11-24T0930-torn.toml", "notes.txt is no sitting", "`theem` is no setting", "mend the line"] {
        assert!(told.out.contains(words), "nothing about {words:?} in {}", told.out);
    }
    assert!(!told.out.contains("secret"));
}

#[test]
fn a_folder_that_cannot_be_written_is_wrong() {
    let corner = Corner::new();
    fs::create_dir_all(corner.path("data").parent().unwrap()).unwrap();
    fs::write(corner.path("data"), "a file where the folder should be").unwrap();
    let told = doctor(&corner);
    assert_eq!(told.code, 1, "{told:?}");
    assert!(told.out.contains("wrong  data") && told.out.contains("--data-dir"), "{told:?}");
}

#[test]
fn a_course_that_cannot_be_read_is_wrong_and_the_rest_is_told() {
    let corner = Corner::new();
    let told = corner.contrasts(&["doctor", "--course", "/nowhere/at/all"]);
    assert_eq!(told.code, 1, "{told:?}");
    assert!(told.out.contains("wrong  course") && told.out.contains("data"), "{told:?}");
}

#[test]
fn scripts_get_json() {
    let told = Corner::new().contrasts(&["doctor", "--json"]);
    let all: serde_json::Value = serde_json::from_str(&told.out).unwrap();
    let about: Vec<&str> = all.as_array().unwrap().iter().map(|one| one["about"].as_str().unwrap()).collect();
    assert!(about.contains(&"program") && about.contains(&"terminal"), "{about:?}");
    assert!(all.as_array().unwrap().iter().all(|one| ["fine", "note", "wrong"].contains(&one["state"].as_str().unwrap())));
}
