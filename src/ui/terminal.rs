//! The terminal: entering and leaving it, its keys, and frames. The one user of crossterm.
//!
//! Leaving is done in one place and happens once, whoever asks for it: the end of the program, a panic, or a signal. Two buffers are
//! kept; only what differs between them is written, and nothing at all where nothing differs.

use std::io::{self, IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind};
use crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen};
use crossterm::{cursor, queue};
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};

use unicode_width::UnicodeWidthStr;

use super::hyperlink::{self, Links};
use super::{Shown, scroll};
use crate::app::Key;
use crate::app::geometry::Size;
use crate::app::key::Code;

/// Whether the terminal is ours at the moment.
static ENTERED: AtomicBool = AtomicBool::new(false);

/// Wheels send arrows while the alternate screen is shown, so that text can still be selected and copied with the mouse.
const WHEEL_SENDS_ARROWS: &str = "\x1b[?1007h";
const WHEEL_AS_BEFORE: &str = "\x1b[?1007l";

/// What is pasted comes as one text and not as keys, so that nothing in it is a command.
const PASTE_ON: &str = "\x1b[?2004h";
const PASTE_OFF: &str = "\x1b[?2004l";

/// Clicks and the wheel are reported, as coordinates of any size. (crossterm would ask for every movement as well.)
const MOUSE_ON: &str = "\x1b[?1000h\x1b[?1006h";
const MOUSE_OFF: &str = "\x1b[?1006l\x1b[?1000l";
/// Whether the mouse is ours as well.
static WITH_MOUSE: AtomicBool = AtomicBool::new(false);

/// The terminal while it is ours.
pub struct Terminal {
    shown: Buffer,
    next: Buffer,
    cursor: Option<Position>,
    links: Links,
    shows_links: bool,
    /// The next frame writes every cell.
    stale: bool,
}

/// A terminal that says it is larger is drawn on so far. No screen is; and two buffers of 65535 by 65535 cells fit in no memory.
const LARGEST: Size = Size { width: 2_000, height: 1_000 };

/// The size of the terminal.
pub fn size() -> Size {
    match crossterm::terminal::size() {
        Ok((width, height)) if width > 0 && height > 0 => {
            Size { width: width.min(LARGEST.width), height: height.min(LARGEST.height) }
        }
        _ => Size { width: 80, height: 24 },
    }
}

/// Whether a person sees what is written.
pub fn is_terminal() -> bool {
    io::stdout().is_terminal()
}

