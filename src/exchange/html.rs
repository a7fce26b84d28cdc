//! A record as one HTML page: the personal summary, to print or to hand in. It needs no network and runs no script; the colours follow
//! the reader's light or dark, every picture says in words what it shows, and nothing is told by colour alone.

use super::markdown::{
    begun_with_objectives, completed_in_words, completion_in_words, followed_in_words, made_in_words, objective_in_words,
    percent, review_in_words, state, time_in_words, under,
};
use super::record::{Doubt, Gap, Kept, Lesson, Mirrored, Objective, Plan, Sureness};
use super::{Record, picture};
use crate::course::Course;
use crate::words::{Words, capital};

mod markup;

pub use markup::Markup;

const STYLE: &str = include_str!("html/style.css");

/// How wide a page is at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// As a text reads well.
    Text,
    /// As a table of many columns needs.
    Table,
}

/// In which language a page is: the tag of the course's, and what the interface says in it.
#[derive(Clone, Copy, Debug)]
pub struct Tongue<'a> {
    /// `en-GB`.
    pub language: &'a str,
    /// The strings of the interface.
    pub words: &'a Words,
}

impl Tongue<'_> {
    /// The one of a course.
    pub fn of(course: &Course) -> Tongue<'_> {
        Tongue { language: &course.language, words: &course.words }
    }
}

