//! A record as Markdown: a personal summary to hand in or to keep. Whatever comes from elsewhere is escaped, so that it says just its
//! words.

use super::record::{Gap, Lesson, Mirrored, Objective, Sureness};
use super::{Record, moment};
use crate::course::Clean;

/// All of it.
pub fn record(record: &Record) -> String {
    let mut out = format!("# {}\n\n", quoted(&record.course.title));
    if let Some(name) = &record.name {
        out.push_str(&format!("{}, ", quoted(name)));
    }
    out.push_str(&format!("{}: {}\n", record.day(record.made), done_in_words(record)));
    completion(record, &mut out);
    lessons(record, &mut out);
    objectives(record, &mut out);
    before_and_after(record, &mut out);
    remembered(record, &mut out);
    record.calibration.iter().for_each(|sure| sureness(sure, &mut out));
    plans(record, &mut out);
    kept(record, &mut out);
    doubts(record, &mut out);
    record.mirror.iter().for_each(|mirror| mirrored(record, mirror, &mut out));
    out.push_str(&format!("\n## Time\n\n{}\n", time_in_words(record)));
    out
}

/// `3 of 10 lessons done`.
pub fn done_in_words(record: &Record) -> String {
    let lessons = if record.completion.of == 1 { "lesson" } else { "lessons" };
    format!("{} of {} {lessons} done", record.completion.done, record.completion.of)
}

/// What a completion says, in parts: passed, read, known before.
pub fn completed_in_words(record: &Record) -> String {
    let count = |state: &str| record.lessons.iter().filter(|lesson| lesson.state == state).count();
    let parts = [(count("passed"), "by passing the quiz"), (count("read"), "by reading"), (count("passed-over"), "known before")];
    let said: Vec<String> = parts.iter().filter(|(of, _)| *of > 0).map(|(of, how)| format!("{of} {how}")).collect();
    let mark = record.course.pass_mark * 100.0;
    format!("{}: {}. A quiz is passed with {mark:.0} % of its questions right.", done_in_words(record), said.join(", "))
}

/// What the time on it was, and what was not measured.
pub fn time_in_words(record: &Record) -> String {
    let time = &record.time;
    let answers = if time.answers == 1 { "1 answer".to_owned() } else { format!("{} answers", time.answers) };
    let read = match time.reckoned_minutes {
        0 => "Reading is not timed.".to_owned(),
        minutes => {
            format!(
                "Reading is not timed; the lessons that were read take about {minutes} minutes with their quizzes, as their authors reckon."
            )
        }
    };
    format!("On questions: {} for {answers}, each counted as five minutes at most. {read}", moment::in_words(time.answer_seconds))
}

/// What is in review, in a sentence or two; nothing where nothing is.
pub fn review_in_words(record: &Record) -> Option<String> {
    let review = &record.review;
    let part = review.remembered?;
    let next = review.next.map(|next| format!(", the next after that on {}", record.day(next))).unwrap_or_default();
    let questions =
        if review.questions == 1 { "1 question is".to_owned() } else { format!("{} questions are", review.questions) };
    Some(format!(
        "{questions} in review, and {} of them due{next}. On {} about {:.0} % would still be remembered, as the memory model reckons.",
        review.due,
        record.day(record.made),
        part * 100.0
    ))
}

fn completion(record: &Record, out: &mut String) {
    if !record.completion.passed {
        return;
    }
    let who = record.name.as_ref().map_or("The learner of this record".to_owned(), quoted);
    let on = record.completion.at.map(|at| format!(" on {}", record.day(at))).unwrap_or_default();
    out.push_str(&format!("\n## Completed\n\n{who} completed the course “{}”{on}.\n\n", quoted(&record.course.title)));
    out.push_str(&format!("{} {}\n", completed_in_words(record), SELF_MADE));
}

/// Under each completion: nobody watched.
pub const SELF_MADE: &str = "This record was made by the program on the learner’s own machine; nobody supervised the answers.";

