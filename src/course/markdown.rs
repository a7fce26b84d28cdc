//! Markdown into blocks, the one user of pulldown-cmark. No text leaves here uncleaned, and no depth of nesting overflows the
//! stack: containers are kept in a list while they are open, and what lies deeper than `DEEPEST` joins the container around it.

use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use pulldown_cmark::{Alignment, BlockQuoteKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::block::{self, Block, BlockKind, Inline, Item, Label, Look, Side, Table};
use super::{Clean, Id};

mod open;
mod pieces;
mod remarks;
use open::{Frame, Open, shape_quote};
pub use remarks::remarks;

/// Containers within containers that are kept apart; a terminal has no room for more.
pub const DEEPEST: usize = 24;

/// Longer texts are parsed piece by piece: a parser's tree of the whole is five times as large as its text.
const PIECE: usize = 64 * 1024;

/// Blocks of a whole lesson. `start` is where `body` begins in its file.
pub fn lesson(body: &str, start: usize) -> Vec<Block> {
    if body.len() > PIECE { in_pieces(body, start, PIECE) } else { in_one(body, start) }
}

/// Blocks of a text that is parsed as a whole.
pub fn in_one(body: &str, start: usize) -> Vec<Block> {
    let mut builder = Builder::new(start);
    for (event, range) in Parser::new_ext(body, options()).into_offset_iter() {
        builder.take(event, range);
    }
    builder.finish()
}

/// The same blocks, parsed in pieces of about `size` bytes.
pub fn in_pieces(body: &str, start: usize, size: usize) -> Vec<Block> {
    let mut builder = Builder::new(start);
    pieces::parse(body, size, &pieces::definitions(body, size), |event, range| builder.take(event, range));
    builder.finish()
}

/// Blocks of a short text, as questions have them: most are one plain sentence, and those need no parser.
pub fn short(text: &str) -> Vec<Block> {
    let text = text.trim();
    if text.is_empty() {
        return Vec::new();
    }
    let markup =
        |b: u8| matches!(b, b'*' | b'_' | b'`' | b'[' | b']' | b'<' | b'>' | b'&' | b'\\' | b'|' | b'~' | b'\n' | b'#' | b'!');
    let starts_plain = text.chars().next().is_some_and(|c| c.is_alphabetic() || matches!(c, '“' | '‘'));
    if starts_plain && !text.bytes().any(markup) {
        let kind = BlockKind::Paragraph(vec![block::words(Clean::words(text))]);
        return vec![Block { kind, source: 0..text.len() }];
    }
    lesson(text, 0)
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
}

/// The state between two events: the containers that are open, and the words gathered for the innermost.
struct Builder {
    start: usize,
    open: Vec<Frame>,
    /// Containers too deep to be kept apart; each waits for its end.
    too_deep: usize,
    inlines: Vec<Inline>,
    /// How many of `inlines` stand on the first line of the source: the title of a box.
    first_line: Option<usize>,
    look: Look,
    links: Vec<Rc<str>>,
    picture: Option<(Clean, String)>,
    inner_pictures: usize,
    slugs: HashMap<String, usize>,
    /// Questions asked for in the paragraph that is being read; they follow it.
    checks: Vec<Id>,
    notes: HashMap<String, usize>,
}

impl Builder {
    fn new(start: usize) -> Builder {
        Builder {
            start,
            open: vec![Frame { what: Open::Text, blocks: Vec::new(), from: start }],
            too_deep: 0,
            inlines: Vec::new(),
            first_line: None,
            look: Look::default(),
            links: Vec::new(),
            picture: None,
            inner_pictures: 0,
            slugs: HashMap::new(),
            checks: Vec::new(),
            notes: HashMap::new(),
        }
    }

    fn finish(mut self) -> Vec<Block> {
        while self.open.len() > 1 {
            self.close_container(self.start);
        }
        self.end_paragraph(self.start..self.start);
        self.open.pop().map(|frame| frame.blocks).unwrap_or_default()
    }

    fn take(&mut self, event: Event, range: Range<usize>) {
        let source = range.start + self.start..range.end + self.start;
        match event {
            Event::Start(tag) => self.begin(tag, source),
            Event::End(tag) => self.end(tag, source),
            Event::Text(text) => self.text(&text),
            Event::Code(text) => {
                let look = Look { code: true, ..self.look };
                self.span(Clean::code(&text.replace('\n', " ")), look);
            }
            Event::InlineHtml(html) => self.inline_html(&html),
            Event::Html(html) => self.html(&html),
            Event::SoftBreak => {
                self.first_line.get_or_insert(self.inlines.len());
                self.text(" ");
            }
            Event::HardBreak => self.hard_break(),
            Event::Rule => self.push(BlockKind::Rule, source),
            Event::TaskListMarker(done) => self.task(done),
            Event::FootnoteReference(label) => {
                let number = self.note_number(&label);
                self.links.push(note_link(number).into());
                self.span(superscript(number), Look::default());
                self.links.pop();
            }
            Event::InlineMath(text) | Event::DisplayMath(text) => self.text(&text),
        }
    }

    fn begin(&mut self, tag: Tag, source: Range<usize>) {
        match tag {
            Tag::Paragraph => self.end_paragraph(source),
            Tag::Heading { .. } => self.end_paragraph(source),
            Tag::BlockQuote(kind) => self.open_container(Open::Quote(kind.map(alert)), source),
            Tag::CodeBlock(_) => self.open_container(Open::Code(String::new()), source),
            Tag::HtmlBlock => self.open_container(Open::Html(String::new()), source),
            Tag::List(first) => self.open_container(Open::List { first, tight: true, items: Vec::new() }, source),
            Tag::Item => self.open_container(Open::Item { ticked: None }, source),
            Tag::FootnoteDefinition(label) => {
                let number = self.note_number(&label);
                self.open_container(Open::Footnote(number), source);
            }
            Tag::Table(sides) => {
                let sides = sides.into_iter().map(side).collect();
                self.open_container(Open::Table(Table { sides, ..Table::default() }, Vec::new()), source);
            }
            Tag::DefinitionList => self.open_container(Open::Definitions(Vec::new()), source),
            Tag::DefinitionListDefinition => self.open_container(Open::Meaning, source),
            Tag::Emphasis => self.look.emphasis = true,
            Tag::Strong => self.look.strong = true,
            Tag::Strikethrough => self.text("~~"),
            Tag::Link { dest_url, .. } => self.links.push(Clean::words(&dest_url).as_str().into()),
            // A picture in what another picture says adds its words to it.
            Tag::Image { .. } if self.picture.is_some() => self.inner_pictures += 1,
            Tag::Image { dest_url, .. } => self.picture = Some((Clean::words(&dest_url), String::new())),
            Tag::TableHead | Tag::TableRow | Tag::TableCell | Tag::DefinitionListTitle => {}
            Tag::Superscript | Tag::Subscript | Tag::MetadataBlock(_) => {}
        }
    }

    fn end(&mut self, tag: TagEnd, source: Range<usize>) {
        match tag {
            TagEnd::Paragraph => {
                if let Some(Open::List { tight, .. }) = self.open.iter_mut().rev().nth(1).map(|frame| &mut frame.what) {
                    *tight = false;
                }
                self.end_paragraph(source);
            }
            TagEnd::Heading(level) => self.end_heading(level, source),
            TagEnd::BlockQuote(_) | TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::List(_) | TagEnd::Item => {
                self.close_container(source.end);
            }
            TagEnd::FootnoteDefinition | TagEnd::Table | TagEnd::DefinitionList | TagEnd::DefinitionListDefinition => {
                self.close_container(source.end);
            }
            TagEnd::TableCell => self.end_cell(),
            TagEnd::TableHead => self.end_row(true),
            TagEnd::TableRow => self.end_row(false),
            TagEnd::DefinitionListTitle => {
                let title = std::mem::take(&mut self.inlines);
                if let Some(Open::Definitions(entries)) = self.innermost() {
                    entries.push((title, Vec::new()));
                }
            }
            TagEnd::Emphasis => self.look.emphasis = false,
            TagEnd::Strong => self.look.strong = false,
            TagEnd::Strikethrough => self.text("~~"),
            TagEnd::Link => {
                self.links.pop();
            }
            TagEnd::Image if self.inner_pictures > 0 => self.inner_pictures -= 1,
            TagEnd::Image => self.end_picture(source),
            TagEnd::Superscript | TagEnd::Subscript | TagEnd::MetadataBlock(_) => {}
        }
    }

    fn innermost(&mut self) -> Option<&mut Open> {
        self.open.last_mut().map(|frame| &mut frame.what)
    }

    fn push(&mut self, kind: BlockKind, source: Range<usize>) {
        self.end_paragraph(source.clone());
        if let Some(frame) = self.open.last_mut() {
            frame.blocks.push(Block { kind, source });
        }
    }

    fn text(&mut self, text: &str) {
        if let Some((_, alt)) = &mut self.picture {
            alt.push_str(text);
            return;
        }
        match self.innermost() {
            Some(Open::Code(code)) | Some(Open::Html(code)) => code.push_str(text),
            _ => self.span(Clean::words(text), self.look),
        }
    }

    fn span(&mut self, text: Clean, look: Look) {
        if let Some((_, alt)) = &mut self.picture {
            alt.push_str(text.as_str());
            return;
        }
        let link = self.links.last().cloned();
        let ends_first_line = self.first_line == Some(self.inlines.len());
        // What looks and leads alike is one span: a long text would otherwise be mostly ends of lines.
        if let Some(Inline::Span { text: before, look: same, link: to }) = self.inlines.last_mut()
            && !ends_first_line
            && *same == look
            && same_link(to.as_ref(), link.as_ref())
        {
            return before.push(&text);
        }
        self.inlines.push(Inline::Span { text, look, link });
    }

    fn hard_break(&mut self) {
        self.first_line.get_or_insert(self.inlines.len());
        self.inlines.push(Inline::Break);
    }

    /// Tags fall away and what they enclose stays; but `<br>` breaks the line, and a question may be asked for within a paragraph.
    fn inline_html(&mut self, html: &str) {
        let tag = html.trim_matches(['<', '>', '/', ' ']);
        if tag.eq_ignore_ascii_case("br") {
            self.hard_break();
        }
        self.checks.extend(asked_for(html));
    }

    fn html(&mut self, html: &str) {
        if let Some(Open::Html(text)) = self.innermost() {
            text.push_str(html);
        }
    }

    fn task(&mut self, done: bool) {
        if let Some(Open::Item { ticked }) = self.innermost() {
            *ticked = Some(done);
        }
    }

    /// The number of a footnote: footnotes count in the order in which the text first names them.
    fn note_number(&mut self, label: &str) -> usize {
        let next = self.notes.len() + 1;
        *self.notes.entry(label.to_owned()).or_insert(next)
    }

    /// The words gathered so far, without room for more: a long text has a hundred thousand of them.
    fn gathered(&mut self) -> Vec<Inline> {
        let mut text = std::mem::take(&mut self.inlines);
        text.shrink_to_fit();
        for inline in &mut text {
            if let Inline::Span { text, .. } = inline {
                text.shrink();
            }
        }
        text
    }

    /// Makes a paragraph of the words gathered so far; does nothing where there are none.
    fn end_paragraph(&mut self, source: Range<usize>) {
        let text = self.gathered();
        let first_line = self.first_line.take().unwrap_or(text.len());
        if text.is_empty() {
            return;
        }
        if let Some(frame) = self.open.last_mut() {
            if let (Open::Quote(_), true) = (&frame.what, frame.blocks.is_empty()) {
                frame.what = shape_quote(&frame.what, text, first_line, &mut frame.blocks, source);
                return;
            }
            frame.blocks.push(Block { kind: BlockKind::Paragraph(text), source: source.clone() });
            let asked = self.checks.drain(..).map(|id| Block { kind: BlockKind::Check(id), source: source.clone() });
            frame.blocks.extend(asked);
        }
    }

    fn end_heading(&mut self, level: HeadingLevel, source: Range<usize>) {
        let text = self.gathered();
        self.first_line = None;
        let slug = self.new_slug(&block::plain(&text));
        self.push(BlockKind::Heading { level: level as u8, text, slug }, source);
    }

    fn new_slug(&mut self, heading: &str) -> Rc<str> {
        let base = slug(heading);
        let mut name = base.clone();
        while let Some(copies) = self.slugs.get_mut(&name) {
            *copies += 1;
            name = format!("{base}-{copies}");
        }
        self.slugs.insert(name.clone(), 0);
        name.into()
    }

    fn end_cell(&mut self) {
        let mut cell = self.gathered();
        self.first_line = None;
        match self.innermost() {
            Some(Open::Table(_, row)) => row.push(cell),
            // A table too deep to be kept apart: its cells follow each other as text.
            _ => {
                cell.push(block::words(Clean::fixed(" ")));
                self.inlines = cell;
            }
        }
    }

    fn end_row(&mut self, head: bool) {
        if let Some(Open::Table(table, row)) = self.innermost() {
            let mut row = std::mem::take(row);
            row.shrink_to_fit();
            if head {
                table.head = row;
            } else {
                table.rows.push(row);
            }
        }
    }

    fn end_picture(&mut self, source: Range<usize>) {
        if let Some((target, alt)) = self.picture.take() {
            let gathered = std::mem::take(&mut self.inlines);
            if gathered.is_empty() && !matches!(self.innermost(), Some(Open::Table(..))) {
                self.push(BlockKind::Picture { alt: Clean::words(&alt), target }, source);
            } else {
                self.inlines = gathered;
                self.span(Clean::words(&alt), self.look);
            }
        }
    }

    fn open_container(&mut self, what: Open, source: Range<usize>) {
        self.end_paragraph(source.clone());
        if self.open.len() > DEEPEST {
            self.too_deep += 1;
            return;
        }
        self.open.push(Frame { what, blocks: Vec::new(), from: source.start });
    }

    fn close_container(&mut self, end: usize) {
        self.end_paragraph(end..end);
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return;
        }
        if self.open.len() < 2 {
            return;
        }
        if let (Some(frame), Some(outer)) = (self.open.pop(), self.open.last_mut()) {
            frame.close_into(outer, end);
        }
    }
}

