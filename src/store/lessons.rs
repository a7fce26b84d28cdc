//! A course folder into files. Reads only what a course may have, only regular files, and nothing outside the folder: a link or a
//! pipe in someone else's course is left out, and named.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

#[cfg(unix)]
use rustix::fs::{Mode, OFlags};

use super::{in_words, regular, shown};
use crate::course::problem::Source;
use crate::course::read::{GLOSSARY_FILE, INTERFACE_FILE, LARGEST_FILE, MIRROR_FILE, SOURCES_FILE};
use crate::course::{Content, Files, Problem};

/// The files of a course: `course.toml`, `glossary.md`, `sources.md`, `self-assessment.toml`, and `lesson.md`, `quiz.toml` and
/// `workshop.toml` of each folder. Fails only where the folder itself cannot be read.
///
/// Once so many bytes are read, of each further lesson the head is, and the rest when it is wanted.
pub fn read(folder: &Path, at_once: usize) -> Result<(Files, Vec<Problem>), String> {
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
    let top = Arc::new(Folder::open(folder).map_err(|error| cannot(&error))?);
    let (mut files, mut problems) = (Files::new(), Vec::new());
    let mut left = at_once;
    for file in ["course.toml", INTERFACE_FILE, GLOSSARY_FILE, SOURCES_FILE, MIRROR_FILE] {
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
            let path = format!("{name}/{file}");
            if left > 0 {
                take(&folder, &path, file, &mut files, &mut problems);
                left = left.saturating_sub(files.get(&path).map_or(0, |content| content.len()));
            } else {
                take_head(&top, &folder, &path, &mut files, &mut problems);
            }
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
        fs::write(&file, &**bytes).map_err(|error| format!("{name}: {}", said(&error)))?;
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
    match whole(file) {
        Ok(bytes) => drop(files.insert(path.to_owned(), bytes.into())),
        Err(error) => problems.push(Source::unreadable(path, &why(&error))),
    }
}

/// The bytes of a file. One more than is allowed, so that the reader of the course sees that it is too much.
fn whole(file: File) -> io::Result<Vec<u8>> {
    let most = LARGEST_FILE as u64 + 1;
    // With room for the end as well, a file is one read and one that finds nothing more.
    let mut bytes = Vec::with_capacity(file.metadata()?.len().min(most) as usize + 1);
    file.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Courses up to this size are read as a whole, and everything wrong in them is known at the start.
pub const AT_ONCE: usize = 16_000_000;

/// A front matter is rarely longer; where it is, the file is read as a whole.
const HEAD: usize = 4096;

/// The head of a lesson, and of other files that they are there.
fn take_head(top: &Arc<Folder>, folder: &Folder, path: &str, files: &mut Files, problems: &mut Vec<Problem>) {
    let name = path.rsplit('/').next().unwrap_or(path);
    let mut head = Vec::new();
    if name == "lesson.md" {
        let file = match folder.file(name) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return,
            Err(error) => return problems.push(Source::unreadable(path, &why(&error))),
        };
        head.resize(HEAD, 0);
        let count = read_once(file, &mut head);
        head.truncate(count);
        match crate::course::read::end_of_head(&head) {
            Some(end) => head.truncate(end),
            None => return take(folder, path, name, files, problems),
        }
    } else if !folder.has(name) {
        return;
    }
    let (top, place) = (top.clone(), path.to_owned());
    files.insert(path.to_owned(), Content::later(head, move || rest(&top, &place)));
}

/// One read is enough for a head; after an error the file is read as a whole, and the error is said then.
fn read_once(mut file: File, into: &mut [u8]) -> usize {
    file.read(into).unwrap_or(0)
}

/// A file that was put off. If it is no longer there, or is no text, that is said where its text would stand.
fn rest(top: &Folder, path: &str) -> Vec<u8> {
    let (folder, name) = path.split_once('/').unwrap_or(("", path));
    let read = top.folder(folder).and_then(|folder| folder.file(name)).and_then(whole);
    let said = match read.map_err(|error| why(&error)) {
        Ok(bytes) if std::str::from_utf8(&bytes).is_ok() => return bytes,
        Ok(_) => "it is not UTF-8 text".to_owned(),
        Err(why) => why,
    };
    match name.ends_with(".md") {
        true => format!("+++\n+++\n> [!NOTE] This lesson cannot be read\n> {}: {said}\n", shown(Path::new(path))).into_bytes(),
        false => Vec::new(),
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

    /// Whether anything of this name is in it.
    fn has(&self, name: &str) -> bool {
        rustix::fs::statat(&self.0, name, rustix::fs::AtFlags::SYMLINK_NOFOLLOW).is_ok()
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

    fn has(&self, name: &str) -> bool {
        self.0.join(name).symlink_metadata().is_ok()
    }
}
