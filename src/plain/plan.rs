//! A plan on its way: what it is good for once, and then one half after the other.

use super::sheet;
use super::words::line;
use crate::app::sheet::plan::{WHY, when_asked, why_not};
use crate::app::{App, PlanPart, Planning};
use crate::course::Clean;

/// What is asked for, what one said so far, and why it cannot be taken.
pub fn say(app: &App, planning: &Planning) -> Vec<Clean> {
    let mut lines: Vec<Clean> = sheet::of(app).header.iter().map(sheet::header).collect();
    lines.extend([Clean::fixed(WHY), line(&when_asked(app))]);
    if planning.revises.is_some() {
        lines.push(line(&format!("So far: if {}, then I {}.", planning.cue.text, planning.act.text)));
    }
    if planning.part == PlanPart::Act {
        lines.push(line(&format!("If {},", planning.cue.text)));
    }
    lines.extend(why_not(planning).map(|why| line(&why)));
    lines
}
