//! The course that is compiled into the program: every file under `lessons/`.

use std::borrow::Cow;

use include_dir::{Dir, include_dir};

use super::Files;

static LESSONS: Dir = include_dir!("$CARGO_MANIFEST_DIR/lessons");

/// Its files.
pub fn files() -> Files {
    let mut files = Files::new();
    let mut folders = vec![&LESSONS];
    while let Some(folder) = folders.pop() {
        folders.extend(folder.dirs());
        for file in folder.files() {
            let path = file.path().to_string_lossy().replace('\\', "/");
            files.insert(path, Cow::Borrowed(file.contents()));
        }
    }
    files
}
