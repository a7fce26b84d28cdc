//! Slides, made from a lesson: its contrast card, the first sentence under each heading, its boxes. Few words; the rest of the
//! paragraph is the facilitator's to say, and stands in the notes.

use crate::course::block::{self, BlockKind, Label};
use crate::course::question::Pole;
use crate::course::{Block, Clean, Lesson};
use crate::words::Words;

/// One idea on the screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Slide {
    /// What it is about.
    pub title: Clean,
    /// Its points; each comes with a key.
    pub points: Vec<Point>,
    /// What to say with it.
    pub notes: Vec<Clean>,
    /// Whether it is the contrast card.
    pub is_card: bool,
}

/// A point.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// Whose point it is, and its word.
    pub pole: Option<(Pole, Clean)>,
    /// What it says.
    pub text: Clean,
}

/// So many rows of points fit on a slide at 80x24, at so many letters a row; the test over all lessons measures it.
const ROWS: usize = 14;
const LETTERS: usize = 60;
const NOTES: usize = 600;

/// The poles of a lesson, as `organising / aligning` has them.
pub fn poles(lesson: &Lesson) -> Option<(Clean, Clean)> {
    let (left, right) = lesson.contrast.as_ref()?.as_str().split_once('/')?;
    Some((Clean::words(left.trim()), Clean::words(right.trim())))
}

/// A word with a capital.
pub fn capital(word: &str) -> Clean {
    let mut letters = word.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    Clean::words(&(first + letters.as_str()))
}

/// The first and the last row of the contrast card: what each asks, and what each is alone.
pub fn cards(lesson: &Lesson, words: &Words) -> Vec<Slide> {
    let words = words.workshop();
    let pairs = lesson.blocks().iter().find_map(|block| match &block.kind {
        BlockKind::Card(pairs) => Some(pairs),
        _ => None,
    });
    let (left, right) = match poles(lesson) {
        Some((left, right)) => (capital(left.as_str()), capital(right.as_str())),
        None => (Clean::words(words.management()), Clean::words(words.leadership())),
    };
    let slide = |title: Clean, (one, other): &(Vec<block::Inline>, Vec<block::Inline>)| {
        let point = |pole, word: &Clean, text: &[block::Inline]| Point {
            pole: Some((pole, word.clone())),
            text: Clean::words(&block::plain(text)),
        };
        let points = vec![point(Pole::Management, &left, one), point(Pole::Leadership, &right, other)];
        Slide { title, points, notes: vec![Clean::words(words.card_note())], is_card: true }
    };
    let Some(pairs) = pairs else { return Vec::new() };
    let mut slides: Vec<Slide> = pairs.first().map(|pair| slide(lesson.title.clone(), pair)).into_iter().collect();
    if pairs.len() > 1 {
        slides.extend(pairs.last().map(|pair| slide(Clean::words(words.either_alone()), pair)));
    }
    slides
}

/// A slide for each section that has something to say: cases apart, and the last words on certainty left to readers.
pub fn sections(lesson: &Lesson) -> Vec<Slide> {
    let heads: Vec<(usize, Clean)> = lesson.sections().map(|(at, words)| (at, Clean::words(&block::plain(words)))).collect();
    let mut slides = Vec::new();
    for (nth, (at, title)) in heads.iter().enumerate() {
        let end = heads.get(nth + 1).map_or(lesson.blocks().len(), |(next, _)| *next);
        let blocks = lesson.blocks().get(at + 1..end).unwrap_or_default();
        slides.extend(section(title, blocks));
    }
    // The last section of a lesson says how sure its claims are; that is for reading.
    if slides.len() > 2 {
        slides.pop();
    }
    slides
}

fn section(title: &Clean, blocks: &[Block]) -> Option<Slide> {
    let mut points = Vec::new();
    let mut notes = String::new();
    for block in blocks {
        match &block.kind {
            BlockKind::Paragraph(text) => {
                let words = block::plain(text);
                if points.is_empty() {
                    points.push(plain(&sentence(&words)));
                }
                notes = format!("{notes} {words}");
            }
            BlockKind::Boxed { label: Label::Key, blocks, .. } => points.push(plain(&block::plain_blocks(blocks))),
            BlockKind::List { items, .. } if items.len() <= 5 => {
                points.extend(items.iter().map(|item| plain(&sentence(&block::plain_blocks(&item.blocks)))));
            }
            _ => {}
        }
    }
    let mut room = ROWS;
    points.retain(|point| {
        let cost = point.text.as_str().chars().count().div_ceil(LETTERS) + 1;
        let fits = cost <= room && !point.text.is_empty();
        room = if fits { room - cost } else { room };
        fits
    });
    (!points.is_empty()).then(|| Slide { title: title.clone(), points, notes: vec![cut(&notes)], is_card: false })
}

/// The first case of a lesson, told in its first sentences.
pub fn case(lesson: &Lesson) -> Option<Slide> {
    lesson.blocks().iter().find_map(|block| match &block.kind {
        BlockKind::Boxed { label: Label::Case, title, blocks } => {
            let words = block::plain_blocks(blocks);
            let first = sentence(&words);
            let second = sentence(words.get(first.len()..).unwrap_or_default().trim_start());
            let points = [first, second].iter().filter(|words| !words.is_empty()).map(|words| plain(words)).collect();
            Some(Slide { title: Clean::words(&block::plain(title)), points, notes: vec![cut(&words)], is_card: false })
        }
        _ => None,
    })
}

/// What a lesson gives to think about.
pub fn prompt(lesson: &Lesson) -> Option<Clean> {
    lesson.blocks().iter().rev().find_map(|block| match &block.kind {
        BlockKind::Boxed { label: Label::Discuss | Label::Reflect, blocks, .. } => {
            Some(Clean::words(&block::plain_blocks(blocks)))
        }
        _ => None,
    })
}

fn plain(words: &str) -> Point {
    Point { pole: None, text: Clean::words(words) }
}

fn cut(words: &str) -> Clean {
    let words = words.trim();
    match words.char_indices().nth(NOTES) {
        None => Clean::words(words),
        Some((at, _)) => {
            Clean::words(&format!("{} …", words.get(..at).and_then(|part| part.rsplit_once(' ')).map_or("", |(part, _)| part)))
        }
    }
}

/// The first sentence of a text.
pub fn sentence(words: &str) -> String {
    let mut ends = words.match_indices(['.', '?', '!']).map(|(at, sign)| at + sign.len());
    let is_end = |at: &usize| {
        let rest = words.get(*at..).unwrap_or_default();
        let rest = rest.trim_start_matches(['”', '’', ')', '"']);
        let begins = rest.strip_prefix(' ').and_then(|rest| rest.chars().next());
        rest.is_empty() || begins.is_some_and(|c| c.is_uppercase() || c == '“')
    };
    let end = ends.find(is_end).unwrap_or(words.len());
    let tail = words.get(end..).unwrap_or_default();
    let quotes: usize = tail.chars().take_while(|c| matches!(c, '”' | '’' | ')' | '"')).map(char::len_utf8).sum();
    words.get(..end + quotes).unwrap_or(words).trim().to_owned()
}
