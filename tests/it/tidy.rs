//! The architecture, kept by a machine: imports follow the table in `lib.rs`, packages stay where they belong, files say what they
//! own, and README tells the truth.

use std::fs;
use std::path::{Path, PathBuf};

/// The modules with what each may import, from `lib.rs`'s own table, so that map and law cannot differ.
fn allowed() -> Vec<(Vec<String>, Vec<String>)> {
    let map = fs::read_to_string("src/lib.rs").unwrap();
    let (_, table) = map.split_once("| module | may import |").unwrap();
    let names = |cell: &str| cell.split(',').map(|name| name.trim().to_owned()).collect::<Vec<_>>();
    table
        .lines()
        .skip(2)
        .map_while(|line| line.strip_prefix("//! | ")?.strip_suffix(" |")?.split_once(" | "))
        .map(|(modules, may)| (names(modules), names(may)))
        .collect()
}

pub fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    let mut folders = vec![PathBuf::from(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                files.push((path, text));
            }
        }
    }
    files.sort();
    files
}

/// The module a file belongs to: `src/app/sheet/map.rs` is part of `app`.
fn module_of(path: &Path) -> String {
    let inside = path.strip_prefix("src").unwrap();
    inside.components().next().unwrap().as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned()
}

/// The sources of the program without the tests that stand beside them.
fn program() -> Vec<(PathBuf, String)> {
    sources("src").into_iter().filter(|(path, _)| !path.ends_with("tests.rs")).collect()
}

