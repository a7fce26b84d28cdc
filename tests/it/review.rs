//! Review: what was answered comes again on its day, the riskiest first, a little each day, and a miss too many leads to the paragraph.

use contrasts::app::Screen;
use contrasts::course::Id;
use contrasts::progress::{Deed, Purpose};

use crate::journey::COURSE;
use crate::learner::Learner;

/// The first lesson's quiz was taken, with so many right answers of three.
fn taken(right: usize) -> Learner {
    Learner::on(COURSE).press("enter G enter").answers(right).press("esc")
}

/// The questions of the review on the screen, in the order in which they are asked.
fn asked(learner: &Learner) -> Vec<String> {
    let Screen::Quiz(quiz) = learner.app.screen() else { panic!("no question is on the screen") };
    let run = learner.app.progress.run(&quiz.run).unwrap();
    run.questions.iter().map(Id::to_string).collect()
}

#[test]
fn before_anything_was_answered_the_page_says_how_a_question_comes_into_review() {
    let page = Learner::on(COURSE).press("down enter r").sees("Nothing is in review yet").sees("its first answer");
    page.press("enter").sees("Lessons");
}

#[test]
fn what_was_missed_comes_tomorrow_and_the_map_says_so() {
    let today = taken(2);
    assert!(!today.words().contains("Review"), "nothing is due on the day on which it was learnt");
    let today = today.press("r").sees("Nothing waits today; one comes tomorrow.").press("esc");
    let tomorrow = today.next_day().sees("r  1 waiting question").sees("about 1 min");
    tomorrow.press("r").sees("1 question waits.").sees("Lesson one").sees("mean recall").press("enter").sees("question 1 of 1");
}

#[test]
fn a_review_ends_with_what_moved_and_what_comes_next() {
    let end = taken(0).next_day().press("r enter").answers(3).sees("3 of 3 right").sees("done for today");
    let end = end.sees("Still with you").sees("before").sees("Nothing waits today; three come on");
    end.press("enter").sees("Lessons").press("r").sees("Nothing waits today");
}

#[test]
fn errors_that_were_certain_come_first() {
    // The last of the three was answered wrongly and with certainty, the first wrongly as a guess.
    let taken = Learner::on(COURSE).asked_how_sure().press("enter G enter");
    let taken = taken.answers_as(|nth| (nth == 1, if nth == 2 { 4 } else { 1 })).press("esc");
    let due = taken
        .next_day()
        .sees("one of them certain and wrong")
        .press("r")
        .sees("The one you were certain of and missed comes first.");
    let questions = asked(&due.press("enter"));
    assert_eq!(questions.first().map(String::as_str), Some("q-3"));
    assert_eq!(questions.len(), 3, "a guess that was right comes tomorrow as well");
}

#[test]
fn what_was_certain_and_wrong_and_is_right_now_is_said() {
    let taken = Learner::on(COURSE).asked_how_sure().press("enter G enter").answers_as(|_| (false, 4)).press("esc");
    let end = taken.next_day().press("r enter").answers(3);
    end.sees("Three questions of which you had been certain, and wrong, were right");
}

#[test]
fn a_review_left_in_the_middle_goes_on_where_it_was() {
    let left = taken(0).next_day().press("r enter").press("1 enter enter esc").sees("Lessons");
    let again = left.after_days(0).press("r").sees("stands open").press("enter");
    again.sees("question 2 of 3");
}

#[test]
fn what_was_not_asked_waits_for_the_next_day() {
    let left = taken(0).next_day().press("r enter").press("1 enter enter esc");
    let page = left.next_day().press("r");
    assert!(!page.words().contains("stands open"), "yesterday's review is over; what was left in it is due");
    page.press("enter").sees("question 1 of");
}

#[test]
fn five_more_are_asked_ahead_and_move_nothing_that_was_right() {
    let page = taken(3).press("r").sees("Nothing waits today").sees("+ five more");
    let due = page.app.due.review.clone();
    let ahead = page.press("+").sees("Review").answers(3).sees("3 of 3 right").press("enter");
    let memories = |review: &contrasts::progress::review::Review| review.items.iter().map(|item| item.memory).collect::<Vec<_>>();
    assert_eq!(memories(&ahead.app.due.review), memories(&due));
}

#[test]
fn the_third_miss_opens_the_paragraph() {
    let twice = taken(0).next_day().press("r enter").answers(0).press("enter");
    let third = twice.next_day().press("r enter");
    // Only the first question has a paragraph that answers it; it may be asked at any place of the three.
    let mut learner = third;
    let is_first = |learner: &Learner| learner.words().contains("Which is one?");
    while !is_first(&learner) {
        learner = learner.press("1 enter enter");
    }
    let digit = if learner.words().contains("1  This one") { "2" } else { "1" };
    let told = learner.press(digit).press("enter").sees("Missed three times.").sees("Enter paragraph");
    told.press("enter").sees("The answer stands here.").press("esc").sees("Review");
}

