//! Line by line, what is not a question: lessons, lists, plans, the mirror, the ends of things.

use contrasts::app::{Effect, Msg, Trouble};
use contrasts::course::Clean;
use contrasts::progress::Deed;

use crate::journey::COURSE;
use crate::learner::Learner;
use crate::talker::Talker;

#[test]
fn a_lesson_is_read_paragraph_by_paragraph_to_its_quiz() {
    let reading = Talker::on(COURSE).hears("1. Begin with “Lesson one”, about 5 min").hears("2. Look at the map first").says("");
    let reading = reading.hears("Lesson 1: Lesson one, about 5 min.").hears("- tell one from two").says("");
    let reading = reading
        .hears("Section 1 of 2: First section\nHere it begins.")
        .says("on")
        .hears("1\n")
        .says("b")
        .hears("Here it begins.");
    let finished = |talker: &Talker| talker.events().iter().any(|event| matches!(event.deed, Deed::Finished { .. }));
    let reading = reading.says("\n\n\n\n").hears("5\n").hears("Enter reads on");
    assert!(!finished(&reading));
    let end = reading.says("\n").hears("Section 2 of 2: Where it stands\nThe answer stands here.");
    assert!(finished(&end));
    let end = end.hears("End of the lesson.\nEnter starts the quiz, 3 questions, about 2 min");
    end.says("map").hears("1. Lesson one, read, quiz to come").says("1\nend\n").hears("Question 1 of 3:");
}

#[test]
fn reading_goes_on_at_the_paragraph_where_it_was_left() {
    let left = Talker::on(COURSE).says("1\n\n\n\n").hears("3\n").says("quit");
    let back = Learner::on(COURSE).knowing(left.app.progress.clone());
    let back = Talker::instead_of(back).hears("Carry on: 1. Lesson one, “First section”").says("").hears("3\n");
    back.says("top").hears("Lesson 1: Lesson one").says("end").hears("End of the lesson.").says("before").hears("6\n");
}

#[test]
fn what_a_lesson_has_is_said_for_listening() {
    let text = "| Management | Leadership |\n|---|---|\n| order | change |\n\n\
                | Who | What |\n|---|---|\n| Ann | plans |\n| Bob | |\n\n\
                > [!CASE] A river\n> It floods.\n\n```\nlet x = 1;\n  y\n```\n\n![A map of nine streets](map.png)\n\n\
                1. first\n2. second\n   - inner\n\n- [x] done\n\n\
                See [one](one#where-it-stands) and [the web](https://example.org/a).[^1]\n\n[^1]: A note.";
    let course = COURSE.replace("Only words.", text);
    let card = Talker::on(&course).says("2\n2\n").hears("Management: order Leadership: change");
    let table =
        card.says("").hears("Table, 2 rows:\n- Who: Ann; What: plans\n- Who: Bob\n").says("").hears("Case, A river: It floods.");
    let list =
        table.says("").hears("Code:\n    let x = 1;\n      y\nEnd of the code.").says("").hears("Picture: A map of nine streets");
    let ticked = list.says("").hears("1. first\n2. second\n  - inner").says("").hears("- ticked: done");
    let links = ticked.says("").hears("See one [link 1] and the web [link 2].");
    let outside =
        links.says("2").hears("It leads out of the course, to https://example.org/a").says("link 9").hears("no such link");
    let there = outside.says("link 1").hears("Section 2 of 2: Where it stands").says("back").hears("See one [link 1]");
    there.says("3").hears("Note 1: A note.").says("back\nback").hears("A course:");
}

#[test]
fn passages_are_kept_searched_and_found_again() {
    let kept = Talker::on(COURSE).says("1\n\nkeep try *this*").hears("Kept. The map lists what you kept.").says("back");
    let list =
        kept.hears("kept: Kept passages, 1 passage").says("kept").hears("Lesson 1: Lesson one").hears("1. Here it begins.");
    let off = list.hears("try *this*").says("off 1").hears("Nothing is kept").says("undo").hears("1. Here it begins.");
    let opened = off.says("1").hears("Here it begins.").says("/stands").hears("1 of 2 for “stands”").says("n").hears("2 of 2");
    let nowhere = opened.says("/zzz").hears("The answer stands here.").says("back");
    let all = nowhere
        .says("back")
        .says("search here")
        .hears("Lesson 1: Lesson one")
        .hears("1. ")
        .hears("the number of a place that was found");
    all.says("3")
        .hears("for “here”")
        .says("map")
        .says("search nowhere at all")
        .hears("Nowhere in the course.")
        .says("")
        .hears("A course:");
}

