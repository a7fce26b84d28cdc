//! The door between shared screen and console: a port of this machine and a word that only the owner of the files can read. The file
//! lies beside the journal and goes when the session ends; where a program was killed, it is left, and nobody answers behind it.

use std::fs;
use std::hash::{BuildHasher, Hasher};
use std::path::{Path, PathBuf};

use super::Failure;
use super::sitting::replace;

/// Where the shared screen listens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Door {
    /// On 127.0.0.1.
    pub port: u16,
    /// What whoever enters has to say first.
    pub word: String,
    /// The journal of the session.
    pub journal: PathBuf,
}

const ENDING: &str = "door";

impl Door {
    /// A door at a port, for the session of a journal.
    pub fn new(port: u16, journal: &Path) -> Door {
        Door { port, word: word(), journal: journal.to_owned() }
    }

    fn file(&self) -> PathBuf {
        self.journal.with_extension(ENDING)
    }

    /// Writes it down, for the owner's eyes alone.
    pub fn put_up(&self) -> Result<(), Failure> {
        let folder = self.journal.parent().map(Path::to_owned).unwrap_or_default();
        let text = format!("{} {}\n", self.port, self.word);
        replace(&folder, &self.file(), text.as_bytes()).map_err(|error| Failure::io(&self.file(), &error))
    }

    /// Takes it away. One that stays leads nowhere.
    pub fn take_down(&self) {
        let _ = fs::remove_file(self.file());
    }

    /// The doors in a folder, the latest first.
    pub fn all(folder: &Path) -> Vec<Door> {
        let mut found: Vec<(std::time::SystemTime, Door)> = fs::read_dir(folder)
            .into_iter()
            .flatten()
            .flatten()
            .filter_map(|entry| {
                let path = entry.path();
                let is_door = path.extension().is_some_and(|extension| extension == ENDING);
                let text = fs::read_to_string(&path).ok().filter(|_| is_door)?;
                let (port, word) = text.trim().split_once(' ')?;
                let door = Door { port: port.parse().ok()?, word: word.to_owned(), journal: path.with_extension("toml") };
                Some((entry.metadata().ok()?.modified().ok()?, door))
            })
            .collect();
        found.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
        found.into_iter().map(|(_, door)| door).collect()
    }
}

/// A word that cannot be guessed: hashes under keys that the system gave at random.
fn word() -> String {
    let half = || std::hash::RandomState::new().build_hasher().finish();
    format!("{:016x}{:016x}", half(), half())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_door_is_found_while_it_is_up_and_only_its_owner_may_read_it() {
        let folder = tempfile::tempdir().unwrap();
        let door = Door::new(4711, &folder.path().join("s.toml"));
        door.put_up().unwrap();
        assert_eq!(Door::all(folder.path()), std::slice::from_ref(&door));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(fs::metadata(door.file()).unwrap().permissions().mode() & 0o777, 0o600);
        }
        door.take_down();
        assert_eq!(Door::all(folder.path()), []);
    }
}
