//! The page before a workshop: what, how long, how many, and how the time would be spent. It stands on the shared screen, so it holds
//! nothing secret.

use crate::app::geometry::Geometry;
use crate::app::keymap::{Act, Where};
use crate::app::room::Room;
use crate::app::room::fit::unfit;
use crate::app::sheet::console::noticed;
use crate::app::sheet::{Header, Sheet, footer, line};
use crate::course::Clean;
use crate::page::{Role, Row, spoken, spread};
use crate::workshop::{Plan, Stage, agenda};

const LABEL: usize = 16;

/// The page.
pub fn sheet(room: &Room, at: &Geometry) -> Sheet {
    let setup = &room.setup;
    let what = match room.course.lessons.get(setup.what) {
        Some(lesson) => format!("{}  {}", lesson.number, lesson.title),
        None => "All contrasts of the course".to_owned(),
    };
    let people = if setup.people == 0 { "not counted".to_owned() } else { super::people(setup.people) };
    let light = if room.is_light { "light" } else { "dark" };
    let values = [what, format!("{} minutes", setup.minutes), people, format!("{light}, {} rows", room.size.height)];
    let entry = |label: &str, value: &str| {
        let room = at.width.saturating_sub(LABEL);
        let mut pieces = vec![spoken(&super::padded(label, LABEL), Role::Strong)];
        pieces.extend(crate::page::shorten(vec![spoken(value, Role::Text)], room));
        Row::of(pieces)
    };
    let mut rows: Vec<Row> = crate::app::room::LINES.iter().zip(&values).map(|(label, value)| entry(label, value)).collect();
    rows.extend([Row::default(), Row::default(), line(&head(setup.minutes), Role::Heading)]);
    let choice = setup.choice(&room.course);
    let plan = agenda::plan(&room.course, &choice.lessons, choice.minutes);
    rows.extend(parts(&room.course, &plan).into_iter().map(|(title, seconds)| {
        let minutes = format!("{} min", (seconds + 30) / 60);
        spread(vec![spoken(&title, Role::Text)], vec![spoken(&minutes, Role::Text)], at.width)
    }));
    rows.push(Row::default());
    rows.extend(super::wrapped(&last_seat(room), Role::Quiet, at.width));
    let notice = super::cut_off(&unfit(room, plan)).map(|words| noticed(&words, at.width)).unwrap_or_default();
    let header =
        Header { number: None, left: Clean::fixed("Workshop"), right: Clean::fixed("nothing is running yet"), part: Some(0.0) };
    Sheet {
        header: Some(header),
        notice,
        rows,
        focus: Some(setup.line..setup.line + 1),
        footer: footer(
            Where::Setup,
            &[(Act::Up, "line"), (Act::Left, "change"), (Act::Confirm, "open the lobby"), (Act::Back, "leave")],
        ),
        ..Sheet::default()
    }
}

fn head(minutes: u32) -> String {
    match minutes {
        60 => "The hour".to_owned(),
        minutes => format!("The {minutes} minutes"),
    }
}

/// How the time is spent: steps that belong together in one line each.
fn parts(course: &crate::course::Course, plan: &Plan) -> Vec<(String, u32)> {
    let mut parts: Vec<(String, u32)> = Vec::new();
    let several = plan.lessons.len() > 1;
    let mut lessons = plan.lessons.iter().filter_map(|id| course.lessons.get(course.position(id)?));
    let mut lesson = String::new();
    for step in &plan.steps {
        let starts = step.name.starts_with("card-");
        if several && starts {
            lesson = lessons.next().map(|lesson| lesson.title.to_string()).unwrap_or_default();
        }
        let words = match step.stage {
            Stage::Lobby | Stage::Close => continue,
            Stage::Break => "Break".to_owned(),
            Stage::Commit => "Closing line and commitment".to_owned(),
            _ if step.name == "welcome" || step.name == "line-1" || step.name.starts_with("opening") => {
                "Welcome and an opening line".to_owned()
            }
            _ if step.name.starts_with("line") => "Closing line and commitment".to_owned(),
            _ if several => lesson.clone(),
            Stage::Slide(_) if step.name.starts_with("case-") => step.title.to_string(),
            Stage::Slide(_) => "The contrast, with slides".to_owned(),
            _ if step.name.starts_with("discuss-") => "Discussion".to_owned(),
            _ if step.name.starts_with("debrief-") => "Debrief".to_owned(),
            _ => "Vote, pairs, vote again, reveal".to_owned(),
        };
        match parts.iter_mut().find(|(known, _)| *known == words) {
            Some((_, seconds)) => *seconds += step.seconds,
            None => parts.push((words, step.seconds)),
        }
    }
    parts.push(("Slack".to_owned(), plan.slack));
    parts
}

/// Capitals are six tenths of a row and want a quarter of a degree: the farthest good seat is 137 picture heights over the rows.
fn last_seat(room: &Room) -> String {
    let metres = 137.0 * 1.5 / f64::from(room.size.height.max(1));
    format!("On a picture 1.5 m high the last good seat is {metres:.1} m away.")
}
