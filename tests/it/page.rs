//! What a machine can decide about a page that is for everyone, after the rules of axe-core that bear on such a page: language, title, one
//! first heading, none skipped, landmarks, heads of tables, words for pictures, no id twice, contrast of the colours in light, in dark and
//! on paper. And that it asks for nothing from elsewhere.

use std::collections::{BTreeMap, HashSet};
use std::path::PathBuf;
use std::process::Command;

use contrasts::exchange::html;
use contrasts::words::ENGLISH;

use crate::corner::Corner;
use crate::learner::Learner;
use crate::report::{loaded, of, of_every_kind, record};
use crate::screens;

/// A tag: its name, its attributes, and whether it closes.
#[derive(Debug)]
struct Tag {
    name: String,
    attributes: BTreeMap<String, String>,
    closes: bool,
    stands_alone: bool,
}

/// Tags that have no end.
const VOID: [&str; 2] = ["meta", "!doctype"];

fn tags(page: &str) -> Vec<Tag> {
    let (before, rest) = page.split_once("<style>").unwrap();
    let (_, after) = rest.split_once("</style>").unwrap();
    let without_style = format!("{before}{after}");
    without_style.split('<').skip(1).map(|part| tag(part.split_once('>').unwrap_or_else(|| panic!("no end: {part}")).0)).collect()
}

fn tag(text: &str) -> Tag {
    let stands_alone = text.ends_with('/');
    let text = text.trim_end_matches('/');
    let closes = text.starts_with('/');
    let (name, mut rest) = text.trim_start_matches('/').split_once(' ').unwrap_or((text.trim_start_matches('/'), ""));
    let mut attributes = BTreeMap::new();
    while let Some((key, after)) = rest.split_once("=\"") {
        let (value, after) = after.split_once('"').unwrap_or_else(|| panic!("no end of a value: {text}"));
        assert!(attributes.insert(key.trim().to_owned(), value.to_owned()).is_none(), "{key} twice in {text}");
        rest = after;
    }
    Tag { name: name.to_lowercase(), attributes, closes, stands_alone }
}

/// All of it.
#[track_caller]
pub fn check(page: &str) {
    let tags = tags(page);
    check_nesting(&tags);
    check_head(page, &tags);
    check_headings(&tags);
    check_ids(&tags);
    check_tables(&tags);
    check_pictures(page, &tags);
    check_alone(page, &tags);
    check_contrast(page);
}

fn check_nesting(tags: &[Tag]) {
    let mut open: Vec<&str> = Vec::new();
    let mut landmarks = Vec::new();
    for tag in tags.iter().filter(|tag| !VOID.contains(&tag.name.as_str()) && !tag.stands_alone) {
        if tag.closes {
            assert_eq!(open.pop(), Some(tag.name.as_str()), "tags are closed in order");
            continue;
        }
        if ["header", "main", "footer"].contains(&tag.name.as_str()) {
            assert_eq!(open, ["html", "body"], "a landmark stands at the top");
            landmarks.push(tag.name.clone());
        }
        let is_content = ["h1", "h2", "h3", "p", "table", "svg", "ul", "blockquote"].contains(&tag.name.as_str());
        assert!(!is_content || ["header", "main", "footer"].contains(&open[2]), "{} is in no landmark", tag.name);
        open.push(&tag.name);
    }
    assert!(open.is_empty());
    assert_eq!(landmarks, ["header", "main", "footer"]);
}

fn check_head(page: &str, tags: &[Tag]) {
    assert!(page.starts_with("<!doctype html>\n<html lang=\"en"), "the language is told");
    let title = page.split_once("<title>").unwrap().1.split_once("</title>").unwrap().0;
    assert!(!title.trim().is_empty());
    let viewport = tags.iter().find(|tag| tag.attributes.get("name").is_some_and(|name| name == "viewport")).unwrap();
    let content = &viewport.attributes["content"];
    assert!(!content.contains("user-scalable") && !content.contains("maximum-scale"), "one may zoom");
}

fn check_headings(tags: &[Tag]) {
    let level = |tag: &Tag| tag.name.strip_prefix('h').and_then(|level| level.parse::<u8>().ok()).filter(|_| !tag.closes);
    let levels: Vec<u8> = tags.iter().filter_map(level).collect();
    assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1, "one first heading");
    assert_eq!(levels[0], 1);
    for pair in levels.windows(2) {
        assert!(pair[1] <= pair[0] + 1, "h{} after h{}", pair[1], pair[0]);
    }
}

fn check_ids(tags: &[Tag]) {
    let mut ids = HashSet::new();
    for tag in tags {
        assert!(tag.attributes.get("id").is_none_or(|id| ids.insert(id.clone())), "{tag:?} has an id that is used before");
    }
    for named in tags.iter().filter_map(|tag| tag.attributes.get("aria-labelledby")) {
        assert!(named.split(' ').all(|id| ids.contains(id)), "{named} is not there");
    }
    let sections = tags.iter().filter(|tag| tag.name == "section" && !tag.closes);
    assert!(sections.into_iter().all(|tag| tag.attributes.contains_key("aria-labelledby")), "a section has a name");
}

fn check_tables(tags: &[Tag]) {
    let open: Vec<&Tag> = tags.iter().filter(|tag| !tag.closes).collect();
    for (at, tag) in open.iter().enumerate() {
        let next = || open[at + 1];
        match tag.name.as_str() {
            "table" => assert_eq!(next().name, "caption", "a table says what it holds"),
            "th" => assert!(["col", "row"].contains(&tag.attributes["scope"].as_str())),
            "tr" => assert_eq!(next().name, "th", "a row begins with its head"),
            _ => {}
        }
    }
}

