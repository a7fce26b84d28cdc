//! `contrasts read`: a lesson or any Markdown file as text.

use std::path::Path;

use super::{Code, Options, Stop, find_lesson, in_ascii, in_colour, page, print, the_course, the_progress, ui};
use crate::page::{Page, Role, Row};
use crate::progress::next_step;
use crate::ui::Theme;

/// The width in a pipe.
const IN_A_PIPE: u16 = 80;
/// Signs hang in a margin of two.
const MARGIN: usize = 2;

/// Prints it.
pub fn run(options: &Options, what: Option<&str>, width: Option<u16>) -> Result<Code, Stop> {
    let is_terminal = ui::terminal::is_terminal();
    let width = width.unwrap_or_else(|| if is_terminal { ui::terminal::size().width } else { IN_A_PIPE });
    let text_width = usize::from(width).saturating_sub(MARGIN).max(1);
    let page = match what {
        Some(file) if is_file(file) => of_file(Path::new(file), text_width)?,
        what => of_lesson(options, what, text_width)?,
    };
    let colours = in_colour(options, is_terminal).then(|| Theme::named("terminal")).flatten();
    let margin = if usize::from(width) > MARGIN { MARGIN } else { 0 };
    let text: String = page.rows.iter().map(|row| line(row, margin, colours.as_ref())).collect();
    print(&if in_ascii(options) { ui::in_ascii(&text) } else { text })
}

/// A name that ends in `.md`, or that has a folder in it, means a file.
fn is_file(name: &str) -> bool {
    name.ends_with(".md") || name.contains(std::path::MAIN_SEPARATOR)
}

fn of_file(file: &Path, width: usize) -> Result<Page, Stop> {
    let why = |error: std::io::Error| {
        let why = match error.kind() {
            std::io::ErrorKind::InvalidData => "it is not UTF-8 text".to_owned(),
            _ => crate::store::in_words(&error),
        };
        Stop(format!("{} cannot be read: {why}", crate::store::shown(file)))
    };
    let text = std::fs::read_to_string(file).map_err(why)?;
    Ok(page::markdown(text.strip_prefix('\u{feff}').unwrap_or(&text), width))
}

fn of_lesson(options: &Options, named: Option<&str>, width: usize) -> Result<Page, Stop> {
    let (mut course, _) = the_course(options, false)?;
    let at = match named {
        Some(named) => find_lesson(&course, named)?,
        None => current(options, &mut course),
    };
    course.load(at);
    let lesson = course.lessons.get(at).ok_or_else(|| Stop("the course has no lesson".to_owned()))?;
    Ok(page::lesson(lesson, width))
}

/// The lesson the learner is in.
pub fn current(options: &Options, course: &mut super::Course) -> usize {
    let (progress, _) = the_progress(options, course);
    progress.load_touched(course);
    next_step(course, &progress).lesson().unwrap_or(0)
}

/// A row as a line: sign, words, colours where they are wanted.
fn line(row: &Row, margin: usize, colours: Option<&Theme>) -> String {
    let mut out = String::new();
    match row.sign {
        Some(sign) if margin > 0 => {
            out.push_str(&ui::ansi(&sign.piece(), colours));
            out.push_str(&" ".repeat(margin - 1));
        }
        _ if row.pieces.iter().all(|piece| piece.role == Role::Text && piece.text.as_str().trim().is_empty()) => {}
        _ => out.push_str(&" ".repeat(margin)),
    }
    for piece in &row.pieces {
        out.push_str(&ui::ansi(piece, colours));
    }
    let mut line = out.trim_end().to_owned();
    line.push('\n');
    line
}
