//! `contrasts reset`: a lesson begun anew. It is one more thing that the learner did, so it is one more event, and history stays.

use super::keep::device;
use super::{Code, DONE, Options, Stop, find_lesson, list, print, the_places};
use crate::course::{Course, Id, Lesson};
use crate::progress::{Deed, Event, EventId, Progress, Stamp, state};
use crate::store::sitting::Sitting;
use crate::store::{Failure, clock};

/// Notes it down; a lesson in which nothing was done is left as it is.
pub fn run(options: &Options, named: &str) -> Result<Code, Stop> {
    let places = the_places(options)?;
    let (course, mut progress) = list::both(options)?;
    let Some(lesson) = course.lessons.get(find_lesson(&course, named)?) else { return Ok(DONE) };
    let words = course.words.outside();
    let title = format!("{} {}", lesson.number, lesson.title);
    if is_new(&course, &progress, lesson) {
        return print(&(words.is_new(title) + "\n"));
    }
    let now = clock::now();
    let id = Id::new(&format!("{:08x}-1", fastrand::u32(..))).unwrap_or_else(|| course.id.clone());
    let event = Event { id: EventId(id), at: after(progress.last(), now), deed: Deed::Reset { lesson: lesson.id.clone() } };
    progress.apply(&event);
    if !is_new(&course, &progress, lesson) {
        return Err(Stop(words.cannot_begin_anew(title)));
    }
    let mut sitting = Sitting::new(places.sittings(), &course.id, &device(), now).titled(course.title.as_str());
    sitting.take(event);
    let cannot = |Failure { file, why }: Failure| Stop(words.cannot_note(file, why.in_words(&course.words)));
    sitting.save().map_err(cannot)?;
    print(&(words.begins_anew(title) + "\n"))
}

fn is_new(course: &Course, progress: &Progress, lesson: &Lesson) -> bool {
    state(course, progress, lesson).0 == "new" && progress.open_run(course, lesson).is_none()
}

/// Now; or just after what was done last, where another machine's clock was a little ahead. One that was far ahead counts for nothing:
/// after such a beginning nothing that is done now would count.
fn after(last: Option<Stamp>, now: Stamp) -> Stamp {
    const LITTLE: i64 = 86_400_000;
    last.filter(|last| *last >= now && last.0.saturating_sub(now.0) < LITTLE).map_or(now, |last| Stamp(last.0 + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_beginning_comes_after_what_a_clock_a_little_ahead_says_and_never_years_from_now() {
        let now = Stamp(1_795_512_600_000);
        let hour = 3_600_000;
        for (last, at) in [
            (None, now),
            (Some(Stamp(now.0 - hour)), now),
            (Some(now), Stamp(now.0 + 1)),
            (Some(Stamp(now.0 + hour)), Stamp(now.0 + hour + 1)),
            (Some(Stamp(now.0 + 10 * 365 * 24 * hour)), now),
            (Some(Stamp(i64::MAX)), now),
        ] {
            assert_eq!(after(last, now), at, "{last:?}");
        }
    }
}
