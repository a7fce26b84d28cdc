//! The course in German that lies beside the one that is shipped: all of the interface is in German, whatever one does.

use std::collections::BTreeSet;
use std::path::Path;

use contrasts::course::{self, Course};
use contrasts::store::lessons;
use contrasts::ui::Theme;
use contrasts::words;

use crate::corner::Corner;
use crate::golden::{as_svg, check};
use crate::learner::Learner;

const FOLDER: &str = "assets/courses/kontraste";

fn german() -> Course {
    course::read(lessons::read(Path::new(FOLDER), usize::MAX).unwrap().0).0
}

/// Everything that is written in a folder.
fn texts(folder: &Path) -> String {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.map(|path| if path.is_dir() { texts(&path) } else { std::fs::read_to_string(&path).unwrap() }).collect()
}

fn learner() -> Learner {
    Learner::on_course(german()).asked_how_sure()
}

/// What only an English interface says: its texts, those with holes in pieces, but for those that the German one says as well.
fn only_english() -> Vec<&'static str> {
    let own = std::fs::read_to_string(format!("{FOLDER}/interface.toml")).unwrap();
    let texts = words::all().flat_map(|entry| [Some(entry.english.0), entry.english.1]).flatten();
    let pieces = texts.flat_map(|text| text.split(['{', '}']).step_by(2)).map(str::trim);
    let is_told = |piece: &&str| piece.chars().filter(|c| c.is_alphabetic()).count() >= 4 && !own.contains(*piece);
    pieces.filter(is_told).collect::<BTreeSet<_>>().into_iter().collect()
}

/// Whether a text stands on a screen as words of their own.
fn stands(screen: &str, text: &str) -> bool {
    memchr::memmem::find_iter(screen.as_bytes(), text).any(|at| {
        let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '-');
        !is_letter(screen[..at].chars().next_back()) && !is_letter(screen[at + text.len()..].chars().next())
    })
}

#[test]
fn the_german_course_is_whole() {
    let told = Corner::new().contrasts(&["check", concat!(env!("CARGO_MANIFEST_DIR"), "/assets/courses/kontraste"), "--strict"]);
    assert_eq!(told.code, 0, "{}{}", told.out, told.err);
}

#[test]
fn whatever_is_pressed_nothing_is_said_in_english() {
    let english = only_english();
    assert!(english.len() > 500, "there are texts to look for: {}", english.len());
    let keys: Vec<String> =
        "enter enter enter down down up right left esc x s space tab 1 2 3 4 a h ! u o t m / : ? r p b g G c n y w + q k"
            .split(' ')
            .map(str::to_owned)
            .collect();
    let in_english = Learner::on_shipped().screen();
    assert!(english.iter().any(|text| stands(&in_english, text)), "what is looked for can be found");
    let course = german();
    // Without the keys of its files, which are English.
    let own: String =
        texts(Path::new(FOLDER)).lines().map(|line| line.split_once(" = ").map_or(line, |(_, text)| text)).collect();
    let (mut found, mut screens) = (BTreeSet::new(), 0);
    for seed in 0..8 {
        let mut chance = fastrand::Rng::with_seed(seed);
        let mut learner = Learner::on_course(course.clone()).asked_how_sure().at(if seed % 3 == 0 { 120 } else { 80 }, 40);
        for step in 0..120 {
            let key = &keys[chance.usize(..keys.len())];
            learner = if step % 40 == 39 { learner.after_days(9) } else { learner.press(key) };
            // Sentences go over the ends of rows.
            let screen = learner.screen().replace('|', " ").split_whitespace().collect::<Vec<_>>().join(" ");
            screens += 1;
            for text in english.iter().filter(|text| stands(&screen, text) && !own.contains(**text)) {
                found.insert(format!("{text:?} after {key} (seed {seed}, step {step})"));
            }
        }
    }
    assert_eq!(screens, 960);
    assert_eq!(found, BTreeSet::new());
}

fn picture(name: &str, title: &str, learner: &Learner, theme: &str) {
    let (buffer, _) = learner.painted(&Theme::named(theme).unwrap());
    check(&format!("assets/pictures/german-{name}-{theme}.svg"), &as_svg(&buffer, title));
}

#[test]
fn screens_in_german() {
    let shows = |name: &str, learner: &Learner| check(&format!("tests/golden/german-{name}-80x24.txt"), &learner.screen());
    shows("first", &learner());
    shows("before", &learner().press("enter"));
    shows("lesson", &learner().press("enter x"));
    let done = learner().press("enter x G enter").answers_as(|nth| (nth % 3 > 0, if nth % 6 == 0 { 4 } else { 2 }));
    shows("end", &done);
    picture("end", "Das Ende eines Quiz", &done, "dark");
    let map = done.press("esc");
    shows("map", &map);
    picture("map", "Die Übersicht", &map, "light");
}
