//! A group's report as Markdown, and the sentences that it shares with the HTML.

use super::{ENOUGH, Gains, Item, LEAST, Lesson, Report};
use crate::exchange::markdown::quoted;
use crate::exchange::record::Level;
use crate::words::Words;

/// All of it.
pub fn report(report: &Report, words: &Words) -> String {
    let said = words.group();
    let mut out = format!("# {}\n\n{}\n", said.title(quoted(&report.course.title)), under(report, words));
    out.push_str(&format!("\n{}\n", said.rules()));
    if !report.is_enough() {
        return out;
    }
    out.push_str(&format!("\n## {}\n\n{}", said.lessons(), head(&lesson_heads(words))));
    for lesson in &report.lessons {
        out.push_str(&format!(
            "| {} {} | {} | {} |\n",
            lesson.number,
            quoted(&lesson.title),
            count(words, lesson.begun),
            count(words, lesson.done)
        ));
    }
    gains(report, words, &mut out);
    sure(report, words, &mut out);
    questions(report, words, &mut out);
    out
}

/// The heads of a table, and the rule under them.
fn head(heads: &[&str]) -> String {
    format!("| {} |\n|{}\n", heads.join(" | "), "---|".repeat(heads.len()))
}

/// `3 December 2026: 24 learners, 12 of them have completed the course`.
pub fn under(report: &Report, words: &Words) -> String {
    let said = words.group();
    let day = report.made.day(report.offset, words);
    let learners = match report.learners {
        Some(0) => said.no_learner(day),
        None => said.too_few(day, LEAST),
        Some(learners) => said.learners(day, learners, count(words, report.completed)),
    };
    match report.doubles {
        0 => learners,
        doubles => format!("{learners} {}", said.doubles(doubles)),
    }
}

/// A count, or that it is small.
pub fn count(words: &Words, count: Option<usize>) -> String {
    count.map_or(words.group().one_to_four().to_owned(), |count| count.to_string())
}

/// A part in hundredths.
pub fn percent(part: f64) -> String {
    format!("{:.0} %", part * 100.0)
}

/// The heads of the lessons.
pub fn lesson_heads(words: &Words) -> [&str; 3] {
    let words = words.group();
    [words.lesson(), words.begun(), words.done()]
}

/// The heads of what was gained.
pub fn gain_heads(words: &Words) -> [&str; 5] {
    let words = words.group();
    [words.lesson(), words.of(), words.before(), words.after(), words.gain()]
}

/// The heads of how sure people were.
pub fn sure_heads(words: &Words) -> [&str; 3] {
    let words = words.group();
    [words.said(), words.right(), words.promises()]
}

/// The heads of the questions.
pub fn question_heads(words: &Words) -> [&str; 8] {
    let words = words.group();
    [
        words.question(),
        words.answers(),
        words.answered_right(),
        words.tells_apart(),
        words.time(),
        words.sure_right(),
        words.often_wrong(),
        words.remarks(),
    ]
}

/// The cells of what was gained: learners, before, after, gain.
pub fn gain_cells(words: &Words, gain: &Gains) -> [String; 4] {
    let normalised = gain.normalised.map_or("–".to_owned(), |gain| format!("{gain:.2}"));
    let of = words.group().learners_and_questions(gain.learners, gain.questions);
    [of, percent(gain.before), percent(gain.after), normalised]
}

/// Every row of what was gained, all lessons together at the end.
pub fn gain_rows<'r>(report: &'r Report, words: &Words) -> Vec<(String, &'r Gains)> {
    let of_lesson = |lesson: &Lesson| format!("{} {}", lesson.number, lesson.title);
    let lessons = report.lessons.iter().filter_map(|lesson| Some((of_lesson(lesson), lesson.gain.as_ref()?)));
    lessons.chain(report.gain.iter().map(|gain| (words.group().all_lessons().to_owned(), gain))).collect()
}

