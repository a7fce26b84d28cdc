//! A corner of the disk for one test: data, home and temporary folder of its own, and courses written from one string. Whatever the
//! program writes stays in it, and nothing of the person who runs the tests gets into it.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use assert_cmd::Command;
use assert_cmd::cargo::cargo_bin;
use tempfile::TempDir;

use crate::learner;

/// A command that takes longer hangs.
const PATIENCE: Duration = Duration::from_secs(20);

pub struct Corner {
    folder: TempDir,
}

/// What a command answered.
#[derive(Debug)]
pub struct Told {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Corner {
    pub fn new() -> Corner {
        let corner = Corner { folder: tempfile::tempdir().unwrap() };
        fs::create_dir(corner.path("temporary")).unwrap();
        corner
    }

    pub fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The path as an argument.
    pub fn named(&self, name: &str) -> String {
        self.path(name).to_str().unwrap().to_owned()
    }

    pub fn sittings(&self) -> PathBuf {
        self.path("data/sittings")
    }

    /// Where the program keeps what it cannot save, if it had to.
    pub fn elsewhere(&self) -> Option<PathBuf> {
        let entries = fs::read_dir(self.path("temporary")).into_iter().flatten();
        let mut folders = entries.map(|entry| entry.unwrap().path());
        folders.find(|path| path.to_string_lossy().contains("contrasts-unsaved-"))
    }

    pub fn write(&self, name: impl AsRef<Path>, content: impl AsRef<[u8]>) -> PathBuf {
        let file = self.path(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, content).unwrap();
        file
    }

    /// Writes a course, its files parted by lines of `//- path`; answers its folder as an argument.
    pub fn course(&self, name: &str, text: &str) -> String {
        fs::create_dir_all(self.path(name)).unwrap();
        for (file, content) in learner::files(text) {
            self.write(Path::new(name).join(file), &*content);
        }
        self.named(name)
    }

    /// Everything the program hears from its surroundings.
    pub fn environment(&self) -> Vec<(&'static str, OsString)> {
        let mut all: Vec<(&str, OsString)> =
            ["PATH", "SystemRoot"].into_iter().filter_map(|name| Some((name, std::env::var_os(name)?))).collect();
        all.push(("HOME", self.path("home").into()));
        all.push(("TMPDIR", self.path("temporary").into()));
        all.push(("TERM", "xterm-256color".into()));
        all
    }

    /// The program in this corner, before its arguments.
    pub fn command(&self) -> Command {
        let mut command = Command::new(cargo_bin!("contrasts"));
        command.env_clear().envs(self.environment()).current_dir(self.folder.path()).timeout(PATIENCE);
        command
    }

    /// Runs the program on this corner's data.
    pub fn contrasts(&self, arguments: &[&str]) -> Told {
        told(self.command().arg("--data-dir").arg(self.path("data")).args(arguments))
    }
}

/// Runs a command; both its streams must be text.
pub fn told(command: &mut Command) -> Told {
    let output = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("a stream is not UTF-8");
    let code = output.status.code().expect("a command was killed");
    Told { code, out: text(output.stdout), err: text(output.stderr) }
}
