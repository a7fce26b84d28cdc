//! Laws of the page: at every width no row is wider than asked and no word is lost. Tried on the shipped lessons, on every construct
//! there is, and on text that chance makes.

use std::collections::BTreeSet;

use contrasts::course::{self, BlockKind, Place};
use contrasts::page::{self, Page, Row, Spot, wrap};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

use crate::learner::shipped;

/// Letters and digits in their order: what must survive, whatever happens to blanks, signs and line ends.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn letters_of(rows: &[Row]) -> String {
    letters(&rows.iter().map(|row| row.text()).collect::<Vec<_>>().join("\n"))
}

/// The words of a text: runs of letters and digits.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// No wider than asked; a single sign that is wider by itself cannot be helped.
fn fits(row: &str, width: usize) -> bool {
    wrap::width(row) <= width || row.trim().graphemes(true).count() <= 1
}

#[track_caller]
fn obeys(rows: &[Row], width: usize) {
    for row in rows {
        assert!(fits(&row.text(), width), "at {width}: “{}” is {} wide", row.text(), row.width());
    }
    assert!(rows.is_sorted_by_key(|row| row.place), "at {width}: places go back");
}

#[test]
fn shipped_lessons_obey_at_widths_1_to_200() {
    for lesson in &shipped().lessons {
        let whole: Vec<String> = page::lesson(lesson, 200).flatten().map(|row| row.text()).collect();
        let distinct: BTreeSet<&str> = whole.iter().flat_map(|row| words(row)).collect();
        for width in 1..=200 {
            let page: Vec<Row> = page::lesson(lesson, width).flatten().collect();
            obeys(&page, width);
            // Below 24 some words are wider than a row. Above, a few widths stand for all: the search is slow.
            if ![24, 25, 31, 36, 48, 59, 60, 61, 72, 100].contains(&width) {
                continue;
            }
            let found = letters_of(&page);
            for word in &distinct {
                assert!(found.contains(word), "“{word}” of {} is lost at {width}", lesson.title);
            }
        }
    }
}

const EVERYTHING: &str = "\
# One **two** *three*

Four `five` [six](seven) ~~eight~~  \nnine[^1]

- ten
  - eleven
    1. twelve

       thirteen
- [x] fourteen

> fifteen
>
> > sixteen

> [!CASE] seventeen
> eighteen

> [!NOTE]
> nineteen

```
twenty    twentyone
```

| twentytwo | twentythree |
|---|--:|
| twentyfour | twentyfive |

term
: meaning

![picture](x.png)

---

<div>twentysix</div>

[^1]: twentyseven 日本語のとても長い文章 مرحبا
";

const WORDS: [&str; 33] = [
    "One",
    "two",
    "three",
    "Four",
    "five",
    "six",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "CASE",
    "seventeen",
    "eighteen",
    "NOTE",
    "nineteen",
    "twenty",
    "twentyone",
    "twentytwo",
    "twentythree",
    "twentyfour",
    "twentyfive",
    "term",
    "meaning",
    "picture",
    "twentysix",
    "twentyseven",
    "日本語のとても長い文章",
    "مرحبا",
];

#[test]
fn every_construct_obeys_at_widths_1_to_200() {
    for width in 1..=200 {
        let page: Vec<Row> = page::markdown(EVERYTHING, width).flatten().collect();
        obeys(&page, width);
        if width < 12 {
            continue;
        }
        let found = letters_of(&page);
        for word in WORDS {
            assert!(found.contains(word), "“{word}” is lost at {width}");
        }
    }
}

/// The row found at another width shows a part of what the row shows: the same words, or words around them.
#[test]
fn a_place_is_found_again_at_every_width() {
    let first_word = |row: &str| words(row).next().map(str::to_owned);
    for lesson in &shipped().lessons {
        let wide: Vec<Row> = page::lesson(lesson, 72).flatten().collect();
        for width in [24, 36, 59, 60, 100] {
            let mut other = Page::new(lesson, width, 3);
            // Code is cut anywhere, so that its words are not the same at every width.
            let is_text = |row: &Row| !row.pieces.is_empty() && row.pieces.iter().all(|piece| piece.role != page::Role::Code);
            for (at, row) in wide.iter().enumerate().filter(|(_, row)| is_text(row)) {
                let found = other.spot_of(lesson, row.place);
                let there = other.place_of(lesson, found);
                assert!(there <= row.place && there.block == row.place.block, "row {at} of {} at {width}", lesson.title);
                let near: String = other.window(lesson, found, 16).0.iter().map(|row| row.text() + " ").collect();
                if let Some(word) = first_word(&row.text()) {
                    assert!(near.contains(&word), "“{}” of {} is not at “{near}” at {width}", row.text(), lesson.title);
                }
            }
        }
        assert_eq!(Page::new(lesson, 72, 3).spot_of(lesson, Place::default()), Spot::default());
    }
}