#[test]
fn a_long_absence_is_met_with_a_plan_and_no_reproach() {
    let mut learner = Learner::on_shipped().press("enter x G enter").answers(0).press("esc");
    for _ in 0..3 {
        learner = learner.press("enter x").press_if("x", |learner| learner.words().contains("Before you read")).press("G enter");
        learner = learner.answers(0).press("esc");
    }
    let back = learner.after_days(9).press("r").sees("You were away for nine days, and");
    back.sees("Seven a day bring").sees("you level by Wednesday.");
}

#[test]
fn the_day_begins_at_the_learners_hour() {
    // It is half past nine. With days that begin at ten, "tomorrow" is half an hour away.
    let mut learner = taken(0);
    learner.app.habits.day_start = 10;
    learner = learner.press("r esc");
    let next = learner.app.due.review.items[0].memory.due;
    assert_eq!(next.0 - crate::learner::BEGIN, 30 * 60_000);
}

#[test]
fn the_minutes_of_a_day_are_the_learners() {
    let mut learner = Learner::on_shipped().press("enter x G enter").answers(0).press("esc").next_day();
    let usual = learner.app.due.queue.today.len();
    learner.app.habits.review_minutes = 2;
    learner = learner.press("r esc");
    let today = learner.app.due.queue.today.len();
    assert!(today == 3 && usual > 3, "two minutes are three questions of forty seconds; usually {usual}, now {today}");
}

#[test]
fn a_review_is_written_down_as_one() {
    let learner = taken(0).next_day().press("r enter 1 enter");
    let began = learner.events().iter().find_map(|event| match &event.deed {
        Deed::Began { purpose, lesson, questions, .. } => Some((*purpose, lesson.clone(), questions.len())),
        _ => None,
    });
    assert_eq!(began, Some((Purpose::Review, None, 3)));
}

/// A lesson with one question in its quiz, and five that are asked in review alone.
fn with_cases() -> String {
    let case = |id: &str, place: &str| {
        format!(
            "[[questions]]\nid = \"{id}\"\nkind = \"truefalse\"\nuse = [{place}]\nprompt = \"Is {id} so?\"\nanswer = true\n\
             why_true = \"It is.\"\nwhy_false = \"It is.\"\n"
        )
    };
    let cases: String = (1..=5).map(|nth| case(&format!("r-{nth}"), "\"review\"")).collect();
    format!(
        "//- course.toml\nid = \"c\"\ntitle = \"A course\"\npass_mark = 0.6\n//- 01-one/lesson.md\n+++\ntitle = \"Lesson one\"\n+++\nText.\n\
         //- 01-one/quiz.toml\n{}{cases}",
        case("q-1", "\"quiz\", \"review\"")
    )
}

#[test]
fn questions_asked_in_review_alone_come_a_few_a_day_once_the_quiz_was_taken() {
    let today = Learner::on(&with_cases()).press("enter G enter").answers(1).press("esc");
    assert!(!today.words().contains("new question"), "on the day of the quiz there is enough to remember");
    let tomorrow = today.next_day().sees("r  3 new questions of the lessons you took").press("r");
    let tomorrow = tomorrow.sees("Nothing waits. Three questions are new,").press("enter");
    let first = asked(&tomorrow);
    assert!(first.len() == 3 && first.iter().all(|id| id.starts_with("r-")), "{first:?}");
    let done = tomorrow.answers(3).press("enter");
    assert!(!done.words().contains("new question"), "three a day are enough");
    let next = done.next_day().press("r enter");
    let second = asked(&next);
    assert!(second.iter().filter(|id| id.starts_with("r-")).all(|id| !first.contains(id)), "{second:?}");
}

#[test]
fn a_lesson_that_was_passed_over_still_comes_into_review() {
    // Whoever knew the questions before the lesson, and was sure of it, may pass it over.
    let course = with_cases()
        .replace("use = [\"quiz\"", "use = [\"pre\", \"quiz\"")
        .replace("use = [\"review\"]", "use = [\"pre\", \"review\"]");
    let known =
        Learner::on(&course).asked_how_sure().press("enter enter 1 enter 4 1 enter 4 1 enter 4 1 enter 4 1 enter 4 1 enter 4");
    known.sees("x pass it over").press("x").next_day().press("r").sees("Nothing waits. Three questions are new,");
}
