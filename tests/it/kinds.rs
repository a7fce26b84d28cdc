//! Every kind of question, played by keys: right, half right, not right, taken back, skipped, and left in the middle.

use contrasts::app::Screen;
use contrasts::app::sheet::sheet;
use contrasts::course::{Answer, mark};
use contrasts::progress::{Deed, Sure};

use crate::learner::Learner;

/// A lesson whose quiz has every kind.
pub fn course() -> String {
    format!(
        "//- course.toml\nid = \"k\"\ntitle = \"Kinds\"\n//- 03-kinds/lesson.md\n{}//- 03-kinds/quiz.toml\n{}",
        include_str!("../pages/kinds.md"),
        include_str!("../pages/kinds.toml")
    )
}

/// At the question of this kind, everything before it skipped.
pub fn at(kind: &str) -> Learner {
    at_in(&course(), kind)
}

fn at_in(course: &str, kind: &str) -> Learner {
    let mut learner = Learner::on(course).press("enter G enter");
    while asked(&learner) != kind {
        learner = learner.press("esc").press_if("enter", |learner| !matches!(learner.app.screen(), Screen::Quiz(_)));
        learner = learner.press("x");
    }
    learner
}

fn asked(learner: &Learner) -> &'static str {
    let Screen::Quiz(quiz) = learner.app.screen() else { panic!("no question is on the screen") };
    let id = &learner.app.progress.run(&quiz.run).unwrap().questions[quiz.at];
    learner.app.course.question(id).unwrap().1.kind_name()
}

/// The digit under which a thing of the author's order stands on the screen.
fn digit(learner: &Learner, at: usize) -> usize {
    let Screen::Quiz(quiz) = learner.app.screen() else { panic!("no question is on the screen") };
    quiz.drawn.iter().position(|one| *one == at).unwrap() + 1
}

/// The last answer, and what it is worth: points, of how many, and whether it counts as right.
fn worth(learner: &Learner) -> (Answer, usize, usize, bool) {
    let answers = learner.events().iter().rev().find_map(|event| match &event.deed {
        Deed::Answered { question, answer, .. } => Some((question.clone(), answer.clone())),
        _ => None,
    });
    let (question, answer) = answers.expect("something was answered");
    let verdict = mark(learner.app.course.question(&question).unwrap().1, &answer);
    (answer, verdict.earned, verdict.of, verdict.is_right())
}

#[track_caller]
fn check(learner: &Learner, earned: usize, of: usize, right: bool) {
    let (answer, found, found_of, is_right) = worth(learner);
    assert_eq!((found, found_of, is_right), (earned, of, right), "{answer:?}");
}

/// The keys that put each line, in the order of the screen, where `place` says for the author's number of the line.
fn placing(learner: &Learner, place: impl Fn(usize) -> usize) -> String {
    let Screen::Quiz(quiz) = learner.app.screen() else { panic!("no question is on the screen") };
    quiz.drawn.iter().map(|line| (place(*line) + 1).to_string() + " ").collect::<String>() + "enter"
}

#[test]
fn choice() {
    let right = at("choice");
    let keys = format!("{} enter", digit(&right, 1));
    let right = right.press(&keys).sees("Right.");
    check(&right, 1, 1, true);
    let wrong = at("choice");
    let keys = format!("{} enter", digit(&wrong, 0));
    let wrong = wrong.press(&keys).sees("Not quite.").sees("The difference").sees("Your choice: Boxes clear");
    check(&wrong, 0, 1, false);
    wrong.press("u").sees("Enter").press("x").sees("question");
}

#[test]
fn multiple() {
    let keys = |learner: &Learner, ticks: &[usize]| {
        ticks.iter().map(|at| digit(learner, *at).to_string() + " ").collect::<String>() + "enter"
    };
    let all = at("multiple");
    let pressed = keys(&all, &[0, 2, 3]);
    check(&all.press(&pressed).sees("Right, all four."), 4, 4, true);
    let half = at("multiple");
    let pressed = keys(&half, &[0, 3]);
    let half = half.press(&pressed).sees("Not quite: 3 of 4.").sees("belongs");
    check(&half, 3, 4, false);
    half.press("u").sees("2 ticked");
}

