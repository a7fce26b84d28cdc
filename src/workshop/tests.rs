//! The rules of a session, each as someone in the room would notice it.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::*;
use crate::course;

fn shipped() -> course::Course {
    course::read(course::builtin::files()).0
}

/// The shipped course as it is without scripts: what is asked and shown is made from the lessons.
fn without_scripts() -> course::Course {
    let mut files = course::builtin::files();
    files.retain(|name, _| !name.ends_with("/workshop.toml"));
    course::read(files).0
}

std::thread_local! {
    /// The shipped course with all its lessons read, made once for all cases of a test.
    static COURSE: course::Course = shipped();
}

/// The plan of an hour on lesson 3, made once for all tests.
fn an_hour() -> Plan {
    static PLAN: std::sync::OnceLock<Plan> = std::sync::OnceLock::new();
    let make = || {
        let course = without_scripts();
        agenda::plan(&course, &[course.find("3").unwrap()], 60)
    };
    PLAN.get_or_init(make).clone()
}

#[test]
fn what_a_plan_is_known_by_is_the_same_in_every_language() {
    let mut course = without_scripts();
    let lessons = [course.find("3").unwrap()];
    let english = agenda::plan(&course, &lessons, 60);
    let own = ["which_work", "vote_once", "where_last"]
        .map(|name| (format!("workshop.{name}"), crate::words::Own::Text("Anders".to_owned())));
    course.words = crate::words::Words::with(own.into());
    let other = agenda::plan(&course, &lessons, 60);
    assert_ne!(other.fingerprint(), english.fingerprint());
    assert_eq!(agenda::fingerprint(&course, &lessons, 60), english.fingerprint());
    assert!(other.steps.iter().map(|step| &step.name).eq(english.steps.iter().map(|step| &step.name)));
}

/// A session on lesson 3 of an hour, and a hand on its keys. A second passes with each.
struct Room {
    session: Session,
    events: Vec<Event>,
    now: i64,
}

impl Room {
    fn new() -> Room {
        Room { session: Session::new(an_hour(), 24, Moment(0)), events: Vec::new(), now: 0 }
    }

    fn now(&self) -> Moment {
        Moment(self.now)
    }

    fn does(&mut self, deed: Option<Deed>) {
        self.now += 1000;
        if let Some(deed) = deed {
            let event = Event { at: self.now(), deed };
            self.session.apply(&event);
            self.events.push(event);
        }
    }

    /// Goes on until this step is shown.
    fn until(mut self, name: &str) -> Room {
        while self.session.step().unwrap().name != name {
            let next = self.session.next();
            assert!(next.is_some(), "{name} never came");
            self.does(next);
        }
        self
    }

    fn votes(mut self, counts: &[usize]) -> Room {
        for (choice, count) in counts.iter().enumerate() {
            for _ in 0..*count {
                let vote = self.session.vote(choice);
                self.does(vote);
            }
        }
        self
    }

    fn counts(&self, round: usize) -> Vec<u32> {
        self.session.rounds[1][round].counts.clone()
    }
}

#[test]
fn a_hand_is_one_vote_and_undo_takes_one_back() {
    let mut room = Room::new().until("oa-10-vote-1").votes(&[2, 1]);
    assert_eq!(room.counts(0), [2, 1, 0, 0]);
    room.does(room.session.undo());
    assert_eq!(room.counts(0), [2, 0, 0, 0]);
    room.does(Some(Deed::Counted(vec![5, 6, 7])));
    assert_eq!(room.counts(0), [5, 6, 7, 0]);
    room.does(room.session.undo());
    assert_eq!(room.counts(0), [2, 0, 0, 0]);
    assert_eq!(room.session.vote(4), None);
}

#[test]
fn a_closed_round_is_closed_for_ever() {
    let mut room = Room::new().until("oa-10-vote-1").votes(&[2, 1]).until("oa-10-pairs");
    room.does(Some(Deed::Went("oa-10-vote-1".into())));
    assert_eq!(room.session.vote(0), None);
    room.does(Some(Deed::Voted(0)));
    room.does(Some(Deed::Undone));
    assert_eq!(room.counts(0), [2, 1, 0, 0]);
}

