//! The mouse: where someone clicked, and what a key would do there.

use super::keymap::Act;
use super::{App, Effect, forget, on_screen, sheet};
use crate::progress::Stamp;

/// A click does what a key would: it chooses an option, or an item of a list; a second click on a chosen item opens it.
pub fn click(app: &mut App, at: Stamp, (column, row): (usize, usize), effects: &mut Vec<Effect>) {
    let geometry = app.geometry();
    let sheet = sheet::sheet(app, &geometry);
    let above = sheet.notice.len().min(geometry.height.saturating_sub(1));
    let first = geometry.body + above;
    let (Some(row), Some(column)) = (row.checked_sub(first), column.checked_sub(geometry.left)) else { return };
    let Some(act) = sheet.clicked(geometry.height - above, row, column).filter(|_| column < geometry.width) else { return };
    forget(app);
    let is_chosen = matches!(act, Act::Choose(_))
        && sheet.targets.iter().any(|target| target.act == act && sheet.focus.as_ref() == Some(&target.rows));
    on_screen(app, at, if is_chosen { Act::Confirm } else { act }, effects);
}
