//! A record as one HTML page: the personal summary, to print or to hand in. It needs no network and runs no script; the colours follow
//! the reader's light or dark, every picture says in words what it shows, and nothing is told by colour alone.

use super::markdown::{
    MASTERED, SELF_MADE, begun_with_objectives, completed_in_words, done_in_words, objective_in_words, review_in_words, state,
    time_in_words,
};
use super::record::{Gap, Kept, Lesson, Mirrored, Objective, Plan, Sureness};
use super::{Record, picture};
use crate::course::Clean;

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

/// A whole page: its title, a line under it, what stands on it, and at its foot where it comes from.
pub fn page(width: Width, (title, under): (&str, &str), body: impl FnOnce(&mut Markup)) -> String {
    let mut out = Markup::default();
    out.tags("<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.tags("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.tags("<meta name=\"color-scheme\" content=\"light dark\">\n");
    out.line("<title>", title, "</title>").tags("<style>\n").tags(STYLE).tags("</style>\n</head>\n");
    out.tags(if width == Width::Table { "<body class=\"wide\">\n" } else { "<body>\n" });
    out.tags("<header>\n").line("<h1>", title, "</h1>").line("<p>", under, "</p>").tags("</header>\n<main>\n");
    body(&mut out);
    out.tags("</main>\n<footer>\n");
    out.line("<p>", concat!("Made by contrasts ", env!("CARGO_PKG_VERSION"), ", without a network."), "</p>");
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
pub fn record(record: &Record) -> String {
    let name = record.name.as_ref().map(|name| format!("{name}, ")).unwrap_or_default();
    let under = format!("{name}{}: {}", record.day(record.made), done_in_words(record));
    page(Width::Text, (record.course.title.as_str(), &under), |out| {
        completion(record, out);
        lessons(record, out);
        objectives(record, out);
        before_and_after(record, out);
        if let Some(words) = review_in_words(record) {
            section(out, "remembered", "What is still remembered", |out| {
                out.line("<p>", &words, "</p>");
            });
        }
        record.calibration.iter().for_each(|sure| sureness(sure, out));
        plans(record, out);
        kept(record, out);
        doubts(record, out);
        record.mirror.iter().for_each(|mirror| mirrored(record, mirror, out));
        section(out, "time", "Time", |out| {
            out.line("<p>", &time_in_words(record), "</p>");
        });
    })
}

fn completion(record: &Record, out: &mut Markup) {
    if !record.completion.passed {
        return;
    }
    let who = record.name.as_ref().map_or("The learner of this record", Clean::as_str);
    let on = record.completion.at.map(|at| format!(" on {}", record.day(at))).unwrap_or_default();
    out.tags("<section class=\"completed\" aria-labelledby=\"completed\">\n<h2 id=\"completed\">Completed</h2>\n");
    out.line("<p>", &format!("{who} completed the course “{}”{on}.", record.course.title), "</p>");
    out.line("<p>", &completed_in_words(record), "</p>").line("<p class=\"quiet\">", SELF_MADE, "</p>").tags("</section>\n");
}

/// `2 Planning and vision`.
fn title(lesson: &Lesson) -> String {
    format!("{} {}", lesson.number, lesson.title)
}

fn lessons(record: &Record, out: &mut Markup) {
    section(out, "lessons", "Lessons", |out| {
        let best = |lesson: &Lesson| {
            lesson.quizzes.iter().map(|quiz| (quiz.right, quiz.of)).max_by_key(|(right, of)| right * 1000 / of.max(&1))
        };
        let quizzes: Vec<_> = record.lessons.iter().filter_map(|lesson| Some((title(lesson), best(lesson)?))).collect();
        if !quizzes.is_empty() {
            picture::quizzes(out, &quizzes, record.course.pass_mark);
        }
        let row = |lesson: &Lesson| {
            let remembered = lesson.remembered.map_or("–".to_owned(), |part| format!("{:.0} %", part * 100.0));
            vec![title(lesson), state(lesson).to_owned(), lesson.quizzes.len().to_string(), remembered]
        };
        let rows: Vec<Vec<String>> = record.lessons.iter().map(row).collect();
        let caption =
            "Where each lesson stands, how often its quiz was taken whole, and how much of it is likely to be remembered";
        table(out, caption, &["Lesson", "State", "Quizzes", "Remembered"], &rows);
    });
}

fn objectives(record: &Record, out: &mut Markup) {
    let begun = begun_with_objectives(record);
    if begun.is_empty() {
        return;
    }
    section(out, "objectives", "Objectives", |out| {
        out.line("<p>", MASTERED, "</p>");
        for lesson in begun {
            out.line("<h3>", &title(lesson), "</h3>");
            let row = |objective: &Objective| vec![objective.text.to_string(), objective_in_words(record, objective)];
            let rows: Vec<Vec<String>> = lesson.objectives.iter().map(row).collect();
            table(out, "You will be able to …", &["Objective", "So far"], &rows);
        }
    });
}

fn before_and_after(record: &Record, out: &mut Markup) {
    let row = |lesson: &Lesson| {
        let gain = lesson.gain.as_ref()?;
        Some(vec![title(lesson), format!("{} of {}", gain.before, gain.of), format!("{} of {}", gain.after, gain.of)])
    };
    let rows: Vec<Vec<String>> = record.lessons.iter().filter_map(row).collect();
    if !rows.is_empty() {
        section(out, "gain", "Before and after", |out| {
            table(
                out,
                "The same questions, before the lesson and in its first quiz",
                &["Lesson", "Right before", "Right after"],
                &rows,
            );
        });
    }
}

fn sureness(sure: &Sureness, out: &mut Markup) {
    section(out, "sure", "How sure, how right", |out| {
        out.line("<p>", &format!("{} ({} answers)", sure.words, sure.answers), "</p>");
        picture::sureness(out, sure);
        let scores = [
            ("yours", sure.brier),
            ("had you always said guess", sure.always_guessing),
            ("had you always said certain", sure.always_certain),
        ];
        let rows: Vec<Vec<String>> =
            scores.iter().map(|(whose, score)| vec![(*whose).to_owned(), format!("{score:.2}")]).collect();
        table(out, "Brier score: 0 is certain and right each time", &["Whose", "Score"], &rows);
    });
}

fn plans(record: &Record, out: &mut Markup) {
    let plan = |plan: &Plan, out: &mut Markup| {
        out.line("<p>", plan.words.as_str(), "</p>");
        let of = if plan.lesson_title.is_empty() { String::new() } else { format!("{}, ", plan.lesson_title) };
        out.line("<p class=\"quiet\">", &format!("{of}{}", record.day(plan.made)), "</p>");
        if !plan.followed.is_empty() {
            out.tags("<ul>\n");
            for said in &plan.followed {
                let obstacle = if said.obstacle.is_empty() { String::new() } else { format!(": {}", said.obstacle) };
                out.line("<li>", &format!("{}, {}{obstacle}", record.day(said.at), said.went), "</li>");
            }
            out.tags("</ul>\n");
        }
    };
    if !record.plans.is_empty() {
        section(out, "plans", "Plans", |out| record.plans.iter().for_each(|one| plan(one, out)));
    }
}

fn kept(record: &Record, out: &mut Markup) {
    let passage = |kept: &Kept, out: &mut Markup| {
        out.line("<blockquote><p>", &format!("{} …", kept.passage), "</p></blockquote>");
        if !kept.note.is_empty() {
            out.line("<p>", &format!("{} ({})", kept.note, record.day(kept.at)), "</p>");
        }
    };
    if record.kept.is_empty() {
        return;
    }
    section(out, "kept", "Kept passages and notes", |out| {
        let mut lesson = None;
        for one in &record.kept {
            if lesson.replace(&one.lesson) != Some(&one.lesson) {
                out.line("<h3>", one.lesson_title.as_str(), "</h3>");
            }
            passage(one, out);
        }
    });
}

fn doubts(record: &Record, out: &mut Markup) {
    if record.doubts.is_empty() {
        return;
    }
    section(out, "doubts", "Questions held for faulty", |out| {
        let rows: Vec<Vec<String>> = record
            .doubts
            .iter()
            .map(|doubt| vec![doubt.question.clone(), doubt.prompt.to_string(), doubt.words.to_string(), record.day(doubt.at)])
            .collect();
        table(out, "What someone should look at again", &["Question", "What it asks", "What is wrong", "Said on"], &rows);
    });
}

fn mirrored(record: &Record, mirror: &Mirrored, out: &mut Markup) {
    section(out, "mirror", &format!("What I do, {}", record.day(mirror.at)), |out| {
        out.line("<p><strong>", mirror.caveat, "</strong></p>");
        if !mirror.intro.is_empty() {
            out.line("<p>", mirror.intro.as_str(), "</p>");
        }
        picture::mirror(out, mirror, mirror.earlier.map(|earlier| record.day(earlier)).as_deref());
        mirror.compared.iter().for_each(|words| {
            out.line("<p>", words, "</p>");
        });
        for contrast in &mirror.contrasts {
            out.line("<h3>", contrast.title.as_str(), "</h3>");
            out.line("<p>", &format!("{}. {}", sentence(contrast.line.as_str()), contrast.words), "</p>");
        }
        mirror.pulls_apart.iter().for_each(|words| {
            out.line("<p>", words, "</p>");
        });
        let Some(needed) = &mirror.needed else { return };
        out.line("<h3>", &format!("What my role needs, {}", record.day(needed.at)), "</h3>");
        let row = |what: &str, gap: &Gap| {
            vec![gap.pole.to_string(), what.to_owned(), format!("{:.1}", gap.needed), format!("{:.1}", gap.reported)]
        };
        let mut rows: Vec<Vec<String>> = needed.build.iter().map(|gap| row("build", gap)).collect();
        rows.extend(needed.ease_off.iter().map(|gap| row("ease off", gap)));
        match rows.is_empty() {
            true => out.line("<p>", "Nothing to build and nothing to ease off.", "</p>"),
            false => {
                table(
                    out,
                    "At most two to build and one to ease off; figures from 1 to 5",
                    &["What", "Do", "Needed", "Reported"],
                    &rows,
                );
                out
            }
        };
    });
}

/// With a capital letter.
fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}
