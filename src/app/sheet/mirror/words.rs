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
use crate::words::Words;

pub fn sheet(app: &App, form: &Form, at: &Geometry) -> Sheet {
    let looks = looks(app, MirrorPart::Doing);
    let Some(now) = looks.now() else { return Sheet::default() };
    let since = looks.earlier().map(|earlier| (earlier, day(app, earlier).in_words(day(app, now), app.words())));
    let compared = since.as_ref().map(|(_, day)| wrapped(&app.words().mirror().compared(day), Role::Quiet, at.width));
    let mut rows = compared.unwrap_or_default();
    if !rows.is_empty() {
        rows.push(Row::default());
    }
    for (nth, contrast) in form.contrasts.iter().enumerate() {
        let here = lean(form, now, nth);
        let then = since.as_ref().and_then(|(earlier, day)| Some((lean(form, earlier, nth)?, day.as_str())));
        rows.extend(headed(mirror::title(contrast, app.words()).as_str(), &figures(app.words(), here.as_ref()), at.width));
        let said = words::paragraph(form, nth, here.as_ref(), then.as_ref().map(|(lean, day)| (lean, *day)), app.words());
        rows.extend(wrapped(&said, Role::Text, at.width));
        rows.push(Row::default());
    }
    if pulls_apart(form, now) {
        rows.extend(wrapped(app.words().mirror().pulls_apart(), Role::Text, at.width));
        rows.push(Row::default());
    }
    rows.extend(wrapped(form.intro.as_str(), Role::Quiet, at.width));
    let right = if at.has_margin {
        app.words().mirror().day_in_words(day(app, now).in_words(app.today(), app.words()))
    } else {
        app.words().mirror().in_words().to_owned()
    };
    Sheet {
        header: Some(Header {
            number: None,
            left: title(app.words(), MirrorPart::Doing),
            right: Clean::words(&right),
            part: Some(1.0),
        }),
        rows,
        footer: foot(app, form),
        ..Sheet::default()
    }
}

/// Tilt and strength, which are never told apart.
fn figures(said: &Words, lean: Option<&Lean>) -> String {
    let told =
        |lean: &Lean| said.mirror().tilt_and_strength(words::tilt(lean.tilt, said), words::hundredths(lean.strength, said));
    lean.map_or_else(|| said.mirror().not_enough().to_owned(), told)
}

fn foot(app: &App, form: &Form) -> Vec<(Clean, Clean)> {
    let needs = looks(app, MirrorPart::Need);
    let words = app.words().mirror();
    let enter = match (form.needs.is_empty(), needs.open.is_none() && needs.now().is_some()) {
        (true, _) => words.key_map(),
        (_, true) => words.key_what_to_practise(),
        (_, false) => words.key_what_i_need(),
    };
    footer(
        Where::Mirror,
        &[
            (Act::PageDown, words.key_on()),
            (Act::PageUp, words.key_back()),
            (Act::Confirm, enter),
            (Act::Again, words.key_again()),
            (Act::Report, words.key_report()),
            (Act::Back, words.key_picture()),
        ],
    )
}
