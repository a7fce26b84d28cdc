//! `workshop.toml` into a script. A part that lacks what it needs is left out, a text that is too long for its rows is named; the rest
//! counts.

use std::ops::Range;

use unicode_width::UnicodeWidthStr;

use super::super::fields::Fields;
use super::super::problem::{Problem, Source};
use super::super::question::{Kind, Question};
use super::super::script::{
    Ends, KEEP, LINE, LINES, LONGEST, NOTE, NOTES, OPTION, OPTIONS, Opening, POLE, PROMPT, Part, SLIDES, Script, Slide, TITLE,
    Talk, Vote,
};
use super::super::{Clean, Lesson, Prose};
use super::{keep_the_first_cause, parse};

/// The script of a lesson whose questions are loaded.
pub fn read(source: Source, lesson: &Lesson, problems: &mut Vec<Problem>) -> Script {
    let (table, mut found) = parse(source);
    let broken = !found.is_empty();
    let mut fields = Fields::new(table.get_ref(), 0..0, source, "a workshop");
    let reading = Reading { source, lesson };
    reading.format(&mut fields, &mut found);
    let script = Script {
        opening: fields.table("opening", "an opening", &mut found).and_then(|part| reading.opening(part, &mut found)),
        slides: reading.slides(&mut fields, &mut found),
        vote: fields.table("vote", "a vote", &mut found).map(|part| reading.vote(part, &mut found)),
        discussion: reading.talk("discussion", "a discussion", "expect", &mut fields, &mut found),
        debrief: reading.talk("debrief", "a debrief", "points", &mut fields, &mut found),
        commit: reading.talk("commit", "a commitment", "points", &mut fields, &mut found),
        remarks: Vec::new(),
    };
    fields.finish(&mut found);
    keep_the_first_cause(broken, &mut found);
    problems.append(&mut found);
    script
}

/// What a script is read against.
#[derive(Clone, Copy)]
struct Reading<'a> {
    source: Source<'a>,
    lesson: &'a Lesson,
}

