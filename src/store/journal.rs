//! The journal of a workshop: one file a session, replaced whole before each event is shown, as a sitting is. No names are in it.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::sitting::{make_folder, new_file, replace};
use super::{Failure, clock, in_words, regular};
use crate::course::{Fingerprint, Id};
use crate::progress::Stamp;
use crate::workshop::{Cover, Crowd, Deed, Event, Moment, Rehearsal};

const FORMAT: u32 = 1;

/// The journal of the session that goes on.
#[derive(Clone, Debug)]
pub struct Journal {
    folder: PathBuf,
    file: PathBuf,
    /// What the session is made from.
    pub head: Head,
    /// What has happened.
    pub events: Vec<Event>,
}

/// What a session is made from: with it the same plan is made again.
#[derive(Clone, Debug, PartialEq)]
pub struct Head {
    /// The course.
    pub course: Id,
    /// The lessons.
    pub lessons: Vec<Id>,
    /// How long.
    pub minutes: u32,
    /// How many people.
    pub people: u32,
    /// When it is to begin.
    pub begins: Moment,
    /// What the plan was that the shared screen made, to be compared with the plan that is made again.
    pub plan: Option<Fingerprint>,
    /// Whether nobody was there.
    pub rehearsal: Option<Rehearsal>,
}

#[derive(Serialize, Deserialize)]
struct Written {
    format: u32,
    course: String,
    lessons: Vec<String>,
    minutes: u32,
    people: u32,
    begins: String,
    program: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    plan: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    rehearsal: Option<Rehearsed>,
    #[serde(default, rename = "event")]
    events: Vec<Entry>,
}

/// That a session was a rehearsal, as it is written.
#[derive(Serialize, Deserialize)]
struct Rehearsed {
    room: String,
    seed: u64,
    speed: u32,
    real: String,
    shown: String,
}

/// An event as it is written. Lines are counted from 1, as the console numbers them.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Entry {
    at: String,
    did: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    step: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    points: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    counts: Option<Vec<u32>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    seconds: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    steps: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    people: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    poll: Option<String>,
}

impl Journal {
    /// A new journal, written at once: a session that cannot be kept says so before it begins.
    pub fn begin(folder: &Path, head: Head, at: Moment) -> Result<Journal, Failure> {
        make_folder(folder)?;
        let file = new_file(folder, Stamp(at.0));
        let mut journal = Journal { folder: folder.to_owned(), file, head, events: Vec::new() };
        journal.save()?;
        Ok(journal)
    }

    /// The journal of the last session of a course, if there is one.
    pub fn last(folder: &Path, course: &Id) -> Result<Option<Journal>, Failure> {
        Journal::find(folder, |journal| journal.head.course == *course)
    }

    /// The last journal that is wanted.
    pub fn find(folder: &Path, is_wanted: impl Fn(&Journal) -> bool) -> Result<Option<Journal>, Failure> {
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(Failure::io(folder, &error)),
        };
        let mut files: Vec<(std::time::SystemTime, PathBuf)> = entries
            .filter_map(|entry| {
                let entry = entry.ok()?;
                let is_ours = entry.path().extension().is_some_and(|extension| extension == "toml");
                is_ours.then_some((entry.metadata().ok()?.modified().ok()?, entry.path()))
            })
            .collect();
        files.sort();
        let mut problem = None;
        for (_, file) in files.into_iter().rev() {
            match Journal::read(&file) {
                Ok(journal) if is_wanted(&journal) => return Ok(Some(journal)),
                Ok(_) => {}
                Err(failure) => problem = problem.or(Some(failure)),
            }
        }
        problem.map_or(Ok(None), Err)
    }

    /// Reads a journal.
    pub fn read(file: &Path) -> Result<Journal, Failure> {
        let text = regular::text(file).map_err(|error| Failure::new(file, &in_words(&error)))?;
        let (head, events) = parse(&text).map_err(|why| Failure::new(file, &why))?;
        let folder = file.parent().map(Path::to_owned).unwrap_or_default();
        Ok(Journal { folder, file: file.to_owned(), head, events })
    }

    /// The file.
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// Writes an event down. It is in the journal even where that fails: the next save takes it along.
    pub fn take(&mut self, event: Event) -> Result<(), Failure> {
        self.events.push(event);
        self.save()
    }

    fn save(&mut self) -> Result<(), Failure> {
        let head = &self.head;
        let written = Written {
            format: FORMAT,
            course: head.course.to_string(),
            lessons: head.lessons.iter().map(Id::to_string).collect(),
            minutes: head.minutes,
            people: head.people,
            begins: clock::written(Stamp(head.begins.0)),
            program: concat!("contrasts ", env!("CARGO_PKG_VERSION")).into(),
            plan: head.plan.map(|plan| format!("{:016x}", plan.0)),
            rehearsal: head.rehearsal.as_ref().map(rehearsed),
            events: self.events.iter().map(entry).collect(),
        };
        let text = toml::to_string(&written).map_err(|error| Failure::new(&self.file, &error.to_string()))?;
        replace(&self.folder, &self.file, text.as_bytes()).map_err(|error| Failure::io(&self.file, &error))
    }
}

/// A deed as one line, for the way from the console to the shared screen.
pub fn as_line(deed: &Deed) -> String {
    serde_json::to_string(&entry(&Event { at: Moment(0), deed: deed.clone() })).unwrap_or_default()
}

/// The deed in such a line.
pub fn of_line(line: &str) -> Option<Deed> {
    event(serde_json::from_str(line).ok()?).map(|event| event.deed)
}

