//! What is taught: a course, its lessons, their blocks and questions, and how they are read from files. Knows no learner, no disk,
//! no clock and no terminal. Reading never fails: what is broken becomes a `Problem`, the rest is there.

use std::collections::BTreeMap;

use crate::words::Words;

pub mod block;
pub mod builtin;
pub mod clean;
mod content;
mod fields;
pub mod glossary;
pub mod id;
pub mod link;
pub mod lint;
pub mod mark;
pub mod markdown;
pub mod mirror;
mod plain_marks;
pub mod problem;
pub mod prose;
pub mod question;
pub mod read;
pub mod script;
pub mod short;
mod text;

pub use block::{Block, BlockKind, Inline};
pub use clean::Clean;
pub use content::Content;
pub use fields::most_similar;
pub use glossary::Glossary;
pub use id::{Fingerprint, Id};
pub use mark::{Verdict, is_right, mark};
pub use mirror::Form;
pub use plain_marks::in_ascii;
pub use problem::Problem;
pub use prose::Prose;
pub use question::{Answer, Question};
pub use read::{open, read};
pub use script::Script;
pub use text::Text;

/// The files of a course by their paths inside it, with `/` between folders. Compiled in or read from a folder: a course does
/// not know.
pub type Files = BTreeMap<String, Content>;

/// A day as it is written: the year, the month and the day of the month, both counted from 1.
pub type Date = (i64, usize, i64);

/// A course: its lessons in order.
#[derive(Clone, Debug)]
pub struct Course {
    /// Under which the learner's sittings are kept.
    pub id: Id,
    /// Its title.
    pub title: Clean,
    /// One or two sentences on what it is about.
    pub summary: Clean,
    /// The language of its texts, as a tag such as `en-GB`.
    pub language: Box<str>,
    /// What the interface says while it is open.
    pub words: Words,
    /// The part of a quiz that must be right to pass it, from 0 to 1.
    pub pass_mark: f64,
    /// The last day of the course, where it has one: what was learnt is asked once more by then.
    pub end: Option<Date>,
    /// The lessons.
    pub lessons: Vec<Lesson>,
    /// What its words mean, once loaded.
    glossary: Option<Glossary>,
    /// The form of the mirror, once loaded.
    form: Option<Form>,
    files: Files,
}

/// A lesson: the head is always there, text and questions when they were loaded.
#[derive(Clone, Debug)]
pub struct Lesson {
    /// The folder's name without its number.
    pub id: Id,
    /// The number in the folder's name, or else its place counted from 1.
    pub number: u32,
    /// Its title.
    pub title: Clean,
    /// How long reading and quiz take, as its author says.
    pub minutes: u32,
    /// The two poles it puts side by side.
    pub contrast: Option<Clean>,
    /// What the learner will be able to do.
    pub objectives: Vec<Objective>,
    /// What the interface says within its text.
    pub words: Words,
    /// Its text, once loaded.
    pub text: Option<Text>,
    /// All its questions, whatever they are used for, once loaded.
    pub questions: Option<Vec<Question>>,
    /// What its author wrote for a workshop, once loaded.
    pub script: Option<Script>,
    /// When its quiz tells what was right.
    pub mode: question::Mode,
    /// Whether it has a quiz file.
    pub has_quiz: bool,
    /// Its terms are links to the glossary.
    has_terms: bool,
    folder: String,
}

/// Something the learner will be able to do.
#[derive(Clone, Debug, PartialEq)]
pub struct Objective {
    /// Questions name it.
    pub id: Id,
    /// Completes “You will be able to …”.
    pub text: Clean,
}

/// A place in a lesson that survives another width: the block, and how many bytes of its words stand before. Block 0 is the head
/// of the lesson, block n + 1 the n-th block of its text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The block.
    pub block: usize,
    /// Bytes of the block's words before the place.
    pub at: usize,
}

impl Course {
    /// Reads text and questions of a lesson, as far as that has not happened yet.
    pub fn load(&mut self, lesson: usize) -> Vec<Problem> {
        read::load(self, lesson)
    }

