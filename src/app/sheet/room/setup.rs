//! The page before a workshop: what, how long, how many, and how the time would be spent. It stands on the shared screen, so it holds
//! nothing secret.

use crate::app::geometry::Geometry;
use crate::app::keymap::{Act, Where};
use crate::app::room::Room;
use crate::app::room::fit::unfit;
use crate::app::sheet::console::noticed;
use crate::app::sheet::{Header, Sheet, footer, line};
use crate::course::Clean;
use crate::page::{Role, Row, spoken, spread, wrap};
use crate::words;
use crate::workshop::{Plan, Stage, agenda};

/// The column of the labels, at least.
const LABEL: usize = 16;

/// The page.
pub fn sheet(room: &Room, at: &Geometry) -> Sheet {
    let (setup, words, count) = (&room.setup, room.words().setup(), room.words().count());
    let what = match room.course.lessons.get(setup.what) {
        Some(lesson) => format!("{}  {}", lesson.number, lesson.title),
        None => words.all_contrasts().to_owned(),
    };
    let people = match setup.people {
        0 => words.not_counted().to_owned(),
        people => room.words().room().people(people as usize),
    };
    let light = if room.is_light { words.light(room.size.height) } else { words.dark(room.size.height) };
    let values = [what, room.words().room().minutes(setup.minutes), people, light];
    let labels = [words.what(), words.how_long(), words.how_many(), words.screen()];
    let column = labels.map(|label| wrap::width(label) + 2).into_iter().fold(LABEL, usize::max);
    let entry = |label: &str, value: &str| {
        let room = at.width.saturating_sub(column);
        let mut pieces = vec![spoken(&super::padded(label, column), Role::Strong)];
        pieces.extend(crate::page::shorten(vec![spoken(value, Role::Text)], room));
        Row::of(pieces)
    };
    let mut rows: Vec<Row> = labels.iter().zip(&values).map(|(label, value)| entry(label, value)).collect();
    rows.extend([Row::default(), Row::default(), line(&head(words, setup.minutes), Role::Heading)]);
    let choice = setup.choice(&room.course);
    let plan = agenda::plan(&room.course, &choice.lessons, choice.minutes);
    rows.extend(parts(words, &room.course, &plan).into_iter().map(|(title, seconds)| {
        let minutes = count.minutes((seconds + 30) / 60);
        spread(vec![spoken(&title, Role::Text)], vec![spoken(&minutes, Role::Text)], at.width)
    }));
    rows.push(Row::default());
    rows.extend(super::wrapped(&last_seat(room), Role::Quiet, at.width));
    let notice = super::cut_off(room.words(), &unfit(room, plan)).map(|words| noticed(&words, at.width)).unwrap_or_default();
    let (left, right) = (Clean::words(words.title()), Clean::words(words.nothing_runs()));
    let header = Header { number: None, left, right, part: Some(0.0) };
    Sheet {
        header: Some(header),
        notice,
        rows,
        focus: Some(setup.line..setup.line + 1),
        footer: footer(
            Where::Setup,
            &[
                (Act::Up, words.key_line()),
                (Act::Left, words.key_change()),
                (Act::Confirm, words.key_open()),
                (Act::Back, words.key_leave()),
            ],
        ),
        ..Sheet::default()
    }
}

fn head(words: words::Setup, minutes: u32) -> String {
    match minutes {
        60 => words.the_hour().to_owned(),
        minutes => words.the_minutes(minutes),
    }
}

/// How the time is spent: steps that belong together in one line each.
fn parts(said: words::Setup, course: &crate::course::Course, plan: &Plan) -> Vec<(String, u32)> {
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
            Stage::Break => said.rest().to_owned(),
            Stage::Commit => said.closing().to_owned(),
            _ if step.name == "welcome" || step.name == "line-1" || step.name.starts_with("opening") => said.opening().to_owned(),
            _ if step.name.starts_with("line") => said.closing().to_owned(),
            _ if several => lesson.clone(),
            Stage::Slide(_) if step.name.starts_with("case-") => step.title.to_string(),
            Stage::Slide(_) => said.slides().to_owned(),
            _ if step.is_discussion() => said.discussion().to_owned(),
            _ if step.name.starts_with("debrief-") => said.debrief().to_owned(),
            _ => said.vote().to_owned(),
        };
        match parts.iter_mut().find(|(known, _)| *known == words) {
            Some((_, seconds)) => *seconds += step.seconds,
            None => parts.push((words, step.seconds)),
        }
    }
    parts.push((said.slack().to_owned(), plan.slack));
    parts
}

/// Capitals are six tenths of a row and want a quarter of a degree: the farthest good seat is 137 picture heights over the rows.
fn last_seat(room: &Room) -> String {
    let metres = 137.0 * 1.5 / f64::from(room.size.height.max(1));
    room.words().setup().last_seat(room.words().count().decimal(metres, 1))
}