#[test]
fn truefalse() {
    check(&at("truefalse").press("2 enter").sees("Right."), 1, 1, true);
    check(&at("truefalse").press("1 enter").sees("Not quite."), 0, 1, false);
}

#[test]
fn classify() {
    const KEY: [usize; 5] = [0, 1, 2, 0, 1];
    let right = at("classify").sees("1 ■ organising    2 ◆ aligning    3 both").sees("0 of 5 placed");
    let keys = placing(&right, |line| KEY[line]);
    check(&right.press(&keys).sees("Right, all five."), 5, 5, true);
    // A place that can be argued for counts; one that is off is named with where it belongs.
    let most = at("classify");
    let keys = placing(&most, |line| [0, 1, 0, 2, 1][line]);
    let most = most.press(&keys).sees("Right in the main: 4 of 5.").sees("belongs to both");
    check(&most, 4, 5, true);
    let few = at("classify");
    let keys = placing(&few, |_| 0);
    check(&few.press(&keys).sees("Not quite: 2 of 5."), 2, 5, false);
    // Enter does not take what is half done, but goes to the next open line.
    at("classify").press("1 enter").sees("1 of 5 placed").press("esc enter").sees("1 of 5 placed");
}

#[test]
fn matching() {
    let keys = |learner: &Learner, given: &[usize]| {
        given.iter().map(|at| digit(learner, *at).to_string() + " ").collect::<String>() + "enter"
    };
    let right = at("match");
    let pressed = keys(&right, &[0, 1, 2, 3]);
    check(&right.press(&pressed).sees("Right, all four."), 4, 4, true);
    let off = at("match");
    let pressed = keys(&off, &[0, 1, 4, 3]);
    let off = off.press(&pressed).sees("Not quite: 3 of 4.");
    let off = off.press("G").sees("Left over: It gives no information");
    check(&off, 3, 4, false);
    // A sentence belongs to one part: given to another, it is taken from the first; given again, it is taken back.
    let moved = at("match");
    let first = digit(&moved, 0).to_string();
    let moved = moved.press(&first).press(&first);
    let Deed::Drafted { answer: Answer::Placed(given), .. } = &moved.events().last().unwrap().deed else { panic!() };
    assert_eq!(given.iter().flatten().count(), 1, "{given:?}");
    let back = moved.press("up up up down").press(&first);
    let Deed::Drafted { answer: Answer::Placed(given), .. } = &back.events().last().unwrap().deed else { panic!() };
    assert_eq!(given.iter().flatten().count(), 0, "{given:?}");
}

#[test]
fn order() {
    let sorted = |learner: Learner, wanted: [usize; 4]| learner.sorted(&wanted).press("enter");
    check(&sorted(at("order"), [0, 1, 2, 3]).sees("Right, all six."), 6, 6, true);
    let near = sorted(at("order"), [1, 0, 2, 3]).sees("Right in the main: 5 of 6 pairs in order.").sees("In a sound order");
    check(&near, 5, 6, true);
    check(&sorted(at("order"), [3, 2, 1, 0]).sees("Not quite: 0 of 6 pairs in order."), 0, 6, false);
    // Nothing is taken at once, and a lifted step moves with the arrows.
    let before = at("order").press("enter").sees("Arrows choose a step");
    before.press("down space").sees("lifted").press("down enter").sees("Space lift");
}

#[test]
fn short() {
    check(&at("short").types("The Back-Brief").press("enter").sees("Right."), 1, 1, true);
    let slip = at("short").types("backbreif").press("enter").sees("Two letters changed places, which is forgiven.");
    check(&slip, 1, 1, true);
    let listed = at("short").types("feedback").press("enter").sees("Feedback looks back").sees("Right is “backbrief”.");
    check(&listed, 0, 1, false);
    check(&at("short").types("nonsense").press("enter").sees("Not quite."), 0, 1, false);
    at("short").press("enter").sees("One word.").types("back").press("esc").sees("skip").press("enter").sees("Right is");
}

