//! What the room is asked: a question of the quiz that hands can answer, or a line between two poles.

use super::super::slide::{self, sentence};
use super::super::vote::{Choosable, Poll, PollKind};
use crate::course::question::{Kind, Question, Use};
use crate::course::script::{Ends, Opening};
use crate::course::{Clean, Lesson};
use crate::words::Words;

/// `A` for the first.
pub fn letter(at: usize) -> char {
    u8::try_from(at).ok().and_then(|at| (b'A').checked_add(at)).map_or('?', char::from)
}

/// The question for the room: the one its script names, the one marked for it, or else the hardest that a show of hands can answer.
pub fn question(lesson: &Lesson) -> Option<&Question> {
    let named = lesson.script.as_ref().and_then(|script| script.vote.as_ref()?.question.as_ref());
    let by_hands = |question: &&Question| matches!(question.kind, Kind::Choice(_) | Kind::TrueFalse(_));
    let marked = || lesson.questions().iter().filter(by_hands).find(|question| question.is_for(Use::Workshop));
    let hardest = || {
        let fit = lesson.questions().iter().filter(by_hands);
        fit.reduce(|best, next| if next.difficulty > best.difficulty { next } else { best })
    };
    named.and_then(|id| lesson.question(id)).or_else(marked).or_else(hardest)
}

/// A poll on a question.
pub fn poll_of(question: &Question) -> Poll {
    let words = question.prompt.words();
    let (case, asks) = last_sentence(words.as_str());
    let options = question.choices().iter().map(|choice| Choosable {
        text: choice.text.words(),
        is_key: choice.correct,
        why: Clean::words(&sentence(choice.why.words().as_str())),
    });
    let kind = match &question.kind {
        Kind::Stance { left, right } => PollKind::Line { left: left.words(), right: right.words() },
        _ => PollKind::Choices(options.collect()),
    };
    Poll {
        name: question.id.to_string(),
        asks: Clean::words(&asks),
        case: Clean::words(&case),
        kind,
        returns: false,
        reteach: Clean::default(),
    }
}

/// What is asked before anything is said: as the script has it, a stance of the quiz, or the line that fits every lesson. Only where one
/// lesson is taught the question is its own.
pub fn opening(taught: &[&Lesson], words: &Words) -> Poll {
    if let [only] = taught {
        if let Some(opening) = only.script.as_ref().and_then(|script| script.opening.as_ref()) {
            return written(opening);
        }
        let is_stance = |question: &&Question| matches!(question.kind, Kind::Stance { .. }) && question.is_for(Use::Workshop);
        if let Some(stance) = only.questions().iter().find(is_stance) {
            return Poll { name: "line".to_owned(), returns: true, ..poll_of(stance) };
        }
    }
    let poles = match taught {
        [only] => slide::poles(only),
        _ => None,
    };
    let words = words.workshop();
    let (left, right) = poles.unwrap_or_else(|| (Clean::words(words.management_end()), Clean::words(words.leadership_end())));
    Poll {
        name: "line".to_owned(),
        asks: Clean::words(words.which_work()),
        case: Clean::default(),
        kind: PollKind::Line { left, right },
        returns: true,
        reteach: Clean::default(),
    }
}

fn written(opening: &Opening) -> Poll {
    let choosable = |text: &Clean| Choosable { text: text.clone(), is_key: false, why: Clean::default() };
    let (kind, returns) = match &opening.ends {
        Ends::Poles(left, right) => (PollKind::Line { left: left.clone(), right: right.clone() }, true),
        Ends::Options(options) => (PollKind::Choices(options.iter().map(choosable).collect()), false),
    };
    let name = if returns { "line" } else { "opening" };
    Poll {
        name: name.to_owned(),
        asks: opening.question.clone(),
        case: Clean::default(),
        kind,
        returns,
        reteach: Clean::default(),
    }
}

/// A prompt is mostly a case and then a question; the question is what the room is asked.
fn last_sentence(words: &str) -> (String, String) {
    let mut rest = words.trim();
    let mut case = String::new();
    loop {
        let first = sentence(rest);
        let after = rest.get(first.len()..).unwrap_or_default().trim_start();
        if after.is_empty() || first.is_empty() {
            return (case.trim().to_owned(), rest.to_owned());
        }
        case = format!("{case} {first}");
        rest = after;
    }
}
