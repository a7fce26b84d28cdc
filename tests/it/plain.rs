//! Line by line: how questions are asked and answered. Everything else is in `spoken.rs`, the program itself in a pipe in `piped.rs`.

use contrasts::app::{Effect, Msg, Screen};
use contrasts::course::{Answer, Id, mark};
use contrasts::progress::{Deed, Event, EventId, Stamp, Sure};

use crate::journey::COURSE;
use crate::kinds;
use crate::learner::Learner;
use crate::talker::{Talker, lines_for};

/// At the question of this kind.
fn at(kind: &str) -> Talker {
    let talker = Talker::instead_of(kinds::at(kind));
    assert_eq!(talker.asked().unwrap().kind_name(), kind);
    talker
}

/// The number under which a thing of the author's order was said.
fn number(talker: &Talker, at: usize) -> String {
    let Screen::Quiz(quiz) = talker.app.screen() else { panic!("no question is asked") };
    (quiz.drawn.iter().position(|one| *one == at).unwrap() + 1).to_string()
}

/// The numbers of some things, with blanks between them.
fn numbers(talker: &Talker, all: &[usize]) -> String {
    all.iter().map(|at| number(talker, *at)).collect::<Vec<_>>().join(" ")
}

/// The last answer is worth so many points of so many, and counts as right or not.
#[track_caller]
fn check(talker: &Talker, earned: usize, of: usize, right: bool) {
    let answered = talker.events().iter().rev().find_map(|event| match &event.deed {
        Deed::Answered { question, answer, .. } => Some((question.clone(), answer.clone())),
        _ => None,
    });
    let (question, answer) = answered.expect("something was answered");
    let verdict = mark(talker.app.course.question(&question).unwrap().1, &answer);
    assert_eq!((verdict.earned, verdict.of, verdict.is_right()), (earned, of, right), "{answer:?}");
}

fn answers(talker: &Talker) -> usize {
    talker.events().iter().filter(|event| matches!(event.deed, Deed::Answered { .. })).count()
}

#[test]
fn a_choice_is_a_number_and_the_verdict_says_why() {
    let asked = at("choice").hears("Which remark points to missing structure").hears("1 to 3; hint, skip, back");
    let right = number(&asked, 1);
    let right = asked.says(&right).hears("Right, because: Purpose is there, the decision right is not.");
    check(&right, 1, 1, true);
    let wrong = at("choice");
    let number = number(&wrong, 0);
    let wrong = wrong.says(&number).hears(&format!("Not quite.\nYou chose {number}, “")).hears("Boxes clear, reason gone.");
    let wrong = wrong.hears("Right is ").hears("The difference: One lacks a reason, the other lacks a name.");
    check(&wrong, 0, 1, false);
    let all = wrong.hears_no("Both clarities are present").says("reasons").hears("Both clarities are present");
    all.hears_no("Not quite.").says("u").hears("Which remark points").says("skip").hears("Question");
}

#[test]
fn several_are_numbers_in_one_line() {
    let right = at("multiple").hears("Several may be right").hears("such as 1 3");
    let line = numbers(&right, &[0, 2, 3]);
    check(&right.says(&line).hears("Right, all four."), 4, 4, true);
    let half = at("multiple");
    let line = numbers(&half, &[0, 3]).replace(' ', ",");
    let half = half.says(&line).hears("Not quite: 3 of 4.").hears("not ticked, but it belongs: Understood means");
    check(&half, 3, 4, false);
    // Taken back, it is ticked as before; the new line says all of it.
    let undone = half.says("undo").hears("Ticked so far: ");
    let line = numbers(&undone, &[0, 2, 3]);
    check(&undone.says(&line), 4, 4, true);
    let refused =
        at("multiple").says("1 9").hears("There is no 9 here: they are 1 to 4.").says("2 2").hears("2 stands there twice");
    assert_eq!(answers(&refused), 0);
}

#[test]
fn true_or_false_is_a_number_as_well() {
    check(&at("truefalse").says("2").hears("Right, because: The leaving-alone is earned"), 1, 1, true);
    check(&at("truefalse").says("1").hears("Not quite."), 0, 1, false);
    at("truefalse").says("3").hears("There is no 3 here: they are 1 to 2.").says("1 2").hears("Only one can be chosen");
}

