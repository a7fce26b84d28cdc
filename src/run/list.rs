//! `contrasts list`, and the few lines that stand where no screen could be shown.

use super::{Code, Course, Loaded, Options, Progress, Stop, print, remark, say, the_course, the_progress};
use crate::course::Lesson;
use crate::progress::{next_step, state};

/// Lists the lessons and where each stands.
pub fn run(options: &Options, json: bool) -> Result<Code, Stop> {
    let (course, progress) = both(options)?;
    print(&if json { as_json(&course, &progress) } else { as_lines(&course, &progress) })
}

/// What is shown without a terminal: how far, what comes next, and how to see more.
pub fn status(options: &Options) -> Result<Code, Stop> {
    let (course, progress) = both(options)?;
    let done = course.lessons.iter().filter(|lesson| progress.is_done(&course, lesson)).count();
    let (words, all) = (course.words.outside(), course.lessons.len());
    let next = next_step(&course, &progress).lesson().and_then(|at| course.lessons.get(at));
    let status = match next {
        Some(lesson) => words.status(&course.title, done, all, lesson.number, &lesson.title),
        None => words.status_done(&course.title, done, all),
    };
    print(&format!("{status}\n{}\n", words.status_screens()))
}

/// Course and progress, the lessons about which something is known loaded.
pub fn both(options: &Options) -> Result<(Course, Progress), Stop> {
    let (mut course, _) = the_course(options, false)?;
    let Loaded { progress, failures, .. } = the_progress(options, &course);
    remark(&course.words, &failures).iter().for_each(|words| say(words.as_str()));
    progress.load_touched(&mut course);
    Ok((course, progress))
}

fn as_lines(course: &Course, progress: &Progress) -> String {
    let width = course.lessons.iter().map(|lesson| crate::page::wrap::width(lesson.title.as_str())).max().unwrap_or(0);
    let in_minutes = |minutes: String| course.words.outside().list_minutes(format!("{minutes:>3}"));
    let no_minutes = " ".repeat(crate::page::wrap::width(&in_minutes(String::new())));
    let line = |lesson: &Lesson| {
        let fill = " ".repeat(width - crate::page::wrap::width(lesson.title.as_str()));
        let state = state(course, progress, lesson).1;
        let minutes = if lesson.minutes > 0 { in_minutes(lesson.minutes.to_string()) } else { no_minutes.clone() };
        format!("{:>3}  {}{fill}  {minutes}  {state}", lesson.number, lesson.title).trim_end().to_owned() + "\n"
    };
    course.lessons.iter().map(line).collect()
}

fn as_json(course: &Course, progress: &Progress) -> String {
    let entry = |lesson: &Lesson| {
        let (state, words) = state(course, progress, lesson);
        serde_json::json!({
            "id": lesson.id.as_str(),
            "number": lesson.number,
            "title": lesson.title.as_str(),
            "minutes": lesson.minutes,
            "state": state,
            "words": words,
        })
    };
    let all = serde_json::json!({
        "course": course.id.as_str(),
        "title": course.title.as_str(),
        "lessons": course.lessons.iter().map(entry).collect::<Vec<_>>(),
    });
    format!("{all:#}\n")
}
