//! Rules of good questions that a machine can decide, by the names they have in messages: `Q02` to `Q35`. What makes a question readable
//! at all is checked where it is read; here is what makes it a fair one. A rule is silenced for one question by
//! `allow = ["Q05: terms are fixed"]`, with a reason.
//!
//! The rules follow Haladyna, Downing and Rodriguez (2002), A review of multiple-choice item-writing guidelines, and complaints of
//! learners. Left to people are: two exact opposites among the options (Q18), who leads and who administers in the examples (Q34), and
//! what only answers show (Q36).

use super::problem::{Problem, Severity, Source};
use super::question::Question;
use super::{Course, Lesson};

mod item;
pub mod statistics;
mod whole;
mod words;

pub use statistics::Statistics;

/// What a rule found.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The rule.
    pub rule: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong.
    pub sentence: String,
    /// What to do.
    pub remedy: &'static str,
}

impl Finding {
    fn warning(rule: &'static str, sentence: impl Into<String>, remedy: &'static str) -> Finding {
        Finding { rule, severity: Severity::Warning, sentence: sentence.into(), remedy }
    }

    fn note(rule: &'static str, sentence: impl Into<String>, remedy: &'static str) -> Finding {
        Finding { severity: Severity::Note, ..Finding::warning(rule, sentence, remedy) }
    }

    fn error(rule: &'static str, sentence: impl Into<String>, remedy: &'static str) -> Finding {
        Finding { severity: Severity::Error, ..Finding::warning(rule, sentence, remedy) }
    }
}

/// Everything the rules find in a course whose lessons are loaded.
pub fn course(course: &Course) -> Vec<Problem> {
    let mut problems = Vec::new();
    let across = whole::across(course);
    for (at, lesson) in course.lessons.iter().enumerate() {
        let (file, text) = course.quiz_source(at);
        let source = Source { file: &file, text };
        let sentences = words::runs(&lesson_words(lesson));
        for question in lesson.questions() {
            let mut found = item::findings(question, lesson, &sentences);
            found.extend(across.iter().filter(|(id, _)| *id == question.id).map(|(_, finding)| finding.clone()));
            found.retain(|finding| !is_allowed(question, finding.rule));
            problems.extend(found.iter().map(|finding| source.written(question.at.clone(), &question.id, finding)));
        }
        problems.extend(whole::lesson(lesson).iter().map(|finding| source.about_the_file(finding)));
    }
    let source = Source { file: "course.toml", text: "" };
    problems.extend(whole::course(course).iter().map(|finding| source.about_the_file(finding)));
    problems
}

fn is_allowed(question: &Question, rule: &str) -> bool {
    question.allow.iter().any(|allowed| **allowed == *rule)
}

/// All words of a lesson's text.
fn lesson_words(lesson: &Lesson) -> String {
    let mut words = String::new();
    for block in lesson.blocks() {
        words.push(' ');
        super::block::say(&block.kind, &mut words);
    }
    words
}

#[cfg(test)]
mod tests;
