//! An event as it is written: the deed's name, and the fields that belong to it. Both readers of a sitting fill these fields, and what they
//! mean is said here alone.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::super::clock;
use crate::course::question::Mode;
use crate::course::{Answer, Fingerprint, Id, Place};
use crate::progress::{Deed, Event, EventId, MirrorPart, Purpose, Sure, Went};

mod field;

/// An event as it is written: the deed's name, and the fields that belong to it.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Entry<'t> {
    pub id: Cow<'t, str>,
    pub at: Cow<'t, str>,
    pub did: Cow<'t, str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lesson: Option<Cow<'t, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quiz: Option<Cow<'t, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub question: Option<Cow<'t, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub questions: Option<Vec<Cow<'t, str>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purpose: Option<Cow<'t, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mode: Option<Cow<'t, str>>,
    /// What an earlier version wrote instead of the purpose.
    #[serde(skip_serializing)]
    pub whole: Option<bool>,
    /// Choices, lines, sentences and steps count from 1 in the author's order; 0 stands for none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub drawn: Option<Vec<usize>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub picked: Option<Vec<usize>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub placed: Option<Vec<usize>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ordered: Option<Vec<usize>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wrote: Option<Cow<'t, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ticked: Option<Vec<usize>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub walked: Option<Vec<usize>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub leaned: Option<u8>,
    /// How sure: 1 guess to 4 certain.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sure: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hints: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seconds: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wording: Option<Cow<'t, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cue: Option<Cow<'t, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub act: Option<Cow<'t, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan: Option<Cow<'t, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub went: Option<Cow<'t, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mirror: Option<Cow<'t, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part: Option<Cow<'t, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub statement: Option<Cow<'t, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event: Option<Cow<'t, str>>,
    /// Block and byte.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<[usize; 2]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seen: Option<[usize; 2]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub passage: Option<Cow<'t, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Cow<'t, str>>,
}

