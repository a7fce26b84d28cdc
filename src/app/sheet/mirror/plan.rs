//! What to build and what to ease off: the role's needs beside what was reported, with practices small enough for a bad week.

use super::super::super::App;
use super::super::super::geometry::Geometry;
use super::super::super::mirror::{Mirror, looks};
use super::super::{Header, Sheet, hanging, line, wrapped};
use super::{day, headed, parted, result_foot};
use crate::course::Clean;
use crate::course::mirror::{Form, Practice};
use crate::page::{Role, Row, blanks, spoken};
use crate::progress::MirrorPart;
use crate::progress::mirror::{Gap, Plan, plan};

pub fn sheet(app: &App, form: &Form, screen: &Mirror, at: &Geometry) -> Sheet {
    let (doing, need) = (looks(app, MirrorPart::Doing).now(), looks(app, MirrorPart::Need).now());
    let (Some(doing), Some(need)) = (doing, need) else { return Sheet::default() };
    let plan = plan(form, doing, need);
    let mut rows = summary(form, &plan, at.width);
    for gap in &plan.build {
        rows.extend(parted());
        rows.extend(headed(&format!("Build {}", form.name(gap.pole)), &figures(gap), at.width));
        for practice in form.practices.iter().filter(|practice| practice.pole == gap.pole) {
            rows.push(Row::default());
            rows.extend(in_detail(practice, at));
        }
    }
    if let Some(gap) = &plan.ease_off {
        rows.extend(parted());
        rows.extend(headed(&format!("Ease off {}", form.name(gap.pole)), &figures(gap), at.width));
        rows.push(Row::default());
        rows.extend(wrapped(EASE_OFF, Role::Text, at.width));
    }
    rows.extend(others(form, &plan, at));
    rows.extend(parted());
    rows.extend(endings(form, at.width));
    Sheet {
        header: Some(Header {
            number: None,
            left: Clean::fixed("What to practise"),
            right: Clean::words(&day(app, need).in_words(app.today(), app.words())),
            part: Some(1.0),
        }),
        rows,
        footer: result_foot(screen, "map", "in words"),
        ..Sheet::default()
    }
}

const EASE_OFF: &str = "You reported more of it than the role needs just now. Which part of it never finds or changes anything? Halve \
                        that first: it makes room.";
const NOTHING_TO_BUILD: &str =
    "Nothing that your role needs much was reported seldom. Which of your ratings would someone else dispute?";
const ONE_PRACTICE: &str =
    "One practice a week is plenty. Where the need will pass within weeks, think of borrowing someone or pairing up.";

/// What follows in one row, and a word of moderation.
fn summary(form: &Form, plan: &Plan, width: usize) -> Vec<Row> {
    let mut said = Vec::new();
    if !plan.build.is_empty() {
        said.push(format!("Build {}.", plan.build.iter().map(|gap| form.name(gap.pole)).collect::<Vec<_>>().join(" and ")));
    }
    said.extend(plan.ease_off.as_ref().map(|gap| format!("Ease off {}.", form.name(gap.pole))));
    let mut rows = if said.is_empty() { Vec::new() } else { wrapped(&said.join(" "), Role::Strong, width) };
    if !rows.is_empty() {
        rows.push(Row::default());
    }
    rows.extend(wrapped(if plan.build.is_empty() { NOTHING_TO_BUILD } else { ONE_PRACTICE }, Role::Text, width));
    rows
}

/// The poles that are left as they are, and why.
fn others(form: &Form, plan: &Plan, at: &Geometry) -> Vec<Row> {
    let groups = [
        ("next in line", &plan.later, ": for another time"),
        ("much done", &plan.look_at, ": what do you leave for it?"),
        ("near enough", &plan.keep, ""),
    ];
    let mut rows = Vec::new();
    for (label, gaps, more) in groups.into_iter().filter(|(_, gaps, _)| !gaps.is_empty()) {
        let names = gaps.iter().map(|gap| form.name(gap.pole)).collect::<Vec<_>>().join(", ");
        rows.extend(labelled(label, &Clean::words(&(names + more)), at));
    }
    if !rows.is_empty() {
        rows.splice(0..0, [line("As they are", Role::Heading), Row::default()]);
        rows.splice(0..0, parted());
    }
    rows
}

/// `needed 5.0   reported 2.0   gap +3.0`.
fn figures(gap: &Gap) -> String {
    let sign = if gap.size() < 0.0 { "−" } else { "+" };
    format!("needed {:.1}   reported {:.1}   gap {sign}{:.1}", gap.need, gap.often, gap.size().abs())
}

/// A practice, and what belongs to it.
fn in_detail(practice: &Practice, at: &Geometry) -> Vec<Row> {
    let mut rows = wrapped(practice.practice.as_str(), Role::Strong, at.width);
    let details = [
        ("first step", &practice.first_step),
        ("feedback from", &practice.feedback),
        ("by day 60", &practice.sign),
        ("watch out for", &practice.watch),
    ];
    for (label, words) in details.into_iter().filter(|(_, words)| !words.is_empty()) {
        rows.extend(labelled(label, words, at));
    }
    rows
}

/// A quiet label in a column of its own; before the words where there is no room for one.
fn labelled(label: &str, words: &Clean, at: &Geometry) -> Vec<Row> {
    const COLUMN: usize = 16;
    if at.has_margin {
        return hanging(spoken(&format!("{label:<COLUMN$}"), Role::Quiet), words.as_str(), Role::Text, at.width);
    }
    let mut rows = wrapped(&format!("{label}: {words}"), Role::Text, at.width.saturating_sub(2).max(1));
    rows.iter_mut().for_each(|row| row.pieces.insert(0, blanks(2)));
    rows
}

/// Questions to take along, and what the mirror is and is not.
fn endings(form: &Form, width: usize) -> Vec<Row> {
    let mut rows = Vec::new();
    for question in &form.questions {
        rows.extend(wrapped(question.as_str(), Role::Text, width));
        rows.push(Row::default());
    }
    rows.extend(wrapped(form.intro.as_str(), Role::Quiet, width));
    rows
}
