//! Reading files and nothing but files. A pipe, a device or a terminal that stands where a file should would hold the program up for ever,
//! or feed it without end; it is refused at once. What was looked at is what is read: there is no moment between in which another thing
//! could be put in its place.

use std::fs::{File, OpenOptions};
use std::io::{self, Read};
use std::path::Path;

/// The text of a file.
pub fn text(path: &Path) -> io::Result<String> {
    let mut file = open(path)?;
    let mut text = String::new();
    file.read_to_string(&mut text)?;
    Ok(text)
}

/// A file, opened without waiting for whoever might be at the other end of it.
fn open(path: &Path) -> io::Result<File> {
    let mut how = OpenOptions::new();
    how.read(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::custom_flags(&mut how, rustix::fs::OFlags::NONBLOCK.bits() as i32);
    only_a_file(how.open(path)?)
}

/// What was opened, if it is a file.
pub fn only_a_file(file: File) -> io::Result<File> {
    let kind = file.metadata()?.file_type();
    match kind.is_file() {
        true => Ok(file),
        false if kind.is_dir() => Err(io::ErrorKind::IsADirectory.into()),
        false => Err(io::Error::other("it is no file but a pipe or a device")),
    }
}
