//! Every visible word of every example of the CommonMark spec is on the page, in order, at three widths; and nothing drives the
//! terminal. What is visible is read from the HTML that the spec itself gives.

use contrasts::page;
use serde_json::Value;

fn examples() -> Vec<Value> {
    let text = std::fs::read_to_string("tests/commonmark/spec.json").unwrap();
    serde_json::from_str(&text).unwrap()
}

/// The words a browser would show: tags and comments fall away, what a picture says stays.
fn visible(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        let tag = &rest[at..];
        let close = match tag {
            tag if tag.starts_with("<!--") && !tag.starts_with("<!-->") && !tag.starts_with("<!--->") => "-->",
            tag if tag.starts_with("<script") => "</script>",
            tag if tag.starts_with("<style") => "</style>",
            tag if tag.starts_with("<![CDATA[") => "]]>",
            tag if tag.starts_with("<?") => "?>",
            _ => ">",
        };
        let Some(end) = end_of_tag(tag, close) else {
            rest = "";
            break;
        };
        if let Some((_, alt)) = tag[..end].split_once("alt=\"").filter(|_| tag.starts_with("<img")) {
            out.push_str(alt.split('"').next().unwrap());
        }
        let is_inline =
            ["<em", "</em", "<strong", "</strong", "<code", "</code", "<a", "</a"].iter().any(|name| tag.starts_with(name));
        out.push_str(if is_inline { "" } else { " " });
        rest = &tag[end..];
    }
    out.push_str(rest);
    out.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// A tag ends at its `>`, but not at one within quotes.
fn end_of_tag(tag: &str, close: &str) -> Option<usize> {
    if close != ">" {
        return tag.find(close).map(|at| at + close.len());
    }
    let mut quote = None;
    for (at, c) in tag.char_indices() {
        match (c, quote) {
            ('"' | '\'', None) => quote = Some(c),
            (c, Some(open)) if c == open => quote = None,
            ('>', None) => return Some(at + 1),
            _ => {}
        }
    }
    tag.find('>').map(|at| at + 1)
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[test]
fn every_visible_word_is_on_the_page_in_order() {
    let mut lost = Vec::new();
    for example in examples() {
        let number = example["number"].as_u64().unwrap();
        let (markdown, html) = (example["markdown"].as_str().unwrap(), example["html"].as_str().unwrap());
        for width in [20, 40, 80] {
            let page: Vec<page::Row> = page::markdown(markdown, width).flatten().collect();
            let rows: Vec<String> = page.iter().map(page::Row::text).collect();
            assert!(!rows.concat().chars().any(char::is_control), "{number} at {width} has a control");
            assert!(page.iter().all(|row| row.width() <= width), "{number} has a row wider than {width}");
            let found = letters(&rows.concat());
            let mut from = 0;
            for word in visible(html).split_whitespace().map(letters) {
                match found[from..].find(&word) {
                    Some(at) => from += at + word.len(),
                    None => lost.push((number, width, word, markdown.to_owned())),
                }
            }
        }
    }
    let shown: Vec<String> =
        lost.iter().map(|(number, width, word, markdown)| format!("{number} at {width}: {word} of {markdown:?}")).collect();
    assert!(lost.is_empty(), "{} words are lost:\n{}", lost.len(), shown.join("\n"));
}

/// Long texts are parsed in pieces. That changes nothing: neither for an example cut into the smallest pieces, nor for many laid
/// together, whose link definitions and footnotes count in all of them.
#[test]
fn pieces_and_whole_are_the_same_blocks() {
    use contrasts::course::markdown::{in_one, in_pieces};
    let examples: Vec<String> = examples().iter().map(|example| example["markdown"].as_str().unwrap().to_owned()).collect();
    for (nth, text) in examples.iter().enumerate() {
        for size in [1, 9, 40] {
            assert_eq!(in_pieces(text, 7, size), in_one(text, 7), "example {} in pieces of {size}: {text:?}", nth + 1);
        }
    }
    let mut chance = 7u64;
    let mut any = |below: usize| {
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (chance >> 33) as usize % below
    };
    for _ in 0..300 {
        let parts: Vec<&str> = (0..12).map(|_| examples[any(examples.len())].as_str()).collect();
        let text = parts.join(["\n", "\n\n", "[^1]\n\n[^1]: note\n\n"][any(3)]);
        let size = 1 + any(text.len());
        assert_eq!(in_pieces(&text, 0, size), in_one(&text, 0), "in pieces of {size}: {text:?}");
    }
}

#[test]
fn no_part_of_an_example_stops_the_page() {
    for example in examples() {
        let markdown = example["markdown"].as_str().unwrap();
        for (end, _) in markdown.char_indices() {
            page::markdown(&markdown[..end], 20).for_each(drop);
        }
    }
}

/// Shapes that are slow or deep in some reader of Markdown. They are laid out on a small stack; the time they take is measured by hand,
/// because a test must not depend on the machine.
#[test]
fn no_shape_overflows_the_stack() {
    let shapes = [
        "> ".repeat(100_000) + "x",
        (0..2000).map(|depth| "  ".repeat(depth) + "- a\n").collect(),
        "*".repeat(50_000) + "a" + &"*".repeat(50_000),
        "*a **b ".repeat(20_000),
        "[".repeat(50_000) + "a" + &"]".repeat(50_000),
        "![a](".repeat(20_000),
        (0..10_000).map(|n| format!("[^{n}]: x[^{}]\n\n", n + 1)).collect(),
        "x".repeat(2_000_000),
        "a\n".repeat(100_000),
        "<div>".repeat(50_000),
        "<!--".repeat(50_000) + "x",
        "# a\n".repeat(20_000),
        "|a".repeat(2000) + "|\n" + &"|-".repeat(2000) + "|\n" + &"|\n".repeat(100),
    ];
    let work = move || shapes.iter().map(|shape| page::markdown(shape, 80).flatten().count()).collect::<Vec<_>>();
    let worker = std::thread::Builder::new().stack_size(512 * 1024).spawn(work).unwrap();
    let rows = worker.join().unwrap();
    // Two of them are tags without a word.
    assert_eq!(rows.iter().filter(|rows| **rows == 0).count(), 2, "{rows:?}");
}
