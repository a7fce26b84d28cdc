//! A report as a file, written whole: beside it, and then renamed.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::Failure;

/// Writes a report. What stood there before is replaced, or stays whole where that fails.
pub fn write(file: &Path, text: &str) -> Result<(), Failure> {
    // Whoever names a pipe or a device means to write into it; put a file in its place, and it is gone for everybody.
    if std::fs::metadata(file).is_ok_and(|about| !about.is_file() && !about.is_dir()) {
        let into = || std::fs::OpenOptions::new().write(true).open(file)?.write_all(text.as_bytes());
        return into().map_err(|error| Failure::io(file, &error));
    }
    // A link stays, and what it leads to is replaced.
    let target = file.canonicalize();
    let file = target.as_deref().unwrap_or(file);
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let replace = || beside(folder, text)?.persist(file).map(drop).map_err(|error| error.error);
    replace().map_err(|error| Failure::io(file, &error))
}

/// Writes a report under a name that nothing has yet: `NAME.ENDING`, else `NAME-2.ENDING` and so on. Says which it is.
pub fn write_new(folder: &Path, name: &str, ending: &str, text: &str) -> Result<PathBuf, Failure> {
    let write = || {
        let mut whole = beside(folder, text)?;
        for nth in 1_u32.. {
            let file = match nth {
                1 => folder.join(format!("{name}.{ending}")),
                nth => folder.join(format!("{name}-{nth}.{ending}")),
            };
            whole = match whole.persist_noclobber(&file) {
                Ok(_) => return Ok(file),
                Err(taken) if taken.error.kind() == io::ErrorKind::AlreadyExists => taken.file,
                Err(other) => return Err(other.error),
            };
        }
        Err(io::ErrorKind::AlreadyExists.into())
    };
    write().map_err(|error| Failure::io(folder, &error))
}

/// The same in a folder of the learner's, which is made where it is missing.
pub fn write_own(folder: &Path, name: &str, ending: &str, text: &str) -> Result<PathBuf, Failure> {
    super::sitting::make_folder(folder)?;
    write_new(folder, name, ending, text)
}

/// The text in a file of its own, on disk.
fn beside(folder: &Path, text: &str) -> io::Result<tempfile::NamedTempFile> {
    let mut beside = tempfile::Builder::new().prefix(".report-").tempfile_in(folder)?;
    beside.write_all(text.as_bytes())?;
    beside.as_file().sync_all()?;
    Ok(beside)
}
