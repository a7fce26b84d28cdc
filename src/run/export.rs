//! `contrasts export`: everything of a learner as one file, to carry to another machine, hand to a trainer, or lay in a drawer.

use std::path::Path;

use super::{Code, DONE, NO, Options, Stop, counted, print, say, the_places};
use crate::store::{Failure, export, shown};

/// Writes it; 1 where there is nothing to write, or where something could not be taken along.
pub fn run(options: &Options, file: &Path) -> Result<Code, Stop> {
    let (exported, failures) = export::collect(&the_places(options)?);
    for Failure { file, why } in &failures {
        say(&format!("{file}: {why}. It is not in the export."));
    }
    if exported.files.is_empty() {
        say("there is nothing to export yet; no file was written");
        return Ok(NO);
    }
    export::write(file, &exported)
        .map_err(|Failure { file, why }| Stop(format!("cannot export to {file}: {why}; what it holds is as it was")))?;
    let sittings = counted(exported.sittings().count(), "sitting", "sittings");
    let what = if exported.settings().is_some() { format!("{sittings} and the settings") } else { sittings };
    print(&format!("{} holds {what}, with every answer and note in them.\n", shown(file)))?;
    Ok(if failures.is_empty() { DONE } else { NO })
}
