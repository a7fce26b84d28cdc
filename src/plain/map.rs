//! The map: what comes next, what waits, every lesson with its state, and what the learner made.

use super::sheet;
use super::words::{self, line};
use crate::app::keymap::Act;
use crate::app::{App, Extra, Item, Msg, map_items};
use crate::course::{Clean, NotFound};

/// The map in lines. What is opened by a word has that word before it.
pub fn say(app: &App) -> Vec<Clean> {
    let sheet = sheet::of_map(app);
    let (items, targets) = (map_items(app), sheet::targets(&sheet));
    let mut lines: Vec<Clean> = sheet.header.iter().map(sheet::header).collect();
    for (at, row) in sheet.rows.iter().enumerate() {
        let words = words::row(&crate::page::Row { sign: None, ..row.clone() });
        if words.is_empty() {
            continue;
        }
        let item = if let Some(Act::Choose(nth)) = targets.get(&at) { items.get(*nth) } else { None };
        match (item, item.and_then(word)) {
            (Some(Item::Next), _) => {
                let head = lines.pop().unwrap_or_default();
                lines.push(line(&format!("{head}: {words}")));
            }
            (_, Some(word)) => lines.push(line(&format!("{word}: {words}"))),
            (_, None) => lines.push(line(&words)),
        }
    }
    lines
}

/// The word that opens a row which has no number.
fn word(item: &Item) -> Option<&'static str> {
    match item {
        Item::Lesson(_) | Item::Next => None,
        Item::FollowUp => Some("went"),
        Item::Review => Some("review"),
        Item::Extra(extra) => Some(match extra {
            Extra::Mirror => "mirror",
            Extra::Kept => "kept",
            Extra::Plans => "plans",
            Extra::HowSure => "sure",
        }),
    }
}

/// The words that open what is there now.
pub fn words_here(app: &App) -> Vec<&'static str> {
    map_items(app).iter().filter_map(word).collect()
}

/// Opens what a line names: nothing is the next step, then come words and numbers of lessons, and parts of their titles.
pub fn hear(app: &App, said: &str) -> Option<Vec<Msg>> {
    let items = map_items(app);
    let named = |item: &Item| word(item).is_some_and(|word| said.eq_ignore_ascii_case(word));
    let nth = match said {
        "" => Some(0),
        _ => items.iter().position(named),
    };
    nth.map(|nth| vec![Msg::Act(Act::Choose(nth)), Msg::Act(Act::Confirm)])
}

/// Opens a lesson by its number, its id or a part of its title.
pub fn lesson(app: &App, said: &str) -> Result<Vec<Msg>, NotFound> {
    let lesson = app.course.find(said)?;
    let nth = map_items(app).iter().position(|item| *item == Item::Lesson(lesson)).unwrap_or(0);
    Ok(vec![Msg::Act(Act::Choose(nth)), Msg::Act(Act::Confirm)])
}
