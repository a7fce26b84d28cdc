//! Strings say what goes into them, and a course may say all of them otherwise.

use super::*;

#[test]
fn every_hole_of_every_string_is_filled() {
    for entry in all() {
        for text in [Some(entry.english.0), entry.english.1].into_iter().flatten() {
            for hole in holes(text) {
                assert!(entry.holes.contains(&hole), "{}: nothing fills {{{hole}}}", entry.full_name());
            }
        }
        // The number that decides between two texts may stand in letters in another hole.
        let decides = entry.english.1.is_some() && entry.holes.len() > 1;
        let last = entry.english.1.unwrap_or(entry.english.0);
        for hole in entry.holes.iter().skip(usize::from(decides)) {
            assert!(holes(last).any(|name| name == *hole), "{}: {{{hole}}} has no place", entry.full_name());
        }
    }
}

#[test]
fn no_name_is_used_twice() {
    let mut names: Vec<String> = all().map(Entry::full_name).collect();
    names.sort();
    let count = names.len();
    names.dedup();
    assert_eq!(names.len(), count);
}

#[test]
fn what_is_filled_in_is_not_looked_at_again() {
    assert_eq!(fill("{a}, {b}, {c} {", &[("a", &"{b}"), ("b", &1)]), "{b}, 1, {c} {");
}

#[test]
fn a_course_says_it_otherwise_and_what_it_does_not_say_is_english() {
    let own = [
        ("map.carry_on".to_owned(), Own::Text("Weiter".to_owned())),
        ("map.question_of".to_owned(), Own::Text("von {of} die {at}.".to_owned())),
        ("count.questions".to_owned(), Own::Count("{count} Frage".to_owned(), "{count} Fragen".to_owned())),
    ];
    let words = Words::with(own.into());
    assert_eq!([words.map().carry_on(), words.map().begin()], ["Weiter", "Begin"]);
    assert_eq!(words.map().question_of(2, 5), "von 5 die 2.");
    assert_eq!([0, 1, 2].map(|count| words.count().questions(count)), ["0 Fragen", "1 Frage", "2 Fragen"]);
    assert_eq!([0, 1, 2].map(|count| ENGLISH.count().questions(count)), ["0 questions", "1 question", "2 questions"]);
}

#[test]
fn times_and_numbers_are_said_as_in_running_text() {
    let count = ENGLISH.count();
    assert_eq!([6, 60, 87].map(|minutes| count.time(minutes)), ["6 min", "1 h", "1 h 27 min"]);
    assert_eq!([0, 12, 13].map(|number| count.number(number)), ["no", "twelve", "13"]);
    assert_eq!([count.month(12), count.month(13), count.month_short(5), count.weekday(6)], ["December", "", "May", "Sunday"]);
}