impl Reading<'_> {
    fn format(&self, fields: &mut Fields, problems: &mut Vec<Problem>) {
        fields.must_have("format", problems);
        if let Some(format) = fields.whole("format", 1..i64::from(u16::MAX), problems)
            && format != 1
        {
            let at = fields.value("format").map_or(0..0, toml::Spanned::span);
            problems.push(self.source.newer_format(at, format));
        }
    }

    fn opening(&self, mut fields: Fields, problems: &mut Vec<Problem>) -> Option<Opening> {
        fields.must_have("question", problems);
        let question = self.limited(&mut fields, "question", LINE, problems);
        let left = self.limited(&mut fields, "left", POLE, problems);
        let right = self.limited(&mut fields, "right", POLE, problems);
        let options = self.several(&mut fields, "options", (OPTIONS, OPTION), problems);
        let part = self.part(&mut fields, problems);
        let at = fields.at.clone();
        fields.finish(problems);
        let ends = match (left, right) {
            (Some(left), Some(right)) if options.is_empty() => Ends::Poles(left, right),
            (None, None) if options.len() >= 2 => Ends::Options(options),
            (None, None) if options.is_empty() => Ends::Options(vec![Clean::fixed("Yes"), Clean::fixed("No")]),
            _ => {
                problems.push(self.source.no_line(at));
                return None;
            }
        };
        Some(Opening { question: question?, ends, part })
    }

    fn slides(&self, fields: &mut Fields, problems: &mut Vec<Problem>) -> Vec<Slide> {
        let mut slides = Vec::new();
        for (nth, slide) in fields.tables("slides", "a slide", problems).into_iter().enumerate() {
            if nth == SLIDES {
                problems.push(self.source.too_many_lines(slide.at.clone(), "slides", SLIDES, nth + 1));
            }
            slides.extend(self.slide(slide, problems));
        }
        slides
    }

    fn slide(&self, mut fields: Fields, problems: &mut Vec<Problem>) -> Option<Slide> {
        fields.must_have("title", problems);
        fields.must_have("lines", problems);
        let title = self.limited(&mut fields, "title", TITLE, problems);
        let lines = self.several(&mut fields, "lines", (LINES, LINE), problems);
        let keep = fields.whole("keep", 0..481, problems).unwrap_or(KEEP) as u32;
        let part = self.part(&mut fields, problems);
        fields.finish(problems);
        (!lines.is_empty()).then_some(Slide { title: title?, lines, keep, part })
    }

    fn vote(&self, mut fields: Fields, problems: &mut Vec<Problem>) -> Vote {
        let question = fields.id("question", problems).and_then(|(id, at)| {
            let Some(question) = self.lesson.question(&id) else {
                problems.push(self.source.no_such_question(at, &id));
                return None;
            };
            if !by_hands(question) {
                problems.push(self.source.not_by_hands(at, &id, question.kind_name()));
                return None;
            }
            Some(id)
        });
        let pairs = fields.minutes("pairs", LONGEST, problems);
        let again = fields.minutes("again", LONGEST, problems);
        let reteach = self.limited(&mut fields, "reteach", NOTE * 2, problems);
        let part = self.part(&mut fields, problems);
        fields.finish(problems);
        Vote { question, pairs, again, reteach, part }
    }

    fn talk(
        &self,
        key: &'static str,
        what: &'static str,
        points: &'static str,
        fields: &mut Fields,
        problems: &mut Vec<Problem>,
    ) -> Option<Talk> {
        let mut fields = fields.table(key, what, problems)?;
        fields.must_have("prompt", problems);
        let prompt = self.limited(&mut fields, "prompt", if key == "commit" { LINE } else { PROMPT }, problems);
        let points = self.several(&mut fields, points, (NOTES, NOTE), problems);
        let part = self.part(&mut fields, problems);
        fields.finish(problems);
        Some(Talk { prompt: prompt?, points, part })
    }

    fn part(&self, fields: &mut Fields, problems: &mut Vec<Problem>) -> Part {
        let seconds = fields.minutes("minutes", LONGEST, problems);
        let notes = self.several(fields, "notes", (NOTES, NOTE), problems);
        Part { seconds, notes, at: fields.at.clone() }
    }

    /// A text that stands in so many letters.
    fn limited(&self, fields: &mut Fields, key: &'static str, most: usize, problems: &mut Vec<Problem>) -> Option<Clean> {
        let (text, at) = fields.text(key, problems)?;
        self.one(key, text, at, most, problems)
    }

    /// So many texts of so many letters.
    fn several(&self, fields: &mut Fields, key: &'static str, most: (usize, usize), problems: &mut Vec<Problem>) -> Vec<Clean> {
        let texts = fields.texts(key, problems);
        if let Some((_, at)) = texts.get(most.0) {
            problems.push(self.source.too_many_lines(at.clone(), key, most.0, texts.len()));
        }
        texts.into_iter().filter_map(|(text, at)| self.one(key, text, at, most.1, problems)).collect()
    }

    fn one(&self, key: &str, text: &str, at: Range<usize>, most: usize, problems: &mut Vec<Problem>) -> Option<Clean> {
        let words = Prose::new(text).words();
        if words.is_empty() {
            problems.push(self.source.wrong_value(at, key, "empty", "a text, or leave it out"));
            return None;
        }
        let width = words.as_str().width();
        if width > most {
            problems.push(self.source.too_long(at, key, width, most));
        }
        Some(words)
    }
}

/// Whether a show of hands can answer a question: each hand goes up once.
pub fn by_hands(question: &Question) -> bool {
    match &question.kind {
        Kind::Choice(_) | Kind::TrueFalse(_) | Kind::Stance { .. } => true,
        Kind::Multiple(choices) => choices.iter().filter(|choice| choice.correct).count() == 1,
        _ => false,
    }
}
