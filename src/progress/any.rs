//! Events by chance, for tests: any at all, and those of a small world, in which they often concern one another.

use proptest::prelude::*;

use super::{Deed, Event, EventId, Field, MirrorPart, PlanPart, Purpose, Stamp, Sure, Went};
use crate::course::question::Mode;
use crate::course::{Answer, Fingerprint, Id, Place};

/// What names are made of.
#[derive(Clone, Copy)]
pub struct World {
    /// Of lessons.
    pub lesson: &'static str,
    /// Of questions and statements.
    pub question: &'static str,
    /// Of events that others name.
    pub event: &'static str,
    /// When things happen.
    pub times: (i64, i64),
}

/// Every name and every time that there can be.
pub const LARGE: World = World {
    lesson: "[a-zA-Z0-9_.-]{1,30}",
    question: "[a-zA-Z0-9_.-]{1,12}",
    event: "[a-zA-Z0-9_.-]{1,12}",
    times: (0, 4_000_000_000_000),
};

/// The lessons `a` to `c` of the tests, few events, and some of them at the same time.
pub const SMALL: World = World { lesson: "[abc]", question: "(a|b)-[12]", event: "(s-[0-9]|s-1[0-9])", times: (0, 40) };

fn id(pattern: &'static str) -> impl Strategy<Value = Id> {
    pattern.prop_filter_map("an id", |text| Id::new(&text))
}

/// Words as they come into a file: in quotes of every kind, over several lines, and with what must be escaped.
pub fn words() -> impl Strategy<Value = String> {
    prop_oneof!["\\PC{0,20}", "[ab\"'\\\\\n\t\r\u{7f}é ]{0,8}"]
}

fn place() -> impl Strategy<Value = Place> {
    (0usize..5000, 0usize..100_000).prop_map(|(block, at)| Place { block, at })
}

fn list() -> impl Strategy<Value = Vec<usize>> {
    prop::collection::vec(0usize..9, 0..9)
}

fn answer() -> impl Strategy<Value = Answer> {
    prop_oneof![
        list().prop_map(Answer::Picked),
        (0usize..2).prop_map(|picked| Answer::Picked(vec![picked])),
        prop::collection::vec(prop::option::of(0usize..9), 0..9).prop_map(Answer::Placed),
        list().prop_map(Answer::Ordered),
        (words(), list()).prop_map(|(text, ticks)| Answer::Written(text, ticks)),
        list().prop_map(Answer::Walked),
        any::<u8>().prop_map(Answer::Leaned),
    ]
}

fn one_of<T: Copy + std::fmt::Debug + 'static>(all: &'static [(T, &'static str)]) -> impl Strategy<Value = T> {
    prop::sample::select(all).prop_map(|(one, _)| one)
}

fn reading(world: World) -> impl Strategy<Value = Deed> {
    let lesson = move || id(world.lesson);
    prop_oneof![
        (lesson(), place(), place()).prop_map(|(lesson, place, seen)| Deed::Reached { lesson, place, seen }),
        lesson().prop_map(|lesson| Deed::Finished { lesson }),
        lesson().prop_map(|lesson| Deed::PassedOver { lesson }),
        lesson().prop_map(|lesson| Deed::Reset { lesson }),
        (lesson(), place(), words(), words()).prop_map(|(lesson, place, passage, note)| Deed::Kept {
            lesson,
            place,
            passage,
            note
        }),
    ]
}

fn answering(world: World) -> impl Strategy<Value = Deed> {
    let event = move || id(world.event).prop_map(EventId);
    let question = move || id(world.question);
    let sure = prop::option::of(prop::sample::select(&Sure::ALL[..]));
    let questions = prop::collection::vec(question(), 0..5);
    let began = (prop::option::of(id(world.lesson)), questions, one_of(&Purpose::ALL), one_of(&Mode::ALL));
    let answered = (event(), question(), any::<u64>(), list(), answer(), sure, 0usize..5, any::<u32>());
    prop_oneof![
        began.prop_map(|(lesson, questions, purpose, mode)| Deed::Began { lesson, questions, purpose, mode }),
        answered.prop_map(|(quiz, question, wording, drawn, answer, sure, hints, seconds)| {
            Deed::Answered { quiz, question, fingerprint: Fingerprint(wording), drawn, answer, sure, hints, seconds }
        }),
        (event(), question(), list(), answer(), 0usize..5).prop_map(|(quiz, question, drawn, answer, hints)| Deed::Drafted {
            quiz,
            question,
            drawn,
            answer,
            hints
        }),
        (event(), question()).prop_map(|(quiz, question)| Deed::Skipped { quiz, question }),
        (question(), any::<u64>(), words()).prop_map(|(question, wording, words)| Deed::Doubted {
            question,
            fingerprint: Fingerprint(wording),
            words
        }),
        event().prop_map(|event| Deed::Undid { event }),
    ]
}

fn planning(world: World) -> impl Strategy<Value = Deed> {
    let event = move || id(world.event).prop_map(EventId);
    prop_oneof![
        (id(world.lesson), words(), words()).prop_map(|(lesson, cue, act)| Deed::Planned { lesson, cue, act }),
        (event(), one_of(&Went::ALL), words()).prop_map(|(plan, went, obstacle)| Deed::Followed { plan, went, obstacle }),
        one_of(&MirrorPart::ALL).prop_map(|part| Deed::MirrorBegan { part }),
        (event(), id(world.question), 0u8..6).prop_map(|(mirror, statement, value)| Deed::Mirrored { mirror, statement, value }),
    ]
}

fn typing(world: World) -> impl Strategy<Value = Deed> {
    let event = move || id(world.event).prop_map(EventId);
    let part = || prop_oneof![Just(PlanPart::Cue), Just(PlanPart::Act)];
    let field = prop_oneof![
        (id(world.lesson), part()).prop_map(|(lesson, part)| Field::Plan(lesson, part)),
        (event(), part()).prop_map(|(plan, part)| Field::Revision(plan, part)),
        (event(), one_of(&Went::ALL)).prop_map(|(plan, went)| Field::Obstacle(plan, went)),
        (event(), id(world.question)).prop_map(|(quiz, question)| Field::Doubt(quiz, question)),
        (id(world.lesson), place()).prop_map(|(lesson, place)| Field::Note(lesson, place)),
    ];
    (field, words(), any::<bool>()).prop_map(|(field, text, is_aside)| Deed::Typed { field, text, is_aside })
}

/// Events, each with a name of its own: `s-0`, `s-1` and so on.
pub fn events(world: World, most: usize) -> impl Strategy<Value = Vec<Event>> {
    let deed = prop_oneof![2 => reading(world), 4 => answering(world), 1 => planning(world), 1 => typing(world)];
    prop::collection::vec((world.times.0..world.times.1, deed), 0..most).prop_map(|list| {
        let name = |n: usize| Id::new(&format!("s-{n}")).map(EventId);
        list.into_iter().enumerate().filter_map(|(n, (at, deed))| Some(Event { id: name(n)?, at: Stamp(at), deed })).collect()
    })
}
