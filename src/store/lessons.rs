//! A course folder into files. Reads only what a course may have, only regular files, and nothing outside the folder: a link or a
//! pipe in someone else's course is left out, and named.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

#[cfg(unix)]
use rustix::fs::{Mode, OFlags};

use super::{in_words, regular, shown};
use crate::course::problem::Source;
use crate::course::read::{GLOSSARY_FILE, LARGEST_FILE, MIRROR_FILE, SOURCES_FILE};
use crate::course::{Files, Problem};

/// The files of a course: `course.toml`, `glossary.md`, `sources.md`, `self-assessment.toml`, and `lesson.md`, `quiz.toml` and
/// `workshop.toml` of each folder. Fails only where the folder itself cannot be read.
pub fn read(folder: &Path) -> Result<(Files, Vec<Problem>), String> {
    let cannot = |error: &io::Error| format!("the course folder {} cannot be read: {}", shown(folder), in_words(error));
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
    let top = Folder::open(folder).map_err(|error| cannot(&error))?;
    let (mut files, mut problems) = (Files::new(), Vec::new());
    for file in ["course.toml", GLOSSARY_FILE, SOURCES_FILE, MIRROR_FILE] {
        take(&top, file, file, &mut files, &mut problems);
    }
    for name in links {
        problems.push(Source::unreadable(&name.to_string_lossy(), "it is a link, which may lead out of the course"));
    }
    for name in names {
        let Some(name) = name.to_str() else {
            problems.push(Source::unreadable(&name.to_string_lossy(), "its name is not UTF-8"));
            continue;
        };
        let folder = match top.folder(name) {
            Ok(folder) => folder,
            Err(error) => {
                problems.push(Source::unreadable(name, &why(&error)));
                continue;
            }
        };
        for file in ["lesson.md", "quiz.toml", "workshop.toml"] {
            take(&folder, &format!("{name}/{file}"), file, &mut files, &mut problems);
        }
    }
    Ok((files, problems))
}

/// Lays the files of a course down in a folder that holds nothing yet; says why where that cannot be.
pub fn lay_down(folder: &Path, files: &Files) -> Result<(), String> {
    let said = |error: &io::Error| in_words(error);
    match fs::read_dir(folder).map(Iterator::count) {
        Ok(1..) => {
            return Err("the folder holds something already; name one that is not there yet".to_owned());
        }
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(said(&error)),
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
fn take(folder: &Folder, path: &str, name: &str, files: &mut Files, problems: &mut Vec<Problem>) {
    let file = match folder.file(name) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return,
        Err(error) => return problems.push(Source::unreadable(path, &why(&error))),
    };
    let mut bytes = Vec::new();
    // One byte more than is allowed, so that the reader of the course sees that it is too much.
    match file.take(LARGEST_FILE as u64 + 1).read_to_end(&mut bytes) {
        Ok(_) => drop(files.insert(path.to_owned(), bytes.into())),
        Err(error) => problems.push(Source::unreadable(path, &why(&error))),
    }
}

/// Where a link stands the system says that it went round in circles, or that there is no folder.
fn why(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::Other | io::ErrorKind::IsADirectory | io::ErrorKind::NotADirectory => NOT_A_FILE.to_owned(),
        #[cfg(unix)]
        _ if error.raw_os_error() == Some(rustix::io::Errno::LOOP.raw_os_error()) => NOT_A_FILE.to_owned(),
        // A socket cannot even be opened.
        #[cfg(unix)]
        _ if error.raw_os_error() == Some(rustix::io::Errno::NXIO.raw_os_error()) => NOT_A_FILE.to_owned(),
        _ => in_words(error),
    }
}

const NOT_A_FILE: &str = "it is not a file of its own but a link, a folder or a device";

/// A folder that is held open. What is read is looked for in it and not by a path from the root, so that nobody can lead the program
/// out of it, not even by putting a link in the place of a folder in the middle of the reading.
#[cfg(unix)]
struct Folder(std::os::fd::OwnedFd);

#[cfg(unix)]
impl Folder {
    /// The folder that someone named; it may be reached by links.
    fn open(path: &Path) -> io::Result<Folder> {
        let how = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
        Ok(Folder(rustix::fs::open(path, how, Mode::empty())?))
    }

    /// A folder in it that is no link.
    fn folder(&self, name: &str) -> io::Result<Folder> {
        let how = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        Ok(Folder(rustix::fs::openat(&self.0, name, how, Mode::empty())?))
    }

    /// A file in it that is no link, and no pipe that could be waited for.
    fn file(&self, name: &str) -> io::Result<File> {
        let how = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
        regular::only_a_file(rustix::fs::openat(&self.0, name, how, Mode::empty())?.into())
    }
}

/// Elsewhere a folder is its path.
#[cfg(not(unix))]
struct Folder(std::path::PathBuf);

#[cfg(not(unix))]
impl Folder {
    fn open(path: &Path) -> io::Result<Folder> {
        Ok(Folder(path.to_owned()))
    }

    fn folder(&self, name: &str) -> io::Result<Folder> {
        Ok(Folder(self.0.join(name)))
    }

    fn file(&self, name: &str) -> io::Result<File> {
        let path = self.0.join(name);
        match fs::symlink_metadata(&path)?.is_file() {
            true => regular::only_a_file(File::open(path)?),
            false => Err(io::Error::other(NOT_A_FILE)),
        }
    }
}