impl Terminal {
    /// Takes the terminal over. The panic hook gives it back before the message is printed.
    pub fn enter(with_mouse: bool) -> io::Result<Terminal> {
        WITH_MOUSE.store(with_mouse, Ordering::SeqCst);
        // The program decides about colours by its theme; crossterm's own reading of NO_COLOR would reset bold and reverse as well.
        crossterm::style::force_color_output(true);
        take_over()?;
        let empty = Buffer::empty(Rect::ZERO);
        let shows_links = hyperlink::is_known_to_show(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
        Ok(Terminal { shown: empty.clone(), next: empty, cursor: None, links: Links::default(), shows_links, stale: true })
    }

    /// Gives the terminal back for a while, as a suspended program must.
    pub fn give_back(&mut self) {
        restore();
    }

    /// Takes it again; everything is drawn anew.
    pub fn take_again(&mut self) -> io::Result<()> {
        self.stale = true;
        // Whoever had the terminal meanwhile may have left it in another mode than crossterm remembers.
        let _ = crossterm::terminal::disable_raw_mode();
        take_over()
    }

    /// Hands a text to the clipboard of the terminal (OSC 52), also through ssh. Whether it takes it, it does not say.
    pub fn copy(&mut self, text: &str) -> io::Result<()> {
        let mut stdout = io::stdout().lock();
        queue!(stdout, crossterm::clipboard::CopyToClipboard::to_clipboard_from(text))?;
        stdout.flush()
    }

    /// What is shown is no longer known; the next frame writes everything.
    pub fn forget(&mut self) {
        self.stale = true;
    }

    /// Draws a frame of this size. Rows of `moving` that only moved are moved by the terminal.
    pub fn draw(&mut self, size: Size, moving: Option<Rect>, view: impl FnOnce(&mut Buffer) -> Shown) -> io::Result<()> {
        let area = Rect { x: 0, y: 0, width: size.width, height: size.height };
        self.next.resize(area);
        self.next.reset();
        let shown = view(&mut self.next);
        let frame = self.frame(area, moving, shown)?;
        if frame.is_empty() {
            return Ok(());
        }
        let mut stdout = io::stdout().lock();
        // A panic in another thread gives the terminal back at any moment; a frame after that would stand among the shell's lines.
        if !ENTERED.load(Ordering::SeqCst) {
            return Ok(());
        }
        stdout.write_all(&frame)?;
        stdout.flush()
    }

    /// The bytes that turn what is shown into what is next; none where nothing differs.
    fn frame(&mut self, area: Rect, moving: Option<Rect>, Shown { cursor, links }: Shown) -> io::Result<Vec<u8>> {
        let links = if self.shows_links { links } else { Links::default() };
        let mut before = Vec::new();
        if self.stale || self.shown.area != area {
            self.shown = Buffer::empty(area);
            self.links = Links::default();
            queue!(before, crossterm::terminal::Clear(crossterm::terminal::ClearType::All))?;
            self.stale = false;
        } else if let Some(shift) = moving.and_then(|part| scroll::find(&self.shown, &self.next, part)) {
            before.extend_from_slice(shift.sequence().as_bytes());
            shift.apply(&mut self.shown);
            self.links.shift(shift.rows, shift.by);
        }
        let changes = with_small_gaps(self.shown.diff(&self.next), &self.next);
        let changes = with_links(changes, &self.next, links.changed(&self.links));
        if changes.is_empty() && cursor == self.cursor && before.is_empty() {
            return Ok(Vec::new());
        }
        let mut frame = Vec::new();
        queue!(frame, BeginSynchronizedUpdate)?;
        if self.cursor.is_some() {
            queue!(frame, cursor::Hide)?;
        }
        frame.append(&mut before);
        for cells in changes.chunk_by(|one, other| links.at(one.0, one.1) == links.at(other.0, other.1)) {
            let target = cells.first().and_then(|(x, y, _)| links.at(*x, *y));
            target.iter().for_each(|target| frame.extend_from_slice(hyperlink::begin(target).as_bytes()));
            CrosstermBackend::new(&mut frame).draw(cells.iter().copied())?;
            target.iter().for_each(|_| frame.extend_from_slice(hyperlink::END.as_bytes()));
        }
        if let Some(Position { x, y }) = cursor {
            queue!(frame, cursor::MoveTo(x, y), cursor::Show)?;
        }
        queue!(frame, EndSynchronizedUpdate)?;
        self.cursor = cursor;
        self.links = links;
        std::mem::swap(&mut self.shown, &mut self.next);
        Ok(frame)
    }
}

/// Moving the cursor costs six to nine bytes, a cell that stays as it is costs one: so small gaps between changes are written too.
const SMALL_GAP: u16 = 6;

fn with_small_gaps<'b>(changes: Vec<(u16, u16, &'b Cell)>, next: &'b Buffer) -> Vec<(u16, u16, &'b Cell)> {
    let mut all: Vec<(u16, u16, &Cell)> = Vec::with_capacity(changes.len() * 2);
    for (x, y, cell) in changes {
        if let Some((last_x, last_y, last)) = all.last().copied() {
            // A wide sign covers the cell after it, which is not to be written.
            let gap = last_x + (last.symbol().width() as u16).max(1)..x;
            let fits = last_y == y && gap.start <= x && gap.len() <= usize::from(SMALL_GAP);
            let alike = |x: &u16| next.cell((*x, y)).filter(|cell| cell.style() == last.style() && cell.symbol().len() == 1);
            if fits && gap.clone().all(|x| alike(&x).is_some()) {
                all.extend(gap.filter_map(|x| Some((x, y, next.cell((x, y))?))));
            }
        }
        all.push((x, y, cell));
    }
    all
}

/// Cells that lead elsewhere than before are written anew, though they look the same.
fn with_links<'b>(
    mut changes: Vec<(u16, u16, &'b Cell)>,
    next: &'b Buffer,
    changed: impl Iterator<Item = (u16, u16)>,
) -> Vec<(u16, u16, &'b Cell)> {
    let before = changes.len();
    changes.extend(changed.filter_map(|(x, y)| Some((x, y, next.cell((x, y))?))));
    if changes.len() > before {
        changes.sort_by_key(|(x, y, _)| (*y, *x));
        changes.dedup_by_key(|(x, y, _)| (*y, *x));
    }
    changes
}

