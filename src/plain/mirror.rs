//! A statement of the mirror in a line. What is asked of all of them, and the words of their scale, stand in the prompt, where they are
//! said once.

use super::ask::Prompt;
use super::sheet;
use crate::app::sheet::stated;
use crate::app::{App, Mirror, MirrorStage, mirror_asks};
use crate::course::Clean;

/// The statement that is asked, or what comes before and after all of them.
pub fn say(app: &App, mirror: &Mirror) -> Vec<Clean> {
    let (MirrorStage::Asking { at, .. }, Some(form)) = (mirror.stage, app.course.known_form()) else { return sheet::say(app) };
    let mut lines: Vec<Clean> = sheet::of(app).header.iter().map(sheet::header).collect();
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
    let rest = format!("{over} {}. {under} Last: the statement before; back: leave, kept; ? tells all", scale.join(", "));
    let rest = rest.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(Prompt { first: format!("{least} to {most}"), rest })
}
