//! `contrasts new`: a small course to start from.

use std::path::Path;

use super::{Code, Stop, print};
use crate::course::builtin;
use crate::store::{lessons, shown};

const COURSE_FILE: &str = "course.toml";
/// The id of the course to start from.
const TEMPLATE_ID: &str = "my-course";

/// Lays it down, and says how to go on.
pub fn run(dir: &Path) -> Result<Code, Stop> {
    let mut files = builtin::template();
    if let Some(content) = files.get_mut(COURSE_FILE)
        && let Ok(text) = std::str::from_utf8(content)
    {
        *content = text.replacen(TEMPLATE_ID, &own_id(dir), 1).into_bytes().into();
    }
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

/// An id that no other course has: the name of the folder as far as it may stand in one, and letters by chance. If all new courses had
/// one id, nobody would remember to change it.
fn own_id(dir: &Path) -> String {
    let name = dir.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    let words: Vec<&str> = name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let name: String = words.join("-").chars().take(40).collect();
    format!("{}-{:08x}", if name.is_empty() { "course" } else { &name }, fastrand::u32(..))
}