#[test]
fn the_second_round_cannot_open_before_the_first_has_closed() {
    let mut room = Room::new();
    room.does(Some(Deed::Went("oa-10-vote-2".into())));
    assert_eq!(room.session.vote(0), None);
    let room = Room::new().until("oa-10-vote-2").votes(&[0, 3]);
    assert_eq!(room.counts(1), [0, 3, 0, 0]);
}

#[test]
fn reveal_closes_what_is_open() {
    let mut room = Room::new().until("oa-10-vote-1").votes(&[3, 4]);
    room.does(room.session.reveal());
    assert_eq!(room.session.stage(), Stage::Reveal(1));
    assert!(room.session.rounds[1][0].is_closed);
}

#[track_caller]
fn advises(counts: &[usize], expected: Option<Advice>) {
    let room = Room::new().until("oa-10-vote-1").votes(counts);
    assert_eq!(room.session.advice(), expected, "{counts:?}");
}

#[test]
fn the_gate_advises_by_the_part_that_is_right() {
    advises(&[], None);
    advises(&[29, 71], Some(Advice::Teach));
    advises(&[30, 70], Some(Advice::Pairs));
    advises(&[80, 20], Some(Advice::Pairs));
    advises(&[81, 19], Some(Advice::Reveal));
    // One of four is no measure.
    advises(&[0, 4], Some(Advice::Pairs));
}

#[test]
fn accepting_the_advice_goes_where_it_says() {
    for (counts, step) in [([1, 9], "alone-organising-and-aligning"), ([5, 5], "oa-10-pairs"), ([9, 1], "oa-10-reveal")] {
        let mut room = Room::new().until("oa-10-vote-1").votes(&counts).until("oa-10-gate");
        let proposal = room.session.proposal(room.now()).unwrap();
        room.does(Some(proposal.deed));
        assert_eq!(room.session.step().unwrap().name, step);
    }
}

#[test]
fn after_teaching_again_the_room_votes_again_at_once() {
    let mut room = Room::new().until("oa-10-vote-1").votes(&[1, 9]).until("oa-10-gate");
    let proposal = room.session.proposal(room.now()).unwrap();
    room.does(Some(proposal.deed));
    room.does(room.session.next());
    assert_eq!(room.session.step().unwrap().name, "oa-10-vote-2");
    assert!(room.session.open().is_some());
}

#[test]
fn who_goes_back_comes_again_to_what_is_open() {
    let mut room = Room::new().until("oa-10-vote-1").votes(&[5, 5]).until("oa-10-pairs");
    room.does(Some(Deed::Went("welcome".into())));
    let room = room.until("alone-organising-and-aligning");
    let next = room.session.next_step().unwrap();
    assert_eq!(room.session.plan.steps[next].name, "oa-10-pairs");
}

#[test]
fn fewer_than_five_have_no_per_cent() {
    let room = Room::new().until("oa-10-vote-1").votes(&[2, 2]);
    assert_eq!(room.session.rounds[1][0].part(0), None);
    let room = Room::new().until("oa-10-vote-1").votes(&[2, 3]);
    assert_eq!(room.session.rounds[1][0].part(0), Some(0.4));
}

#[test]
fn gain_is_what_was_gained_of_what_there_was_to_gain() {
    let room = Room::new().until("oa-10-vote-1").votes(&[12, 12]).until("oa-10-vote-2").votes(&[18, 6]);
    let [first, second] = &room.session.rounds[1];
    assert_eq!(vote::gain(first, second, 0), Some(0.5));
    let mut all = Round::default();
    all.counts = vec![9];
    assert_eq!(vote::gain(&all, &all, 0), None);
}

