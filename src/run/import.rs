//! `contrasts import`: what was learned elsewhere, laid beside what was learned here.

use std::path::PathBuf;

use super::{COULD_NOT, Code, NO, Options, Stop, counted, print, say, the_places};
use crate::store::Failure;
use crate::store::import::{Imported, import};

/// Takes it in and says what was new; 1 where something was left out, 2 where all of it was.
pub fn run(options: &Options, from: &[PathBuf]) -> Result<Code, Stop> {
    let places = the_places(options)?;
    let mut imported = Imported::default();
    let done = from.iter().try_for_each(|from| import(from, &places, &mut imported));
    for Failure { file, why } in &imported.unread {
        say(&format!("{file}: {why}. It was left out."));
    }
    done.map_err(|Failure { file, why }| {
        let so_far = counted(imported.sittings, "sitting", "sittings");
        Stop(format!("cannot write {file}: {why}; {so_far} came in whole, and importing again goes on from there"))
    })?;
    let has_read = imported.sittings + imported.known > 0 || imported.settings;
    match imported.unread.is_empty() {
        false if !has_read => Ok(COULD_NOT),
        is_whole => print(&in_words(&imported)).map(|done| if is_whole { done } else { NO }),
    }
}

fn in_words(imported: &Imported) -> String {
    let new = counted(imported.sittings, "sitting is new", "sittings are new");
    let with = counted(imported.answers, "answer that was not known", "answers that were not known");
    let new = if imported.sittings > 0 { format!("{new}, with {with}") } else { "Nothing is new".to_owned() };
    let known = match imported.known {
        0 => String::new(),
        known => format!("; {} here already", counted(known, "sitting was", "sittings were")),
    };
    let settings = if imported.settings { " The settings were taken over, as there were none.\n" } else { "\n" };
    format!("{new}{known}.{settings}")
}
