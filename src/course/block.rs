//! A lesson as data: blocks and inlines, without width and without colour. Every text in here is clean.

use std::ops::Range;
use std::rc::Rc;

use super::{Clean, Id};
use crate::words::Words;

/// One block of a text, and where in the source it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// The bytes of the file it was made of.
    pub source: Range<usize>,
}

/// The kinds of blocks.
#[derive(Clone, Debug, PartialEq)]
pub enum BlockKind {
    /// A heading; `slug` is the name by which a question or a link finds it.
    Heading {
        /// 1 to 6.
        level: u8,
        /// Its words.
        text: Vec<Inline>,
        /// Small letters, digits and hyphens, made the way code-hosting sites do; unique in its lesson.
        slug: Rc<str>,
    },
    /// Running text.
    Paragraph(Vec<Inline>),
    /// Code, line by line.
    Code(Vec<Clean>),
    /// A quotation.
    Quote(Vec<Block>),
    /// One of the course's boxes, or one of the five alerts.
    Boxed {
        /// What kind of box.
        label: Label,
        /// The words behind the label; may be empty.
        title: Vec<Inline>,
        /// What stands in it.
        blocks: Vec<Block>,
    },
    /// A list.
    List {
        /// The first number, where it is numbered.
        first: Option<u64>,
        /// No blank row between the items.
        tight: bool,
        /// Its items.
        items: Vec<Item>,
    },
    /// A table.
    Table(Table),
    /// The contrast card: pairs of (management, leadership).
    Card(Vec<(Vec<Inline>, Vec<Inline>)>),
    /// Terms and what they mean.
    Definitions(Vec<(Vec<Inline>, Vec<Vec<Block>>)>),
    /// A footnote where its author put it.
    Footnote {
        /// Counted in the order of their first mention.
        number: usize,
        /// Its text.
        blocks: Vec<Block>,
    },
    /// A picture; the terminal shows what it says.
    Picture {
        /// The text that stands for it.
        alt: Clean,
        /// Where it lies.
        target: Clean,
    },
    /// `---`
    Rule,
    /// `<!-- check: ID -->`: a question of the quiz at this place.
    Check(Id),
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Item {
    /// `[x]` or `[ ]` before it.
    pub ticked: Option<bool>,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// A table: a head and rows of cells.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Table {
    /// How each column is set.
    pub sides: Vec<Side>,
    /// The first row.
    pub head: Vec<Vec<Inline>>,
    /// The others.
    pub rows: Vec<Vec<Vec<Inline>>>,
}

/// The side to which a column is set.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub enum Side {
    /// Left, as text is.
    #[default]
    Left,
    /// In the middle.
    Middle,
    /// Right, as figures are.
    Right,
}

/// The word over a box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// What happened somewhere.
    Case,
    /// A situation to think through.
    Scenario,
    /// A question for oneself.
    Reflect,
    /// A question for several.
    Discuss,
    /// A sentence worth keeping.
    Key,
    /// GitHub's five.
    Note,
    /// A tip.
    Tip,
    /// Something important.
    Important,
    /// A warning.
    Warning,
    /// Caution.
    Caution,
}

impl Label {
    /// The label that is written so in a lesson: `[!CASE]`.
    pub fn named(word: &str) -> Option<Label> {
        Label::ALL.into_iter().find(|label| label.name().eq_ignore_ascii_case(word))
    }

    /// The word as it is written: `CASE`.
    fn name(self) -> &'static str {
        match self {
            Label::Case => "CASE",
            Label::Scenario => "SCENARIO",
            Label::Reflect => "REFLECT",
            Label::Discuss => "DISCUSS",
            Label::Key => "KEY",
            Label::Note => "NOTE",
            Label::Tip => "TIP",
            Label::Important => "IMPORTANT",
            Label::Warning => "WARNING",
            Label::Caution => "CAUTION",
        }
    }

    /// The word as it is shown.
    pub fn word(self, words: &Words) -> Clean {
        let words = words.text();
        Clean::words(match self {
            Label::Case => words.case(),
            Label::Scenario => words.scenario(),
            Label::Reflect => words.reflect(),
            Label::Discuss => words.discuss(),
            Label::Key => words.key(),
            Label::Note => words.note(),
            Label::Tip => words.tip(),
            Label::Important => words.important(),
            Label::Warning => words.warning(),
            Label::Caution => words.caution(),
        })
    }

    const ALL: [Label; 10] = [
        Label::Case,
        Label::Scenario,
        Label::Reflect,
        Label::Discuss,
        Label::Key,
        Label::Note,
        Label::Tip,
        Label::Important,
        Label::Warning,
        Label::Caution,
    ];
}

/// A piece of running text.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// Words that look one way.
    Span {
        /// The words.
        text: Clean,
        /// How they look.
        look: Look,
        /// Where they lead.
        link: Option<Rc<str>>,
    },
    /// A line ends here because its author said so.
    Break,
}

/// How words look, told apart by meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Look {
    /// Stressed.
    pub emphasis: bool,
    /// Stressed strongly.
    pub strong: bool,
    /// Code.
    pub code: bool,
}

/// Links to a question within the text begin so; nothing that an author can write as an address does.
const CHECK: &str = "check: ";

/// Where the link of a question within the text leads.
pub fn check_link(id: &Id) -> String {
    format!("{CHECK}{id}")
}

/// The question to which a link leads.
pub fn asked_by(target: &str) -> Option<Id> {
    Id::new(target.strip_prefix(CHECK)?)
}

/// Plain words as an inline.
pub fn words(text: Clean) -> Inline {
    Inline::Span { text, look: Look::default(), link: None }
}

