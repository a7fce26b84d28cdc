//! What can be typed on a screen, all of it: made from the same table of keys as the help page.

use super::ask::ask;
use super::field;
use super::vocabulary::{WORDS, with_stroke};
use super::words::line;
use crate::app::keymap::{Act, Binding, Where, here};
use crate::app::{App, place};
use crate::course::Clean;

/// Everything that works here.
pub fn help(app: &App) -> Vec<Clean> {
    let (words, typed) = (app.words().lines(), app.words().typed());
    let mut lines = vec![line(words.can_be_typed()), line(&format!("- {}", ask(app).whole()))];
    if field::is_open(app) {
        let all =
            [typed.back(), typed.hint(), typed.skip(), typed.faulty(), typed.repeat(), typed.map(), typed.save(), typed.quit()];
        lines.push(line(&words.after_a_stroke(with_stroke(&all))));
    } else {
        let here_is = place(app.screen());
        lines.extend(here(here_is).filter_map(|binding| entry(app, binding, here_is)));
        lines.push(line(&words.repeat_and_map(typed.repeat(), typed.map())));
    }
    lines.push(line(words.end_of_input()));
    lines
}

/// A row of the table: the words and letters for it, and what they do.
fn entry(app: &App, binding: &Binding, at: Where) -> Option<Clean> {
    let is_said = |act: &Act| match act {
        Act::PageUp | Act::PageDown | Act::Top | Act::Bottom => at == Where::Lesson,
        _ => !matches!(
            act,
            Act::Up
                | Act::Down
                | Act::HalfUp
                | Act::HalfDown
                | Act::Right
                | Act::NextLink
                | Act::LastLink
                | Act::Pick(_)
                | Act::Toggle
                | Act::Edit
                | Act::Copy
                | Act::Suspend
                | Act::LeaveNow
                | Act::Confirm
                | Act::Help
        ),
    };
    let words = app.words().lines();
    let acts: Vec<Act> = binding.keys.iter().map(|(_, act)| *act).filter(is_said).collect();
    let mut names: Vec<String> = Vec::new();
    for act in &acts {
        names.extend(WORDS.iter().filter(|(_, known)| known == act).map(|(word, _)| word(app.words()).to_owned()));
    }
    let shown = app.keys.shown(binding, app.words());
    let letters = shown.split(' ').filter(|key| key.chars().count() == 1 && !key.starts_with(['↑', '↓', '←', '→']));
    names.extend(letters.filter(|_| !acts.is_empty()).map(str::to_owned));
    names.sort();
    names.dedup();
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    // A page is a paragraph here.
    let help = match acts.first() {
        Some(Act::PageDown) => return Some(line(&words.next_paragraph(app.words().typed().on()))),
        Some(Act::PageUp) => words.paragraph_before(),
        _ => (binding.help)(app.words()),
    };
    (!names.is_empty()).then(|| line(&format!("- {}: {help}", names.join(&format!(" {} ", words.or())))))
}
