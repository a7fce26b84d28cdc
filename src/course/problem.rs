//! Problems: what is wrong in a course, where, and what to do about it. One constructor for each complaint, so that an author
//! always hears the same words for the same thing. The rules' names are listed in `problem/rule.rs`.

use std::ops::Range;

use super::clean::join;
use super::lint::Finding;
use super::{Clean, Id};

/// Something in a course that its author will want to mend. The rest of the course opens all the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// Whether `check` fails because of it.
    pub severity: Severity,
    /// Which rule it breaks.
    pub rule: Rule,
    /// The file, as a path inside the course.
    pub file: Clean,
    /// The place in the file; `None` where the whole file is meant.
    pub excerpt: Option<Excerpt>,
    /// What is wrong.
    pub sentence: Clean,
    /// What to do.
    pub remedy: Clean,
}

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something the author wrote does not count because of it.
    Error,
    /// The course works, less well than it could.
    Warning,
    /// Something to think about.
    Note,
}

/// The line that is meant, and the part of it under the caret.
#[derive(Clone, Debug, PartialEq)]
pub struct Excerpt {
    /// The line, counted from 1.
    pub line: usize,
    /// The column in characters, counted from 1.
    pub column: usize,
    /// The line itself, with its controls made visible.
    pub text: Clean,
    /// The part that is meant, in bytes of `text`.
    pub marked: Range<usize>,
}

/// A file of a course while it is read: its name and its text, to make problems with places of.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// The path inside the course.
    pub file: &'a str,
    /// The text.
    pub text: &'a str,
}

/// A file may be wrong in a million places. So many are named; whoever mends these will find the others.
pub const MOST: usize = 200;

/// Of a line that is longer, the part around the mistake is shown.
const LONGEST_LINE: usize = 600;
const BEFORE_THE_MISTAKE: usize = 100;

/// The part of a line that is shown around a place in it.
fn around(line: &str, at: usize) -> Range<usize> {
    if line.len() <= LONGEST_LINE {
        return 0..line.len();
    }
    let from = cut(line, at.saturating_sub(BEFORE_THE_MISTAKE));
    from..cut(line, from + LONGEST_LINE)
}

