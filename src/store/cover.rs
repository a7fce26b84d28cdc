//! What the first screen of the next start tells, kept beside the cache, so that it need not wait for all that was ever done. It is written
//! at the end of the program, when nobody waits for the screen, and counts only for the same program, the same course and the very
//! same sittings. Where it is missing, damaged or of something else, the first screen comes a little later.

use std::fs;
use std::path::{Path, PathBuf};

use super::Failure;
use super::cache::{Found, Listed, SETTLED, complaints, list, sum};
use super::place::Places;
use super::sitting::{make_folder, replace_lightly, sweep};
use crate::course::{Course, Fingerprint, Id};
use crate::progress::{Cover, Pack, Stamp};

/// What stands at the beginning of the file, as at that of the cache.
const HEAD: &[u8] = concat!("contrasts cover ", env!("CONTRASTS_SOURCES"), "\n").as_bytes();

/// A larger file is none of ours.
const LARGEST: u64 = 40_000_000;

/// Sittings of fewer bytes, some two thousand events, are read in no time.
const LEAST: u64 = 400_000;

/// The sittings that someone's progress comes from: all there were, and all of them read.
#[derive(Clone, Debug, PartialEq)]
pub struct Basis {
    sittings: PathBuf,
    /// The file of the cover.
    file: PathBuf,
    /// With what is to be said of each.
    files: Vec<(Listed, Option<String>)>,
}

/// A cover that was kept.
#[derive(Debug)]
pub struct Kept {
    /// What it tells.
    pub cover: Cover,
    /// The files that could not be read wholly.
    pub failures: Vec<Failure>,
    /// What it was made of.
    pub basis: Basis,
}

/// The cover of what a learner did in a course, if it is there and made of what is there now.
pub fn find(places: &Places, course: &Course) -> Option<Kept> {
    let file = file(places, &course.id);
    let is_ours = fs::metadata(&file).is_ok_and(|about| about.is_file() && about.len() <= LARGEST);
    let bytes = fs::read(&file).ok().filter(|_| is_ours)?;
    let (claimed, mut body) = bytes.strip_prefix(HEAD)?.split_first_chunk::<8>()?;
    let is_whole = sum(body) == u64::from_le_bytes(*claimed);
    if !is_whole || Id::unpack(&mut body)? != course.id || Fingerprint::unpack(&mut body)? != course.fingerprint()? {
        return None;
    }
    let files: Vec<(Listed, Option<String>)> = Pack::unpack(&mut body)?;
    let sittings = places.sittings();
    let found = list(&sittings).complete()?;
    if !files.iter().map(|(file, _)| file).eq(&found) {
        return None;
    }
    let cover = Cover::unpack(&mut body).filter(|_| body.is_empty())?;
    Some(Kept { cover, failures: complaints(&files, &sittings), basis: Basis { sittings, file, files } })
}

fn file(places: &Places, course: &Id) -> PathBuf {
    places.cache.join(format!("{course}.cover"))
}

impl Basis {
    /// The files that were read, if they are all there is.
    pub(super) fn of(places: &Places, course: &Id, files: Vec<(Listed, Option<String>)>, found: Found) -> Option<Basis> {
        let is_all = found.complete()?.len() == files.len();
        is_all.then(|| Basis { sittings: places.sittings(), file: file(places, course), files })
    }

    /// The same with the sitting that has just come to its end, if there was one; nothing where anything else has changed. What had been
    /// written shortly before the program began may have been written once more without a sign of it.
    pub fn and_now(mut self, has_own: bool, began: Stamp) -> Option<Basis> {
        let began = u64::try_from(began.0).unwrap_or_default().saturating_mul(1_000_000);
        if self.files.iter().any(|(file, _)| began.abs_diff(file.changed) < SETTLED) {
            return None;
        }
        let found = list(&self.sittings).complete()?;
        let is_known = |file: &Listed| self.files.binary_search_by(|(known, _)| known.cmp(file)).is_ok();
        let new: Vec<Listed> = found.iter().filter(|file| !is_known(file)).cloned().collect();
        let is_same = found.len() == self.files.len() + new.len() && new.len() == usize::from(has_own);
        self.files.extend(new.into_iter().map(|own| (own, None)));
        self.files.sort();
        is_same.then_some(self)
    }

    /// Whether there is so much that a cover is of use.
    pub fn is_large(&self) -> bool {
        self.files.iter().map(|(file, _)| file.size).sum::<u64>() >= LEAST
    }

    /// Keeps a cover of these files. It is not waited for until it has reached the disk: half of one would be known for what it is.
    pub fn keep(&self, course: &Id, contents: Fingerprint, cover: &Cover) -> Result<(), Failure> {
        let mut body = Vec::new();
        course.pack(&mut body);
        contents.pack(&mut body);
        self.files.pack(&mut body);
        cover.pack(&mut body);
        let bytes = [HEAD, &sum(&body).to_le_bytes(), &body].concat();
        let folder = self.file.parent().unwrap_or(Path::new("."));
        make_folder(folder)?;
        sweep(folder);
        replace_lightly(folder, &self.file, &bytes).map_err(|error| Failure::io(&self.file, &error))
    }
}

#[cfg(test)]
mod tests;
