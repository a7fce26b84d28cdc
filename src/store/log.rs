//! `--log FILE`: what the program did, for a report of a bug. What someone answered, wrote or is called does not go into it; paths do, so
//! whoever hands it on should look at them.
//!
//! The program has one log, as it has one stderr: what writes into it is the thread that draws, the one that saves, and a panic anywhere.

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::sync::{Mutex, OnceLock};
use std::time::Instant;

use super::{Failure, clock};

static LOG: OnceLock<(Instant, Mutex<File>)> = OnceLock::new();

/// Begins the log, behind what stands in the file already.
pub fn open(file: &Path) -> Result<(), Failure> {
    let mut options = OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let opened = options.open(file).map_err(|error| Failure::io(file, &error))?;
    if LOG.set((Instant::now(), Mutex::new(opened))).is_ok() {
        let set = |name| std::env::var(name).unwrap_or_else(|_| "not set".to_owned());
        let (system, machine) = (std::env::consts::OS, std::env::consts::ARCH);
        note(&format!("contrasts {} on {system} {machine}, {}", env!("CARGO_PKG_VERSION"), clock::written(clock::now())));
        for name in ["TERM", "COLORTERM", "NO_COLOR", "LANG", "LC_ALL"] {
            note(&format!("{name} is {}", set(name)));
        }
    }
    Ok(())
}

/// A line with the seconds since the start; none where no log was asked for. One that cannot be written is lost: the log must not stand in
/// the way of what it tells of.
pub fn note(words: &str) {
    let Some((start, file)) = LOG.get() else { return };
    let line: String = words.chars().map(|c| if c.is_control() { '·' } else { c }).collect();
    let line = format!("{:9.3} {line}\n", start.elapsed().as_secs_f64());
    if let Ok(mut file) = file.lock() {
        let _ = file.write_all(line.as_bytes());
    }
}
