//! A field with what is half typed in it, as it is written. Which fields of the entry are there tells which field of the learner it is.

use std::borrow::Cow;

use super::{Entry, name_of, named, text};
use crate::course::{Id, Place};
use crate::progress::{Deed, EventId, Field, PlanPart, Went};

/// How the deed is called while the field is open.
pub const TYPED: &str = "typed";
/// How it is called once the field was left.
pub const LAID_ASIDE: &str = "laid-aside";

/// What stands half typed in a field.
pub fn written<'e>(deed: &'e Deed, entry: Entry<'e>) -> Entry<'e> {
    let Deed::Typed { field, text: words, is_aside } = deed else { return entry };
    let entry = Entry { did: Cow::Borrowed(if *is_aside { LAID_ASIDE } else { TYPED }), ..entry };
    let words = Some(Cow::from(words));
    let half = |part, entry| match part {
        PlanPart::Cue => Entry { cue: words.clone(), ..entry },
        PlanPart::Act => Entry { act: words.clone(), ..entry },
    };
    match field {
        Field::Plan(lesson, part) => half(*part, Entry { lesson: text(lesson), ..entry }),
        Field::Revision(plan, part) => half(*part, Entry { plan: text(&plan.0), ..entry }),
        Field::Obstacle(plan, went) => Entry { plan: text(&plan.0), went: name_of(&Went::ALL, went), note: words, ..entry },
        Field::Doubt(quiz, question) => Entry { quiz: text(&quiz.0), question: text(question), note: words, ..entry },
        Field::Note(lesson, place) => Entry { lesson: text(lesson), place: Some([place.block, place.at]), note: words, ..entry },
    }
}

/// The deed that was written; `None` where it belongs to no field that this program knows.
pub fn read(entry: Entry) -> Option<Deed> {
    let is_aside = entry.did == LAID_ASIDE;
    let id = |text: Cow<str>| Id::new(&text);
    let half = match (entry.cue, entry.act) {
        (Some(cue), None) => Some((PlanPart::Cue, cue)),
        (None, Some(act)) => Some((PlanPart::Act, act)),
        _ => None,
    };
    let (field, text) = match (entry.lesson, entry.plan, entry.quiz) {
        (Some(lesson), None, None) => match (half, entry.place) {
            (Some((part, text)), None) => (Field::Plan(id(lesson)?, part), text),
            (None, Some([block, at])) => (Field::Note(id(lesson)?, Place { block, at }), entry.note?),
            _ => return None,
        },
        (None, Some(plan), None) => match half {
            Some((part, text)) => (Field::Revision(EventId(id(plan)?), part), text),
            None => (Field::Obstacle(EventId(id(plan)?), named(&Went::ALL, entry.went)?), entry.note?),
        },
        (None, None, Some(quiz)) => (Field::Doubt(EventId(id(quiz)?), id(entry.question?)?), entry.note?),
        _ => return None,
    };
    Some(Deed::Typed { field, text: text.into_owned(), is_aside })
}
