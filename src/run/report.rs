//! `contrasts report`: how far a learner is, what they plan and what they kept, as Markdown.

use std::path::Path;

use super::{Code, Course, Options, Progress, Stop, list, print};
use crate::course::{Clean, Lesson};
use crate::store::{clock, report};

/// Prints it, or writes it to a file.
pub fn run(options: &Options, output: Option<&Path>) -> Result<Code, Stop> {
    let (course, progress) = list::both(options)?;
    let text = as_markdown(&course, &progress);
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
        let (_, state) = list::state(course, progress, lesson);
        let state = if state.is_empty() { "not begun" } else { &state };
        out.push_str(&format!("| {} {} | {state} |\n", lesson.number, quoted(lesson.title.as_str())));
    }
    plans(course, progress, &mut out);
    kept(course, progress, &mut out);
    out
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

/// Words as Markdown that says just these words.
fn quoted(words: &str) -> String {
    let mut out = String::new();
    for c in Clean::words(words).as_str().chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
