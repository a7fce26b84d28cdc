//! A group's report as an HTML page, like a learner's own.

use super::markdown::{
    count, gain_cells, gain_heads, gain_rows, how_to_read, left_out, lesson_heads, question_cells, question_heads, sure_cells,
    sure_heads, under,
};
use super::{Item, Lesson, Report};
use crate::exchange::html::{Markup, Tongue, Width, page, section, table};
use crate::words::Words;

/// All of it.
pub fn report(report: &Report, words: &Words) -> String {
    let said = words.group();
    let tongue = Tongue { language: &report.course.language, words };
    page(tongue, Width::Table, (&said.title(&report.course.title), &under(report, words)), |out| {
        out.line("<p>", said.rules(), "</p>");
        if !report.is_enough() {
            return;
        }
        section(out, "lessons", said.lessons(), |out| {
            let row = |lesson: &Lesson| vec![title(lesson), count(words, lesson.begun), count(words, lesson.done)];
            table(out, said.how_many(), &lesson_heads(words), &report.lessons.iter().map(row).collect::<Vec<_>>());
        });
        gains(report, words, out);
        sure(report, words, out);
        questions(report, words, out);
    })
}

fn title(lesson: &Lesson) -> String {
    format!("{} {}", lesson.number, lesson.title)
}

fn gains(report: &Report, words: &Words, out: &mut Markup) {
    let rows: Vec<Vec<String>> = gain_rows(report, words)
        .into_iter()
        .map(|(title, gain)| {
            let mut row = vec![title];
            row.extend(gain_cells(words, gain));
            row
        })
        .collect();
    let said = words.group();
    if !rows.is_empty() {
        section(out, "gain", said.before_and_after(), |out| {
            out.line("<p>", said.gain_is(), "</p>");
            table(out, said.gains(), &gain_heads(words), &rows);
        });
    }
}

fn sure(report: &Report, words: &Words, out: &mut Markup) {
    let rows: Vec<Vec<String>> = report.sure.iter().map(|level| sure_cells(words, level).to_vec()).collect();
    let said = words.group();
    if !rows.is_empty() {
        section(out, "sure", said.how_sure(), |out| table(out, said.over_all(), &sure_heads(words), &rows));
    }
}

fn questions(report: &Report, words: &Words, out: &mut Markup) {
    let said = words.group();
    section(out, "questions", said.questions(), |out| {
        out.line("<p>", &how_to_read(words), "</p>");
        for lesson in &report.lessons {
            let row = |item: &Item| {
                let mut row = vec![format!("{} {}", item.id, item.prompt)];
                row.extend(question_cells(words, item));
                row
            };
            let of_lesson = report.questions.iter().filter(|item| item.lesson == lesson.id);
            let rows: Vec<Vec<String>> = of_lesson.map(row).collect();
            if !rows.is_empty() {
                out.line("<h3>", &title(lesson), "</h3>");
                table(out, &said.questions_of(lesson.number), &question_heads(words), &rows);
            }
        }
        let left_out = left_out(report, words);
        if !left_out.is_empty() {
            out.line("<p>", &left_out, "</p>");
        }
    });
}
