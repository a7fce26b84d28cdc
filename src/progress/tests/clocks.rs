//! Clocks that are wrong: set back a year, ten years ahead, an hour off at the end of summer, carried to another part of the world. Order
//! stays sane, no span is negative, and nothing is due at a time that makes no sense.

use proptest::prelude::*;

use super::super::day::{Day, Offset};
use super::super::{Morning, Stamp, calibration, queue, review, spent, weeks};
use super::*;

const HOUR: i64 = 3_600_000;
const A_DAY: i64 = 24 * HOUR;
/// 1 January 2026.
const BEGIN: i64 = 1_767_225_600_000;

/// One sitting: so many hours after the last by the right clock, by how much the clock on the machine was wrong, and what was answered:
/// which question, picking what, how sure, after so many minutes.
#[derive(Clone, Debug)]
struct Sat {
    later: i64,
    wrong_by: i64,
    answers: Vec<(usize, usize, Sure, i64)>,
}

fn sat() -> impl Strategy<Value = Sat> {
    let wrong_by = prop_oneof![
        4 => Just(0),
        1 => Just(-365 * A_DAY),
        1 => Just(3652 * A_DAY),
        1 => Just(HOUR),
        1 => Just(-HOUR),
    ];
    let answer = (0usize..2, 0usize..2, prop::sample::select(&Sure::ALL[..]), 0i64..20);
    (0i64..24 * 40, wrong_by, prop::collection::vec(answer, 1..5)).prop_map(|(hours, wrong_by, answers)| Sat {
        later: hours * HOUR,
        wrong_by,
        answers,
    })
}

/// What the sittings left, and the moment after the last by the right clock.
fn events(sittings: &[Sat]) -> (Vec<Event>, Stamp) {
    let (mut all, mut right) = (Vec::new(), BEGIN);
    for (nth, sat) in sittings.iter().enumerate() {
        right += sat.later;
        let name = |deed: usize| EventId(id(&format!("s{nth}-{deed}")));
        let questions = vec![id("a-1"), id("a-2")];
        let began = Deed::Began { lesson: Some(id("a")), questions, purpose: Purpose::Quiz, mode: Mode::Immediate };
        all.push(Event { id: name(0), at: Stamp(right + sat.wrong_by), deed: began });
        for (deed, (question, picked, sure, minutes)) in sat.answers.iter().enumerate() {
            right += 1 + minutes * 60_000;
            let deed_of = Deed::Answered {
                quiz: name(0),
                question: id(["a-1", "a-2"][*question]),
                fingerprint: Fingerprint(0),
                drawn: vec![0, 1],
                answer: Answer::Picked(vec![*picked]),
                sure: Some(*sure),
                hints: 0,
                seconds: u32::try_from(minutes * 60).unwrap(),
            };
            all.push(Event { id: name(deed + 1), at: Stamp(right + sat.wrong_by), deed: deed_of });
        }
        all.push(Event { id: name(9), at: Stamp(right + sat.wrong_by + 1), deed: Deed::Finished { lesson: id("a") } });
    }
    (all, Stamp(right + 2))
}

