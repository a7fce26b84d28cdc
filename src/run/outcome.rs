//! What a workshop leaves behind: a report as Markdown and as a page, and the counts as CSV, beside its journal. Chooses and writes; what is
//! said is worked out in `exchange`.

use std::path::PathBuf;

use crate::app::room::{Choice, Room};
use crate::command::ReportFormat;
use crate::exchange::html::Tongue;
use crate::exchange::{document, held};
use crate::progress::Stamp;
use crate::progress::day::{Day, Offset};
use crate::store::journal::Journal;
use crate::store::{Failure, clock, report, shown};
use crate::workshop::{Outcome, Session};

/// Writes all files beside the journal; answers the path of the report.
pub fn write(room: &Room, journal: &Journal, session: &Session) -> Result<PathBuf, Failure> {
    for (format, ending) in [(ReportFormat::Csv, "csv"), (ReportFormat::Html, "html"), (ReportFormat::Md, "md")] {
        if let Some(text) = text(room, journal, session, format) {
            report::write(&journal.file().with_extension(ending), &text)?;
        }
    }
    Ok(journal.file().with_extension("md"))
}

/// The report in a format; nothing in those that are for learners alone.
pub fn text(room: &Room, journal: &Journal, session: &Session, format: ReportFormat) -> Option<String> {
    let end = journal.events.last().map_or(session.clock.begins, |event| event.at);
    let (words, begins) = (room.words(), Stamp(session.clock.begins.0));
    let outcome = Outcome::of(session, end, &room.before, words);
    let day = Day::of(begins, Offset(clock::ahead(begins) * 60)).in_full(words);
    let made_up = journal.head.rehearsal.as_ref();
    match format {
        ReportFormat::Md => Some(document::as_markdown(&held::report(words, &outcome, &day, made_up))),
        ReportFormat::Html => Some(document::as_html(Tongue::of(&room.course), &held::report(words, &outcome, &day, made_up))),
        ReportFormat::Csv => Some(held::table(&outcome, made_up)),
        ReportFormat::Json | ReportFormat::Xapi => None,
    }
}

/// The session of a journal as it stands at its last event, or why there is none: the course may have changed since it began.
pub fn session(room: &mut Room, journal: &Journal) -> Result<Session, String> {
    let head = &journal.head;
    let lessons: Vec<usize> = head.lessons.iter().filter_map(|id| room.course.position(id)).collect();
    let is_whole = lessons.len() == head.lessons.len();
    let choice = Choice { lessons, minutes: head.minutes, people: head.people };
    let mut session = room.session_of(&choice, head.begins);
    if !is_whole || head.plan.is_some_and(|plan| plan != room.fingerprint(&choice)) {
        let file = shown(journal.file());
        return Err(format!("the course was changed since this workshop, so its counts would stand beside other words: {file}"));
    }
    journal.events.iter().for_each(|event| session.apply(event));
    Ok(session)
}
