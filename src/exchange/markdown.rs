//! A record as Markdown: a personal summary to hand in or to keep. Whatever comes from elsewhere is escaped, so that it says just its
//! words.

use super::record::{Followed, Lesson, Mirrored, Objective, Plan, Sureness};
use super::{Record, moment};
use crate::course::Clean;
use crate::words::Words;

/// All of it.
pub fn record(record: &Record, words: &Words) -> String {
    let mut out = format!("# {}\n\n{}\n", quoted(&record.course.title), said(&under(record, words)));
    completion(record, words, &mut out);
    lessons(record, words, &mut out);
    objectives(record, words, &mut out);
    before_and_after(record, words, &mut out);
    remembered(record, words, &mut out);
    record.calibration.iter().for_each(|sure| sureness(sure, words, &mut out));
    plans(record, words, &mut out);
    kept(record, words, &mut out);
    doubts(record, words, &mut out);
    record.mirror.iter().for_each(|mirror| mirrored(record, mirror, words, &mut out));
    out.push_str(&format!("{}\n{}\n", heading(2, words.report().time()), said(&time_in_words(record, words))));
    out
}

/// A sentence of the interface with everything that was put into it: a course may have written either.
fn said(words: &str) -> String {
    quoted(&Clean::words(words))
}

/// A heading between blank lines.
fn heading(level: usize, words: &str) -> String {
    format!("\n{} {}\n", "#".repeat(level), said(words))
}

/// The head of a table.
fn heads(names: &[&str]) -> String {
    let names: Vec<String> = names.iter().map(|name| said(name)).collect();
    format!("| {} |\n|{}\n", names.join(" | "), "---|".repeat(names.len()))
}

/// A row of a table.
fn row(cells: &[&str]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| said(cell)).collect();
    format!("| {} |\n", cells.join(" | "))
}

/// `Anna, 3 December 2026: 3 of 10 lessons done`.
pub fn under(record: &Record, words: &Words) -> String {
    let (day, done) = (record.day(record.made, words), done_in_words(record, words));
    match &record.name {
        Some(name) => words.report().by_name(name, day, done),
        None => words.report().nameless(day, done),
    }
}

/// `3 of 10 lessons done`.
fn done_in_words(record: &Record, words: &Words) -> String {
    words.report().lessons_done(record.completion.of, record.completion.done)
}

/// Who completed what, and when; nothing where nothing is completed.
pub fn completion_in_words(record: &Record, words: &Words) -> Option<String> {
    let said = words.report();
    let who = record.name.as_ref().map_or(said.a_learner(), Clean::as_str);
    let on = |at| said.completed_on(who, &record.course.title, record.day(at, words));
    let completed = || record.completion.at.map_or_else(|| said.completed_once(who, &record.course.title), on);
    record.completion.passed.then(completed)
}

/// What a completion says, in parts: passed, read, known before.
pub fn completed_in_words(record: &Record, words: &Words) -> String {
    let said = words.report();
    let count = |state: &str| Some(record.lessons.iter().filter(|lesson| lesson.state == state).count()).filter(|of| *of > 0);
    let ways = [
        count("passed").map(|of| said.by_the_quiz(of)),
        count("read").map(|of| said.by_reading(of)),
        count("passed-over").map(|of| said.known_before(of)),
    ];
    let ways: Vec<String> = ways.into_iter().flatten().collect();
    said.completed_so(done_in_words(record, words), ways.join(", "), format!("{:.0}", record.course.pass_mark * 100.0))
}

/// What the time on it was, and what was not measured.
pub fn time_in_words(record: &Record, words: &Words) -> String {
    let (time, said) = (&record.time, words.report());
    let questions = said.time_on_questions(time.answers, moment::in_words(time.answer_seconds, words));
    let read = match time.reckoned_minutes {
        0 => said.not_timed().to_owned(),
        minutes => said.reckoned(minutes),
    };
    format!("{questions} {read}")
}

/// What is in review, in a sentence or two; nothing where nothing is.
pub fn review_in_words(record: &Record, words: &Words) -> Option<String> {
    let (review, said) = (&record.review, words.report());
    let part = format!("{:.0}", review.remembered? * 100.0);
    let (count, due, day) = (review.questions, review.due, record.day(record.made, words));
    Some(match review.next {
        Some(next) => said.in_review_next(count, due, record.day(next, words), day, part),
        None => said.in_review(count, due, day, part),
    })
}

