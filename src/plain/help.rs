//! What can be typed on a screen, all of it: made from the same table of keys as the help page.

use super::ask::ask;
use super::field;
use super::hear::WORDS;
use super::words::line;
use crate::app::keymap::{Act, Binding, Where, here};
use crate::app::{App, Key, place};
use crate::course::Clean;

/// Everything that works here.
pub fn help(app: &App) -> Vec<Clean> {
    let mut lines = vec![Clean::fixed("What can be typed here:"), line(&format!("- {}", ask(app).whole()))];
    if field::is_open(app) {
        lines.push(Clean::fixed("- a command begins with a stroke: /back, /hint, /skip, /faulty, /repeat, /map, /save, /quit"));
    } else {
        let here_is = place(app.screen());
        lines.extend(here(here_is).filter_map(|binding| entry(binding, here_is)));
        lines.push(Clean::fixed("- repeat: says it all again; map: to the map"));
    }
    lines.push(Clean::fixed("The end of the input, or Ctrl-C, leaves as well. Everything is saved as you go."));
    lines
}

/// A row of the table: the words and letters for it, and what they do.
fn entry(binding: &Binding, at: Where) -> Option<Clean> {
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
    let acts: Vec<(Key, Act)> = binding.keys.iter().filter(|(_, act)| is_said(act)).copied().collect();
    let mut names: Vec<String> = Vec::new();
    for (key, act) in &acts {
        let words = WORDS.iter().filter(|(_, known)| known == act).map(|(word, _)| (*word).to_owned());
        let letter = key.typed().filter(|letter| !letter.is_whitespace()).map(|letter| letter.to_string());
        for name in words.chain(letter) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    // A page is a paragraph here.
    let help = match acts.first() {
        Some((_, Act::PageDown)) => return Some(Clean::fixed("- Enter or on: the next paragraph")),
        Some((_, Act::PageUp)) => "the paragraph before",
        _ => binding.help,
    };
    (!names.is_empty()).then(|| line(&format!("- {}: {help}", names.join(" or "))))
}