/// The name of one of some values.
fn name_of<T: PartialEq>(all: &[(T, &'static str)], value: &T) -> Option<Cow<'static, str>> {
    all.iter().find(|(one, _)| one == value).map(|(_, name)| Cow::Borrowed(*name))
}

/// The value of that name.
fn named<T: Copy>(all: &[(T, &'static str)], name: Option<Cow<str>>) -> Option<T> {
    let name = name?;
    all.iter().find(|(_, known)| *known == name).map(|(value, _)| *value)
}

/// Places as they are written: they count from 1.
fn from_zero(list: &[usize]) -> Option<Vec<usize>> {
    Some(list.iter().map(|at| at.saturating_add(1)).collect())
}

fn from_one(list: Vec<usize>) -> Option<Vec<usize>> {
    list.into_iter().map(|at| at.checked_sub(1)).collect()
}

/// An id as it is written.
fn text(id: &Id) -> Option<Cow<'_, str>> {
    Some(id.as_str().into())
}

/// Words that are written only where there are some.
fn filled(words: &str) -> Option<Cow<'_, str>> {
    (!words.is_empty()).then_some(words.into())
}

/// The fields of an answer; which of them are there tells what kind it is.
fn with_answer<'e>(answer: &'e Answer, entry: Entry<'e>) -> Entry<'e> {
    match answer {
        Answer::Picked(picked) => Entry { picked: from_zero(picked), ..entry },
        Answer::Placed(placed) => {
            let places = placed.iter().map(|place| place.map_or(0, |at| at.saturating_add(1))).collect();
            Entry { placed: Some(places), ..entry }
        }
        Answer::Ordered(order) => Entry { ordered: from_zero(order), ..entry },
        Answer::Written(text, ticks) => Entry { wrote: Some(text.into()), ticked: from_zero(ticks), ..entry },
        Answer::Walked(road) => Entry { walked: from_zero(road), ..entry },
        Answer::Leaned(at) => Entry { leaned: Some(*at), ..entry },
    }
}

fn answer_of(entry: &mut Entry) -> Option<Answer> {
    if let Some(picked) = entry.picked.take() {
        return from_one(picked).map(Answer::Picked);
    }
    if let Some(placed) = entry.placed.take() {
        return Some(Answer::Placed(placed.into_iter().map(|place| place.checked_sub(1)).collect()));
    }
    if let Some(order) = entry.ordered.take() {
        return from_one(order).map(Answer::Ordered);
    }
    if let Some(text) = entry.wrote.take() {
        return Some(Answer::Written(text.into_owned(), from_one(entry.ticked.take().unwrap_or_default())?));
    }
    if let Some(road) = entry.walked.take() {
        return from_one(road).map(Answer::Walked);
    }
    entry.leaned.map(Answer::Leaned)
}

/// An event as it is written.
pub fn to_entry(event: &Event) -> Entry<'_> {
    let entry = Entry { id: event.id.0.as_str().into(), at: clock::written(event.at).into(), ..Entry::default() };
    let did = Cow::Borrowed;
    match &event.deed {
        Deed::Reached { lesson, place, seen } => {
            let pair = |place: &Place| Some([place.block, place.at]);
            Entry { did: did("reached"), lesson: text(lesson), place: pair(place), seen: pair(seen), ..entry }
        }
        Deed::Finished { lesson } => Entry { did: did("finished"), lesson: text(lesson), ..entry },
        Deed::Began { lesson, questions, purpose, mode } => Entry {
            did: did("began"),
            lesson: lesson.as_ref().and_then(text),
            questions: Some(questions.iter().map(|id| id.as_str().into()).collect()),
            purpose: name_of(&Purpose::ALL, purpose),
            mode: name_of(&Mode::ALL, mode).filter(|_| *mode != Mode::default()),
            ..entry
        },
        Deed::Answered { .. } | Deed::Drafted { .. } => of_answer(&event.deed, entry),
        Deed::Typed { .. } => field::written(&event.deed, entry),
        Deed::Doubted { question, fingerprint, words } => Entry {
            did: did("doubted"),
            question: text(question),
            wording: Some(format!("{:016x}", fingerprint.0).into()),
            note: Some(words.into()),
            ..entry
        },
        Deed::Planned { lesson, cue, act } => {
            Entry { did: did("planned"), lesson: text(lesson), cue: Some(cue.into()), act: Some(act.into()), ..entry }
        }
        Deed::Followed { plan, went, obstacle } => {
            Entry { did: did("followed"), plan: text(&plan.0), went: name_of(&Went::ALL, went), note: filled(obstacle), ..entry }
        }
        Deed::MirrorBegan { part } => Entry { did: did("mirror"), part: name_of(&MirrorPart::ALL, part), ..entry },
        Deed::Mirrored { mirror, statement, value } => {
            Entry { did: did("mirrored"), mirror: text(&mirror.0), statement: text(statement), value: Some(*value), ..entry }
        }
        Deed::PassedOver { lesson } => Entry { did: did("passed-over"), lesson: text(lesson), ..entry },
        Deed::Reset { lesson } => Entry { did: did("reset"), lesson: text(lesson), ..entry },
        Deed::Skipped { quiz, question } => Entry { did: did("skipped"), quiz: text(&quiz.0), question: text(question), ..entry },
        Deed::Kept { lesson, place, passage, note } => Entry {
            did: did("kept"),
            lesson: text(lesson),
            place: Some([place.block, place.at]),
            passage: Some(passage.into()),
            note: filled(note),
            ..entry
        },
        Deed::Undid { event } => Entry { did: did("undid"), event: text(&event.0), ..entry },
    }
}

/// An answer, whole or half made.
fn of_answer<'e>(deed: &'e Deed, entry: Entry<'e>) -> Entry<'e> {
    let did = Cow::Borrowed;
    match deed {
        Deed::Answered { quiz, question, fingerprint, drawn, answer, sure, hints, seconds } => {
            let entry = Entry {
                did: did("answered"),
                quiz: text(&quiz.0),
                question: text(question),
                drawn: from_zero(drawn),
                wording: Some(format!("{:016x}", fingerprint.0).into()),
                sure: sure.and_then(|sure| Sure::ALL.iter().position(|one| *one == sure)).map(|at| at as u8 + 1),
                hints: Some(*hints).filter(|hints| *hints > 0),
                seconds: Some(*seconds),
                ..entry
            };
            with_answer(answer, entry)
        }
        Deed::Drafted { quiz, question, drawn, answer, hints } => {
            let entry = Entry {
                did: did("drafted"),
                quiz: text(&quiz.0),
                question: text(question),
                drawn: from_zero(drawn),
                hints: Some(*hints).filter(|hints| *hints > 0),
                ..entry
            };
            with_answer(answer, entry)
        }
        _ => entry,
    }
}

/// The event that was written; `None` where it means nothing to this program.
pub fn from_entry(mut entry: Entry) -> Option<Event> {
    let (name, at) = (EventId(Id::new(&entry.id)?), clock::parse(&entry.at)?);
    let id = |text: Option<Cow<str>>| Id::new(&text?);
    let place = |pair: Option<[usize; 2]>| pair.map(|[block, at]| Place { block, at });
    let wording = |text: Option<Cow<str>>| u64::from_str_radix(&text?, 16).ok().map(Fingerprint);
    let deed = match &*entry.did {
        field::TYPED | field::LAID_ASIDE => field::read(entry)?,
        "reached" => Deed::Reached { lesson: id(entry.lesson)?, place: place(entry.place)?, seen: place(entry.seen)? },
        "finished" => Deed::Finished { lesson: id(entry.lesson)? },
        "began" => Deed::Began {
            lesson: entry.lesson.map(|lesson| Id::new(&lesson).ok_or(())).transpose().ok()?,
            questions: entry.questions?.iter().map(|question| Id::new(question)).collect::<Option<_>>()?,
            purpose: match (entry.purpose, entry.whole) {
                (None, Some(true)) => Purpose::Quiz,
                (None, Some(false)) => Purpose::Missed,
                (purpose, _) => named(&Purpose::ALL, purpose)?,
            },
            mode: if entry.mode.is_some() { named(&Mode::ALL, entry.mode)? } else { Mode::default() },
        },
        "answered" => Deed::Answered {
            answer: answer_of(&mut entry)?,
            quiz: EventId(id(entry.quiz)?),
            question: id(entry.question)?,
            fingerprint: wording(entry.wording)?,
            drawn: from_one(entry.drawn?)?,
            sure: entry
                .sure
                .map(|digit| Sure::ALL.get(usize::from(digit).wrapping_sub(1)).copied().ok_or(()))
                .transpose()
                .ok()?,
            hints: entry.hints.unwrap_or(0),
            seconds: entry.seconds.unwrap_or(0),
        },
        "drafted" => Deed::Drafted {
            answer: answer_of(&mut entry)?,
            quiz: EventId(id(entry.quiz)?),
            question: id(entry.question)?,
            drawn: from_one(entry.drawn?)?,
            hints: entry.hints.unwrap_or(0),
        },
        "doubted" => Deed::Doubted {
            question: id(entry.question)?,
            fingerprint: wording(entry.wording)?,
            words: entry.note.unwrap_or_default().into_owned(),
        },
        "planned" => Deed::Planned { lesson: id(entry.lesson)?, cue: entry.cue?.into_owned(), act: entry.act?.into_owned() },
        "followed" => Deed::Followed {
            plan: EventId(id(entry.plan)?),
            went: named(&Went::ALL, entry.went)?,
            obstacle: entry.note.unwrap_or_default().into_owned(),
        },
        "mirror" => Deed::MirrorBegan { part: named(&MirrorPart::ALL, entry.part)? },
        "mirrored" => Deed::Mirrored {
            mirror: EventId(id(entry.mirror)?),
            statement: id(entry.statement)?,
            value: entry.value.filter(|value| *value <= 5)?,
        },
        "passed-over" => Deed::PassedOver { lesson: id(entry.lesson)? },
        "reset" => Deed::Reset { lesson: id(entry.lesson)? },
        "skipped" => Deed::Skipped { quiz: EventId(id(entry.quiz)?), question: id(entry.question)? },
        "kept" => Deed::Kept {
            lesson: id(entry.lesson)?,
            place: place(entry.place)?,
            passage: entry.passage?.into_owned(),
            note: entry.note.unwrap_or_default().into_owned(),
        },
        "undid" => Deed::Undid { event: EventId(id(entry.event)?) },
        _ => return None,
    };
    Some(Event { id: name, at, deed })
}
