//! A screen that has no words of its own is said by its sheet: its rows without what is drawn, and a number before what can be opened.

use std::collections::BTreeMap;

use super::words::{self, line};
use crate::app::keymap::Act;
use crate::app::sheet::{self, Header, Sheet};
use crate::app::{App, Geometry, Screen};
use crate::course::Clean;
use crate::words::Words;

/// Room for every line: nothing is wrapped where nobody asked for it.
const WIDE: usize = 4000;
/// Of what was found, so many are said; whoever wants another types more of its name.
const MOST: usize = 20;

/// A page without edges.
fn wide() -> Geometry {
    Geometry { left: 0, width: WIDE, span: WIDE, side: None, has_margin: true, header: 0, body: 0, height: 1000, footer: 0 }
}

/// The sheet of the screen.
pub fn of(app: &App) -> Sheet {
    without_saving(app, sheet::sheet(app, &wide()))
}

/// The sheet of the map, which has the next step on it whatever is focused.
pub fn of_map(app: &App) -> Sheet {
    without_saving(app, sheet::sheet(app, &Geometry { side: Some(0), ..wide() }))
}

/// That the disk is at work stands behind the last point of the header, and comes and goes; whoever listens hears of a slow one once.
fn without_saving(app: &App, mut sheet: Sheet) -> Sheet {
    if app.saving.is_slow()
        && let Some(header) = &mut sheet.header
        && let Some((right, _)) = header.right.as_str().rsplit_once(" · ")
    {
        header.right = Clean::words(right);
    }
    sheet
}

/// What it says.
pub fn say(app: &App) -> Vec<Clean> {
    let mut sheet = of(app);
    in_words(app, &mut sheet);
    let mut lines: Vec<Clean> = sheet.header.iter().map(|at| header(app.words(), at)).collect();
    if matches!(app.screen(), Screen::Jump(jump) if jump.text.is_empty()) {
        return lines;
    }
    let ways = ways(app);
    let words: Vec<(usize, String)> = sheet
        .rows
        .iter()
        .map(|row| words::row(app.words(), row))
        .enumerate()
        .filter(|(_, words)| !words.trim().is_empty())
        .collect();
    let targets = targets(&sheet);
    let first_way = words.len().saturating_sub(ways);
    let mut opened = 0;
    for (nth, (at, words)) in words.iter().enumerate() {
        match targets.get(at) {
            Some(Act::Choose(_)) if matches!(app.screen(), Screen::Terms(_)) => lines.push(line(words)),
            Some(Act::Choose(nth)) => {
                opened += 1;
                if opened > MOST && is_found(app) {
                    lines.push(line(&app.words().lines().and_more(all(&sheet) - MOST)));
                    return lines;
                }
                lines.push(line(&counted(nth + 1, &named(app, words))));
            }
            _ if ways > 0 && nth >= first_way => lines.push(line(&format!("{}. {words}", nth - first_way + 1))),
            // A legend to what is drawn.
            _ if is_legend(&sheet, *at) => {}
            _ => lines.push(line(&named(app, words))),
        }
    }
    lines
}

/// The days to come stand in columns on the screen; here each has its name, and those without reviews need not be named.
fn in_words(app: &App, sheet: &mut Sheet) {
    let calendar = sheet::calendar(app, &wide());
    let rows = sheet.rows.windows(calendar.len().max(1)).position(|rows| rows == calendar);
    let Some(from) = rows.filter(|_| matches!(app.screen(), Screen::Overview(_))) else { return };
    let days: Vec<String> = sheet::days_to_come(app)
        .iter()
        .filter(|(_, due)| *due > 0)
        .map(|(day, due)| format!("{} {due}", day.soon(app.today(), app.words())))
        .collect();
    let words = if days.is_empty() { app.words().lines().no_reviews().to_owned() } else { format!("{}.", days.join(", ")) };
    let row = crate::page::Row::of(vec![crate::page::spoken(&words, crate::page::Role::Text)]);
    sheet.rows.splice(from..from + calendar.len(), [row]);
}

/// What the rows of a sheet open, by the first row of each.
pub fn targets(sheet: &Sheet) -> BTreeMap<usize, Act> {
    sheet.targets.iter().map(|target| (target.rows.start, target.act)).collect()
}

/// A number before some words, but not two of the same.
fn counted(number: usize, words: &str) -> String {
    if words.starts_with(&format!("{number}. ")) { words.to_owned() } else { format!("{number}. {words}") }
}

/// In a list that has numbers of its own, a lesson says what its number is.
fn named(app: &App, words: &str) -> String {
    let number = words.split_once(". ").filter(|(number, _)| number.bytes().all(|byte| byte.is_ascii_digit()));
    match (app.screen(), number) {
        (Screen::Jump(_) | Screen::Across(_) | Screen::Kept(_) | Screen::Plans(_), Some((number, rest))) => {
            app.words().lines().lesson_of_list(number, rest)
        }
        (Screen::End(_), Some((number, rest))) => app.words().lines().question_of_list(number, rest),
        _ => words.to_owned(),
    }
}

fn is_legend(sheet: &Sheet, at: usize) -> bool {
    sheet.rows.get(at).is_some_and(|row| row.text().trim_start().starts_with(['│', '■']))
}

fn is_found(app: &App) -> bool {
    matches!(app.screen(), Screen::Jump(_) | Screen::Across(_))
}

/// So many things can be opened by a number.
pub fn all(sheet: &Sheet) -> usize {
    sheet.targets.iter().filter(|target| matches!(target.act, Act::Choose(_))).count()
}

/// The last rows of some screens are ways to go.
pub fn ways(app: &App) -> usize {
    match app.screen() {
        Screen::First(_) => 2,
        Screen::Leave(_) => 3,
        _ => 0,
    }
}

/// Where I am, and how far.
pub fn header(own: &Words, header: &Header) -> Clean {
    let [now, earlier] = [own.lines().now(), own.lines().earlier()].map(|sign| format!("{sign} "));
    let part = |words: &Clean| {
        let words = words.as_str().replace('█', &now).replace('○', &earlier).replace(" · ", ", ");
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let number = header.number.map_or(String::new(), |number| format!("{number}. "));
    let (left, right) = (part(&header.left), part(&header.right));
    line(&words::stopped(if right.is_empty() { format!("{number}{left}") } else { format!("{number}{left}: {right}") }))
}

/// What stands above every page.
pub fn notice(app: &App) -> Vec<Clean> {
    let rows = sheet::notice(app, &wide());
    rows.iter().map(|row| words::row(app.words(), row)).filter(|words| !words.is_empty()).map(|words| line(&words)).collect()
}
