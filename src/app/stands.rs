//! Where each lesson stands, what comes next, and how many answers said how sure: what the map tells of everything that was ever done. It is
//! worked out when the map comes up rather than with each key, because years of learning have a hundred thousand answers.

use std::borrow::Cow;

use super::App;
use crate::progress::calibration::Calibration;
use crate::progress::{Standing, Step, next_step_from};

/// All of that, as it was when nothing more had been done.
#[derive(Clone, Debug)]
pub struct Stands {
    /// Each lesson, in the order of the course.
    pub lessons: Vec<Standing>,
    /// What comes next.
    pub step: Step,
    /// So many answers came with a word for how sure one was.
    pub said: usize,
}

impl Stands {
    pub(super) fn of(app: &App) -> Stands {
        let (course, progress) = (&app.course, &app.progress);
        let lessons: Vec<Standing> = course.lessons.iter().map(|lesson| progress.standing(course, lesson)).collect();
        let step = next_step_from(course, progress, &lessons);
        Stands { lessons, step, said: Calibration::count_of(course, progress) }
    }
}

impl App {
    /// Where everything stands at this moment.
    pub fn stands(&self) -> Cow<'_, Stands> {
        self.stands.as_ref().map_or_else(|| Cow::Owned(Stands::of(self)), Cow::Borrowed)
    }
}
