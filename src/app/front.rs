//! The first screen, shown from a cover while all that was ever done is still to be read. It can be looked at and nothing else: only with
//! the whole progress does it become an app that something can be done in.

use super::{App, Due, Start};
use crate::progress::{Cover, Progress, Step};

/// An app that can only be looked at.
#[derive(Debug)]
pub struct Front(App);

impl Front {
    /// The front of an app that begins so, on whose terms the cover holds. The progress of the start is not looked at.
    pub fn of(start: Start, cover: Cover) -> Front {
        let (progress, stands, review) = cover.open(start.terms());
        let mut app = App::bare(Start { progress, ..start });
        app.progress.load_touched(&mut app.course);
        if let Step::Quiz(lesson) | Step::Resume(lesson, _) | Step::Again(lesson) = stands.step {
            app.course.load_questions(lesson);
        }
        app.stands = Some(stands);
        app.load_form();
        app.due = Due::from(&app, review);
        app.load_beside();
        app.open_first();
        Front(app)
    }

    /// What is to be seen.
    pub fn app(&self) -> &App {
        &self.0
    }

    /// The app with everything that was ever done. Where that is not what the cover was made of, its conclusions are drawn anew.
    pub fn open(self, progress: Progress, is_the_same: bool) -> App {
        let Front(mut app) = self;
        (app.away_since, app.progress) = (progress.last(), progress);
        if is_the_same {
            app.progress.load_touched(&mut app.course);
        } else {
            app.load_touched();
        }
        app
    }
}

#[cfg(test)]
mod tests;
