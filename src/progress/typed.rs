//! What stands half typed in a field: the newest text of each, until what the field asks for is done, and the field in which someone was
//! in the middle. As everywhere here, nothing depends on the order in which events come.

use std::collections::BTreeMap;

use super::made::Made;
use super::{EventId, Field, PlanPart, Progress, Stamp};
use crate::course::{Course, Id};

/// What was last typed into a field.
#[derive(Clone, Debug, PartialEq)]
pub struct Typed {
    pub(super) at: (Stamp, EventId),
    /// What stands in it.
    pub text: String,
    /// The field was left.
    pub is_aside: bool,
}

impl Made {
    /// What was last typed into a field, unless what it asks for was done since. It may be nothing.
    pub fn typed(&self, field: &Field) -> Option<&Typed> {
        self.typed.get(field).filter(|typed| !self.is_done(field, &typed.at))
    }

    /// The field among some into which one typed last, and its text, if that still waits to be gone on with.
    pub fn half_typed(&self, is_meant: impl Fn(&Field) -> bool) -> Option<(&Field, &str)> {
        let (field, typed) = self.typed.iter().filter(|(field, _)| is_meant(field)).max_by_key(|(_, typed)| &typed.at)?;
        self.has_text(field).then_some((field, typed.text.as_str()))
    }

    /// What is to stand in a field when it is opened.
    pub fn standing_in(&self, field: &Field) -> &str {
        self.typed(field).filter(|_| self.has_text(field)).map_or_else(|| self.untouched(field), |typed| typed.text.as_str())
    }

    /// Everything that was typed and not done with.
    pub(super) fn waiting(&self) -> BTreeMap<Field, Typed> {
        let waits = |(field, typed): &(&Field, &Typed)| !self.is_done(field, &typed.at);
        self.typed.iter().filter(waits).map(|(field, typed)| (field.clone(), typed.clone())).collect()
    }

    /// What a field holds before anyone types into it.
    pub fn untouched(&self, field: &Field) -> &str {
        match field {
            Field::Revision(plan, part) => self.plan(plan).map_or("", |plan| match part {
                PlanPart::Cue => plan.cue.as_str(),
                PlanPart::Act => plan.act.as_str(),
            }),
            _ => "",
        }
    }

    /// Whether there is something in a field, or in its other half, that nobody has done with.
    pub fn waits(&self, field: &Field) -> bool {
        self.has_text(field) || field.other().is_some_and(|other| self.has_text(&other))
    }

    /// Whether something was typed into a field and not done with.
    pub fn has_text(&self, field: &Field) -> bool {
        let is_text = |typed: &Typed| !typed.text.trim().is_empty() && typed.text != self.untouched(field);
        self.typed(field).is_some_and(is_text)
    }

    /// Whether one was last seen in this half of something rather than in the other.
    pub fn is_later_half(&self, field: &Field) -> bool {
        let at = |field: &Field| self.typed(field).map(|typed| &typed.at);
        field.other().is_some_and(|other| at(field) > at(&other))
    }

    /// Whether what a field asks for was done after a moment, or cannot be done any more.
    fn is_done(&self, field: &Field, typed: &(Stamp, EventId)) -> bool {
        let is_later = |at: Stamp, id: &EventId| (at, id) > (typed.0, &typed.1);
        match field {
            Field::Plan(lesson, _) => self.plans.iter().any(|(id, plan)| plan.lesson == *lesson && is_later(plan.at, id)),
            Field::Revision(plan, _) => self.plan(plan).is_none(),
            Field::Obstacle(plan, _) => {
                self.plan(plan).is_none() || self.followed(plan).iter().any(|said| is_later(said.at.0, &said.at.1))
            }
            Field::Doubt(_, question) => {
                self.doubts.iter().any(|(id, doubt)| doubt.question == *question && is_later(doubt.at, id))
            }
            Field::Note(lesson, place) => {
                let is_it = |id, kept: &super::Kept| kept.lesson == *lesson && kept.place == *place && is_later(kept.at, id);
                self.kept.iter().any(|(id, kept)| is_it(id, kept))
            }
        }
    }
}

impl Progress {
    /// The field in which someone was typing when they left, and its lesson: nothing was read or answered since, it was not laid aside,
    /// and its lesson was not begun anew.
    pub fn left_typing(&self, course: &Course) -> Option<(usize, &Field)> {
        let (field, typed) = self.made.typed.iter().max_by_key(|(_, typed)| &typed.at)?;
        let is_left = self.is_newest(typed) && !typed.is_aside && self.made.waits(field);
        let lesson = self.lesson_of(course, field).filter(|_| is_left)?;
        let counts = self.lessons.get(lesson).is_none_or(|trace| trace.counts(&typed.at));
        course.position(lesson).filter(|_| counts).map(|at| (at, field))
    }

    /// Whether nothing was read or answered since something was typed.
    pub fn is_newest(&self, typed: &Typed) -> bool {
        self.latest.as_ref().is_none_or(|(at, id, _)| (*at, id) < (typed.at.0, &typed.at.1))
    }

    fn lesson_of<'a>(&'a self, course: &'a Course, field: &'a Field) -> Option<&'a Id> {
        match field {
            Field::Plan(lesson, _) | Field::Note(lesson, _) => Some(lesson),
            Field::Revision(plan, _) | Field::Obstacle(plan, _) => self.made.plan(plan).map(|plan| &plan.lesson),
            Field::Doubt(quiz, question) => {
                let run = self.run(quiz).filter(|run| run.questions.contains(question))?;
                let of_several = || course.lessons.get(course.question(question)?.0).map(|lesson| &lesson.id);
                run.lesson.as_ref().or_else(of_several)
            }
        }
    }
}
