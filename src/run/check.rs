//! `contrasts check`: everything that is wrong in a course, all at once, each with its line and what to do.

use std::io::{self, IsTerminal, Write};

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

mod workshop;

use super::{Code, Course, DONE, MessageFormat, NO, Options, PathBuf, Problem, Stop, for_here, in_colour, print, the_course};
use crate::course::lint::{self, Statistics};
use crate::course::problem::Severity;

/// Checks a course: the one in `dir`, or the one in use.
pub fn run(options: &Options, dir: Option<PathBuf>, format: MessageFormat, strict: bool) -> Result<Code, Stop> {
    let options = &Options { course: dir.or_else(|| options.course.clone()), ..options.clone() };
    let (course, mut problems) = the_course(options, true)?;
    let (course, of_workshops) = workshop::problems(course);
    problems.extend(of_workshops);
    problems.extend(lint::course(&course));
    let place =
        |problem: &Problem| (problem.file.clone(), problem.excerpt.as_ref().map(|excerpt| (excerpt.line, excerpt.column)));
    problems.sort_by_key(place);
    match format {
        MessageFormat::Human => for_people(options, &course, &problems)?,
        MessageFormat::Short => drop(print(&problems.iter().map(short).collect::<String>())?),
        MessageFormat::Json => drop(print(&problems.iter().map(json).collect::<String>())?),
    }
    let fails = |problem: &Problem| problem.severity == Severity::Error || strict && problem.severity == Severity::Warning;
    Ok(if problems.iter().any(fails) { NO } else { DONE })
}

/// On stderr, as compilers do it, with a last line that counts.
fn for_people(options: &Options, course: &Course, problems: &[Problem]) -> Result<(), Stop> {
    let renderer = match in_colour(options, io::stderr().is_terminal()) {
        true => Renderer::styled(),
        false => Renderer::plain(),
    };
    let mut out = String::new();
    for problem in problems {
        out.push_str(&renderer.render(&[group(problem)]));
        out.push_str("\n\n");
    }
    out.push_str(&Statistics::of(course).in_lines(course));
    out.push_str(&summary(course, problems));
    out.push('\n');
    match io::stderr().lock().write_all(for_here(options, out).as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

fn group(problem: &Problem) -> Group<'_> {
    let level = match problem.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let group = level.primary_title(problem.sentence.as_str()).id(problem.rule.name());
    let group = match &problem.excerpt {
        Some(excerpt) => group.element(
            Snippet::source(excerpt.text.as_str())
                .path(problem.file.as_str())
                .line_start(excerpt.line)
                .annotation(AnnotationKind::Primary.span(excerpt.marked.clone())),
        ),
        None => group.element(Origin::path(problem.file.as_str())),
    };
    group.element(Level::HELP.no_name().message(problem.remedy.as_str()))
}

fn summary(course: &Course, problems: &[Problem]) -> String {
    let count = |severity| problems.iter().filter(|problem| problem.severity == severity).count();
    let counted = |count: usize, what: &str| format!("{count} {what}{}", if count == 1 { "" } else { "s" });
    let questions: usize = course.lessons.iter().map(|lesson| lesson.questions().len()).sum();
    format!(
        "{} and {} in {} and {}",
        counted(count(Severity::Error), "error"),
        counted(count(Severity::Warning), "warning"),
        counted(course.lessons.len(), "lesson"),
        counted(questions, "question"),
    )
}

fn named(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// `path:line:column: error[RULE]: text`, for editors.
fn short(problem: &Problem) -> String {
    let (line, column) = problem.excerpt.as_ref().map_or((1, 1), |excerpt| (excerpt.line, excerpt.column));
    let (severity, rule) = (named(problem.severity), problem.rule.name());
    format!("{}:{line}:{column}: {severity}[{rule}]: {}; {}\n", problem.file, problem.sentence, problem.remedy)
}

fn json(problem: &Problem) -> String {
    let excerpt = problem.excerpt.as_ref();
    let object = serde_json::json!({
        "severity": named(problem.severity),
        "rule": problem.rule.name(),
        "file": problem.file.as_str(),
        "line": excerpt.map(|excerpt| excerpt.line),
        "column": excerpt.map(|excerpt| excerpt.column),
        "text": excerpt.map(|excerpt| excerpt.text.as_str()),
        "message": problem.sentence.as_str(),
        "remedy": problem.remedy.as_str(),
    });
    format!("{object}\n")
}