#[test]
fn the_clock_stands_in_a_pause_and_runs_behind_a_blank_screen() {
    let mut room = Room::new().until("welcome");
    let before = room.session.left(room.now()).unwrap();
    room.does(Some(Deed::Covered(Cover::Pause)));
    room.now += 100_000;
    room.does(Some(Deed::Uncovered));
    assert_eq!(room.session.left(room.now()).unwrap(), before - 1000);
    room.does(Some(Deed::Covered(Cover::Blank)));
    room.now += 100_000;
    room.does(Some(Deed::Uncovered));
    assert_eq!(room.session.left(room.now()).unwrap(), before - 103_000);
    room.does(Some(Deed::More(30)));
    assert_eq!(room.session.left(room.now()).unwrap(), before - 74_000);
}

#[test]
fn a_clock_at_nought_closes_nothing() {
    let mut room = Room::new().until("oa-10-vote-1").votes(&[1]);
    room.now += 3_600_000;
    assert!(room.session.left(room.now()).unwrap() < 0);
    assert!(room.session.vote(1).is_some());
}

#[test]
fn who_is_late_is_offered_what_to_drop_and_never_the_commitment() {
    let mut room = Room::new().until("oa-10-vote-1");
    assert_eq!(room.session.proposal(room.now()), None);
    room.now += 3_000_000;
    let mut names = Vec::new();
    while let Some(proposal) = room.session.proposal(room.now()) {
        let Deed::Dropped(dropped) = proposal.deed.clone() else { panic!("{proposal:?}") };
        names.extend(dropped);
        room.does(Some(proposal.deed));
    }
    assert_eq!(names, ["oa-10-vote-2", "oa-10-debrief", "case-organising-and-aligning"]);
    let room = room.until("oa-10-reveal");
    assert_eq!(room.counts(1), [0; 4]);
}

#[test]
fn budgets_add_up_for_every_lesson_and_length() {
    let course = shipped();
    let all: Vec<usize> = (0..course.lessons.len()).collect();
    let single = all.iter().map(|at| vec![*at]);
    for lessons in single.chain([all.clone(), vec![2, 3], vec![]]) {
        for minutes in [15, 20, 29, 30, 45, 60, 89, 90, 119, 120, 240, 480] {
            let plan = agenda::plan(&course, &lessons, minutes);
            let sum: u32 = plan.steps.iter().map(|step| step.seconds).sum();
            assert_eq!(sum + plan.slack, minutes * 60, "{lessons:?} in {minutes}");
            assert!(plan.slack < minutes * 12 || lessons.is_empty(), "slack {} of {minutes} min for {lessons:?}", plan.slack);
            let mut names: Vec<&str> = plan.steps.iter().map(|step| step.name.as_str()).collect();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), plan.steps.len(), "a name twice");
        }
    }
}

/// In a short workshop a sentence is written in short time, and the talk about the vote has its share.
#[test]
fn a_short_workshop_is_short_everywhere() {
    let course = shipped();
    for minutes in [30, 40] {
        let plan = agenda::plan(&course, &[course.find("2").unwrap()], minutes);
        let seconds = |title: &str| plan.steps.iter().find(|step| step.title.as_str() == title).unwrap().seconds;
        let (commit, debrief) = (seconds("Commitment"), seconds("Debrief"));
        assert!(commit * 8 <= minutes * 60, "{commit} s of {minutes} min are the commitment’s");
        assert!(debrief * 4 >= commit * 3, "{debrief} s for the debrief, {commit} s for the commitment");
    }
}

fn deeds() -> impl proptest::strategy::Strategy<Value = Vec<(u8, u8)>> {
    proptest::collection::vec((0u8..16, 0u8..40), 0..120)
}