/// Where the learner is now, and when their days begin.
fn morning() -> impl Strategy<Value = Morning> {
    let ahead = prop::sample::select(vec![0, 1, 2, -8, -12, 14]);
    (ahead, 0u8..24).prop_map(|(hours, hour)| Morning { offset: Offset(hours * 3600), hour })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// Even a clock that was ten years ahead puts nothing off for ten years, and one that was a year back makes nothing older than it is.
    #[test]
    fn whatever_the_clocks_said_everything_is_asked_within_ninety_days(
        sittings in prop::collection::vec(sat(), 1..6),
        morning in morning(),
        wrong_by in prop::sample::select(vec![0, -365 * A_DAY, 3652 * A_DAY]),
    ) {
        let (events, right) = events(&sittings);
        let terms = Terms { now: Stamp(right.0 + wrong_by), morning, end: None };
        let today = morning.day(terms.now);
        let review = review::review(&a_course(), &replay(events), terms);
        for item in &review.items {
            let memory = item.memory;
            let (last, due) = (morning.day(memory.last), morning.day(memory.due));
            prop_assert!(last <= today, "an answer of a day to come counts");
            prop_assert!((1..=90).contains(&due.since(last)), "asked again {} days later", due.since(last));
            prop_assert_eq!(morning.of(due), memory.due, "due in the middle of a day");
            let recall = memory.recall(terms.now);
            prop_assert!(recall > 0.0 && recall <= 1.0 && memory.stability > 0.0, "{:?}", memory);
        }
        let queue = queue::queue(&review, queue::Limits::default(), 1);
        let due = review.items.iter().filter(|item| item.memory.is_due(terms.now)).count();
        prop_assert_eq!(queue.waiting(), due);
        prop_assert!(queue::forecast(&review).iter().sum::<usize>() + due <= review.items.len());
    }

    /// Until its day has come, what claims it changes neither reviews nor the time of weeks.
    #[test]
    fn what_claims_a_day_to_come_waits_for_it(
        sittings in prop::collection::vec(sat(), 1..6),
        morning in morning(),
        wrong_by in prop::sample::select(vec![0, -365 * A_DAY]),
    ) {
        let (events, right) = events(&sittings);
        let terms = Terms { now: Stamp(right.0 + wrong_by), morning, end: None };
        let begins_tomorrow = morning.of(morning.day(terms.now).after(1));
        let past = events.iter().filter(|event| event.at < begins_tomorrow).cloned().collect();
        let (all, past) = (replay(events), replay(past));
        let course = a_course();
        prop_assert_eq!(review::review(&course, &all, terms), review::review(&course, &past, terms));
        prop_assert_eq!(weeks::weeks(&course, &all, &terms), weeks::weeks(&course, &past, &terms));
    }

    /// What was done is done, whatever the clock said: a lesson that was passed stays so, and time and calibration lose no answer.
    #[test]
    fn no_clock_takes_back_what_was_done(sittings in prop::collection::vec(sat(), 1..6)) {
        let course = a_course();
        let (events, _) = events(&sittings);
        let answers = events.iter().filter(|event| matches!(event.deed, Deed::Answered { .. })).count();
        let mut righted = Vec::new();
        for (event, sat) in events.iter().filter_map(|event| Some((event, sittings.get(number(event)?)?))) {
            righted.push(Event { at: Stamp(event.at.0 - sat.wrong_by), ..event.clone() });
        }
        let (wrong, right) = (replay(events), replay(righted));
        prop_assert_eq!(wrong.standing(&course, &course.lessons[0]), right.standing(&course, &course.lessons[0]));
        prop_assert_eq!(spent::spent(&course, &wrong), spent::spent(&course, &right));
        prop_assert_eq!(spent::spent(&course, &wrong).answers, answers);
        let of = |progress: &Progress| calibration::Calibration::of(&course, progress).levels();
        prop_assert_eq!(of(&wrong), of(&right));
    }

    /// The night in which summer time ends, or a journey over one zone: a day begins an hour later, and that is all, unless someone
    /// learned in just that hour.
    #[test]
    fn an_hour_more_or_less_moves_due_dates_by_an_hour(sittings in prop::collection::vec(sat(), 1..6), morning in morning()) {
        let (events, right) = events(&sittings);
        let later = Morning { offset: Offset(morning.offset.0 - 3600), ..morning };
        prop_assume!(events.iter().map(|event| event.at).chain([right]).all(|at| morning.day(at) == later.day(at)));
        let (course, progress) = (a_course(), replay(events));
        let of = |morning| review::review(&course, &progress, Terms { now: right, morning, end: None });
        let (before, after) = (of(morning), of(later));
        prop_assert_eq!(before.items.len(), after.items.len());
        for (one, other) in before.items.iter().zip(&after.items) {
            prop_assert_eq!(other.memory.due.0 - one.memory.due.0, HOUR);
            let moved_back = Memory { due: one.memory.due, ..other.memory };
            prop_assert_eq!(review::Item { memory: moved_back, ..other.clone() }, one.clone());
        }
    }

    /// Wherever one is, all that was answered is in review, and is due at the beginning of a day as it is there.
    #[test]
    fn another_part_of_the_world_loses_nothing(sittings in prop::collection::vec(sat(), 1..6), here in morning(), there in morning()) {
        let (events, right) = events(&sittings);
        let right = Stamp(right.0.max(events.iter().map(|event| event.at.0).max().unwrap_or_default()) + 2 * A_DAY);
        let (course, progress) = (a_course(), replay(events));
        let of = |morning| review::review(&course, &progress, Terms { now: right, morning, end: None });
        let ids = |review: &Review| review.items.iter().map(|item| item.question.clone()).collect::<Vec<_>>();
        prop_assert_eq!(ids(&of(here)), ids(&of(there)));
    }

    #[test]
    fn no_span_is_negative_and_days_follow_one_another(from: i64, to: i64, morning in morning()) {
        let days = morning.day(Stamp(to)).since(morning.day(Stamp(from)));
        prop_assert_eq!(i64::from(morning.between(Stamp(from), Stamp(to))), days.clamp(0, i64::from(u32::MAX)));
        prop_assert_eq!(from <= to || days <= 0, true);
        let day = Day::of(Stamp(from / 2), morning.offset);
        prop_assert!(morning.of(day) < morning.of(day.after(1)));
    }
}

/// In which sitting an event was.
fn number(event: &Event) -> Option<usize> {
    event.id.0.as_str().strip_prefix('s')?.split('-').next()?.parse().ok()
}
