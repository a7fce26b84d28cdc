//! The questions that went worst when they were last answered.

use std::collections::BTreeMap;

use super::{Progress, Stamp, Sure};
use crate::course::{Course, Id};

/// At most so many questions, the worst first: those held for certain and not right, then by what their last answer was worth, and the
/// longest ago first among equals. What was fully right, and no guess, is not among them. The questions of the course must be loaded.
pub fn weakest(course: &Course, progress: &Progress, most: usize) -> Vec<Id> {
    let mut last: BTreeMap<&Id, (Stamp, bool, u32)> = BTreeMap::new();
    for (_, run) in progress.runs() {
        for id in run.counted(course) {
            let (Some(entry), Some(verdict)) = (run.entry(id), run.verdict(course, id)) else { continue };
            let Some(given) = &entry.given else { continue };
            let hundredths = (verdict.grade(given.hints) * 100.0).round() as u32;
            let worth = if given.sure == Some(Sure::Guess) { hundredths.min(50) } else { hundredths };
            let said = (entry.at, !run.is_confident_error(course, id), worth);
            if last.get(id).is_none_or(|known| known.0 <= said.0) {
                last.insert(id, said);
            }
        }
    }
    let mut weak: Vec<_> = last.into_iter().filter(|(_, (_, _, worth))| *worth < 100).collect();
    weak.sort_by_key(|(_, (at, is_calm, worth))| (*is_calm, *worth, *at));
    weak.into_iter().take(most).map(|(id, _)| id.clone()).collect()
}
