//! A plan on its way: what it is good for once, and then one half after the other.

use super::sheet;
use super::words::line;
use crate::app::sheet::plan::{when_asked, why_not};
use crate::app::{App, PlanPart, Planning};
use crate::course::Clean;

/// What is asked for, what one said so far, and why it cannot be taken.
pub fn say(app: &App, planning: &Planning) -> Vec<Clean> {
    let mut lines: Vec<Clean> = sheet::of(app).header.iter().map(|at| sheet::header(app.words(), at)).collect();
    lines.extend([line(app.words().plans().why()), line(&when_asked(app))]);
    let words = app.words().lines();
    let (cue, act) = (planning.cue.text.trim(), planning.act.text.trim());
    match (planning.part, planning.revises.is_some()) {
        (PlanPart::Cue, false) if cue.is_empty() => {}
        (PlanPart::Cue, false) if act.is_empty() => lines.push(line(&words.plan_cue_so_far(cue))),
        (PlanPart::Act, false) => {}
        _ => lines.push(line(&words.plan_so_far(cue, act))),
    }
    if planning.part == PlanPart::Act {
        lines.push(line(&words.plan_if(cue)));
        if planning.revises.is_none() && !act.is_empty() {
            lines.push(line(&words.plan_act_so_far(act)));
        }
    }
    lines.extend(why_not(app.words(), planning).map(|why| line(&why)));
    lines
}
