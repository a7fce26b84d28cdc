//! Any text as Markdown, at three widths: no panic, no control sign, no row wider than asked but by a single sign.
#![no_main]

use contrasts::page;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for width in [1, 20, 80] {
        for row in page::markdown(text, width).flatten() {
            let words = row.text();
            assert!(!words.chars().any(char::is_control), "{words:?}");
            assert!(row.width() <= width || words.trim().chars().count() <= 12, "{width}: {words:?}");
        }
    }
});
