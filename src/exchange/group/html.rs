//! A group's report as an HTML page, like a learner's own.

use super::markdown::{
    GAIN, QUESTION_HEADS, RULES, count, gain_cells, gain_rows, how_to_read, left_out, percent, question_cells, under,
};
use super::{Item, Lesson, Report};
use crate::exchange::html::{Markup, Tongue, Width, page, section, table};
use crate::words::Words;

/// All of it.
pub fn report(report: &Report, words: &Words) -> String {
    let tongue = Tongue { language: &report.course.language, words };
    page(tongue, Width::Table, (&format!("{}: a group", report.course.title), &under(report, words)), |out| {
        out.line("<p>", RULES, "</p>");
        if !report.is_enough() {
            return;
        }
        section(out, "lessons", "Lessons", |out| {
            let row = |lesson: &Lesson| vec![title(lesson), count(lesson.begun), count(lesson.done)];
            table(out, "How many learners", &["Lesson", "Begun", "Done"], &report.lessons.iter().map(row).collect::<Vec<_>>());
        });
        gains(report, out);
        sure(report, out);
        questions(report, out);
    })
}

fn title(lesson: &Lesson) -> String {
    format!("{} {}", lesson.number, lesson.title)
}

fn gains(report: &Report, out: &mut Markup) {
    let rows: Vec<Vec<String>> = gain_rows(report)
        .into_iter()
        .map(|(title, gain)| {
            let mut row = vec![title];
            row.extend(gain_cells(gain));
            row
        })
        .collect();
    if !rows.is_empty() {
        section(out, "gain", "Before and after", |out| {
            out.line("<p>", GAIN, "</p>");
            table(out, "What was right, as means", &["Lesson", "Of", "Before", "After", "Gain"], &rows);
        });
    }
}

fn sure(report: &Report, out: &mut Markup) {
    let row = |level: &crate::exchange::record::Level| {
        let promised = level.promised.map_or("–".to_owned(), percent);
        vec![level.word.word().to_owned(), format!("{} of {}", level.right, level.of), promised]
    };
    let rows: Vec<Vec<String>> = report.sure.iter().map(row).collect();
    if !rows.is_empty() {
        section(out, "sure", "How sure, how right", |out| {
            table(out, "Over all questions", &["Said", "Right", "Promises"], &rows)
        });
    }
}

fn questions(report: &Report, out: &mut Markup) {
    section(out, "questions", "Questions", |out| {
        out.line("<p>", &how_to_read(), "</p>");
        for lesson in &report.lessons {
            let row = |item: &Item| {
                let mut row = vec![format!("{} {}", item.id, item.prompt)];
                row.extend(question_cells(item));
                row
            };
            let of_lesson = report.questions.iter().filter(|item| item.lesson == lesson.id);
            let rows: Vec<Vec<String>> = of_lesson.map(row).collect();
            if !rows.is_empty() {
                out.line("<h3>", &title(lesson), "</h3>");
                table(out, &format!("The questions of lesson {}", lesson.number), &QUESTION_HEADS, &rows);
            }
        }
        let left_out = left_out(report);
        if !left_out.is_empty() {
            out.line("<p>", &left_out, "</p>");
        }
    });
}
