//! What was reported in words: period and acts, the other pole as a choice, a question last.

use super::super::super::App;
use super::super::super::geometry::Geometry;
use super::super::super::keymap::{Act, Where};
use super::super::super::mirror::looks;
use super::super::{Header, Sheet, footer, wrapped};
use super::{day, headed, title};
use crate::course::Clean;
use crate::course::mirror::{self, Form};
use crate::page::{Role, Row};
use crate::progress::MirrorPart;
use crate::progress::mirror::{Lean, lean, pulls_apart, words};

pub fn sheet(app: &App, form: &Form, at: &Geometry) -> Sheet {
    let looks = looks(app, MirrorPart::Doing);
    let Some(now) = looks.now() else { return Sheet::default() };
    let since = looks.earlier().map(|earlier| (earlier, day(app, earlier).in_words(day(app, now), app.words())));
    let compared = since.as_ref().map(|(_, day)| wrapped(&words::compared(day), Role::Quiet, at.width));
    let mut rows = compared.unwrap_or_default();
    if !rows.is_empty() {
        rows.push(Row::default());
    }
    for (nth, contrast) in form.contrasts.iter().enumerate() {
        let here = lean(form, now, nth);
        let then = since.as_ref().and_then(|(earlier, day)| Some((lean(form, earlier, nth)?, day.as_str())));
        rows.extend(headed(mirror::title(contrast).as_str(), &figures(here.as_ref()), at.width));
        let said = words::paragraph(form, nth, here.as_ref(), then.as_ref().map(|(lean, day)| (lean, *day)));
        rows.extend(wrapped(&said, Role::Text, at.width));
        rows.push(Row::default());
    }
    if pulls_apart(form, now) {
        rows.extend(wrapped(words::PULLS_APART, Role::Text, at.width));
        rows.push(Row::default());
    }
    rows.extend(wrapped(form.intro.as_str(), Role::Quiet, at.width));
    let right = if at.has_margin {
        format!("{}, in words", day(app, now).in_words(app.today(), app.words()))
    } else {
        "in words".to_owned()
    };
    Sheet {
        header: Some(Header { number: None, left: title(MirrorPart::Doing), right: Clean::words(&right), part: Some(1.0) }),
        rows,
        footer: foot(app, form),
        ..Sheet::default()
    }
}

/// Tilt and strength, which are never told apart.
fn figures(lean: Option<&Lean>) -> String {
    let told = |lean: &Lean| format!("tilt {}   strength {}", words::tilt(lean.tilt), words::hundredths(lean.strength));
    lean.map_or_else(|| words::NOT_ENOUGH.to_owned(), told)
}

fn foot(app: &App, form: &Form) -> Vec<(Clean, Clean)> {
    let needs = looks(app, MirrorPart::Need);
    let enter = match (form.needs.is_empty(), needs.open.is_none() && needs.now().is_some()) {
        (true, _) => "map",
        (_, true) => "what to practise",
        (_, false) => "what I need",
    };
    footer(
        Where::Mirror,
        &[
            (Act::PageDown, "on"),
            (Act::PageUp, "back"),
            (Act::Confirm, enter),
            (Act::Again, "again"),
            (Act::Report, "report"),
            (Act::Back, "picture"),
        ],
    )
}
