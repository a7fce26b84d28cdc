//! `contrasts erase`: everything of a learner removed, after asking.

use std::io::BufRead;

use super::{COULD_NOT, Code, DONE, NO, Options, Stop, ask, print, say, the_places};
use crate::store::erase::Found;
use crate::store::{Failure, shown};

/// What has to be typed, because Enter alone is pressed too easily.
const WORD: &str = "erase";

/// Says what there is, asks, and removes it; 1 where the answer was another, 2 where something is still there.
pub fn run(options: &Options) -> Result<Code, Stop> {
    let places = the_places(options)?;
    let cannot = |Failure { file, why }: Failure| Stop(format!("cannot look into {file}: {why}; nothing was erased"));
    let found = Found::look(&places, options.profile.is_some()).map_err(cannot)?;
    if found.is_empty() {
        print(&format!("There is nothing to erase in {}.\n", shown(&places.data)))?;
        return Ok(DONE);
    }
    ask(&format!(
        "This erases {} in {}.\n\
         Nothing of it can be brought back; exports and copies elsewhere stay. Other windows of this program should be closed.\n\
         Type {WORD} and press Enter to erase, or only Enter to keep everything: ",
        found.in_words(),
        shown(&places.data)
    ));
    let answer = answer();
    if answer.is_empty() {
        // Nobody pressed Enter, so the row of the question is still open.
        ask("\n");
    }
    if !answer.trim().eq_ignore_ascii_case(WORD) {
        say("nothing was erased");
        return Ok(NO);
    }
    let failures = found.remove();
    for Failure { file, why } in &failures {
        say(&format!("{file}: {why}. It is still there."));
    }
    if !failures.is_empty() {
        return Ok(COULD_NOT);
    }
    let left = found.left();
    let stays =
        left.iter().map(|folder| format!("{} stays, because it holds files that are not this program's.\n", shown(folder)));
    print(&format!("Erased.\n{}", stays.collect::<String>()))
}

/// What was typed, with the end of its line. Where nothing can be read, nothing was meant.
fn answer() -> String {
    let mut answer = String::new();
    match std::io::stdin().lock().read_line(&mut answer) {
        Ok(_) => answer,
        Err(_) => String::new(),
    }
}
