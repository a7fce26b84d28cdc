//! Search across the whole course: every place at which some words stand, with what stands around them.

use super::keymap::Act;
use super::search::{Search, small};
use super::{App, Effect, Screen, reader, typing};
use crate::course::{Course, Place, block};
use crate::progress::Stamp;

/// A search across the course.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Across {
    /// What is looked for.
    pub text: String,
    /// Where it was found, in the order of the course.
    pub finds: Vec<Find>,
    /// The focused find.
    pub selected: usize,
}

/// A find: where it is, and the words around it.
#[derive(Clone, Debug, PartialEq)]
pub struct Find {
    /// The lesson.
    pub lesson: usize,
    /// The place of the block it stands in.
    pub place: Place,
    /// The words before it, it, and the words after it.
    pub excerpt: [String; 3],
}

/// So many letters of the words before and after a find are shown at most.
const AROUND: usize = 28;
/// More finds than anyone reads are not listed.
const MOST: usize = 500;

/// Opens the search. It needs the text of every lesson; of a very large course, only where the word may stand.
pub fn open(app: &mut App) {
    if app.course.is_whole() {
        (0..app.course.lessons.len()).for_each(|lesson| app.course.load_text(lesson));
    }
    app.push(Screen::Across(Across::default()));
}

pub fn update(app: &mut App, at: Stamp, act: Act, effects: &mut Vec<Effect>) {
    let App { screens, course, .. } = app;
    let Some(Screen::Across(across)) = screens.last_mut() else { return };
    let last = across.finds.len().saturating_sub(1);
    match act {
        Act::Type(_) if across.text.len() >= typing::LONGEST_SOUGHT => return,
        Act::Type(letter) => across.text.push(letter),
        Act::Erase => drop(across.text.pop()),
        Act::EraseAll => across.text.clear(),
        Act::Up => return across.selected = across.selected.saturating_sub(1),
        Act::Down => return across.selected = (across.selected + 1).min(last),
        Act::Choose(nth) => return across.selected = nth.min(last),
        Act::Confirm => return go(app, at, effects),
        _ => return app.pop(),
    }
    (across.finds, across.selected) = (find(course, &across.text), 0);
}

/// Opens the lesson at the find, with every match of it marked.
fn go(app: &mut App, at: Stamp, effects: &mut Vec<Effect>) {
    let Screen::Across(across) = app.screen() else { return };
    let Some(find) = across.finds.get(across.selected).cloned() else { return };
    let text = across.text.clone();
    app.go_to_map();
    reader::open(app, at, find.lesson, effects);
    let height = app.body_height();
    if let Some((reader, lesson)) = app.reader() {
        let spot = reader.page.spot_of(lesson, find.place);
        reader.search = Some(Search::of(text, find.place, lesson));
        reader.go_to(lesson, spot, height);
    }
    reader::remember(app, at, effects);
}

/// Every find, in the order of the course. Small letters find capitals too; a capital wants itself.
fn find(course: &mut Course, wanted: &str) -> Vec<Find> {
    let is_of_word = |c: char| c.is_ascii_alphanumeric();
    let word = wanted.split(|c| !is_of_word(c)).max_by_key(|word| word.len()).unwrap_or_default();
    let fold = !wanted.chars().any(char::is_uppercase);
    let wanted: Vec<char> = wanted.trim().chars().collect();
    if wanted.len() < 2 {
        return Vec::new();
    }
    let mut finds = Vec::new();
    for lesson in 0..course.lessons.len() {
        // Where a text was put off, its bytes are asked first: blocks are made only of what may hold the word.
        if course.lessons.get(lesson).is_some_and(|head| head.text.is_none()) && course.may_say(lesson, word) {
            course.load_text(lesson);
        }
        let Some(head) = course.lessons.get(lesson) else { continue };
        for (nth, block) in head.blocks().iter().enumerate() {
            let letters: Vec<char> = block::says(&block.kind).chars().collect();
            for start in matches(&letters, &wanted, fold) {
                if finds.len() >= MOST {
                    return finds;
                }
                let excerpt = excerpt(&letters, start, start + wanted.len());
                finds.push(Find { lesson, place: Place { block: nth + 1, at: 0 }, excerpt });
            }
        }
    }
    finds
}

/// Where the wanted letters begin.
fn matches(letters: &[char], wanted: &[char], fold: bool) -> Vec<usize> {
    let alike = |a: char, b: char| if fold { small(a) == small(b) } else { a == b };
    let mut starts = Vec::new();
    let mut at = 0;
    while let Some(window) = letters.get(at..at + wanted.len()) {
        let fits = window.iter().zip(wanted).all(|(a, b)| alike(*a, *b));
        if fits {
            starts.push(at);
        }
        at += if fits { wanted.len() } else { 1 };
    }
    starts
}

/// The words around a find, cut between words.
fn excerpt(letters: &[char], start: usize, end: usize) -> [String; 3] {
    let part = |range: std::ops::Range<usize>| letters.get(range).unwrap_or_default().iter().collect::<String>();
    let mut before = part(start.saturating_sub(AROUND)..start);
    if start > AROUND {
        before = format!("…{}", before.split_once(' ').map_or("", |(_, rest)| rest));
    }
    let mut after = part(end..(end + AROUND).min(letters.len()));
    if end + AROUND < letters.len() {
        after = format!("{}…", after.rsplit_once(' ').map_or("", |(rest, _)| rest));
    }
    [before, part(start..end), after]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, wanted: &str, expected: &[[&str; 3]]) {
        let (letters, wanted): (Vec<char>, Vec<char>) = (text.chars().collect(), wanted.chars().collect());
        let fold = !wanted.iter().any(|c| c.is_uppercase());
        let found: Vec<[String; 3]> =
            matches(&letters, &wanted, fold).into_iter().map(|at| excerpt(&letters, at, at + wanted.len())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_find_shows_what_stands_around_it() {
        check("Aim first.", "aim", &[["", "Aim", " first."]]);
        check("Aim first.", "AIM", &[]);
        check("aaaa", "aa", &[["", "aa", "aa"], ["aa", "aa", ""]]);
        let long = "And one two three four five six seven eight nine ten eleven twelve thirteen";
        check(long, "seven", &[["…two three four five six ", "seven", " eight nine ten eleven…"]]);
    }
}
