//! A text laid out at a width: rows of pieces with roles. Knows no colour and no screen; a theme turns roles into styles later.
//! Short texts are laid out at once; a lesson is a `Page`, laid out block by block where someone looks.
//!
//! Two laws hold at every width: no row is wider than asked, and no word is lost (`tests/it/laws.rs`).

use std::ops::Range;
use std::rc::Rc;

use crate::course::{Block, Clean, Lesson, Place, block, clean, markdown};
use crate::words::ENGLISH;

pub mod layout;
mod lazy;
mod link;
mod table;
pub mod wrap;

pub use layout::Layout;
pub use lazy::{Page, Spot};
pub use link::{Link, links};

/// One row of a page or of a screen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// What hangs in the margin before it.
    pub sign: Option<Sign>,
    /// What it says, from the left edge of the column.
    pub pieces: Vec<Piece>,
    /// Where in the text it begins.
    pub place: Place,
}

/// Words that look one way.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    /// The words.
    pub text: Clean,
    /// What they are.
    pub role: Role,
    /// Where they lead.
    pub link: Option<Rc<str>>,
}

impl Piece {
    /// Words that lead nowhere.
    pub fn of(text: Clean, role: Role) -> Piece {
        Piece { text, role, link: None }
    }
}

/// What something on the screen is. A theme knows what that looks like (`ui/theme.rs`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Role {
    /// Running text.
    #[default]
    Text,
    /// Words of the footer, minutes, sources.
    Quiet,
    /// A question, a header, figures that matter.
    Strong,
    /// Stressed words.
    Emphasis,
    /// The heading of a lesson or a group.
    Heading,
    /// The word over a box.
    Label,
    /// Thin lines.
    Rule,
    /// How far.
    Progress,
    /// Management: its sign, its word.
    Management,
    /// Leadership: its sign, its word.
    Leadership,
    /// What was right.
    Right,
    /// What was not.
    Wrong,
    /// A key of the keyboard.
    Key,
    /// Code.
    Code,
    /// A link.
    Link,
    /// Not saved; a problem.
    Notice,
    /// What a search found.
    Match,
    /// The match one stands on.
    Here,
    /// Text that is being typed.
    Field,
}

impl Role {
    /// Every role with the name it has in golden screens.
    pub const ALL: [(Role, &'static str); 19] = [
        (Role::Text, "text"),
        (Role::Quiet, "quiet"),
        (Role::Strong, "strong"),
        (Role::Emphasis, "emphasis"),
        (Role::Heading, "heading"),
        (Role::Label, "label"),
        (Role::Rule, "rule"),
        (Role::Progress, "progress"),
        (Role::Management, "management"),
        (Role::Leadership, "leadership"),
        (Role::Right, "right"),
        (Role::Wrong, "wrong"),
        (Role::Key, "key"),
        (Role::Code, "code"),
        (Role::Link, "link"),
        (Role::Notice, "notice"),
        (Role::Match, "match"),
        (Role::Here, "here"),
        (Role::Field, "field"),
    ];
}

/// What hangs in the margin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Before every row of a box.
    Bar,
    /// Right, read, passed.
    Right,
    /// Not quite.
    Wrong,
    /// Begun, or taken.
    Begun,
    /// Untouched.
    Untouched,
    /// Something to know.
    Notice,
    /// What was asked before is answered here.
    Asked,
}

impl Sign {
    /// What is drawn, and as what.
    pub fn piece(self) -> Piece {
        let (glyph, role) = match self {
            Sign::Bar => ("▌", Role::Progress),
            Sign::Right => ("✓", Role::Right),
            Sign::Wrong => ("✗", Role::Wrong),
            Sign::Begun => ("▸", Role::Text),
            Sign::Untouched => ("·", Role::Quiet),
            Sign::Notice => ("!", Role::Notice),
            Sign::Asked => ("?", Role::Strong),
        };
        piece(glyph, role)
    }
}

/// Words of the program as a piece.
pub fn piece(words: &'static str, role: Role) -> Piece {
    Piece { text: Clean::fixed(words), role, link: None }
}

/// Words made of several parts as a piece.
pub fn spoken(words: &str, role: Role) -> Piece {
    Piece::of(Clean::words(words), role)
}

impl Row {
    /// A row of these pieces.
    pub fn of(pieces: impl Into<Vec<Piece>>) -> Row {
        Row { pieces: pieces.into(), ..Row::default() }
    }

    /// The same row with a sign before it.
    pub fn signed(self, sign: Sign) -> Row {
        Row { sign: Some(sign), ..self }
    }

    /// How many cells it takes.
    pub fn width(&self) -> usize {
        self.pieces.iter().map(|piece| wrap::width(piece.text.as_str())).sum()
    }