fn check_pictures(page: &str, tags: &[Tag]) {
    assert!(tags.iter().all(|tag| tag.name != "img"));
    // A bar that is hidden from readers stands before a figure that says the same.
    let is_hidden = |tag: &Tag| tag.attributes.get("aria-hidden").is_some_and(|hidden| hidden == "true");
    let pictures: Vec<&Tag> = tags.iter().filter(|tag| tag.name == "svg" && !tag.closes && !is_hidden(tag)).collect();
    for picture in &pictures {
        assert_eq!(picture.attributes["role"], "img");
        assert_eq!(picture.attributes["aria-labelledby"].split(' ').count(), 2, "a title and a description");
    }
    for part in page.split("<svg").skip(1) {
        if part.split_once('>').unwrap().0.contains("aria-hidden=\"true\"") {
            let after = part.split_once("</svg>").unwrap().1;
            assert!(after.split_once('<').unwrap().0.contains('%'), "{after}");
            continue;
        }
        let words = part.split_once("<desc").unwrap().1.split_once('>').unwrap().1.split_once('<').unwrap().0;
        assert!(words.len() > 10, "{words}");
    }
}

fn check_alone(page: &str, tags: &[Tag]) {
    for tag in tags {
        assert!(!["script", "link", "iframe", "object", "embed", "form", "base"].contains(&tag.name.as_str()), "{tag:?}");
        for (name, value) in &tag.attributes {
            assert!(!name.starts_with("on") && !["src", "href", "style"].contains(&name.as_str()), "{tag:?}");
            assert!(name == "xmlns" || !value.contains("://"), "{tag:?}");
        }
    }
    let style = page.split_once("<style>").unwrap().1.split_once("</style>").unwrap().0;
    assert!(!style.contains("url(") && !style.contains("@import") && !style.contains("http"));
}

/// The colours of each of the looks: light, dark, on paper.
fn looks(page: &str) -> Vec<BTreeMap<String, String>> {
    let style = page.split_once("<style>").unwrap().1.split_once("</style>").unwrap().0;
    let look = |block: &str| {
        let pairs = block.split(';').filter_map(|part| part.trim().strip_prefix("--")?.split_once(": "));
        pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
    };
    style.split(":root {").skip(1).map(|part| look(part.split_once('}').unwrap().0)).collect()
}

/// Relative luminance and contrast as WCAG 2 defines them.
fn contrast(one: &str, other: &str) -> f64 {
    let luminance = |colour: &str| {
        let channel = |at: usize| {
            let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    };
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn check_contrast(page: &str) {
    let looks = looks(page);
    assert_eq!(looks.len(), 3, "light, dark and paper");
    for look in looks {
        let on_ground = |name: &str| contrast(&look[name], &look["ground"]);
        for words in ["text", "quiet", "strong"] {
            assert!(on_ground(words) >= 4.5, "{words} in {look:?}: {:.2}", on_ground(words));
        }
        for shape in ["rule", "bar", "management", "leadership"] {
            assert!(on_ground(shape) >= 3.0, "{shape} in {look:?}: {:.2}", on_ground(shape));
        }
    }
}

/// A browser on this machine, if there is one: the one that `CHROMIUM` names, or one of the usual names.
fn browser() -> Option<PathBuf> {
    let named = std::env::var_os("CHROMIUM").map(PathBuf::from);
    let folders: Vec<PathBuf> = std::env::var_os("PATH").iter().flat_map(std::env::split_paths).collect();
    let usual = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    let mut found = usual.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    named.or_else(|| found.find(|file| file.is_file()))
}

#[test]
fn the_page_opens_in_a_real_browser() {
    let Some(browser) = browser() else {
        eprintln!("skipped: there is no Chromium on this machine; CHROMIUM=FILE names one");
        return;
    };
    let corner = Corner::new();
    let file = corner.write("report.html", html::record(&of(&of_every_kind(6)), &ENGLISH));
    let mut command = Command::new(browser);
    command.args(["--headless", "--no-sandbox", "--disable-gpu", "--dump-dom"]).arg(format!("file://{}", file.display()));
    let profile = format!("--user-data-dir={}", corner.named("profile"));
    let output = command.arg(profile).env("HOME", corner.path("home")).output().unwrap();
    let dom = String::from_utf8(output.stdout).unwrap();
    // What the browser made of it has everything in the place where it was written: nothing was mended or moved.
    let parts = |text: &str| tags(text).iter().filter(|tag| !tag.closes).map(|tag| tag.name.clone()).collect::<Vec<_>>();
    let written = std::fs::read_to_string(file).unwrap();
    assert_eq!(parts(&dom), parts(&written));
}

#[test]
fn contrast_is_reckoned_as_wcag_does() {
    assert!((contrast("#ffffff", "#000000") - 21.0).abs() < 1e-9);
    assert!((contrast("#777777", "#ffffff") - 4.48).abs() < 0.01);
}

#[test]
fn a_report_is_a_page_for_everyone() {
    check(&html::record(&of(&Learner::on_shipped()), &ENGLISH));
    check(&html::record(&of(&of_every_kind(6)), &ENGLISH));
    let twice = of_every_kind(6).press("a").answers(2).press("a").answers(9);
    check(&html::record(&of(&twice), &ENGLISH));
}

#[test]
fn a_report_shows_in_pictures_and_words_what_was_seen_in_the_mirror() {
    let learner = screens::mirrored();
    let page = html::record(&record(&loaded(learner.app.course.clone()), &learner.app.progress, None), &ENGLISH);
    check(&page);
    assert!(page.contains("A mirror, not a test"), "{page}");
    assert!(page.contains("<circle class=\"earlier\""), "the earlier look is drawn");
    assert!(page.contains("Planning and vision: strong lean to planning"), "the picture is described");
}