#[test]
fn open() {
    let written = at("open").types("Parents should meet us. You choose the rooms.").sees("8 words").press("enter");
    let rated = written.sees("Yours").sees("A model").sees("Does yours have").press("1 4 enter").sees("You found 2 of 4");
    check(&rated, 2, 4, false);
    let more = at("open").types("All of it.").press("enter 1 2 3 enter").sees("You found 3 of 4");
    check(&more, 3, 4, true);
    at("open").types("Half").press("enter left").types(" done").sees("Half done");
}

#[test]
fn scenario() {
    let best = at("scenario").sees("A river floods").sees("eight in the morning").press("3 enter").sees("At noon you hear nine");
    check(&best.sees("100 of 100"), 100, 100, true);
    let road = at("scenario").press("1 enter").sees("WHAT CAME OF IT").sees("It is six o’clock").press("2 enter");
    check(&road.sees("66 of 100 for the way").sees("The road not taken"), 66, 100, false);
    check(&at("scenario").press("2 enter 1 enter"), 16, 100, false);
    // Left between two scenes, it goes on at the second.
    at("scenario").press("1 enter").next_day().press("enter").sees("It is six o’clock");
}

#[test]
fn stance() {
    let kept = at("stance")
        .sees("■ who does what")
        .sees("not placed yet")
        .press("8 left enter")
        .sees("Kept: somewhat more why we do it.");
    check(&kept, 0, 0, false);
    at("stance").press("enter").sees("not placed yet").press("right").sees("a little more why we do it");
}

/// Every kind comes back the next day as it was left, also when the program was killed.
#[test]
fn what_is_half_done_is_still_there() {
    for (kind, keys, words) in [
        ("multiple", "1 2", "2 ticked"),
        ("classify", "1 2", "2 of 5 placed"),
        ("match", "1 2", "Purpose"),
        ("order", "down space down space", "Put the steps"),
        ("scenario", "2 enter", "It is six"),
        ("stance", "7", "somewhat more"),
    ] {
        let left = at(kind).press(keys).sees(words);
        let before = left.screen();
        let back = left.next_day().press("enter").sees(words);
        let at = |screen: &str| screen.lines().skip(4).take(14).map(str::to_owned).collect::<Vec<_>>();
        if kind != "match" && kind != "order" {
            assert_eq!(at(&back.screen()).len(), at(&before).len());
        }
    }
    for kind in ["short", "open"] {
        at(kind).types("half an answer").next_day().press("enter").sees("half an answer");
    }
}

/// Whoever leaves where it is asked how sure they are has chosen already.
#[test]
fn what_was_chosen_is_still_there_before_it_was_said_how_sure() {
    for (kind, keys) in [("choice", "2 enter"), ("truefalse", "2 enter"), ("multiple", "1 3 enter")] {
        let left = at(kind).asked_how_sure().press(keys).sees("How sure are you?");
        let at_once = worth(&left.press("3"));
        let left = at(kind).asked_how_sure().press(keys);
        let back = left.next_day().press("enter");
        assert_eq!(asked(&back), kind);
        let later = worth(&back.press("enter").sees("How sure are you?").press("3"));
        assert_eq!(later, at_once, "{kind}");
    }
}

#[test]
fn skipped_questions_of_every_kind_come_again_and_then_the_end() {
    let mut learner = Learner::on(&course()).press("enter G enter");
    for _ in 0..20 {
        learner = learner.press("esc").press_if("enter", |learner| !matches!(learner.app.screen(), Screen::Quiz(_))).press("x");
    }
    learner.sees("0 of 9 right");
}