#[test]
fn lines_go_into_bins_by_a_number_each() {
    const KEY: [usize; 5] = [0, 1, 2, 0, 1];
    let bins = |talker: &Talker, bin: &dyn Fn(usize) -> usize| {
        let Screen::Quiz(quiz) = talker.app.screen() else { panic!() };
        quiz.drawn.iter().map(|line| (bin(*line) + 1).to_string()).collect::<Vec<_>>().join(" ")
    };
    let asked = at("classify").hears("Line 5: ").hears("Each line goes to: 1 organising, 2 aligning, 3 both.");
    let line = bins(&asked, &|line| KEY[line]);
    check(&asked.says(&line).hears("Right, all five."), 5, 5, true);
    let most = at("classify");
    let line = bins(&most, &|line| [0, 1, 0, 2, 1][line]);
    let most = most.says(&line).hears("Right in the main: 4 of 5.").hears("you gave it to organising; it belongs to both");
    check(&most, 4, 5, true);
    let few = at("classify").says("1 1 1 1 1").hears("Not quite: 2 of 5.");
    check(&few, 2, 5, false);
    check(&few.says("undo").hears("So far: 1, 1, 1, 1, 1.").says("2 2 2 2 2"), 2, 5, false);
    let refused = at("classify").says("1 2").hears("There are 5 lines, so 5 numbers are needed, such as 1 2 3 1 2.");
    assert_eq!(answers(&refused.says("1 2 3 1 4").hears("There is no 4 here")), 0);
}

#[test]
fn parts_get_their_sentences_by_a_number_each() {
    let asked = at("match").hears("Part 1: Purpose").hears("Each part gets one of these:");
    let line = numbers(&asked, &[0, 1, 2, 3]);
    check(&asked.says(&line).hears("Right, all four."), 4, 4, true);
    let off = at("match");
    let line = numbers(&off, &[0, 1, 4, 3]);
    let off = off
        .says(&line)
        .hears("Not quite: 3 of 4.")
        .hears("That one is left over: It gives no information")
        .hears("Limit belongs to “");
    check(&off, 3, 4, false);
    // Given again after it was taken back, the same line is the same answer.
    check(&off.says("undo").says(&line), 3, 4, false);
    at("match").says("1 1 2 3").hears("1 stands there twice");
}

#[test]
fn steps_are_numbers_in_their_order() {
    let right = at("order").hears("The numbers in the order in which they belong, such as 4 3 2 1");
    let line = numbers(&right, &[0, 1, 2, 3]);
    check(&right.says(&line).hears("Right, all six."), 6, 6, true);
    let near = at("order");
    let line = numbers(&near, &[1, 0, 2, 3]);
    let near = near.says(&line).hears("Right in the main: 5 of 6 pairs in order.").hears("In a sound order:\n1. ");
    check(&near, 5, 6, true);
    let wrong = near.says("undo").says("4 3 2 1");
    check(&wrong, 1, 6, false);
    // The steps may stand in their order as they are.
    check(&wrong.says("undo").says("1 2 3 4"), 1, 6, false);
    at("order").says("1 2").hears("There are 4 steps");
}

#[test]
fn a_word_is_typed_and_a_slip_is_named() {
    check(&at("short").says("The Back-Brief").hears("Right."), 1, 1, true);
    check(&at("short").says("backbreif").hears("Two letters changed places, which is forgiven."), 1, 1, true);
    let listed = at("short").says("feedback").hears("Feedback looks back").hears("Right is “backbrief”.");
    check(&listed, 0, 1, false);
    check(&listed.says("u").hears("You wrote so far: feedback").says("nonsense").hears("Not quite."), 0, 1, false);
    at("short").says("").hears("Nothing is typed yet").says("?").hears("/skip").says("hint").hears("no further hint");
    at("short").says("/skip").hears("Question").hears_no("What is this step called");
}

#[test]
fn ones_own_words_are_lines_until_a_point() {
    let written = at("open").hears("Lines in your own words").says("Parents should meet us.").hears_no("Write an intent");
    let rated = written.says("You choose the rooms.").says(".").hears("Yours: Parents should meet us. You choose the rooms.");
    let rated = rated.hears("A model: ").hears("Does yours have:\n1. ").says("1 4").hears("You found 2 of 4");
    check(&rated, 2, 4, false);
    let more = rated.says("undo").says("1 2 3").hears("You found 3 of 4");
    check(&more, 3, 4, true);
    check(&at("open").says("Something.\n.\n0").hears("You found 0 of 4"), 0, 4, false);
    at("open").says(".").hears("Nothing is written yet").says("/skip").hears("Question");
}

