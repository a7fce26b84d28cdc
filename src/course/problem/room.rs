//! What may be wrong in the script of a workshop.

use std::ops::Range;

use super::{Problem, Rule, Source};
use crate::course::Id;

impl Source<'_> {
    /// A text that is too long for its rows.
    pub fn too_long(&self, at: Range<usize>, key: &str, found: usize, most: usize) -> Problem {
        let sentence = format!("`{key}` has {found} letters, and its place has {most}");
        self.error(Rule::TooLong, at, &sentence, "say it in fewer words; the rest can stand in `notes`")
    }

    /// More lines than there is room for.
    pub fn too_many_lines(&self, at: Range<usize>, key: &str, most: usize, found: usize) -> Problem {
        let sentence = format!("`{key}` has {found} entries, and at most {most} are shown");
        self.error(Rule::TooLong, at, &sentence, "take some out")
    }

    /// An opening that is neither a line nor a poll.
    pub fn no_line(&self, at: Range<usize>) -> Problem {
        let remedy = "write `left` and `right` for a line, or two `options` and more for a poll, or none of them for yes and no";
        self.error(Rule::MissingKey, at, "an opening is a line between two poles, or a poll", remedy)
    }

    /// A question that wants more than a raised hand.
    pub fn not_by_hands(&self, at: Range<usize>, id: &Id, kind: &str) -> Problem {
        let sentence = format!("`{id}` is a question of the kind `{kind}`, which a show of hands cannot answer");
        let remedy = "name a `choice`, a `truefalse`, a `stance` or a `multiple` with one right option";
        self.error(Rule::NotByHands, at, &sentence, remedy)
    }

    /// More minutes than a workshop has.
    pub fn too_many_minutes(&self, at: Range<usize>, minutes: u32, over: u32) -> Problem {
        let sentence = format!("with these minutes a workshop of {minutes} takes {:.1} more", f64::from(over) / 60.0);
        self.error(Rule::Minutes, at, &sentence, "shorten a part, or show a slide only in longer workshops by `keep = 90`")
    }

    /// Minutes for which nothing is planned.
    pub fn idle_minutes(&self, at: Range<usize>, minutes: u32, idle: u32) -> Problem {
        let sentence = format!("a workshop of {minutes} minutes has {} for which nothing is planned", idle / 60);
        self.warning(Rule::Minutes, at, &sentence, "add a slide with `keep`, or give the parts more minutes")
    }

    /// A screen that is cut off.
    pub fn does_not_fit(&self, at: Range<usize>, title: &str, minutes: u32) -> Problem {
        let sentence = format!("the screen “{title}” of a workshop of {minutes} minutes does not fit 80x24");
        self.error(Rule::Screen, at, &sentence, "shorten its texts; for a vote, those of the question in quiz.toml")
    }
}
