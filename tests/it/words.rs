//! The interface in another language: every string stands in `src/words`, a course can say all of them, and what is wrong there is named.

use crate::corner::{self, Corner};

/// Where the interface is made. What else is said is said to authors, or where no course is open.
const SPEAKING: &[&str] = &[
    "src/app",
    "src/ui",
    "src/plain",
    "src/workshop",
    "src/exchange",
    "src/progress",
    "src/run/keep",
    "src/run/list",
    "src/run/notes",
    "src/run/outcome",
    "src/run/overview",
    "src/run/plain",
    "src/run/present",
    "src/run/reset",
    "src/run/start",
    "src/run/voice",
    "src/store/why",
];

/// Texts in these files that are read by programs, or are signs and no words.
const NO_WORDS: &[(&str, &[&str])] = &[
    ("src/app.rs", &["the smallest size has a geometry, as its own test shows"]),
    // The table in README is English.
    (
        "src/app/keymap.rs",
        &[
            "| keys | what they do |\\n|---|---|\\n",
            "in a question: ",
            "in a lesson: ",
            "before a lesson: ",
            "at the end of a quiz: ",
            "in review: ",
            "among kept passages and plans: ",
            "in the mirror: ",
            "on progress and in the mirror: ",
            "in a field: ",
            "in a workshop: ",
            "before a workshop: ",
        ],
    ),
    // What is wrong with `config.toml` is said as all that is wrong with files.
    (
        "src/app/keymap/own.rs",
        &[
            "line {}: {why}",
            "line {}: `{}` cannot have {}, which means “{other}” in the same place; give that another key as well",
            "keys cannot be given to `{}`; they can to {}",
            "`{name}` is no key; a key is a letter, a sign, `f1` to `f12`, `tab`, `space` or, with Ctrl, `ctrl-a`",
        ],
    ),
    // The caps of keys as `keymap::said` knows them.
    ("src/app/keymap/table.rs", &["Space", "PgDn", "Tab", "Enter", "Esc", "Backspace", "Ctrl-C", "Ctrl-Z"]),
    ("src/app/keymap/room.rs", &["Space"]),
    // Tags that go on in the next text.
    (
        "src/exchange/picture.rs",
        &[r#"\" aria-labelledby=\""#, r#"\" text-anchor=\""#, r#"\" width=\""#, r#"\" height=\"10\"/>\n"#, r#"\" cy=\""#],
    ),
    ("src/exchange/xapi.rs", &["Activity"]),
    (
        "src/exchange/xapi/ids.rs",
        &[
            "learner {course} {first}",
            "an actor is mailto:ADDRESS or the name of an account",
            "the name of an account has no blanks",
            "a mail address looks like mailto:anna@example.org",
            "Agent",
            "registration {} {course}",
            "statement {} {verb} {event} {}",
        ],
    ),
    ("src/progress/any.rs", &["an id", r#"[ab\"'\\\\\n\t\r\u{7f}é ]{0,8}"#]),
    ("src/plain/hear.rs", &["mailto:"]),
    ("src/run/start.rs", &["course {}; lessons {}, problems {}"]),
    ("src/store/why.rs", &[" (os error"]),
    ("src/ui/hyperlink.rs", &["WezTerm", "Hyper"]),
    // Why no workshop opens is said in English.
    ("src/run/notes.rs", &["the console needs a terminal to be shown on, or --plain", "there is no terminal to draw on: {}"]),
    ("src/run/notes/lines.rs", &["cannot listen: {}"]),
    ("src/run/outcome.rs", &["the course was changed since this workshop, so its counts would stand beside other words: {file}"]),
    (
        "src/run/present.rs",
        &[
            "a workshop needs a terminal to be shown on, or --plain",
            "there is no workshop to go on with",
            "the course was changed since this workshop began, so it cannot go on: {file}",
            "there is no terminal to draw on: {}",
        ],
    ),
    ("src/run/present/lines.rs", &["cannot listen: {}"]),
    // Names of steps, as a journal has them.
    ("src/app/sheet/room/setup.rs", &["card-", "welcome", "line-1", "opening", "line", "case-", "debrief-"]),
    // A value of a table for programs.
    ("src/exchange/held.rs", &["made up"]),
    // What chance is drawn from.
    ("src/workshop/rehearsal.rs", &["round {round} of {run}", "when {round} {run}"]),
];

/// The texts between quotes in the code of a file, without its comments and its tests.
fn literals(text: &str) -> Vec<String> {
    let code = text.split("#[cfg(test)]").next().unwrap();
    let code: String =
        code.lines().filter(|line| !line.trim_start().starts_with("//")).map(|line| line.to_owned() + "\n").collect();
    let mut found = Vec::new();
    let mut letters = code.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            // A quote as a character is no text.
            '\'' if letters.peek() == Some(&'"') => drop(letters.next()),
            '"' => {
                let mut literal = String::new();
                while let Some(letter) = letters.next().filter(|letter| *letter != '"') {
                    literal.push(letter);
                    if letter == '\\' {
                        literal.extend(letters.next());
                    }
                }
                found.push(literal);
            }
            _ => {}
        }
    }
    found
}

/// Whether somebody would read this: two words, or one that begins like a sentence. Where nothing is said to programs, which know things by
/// one small word, any word counts.
fn speaks(literal: &str, to_people: bool) -> bool {
    let mut words = String::new();
    // The end of a line is no letter, and nobody reads a tag.
    let literal: String = literal
        .replace("\\n", " ")
        .split('<')
        .enumerate()
        .map(|(nth, part)| if nth == 0 { part } else { part.split_once('>').map_or("", |(_, words)| words) }.to_owned())
        .collect();
    let mut rest = literal.as_str();
    while let Some((before, after)) = rest.split_once('{') {
        words.push_str(before);
        words.push('1');
        rest = after.split_once('}').map_or("", |(_, rest)| rest);
    }
    words.push_str(rest);
    let is_word = |word: &&str| word.chars().filter(|c| c.is_alphabetic()).count() >= 2;
    let mut found = words.split_whitespace().filter(is_word);
    let first = found.next();
    let begins = first.is_some_and(|word| word.starts_with(char::is_uppercase) && word.chars().any(char::is_lowercase));
    begins || first.is_some_and(|_| to_people || words.trim().contains(' '))
}

#[test]
fn every_string_of_the_interface_stands_in_one_module() {
    let mut strays = Vec::new();
    for (path, text) in crate::tidy::sources("src") {
        let name = path.to_string_lossy().into_owned();
        let is_checked = SPEAKING.iter().any(|part| name.starts_with(&format!("{part}/")) || name == format!("{part}.rs"));
        if !is_checked || path.ends_with("tests.rs") || name.contains("/tests/") {
            continue;
        }
        let to_people = name.starts_with("src/app/sheet") || name.starts_with("src/plain");
        let known = NO_WORDS.iter().find(|(file, _)| name == *file).map_or(&[][..], |(_, known)| known);
        let found =
            literals(&text).into_iter().filter(|literal| speaks(literal, to_people) && !known.contains(&literal.as_str()));
        strays.extend(found.map(|literal| format!("{name}: {literal}")));
    }
    assert_eq!(strays, Vec::<String>::new(), "these belong into src/words");
}

#[test]
fn a_planted_string_is_found() {
    assert_eq!(literals("let a = \"one \\\" two\"; // \"x\"\nlet b = '\"'; f(\"three\")"), ["one \\\" two", "x", "three"]);
    assert_eq!(
        [
            "carry on",
            "Done",
            "{n} of {all}",
            "<p class=\"no\">Done</p>",
            "{}: {}",
            "quiz.toml",
            "no",
            " · ",
            "<p class=\"no\">\\n<b>"
        ]
        .map(|text| speaks(text, false)),
        [true, true, true, true, false, false, false, false, false]
    );
    assert_eq!(["no", "{no}", "§"].map(|text| speaks(text, true)), [true, false, false]);
}

const COURSE: &str = "//- course.toml\nformat = 1\nid = \"kurs\"\ntitle = \"Kurs\"\nlanguage = \"de\"\n//- 01-eins/lesson.md\n+++\ntitle = \"Eins\"\nminutes = 1\n+++\nWorte.\n//- interface.toml\n";

#[test]
fn what_is_wrong_with_the_strings_of_a_course_is_named() {
    let corner = Corner::new();
    let strings = "[map]\nlesons = \"x\"\nquestion_of = \"{nth} von {of}\"\nlessons = 3\n[count]\nquestions = { one = \"Frage\" }\n[page]\n";
    let course = corner.course("kurs", &format!("{COURSE}{strings}"));
    let told = corner.contrasts(&["check", &course, "--message-format", "short"]);
    assert_eq!(told.code, 1);
    for words in [
        "interface.toml:2:1: error[T02]: the interface has no string `map.lesons`; did you mean `map.lessons`?",
        "interface.toml:3:15: error[I01]: nothing goes into `{nth}` here; what goes into this string: {at}, {of}",
        "interface.toml:4:11: error[T03]: `lessons` is the number 3; write a text in quotes",
        "interface.toml:6:13: error[T03]: `questions` is a table; write { one = \"…\", other = \"…\" }",
        "interface.toml:1:1: warning[I02]: ",
    ] {
        assert!(told.out.contains(words), "nothing about {words} in\n{}", told.out);
    }
}

#[test]
fn a_course_brings_its_own_strings_and_the_rest_stays_english() {
    let corner = Corner::new();
    let course =
        corner.course("kurs", &format!("{COURSE}[map]\nknown_before = \"schon gekannt\"\nread = \"gelesen \\u001b[31m\"\n"));
    let told = corner.contrasts(&["interface", "--course", &course]);
    assert_eq!(told.code, 0);
    assert!(
        told.out.contains("known_before = \"schon gekannt\"") && told.out.contains("carry_on = \"Carry on\""),
        "{}",
        told.out
    );
    assert!(!told.out.contains('\x1b'), "a text of a course drives the terminal");
}

#[test]
fn what_interface_prints_is_a_whole_translation() {
    let corner = Corner::new();
    let told = corner.contrasts(&["interface"]);
    let course = corner.course("kurs", &format!("{COURSE}{}", told.out));
    let told = corner.contrasts(&["check", &course, "--message-format", "short"]);
    assert!(!told.out.contains("interface.toml"), "{}", told.out);
}

#[test]
fn in_lines_the_words_of_the_course_are_understood_and_the_english_ones_too() {
    let corner = Corner::new();
    let strings = "[typed]\nhelp = \"hilfe\"\nquit = \"beenden\"\nterms = \"begriffe\"\n[lines]\ncan_be_typed = \"Zu tippen:\"\n";
    let course = corner.course("kurs", &format!("{COURSE}{strings}"));
    for (typed, quit) in [("hilfe", "beenden"), ("Hilfe", "quit"), ("help", "BEENDEN")] {
        let input = format!("2\n{typed}\n{quit}\nlost\n");
        let told = corner::told(corner.command().args(["--plain", "--course", &course]).write_stdin(input));
        assert_eq!(told.code, 0);
        assert!(told.out.contains("Zu tippen:") && told.out.contains("begriffe, beenden; ? tells all"), "{}", told.out);
        assert!(!told.out.contains("lost"), "“{quit}” did not end it:\n{}", told.out);
    }
}

#[test]
fn no_two_typed_words_of_a_shipped_translation_are_the_same() {
    let text = std::fs::read_to_string("assets/courses/kontraste/interface.toml").unwrap();
    let table: toml::Table = text.parse().unwrap();
    let typed: Vec<&str> = table["typed"].as_table().unwrap().values().map(|word| word.as_str().unwrap()).collect();
    let distinct: std::collections::BTreeSet<&str> = typed.iter().copied().collect();
    assert_eq!(distinct.len(), typed.len());
    for word in typed {
        assert!(word == word.to_lowercase() && !word.contains(char::is_whitespace), "“{word}” is not one word in small letters");
    }
}

#[test]
fn a_report_is_in_the_language_of_its_course_and_its_strings_are_no_markup() {
    let corner = Corner::new();
    let course = corner.course("kurs", &format!("{COURSE}[report]\nlessons = \"Lektionen <b>|\"\n"));
    let told = |format: &str| corner.contrasts(&["report", "--course", &course, "--format", format]).out;
    let (page, text) = (told("html"), told("md"));
    assert!(page.contains("<html lang=\"de\">") && page.contains("Lektionen &lt;b&gt;|</h2>"), "{page}");
    assert!(text.contains("## Lektionen \\<b\\>\\|\n"), "{text}");
}
