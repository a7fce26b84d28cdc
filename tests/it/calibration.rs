//! How sure, how right: told after ten answers, over all and lesson by lesson, and never before.

use crate::journey::COURSE;
use crate::learner::Learner;

/// Takes the quiz of three questions so often, each time as certain and as right.
fn certain(times: usize, rightly: usize) -> Learner {
    let mut learner = Learner::on(COURSE).asked_how_sure().press("enter G enter").answers_as(|nth| (nth < rightly, 4));
    for _ in 1..times {
        learner = learner.press("a").answers_as(|nth| (nth < rightly, 4));
    }
    learner
}

#[test]
fn nothing_is_said_before_ten_answers() {
    let nine = certain(3, 1);
    assert!(!nine.words().contains("surer"), "{}", nine.words());
    let nine = nine.press("c").sees("So far it has 9 answers.").press("esc").sees("right");
    assert!(!nine.press("esc").words().contains("How sure, how right"));
}

#[test]
fn the_end_of_a_quiz_says_how_sure_and_how_right_and_c_tells_more() {
    let end = certain(4, 1).sees("You are about 62 points surer than right.").sees("c how sure");
    let page = end.press("c").sees("How sure, how right").sees("12 answers").sees("4 of 12").sees("says 95 %").sees("not said");
    let page = page.sees("You are about 62 points surer than right on Lesson one.").sees("had you always said guess");
    page.press("esc").sees("Lesson one · Quiz").press("esc").sees("How sure, how right").press("G enter").sees("12 answers");
}

#[test]
fn whoever_is_as_sure_as_right_reads_that_and_no_praise() {
    certain(4, 3).sees("You are sure about as often as you are right.");
}

#[test]
fn the_map_still_tells_it_the_next_day_and_without_the_question_nothing_is_said() {
    certain(4, 1)
        .next_day()
        .sees("How sure, how right")
        .sees("12 answers")
        .press("G enter")
        .sees("4 of 12")
        .press("esc")
        .sees("Lessons");
    let unasked =
        Learner::on(COURSE).press("enter G enter").answers(1).press("a").answers(1).press("a").answers(1).press("a").answers(1);
    assert!(!unasked.press("esc").words().contains("How sure, how right"));
}

/// The answers after the first were helped by the reasons that stood under it.
#[test]
fn only_the_first_answer_to_a_question_counts() {
    let mut learner = Learner::on(COURSE).asked_how_sure();
    learner.app.mode = contrasts::course::question::Mode::named("must-pass");
    let learner = learner.press("enter G enter").answers_as(|nth| (nth >= 3, 4)).sees("3 of 3 right");
    // Six answers were given, of which three count.
    learner.press("c").sees("So far it has 3 answers.");
}

#[test]
fn what_was_taken_back_does_not_count() {
    let learner = Learner::on(COURSE).asked_how_sure().press("enter G enter 1 enter 4 u").press("enter 1").press("enter");
    let learner = learner.answers_as(|_| (true, 3));
    learner.press("c").sees("So far it has 3 answers.");
}
