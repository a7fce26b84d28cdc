//! Progress as a page and as a command: what stays, what comes, what is mastered, and a goal that forgives gaps.

use contrasts::exchange::{Outlook, Record, outlook};
use contrasts::progress::{Limits, Morning, Terms, queue, review, weeks};
use serde_json::Value;

use crate::corner::Corner;
use crate::journey::COURSE;
use crate::learner::Learner;
use crate::report;

/// The first lesson was taken; all of its three questions were right.
fn taken() -> Learner {
    Learner::on(COURSE).press("enter G enter").answers(3).press("esc")
}

#[test]
fn before_anything_was_done_the_page_says_what_will_stand_there() {
    let page = Learner::on(COURSE).press("down enter p").sees("Still with you today").sees("Nothing yet.");
    assert!(!page.words().contains("Objectives"));
    page.press("esc").sees("Lessons");
}

#[test]
fn an_objective_is_mastered_when_it_was_right_once_more_on_a_later_day() {
    let once = taken().press("p").sees("Objectives").sees("0 of 1 mastered").sees("right once");
    // Answered rightly without a word for how sure, it comes again after two days.
    let again = once.press("esc").after_days(2).press("r enter").answers(3).press("enter p");
    again.sees("1 of 1 mastered").sees("today").press("esc").after_days(1).press("p").sees("26 Nov");
}

#[test]
fn what_was_not_right_is_counted() {
    let page = Learner::on(COURSE).press("enter G enter").answers(0).press("esc p");
    page.sees("0 of 1 mastered").sees("0 of 1");
}

#[test]
fn what_waits_and_what_comes_is_shown_day_by_day() {
    let page = Learner::on(COURSE).press("enter G enter").answers(0).press("esc").next_day().press("p");
    page.sees("Reviews to come").sees("Today 3 of 3 that wait").sees("Th  Fr  Sa  Su");
}

#[test]
fn the_weekly_goal_forgives_gaps() {
    let first = taken().press("p").sees("Weekly goal").sees("this week 3 min so far").press("esc");
    let later = first.after_days(21).press("p space").sees("met in 0 of the last 3 weeks, this week 0 min so far");
    let mut easy = later.press("esc");
    easy.app.habits.weekly_goal = 3;
    let mut none = easy.press("p space").sees("met in 1 of the last 3 weeks").press("esc");
    none.app.habits.weekly_goal = 0;
    let none = none.press("p space").sees("Time");
    assert!(!none.words().contains("goal"));
}

/// Within the hour everything is remembered, which says nothing of whoever learnt it.
#[test]
fn what_was_learnt_just_now_has_no_per_cent_yet() {
    let page = taken().press("p").sees("just learnt").press("esc").after_days(3).press("p").sees("Still with you today");
    assert!(!page.words().contains("just learnt"), "{}", page.words());
}

#[test]
fn review_and_calibration_open_from_it_and_come_back_to_it() {
    let page = taken().press("p r").sees("Nothing waits today").press("esc").sees("Still with you today");
    page.press("c").sees("How sure, how right").press("esc").sees("Still with you today");
}

#[test]
fn the_end_of_the_page_can_be_reached_and_no_further() {
    let bottom = Learner::on_shipped().press("enter x G enter").answers(5).press("esc p G");
    let there = bottom.screen();
    assert_eq!(bottom.press("down down space").screen(), there);
}

/// What `progress --json` says of someone, with a weekly goal of 45 minutes.
fn as_json(learner: &Learner) -> Value {
    let mut app_course = report::loaded(learner.app.course.clone());
    app_course.form();
    let terms = Terms { now: learner.app.now(), morning: Morning { offset: learner.app.offset, hour: 4 }, end: None };
    let progress = &learner.app.progress;
    let review = review(&app_course, progress, terms);
    let queue = queue::queue(&review, Limits::default(), 0);
    let weeks = weeks::weeks(&app_course, progress, &terms);
    let record = Record::of(&app_course, progress, terms, None);
    serde_json::from_str(&outlook::json(&record, &Outlook::of(&review, &queue, &weeks, 45))).unwrap()
}

#[test]
fn programs_read_the_same_figures_as_people() {
    let late = Learner::on(COURSE).press("enter G enter").answers(0).press("esc").next_day();
    let all = as_json(&late);
    let outlook = &all["outlook"];
    assert_eq!((&outlook["waiting"], &outlook["today"], &outlook["weekly_goal"]), (&3.into(), &3.into(), &45.into()));
    late.press("p").sees("Today 3 of 3 that wait").sees("this week 3 min so far");
    assert_eq!((&outlook["this_week"], &outlook["weeks_before"]), (&3.into(), &Value::Array(Vec::new())));
    let days = outlook["days"].as_array().unwrap();
    let first = days[0]["date"].as_str().unwrap();
    assert_eq!((days.len(), first), (14, "2026-11-26"), "from tomorrow on");
    assert_eq!(all["lessons"][0]["objectives"][0]["level"], "begun");
    assert!(all.get("answers").is_none(), "the single answers stand in the report");
}

#[test]
fn the_command_prints_it_for_people_and_for_programs() {
    let corner = Corner::new();
    let people = corner.contrasts(&["progress"]);
    assert!(people.code == 0 && people.out.contains("Still with you today"), "{people:?}");
    let programs = corner.contrasts(&["progress", "--json"]);
    let all: Value = serde_json::from_str(&programs.out).unwrap();
    assert_eq!((programs.code, &all["completion"]["of"], &all["outlook"]["waiting"]), (0, &10.into(), &0.into()));
}
