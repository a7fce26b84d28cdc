//! A line as an answer: a number where one thing is chosen, several where there are several, words where words are asked. What is not
//! an answer may still be a command; what is nearly one is refused with an example, and changes nothing.

use super::hear::Heard;
use super::vocabulary;
use super::words::{line, numbers};
use crate::app::keymap::Act;
use crate::app::{App, Msg, Phase, Quiz, Work, lines, scene_at};
use crate::course::question::{Kind, LINE, Question};
use crate::progress::Sure;
use crate::words::{Prompt, Words};

/// What a line answers; nothing where it is no answer.
pub fn hear(app: &App, (quiz, question): (&Quiz, &Question), said: &str) -> Option<Heard> {
    let words = app.words().prompt();
    match quiz.phase {
        Phase::Asking => asked(words, (quiz, question), said),
        Phase::Sure(_) => how_sure(app.words(), said),
        Phase::Answered { .. } => None,
    }
}

fn how_sure(words: &Words, said: &str) -> Option<Heard> {
    let is_said = |sure: &Sure| vocabulary::is(words, said, |words| sure.in_words(words));
    let by_word = Sure::ALL.iter().position(is_said).map(|at| vec![at + 1]);
    match numbers(said).or(by_word)?.as_slice() {
        [one @ 1..=4] => Some(acts([Act::Pick(*one as u8)])),
        _ => Some(refused(words.prompt().how_sure_is_a_number())),
    }
}

fn asked(words: Prompt, (quiz, question): (&Quiz, &Question), said: &str) -> Option<Heard> {
    let given = numbers(said);
    match &quiz.work {
        Work::Picking { ticked, .. } if question.takes_several() => Some(several(words, quiz, ticked, &given?)),
        Work::Picking { .. } => Some(one(words, &given?, quiz.drawn.len())),
        Work::Placing { given: before, .. } => Some(places(words, (quiz, question), before, &given?)),
        Work::Ordering { order, line, .. } => Some(in_order(words, order, line.is_none(), &given?)),
        Work::Composing { is_rating: true, ticked, .. } => Some(rated(words, question, ticked, &given?)),
        Work::Walking { road, .. } => {
            let Kind::Scenario(scenes) = &question.kind else { return None };
            let ways = scene_at(question, road).and_then(|at| scenes.get(at)).map_or(0, |scene| scene.choices.len());
            Some(one(words, &given?, ways))
        }
        Work::Leaning { .. } => match given?.as_slice() {
            [place] if *place <= usize::from(LINE) => Some(acts([Act::Pick(*place as u8), Act::Confirm])),
            _ => Some(refused(words.place_is_a_number())),
        },
        Work::Writing { .. } | Work::Composing { .. } => None,
    }
}

/// These acts, one after the other.
pub fn acts(acts: impl IntoIterator<Item = Act>) -> Heard {
    Heard::Meant(acts.into_iter().map(Msg::Act).collect())
}

/// Why a line was not taken.
pub fn refused(why: &str) -> Heard {
    Heard::Told(vec![line(why)])
}

fn one(words: Prompt, given: &[usize], of: usize) -> Heard {
    match given {
        [number] if (1..=of).contains(number) => acts([Act::Pick(*number as u8), Act::Confirm]),
        [number] => refused(&words.none_of_these(number, 1, of)),
        _ => refused(words.only_one()),
    }
}

/// The first number that is none of these, or that stands there twice.
fn odd_one(words: Prompt, given: &[usize], of: usize) -> Option<Heard> {
    let outside = given.iter().find(|number| !(1..=of).contains(*number));
    if let Some(number) = outside {
        return Some(refused(&words.none_of_these(number, 1, of)));
    }
    let twice = given.iter().enumerate().find(|(at, number)| given.iter().take(*at).any(|other| other == *number));
    twice.map(|(_, number)| refused(&words.twice(number)))
}

/// Ticks these and no others.
fn several(words: Prompt, quiz: &Quiz, ticked: &[usize], given: &[usize]) -> Heard {
    if let Some(refused) = odd_one(words, given, quiz.drawn.len()) {
        return refused;
    }
    let differs = |(place, at): &(usize, &usize)| ticked.contains(at) != given.contains(place);
    let ticks = (1..).zip(&quiz.drawn).filter(differs).map(|(place, _)| Act::Pick(place as u8));
    acts(ticks.chain([Act::Confirm]))
}

/// A bin for each line, or a sentence for each part.
fn places(words: Prompt, (quiz, question): (&Quiz, &Question), before: &[Option<usize>], given: &[usize]) -> Heard {
    let lines = lines(question, &quiz.drawn);
    let (of, is_match) = match &question.kind {
        Kind::Classify { bins, .. } => (bins.len(), false),
        _ => (quiz.drawn.len(), true),
    };
    if given.len() != lines.len() {
        let example: Vec<String> = (0..lines.len()).map(|nth| (nth % of.max(1) + 1).to_string()).collect();
        let (count, example) = (lines.len(), example.join(" "));
        return refused(&if is_match { words.so_many_parts(count, example) } else { words.so_many_lines(count, example) });
    }
    let odd = if is_match { odd_one(words, given, of) } else { given.iter().find_map(|number| odd_one(words, &[*number], of)) };
    if let Some(refused) = odd {
        return refused;
    }
    let is_given = |nth: &usize| lines.get(*nth).and_then(|at| before.get(*at)).is_some_and(Option::is_some);
    // A sentence given again would be taken back, so that the parts are emptied first.
    let emptied = (0..lines.len()).filter(|nth| is_match && is_given(nth)).flat_map(|nth| [Act::Choose(nth), Act::Erase]);
    let put = given.iter().enumerate().flat_map(|(nth, number)| [Act::Choose(nth), Act::Pick(*number as u8)]);
    acts(emptied.chain(put).chain([Act::Confirm]))
}

/// The steps by the numbers they have now, in the order in which they belong.
fn in_order(words: Prompt, order: &[usize], is_untouched: bool, given: &[usize]) -> Heard {
    if let Some(refused) = odd_one(words, given, order.len()) {
        return refused;
    }
    if given.len() != order.len() {
        let example: Vec<String> = (1..=order.len()).rev().map(|nth| nth.to_string()).collect();
        return refused(&words.so_many_steps(order.len(), example.join(" ")));
    }
    let mut stands: Vec<usize> = (1..=order.len()).collect();
    let mut moves = if is_untouched { vec![Act::Down] } else { Vec::new() };
    for (to, number) in given.iter().enumerate() {
        let from = stands.iter().position(|one| one == number).unwrap_or(to);
        if from != to {
            moves.extend([Act::Choose(from), Act::Choose(to)]);
            let step = stands.remove(from);
            stands.insert(to, step);
        }
    }
    acts(moves.into_iter().chain([Act::Confirm]))
}

/// Ticks what one finds in one's own words; 0 is nothing of it.
fn rated(words: Prompt, question: &Question, ticked: &[usize], given: &[usize]) -> Heard {
    let Kind::Open { checklist, .. } = &question.kind else { return acts([]) };
    let given = if given == [0] { &[] } else { given };
    if let Some(refused) = odd_one(words, given, checklist.len()) {
        return refused;
    }
    let differs = |nth: &usize| ticked.contains(&(nth - 1)) != given.contains(nth);
    acts((1..=checklist.len()).filter(differs).map(|nth| Act::Pick(nth as u8)).chain([Act::Confirm]))
}
