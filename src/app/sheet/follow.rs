//! How a plan went.

use super::super::follow::{Asked, FollowUp};
use super::super::geometry::Geometry;
use super::super::keymap::{Act, Where};
use super::super::{App, Typing};
use super::{Header, Sheet, footer, hanging, kinds, line, wrapped};
use crate::course::Clean;
use crate::page::{Role, Row, spoken};
use crate::progress::day::Day;
use crate::progress::plan::{Asking, asking};
use crate::progress::{Plan, Went};
use crate::words::Words;

pub fn sheet(app: &App, screen: &FollowUp, at: &Geometry) -> Sheet {
    let Some(plan) = app.progress.made().plan(&screen.plan) else { return Sheet::default() };
    let mut sheet = Sheet {
        header: Some(header(app, plan, at)),
        says_more: true,
        footer: foot(app.words(), &screen.stage),
        ..Sheet::default()
    };
    for half in plan.halves(app.words()) {
        sheet.rows.extend(wrapped(&half, Role::Strong, at.width));
    }
    if at.has_margin {
        let made = app.words().plans().made_on(Day::of(plan.at, app.offset).in_words(app.today(), app.words()));
        sheet.rows.extend([line(&made, Role::Quiet), Row::default()]);
    }
    sheet.rows.push(Row::default());
    match &screen.stage {
        Asked::Went(focus) => {
            let words = Went::ALL.map(|(went, _)| went.in_words(app.words()).to_owned());
            choices(app.words().plans().how_did_it_go(), &words, *focus, at, &mut sheet);
        }
        Asked::Obstacle(went, typing) => obstacle(app.words(), (*went, typing), at, &mut sheet),
        Asked::Stays(focus) => {
            let words = [keep_it(app, screen), app.words().plans().revise_it().to_owned()];
            choices(app.words().plans().and_the_plan(), &words, Some(*focus), at, &mut sheet);
        }
    }
    sheet.follow_focus(app.body_height())
}

fn header(app: &App, plan: &Plan, at: &Geometry) -> Header {
    let lesson = app.course.position(&plan.lesson).and_then(|at| app.course.lessons.get(at));
    let left = match lesson {
        Some(lesson) if at.has_margin => Clean::words(&app.words().plans().yours_after(&lesson.title)),
        _ => Clean::words(app.words().plans().yours()),
    };
    let right = Clean::words(&app.words().map().about(app.words().count().time(1)));
    Header { number: lesson.map(|lesson| lesson.number), left, right, part: Some(1.0) }
}

/// Some words, of which one is taken.
fn choices(head: &str, words: &[String], focus: Option<usize>, at: &Geometry, sheet: &mut Sheet) {
    sheet.rows.push(line(head, Role::Heading));
    for (nth, words) in words.iter().enumerate() {
        let from = sheet.rows.len();
        sheet.rows.extend(hanging(spoken(&format!("{}  ", nth + 1), Role::Text), words, Role::Text, at.width));
        sheet.target(from..sheet.rows.len(), Act::Pick(nth as u8 + 1));
        if focus == Some(nth) {
            sheet.focus = Some(from..sheet.rows.len());
        }
    }
}

fn obstacle(words: &Words, (went, typing): (Went, &Typing), at: &Geometry, sheet: &mut Sheet) {
    sheet.rows.push(line(words.plans().what_was_in_the_way(), Role::Heading));
    kinds::growing(typing, true, at.width, sheet);
    let hint = match went {
        Went::Done => words.plans().you_did(),
        Went::Partly => words.plans().you_did_some(),
        Went::Not => words.plans().you_did_not(),
    };
    sheet.rows.extend(wrapped(hint, Role::Quiet, at.width));
}

/// To keep the plan, and when it will be asked again, if it will be.
fn keep_it(app: &App, screen: &FollowUp) -> String {
    let made = app.progress.made();
    let stands = made.plan(&screen.plan).map(|plan| asking(made, (&screen.plan, plan), app.today(), app.offset));
    match stands {
        Some(Asking::On(day)) => app.words().plans().keep_until(day.in_words(app.today(), app.words())),
        _ => app.words().plans().keep_unasked().to_owned(),
    }
}

fn foot(words: &Words, stage: &Asked) -> Vec<(Clean, Clean)> {
    let words = words.plans();
    let rest = [(Act::Down, words.key_choose()), (Act::Back, words.key_map())];
    match stage {
        Asked::Went(_) => {
            let digits = vec![(Clean::fixed("1–3"), Clean::words(words.key_say_it()))];
            [digits, footer(Where::FollowUp, &rest)].concat()
        }
        Asked::Obstacle(..) => footer(Where::Field, &[(Act::Confirm, words.key_keep()), (Act::Back, words.key_another_word())]),
        Asked::Stays(_) => {
            let [choose, back] = rest;
            footer(Where::FollowUp, &[(Act::Confirm, words.key_take_it()), choose, back])
        }
    }
}
