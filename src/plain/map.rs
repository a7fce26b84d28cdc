//! The map: what comes next, what waits, every lesson with its state, and what the learner made.

use super::sheet;
use super::vocabulary::{self, Word};
use super::words::{self, line};
use crate::app::keymap::Act;
use crate::app::{App, Extra, Item, Msg, map_items};
use crate::course::{Clean, NotFound};

/// The map in lines. What is opened by a word has that word before it.
pub fn say(app: &App) -> Vec<Clean> {
    let sheet = sheet::of_map(app);
    let (items, targets) = (map_items(app), sheet::targets(&sheet));
    let mut lines: Vec<Clean> = sheet.header.iter().map(|at| sheet::header(app.words(), at)).collect();
    for (at, row) in sheet.rows.iter().enumerate() {
        let words = words::row(app.words(), &crate::page::Row { sign: None, ..row.clone() });
        if words.is_empty() {
            continue;
        }
        let item = if let Some(Act::Choose(nth)) = targets.get(&at) { items.get(*nth) } else { None };
        match (item, item.and_then(word)) {
            (Some(Item::Next), _) => {
                let head = lines.pop().unwrap_or_default();
                lines.push(line(&format!("{head}: {words}")));
            }
            (_, Some(word)) => lines.push(line(&format!("{}: {words}", word(app.words())))),
            (_, None) => lines.push(line(&words)),
        }
    }
    lines
}

/// The word that opens a row which has no number.
fn word(item: &Item) -> Option<Word> {
    match item {
        Item::Lesson(_) | Item::Next => None,
        Item::FollowUp => Some(|words| words.typed().went()),
        Item::Review => Some(|words| words.typed().review()),
        Item::Extra(extra) => Some(match extra {
            Extra::Mirror => |words| words.typed().mirror(),
            Extra::Kept => |words| words.typed().kept(),
            Extra::Plans => |words| words.typed().plans(),
            Extra::HowSure => |words| words.typed().sure(),
        }),
    }
}

/// The words that open what is there now.
pub fn words_here(app: &App) -> Vec<&str> {
    map_items(app).iter().filter_map(word).map(|word| word(app.words())).collect()
}

/// Opens what a line names: nothing is the next step, then come words and numbers of lessons, and parts of their titles.
pub fn hear(app: &App, said: &str) -> Option<Vec<Msg>> {
    let items = map_items(app);
    let named = |item: &Item| word(item).is_some_and(|word| vocabulary::is(app.words(), said, word));
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
