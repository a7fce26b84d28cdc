//! Tells cargo that the course is part of the program: `include_dir` does not notice a new lesson by itself. And gives the program a number
//! that changes with its sources, so that what one build has worked out and kept is not taken by another that works differently.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

fn main() {
    println!("cargo::rerun-if-changed=lessons");
    println!("cargo::rerun-if-changed=assets/new");
    println!("cargo::rerun-if-changed=src");
    let mut number = DefaultHasher::new();
    add(Path::new("src"), &mut number);
    println!("cargo::rustc-env=CONTRASTS_SOURCES={:016x}", number.finish());
}

/// Adds a folder's files in the order of their names.
fn add(folder: &Path, number: &mut DefaultHasher) {
    let mut paths: Vec<_> = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        path.to_string_lossy().hash(number);
        match path.is_dir() {
            true => add(&path, number),
            false => fs::read(&path).unwrap_or_default().hash(number),
        }
    }
}
