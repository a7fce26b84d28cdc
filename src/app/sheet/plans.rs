//! Every plan: its sentence, when it was made, how it went, and when it will be asked.

use super::super::geometry::Geometry;
use super::super::keymap::{Act, Where};
use super::super::plans::listed;
use super::super::{App, Plans};
use super::{Header, Sheet, filled, footer, hanging, line, wrapped};
use crate::course::Clean;
use crate::page::{Role, Row, spoken, wrap};
use crate::progress::day::Day;
use crate::progress::plan::{Asking, asking};
use crate::progress::{EventId, Plan};
use crate::words::Words;

pub fn sheet(app: &App, screen: &Plans, at: &Geometry) -> Sheet {
    let all = listed(app);
    let words = app.words().plans();
    let mut entries = vec![
        (Act::Confirm, words.key_revise()),
        (Act::Down, words.key_choose()),
        (Act::TakeOff, words.key_take_off()),
        (Act::Back, words.key_back()),
    ];
    if screen.taken_off.is_some() {
        entries.insert(0, (Act::Undo, words.key_put_back()));
    }
    let mut sheet = Sheet {
        header: Some(Header {
            left: Clean::words(words.title()),
            right: count(app.words(), all.len()),
            part: Some(0.0),
            number: None,
        }),
        says_more: true,
        footer: footer(Where::Kept, &entries),
        ..Sheet::default()
    };
    let mut lesson = None;
    for (nth, (id, plan)) in all.iter().enumerate() {
        if !sheet.rows.is_empty() {
            sheet.rows.push(Row::default());
        }
        if lesson.replace(&plan.lesson) != Some(&plan.lesson) {
            sheet.rows.extend(head(app, plan, !sheet.rows.is_empty()));
        }
        let start = sheet.rows.len();
        for half in plan.halves(app.words()) {
            sheet.rows.extend(wrapped(&half, Role::Text, at.width));
        }
        sheet.rows.extend(dates(app, (id, plan), at.width));
        sheet.target(start..sheet.rows.len(), Act::Choose(nth));
        if nth == screen.selected {
            sheet.focus = Some(start..sheet.rows.len());
        }
    }
    if all.is_empty() {
        sheet.rows.extend(wrapped(words.none(), Role::Text, at.width));
    }
    sheet.follow_focus(app.body_height())
}

/// `2 plans`.
pub fn count(words: &Words, plans: usize) -> Clean {
    Clean::words(&words.plans().count(plans))
}

/// The lesson over its plans.
fn head(app: &App, plan: &Plan, parts: bool) -> Vec<Row> {
    let lesson = app.course.position(&plan.lesson).and_then(|at| app.course.lessons.get(at));
    let gone = || app.words().plans().lesson_is_gone().to_owned();
    let words = lesson.map_or_else(gone, |lesson| format!("{}  {}", lesson.number, lesson.title));
    let mut rows = if parts { vec![Row::default()] } else { Vec::new() };
    rows.extend([line(&words, Role::Heading), Row::default()]);
    rows
}

/// So wide is the column of dates at least, after an indent.
const DATE: usize = 13;

/// When it was made, what was said about it, and when it will be asked.
fn dates(app: &App, (id, plan): (&EventId, &Plan), width: usize) -> Vec<Row> {
    let (made, today, words) = (app.progress.made(), app.today(), app.words());
    let mut said = vec![(Day::of(plan.at, app.offset), words.plans().made().to_owned())];
    for word in made.followed(id) {
        let went = word.went.in_words(words);
        let went = if word.obstacle.is_empty() { went.to_owned() } else { words.plans().went_with(went, &word.obstacle) };
        said.push((Day::of(word.at.0, app.offset), went));
    }
    match asking(made, (id, plan), today, app.offset) {
        Asking::Since(day) => said.push((day, words.plans().asked_on_the_map().to_owned())),
        Asking::On(day) => said.push((day, words.plans().will_be_asked().to_owned())),
        Asking::Over => {}
    }
    let said: Vec<(String, String)> = said.into_iter().map(|(day, said)| (day.in_words(today, words), said)).collect();
    let column = said.iter().map(|(date, _)| wrap::width(date) + 1).fold(DATE, usize::max);
    let row = |(date, said): (String, String)| {
        hanging(spoken(&format!("   {}", filled(&date, column)), Role::Quiet), &said, Role::Quiet, width)
    };
    said.into_iter().flat_map(row).collect()
}