fn same_link(one: Option<&Rc<str>>, other: Option<&Rc<str>>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => Rc::ptr_eq(one, other),
        (one, other) => one.is_none() && other.is_none(),
    }
}

fn alert(kind: BlockQuoteKind) -> Label {
    match kind {
        BlockQuoteKind::Note => Label::Note,
        BlockQuoteKind::Tip => Label::Tip,
        BlockQuoteKind::Important => Label::Important,
        BlockQuoteKind::Warning => Label::Warning,
        BlockQuoteKind::Caution => Label::Caution,
    }
}

fn side(alignment: Alignment) -> Side {
    match alignment {
        Alignment::None | Alignment::Left => Side::Left,
        Alignment::Center => Side::Middle,
        Alignment::Right => Side::Right,
    }
}

/// The name of a heading in links: small letters and digits, hyphens for spaces, everything else dropped.
pub fn slug(heading: &str) -> String {
    let mut out = String::new();
    for c in heading.trim().chars() {
        match c {
            ' ' => out.push('-'),
            '-' | '_' => out.push(c),
            c if c.is_alphanumeric() => out.extend(c.to_lowercase()),
            _ => {}
        }
    }
    out
}

/// Where the sign of a footnote leads: no heading has such a name.
pub fn note_link(number: usize) -> String {
    format!("#^{number}")
}

