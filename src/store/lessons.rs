//! A course folder into files. Reads only what a course may have, only regular files, and nothing outside the folder: a link or a
//! pipe in someone else's course is left out, and named.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

#[cfg(unix)]
use rustix::fs::{Mode, OFlags};
#[cfg(target_os = "linux")]
use rustix::{fs::ResolveFlags, io::Errno};

use super::{in_words, regular, shown};
use crate::course::problem::Source;
use crate::course::read::{GLOSSARY_FILE, INTERFACE_FILE, LARGEST_FILE, MIRROR_FILE, SOURCES_FILE};
use crate::course::{Content, Files, Problem};

/// The files of a course: `course.toml`, `glossary.md`, `sources.md`, `self-assessment.toml`, and `lesson.md`, `quiz.toml` and
/// `workshop.toml` of each folder. Fails only where the folder itself cannot be read.
///
/// Once so many bytes are read, of each further lesson the head is, and the rest when it is wanted; of a course of very many lessons only
/// heads are read from the first on, unless all of it is wanted (`usize::MAX`).
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
    let mut found = Found::default();
    for file in ["course.toml", INTERFACE_FILE, GLOSSARY_FILE, SOURCES_FILE, MIRROR_FILE] {
        found.take(&top, file);
    }
    for name in links {
        found.problems.push(Source::unreadable(&name.to_string_lossy(), "it is a link, which may lead out of the course"));
    }
    let mut lessons: Vec<&str> = Vec::with_capacity(names.len());
    for name in &names {
        match name.to_str() {
            Some(name) => lessons.push(name),
            None => found.problems.push(Source::unreadable(&name.to_string_lossy(), "its name is not UTF-8")),
        }
    }
    let mut left = if lessons.len() > MANY && at_once < usize::MAX { 0 } else { at_once };
    let mut lessons = lessons.iter();
    while left > 0
        && let Some(name) = lessons.next()
    {
        left = left.saturating_sub(found.lesson(&top, name));
    }
    found.add(heads(&top, lessons.as_slice()));
    Ok((found.files, found.problems))
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

/// What was found in the folder of a course.
#[derive(Default)]
struct Found {
    files: Files,
    problems: Vec<Problem>,
}

impl Found {
    /// One file, if it is there; how many bytes it has.
    fn take(&mut self, top: &Folder, path: &str) -> usize {
        match top.inside(path).and_then(whole) {
            Ok(bytes) => {
                let length = bytes.len();
                self.files.insert(path.to_owned(), bytes.into());
                length
            }
            Err(error) => {
                self.missed(path, &error);
                0
            }
        }
    }

    /// The files of a lesson.
    fn lesson(&mut self, top: &Folder, name: &str) -> usize {
        IN_A_LESSON.iter().map(|file| self.take(top, &format!("{name}/{file}"))).sum()
    }

    /// A file that could not be read; one that is not there is no problem.
    fn missed(&mut self, path: &str, error: &io::Error) {
        if error.kind() != io::ErrorKind::NotFound {
            self.problems.push(Source::unreadable(path, &why(error)));
        }
    }

    fn add(&mut self, mut more: Found) {
        self.files.append(&mut more.files);
        self.problems.append(&mut more.problems);
    }
}

/// What the folder of a lesson may hold, the lesson itself first.
const IN_A_LESSON: [&str; 3] = ["lesson.md", "quiz.toml", "workshop.toml"];

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

/// A course of more lessons is a large one, however small they are: to know their heads takes long enough.
pub const MANY: usize = 2000;

/// A front matter is rarely longer; where it is, the file is read as a whole.
const HEAD: usize = 4096;

/// The heads of lessons. Looking for ten thousand files is work for the system, which does it for two as fast as for one.
fn heads(top: &Arc<Folder>, lessons: &[&str]) -> Found {
    if lessons.len() <= MANY / 2 {
        return heads_of(top, lessons);
    }
    let (first, second) = lessons.split_at(lessons.len() / 2);
    std::thread::scope(|scope| {
        let work = std::thread::Builder::new().name("heads".into()).spawn_scoped(scope, || heads_of(top, second));
        let mut found = heads_of(top, first);
        found.add(match work {
            Ok(work) => work.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
            Err(_) => heads_of(top, second),
        });
        found
    })
}

fn heads_of(top: &Arc<Folder>, lessons: &[&str]) -> Found {
    let mut found = Found::default();
    for name in lessons {
        for file in IN_A_LESSON {
            take_head(top, format!("{name}/{file}"), &mut found);
        }
    }
    found
}

/// The head of a lesson, and of other files that they are there.
fn take_head(top: &Arc<Folder>, path: String, found: &mut Found) {
    let mut head = Vec::new();
    if path.ends_with(".md") {
        let mut bytes = [0; HEAD];
        let count = match top.inside(&path) {
            Ok(file) => read_once(file, &mut bytes),
            Err(error) => return found.missed(&path, &error),
        };
        let bytes = bytes.get(..count).unwrap_or_default();
        match crate::course::read::end_of_head(bytes) {
            Some(end) => head.extend_from_slice(bytes.get(..end).unwrap_or_default()),
            None => {
                found.take(top, &path);
                return;
            }
        }
    } else if !top.has(&path) {
        return;
    }
    let (top, place) = (top.clone(), path.clone());
    found.files.insert(path, Content::later(head, move || rest(&top, &place)));
}

/// One read is enough for a head; after an error the file is read as a whole, and the error is said then.
fn read_once(mut file: File, into: &mut [u8]) -> usize {
    file.read(into).unwrap_or(0)
}

/// A file that was put off. If it is no longer there, or is no text, that is said where its text would stand.
fn rest(top: &Folder, path: &str) -> Vec<u8> {
    let said = match top.inside(path).and_then(whole).map_err(|error| why(&error)) {
        Ok(bytes) if std::str::from_utf8(&bytes).is_ok() => return bytes,
        Ok(_) => "it is not UTF-8 text".to_owned(),
        Err(why) => why,
    };
    match path.ends_with(".md") {
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

    /// A file in it, or in a folder in it, to which no link leads, and which is no pipe that could be waited for.
    fn inside(&self, path: &str) -> io::Result<File> {
        let how = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
        #[cfg(target_os = "linux")]
        match rustix::fs::openat2(&self.0, path, how, Mode::empty(), ResolveFlags::BENEATH | ResolveFlags::NO_SYMLINKS) {
            // An old system does not know it, and a sandbox may not allow what it does not know. A swarm of renames confuses it.
            Err(Errno::NOSYS | Errno::PERM | Errno::AGAIN) => {}
            opened => return regular::only_a_file(opened?.into()),
        }
        let file =
            |folder: &Folder, name: &str| regular::only_a_file(rustix::fs::openat(&folder.0, name, how, Mode::empty())?.into());
        match path.split_once('/') {
            Some((folder, name)) => file(&self.folder(folder)?, name),
            None => file(self, path),
        }
    }

    /// Whether anything of this name is in it. Where a link has come on the way, it is not read later.
    fn has(&self, path: &str) -> bool {
        rustix::fs::statat(&self.0, path, rustix::fs::AtFlags::SYMLINK_NOFOLLOW).is_ok()
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

    fn inside(&self, path: &str) -> io::Result<File> {
        let path = self.0.join(path);
        match fs::symlink_metadata(&path)?.is_file() {
            true => regular::only_a_file(File::open(path)?),
            false => Err(io::Error::other(NOT_A_FILE)),
        }
    }

    fn has(&self, path: &str) -> bool {
        self.0.join(path).symlink_metadata().is_ok()
    }
}
