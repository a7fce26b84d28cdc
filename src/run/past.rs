//! How what a learner did before comes into the app: all of it at once, or behind a first screen that is shown from a cover; and the cover
//! for the next start, once the screens are gone.

use super::{Options, apart, remark, the_progress};
use crate::app::{App, Front, Start};
use crate::progress::Stamp;
use crate::store::cache::{Loaded, Stale};
use crate::store::cover::{self, Basis, Kept};
use crate::store::place::Places;
use crate::store::{Failure, log};

/// What to begin with.
pub enum Opened {
    /// The app.
    Whole(Box<App>, Past),
    /// Its first screen, which can be looked at before the rest is read.
    Covered(Box<Front>, Covered),
}

/// What is known of what is behind a first screen.
pub struct Covered {
    failures: Vec<Failure>,
    basis: Basis,
    began: Stamp,
}

/// Where what was done before came from.
pub struct Past {
    /// What was replayed and is not in the cache.
    pub stale: Option<Stale>,
    /// The sittings, if none was left out.
    basis: Option<Basis>,
    /// A cover of them is there.
    is_covered: bool,
    began: Stamp,
}

impl Opened {
    /// The front, where there is a cover that holds; or else the app.
    pub fn of(mut start: Start, places: Option<&Places>, options: &Options) -> Opened {
        let kept = places.and_then(|places| cover::find(places, &start.course));
        let Some(Kept { cover, failures, basis }) = kept.filter(|kept| kept.cover.holds(&start.terms())) else {
            return Opened::whole(start, options);
        };
        log::note("the first screen comes from its cover");
        start.remarks.splice(0..0, remark(&start.course.words, &failures));
        let began = start.now;
        Opened::Covered(Box::new(Front::of(start, cover)), Covered { failures, basis, began })
    }

    /// The app.
    pub fn whole(start: Start, options: &Options) -> Opened {
        let (app, past) = Past::of(start, options);
        Opened::Whole(Box::new(app), past)
    }
}

impl Covered {
    /// Reads the rest.
    pub fn uncover(self, front: Front, options: &Options) -> (App, Past) {
        let Loaded { progress, mut failures, stale, basis, .. } = the_progress(options, &front.app().course);
        let is_covered = basis.as_ref() == Some(&self.basis);
        failures.retain(|failure| !self.failures.contains(failure));
        let mut app = front.open(progress, is_covered);
        let told = remark(app.words(), &failures);
        app.remarks.extend(told);
        (app, Past { stale, basis, is_covered, began: self.began })
    }
}

impl Past {
    /// Reads all of it.
    pub fn of(mut start: Start, options: &Options) -> (App, Past) {
        let Loaded { progress, failures, namesakes, stale, basis } = the_progress(options, &start.course);
        let words = &start.course.words;
        let mut remarks = remark(words, &failures);
        // Later it is known; `contrasts doctor` goes on saying it.
        remarks.extend(namesakes.iter().filter(|_| progress.is_empty()).map(|namesake| apart(words, &start.course, namesake)));
        start.remarks.splice(0..0, remarks);
        start.progress = progress;
        let began = start.now;
        (App::new(start), Past { stale, basis, is_covered: false, began })
    }

    /// The course was read again, and may be another: which sittings count in it is seen at the next start.
    pub fn reread(&mut self) {
        self.basis = None;
    }

    /// Makes the cover for the next start from the app as it was left; `has_own` where a sitting was written meanwhile. Without it the next
    /// start shows the same, a little later.
    pub fn cover(self, app: &mut App, has_own: bool) {
        let basis = self.basis.filter(|_| has_own || !self.is_covered).and_then(|basis| basis.and_now(has_own, self.began));
        let contents = app.course.fingerprint();
        let (Some(basis), Some(contents)) = (basis.filter(Basis::is_large), contents) else { return };
        let course = app.course.id.clone();
        match basis.keep(&course, contents, &app.to_cover()) {
            Ok(()) => log::note("kept the first screen for the next start"),
            Err(failure) => log::note(&format!("{}: {}", failure.file, failure.why)),
        }
    }
}
