//! Golden screens: text files with the right edge visible and, below it, the roles that are not plain text, counted from 1. They are
//! read by people; `UPDATE=1 cargo test` writes them anew, and the pictures in `assets/pictures` with them.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use contrasts::page::Role;
use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::style::Color;

/// Whether golden files are to be written rather than compared.
pub fn is_update() -> bool {
    std::env::var_os("UPDATE").is_some()
}

/// Compares with a golden file, or writes it.
#[track_caller]
pub fn check(file: &str, found: &str) {
    let path = Path::new(file);
    if is_update() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, found).unwrap();
        return;
    }
    let expected = fs::read_to_string(path).unwrap_or_default();
    assert!(expected == found, "{file} differs; `UPDATE=1 cargo test` writes it anew, then read the difference. Found:\n{found}");
}

/// The rows of a buffer as text.
pub fn rows(buffer: &Buffer) -> Vec<String> {
    let area = buffer.area;
    (0..area.height)
        .map(|y| {
            let mut row = String::new();
            let mut x = 0;
            while x < area.width {
                let symbol = buffer[(x, y)].symbol();
                row.push_str(symbol);
                x += (contrasts::page::wrap::width(symbol) as u16).max(1);
            }
            row
        })
        .collect()
}

/// A buffer painted with the numbered theme, as a golden screen.
pub fn as_text(buffer: &Buffer, cursor: Option<Position>) -> String {
    let mut out = String::new();
    for row in rows(buffer) {
        writeln!(out, "{row}|").unwrap();
    }
    out.push('\n');
    for (at, (_, name)) in Role::ALL.into_iter().enumerate().skip(1) {
        let spans = spans(buffer, |color, _| color == Color::Indexed(at as u8));
        if !spans.is_empty() {
            writeln!(out, "{name} {}", spans.join(" ")).unwrap();
        }
    }
    let focus = spans(buffer, |_, ground| ground == Color::Indexed(255));
    if !focus.is_empty() {
        writeln!(out, "focus {}", focus.join(" ")).unwrap();
    }
    if let Some(Position { x, y }) = cursor {
        writeln!(out, "cursor {}:{}", y + 1, x + 1).unwrap();
    }
    out
}

/// Where cells of a kind stand: `row:from-to`, blanks at the ends left out of coloured words.
fn spans(buffer: &Buffer, wanted: impl Fn(Color, Color) -> bool) -> Vec<String> {
    let area = buffer.area;
    let mut spans = Vec::new();
    for y in 0..area.height {
        let mut x = 0;
        while x < area.width {
            let is = |x: u16| wanted(buffer[(x, y)].fg, buffer[(x, y)].bg);
            if !is(x) {
                x += 1;
                continue;
            }
            let from = x;
            while x < area.width && is(x) {
                x += 1;
            }
            spans.push(if x - from == 1 { format!("{}:{}", y + 1, x) } else { format!("{}:{}-{}", y + 1, from + 1, x) });
        }
    }
    spans
}

const CELL: (f64, f64) = (10.0, 20.0);

/// A painted buffer as a picture.
pub fn as_svg(buffer: &Buffer, title: &str) -> String {
    let (width, height) = (f64::from(buffer.area.width) * CELL.0, f64::from(buffer.area.height) * CELL.1);
    let ground = hex(buffer[(0, 0)].bg);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" \
         font-family=\"'DejaVu Sans Mono', Menlo, Consolas, monospace\" font-size=\"16\">\n\
         <title>{}</title>\n<rect width=\"100%\" height=\"100%\" fill=\"{ground}\"/>\n",
        escape(title)
    );
    for y in 0..buffer.area.height {
        let mut x = 0;
        while x < buffer.area.width {
            let from = x;
            let first = buffer[(x, y)].clone();
            let mut words = String::new();
            while x < buffer.area.width && buffer[(x, y)].style() == first.style() {
                words.push_str(buffer[(x, y)].symbol());
                x += 1;
            }
            run(&mut out, &first, &words, (from, x, y), &ground);
        }
    }
    out + "</svg>\n"
}

fn run(out: &mut String, cell: &ratatui::buffer::Cell, words: &str, (from, to, y): (u16, u16, u16), ground: &str) {
    use ratatui::style::Modifier;
    let (left, top) = (f64::from(from) * CELL.0, f64::from(y) * CELL.1);
    let wide = f64::from(to - from) * CELL.0;
    let back = hex(cell.bg);
    if back != *ground {
        let height = CELL.1;
        writeln!(out, "<rect x=\"{left:.1}\" y=\"{top}\" width=\"{wide:.1}\" height=\"{height}\" fill=\"{back}\"/>").unwrap();
    }
    let mut more = String::new();
    for (modifier, attribute) in [
        (Modifier::BOLD, " font-weight=\"bold\""),
        (Modifier::ITALIC, " font-style=\"italic\""),
        (Modifier::UNDERLINED, " text-decoration=\"underline\""),
    ] {
        if cell.modifier.contains(modifier) {
            more.push_str(attribute);
        }
    }
    // Words with a wider gap between them are placed each by itself, so that no viewer's font can shift what follows.
    let mut before = 0;
    for part in words.split("  ") {
        let blanks = part.len() - part.trim_start().len();
        let shown = part.trim();
        if !shown.is_empty() {
            let x = left + (before + blanks) as f64 * CELL.0;
            let length = contrasts::page::wrap::width(shown) as f64 * CELL.0;
            let (y, fill) = (top + 15.0, hex(cell.fg));
            let text = escape(shown);
            writeln!(out, "<text x=\"{x:.1}\" y=\"{y}\" fill=\"{fill}\" textLength=\"{length:.1}\"{more}>{text}</text>").unwrap();
        }
        before += contrasts::page::wrap::width(part) + 2;
    }
}

fn hex(color: Color) -> String {
    match color {
        Color::Rgb(r, g, b) => format!("#{r:02x}{g:02x}{b:02x}"),
        other => panic!("a picture is painted in 24 bits, not {other:?}"),
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