#[test]
fn how_sure_is_one_key_before_the_answer_counts() {
    let asked = || at("truefalse").asked_how_sure();
    let nothing_yet = asked().press("1 enter").sees("How sure are you?");
    assert!(!nothing_yet.events().iter().any(|event| matches!(event.deed, Deed::Answered { .. })));
    let error = nothing_yet.press("4").sees("You were certain, so this question comes back first.");
    let sure = error.events().iter().rev().find_map(|event| match event.deed {
        Deed::Answered { sure, .. } => Some(sure),
        _ => None,
    });
    assert_eq!(sure, Some(Some(Sure::Certain)));
    // Esc goes back to the options; arrows and Enter do as well as a digit.
    asked().press("1 enter esc 2 enter right right enter").sees("Right.").sees("You held it for possible");
    // What has no key is not asked for.
    at("stance").asked_how_sure().press("7 enter").sees("Kept:");
}

#[test]
fn hints_come_in_steps_and_are_counted() {
    let hinted =
        at("choice").press("h").sees("Hint 1").press("h").sees("Hint 2").press("h").next_day().press("enter").sees("Hint 2");
    let key = digit(&hinted, 1).to_string();
    let answered = hinted.press(&key).press("enter").sees("Right.").sees("With two hints.");
    assert!(answered.events().iter().any(|event| matches!(event.deed, Deed::Answered { hints: 2, .. })));
}

#[test]
fn a_hint_that_was_paid_for_is_seen_however_long_the_question_is() {
    for kind in ["multiple", "classify", "match", "order", "scenario"] {
        let named = format!("kind = \"{kind}\"\n");
        let course = course().replace(&named, &format!("{named}hints = [\"Zebras come first.\"]\n"));
        for height in [8, 10, 12, 16, 24] {
            at_in(&course, kind).at(40, height).press("h").sees("Zebras come first.");
        }
    }
}

#[test]
fn paging_through_a_long_question_passes_over_no_row_and_comes_to_the_last() {
    for kind in ["choice", "multiple", "classify", "match", "order"] {
        for height in [10, 12, 16, 20] {
            let mut learner = at(kind).asked_how_sure().at(40, height).press("pageup");
            let geometry = learner.app.geometry();
            let mut unseen: Vec<usize> = (0..sheet(&learner.app, &geometry).rows.len()).collect();
            for _ in 0..30 {
                let shown: Vec<usize> = sheet(&learner.app, &geometry).visible(geometry.height).collect();
                unseen.retain(|row| !shown.contains(row));
                learner = learner.press("pagedown");
            }
            assert!(unseen.is_empty(), "{kind} in {height} rows: never on the screen were {unseen:?}");
        }
    }
}

#[test]
fn what_several_choices_ask_is_said_whole_on_a_narrow_screen() {
    at("multiple").at(40, 24).sees("Several may be right: a digit or").sees("Space ticks.");
}

#[test]
fn a_faulty_question_is_noted_with_a_line() {
    let noted = at("truefalse").press("!").types("The goal is missing").press("enter").sees("Noted with your data");
    let is_it = |deed: &Deed| matches!(deed, Deed::Doubted { words, .. } if words == "The goal is missing");
    assert!(noted.events().iter().any(|event| is_it(&event.deed)));
    let none = at("truefalse").press("1 enter ! esc").sees("Not quite.");
    assert!(!none.events().iter().any(|event| matches!(event.deed, Deed::Doubted { .. })));
}

#[test]
fn skipping_the_only_open_question_says_that_it_waits() {
    let course = "//- course.toml\nid = \"a\"\ntitle = \"A\"\n//- 01-a/lesson.md\n+++\ntitle = \"A\"\n+++\nWords.\n//- 01-a/quiz.toml\n[[questions]]\nid = \"q\"\n\
        kind = \"truefalse\"\nprompt = \"Is it?\"\nanswer = true\nwhy_true = \"Yes.\"\nwhy_false = \"No.\"\n";
    Learner::on(course)
        .press("enter G enter")
        .sees("Is it?")
        .press("x")
        .sees("No other question is open")
        .press("esc")
        .sees("Lessons");
}
