//! Every visible word of every example of the CommonMark spec, and of what GitHub and the parser add to it, is on the page, in order, at
//! three widths; and nothing drives the terminal. What is visible is read from the HTML that the examples themselves give.

use contrasts::course::markdown;
use contrasts::page;
use serde_json::Value;

/// A text and what a browser is to be given of it.
struct Example {
    /// Its file and its number there.
    name: String,
    markdown: String,
    html: String,
}

fn examples() -> Vec<Example> {
    let of_file = |file: &str| {
        let text = std::fs::read_to_string(format!("tests/commonmark/{file}.json")).unwrap();
        let values: Vec<Value> = serde_json::from_str(&text).unwrap();
        let said = |value: &Value| value.as_str().unwrap().to_owned();
        let example = |value: &Value| Example {
            name: format!("{file} {}", value["number"]),
            markdown: said(&value["markdown"]),
            html: said(&value["html"]),
        };
        values.iter().map(example).collect::<Vec<_>>()
    };
    ["spec", "gfm"].into_iter().flat_map(of_file).collect()
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

/// What words are compared by; the number of a footnote is raised on the page.
fn letters(text: &str) -> String {
    let lowered = |c| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().zip('0'..).find(|(raised, _)| *raised == c).map_or(c, |(_, digit)| digit);
    text.chars().filter(|c| c.is_alphanumeric()).map(lowered).collect()
}

/// Words that are not where the HTML has them, and why.
const OTHERWISE: [(&str, &[&str], &str); 3] = [
    ("gfm 26", &["title", "style", "xmp", "XMP"], "every tag falls away, not only the harmless ones"),
    ("gfm 35", &["x8664unknownlinuxmusl"], "too wide for columns: each cell stands under its head, before the next head"),
    ("gfm 43", &["xyz"], "too wide for columns: each cell stands under its head, before the next head"),
];

#[test]
fn every_visible_word_is_on_the_page_in_order() {
    let mut lost = Vec::new();
    for Example { name, markdown, html } in examples() {
        for width in [20, 40, 80] {
            let page: Vec<page::Row> = page::markdown(&markdown, width).flatten().collect();
            let rows: Vec<String> = page.iter().map(page::Row::text).collect();
            assert!(!rows.concat().chars().any(char::is_control), "{name} at {width} has a control");
            assert!(page.iter().all(|row| row.width() <= width), "{name} has a row wider than {width}");
            let found = letters(&rows.concat());
            let mut from = 0;
            for word in visible(&html).split_whitespace().map(letters) {
                let is_otherwise = OTHERWISE.iter().any(|(of, words, _)| *of == name && words.contains(&word.as_str()));
                match found[from..].find(&word) {
                    Some(at) => from += at + word.len(),
                    None if is_otherwise => {}
                    None => lost.push(format!("{name} at {width}: {word} of {markdown:?}")),
                }
            }
        }
    }
    assert!(lost.is_empty(), "{} words are lost:\n{}", lost.len(), lost.join("\n"));
}

#[track_caller]
fn check_pieces(text: &str, size: usize) {
    assert_eq!(markdown::in_pieces(text, 7, size), markdown::in_one(text, 7), "in pieces of {size}: {text:?}");
}

/// Long texts are parsed in pieces. That changes nothing: neither for an example cut into the smallest pieces, nor for many laid
/// together, whose link definitions and footnotes count in all of them.
#[test]
fn pieces_and_whole_are_the_same_blocks() {
    let examples = examples();
    for Example { markdown, .. } in &examples {
        for size in [1, 9, 40] {
            check_pieces(markdown, size);
        }
    }
    let mut chance = 7u64;
    let mut any = |below: usize| {
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (chance >> 33) as usize % below
    };
    for _ in 0..300 {
        let parts: Vec<&str> = (0..12).map(|_| examples[any(examples.len())].markdown.as_str()).collect();
        let text = parts.join(["\n", "\n\n", "[^1]\n\n[^1]: note\n\n"][any(3)]);
        check_pieces(&text, 1 + any(text.len()));
    }
}

#[test]
fn what_reads_otherwise_alone_is_not_cut_off() {
    let texts = [
        "one\n: first\n\ntwo\n: second\n\nthree\n",
        "[^a]: first\n\n    [^b]: second\n\ntext[^b]\n",
        "[^a]: [^b]: second\n\ntext[^b]\n",
        "[^a]: note\n\n[^a\n]: target\n\ntext[^a\n]\n",
    ];
    for text in texts {
        (1..text.len()).for_each(|size| check_pieces(text, size));
    }
}

#[test]
fn no_part_of_an_example_stops_the_page() {
    for Example { markdown, .. } in examples() {
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
