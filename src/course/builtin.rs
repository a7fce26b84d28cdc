//! What is compiled into the program: the course under `lessons/`, and the one to start from under `assets/new/`.

use std::borrow::Cow;

use include_dir::{Dir, include_dir};

use super::Files;

static LESSONS: Dir = include_dir!("$CARGO_MANIFEST_DIR/lessons");

/// A course to start from, which `contrasts new` lays down.
static TEMPLATE: Dir = include_dir!("$CARGO_MANIFEST_DIR/assets/new");

/// Its files.
pub fn files() -> Files {
    files_of(&LESSONS)
}

/// The files of the course to start from.
pub fn template() -> Files {
    files_of(&TEMPLATE)
}

fn files_of(folder: &'static Dir) -> Files {
    let mut files = Files::new();
    let mut folders = vec![folder];
    while let Some(folder) = folders.pop() {
        folders.extend(folder.dirs());
        for file in folder.files() {
            let path = file.path().to_string_lossy().replace('\\', "/");
            files.insert(path, Cow::Borrowed(file.contents()).into());
        }
    }
    files
}
