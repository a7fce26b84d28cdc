//! Files into a course. Heads are read first (`course.toml` and the front matter of each lesson), bodies when they are wanted;
//! `read` wants them all. A broken part becomes a problem and is left out; nothing here fails.

use std::collections::HashMap;
use std::ops::Range;

use toml::de::DeTable;

use super::fields::Fields;
use super::problem::{MOST, Problem, Source};
use super::question::Mode;
use super::{Block, BlockKind, Clean, Course, Files, Form, Glossary, Id, Lesson, Objective, Script, block, markdown, mirror};
use crate::words::Words;

mod interface;
mod kinds;
mod quiz;
mod script;

pub use interface::INTERFACE_FILE;
pub use script::by_hands;

/// Larger files are left out and named; a lesson of an hour has some 60 kB.
pub const LARGEST_FILE: usize = 32_000_000;

/// The words of the course, and what they mean.
pub const GLOSSARY_FILE: &str = "glossary.md";

/// What the claims of the course rest on.
pub const SOURCES_FILE: &str = "sources.md";

/// The form of the mirror.
pub const MIRROR_FILE: &str = "self-assessment.toml";

/// Where ids were first seen: each may be used once in a course.
pub type Seen = HashMap<Id, String>;

/// The whole course, and everything that is wrong with it.
pub fn read(files: Files) -> (Course, Vec<Problem>) {
    let (mut course, mut problems) = open(files);
    let mut seen = Seen::new();
    for at in 0..course.lessons.len() {
        problems.extend(load_with(&mut course, at, &mut seen));
        problems.extend(load_script(&mut course, at));
    }
    check_glossary(&course.files, &mut problems);
    form(&course.files, &mut problems);
    check_links(&course, &mut problems);
    (course, problems)
}

/// The course without the bodies of its lessons: enough for the map.
pub fn open(files: Files) -> (Course, Vec<Problem>) {
    let mut problems = Vec::new();
    let head = course_file(&files, &mut problems);
    let words = interface::read(&files, &mut problems);
    let folders = head.folders.unwrap_or_else(|| lesson_folders(&files));
    let mut lessons: Vec<Lesson> = Vec::new();
    let mut seen = Seen::new();
    for folder in folders {
        let Some(lesson) = lesson_head((&files, &words), &folder, lessons.len(), &mut problems) else { continue };
        if let Some(first) = seen.insert(lesson.id.clone(), format!("{folder}/lesson.md")) {
            let file = format!("{folder}/lesson.md");
            let source = Source { file: &file, text: "" };
            problems.push(source.same_id(0..0, &lesson.id, &first));
            continue;
        }
        lessons.push(lesson);
    }
    if lessons.is_empty() {
        problems.push(Source::no_lessons());
    }
    let course = Course {
        id: head.id,
        title: head.title,
        summary: head.summary,
        language: head.language,
        words,
        pass_mark: head.pass_mark,
        end: head.end,
        lessons,
        glossary: None,
        form: None,
        files,
    };
    (course, problems)
}

/// Reads text and questions of one lesson, as far as that has not happened yet.
pub fn load(course: &mut Course, at: usize) -> Vec<Problem> {
    load_with(course, at, &mut Seen::new())
}

fn load_with(course: &mut Course, at: usize, seen: &mut Seen) -> Vec<Problem> {
    load_text(course, at);
    let mut problems = load_questions(course, at, seen);
    if let Some(lesson) = course.lessons.get(at) {
        let file = format!("{}/lesson.md", lesson.folder);
        let text = text_of(&course.files, &file, &mut Vec::new()).unwrap_or_default();
        find_checks(Source { file: &file, text }, lesson, &mut problems);
    }
    problems
}

/// Reads only the text.
pub fn load_text(course: &mut Course, at: usize) {
    let Some(lesson) = course.lessons.get_mut(at).filter(|lesson| lesson.text.is_none()) else { return };
    // What is wrong with the file was said when its head was read.
    let text = text_of(&course.files, &format!("{}/lesson.md", lesson.folder), &mut Vec::new()).unwrap_or_default();
    let start = front_matter(text).map_or(0, |(_, end)| end);
    lesson.text = Some(markdown::lesson(text.get(start..).unwrap_or_default(), start).into());
}