#[test]
fn a_scenario_goes_on_by_what_one_does() {
    let best = at("scenario")
        .hears("A river floods")
        .hears("eight in the morning")
        .says("3")
        .hears("What came of it: At noon you hear nine");
    check(&best.hears("100 of 100"), 100, 100, true);
    let road = at("scenario").says("1").hears("What came of it").hears("It is six o’clock").hears_no("A river floods").says("2");
    check(&road.hears("66 of 100 for the way").hears("The road not taken: "), 66, 100, false);
    check(&at("scenario").says("2\n1"), 16, 100, false);
}

#[test]
fn a_stance_is_a_place_on_a_line_in_words() {
    let kept = at("stance").hears("From 0, only who does what").says("7").hears("Kept: somewhat more why we do it.");
    check(&kept, 0, 0, false);
    let end = at("stance").says("10").hears("Kept: only why we do it");
    assert!(end.events().iter().any(|event| matches!(event.deed, Deed::Answered { answer: Answer::Leaned(10), .. })));
    at("stance").says("11").hears("a number from 0 to 10");
}

#[test]
fn how_sure_one_is_takes_a_number_or_its_word() {
    let asked = || Talker::instead_of(kinds::at("truefalse").asked_how_sure());
    let error = asked().says("1").hears("How sure are you? 1 guess, 2 maybe, 3 fairly, 4 certain.").says("4");
    error.hears("Not quite. You were certain, so this question comes back first.");
    let sure = asked().says("1\nback").hears("Mission command").says("2\nmaybe").hears("You held it for possible");
    let is_maybe = |deed: &Deed| matches!(deed, Deed::Answered { sure: Some(Sure::Maybe), .. });
    assert!(sure.events().iter().any(|event| is_maybe(&event.deed)));
    assert_eq!(answers(&asked().says("1\n7").hears("How sure is a number from 1 to 4")), 0);
}

#[test]
fn hints_come_one_by_one_without_the_question_again() {
    let hinted = at("choice").says("hint").hears("Hint 1 of 2: One of them knows").hears_no("Which remark").says("h");
    let hinted = hinted.hears("Hint 2 of 2: ").hears_no("Hint 1").says("hint").hears("There is no further hint.");
    let right = number(&hinted, 1);
    hinted.says(&right).hears("With two hints.");
}

#[test]
fn a_faulty_question_is_noted_in_one_line_or_in_two() {
    for lines in ["! the goal is missing", "faulty the goal is missing", "!\nthe goal is missing"] {
        let noted = at("truefalse").says(lines).hears("Noted with your data");
        let is_it = |deed: &Deed| matches!(deed, Deed::Doubted { words, .. } if words == "the goal is missing");
        assert!(noted.events().iter().any(|event| is_it(&event.deed)), "{lines}");
    }
    at("truefalse").says("!").hears("What is wrong with it").says("").hears("1 to 2");
}

/// Whatever was half done, the input may end; the next day it is still there, and every kind can be answered from there.
#[test]
fn what_was_left_by_the_end_of_the_input_goes_on_the_next_day() {
    for (kind, line, words) in [
        ("scenario", "2", "It is six"),
        ("open", "half an answer", "You wrote so far: half an answer"),
        ("choice", "hint", "Hint 1"),
    ] {
        let mut left = at(kind).says(line);
        left.tell(Msg::Ended);
        assert_eq!(left.effects().last(), Some(&Effect::Leave));
        let progress = left.app.progress.clone();
        let back = Learner::on(&kinds::course()).knowing(progress);
        Talker::instead_of(back).says("").hears(words);
    }
}

#[test]
fn what_is_not_understood_is_said_and_changes_nothing() {
    let talker = Talker::on(COURSE).says("1\nend\n");
    let before = talker.events().len();
    let talker = talker.says("nonsense").hears("“nonsense” means nothing here. ? tells what does.");
    let talker = talker.says("hnit").hears("“hnit” means nothing here").says("skp").hears("Did you mean skip?");
    let talker = talker.says("j").hears("means nothing here").says("").hears("Nothing is chosen yet.");
    let talker = talker.says("e\u{1b}[31m\u{7}").hears("“e[31m” means nothing here");
    let talker = talker.says(&"x".repeat(20_000)).hears("too long");
    assert_eq!(talker.events().len(), before);
    talker
        .says("?")
        .hears("What can be typed here:")
        .hears("- hint or h: hint; each costs a tenth")
        .hears("skip or x")
        .hears_no("j ");
}

