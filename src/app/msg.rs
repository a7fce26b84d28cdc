//! Messages say what happened or is meant; effects say what is wished. The app changes by the first and only asks by the second.

use super::geometry::Size;
use super::key::Key;
use super::keymap::Act;
use crate::course::{Clean, Course, Problem};
use crate::progress::Event;

/// Something that happened.
#[derive(Clone, Debug)]
pub enum Msg {
    /// A key was pressed.
    Key(Key),
    /// A text was pasted. In a field it is typing; elsewhere it means nothing, whatever is in it.
    Pasted(String),
    /// Something is meant, whatever it was said with.
    Act(Act),
    /// The mouse was clicked at this column and row.
    Click(u16, u16),
    /// The wheel was turned, up or down.
    Wheel {
        /// Up.
        up: bool,
    },
    /// The terminal has another size.
    Resized(Size),
    /// So many of the recorded events are on disk.
    Saved(usize),
    /// A save failed.
    NotSaved(Trouble),
    /// The course was read again, from files that may have changed.
    Reread(Box<Course>, Vec<Problem>),
    /// An answer was written as a whole: in the editor, or as a line.
    Composed(String),
    /// Something was done; what, and where it lies.
    Done(Clean),
    /// Something could not be done; why.
    Failed(Clean),
    /// The program is told to end, or its terminal is gone.
    Ended,
}

/// Why something is not saved, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Trouble {
    /// With which file.
    pub file: Clean,
    /// Why, as a part of a sentence.
    pub why: Clean,
}

/// Something that is wished.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Write this down.
    Record(Event),
    /// Try to save now.
    TryAgain,
    /// Hand this text to the terminal's clipboard.
    Copy(String),
    /// Open a file of the course in the learner's editor, at a line, and read the course again afterwards.
    Edit {
        /// Its path inside the course.
        file: String,
        /// The line, counted from 1.
        line: usize,
    },
    /// Let a text be written in the learner's editor.
    Compose(String),
    /// Open the course as this learner: a profile, or whoever learnt without one.
    Learner(Option<String>),
    /// Write a report of everything that was done.
    Report,
    /// Stop until the shell calls back.
    Suspend,
    /// End. What cannot be saved is kept elsewhere, and the place is said.
    Leave,
    /// End without what cannot be saved.
    Abandon,
}
