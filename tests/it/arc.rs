//! The arc of a lesson: asked before, read with a question in passing, tested, and told how many of the first are right now; and the
//! modes in which a quiz tells what was right.

use contrasts::course::question::Mode;
use contrasts::progress::Deed;

use crate::learner::Learner;

pub const COURSE: &str = "\
//- course.toml
id = \"c\"
title = \"A course\"
pass_mark = 0.5
//- 01-one/lesson.md
+++
title = \"Lesson one\"
minutes = 5
+++
## Start

Here it begins.

<!-- check: c-1 -->

## Where it stands

The answer stands here.
//- 01-one/quiz.toml
[[questions]]
id = \"p-1\"
kind = \"truefalse\"
use = [\"pre\", \"quiz\"]
see = \"#where-it-stands\"
prompt = \"Is the first so?\"
answer = true
why_true = \"It is so, as one reads.\"
why_false = \"It is so, as one reads.\"
[[questions]]
id = \"p-2\"
kind = \"truefalse\"
use = [\"pre\", \"quiz\"]
prompt = \"Is the second so?\"
answer = true
why_true = \"It is so, as one reads.\"
why_false = \"It is so, as one reads.\"
[[questions]]
id = \"c-1\"
kind = \"truefalse\"
use = [\"check\"]
prompt = \"Is this so, in passing?\"
answer = false
why_true = \"It is not so, as one reads.\"
why_false = \"It is not so, as one reads.\"
[[questions]]
id = \"q-1\"
kind = \"truefalse\"
prompt = \"Is the last so?\"
answer = true
why_true = \"It is so, as one reads.\"
why_false = \"It is so, as one reads.\"
//- 02-two/lesson.md
+++
title = \"Lesson two\"
+++
Only words.
";

fn offered() -> Learner {
    Learner::on(COURSE).press("enter").sees("Two questions before you read.").sees("not meant to know")
}

#[test]
fn the_page_before_a_lesson_says_which_keys_work_there() {
    let help = offered().press("?").sees("only read; or pass over what you know").words();
    assert!(!help.contains("off the list") && !help.contains("put it back"), "{help}");
    offered().press("? esc x").sees("Lesson one");
}

#[test]
fn questions_before_a_lesson_are_asked_without_telling() {
    let asked = offered().press("enter").sees("Lesson one · Before you read").sees("question 1 of 2").sees("Is the first so?");
    let next = asked.press("2 enter").sees("Is the second so?");
    assert!(!next.words().contains("Not quite"), "nothing is told");
    let reading = next.press("2 enter").sees("Here it begins.");
    // The text marks where one of them is answered, until the quiz was taken.
    let marked = |screen: &str| screen.lines().any(|line| line.contains("? Where it stands"));
    assert!(marked(&reading.screen()), "{}", reading.screen());
    let end = reading.press("G enter").sees("Quiz").press("1 enter enter 1 enter enter 1 enter enter");
    let end = end.sees("3 of 3 right: passed").sees("asked before: 0 → 2 of 2");
    let again = end.press("esc down enter").sees("Here it begins.");
    assert!(!marked(&again.screen()), "{}", again.screen());
}

#[test]
fn they_can_be_passed_over_and_are_offered_once() {
    offered().press("x").sees("Here it begins.").press("esc down enter").sees("Here it begins.");
    offered().press("enter 1 enter esc").sees("Lessons");
    // Left in the middle, they are not asked again: the lesson waits.
    offered().press("enter 1 enter esc enter").sees("Here it begins.");
}

#[test]
fn who_knows_them_and_knows_it_may_pass_the_lesson_over() {
    let known =
        offered().asked_how_sure().press("enter 1 enter 4 1 enter 3").sees("You answered these rightly, and were sure of it.");
    let passed = known.press("x").sees("known before").sees("Begin");
    passed.next_day().sees("known before").press("enter").sees("Only words.");
    offered().asked_how_sure().press("enter 1 enter 4 1 enter 1").sees("Here it begins.");
    offered().asked_how_sure().press("enter 1 enter 4 2 enter 4").sees("Here it begins.");
    offered().asked_how_sure().press("enter 1 enter 4 1 enter 3 enter").sees("Here it begins.");
}

#[test]
fn a_question_within_the_text_is_answered_where_it_stands() {
    let reading = || offered().press("x").sees("BEFORE YOU READ ON").sees("Is this so, in passing?").sees("Answer it here");
    let answered = reading().press("c").sees("Lesson one · In passing").press("2 enter").sees("Right.");
    answered.press("enter").sees("Here it begins.");
    reading().press("tab").sees("answer it").press("enter").sees("In passing").press("esc").sees("Here it begins.");
    // It is no part of the quiz, and its answer does not end it.
    reading().press("c 2 enter enter G enter").sees("question 1 of 3");
}

/// At the first question of the quiz, in this mode.
fn in_mode(mode: Mode) -> Learner {
    let mut learner = Learner::on(COURSE).press("enter x G");
    learner.app.mode = Some(mode);
    learner.press("enter").sees("question 1 of 3")
}

#[test]
fn a_quiz_that_holds_back_tells_at_the_end() {
    let end = in_mode(Mode::HeldBack).press("1 enter").sees("question 2 of 3").press("2 enter 1 enter").sees("2 of 3 right");
    end.press("space").sees("Is the second so?").sees("Not quite.").press("esc").sees("2 of 3 right");
    let resumed = in_mode(Mode::HeldBack).press("2 enter").next_day().press("enter").sees("question 2 of 3");
    resumed.press("1 enter").sees("question 3 of 3");
}

#[test]
fn a_quiz_that_must_be_passed_asks_again_until_it_is_right() {
    let missed = in_mode(Mode::MustPass).press("2 enter").sees("Not quite.").press("enter 1 enter enter 1 enter enter");
    let again = missed.sees("question 1 of 3").sees("Is the first so?").press("2 enter enter").sees("question 1 of 3");
    let end = again.press("1 enter enter").sees("3 of 3 right");
    let answers = end.events().iter().filter(|event| matches!(event.deed, Deed::Answered { .. })).count();
    assert_eq!(answers, 5, "every attempt stays in the record");
}

#[test]
fn an_author_chooses_the_mode_of_a_quiz() {
    let course = COURSE.replace("//- 01-one/quiz.toml\n", "//- 01-one/quiz.toml\nmode = \"held-back\"\n");
    Learner::on(&course).press("enter x G enter 1 enter").sees("question 2 of 3");
}

#[test]
fn the_ten_that_went_worst_come_from_all_lessons() {
    let course = COURSE.replace(
        "Only words.\n",
        "Only words.\n//- 02-two/quiz.toml\n[[questions]]\nid = \"t-1\"\nkind = \"truefalse\"\nprompt = \"Is the other so?\"\nanswer = true\nwhy_true = \"It is so, as one reads.\"\nwhy_false = \"It is so, as one reads.\"\n",
    );
    let nothing = Learner::on(&course).press("enter esc w").sees("Nothing you answered so far went wrong");
    let one = nothing.press("enter x G enter 1 enter enter 2 enter enter 1 enter enter").sees("2 of 3 right");
    let both = one
        .press("enter esc")
        .sees("Only words")
        .press("G enter")
        .sees("Is the other so?")
        .press("2 enter enter")
        .sees("0 of 1 right");
    let weakest = both.press("esc w").sees("Weakest ten").sees("question 1 of 2").sees("Is the second so?");
    let end = weakest
        .press("1 enter enter")
        .sees("Is the other so?")
        .press("2 enter enter")
        .sees("1 of 2 right of those that went worst");
    end.press("m")
        .sees("question 1 of 1")
        .sees("Is the other so?")
        .press("1 enter enter")
        .sees("1 of 1 right")
        .press("esc w")
        .sees("went wrong");
}
