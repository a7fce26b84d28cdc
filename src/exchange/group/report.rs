//! A group's report as plain values, worked out once; the formats only say it. The names of the fields are those of the JSON report.

use serde::Serialize;

use super::lessons::{self, Gains, Lesson, shown};
use super::questions::{self, Item};
use super::{Group, LEAST};
use crate::exchange::Moment;
use crate::exchange::record::{FORMAT, Head, Level, rounded};
use crate::progress::day::Offset;
use crate::progress::{Stamp, Sure};

/// All of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// As in a learner's own report.
    pub format: u32,
    /// When it was worked out.
    pub made: Moment,
    /// For the day in words.
    #[serde(skip)]
    pub offset: Offset,
    /// The course.
    pub course: Head,
    /// How many learners; nothing where it is 1 to 4, and then there is nothing else either.
    pub learners: Option<usize>,
    /// Exports of a learner who was there before.
    pub doubles: usize,
    /// How many completed the course; nothing where it is 1 to 4.
    pub completed: Option<usize>,
    /// Before and after over all lessons.
    pub gain: Option<Gains>,
    /// The lessons in order.
    pub lessons: Vec<Lesson>,
    /// Each of the four words for how sure one is, over all questions.
    pub sure: Vec<Level>,
    /// The questions that five or more answered, in order.
    pub questions: Vec<Item>,
    /// How many were answered by one to four, and are not shown.
    pub questions_of_few: usize,
    /// How many nobody answered.
    pub questions_of_none: usize,
    /// Answers to another wording than today's, left out.
    pub answers_to_another_wording: usize,
}

impl Report {
    /// There are enough learners to say anything.
    pub fn is_enough(&self) -> bool {
        self.learners.is_some_and(|learners| learners >= LEAST)
    }
}

/// The report as JSON.
pub fn json(report: &Report) -> String {
    // Writing plain values to a string cannot fail.
    serde_json::to_string_pretty(report).unwrap_or_default() + "\n"
}

impl Group<'_> {
    /// What the counts come to, at this moment.
    pub fn report(&self, now: Stamp, offset: Offset) -> Report {
        let course = self.course;
        let mut report = Report {
            format: FORMAT,
            made: Moment(now),
            offset,
            course: Head {
                id: course.id.to_string(),
                title: course.title.clone(),
                language: course.language.to_string(),
                pass_mark: course.pass_mark,
            },
            learners: shown(self.learners),
            doubles: self.doubles,
            completed: None,
            gain: None,
            lessons: Vec::new(),
            sure: Vec::new(),
            questions: Vec::new(),
            questions_of_few: 0,
            questions_of_none: 0,
            answers_to_another_wording: 0,
        };
        if report.is_enough() {
            self.fill(&mut report);
        }
        report
    }

    fn fill(&self, report: &mut Report) {
        report.completed = shown(self.completed);
        report.gain = lessons::gains(&self.gaining);
        report.lessons =
            self.course.lessons.iter().zip(&self.lessons).map(|(lesson, counts)| lessons::lesson(lesson, counts)).collect();
        report.sure = self.sure();
        report.answers_to_another_wording = self.reworded;
        let questions =
            self.course.lessons.iter().flat_map(|lesson| lesson.questions().iter().map(move |question| (lesson, question)));
        for ((lesson, question), tally) in questions.zip(&self.tallies) {
            match tally.answers {
                0 => report.questions_of_none += 1,
                answers if answers < LEAST => report.questions_of_few += 1,
                _ => report.questions.push(questions::item(&self.course.words, lesson, question, tally)),
            }
        }
    }

    /// The four words over all questions, where five or more answers were called so.
    fn sure(&self) -> Vec<Level> {
        let questions = || self.course.lessons.iter().flat_map(|lesson| lesson.questions()).zip(&self.tallies);
        let level = |(nth, sure): (usize, Sure)| {
            let said = |tally: &super::Tally| tally.sure.get(nth).copied().unwrap_or_default();
            let (right, of) = questions().map(|(_, tally)| said(tally)).fold((0, 0), |(a, b), (right, of)| (a + right, b + of));
            let promised: f64 =
                questions().map(|(question, tally)| sure.probability(question.chance()) * f64::from(said(tally).1)).sum();
            let promised = (of > 0).then(|| rounded(promised / f64::from(of)));
            (of as usize >= LEAST).then_some(Level { word: sure, right: right as usize, of: of as usize, promised })
        };
        Sure::ALL.into_iter().enumerate().filter_map(level).collect()
    }
}
