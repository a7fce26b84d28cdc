//! A document of headings, texts, lists and tables, written as Markdown or as one HTML page: what stands in both is said once. Whatever
//! comes from elsewhere is escaped in either, so that it says just its words.

use super::html::{self, Markup, Tongue, Width};
use super::markdown::quoted;
use crate::course::Clean;

/// A document.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Its title.
    pub title: String,
    /// A line or two under it.
    pub under: String,
    /// What stands in it.
    pub parts: Vec<Part>,
}

/// A part of it.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// A heading of the second or of the third level.
    Heading(u8, String),
    /// A paragraph.
    Text(Vec<Run>),
    /// Something to be told apart: a note.
    Quote(String),
    /// A list.
    List(Vec<Vec<Run>>),
    /// A table: what it is, its heads, its rows.
    Table(Table),
    /// A sign to be held up; each has a page of its own in print.
    Card(char),
}

/// Words of one weight.
#[derive(Clone, Debug, PartialEq)]
pub enum Run {
    /// As words are.
    Plain(String),
    /// Stronger ones.
    Strong(String),
}

/// A table.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// What it is, for those who do not see it at a glance.
    pub caption: String,
    /// The heads of its columns; figures stand to the right.
    pub heads: Vec<(String, Side)>,
    /// Its rows.
    pub rows: Vec<Vec<Cell>>,
}

/// Where the words of a column stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Words.
    Left,
    /// Figures.
    Right,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Words, whoever wrote them.
    Words(String),
    /// A figure or a sign of ours.
    Figure(String),
    /// The right one of several: by its weight and a sign.
    Key(String),
    /// Keys of the keyboard.
    Keys(Vec<String>),
    /// A part from 0 to 1, as a bar and in per cent.
    Bar(f64),
}

/// The letters of a whole bar: short enough for a table in a column of text.
const BAR: f64 = 10.0;

impl Run {
    /// As words are.
    pub fn plain(words: impl Into<String>) -> Run {
        Run::Plain(words.into())
    }
}

impl Table {
    /// A table with these heads.
    pub fn new<'a>(caption: &str, heads: impl IntoIterator<Item = (&'a str, Side)>, rows: Vec<Vec<Cell>>) -> Table {
        let heads = heads.into_iter().map(|(head, side)| (head.to_owned(), side)).collect();
        Table { caption: caption.to_owned(), heads, rows }
    }
}

impl Cell {
    /// Words, whoever wrote them.
    pub fn words(words: impl Into<String>) -> Cell {
        Cell::Words(words.into())
    }

    /// A figure or a sign of ours.
    pub fn figure(figure: impl Into<String>) -> Cell {
        Cell::Figure(figure.into())
    }
}

/// As Markdown.
pub fn as_markdown(document: &Document) -> String {
    let mut out = format!("# {}\n", clean(&document.title));
    if !document.under.is_empty() {
        out.push_str(&format!("\n{}\n", clean(&document.under)));
    }
    for part in &document.parts {
        out.push('\n');
        match part {
            Part::Heading(2, words) => out.push_str(&format!("## {}\n", clean(words))),
            Part::Heading(_, words) => out.push_str(&format!("### {}\n", clean(words))),
            Part::Text(runs) => out.push_str(&format!("{}\n", runs_as_markdown(runs))),
            Part::Quote(words) => out.push_str(&format!("> {}\n", clean(words))),
            Part::List(items) => {
                items.iter().for_each(|item| out.push_str(&format!("- {}\n", runs_as_markdown(item))));
            }
            Part::Table(table) => table_as_markdown(table, &mut out),
            Part::Card(letter) => out.push_str(&format!("# {letter}\n")),
        }
    }
    out
}

fn clean(words: &str) -> String {
    quoted(&Clean::words(words))
}

fn runs_as_markdown(runs: &[Run]) -> String {
    let one = |run: &Run| match run {
        Run::Plain(words) => clean(words),
        Run::Strong(words) => format!("**{}**", clean(words)),
    };
    runs.iter().map(one).collect::<Vec<_>>().join(" ")
}

fn table_as_markdown(table: &Table, out: &mut String) {
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    out.push_str(&line(table.heads.iter().map(|(head, _)| head.clone()).collect()));
    let rule = |(_, side): &(String, Side)| if *side == Side::Right { "---:" } else { "---" };
    out.push_str(&format!("|{}|\n", table.heads.iter().map(rule).collect::<Vec<_>>().join("|")));
    for row in &table.rows {
        out.push_str(&line(row.iter().map(cell_as_markdown).collect()));
    }
}

