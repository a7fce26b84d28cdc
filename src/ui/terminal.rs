//! The terminal: entering and leaving it, its keys, and frames. The one user of crossterm.
//!
//! Leaving is done in one place and happens once, whoever asks for it: the end of the program, a panic, or a signal. Two buffers are
//! kept; only what differs between them is written, and nothing at all where nothing differs.

use std::io::{self, IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyEventKind, KeyModifiers};
use crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen};
use crossterm::{cursor, queue};
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::Key;
use crate::app::geometry::Size;
use crate::app::key::Code;

/// Whether the terminal is ours at the moment.
static ENTERED: AtomicBool = AtomicBool::new(false);

/// Wheels send arrows while the alternate screen is shown, so that text can still be selected and copied with the mouse.
const WHEEL_SENDS_ARROWS: &str = "\x1b[?1007h";
const WHEEL_AS_BEFORE: &str = "\x1b[?1007l";

/// The terminal while it is ours.
pub struct Terminal {
    shown: Buffer,
    next: Buffer,
    cursor: Option<Position>,
    /// The next frame writes every cell.
    stale: bool,
}

/// The size of the terminal.
pub fn size() -> Size {
    let (width, height) = crossterm::terminal::size().unwrap_or((80, 24));
    Size { width, height }
}

/// Whether a person sees what is written.
pub fn is_terminal() -> bool {
    io::stdout().is_terminal()
}

impl Terminal {
    /// Takes the terminal over. The panic hook gives it back before the message is printed.
    pub fn enter() -> io::Result<Terminal> {
        // The program decides about colours by its theme; crossterm's own reading of NO_COLOR would reset bold and reverse as well.
        crossterm::style::force_color_output(true);
        take_over()?;
        let empty = Buffer::empty(Rect::ZERO);
        Ok(Terminal { shown: empty.clone(), next: empty, cursor: None, stale: true })
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

    /// Draws a frame of this size.
    pub fn draw(&mut self, size: Size, view: impl FnOnce(&mut Buffer) -> Option<Position>) -> io::Result<()> {
        let area = Rect { x: 0, y: 0, width: size.width, height: size.height };
        self.next.resize(area);
        self.next.reset();
        let cursor = view(&mut self.next);
        let mut out = Vec::new();
        if self.stale || self.shown.area != area {
            self.shown = Buffer::empty(area);
            queue!(out, crossterm::terminal::Clear(crossterm::terminal::ClearType::All))?;
            self.stale = false;
            self.cursor = None;
        }
        let changes = self.shown.diff(&self.next);
        if changes.is_empty() && cursor == self.cursor && out.is_empty() {
            return Ok(());
        }
        let mut frame = Vec::new();
        queue!(frame, BeginSynchronizedUpdate, cursor::Hide)?;
        frame.append(&mut out);
        CrosstermBackend::new(&mut frame).draw(changes.into_iter())?;
        if let Some(Position { x, y }) = cursor {
            queue!(frame, cursor::MoveTo(x, y), cursor::Show)?;
        }
        queue!(frame, EndSynchronizedUpdate)?;
        self.cursor = cursor;
        std::mem::swap(&mut self.shown, &mut self.next);
        let mut stdout = io::stdout().lock();
        stdout.write_all(&frame)?;
        stdout.flush()
    }
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
    out.extend_from_slice(WHEEL_SENDS_ARROWS.as_bytes());
    let mut stdout = io::stdout().lock();
    stdout.write_all(&out)?;
    stdout.flush()
}

/// Gives the terminal back as it was found. Does nothing where it is not ours, so it may be called from anywhere and twice.
pub fn restore() {
    if !ENTERED.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut out = Vec::new();
    out.extend_from_slice(WHEEL_AS_BEFORE.as_bytes());
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
            let words = format!("{WHEEL_AS_BEFORE}\x1b[0m\x1b[?1049l\x1b[?25h");
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
    /// It has another size.
    Resized(Size),
}

/// The next thing the terminal says, if something is waiting now.
pub fn waiting_input() -> io::Result<Option<Input>> {
    while crossterm::event::poll(Duration::ZERO)? {
        match crossterm::event::read()? {
            // Some terminals report a key when it is let go as well; that is not another press.
            Event::Key(key) if key.kind != KeyEventKind::Release => {
                if let Some(key) = to_key(key.code, key.modifiers) {
                    return Ok(Some(Input::Key(key)));
                }
            }
            Event::Resize(width, height) => return Ok(Some(Input::Resized(Size { width, height }))),
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

    #[test]
    fn a_key_of_the_terminal_is_one_of_ours() {
        assert_eq!(to_key(KeyCode::Char('c'), KeyModifiers::CONTROL), Some(Key::ctrl('c')));
        assert_eq!(to_key(KeyCode::Char('G'), KeyModifiers::SHIFT), Some(Key::char('G')));
        assert_eq!(to_key(KeyCode::Char('j'), KeyModifiers::ALT), None);
        assert_eq!(to_key(KeyCode::Insert, KeyModifiers::NONE), None);
    }
}
