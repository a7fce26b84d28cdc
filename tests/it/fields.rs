//! Fields in which one was typing: whoever leaves in the middle finds the text again with the cursor behind it, is led back to it, and is
//! not led back to what was laid aside or done.

use contrasts::app::Screen;
use contrasts::course::{Id, Place};
use contrasts::progress::{self, Deed, Event, EventId, Field, PlanPart, Stamp};
use proptest::prelude::*;

use crate::journey::COURSE;
use crate::learner::Learner;

const CUE: &str = "I hand over the visits on Thursday";
const ACT: &str = "say what they are for first";

/// Cut off at this moment: all that is left are the events.
fn cut_off(learner: Learner) -> Learner {
    learner.after_days(0)
}

/// Cut off, and carried on with by Enter on the map: what is on the screen then is what was there before, the cursor too.
#[track_caller]
fn comes_back(learner: Learner, named: &str) -> Learner {
    let learner = learner.saved();
    let before = learner.screen();
    let back = cut_off(learner).sees("Carry on").sees(named).press("enter").saved();
    assert_eq!(back.screen(), before);
    // Whoever only looked is led there again.
    let again = cut_off(back).sees(named).press("enter").saved();
    assert_eq!(again.screen(), before);
    again
}

fn at_the_end() -> Learner {
    Learner::on(COURSE).press("enter G enter").answers(3).sees("Enter plan")
}

fn planning() -> Learner {
    at_the_end().press("enter")
}

fn planned() -> Learner {
    planning().types(CUE).press("tab").types(ACT).press("enter")
}

fn deeds(learner: &Learner) -> Vec<Deed> {
    learner.events().iter().map(|event| event.deed.clone()).collect()
}

#[track_caller]
fn has(learner: &Learner, is_it: impl Fn(&Deed) -> bool) {
    let deeds = deeds(learner);
    assert!(deeds.iter().any(is_it), "{deeds:?}");
}

fn leads_to_a_field(learner: &Learner) -> bool {
    ["your plan", "how your plan went", "what is wrong with", "your note"].iter().any(|words| learner.words().contains(words))
}

#[test]
fn a_plan_goes_on_where_one_was_typing() {
    let first = comes_back(planning().types("I hand over"), "Lesson one, your plan");
    let second = comes_back(first.types(" the visits on Thursday").press("tab").types("say wh"), "your plan");
    // Help over the field, and a key that only moves, close nothing.
    let helped = comes_back(second.press("f1 f1").types("at"), "your plan");
    let kept = helped.types(" they are for first").press("enter").sees("Your plan is kept");
    has(&kept, |deed| matches!(deed, Deed::Planned { cue, act, .. } if cue == CUE && act == ACT));
    assert!(!leads_to_a_field(&cut_off(kept)));
}

#[test]
fn the_second_half_of_a_plan_is_come_back_to_before_its_first_letter() {
    let second = comes_back(planning().types(CUE).press("enter"), "your plan");
    let kept = second.types(ACT).press("enter").sees("Your plan is kept");
    has(&kept, |deed| matches!(deed, Deed::Planned { cue, act, .. } if cue == CUE && act == ACT));
    // And the first one where one went back to it.
    comes_back(planning().types(CUE).press("enter").types("x").press("up"), "your plan");
    comes_back(planning().press("tab").types("x").press("tab down"), "your plan");
}

#[test]
fn a_plan_that_was_not_now_waits_where_it_is_asked_for_and_leads_nobody_back() {
    let aside = planning().types(CUE).press("esc").sees("Only words.");
    let back = cut_off(aside);
    assert!(!leads_to_a_field(&back), "{}", back.words());
    let asked = back.press("down enter G enter").answers(3).sees("Enter plan").press("enter").sees(CUE);
    // Once it is open again, it is what one was in the middle of.
    comes_back(asked, "your plan");
    // An emptied field is nothing to come back to, and one in which nothing was typed leaves no trace.
    let emptied = cut_off(planning().types(CUE).press("ctrl-u"));
    assert!(!leads_to_a_field(&emptied));
    let untouched = planning().press("tab tab esc");
    assert!(!deeds(&untouched).iter().any(|deed| matches!(deed, Deed::Typed { .. })));
}

#[test]
fn a_revision_goes_on_where_one_was_typing_and_the_plan_stays_until_it_is_kept() {
    let list = || cut_off(planned()).press("G enter enter").sees("as it was");
    let revising = comes_back(list().press("tab").types(" of all"), "Lesson one, your plan");
    let kept = revising.press("enter").sees("Your plan is kept");
    has(&kept, |deed| matches!(deed, Deed::Planned { cue, act, .. } if cue == CUE && *act == format!("{ACT} of all")));
    assert!(!leads_to_a_field(&cut_off(kept)));
    // Left as it was, the plan is as it was; what was typed waits all the same.
    let aside = cut_off(list().press("tab").types(" of all").press("esc").sees("say what they are for first."));
    assert!(!leads_to_a_field(&aside), "{}", aside.words());
    let again = aside.press("G enter").sees("for first.").press("enter").sees("for first of all");
    // Typed back to what it was, nothing is left to be done; an emptied half is the plan's again.
    let same = cut_off(again.press("backspace ".repeat(7).as_str()));
    assert!(!leads_to_a_field(&same), "{}", same.words());
    cut_off(list().press("ctrl-u esc")).press("G enter enter").sees(CUE);
}

