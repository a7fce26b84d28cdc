//! Where things lie on this machine: the one user of `directories`.

use std::path::{Path, PathBuf};

use directories::ProjectDirs;

/// The folders of one learner.
#[derive(Clone, Debug, PartialEq)]
pub struct Places {
    /// What must not be lost: sittings.
    pub data: PathBuf,
    /// What the learner chose: `config.toml`.
    pub config: PathBuf,
    /// What can be made again.
    pub cache: PathBuf,
}

impl Places {
    /// The folders of a learner: under `data_dir` if that is given, else where this system keeps such things (the XDG variables win
    /// on every system). A profile has folders of its own beside the others. `None` where there is no home folder.
    pub fn find(data_dir: Option<&Path>, profile: Option<&str>) -> Option<Places> {
        let base = match data_dir {
            Some(dir) => {
                let dir = std::path::absolute(dir).unwrap_or_else(|_| dir.to_owned());
                Places { cache: dir.join("cache"), config: dir.clone(), data: dir }
            }
            None => Places::of_this_system()?,
        };
        Some(match profile {
            None => base,
            Some(name) => Places {
                data: base.data.join("profiles").join(name),
                config: base.config.join("profiles").join(name),
                cache: base.cache.join("profiles").join(name),
            },
        })
    }

    /// The profiles beside one another on this machine, by name.
    pub fn profiles(data_dir: Option<&Path>) -> Vec<String> {
        let Some(base) = Places::find(data_dir, None) else { return Vec::new() };
        let entries = std::fs::read_dir(base.data.join("profiles")).into_iter().flatten().flatten();
        let folders = entries.filter(|entry| entry.path().join("sittings").is_dir());
        let mut names: Vec<String> = folders.filter_map(|entry| entry.file_name().into_string().ok()).collect();
        names.sort_by_key(|name| name.to_lowercase());
        names
    }

    fn of_this_system() -> Option<Places> {
        let dirs = ProjectDirs::from("", "", "contrasts");
        // A relative home would put answers wherever the program was started; that is no home.
        let absolute = |path: &Path| path.is_absolute().then(|| path.to_owned());
        let place = |variable: &str, usual: Option<&Path>| {
            let set = std::env::var_os(variable).map(PathBuf::from).filter(|path| path.is_absolute());
            set.map(|path| path.join("contrasts")).or_else(|| usual.and_then(absolute))
        };
        Some(Places {
            data: place("XDG_DATA_HOME", dirs.as_ref().map(ProjectDirs::data_dir))?,
            config: place("XDG_CONFIG_HOME", dirs.as_ref().map(ProjectDirs::config_dir))?,
            cache: place("XDG_CACHE_HOME", dirs.as_ref().map(ProjectDirs::cache_dir))?,
        })
    }

    /// The folder of the sittings.
    pub fn sittings(&self) -> PathBuf {
        self.data.join("sittings")
    }

    /// The folder of the workshops.
    pub fn workshops(&self) -> PathBuf {
        self.data.join("workshops")
    }

    /// The folder of the rehearsals, apart from what happened with people.
    pub fn rehearsals(&self) -> PathBuf {
        self.workshops().join("rehearsals")
    }

    /// The file of the settings.
    pub fn settings(&self) -> PathBuf {
        self.config.join("config.toml")
    }
}
