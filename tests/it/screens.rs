//! Whole screens at three sizes, read by people as text; and the pictures of README, made from the same screens.

use contrasts::app::Size;
use contrasts::ui::Theme;

use crate::golden::{self, as_svg, check};
use crate::kinds;
use crate::learner::Learner;

const SIZES: [(u16, u16); 3] = [(80, 24), (40, 12), (120, 40)];

/// A screen at all sizes; `keys` lead to it.
#[track_caller]
fn screen(name: &str, learner: impl Fn() -> Learner, keys: &str) {
    for (width, height) in SIZES {
        let learner = learner().at(width, height).press(keys).saved();
        check(&format!("tests/golden/{name}-{width}x{height}.txt"), &learner.screen());
    }
}

/// A picture of the same at 80x24, or at the size given, on dark and on light.
fn picture(name: &str, title: &str, learner: &Learner) {
    for theme in ["dark", "light"] {
        let (buffer, _) = learner.painted(&Theme::named(theme).unwrap());
        check(&format!("assets/pictures/{name}-{theme}.svg"), &as_svg(&buffer, title));
    }
}

/// Someone in the middle of the course: two lessons passed, the next half read.
fn midway() -> Learner {
    let first = Learner::on_shipped().press("enter x G enter").answers(10);
    let second = first.press("enter esc x G enter").answers(12);
    second.press("enter esc x space space space esc").next_day()
}

#[test]
fn first_start() {
    screen("first", Learner::on_shipped, "");
}

#[test]
fn course_map() {
    screen("map", midway, "");
    screen("map-lesson", midway, "j j j");
}

/// Two lessons were taken, with misses of which some were certain; nine days went by.
fn away() -> Learner {
    let first = Learner::on_shipped().press("enter x G enter").answers_as(|nth| (nth % 3 > 0, if nth % 6 == 0 { 4 } else { 2 }));
    let second = first.press("enter esc x G enter").answers_as(|nth| (nth % 2 > 0, if nth == 4 { 4 } else { 3 }));
    second.press("esc").after_days(9)
}

#[test]
fn review() {
    screen("map-review", away, "down");
    screen("review-start", away, "r");
    screen("review-end", || away().press("r enter").answers_as(|nth| (nth % 3 > 0, 3)), "");
    picture(
        "review-start",
        "What waits today, how it is spread, and what is still remembered of each lesson",
        &away().press("r"),
    );
    let end = away().press("r enter").answers_as(|nth| (nth % 3 > 0, 3)).saved();
    picture("review-end", "The end of a review: what moved, and what was missed", &end);
}

/// Three lessons over three weeks, with a review in between, a plan, and a passage kept.
fn along() -> Learner {
    let first = Learner::on_shipped().press("enter x G enter").answers_as(|nth| (nth % 4 > 0, if nth % 4 == 0 { 1 } else { 4 }));
    let second = first
        .press("esc")
        .after_days(3)
        .press("enter x m enter G enter")
        .answers_as(|nth| (nth % 5 > 0, if nth < 6 { 4 } else { 3 }));
    let planned = second.press("enter").types("the status list comes first on Friday").press("tab").types("ask who gains by it");
    let reviewed = planned.press("enter esc").after_days(5).press("r enter").answers_as(|nth| (nth % 3 > 0, 3)).press("enter");
    reviewed.after_days(6).press("enter x G enter").answers_as(|nth| (nth % 3 > 0, 3)).press("esc").next_day()
}

#[test]
fn progress() {
    screen("progress", along, "p");
    screen("progress-below", along, "p space");
    screen("progress-new", Learner::on_shipped, "down enter p");
    picture("progress", "Progress: what is remembered, what is to come, how sure against how right", &along().press("p"));
}

#[test]
fn lesson() {
    screen("lesson", Learner::on_shipped, "down enter j j j j enter x");
    screen("lesson-card", Learner::on_shipped, "down enter j j j j enter x space space");
    screen("lesson-end", Learner::on_shipped, "down enter j j j j enter x G");
}

#[test]
fn outline() {
    screen("outline", Learner::on_shipped, "down enter j j j j enter x space space space space o");
}

#[test]
fn search() {
    let typed = || Learner::on_shipped().press("down enter j j j j enter x /").types("people");
    screen("search-typing", typed, "");
    screen("search", typed, "enter n");
}