/// Reads only the questions; headings that they name are compared with the text if that is there.
pub fn load_questions(course: &mut Course, at: usize, seen: &mut Seen) -> Vec<Problem> {
    let mut problems = Vec::new();
    let Some(lesson) = course.lessons.get_mut(at).filter(|lesson| lesson.questions.is_none()) else { return problems };
    let file = quiz_file(lesson);
    let (mode, questions) = match text_of(&course.files, &file, &mut problems) {
        Some(text) => quiz::read(Source { file: &file, text }, lesson, seen, &mut problems),
        None => (Mode::default(), Vec::new()),
    };
    if !course.files.contains_key(&file) && problems.is_empty() {
        problems.push(Source::no_quiz(&format!("{}/lesson.md", lesson.folder)));
    }
    lesson.questions = Some(questions);
    lesson.mode = mode;
    problems
}

/// Reads text, questions and script of one lesson, as far as that has not happened yet.
pub fn load_workshop(course: &mut Course, at: usize) -> Vec<Problem> {
    let mut problems = load(course, at);
    problems.extend(load_script(course, at));
    problems
}

/// Reads only the script; a lesson has it for whoever teaches it, and no learner needs it.
fn load_script(course: &mut Course, at: usize) -> Vec<Problem> {
    let mut problems = Vec::new();
    let Some(lesson) = course.lessons.get(at).filter(|lesson| lesson.script.is_none()) else { return problems };
    let file = workshop_file(lesson);
    let mut script = match text_of(&course.files, &file, &mut problems) {
        Some(text) => script::read(Source { file: &file, text }, lesson, &mut problems),
        None => Script::default(),
    };
    let text = text_of(&course.files, &format!("{}/lesson.md", lesson.folder), &mut Vec::new()).unwrap_or_default();
    script.remarks = markdown::remarks(text.get(front_matter(text).map_or(0, |(_, end)| end)..).unwrap_or_default());
    if let Some(lesson) = course.lessons.get_mut(at) {
        lesson.script = Some(script);
    }
    problems
}

/// What the words of the course mean; nothing where it has no glossary.
pub fn glossary(files: &Files) -> Glossary {
    text_of(files, GLOSSARY_FILE, &mut Vec::new()).map(Glossary::read).unwrap_or_default()
}

/// The form of the mirror; nothing where the course has none.
pub fn form(files: &Files, problems: &mut Vec<Problem>) -> Option<Form> {
    let text = text_of(files, MIRROR_FILE, problems)?;
    Some(mirror::read(Source { file: MIRROR_FILE, text }, problems))
}

/// A glossary is there to be looked into.
fn check_glossary(files: &Files, problems: &mut Vec<Problem>) {
    if let Some(text) = text_of(files, GLOSSARY_FILE, problems)
        && Glossary::read(text).terms.is_empty()
    {
        problems.push(Source { file: GLOSSARY_FILE, text }.no_terms());
    }
}

/// The file in which the author of a lesson writes its script.
pub fn workshop_file(lesson: &Lesson) -> String {
    format!("{}/workshop.toml", lesson.folder)
}

fn quiz_file(lesson: &Lesson) -> String {
    format!("{}/quiz.toml", lesson.folder)
}

/// A question asked for in the text must stand in the quiz.
fn find_checks(source: Source, lesson: &Lesson, problems: &mut Vec<Problem>) {
    for block in lesson.blocks() {
        if let BlockKind::Check(id) = &block.kind
            && lesson.question(id).is_none()
        {
            problems.push(source.no_such_question(block.source.clone(), id));
        }
    }
}

/// More broken links of a lesson are not named: whoever mends these will find the others, and a text may have thousands.
const BROKEN_LINKS: usize = 25;

/// Links within the course lead to a lesson or heading that is there; others are the author's affair.
fn check_links(course: &Course, problems: &mut Vec<Problem>) {
    let targets = super::link::Targets::of(course);
    for (at, lesson) in course.lessons.iter().enumerate() {
        let mut broken = Vec::new();
        for block in lesson.blocks() {
            block::each_span(&block.kind, &mut |inline| {
                if let block::Inline::Span { link: Some(target), .. } = inline
                    && broken.len() < BROKEN_LINKS
                    && targets.is_broken(at, target)
                {
                    broken.push((block.source.clone(), target.clone()));
                }
            });
        }
        let file = format!("{}/lesson.md", lesson.folder);
        let text = text_of(&course.files, &file, &mut Vec::new()).unwrap_or_default();
        problems.extend(broken.into_iter().map(|(block, target)| Source { file: &file, text }.broken_link(block, &target)));
    }
}

/// What `course.toml` says, with defaults for what it does not.
struct Head {
    id: Id,
    title: Clean,
    summary: Clean,
    language: Box<str>,
    pass_mark: f64,
    end: Option<super::Date>,
    folders: Option<Vec<String>>,
}

