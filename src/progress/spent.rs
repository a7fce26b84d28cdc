//! How long someone was at it, as far as that is known. Each answer tells how many seconds the question stood on the screen; one that stood
//! longer than five minutes counts as five, for the learner may have gone away. Reading is not timed: a text may stand open over lunch. So for
//! lessons that were read there is only what their authors reckon.

use super::Progress;
use crate::course::Course;

/// One answer counts at most so many seconds.
pub const MOST: u32 = 300;

/// The time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spent {
    /// On questions, in seconds.
    pub seconds: u64,
    /// On so many answers.
    pub answers: usize,
    /// What reading and quiz of the lessons that were read to their end take, in minutes, as their authors reckon.
    pub reckoned: u32,
}

/// What counts of an answer's time.
pub fn counted(seconds: u32) -> u32 {
    seconds.min(MOST)
}

/// The time that was spent on a course.
pub fn spent(course: &Course, progress: &Progress) -> Spent {
    let mut spent = Spent::default();
    let entries = progress.runs.values().flat_map(|run| run.entries()).flat_map(|(_, entries)| entries);
    for given in entries.filter_map(|entry| entry.given.as_ref()) {
        spent.answers += 1;
        spent.seconds += u64::from(counted(given.seconds));
    }
    spent.reckoned =
        course.lessons.iter().filter(|lesson| progress.ended(&lesson.id).is_some()).map(|lesson| lesson.minutes).sum();
    spent
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_went_to_lunch_over_a_question_did_not_work_through_lunch() {
        assert_eq!([0, 42, 300, 3600].map(counted), [0, 42, 300, 300]);
    }
}