/// A quiz that went well, and on later days its review, which goes half wrong twice.
#[test]
fn the_same_reviews_by_lines_and_by_keys_are_the_same_memory() {
    let half = |nth: usize| (nth.is_multiple_of(2), (nth % 4 + 1) as u8);
    let is_elsewhere = |learner: &Learner| !matches!(learner.app.screen(), Screen::Map(_));
    let first = || {
        Learner::on_shipped().press("down enter").press("enter x G enter").answers_as(|_| (true, 3)).press_if("esc", is_elsewhere)
    };
    let by_keys = |waiting: Learner| waiting.press("r enter").answers_as(half).press_if("esc", is_elsewhere);
    let by_lines = |waiting: Learner| Talker::instead_of(waiting).says("review\n").answers_as(half);
    let check = |lines: Talker, keys: Learner| {
        assert!(answers(&lines) > 3, "{}", lines.heard());
        assert_eq!(essence(lines.events()), essence(keys.events()));
    };
    let second = || by_keys(first().after_days(30));
    check(by_lines(first().after_days(30)), second());
    check(by_lines(second().after_days(5)), by_keys(second().after_days(5)));
}

/// Ten lessons, from the first start to the last quiz: what the lines do is what the keys do, event by event.
#[test]
fn the_same_answers_by_lines_and_by_keys_are_the_same_progress() {
    let mut keys = Learner::on_shipped();
    let mut lines = Talker::instead_of(Learner::on_shipped());
    keys = keys.press("down enter");
    lines = lines.says("2");
    let lessons = lines.app.course.lessons.len();
    for lesson in 0..lessons {
        keys = keys.press("g enter").press_if("x", |learner| matches!(learner.app.screen(), Screen::Before(_)));
        keys = keys.press("G enter").answers_as(|nth| (nth % 5 != 4, (nth % 4 + 1) as u8)).press("esc");
        lines = lines.says("");
        if matches!(lines.app.screen(), Screen::Before(_)) {
            lines = lines.says("x");
        }
        lines = lines.says("end\n").answers_as(|nth| (nth % 5 != 4, (nth % 4 + 1) as u8)).says("back");
        let standing = |app: &contrasts::app::App| app.progress.standing(&app.course, &app.course.lessons[lesson]);
        assert_eq!(standing(&lines.app), standing(&keys.app), "lesson {lesson}");
    }
    assert_eq!(essence(lines.events()), essence(keys.events()));
}

/// What was done, in its order: without where one stood in a text, what was half done and how long it took, and with names and times that
/// do not depend on the run.
pub fn essence(events: &[Event]) -> Vec<Event> {
    let is_passing = |deed: &Deed| matches!(deed, Deed::Reached { .. } | Deed::Drafted { .. } | Deed::Typed { .. });
    let kept = events.iter().filter(|event| !is_passing(&event.deed));
    let kept: Vec<&Event> = kept.collect();
    let named = |nth: usize| EventId(Id::new(&format!("e-{nth}")).unwrap());
    let new_name = |id: &EventId| named(kept.iter().position(|event| event.id == *id).unwrap());
    let deed = |deed: &Deed| match deed.clone() {
        Deed::Answered { quiz, question, fingerprint, drawn, answer, sure, hints, .. } => {
            Deed::Answered { quiz: new_name(&quiz), question, fingerprint, drawn, answer, sure, hints, seconds: 0 }
        }
        Deed::Mirrored { mirror, statement, value } => Deed::Mirrored { mirror: new_name(&mirror), statement, value },
        Deed::Followed { plan, went, obstacle } => Deed::Followed { plan: new_name(&plan), went, obstacle },
        Deed::Undid { event } => Deed::Undid { event: new_name(&event) },
        deed => deed,
    };
    (0..).zip(&kept).map(|(nth, event)| Event { id: named(nth), at: Stamp(nth as i64), deed: deed(&event.deed) }).collect()
}

#[test]
fn the_lines_for_an_answer_are_the_answer() {
    let quiz = Talker::on(&kinds::course()).says("1\nend\n").answers_as(|_| (true, 3));
    quiz.hears("9 of 9 right");
    let question = at("choice").asked().unwrap().clone();
    assert_eq!(lines_for(&question, &[2, 1, 0], true), ["2"]);
}