#[test]
fn places_are_found_by_name_number_and_outline() {
    let named = Talker::on(COURSE).says("2\n:where stan").hears("1. Where it stands").says("1").hears("The answer stands here.");
    let outline = named.says("outline").hears("2. ").hears("Where it stands, you are here").hears("1 to 3 opens one").says("1");
    let map =
        outline.hears("Section 1 of 2").says("map\nlesson").hears("“lesson” fits several lessons: 1 Lesson one, 2 Lesson two.");
    let two = map.says("lesson two").hears("Lesson 2: Lesson two").says("map\n9").hears("No lesson has the number 9.").says("2");
    two.hears("Lesson 2").says("names\nback").hears("Lesson 2").says("preceding").hears("Lesson 1");
}

#[test]
fn a_quiz_ends_with_counts_and_leads_on() {
    let end = Talker::on(COURSE).says("1\nend\n").answers_as(|nth| (nth < 1, 3)).hears("Lesson one, Quiz: done.");
    let end =
        end.hears("1 of 3 right: not passed yet (2 needed)").hears("You can\n").hears("tell one from two, ").hears("Missed\n");
    let look = end
        .says("1")
        .hears("Which two are even?")
        .hears("2, “Three”, ticked, but it does not belong: Odd.")
        .says("")
        .hears("1 of 3 right");
    let again = look.says("missed").hears("Question 1 of 2, of those you missed:").answers_as(|_| (true, 3));
    let passed =
        again.hears("2 of 2 right of those missed before").says("all again").hears("Question 1 of 3:").answers_as(|_| (true, 3));
    passed.hears("3 of 3 right: passed (2 needed)").says("").hears("If: a situation that will come");
}

#[test]
fn a_plan_is_two_lines_and_is_asked_about() {
    let asked = Talker::on(COURSE).says("1\nend\n").answers_as(|_| (true, 3)).says("");
    let refused = asked.says("more often").hears("comes at no moment you could notice").hears("If: a situation");
    let half = refused.says("Anna asks on Thursday").hears("then I: what you will do in it");
    let made = half.says("say what it is for").hears("Your plan is kept.");
    let plans = made
        .says("map")
        .hears("plans: Plans, 1 plan")
        .says("plans")
        .hears("1. If Anna asks on Thursday,\nthen I say what it is for.");
    let revised =
        plans.says("1").hears("= leaves it as it is").says("=").hears("then I: ").says("say it twice").hears("say it twice");
    revised.says("off 1").hears("There is no plan").says("undo").hears("say it twice").says("back").hears("A course:");
}

#[test]
fn a_plan_of_last_week_is_followed_up() {
    let learner =
        Learner::on(COURSE).press("enter G enter").answers(3).press("enter").types("Anna asks on Thursday").press("enter");
    let learner = learner.types("say why").press("enter").after_days(8);
    let asked = Talker::instead_of(learner).hears("went: If Anna asks on Thursday").says("went").hears("How did it go?\n1. ");
    let said = asked
        .hears("1 to 3: say it")
        .says("2")
        .hears("What was in the way")
        .says("no time")
        .hears("And the plan?\n1. keep it as it is");
    let said = said.says("1").hears("A course:");
    assert!(said.events().iter().any(|event| matches!(&event.deed, Deed::Followed { obstacle, .. } if obstacle == "no time")));
}

#[test]
fn what_waits_is_reviewed() {
    let learner = Learner::on(COURSE).press("enter G enter").answers(1).press("esc").after_days(3);
    let waits = Talker::instead_of(learner).hears("review: 3 waiting questions").says("review").hears("3 questions wait");
    let asked = waits.hears("Enter: ").says("").hears(" of the review, from “Lesson one”:");
    asked.answers_as(|_| (true, 3)).hears("Review").says("").hears("A course:");
}

