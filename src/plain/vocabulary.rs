//! The words that are typed: those of the course, which are said, and the English ones, which are understood beside them.

use crate::app::keymap::Act;
use crate::words::{ENGLISH, Words};

/// A word, in whatever language.
pub type Word = fn(&Words) -> &str;

/// Words that mean an act wherever its key works.
pub const WORDS: &[(Word, Act)] = &[
    (|words| words.typed().hint(), Act::Hint),
    (|words| words.typed().skip(), Act::Skip),
    (|words| words.typed().undo(), Act::Undo),
    (|words| words.typed().reasons(), Act::Reasons),
    (|words| words.typed().see(), Act::See),
    (|words| words.typed().faulty(), Act::Doubt),
    (|words| words.typed().back(), Act::Back),
    (|words| words.typed().before(), Act::PageUp),
    (|words| words.typed().top(), Act::Top),
    (|words| words.typed().end(), Act::Bottom),
    (|words| words.typed().last(), Act::Left),
    (|words| words.typed().following(), Act::Next),
    (|words| words.typed().preceding(), Act::Previous),
    (|words| words.typed().outline(), Act::Outline),
    (|words| words.typed().search(), Act::Find),
    (|words| words.typed().next_match(), Act::FindNext),
    (|words| words.typed().names(), Act::Jump),
    (|words| words.typed().terms(), Act::Term),
    (|words| words.typed().term(), Act::Term),
    (|words| words.typed().keep(), Act::Keep),
    (|words| words.typed().off(), Act::TakeOff),
    (|words| words.typed().answer(), Act::Check),
    (|words| words.typed().review(), Act::Review),
    (|words| words.typed().progress(), Act::Progress),
    (|words| words.typed().weakest(), Act::Weakest),
    (|words| words.typed().missed(), Act::Missed),
    (|words| words.typed().again(), Act::Again),
    (|words| words.typed().more(), Act::More),
    (|words| words.typed().sure(), Act::HowSure),
    (|words| words.typed().report(), Act::Report),
    (|words| words.typed().save(), Act::TryAgain),
    (|words| words.typed().help(), Act::Help),
    (|words| words.typed().quit(), Act::Leave),
];

/// Whether a line is a word, in the language of the course or in English.
pub fn is(words: &Words, said: &str, word: impl Fn(&Words) -> &str) -> bool {
    is_in(words, said, &word) || is_in(&ENGLISH, said, &word)
}

/// Whether a line is one of these words to the letter: a noun with its capital may be an answer.
pub fn is_exactly_one(words: &Words, said: &str, known: &[Word]) -> bool {
    known.iter().any(|word| said == word(words) || said == word(&ENGLISH))
}

fn is_in(words: &Words, said: &str, word: impl Fn(&Words) -> &str) -> bool {
    word(words).to_lowercase() == said.to_lowercase()
}

/// What a word means, if that works here. One of the course goes before one of English, where they are written alike.
pub fn act(words: &Words, said: &str, works: impl Fn(Act) -> bool) -> Option<Act> {
    let in_language =
        |words: &Words| WORDS.iter().find(|(word, act)| is_in(words, said, *word) && works(*act)).map(|(_, act)| *act);
    in_language(words).or_else(|| in_language(&ENGLISH))
}

/// Words as commands that begin with a stroke.
pub fn with_stroke(known: &[&str]) -> String {
    known.iter().map(|word| format!("/{word}")).collect::<Vec<_>>().join(", ")
}
