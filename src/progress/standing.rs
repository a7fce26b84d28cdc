//! Where lessons stand: all of them, for the map, and one of them as lists and reports say it.

use super::calibration::Calibration;
use super::{Progress, Standing, Step, next_step_from};
use crate::course::{Course, Lesson};

/// Where each lesson stands, what comes next, and how many answers said how sure.
#[derive(Clone, Debug, PartialEq)]
pub struct Stands {
    /// Each lesson, in the order of the course.
    pub lessons: Vec<Standing>,
    /// What comes next.
    pub step: Step,
    /// So many answers came with a word for how sure one was.
    pub said: usize,
}

impl Stands {
    /// All of that, as far as the course is loaded.
    pub fn of(course: &Course, progress: &Progress) -> Stands {
        let lessons: Vec<Standing> = course.lessons.iter().map(|lesson| progress.standing(course, lesson)).collect();
        let step = next_step_from(course, progress, &lessons);
        Stands { lessons, step, said: Calibration::count_of(course, progress) }
    }

    /// Loads what it takes, and of the quiz that comes next the questions.
    pub fn load(course: &mut Course, progress: &Progress) -> Stands {
        progress.load_touched(course);
        let stands = Stands::of(course, progress);
        if let Step::Quiz(lesson) = stands.step {
            course.load_questions(lesson);
        }
        stands
    }
}

/// Where a lesson stands: a word for scripts, and words for people.
pub fn state(course: &Course, progress: &Progress, lesson: &Lesson) -> (&'static str, String) {
    let standing = progress.standing(course, lesson);
    let state = match standing {
        Standing::New => "new",
        Standing::Begun(_) => "begun",
        Standing::Read => "read",
        Standing::PassedOver => "passed-over",
        Standing::Tested(outcome) if outcome.passed => "passed",
        Standing::Tested(_) => "not-passed",
    };
    match progress.open_run(course, lesson).filter(|_| state != "passed") {
        Some((_, run)) => ("in-quiz", course.words.map().quiz_at(run.next(course).unwrap_or(0) + 1, run.questions.len())),
        None => (state, standing.in_words(&course.words)),
    }
}
