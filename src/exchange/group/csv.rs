//! A group's report as CSV: a row for each question that five or more answered.

use super::{Item, Report};
use crate::exchange::csv::{Cell, head, maybe, row, text};

/// The columns.
pub const COLUMNS: [&str; 16] = [
    "course",
    "lesson",
    "question",
    "kind",
    "self_rated",
    "prompt",
    "answers",
    "facility",
    "discrimination",
    "median_seconds",
    "sure_answers",
    "promised",
    "right_of_sure",
    "most_frequent_wrong",
    "its_share",
    "remarks",
];

/// Every question.
pub fn report(report: &Report) -> String {
    head(&COLUMNS) + &report.questions.iter().map(|item| row(&cells(report, item))).collect::<String>()
}

fn cells(report: &Report, item: &Item) -> [Cell; 16] {
    let whole = |number: usize| Cell::Count(number as u64);
    let most = item.wrong.first();
    let remarks: Vec<&str> = item.remarks.iter().map(|remark| remark.rule).collect();
    [
        text(&report.course.id),
        text(&item.lesson),
        text(&item.id),
        text(item.kind),
        Cell::Truth(item.is_self_rated),
        text(item.prompt.as_str()),
        whole(item.answers),
        Cell::Figure(item.facility),
        maybe(item.discrimination, Cell::Figure),
        maybe(item.median_seconds, whole),
        whole(item.sure_answers),
        maybe(item.promised, Cell::Figure),
        maybe(item.right_of_sure, Cell::Figure),
        text(most.map_or("", |wrong| wrong.text.as_str())),
        maybe(most.map(|wrong| wrong.share), Cell::Figure),
        text(remarks.join(" ")),
    ]
}
