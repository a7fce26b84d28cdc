//! When an objective counts as mastered.

use super::super::day::Offset;
use super::super::{Deed, Event, Morning, replay};
use super::*;
use crate::course::question::Mode;
use crate::course::{self, Answer, Files, Fingerprint};

/// One lesson with two objectives; the first has two questions in the quiz, one for review alone and one without a key.
fn a_course() -> Course {
    let of = "objective = \"o-1\"\n";
    let truth = |id: &str, more: &str| {
        format!(
            "[[questions]]\nid = \"{id}\"\nkind = \"truefalse\"\nprompt = \"P\"\nanswer = true\nwhy_true = \"w\"\nwhy_false = \"w\"\n{of}{more}"
        )
    };
    let stance = format!("[[questions]]\nid = \"s\"\nkind = \"stance\"\nprompt = \"P\"\nleft = \"L\"\nright = \"R\"\n{of}");
    let lesson =
        "+++\ntitle = \"A\"\nobjectives = [{ id = \"o-1\", text = \"One\" }, { id = \"o-2\", text = \"Two\" }]\n+++\nText.\n";
    let files = [
        ("course.toml", "id = \"c\"\ntitle = \"C\"\n".to_owned()),
        ("01-a/lesson.md", lesson.to_owned()),
        ("01-a/quiz.toml", truth("q-1", "") + &truth("q-2", "") + &truth("q-3", "use = [\"review\"]\n") + &stance),
    ];
    let files: Files = files.into_iter().map(|(path, text)| (path.to_owned(), text.into_bytes().into())).collect();
    course::read(files).0
}

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

/// What was done, in a line each: the day, the purpose, the question, and whether the answer was right.
#[track_caller]
fn check(done: &[(i64, Purpose, &str, bool)], level: Level, counts: (usize, usize, usize), since: Option<i64>) {
    let mut events = Vec::new();
    for (nth, (day, purpose, question, rightly)) in done.iter().enumerate() {
        let at = Stamp(day * 86_400_000 + 12 * 3_600_000 + nth as i64);
        let quiz = EventId(id(&format!("r-{nth}")));
        let deed = Deed::Began { lesson: Some(id("a")), questions: vec![id(question)], purpose: *purpose, mode: Mode::Immediate };
        events.push(Event { id: quiz.clone(), at, deed });
        let answer = Answer::Picked(vec![usize::from(!rightly)]);
        let (fingerprint, drawn) = (Fingerprint(0), vec![0, 1]);
        let deed = Deed::Answered { quiz, question: id(question), fingerprint, drawn, answer, sure: None, hints: 0, seconds: 3 };
        events.push(Event { id: EventId(id(&format!("a-{nth}"))), at, deed });
    }
    let course = a_course();
    let terms = Terms { now: Stamp(9 * 86_400_000), morning: Morning { offset: Offset(0), hour: 4 }, end: None };
    events.reverse();
    let progress = replay(events);
    let all = objectives(&course, &progress, &terms);
    let held = &all[0];
    assert_eq!((held.level(), held.right, held.again, held.of), (level, counts.0, counts.1, counts.2));
    assert_eq!(held.since.as_ref().map(|(at, _)| at.0 / 86_400_000), since);
    assert_eq!(all[1].level(), Level::Unasked);
}

#[test]
fn mastered_is_right_in_the_quiz_and_right_once_more_on_another_day() {
    use Purpose::{Before, Missed, Quiz, Weakest};
    check(&[], Level::New, (0, 0, 2), None);
    check(&[(1, Quiz, "q-1", false)], Level::Begun, (0, 0, 2), None);
    check(&[(1, Quiz, "q-1", true)], Level::Begun, (1, 0, 2), None);
    check(&[(1, Quiz, "q-1", true), (1, Quiz, "q-2", true)], Level::Right, (2, 0, 2), None);
    // The same day is no other day, and what was known before the lesson is no memory of it.
    check(&[(1, Quiz, "q-1", true), (1, Quiz, "q-2", true), (1, Weakest, "q-1", true)], Level::Right, (2, 0, 2), None);
    check(&[(1, Quiz, "q-1", true), (1, Quiz, "q-2", true), (2, Before, "q-1", true)], Level::Right, (2, 0, 2), None);
    check(&[(1, Quiz, "q-1", true), (1, Quiz, "q-2", true), (3, Weakest, "q-1", true)], Level::Mastered, (2, 1, 2), Some(3));
    // What was missed and then right counts from then on.
    check(&[(1, Quiz, "q-1", true), (2, Weakest, "q-1", true), (4, Missed, "q-2", true)], Level::Mastered, (2, 1, 2), Some(4));
    check(&[(1, Weakest, "q-1", true), (2, Weakest, "q-2", true)], Level::New, (0, 0, 2), None);
    // A day that is still to come does not count yet.
    check(&[(1, Quiz, "q-1", true), (1, Quiz, "q-2", true), (40, Weakest, "q-1", true)], Level::Right, (2, 0, 2), None);
}

#[test]
fn what_was_mastered_stays_so() {
    use Purpose::{Quiz, Weakest};
    let done = [(1, Quiz, "q-1", true), (1, Quiz, "q-2", true), (3, Weakest, "q-1", true), (5, Weakest, "q-1", false)];
    check(&done, Level::Mastered, (2, 1, 2), Some(3));
}
