//! The mouse, where it is switched on: a click does what a key would.

use contrasts::app::Msg;

use crate::kinds;
use crate::learner::Learner;

#[test]
fn a_click_chooses_and_a_second_one_opens() {
    let map = || Learner::on_shipped().press("down enter");
    let chosen = map().click("Planning and vision").sees("You will be able to");
    chosen.click("Planning and vision").sees("lesson 2");
    map().click("Begin").sees("Lessons");
}

#[test]
fn options_and_how_sure_are_clicked() {
    let choice = || kinds::at("choice").asked_how_sure();
    choice()
        .click("“I know exactly whom")
        .press("enter")
        .sees("How sure are you?")
        .click("3 fairly")
        .sees("You were fairly sure");
    let ticked = kinds::at("multiple").click("The people concerned").click("Limits and").sees("2 ticked");
    ticked.click("Limits and").sees("1 ticked");
}

#[test]
fn lines_sentences_steps_and_places_are_clicked() {
    kinds::at("classify").click("A director’s night").press("2").sees("1 of 5 placed");
    kinds::at("match").click("Limit").click("“Nothing over").press("up").sees("Limit");
    kinds::at("order")
        .click("You state your aim")
        .sees("lifted")
        .click("You adjust limits")
        .press("enter")
        .sees("pairs in order");
    kinds::at("scenario").click("One page: why").press("enter").sees("100 of 100");
    kinds::at("stance").click("┤").sees("only why we do it").click("├").sees("only who does what");
}

#[test]
fn a_click_beside_everything_means_nothing_and_the_wheel_scrolls() {
    let mut learner = Learner::on_shipped().press("down enter");
    let before = learner.screen();
    for (column, row) in [(0, 0), (79, 23), (200, 200), (3, 12), (79, 12)] {
        learner.tell(Msg::Click(column, row));
    }
    assert_eq!(learner.screen(), before);
    let mut reading = learner.press("down enter x");
    reading.tell(Msg::Wheel { up: false });
    let scrolled = reading.screen();
    reading.tell(Msg::Wheel { up: true });
    assert_ne!(reading.screen(), scrolled);
}