/// Going up and down by any steps shows the rows that the whole lesson has, and the tail after them.
#[test]
fn a_page_laid_out_where_one_looks_is_the_whole_page() {
    for lesson in &shipped().lessons {
        for (width, step) in [(72, 1), (72, 17), (36, 5), (24, 100)] {
            let whole: Vec<Row> = page::lesson(lesson, width).flatten().collect();
            let mut page = Page::new(lesson, width, 3);
            let end = page.last_top(lesson, 10);
            let (mut at, mut row) = (Spot::default(), 0);
            while at < end {
                let (rows, text) = page.window(lesson, at, 10);
                assert_eq!(rows[..text], whole[row..whole.len().min(row + 10)], "row {row} of {} at {width}", lesson.title);
                let next = page.down(lesson, at, step);
                if next < end {
                    assert_eq!(page.up(lesson, next, step), at);
                }
                (at, row) = (next, row + step);
            }
            let (rows, text) = page.window(lesson, end, 10);
            assert_eq!((rows.len(), text), (10, 7));
            assert_eq!(rows[..7], whole[whole.len() - 7..]);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_paragraph_obeys_whatever_is_in_it(text in "[\\PC ]{0,120}", width in 1usize..60) {
        let inline = [course::block::words(course::Clean::words(&text))];
        let rows = wrap::wrap(&inline, width, page::Role::Text);
        let mut found = String::new();
        for (pieces, _) in &rows {
            let row: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
            prop_assert!(fits(&row, width), "{row:?} at {width}");
            found.push_str(&row);
        }
        prop_assert_eq!(letters(&found), letters(course::Clean::words(&text).as_str()));
    }

    #[test]
    fn markdown_obeys_whatever_is_in_it(parts in prop::collection::vec(0usize..18, 0..30), width in 1usize..100) {
        const PARTS: [&str; 18] = [
            "word ", "longerword ", "\n\n", "\n", "- ", "1. ", "> ", "  ", "    ", "*", "**", "`", "[x](y) ", "| a | b |\n|--|--|\n",
            "```\n", "# ", "日本 ", "[!CASE] ",
        ];
        let text: String = parts.into_iter().map(|part| PARTS[part]).collect();
        let page: Vec<Row> = page::markdown(&text, width).flatten().collect();
        obeys(&page, width);
        for row in &page {
            prop_assert!(!row.text().chars().any(char::is_control));
        }
    }

    #[test]
    fn no_prefix_of_a_lesson_stops_the_page(cut in 0usize..2000, width in 1usize..90) {
        let text = EVERYTHING.repeat(2);
        let end = (0..=cut.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap();
        obeys(&page::markdown(&text[..end], width).flatten().collect::<Vec<_>>(), width);
    }
}

#[test]
fn the_shipped_course_has_no_problems() {
    let (course, problems) = course::read(course::builtin::files());
    assert_eq!(problems, Vec::new());
    assert!(course.lessons.len() >= 7);
    for lesson in &course.lessons {
        let cards = lesson.blocks().iter().filter(|block| matches!(block.kind, BlockKind::Card(_))).count();
        assert_eq!(cards, 1, "{} has one contrast card", lesson.title);
        let cases = lesson
            .blocks()
            .iter()
            .filter(|block| matches!(&block.kind, BlockKind::Boxed { label: course::block::Label::Case, .. }));
        assert!(cases.count() >= 1, "{} has a case", lesson.title);
        assert!(lesson.quiz().count() >= 6, "{} has a quiz", lesson.title);
        for question in lesson.questions() {
            assert!(question.choices().iter().all(|choice| !choice.why.is_empty()), "{} has a reason everywhere", question.id);
            assert!(question.see.is_some() && question.objective.is_some(), "{} leads to its paragraph", question.id);
        }
    }
}

#[test]
fn whole_and_parted_reading_agree() {
    let (whole, _) = course::read(course::builtin::files());
    let (mut parted, _) = course::open(course::builtin::files());
    for at in 0..parted.lessons.len() {
        assert!(parted.lessons[at].blocks().is_empty());
        parted.load(at);
        assert_eq!(parted.lessons[at].text, whole.lessons[at].text);
        assert_eq!(parted.lessons[at].questions, whole.lessons[at].questions);
    }
}