#[test]
fn going_by_name() {
    screen("jump", || Learner::on_shipped().press("down enter :").types("what"), "down");
}

#[test]
fn search_across_the_course() {
    screen("across", || Learner::on_shipped().press("down enter /").types("premortem"), "down");
}

#[test]
fn question() {
    screen("choice", Learner::on_shipped, "enter x G enter 2");
    screen("answered", Learner::on_shipped, "enter x G enter 2 enter 3");
    screen("answered-all", Learner::on_shipped, "enter x G enter 2 enter 3 a");
}

/// Each kind of question while it is worked on, and after its answer.
const KINDS: [(&str, &str, &str); 8] = [
    ("multiple", "1 2 3", "enter 3"),
    ("classify", "1 2 3", "1 2 enter 3"),
    ("match", "1 2", "3 4 enter 3"),
    ("order", "down space down", "enter enter 3"),
    ("short", "", "enter 4"),
    ("open", "enter 1 2 4", "enter"),
    ("scenario", "1 enter 2", "enter"),
    ("stance", "8", "enter"),
];

fn worked_on(kind: &str, keys: &str) -> Learner {
    let learner = kinds::at(kind).asked_how_sure().with_seed(1);
    match kind {
        "short" => learner.types("backbreif").press(keys),
        "open" => learner.types("Parents should leave knowing us. Please see that each family talks to a teacher.").press(keys),
        _ => learner.press(keys),
    }
}

#[test]
fn kinds_of_questions() {
    for (kind, keys, answer) in KINDS {
        screen(&format!("kind-{kind}"), || worked_on(kind, keys), "");
        screen(&format!("kind-{kind}-answered"), || worked_on(kind, keys).press(answer), "");
        picture(kind, &format!("A question of the kind {kind}"), &worked_on(kind, keys).saved());
        let answered = worked_on(kind, keys).press(answer).saved();
        picture(&format!("{kind}-answered"), &format!("The same after its answer: {kind}"), &answered);
    }
    screen("sure", || kinds::at("choice").asked_how_sure(), "h 2 enter");
    screen("confident-error", || kinds::at("truefalse").asked_how_sure(), "1 enter 4");
    picture("sure", "How sure, before the answer counts", &kinds::at("choice").asked_how_sure().press("2 enter").saved());
    screen("faulty", || kinds::at("truefalse"), "!");
}

#[test]
fn quiz_end() {
    screen("quiz-end", || Learner::on_shipped().press("enter x G enter").answers(9), "");
    screen("quiz-end-last", || Learner::on_shipped().press("enter x G enter").answers(9), "j j");
    screen("quiz-end-passed", || Learner::on_shipped().press("enter x G enter").answers(12), "");
}

/// Someone who made a plan after the fourth lesson, and another one before.
fn planned() -> Learner {
    let lesson = Learner::on_shipped().press("enter x G enter").answers(12).press("enter");
    let lesson = lesson.types("the status list comes first").press("tab").types("ask who gains by it").press("enter esc");
    planning(lesson.next_day()).press("enter esc")
}

/// The plan of the fourth lesson, typed and not yet kept.
fn planning(learner: Learner) -> Learner {
    let quiz = learner.press(":").types("organising").press("enter G enter").answers(12);
    let cue = quiz.press("enter").types("I hand over the supplier visits on Thursday");
    cue.press("tab").types("say what they are for first, and ask to hear it back")
}

#[test]
fn plans() {
    let making = || planning(Learner::on_shipped().press("down enter"));
    screen("plan", making, "");
    screen("plan-refused", || making().press("backtab ctrl-u").types("more often"), "enter");
    picture("plan-making", "A plan after a lesson", &making().saved());
    let due = || planned().after_days(7);
    screen("plan-due", due, "down");
    screen("plan-follow", due, "down enter down down");
    screen("plan-obstacle", || due().press("down enter 2").types("no time before lunch"), "");
    screen("plan-stays", due, "down enter 2 enter");
    picture("plan-due", "The map on the day on which it is asked how a plan went", &due().press("down").saved());
    let list = || due().press("down enter 2").types("no time before lunch").press("enter enter G up enter");
    screen("plans", list, "");
    picture("plan-list", "Every plan, and how it went", &list().saved());
}