#[test]
fn what_was_in_the_way_goes_on_where_one_was_typing() {
    let asked = || planned().after_days(7).press("down enter 2").sees("What was in the way?");
    let said = comes_back(asked().types("no ti"), "how your plan went").types("me").press("enter").sees("And the plan?");
    has(&said, |deed| matches!(deed, Deed::Followed { obstacle, .. } if obstacle == "no time"));
    assert!(!leads_to_a_field(&cut_off(said)));
    // Another word for how it went takes the line along.
    let other = asked().types("no time").press("esc 3").sees("You did not.").sees("no time");
    comes_back(other, "how your plan went");
    // From the row of the map one comes to the same.
    let by_row = cut_off(asked().types("no time")).press("down enter");
    by_row.sees("What was in the way?").sees("no time");
}

#[test]
fn a_doubt_goes_on_at_its_question() {
    let asked = || Learner::on(COURSE).press("enter G enter 1 enter enter");
    let before = comes_back(asked().press("!").types("Four is"), "what is wrong with a question");
    let noted = before.types(" odd").press("enter").sees("Noted with your data").sees("Which two are even?");
    has(&noted, |deed| matches!(deed, Deed::Doubted { words, .. } if words == "Four is odd"));
    assert!(!leads_to_a_field(&cut_off(noted).sees("question 2 of 3")));
    // Esc goes back to the question; the line waits there.
    let left = asked().press("!").types("Four is").press("esc").sees("Which two are even?");
    let back = cut_off(left);
    assert!(!leads_to_a_field(&back), "{}", back.words());
    back.press("enter !").sees("Four is");
}

#[test]
fn a_doubt_about_an_answered_question_goes_on_there_and_then_the_quiz() {
    let doubting = Learner::on(COURSE).press("enter G enter 1 enter !").types("so it");
    let back = comes_back(doubting, "what is wrong with a question");
    back.types(" is").press("enter").sees("Noted with your data").press("enter").sees("Which two are even?");
    // After the last question comes the end of the quiz.
    let last = Learner::on(COURSE).press("enter G enter 1 enter enter 1 2 enter enter 1 enter !").types("why");
    comes_back(last, "what is wrong with a question").press("enter enter").sees("Enter plan");
    // The quiz itself leads there, too.
    let mut quiz = cut_off(Learner::on(COURSE).press("enter G enter 1 enter !").types("so it"));
    let at = quiz.app.now();
    quiz.app.open_quiz(at, 0);
    quiz.sees("so it");
}

/// One lesson with a question in its text.
fn within_a_text() -> Learner {
    Learner::on(crate::arc::COURSE).press("enter x").press("c")
}

#[test]
fn a_doubt_about_a_question_within_a_text_goes_on_there() {
    let doubting = within_a_text().press("!").types("no answer fits");
    assert!(matches!(doubting.app.screen(), Screen::Quiz(quiz) if quiz.is_look));
    comes_back(doubting, "what is wrong with a question").press("enter").sees("Noted with your data");
}

#[test]
fn a_note_goes_on_at_its_passage() {
    let keeping = || Learner::on(COURSE).press("enter m down").types("for Mon");
    let kept = comes_back(keeping(), "Lesson one, your note to a passage").types("day").press("enter").sees("Kept.");
    has(&kept, |deed| matches!(deed, Deed::Kept { note, passage, .. } if note == "for Monday" && passage == "1"));
    let back = cut_off(kept);
    assert!(!leads_to_a_field(&back.sees("Carry on")));
    // Esc leaves it; the same passage holds it, and another does not.
    let left = cut_off(keeping().press("esc"));
    assert!(!leads_to_a_field(&left));
    left.press("enter m").sees("for Mon").press("down").sees("a note, if you like").press("up").sees("for Mon");
}

#[test]
fn a_note_goes_along_to_the_passage_for_which_it_is_meant_and_over_no_other() {
    // Typed first, then brought to its passage: only there it waits.
    let brought = cut_off(Learner::on(COURSE).press("enter m").types("first").press("down down esc"));
    let found = brought.press("enter m").sees("first").press("up").sees("a note, if you like");
    // One on its way does not take the place of one that waits.
    let met = found.types("second").press("down").sees("first").press("up").sees("second");
    let kept = met.press("enter").sees("Kept.");
    has(&kept, |deed| matches!(deed, Deed::Kept { note, .. } if note == "second"));
    cut_off(kept).press("enter m").sees("first");
}

fn typed(text: &str) -> Deed {
    let field = Field::Plan(Id::new("one").unwrap(), PlanPart::Cue);
    Deed::Typed { field, text: text.to_owned(), is_aside: false }
}

/// What another machine has, at this moment of its clock.
fn elsewhere(at: i64, deed: Deed) -> Event {
    Event { id: EventId(Id::new("zz-1").unwrap()), at: Stamp(at), deed }
}

