//! What a learner makes beside answers: passages kept, answers half made, what is half typed, doubts about questions, plans, and looks
//! into the mirror. As everywhere here, nothing depends on the order in which events come.

use std::collections::{BTreeMap, BTreeSet};

use super::{Deed, Event, EventId, Field, MirrorPart, Stamp, Typed, Went};
use crate::course::{Answer, Course, Id, Place};

/// All of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Made {
    pub(super) kept: BTreeMap<EventId, Kept>,
    pub(super) drafts: BTreeMap<EventId, BTreeMap<Id, Draft>>,
    pub(super) typed: BTreeMap<Field, Typed>,
    pub(super) doubts: BTreeMap<EventId, Doubt>,
    pub(super) plans: BTreeMap<EventId, Plan>,
    pub(super) followed: BTreeMap<EventId, Vec<Followed>>,
    pub(super) mirrors: BTreeMap<EventId, Mirror>,
    /// What was taken back, by which events.
    pub(super) undone: BTreeMap<EventId, BTreeSet<EventId>>,
}

/// A passage that was kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// When.
    pub at: Stamp,
    /// In which lesson.
    pub lesson: Id,
    /// Where it stands.
    pub place: Place,
    /// How it begins.
    pub passage: String,
    /// What the learner wrote to it.
    pub note: String,
}

/// An answer half made.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    pub(super) at: (Stamp, EventId),
    /// What was drawn in which order.
    pub drawn: Vec<usize>,
    /// The answer so far.
    pub answer: Answer,
    /// How many hints were shown.
    pub hints: usize,
}

/// A question that someone holds for faulty.
#[derive(Clone, Debug, PartialEq)]
pub struct Doubt {
    /// When.
    pub at: Stamp,
    /// Which.
    pub question: Id,
    /// Why.
    pub words: String,
}

/// If this comes, then I do that.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// When it was made.
    pub at: Stamp,
    /// After which lesson.
    pub lesson: Id,
    /// The situation.
    pub cue: String,
    /// What to do in it.
    pub act: String,
}

/// How a plan went.
#[derive(Clone, Debug, PartialEq)]
pub struct Followed {
    /// When that was said.
    pub at: (Stamp, EventId),
    /// How.
    pub went: Went,
    /// What was in the way.
    pub obstacle: String,
}

/// A look into the mirror.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mirror {
    /// When it was begun.
    pub at: Stamp,
    /// Which of its parts, once the beginning is known.
    pub part: Option<MirrorPart>,
    pub(super) values: BTreeMap<Id, (Stamp, EventId, u8)>,
}

impl Mirror {
    /// When something was last said.
    pub fn last(&self) -> Stamp {
        self.values.values().map(|(at, _, _)| *at).max().unwrap_or(self.at)
    }

    /// What was said to a statement: 1 to 5, or 0 for no occasion.
    pub fn value(&self, statement: &Id) -> Option<u8> {
        self.values.get(statement).map(|(_, _, value)| *value)
    }
}

impl Made {
    /// One more thing was made.
    pub(super) fn apply(&mut self, event: &Event) {
        let id = event.id.clone();
        match event.deed.clone() {
            Deed::Kept { lesson, place, passage, note } => {
                self.kept.insert(id, Kept { at: event.at, lesson, place, passage, note });
            }
            Deed::Drafted { quiz, question, drawn, answer, hints } => {
                let draft = Draft { at: (event.at, id), drawn, answer, hints };
                let known = self.drafts.entry(quiz).or_default().entry(question).or_insert_with(|| draft.clone());
                if known.at < draft.at {
                    *known = draft;
                }
            }
            Deed::Typed { field, text, is_aside } => {
                let typed = Typed { at: (event.at, id), text, is_aside };
                let known = self.typed.entry(field).or_insert_with(|| typed.clone());
                if known.at < typed.at {
                    *known = typed;
                }
            }
            Deed::Doubted { question, words, .. } => {
                self.doubts.insert(id, Doubt { at: event.at, question, words });
            }
            Deed::Planned { lesson, cue, act } => {
                self.plans.insert(id, Plan { at: event.at, lesson, cue, act });
            }
            Deed::Followed { plan, went, obstacle } => {
                let all = self.followed.entry(plan).or_default();
                let followed = Followed { at: (event.at, id), went, obstacle };
                all.insert(all.partition_point(|known| known.at < followed.at), followed);
            }
            Deed::MirrorBegan { part } => {
                let mirror = self.mirrors.entry(id).or_default();
                (mirror.at, mirror.part) = (event.at, Some(part));
            }
            Deed::Mirrored { mirror, statement, value } => {
                let values = &mut self.mirrors.entry(mirror).or_default().values;
                let said = (event.at, id, value);
                let known = values.entry(statement).or_insert_with(|| said.clone());
                if (known.0, &known.1) < (said.0, &said.1) {
                    *known = said;
                }
            }
            _ => {}
        }
    }