proptest::proptest! {
    /// Whatever is taught and however long: every second has its step or is slack, and no step that votes is left without any.
    #[test]
    fn budgets_add_up_for_any_lessons_and_length(lessons in proptest::collection::btree_set(0usize..10, 0..10), minutes in 0u32..600) {
        let lessons: Vec<usize> = lessons.into_iter().collect();
        let plan = COURSE.with(|course| agenda::plan(course, &lessons, minutes));
        let sum: u32 = plan.steps.iter().map(|step| step.seconds).sum();
        proptest::prop_assert_eq!(plan.minutes, minutes.clamp(agenda::SHORTEST, agenda::LONGEST));
        proptest::prop_assert_eq!(sum + plan.slack, plan.minutes * 60);
        let votes = plan.steps.iter().filter(|step| matches!(step.stage, Stage::Vote { .. } | Stage::Reveal(_) | Stage::Commit));
        for step in votes.filter(|_| plan.minutes >= 3 * lessons.len() as u32) {
            proptest::prop_assert!(step.seconds >= 15, "{} has {} s of {} min for {:?}", step.name, step.seconds, minutes, lessons);
        }
    }

    /// Whatever keys are pressed: replay is the same as having been there, closed counts stay, and gain is within its bounds.
    #[test]
    fn replay_is_the_same_as_having_been_there(keys in deeds()) {
        let mut room = Room::new();
        let fresh = room.session.clone();
        for (key, number) in keys {
            let closed: Vec<(usize, usize, Vec<u32>)> = closed(&room.session);
            let session = &room.session;
            let deed = match key {
                0..4 => session.next(),
                4 => session.back(),
                5 => session.reveal(),
                // Hands go up whether a vote is open or not.
                6 => Some(Deed::Voted(usize::from(number) % 5)),
                7 => session.undo(),
                8 => Some(session.cover([Cover::Pause, Cover::Blank, Cover::Break][usize::from(number) % 3])),
                9 => Some(session.to(usize::from(number) % session.plan.steps.len())),
                10 => Some(Deed::Counted(vec![u32::from(number); 4])),
                11 => session.again(),
                12 => Some(Deed::People(u32::from(number))),
                13 => Some(Deed::More(30)),
                14 => session.dropped.first().map(|step| Deed::Restored(vec![session.plan.steps[*step].name.clone()])),
                _ => session.proposal(room.now()).map(|proposal| proposal.deed),
            };
            let again = matches!(deed, Some(Deed::Again(_)));
            let earlier = room.session.earlier.clone();
            room.does(deed);
            proptest::prop_assert!(room.session.earlier.starts_with(&earlier), "an earlier run was changed");
            if again {
                let (_, last) = room.session.earlier.last().unwrap();
                proptest::prop_assert!(last.iter().all(|round| !round.is_open()));
                continue;
            }
            for (poll, round, counts) in closed {
                proptest::prop_assert_eq!(&room.session.rounds[poll][round].counts, &counts);
            }
            if let Stage::Reveal(poll) = room.session.stage() {
                proptest::prop_assert!(room.session.rounds[poll].iter().all(|round| !round.is_open()));
            }
            let [first, second] = &room.session.rounds[1];
            if let (Some(gain), Some(before)) = (vote::gain(first, second, 0), first.part(0)) {
                proptest::prop_assert!((-before / (1.0 - before)..=1.0).contains(&gain), "{gain} from {before}");
            }
            let clock = &room.session.clock;
            let steps: i64 = (0..room.session.plan.steps.len()).map(|step| clock.in_step(step, room.session.at, room.now())).sum();
            proptest::prop_assert!(steps >= 0 && clock.gone(room.session.at, room.now()) >= steps);
        }
        let mut replayed = fresh;
        room.events.iter().for_each(|event| replayed.apply(event));
        proptest::prop_assert_eq!(replayed, room.session);
    }
}

fn closed(session: &Session) -> Vec<(usize, usize, Vec<u32>)> {
    let all = session
        .rounds
        .iter()
        .enumerate()
        .flat_map(|(poll, rounds)| rounds.iter().enumerate().map(move |(nth, round)| (poll, nth, round)));
    all.filter(|(_, _, round)| round.is_closed).map(|(poll, nth, round)| (poll, nth, round.counts.clone())).collect()
}