impl Drop for Terminal {
    fn drop(&mut self) {
        restore();
    }
}

fn take_over() -> io::Result<()> {
    crossterm::terminal::enable_raw_mode()?;
    ENTERED.store(true, Ordering::SeqCst);
    let mut out = Vec::new();
    queue!(out, EnterAlternateScreen, cursor::Hide)?;
    let mouse = if WITH_MOUSE.load(Ordering::SeqCst) { MOUSE_ON } else { WHEEL_SENDS_ARROWS };
    out.extend_from_slice(mouse.as_bytes());
    out.extend_from_slice(PASTE_ON.as_bytes());
    let mut stdout = io::stdout().lock();
    let written = stdout.write_all(&out).and_then(|()| stdout.flush());
    drop(stdout);
    if written.is_err() {
        restore();
    }
    written
}

fn mouse_as_before() -> &'static str {
    if WITH_MOUSE.load(Ordering::SeqCst) { MOUSE_OFF } else { WHEEL_AS_BEFORE }
}

/// Gives the terminal back as it was found. Does nothing where it is not ours, so it may be called from anywhere and twice.
pub fn restore() {
    if !ENTERED.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut out = Vec::new();
    out.extend_from_slice(PASTE_OFF.as_bytes());
    out.extend_from_slice(mouse_as_before().as_bytes());
    let queued = queue!(out, crossterm::style::ResetColor, LeaveAlternateScreen, cursor::Show);
    // A terminal that is gone cannot be written to, and there is nobody left to tell.
    if queued.is_ok() {
        let mut stdout = io::stdout().lock();
        let _ = stdout.write_all(&out).and_then(|()| stdout.flush());
    }
    let _ = crossterm::terminal::disable_raw_mode();
}

/// Gives the terminal back when the program itself no longer can: writes past the lock that a blocked writer may hold, and does not
/// wait for a terminal that takes nothing.
pub fn restore_at_last() {
    if !ENTERED.swap(false, Ordering::SeqCst) {
        return;
    }
    #[cfg(unix)]
    {
        let farewell = || {
            let words = format!("{PASTE_OFF}{}\x1b[0m\x1b[?1049l\x1b[?25h", mouse_as_before());
            let _ = rustix::io::write(rustix::stdio::stdout(), words.as_bytes());
        };
        let _ = std::thread::Builder::new().spawn(farewell);
        std::thread::sleep(Duration::from_millis(200));
    }
    let _ = crossterm::terminal::disable_raw_mode();
}

/// What the terminal said.
pub enum Input {
    /// A key was pressed, or held.
    Key(Key),
    /// The mouse was clicked at this column and row.
    Click(u16, u16),
    /// A text was pasted.
    Paste(String),
    /// The wheel was turned up, or else down.
    Wheel {
        /// Up.
        up: bool,
    },
    /// It has another size.
    Resized,
}

/// crossterm looks at nothing when it is given no time at all. It waits by whole milliseconds, so that this is one look.
const ONE_LOOK: Duration = Duration::from_micros(500);

/// The next thing the terminal says, if something is waiting now.
pub fn waiting_input() -> io::Result<Option<Input>> {
    while crossterm::event::poll(ONE_LOOK)? {
        match crossterm::event::read()? {
            // Some terminals report a key when it is let go as well; that is not another press.
            Event::Key(key) if key.kind != KeyEventKind::Release => {
                if let Some(key) = to_key(key.code, key.modifiers) {
                    return Ok(Some(Input::Key(key)));
                }
            }
            Event::Paste(text) => return Ok(Some(Input::Paste(text))),
            Event::Resize(..) => return Ok(Some(Input::Resized)),
            Event::Mouse(mouse) => match mouse.kind {
                MouseEventKind::Down(MouseButton::Left) => return Ok(Some(Input::Click(mouse.column, mouse.row))),
                MouseEventKind::ScrollUp => return Ok(Some(Input::Wheel { up: true })),
                MouseEventKind::ScrollDown => return Ok(Some(Input::Wheel { up: false })),
                _ => {}
            },
            _ => {}
        }
    }
    Ok(None)
}

