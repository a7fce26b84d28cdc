//! Comma-separated values (RFC 4180, UTF-8 without a mark, lines end in CR LF), for spreadsheets: one row an answer.
//!
//! A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula, and a formula can send a file away. Learners and
//! courses write what they like, so such a text is given a `'` before it, which spreadsheets take for “this is text”.

use super::Record;
use super::record::Answered;

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Words, whoever wrote them.
    Text(String),
    /// A whole number.
    Count(u64),
    /// A figure, four digits after the point.
    Figure(f64),
    /// `true` or `false`.
    Truth(bool),
    /// Nothing is known.
    Empty,
}

/// A text.
pub fn text(words: impl Into<String>) -> Cell {
    Cell::Text(words.into())
}

/// Something, or an empty cell.
pub fn maybe<T>(value: Option<T>, cell: impl Fn(T) -> Cell) -> Cell {
    value.map_or(Cell::Empty, cell)
}

/// One row with its end.
pub fn row(cells: &[Cell]) -> String {
    let cells: Vec<String> = cells.iter().map(Cell::written).collect();
    cells.join(",") + "\r\n"
}

/// The first row.
pub fn head(names: &[&str]) -> String {
    row(&names.iter().map(|name| text(*name)).collect::<Vec<_>>())
}

impl Cell {
    fn written(&self) -> String {
        match self {
            Cell::Text(words) => quoted(&harmless(words)),
            Cell::Count(count) => count.to_string(),
            Cell::Figure(figure) => format!("{}", super::record::rounded(*figure)),
            Cell::Truth(truth) => truth.to_string(),
            Cell::Empty => String::new(),
        }
    }
}

/// A text that no spreadsheet takes for a formula.
fn harmless(words: &str) -> String {
    let is_formula = words.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if is_formula { format!("'{words}") } else { words.to_owned() }
}

fn quoted(words: &str) -> String {
    let is_plain = !words.contains([',', '"', '\n', '\r']) && words.trim() == words;
    if is_plain { words.to_owned() } else { format!("\"{}\"", words.replace('"', "\"\"")) }
}

/// The columns of a report.
pub const COLUMNS: [&str; 24] = [
    "id",
    "at",
    "course",
    "lesson",
    "lesson_title",
    "quiz",
    "purpose",
    "mode",
    "question",
    "kind",
    "objective",
    "prompt",
    "attempt",
    "answer",
    "response",
    "right",
    "grade",
    "sure",
    "probability",
    "hints",
    "seconds",
    "wording",
    "same_wording",
    "name",
];

/// Every answer of a record.
pub fn record(record: &Record) -> String {
    let rows = record.answers.iter().map(|answer| row(&cells(record, answer)));
    head(&COLUMNS) + &rows.collect::<String>()
}

fn cells(record: &Record, answer: &Answered) -> [Cell; 24] {
    let title = record.lesson(&answer.lesson).map_or("", |lesson| lesson.title.as_str());
    let whole = |number: usize| Cell::Count(number as u64);
    [
        text(&answer.id),
        text(answer.at.written()),
        text(&record.course.id),
        text(&answer.lesson),
        text(title),
        text(&answer.quiz),
        text(answer.purpose),
        text(answer.mode),
        text(&answer.question),
        text(answer.kind),
        text(answer.objective.clone().unwrap_or_default()),
        text(answer.prompt.as_str()),
        whole(answer.attempt),
        text(&answer.answer),
        text(&answer.response),
        maybe(answer.right, Cell::Truth),
        maybe(answer.grade, Cell::Figure),
        text(answer.sure.unwrap_or_default()),
        maybe(answer.probability, Cell::Figure),
        whole(answer.hints),
        Cell::Count(u64::from(answer.seconds)),
        text(&answer.wording),
        Cell::Truth(answer.is_same_wording),
        text(record.name.as_ref().map_or("", |name| name.as_str())),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, written: &str) {
        assert_eq!(text(words).written(), written);
    }

    #[test]
    fn a_cell_is_quoted_where_it_must_be() {
        check("plain words", "plain words");
        check("a, b", "\"a, b\"");
        check("say \"why\"", "\"say \"\"why\"\"\"");
        check("two\nlines", "\"two\nlines\"");
        check(" a blank before", "\" a blank before\"");
        check("", "");
    }

    #[test]
    fn no_cell_is_a_formula() {
        check("=1+1", "'=1+1");
        check("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
        check("+49", "'+49");
        check("-2", "'-2");
        check("@SUM(A1)", "'@SUM(A1)");
        check("\t=1", "'\t=1");
        check("\r=1", "\"'\r=1\"");
        check("＝1", "'＝1");
        check("a=1", "a=1");
    }

    #[test]
    fn figures_stay_figures() {
        assert_eq!(row(&[Cell::Figure(-0.25), Cell::Count(3), Cell::Truth(true), Cell::Empty]), "-0.25,3,true,\r\n");
    }
}
