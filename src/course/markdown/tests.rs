//! What an author may rely on: every construct becomes its block, and nothing brings the reader down.

use super::*;

/// Blocks in a short notation: `P(words)`, `H2#slug(words)`, `Q[…]`, and so on.
fn sketch(blocks: &[Block]) -> String {
    blocks.iter().map(|block| sketch_one(&block.kind)).collect::<Vec<_>>().join(" ")
}

fn sketch_one(kind: &BlockKind) -> String {
    let words = |inlines: &[Inline]| inlines.iter().map(sketch_inline).collect::<String>();
    match kind {
        BlockKind::Heading { level, text, slug } => format!("H{level}#{slug}({})", words(text)),
        BlockKind::Paragraph(text) => format!("P({})", words(text)),
        BlockKind::Code(lines) => format!("C({})", lines.iter().map(Clean::as_str).collect::<Vec<_>>().join("|")),
        BlockKind::Quote(blocks) => format!("Q[{}]", sketch(blocks)),
        BlockKind::Boxed { label, title, blocks } => {
            format!("{}({})[{}]", label.word(&crate::words::ENGLISH), words(title), sketch(blocks))
        }
        BlockKind::List { first, tight, items } => {
            let tick = |item: &Item| item.ticked.map_or("", |done| if done { "x:" } else { "o:" });
            let items = items.iter().map(|item| format!("{}{}", tick(item), sketch(&item.blocks)));
            format!(
                "L{}{}[{}]",
                first.map_or(String::new(), |n| n.to_string()),
                if *tight { "" } else { "~" },
                items.collect::<Vec<_>>().join(" / ")
            )
        }
        BlockKind::Table(table) => {
            let row = |cells: &[Vec<Inline>]| cells.iter().map(|c| words(c)).collect::<Vec<_>>().join("|");
            let rows = table.rows.iter().map(|cells| row(cells)).collect::<Vec<_>>();
            format!("T({})({})", row(&table.head), rows.join(")("))
        }
        BlockKind::Card(pairs) => {
            format!("Card({})", pairs.iter().map(|(m, l)| format!("{}|{}", words(m), words(l))).collect::<Vec<_>>().join(" / "))
        }
        BlockKind::Definitions(entries) => {
            let entry = |(term, meanings): &(Vec<Inline>, Vec<Vec<Block>>)| {
                format!("{}: {}", words(term), meanings.iter().map(|m| sketch(m)).collect::<Vec<_>>().join("; "))
            };
            format!("D({})", entries.iter().map(entry).collect::<Vec<_>>().join(" / "))
        }
        BlockKind::Footnote { number, blocks } => format!("F{number}[{}]", sketch(blocks)),
        BlockKind::Picture { alt, .. } => format!("Pic({alt})"),
        BlockKind::Rule => "R".into(),
        BlockKind::Check(id) => format!("Check({id})"),
    }
}

fn sketch_inline(inline: &Inline) -> String {
    let Inline::Span { text, look, link } = inline else { return "⏎".into() };
    let mark = |on: bool, sign: &'static str| if on { sign } else { "" };
    let signs = [mark(look.emphasis, "*"), mark(look.strong, "**"), mark(look.code, "`")].concat();
    let link = link.as_ref().map_or(String::new(), |target| format!("→{target}"));
    format!("{signs}{text}{signs}{link}")
}

#[track_caller]
fn check(markdown: &str, expected: &str) {
    assert_eq!(sketch(&lesson(markdown, 0)), expected);
}

