//! The way out of lines: to stdout, wrapped and in the signs that are wanted there.

use std::io::{self, IsTerminal, Write};

use super::{Options, in_ascii};
use crate::course::{Clean, block};
use crate::page::{Role, Row, wrap};
use crate::ui;

/// Where lines are wrapped: as asked for; or else at the edge of the terminal, which would break words; in a pipe nowhere.
fn width(asked: Option<u16>) -> Option<usize> {
    let of_the_terminal = || ui::terminal::is_terminal().then(|| ui::terminal::size().width.saturating_sub(1));
    asked.or_else(of_the_terminal).map(|width| usize::from(width.max(1)))
}

/// The way out.
pub struct Voice {
    width: Option<usize>,
    in_ascii: bool,
    /// Whether what is typed stands on the same screen, with the end of its line.
    is_echoed: bool,
}

/// Lines that begin so far inside are code, and stay as they are.
const CODE: &str = "    ";

impl Voice {
    /// The way out as the options want it.
    pub fn of(options: &Options) -> Voice {
        Voice { width: width(options.width), in_ascii: in_ascii(options), is_echoed: io::stdin().is_terminal() }
    }

    /// Some lines.
    pub fn say(&self, lines: &[Clean]) -> io::Result<()> {
        self.write(self.wrapped(lines))
    }

    fn wrapped(&self, lines: &[Clean]) -> String {
        let mut text = String::new();
        for line in lines {
            match self.width.filter(|_| !line.as_str().starts_with(CODE)) {
                Some(width) => {
                    let words = [block::words(line.clone())];
                    let rows = wrap::wrap(&words, width, Role::Text).into_iter().map(|(pieces, _)| Row::of(pieces).text());
                    rows.for_each(|row| text.push_str(&format!("{}\n", row.trim_end())));
                }
                None => text.push_str(&format!("{line}\n")),
            }
        }
        text
    }

    /// What can be typed, and on the same line the sign after which it is typed.
    pub fn ask(&self, prompt: &Clean) -> io::Result<()> {
        let sentence = if prompt.as_str().ends_with(['.', '?']) { "" } else { "." };
        let text = self.wrapped(std::slice::from_ref(&Clean::words(&format!("{prompt}{sentence} >"))));
        self.write(format!("{} ", text.trim_end()))?;
        io::stdout().lock().flush()
    }

    /// A line came; where nobody typed it, its end is ours.
    pub fn heard(&self) -> io::Result<()> {
        self.write(if self.is_echoed { String::new() } else { "\n".to_owned() })
    }

    /// After the last prompt.
    pub fn end(&self) -> io::Result<()> {
        self.write("\n".to_owned())?;
        io::stdout().lock().flush()
    }

    fn write(&self, text: String) -> io::Result<()> {
        io::stdout().lock().write_all(if self.in_ascii { ui::in_ascii(&text) } else { text }.as_bytes())
    }
}