/// A number in raised digits.
pub fn superscript(number: usize) -> Clean {
    let raised = |digit: char| match digit {
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        other => char::from_u32(0x2070 + other as u32 - '0' as u32).unwrap_or(other),
    };
    Clean::words(&number.to_string().chars().map(raised).collect::<String>())
}

/// The words of a piece of HTML and the questions it asks for: tags and comments fall away, what stands between them stays.
fn read_html(html: &str, source: Range<usize>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut text = String::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        text.push_str(before);
        let is_tag = tag.chars().nth(1).is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'));
        if !is_tag {
            text.push('<');
            rest = tag.get(1..).unwrap_or_default();
            continue;
        }
        let close = if tag.starts_with("<!--") { "-->" } else { ">" };
        let Some(end) = tag.find(close).map(|at| at + close.len()) else {
            rest = "";
            break;
        };
        let (tag, after) = tag.split_at(end);
        if let Some(id) = asked_for(tag) {
            blocks.push(Block { kind: BlockKind::Check(id), source: source.clone() });
        }
        rest = after;
    }
    text.push_str(rest);
    let words = Clean::words(text.trim());
    if !words.is_empty() {
        blocks.push(Block { kind: BlockKind::Paragraph(vec![block::words(words)]), source });
    }
    blocks
}

/// The question that `<!-- check: ID -->` asks for.
fn asked_for(comment: &str) -> Option<Id> {
    let inside = comment.strip_prefix("<!--")?.strip_suffix("-->")?;
    Id::new(inside.trim().strip_prefix("check:")?.trim())
}

#[cfg(test)]
mod tests;