    /// The same without what belongs to answers, but for the drafts of some quizzes.
    pub(super) fn beside_answers(&self, keeps: impl Fn(&EventId) -> bool) -> Made {
        let drafts = self.drafts.iter().filter(|(quiz, _)| keeps(quiz)).map(|(quiz, all)| (quiz.clone(), all.clone())).collect();
        let made = |id: &EventId| self.kept.contains_key(id) || self.plans.contains_key(id) || self.mirrors.contains_key(id);
        let mut undone: BTreeMap<_, _> =
            self.undone.iter().filter(|(id, _)| made(id)).map(|(id, by)| (id.clone(), by.clone())).collect();
        // Whether a taking back was itself taken back.
        let by: Vec<&EventId> = undone.values().flatten().collect();
        let again: Vec<_> = by.into_iter().filter_map(|by| Some((by.clone(), self.undone.get(by)?.clone()))).collect();
        undone.extend(again);
        Made {
            kept: self.kept.clone(),
            drafts,
            doubts: BTreeMap::new(),
            plans: self.plans.clone(),
            followed: self.followed.clone(),
            mirrors: self.mirrors.clone(),
            typed: self.waiting(),
            undone,
        }
    }

    /// One event took another back.
    pub(super) fn undo(&mut self, taken_back: &EventId, by: &EventId) {
        self.undone.entry(taken_back.clone()).or_default().insert(by.clone());
    }

    /// Whether anything ever took it back.
    pub(super) fn is_undone(&self, id: &EventId) -> bool {
        self.undone.contains_key(id)
    }

    /// Whether something was not taken back. A taking back that was itself taken back is none; there is no third turn.
    fn counts(&self, id: &EventId) -> bool {
        self.undone.get(id).is_none_or(|by| by.iter().all(|by| self.undone.contains_key(by)))
    }

    /// The passages that were kept and not taken back, in the order of the course and its texts.
    pub fn kept<'a>(&'a self, course: &'a Course) -> Vec<(&'a EventId, &'a Kept)> {
        let of_course = |kept: &Kept| course.position(&kept.lesson);
        let mut all: Vec<_> = self.kept.iter().filter(|(id, kept)| self.counts(id) && of_course(kept).is_some()).collect();
        all.sort_by_key(|(_, kept)| (of_course(kept), kept.place, kept.at));
        all
    }

    /// Whether anything is kept.
    pub fn has_kept(&self) -> bool {
        self.kept.keys().any(|id| self.counts(id))
    }

    /// The answer that was left half made in a quiz.
    pub fn draft(&self, quiz: &EventId, question: &Id) -> Option<&Draft> {
        self.drafts.get(quiz)?.get(question)
    }

    /// Whether an answer of a quiz was begun.
    pub fn has_drafts(&self, quiz: &EventId) -> bool {
        self.drafts.contains_key(quiz)
    }

    /// Every doubt that was not taken back, the oldest first.
    pub fn doubts(&self) -> Vec<&Doubt> {
        let mut all: Vec<_> = self.doubts.iter().filter(|(id, _)| self.counts(id)).map(|(_, doubt)| doubt).collect();
        all.sort_by_key(|doubt| doubt.at);
        all
    }

    /// Every plan that was not taken back, the oldest first.
    pub fn plans(&self) -> Vec<(&EventId, &Plan)> {
        let mut all: Vec<_> = self.plans.iter().filter(|(id, _)| self.counts(id)).collect();
        all.sort_by_key(|(id, plan)| (plan.at, *id));
        all
    }

    /// A plan, if it was not taken back.
    pub fn plan(&self, id: &EventId) -> Option<&Plan> {
        self.plans.get(id).filter(|_| self.counts(id))
    }

    /// How a plan went, the oldest word first.
    pub fn followed(&self, plan: &EventId) -> &[Followed] {
        self.followed.get(plan).map_or(&[], Vec::as_slice)
    }

    /// Whether anyone ever looked into the mirror.
    pub fn has_mirrors(&self) -> bool {
        !self.mirrors.is_empty()
    }

    /// Every look into a part of the mirror in which something was said, the oldest first.
    pub fn mirrors(&self, part: MirrorPart) -> Vec<(&EventId, &Mirror)> {
        let of_part = |mirror: &Mirror| mirror.part == Some(part) && !mirror.values.is_empty();
        let mut all: Vec<_> = self.mirrors.iter().filter(|(id, mirror)| self.counts(id) && of_part(mirror)).collect();
        all.sort_by_key(|(id, mirror)| (mirror.at, *id));
        all
    }
}
