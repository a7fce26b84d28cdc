//! A statement of the mirror in a line. What is asked of all of them, and the words of their scale, stand in the prompt, where they are
//! said once.

use super::ask::Prompt;
use super::sheet;
use crate::app::sheet::stated;
use crate::app::{App, Mirror, MirrorStage, mirror_asks};
use crate::course::Clean;
use crate::words::capital;

/// The statement that is asked, or what comes before and after all of them.
pub fn say(app: &App, mirror: &Mirror) -> Vec<Clean> {
    let (MirrorStage::Asking { at, .. }, Some(form)) = (mirror.stage, app.course.known_form()) else { return sheet::say(app) };
    let mut lines: Vec<Clean> = sheet::of(app).header.iter().map(|at| sheet::header(app.words(), at)).collect();
    lines.extend(mirror_asks(form, mirror.part, at).map(|asked| stated(app.words(), form, &asked)));
    lines
}

/// The scale; nothing where no statement is asked.
pub fn ask(app: &App, mirror: &Mirror) -> Option<Prompt> {
    let MirrorStage::Asking { at, .. } = mirror.stage else { return None };
    let asked = mirror_asks(app.course.known_form()?, mirror.part, at)?;
    let scale: Vec<String> = asked.answers.iter().map(|(digit, word)| format!("{digit} {word}")).collect();
    let digits = asked.answers.iter().map(|(digit, _)| digit);
    let (least, most) = (digits.clone().min()?, digits.max()?);
    let (over, under) = if asked.covered.is_some() { ("", "") } else { (asked.part.ask.as_str(), asked.part.under.as_str()) };
    let (words, typed) = (app.words().prompt(), app.words().typed());
    let ways = words.tells_all(words.of_the_mirror(capital(typed.last()), typed.back()));
    let rest = format!("{over} {}. {under} {ways}", scale.join(", "));
    let rest = rest.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(Prompt { first: words.span(least, most), rest })
}