    /// Reads only its text: enough to know how much of it was read.
    pub fn load_text(&mut self, lesson: usize) {
        read::load_text(self, lesson);
    }

    /// Whether all files were read at the start. Those of a very large course are read when they are wanted.
    pub fn is_whole(&self) -> bool {
        self.files.values().all(Content::is_here)
    }

    /// A number that changes when anything in its files does; none where some of them are still to be read.
    pub fn fingerprint(&self) -> Option<Fingerprint> {
        let all = self.files.iter().map(|(name, content)| (name.as_str(), &**content));
        self.is_whole().then(|| Fingerprint::of_files(all))
    }

    /// Whether a word may stand in the text of a lesson. This is known without making blocks of it; a word that
    /// marks divide is not seen.
    pub fn may_say(&self, lesson: usize, word: &str) -> bool {
        let file = self.lessons.get(lesson).map(|lesson| format!("{}/lesson.md", lesson.folder));
        file.and_then(|file| self.files.get(&file)).is_none_or(|content| content.holds(word.as_bytes()))
    }

    /// Reads only its questions: enough to mark what was answered.
    pub fn load_questions(&mut self, lesson: usize) {
        read::load_questions(self, lesson, &mut read::Seen::new());
    }

    /// Reads text, questions and script: enough to teach it in a room.
    pub fn load_workshop(&mut self, lesson: usize) -> Vec<Problem> {
        read::load_workshop(self, lesson)
    }

    /// What its words mean.
    pub fn glossary(&mut self) -> &Glossary {
        self.glossary.get_or_insert_with(|| read::glossary(&self.files))
    }

    /// What its words mean, as far as that was asked for before.
    pub fn known_glossary(&self) -> Option<&Glossary> {
        self.glossary.as_ref()
    }

    /// Whether it has a mirror.
    pub fn has_mirror(&self) -> bool {
        self.files.contains_key(read::MIRROR_FILE)
    }

    /// The form of its mirror, if it has one.
    pub fn form(&mut self) -> Option<&Form> {
        if self.form.is_none() {
            self.form = read::form(&self.files, &mut Vec::new());
        }
        self.form.as_ref()
    }

    /// The form of its mirror, as far as that was asked for before.
    pub fn known_form(&self) -> Option<&Form> {
        self.form.as_ref()
    }

    /// Makes the terms of the glossary links where they first stand in a lesson.
    pub fn link_terms(&mut self, at: usize) {
        let glossary = self.glossary.get_or_insert_with(|| read::glossary(&self.files));
        if let Some(lesson) = self.lessons.get_mut(at).filter(|lesson| !lesson.has_terms)
            && let Some(text) = &mut lesson.text
        {
            text.link_terms(glossary);
            lesson.has_terms = true;
        }
    }

    /// The file of a lesson, and the line in which a block begins; block 0 is its head.
    pub fn source_of(&self, lesson: usize, block: usize) -> Option<(String, usize)> {
        let lesson = self.lessons.get(lesson)?;
        let file = format!("{}/lesson.md", lesson.folder);
        let at = block.checked_sub(1).and_then(|nth| lesson.blocks().get(nth)).map_or(0, |block| block.source.start);
        let before = self.files.get(&file)?.get(..at)?;
        Some((file, before.iter().filter(|byte| **byte == b'\n').count() + 1))
    }

    /// A question of any lesson that is loaded, and the lesson.
    pub fn question(&self, id: &Id) -> Option<(usize, &Question)> {
        self.lessons.iter().enumerate().find_map(|(at, lesson)| Some((at, lesson.question(id)?)))
    }

    /// What its claims rest on; nothing where it does not say.
    pub fn sources(&self) -> Option<&str> {
        self.files.get(read::SOURCES_FILE).and_then(|bytes| std::str::from_utf8(bytes).ok())
    }

    /// The quiz file of a lesson, and its text.
    pub fn quiz_source(&self, lesson: usize) -> (String, &str) {
        let file = self.lessons.get(lesson).map(|lesson| format!("{}/quiz.toml", lesson.folder)).unwrap_or_default();
        let text = self.files.get(&file).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default();
        (file, text)
    }

