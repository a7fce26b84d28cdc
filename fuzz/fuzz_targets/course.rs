//! Any bytes as the files of a course, parted by the byte 255: read, checked and laid out without a panic, and no message carries a
//! control sign.
#![no_main]

use std::borrow::Cow;

use contrasts::course::{self, Files, lint};
use contrasts::page;
use libfuzzer_sys::fuzz_target;

const NAMES: [&str; 8] = [
    "course.toml",
    "01-a/lesson.md",
    "01-a/quiz.toml",
    "02-b/lesson.md",
    "02-b/quiz.toml",
    "glossary.md",
    "self-assessment.toml",
    "sources.md",
];

fuzz_target!(|bytes: &[u8]| {
    let parts = bytes.split(|byte| *byte == 255).map(|part| Cow::Owned(part.to_vec()));
    let files: Files = NAMES.into_iter().map(str::to_owned).zip(parts).collect();
    let (course, mut problems) = course::read(files);
    problems.extend(lint::course(&course));
    for problem in problems {
        let words = format!("{}{}{}", problem.file, problem.sentence, problem.remedy);
        assert!(!words.chars().any(char::is_control), "{words:?}");
    }
    for lesson in &course.lessons {
        page::lesson(lesson, 40).for_each(drop);
    }
});
