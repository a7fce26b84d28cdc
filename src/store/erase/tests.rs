//! What a learner may rely on: nothing of theirs is left, and nothing else is gone.

use super::*;

#[test]
fn all_of_one_profile_goes_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    let anna = Places::find(Some(root), Some("anna")).unwrap();
    let write = |path: &Path| {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "x").unwrap();
    };
    let ours = [
        anna.sittings().join("1.toml"),
        anna.sittings().join(".sitting-x.tmp"),
        anna.workshops().join("w.toml"),
        anna.workshops().join("w.md"),
        anna.workshops().join("w.csv"),
        anna.workshops().join("w.html"),
        anna.rehearsals().join("r.toml"),
        anna.settings(),
        anna.cache.join("c.progress"),
    ];
    let ben = Places::find(Some(root), Some("ben")).unwrap();
    let others = [ben.sittings().join("1.toml"), root.join("sittings/1.toml"), root.join("config.toml")];
    ours.iter().chain(&others).for_each(|path| write(path));
    let found = Found::look(&anna, true).unwrap();
    assert_eq!(found.in_words(), "2 sittings, 5 files of workshops, the settings, the cache");
    assert_eq!(found.remove(), vec![]);
    assert!(!anna.data.exists() && found.left().is_empty());
    assert!(others.iter().all(|path| path.exists()));
    assert!(Found::look(&anna, true).unwrap().is_empty());
}

#[test]
fn what_is_not_ours_stays_and_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let places = Places::find(Some(folder.path()), None).unwrap();
    for path in ["sittings/1.toml", "sittings/notes.txt", "workshops/my.md", "themes/own.toml", "cache/photo.png"] {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "x").unwrap();
    }
    let found = Found::look(&places, false).unwrap();
    assert_eq!(found.in_words(), "1 sitting");
    assert_eq!(found.remove(), vec![]);
    for path in ["sittings/notes.txt", "workshops/my.md", "themes/own.toml", "cache/photo.png"] {
        assert!(folder.path().join(path).exists(), "{path}");
    }
    assert_eq!(found.left().len(), 3);
}

#[cfg(unix)]
#[test]
fn a_link_is_removed_and_what_it_leads_to_is_not() {
    let folder = tempfile::tempdir().unwrap();
    let places = Places::find(Some(folder.path()), None).unwrap();
    let elsewhere = folder.path().join("elsewhere.txt");
    fs::write(&elsewhere, "x").unwrap();
    fs::create_dir_all(places.sittings()).unwrap();
    std::os::unix::fs::symlink(&elsewhere, places.sittings().join("1.toml")).unwrap();
    assert_eq!(Found::look(&places, false).unwrap().remove(), vec![]);
    assert!(elsewhere.exists() && !places.sittings().exists());
}
