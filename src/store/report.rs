//! A report as a file, written whole: beside it, and then renamed over it.

use std::io::Write;
use std::path::Path;

use super::Failure;

/// Writes a report. What stood there before is replaced, or stays whole where that fails.
pub fn write(file: &Path, text: &str) -> Result<(), Failure> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let replace = || {
        let mut beside = tempfile::Builder::new().prefix(".report-").tempfile_in(folder)?;
        beside.write_all(text.as_bytes())?;
        beside.as_file().sync_all()?;
        beside.persist(file).map(drop).map_err(|error| error.error)
    };
    replace().map_err(|error| Failure::io(file, &error))
}
