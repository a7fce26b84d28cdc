//! A group's report as Markdown, and the sentences that it shares with the HTML.

use super::{ENOUGH, Gains, Item, LEAST, Lesson, Report};
use crate::exchange::markdown::quoted;
use crate::words::Words;

/// All of it.
pub fn report(report: &Report, words: &Words) -> String {
    let mut out = format!("# {}: a group\n\n{}\n", quoted(&report.course.title), under(report, words));
    out.push_str(&format!("\n{RULES}\n"));
    if !report.is_enough() {
        return out;
    }
    out.push_str("\n## Lessons\n\n| Lesson | Begun | Done |\n|---|---|---|\n");
    for lesson in &report.lessons {
        out.push_str(&format!(
            "| {} {} | {} | {} |\n",
            lesson.number,
            quoted(&lesson.title),
            count(lesson.begun),
            count(lesson.done)
        ));
    }
    gains(report, &mut out);
    sure(report, &mut out);
    questions(report, &mut out);
    out
}

/// What a reader must know.
pub const RULES: &str = "First answers count, given after the lesson. Nothing that rests on fewer than five learners is shown, and nothing that \
                         anyone wrote: no plan, no note, no open answer.";

/// `3 December 2026: 24 learners, 12 of them have completed the course`.
pub fn under(report: &Report, words: &Words) -> String {
    let day = report.made.day(report.offset, words);
    let doubles = match report.doubles {
        0 => String::new(),
        1 => " One export was of a learner who was there before.".to_owned(),
        doubles => format!(" {doubles} exports were of learners who were there before."),
    };
    match report.learners {
        Some(0) => format!("{day}: no learner.{doubles}"),
        None => format!("{day}: fewer than {LEAST} learners, too few to say anything without telling of someone.{doubles}"),
        Some(learners) => format!("{day}: {learners} learners; {} have completed the course.{doubles}", count(report.completed)),
    }
}

/// A count, or that it is small.
pub fn count(count: Option<usize>) -> String {
    count.map_or("1 to 4".to_owned(), |count| count.to_string())
}

/// A part in hundredths.
pub fn percent(part: f64) -> String {
    format!("{:.0} %", part * 100.0)
}

/// The cells of what was gained: learners, before, after, gain.
pub fn gain_cells(gain: &Gains) -> [String; 4] {
    let normalised = gain.normalised.map_or("–".to_owned(), |gain| format!("{gain:.2}"));
    [format!("{} learners, {} questions", gain.learners, gain.questions), percent(gain.before), percent(gain.after), normalised]
}

/// Every row of what was gained, all lessons together at the end.
pub fn gain_rows(report: &Report) -> Vec<(String, &Gains)> {
    let of_lesson = |lesson: &Lesson| format!("{} {}", lesson.number, lesson.title);
    let lessons = report.lessons.iter().filter_map(|lesson| Some((of_lesson(lesson), lesson.gain.as_ref()?)));
    lessons.chain(report.gain.iter().map(|gain| ("All lessons".to_owned(), gain))).collect()
}

/// How to read the gain.
pub const GAIN: &str = "The same questions before a lesson and in its first quiz, as means over the group. The gain is what was won of what could \
                        be won: under 0.3 is called low, from 0.7 high. It is left out under five questions and where more than 85 % was right before.";

/// How to read the questions.
pub fn how_to_read() -> String {
    format!(
        "Right: the part that had it right the first time. Tells apart: the correlation with the other questions, from −1 to 1. Time: what half \
         took at most. Sure, right: what people promised by how sure they were, and what came of it. Under {ENOUGH} answers there are no remarks."
    )
}

/// The cells of a question: answers, right, tells apart, time, sure and right, what was most often wrong, remarks.
pub fn question_cells(item: &Item) -> [String; 7] {
    let none = || "–".to_owned();
    let time = item
        .median_seconds
        .map_or_else(none, |seconds| if seconds >= 600 { "10 min or more".to_owned() } else { format!("{seconds} s") });
    let sure =
        item.promised.zip(item.right_of_sure).map_or_else(none, |(sure, right)| format!("{}, {}", percent(sure), percent(right)));
    let wrong = item.wrong.first().map_or_else(none, |wrong| format!("{} ({})", wrong.text, percent(wrong.share)));
    let remarks: Vec<&str> = item.remarks.iter().map(|remark| remark.words.as_str()).collect();
    let right =
        if item.is_self_rated { format!("{} by their own rating", percent(item.facility)) } else { percent(item.facility) };
    let apart = item.discrimination.map_or_else(none, |figure| format!("{figure:.2}").replace('-', "−"));
    [item.answers.to_string(), right, apart, time, sure, wrong, remarks.join("; ")]
}

/// The heads of these cells.
pub const QUESTION_HEADS: [&str; 8] =
    ["Question", "Answers", "Right", "Tells apart", "Time", "Sure, right", "Most often wrong", "Remarks"];

/// What is not shown, and why.
pub fn left_out(report: &Report) -> String {
    let mut said = Vec::new();
    if report.questions_of_few > 0 {
        said.push(format!("Questions that fewer than {LEAST} answered, and that are not shown: {}.", report.questions_of_few));
    }
    if report.questions_of_none > 0 {
        said.push(format!("Questions that nobody answered: {}.", report.questions_of_none));
    }
    if report.answers_to_another_wording > 0 {
        said.push(format!("Answers to another wording than today’s, left out: {}.", report.answers_to_another_wording));
    }
    said.join(" ")
}

fn gains(report: &Report, out: &mut String) {
    let rows = gain_rows(report);
    if rows.is_empty() {
        return;
    }
    out.push_str(&format!("\n## Before and after\n\n{GAIN}\n\n| Lesson | Of | Before | After | Gain |\n|---|---|---|---|---|\n"));
    for (title, gain) in rows {
        out.push_str(&format!("| {} | {} |\n", words(&title), gain_cells(gain).join(" | ")));
    }
}

fn sure(report: &Report, out: &mut String) {
    if report.sure.is_empty() {
        return;
    }
    out.push_str("\n## How sure, how right\n\n| Said | Right | Promises |\n|---|---|---|\n");
    for level in &report.sure {
        let promised = level.promised.map_or("–".to_owned(), percent);
        out.push_str(&format!("| {} | {} of {} | {promised} |\n", level.word.word(), level.right, level.of));
    }
}

fn questions(report: &Report, out: &mut String) {
    out.push_str(&format!("\n## Questions\n\n{}\n", how_to_read()));
    for lesson in &report.lessons {
        let items: Vec<&Item> = report.questions.iter().filter(|item| item.lesson == lesson.id).collect();
        if items.is_empty() {
            continue;
        }
        out.push_str(&format!(
            "\n### {} {}\n\n| {} |\n|{}\n",
            lesson.number,
            quoted(&lesson.title),
            QUESTION_HEADS.join(" | "),
            "---|".repeat(8)
        ));
        for item in items {
            let cells: Vec<String> = question_cells(item).iter().map(|cell| words(cell)).collect();
            out.push_str(&format!("| {} {} | {} |\n", item.id, quoted(&item.prompt), cells.join(" | ")));
        }
    }
    let left_out = left_out(report);
    if !left_out.is_empty() {
        out.push_str(&format!("\n{left_out}\n"));
    }
}

fn words(text: &str) -> String {
    quoted(&crate::course::Clean::words(text))
}