#[test]
fn what_was_typed_later_on_another_machine_counts() {
    let mixed = |by: i64, deed: Deed| {
        let here = planning().types(CUE);
        let at = here.app.now().0 + by;
        cut_off(here.and_elsewhere(elsewhere(at, deed))).press("enter")
    };
    mixed(60_000, typed("Anna asks")).sees("Anna asks");
    mixed(-60_000, typed("Anna asks")).sees(CUE);
    // So does what was made there: it is done, unless one typed on afterwards.
    let planned = Deed::Planned { lesson: Id::new("one").unwrap(), cue: CUE.to_owned(), act: ACT.to_owned() };
    mixed(60_000, planned.clone()).sees("Only words.");
    mixed(-60_000, planned).sees("Your plan").sees(CUE);
}

#[test]
fn a_lesson_begun_anew_leads_back_to_no_field_and_loses_none() {
    let here = planning().types(CUE);
    let at = here.app.now().0 + 60_000;
    let reset = elsewhere(at, Deed::Reset { lesson: Id::new("one").unwrap() });
    let back = cut_off(here.and_elsewhere(reset)).sees("Begin");
    back.clock_set_by(120_000).press("enter G enter").answers(3).press("enter").sees(CUE);
}

#[test]
fn a_field_whose_course_has_changed_leads_nowhere_and_stops_nobody() {
    for field in [
        Field::Plan(Id::new("gone").unwrap(), PlanPart::Act),
        Field::Doubt(EventId(Id::new("gone-1").unwrap()), Id::new("q-1").unwrap()),
        Field::Revision(EventId(Id::new("gone-1").unwrap()), PlanPart::Cue),
        Field::Note(Id::new("one").unwrap(), Place { block: 999, at: 0 }),
    ] {
        let event = elsewhere(1, Deed::Typed { field, text: "words".to_owned(), is_aside: false });
        Learner::on(COURSE).knowing(progress::replay(vec![event])).press("enter").sees("Here it begins.");
    }
}

#[test]
fn a_paste_is_noted_once_and_a_key_elsewhere_not_at_all() {
    let pasted = planning();
    let before = pasted.events().len();
    let pasted = pasted.pastes(&"a word and another ".repeat(100));
    assert_eq!(pasted.events().len(), before + 1);
    let tour = Learner::on(COURSE).press("j k ? ? enter / a esc : esc G enter 1 x x x esc p esc");
    assert!(!deeds(&tour).iter().any(|deed| matches!(deed, Deed::Typed { .. })));
}

/// What stands in the field on the screen, if something was typed there: whose it is, and its texts.
fn in_the_field(learner: &Learner) -> Option<(String, Vec<String>)> {
    let (whose, texts) = match learner.app.screen() {
        Screen::Plan(planning) => {
            let plan = planning.revises.as_ref().and_then(|plan| learner.app.progress.made().plan(plan));
            let texts = vec![planning.cue.text.clone(), planning.act.text.clone()];
            // An emptied half of a revision is the plan's again.
            let is_typed =
                plan.is_none_or(|plan| texts != [plan.cue.clone(), plan.act.clone()] && !texts.contains(&String::new()));
            (format!("{:?} {:?}", planning.part, planning.revises), if is_typed { texts } else { Vec::new() })
        }
        Screen::Quiz(quiz) => (format!("{:?} {}", quiz.run, quiz.at), vec![quiz.doubt.as_ref()?.text.clone()]),
        Screen::Reader(reader) => {
            let keeping = reader.keeping.as_ref()?;
            (format!("{} {}", reader.lesson, keeping.block), vec![keeping.note.clone()])
        }
        Screen::FollowUp(follow) => (format!("{:?}", follow.plan), vec![follow.obstacle()?.text.clone()]),
        _ => return None,
    };
    texts.iter().any(|text| !text.trim().is_empty()).then_some((whose, texts))
}

const KEYS: [&str; 18] =
    ["tab", "up", "down", "enter", "esc", "backspace", "ctrl-u", "left", "f1", "m", "!", "j", "k", "1", "2", "3", "x", "a"];

fn any_moves() -> impl Strategy<Value = Vec<&'static str>> {
    let one = prop_oneof![2 => prop::sample::select(KEYS.to_vec()), 1 => prop::sample::select(vec!["ab", "a b c"])];
    prop::collection::vec(one, 0..30)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn whatever_was_pressed_a_field_with_a_text_is_come_back_to(from in 0..5, moves in any_moves()) {
        let mut learner = match from {
            0 => planning(),
            1 => planned().after_days(7).press("down enter 2"),
            2 => cut_off(planned()).press("G enter"),
            3 => Learner::on(COURSE).press("enter G enter 1 enter !"),
            _ => Learner::on(COURSE).press("enter m"),
        };
        for one in moves {
            learner = if KEYS.contains(&one) { learner.press(one) } else { learner.types(one) };
        }
        if let Some(there) = in_the_field(&learner) {
            let back = cut_off(learner).press("home enter");
            prop_assert_eq!(in_the_field(&back), Some(there), "{}", back.words());
        }
    }
}