    /// What it says.
    pub fn text(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).collect()
    }
}

/// A lesson block by block: its head, which is its title and what it promises, and then its text.
pub fn lesson(lesson: &Lesson, width: usize) -> impl Iterator<Item = Vec<Row>> {
    (0..=lesson.blocks().len()).map(move |block| rows_of(lesson, block, width))
}

/// The rows of one block of a lesson; 0 is its head.
pub fn rows_of(lesson: &Lesson, block: usize, width: usize) -> Vec<Row> {
    let mut layout = Layout::new(width, lesson.contrast.as_ref().map(Clean::as_str), &lesson.words);
    match block.checked_sub(1) {
        None => head(&mut layout, lesson),
        Some(at) => layout.body(lesson.blocks(), at, |id| lesson.question(id)),
    }
    layout.finish()
}

fn head(layout: &mut Layout, lesson: &Lesson) {
    layout.title(&[block::words(lesson.title.clone())]);
    if !lesson.objectives.is_empty() {
        layout.blank();
        layout.text(&[block::words(Clean::words(lesson.words.text().promise()))], Role::Text);
        layout.blank();
        for objective in &lesson.objectives {
            layout.hanging(piece("·  ", Role::Quiet), &[block::words(objective.text.clone())]);
        }
    }
    if !lesson.blocks().is_empty() {
        layout.end_with_blanks(2);
    }
}

/// Any Markdown, block by block; what `contrasts read FILE.md` prints.
pub fn markdown(source: &str, width: usize) -> impl Iterator<Item = Vec<Row>> {
    let blocks = markdown::lesson(source, 0);
    (0..blocks.len()).map(move |at| {
        let mut layout = Layout::new(width, None, &ENGLISH);
        layout.body(&blocks, at, |_| None);
        layout.finish()
    })
}

/// Some blocks as rows, of a question or a term: boxes, whose labels would be English here, belong into lessons.
pub fn blocks(blocks: &[Block], width: usize) -> Vec<Row> {
    let mut rows = Vec::new();
    for at in 0..blocks.len() {
        let mut layout = Layout::new(width, None, &ENGLISH);
        layout.body(blocks, at, |_| None);
        rows.extend(layout.finish());
    }
    rows
}

/// A row with something at its left edge and something at its right one; the left gives way.
pub fn spread(left: Vec<Piece>, right: Vec<Piece>, width: usize) -> Row {
    let right_width: usize = right.iter().map(|piece| wrap::width(piece.text.as_str())).sum();
    let gap = usize::from(right_width > 0) * 2;
    let left = shorten(left, width.saturating_sub(right_width + gap));
    let left_width: usize = left.iter().map(|piece| wrap::width(piece.text.as_str())).sum();
    let mut pieces = left;
    if right_width > 0 && left_width + right_width < width {
        pieces.push(blanks(width - left_width - right_width));
    }
    if right_width <= width {
        pieces.extend(right);
    }
    Row::of(pieces)
}

/// Pieces cut to a width, with `…` where something was cut.
pub fn shorten(pieces: Vec<Piece>, width: usize) -> Vec<Piece> {
    let all: usize = pieces.iter().map(|piece| wrap::width(piece.text.as_str())).sum();
    if all <= width {
        return pieces;
    }
    let mut room = width.saturating_sub(1);
    let mut kept = Vec::new();
    for piece in pieces {
        let cut = wrap::fitting(piece.text.as_str(), room);
        let range: Range<usize> = 0..cut;
        room -= wrap::width(piece.text.as_str().get(range.clone()).unwrap_or_default());
        let whole = cut == piece.text.as_str().len();
        let mut text = piece.text.slice(range);
        if !whole && width > 0 {
            text = clean::join([text.as_str().trim_end(), "…"]);
        }
        kept.push(Piece { text, ..piece });
        if !whole {
            break;
        }
    }
    kept
}

/// So many blank cells.
pub fn blanks(count: usize) -> Piece {
    const BLANKS: &str = "                                                                                ";
    match BLANKS.get(..count) {
        Some(blanks) => piece(blanks, Role::Text),
        None => spoken(&" ".repeat(count), Role::Text),
    }
}

/// So many cells of one glyph.
pub fn repeated(glyph: char, count: usize, role: Role) -> Piece {
    spoken(&glyph.to_string().repeat(count), role)
}

/// A bar: a heavy line over a thin one, as far as `part` (0 to 1) of `width`.
pub fn bar(part: f64, width: usize) -> Vec<Piece> {
    let done = ((part.clamp(0.0, 1.0) * width as f64).round() as usize).min(width);
    vec![repeated('━', done, Role::Progress), repeated('─', width - done, Role::Rule)]
}