/// Whether a text has the form of a language tag (BCP 47): parts of letters and digits, the first of letters.
fn is_language(tag: &str) -> bool {
    let is_part = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let is_first = |part: &str| (2..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphabetic());
    tag.split('-').all(is_part) && tag.split('-').next().is_some_and(is_first)
}

fn course_file(files: &Files, problems: &mut Vec<Problem>) -> Head {
    let mut head = Head {
        id: Id::new("unnamed-course").unwrap_or_else(unreachable_id),
        title: Clean::fixed("Unnamed course"),
        summary: Clean::default(),
        language: "en".into(),
        pass_mark: 0.7,
        end: None,
        folders: None,
    };
    if !files.contains_key("course.toml") {
        problems.push(Source::no_course_file());
        return head;
    }
    let Some(text) = text_of(files, "course.toml", problems) else { return head };
    let source = Source { file: "course.toml", text };
    let (table, mut found) = parse(source);
    let broken = !found.is_empty();
    let mut fields = Fields::new(table.get_ref(), 0..0, source, "a course");
    if let Some(format) = fields.whole("format", 1..i64::from(u16::MAX), &mut found)
        && format != 1
    {
        let at = fields.value("format").map_or(0..0, toml::Spanned::span);
        found.push(source.newer_format(at, format));
    }
    if let Some((id, _)) = fields.needed_id("id", &mut found) {
        head.id = id;
    }
    if let Some((title, _)) = fields.needed_text("title", &mut found) {
        head.title = Clean::words(title);
    }
    if let Some((summary, _)) = fields.text("summary", &mut found) {
        head.summary = Clean::words(summary);
    }
    if let Some(pass_mark) = fields.fraction("pass_mark", &mut found) {
        head.pass_mark = pass_mark;
    }
    if let Some((language, _)) = fields.text("language", &mut found)
        && is_language(language)
    {
        head.language = language.into();
    }
    head.end = fields.date("end_date", &mut found);
    let listed = fields.texts("lessons", &mut found);
    let is_missing = |(folder, _): &&(&str, Range<usize>)| !files.contains_key(&format!("{folder}/lesson.md"));
    for (folder, at) in listed.iter().filter(is_missing).take(MOST) {
        found.push(source.no_such_lesson(at.clone(), Clean::code(folder).as_str()));
    }
    if !listed.is_empty() {
        head.folders = Some(listed.iter().map(|(folder, _)| (*folder).to_owned()).collect());
    }
    fields.finish(&mut found);
    keep_the_first_cause(broken, &mut found);
    problems.append(&mut found);
    head
}

/// Folders with a `lesson.md`, in the order of their names.
fn lesson_folders(files: &Files) -> Vec<String> {
    let folder = |path: &String| path.strip_suffix("/lesson.md").filter(|folder| !folder.contains('/')).map(str::to_owned);
    files.keys().filter_map(folder).collect()
}

fn lesson_head((files, words): (&Files, &Words), folder: &str, place: usize, problems: &mut Vec<Problem>) -> Option<Lesson> {
    let file = format!("{folder}/lesson.md");
    let bytes_there = files.contains_key(&file);
    let (number, name) = split_number(folder);
    let Some(id) = Id::new(name) else {
        problems.push(Source::bad_folder(&file));
        return None;
    };
    let text = if bytes_there { head_of(files, &file, problems)? } else { return None };
    let mut lesson = Lesson {
        number: number.unwrap_or(place as u32 + 1),
        title: Clean::words(&name.replace('-', " ")),
        minutes: 0,
        contrast: None,
        objectives: Vec::new(),
        words: words.clone(),
        text: None,
        questions: None,
        has_quiz: files.contains_key(&format!("{folder}/quiz.toml")),
        script: None,
        mode: Mode::default(),
        has_terms: false,
        folder: folder.to_owned(),
        id,
    };
    let source = Source { file: &file, text };
    match front_matter(text) {
        Some((toml_end, _)) => read_front_matter(source, toml_end, &mut lesson, problems),
        None if text.starts_with("+++") => problems.push(source.open_front_matter()),
        None => problems.push(source.no_front_matter()),
    }
    Some(lesson)
}

/// `02-planning-and-vision` is number 2 and named `planning-and-vision`.
fn split_number(folder: &str) -> (Option<u32>, &str) {
    let digits = folder.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = folder.split_at(digits);
    match (number.parse(), rest.strip_prefix('-')) {
        (Ok(number), Some(name)) if !name.is_empty() => (Some(number), name),
        _ => (None, folder),
    }
}

