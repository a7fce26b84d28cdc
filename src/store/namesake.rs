//! Two courses may claim one id: a folder was copied and its id forgotten, or two authors had the same idea. Their sittings lie in one
//! folder, and each course counts only its own. They are told apart by the title, which stands in the head of each sitting; what was done
//! under another title counts where an answer under it was to a question that this course asks word for word, for then it is this course
//! under an older title. A sitting without a title is from before titles were written down, and counts.

use std::collections::{BTreeMap, BTreeSet};

use crate::course::{Clean, Course, Fingerprint, Id, Lesson};
use crate::progress::{Deed, Event, Pack};

/// Whose sittings are wanted.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// The course.
    pub id: Id,
    /// How its title is compared.
    pub title: String,
    /// Other titles under which it was known.
    pub older: BTreeSet<String>,
}

/// What was done under other titles, title by title.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Piles(BTreeMap<String, Pile>);

/// What was done under a title, as far as it tells courses apart.
#[derive(Clone, Debug, Default, PartialEq)]
struct Pile {
    /// As it is written.
    title: String,
    sittings: usize,
    /// The lessons whose questions were asked.
    lessons: BTreeSet<Id>,
    /// The questions that were answered, each with its wording at the time.
    answered: BTreeSet<(Id, Fingerprint)>,
}

/// Another course of the same id.
#[derive(Clone, Debug, PartialEq)]
pub struct Namesake {
    /// Its title.
    pub title: Clean,
    /// How many sittings were held in it.
    pub sittings: usize,
}

impl Wanted {
    /// Those of a course under the title that it has now.
    pub fn of(course: &Course) -> Wanted {
        Wanted { id: course.id.clone(), title: plain(course.title.as_str()), older: BTreeSet::new() }
    }

    /// Whether the events of a sitting count; where another title stands in its head, they are noted for that title.
    pub fn take(&self, title: Option<&str>, events: &[Event], piles: &mut Piles) -> bool {
        let Some(title) = title else { return true };
        let key = plain(title);
        if key == self.title {
            return true;
        }
        let counts = self.older.contains(&key);
        let pile = piles.0.entry(key).or_insert_with(|| Pile { title: title.to_owned(), ..Pile::default() });
        pile.take(events);
        counts
    }

    /// Finds out which titles are older ones of the course; true where that is something new.
    pub fn judge(&mut self, course: &Course, piles: &Piles) -> bool {
        let older = piles.0.iter().filter(|(_, pile)| pile.is_of(course)).map(|(title, _)| title.clone()).collect();
        std::mem::replace(&mut self.older, older) != self.older
    }

    /// The other courses.
    pub fn namesakes(&self, piles: &Piles) -> Vec<Namesake> {
        let others = piles.0.iter().filter(|(title, _)| !self.older.contains(*title));
        others.map(|(_, pile)| Namesake { title: Clean::words(&pile.title), sittings: pile.sittings }).collect()
    }
}

/// The events of those sittings that count in a course.
pub fn own(course: &Course, sittings: Vec<(Option<String>, Vec<Event>)>) -> Vec<Event> {
    let (mut wanted, mut piles) = (Wanted::of(course), Piles::default());
    for (title, events) in &sittings {
        wanted.take(title.as_deref(), events, &mut piles);
    }
    wanted.judge(course, &piles);
    let counts = |(title, _): &(Option<String>, Vec<Event>)| wanted.take(title.as_deref(), &[], &mut Piles::default());
    sittings.into_iter().filter(counts).flat_map(|(_, events)| events).collect()
}

impl Pile {
    fn take(&mut self, events: &[Event]) {
        self.sittings += 1;
        for event in events {
            match &event.deed {
                Deed::Began { lesson, .. } => self.lessons.extend(lesson.clone()),
                Deed::Answered { question, fingerprint, .. } => drop(self.answered.insert((question.clone(), *fingerprint))),
                _ => {}
            }
        }
    }

    /// Whether the course asks one of the questions as it was asked here. Questions are read where that is needed: titles rarely change.
    /// Of a very large course only those of the lessons that are named are.
    fn is_of(&self, course: &Course) -> bool {
        let mut course = course.clone();
        let is_whole = course.is_whole();
        (0..course.lessons.len()).any(|at| {
            let is_named = |course: &Course| course.lessons.get(at).is_some_and(|lesson| self.lessons.contains(&lesson.id));
            if is_whole || is_named(&course) {
                course.load_questions(at);
            }
            let mut questions = course.lessons.get(at).into_iter().flat_map(Lesson::questions);
            questions.any(|question| self.answered.contains(&(question.id.clone(), question.fingerprint)))
        })
    }
}

/// A title as it is compared: small letters and single spaces, and no typographic marks, which are others on a terminal without them.
fn plain(title: &str) -> String {
    let letters = title.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).flat_map(char::to_lowercase);
    letters.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Pack for Piles {
    fn pack(&self, out: &mut Vec<u8>) {
        self.0.pack(out);
    }

    fn unpack(bytes: &mut &[u8]) -> Option<Self> {
        Pack::unpack(bytes).map(Piles)
    }
}

impl Pack for Pile {
    fn pack(&self, out: &mut Vec<u8>) {
        self.title.pack(out);
        self.sittings.pack(out);
        self.lessons.pack(out);
        self.answered.pack(out);
    }

    fn unpack(bytes: &mut &[u8]) -> Option<Self> {
        let (title, sittings) = Pack::unpack(bytes)?;
        Some(Pile { title, sittings, lessons: Pack::unpack(bytes)?, answered: Pack::unpack(bytes)? })
    }
}