fn parse(text: &str) -> Result<(Head, Vec<Event>), String> {
    let written: Written = toml::from_str(text).map_err(|error| {
        format!("it is not the journal of a workshop: {}", error.message().lines().next().unwrap_or_default())
    })?;
    if written.format > FORMAT {
        return Err(format!("it has format {}, which only a newer version of this program reads", written.format));
    }
    let odd = || "it is not the journal of a workshop".to_owned();
    let head = Head {
        course: Id::new(&written.course).ok_or_else(odd)?,
        lessons: written.lessons.iter().filter_map(|id| Id::new(id)).collect(),
        minutes: written.minutes,
        people: written.people,
        begins: moment(&written.begins).ok_or_else(odd)?,
        plan: written.plan.and_then(|plan| u64::from_str_radix(&plan, 16).ok()).map(Fingerprint),
        rehearsal: written.rehearsal.map(|written| rehearsal(&written).ok_or_else(odd)).transpose()?,
    };
    let events = written.events.into_iter().map(|entry| event(entry).ok_or_else(odd)).collect::<Result<_, _>>()?;
    Ok((head, events))
}

fn rehearsed(rehearsal: &Rehearsal) -> Rehearsed {
    Rehearsed {
        room: rehearsal.crowd.name().to_owned(),
        seed: rehearsal.seed,
        speed: rehearsal.speed,
        real: clock::written(Stamp(rehearsal.real.0)),
        shown: clock::written(Stamp(rehearsal.shown.0)),
    }
}

fn rehearsal(written: &Rehearsed) -> Option<Rehearsal> {
    Some(Rehearsal {
        crowd: Crowd::named(&written.room)?,
        seed: written.seed,
        speed: written.speed,
        real: moment(&written.real)?,
        shown: moment(&written.shown)?,
    })
}

fn moment(text: &str) -> Option<Moment> {
    clock::parse(text).map(|stamp| Moment(stamp.0))
}

fn entry(event: &Event) -> Entry {
    let at = clock::written(Stamp(event.at.0));
    let did = |did: &str| Entry { at: at.clone(), did: did.to_owned(), ..Entry::default() };
    match &event.deed {
        Deed::Went(step) => Entry { step: Some(step.clone()), ..did("went") },
        Deed::Showed(points) => Entry { points: Some(*points), ..did("showed") },
        Deed::Voted(line) => Entry { line: Some(line + 1), ..did("voted") },
        Deed::Counted(counts) => Entry { counts: Some(counts.clone()), ..did("counted") },
        Deed::Undone => did("undone"),
        Deed::Covered(Cover::Blank) => did("blanked"),
        Deed::Covered(Cover::Pause) => did("paused"),
        Deed::Covered(Cover::Break) => did("rested"),
        Deed::Restored(steps) => Entry { steps: Some(steps.clone()), ..did("restored") },
        Deed::People(people) => Entry { people: Some(*people), ..did("people") },
        Deed::Again(poll) => Entry { poll: Some(poll.clone()), ..did("again") },
        Deed::Uncovered => did("uncovered"),
        Deed::More(seconds) => Entry { seconds: Some(*seconds), ..did("more") },
        Deed::Dropped(steps) => Entry { steps: Some(steps.clone()), ..did("dropped") },
    }
}

fn event(entry: Entry) -> Option<Event> {
    let deed = match entry.did.as_str() {
        "went" => Deed::Went(entry.step?),
        "showed" => Deed::Showed(entry.points?),
        "voted" => Deed::Voted(entry.line?.checked_sub(1)?),
        "counted" => Deed::Counted(entry.counts?),
        "undone" => Deed::Undone,
        "blanked" => Deed::Covered(Cover::Blank),
        "paused" => Deed::Covered(Cover::Pause),
        "rested" => Deed::Covered(Cover::Break),
        "restored" => Deed::Restored(entry.steps?),
        "people" => Deed::People(entry.people?),
        "again" => Deed::Again(entry.poll?),
        "uncovered" => Deed::Uncovered,
        "more" => Deed::More(entry.seconds?),
        "dropped" => Deed::Dropped(entry.steps?),
        _ => return None,
    };
    Some(Event { at: moment(&entry.at)?, deed })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_journal_read_back_is_the_journal_written() {
        let folder = tempfile::tempdir().unwrap();
        let head = Head {
            course: Id::new("c").unwrap(),
            lessons: vec![Id::new("a").unwrap()],
            minutes: 60,
            people: 24,
            begins: Moment(1_795_512_900_000),
            plan: Some(Fingerprint(7)),
            rehearsal: Some(Rehearsal {
                crowd: Crowd::Split,
                seed: 7,
                speed: 10,
                real: Moment(1_795_512_600_000),
                shown: Moment(1_795_512_700_000),
            }),
        };
        let mut journal = Journal::begin(folder.path(), head.clone(), Moment(1_795_512_600_000)).unwrap();
        let deeds = [
            Deed::Went("welcome".into()),
            Deed::Showed(2),
            Deed::Voted(0),
            Deed::Counted(vec![3, 0, 12]),
            Deed::Undone,
            Deed::Covered(Cover::Blank),
            Deed::Covered(Cover::Pause),
            Deed::Uncovered,
            Deed::More(30),
            Deed::Dropped(vec!["x".into(), "y".into()]),
            Deed::Restored(vec!["x".into()]),
            Deed::People(31),
            Deed::Again("x-1".into()),
            Deed::Covered(Cover::Break),
        ];
        for (nth, deed) in deeds.into_iter().enumerate() {
            journal.take(Event { at: Moment(1_795_512_600_000 + nth as i64), deed }).unwrap();
        }
        let read = Journal::last(folder.path(), &head.course).unwrap().unwrap();
        assert_eq!((read.head, read.events), (journal.head, journal.events));
        assert!(Journal::last(folder.path(), &Id::new("other").unwrap()).unwrap().is_none());
        assert!(Journal::last(&folder.path().join("nowhere"), &head.course).unwrap().is_none());
    }
}
