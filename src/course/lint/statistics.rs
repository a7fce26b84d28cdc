//! What a course looks like in figures, for its author: where keys stand, how often they are the longest, for which pole they speak, how
//! often each objective is tested, how long lessons take, and how hard they are to read.

use super::super::question::Kind;
use super::super::{Course, Lesson};
use super::lesson_words;
use super::whole::{counts, minutes, pole};
use super::words::words;

/// The figures.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Statistics {
    /// Questions with one right option.
    pub single: usize,
    /// In how many of them that is the longest.
    pub key_longest: usize,
    /// In how many chance would make it the longest.
    pub expected_longest: f64,
    /// Where the right option stands in the file: first to fourth, or later.
    pub positions: [usize; 4],
    /// For management, for leadership, for both.
    pub poles: [usize; 3],
    /// For each kind of question its name and how many there are.
    pub kinds: Vec<(&'static str, usize)>,
}

impl Statistics {
    /// Those of a course whose lessons are loaded.
    pub fn of(course: &Course) -> Statistics {
        let mut statistics = Statistics::default();
        for question in course.lessons.iter().flat_map(Lesson::questions) {
            match statistics.kinds.iter_mut().find(|(name, _)| *name == question.kind_name()) {
                Some((_, count)) => *count += 1,
                None => statistics.kinds.push((question.kind_name(), 1)),
            }
            if counts(question)
                && let Some(count) = statistics.poles.get_mut(pole(question))
            {
                *count += 1;
            }
            let Kind::Choice(choices) = &question.kind else { continue };
            let lengths: Vec<usize> = choices.iter().map(|choice| choice.text.words().as_str().chars().count()).collect();
            let Some(key) = choices.iter().position(|choice| choice.correct) else { continue };
            let longest = lengths.iter().max().copied().unwrap_or(0);
            let is_alone = lengths.iter().filter(|length| **length == longest).count() == 1;
            statistics.single += 1;
            statistics.key_longest += usize::from(is_alone && lengths.get(key) == Some(&longest));
            statistics.expected_longest += 1.0 / choices.len() as f64;
            if let Some(count) = statistics.positions.get_mut(key.min(3)) {
                *count += 1;
            }
        }
        statistics
    }

    /// In lines, for the end of `check`.
    pub fn in_lines(&self, course: &Course) -> String {
        let share = |part: usize, of: usize| if of == 0 { 0.0 } else { part as f64 * 100.0 / of as f64 };
        let mut out = String::new();
        let kinds: Vec<String> = self.kinds.iter().map(|(name, count)| format!("{name} {count}")).collect();
        out.push_str(&format!("kinds: {}\n", kinds.join(", ")));
        let places = ["first", "second", "third", "fourth"];
        let at: Vec<String> = places
            .iter()
            .zip(self.positions)
            .map(|(place, count)| format!("{place} {:.0} %", share(count, self.single)))
            .collect();
        out.push_str(&format!(
            "keys of {} single choices stand: {}; the longest option is the key in {:.0} %\n",
            self.single,
            at.join(", "),
            share(self.key_longest, self.single)
        ));
        let all: usize = self.poles.iter().sum();
        let [management, leadership, both] = self.poles.map(|count| share(count, all));
        out.push_str(&format!("keys speak for: management {management:.0} %, leadership {leadership:.0} %, both {both:.0} %\n"));
        for lesson in &course.lessons {
            let objectives: Vec<String> = lesson
                .objectives
                .iter()
                .map(|objective| {
                    let count =
                        lesson.questions().iter().filter(|question| question.objective.as_ref() == Some(&objective.id)).count();
                    format!("{} {count}", objective.id)
                })
                .collect();
            out.push_str(&format!(
                "lesson {}: {} words, {} questions, says {} min, takes {:.0}, reading grade {:.0}; objectives: {}\n",
                lesson.number,
                words(&lesson_words(lesson)).len(),
                lesson.questions().len(),
                lesson.minutes,
                minutes(lesson),
                grade(&lesson_words(lesson)),
                objectives.join(", "),
            ));
        }
        out
    }
}

/// The reading grade of a text: 0.39 words a sentence + 11.8 syllables a word - 15.59 (Kincaid and others 1975). Syllables are counted as
/// groups of vowels, which is right for most English words.
fn grade(text: &str) -> f64 {
    let words = words(text);
    if words.is_empty() {
        return 0.0;
    }
    let sentences = text.matches(['.', '?', '!']).count().max(1);
    let syllables: usize = words.iter().map(|word| syllables(word)).sum();
    (0.39 * words.len() as f64 / sentences as f64 + 11.8 * syllables as f64 / words.len() as f64 - 15.59).max(0.0)
}

fn syllables(word: &str) -> usize {
    let is_vowel = |c: char| "aeiouyäöüéèêáàâíóú".contains(c);
    let mut groups = 0;
    let mut before = false;
    for c in word.chars() {
        groups += usize::from(is_vowel(c) && !before);
        before = is_vowel(c);
    }
    let is_silent = word.ends_with('e') && !word.ends_with("le") && groups > 1;
    (groups - usize::from(is_silent)).max(1)
}
