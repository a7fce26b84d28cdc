//! A text on its way to the editor and back: a file for its owner alone, gone when it is no longer needed.

use std::io::Write;

use tempfile::NamedTempFile;

/// Writes the text into such a file.
pub fn write(text: &str) -> std::io::Result<NamedTempFile> {
    let mut file = tempfile::Builder::new().prefix("contrasts-").suffix(".md").tempfile()?;
    file.write_all(text.as_bytes())?;
    file.flush()?;
    Ok(file)
}

/// What became of it.
pub fn read(file: &NamedTempFile) -> std::io::Result<String> {
    std::fs::read_to_string(file.path())
}
