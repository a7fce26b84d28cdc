//! Someone with years behind them: the first screen comes from what was kept of it, and nothing is other than without.

#![cfg(unix)]

use std::fs;
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use contrasts::course::question::Mode;
use contrasts::course::{Answer, Fingerprint, Id};
use contrasts::progress::{Deed, Event, EventId, Purpose, Stamp};
use contrasts::store::sitting::Sitting;

use crate::corner::Corner;
use crate::pty::{ENTER, Pty, USUAL};
use crate::terminal::{ANSWER, COURSE, shows_saved_verdict, states};

const A_DAY: i64 = 86_400_000;

/// A learner who has passed the first quiz of the small course over and over again, and read the second lesson.
fn years(corner: &Corner) {
    corner.course("course", COURSE);
    let id = |text: &str| Id::new(text).unwrap();
    let mut sitting = Sitting::new(corner.sittings(), &id("small"), "desk", Stamp(0));
    let mut deeds = vec![Deed::Finished { lesson: id("first") }];
    for _ in 0..1300 {
        let quiz = EventId(id(&format!("years-{}", deeds.len())));
        let (lesson, questions) = (Some(id("first")), vec![id("f-1")]);
        deeds.push(Deed::Began { lesson, questions, purpose: Purpose::Quiz, mode: Mode::Immediate });
        let (answer, fingerprint) = (Answer::Picked(vec![0]), Fingerprint(0));
        let (question, drawn, sure) = (id("f-1"), vec![0, 1], None);
        deeds.push(Deed::Answered { quiz, question, fingerprint, answer, drawn, sure, hints: 0, seconds: 9 });
    }
    deeds.push(Deed::Finished { lesson: id("second") });
    for (nth, deed) in deeds.into_iter().enumerate() {
        let at = Stamp(1_704_096_000_000 + nth as i64 / 10 * A_DAY / 4);
        sitting.take(Event { id: EventId(id(&format!("years-{nth}"))), at, deed });
    }
    sitting.save().unwrap();
    for entry in fs::read_dir(corner.sittings()).unwrap() {
        let file = fs::File::options().write(true).open(entry.unwrap().path()).unwrap();
        file.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(1_780_000_000)).unwrap();
    }
}

fn cover(corner: &Corner) -> PathBuf {
    corner.path("data/cache/small.cover")
}

/// Looks at the map and leaves; the picture of it, and whether it came from a cover.
#[track_caller]
fn look(corner: &Corner) -> (String, bool) {
    let log = corner.named("log.txt");
    // It would be gone on with.
    let _ = fs::remove_file(&log);
    let pty = start(corner, &["--log", &log]);
    let picture = pty.picture();
    leave(pty);
    let log = fs::read_to_string(log).unwrap();
    (picture, log.contains("comes from its cover"))
}

#[track_caller]
fn start(corner: &Corner, more: &[&str]) -> Pty {
    let pty = Pty::start(corner, USUAL, &[&["--course", &corner.named("course")], more].concat(), &[]);
    pty.wait_for("Third things");
    pty
}

#[track_caller]
fn leave(mut pty: Pty) {
    pty.keys("q");
    assert_eq!(pty.exit_code(), 0);
    pty.check_given_back();
}

#[test]
fn the_map_comes_from_a_cover_and_tells_what_was_done_a_moment_before() {
    let corner = Corner::new();
    years(&corner);
    let (first, is_covered) = look(&corner);
    assert!(!is_covered && cover(&corner).exists());
    assert!(first.contains("passed, 1 of 1") && first.contains("read, quiz to come"), "{first}");
    assert_eq!(look(&corner), (first, true));

    let mut pty = start(&corner, &[]);
    pty.keys(ENTER);
    pty.wait_for(" so?");
    pty.keys(ENTER);
    pty.keys(ANSWER);
    pty.wait_until("the verdict", shows_saved_verdict);
    leave(pty);
    let told = states(&corner);
    assert_eq!(told, ["passed", "not-passed", "new"]);
    let (second, is_covered) = look(&corner);
    assert!(is_covered && second.contains("1 of 1") && !second.contains("quiz to come"), "{second}");

    fs::remove_dir_all(corner.path("data/cache")).unwrap();
    assert_eq!(look(&corner), (second, false));
    assert_eq!(states(&corner), told);
}

#[test]
fn a_key_pressed_on_the_first_screen_is_done_when_the_rest_is_there() {
    let corner = Corner::new();
    years(&corner);
    let (_, is_covered) = look(&corner);
    assert!(!is_covered);
    // What is typed before the program has begun to listen waits for it.
    let mut pty = Pty::start(&corner, USUAL, &["--course", &corner.named("course")], &[]);
    pty.keys("r");
    pty.wait_for("Still with you");
    leave(pty);
}

#[test]
fn a_program_that_is_killed_leaves_the_cover_as_it_was_and_a_damaged_one_changes_nothing() {
    let corner = Corner::new();
    years(&corner);
    let (picture, _) = look(&corner);
    let kept = fs::read(cover(&corner)).unwrap();
    start(&corner, &[]).kill();
    assert_eq!(fs::read(cover(&corner)).unwrap(), kept);
    assert_eq!(look(&corner), (picture.clone(), true));
    fs::write(cover(&corner), &kept[..kept.len() / 2]).unwrap();
    assert_eq!(look(&corner), (picture.clone(), false));
    // The first question is not so any more.
    let course = COURSE.replace("answer = true", "answer = false");
    corner.course("course", &course);
    let (other, is_covered) = look(&corner);
    assert!(!is_covered && other != picture && other.contains("not yet, 0 of 1"), "{other}");
}