fn completion(record: &Record, words: &Words, out: &mut String) {
    let Some(completed) = completion_in_words(record, words) else { return };
    out.push_str(&format!("{}\n{}\n\n", heading(2, words.report().completed()), said(&completed)));
    out.push_str(&format!("{} {}\n", said(&completed_in_words(record, words)), said(words.report().self_made())));
}

fn lessons(record: &Record, words: &Words, out: &mut String) {
    let named = words.report();
    out.push_str(&format!("{}\n{}", heading(2, named.lessons()), heads(&[named.lesson(), named.state()])));
    out.extend(record.lessons.iter().map(|lesson| row(&[&title(lesson), state(lesson, words)])));
}

/// `2 Planning and vision`.
fn title(lesson: &Lesson) -> String {
    format!("{} {}", lesson.number, lesson.title)
}

/// Where a lesson stands, for people.
pub fn state<'a>(lesson: &'a Lesson, words: &'a Words) -> &'a str {
    if lesson.words.is_empty() { words.report().not_begun() } else { &lesson.words }
}

/// A part in hundredths.
pub fn percent(part: f64, words: &Words) -> String {
    words.report().percent(format!("{:.0}", part * 100.0))
}

/// `mastered since 3 December 2026`; `right in the quiz, once`; `not all right yet, 2 of 3`.
pub fn objective_in_words(record: &Record, objective: &Objective, words: &Words) -> String {
    match (objective.since, objective.level) {
        (Some(since), _) => words.report().since(&objective.words, record.day(since, words)),
        (None, "begun") => words.report().state_of(&objective.words, objective.right, objective.of),
        _ => objective.words.clone(),
    }
}

/// The lessons that were begun and say what one will be able to do.
pub fn begun_with_objectives(record: &Record) -> Vec<&Lesson> {
    record.lessons.iter().filter(|lesson| lesson.state != "new" && !lesson.objectives.is_empty()).collect()
}

fn objectives(record: &Record, words: &Words, out: &mut String) {
    let begun = begun_with_objectives(record);
    if !begun.is_empty() {
        out.push_str(&format!("{}\n{}\n", heading(2, words.report().objectives()), said(words.report().mastered_is())));
    }
    for lesson in begun {
        out.push_str(&format!("{}\n", heading(3, &words.report().objectives_of(title(lesson)))));
        for objective in &lesson.objectives {
            let so_far = said(&objective_in_words(record, objective, words));
            out.push_str(&format!("- {}: {so_far}\n", quoted(&objective.text)));
        }
    }
}

fn before_and_after(record: &Record, words: &Words, out: &mut String) {
    let named = words.report();
    let gained = record.lessons.iter().filter_map(|lesson| Some((lesson, lesson.gain.as_ref()?)));
    let rows: String = gained
        .map(|(lesson, gain)| row(&[&title(lesson), &named.of(gain.before, gain.of), &named.of(gain.after, gain.of)]))
        .collect();
    if !rows.is_empty() {
        let heads = heads(&[named.lesson(), named.right_before(), named.right_in_first_quiz()]);
        out.push_str(&format!("{}\n{heads}{rows}", heading(2, named.before_and_after())));
    }
}

fn remembered(record: &Record, words: &Words, out: &mut String) {
    if let Some(remembered) = review_in_words(record, words) {
        out.push_str(&format!("{}\n{}\n", heading(2, words.report().still_remembered()), said(&remembered)));
    }
}

fn sureness(sure: &Sureness, words: &Words, out: &mut String) {
    let named = words.report();
    out.push_str(&format!("{}\n{}\n\n", heading(2, named.how_sure()), said(&named.sure_from(&sure.words, sure.answers))));
    out.push_str(&heads(&[named.said(), named.right(), named.promises()]));
    for level in &sure.levels {
        let promised = level.promised.map_or("–".to_owned(), |promised| percent(promised, words));
        out.push_str(&row(&[level.word.in_words(words), &named.of(level.right, level.of), &promised]));
    }
    let [yours, guessing, certain] =
        [sure.brier, sure.always_guessing, sure.always_certain].map(|score| words.count().decimal(score, 2));
    out.push_str(&format!("\n{}\n", said(&named.scores(yours, guessing, certain))));
}