#[test]
fn the_weakest_are_asked_across_lessons() {
    let learner = Learner::on(COURSE).press("enter G enter").answers(1).press("esc");
    Talker::instead_of(learner).says("weakest").hears("Question 1 of 2 of the weakest, from “Lesson one”:");
    Talker::on(COURSE).says("2\nw").hears("Nothing you answered so far went wrong");
}

#[test]
fn the_mirror_is_answered_digit_by_digit_and_told_in_words() {
    let before = Talker::instead_of(Learner::on_shipped().press("down enter")).says("mirror").hears("20 statements");
    let asked = before.says("").hears("statement 1 of 20").hears(" 1 never, ").hears(", 5 almost always, 0 no opportunity");
    let asked = asked.says("3").hears("statement 2 of 20").hears_no("almost always");
    let changed = asked
        .says("last")
        .hears("statement 1 of 20")
        .says("4")
        .hears("statement 2 of 20")
        .says("7")
        .hears("There is no 7 here: they are 0 to 5.");
    let picture =
        changed.says(["3"; 19].join("\n").as_str()).hears("What I do").hears("planning, vision\nabout even, a fair amount");
    let words = picture.says("").hears("You reported working out steps").says("").hears("What I need");
    let plan = words.says("").hears("statement 1 of 10").says(["4", "3"].repeat(10).join("\n").as_str());
    plan.says("").hears("Five Contrasts:");
}

#[test]
fn glossary_sources_and_calibration_are_told() {
    let terms = Talker::instead_of(Learner::on_shipped().press("down enter"))
        .says("terms")
        .hears("66 terms")
        .hears("backbrief\nSaying an order back");
    let sources = terms.says("back\n:sources\n1").hears("Firm: it stands in").says("back").hears("Five Contrasts:");
    let lesson = sources.says("0\nx\n\n\n\n\n").hears("term tells a term").says("term").hears("The moment at which work passes");
    lesson.says("term rota").hears("rota: A list of who works when").says("term zzz").hears("not in the glossary");
    let sure = Learner::on_shipped().press("enter x G enter").answers_as(|nth| (nth % 2 == 0, 4)).press("esc");
    Talker::instead_of(sure)
        .hears("sure: How sure, how right")
        .says("sure")
        .hears("certain, ")
        .hears("of 1")
        .says("back")
        .hears("Five");
}

#[test]
fn a_question_within_the_text_is_answered_there() {
    let mut check = Talker::instead_of(Learner::on_shipped().press("enter x"));
    while !check.heard().contains("Before you read on, a question:") {
        check = check.hears("Enter reads on").says("");
    }
    let asked = check.says("answer").hears("Question 1 of 1, in passing:");
    let told = asked.says("1\n2").hears("You held it for possible").hears("Enter goes back");
    told.says("").hears("Before you read on, a question:");
}

#[test]
fn questions_before_a_lesson_are_told_nothing_of() {
    let offered =
        Talker::instead_of(Learner::on_shipped()).says("1").hears("Three questions before you read.").hears("Enter: ask me");
    let next = offered.says("\n1\n3").hears("Question 2 of 3, before you read:").hears_no("Right").hears_no("Not quite");
    next.says("map").hears("Five Contrasts:");
}

#[test]
fn a_course_with_problems_names_them_and_opens() {
    let talker = Talker::on("").hears("Note: Two places in this course are not as it should be.").says("");
    talker.hears("0 of 0 lessons").says("?\nback\n1").hears("No lesson has the number 1.");
}

#[test]
fn a_failed_save_is_said_and_leaving_asks() {
    let trouble = || Msg::NotSaved(Trouble { file: Clean::fixed("sittings"), why: Clean::fixed("the disk is full") });
    let mut talker = Talker::on(COURSE).says("1\nend\n").says("1");
    talker.tell(trouble());
    let talker = talker.says("repeat").hears("Note: Not saved yet: the disk is full.").hears("Your last answer is kept here");
    let mut asked = talker
        .says("quit")
        .hears("One answer is not saved")
        .hears("1. Stay and try again")
        .hears("3. Leave without it")
        .says("1");
    assert_eq!(asked.effects().last(), Some(&Effect::TryAgain));
    asked.tell(trouble());
    let left = asked.says("quit\n2");
    assert_eq!(left.effects().last(), Some(&Effect::Leave));
    assert_eq!(left.says("quit\n3").effects().last(), Some(&Effect::Abandon));
}

