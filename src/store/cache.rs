//! What the sittings add up to, kept between starts, so that years of learning need not be replayed each time. It is never the truth: it
//! counts only where every file that it was made from is there as it was, and where the same program made it for the same course; else,
//! and where it is damaged or gone, everything is replayed. What was added since is applied on top, for events may come in any order.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use super::cover::Basis;
use super::namesake::{Namesake, Piles, Wanted};
use super::place::Places;
use super::sitting::{self, Heard, make_folder, replace, sweep};
use super::{Failure, regular};
use crate::course::{Course, Id};
use crate::progress::{Pack, Progress, Stamp};

/// What stands at the beginning of the file. It names the sources that made it: another build may understand the same events otherwise.
const HEAD: &[u8] = concat!("contrasts cache ", env!("CONTRASTS_SOURCES"), "\n").as_bytes();

/// A larger file is none of ours: ten million events would fill it.
const LARGEST: u64 = 400_000_000;

/// A file that was written so few nanoseconds ago may be written once more without a change of its time and size.
pub(super) const SETTLED: u64 = 2_000_000_000;

/// What a learner has done.
#[derive(Debug, Default)]
pub struct Loaded {
    /// All of it.
    pub progress: Progress,
    /// The files that could not be read, or not wholly.
    pub failures: Vec<Failure>,
    /// Other courses that claim the same id; what was done in them is left out.
    pub namesakes: Vec<Namesake>,
    /// What to make anew for the next start, where the cache was not what it should be.
    pub stale: Option<Stale>,
    /// The files that it comes from, where none was left out.
    pub basis: Option<Basis>,
}

/// A cache that is not what it should be.
#[derive(Debug)]
pub struct Stale {
    sittings: PathBuf,
    file: PathBuf,
    wanted: Wanted,
    files: Vec<Listed>,
}

/// A sitting's file, as far as it can be known again without reading it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Listed {
    name: String,
    pub(super) size: u64,
    /// In nanoseconds since the beginning of 1970.
    pub(super) changed: u64,
}

/// What is in the file.
#[derive(Debug, Default)]
struct Cache {
    /// The older titles of the course that count in it.
    older: BTreeSet<String>,
    /// What was done under other titles.
    piles: Piles,
    /// The sittings in order, and what is to be said of each.
    files: Vec<(Listed, Option<String>)>,
    progress: Progress,
}

/// Everything a learner did in a course, with the help of the cache where that is of use.
pub fn load(places: &Places, course: &Course) -> Loaded {
    let sittings = places.sittings();
    let found = list(&sittings);
    if found.files.is_empty() && found.unlisted.is_empty() {
        let failures = found.failures.clone();
        return Loaded { failures, basis: Basis::of(places, &course.id, Vec::new(), found), ..Loaded::default() };
    }
    let file = places.cache.join(format!("{}.progress", course.id));
    let mut wanted = Wanted::of(course);
    let mut cache = read(&file, &wanted).unwrap_or_default();
    wanted.judge(course, &cache.piles);
    let (mut is_changed, mut failures) = cache.complete(&sittings, &wanted, &found.files);
    if wanted.judge(course, &cache.piles) {
        (is_changed, failures) = cache.complete(&sittings, &wanted, &found.files);
    }
    failures.splice(0..0, found.failures.clone());
    failures.extend(complaints(&cache.files, &sittings));
    let Cache { mut progress, mut piles, files: read, .. } = cache;
    for path in &found.unlisted {
        let complaint = take(path, &wanted, &mut progress, &mut piles).unwrap_or_else(|error| Some(super::in_words(&error)));
        failures.extend(complaint.map(|why| Failure::new(path, &why)));
    }
    let namesakes = wanted.namesakes(&piles);
    let stale = is_changed.then_some(Stale { sittings, file, wanted, files: found.files.clone() });
    Loaded { progress, failures, namesakes, stale, basis: Basis::of(places, &course.id, read, found) }
}

impl Stale {
    /// Makes the cache anew from the files that were there, unless one of them may still be written. It reads the sittings once more:
    /// what was loaded is in use by now, and may have gone on.
    pub fn renew(self, now: Stamp) -> Result<(), Failure> {
        let now = u64::try_from(now.0).unwrap_or_default().saturating_mul(1_000_000);
        if self.files.iter().any(|file| now.abs_diff(file.changed) < SETTLED) {
            return Ok(());
        }
        let mut cache = read(&self.file, &self.wanted).unwrap_or_default();
        let (is_changed, _) = cache.complete(&self.sittings, &self.wanted, &self.files);
        if is_changed { cache.write(&self.file, &self.wanted) } else { Ok(()) }
    }
}

