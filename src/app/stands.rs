//! Where each lesson stands, what comes next, and how many answers said how sure: what the map tells of everything that was ever done. It is
//! worked out when the map comes up rather than with each key, because years of learning have a hundred thousand answers.

use std::borrow::Cow;

use super::App;
use crate::progress::Stands;

impl App {
    /// Where everything stands at this moment.
    pub fn stands(&self) -> Cow<'_, Stands> {
        self.stands.as_ref().map_or_else(|| Cow::Owned(Stands::of(&self.course, &self.progress)), Cow::Borrowed)
    }
}
