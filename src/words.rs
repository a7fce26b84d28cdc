//! Every string of the interface. English stands here, a file for each part of the program; a course may bring others in its
//! `interface.toml`, and what is not there stays English. So a second language is a file beside the lessons, and no code.
//!
//! A string is a function of `Words`, so that one that is missing, or lacks what goes into it, does not compile:
//! `words.map().carry_on()` is a text, `words.map().question_of(3, 6)` one with holes, `words.count().questions(1)` one that depends on
//! a number. In `interface.toml` the same are
//!
//! ```toml
//! [map]
//! carry_on = "Weiter"
//! question_of = "Frage {at} von {of}"
//! [count]
//! questions = { one = "{count} Frage", other = "{count} Fragen" }
//! ```
//!
//! What an author hears of `check`, what `doctor` finds and what `--help` says is no part of it: that is said of files, where no course
//! is open yet, or to whoever writes one.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt::Display;
use std::sync::Arc;

/// Defines a part of the interface: its functions, and the table by which a file is compared with it. Holes stand in braces; where
/// there are two texts the first is for one, the second for any other number, and the first hole is that number.
macro_rules! words {
    (
        $(#[$about:meta])*
        $section:ident: $Section:ident {
            $( $(#[$doc:meta])* $name:ident $( ( $($hole:ident),+ ) )? = $text:literal $( | $other:literal )? ; )+
        }
    ) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug)]
        pub struct $Section<'a>(&'a crate::words::Words);

        impl crate::words::Words {
            $(#[$about])*
            pub fn $section(&self) -> $Section<'_> {
                $Section(self)
            }
        }

        impl<'a> $Section<'a> {
            $(
                words!(@function [$(#[$doc])*] $section $name [$($($hole)+)?] $text $(| $other)?);
            )+
        }

        pub(super) const TABLE: &[crate::words::Entry] = &[
            $( crate::words::Entry {
                section: stringify!($section),
                name: stringify!($name),
                english: ($text, words!(@other $($other)?)),
                holes: &[$($(stringify!($hole)),+)?],
            } ),+
        ];
    };
    (@other) => { None };
    (@other $other:literal) => { Some($other) };
    (@function [$(#[$doc:meta])*] $section:ident $name:ident [] $text:literal) => {
        #[doc = concat!("“", $text, "”")]
        $(#[$doc])*
        pub fn $name(self) -> &'a str {
            self.0.say(concat!(stringify!($section), ".", stringify!($name)), $text)
        }
    };
    (@function [$(#[$doc:meta])*] $section:ident $name:ident [$($hole:ident)+] $text:literal) => {
        #[doc = concat!("“", $text, "”")]
        $(#[$doc])*
        pub fn $name(self, $($hole: impl std::fmt::Display),+) -> String {
            let text = self.0.say(concat!(stringify!($section), ".", stringify!($name)), $text);
            crate::words::fill(text, &[$((stringify!($hole), &$hole)),+])
        }
    };
    (@function [$(#[$doc:meta])*] $section:ident $name:ident [$number:ident $($hole:ident)*] $text:literal | $other:literal) => {
        #[doc = concat!("“", $text, "”")]
        $(#[$doc])*
        pub fn $name(self, $number: usize $(, $hole: impl std::fmt::Display)*) -> String {
            let text = self.0.say_count(concat!(stringify!($section), ".", stringify!($name)), $number, ($text, $other));
            crate::words::fill(text, &[(stringify!($number), &$number) $(, (stringify!($hole), &$hole))*])
        }
    };
}

mod asked;
mod before;
mod caps;
mod console;
mod count;
mod find;
mod footer;
mod frame;
mod group;
mod guide;
mod held;
mod kept;
mod keys;
mod lesson;
mod lines;
mod map;
mod mirror;
mod outside;
mod overview;
mod plans;
mod prompt;
mod quiz;
mod quiz_end;
mod report;
mod review;
mod room;
mod room_keys;
mod room_lines;
mod saving;
mod setup;
mod start;
mod sureness;
mod text;
mod typed;
mod verdict;
mod workshop;

pub use asked::Asked;
pub use before::Before;
pub use caps::Caps;
pub use console::Console;
pub use count::{Count, capital};
pub use find::Find;
pub use footer::Footer;
pub use frame::Frame;
pub use group::Group;
pub use guide::Guide;
pub use held::Held;
pub use kept::Kept;
pub use keys::Keys;
pub use lesson::Lesson;
pub use lines::Lines;
pub use map::Map;
pub use mirror::Mirror;
pub use outside::Outside;
pub use overview::Overview;
pub use plans::Plans;
pub use prompt::Prompt;
pub use quiz::Quiz;
pub use quiz_end::QuizEnd;
pub use report::Report;
pub use review::Review;
pub use room::Room;
pub use room_keys::RoomKeys;
pub use room_lines::RoomLines;
pub use saving::Saving;
pub use setup::Setup;
pub use start::Start;
pub use sureness::Sureness;
pub use text::Text;
pub use typed::Typed;
pub use verdict::Verdict;
pub use workshop::Workshop;

/// The tables of all parts.
#[rustfmt::skip]
const PARTS: &[&[Entry]] = &[
    asked::TABLE,
    before::TABLE,
    caps::TABLE,
    console::TABLE,
    count::TABLE,
    find::TABLE,
    footer::TABLE,
    frame::TABLE,
    group::TABLE,
    guide::TABLE,
    held::TABLE,
    kept::TABLE,
    keys::TABLE,
    lesson::TABLE,
    lines::TABLE,
    map::TABLE,
    mirror::TABLE,
    outside::TABLE,
    overview::TABLE,
    plans::TABLE,
    prompt::TABLE,
    quiz::TABLE,
    quiz_end::TABLE,
    report::TABLE,
    review::TABLE,
    room::TABLE,
    room_keys::TABLE,
    room_lines::TABLE,
    saving::TABLE,
    setup::TABLE,
    start::TABLE,
    sureness::TABLE,
    text::TABLE,
    typed::TABLE,
    verdict::TABLE,
    workshop::TABLE,
];

/// A string as it stands here.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The part to which it belongs.
    pub section: &'static str,
    /// Its name there.
    pub name: &'static str,
    /// The text, and the one for any number but one where it depends on a number.
    pub english: (&'static str, Option<&'static str>),
    /// What goes into it.
    pub holes: &'static [&'static str],
}

impl Entry {
    /// Section and name, as in `map.carry_on`.
    pub fn full_name(&self) -> String {
        format!("{}.{}", self.section, self.name)
    }
}

/// What the interface says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Words {
    /// What a course says otherwise, by section and name. Nothing for English, so that it costs nothing to begin with.
    own: Option<Arc<HashMap<String, Own>>>,
}

/// A string of a course's own.
#[derive(Clone, Debug, PartialEq)]
pub enum Own {
    /// A text, with holes or without.
    Text(String),
    /// One for one, and one for any other number.
    Count(String, String),
}

/// A string in a table that is fixed before any course is open.
pub type Saying = fn(&Words) -> &str;

/// The language in which the program is written.
pub static ENGLISH: Words = Words { own: None };

impl Words {
    /// English, but for these: each with its part and name, as in `map.carry_on`.
    pub fn with(own: HashMap<String, Own>) -> Words {
        Words { own: (!own.is_empty()).then(|| Arc::new(own)) }
    }

    fn own(&self, name: &str) -> Option<&Own> {
        self.own.as_ref()?.get(name)
    }

    /// What is said for a string: its text, or the one for one and the one for any other number.
    pub fn texts(&self, entry: &Entry) -> (&str, Option<&str>) {
        match (self.own(&entry.full_name()), entry.english) {
            (Some(Own::Text(text)), _) => (text, None),
            (Some(Own::Count(one, other)), _) => (one, Some(other)),
            (None, english) => english,
        }
    }

    fn say(&self, name: &str, english: &'static str) -> &str {
        match self.own(name) {
            Some(Own::Text(text) | Own::Count(_, text)) => text,
            None => english,
        }
    }

    fn say_count(&self, name: &str, number: usize, english: (&'static str, &'static str)) -> &str {
        match (self.own(name), number) {
            (Some(Own::Text(text) | Own::Count(text, _)), 1) | (Some(Own::Text(text) | Own::Count(_, text)), _) => text,
            (None, 1) => english.0,
            (None, _) => english.1,
        }
    }
}

/// Every string there is, part by part.
pub fn all() -> impl Iterator<Item = &'static Entry> {
    PARTS.iter().flat_map(|part| part.iter())
}

/// The names that stand in braces in a text.
pub fn holes(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|after| after.split_once('}')).map(|(name, _)| name)
}

/// A text with its holes filled. What is filled in is not looked at again: a name with braces stays what it is.
fn fill(text: &str, with: &[(&str, &dyn Display)]) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let found = after.split_once('}').and_then(|(name, left)| {
            let (_, value) = with.iter().find(|(hole, _)| *hole == name)?;
            Some((value.to_string(), left))
        });
        let (value, left) = found.map_or((Cow::Borrowed("{"), after), |(value, left)| (Cow::Owned(value), left));
        out.push_str(&value);
        rest = left;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests;
