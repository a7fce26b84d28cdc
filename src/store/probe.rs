//! What `contrasts doctor` asks of the disk. Leaves everything as it was.

use std::fs;
use std::path::{Path, PathBuf};

use super::Failure;

/// Whether a file can be made in a folder and takes the bytes that are written. A folder that is not there yet is asked of the nearest
/// one above it, in which it would be made.
pub fn can_be_written(folder: &Path) -> Result<(), Failure> {
    // A link that leads nowhere is there, and nothing can be made in its place.
    let there = folder.ancestors().find(|above| above.symlink_metadata().is_ok()).unwrap_or(folder);
    let trial = || {
        let mut file = tempfile::Builder::new().prefix(".contrasts-trial-").tempfile_in(there)?;
        std::io::Write::write_all(&mut file, &[0; 4096])?;
        file.as_file().sync_all()?;
        file.close()
    };
    trial().map_err(|error| Failure::io(there, &error))
}

/// Whether others on this machine may read a folder.
#[cfg(unix)]
pub fn is_open_to_others(folder: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(folder).is_ok_and(|about| about.permissions().mode() & 0o077 != 0)
}

/// Whether others on this machine may read a folder; elsewhere that is left to the system.
#[cfg(not(unix))]
pub fn is_open_to_others(_folder: &Path) -> bool {
    false
}

/// What lies among the sittings and is none: copies that a sync tool made of a conflict, and files left by a program that was killed.
pub fn strays(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let is_stray = |path: &PathBuf| path.is_file() && path.extension().is_none_or(|extension| extension != "toml");
    let mut strays: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(is_stray).collect();
    strays.sort();
    strays
}

/// How many sittings a folder has.
pub fn count(folder: &Path) -> usize {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.filter(|entry| entry.path().extension().is_some_and(|extension| extension == "toml")).count()
}