/// Where the TOML of the front matter ends, and where the body begins.
fn front_matter(text: &str) -> Option<(usize, usize)> {
    let first = text.find('\n')?;
    if text.get(..first)?.trim_end() != "+++" {
        return None;
    }
    let mut at = first + 1;
    for line in text.get(at..)?.split_inclusive('\n') {
        if line.trim_end() == "+++" {
            return Some((at, at + line.len()));
        }
        at += line.len();
    }
    None
}

fn read_front_matter(source: Source, toml_end: usize, lesson: &mut Lesson, problems: &mut Vec<Problem>) {
    // Three blanks stand for the `+++`, so that places in the table are places in the file.
    let padded = format!("   {}", source.text.get(3..toml_end).unwrap_or_default());
    let (table, mut found) = parse(Source { file: source.file, text: &padded });
    let broken = !found.is_empty();
    let mut fields = Fields::new(table.get_ref(), 0..3, source, "a lesson");
    if let Some((title, _)) = fields.needed_text("title", &mut found) {
        lesson.title = Clean::words(title);
    }
    if let Some(minutes) = fields.whole("minutes", 0..1000, &mut found) {
        lesson.minutes = minutes as u32;
    }
    lesson.contrast = fields.text("contrast", &mut found).map(|(text, _)| Clean::words(text));
    for mut objective in fields.tables("objectives", "an objective", &mut found) {
        let id = objective.needed_id("id", &mut found);
        let text = objective.needed_text("text", &mut found);
        objective.finish(&mut found);
        if let (Some((id, _)), Some((text, _))) = (id, text) {
            lesson.objectives.push(Objective { id, text: Clean::words(text) });
        }
    }
    fields.finish(&mut found);
    keep_the_first_cause(broken, &mut found);
    problems.append(&mut found);
}

/// After a mistake in the syntax what else seems wrong in the file is mostly its consequence, so only the mistake is reported.
pub fn keep_the_first_cause(broken: bool, found: &mut Vec<Problem>) {
    if broken {
        found.retain(|problem| problem.rule == super::problem::Rule::Syntax);
    }
}

/// A file as a table, with whatever can be read of it, and the mistakes in its syntax.
pub fn parse<'s>(source: Source<'s>) -> (toml::Spanned<DeTable<'s>>, Vec<Problem>) {
    let (table, errors) = DeTable::parse_recoverable(source.text);
    let complaint = |error: &toml::de::Error| {
        let at: Range<usize> = error.span().unwrap_or(0..0);
        source.not_toml(at, error.message().lines().next().unwrap_or("it cannot be read"))
    };
    (table, errors.iter().take(MOST).map(complaint).collect())
}

/// A file as text; a complaint where it is none.
fn text_of<'f>(files: &'f Files, file: &str, problems: &mut Vec<Problem>) -> Option<&'f str> {
    as_text(files.get(file)?, file, problems)
}

/// As much of a file as is here, as text: at least its front matter.
fn head_of<'f>(files: &'f Files, file: &str, problems: &mut Vec<Problem>) -> Option<&'f str> {
    as_text(files.get(file)?.head(), file, problems)
}

/// Where the front matter of a lesson ends, if all of it is among these first bytes.
pub fn end_of_head(bytes: &[u8]) -> Option<usize> {
    let rest = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = rest.utf8_chunks().next()?.valid();
    let (_, end) = front_matter(text).filter(|(_, end)| text.get(..*end).is_some_and(|head| head.ends_with('\n')))?;
    Some(bytes.len() - rest.len() + end)
}

fn as_text<'f>(bytes: &'f [u8], file: &str, problems: &mut Vec<Problem>) -> Option<&'f str> {
    if bytes.len() > LARGEST_FILE {
        problems.push(Source::too_large(file, LARGEST_FILE));
        return None;
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes);
    if text.is_err() {
        problems.push(Source::not_text(file));
    }
    text.ok()
}

/// The headings of a lesson by their slugs.
fn slugs(blocks: &[Block]) -> Vec<&str> {
    let slug = |block| match block {
        &Block { kind: BlockKind::Heading { ref slug, .. }, .. } => Some(&**slug),
        _ => None,
    };
    blocks.iter().filter_map(slug).collect()
}

#[expect(clippy::unreachable, reason = "the text that is made an id here stands in this file and is one")]
fn unreachable_id() -> Id {
    unreachable!()
}

#[cfg(test)]
mod tests;
