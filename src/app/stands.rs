//! Where each lesson stands, what comes next, and how many answers said how sure: what the map tells of everything that was ever done. It is
//! worked out when the map comes up rather than with each key, because years of learning have a hundred thousand answers.

use std::borrow::Cow;

use super::{App, Due, Screen, review};
use crate::course::Lesson;
use crate::progress::{Cover, Stands};

impl App {
    /// Where everything stands at this moment.
    pub fn stands(&self) -> Cow<'_, Stands> {
        self.stands.as_ref().map_or_else(|| Cow::Owned(Stands::of(&self.course, &self.progress)), Cow::Borrowed)
    }

    /// A map that came up after something was done is worked out once, and not with each frame.
    pub(super) fn work_out_the_map(&mut self) {
        if self.stands.is_none() && matches!(self.screen(), Screen::Map(_)) {
            self.stands = Some(Stands::of(&self.course, &self.progress));
        }
    }

    /// Reads the lessons about which something is known.
    pub(super) fn load_touched(&mut self) {
        self.stands = Some(Stands::load(&mut self.course, &self.progress));
        self.load_form();
        self.due = Due::of(self);
        self.load_beside();
    }

    /// Whoever looked into the mirror reads on the map how far.
    pub(super) fn load_form(&mut self) {
        if self.progress.made().has_mirrors() {
            self.course.form();
        }
    }

    /// The cover for the next start: what its first screen tells of all that was done until now. Whoever leaves from the map has nearly all
    /// of it there; else what was loaded is put away, so that it says what a start says.
    pub fn to_cover(&mut self) -> Cover {
        let known = Some(&self.due.review).filter(|review| review.is_of_all(&self.progress)).zip(self.due.answered.as_ref());
        let terms = review::terms(self);
        let stands = self.stands.take().filter(|_| known.is_some()).unwrap_or_else(|| {
            // Of a folder's course all is loaded when it opens, of the other what someone has touched.
            if !self.is_folder {
                self.course.lessons.iter_mut().for_each(Lesson::unload);
            }
            Stands::load(&mut self.course, &self.progress)
        });
        Cover::of(&self.course, &self.progress, stands, terms, known)
    }

    /// The second column tells about the next lesson; where there is none, it need not be read.
    pub(super) fn load_beside(&mut self) {
        if self.geometry().side.is_some()
            && let Some(lesson) = self.stands().step.lesson()
        {
            self.course.load(lesson);
        }
    }
}