    /// The workshop file of a lesson, and its text; nothing where it has none.
    pub fn workshop_source(&self, lesson: usize) -> Option<(String, &str)> {
        let file = read::workshop_file(self.lessons.get(lesson)?);
        let text = self.files.get(&file).and_then(|bytes| std::str::from_utf8(bytes).ok())?;
        Some((file, text))
    }

    /// The place of a lesson in the course.
    pub fn position(&self, id: &Id) -> Option<usize> {
        self.lessons.iter().position(|lesson| lesson.id == *id)
    }

    /// The lesson that a person means: its id, its number, or an unambiguous part of its title.
    pub fn find(&self, named: &str) -> Result<usize, NotFound> {
        let named = named.trim();
        let by_id = self.lessons.iter().position(|lesson| lesson.id.as_str() == named);
        let by_number = || self.lessons.iter().position(|lesson| named.parse() == Ok(lesson.number));
        if let Some(at) = by_id.or_else(by_number) {
            return Ok(at);
        }
        let small = named.to_lowercase();
        let fits = |lesson: &Lesson| lesson.title.as_str().to_lowercase().contains(&small);
        let found: Vec<usize> = (0..self.lessons.len()).filter(|at| self.lessons.get(*at).is_some_and(fits)).collect();
        match found.as_slice() {
            [only] if !named.is_empty() => Ok(*only),
            [] => Err(NotFound::Nothing),
            _ => Err(NotFound::Several(found)),
        }
    }

    /// All minutes of the course.
    pub fn minutes(&self) -> u32 {
        self.lessons.iter().map(|lesson| lesson.minutes).sum()
    }
}

/// Why no single lesson was found.
#[derive(Debug, PartialEq)]
pub enum NotFound {
    /// None fits.
    Nothing,
    /// These all fit.
    Several(Vec<usize>),
}

impl Lesson {
    /// Puts text, questions and script away, as if they had never been loaded.
    pub fn unload(&mut self) {
        (self.text, self.questions, self.script) = (None, None, None);
        (self.mode, self.has_terms) = (question::Mode::default(), false);
    }

    /// Its blocks; none until its text is loaded.
    pub fn blocks(&self) -> &[Block] {
        self.text.as_ref().map_or(&[], Text::blocks)
    }

    /// Its questions; empty until it is loaded.
    pub fn questions(&self) -> &[Question] {
        self.questions.as_deref().unwrap_or_default()
    }

    /// The questions of the quiz after it.
    pub fn quiz(&self) -> impl Iterator<Item = &Question> {
        self.questions().iter().filter(|question| question.is_for(question::Use::Quiz))
    }

    /// Those that are asked at some place.
    pub fn used(&self, place: question::Use) -> Vec<Id> {
        self.questions().iter().filter(|question| question.is_for(place)).map(|question| question.id.clone()).collect()
    }

    /// The question with that id.
    pub fn question(&self, id: &Id) -> Option<&Question> {
        self.questions().iter().find(|question| question.id == *id)
    }

    /// The blocks at which its sections begin, and what their headings say.
    pub fn sections(&self) -> impl Iterator<Item = (usize, &[Inline])> {
        self.text.iter().flat_map(Text::sections)
    }

    /// One of its sections.
    pub fn section(&self, nth: usize) -> Option<(usize, &[Inline])> {
        self.text.as_ref()?.section(nth)
    }

    /// How many sections it has.
    pub fn section_count(&self) -> usize {
        self.text.as_ref().map_or(0, Text::section_count)
    }

    /// How much of the text stands before a place, from 0 to 1.
    pub fn part_before(&self, place: Place) -> f64 {
        self.text.as_ref().map_or(1.0, |text| text.part_before(place))
    }

    /// The section in which a block stands: its place among the sections, counted from 0.
    pub fn section_of(&self, block: usize) -> Option<usize> {
        self.text.as_ref()?.section_of(block)
    }
}
