//! Any text through the cleaner: what comes out has no control sign, and cleaning it once more changes nothing.
#![no_main]

use contrasts::course::Clean;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for clean in [Clean::words(text), Clean::code(text)] {
        assert!(!clean.as_str().chars().any(char::is_control), "{clean:?}");
    }
    let once = Clean::words(text);
    assert_eq!(Clean::words(once.as_str()), once);
});