/// The last border between characters up to a place.
fn cut(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// A sentence may quote something of the author's, of any length.
fn shortened(sentence: &str) -> &str {
    sentence.get(..cut(sentence, LONGEST_LINE)).unwrap_or(sentence)
}

impl Source<'_> {
    fn problem(&self, rule: Rule, severity: Severity, at: Option<Range<usize>>, sentence: &str, remedy: &str) -> Problem {
        Problem {
            severity,
            rule,
            file: Clean::code(self.file),
            excerpt: at.map(|at| self.excerpt(at)),
            sentence: Clean::words(shortened(sentence)),
            remedy: Clean::words(shortened(remedy)),
        }
    }

    fn error(&self, rule: Rule, at: Range<usize>, sentence: &str, remedy: &str) -> Problem {
        self.problem(rule, Severity::Error, Some(at), sentence, remedy)
    }

    fn warning(&self, rule: Rule, at: Range<usize>, sentence: &str, remedy: &str) -> Problem {
        self.problem(rule, Severity::Warning, Some(at), sentence, remedy)
    }

    /// The first line that a range touches; a range over several lines is marked to the end of its first.
    fn excerpt(&self, at: Range<usize>) -> Excerpt {
        let mut start = at.start.min(self.text.len());
        while !self.text.is_char_boundary(start) {
            start -= 1;
        }
        let before = self.text.get(..start).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let rest = self.text.get(line_start..).unwrap_or_default();
        let line = rest.split('\n').next().unwrap_or_default().trim_end_matches('\r');
        let lead = self.text.get(line_start..start).unwrap_or_default();
        let column = lead.chars().count() + 1;
        let shown = around(line, start - line_start);
        let (line, lead) = (line.get(shown.clone()).unwrap_or_default(), lead.get(shown.start..).unwrap_or_default());
        let end = (at.end.max(start) - line_start).saturating_sub(shown.start).min(line.len());
        let until = (end..=line.len()).find(|at| line.is_char_boundary(*at)).unwrap_or(line.len());
        let text = Clean::code(line);
        let from = Clean::code(lead.trim_end_matches('\r')).as_str().len().min(text.as_str().len());
        let to = Clean::code(line.get(..until).unwrap_or(line)).as_str().len().clamp(from, text.as_str().len());
        Excerpt { line: before.matches('\n').count() + 1, column, text, marked: from..to }
    }

    /// The file cannot be read at all.
    pub fn unreadable(file: &str, why: &str) -> Problem {
        let source = Source { file, text: "" };
        let remedy = "see that the file is there and that you may read it";
        source.problem(Rule::Missing, Severity::Error, None, &format!("cannot be read: {why}"), remedy)
    }

    /// Not UTF-8.
    pub fn not_text(file: &str) -> Problem {
        let source = Source { file, text: "" };
        source.problem(Rule::Missing, Severity::Error, None, "is not UTF-8 text", "save the file as UTF-8")
    }

    /// Larger than a lesson can sensibly be.
    pub fn too_large(file: &str, limit: usize) -> Problem {
        let source = Source { file, text: "" };
        let sentence = format!("is larger than {} MB and was left out", limit / 1_000_000);
        source.problem(Rule::Missing, Severity::Error, None, &sentence, "cut it into several lessons")
    }

    /// `course.toml` is not there.
    pub fn no_course_file() -> Problem {
        let source = Source { file: "course.toml", text: "" };
        let remedy = "write a `course.toml` with `format = 1`, an `id` and a `title`";
        source.problem(Rule::Missing, Severity::Error, None, "a course needs a `course.toml`, and there is none", remedy)
    }

    /// A folder named by `course.toml` holds no lesson.
    pub fn no_such_lesson(&self, at: Range<usize>, folder: &str) -> Problem {
        let sentence = format!("`{folder}` is listed here, but there is no `{folder}/lesson.md`");
        self.error(Rule::Missing, at, &sentence, "write the lesson, or take the folder off the list")
    }

    /// A course without a lesson.
    pub fn no_lessons() -> Problem {
        let source = Source { file: "course.toml", text: "" };
        let remedy = "make a folder such as `01-first` and write a `lesson.md` in it";
        source.problem(Rule::Empty, Severity::Error, None, "the course has no lesson", remedy)
    }

    /// A format of the future.
    pub fn newer_format(&self, at: Range<usize>, found: i64) -> Problem {
        let sentence = format!("this is format {found}; this program reads format 1");
        self.error(Rule::Format, at, &sentence, "use a newer version of the program")
    }

    /// Not TOML.
    pub fn not_toml(&self, at: Range<usize>, why: &str) -> Problem {
        self.error(Rule::Syntax, at, &format!("this is not TOML: {why}"), "mend the line; texts stand in quotes")
    }

    /// Front matter that never ends.
    pub fn open_front_matter(&self) -> Problem {
        self.error(Rule::Syntax, 0..3, "the front matter has no end", "close it with a line of `+++`")
    }

    /// No front matter.
    pub fn no_front_matter(&self) -> Problem {
        let remedy = "begin the file with `+++`, a `title = \"…\"` and `+++`";
        self.error(Rule::MissingKey, 0..0, "the lesson has no front matter", remedy)
    }

    /// A key that means nothing.
    pub fn unknown_key(&self, at: Range<usize>, key: &str, similar: Option<&str>, known: &[&str]) -> Problem {
        let remedy = match similar {
            Some(similar) => format!("did you mean `{similar}`?"),
            None => format!("known here: {}", known.join(", ")),
        };
        self.error(Rule::UnknownKey, at, &format!("the key `{key}` means nothing here"), &remedy)
    }

    /// A value of another type or outside its range.
    pub fn wrong_value(&self, at: Range<usize>, key: &str, found: &str, wanted: &str) -> Problem {
        self.error(Rule::WrongValue, at, &format!("`{key}` is {found}"), &format!("write {wanted}"))
    }

    /// A key that must be there.
    pub fn missing_key(&self, at: Range<usize>, key: &str, what: &str) -> Problem {
        self.error(Rule::MissingKey, at, &format!("{what} needs `{key}`, and it is not here"), &format!("add `{key} = …`"))
    }

    /// An id with other characters than an id may have.
    pub fn bad_id(&self, at: Range<usize>, found: &str) -> Problem {
        let remedy = "use letters, digits, `-`, `_` and `.`, at most 80 of them";
        self.error(Rule::WrongValue, at, &format!("“{found}” cannot be an id"), remedy)
    }

    /// A folder whose name cannot be a lesson's id.
    pub fn bad_folder(file: &str) -> Problem {
        let source = Source { file, text: "" };
        let remedy = "rename the folder: letters, digits, `-`, `_` and `.`, as in `02-planning`";
        source.problem(Rule::WrongValue, Severity::Error, None, "the name of this folder cannot be a lesson’s id", remedy)
    }

    /// Two things with one id.
    pub fn same_id(&self, at: Range<usize>, id: &Id, first: &str) -> Problem {
        let sentence = format!("the id `{id}` is taken: it stands in {first}");
        self.error(Rule::SameId, at, &sentence, "give this one another id; answers are kept under it")
    }

    /// A lesson without questions.
    pub fn no_quiz(file: &str) -> Problem {
        let source = Source { file, text: "" };
        let remedy = "write a `quiz.toml` beside it, or leave it a lesson to read only";
        source.problem(Rule::NoQuiz, Severity::Warning, None, "the lesson has no questions", remedy)
    }

    /// A question asked for that is not there.
    pub fn no_such_question(&self, at: Range<usize>, id: &Id) -> Problem {
        let sentence = format!("the question `{id}` is asked for here and stands in no quiz of this lesson");
        self.error(Rule::NoSuchQuestion, at, &sentence, "write it, or take the line out")
    }

    /// A link to a place of the course that is not there; the place of the block it stands in.
    pub fn broken_link(&self, block: Range<usize>, target: &str) -> Problem {
        let found = self.text.get(block.clone()).and_then(|text| text.find(target));
        let at = found.map_or(block.clone(), |found| block.start + found..block.start + found + target.len());
        let sentence = format!("this link leads nowhere in the course: `{}`", Clean::code(target));
        self.warning(Rule::BrokenLink, at, &sentence, "write `#heading`, or a lesson's id and `#heading`")
    }

    /// A glossary from which nothing can be taken.
    pub fn no_terms(&self) -> Problem {
        let remedy = "write a term on a line, and on the next a colon and what it means";
        self.warning(Rule::NoTerms, 0..0, "the glossary has no terms", remedy)
    }

    /// What a rule of good questions says about one.
    pub fn written(&self, at: Range<usize>, id: &Id, finding: &Finding) -> Problem {
        let sentence = format!("`{id}`: {}", finding.sentence);
        self.problem(Rule::Writing(finding.rule), finding.severity, Some(at), &sentence, finding.remedy)
    }

    /// What a rule of good questions says about a whole file.
    pub fn about_the_file(&self, finding: &Finding) -> Problem {
        self.problem(Rule::Writing(finding.rule), finding.severity, None, &finding.sentence, finding.remedy)
    }

    /// A pole that no contrast of the mirror has.
    pub fn no_such_pole(&self, at: Range<usize>, pole: &str, similar: Option<&str>) -> Problem {
        let remedy = match similar {
            Some(similar) => format!("did you mean `{similar}`?"),
            None => "name a pole as one of the `[[contrasts]]` does".to_owned(),
        };
        self.error(Rule::Mirror, at, &format!("no contrast has the pole “{pole}”"), &remedy)
    }

    /// A pole of which nothing can be said.
    pub fn no_statement(&self, pole: &str) -> Problem {
        let remedy = format!("add `[[statements]]` with `pole = \"{pole}\"`");
        self.warning(Rule::Mirror, 0..0, &format!("no statement asks about {pole}"), &remedy)
    }

    /// A mirror in which nothing can be seen.
    pub fn no_contrasts(&self) -> Problem {
        self.warning(Rule::Mirror, 0..0, "the mirror has no contrasts", "add `[[contrasts]]` and `[[statements]]`")
    }

    /// A choice question with no right choice, or with several.
    pub fn needs_one_key(&self, at: Range<usize>, id: &Id, found: usize) -> Problem {
        let found = if found == 0 { "none".to_owned() } else { found.to_string() };
        let sentence = format!("the choice question `{id}` needs exactly one right option and has {found}");
        self.error(Rule::Key, at, &sentence, "mark one option `correct = true`, or use `kind = \"multiple\"`")
    }

    /// A multiple question in which everything or nothing is right.
    pub fn needs_some_keys(&self, at: Range<usize>, id: &Id, found: usize, of: usize) -> Problem {
        let sentence = format!("the question `{id}` has {found} right options of {of}; some must be right and some not");
        self.error(Rule::Key, at, &sentence, "change an option, or which of them are `correct`")
    }

    /// Too few choices to be a question.
    pub fn too_few_choices(&self, at: Range<usize>, id: &Id, found: usize) -> Problem {
        let sentence = format!("the question `{id}` needs at least two options and has {found}");
        self.error(Rule::Key, at, &sentence, "add `[[questions.options]]` with `text` and `why`")
    }

    /// Less of something than its kind needs.
    pub fn too_few(&self, at: Range<usize>, id: &Id, what: &str, least: usize, found: usize) -> Problem {
        let sentence = format!("the question `{id}` needs at least {least} of `{what}` and has {found}");
        self.error(Rule::Structure, at, &sentence, "add what is missing")
    }

    /// More of something than there are digits.
    pub fn too_many(&self, at: Range<usize>, id: &Id, what: &str, most: usize) -> Problem {
        let sentence = format!("the question `{id}` has more than {most} {what}, and each has a digit");
        self.error(Rule::Structure, at, &sentence, "make two questions of it")
    }

    /// A bin into which nothing goes.
    pub fn empty_bin(&self, at: Range<usize>, id: &Id, bin: &str) -> Problem {
        let sentence = format!("nothing goes into the bin “{bin}” of `{id}`");
        self.warning(Rule::Structure, at, &sentence, "add a line for it, or take it out")
    }

    /// A listed wrong answer that would count as right.
    pub fn both_right_and_wrong(&self, at: Range<usize>, id: &Id, word: &str) -> Problem {
        let sentence = format!("“{word}” is accepted and rejected by `{id}`");
        self.error(Rule::ShortAnswer, at, &sentence, "take it out of one of the two lists")
    }

    /// A way leads to a scene that is not there.
    pub fn no_such_scene(&self, at: Range<usize>, named: &Id, known: &[Id]) -> Problem {
        let known: Vec<&str> = known.iter().map(Id::as_str).collect();
        let sentence = format!("there is no scene `{named}`");
        self.error(Rule::Structure, at, &sentence, &format!("the scenes are: {}", known.join(", ")))
    }

    /// A scene that is never reached, or cannot be left.
    pub fn lost_scene(&self, at: Range<usize>, scene: &Id, what: &str) -> Problem {
        let sentence = format!("the scene `{scene}` {what}");
        self.error(Rule::Structure, at, &sentence, "lead a way to it, or one out of it to the end (a way without `next`)")
    }

    /// A scene in which nothing is worth everything.
    pub fn no_best_way(&self, at: Range<usize>, scene: &Id) -> Problem {
        let sentence = format!("no way in the scene `{scene}` is worth 1, so that nobody can earn all");
        self.warning(Rule::Structure, at, &sentence, "give the best way `score = 1`")
    }

    /// The same choice twice.
    pub fn same_choice(&self, at: Range<usize>, id: &Id) -> Problem {
        self.error(Rule::SameChoice, at, &format!("two options of `{id}` say the same"), "change one of them")
    }

    /// A choice without a reason.
    pub fn no_reason(&self, at: Range<usize>, id: &Id) -> Problem {
        let remedy = "add `why = \"…\"`: why it tempts, and why it is right or falls short";
        self.warning(Rule::NoReason, at, &format!("an option of `{id}` has no reason"), remedy)
    }

    /// An objective that the lesson does not have.
    pub fn no_such_objective(&self, at: Range<usize>, id: &Id, known: &[&Id]) -> Problem {
        let known: Vec<&str> = known.iter().map(|id| id.as_str()).collect();
        let remedy = format!("the lesson has: {}", if known.is_empty() { "none".to_owned() } else { known.join(", ") });
        self.error(Rule::NoSuchObjective, at, &format!("the lesson has no objective `{id}`"), &remedy)
    }

    /// A heading that the lesson does not have.
    pub fn no_such_heading(&self, at: Range<usize>, slug: &str, similar: Option<&str>) -> Problem {
        let remedy = match similar {
            Some(similar) => format!("did you mean `#{similar}`?"),
            None => "write the heading in small letters with hyphens, as in `#two-clarities`".to_owned(),
        };
        self.warning(Rule::NoSuchHeading, at, &format!("the lesson has no heading `#{slug}`"), &remedy)
    }
}

