//! The one next step: what Enter does on the course map.

use super::{Doing, EventId, Field, Progress, Standing};
use crate::course::Course;

/// What to do next.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// Read this lesson, which was never opened.
    Begin(usize),
    /// Go on reading this lesson.
    Read(usize),
    /// Take this lesson's quiz.
    Quiz(usize),
    /// Go on with a quiz that was begun.
    Resume(usize, EventId),
    /// Go on typing into a field; it belongs to this lesson.
    Type(usize, Field),
    /// Take the quiz of a lesson again that was not passed.
    Again(usize),
    /// Nothing is left.
    Done,
}

impl Step {
    /// The lesson in which it happens.
    pub fn lesson(&self) -> Option<usize> {
        match self {
            Step::Begin(at) | Step::Read(at) | Step::Quiz(at) | Step::Resume(at, _) | Step::Again(at) | Step::Type(at, _) => {
                Some(*at)
            }
            Step::Done => None,
        }
    }
}

/// First what was left open, then the lessons in their order, then quizzes that were not passed.
pub fn next_step(course: &Course, progress: &Progress) -> Step {
    let standings: Vec<Standing> = course.lessons.iter().map(|lesson| progress.standing(course, lesson)).collect();
    next_step_from(course, progress, &standings)
}

/// The same for whoever knows already where each lesson stands.
pub fn next_step_from(course: &Course, progress: &Progress, standings: &[Standing]) -> Step {
    if let Some(step) = left_open(course, progress, standings) {
        return step;
    }
    let mut again = None;
    for (at, (lesson, standing)) in course.lessons.iter().zip(standings).enumerate() {
        if let Some((quiz, _)) = progress.open_run(course, lesson).filter(|_| !standing.is_done(lesson)) {
            return Step::Resume(at, quiz.clone());
        }
        match standing {
            Standing::New => return Step::Begin(at),
            Standing::Begun(_) => return Step::Read(at),
            Standing::Read if lesson.has_quiz => return Step::Quiz(at),
            Standing::Tested(outcome) if !outcome.passed => again = again.or(Some(at)),
            Standing::Read | Standing::Tested(_) | Standing::PassedOver => {}
        }
    }
    again.map_or(Step::Done, Step::Again)
}

/// What the learner was in the middle of.
fn left_open(course: &Course, progress: &Progress, standings: &[Standing]) -> Option<Step> {
    if let Some((at, field)) = progress.left_typing(course) {
        return Some(Step::Type(at, field.clone()));
    }
    let (_, _, doing) = progress.latest.as_ref()?;
    let id = match doing {
        Doing::Quiz(quiz) => progress.run(quiz)?.lesson.as_ref()?,
        Doing::Reading(id) => id,
    };
    let at = course.position(id)?;
    let (lesson, standing) = course.lessons.get(at).zip(standings.get(at))?;
    match (doing, standing) {
        (Doing::Quiz(quiz), _) => {
            let (open, _) = progress.open_run(course, lesson).filter(|_| !standing.is_done(lesson))?;
            (open == quiz).then(|| Step::Resume(at, quiz.clone()))
        }
        (Doing::Reading(_), Standing::Begun(_)) => Some(Step::Read(at)),
        (Doing::Reading(_), Standing::Read) if lesson.has_quiz => Some(Step::Quiz(at)),
        (Doing::Reading(_), _) => None,
    }
}