/// A whole page: its title, a line under it, what stands on it, and at its foot where it comes from.
pub fn page(tongue: Tongue, width: Width, (title, under): (&str, &str), body: impl FnOnce(&mut Markup)) -> String {
    let mut out = Markup::default();
    out.tags("<!doctype html>\n<html lang=\"").words(tongue.language).tags("\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.tags("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.tags("<meta name=\"color-scheme\" content=\"light dark\">\n");
    out.line("<title>", title, "</title>").tags("<style>\n").tags(STYLE).tags("</style>\n</head>\n");
    out.tags(if width == Width::Table { "<body class=\"wide\">\n" } else { "<body>\n" });
    out.tags("<header>\n").line("<h1>", title, "</h1>").line("<p>", under, "</p>").tags("</header>\n<main>\n");
    body(&mut out);
    out.tags("</main>\n<footer>\n");
    out.line("<p>", &tongue.words.report().made_by(env!("CARGO_PKG_VERSION")), "</p>");
    out.tags("</footer>\n</body>\n</html>\n");
    out.into_string()
}

/// A section with its heading; the id must be used once in a page.
pub fn section(out: &mut Markup, id: &'static str, heading: &str, body: impl FnOnce(&mut Markup)) {
    out.tags("<section aria-labelledby=\"").tags(id).tags("\">\n<h2 id=\"").tags(id).tags("\">");
    out.words(heading).tags("</h2>\n");
    body(out);
    out.tags("</section>\n");
}

/// A table: its caption, its heads, and rows whose first cell is their head.
pub fn table(out: &mut Markup, caption: &str, heads: &[&str], rows: &[Vec<String>]) {
    out.line("<table>\n<caption>", caption, "</caption>").tags("<thead><tr>");
    for head in heads {
        out.tags("<th scope=\"col\">").words(head).tags("</th>");
    }
    out.tags("</tr></thead>\n<tbody>\n");
    for row in rows {
        out.tags("<tr>");
        for (at, cell) in row.iter().enumerate() {
            match at {
                0 => out.tags("<th scope=\"row\">").words(cell).tags("</th>"),
                _ => out.tags("<td>").words(cell).tags("</td>"),
            };
        }
        out.tags("</tr>\n");
    }
    out.tags("</tbody>\n</table>\n");
}

/// All of a record.
pub fn record(record: &Record, words: &Words) -> String {
    let said = words.report();
    let tongue = Tongue { language: &record.course.language, words };
    page(tongue, Width::Text, (record.course.title.as_str(), &under(record, words)), |out| {
        completion(record, words, out);
        lessons(record, words, out);
        objectives(record, words, out);
        before_and_after(record, words, out);
        if let Some(remembered) = review_in_words(record, words) {
            section(out, "remembered", said.still_remembered(), |out| {
                out.line("<p>", &remembered, "</p>");
            });
        }
        record.calibration.iter().for_each(|sure| sureness(sure, words, out));
        plans(record, words, out);
        kept(record, words, out);
        doubts(record, words, out);
        record.mirror.iter().for_each(|mirror| mirrored(record, mirror, words, out));
        section(out, "time", said.time(), |out| {
            out.line("<p>", &time_in_words(record, words), "</p>");
        });
    })
}

fn completion(record: &Record, words: &Words, out: &mut Markup) {
    let Some(completed) = completion_in_words(record, words) else { return };
    out.tags("<section class=\"completed\" aria-labelledby=\"completed\">\n<h2 id=\"completed\">");
    out.words(words.report().completed()).tags("</h2>\n").line("<p>", &completed, "</p>");
    out.line("<p>", &completed_in_words(record, words), "</p>");
    out.line("<p class=\"quiet\">", words.report().self_made(), "</p>").tags("</section>\n");
}

/// `2 Planning and vision`.
fn title(lesson: &Lesson) -> String {
    format!("{} {}", lesson.number, lesson.title)
}

fn lessons(record: &Record, words: &Words, out: &mut Markup) {
    let said = words.report();
    section(out, "lessons", said.lessons(), |out| {
        let best = |lesson: &Lesson| {
            lesson.quizzes.iter().map(|quiz| (quiz.right, quiz.of)).max_by_key(|(right, of)| right * 1000 / of.max(&1))
        };
        let quizzes: Vec<_> = record.lessons.iter().filter_map(|lesson| Some((title(lesson), best(lesson)?))).collect();
        if !quizzes.is_empty() {
            picture::quizzes(out, &quizzes, record.course.pass_mark, words);
        }
        let row = |lesson: &Lesson| {
            let remembered = lesson.remembered.map_or("–".to_owned(), |part| percent(part, words));
            vec![title(lesson), state(lesson, words).to_owned(), lesson.quizzes.len().to_string(), remembered]
        };
        let rows: Vec<Vec<String>> = record.lessons.iter().map(row).collect();
        table(out, said.about_lessons(), &[said.lesson(), said.state(), said.quizzes(), said.remembered()], &rows);
    });
}

fn objectives(record: &Record, words: &Words, out: &mut Markup) {
    let said = words.report();
    let begun = begun_with_objectives(record);
    if begun.is_empty() {
        return;
    }
    section(out, "objectives", said.objectives(), |out| {
        out.line("<p>", said.mastered_is(), "</p>");
        for lesson in begun {
            out.line("<h3>", &title(lesson), "</h3>");
            let row = |objective: &Objective| vec![objective.text.to_string(), objective_in_words(record, objective, words)];
            let rows: Vec<Vec<String>> = lesson.objectives.iter().map(row).collect();
            table(out, said.able_to(), &[said.objective(), said.so_far()], &rows);
        }
    });
}

fn before_and_after(record: &Record, words: &Words, out: &mut Markup) {
    let said = words.report();
    let row = |lesson: &Lesson| {
        let gain = lesson.gain.as_ref()?;
        Some(vec![title(lesson), said.of(gain.before, gain.of), said.of(gain.after, gain.of)])
    };
    let rows: Vec<Vec<String>> = record.lessons.iter().filter_map(row).collect();
    if !rows.is_empty() {
        section(out, "gain", said.before_and_after(), |out| {
            table(out, said.same_questions(), &[said.lesson(), said.right_before(), said.right_after()], &rows);
        });
    }
}

fn sureness(sure: &Sureness, words: &Words, out: &mut Markup) {
    let said = words.report();
    section(out, "sure", said.how_sure(), |out| {
        out.line("<p>", &said.sure_from(&sure.words, sure.answers), "</p>");
        picture::sureness(out, sure, words);
        let scores = [
            (said.yours(), sure.brier),
            (said.always_guess(), sure.always_guessing),
            (said.always_certain(), sure.always_certain),
        ];
        let rows: Vec<Vec<String>> =
            scores.iter().map(|(whose, score)| vec![(*whose).to_owned(), words.count().decimal(*score, 2)]).collect();
        table(out, said.score_scale(), &[said.whose(), said.score()], &rows);
    });
}

fn plans(record: &Record, words: &Words, out: &mut Markup) {
    let plan = |plan: &Plan, out: &mut Markup| {
        out.line("<p>", plan.words.as_str(), "</p>");
        out.line("<p class=\"quiet\">", &made_in_words(record, plan, words), "</p>");
        if !plan.followed.is_empty() {
            out.tags("<ul>\n");
            for said in &plan.followed {
                out.line("<li>", &followed_in_words(record, said, words), "</li>");
            }
            out.tags("</ul>\n");
        }
    };
    if !record.plans.is_empty() {
        section(out, "plans", words.report().plans(), |out| record.plans.iter().for_each(|one| plan(one, out)));
    }
}

fn kept(record: &Record, words: &Words, out: &mut Markup) {
    let said = words.report();
    let passage = |kept: &Kept, out: &mut Markup| {
        out.line("<blockquote><p>", &format!("{} …", kept.passage), "</p></blockquote>");
        if !kept.note.is_empty() {
            out.line("<p>", &said.note(&kept.note, record.day(kept.at, words)), "</p>");
        }
    };
    if record.kept.is_empty() {
        return;
    }
    section(out, "kept", said.kept_and_notes(), |out| {
        let mut lesson = None;
        for one in &record.kept {
            if lesson.replace(&one.lesson) != Some(&one.lesson) {
                out.line("<h3>", one.lesson_title.as_str(), "</h3>");
            }
            passage(one, out);
        }
    });
}

fn doubts(record: &Record, words: &Words, out: &mut Markup) {
    let said = words.report();
    if record.doubts.is_empty() {
        return;
    }
    section(out, "doubts", said.doubts(), |out| {
        let row = |doubt: &Doubt| {
            let day = record.day(doubt.at, words);
            vec![doubt.question.clone(), doubt.prompt.to_string(), doubt.words.to_string(), day]
        };
        let rows: Vec<Vec<String>> = record.doubts.iter().map(row).collect();
        let heads = [said.question(), said.what_it_asks(), said.what_is_wrong(), said.said_on()];
        table(out, said.about_doubts(), &heads, &rows);
    });
}

fn mirrored(record: &Record, mirror: &Mirrored, words: &Words, out: &mut Markup) {
    let said = words.report();
    section(out, "mirror", &said.what_i_do(record.day(mirror.at, words)), |out| {
        out.line("<p><strong>", &mirror.caveat, "</strong></p>");
        if !mirror.intro.is_empty() {
            out.line("<p>", mirror.intro.as_str(), "</p>");
        }
        picture::mirror(out, mirror, mirror.earlier.map(|earlier| record.day(earlier, words)).as_deref(), words);
        mirror.compared.iter().for_each(|words| {
            out.line("<p>", words, "</p>");
        });
        for contrast in &mirror.contrasts {
            out.line("<h3>", contrast.title.as_str(), "</h3>");
            out.line("<p>", &format!("{}. {}", capital(contrast.line.as_str()), contrast.words), "</p>");
        }
        mirror.pulls_apart.iter().for_each(|words| {
            out.line("<p>", words, "</p>");
        });
        let Some(needed) = &mirror.needed else { return };
        out.line("<h3>", &said.what_my_role_needs(record.day(needed.at, words)), "</h3>");
        let row = |what: &str, gap: &Gap| {
            vec![
                gap.pole.to_string(),
                what.to_owned(),
                words.count().decimal(gap.needed, 1),
                words.count().decimal(gap.reported, 1),
            ]
        };
        let mut rows: Vec<Vec<String>> = needed.build.iter().map(|gap| row(said.build(), gap)).collect();
        rows.extend(needed.ease_off.iter().map(|gap| row(said.ease_off(), gap)));
        match rows.is_empty() {
            true => out.line("<p>", said.nothing_to_do(), "</p>"),
            false => {
                table(out, said.about_needs(), &[said.what(), said.do_it(), said.needed(), said.reported()], &rows);
                out
            }
        };
    });
}