impl Problem {
    /// The file and, where it is known, the line: `03-aligning/quiz.toml, line 41`.
    pub fn place(&self) -> Clean {
        match &self.excerpt {
            Some(excerpt) => join([self.file.as_str(), ", line ", &excerpt.line.to_string()]),
            None => self.file.clone(),
        }
    }
}

mod interface;
mod room;
mod rule;

pub use rule::Rule;

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, at: Range<usize>, line: usize, column: usize, marked: &str) {
        let excerpt = Source { file: "f", text }.excerpt(at);
        assert_eq!((excerpt.line, excerpt.column), (line, column));
        assert_eq!(&excerpt.text.as_str()[excerpt.marked], marked);
    }

    #[test]
    fn an_excerpt_marks_what_is_meant() {
        check("a\nbc = 1\nd", 2..4, 2, 1, "bc");
        check("a\nbc = 1\nd", 7..8, 2, 6, "1");
        check("a\nbc = 1\nd", 2..10, 2, 1, "bc = 1");
        check("x = \"é\" y", 8..9, 1, 8, " ");
        check("\tz", 1..2, 1, 2, "z");
        check("\u{1b}z", 0..1, 1, 1, "␛");
        check("", 0..0, 1, 1, "");
        check("ab", 9..20, 1, 3, "");
    }
}
