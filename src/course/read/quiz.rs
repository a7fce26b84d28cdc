//! `quiz.toml` into questions: what all kinds have in common.

use std::ops::Range;

use super::super::fields::{Fields, most_similar};
use super::super::problem::{MOST, Problem, Source};
use super::super::question::{self, Mode, Pole, Question, Use};
use super::super::{Clean, Id, Lesson, Prose};
use super::{Seen, keep_the_first_cause, kinds, parse, slugs};

/// The questions of a quiz file. A question that breaks a rule of its kind is left out; what it lacks besides is reported.
pub fn read(source: Source, lesson: &Lesson, seen: &mut Seen, problems: &mut Vec<Problem>) -> (Mode, Vec<Question>) {
    let (table, mut found) = parse(source);
    let broken = !found.is_empty();
    let mut fields = Fields::new(table.get_ref(), 0..0, source, "a quiz");
    let mode = mode(&mut fields, source, &mut found);
    let mut questions = Vec::new();
    let (mut line, mut counted) = (1, 0);
    for entry in fields.tables("questions", "a question", &mut found) {
        // To count the lines from the beginning for each question would take as long as all questions squared.
        line += source.text.get(counted..entry.at.start).unwrap_or_default().matches('\n').count();
        counted = entry.at.start.max(counted);
        // What is not named need not be found in the text either.
        let source = if found.len() < MOST { source } else { Source { text: "", ..source } };
        let reading = Reading { source, lesson, line };
        questions.extend(reading.question(entry.in_source(source), seen, &mut found));
        found.truncate(MOST);
    }
    fields.finish(&mut found);
    keep_the_first_cause(broken, &mut found);
    problems.append(&mut found);
    (mode, questions)
}

/// When the quiz tells what was right.
fn mode(fields: &mut Fields, source: Source, problems: &mut Vec<Problem>) -> Mode {
    let Some((name, at)) = fields.text("mode", problems) else { return Mode::default() };
    Mode::named(name).unwrap_or_else(|| {
        problems.push(source.wrong_value(at, "mode", &format!("“{name}”"), "`immediate`, `held-back` or `must-pass`"));
        Mode::default()
    })
}

/// What a question is read against.
#[derive(Clone, Copy)]
struct Reading<'a> {
    source: Source<'a>,
    lesson: &'a Lesson,
    /// The line on which the question begins.
    line: usize,
}

impl Reading<'_> {
    fn question(&self, mut fields: Fields, seen: &mut Seen, problems: &mut Vec<Problem>) -> Option<Question> {
        let id = fields.needed_id("id", problems);
        let prompt = fields.needed_text("prompt", problems).map(|(text, _)| Prose::new(text));
        let kind_name = fields.needed_text("kind", problems);
        let objective = self.objective(&mut fields, problems);
        let see = self.see(&mut fields, problems);
        let pole = pole(&mut fields, self.source, problems);
        let uses = uses(&mut fields, self.source, problems);
        let difficulty = fields.whole("difficulty", 1..4, problems).unwrap_or(1) as u8;
        let hints = fields.texts("hints", problems).into_iter().map(|(hint, _)| Prose::new(hint)).collect();
        let explain = prose(&mut fields, "explain", problems);
        let difference = prose(&mut fields, "difference", problems);
        let allow = allowed(&mut fields, self.source, problems);
        let kind = id.as_ref().zip(kind_name).and_then(|((id, _), (name, name_at))| {
            kinds::Reading { source: self.source, words: &self.lesson.words, id }.kind(name, name_at, &mut fields, problems)
        });
        if id.is_none() {
            fields.ignore_the_rest();
        }
        fields.finish(problems);
        let ((id, id_at), prompt, kind) = (id?, prompt?, kind?);
        if let Some(first) = seen.get(&id) {
            problems.push(self.source.same_id(id_at, &id, first));
            return None;
        }
        seen.insert(id.clone(), format!("{}, line {}", self.source.file, self.line));
        let fingerprint = question::fingerprint(&prompt, &kind);
        Some(Question {
            id,
            kind,
            objective,
            pole,
            uses,
            difficulty,
            prompt,
            hints,
            explain,
            difference,
            see,
            fingerprint,
            allow,
            at: id_at,
        })
    }

    fn objective(&self, fields: &mut Fields, problems: &mut Vec<Problem>) -> Option<Id> {
        let (id, at) = fields.id("objective", problems)?;
        let known: Vec<&Id> = self.lesson.objectives.iter().map(|objective| &objective.id).collect();
        if !known.contains(&&id) {
            problems.push(self.source.no_such_objective(at, &id, &known));
            return None;
        }
        Some(id)
    }

    fn see(&self, fields: &mut Fields, problems: &mut Vec<Problem>) -> Option<Box<str>> {
        let (text, at) = fields.text("see", problems)?;
        let slug = text.trim_start_matches('#');
        let known = slugs(self.lesson.blocks());
        if self.lesson.text.is_none() || known.contains(&slug) {
            return Some(slug.into());
        }
        let similar = most_similar(slug, known);
        problems.push(self.source.no_such_heading(at, Clean::code(slug).as_str(), similar));
        None
    }
}

/// A text that may be missing.
pub fn prose(fields: &mut Fields, key: &'static str, problems: &mut Vec<Problem>) -> Prose {
    fields.text(key, problems).map(|(text, _)| Prose::new(text)).unwrap_or_default()
}

fn pole(fields: &mut Fields, source: Source, problems: &mut Vec<Problem>) -> Pole {
    match fields.text("pole", problems) {
        None | Some(("both", _)) => Pole::Both,
        Some(("management", _)) => Pole::Management,
        Some(("leadership", _)) => Pole::Leadership,
        Some((other, at)) => {
            let wanted = "`management`, `leadership` or `both`";
            problems.push(source.wrong_value(at, "pole", &format!("“{other}”"), wanted));
            Pole::Both
        }
    }
}

/// The rules that do not hold for a question: `Q05: terms are fixed`. Without a reason nothing is silenced.
fn allowed(fields: &mut Fields, source: Source, problems: &mut Vec<Problem>) -> Vec<Box<str>> {
    let mut allowed = Vec::new();
    for (text, at) in fields.texts("allow", problems) {
        match text.split_once(':') {
            Some((rule, reason)) if !reason.trim().is_empty() => allowed.push(rule.trim().into()),
            _ => problems.push(source.wrong_value(
                at,
                "allow",
                &format!("“{text}”"),
                "a rule and a reason, such as `Q05: terms are fixed`",
            )),
        }
    }
    allowed
}

/// Where it is asked; a question that does not say is asked in the quiz and in review.
fn uses(fields: &mut Fields, source: Source, problems: &mut Vec<Problem>) -> Vec<Use> {
    let mut uses = Vec::new();
    for (name, at) in fields.texts("use", problems) {
        match use_named(name) {
            Some(one) => uses.push(one),
            None => complain_about_use(source, name, at, problems),
        }
    }
    if uses.is_empty() { vec![Use::Quiz, Use::Review] } else { uses }
}

fn use_named(name: &str) -> Option<Use> {
    Some(match name {
        "pre" => Use::Before,
        "check" => Use::Check,
        "quiz" => Use::Quiz,
        "review" => Use::Review,
        "workshop" => Use::Workshop,
        _ => return None,
    })
}

fn complain_about_use(source: Source, name: &str, at: Range<usize>, problems: &mut Vec<Problem>) {
    let wanted = "some of `pre`, `check`, `quiz`, `review`, `workshop`";
    problems.push(source.wrong_value(at, "use", &format!("“{name}”"), wanted));
}
