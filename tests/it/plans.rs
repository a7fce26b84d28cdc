//! If-then plans: made at the end of a quiz, refused where nobody could notice the moment, asked about after 7 and 21 days, revised,
//! and taken off.

use contrasts::progress::{Deed, Went};

use crate::journey::COURSE;
use crate::learner::Learner;

const CUE: &str = "I hand over the visits on Thursday";
const ACT: &str = "say what they are for first";

/// At the end of the first lesson's quiz.
fn at_the_end() -> Learner {
    Learner::on(COURSE).press("enter G enter").answers(3).sees("passed").sees("Enter plan")
}

/// The plan is made, on 24 November.
fn planned() -> Learner {
    at_the_end().press("enter").types(CUE).press("tab").types(ACT).press("enter")
}

fn deeds(learner: &Learner) -> Vec<Deed> {
    learner.events().iter().map(|event| event.deed.clone()).collect()
}

fn said(learner: &Learner) -> Vec<(Went, String)> {
    let said = |deed: Deed| if let Deed::Followed { went, obstacle, .. } = deed { Some((went, obstacle)) } else { None };
    deeds(learner).into_iter().filter_map(said).collect()
}

fn is_asked(learner: &Learner) -> bool {
    learner.words().contains("How did it go?")
}

#[test]
fn the_end_of_a_quiz_asks_for_a_plan_and_goes_on_after_it() {
    let asked = at_the_end().press("enter").sees("Lesson one · Your plan").sees("One situation that will come");
    let typed = asked.sees("on 1 and on 15 December").types(CUE).press("enter").types(ACT);
    let kept = typed.sees(CUE).sees(ACT).press("enter").sees("Your plan is kept").sees("Only words.");
    let plan = Deed::Planned { lesson: kept.app.course.lessons[0].id.clone(), cue: CUE.to_owned(), act: ACT.to_owned() };
    assert!(deeds(&kept).contains(&plan));
    // A lesson is asked for one plan only.
    let again = kept.press("esc").sees("Plans").sees("1 plan").press("down enter G enter").answers(3);
    again.sees("Enter map").press("enter").sees("1 plan");
}

#[test]
fn not_now_goes_on_and_keeps_nothing() {
    let gone_on = at_the_end().press("enter").types(CUE).press("esc").sees("Only words.");
    assert!(!deeds(&gone_on).iter().any(|deed| matches!(deed, Deed::Planned { .. })));
    // The end of the quiz still leads to the map at once, too.
    at_the_end().press("esc").sees("Lessons");
}

#[test]
fn a_moment_that_nobody_can_notice_is_refused_with_an_example() {
    let refused = at_the_end().press("enter enter").sees("A plan waits for a moment").sees("on Thursday”");
    let refused = refused.types("always, more often").press("tab").types(ACT).press("enter");
    let refused = refused.sees("“always, more often” comes at no moment you could notice");
    // One types on where it was refused, and the word about it goes.
    let short = refused.press("ctrl-u").types("on Thursday");
    assert!(!short.words().contains("comes at no moment"));
    let kept = short.press("enter").sees("A little more").types(" Anna asks").press("enter").sees("Your plan is kept");
    assert!(deeds(&kept).iter().any(|deed| matches!(deed, Deed::Planned { cue, .. } if cue == "on Thursday Anna asks")));
    // A plan without anything to do is refused as well.
    at_the_end()
        .press("enter")
        .types(CUE)
        .press("enter enter")
        .sees("what will you do then?")
        .types(ACT)
        .press("enter")
        .sees("kept");
}

