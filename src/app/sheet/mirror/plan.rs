//! What to build and what to ease off: the role's needs beside what was reported, with practices small enough for a bad week.

use super::super::super::App;
use super::super::super::geometry::Geometry;
use super::super::super::mirror::{Mirror, looks};
use super::super::{Header, Sheet, filled, hanging, line, wrapped};
use super::{day, headed, parted, result_foot};
use crate::course::Clean;
use crate::course::mirror::{Form, Practice};
use crate::page::{Role, Row, blanks, spoken, wrap};
use crate::progress::MirrorPart;
use crate::progress::mirror::{Gap, Plan, plan};
use crate::words::Words;

pub fn sheet(app: &App, form: &Form, screen: &Mirror, at: &Geometry) -> Sheet {
    let (doing, need) = (looks(app, MirrorPart::Doing).now(), looks(app, MirrorPart::Need).now());
    let (Some(doing), Some(need)) = (doing, need) else { return Sheet::default() };
    let plan = plan(form, doing, need);
    let words = app.words().mirror();
    let mut rows = summary(app.words(), form, &plan, at.width);
    for gap in &plan.build {
        rows.extend(parted());
        rows.extend(headed(&words.build(form.name(gap.pole)), &figures(app.words(), gap), at.width));
        for practice in form.practices.iter().filter(|practice| practice.pole == gap.pole) {
            rows.push(Row::default());
            rows.extend(in_detail(app.words(), practice, at));
        }
    }
    if let Some(gap) = &plan.ease_off {
        rows.extend(parted());
        rows.extend(headed(&words.ease_off(form.name(gap.pole)), &figures(app.words(), gap), at.width));
        rows.push(Row::default());
        rows.extend(wrapped(words.how_to_ease_off(), Role::Text, at.width));
    }
    rows.extend(others(app.words(), form, &plan, at));
    rows.extend(parted());
    rows.extend(endings(form, at.width));
    Sheet {
        header: Some(Header {
            number: None,
            left: Clean::words(words.what_to_practise()),
            right: Clean::words(&day(app, need).in_words(app.today(), app.words())),
            part: Some(1.0),
        }),
        rows,
        footer: result_foot(app.words(), screen, words.key_map(), words.key_in_words()),
        ..Sheet::default()
    }
}

/// What follows in one row, and a word of moderation.
fn summary(words: &Words, form: &Form, plan: &Plan, width: usize) -> Vec<Row> {
    let words = words.mirror();
    let build = plan.build.iter().map(|gap| form.name(gap.pole).to_owned());
    let mut said: Vec<String> =
        build.reduce(|one, other| words.two_poles(one, other)).map(|poles| words.build_sentence(poles)).into_iter().collect();
    said.extend(plan.ease_off.as_ref().map(|gap| words.ease_off_sentence(form.name(gap.pole))));
    let mut rows = if said.is_empty() { Vec::new() } else { wrapped(&said.join(" "), Role::Strong, width) };
    if !rows.is_empty() {
        rows.push(Row::default());
    }
    rows.extend(wrapped(if plan.build.is_empty() { words.nothing_to_build() } else { words.one_practice() }, Role::Text, width));
    rows
}

/// The poles that are left as they are, and why.
fn others(words: &Words, form: &Form, plan: &Plan, at: &Geometry) -> Vec<Row> {
    let (said, column) = (words.mirror(), column(words));
    let names = |gaps: &[Gap]| gaps.iter().map(|gap| form.name(gap.pole)).collect::<Vec<_>>().join(", ");
    let mut rows = Vec::new();
    if !plan.later.is_empty() {
        let words = said.for_another_time(names(&plan.later));
        rows.extend(labelled(said.next_in_line(), &Clean::words(&words), column, at));
    }
    if !plan.look_at.is_empty() {
        let words = said.what_do_you_leave(names(&plan.look_at));
        rows.extend(labelled(said.much_done(), &Clean::words(&words), column, at));
    }
    if !plan.keep.is_empty() {
        rows.extend(labelled(said.near_enough(), &Clean::words(&names(&plan.keep)), column, at));
    }
    if !rows.is_empty() {
        rows.splice(0..0, [line(said.as_they_are(), Role::Heading), Row::default()]);
        rows.splice(0..0, parted());
    }
    rows
}

/// `needed 5.0   reported 2.0   gap +3.0`.
fn figures(words: &Words, gap: &Gap) -> String {
    let sign = if gap.size() < 0.0 { "−" } else { "+" };
    let number = |number: f64| words.count().decimal(number, 1);
    words.mirror().figures(number(gap.need), number(gap.often), format!("{sign}{}", number(gap.size().abs())))
}

/// A practice, and what belongs to it.
fn in_detail(words: &Words, practice: &Practice, at: &Geometry) -> Vec<Row> {
    let mut rows = wrapped(practice.practice.as_str(), Role::Strong, at.width);
    let (said, column) = (words.mirror(), column(words));
    let details = [
        (said.first_step(), &practice.first_step),
        (said.feedback(), &practice.feedback),
        (said.sign(), &practice.sign),
        (said.watch_out(), &practice.watch),
    ];
    for (label, words) in details.into_iter().filter(|(_, words)| !words.is_empty()) {
        rows.extend(labelled(label, words, column, at));
    }
    rows
}

/// So wide is the column of labels: as the widest of them wants it.
fn column(words: &Words) -> usize {
    let said = words.mirror();
    let labels = [
        said.next_in_line(),
        said.much_done(),
        said.near_enough(),
        said.first_step(),
        said.feedback(),
        said.sign(),
        said.watch_out(),
    ];
    labels.map(wrap::width).into_iter().max().unwrap_or(0) + 3
}

/// A quiet label in a column of its own; before the words where there is no room for one.
fn labelled(label: &str, words: &Clean, column: usize, at: &Geometry) -> Vec<Row> {
    if at.has_margin {
        return hanging(spoken(&filled(label, column), Role::Quiet), words.as_str(), Role::Text, at.width);
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
