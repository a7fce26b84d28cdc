//! `contrasts report`: everything about a learner's work, in the format that was asked for. Chooses and writes; what is said is worked
//! out in `exchange`.

use std::path::{Path, PathBuf};

use super::{Code, Course, Options, Stop, list, outcome, print, rehearsed, say, the_places};
use crate::app::room::Room;
use crate::app::{Msg, Size};
use crate::command::{Report, ReportFormat};
use crate::course::Clean;
use crate::exchange::xapi::{self, Actor};
use crate::exchange::{Record, csv, html, json, markdown};
use crate::progress::day::Day;
use crate::progress::{Morning, Progress, Terms};
use crate::store::journal::Journal;
use crate::store::{Failure, clock, report, settings, shown};
use crate::workshop::Moment;

/// Prints it, or writes it to a file.
pub fn run(options: &Options, wanted: &Report) -> Result<Code, Stop> {
    if wanted.workshop {
        return of_workshop(options, wanted);
    }
    let actor = actor(wanted)?;
    let (mut course, progress) = list::both(options)?;
    let terms = terms(options, &course);
    let record = record(&mut course, &progress, terms, wanted.name.as_deref());
    write(wanted.output.as_deref(), &text(&course, &record, wanted.format, actor))
}

/// Writes it as a page for a browser, and says where it lies.
pub fn hand_in(options: &Options, course: &mut Course, progress: &Progress) -> Msg {
    match keep(options, course, progress) {
        Ok(file) => Msg::Done(Clean::words(&format!("Your report is {}. Open it in a browser; it prints well.", shown(&file)))),
        Err(failure) => Msg::Failed(Clean::words(&format!("no report: {}: {}", failure.file, failure.why))),
    }
}

/// Into the folder one is in, or beside the sittings where that cannot be written to.
fn keep(options: &Options, course: &mut Course, progress: &Progress) -> Result<PathBuf, Failure> {
    let terms = terms(options, course);
    let page = html::record(&record(course, progress, terms, None), &course.words);
    let (year, month, day) = Day::of(terms.now, terms.morning.offset).date();
    let name = format!("contrasts-report-{year}-{month:02}-{day:02}");
    let here = PathBuf::from(".");
    let here = std::path::absolute(&here).unwrap_or(here);
    report::write_new(&here, &name, "html", &page).or_else(|failure| match the_places(options) {
        Ok(places) => report::write_own(&places.data, &name, "html", &page),
        Err(_) => Err(failure),
    })
}

/// Everything that a report says, of a course that may have been read in part so far.
pub fn record(course: &mut Course, progress: &Progress, terms: Terms, name: Option<&str>) -> Record {
    (0..course.lessons.len()).for_each(|lesson| course.load_questions(lesson));
    course.form();
    Record::of(course, progress, terms, name)
}

/// Prints a text, or writes it to a file.
pub fn write(output: Option<&Path>, text: &str) -> Result<Code, Stop> {
    let Some(file) = output else { return print(text) };
    report::write(file, text).map_err(|failure| Stop(format!("{}: {}", failure.file, failure.why)))?;
    Ok(super::DONE)
}

/// Of the last workshop.
fn of_workshop(options: &Options, wanted: &Report) -> Result<Code, Stop> {
    let places = the_places(options)?;
    let (course, _) = super::the_course(options, false)?;
    let journal = Journal::last(&places.workshops(), &course.id);
    let journal = journal.map_err(|failure| Stop(format!("{}: {}", failure.file, failure.why)))?;
    let Some(journal) = journal else { return Err(Stop("no workshop was held here yet".to_owned())) };
    let mut room = Room::new(course, Size { width: 80, height: 24 }, Moment(clock::now().0), 0);
    let session = outcome::session(&mut room, &journal).map_err(Stop)?;
    room.before = rehearsed::steps(&places, &mut room, &journal);
    match outcome::text(&room, &journal, &session, wanted.format) {
        Some(text) => write(wanted.output.as_deref(), &text),
        None => Err(Stop("the report of a workshop is md, html or csv".to_owned())),
    }
}

/// This moment, and this learner's days.
pub fn terms(options: &Options, course: &Course) -> Terms {
    let now = clock::now();
    let chosen = the_places(options).map(|places| settings::read(&places.settings()).0).unwrap_or_default();
    let morning = Morning { offset: clock::offset(now), hour: chosen.habits.day_start };
    Terms { now, morning, end: course.end.map(|date| morning.of(Day::on(date))) }
}

/// Who the statements speak of, where there are statements.
fn actor(wanted: &Report) -> Result<Option<Actor>, Stop> {
    match &wanted.actor {
        Some(_) if wanted.format != ReportFormat::Xapi => Err(Stop("--actor belongs to --format xapi".to_owned())),
        Some(name) => Actor::named(name).map(Some).map_err(Stop),
        None => Ok(None),
    }
}

fn text(course: &Course, record: &Record, format: ReportFormat, actor: Option<Actor>) -> String {
    match format {
        ReportFormat::Md => markdown::record(record, &course.words),
        ReportFormat::Html => html::record(record, &course.words),
        ReportFormat::Csv => csv::record(record),
        ReportFormat::Json => json::record(record),
        ReportFormat::Xapi => {
            let waiting = xapi::waiting(record);
            if waiting > 0 {
                say(&format!("{waiting} answers claim a later time than now, and are left out until it has come"));
            }
            xapi::record(course, record, &actor.unwrap_or_else(|| Actor::pseudonym(record)))
        }
    }
}