#[test]
fn it_is_asked_after_7_and_after_21_days_until_it_is_said() {
    assert!(!is_asked(&planned().after_days(6)));
    let first = planned().after_days(7).sees("How did it go?").sees("If I hand over the visits on Thursday, then I say what");
    let first = first.press("down enter").sees("1  did it").sees("3  not").press("2").sees("What was in the way?");
    let first = first.types("no time").press("enter").sees("asked again on 15 December").press("enter").sees("Lessons");
    assert_eq!(said(&first), [(Went::Partly, "no time".to_owned())]);
    assert!(!is_asked(&first), "{}", first.words());
    assert!(!is_asked(&first.after_days(13)));

    let second = planned().after_days(7).press("down enter 2 enter enter").after_days(14).sees("How did it go?");
    let second = second.press("down enter down enter enter").sees("you will not be asked again").press("enter");
    assert_eq!(said(&second), [(Went::Done, String::new())]);
    assert!(!is_asked(&second) && !is_asked(&second.after_days(300)));
}

#[test]
fn whoever_was_away_is_asked_once() {
    let away = planned().after_days(40).sees("How did it go?").press("down enter 3 enter").sees("you will not be asked again");
    assert!(!is_asked(&away.press("enter")));
}

#[test]
fn nothing_is_said_by_a_stray_key_or_before_the_line_is_kept() {
    let asked = planned().after_days(7).press("down enter enter enter").sees("1  did it").press("1").sees("What was in the way?");
    let back = asked.press("esc").sees("1  did it").press("esc").sees("How did it go?").sees("Lessons");
    assert!(said(&back).is_empty());
}

#[test]
fn a_plan_that_did_not_work_is_revised_and_asked_about_anew() {
    let asked = planned().after_days(7).press("down enter 3 enter down enter").sees("Your plan").sees(CUE);
    let revised = asked.press("ctrl-u").types("Anna asks for the list").press("enter").sees("Your plan is kept").sees("Lessons");
    assert!(!is_asked(&revised));
    let plans = revised.sees("1 plan").press("G enter").sees("If Anna asks for the list,").sees("8 December");
    assert!(!plans.words().contains("Thursday"));
    assert!(is_asked(&plans.press("esc").after_days(7)));
    // What was not changed stays, and is not asked about anew.
    let same = planned().after_days(7).press("down enter 3 enter 2 enter").sees("Lessons");
    assert!(!is_asked(&same.after_days(7)) && !deeds(&planned()).is_empty());
}

#[test]
fn plans_are_listed_with_how_they_went_revised_taken_off_and_put_back() {
    let followed = planned().after_days(7).press("down enter 2").types("no time").press("enter enter");
    let list = followed.press("G enter").sees("1  Lesson one").sees("24 November  made").sees("1 December   partly: no time");
    let list = list.sees("15 December  will be asked");
    let off = list.press("x").sees("There is no plan").press("u").sees("partly: no time");
    let off = off.press("x u x").sees("There is no plan").press("esc");
    assert!(!off.words().contains("Plans"));
    let next_day = off.next_day();
    assert!(!next_day.words().contains("Plans"));
    let revised = followed_list().press("enter").sees("as it was").press("tab ctrl-u").types("ask what for").press("enter");
    revised.sees("then I ask what for.").sees("1 plan");
    let as_it_was = followed_list().press("enter ctrl-u esc").sees(CUE);
    as_it_was.press("esc").sees("Lessons");
}

fn followed_list() -> Learner {
    planned().after_days(7).press("G enter").sees("asked on the map")
}

#[test]
fn a_plan_can_be_made_in_a_very_small_terminal() {
    let learner = at_the_end().at(24, 6).press("enter").types(CUE).sees("Thursday").press("tab").types(ACT).sees("first");
    learner.press("enter esc").at(80, 24).sees("1 plan");
}

#[test]
fn a_plan_is_followed_and_revised_by_clicks_too() {
    let asked =
        planned().after_days(7).click("If I hand over").click("If I hand over").click("partly").sees("What was in the way?");
    let stays = asked.press("enter").click("revise it").sees("Your plan").click("say what they").types(" of all").press("enter");
    stays.click("1 plan").click("1 plan").sees("say what they are for first of all.");
}
