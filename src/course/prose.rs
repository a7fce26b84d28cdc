//! A short Markdown text of a question. It is kept as its author wrote it and becomes blocks when it is shown: a course has
//! hundreds of them, and the first screen needs none. It cannot reach a cell before: only blocks are clean.

use super::block::{Block, plain_blocks};
use super::{Clean, markdown};

/// The text.
#[derive(Clone, Default, PartialEq)]
pub struct Prose(Box<str>);

impl Prose {
    /// What an author wrote.
    pub fn new(markdown: &str) -> Prose {
        Prose(markdown.trim().into())
    }

    /// Nothing was written.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// As blocks, clean.
    pub fn blocks(&self) -> Vec<Block> {
        markdown::short(&self.0)
    }

    /// Only the words, clean.
    pub fn words(&self) -> Clean {
        Clean::words(&plain_blocks(&self.blocks()))
    }

    /// As it was written, for a fingerprint.
    pub fn written(&self) -> &str {
        &self.0
    }

    /// Whether two texts say the same, capitals, blanks and punctuation aside.
    pub fn says_the_same(&self, other: &Prose) -> bool {
        self.letters().next().is_some() && self.letters().eq(other.letters())
    }

    /// The letters and digits, small. Lazily, because two texts mostly differ in the first.
    fn letters(&self) -> impl Iterator<Item = char> + '_ {
        self.0.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
    }
}

impl std::fmt::Debug for Prose {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Debug::fmt(&self.0, f)
    }
}
