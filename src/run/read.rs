//! `contrasts read`: a lesson or any Markdown file as text.

use std::io::{self, Write};
use std::path::Path;

use super::{Code, Options, Stop, done, find_lesson, in_ascii, in_colour, page, the_course, the_progress, ui};
use crate::course::Lesson;
use crate::page::{Role, Row};
use crate::progress::next_step;
use crate::ui::Theme;

/// The width in a pipe.
const IN_A_PIPE: u16 = 80;
/// Signs hang in a margin of two.
const MARGIN: usize = 2;

/// Prints it.
pub fn run(options: &Options, what: Option<&str>) -> Result<Code, Stop> {
    let is_terminal = ui::terminal::is_terminal();
    let width = options.width.unwrap_or_else(|| if is_terminal { ui::terminal::size().width } else { IN_A_PIPE });
    let text_width = usize::from(width).saturating_sub(MARGIN).max(1);
    let how = How::new(options, if usize::from(width) > MARGIN { MARGIN } else { 0 });
    match what {
        Some(file) if is_file(file) => how.print(page::markdown(&of_file(Path::new(file))?, text_width)),
        what => how.print(page::lesson(&of_lesson(options, what)?, text_width)),
    }
}

/// A name that ends in `.md`, or that has a folder in it, means a file.
fn is_file(name: &str) -> bool {
    name.ends_with(".md") || name.contains(std::path::MAIN_SEPARATOR)
}

fn of_file(file: &Path) -> Result<String, Stop> {
    let why = |error: std::io::Error| {
        let why = match error.kind() {
            std::io::ErrorKind::InvalidData => "it is not UTF-8 text".to_owned(),
            _ => crate::store::in_words(&error),
        };
        Stop(format!("{} cannot be read: {why}", crate::store::shown(file)))
    };
    let mut text = std::fs::read_to_string(file).map_err(why)?;
    if text.starts_with('\u{feff}') {
        text.remove(0);
    }
    Ok(text)
}

fn of_lesson(options: &Options, named: Option<&str>) -> Result<Lesson, Stop> {
    let (mut course, _) = the_course(options, false)?;
    let at = match named {
        Some(named) => find_lesson(&course, named)?,
        None => current(options, &mut course),
    };
    course.load_text(at);
    if at >= course.lessons.len() {
        return Err(Stop("the course has no lesson".to_owned()));
    }
    let mut lesson = course.lessons.swap_remove(at);
    // On paper there is nothing to answer with.
    lesson.questions = None;
    Ok(lesson)
}

/// The lesson the learner is in.
pub fn current(options: &Options, course: &mut super::Course) -> usize {
    let progress = the_progress(options, course).progress;
    progress.load_touched(course);
    next_step(course, &progress).lesson().unwrap_or(0)
}

/// How rows become lines.
pub struct How {
    margin: usize,
    colours: Option<Theme>,
    in_ascii: bool,
}

/// So many bytes are written at once.
const AT_ONCE: usize = 64 * 1024;

impl How {
    /// With so many columns before the text, in which signs hang.
    pub fn new(options: &Options, margin: usize) -> How {
        let colours = in_colour(options, ui::terminal::is_terminal()).then(|| Theme::named("terminal")).flatten();
        How { margin, colours, in_ascii: in_ascii(options) }
    }

    /// Prints block after block: a long text is never held as a whole.
    pub fn print(&self, blocks: impl Iterator<Item = Vec<Row>>) -> Result<Code, Stop> {
        let mut out = io::stdout().lock();
        let mut lines = String::new();
        let mut write = |lines: &mut String| {
            let text = std::mem::take(lines);
            out.write_all(if self.in_ascii { ui::in_ascii(&text) } else { text }.as_bytes())
        };
        let print = || {
            for row in blocks.flatten() {
                self.line(&row, &mut lines);
                if lines.len() > AT_ONCE {
                    write(&mut lines)?;
                }
            }
            write(&mut lines)
        };
        done(print())
    }

    /// A row as a line: sign, words, colours where they are wanted.
    fn line(&self, row: &Row, out: &mut String) {
        let colours = self.colours.as_ref();
        let start = out.len();
        match row.sign {
            Some(sign) if self.margin > 0 => {
                out.push_str(&ui::ansi(&sign.piece(), colours));
                out.push_str(&" ".repeat(self.margin - 1));
            }
            _ if row.pieces.iter().all(|piece| piece.role == Role::Text && piece.text.as_str().trim().is_empty()) => {}
            _ => out.push_str(&" ".repeat(self.margin)),
        }
        for piece in &row.pieces {
            out.push_str(&ui::ansi(piece, colours));
        }
        let end = start + out.get(start..).map_or(0, |line| line.trim_end().len());
        out.truncate(end);
        out.push('\n');
    }
}
