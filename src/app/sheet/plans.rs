//! Every plan: its sentence, when it was made, how it went, and when it will be asked.

use super::super::geometry::Geometry;
use super::super::keymap::{Act, Where};
use super::super::plans::listed;
use super::super::{App, Plans};
use super::{Header, Sheet, footer, hanging, line, wrapped};
use crate::course::Clean;
use crate::page::{Role, Row, spoken};
use crate::progress::day::Day;
use crate::progress::plan::{Asking, asking};
use crate::progress::{EventId, Plan};

pub fn sheet(app: &App, screen: &Plans, at: &Geometry) -> Sheet {
    let all = listed(app);
    let mut entries = vec![(Act::Confirm, "revise"), (Act::Down, "choose"), (Act::TakeOff, "take off"), (Act::Back, "back")];
    if screen.taken_off.is_some() {
        entries.insert(0, (Act::Undo, "put back"));
    }
    let mut sheet = Sheet {
        header: Some(Header { left: Clean::fixed("Plans"), right: count(all.len()), part: Some(0.0), number: None }),
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
        for half in plan.halves() {
            sheet.rows.extend(wrapped(&half, Role::Text, at.width));
        }
        sheet.rows.extend(dates(app, (id, plan), at.width));
        sheet.target(start..sheet.rows.len(), Act::Choose(nth));
        if nth == screen.selected {
            sheet.focus = Some(start..sheet.rows.len());
        }
    }
    if all.is_empty() {
        sheet.rows.extend(wrapped("There is no plan. The end of a quiz asks for one.", Role::Text, at.width));
    }
    sheet.follow_focus(app.body_height())
}

/// `2 plans`.
pub fn count(plans: usize) -> Clean {
    Clean::words(&if plans == 1 { "1 plan".to_owned() } else { format!("{plans} plans") })
}

/// The lesson over its plans.
fn head(app: &App, plan: &Plan, parts: bool) -> Vec<Row> {
    let lesson = app.course.position(&plan.lesson).and_then(|at| app.course.lessons.get(at));
    let words = lesson.map_or("A lesson that is gone".to_owned(), |lesson| format!("{}  {}", lesson.number, lesson.title));
    let mut rows = if parts { vec![Row::default()] } else { Vec::new() };
    rows.extend([line(&words, Role::Heading), Row::default()]);
    rows
}

/// So wide is the column of dates.
const DATE: usize = 16;

/// When it was made, what was said about it, and when it will be asked.
fn dates(app: &App, (id, plan): (&EventId, &Plan), width: usize) -> Vec<Row> {
    let (made, today) = (app.progress.made(), app.today());
    let mut said = vec![(Day::of(plan.at, app.offset), "made".to_owned())];
    for word in made.followed(id) {
        let obstacle = if word.obstacle.is_empty() { String::new() } else { format!(": {}", word.obstacle) };
        said.push((Day::of(word.at.0, app.offset), word.went.in_words().to_owned() + &obstacle));
    }
    match asking(made, (id, plan), today, app.offset) {
        Asking::Since(day) => said.push((day, "asked on the map".to_owned())),
        Asking::On(day) => said.push((day, "will be asked".to_owned())),
        Asking::Over => {}
    }
    let row = |(day, words): (Day, String)| {
        let date = format!("   {:<width$}", day.in_words(today, app.words()), width = DATE - 3);
        hanging(spoken(&date, Role::Quiet), &words, Role::Quiet, width)
    };
    said.into_iter().flat_map(row).collect()
}