impl Cache {
    /// Takes in what it does not know yet, or everything where it knows something that is so no longer; false where nothing was new. What
    /// cannot be read is left out and named, and so is tried again at the next start.
    fn complete(&mut self, sittings: &Path, wanted: &Wanted, files: &[Listed]) -> (bool, Vec<Failure>) {
        let is_there = self.files.iter().all(|(file, _)| files.binary_search(file).is_ok());
        let is_valid = is_there && self.older == wanted.older;
        if !is_valid {
            *self = Cache { older: wanted.older.clone(), ..Cache::default() };
        }
        let known = std::mem::take(&mut self.files);
        let mut failures = Vec::new();
        for file in files {
            if let Ok(at) = known.binary_search_by(|(one, _)| one.cmp(file)) {
                self.files.extend(known.get(at).cloned());
                continue;
            }
            let path = sittings.join(&file.name);
            match take(&path, wanted, &mut self.progress, &mut self.piles) {
                Ok(complaint) => self.files.push((file.clone(), complaint)),
                Err(error) => failures.push(Failure::io(&path, &error)),
            }
        }
        (!is_valid || self.files.len() > known.len(), failures)
    }

    fn write(&self, file: &Path, wanted: &Wanted) -> Result<(), Failure> {
        let mut body = Vec::new();
        (&wanted.id, &wanted.title).pack(&mut body);
        (&self.files, &self.older, &self.piles).pack(&mut body);
        self.progress.pack(&mut body);
        let bytes = [HEAD, &sum(&body).to_le_bytes(), &body].concat();
        let folder = file.parent().unwrap_or(Path::new("."));
        make_folder(folder)?;
        sweep(folder);
        replace(folder, file, &bytes).map_err(|error| Failure::io(file, &error))
    }
}

/// What is to be said of files.
pub(super) fn complaints(files: &[(Listed, Option<String>)], sittings: &Path) -> Vec<Failure> {
    let complaint = |(file, why): &(Listed, Option<String>)| Some(Failure::new(&sittings.join(&file.name), why.as_deref()?));
    files.iter().filter_map(complaint).collect()
}

/// What was kept, if it is whole, of this program, and of this course.
fn read(file: &Path, wanted: &Wanted) -> Option<Cache> {
    let is_ours = fs::metadata(file).is_ok_and(|about| about.is_file() && about.len() <= LARGEST);
    let bytes = fs::read(file).ok().filter(|_| is_ours)?;
    let (claimed, mut body) = bytes.strip_prefix(HEAD)?.split_first_chunk::<8>()?;
    if sum(body) != u64::from_le_bytes(*claimed) {
        return None;
    }
    let (id, title): (Id, String) = Pack::unpack(&mut body)?;
    let (files, older, piles) = Pack::unpack(&mut body)?;
    let cache = Cache { files, older, piles, progress: Pack::unpack(&mut body)? };
    (body.is_empty() && id == wanted.id && title == wanted.title).then_some(cache)
}

/// A number that changes when any of the bytes does. It tells damage, not deceit: whoever can write here can write sittings as well.
pub(super) fn sum(bytes: &[u8]) -> u64 {
    let mix = |sum: u64, word: u64| (sum.rotate_left(23) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let (words, rest) = bytes.as_chunks::<8>();
    let sum = words.iter().fold(bytes.len() as u64, |sum, word| mix(sum, u64::from_le_bytes(*word)));
    rest.iter().fold(sum, |sum, byte| mix(sum, u64::from(*byte)))
}

/// Adds what a sitting tells; a complaint where that is not all of it.
fn take(path: &Path, wanted: &Wanted, progress: &mut Progress, piles: &mut Piles) -> std::io::Result<Option<String>> {
    let Heard { title, events, complaint } = sitting::hear(&regular::text(path)?, &wanted.id);
    if wanted.take(title.as_deref(), &events, piles) {
        events.iter().for_each(|event| progress.apply(event));
    }
    Ok(complaint)
}

/// What there is to read.
#[derive(Default)]
pub(super) struct Found {
    /// In order.
    files: Vec<Listed>,
    /// Files whose names are no text: they are read each time.
    unlisted: Vec<PathBuf>,
    failures: Vec<Failure>,
}

impl Found {
    /// The files, where that is all there is.
    pub(super) fn complete(self) -> Option<Vec<Listed>> {
        (self.unlisted.is_empty() && self.failures.is_empty()).then_some(self.files)
    }
}

/// The files of the sittings. One that goes while one looks was never there.
pub(super) fn list(folder: &Path) -> Found {
    let (entries, failures) = sitting::files(folder);
    let mut found = Found { failures, ..Found::default() };
    for entry in entries {
        let Ok(about) = entry.metadata() else { continue };
        let changed = about.modified().ok().and_then(|at| at.duration_since(UNIX_EPOCH).ok());
        let changed = changed.and_then(|since| u64::try_from(since.as_nanos()).ok()).unwrap_or_default();
        match entry.file_name().into_string() {
            Ok(name) => found.files.push(Listed { name, size: about.len(), changed }),
            Err(_) => found.unlisted.push(entry.path()),
        }
    }
    found.files.sort();
    found
}

impl Pack for Listed {
    fn pack(&self, out: &mut Vec<u8>) {
        self.name.pack(out);
        self.size.pack(out);
        self.changed.pack(out);
    }

    fn unpack(bytes: &mut &[u8]) -> Option<Self> {
        Some(Listed { name: Pack::unpack(bytes)?, size: Pack::unpack(bytes)?, changed: Pack::unpack(bytes)? })
    }
}

#[cfg(test)]
mod tests;