/// What inlines say, without looks.
pub fn plain(inlines: &[Inline]) -> String {
    let mut out = String::new();
    for inline in inlines {
        match inline {
            Inline::Span { text, .. } => out.push_str(text.as_str()),
            Inline::Break => out.push(' '),
        }
    }
    out
}

/// What blocks say, one paragraph after the other, without looks.
pub fn plain_blocks(blocks: &[Block]) -> String {
    let mut out = String::new();
    for block in blocks {
        if let BlockKind::Paragraph(text) = &block.kind {
            if !out.is_empty() {
                out.push(' ');
            }
            out.push_str(&plain(text));
        }
    }
    out
}

/// Shows every piece of running text in a block, in order.
pub fn each_span(kind: &BlockKind, see: &mut impl FnMut(&Inline)) {
    match kind {
        BlockKind::Heading { text, .. } | BlockKind::Paragraph(text) => text.iter().for_each(see),
        BlockKind::Quote(blocks) | BlockKind::Footnote { blocks, .. } => each_in(blocks, see),
        BlockKind::Boxed { title, blocks, .. } => {
            title.iter().for_each(&mut *see);
            each_in(blocks, see);
        }
        BlockKind::List { items, .. } => items.iter().for_each(|item| each_in(&item.blocks, see)),
        BlockKind::Table(table) => [&table.head].into_iter().chain(&table.rows).flatten().flatten().for_each(see),
        BlockKind::Card(pairs) => pairs.iter().flat_map(|(one, other)| one.iter().chain(other)).for_each(see),
        BlockKind::Definitions(entries) => {
            for (term, meanings) in entries {
                term.iter().for_each(&mut *see);
                meanings.iter().for_each(|meaning| each_in(meaning, see));
            }
        }
        BlockKind::Code(_) | BlockKind::Picture { .. } | BlockKind::Rule | BlockKind::Check(_) => {}
    }
}

fn each_in(blocks: &[Block], see: &mut impl FnMut(&Inline)) {
    for block in blocks {
        each_span(&block.kind, see);
    }
}

/// All that a block says, its parts with a blank between them.
pub fn says(kind: &BlockKind) -> String {
    let mut out = String::new();
    say(kind, &mut out);
    out
}

/// Adds all that a block says to a text.
pub fn say(kind: &BlockKind, out: &mut String) {
    let say_all = |blocks: &[Block], out: &mut String| blocks.iter().for_each(|block| say(&block.kind, out));
    match kind {
        BlockKind::Heading { text, .. } | BlockKind::Paragraph(text) => say_words(text, out),
        BlockKind::Code(lines) => lines.iter().for_each(|line| part(line.as_str(), out)),
        BlockKind::Quote(blocks) | BlockKind::Footnote { blocks, .. } => say_all(blocks, out),
        BlockKind::Boxed { title, blocks, .. } => {
            say_words(title, out);
            say_all(blocks, out);
        }
        BlockKind::List { items, .. } => items.iter().for_each(|item| say_all(&item.blocks, out)),
        BlockKind::Table(table) => [&table.head].into_iter().chain(&table.rows).flatten().for_each(|cell| say_words(cell, out)),
        BlockKind::Card(pairs) => pairs.iter().flat_map(|(one, other)| [one, other]).for_each(|cell| say_words(cell, out)),
        BlockKind::Definitions(entries) => {
            for (term, meanings) in entries {
                say_words(term, out);
                meanings.iter().for_each(|meaning| say_all(meaning, out));
            }
        }
        BlockKind::Picture { alt, .. } => part(alt.as_str(), out),
        BlockKind::Rule | BlockKind::Check(_) => {}
    }
}

fn say_words(inlines: &[Inline], out: &mut String) {
    part("", out);
    for inline in inlines {
        match inline {
            Inline::Span { text, .. } => out.push_str(text.as_str()),
            Inline::Break => out.push(' '),
        }
    }
}

/// A part of its own begins after a blank.
fn part(words: &str, out: &mut String) {
    if !out.is_empty() && !out.ends_with(' ') {
        out.push(' ');
    }
    out.push_str(words);
}

/// How many bytes of words a block has: how far a place in it is, at any width.
pub fn length(kind: &BlockKind) -> usize {
    let words = |inlines: &[Inline]| inlines.iter().map(inline_length).sum::<usize>();
    let all = |blocks: &[Block]| blocks.iter().map(|block| length(&block.kind)).sum::<usize>();
    match kind {
        BlockKind::Heading { text, .. } | BlockKind::Paragraph(text) => words(text),
        BlockKind::Code(lines) => lines.iter().map(|line| line.as_str().len()).sum(),
        BlockKind::Quote(blocks) | BlockKind::Footnote { blocks, .. } => all(blocks),
        BlockKind::Boxed { title, blocks, .. } => words(title) + all(blocks),
        BlockKind::List { items, .. } => items.iter().map(|item| all(&item.blocks)).sum(),
        BlockKind::Table(table) => table.rows.iter().chain([&table.head]).flatten().map(|cell| words(cell)).sum(),
        BlockKind::Card(pairs) => pairs.iter().map(|(one, other)| words(one) + words(other)).sum(),
        BlockKind::Definitions(entries) => {
            entries.iter().map(|(term, meanings)| words(term) + meanings.iter().map(|m| all(m)).sum::<usize>()).sum()
        }
        BlockKind::Picture { alt, .. } => alt.as_str().len(),
        BlockKind::Rule | BlockKind::Check(_) => 0,
    }
}

/// A break counts as the blank that stands for it.
fn inline_length(inline: &Inline) -> usize {
    match inline {
        Inline::Span { text, .. } => text.as_str().len(),
        Inline::Break => 1,
    }
}