/// How to read the questions.
pub fn how_to_read(words: &Words) -> String {
    words.group().how_to_read(ENOUGH)
}

/// The cells of how sure people were: the word, how often it was right, what it promises.
pub fn sure_cells(words: &Words, level: &Level) -> [String; 3] {
    let promised = level.promised.map_or("–".to_owned(), percent);
    [level.word.in_words(words).to_owned(), words.group().right_of(level.right, level.of), promised]
}

/// The cells of a question: answers, right, tells apart, time, sure and right, what was most often wrong, remarks.
pub fn question_cells(words: &Words, item: &Item) -> [String; 7] {
    let words = words.group();
    let none = || "–".to_owned();
    let time = item
        .median_seconds
        .map_or_else(none, |seconds| if seconds >= 600 { words.ten_minutes().to_owned() } else { words.seconds(seconds) });
    let sure =
        item.promised.zip(item.right_of_sure).map_or_else(none, |(sure, right)| format!("{}, {}", percent(sure), percent(right)));
    let wrong = item.wrong.first().map_or_else(none, |wrong| format!("{} ({})", wrong.text, percent(wrong.share)));
    let remarks: Vec<&str> = item.remarks.iter().map(|remark| remark.words.as_str()).collect();
    let right = percent(item.facility);
    let right = if item.is_self_rated { words.by_own_rating(right) } else { right };
    let apart = item.discrimination.map_or_else(none, |figure| format!("{figure:.2}").replace('-', "−"));
    [item.answers.to_string(), right, apart, time, sure, wrong, remarks.join("; ")]
}

/// What is not shown, and why.
pub fn left_out(report: &Report, words: &Words) -> String {
    let words = words.group();
    let mut said = Vec::new();
    if report.questions_of_few > 0 {
        said.push(words.answered_by_few(LEAST, report.questions_of_few));
    }
    if report.questions_of_none > 0 {
        said.push(words.answered_by_none(report.questions_of_none));
    }
    if report.answers_to_another_wording > 0 {
        said.push(words.another_wording(report.answers_to_another_wording));
    }
    said.join(" ")
}

fn gains(report: &Report, words: &Words, out: &mut String) {
    let rows = gain_rows(report, words);
    if rows.is_empty() {
        return;
    }
    let said = words.group();
    out.push_str(&format!("\n## {}\n\n{}\n\n{}", said.before_and_after(), said.gain_is(), head(&gain_heads(words))));
    for (title, gain) in rows {
        out.push_str(&format!("| {} | {} |\n", cleaned(&title), gain_cells(words, gain).join(" | ")));
    }
}

fn sure(report: &Report, words: &Words, out: &mut String) {
    if report.sure.is_empty() {
        return;
    }
    out.push_str(&format!("\n## {}\n\n{}", words.group().how_sure(), head(&sure_heads(words))));
    for level in &report.sure {
        out.push_str(&format!("| {} |\n", sure_cells(words, level).join(" | ")));
    }
}

fn questions(report: &Report, words: &Words, out: &mut String) {
    out.push_str(&format!("\n## {}\n\n{}\n", words.group().questions(), how_to_read(words)));
    for lesson in &report.lessons {
        let items: Vec<&Item> = report.questions.iter().filter(|item| item.lesson == lesson.id).collect();
        if items.is_empty() {
            continue;
        }
        out.push_str(&format!("\n### {} {}\n\n{}", lesson.number, quoted(&lesson.title), head(&question_heads(words))));
        for item in items {
            let cells: Vec<String> = question_cells(words, item).iter().map(|cell| cleaned(cell)).collect();
            out.push_str(&format!("| {} {} | {} |\n", item.id, quoted(&item.prompt), cells.join(" | ")));
        }
    }
    let left_out = left_out(report, words);
    if !left_out.is_empty() {
        out.push_str(&format!("\n{left_out}\n"));
    }
}

fn cleaned(text: &str) -> String {
    quoted(&crate::course::Clean::words(text))
}
