//! How a plan went.

use super::super::follow::{Asked, FollowUp};
use super::super::geometry::Geometry;
use super::super::keymap::{Act, Where};
use super::super::{App, Typing};
use super::{Header, Sheet, footer, hanging, kinds, line, wrapped};
use crate::course::{Clean, clean};
use crate::page::{Role, Row, spoken};
use crate::progress::day::Day;
use crate::progress::plan::{Asking, asking};
use crate::progress::{Plan, Went};

pub fn sheet(app: &App, screen: &FollowUp, at: &Geometry) -> Sheet {
    let Some(plan) = app.progress.made().plan(&screen.plan) else { return Sheet::default() };
    let mut sheet =
        Sheet { header: Some(header(app, plan, at)), says_more: true, footer: foot(&screen.stage), ..Sheet::default() };
    for half in plan.halves() {
        sheet.rows.extend(wrapped(&half, Role::Strong, at.width));
    }
    if at.has_margin {
        let made = format!("made on {}", Day::of(plan.at, app.offset).in_words(app.today(), app.words()));
        sheet.rows.extend([line(&made, Role::Quiet), Row::default()]);
    }
    sheet.rows.push(Row::default());
    match &screen.stage {
        Asked::Went(focus) => {
            let words = Went::ALL.map(|(went, _)| went.in_words().to_owned());
            choices("How did it go?", &words, *focus, at, &mut sheet);
        }
        Asked::Obstacle(went, typing) => obstacle(*went, typing, at, &mut sheet),
        Asked::Stays(focus) => {
            let words = ["keep it as it is".to_owned() + &when(app, screen), "revise it".to_owned()];
            choices("And the plan?", &words, Some(*focus), at, &mut sheet);
        }
    }
    sheet.follow_focus(app.body_height())
}

fn header(app: &App, plan: &Plan, at: &Geometry) -> Header {
    let lesson = app.course.position(&plan.lesson).and_then(|at| app.course.lessons.get(at));
    let left = match lesson {
        Some(lesson) if at.has_margin => clean::join([lesson.title.as_str(), " · Your plan"]),
        _ => Clean::fixed("Your plan"),
    };
    Header { number: lesson.map(|lesson| lesson.number), left, right: Clean::fixed("about 1 min"), part: Some(1.0) }
}

/// Some words, of which one is taken.
fn choices(head: &'static str, words: &[String], focus: Option<usize>, at: &Geometry, sheet: &mut Sheet) {
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

fn obstacle(went: Went, typing: &Typing, at: &Geometry, sheet: &mut Sheet) {
    sheet.rows.push(line("What was in the way?", Role::Heading));
    kinds::growing(typing, true, at.width, sheet);
    let hint = match went {
        Went::Done => "You did it. The line may stay empty.",
        Went::Partly => "You did some of it. The line may stay empty.",
        Went::Not => "You did not. The line may stay empty.",
    };
    sheet.rows.extend(wrapped(hint, Role::Quiet, at.width));
}

/// When it will be asked again, if it will be.
fn when(app: &App, screen: &FollowUp) -> String {
    let made = app.progress.made();
    let stands = made.plan(&screen.plan).map(|plan| asking(made, (&screen.plan, plan), app.today(), app.offset));
    match stands {
        Some(Asking::On(day)) => format!("; you will be asked again on {}", day.in_words(app.today(), app.words())),
        _ => "; you will not be asked again".to_owned(),
    }
}

fn foot(stage: &Asked) -> Vec<(Clean, Clean)> {
    let digits = |keys: &'static str, word: &'static str| vec![(Clean::fixed(keys), Clean::fixed(word))];
    match stage {
        Asked::Went(_) => {
            [digits("1–3", "say it"), footer(Where::FollowUp, &[(Act::Down, "choose"), (Act::Back, "map")])].concat()
        }
        Asked::Obstacle(..) => footer(Where::Field, &[(Act::Confirm, "keep"), (Act::Back, "another word")]),
        Asked::Stays(_) => footer(Where::FollowUp, &[(Act::Confirm, "take it"), (Act::Down, "choose"), (Act::Back, "map")]),
    }
}
