//! The learner's editor: `$VISUAL`, or else `$EDITOR`, or else what every system has.

use std::path::Path;
use std::process::Command;

use crate::store::{draft, in_words, shown};

#[cfg(unix)]
const LAST_RESORT: &str = "vi";
#[cfg(not(unix))]
const LAST_RESORT: &str = "notepad";

/// Opens a file at a line and waits until the editor is left. Fails where it could not be started; how it ended is its own affair.
pub fn edit(file: &Path, line: usize) -> Result<(), String> {
    let set = |name| std::env::var(name).ok().filter(|value| !value.trim().is_empty());
    let editor = set("VISUAL").or_else(|| set("EDITOR")).unwrap_or_else(|| LAST_RESORT.to_owned());
    let mut words = editor.split_whitespace();
    let Some(program) = words.next() else { return Err("no editor is named in VISUAL or EDITOR".to_owned()) };
    let mut command = Command::new(program);
    command.args(words).args(arguments(program, file, line));
    let failed = |error: std::io::Error| {
        format!("the editor {} could not be started: {}; name one in EDITOR", shown(Path::new(program)), in_words(&error))
    };
    command.status().map(drop).map_err(failed)
}

/// Lets a text be written in the editor, and answers what became of it.
pub fn compose(text: &str) -> Result<String, String> {
    let failed = |error: std::io::Error| format!("the text could not be handed to the editor: {}", in_words(&error));
    let file = draft::write(text).map_err(failed)?;
    edit(file.path(), 1)?;
    draft::read(&file).map_err(failed)
}

/// How an editor is told the line; one that is not known gets the file alone.
fn arguments(program: &str, file: &Path, line: usize) -> Vec<std::ffi::OsString> {
    const PLUS: [&str; 12] = ["vi", "vim", "nvim", "view", "nano", "pico", "emacs", "emacsclient", "micro", "kak", "joe", "mg"];
    let name = Path::new(program).file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let with_line = || {
        let mut place = file.as_os_str().to_owned();
        place.push(format!(":{line}"));
        place
    };
    match name.as_str() {
        name if PLUS.contains(&name) => vec![format!("+{line}").into(), file.into()],
        "code" | "codium" => vec!["--wait".into(), "--goto".into(), with_line()],
        "hx" | "helix" | "zed" | "subl" => vec![with_line()],
        _ => vec![file.into()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(program: &str, expected: &[&str]) {
        assert_eq!(arguments(program, Path::new("a b.md"), 7), expected);
    }

    #[test]
    fn an_editor_is_told_the_line_in_its_own_way() {
        check("/usr/bin/nvim", &["+7", "a b.md"]);
        check("code", &["--wait", "--goto", "a b.md:7"]);
        check("hx", &["a b.md:7"]);
        check("something", &["a b.md"]);
    }
}
