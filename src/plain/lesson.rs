//! A lesson paragraph by paragraph, in words for listening: tables as records, cards side after side, links with a number, pictures by
//! what they show.

use super::words::line;
use crate::app::{App, Reader, Screen};
use crate::course::block::{self, Item, Label, Table};
use crate::course::{Block, BlockKind, Clean, Inline, Lesson, Place, glossary};
use crate::page::{self, Link};
use crate::words::Words;

/// The paragraph that one is at, with the headings over it.
pub fn say(app: &App, reader: &Reader) -> Vec<Clean> {
    let words = app.words();
    let Some(lesson) = app.course.lessons.get(reader.lesson) else { return Vec::new() };
    let mut lines = Vec::new();
    if let Some(search) = reader.search.as_ref().filter(|search| search.is_at(&reader.shown(lesson))) {
        lines.push(line(&words.lines().found(search.current + 1, search.count(), &search.text)));
    }
    let mut links = 0;
    for at in reader.shown(lesson) {
        if reader.answers.contains(&at) {
            lines.push(line(words.lines().answered_here()));
        }
        match at.checked_sub(1).map(|nth| lesson.blocks().get(nth)) {
            None => lines.extend(head(words, lesson)),
            Some(block) => {
                lines.extend(block.into_iter().flat_map(|block| of_lesson((words, lesson), (at, &block.kind), &mut links)))
            }
        }
    }
    if reader.shows_end(usize::MAX) {
        lines.push(line(words.lines().end_of_lesson()));
    }
    lines
}

/// Where one is, for whoever comes into the middle of a lesson; nothing at its beginning.
pub fn whereabouts(app: &App) -> Option<Clean> {
    let Screen::Reader(reader) = app.screen() else { return None };
    let lesson = app.course.lessons.get(reader.lesson)?;
    let shown = reader.shown(lesson);
    let at = Some(*shown.start()).filter(|at| *at > 0)?;
    // Where a section begins, its heading is said.
    let section = lesson.section_of(at).and_then(|nth| Some((nth, lesson.section(nth)?)));
    let section = section.filter(|(_, (heading, _))| !shown.contains(&(heading + 1)));
    let words = app.words().lines();
    Some(line(&match section {
        None => words.whereabouts(lesson.number, &lesson.title),
        Some((nth, (_, section))) => {
            let percent = lesson.part_before(Place { block: at, at: 0 }) * 100.0;
            let (nth, of, section) = (nth + 1, lesson.section_count(), block::plain(section));
            words.whereabouts_in(lesson.number, &lesson.title, nth, of, section, format!("{percent:.0}"))
        }
    }))
}

fn head(words: &Words, lesson: &Lesson) -> Vec<Clean> {
    let mut lines = vec![line(&match lesson.minutes {
        0 => words.lines().lesson(lesson.number, &lesson.title),
        time => words.lines().lesson_about(lesson.number, &lesson.title, words.count().time(time)),
    })];
    if !lesson.objectives.is_empty() {
        lines.push(line(words.lines().promise()));
        lines.extend(lesson.objectives.iter().map(|objective| line(&format!("- {}", objective.text))));
    }
    lines
}

/// A block that knows its place in its lesson: sections are counted, and a question within the text is asked.
fn of_lesson((words, lesson): (&Words, &Lesson), (at, kind): (usize, &BlockKind), links: &mut usize) -> Vec<Clean> {
    match kind {
        BlockKind::Heading { text, .. } => {
            let nth = lesson.section_of(at).filter(|nth| lesson.section(*nth).is_some_and(|(block, _)| block + 1 == at));
            let text = in_line(words, text, links);
            vec![line(&match nth {
                Some(nth) => words.lines().section(nth + 1, lesson.section_count(), text),
                None => format!("{text}:"),
            })]
        }
        BlockKind::Check(id) => lesson.question(id).map_or_else(Vec::new, |question| {
            let mut lines = vec![line(words.lines().check())];
            lines.extend(blocks(words, &question.prompt.blocks()));
            lines
        }),
        kind => {
            let mut said = Said { words, lines: Vec::new(), indent: 0, lead: String::new(), links };
            said.block(kind);
            said.lines
        }
    }
}

/// Blocks of a question, or of any other text.
pub fn blocks(words: &Words, blocks: &[Block]) -> Vec<Clean> {
    let mut said = Said { words, lines: Vec::new(), indent: 0, lead: String::new(), links: &mut 0 };
    said.all(blocks);
    said.lines
}

/// Lines in the making.
struct Said<'a> {
    words: &'a Words,
    lines: Vec<Clean>,
    indent: usize,
    /// Stands before the next line.
    lead: String,
    links: &'a mut usize,
}

