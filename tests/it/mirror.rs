//! The mirror, key by key: answering, leaving, coming back, changing one's mind, and looking again months later.

use contrasts::progress::{Deed, MirrorPart};

use crate::journey;
use crate::learner::Learner;

/// The shipped course, its map on the screen with the mirror focused.
fn at_the_mirror() -> Learner {
    Learner::on_shipped().press("down enter G")
}

/// What was said to which statement, in the order in which it was said.
fn said(learner: &Learner) -> Vec<(String, u8)> {
    let of = |deed: &Deed| match deed {
        Deed::Mirrored { statement, value, .. } => Some((statement.to_string(), *value)),
        _ => None,
    };
    learner.events().iter().filter_map(|event| of(&event.deed)).collect()
}

/// How many looks were begun.
fn begun(learner: &Learner, part: MirrorPart) -> usize {
    let is_one = |deed: &Deed| *deed == Deed::MirrorBegan { part };
    learner.events().iter().filter(|event| is_one(&event.deed)).count()
}

#[test]
fn twenty_digits_lead_to_the_picture_and_on_to_what_to_practise() {
    let learner = at_the_mirror().sees("What I do").sees("not yet").press("enter").sees("A mirror for reflection, not a test.");
    let learner = learner.press("enter").sees("statement 1 of 20").sees("Nothing here is marked.");
    let learner = learner.states("5").sees("statement 2 of 20").states("3333323332333323333");
    let learner = learner.sees("A mirror, not a test").sees("strong lean to planning · a fair amount");
    assert_eq!((said(&learner).len(), begun(&learner, MirrorPart::Doing)), (20, 1));
    let learner = learner.press("enter").sees("you reported working out steps and means much");
    let learner = learner.press("G").sees("A mirror for reflection, not a test.").press("enter").sees("What I need");
    let learner = learner.press("enter").sees("Others depend on dated, costed promises").states("1").sees("statement 2 of 10");
    let learner = learner.states("5").sees("It calls for vision.").states("1").sees("statement 3 of 10").states("11111111");
    let learner = learner.sees("Build vision. Ease off planning.").sees("user visits, two a month");
    let learner = learner.press("G").sees("A mirror for reflection, not a test.").press("enter").sees("Lessons");
    learner.sees("24 November").press("enter enter enter").sees("Build vision.");
}

#[test]
fn whoever_leaves_in_the_middle_comes_back_to_the_open_statement_the_next_day() {
    let learner = at_the_mirror().press("enter enter").states("123450").sees("statement 7 of 20").press("esc").sees("6 of 20");
    let learner = learner.press("enter").sees("statement 7 of 20").press("q");
    let learner = learner.next_day().sees("6 of 20").press("G enter").sees("statement 7 of 20").states("33333333333333");
    let learner = learner.sees("A mirror, not a test").press("esc").sees("25 November");
    assert_eq!(begun(&learner, MirrorPart::Doing), 0, "it was begun the day before");
    // What the role needs is kept in the middle as well.
    let learner = learner.press("enter enter enter enter").states("42").sees("statement 2 of 10").press("esc").sees("in words");
    learner.next_day().press("G enter enter enter").sees("statement 2 of 10");
}

#[test]
fn an_answer_is_changed_by_going_back_even_after_the_last() {
    let learner = at_the_mirror().press("enter enter").states("12").press("left").sees("statement 2 of 20").sees(">   2  seldom");
    let learner = learner.states("4").sees("statement 3 of 20").press("left left").sees(">   1  never").press("right enter");
    let learner = learner.sees("statement 3 of 20").press("right").sees("statement 3 of 20");
    let all = |learner: &Learner| said(learner).into_iter().map(|(id, value)| format!("{id}={value}")).collect::<Vec<_>>();
    assert_eq!(all(&learner), ["d-1=1", "d-2=2", "d-2=4"], "an answer that stays as it is is not written down again");
    let learner = learner.states("333333333333333331").sees("A mirror, not a test").press("left").sees("statement 20 of 20");
    let learner = learner.sees(">   1  never").states("5").sees("A mirror, not a test");
    assert_eq!(all(&learner).last().map(String::as_str), Some("d-20=5"));
    // On another day the last look is what it was.
    let learner = learner.next_day().press("G enter left").sees("A mirror, not a test");
    assert!(!learner.words().contains("last one"));
}

#[test]
fn arrows_and_enter_answer_as_well_and_other_digits_do_nothing() {
    let learner = at_the_mirror().press("enter enter enter 6 9").sees("statement 1 of 20").press("down down enter");
    let learner = learner.sees("statement 2 of 20").press("up enter").sees("statement 3 of 20").click("almost always");
    let learner = learner.sees("statement 4 of 20");
    let expected = [("d-1".to_owned(), 2), ("d-2".to_owned(), 0), ("d-3".to_owned(), 5)];
    assert_eq!(said(&learner), expected);
    // A need has no 0, and cover ends with 3.
    let learner = learner.states("33333333333333333").press("enter enter enter 0").sees("statement 1 of 10").states("5");
    learner.press("4 5 0").sees("It calls for planning.").states("3").sees("statement 2 of 10");
}

#[test]
fn months_later_a_second_look_is_laid_over_the_first() {
    let first = Learner::on_shipped().after_days(-182).press("down enter G enter enter").states("33333333333333333333");
    let again = first.press("esc").sees("26 May").after_days(182).sees("26 May").press("G enter a").sees("20 statements");
    let again = again.press("enter").states("52222").press("esc").sees("A mirror, not a test").press("esc").sees("5 of 20");
    // The first stays in reach while the second is open.
    let again = again.press("enter").sees("statement 6 of 20").press("esc a").sees("statement 6 of 20");
    let again = again.states("133333333333333").sees("█ 24 November   ○ 26 May").sees("a clear change");
    let again = again.press("enter").sees("Since 26 May there is a clear change towards planning.");
    again.press("esc esc").sees("24 November");
}

#[test]
fn answers_that_pull_against_each_other_are_said_gently() {
    let learner = at_the_mirror().press("enter enter").states("44444444444444444444").press("enter G");
    learner.sees("Some answers pull against each other.");
    let learner = at_the_mirror().press("enter enter").states("00000000000000000000").sees("not enough to say");
    let words = learner.press("enter G").words();
    assert!(!words.contains("pull against"), "{words}");
}

#[test]
fn a_course_without_a_form_has_no_mirror() {
    let learner = Learner::on(journey::COURSE).press("enter esc");
    assert!(!learner.words().contains("What I do"), "{}", learner.words());
    let course = format!("{}//- self-assessment.toml\nintro = \"x\"\n", journey::COURSE);
    Learner::on(&course).press("down enter G enter").sees("This course’s mirror has no statements.");
}

#[test]
fn an_answer_to_a_statement_that_is_not_saved_is_said() {
    let learner = at_the_mirror().press("enter enter").saved().press("3").not_saved("the disk is full");
    learner.sees("Your last answer is kept here").sees("statement 2 of 20");
}