/// Someone who took three quizzes, surer than right on the second.
fn sure_and_right() -> Learner {
    const GUESSES: [(bool, u8); 8] = [(true, 4), (true, 3), (false, 1), (true, 2), (false, 2), (true, 3), (true, 4), (true, 1)];
    const SURE: [(bool, u8); 8] = [(false, 4), (true, 4), (false, 4), (true, 3), (false, 3), (true, 4), (false, 2), (false, 4)];
    let first = Learner::on_shipped().press("enter x G enter").answers_as(|nth| GUESSES[nth % 8]);
    let second = first.press("enter esc x G enter").answers_as(|nth| SURE[nth % 8]);
    second.press("esc :").types("organising").press("enter G enter").answers_as(|nth| GUESSES[nth % 8])
}

#[test]
fn how_sure_how_right() {
    screen("calibration-end", sure_and_right, "");
    screen("calibration", sure_and_right, "c");
    screen("calibration-down", sure_and_right, "c G");
    let few = || Learner::on(crate::journey::COURSE).asked_how_sure().press("enter G enter").answers(2);
    screen("calibration-few", few, "c");
    screen("calibration-map", sure_and_right, "esc G");
    picture("calibration", "How sure, how right: each word and how often it was right", &sure_and_right().press("c").saved());
}

/// Someone who looked into the mirror half a year ago and does so again today, as in the mock-up.
pub fn mirrored() -> Learner {
    let first = Learner::on_shipped().after_days(-182).press("down enter G enter enter").states(BEFORE).press("esc");
    first.after_days(182).press("G enter a enter").states(NOW)
}

const BEFORE: &str = "53322243542343423343";
const NOW: &str = "53332245542343434442";

#[test]
fn mirror() {
    screen("mirror-before", || Learner::on_shipped().press("down enter G enter"), "");
    screen("statement", || Learner::on_shipped().press("down enter G enter enter"), "3 4 5 3 2 4 down down down down");
    screen("mirror", mirrored, "");
    screen("mirror-words", mirrored, "enter");
    screen("mirror-need", mirrored, "enter enter enter 4 2 5");
    screen("mirror-plan", || mirrored().press("enter enter enter").states("415132511424131221"), "");
    screen("mirror-plan-end", || mirrored().press("enter enter enter").states("41515152511424131221"), "G");
    screen("map-mirror", mirrored, "esc G");
}

#[test]
fn help() {
    screen("help", Learner::on_shipped, "enter ?");
}

#[test]
fn not_saved() {
    for (width, height) in SIZES {
        let learner = Learner::on_shipped().press("enter x G enter 2 enter").saved().press("3").not_saved("the disk is full");
        let learner = learner.at(width, height);
        check(&format!("tests/golden/not-saved-{width}x{height}.txt"), &learner.screen());
        let learner = learner.press("q");
        check(&format!("tests/golden/leave-unsaved-{width}x{height}.txt"), &learner.screen());
    }
}

#[test]
fn a_problem_in_a_course() {
    let course = "\
//- course.toml
id = \"c\"
title = \"A course with two faults\"
//- 03-aligning/lesson.md
+++
title = \"Aligning\"
minuts = 4
+++
Words.
//- 03-aligning/quiz.toml
[[questions]]
id = \"or-04\"
kind = \"choice\"
prompt = \"Which?\"
[[questions.options]]
text = \"One\"
why = \"w\"
[[questions.options]]
text = \"Two\"
why = \"w\"
";
    screen("problem", || Learner::on(course), "");
}

#[test]
fn pictures_of_readme() {
    picture("map", "The course map: the next step, and every lesson with its state", &midway().saved());
    let lesson = Learner::on_shipped().press("down enter j j j j enter x space space").saved();
    picture("lesson", "A lesson", &lesson);
    picture("mirror", "The mirror: what was reported, laid over an earlier look", &mirrored());
    let answered = Learner::on_shipped().press("enter x G enter 2 enter 3").saved();
    picture("answered", "A question after its answer: the reasons of choice and key", &answered);
}