impl Said<'_> {
    fn push(&mut self, words: &str) {
        let lead = std::mem::take(&mut self.lead);
        self.lines.push(line(&format!("{}{lead}{words}", "  ".repeat(self.indent))));
    }

    fn text(&mut self, text: &[Inline]) {
        let words = in_line(self.words, text, self.links);
        self.push(&words);
    }

    fn all(&mut self, blocks: &[Block]) {
        blocks.iter().for_each(|block| self.block(&block.kind));
    }

    fn block(&mut self, kind: &BlockKind) {
        let words = self.words;
        match kind {
            BlockKind::Heading { text, .. } | BlockKind::Paragraph(text) => self.text(text),
            BlockKind::Code(lines) => self.code(lines),
            BlockKind::Quote(blocks) => self.led(&format!("{} ", words.lines().quotation()), blocks),
            BlockKind::Boxed { label, title, blocks } => {
                let label = called(words, *label);
                let title = in_line(self.words, title, self.links);
                let lead = if title.is_empty() { format!("{label}: ") } else { format!("{label}, {title}: ") };
                self.led(&lead, blocks);
            }
            BlockKind::List { first, items, .. } => self.list(*first, items),
            BlockKind::Table(table) => self.table(table),
            BlockKind::Card(pairs) => {
                for (management, leadership) in pairs {
                    let sides = [in_line(words, management, self.links), in_line(words, leadership, self.links)];
                    let [management, leadership] = sides;
                    self.push(&words.lines().sides(management, leadership));
                }
            }
            BlockKind::Definitions(entries) => {
                for (term, meanings) in entries {
                    let lead = format!("{}: ", in_line(words, term, self.links));
                    meanings.iter().for_each(|meaning| self.led(&lead, meaning));
                }
            }
            BlockKind::Footnote { number, blocks } => self.led(&format!("{} ", words.lines().footnote(number)), blocks),
            BlockKind::Picture { alt, target } => {
                let shows = if alt.is_empty() { target } else { alt };
                self.push(&words.lines().picture(shows));
            }
            BlockKind::Rule | BlockKind::Check(_) => {}
        }
    }

    /// Blocks with some words before the first.
    fn led(&mut self, lead: &str, blocks: &[Block]) {
        self.lead.push_str(lead);
        self.all(blocks);
        if !self.lead.is_empty() {
            self.push("");
        }
    }

    /// Code as it is, so far inside that nobody wraps it.
    fn code(&mut self, lines: &[Clean]) {
        self.push(self.words.lines().code());
        self.lines.extend(lines.iter().map(|code| Clean::code(&format!("    {code}"))));
        self.push(self.words.lines().end_of_code());
    }

    fn list(&mut self, first: Option<u64>, items: &[Item]) {
        for (nth, item) in items.iter().enumerate() {
            let number = first.map_or("- ".to_owned(), |first| format!("{}. ", first + nth as u64));
            let tick = match item.ticked {
                Some(true) => format!("{} ", self.words.lines().item_ticked()),
                Some(false) => format!("{} ", self.words.lines().item_not_ticked()),
                None => String::new(),
            };
            let outer = self.lines.len();
            self.lead.push_str(&format!("{number}{tick}"));
            for (nth, block) in item.blocks.iter().enumerate() {
                self.indent += usize::from(nth > 0);
                self.block(&block.kind);
                self.indent -= usize::from(nth > 0);
            }
            if self.lines.len() == outer {
                self.push("");
            }
        }
    }

    /// Each row is a record: the head of a column, and what stands in it.
    fn table(&mut self, table: &Table) {
        let heads: Vec<String> = table.head.iter().map(|cell| in_line(self.words, cell, self.links)).collect();
        self.push(&self.words.lines().table(table.rows.len()));
        for row in &table.rows {
            let cells: Vec<String> = row
                .iter()
                .enumerate()
                .map(|(nth, cell)| (heads.get(nth).map_or("", String::as_str), in_line(self.words, cell, self.links)))
                .filter(|(_, cell)| !cell.trim().is_empty())
                .map(|(head, cell)| if head.trim().is_empty() { cell } else { format!("{head}: {cell}") })
                .collect();
            self.push(&format!("- {}", cells.join("; ")));
        }
    }
}

/// What a box is called, as running text has it.
fn called(words: &Words, label: Label) -> String {
    let label = label.word(words);
    let mut letters = label.as_str().chars();
    letters.next().map(|first| first.to_string() + &letters.as_str().to_lowercase()).unwrap_or_default()
}

/// Running text in one line; a link that can be followed has its number behind it.
fn in_line(words: &Words, text: &[Inline], links: &mut usize) -> String {
    let mut out = String::new();
    let mut open: Option<&str> = None;
    for inline in text {
        let Inline::Span { text, link, .. } = inline else {
            out.push(' ');
            continue;
        };
        let link = link.as_deref().filter(|target| is_spoken(target));
        if open.is_some() && open != link {
            close(words, &mut out, links);
        }
        open = link;
        out.push_str(text.as_str());
    }
    if open.is_some() {
        close(words, &mut out, links);
    }
    out
}

fn close(words: &Words, out: &mut String, links: &mut usize) {
    *links += 1;
    out.push_str(&format!(" {}", words.lines().link(*links)));
}

/// Terms and questions have words of their own.
fn is_spoken(target: &str) -> bool {
    glossary::term_of(target).is_none() && block::asked_by(target).is_none()
}

/// The link with a number, and how many links stand before it on the screen.
pub fn link(reader: &Reader, number: usize) -> Option<(usize, Link)> {
    let all = page::links(&reader.rows).into_iter().enumerate();
    all.filter(|(_, link)| is_spoken(&link.target)).nth(number.checked_sub(1)?)
}
