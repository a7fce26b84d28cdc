//! `contrasts guide`: what a facilitator takes along on paper. Chooses and writes; what is said is worked out in `exchange`.

use super::{Code, Options, Stop, find_lesson, for_here, report, the_course};
use crate::app::keymap::{Where, here};
use crate::app::room::contrasts;
use crate::command::{Guide, PageFormat};
use crate::exchange::html::Tongue;
use crate::exchange::{document, guide};
use crate::workshop::agenda::plan;

/// Prints it, or writes it to a file.
pub fn run(options: &Options, wanted: &Guide) -> Result<Code, Stop> {
    let (mut course, _) = the_course(options, false)?;
    let mut chosen = wanted.lessons.iter().map(|named| find_lesson(&course, named)).collect::<Result<Vec<_>, _>>()?;
    if chosen.is_empty() {
        chosen = contrasts(&course);
    }
    chosen.iter().for_each(|lesson| drop(course.load_workshop(*lesson)));
    let keys = here(Where::Room)
        .map(|binding| (binding.shown(&course.words).split(' ').map(str::to_owned).collect(), (binding.help)(&course.words)));
    let guide = guide::guide(&course.words, &plan(&course, &chosen, wanted.length), &keys.collect::<Vec<_>>());
    let text = match wanted.format {
        PageFormat::Md if wanted.output.is_none() => for_here(options, document::as_markdown(&guide)),
        PageFormat::Md => document::as_markdown(&guide),
        PageFormat::Html => document::as_html(Tongue::of(&course), &guide),
    };
    report::write(wanted.output.as_deref(), &text)
}