#[test]
fn every_construct_becomes_its_block() {
    check("One\ntwo.", "P(One two.)");
    check("a *b* **c** `d` ~~e~~", "P(a *b* **c** `d` ~~e~~)");
    check("a<br>b<BR/>c", "P(a⏎b⏎c)");
    check("a  \nb", "P(a⏎b)");
    check("# A b\n\n## A b", "H1#a-b(A b) H2#a-b-1(A b)");
    check("[x](y#z)", "P(x→y#z)");
    check("- a\n- b", "L[P(a) / P(b)]");
    check("3. a\n\n4. b", "L3~[P(a) / P(b)]");
    check("- a\n  - b\n  - c", "L[P(a) L[P(b) / P(c)]]");
    check("- [x] a\n- [ ] b", "L[x:P(a) / o:P(b)]");
    check("> a\n>\n> b", "Q[P(a) P(b)]");
    check("> [!NOTE]\n> a", "NOTE()[P(a)]");
    check("```\na\tb\n\nc\n```", "C(a   b||c)");
    check("| a | b |\n|---|--:|\n| c | d |", "T(a|b)(c|d)");
    check("term\n: meaning", "D(term: P(meaning))");
    check("---", "R");
    check("![alt](a.png)", "Pic(alt)");
    check("see ![alt](a.png) here", "P(see alt here)");
}

#[test]
fn the_courses_own_constructs() {
    check("> [!CASE] USS Santa Fe, *1999*\n> David.\n>\n> More.", "CASE(USS Santa Fe, *1999*)[P(David.) P(More.)]");
    check("> [!KEY]\n> One sentence.", "KEY()[P(One sentence.)]");
    check("> [!key] Small.", "KEY(Small.)[]");
    check("> [!CASE] Title\\\n> more", "CASE(Title)[P(more)]");
    check("a <!-- check: pv-02 --> b", "P(a  b) Check(pv-02)");
    check("> [!NOVEL] x", "Q[P([!NOVEL] x)]");
    check("| Management | Leadership |\n|---|---|\n| a | b |\n| c | d |", "Card(a|b / c|d)");
    check("a\n\n<!-- check: pv-01 -->\n\nb", "P(a) Check(pv-01) P(b)");
    check("a\n\n<!-- note: louder -->\n\nb <!-- unseen --> c", "P(a) P(b  c)");
}

#[test]
fn footnotes_are_numbered_by_their_first_mention() {
    check("x[^b] y[^a] z[^b]\n\n[^a]: A.\n[^b]: B.", "P(x¹→#^1 y²→#^2 z¹→#^1) F2[P(A.)] F1[P(B.)]");
}

#[test]
fn text_of_html_is_kept_and_its_tags_are_not() {
    check("a <b>bold</b> c", "P(a bold c)");
    check("<div>\ninside\n</div>", "P(inside)");
    check("<div>5 < 6 and 7 > 3</div>", "P(5 < 6 and 7 > 3)");
}

#[test]
fn a_character_reference_cannot_smuggle_an_escape() {
    check("a&#27;[31mb &#x9b;c", "P(a[31mb c)");
    check("`a\u{1b}b`", "P(`a␛b`)");
    check("[x](http://a/&#27;b)", "P(x→http://a/b)");
}

#[test]
fn a_hundred_thousand_levels_do_not_overflow() {
    let deep = format!("{}x", "> ".repeat(100_000));
    let worker = std::thread::Builder::new().stack_size(512 * 1024).spawn(move || {
        let blocks = lesson(&deep, 0);
        sketch(&blocks).len()
    });
    assert!(worker.unwrap().join().unwrap() > DEEPEST);
}

#[test]
fn a_short_text_is_the_same_with_and_without_the_parser() {
    for text in ["Plain words, with a comma.", "“Quoted,” he said – twice…", "*stressed*", "1. a list", "a & b", "x"] {
        let (quick, whole) = (short(text), lesson(text, 0));
        assert_eq!(sketch(&quick), sketch(&whole), "{text}");
    }
}

#[test]
fn no_prefix_of_a_lesson_panics() {
    let text = "# T\n\n> [!CASE] A\n> b[^n]\n\n| Management | Leadership |\n|---|---|\n| é | `x` |\n\n- [x] a\n  1. b\n\n```\nc\n```\n\n[^n]: N\n";
    for (end, _) in text.char_indices() {
        lesson(&text[..end], 0);
    }
}
