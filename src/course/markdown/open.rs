//! Containers while they are open, and what becomes of them when they close.

use std::ops::Range;

use super::{Block, BlockKind, Clean, Inline, Item, Label, Table, block, read_html};

/// A container that waits for its end, with the blocks gathered so far.
pub struct Frame {
    pub what: Open,
    pub blocks: Vec<Block>,
    pub from: usize,
}

/// What kind of container is open.
pub enum Open {
    /// The text itself.
    Text,
    Quote(Option<Label>),
    /// A quote whose first line named a box of the course.
    Boxed(Label, Vec<Inline>),
    Code(String),
    Html(String),
    List {
        first: Option<u64>,
        tight: bool,
        items: Vec<Item>,
    },
    Item {
        ticked: Option<bool>,
    },
    Footnote(usize),
    /// A table, and the row that is being read.
    Table(Table, Vec<Vec<Inline>>),
    Definitions(Vec<(Vec<Inline>, Vec<Vec<Block>>)>),
    Meaning,
}

impl Frame {
    /// Closes this container and hands it to the one around it.
    pub fn close_into(self, outer: &mut Frame, end: usize) {
        let source = self.from..end;
        let mut blocks = self.blocks;
        blocks.shrink_to_fit();
        let kind = match self.what {
            Open::Text => return outer.blocks.extend(blocks),
            Open::Quote(None) => BlockKind::Quote(blocks),
            Open::Quote(Some(label)) => BlockKind::Boxed { label, title: Vec::new(), blocks },
            Open::Boxed(label, title) => BlockKind::Boxed { label, title, blocks },
            Open::Code(code) => BlockKind::Code(code_lines(&code)),
            Open::Html(html) => return outer.blocks.extend(read_html(&html, source)),
            Open::List { first, tight, items } => BlockKind::List { first, tight, items },
            Open::Item { ticked } => return close_item(Item { ticked, blocks }, outer),
            Open::Footnote(number) => BlockKind::Footnote { number, blocks },
            Open::Table(table, _) => table_or_card(table),
            Open::Definitions(entries) => BlockKind::Definitions(entries),
            Open::Meaning => return close_meaning(blocks, outer),
        };
        outer.blocks.push(Block { kind, source });
    }
}

fn close_item(item: Item, outer: &mut Frame) {
    match &mut outer.what {
        Open::List { items, .. } => items.push(item),
        _ => outer.blocks.extend(item.blocks),
    }
}

fn close_meaning(blocks: Vec<Block>, outer: &mut Frame) {
    match &mut outer.what {
        Open::Definitions(entries) => {
            if let Some((_, meanings)) = entries.last_mut() {
                meanings.push(blocks);
            }
        }
        _ => outer.blocks.extend(blocks),
    }
}

fn code_lines(code: &str) -> Vec<Clean> {
    code.strip_suffix('\n').unwrap_or(code).split('\n').map(|line| Clean::code(line.trim_end_matches('\r'))).collect()
}

/// A table with the heads `Management` and `Leadership` is the contrast card.
fn table_or_card(table: Table) -> BlockKind {
    let heads: Vec<String> = table.head.iter().map(|cell| block::plain(cell).trim().to_owned()).collect();
    if heads != ["Management", "Leadership"] {
        return BlockKind::Table(table);
    }
    let pair = |mut row: Vec<Vec<Inline>>| {
        let leadership = if row.len() > 1 { row.remove(1) } else { Vec::new() };
        let management = if row.is_empty() { Vec::new() } else { row.remove(0) };
        (management, leadership)
    };
    BlockKind::Card(table.rows.into_iter().map(pair).collect())
}

/// The first paragraph of a quote tells what the quote is: `[!CASE] Title` makes it a box, and what follows on the next lines is
/// the box's first paragraph. Anything else stays a quote.
pub fn shape_quote(what: &Open, text: Vec<Inline>, first_line: usize, blocks: &mut Vec<Block>, source: Range<usize>) -> Open {
    let Open::Quote(alert) = what else { return Open::Text };
    let Some((label, title)) = named_box(text.get(..first_line).unwrap_or(&text)) else {
        blocks.push(Block { kind: BlockKind::Paragraph(text), source });
        return Open::Quote(*alert);
    };
    let rest = without_the_line_end(text.into_iter().skip(first_line));
    if !rest.is_empty() {
        blocks.push(Block { kind: BlockKind::Paragraph(rest), source });
    }
    Open::Boxed(label, title)
}

/// What follows on the next lines, without the end of the first: a break, a blank, or both.
fn without_the_line_end(mut rest: impl Iterator<Item = Inline>) -> Vec<Inline> {
    let mut kept = Vec::new();
    for inline in rest.by_ref() {
        if let Inline::Span { text, look, link } = &inline {
            let blanks = text.as_str().len() - text.as_str().trim_start().len();
            if blanks == text.as_str().len() {
                continue;
            }
            kept.push(Inline::Span { text: text.slice(blanks..text.as_str().len()), look: *look, link: link.clone() });
            break;
        }
    }
    kept.extend(rest);
    kept
}

/// The label and the title in `[!CASE] Title`. The parser cuts the tag into several pieces, so it is read from the plain words,
/// and as many letters are taken off the inlines as it has.
fn named_box(line: &[Inline]) -> Option<(Label, Vec<Inline>)> {
    let words = block::plain(line);
    let inside = words.strip_prefix("[!")?;
    let (word, after) = inside.split_once(']')?;
    let label = Label::named(word)?;
    let blanks = after.len() - after.trim_start().len();
    let mut to_drop = "[!".len() + word.len() + "]".len() + blanks;
    let mut title = Vec::new();
    for inline in line {
        let Inline::Span { text, look, link } = inline else { continue };
        let dropped = to_drop.min(text.as_str().len());
        to_drop -= dropped;
        let kept: Clean = text.slice(dropped..text.as_str().len());
        if !kept.is_empty() {
            title.push(Inline::Span { text: kept, look: *look, link: link.clone() });
        }
    }
    Some((label, title))
}
