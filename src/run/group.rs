//! `contrasts group`: one report over several learners, read one after the other and none of them kept.

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;

use super::{COULD_NOT, Code, Course, DONE, NO, Options, Stop, report, say, the_course};
use crate::command::{GroupFormat, GroupReport};
use crate::course::Clean;
use crate::exchange::group::{self, Group};
use crate::progress::{Event, EventId, Stamp, replay};
use crate::store::learners::{self, Source};
use crate::store::{Failure, Why, clock};

/// Prints it, or writes it to a file; 1 where something was left out, 2 where nobody could be read.
pub fn run(options: &Options, wanted: &GroupReport) -> Result<Code, Stop> {
    let (mut course, _) = the_course(options, false)?;
    (0..course.lessons.len()).for_each(|lesson| course.load_questions(lesson));
    let mut unread = Unread::default();
    let found = find(&wanted.from, &mut unread);
    let group = fold(&course, found, &mut unread);
    let is_whole = unread.say();
    if group.learners() == 0 {
        say(&format!("nobody's work in “{}” was found, so there is no report", course.title));
        return Ok(COULD_NOT);
    }
    let now = clock::now();
    let made = group.report(now, clock::offset(now));
    let text = match wanted.format {
        GroupFormat::Md => group::markdown(&made, &course.words),
        GroupFormat::Html => group::html(&made, &course.words),
        GroupFormat::Csv => group::csv(&made),
        GroupFormat::Json => group::json(&made),
    };
    report::write(wanted.output.as_deref(), &text).map(|_| if is_whole { DONE } else { NO })
}

/// Each learner at the paths, once, though a path may be named twice.
fn find(from: &[PathBuf], unread: &mut Unread) -> Vec<Learner> {
    let mut all: Vec<Source> = Vec::new();
    for path in from {
        match learners::find(path) {
            Ok(found) => all.extend(found),
            Err(failure) => unread.failures.push(failure),
        }
    }
    let mut seen = HashSet::new();
    all.retain(|source| seen.insert(source.path().to_owned()));
    all.into_iter().map(|source| vec![source]).collect()
}

/// Where the work of one learner is: mostly in one place, but two exports of different days may both be there.
type Learner = Vec<Source>;

/// The counts over all of them. That two sources are of one learner shows only when both were read; then they are laid together and it is
/// counted anew, so that the report is the same in whatever order they come.
fn fold<'c>(course: &'c Course, mut all: Vec<Learner>, unread: &mut Unread) -> Group<'c> {
    loop {
        let before = unread.failures.len();
        let mut group = Group::new(course);
        let mut known: HashMap<(Stamp, EventId), usize> = HashMap::new();
        let mut same: Vec<(usize, usize)> = Vec::new();
        for (at, sources) in all.iter().enumerate() {
            let progress = replay(sources.iter().flat_map(|source| unread.read(source, course)).collect());
            let Some(first) = progress.first() else { continue };
            match known.get(first) {
                Some(earlier) => same.push((*earlier, at)),
                None => {
                    known.insert(first.clone(), at);
                    group.add(&progress);
                    group.lay_together(sources.len() - 1);
                }
            }
        }
        if same.is_empty() {
            return group;
        }
        unread.failures.truncate(before);
        for (earlier, later) in same.into_iter().rev() {
            let sources = all.remove(later);
            if let Some(learner) = all.get_mut(earlier) {
                learner.extend(sources);
            }
        }
    }
}

/// What was left out.
#[derive(Default)]
struct Unread {
    failures: Vec<Failure>,
}

impl Unread {
    /// The events of a source; what could not be read of it is noted, its first reason for all.
    fn read(&mut self, source: &Source, course: &Course) -> Vec<Event> {
        match source.read(course) {
            Err(failure) => {
                self.failures.push(failure);
                Vec::new()
            }
            Ok(told) => {
                let more = told.unread.len().saturating_sub(1);
                if let Some(Failure { file, why }) = told.unread.into_iter().next() {
                    let why = if more > 0 { format!("{why}, and {more} more like it") } else { why.to_string() };
                    self.failures.push(Failure { file, why: Why::Said(Clean::words(&why)) });
                } else if told.events.is_empty() {
                    self.failures.push(Failure::new(source.path(), "nothing in it is about this course"));
                }
                told.events
            }
        }
    }

    /// Names each; true where there was none.
    fn say(&self) -> bool {
        for Failure { file, why } in &self.failures {
            say(&format!("{file}: {why}. That was left out, and the rest counts."));
        }
        self.failures.is_empty()
    }
}