/// The code of a file: comments fall away, and so do its tests, which may use what they need.
fn code(text: &str) -> String {
    let before_tests = text.split("#[cfg(test)]").next().unwrap();
    before_tests.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The modules named after `crate::` in a piece of code, those in a grouped import too.
fn imports(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    for after in code.split("crate::").skip(1) {
        let names: Vec<&str> = match after.strip_prefix('{') {
            Some(group) => group.split('}').next().unwrap().split(',').map(str::trim).collect(),
            None => vec![after],
        };
        for name in names {
            let word: String = name.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
            found.push(word);
        }
    }
    found
}

/// Every import that the table forbids.
fn breaches(path: &Path, text: &str) -> Vec<String> {
    let module = module_of(path);
    let rules = allowed();
    let may = rules.iter().find(|(modules, _)| modules.contains(&module)).map(|(_, may)| may.clone());
    let Some(may) = may else { return Vec::new() };
    if may.contains(&"everything".to_owned()) {
        return Vec::new();
    }
    let known: Vec<String> = rules.iter().flat_map(|(modules, _)| modules.clone()).collect();
    let forbidden = |name: &String| known.contains(name) && *name != module && !may.contains(name);
    imports(&code(text)).into_iter().filter(forbidden).map(|name| format!("{} imports {name}", path.display())).collect()
}

#[test]
fn imports_follow_the_table() {
    assert_eq!(allowed().len(), 10, "the table in lib.rs was found");
    let found: Vec<String> = program().iter().flat_map(|(path, text)| breaches(path, text)).collect();
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn a_planted_breach_is_found() {
    let planted = |path: &str, text: &str| breaches(Path::new(path), text).len();
    assert_eq!(planted("src/app/quiz.rs", "use crate::store::clock;"), 1);
    assert_eq!(planted("src/page.rs", "use crate::{course, ui};"), 1);
    assert_eq!(planted("src/course/read.rs", "fn f() { crate::page::lesson() }"), 1);
    assert_eq!(planted("src/app/quiz.rs", "use crate::course::Clean;\n// use crate::store;"), 0);
    assert_eq!(planted("src/run/list.rs", "use crate::store;"), 0);
}

/// Packages and what only one place may know, with the files that may name them.
const PLACES: [(&str, &[&str]); 19] = [
    ("pulldown_cmark", &["src/course/markdown.rs", "src/course/markdown/pieces.rs", "src/course/markdown/remarks.rs"]),
    ("ratatui", &["src/ui.rs", "src/ui/"]),
    ("crossterm", &["src/ui/terminal.rs"]),
    ("directories::", &["src/store/place.rs"]),
    ("include_dir", &["src/course/builtin.rs"]),
    ("jiff", &["src/store/clock.rs"]),
    ("memchr", &["src/app/search/find.rs", "src/course/content.rs"]),
    ("nucleo_matcher", &["src/app/jump.rs"]),
    ("tempfile", &["src/store/sitting.rs", "src/store/probe.rs", "src/store/report.rs", "src/store/draft.rs"]),
    ("uuid::", &["src/exchange/xapi/ids.rs"]),
    ("annotate_snippets", &["src/run/check.rs"]),
    ("unicode_linebreak", &["src/page/wrap.rs"]),
    ("serde::", &["src/store/sitting.rs", "src/store/sitting/", "src/store/journal.rs", "src/course/clean.rs", "src/exchange/"]),
    ("Color::", &["src/ui/theme.rs"]),
    ("Modifier::", &["src/ui/theme.rs"]),
    ("std::fs", &["src/store/", "src/run/read.rs", "src/run/input.rs"]),
    ("std::net", &["src/run/door.rs"]),
    ("Instant", &["src/store/saver.rs", "src/store/log.rs", "src/run/screens.rs", "src/run/present.rs"]),
    (
        "thread::",
        &[
            "src/store/saver.rs",
            "src/run/input.rs",
            "src/run/lines.rs",
            "src/run/screens.rs",
            "src/run/start.rs",
            "src/run/keep.rs",
            "src/run/door.rs",
            "src/run/drill.rs",
            "src/store/lessons.rs",
            "src/ui/terminal.rs",
        ],
    ),
];

#[test]
fn packages_stay_in_their_places() {
    for (path, text) in program() {
        let name = path.to_string_lossy().into_owned();
        for (package, places) in PLACES {
            let is_there = places.iter().any(|place| name.starts_with(place));
            assert!(is_there || !code(&text).contains(package), "{name} knows {package}; only {places:?} may");
        }
    }
}

#[test]
fn app_and_page_share_nothing() {
    for (path, text) in program() {
        if ["app", "page", "course", "progress", "workshop", "exchange"].contains(&module_of(&path).as_str()) {
            for cell in ["RefCell", "Mutex", "static mut", "thread_local", "OnceLock", "LazyLock"] {
                // A text that is put off is read once, by whoever wants it first.
                let is_put_off = path.ends_with("course/content.rs") && cell == "OnceLock";
                assert!(is_put_off || !code(&text).contains(cell), "{} has a {cell}", path.display());
            }
        }
    }
}

#[test]
fn every_file_has_a_head_and_one_idea() {
    for (path, text) in ["src", "tests", "examples", "benches"].into_iter().flat_map(sources) {
        assert!(text.starts_with("//!"), "{} does not say what it owns", path.display());
        assert!(text.lines().count() <= 500, "{} has more than 500 lines", path.display());
    }
}

#[test]
fn no_function_is_longer_than_a_screen() {
    for (path, text) in sources("src") {
        let mut begun = None;
        for (at, line) in text.lines().enumerate() {
            let words = line.trim_start();
            let indent = line.len() - words.len();
            let starts = ["fn ", "pub fn ", "pub const fn ", "const fn "].iter().any(|start| words.starts_with(start));
            if starts && indent <= 4 {
                begun = Some((at, indent));
            }
            if let Some((from, outer)) = begun
                && line.trim() == "}"
                && indent == outer
            {
                assert!(at - from <= 70, "{}:{} is {} lines long", path.display(), from + 1, at - from);
                begun = None;
            }
        }
    }
}

#[test]
fn readme_has_the_programs_own_key_table() {
    let table = contrasts::app::keymap::as_markdown();
    let mut readme = fs::read_to_string("README.md").unwrap();
    if crate::golden::is_update() {
        let (before, rest) = readme.split_once("## Keys\n\n").unwrap();
        let (_, after) = rest.split_once("\n\n").unwrap();
        readme = format!("{before}## Keys\n\n{table}\n{after}");
        fs::write("README.md", &readme).unwrap();
    }
    assert!(readme.contains(&table), "README's keys differ from the program's; the table is:\n\n{table}");
}

#[test]
fn readme_names_the_two_commands_on_its_first_screen() {
    let readme = fs::read_to_string("README.md").unwrap();
    let first_screen: String = readme.lines().take(40).collect::<Vec<_>>().join("\n");
    for command in ["cargo run --release", "cargo test", "assets/pictures/"] {
        assert!(first_screen.contains(command), "README does not name {command} at its beginning");
    }
    let pictures = readme.split("](").skip(1).filter_map(|rest| rest.split(')').next()).filter(|target| !target.contains("://"));
    for target in pictures {
        let file = target.split('#').next().unwrap();
        assert!(Path::new(file).exists(), "README leads to {file}, which is not there");
    }
}

/// Each fault of the catalogue stands in the table once, and each test that is named there is a test.
#[test]
fn the_table_of_faults_is_whole_and_names_tests_that_exist() {
    let table = fs::read_to_string("docs/reliability.md").unwrap();
    let rows = table.lines().filter_map(|line| line.strip_prefix("| ")?.split_once(" | ").map(|(numbers, _)| numbers));
    let numbers = rows.filter(|numbers| numbers.starts_with(|c: char| c.is_ascii_digit())).flat_map(|numbers| {
        let mut ends = numbers.split('–').map(|number| number.parse::<u32>().unwrap());
        let first = ends.next().unwrap();
        first..=ends.next().unwrap_or(first)
    });
    assert_eq!(numbers.collect::<Vec<_>>(), (1..=97).collect::<Vec<_>>());
    let all: String = ["src", "tests"].into_iter().flat_map(sources).map(|(_, text)| text).collect();
    for named in table.split('`').skip(1).step_by(2).filter(|named| named.contains("::") && !named.contains('…')) {
        let test = named.rsplit("::").next().unwrap();
        let is_there = all.contains(&format!("fn {test}(")) || (test.len() < 12 && all.contains("mod tests"));
        assert!(is_there, "docs/reliability.md names `{named}`, which is no test");
    }
}