fn lessons(record: &Record, out: &mut String) {
    out.push_str("\n## Lessons\n\n| Lesson | State |\n|---|---|\n");
    for lesson in &record.lessons {
        out.push_str(&format!("| {} | {} |\n", title(lesson), state(lesson)));
    }
}

/// `2 Planning and vision`.
fn title(lesson: &Lesson) -> String {
    format!("{} {}", lesson.number, quoted(&lesson.title))
}

/// Where a lesson stands, for people.
pub fn state(lesson: &Lesson) -> &str {
    if lesson.words.is_empty() { "not begun" } else { &lesson.words }
}

/// `mastered since 3 December 2026`; `right in the quiz, once`; `not all right yet, 2 of 3`.
pub fn objective_in_words(record: &Record, objective: &Objective) -> String {
    match (objective.since, objective.level) {
        (Some(since), _) => format!("{} since {}", objective.words, record.day(since)),
        (None, "begun") => format!("{}, {} of {}", objective.words, objective.right, objective.of),
        _ => objective.words.to_owned(),
    }
}

/// The lessons that were begun and say what one will be able to do.
pub fn begun_with_objectives(record: &Record) -> Vec<&Lesson> {
    record.lessons.iter().filter(|lesson| lesson.state != "new" && !lesson.objectives.is_empty()).collect()
}

/// What mastered means.
pub const MASTERED: &str = "Mastered: all its questions right in a quiz, and one of them right once more on a later day. Lessons that were not begun are left out.";

fn objectives(record: &Record, out: &mut String) {
    let begun = begun_with_objectives(record);
    if !begun.is_empty() {
        out.push_str(&format!("\n## Objectives\n\n{MASTERED}\n"));
    }
    for lesson in begun {
        out.push_str(&format!("\n### {}: objectives\n\n", title(lesson)));
        for objective in &lesson.objectives {
            out.push_str(&format!("- {}: {}\n", quoted(&objective.text), objective_in_words(record, objective)));
        }
    }
}

fn before_and_after(record: &Record, out: &mut String) {
    let asked: Vec<&Lesson> = record.lessons.iter().filter(|lesson| lesson.gain.is_some()).collect();
    if asked.is_empty() {
        return;
    }
    out.push_str("\n## Before and after\n\n| Lesson | Right before | Right in the first quiz |\n|---|---|---|\n");
    for lesson in asked {
        if let Some(gain) = &lesson.gain {
            out.push_str(&format!("| {} | {} of {} | {} of {} |\n", title(lesson), gain.before, gain.of, gain.after, gain.of));
        }
    }
}

fn remembered(record: &Record, out: &mut String) {
    if let Some(words) = review_in_words(record) {
        out.push_str(&format!("\n## What is still remembered\n\n{words}\n"));
    }
}

fn sureness(sure: &Sureness, out: &mut String) {
    out.push_str(&format!("\n## How sure, how right\n\n{} ({} answers)\n\n", sure.words, sure.answers));
    out.push_str("| Said | Right | Promises |\n|---|---|---|\n");
    for level in &sure.levels {
        let promised = level.promised.map_or("–".to_owned(), |promised| format!("{:.0} %", promised * 100.0));
        out.push_str(&format!("| {} | {} of {} | {promised} |\n", level.word, level.right, level.of));
    }
    out.push_str(&format!(
        "\nBrier score {:.2}, where 0 is certain and right each time; always guessing {:.2}, always certain {:.2}.\n",
        sure.brier, sure.always_guessing, sure.always_certain
    ));
}

/// Every plan, and how it went.
fn plans(record: &Record, out: &mut String) {
    if !record.plans.is_empty() {
        out.push_str("\n## Plans\n");
    }
    for plan in &record.plans {
        let lesson = if plan.lesson_title.is_empty() { String::new() } else { format!("{}, ", quoted(&plan.lesson_title)) };
        out.push_str(&format!("\n{} ({lesson}{})\n", quoted(&plan.words), record.day(plan.made)));
        for (nth, said) in plan.followed.iter().enumerate() {
            let obstacle = if said.obstacle.is_empty() { String::new() } else { format!(": {}", quoted(&said.obstacle)) };
            let blank = if nth == 0 { "\n" } else { "" };
            out.push_str(&format!("{blank}- {}, {}{obstacle}\n", record.day(said.at), said.went));
        }
    }
}