/// One page that uses everything, as high as it is.
#[test]
fn pictures_of_a_page_that_uses_everything() {
    let course = format!(
        "//- course.toml\nid = \"e\"\ntitle = \"Everything\"\n//- glossary.md\nintent\n: What and why.\n//- 01-all/lesson.md\n{}",
        include_str!("../pages/everything.md")
    );
    for (width, height) in [(40, 168), (80, 118), (120, 118)] {
        let learner = Learner::on(&course).at(width, height).press("enter").saved().sees("End of the lesson");
        picture(&format!("everything-{width}"), &format!("A page that uses everything, {width} columns wide"), &learner);
    }
}

#[test]
fn every_screen_stands_at_every_size() {
    let keys = [
        "",
        "down enter",
        "down enter j j",
        "enter",
        "enter G",
        "enter x G enter",
        "enter x G enter 2",
        "enter x G enter 2 enter",
        "enter x G enter 2 enter 3",
        "enter x G enter 2 enter 3 a",
        "enter ?",
        "down enter G enter",
        "down enter G enter enter 3 down",
        "down enter G enter enter 3 4 5 1 2 3 4 5 1 2 3 4 5 1 2 3 4 5 1 2",
        "down enter G enter enter 3 4 5 1 2 3 4 5 1 2 3 4 5 1 2 3 4 5 1 2 enter",
        "down enter G enter enter 3 4 5 1 2 3 4 5 1 2 3 4 5 1 2 3 4 5 1 2 enter enter enter 5",
        "enter x G enter x x x x x x x x x x x x x x x x",
    ];
    for keys in keys {
        stands_at_every_size(Learner::on_shipped().press(keys).saved(), keys);
    }
    for keys in
        ["", "down", "down enter", "down enter 2", "down enter 2 enter", "down enter 2 enter 2 ctrl-u enter", "G up enter"]
    {
        stands_at_every_size(planned().after_days(7).press(keys).saved(), keys);
    }
    stands_at_every_size(sure_and_right().press("c").saved(), "c");
}

fn stands_at_every_size(mut learner: Learner, keys: &str) {
    let sizes = (0..=12).flat_map(|w| (0..=12).map(move |h| (w, h))).chain([
        (24, 6),
        (31, 7),
        (32, 19),
        (79, 20),
        (80, 24),
        (119, 40),
        (200, 60),
        (1, 400),
        (500, 1),
        (65535, 1),
    ]);
    for (width, height) in sizes {
        learner.tell(contrasts::app::Msg::Resized(Size { width, height }));
        let (buffer, cursor) = learner.painted(&Theme::numbered());
        let inside = |at: ratatui::layout::Position| at.x < width && at.y < height;
        assert!(cursor.is_none_or(inside), "the cursor is outside at {width}x{height} after “{keys}”");
        assert!(!golden::rows(&buffer).concat().chars().any(char::is_control));
    }
}

/// The twins take the cells of what they stand for: nothing moves, and nothing is left that ASCII does not have but letters.
#[test]
fn in_ascii_no_layout_moves_and_only_letters_are_foreign() {
    for keys in [
        "",
        "down enter",
        "enter space",
        "enter G",
        "enter o",
        "enter /",
        "enter x G enter 2 enter",
        "enter x G enter 2 enter 3",
        "enter ?",
        "down enter G enter enter 3 4 5 1 2 3 4 5 1 2 3 4 5 1 2 3 4 5 1 2",
    ] {
        let learner = Learner::on_ascii().press(keys).saved();
        let (plain, _) = learner.painted(&Theme::named("dark").unwrap());
        let (twins, _) = learner.painted(&Theme::named("dark").unwrap().ascii(true));
        for (y, (row, twin)) in golden::rows(&plain).iter().zip(golden::rows(&twins)).enumerate() {
            assert_eq!(row.chars().count(), twin.chars().count(), "row {y} after “{keys}”");
            let foreign = twin.chars().find(|c| !c.is_ascii() && !c.is_alphabetic());
            assert_eq!(foreign, None, "in “{twin}” after “{keys}”");
        }
    }
    screen("map-ascii", || Learner::on_ascii().in_ascii(), "down enter j j");
}

#[test]
fn below_the_smallest_size_one_line_says_what_is_needed() {
    let learner = Learner::on_shipped().at(23, 24).sees("needs 24x6");
    learner.at(80, 5).sees("needs 24x6").at(80, 24).sees("Five Contrasts");
}
