//! `contrasts report`: how far a learner is, what they plan and kept, and what they saw in the mirror, as Markdown.

use std::path::Path;

use super::{Code, Course, Options, Progress, Stop, list, print};
use crate::course::mirror::{self, Form};
use crate::course::{Clean, Lesson};
use crate::progress::MirrorPart;
use crate::progress::mirror::{Gap, Looks, lean, plan, pulls_apart, words};
use crate::store::{clock, report};

/// Prints it, or writes it to a file.
pub fn run(options: &Options, output: Option<&Path>) -> Result<Code, Stop> {
    let (mut course, progress) = list::both(options)?;
    (0..course.lessons.len()).for_each(|lesson| course.load_questions(lesson));
    let mut text = as_markdown(&course, &progress);
    if let Some(form) = course.form() {
        text.push_str(&mirrored(form, &progress));
    }
    match output {
        None => print(&text),
        Some(file) => {
            report::write(file, &text).map_err(|failure| Stop(format!("{}: {}", failure.file, failure.why)))?;
            Ok(super::DONE)
        }
    }
}

fn as_markdown(course: &Course, progress: &Progress) -> String {
    let mut out = format!("# {}\n\n", quoted(course.title.as_str()));
    out.push_str("| Lesson | State |\n|---|---|\n");
    for lesson in &course.lessons {
        let (_, state) = crate::progress::state(course, progress, lesson);
        let state = if state.is_empty() { "not begun" } else { &state };
        out.push_str(&format!("| {} {} | {state} |\n", lesson.number, quoted(lesson.title.as_str())));
    }
    plans(course, progress, &mut out);
    kept(course, progress, &mut out);
    doubts(course, progress, &mut out);
    out
}

/// Questions that the learner holds for faulty, for whoever mends them.
fn doubts(course: &Course, progress: &Progress, out: &mut String) {
    let doubts = progress.made().doubts();
    if !doubts.is_empty() {
        out.push_str("\n## Questions held for faulty\n\n");
    }
    for doubt in doubts {
        let prompt = course.question(&doubt.question).map(|(_, question)| question.prompt.words());
        let prompt = prompt.map_or(String::new(), |prompt| format!(" “{}”", quoted(prompt.as_str())));
        out.push_str(&format!("- {}{prompt}: {} ({})\n", doubt.question, quoted(&doubt.words), clock::day(doubt.at)));
    }
}

/// Every plan, and how it went.
fn plans(course: &Course, progress: &Progress, out: &mut String) {
    let plans = progress.made().plans();
    if !plans.is_empty() {
        out.push_str("\n## Plans\n");
    }
    for (id, plan) in plans {
        let of = course.position(&plan.lesson).and_then(|at| course.lessons.get(at));
        let lesson = of.map_or(String::new(), |of| format!("{} {}, ", of.number, quoted(of.title.as_str())));
        out.push_str(&format!("\n{} ({lesson}{})\n", quoted(&plan.halves().join(" ")), clock::day(plan.at)));
        for (nth, said) in progress.made().followed(id).iter().enumerate() {
            let obstacle = if said.obstacle.is_empty() { String::new() } else { format!(": {}", quoted(&said.obstacle)) };
            let blank = if nth == 0 { "\n" } else { "" };
            out.push_str(&format!("{blank}- {}, {}{obstacle}\n", clock::day(said.at.0), said.went.in_words()));
        }
    }
}

/// Every passage that was kept, under its lesson.
fn kept(course: &Course, progress: &Progress, out: &mut String) {
    let kept = progress.made().kept(course);
    if !kept.is_empty() {
        out.push_str("\n## Kept passages\n");
    }
    let mut lesson: Option<&Lesson> = None;
    for (_, kept) in kept {
        let of = course.position(&kept.lesson).and_then(|at| course.lessons.get(at));
        if let Some(of) = of.filter(|of| lesson.is_none_or(|lesson| lesson.id != of.id)) {
            out.push_str(&format!("\n### {} {}\n", of.number, quoted(of.title.as_str())));
            lesson = Some(of);
        }
        out.push_str(&format!("\n> {} …\n", quoted(kept.passage.trim_end())));
        if !kept.note.is_empty() {
            out.push_str(&format!("\n{} ({})\n", quoted(&kept.note), clock::day(kept.at)));
        }
    }
}

/// What was seen in the mirror, in words, with what it is and is not.
fn mirrored(form: &Form, progress: &Progress) -> String {
    let looks = Looks::of(form, progress.made(), MirrorPart::Doing);
    let Some(now) = looks.now() else { return String::new() };
    let since = looks.earlier().map(|earlier| (earlier, clock::day(earlier.last())));
    let mut out = format!("\n## What I do, {}\n\n{}\n", clock::day(now.last()), quoted(form.intro.as_str()));
    out.extend(since.as_ref().map(|(_, day)| format!("\n{}\n", words::compared(day))));
    for (nth, contrast) in form.contrasts.iter().enumerate() {
        let here = lean(form, now, nth);
        let then = since.as_ref().and_then(|(earlier, day)| Some((lean(form, earlier, nth)?, day.as_str())));
        let line = words::in_a_line(form, nth, here.as_ref());
        let said = words::paragraph(form, nth, here.as_ref(), then.as_ref().map(|(lean, day)| (lean, *day)));
        out.push_str(&format!("\n**{}**: {}. {}\n", quoted(mirror::title(contrast).as_str()), quoted(&line), quoted(&said)));
    }
    if pulls_apart(form, now) {
        out.push_str(&format!("\n{}\n", words::PULLS_APART));
    }
    if let Some(need) = Looks::of(form, progress.made(), MirrorPart::Need).now() {
        let plan = plan(form, now, need);
        out.push_str(&format!("\n### What my role needs, {}\n\n", clock::day(need.last())));
        plan.build.iter().for_each(|gap| out.push_str(&gap_line(form, "build", gap)));
        plan.ease_off.iter().for_each(|gap| out.push_str(&gap_line(form, "ease off", gap)));
        if plan.build.is_empty() && plan.ease_off.is_none() {
            out.push_str("Nothing to build and nothing to ease off.\n");
        }
    }
    out
}

fn gap_line(form: &Form, what: &str, gap: &Gap) -> String {
    format!("- {what} {}: needed {:.1}, reported {:.1} of 5\n", quoted(form.name(gap.pole)), gap.need, gap.often)
}

/// Words as Markdown that says just these words.
pub(super) fn quoted(words: &str) -> String {
    let mut out = String::new();
    for c in Clean::words(words).as_str().chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
