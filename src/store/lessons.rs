//! A course folder into files. Reads only what a course may have, only regular files, and nothing outside the folder: a link or a
//! pipe in someone else's course is left out, and named.

use std::fs;
use std::io::Read;
use std::path::Path;

use super::{in_words, shown};
use crate::course::problem::Source;
use crate::course::read::{GLOSSARY_FILE, LARGEST_FILE, MIRROR_FILE, SOURCES_FILE};
use crate::course::{Files, Problem};

/// The files of a course: `course.toml`, `glossary.md`, `sources.md`, `self-assessment.toml`, and `lesson.md`, `quiz.toml` and
/// `workshop.toml` of each folder. Fails only where the folder itself cannot be read.
pub fn read(folder: &Path) -> Result<(Files, Vec<Problem>), String> {
    let cannot = |error: &std::io::Error| format!("the course folder {} cannot be read: {}", shown(folder), in_words(error));
    let (mut names, mut links) = (Vec::new(), Vec::new());
    for entry in fs::read_dir(folder).map_err(|error| cannot(&error))? {
        let entry = entry.map_err(|error| cannot(&error))?;
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => names.push(entry.file_name()),
            // A link to a folder may lead anywhere; what it holds is not read.
            Ok(kind) if kind.is_symlink() && entry.path().is_dir() => links.push(entry.file_name()),
            _ => {}
        }
    }
    names.sort();
    let (mut files, mut problems) = (Files::new(), Vec::new());
    for file in ["course.toml", GLOSSARY_FILE, SOURCES_FILE, MIRROR_FILE] {
        take(folder, file, &mut files, &mut problems);
    }
    for name in links {
        problems.push(Source::unreadable(&name.to_string_lossy(), "it is a link, which may lead out of the course"));
    }
    for name in names {
        let Some(name) = name.to_str() else {
            problems.push(Source::unreadable(&name.to_string_lossy(), "its name is not UTF-8"));
            continue;
        };
        for file in ["lesson.md", "quiz.toml", "workshop.toml"] {
            take(folder, &format!("{name}/{file}"), &mut files, &mut problems);
        }
    }
    Ok((files, problems))
}

/// Lays the files of a course down in a folder that holds nothing yet; says why where that cannot be.
pub fn lay_down(folder: &Path, files: &Files) -> Result<(), String> {
    let said = |error: &std::io::Error| in_words(error);
    match fs::read_dir(folder).map(Iterator::count) {
        Ok(1..) => {
            return Err("the folder holds something already; name one that is not there yet".to_owned());
        }
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(said(&error)),
        _ => {}
    }
    for (name, bytes) in files {
        let file = folder.join(name);
        fs::create_dir_all(file.parent().unwrap_or(folder)).map_err(|error| said(&error))?;
        fs::write(&file, bytes).map_err(|error| format!("{name}: {}", said(&error)))?;
    }
    Ok(())
}

/// One file, if it is there.
fn take(folder: &Path, name: &str, files: &mut Files, problems: &mut Vec<Problem>) {
    match read_file(&folder.join(name)) {
        Ok(Some(bytes)) => {
            files.insert(name.to_owned(), bytes.into());
        }
        Ok(None) => {}
        Err(why) => problems.push(Source::unreadable(name, &why)),
    }
}

/// The bytes of a regular file; `None` where there is nothing.
fn read_file(path: &Path) -> Result<Option<Vec<u8>>, String> {
    let about = match fs::symlink_metadata(path) {
        Ok(about) => about,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(in_words(&error)),
    };
    if !about.is_file() {
        return Err("it is not a file of its own but a link, a folder or a device".into());
    }
    let mut bytes = Vec::new();
    let file = fs::File::open(path).map_err(|error| in_words(&error))?;
    // One byte more than is allowed, so that the reader of the course sees that it is too much.
    file.take(LARGEST_FILE as u64 + 1).read_to_end(&mut bytes).map_err(|error| in_words(&error))?;
    Ok(Some(bytes))
}