/// Every passage that was kept, under its lesson.
fn kept(record: &Record, out: &mut String) {
    if !record.kept.is_empty() {
        out.push_str("\n## Kept passages\n");
    }
    let mut lesson = "";
    for kept in &record.kept {
        if kept.lesson != lesson {
            out.push_str(&format!("\n### {}\n", quoted(&kept.lesson_title)));
            lesson = &kept.lesson;
        }
        out.push_str(&format!("\n> {} …\n", quoted(&kept.passage)));
        if !kept.note.is_empty() {
            out.push_str(&format!("\n{} ({})\n", quoted(&kept.note), record.day(kept.at)));
        }
    }
}

/// Questions that the learner holds for faulty, for whoever mends them.
fn doubts(record: &Record, out: &mut String) {
    if !record.doubts.is_empty() {
        out.push_str("\n## Questions held for faulty\n\n");
    }
    for doubt in &record.doubts {
        let prompt = if doubt.prompt.is_empty() { String::new() } else { format!(" “{}”", quoted(&doubt.prompt)) };
        out.push_str(&format!("- {}{prompt}: {} ({})\n", doubt.question, quoted(&doubt.words), record.day(doubt.at)));
    }
}

/// What was seen in the mirror, in words, with what it is and is not.
fn mirrored(record: &Record, mirror: &Mirrored, out: &mut String) {
    out.push_str(&format!("\n## What I do, {}\n\n{}\n", record.day(mirror.at), mirror.caveat));
    if !mirror.intro.is_empty() {
        out.push_str(&format!("\n{}\n", quoted(&mirror.intro)));
    }
    out.extend(mirror.compared.as_ref().map(|words| format!("\n{words}\n")));
    for contrast in &mirror.contrasts {
        let (title, line, words) = (quoted(&contrast.title), quoted(&contrast.line), quoted(&contrast.words));
        out.push_str(&format!("\n**{title}**: {line}. {words}\n"));
    }
    out.extend(mirror.pulls_apart.map(|words| format!("\n{words}\n")));
    let Some(needed) = &mirror.needed else { return };
    out.push_str(&format!("\n### What my role needs, {}\n\n", record.day(needed.at)));
    needed.build.iter().for_each(|gap| out.push_str(&gap_line("build", gap)));
    needed.ease_off.iter().for_each(|gap| out.push_str(&gap_line("ease off", gap)));
    if needed.build.is_empty() && needed.ease_off.is_none() {
        out.push_str("Nothing to build and nothing to ease off.\n");
    }
}

fn gap_line(what: &str, gap: &Gap) -> String {
    format!("- {what} {}: needed {:.1}, reported {:.1} of 5\n", quoted(&gap.pole), gap.needed, gap.reported)
}

/// Words as Markdown that says just these words, at the beginning of a line too.
pub fn quoted(words: &Clean) -> String {
    let words = words.as_str().trim_start();
    let digits = words.chars().take_while(char::is_ascii_digit).count();
    let mut out = String::new();
    for (at, c) in words.chars().enumerate() {
        let begins_a_block = (at == 0 && matches!(c, '-' | '+' | '=')) || (at == digits && at > 0 && matches!(c, '.' | ')'));
        if begins_a_block || matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, written: &str) {
        assert_eq!(quoted(&Clean::words(words)), written);
    }

    #[test]
    fn words_stay_words() {
        check("a *point*", "a \\*point\\*");
        check("<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>");
        check("- no list", "\\- no list");
        check("    no code", "no code");
        check("12. no number", "12\\. no number");
        check("3) no number", "3\\) no number");
        check("2 Planning. And so on - or not", "2 Planning. And so on - or not");
        check("[x](javascript:alert(1)) | `y`", "\\[x\\](javascript:alert(1)) \\| \\`y\\`");
    }
}
