//! What a learner lives through, key by key.

use contrasts::app::{Effect, Msg, Size};
use contrasts::progress::{Deed, Standing};

use crate::learner::Learner;

/// Two lessons: the first has three questions of three kinds, the second only text.
pub const COURSE: &str = "\
//- course.toml
id = \"c\"
title = \"A course\"
summary = \"About something.\"
pass_mark = 0.6
//- 01-one/lesson.md
+++
title = \"Lesson one\"
minutes = 5
objectives = [{ id = \"one-1\", text = \"tell one from two\" }]
+++
## First section

Here it begins.

1

2

3

4

5

6

## Where it stands

The answer stands here.
//- 01-one/quiz.toml
[[questions]]
id = \"q-1\"
kind = \"choice\"
objective = \"one-1\"
see = \"#where-it-stands\"
difference = \"Two is even.\"
explain = \"Numbers are like that.\"
prompt = \"Which is one?\"
[[questions.options]]
text = \"This one\"
correct = true
why = \"It says so.\"
[[questions.options]]
text = \"That two\"
why = \"It is not.\"
[[questions.options]]
text = \"Some three\"
why = \"Too many.\"
[[questions]]
id = \"q-2\"
kind = \"multiple\"
prompt = \"Which two are even?\"
[[questions.options]]
text = \"Two\"
correct = true
why = \"Even.\"
[[questions.options]]
text = \"Three\"
why = \"Odd.\"
[[questions.options]]
text = \"Four\"
correct = true
why = \"Even too.\"
[[questions]]
id = \"q-3\"
kind = \"truefalse\"
prompt = \"One is odd.\"
answer = true
why_true = \"It is.\"
why_false = \"It is not even.\"
//- 02-two/lesson.md
+++
title = \"Lesson two\"
minutes = 3
+++
Only words.
";

#[test]
fn a_learner_reads_answers_leaves_and_stands_there_the_next_day() {
    let learner = Learner::on(COURSE).at(80, 24).sees("Begin with “Lesson one”").press("enter").sees("You will be able to");
    let learner = learner.press("d").press("q").next_day();
    let learner = learner.sees("Carry on").sees("Lesson one, “First section”").press("enter").sees("Lesson one");
    let learner = learner.press("G").sees("Enter starts the quiz: 3 questions").press("enter").sees("Which is one?");
    let learner = learner.answers(1).sees("Lesson one · Quiz").sees("1 of 3 right: not passed yet (2 needed)");
    let learner = learner.press("a").answers(3).sees("3 of 3 right: passed (2 needed)");
    let learner = learner.press("enter esc").sees("Only words").press("esc").sees("passed, 3 of 3");
    learner.next_day().sees("2 of 2 lessons");
}

#[test]
fn the_next_day_a_quiz_goes_on_at_the_open_question() {
    let learner = Learner::on(COURSE).press("enter G enter");
    let learner = learner.sees("question 1 of 3").press("1 enter enter").sees("question 2 of 3").press("1 2").next_day();
    let learner = learner.sees("Carry on").sees("question 2 of 3").press("enter").sees("Which two are even?").sees("2 ticked");
    learner.press("enter enter x").sees("question 3 of 3").press("x").sees("of 3 right");
}

#[test]
fn a_skipped_question_comes_again_at_the_end() {
    let learner = Learner::on(COURSE).press("enter G enter x").sees("question 2 of 3").press("1 2 enter enter 1 enter enter");
    let learner = learner.sees("Which is one?").press("1 enter").sees("question 1 of 3").press("enter");
    learner.sees("of 3 right");
}

#[test]
fn after_the_last_answer_esc_leads_by_way_of_the_result() {
    let learner =
        Learner::on(COURSE).press("enter G enter 1 enter esc").sees("Carry on").press("enter 1 2 enter enter 1 enter esc");
    learner.sees("of 3 right").press("esc").sees("Lessons");
}

#[test]
fn a_run_that_was_only_begun_holds_nobody() {
    let learner = Learner::on(COURSE).press("enter G enter").answers(3).press("a esc").sees("passed, 3 of 3").sees("Lesson two");
    learner.next_day().sees("Begin").sees("2  Lesson two");
}

#[test]
fn nothing_is_graded_by_one_stray_key() {
    let learner = Learner::on(COURSE).press("enter G enter");
    let before = learner.events().len();
    let learner = learner.press("enter enter space enter 9 z");
    assert_eq!(learner.events().len(), before, "at the beginning of a question there is nothing to take");
    let learner = learner.press("2 3 1");
    assert_eq!(learner.events().len(), before, "a digit only moves");
    let learner = learner.press("enter");
    assert_eq!(learner.events().len(), before + 1);
}

#[test]
fn an_answer_can_be_taken_back_until_the_next_question() {
    let learner = Learner::on(COURSE).press("enter G enter 1 enter").saved();
    let first = learner.words();
    let learner = learner.press("u").sees("Which is one?");
    assert!(!learner.words().contains("Right.") && !learner.words().contains("Not quite."));
    let learner = learner.press("enter").saved();
    assert_eq!(learner.words(), first, "the choices stand in the same order");
    let learner = learner.press("enter u");
    assert!(learner.words().contains("question 2"), "the answer before is no longer in reach");
}

#[test]
fn choice_and_key_have_their_reasons_and_a_shows_all() {
    let learner = Learner::on(COURSE).press("enter G enter");
    let wrong = learner.press("down").press("enter");
    let all = ["It says so.", "It is not.", "Too many."];
    let shown = |learner: &Learner| all.iter().filter(|why| learner.words().contains(**why)).count();
    assert!(shown(&wrong) == if wrong.words().contains("Not quite.") { 2 } else { 1 }, "{}", wrong.words());
    let wrong = wrong.sees("Numbers are like that.").press("a");
    assert_eq!(shown(&wrong), 3);
}

#[test]
fn a_wrong_answer_tells_what_parts_the_two_and_leads_to_the_paragraph_and_back() {
    let learner = Learner::on(COURSE).press("enter G enter").answers(0);
    let learner = learner.press("s").sees("The answer stands here.").press("esc").sees("0 of 3 right");
    let learner = learner.press("m").sees("question 1 of 3");
    let keys = if learner.words().contains("1  This one") { "2 enter" } else { "1 enter" };
    let learner = learner.press(keys).sees("The difference  Two is even.");
    learner.press("s").sees("The answer stands here.").press("enter").sees("The difference");
}

#[test]
fn of_several_each_is_judged_by_itself() {
    let learner = Learner::on(COURSE).press("enter G enter x").sees("Which two are even?").press("1 2 3 enter");
    learner.sees("Not quite: 2 of 3.").sees("does not belong").sees("Odd.");
    let learner = Learner::on(COURSE).press("enter G enter x").press("down enter").sees("[ ]");
    let learner = learner.press("space").sees("[x]").press("space").sees("Several may be right");
    learner.press("enter").sees("Several may be right");
}

#[test]
fn missed_questions_again_do_not_pass_a_quiz() {
    let learner = Learner::on(COURSE).press("enter G enter").answers(1).press("m").answers(2);
    let learner = learner.sees("2 of 2 right of those missed before").press("esc").sees("not yet, 1 of 3");
    let lesson = &learner.app.course.lessons[0];
    assert!(matches!(learner.app.progress.standing(&learner.app.course, lesson), Standing::Tested(outcome) if !outcome.passed));
}

#[test]
fn choices_are_drawn_in_every_order() {
    let mut orders = std::collections::HashSet::new();
    let mut learner = Learner::on(COURSE).press("enter G enter");
    for _ in 0..60 {
        let keys = "1 enter";
        learner = learner.press(keys);
        let Some(Deed::Answered { drawn, .. }) = learner.events().last().map(|event| event.deed.clone()) else { panic!() };
        orders.insert(drawn);
        learner = learner.with_seed(orders.len() as u64 * 7919 + 1);
        learner = learner.press("enter").answers(0).press("a");
    }
    assert_eq!(orders.len(), 6, "three choices have six orders: {orders:?}");
}

#[test]
fn the_place_is_kept_when_the_window_changes() {
    let text: String =
        (1..200).map(|n| format!("Paragraph {n} is long enough to take more than one row at every width.\n\n")).collect();
    let course = COURSE.replace("Only words.", &text);
    let mut learner = Learner::on(&course).press("down enter j j enter space space space space d d j");
    let top = |learner: &Learner| {
        let words = learner.words();
        let row = words.lines().find_map(|row| row.split("Paragraph ").nth(1)).unwrap().to_owned();
        row.split(' ').next().unwrap().parse::<u32>().unwrap()
    };
    let first = learner.words();
    let before = top(&learner);
    for (width, height) in [(40, 12), (200, 60), (60, 30), (33, 24), (120, 40), (24, 6), (80, 24)] {
        learner.tell(Msg::Resized(Size { width, height }));
        assert!(top(&learner).abs_diff(before) <= 1, "paragraph {} instead of {before} at {width}x{height}", top(&learner));
    }
    assert_eq!(learner.words(), first, "back at the first size everything stands where it stood");
}

#[test]
fn a_failed_save_is_said_and_the_course_goes_on() {
    let learner = Learner::on(COURSE).press("enter G enter").saved().press("1 enter").not_saved("the disk is full");
    let learner = learner.sees("Not saved yet: the disk is full.").sees("Your last answer is kept here").sees("F9 try now");
    let learner = learner.press("enter 1 2 enter").sees("Your last two answers are kept here");
    let learner = learner.press("f9");
    assert_eq!(learner.effects().last(), Some(&Effect::TryAgain));
    let learner = learner.press("q").sees("Two answers are not saved").press("esc").saved().sees("Saved.");
    let learner = learner.press("enter");
    assert!(!learner.words().contains("Saved."), "it is said once");
    let learner = learner.saved().press("q");
    assert_eq!(learner.effects().last(), Some(&Effect::Leave), "with everything saved nothing is asked");
}

#[test]
fn an_answer_on_its_way_to_the_disk_is_marked_as_not_yet_saved() {
    let learner = Learner::on(COURSE).press("enter G enter").saved().press("1 enter").sees("saving…").saved();
    assert!(!learner.words().contains("saving…"));
}

#[test]
fn leaving_without_the_unsaved_must_be_chosen() {
    let unsaved = || Learner::on(COURSE).press("enter G enter 1 enter").not_saved("the disk is full").press("q");
    assert_eq!(unsaved().press("down enter").effects().last(), Some(&Effect::Leave));
    assert_eq!(unsaved().press("down down enter").effects().last(), Some(&Effect::Abandon));
    assert_eq!(unsaved().press("enter").effects().last(), Some(&Effect::TryAgain));
    assert_eq!(unsaved().press("ctrl-c").effects().last(), Some(&Effect::Leave));
}

#[test]
fn a_clock_that_goes_back_does_not_put_an_answer_before_its_question() {
    let learner = Learner::on(COURSE).press("enter G enter 1 enter u 2 enter");
    let stamps: Vec<i64> = learner.events().iter().map(|event| event.at.0).collect();
    assert!(stamps.is_sorted());
    let mut app = learner.app;
    let effects = contrasts::app::update(&mut app, contrasts::progress::Stamp(0), Msg::Key(contrasts::app::Key::char('u')));
    let Some(Effect::Record(event)) = effects.first() else { panic!("{effects:?}") };
    assert!(event.at.0 > *stamps.last().unwrap());
}

#[test]
fn a_course_without_a_lesson_says_so_and_opens() {
    let learner = Learner::on("").sees("Two places in this course are not as it should be").press("enter");
    learner.sees("0 of 0 lessons").press("enter j k G g ? esc q");
}

#[test]
fn a_question_that_left_the_course_is_passed_over() {
    let learner = Learner::on(COURSE).press("enter G enter x").sees("question 2 of 3");
    let mut learner = learner.next_day();
    let shorter = COURSE.replace("id = \"q-2\"", "id = \"q-9\"");
    let files = crate::learner::files(&shorter);
    learner.app.course = contrasts::course::read(files).0;
    let learner = learner.press("enter").sees("One is odd.").press("1 enter enter").sees("Which is one?").press("x");
    learner.sees("of 2 right").press("enter enter").sees("Lesson one");
}

#[test]
fn keys_of_other_layouts_lead_through_a_lesson_and_its_quiz() {
    let learner = Learner::on(COURSE).press("enter pagedown end enter down enter enter 1 2 enter enter 1 enter enter");
    learner.sees("of 3 right").press("esc down up f1 esc f10");
}

#[test]
fn the_outline_leads_to_a_section_and_back_to_the_row() {
    let learner = Learner::on_shipped().press("down enter j j j j enter x space space j");
    let before = learner.words();
    let learner = learner.press("o").sees("you are here").sees("Quiz").press("esc");
    assert_eq!(learner.words(), before);
    let learner = learner.press("o G k enter").sees("Where certainty ends");
    learner.press("o G enter").sees("question 1 of 11");
}

#[test]
fn a_search_finds_over_line_ends_goes_round_and_comes_back() {
    let learner = Learner::on(COURSE).press("enter");
    let before = learner.words();
    let learner = learner.press("/").types("STANDS").sees("not found").press("esc");
    assert_eq!(learner.words(), before, "Esc goes back to where the search began");
    let learner =
        learner.press("/").types("stands").sees("1 of 2").press("enter n").sees("2 of 2").press("n").sees("round the end");
    let learner = learner.press("esc").sees("outline").press("/").types("x").press("backspace backspace");
    learner.sees("? keys").press("/").types("it begins").press("ctrl-u").types("here").press("f1").sees("take back a letter");
}

#[test]
fn letters_in_the_field_are_typing_and_lead_nowhere() {
    let learner = Learner::on(COURSE).press("enter /").types("quit? jk 1");
    let learner = learner.sees("/quit? jk 1");
    assert!(!learner.effects().contains(&Effect::Leave));
    let learner = learner.press("ctrl-c");
    assert_eq!(learner.effects().last(), Some(&Effect::Leave));
}

#[test]
fn what_is_pasted_is_typing_in_a_field_and_nothing_elsewhere() {
    let learner = Learner::on(COURSE).press("enter");
    let before = learner.words();
    let learner = learner.pastes("e\nq\n1\x1b[31m\n:!rm\n");
    assert_eq!(learner.words(), before, "outside a field nothing that is pasted is a key");
    let learner = learner.press("/").pastes("here it\r\n\tbegins").sees("/here it begins").sees("1 of 1").press("ctrl-u");
    assert!(!learner.effects().contains(&Effect::Leave));
    learner.pastes(&"x y\n".repeat(300_000)).sees("not found").press("ctrl-u").types("stands").sees(" of 2");
}

#[test]
fn a_name_half_typed_leads_to_its_lesson_or_section() {
    let learner =
        Learner::on(COURSE).press("enter :").sees("Go to").types("where stan").press("enter").sees("The answer stands here.");
    let learner = learner.press("ctrl-p").types("lestwo").press("enter").sees("Only words.");
    let learner =
        learner.press(":").types("nothing of the kind").sees("No lesson, section or term").press("enter esc").sees("Only words.");
    learner.press("esc :").sees("First section").press("esc").sees("Lessons");
}

#[test]
fn a_search_from_the_map_finds_in_every_lesson_and_opens_there() {
    let learner = Learner::on(COURSE).press("down enter /").types("ANSWER").sees("Nowhere").press("ctrl-u").types("words");
    let learner = learner.sees("2  Lesson two").sees("Only words.").press("enter").sees("1 of 1").press("esc esc");
    let learner = learner.press("/").types("here").sees("3 found").press("down down enter").sees("The answer stands here.");
    learner.press("esc esc / esc").sees("Lessons");
}

#[test]
fn tab_goes_over_links_and_enter_follows_those_that_stay_in_the_course() {
    let course = COURSE.replace(
        "Only words.",
        "To [where it stands](one#where-it-stands), to [the web](https://example.org/a), and [down](#below).\n\n## Below\n\nHere.",
    );
    let learner = Learner::on(&course).press("down enter j j enter tab").sees("Enter to Lesson one").press("tab");
    let learner = learner.sees("to https://example.org/a").press("enter").sees("Lesson two").press("tab enter").sees("Below");
    let learner = learner.press("esc tab tab").press("backtab").press("enter").sees("The answer stands here.");
    learner.press("esc").sees("Lesson two").press("esc").sees("outline").press("esc").sees("Lessons");
}

const WITH_TERMS: &str = "\
//- course.toml
id = \"c\"
title = \"C\"
//- glossary.md
intent, intents
: What and why.

premortem
: A failure *supposed*.
//- 01-one/lesson.md
+++
title = \"One\"
+++
## Start

An intent and a premortem.[^1] See [the end](#end) and [a site](https://a.example/).

## End

Over.

[^1]: So it is said.
";

#[test]
fn a_term_is_explained_above_the_page_until_the_next_key() {
    let reading = || Learner::on(WITH_TERMS).press("enter");
    reading().press("t").sees("What and why.").press("t").sees("A failure supposed.");
    let after = reading().press("t t t").words();
    assert!(!after.contains("supposed.") && after.contains("Over."), "{after}");
    let moved = reading().press("t j").words();
    assert!(!moved.contains("What and why."), "{moved}");
    // By Tab and Enter as well, and Esc leads back to the page.
    let esc = reading().press("tab enter").sees("What and why.").press("esc").words();
    assert!(!esc.contains("What and why.") && esc.contains("Over."), "{esc}");
}

#[test]
fn the_glossary_opens_from_the_map_and_by_a_name() {
    Learner::on(WITH_TERMS).press("enter esc t").sees("2 terms").sees("A failure supposed.").press("esc").sees("Lessons");
    Learner::on(WITH_TERMS).press("enter :").types("premor").press("enter").sees("Glossary");
    Learner::on("//- 01-one/lesson.md\n+++\ntitle = \"One\"\n+++\nText.").press("enter esc t").sees("no glossary");
}

#[test]
fn a_link_that_was_scrolled_away_is_not_followed() {
    let course = COURSE.replace("+++\nOnly words.", "+++\nTo [one](one).\n\n- a\n\n- b\n\n- c\n\n- d\n\n- e\n\nOnly words.");
    let chosen = Learner::on(&course).at(80, 9).press("down enter j j enter tab").sees("Enter to Lesson one").press("G");
    assert!(!chosen.words().contains("Enter to Lesson one"), "{}", chosen.words());
    let back = chosen.press("g");
    assert!(!back.words().contains("Enter to Lesson one"), "{}", back.words());
}

#[test]
fn a_key_for_something_that_is_not_there_says_so() {
    Learner::on(COURSE).press("enter g c").sees("No question is asked on this screen.");
    Learner::on(COURSE).press("/").sees("Search the course").press("esc").sees("Lessons");
    Learner::on(COURSE).press("p").sees("Still with you today").press("esc").sees("Lessons");
    Learner::on(COURSE).press("?").sees("search the lesson, or from the map the course");
    let glossary = Learner::on(WITH_TERMS).press("t ?").sees("by name").words();
    assert!(!glossary.contains("went worst") && !glossary.contains("progress"), "{glossary}");
}

#[test]
fn a_footnote_is_reached_and_left_again() {
    let at_note = Learner::on(WITH_TERMS).at(80, 9).press("enter tab tab tab").sees("to note 1").press("enter");
    at_note.sees("So it is said.").press("esc").sees("to note 1");
}

#[test]
fn a_section_and_a_link_are_copied_as_they_are_shown() {
    let copied = |keys: &str| {
        let learner = Learner::on(WITH_TERMS).at(80, 9).press("enter").press(keys);
        let copies = learner.effects().iter().filter_map(|effect| match effect {
            Effect::Copy(text) => Some(text.clone()),
            _ => None,
        });
        let last = copies.collect::<Vec<_>>().pop().unwrap();
        learner.sees("Copied");
        last
    };
    assert_eq!(copied("j j j j y"), "Start\n\nAn intent and a premortem.¹ See the end and a site.\n");
    assert_eq!(copied("y"), "One\n───\n");
    assert_eq!(copied("tab tab tab tab tab y"), "https://a.example/");
}

#[test]
fn a_passage_is_kept_with_a_note_and_found_again() {
    let kept = || Learner::on(WITH_TERMS).press("enter m").types("for Monday").press("enter").sees("Kept. The map lists");
    let deeds = |learner: &Learner| learner.events().iter().map(|event| event.deed.clone()).collect::<Vec<_>>();
    let is_kept = |deed: &Deed| matches!(deed, Deed::Kept { note, passage, .. } if note == "for Monday" && passage.starts_with("An intent"));
    assert!(deeds(&kept()).iter().any(is_kept));
    let list = kept().press("esc").sees("Kept passages").press("G enter").sees("for Monday").sees("An intent and");
    list.press("enter").sees("Start").press("esc").sees("for Monday");
    // Another day it is still there, and can be taken off and put back.
    let next_day = kept().saved().next_day().press("G enter").sees("for Monday");
    next_day.press("x").sees("Nothing is kept").press("u").sees("for Monday");
    // Up and down choose another passage; Esc keeps nothing.
    let other = Learner::on(WITH_TERMS).press("enter m down enter");
    assert!(deeds(&other).iter().any(|deed| matches!(deed, Deed::Kept { passage, .. } if passage.starts_with("Over"))));
    let none = Learner::on(WITH_TERMS).press("enter m").types("x").press("esc");
    assert!(!deeds(&none).iter().any(|deed| matches!(deed, Deed::Kept { .. })));
}

#[test]
fn a_lesson_that_was_changed_outside_is_shown_as_it_is_now_at_the_same_place() {
    let mut learner = Learner::on(WITH_TERMS).press("enter e").sees("part of the program");
    let changed = WITH_TERMS.replace("Over.", "Over and out.");
    let (course, problems) = contrasts::course::read(crate::learner::files(&changed));
    learner.tell(Msg::Reread(Box::new(course), problems));
    learner.sees("Over and out.").press("esc").sees("Lessons");
}

#[test]
fn the_sources_are_reached_by_name_and_left_again() {
    let sources = Learner::on_shipped()
        .press("down enter :")
        .types("sources")
        .press("enter")
        .sees("Sources")
        .sees("What the course rests on");
    sources.press("space G").sees("100 %").press("esc").sees("Lessons");
}
