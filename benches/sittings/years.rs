//! Someone who has learned every day for three years: a thousand sittings of a hundred events, through the whole course and over and
//! over again. Made by chance, but always the same.

use std::path::Path;

use contrasts::course::question::{Kind, Mode};
use contrasts::course::{self, Answer, Course, Id, Place, Question};
use contrasts::progress::{Deed, Event, EventId, Purpose, Stamp, Sure};
use contrasts::store::sitting::Sitting;

const SITTINGS: usize = 1000;
const EVENTS: usize = 100;
/// On 1 January 2024.
const BEGIN: i64 = 1_704_096_000_000;
const A_DAY: i64 = 86_400_000;

/// Writes them into a folder.
pub fn write(folder: &Path) {
    let (course, _) = course::read(course::builtin::files());
    let mut chance = fastrand::Rng::with_seed(7);
    for nth in 0..SITTINGS {
        let at = BEGIN + nth as i64 * A_DAY;
        let mut years =
            Years { course: &course, name: format!("{:08x}", chance.u32(..)), at, done: Vec::new(), chance: &mut chance };
        years.learn();
        let mut sitting = Sitting::new(folder.to_owned(), &course.id, "desk", Stamp(at));
        years.done.drain(..).for_each(|event| sitting.take(event));
        sitting.save().unwrap();
    }
}

struct Years<'a> {
    course: &'a Course,
    name: String,
    at: i64,
    done: Vec<Event>,
    chance: &'a mut fastrand::Rng,
}

impl Years<'_> {
    fn learn(&mut self) {
        while self.done.len() < EVENTS {
            let lesson = &self.course.lessons[self.chance.usize(..self.course.lessons.len())];
            let is_mixed = self.chance.bool();
            let place = Place { block: self.chance.usize(..40), at: 0 };
            self.does(Deed::Reached { lesson: lesson.id.clone(), place, seen: place });
            self.does(Deed::Finished { lesson: lesson.id.clone() });
            let of_lesson: Vec<&Question> = lesson.quiz().collect();
            let all: Vec<&Question> = self.course.lessons.iter().flat_map(|lesson| lesson.quiz()).collect();
            let questions = if is_mixed { self.chance.choose_multiple(all, 12) } else { of_lesson };
            let ids: Vec<Id> = questions.iter().map(|question| question.id.clone()).collect();
            let (purpose, of) = if is_mixed { (Purpose::Weakest, None) } else { (Purpose::Quiz, Some(lesson.id.clone())) };
            let quiz = self.does(Deed::Began { lesson: of, questions: ids, purpose, mode: Mode::Immediate });
            for question in questions {
                self.answer(&quiz, question);
            }
        }
        self.done.truncate(EVENTS);
    }

    fn answer(&mut self, quiz: &EventId, question: &Question) {
        let mut drawn: Vec<usize> = (0..question.choices().len()).collect();
        self.chance.shuffle(&mut drawn);
        let deed = Deed::Answered {
            quiz: quiz.clone(),
            question: question.id.clone(),
            fingerprint: question.fingerprint,
            answer: self.some_answer(question, drawn.len()),
            drawn,
            sure: Some(Sure::ALL[self.chance.usize(..4)]),
            hints: self.chance.usize(..20) / 19,
            seconds: self.chance.u32(5..60),
        };
        let answered = self.does(deed);
        if self.chance.usize(..50) == 0 {
            self.does(Deed::Undid { event: answered });
        }
    }

    fn some_answer(&mut self, question: &Question, choices: usize) -> Answer {
        match &question.kind {
            Kind::Short { .. } | Kind::Open { .. } => Answer::Written("what one writes in a sentence or two".to_owned(), vec![0]),
            Kind::Stance { .. } => Answer::Leaned(3),
            _ => Answer::Picked(vec![self.chance.usize(..choices.max(2))]),
        }
    }

    fn does(&mut self, deed: Deed) -> EventId {
        self.at += 20_000;
        let id = EventId(Id::new(&format!("{}-{}", self.name, self.done.len() + 1)).unwrap());
        self.done.push(Event { id: id.clone(), at: Stamp(self.at), deed });
        id
    }
}
