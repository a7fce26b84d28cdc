//! `contrasts new`: a small course to start from.

use std::path::Path;

use super::{Code, Stop, print};
use crate::course::builtin;
use crate::store::{lessons, shown};

/// Lays it down, and says how to go on.
pub fn run(dir: &Path) -> Result<Code, Stop> {
    let files = builtin::template();
    lessons::lay_down(dir, &files).map_err(|why| Stop(format!("cannot make a course in {}: {why}", shown(dir))))?;
    let names: Vec<String> = files.keys().map(|name| format!("  {name}\n")).collect();
    let dir = shown(dir);
    print(&format!(
        "A course stands in {dir}:\n{}\n\
         contrasts check {dir}            says what is wrong with it, and what to do\n\
         contrasts --course {dir}         opens it; `e` edits the lesson on the screen\n",
        names.concat()
    ))
}
