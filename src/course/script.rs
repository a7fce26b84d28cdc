//! A script: what an author wrote for a lesson's workshop. Everything in it may be missing; the workshop is then made from the lesson.
//! How long a text may be is fixed here, so that it stands on a screen of 80x24 and is read from the back.

use std::ops::Range;

use super::{Clean, Id};

/// The letters that a title on the shared screen may have: one row.
pub const TITLE: usize = 60;
/// The letters of a line or a question on the shared screen: two rows.
pub const LINE: usize = 120;
/// The letters of an option: two rows after its letter.
pub const OPTION: usize = 110;
/// The letters of a pole: both stand in one row.
pub const POLE: usize = 26;
/// The letters of a prompt: four rows.
pub const PROMPT: usize = 240;
/// The letters of a note; a console of 80 columns shows it in six rows at most.
pub const NOTE: usize = 200;
/// A slide that does not say so is shown where a lesson has twenty minutes.
pub const KEEP: i64 = 20;
/// So many lines a slide may have.
pub const LINES: usize = 5;
/// So many slides a lesson may have.
pub const SLIDES: usize = 12;
/// So many notes a part may have, and so many expected answers or points.
pub const NOTES: usize = 6;
/// So many options a poll may have.
pub const OPTIONS: usize = 5;
/// The longest part, in minutes.
pub const LONGEST: f64 = 60.0;

/// The script of a workshop.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Script {
    /// What the room is asked before anything is said.
    pub opening: Option<Opening>,
    /// Slides that take the place of those made from the lesson.
    pub slides: Vec<Slide>,
    /// The vote.
    pub vote: Option<Vote>,
    /// What the room talks about.
    pub discussion: Option<Talk>,
    /// What is gathered from the talk.
    pub debrief: Option<Talk>,
    /// What each resolves.
    pub commit: Option<Talk>,
    /// What stands in the lesson for whoever teaches it, each with the heading it stands under.
    pub remarks: Vec<(Clean, Clean)>,
}

/// What every part has.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Part {
    /// How long it takes, where its author says so.
    pub seconds: Option<u32>,
    /// For the facilitator alone.
    pub notes: Vec<Clean>,
    /// Where it stands in its file.
    pub at: Range<usize>,
}

/// A question without a right answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Opening {
    /// What is asked.
    pub question: Clean,
    /// What may be answered.
    pub ends: Ends,
    /// Its minutes and notes.
    pub part: Part,
}

/// What may be answered to a question without a right answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Ends {
    /// A place between two poles; asked again at the end.
    Poles(Clean, Clean),
    /// One of these; asked once.
    Options(Vec<Clean>),
}

/// A slide.
#[derive(Clone, Debug, PartialEq)]
pub struct Slide {
    /// What it is about.
    pub title: Clean,
    /// Its lines; each comes with a key.
    pub lines: Vec<Clean>,
    /// It is shown where a lesson has so many minutes.
    pub keep: u32,
    /// Its minutes and notes.
    pub part: Part,
}

/// A question that is voted on twice.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Vote {
    /// The question of the quiz.
    pub question: Option<Id>,
    /// The seconds that pairs talk.
    pub pairs: Option<u32>,
    /// The seconds of the second vote.
    pub again: Option<u32>,
    /// What to say when few are right.
    pub reteach: Option<Clean>,
    /// The minutes of the first vote, and notes.
    pub part: Part,
}

/// Something the room talks about.
#[derive(Clone, Debug, PartialEq)]
pub struct Talk {
    /// What stands on the shared screen.
    pub prompt: Clean,
    /// What usually comes, or what should stand on the flip chart: for the facilitator alone.
    pub points: Vec<Clean>,
    /// Its minutes and notes.
    pub part: Part,
}