/// After which lesson a plan was made, and when.
pub fn made_in_words(record: &Record, plan: &Plan, words: &Words) -> String {
    let day = record.day(plan.made, words);
    if plan.lesson_title.is_empty() { day } else { words.report().made_after(&plan.lesson_title, day) }
}

/// How a plan went, and what was in the way.
pub fn followed_in_words(record: &Record, said: &Followed, words: &Words) -> String {
    let (day, went) = (record.day(said.at, words), said.went.in_words(words));
    match said.obstacle.is_empty() {
        true => words.report().went(day, went),
        false => words.report().went_with(day, went, &said.obstacle),
    }
}

/// Every plan, and how it went.
fn plans(record: &Record, words: &Words, out: &mut String) {
    if !record.plans.is_empty() {
        out.push_str(&heading(2, words.report().plans()));
    }
    for plan in &record.plans {
        out.push_str(&format!("\n{} ({})\n", quoted(&plan.words), said(&made_in_words(record, plan, words))));
        for (nth, followed) in plan.followed.iter().enumerate() {
            let blank = if nth == 0 { "\n" } else { "" };
            out.push_str(&format!("{blank}- {}\n", said(&followed_in_words(record, followed, words))));
        }
    }
}

/// Every passage that was kept, under its lesson.
fn kept(record: &Record, words: &Words, out: &mut String) {
    if !record.kept.is_empty() {
        out.push_str(&heading(2, words.report().kept()));
    }
    let mut lesson = "";
    for kept in &record.kept {
        if kept.lesson != lesson {
            out.push_str(&format!("\n### {}\n", quoted(&kept.lesson_title)));
            lesson = &kept.lesson;
        }
        out.push_str(&format!("\n> {} …\n", quoted(&kept.passage)));
        if !kept.note.is_empty() {
            out.push_str(&format!("\n{}\n", said(&words.report().note(&kept.note, record.day(kept.at, words)))));
        }
    }
}

/// Questions that the learner holds for faulty, for whoever mends them.
fn doubts(record: &Record, words: &Words, out: &mut String) {
    if !record.doubts.is_empty() {
        out.push_str(&format!("{}\n", heading(2, words.report().doubts())));
    }
    for doubt in &record.doubts {
        let day = record.day(doubt.at, words);
        let line = match doubt.prompt.is_empty() {
            true => words.report().doubt_bare(&doubt.question, &doubt.words, day),
            false => words.report().doubt(&doubt.question, &doubt.prompt, &doubt.words, day),
        };
        out.push_str(&format!("- {}\n", said(&line)));
    }
}

/// What was seen in the mirror, in words, with what it is and is not.
fn mirrored(record: &Record, mirror: &Mirrored, words: &Words, out: &mut String) {
    let named = words.report();
    out.push_str(&format!("{}\n{}\n", heading(2, &named.what_i_do(record.day(mirror.at, words))), said(&mirror.caveat)));
    if !mirror.intro.is_empty() {
        out.push_str(&format!("\n{}\n", quoted(&mirror.intro)));
    }
    out.extend(mirror.compared.as_ref().map(|compared| format!("\n{}\n", said(compared))));
    for contrast in &mirror.contrasts {
        let (title, line, words) = (quoted(&contrast.title), quoted(&contrast.line), quoted(&contrast.words));
        out.push_str(&format!("\n**{title}**: {line}. {words}\n"));
    }
    out.extend(mirror.pulls_apart.as_ref().map(|words| format!("\n{}\n", said(words))));
    let Some(needed) = &mirror.needed else { return };
    out.push_str(&format!("{}\n", heading(3, &named.what_my_role_needs(record.day(needed.at, words)))));
    let figure = |figure: f64| words.count().decimal(figure, 1);
    let build = needed.build.iter().map(|gap| named.build_line(&gap.pole, figure(gap.needed), figure(gap.reported)));
    let ease_off = needed.ease_off.iter().map(|gap| named.ease_off_line(&gap.pole, figure(gap.needed), figure(gap.reported)));
    let lines: Vec<String> = build.chain(ease_off).collect();
    out.extend(lines.iter().map(|line| format!("- {}\n", said(line))));
    if lines.is_empty() {
        out.push_str(&format!("{}\n", said(named.nothing_to_do())));
    }
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