#[test]
fn the_same_thing_done_twice_is_said_twice() {
    let read =
        Talker::on(COURSE).says("\nkeep one").hears("Kept. The map lists").says("keep another").hears("Kept. The map lists");
    read.says("search zebra").hears("“zebra” is not in this lesson").says("search zebra").hears("“zebra” is not in this lesson");
}

/// Who only ever talked, at the next start.
fn comes_back(talker: Talker) -> Talker {
    let left = talker.events().iter().cloned().fold(Learner::on(COURSE), Learner::and_elsewhere);
    Talker::instead_of(left.after_days(0))
}

#[test]
fn a_plan_of_which_one_half_is_said_goes_on_with_the_other() {
    let half = Talker::on(COURSE).says("1\nend\n").answers_as(|_| (true, 3)).says("\nAnna asks on Thursday");
    let back = comes_back(half.hears("then I: what you will do in it")).hears("Carry on: 1. Lesson one, your plan");
    let back = back.says("").hears("If Anna asks on Thursday,").hears("then I: what you will do in it").hears_no("So far");
    back.says("say what it is for").hears("Your plan is kept.");
}

#[test]
fn what_was_typed_on_the_screens_is_said_and_taken_by_a_sign() {
    let plan = || Learner::on(COURSE).press("enter G enter").answers(3).press("enter");
    let begun = Talker::instead_of(plan().types("Anna asks on Thu").after_days(0)).says("");
    let begun = begun.hears("So far: if Anna asks on Thu\n").hears("= leaves it as it is; Enter alone: not now");
    begun.says("=").hears("If Anna asks on Thu,").says("say why").hears("Your plan is kept.");
    let both = plan().types("Anna asks on Thursday").press("tab").types("say w");
    let both = Talker::instead_of(both.after_days(0)).says("").hears("So far: then I say w").hears("= leaves it as it is");
    both.says("say why").hears("Your plan is kept.");

    let doubt = || Learner::on(COURSE).press("enter G enter !").types("two of them fit").after_days(0);
    let doubt = || Talker::instead_of(doubt()).says("");
    let said = doubt().hears("Which is one?").hears("So far: two of them fit").hears("= leaves it as it is").says("=");
    said.hears("Noted with your data");
    let other = doubt().says("").says("! or none").hears("Noted with your data");
    assert!(
        other
            .events()
            .iter()
            .any(|event| matches!(&event.deed, Deed::Doubted { words, .. } if words == "two of them fit or none"))
    );

    let note = Learner::on(COURSE).press("enter m").types("for Mon").after_days(0);
    let note = Talker::instead_of(note).says("").hears("So far: for Mon").hears("A note to it").says("for Monday").hears("Kept.");
    assert!(note.events().iter().any(|event| matches!(&event.deed, Deed::Kept { note, .. } if note == "for Monday")));
}

#[test]
fn a_plan_left_for_the_map_waits_at_the_end_of_its_quiz() {
    let half = Talker::on(COURSE).says("1\nend\n").answers_as(|_| (true, 3)).says("\nAnna asks on Thursday\n/map");
    let back = comes_back(half).hears_no("your plan").says("1\nend\n").answers_as(|_| (true, 3)).says("");
    back.hears("If Anna asks on Thursday,").hears("then I: what you will do in it");
}

#[test]
fn a_line_about_what_was_in_the_way_is_not_lost_by_an_empty_one() {
    let learner = Learner::on(COURSE).press("enter G enter").answers(3).press("enter").types("Anna asks on Thursday");
    let learner = learner.press("enter").types("say why").press("enter").after_days(8).press("down enter 2").types("no time");
    let back = Talker::instead_of(learner.after_days(0)).says("").hears("no time").hears("Enter alone leaves it as it is");
    let said = back.says("").hears("And the plan?");
    assert!(said.events().iter().any(|event| matches!(&event.deed, Deed::Followed { obstacle, .. } if obstacle == "no time")));
}
