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

    /// The cover for the next start: what its first screen tells of all that was done until now. Whoever leaves from the map has it there
    /// already; else what was loaded is put away, and it is worked out.
    pub fn to_cover(&mut self) -> Cover {
        let known = self.stands.as_ref().filter(|_| self.due.events == self.events);
        if let Some(cover) = known.and_then(|stands| Cover::from(&self.course, &self.progress, stands, &self.due.review)) {
            return cover;
        }
        // Of a folder's course all is loaded when it opens, of the other what someone has touched.
        if !self.is_folder {
            self.course.lessons.iter_mut().for_each(Lesson::unload);
        }
        let terms = review::terms(self);
        Cover::of(&mut self.course, &self.progress, terms)
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