fn cell_as_markdown(cell: &Cell) -> String {
    match cell {
        Cell::Words(words) => clean(words),
        Cell::Figure(figure) => figure.clone(),
        Cell::Key(words) => format!("{} **✓**", clean(words)),
        Cell::Keys(keys) => keys.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(" "),
        Cell::Bar(part) => {
            let bar = "█".repeat((part.clamp(0.0, 1.0) * BAR).round() as usize);
            // Blanks that do not break: a figure stays with its bar and its sign.
            format!("{bar}\u{a0}{}\u{a0}%", (part * 100.0).round()).trim_start_matches('\u{a0}').to_owned()
        }
    }
}

/// As one HTML page that needs no network.
pub fn as_html(tongue: Tongue, document: &Document) -> String {
    html::page(tongue, Width::Text, (&document.title, &document.under), |out| {
        document.parts.iter().for_each(|part| of(part, out))
    })
}

fn of(part: &Part, out: &mut Markup) {
    match part {
        Part::Heading(2, words) => {
            out.line("<h2>", words, "</h2>");
        }
        Part::Heading(_, words) => {
            out.line("<h3>", words, "</h3>");
        }
        Part::Text(runs) => {
            runs_of(runs, out.tags("<p>")).tags("</p>\n");
        }
        Part::Quote(words) => {
            out.line("<blockquote><p>", words, "</p></blockquote>");
        }
        Part::List(items) => {
            out.tags("<ul>\n");
            for item in items {
                runs_of(item, out.tags("<li>")).tags("</li>\n");
            }
            out.tags("</ul>\n");
        }
        Part::Table(table) => table_of(table, out),
        Part::Card(letter) => {
            out.line("<p class=\"card\">", &letter.to_string(), "</p>");
        }
    }
}

fn runs_of<'a>(runs: &[Run], out: &'a mut Markup) -> &'a mut Markup {
    for (nth, run) in runs.iter().enumerate() {
        if nth > 0 {
            out.words(" ");
        }
        match run {
            Run::Plain(words) => out.words(words),
            Run::Strong(words) => out.tags("<strong>").words(words).tags("</strong>"),
        };
    }
    out
}

fn table_of(table: &Table, out: &mut Markup) {
    out.line("<table>\n<caption>", &table.caption, "</caption>").tags("<thead><tr>");
    for (head, side) in &table.heads {
        out.tags(if *side == Side::Right { "<th scope=\"col\" class=\"figure\">" } else { "<th scope=\"col\">" });
        out.words(head).tags("</th>");
    }
    out.tags("</tr></thead>\n<tbody>\n");
    for row in &table.rows {
        out.tags("<tr>");
        for (nth, (cell, (_, side))) in row.iter().zip(&table.heads).enumerate() {
            let (open, close) = match (nth, side) {
                (0, Side::Left) => ("<th scope=\"row\">", "</th>"),
                (0, Side::Right) => ("<th scope=\"row\" class=\"figure\">", "</th>"),
                (_, Side::Left) => ("<td>", "</td>"),
                (_, Side::Right) => ("<td class=\"figure\">", "</td>"),
            };
            cell_of(cell, out.tags(open));
            out.tags(close);
        }
        out.tags("</tr>\n");
    }
    out.tags("</tbody>\n</table>\n");
}

fn cell_of(cell: &Cell, out: &mut Markup) {
    match cell {
        Cell::Words(words) | Cell::Figure(words) => {
            out.words(words);
        }
        Cell::Key(words) => {
            out.tags("<strong>").words(words).tags(" ✓</strong>");
        }
        Cell::Keys(keys) => {
            for (nth, key) in keys.iter().enumerate() {
                out.words(if nth > 0 { " " } else { "" }).tags("<kbd>").words(key).tags("</kbd>");
            }
        }
        Cell::Bar(part) => {
            // The figure beside it says all that the bar does.
            out.tags("<svg class=\"row\" aria-hidden=\"true\" viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\">");
            out.tags("<rect class=\"track\" width=\"100\" height=\"10\"/><rect class=\"bar\" height=\"10\" width=\"");
            out.number(part.clamp(0.0, 1.0) * 100.0).tags("\"/></svg>").words(&format!("{} %", (part * 100.0).round()));
        }
    }
}