/// The next thing the terminal says, waited for.
#[cfg(not(unix))]
pub fn next_input() -> io::Result<Input> {
    loop {
        if crossterm::event::poll(Duration::from_secs(3600))?
            && let Some(input) = waiting_input()?
        {
            return Ok(input);
        }
    }
}

fn to_key(code: KeyCode, modifiers: KeyModifiers) -> Option<Key> {
    let code = match code {
        KeyCode::Char(c) => Code::Char(c),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => Code::BackTab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Home => Code::Home,
        KeyCode::Delete => Code::Delete,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::F(number) => Code::F(number),
        _ => return None,
    };
    if modifiers.contains(KeyModifiers::ALT) {
        return None;
    }
    Some(Key { code, ctrl: modifiers.contains(KeyModifiers::CONTROL) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn screen(rows: &[&str]) -> Buffer {
        Buffer::with_lines(rows.iter().map(|row| format!("{row:<72}")))
    }

    #[test]
    fn a_frame_writes_what_differs_and_nothing_where_nothing_does() {
        let rows =
            ["head", "", "one line of a page", "another one", "and a third", "", "a fourth line", "and so on", "to the end"];
        let mut terminal = Terminal {
            shown: screen(&rows),
            next: screen(&rows),
            cursor: None,
            links: Links::default(),
            shows_links: true,
            stale: false,
        };
        let area = terminal.shown.area;
        assert!(terminal.frame(area, None, Shown::default()).unwrap().is_empty());
        let scrolled: Vec<&str> =
            rows[..2].iter().chain(&rows[3..]).copied().chain(["a new line with some words in it"]).collect();
        terminal.next = screen(&scrolled);
        let part = Rect { y: 2, height: area.height - 2, ..area };
        let frame = terminal.frame(area, Some(part), Shown::default()).unwrap();
        assert!(frame.len() < 110, "{} bytes: {:?}", frame.len(), String::from_utf8_lossy(&frame));
        assert_eq!(terminal.shown, screen(&scrolled));
    }

    /// A page of rows seen through a window that jumps about, between a head and a foot that change as well.
    fn through_a_window(top: usize, odd: usize) -> Buffer {
        let mut rows = vec![format!("head {odd}")];
        let words = ["", "one line", "日本 wide", "a longer line of words", "│ bar", "x"];
        rows.extend((top..top + 12).map(|n| format!("{n} {}", words[n * 7 % words.len()])));
        rows.push(format!("foot {}", odd * 3));
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        screen(&rows)
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]
        #[test]
        fn a_terminal_shows_what_was_painted_however_rows_moved(jumps in proptest::collection::vec((0usize..40, 0usize..9), 1..12)) {
            let first = through_a_window(0, 0);
            let area = first.area;
            let part = Rect { y: 1, height: 12, width: 40, ..area };
            let mut terminal = Terminal { shown: Buffer::empty(area), next: first, cursor: None, links: Links::default(), shows_links: true, stale: true };
            let mut real = vt100::Parser::new(area.height.try_into().unwrap(), area.width.try_into().unwrap(), 0);
            real.process(&terminal.frame(area, Some(part), Shown::default()).unwrap());
            for (top, odd) in jumps {
                let wanted = through_a_window(top, odd);
                terminal.next = wanted.clone();
                real.process(&terminal.frame(area, Some(part), Shown::default()).unwrap());
                for y in 0..area.height {
                    let mut row = String::new();
                    let mut x = 0;
                    while x < area.width {
                        let symbol = wanted[(x, y)].symbol();
                        row.push_str(symbol);
                        x += (symbol.width() as u16).max(1);
                    }
                    let shown = real.screen().rows(0, area.width).nth(usize::from(y)).unwrap();
                    proptest::prop_assert_eq!(shown.trim_end(), row.trim_end(), "row {} after a jump to {}", y, top);
                }
            }
        }
    }

    #[test]
    fn a_key_of_the_terminal_is_one_of_ours() {
        assert_eq!(to_key(KeyCode::Char('c'), KeyModifiers::CONTROL), Some(Key::ctrl('c')));
        assert_eq!(to_key(KeyCode::Char('G'), KeyModifiers::SHIFT), Some(Key::char('G')));
        assert_eq!(to_key(KeyCode::Char('j'), KeyModifiers::ALT), None);
        assert_eq!(to_key(KeyCode::Insert, KeyModifiers::NONE), None);
    }
}
