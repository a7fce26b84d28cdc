//! The program in a real pseudo-terminal, and what a person in front of it would see: the screen, the modes it leaves behind, how it
//! ends. Nothing here sleeps: a thread reads what the program writes, another waits for its end, and tests wait for what they expect.

#![cfg(unix)]

use std::ffi::OsString;
use std::fmt::Write as _;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{JoinHandle, spawn};
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::io::Errno;
use rustix::process::{Pid, Signal, WaitOptions, kill_process, kill_process_group, waitpid};

use crate::corner::Corner;

/// What has not come by then does not come.
const PATIENCE: Duration = Duration::from_secs(30);

pub const ENTER: &str = "\r";
pub const ESC: &str = "\x1b";
pub const DOWN: &str = "\x1b[B";
pub const F9: &str = "\x1b[20~";
pub const CTRL_C: &str = "\x03";
pub const CTRL_Z: &str = "\x1a";

/// The usual terminal.
pub const USUAL: (u16, u16) = (80, 24);

pub struct Pty {
    pub pid: Pid,
    shared: Arc<Shared>,
    /// `None` once it hung up.
    line: Option<Line>,
    found: String,
}

/// This end of the terminal.
struct Line {
    master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    reader: JoinHandle<()>,
}

#[derive(Default)]
struct Shared {
    seen: Mutex<Seen>,
    changed: Condvar,
}

/// Everything that came from the program so far.
#[derive(Default)]
pub struct Seen {
    pub terminal: vt100::Parser,
    pub bytes: Vec<u8>,
    fate: Fate,
    all_is_read: bool,
    hanging_up: bool,
    is_held_up: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Fate {
    #[default]
    Running,
    Stopped,
    Ended(i32),
    Killed,
}

impl Seen {
    pub fn text(&self) -> String {
        self.terminal.screen().contents()
    }

    /// Everything that was written, with the sequences.
    pub fn raw(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// The screen as words: its rows, where the cursor is seen, and which cells look other than plain.
    pub fn picture(&self) -> String {
        let screen = self.terminal.screen();
        let (rows, columns) = screen.size();
        let mut picture = String::new();
        let mut looks = String::new();
        for row in 0..rows.get() {
            let cells: Vec<&vt100::Cell> = (0..columns.get()).filter_map(|column| screen.cell(row, column)).collect();
            let text: String = cells.iter().map(|cell| if cell.has_contents() { cell.contents() } else { " " }).collect();
            writeln!(picture, "{}", text.trim_end()).unwrap();
            let mut before = String::new();
            for (column, cell) in cells.iter().enumerate() {
                let look = look(cell);
                if look != before {
                    writeln!(looks, "{row}:{column} {look}").unwrap();
                }
                before = look;
            }
        }
        let cursor = (!screen.hide_cursor()).then(|| screen.cursor_position());
        format!("{picture}{looks}cursor {cursor:?}\n")
    }

    /// Whether a frame has begun and not ended: nobody would see it yet.
    fn is_in_frame(&self) -> bool {
        let last = |mark: &[u8]| self.bytes.windows(mark.len()).rposition(|window| window == mark);
        last(b"\x1b[?2026h") > last(b"\x1b[?2026l")
    }

    fn is_over(&self) -> bool {
        self.all_is_read && matches!(self.fate, Fate::Ended(_) | Fate::Killed)
    }
}

impl Pty {
    /// Starts the program on the data of this corner, in a terminal of so many columns and rows.
    pub fn start(corner: &Corner, size: (u16, u16), arguments: &[&str], environment: &[(&str, &str)]) -> Pty {
        let mut all: Vec<OsString> =
            vec![env!("CARGO_BIN_EXE_contrasts").into(), "--data-dir".into(), corner.path("data").into()];
        all.extend(arguments.iter().map(OsString::from));
        Pty::run(corner, size, &all, environment)
    }

    /// Starts the program in a terminal of a size that nobody could look at: what is drawn is not looked at either.
    pub fn start_unseen(corner: &Corner, size: (u16, u16)) -> Pty {
        let pty = Pty::start(corner, USUAL, &[], &[]);
        pty.line.as_ref().expect("the terminal is gone").master.resize(pty_size(size)).unwrap();
        pty
    }

    /// Starts any program; `contrasts` stands in `$PROGRAM`.
    pub fn run(corner: &Corner, size: (u16, u16), arguments: &[OsString], environment: &[(&str, &str)]) -> Pty {
        let pair = native_pty_system().openpty(pty_size(size)).unwrap();
        let found = settings(pair.master.as_ref());
        let child = pair.slave.spawn_command(command(corner, arguments, environment)).unwrap();
        let pid = Pid::from_raw(child.process_id().unwrap().try_into().unwrap()).unwrap();
        let shared = Arc::new(Shared::default());
        set_size(&mut shared.seen.lock().unwrap(), size);
        let (source, of_reader, of_waiter) = (pair.master.try_clone_reader().unwrap(), shared.clone(), shared.clone());
        let reader = spawn(move || read(source, &of_reader));
        spawn(move || wait(pid, &of_waiter));
        let line = Line { writer: pair.master.take_writer().unwrap(), master: pair.master, reader };
        Pty { pid, shared, line: Some(line), found }
    }

    /// What was seen so far; nothing more comes in while it is held.
    pub fn seen(&self) -> MutexGuard<'_, Seen> {
        // A test that failed while it held this is no reason for its clean-up to fail.
        self.shared.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn text(&self) -> String {
        self.seen().text()
    }

    /// The screen with its looks and its cursor.
    pub fn picture(&self) -> String {
        self.seen().picture()
    }

    /// Waits until something is true of what was seen.
    #[track_caller]
    pub fn wait_until(&self, what: &str, is_so: impl Fn(&Seen) -> bool) {
        if !self.comes_within(PATIENCE, is_so) {
            let (fate, text) = {
                let seen = self.seen();
                (seen.fate, seen.text())
            };
            panic!("{what}: this never came; the program is {fate:?}, and on the screen:\n{text}");
        }
    }

    /// Whether something becomes true within this time.
    pub fn comes_within(&self, patience: Duration, is_so: impl Fn(&Seen) -> bool) -> bool {
        let waits = |seen: &mut Seen| (seen.is_in_frame() || !is_so(seen)) && !seen.is_over();
        let (seen, _) = self.shared.changed.wait_timeout_while(self.seen(), patience, waits).unwrap();
        is_so(&seen)
    }

    /// Waits until these words stand on the screen.
    #[track_caller]
    pub fn wait_for(&self, words: &str) {
        self.wait_until(words, |seen| seen.text().contains(words));
    }

    /// Waits until the screen is this one.
    #[track_caller]
    pub fn wait_for_picture(&self, what: &str, picture: &str) {
        if !self.comes_within(PATIENCE, |seen| seen.picture() == picture) {
            panic!("{what}: this never came:\n{picture}\nbut this is shown:\n{}", self.picture());
        }
    }

    /// Waits until nothing was written for so long.
    #[track_caller]
    pub fn wait_for_rest(&self, rest: Duration) {
        let end = Instant::now() + PATIENCE;
        while Instant::now() < end {
            let written = self.seen().bytes.len();
            if !self.comes_within(rest, |seen| seen.bytes.len() > written) {
                return;
            }
        }
        panic!("the screen does not come to rest");
    }

    pub fn keys(&mut self, keys: &str) {
        self.bytes(keys.as_bytes());
    }

    /// Sends what may be no text.
    pub fn bytes(&mut self, bytes: &[u8]) {
        let writer = &mut self.line.as_mut().expect("the terminal is gone").writer;
        writer.write_all(bytes).and_then(|()| writer.flush()).unwrap();
    }

    pub fn resize(&self, size: (u16, u16)) {
        let mut seen = self.seen();
        set_size(&mut seen, size);
        self.line.as_ref().expect("the terminal is gone").master.resize(pty_size(size)).unwrap();
    }

    /// Takes nothing more from the program, as after Ctrl-S or on a line that is stuck.
    pub fn hold_up(&self) {
        self.seen().is_held_up = true;
    }

    /// Waits for the end without taking anything, then takes what is left.
    #[track_caller]
    pub fn exit_code_held_up(&self) -> i32 {
        let waits = |seen: &mut Seen| matches!(seen.fate, Fate::Running);
        let (mut seen, _) = self.shared.changed.wait_timeout_while(self.seen(), PATIENCE, waits).unwrap();
        let fate = seen.fate;
        seen.is_held_up = false;
        drop(seen);
        self.shared.changed.notify_all();
        assert_ne!(fate, Fate::Running, "it did not end within {PATIENCE:?}");
        self.exit_code()
    }

    pub fn signal(&self, signal: Signal) {
        kill_process(self.pid, signal).unwrap();
    }

    /// Closes the terminal's window. The reader holds the terminal open as long as it waits, so it gets a last frame to read.
    pub fn hang_up(&mut self) {
        self.seen().hanging_up = true;
        let (rows, columns) = self.seen().terminal.screen().size();
        self.resize((columns.get() - 1, rows.get()));
        let line = self.line.take().expect("the terminal is gone");
        line.reader.join().unwrap();
    }

    /// Waits for the end and answers the exit code.
    #[track_caller]
    pub fn exit_code(&self) -> i32 {
        self.exit_code_within(PATIENCE)
    }

    #[track_caller]
    pub fn exit_code_within(&self, patience: Duration) -> i32 {
        self.comes_within(patience, Seen::is_over);
        let fate = self.seen().fate;
        let Fate::Ended(code) = fate else { panic!("the program did not end by itself within {patience:?}; it is {fate:?}") };
        code
    }

    /// Ends it without a word, as a power cut would.
    #[track_caller]
    pub fn kill(&self) {
        self.signal(Signal::KILL);
        self.wait_until("the end", Seen::is_over);
    }

    /// Waits until the program has stopped, as after Ctrl-Z.
    #[track_caller]
    pub fn wait_for_stop(&self) {
        self.wait_until("the stop", |seen| seen.fate == Fate::Stopped);
    }

    /// Whether the terminal is as the program found it: its settings, the normal screen, the cursor shown, plain letters.
    #[track_caller]
    pub fn check_given_back(&self) {
        let screen = self.seen().terminal.screen().clone();
        assert!(!screen.alternate_screen(), "the alternate screen was not left");
        assert!(!screen.hide_cursor(), "the cursor is hidden");
        assert_eq!((screen.fgcolor(), screen.bgcolor(), screen.bold(), screen.inverse()), Default::default(), "the letters");
        assert_eq!(self.settings(), self.found, "the settings of the terminal");
        let raw = self.seen().raw();
        assert!(raw.rfind("\x1b[?1007h") <= raw.rfind("\x1b[?1007l"), "the wheel was not given back");
    }

    /// Whether the terminal is the program's.
    #[track_caller]
    pub fn check_taken(&self) {
        assert!(self.seen().terminal.screen().alternate_screen(), "the alternate screen is not shown");
        assert_ne!(self.settings(), self.found, "the terminal is not in raw mode");
    }

    /// Sets the terminal as a shell would that takes it back: `sane`, on the normal screen.
    pub fn as_found(&self) {
        let name = self.line.as_ref().expect("the terminal is gone").master.tty_name().unwrap();
        let terminal = std::fs::File::open(name).unwrap();
        let status = std::process::Command::new("stty").arg("sane").stdin(terminal).status().unwrap();
        assert!(status.success());
        self.seen().terminal.process(b"\x1b[?1049l\x1b[?25h");
    }

    /// The settings of the terminal before the program came.
    pub fn found(&self) -> &str {
        &self.found
    }

    /// The settings of the terminal, such as raw mode.
    pub fn settings(&self) -> String {
        settings(self.line.as_ref().expect("the terminal is gone").master.as_ref())
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        if !matches!(self.seen().fate, Fate::Ended(_) | Fate::Killed) {
            // A shell's child ends with it. It may have ended just now; then there is nothing to kill.
            let _ = kill_process_group(self.pid, Signal::KILL);
        }
    }
}

fn command(corner: &Corner, arguments: &[OsString], environment: &[(&str, &str)]) -> CommandBuilder {
    let mut command = CommandBuilder::from_argv(arguments.to_vec());
    command.env_clear();
    corner.environment().into_iter().for_each(|(name, value)| command.env(name, value));
    command.env("PROGRAM", env!("CARGO_BIN_EXE_contrasts"));
    environment.iter().for_each(|(name, value)| command.env(name, value));
    command.cwd(corner.path(""));
    command
}

/// How a cell looks, in a word or two; nothing for a plain one.
fn look(cell: &vt100::Cell) -> String {
    let mut look = String::new();
    for (name, is_so) in
        [("bold", cell.bold()), ("italic", cell.italic()), ("underline", cell.underline()), ("reverse", cell.inverse())]
    {
        if is_so {
            write!(look, "{name} ").unwrap();
        }
    }
    for (name, colour) in [("on", cell.bgcolor()), ("in", cell.fgcolor())] {
        if colour != vt100::Color::Default {
            write!(look, "{name} {colour:?} ").unwrap();
        }
    }
    look
}

/// The settings as words: their type is of a package that the tests do not name.
fn settings(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios().expect("a terminal has settings"))
}

fn pty_size((cols, rows): (u16, u16)) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

fn set_size(seen: &mut Seen, (cols, rows): (u16, u16)) {
    let at_least_one = |count| NonZeroU16::new(count).unwrap_or(NonZeroU16::MIN);
    seen.terminal.screen_mut().set_size(at_least_one(rows), at_least_one(cols));
}

fn read(mut source: Box<dyn Read + Send>, shared: &Shared) {
    let mut bytes = [0; 4096];
    loop {
        let count = source.read(&mut bytes).unwrap_or(0);
        let mut seen = shared.seen.lock().unwrap();
        seen.terminal.process(&bytes[..count]);
        seen.bytes.extend(&bytes[..count]);
        seen.all_is_read = count == 0 || seen.hanging_up;
        shared.changed.notify_all();
        if seen.all_is_read {
            return;
        }
        drop(shared.changed.wait_while(seen, |seen| seen.is_held_up));
    }
}

fn wait(pid: Pid, shared: &Shared) {
    loop {
        let status = waitpid(Some(pid), WaitOptions::UNTRACED | WaitOptions::CONTINUED);
        let fate = match status {
            Ok(Some((_, status))) if status.stopped() => Fate::Stopped,
            Ok(Some((_, status))) if status.continued() => Fate::Running,
            Ok(Some((_, status))) => status.exit_status().map_or(Fate::Killed, Fate::Ended),
            Ok(None) | Err(Errno::INTR) => continue,
            Err(_) => Fate::Killed,
        };
        shared.seen.lock().unwrap().fate = fate;
        shared.changed.notify_all();
        if matches!(fate, Fate::Ended(_) | Fate::Killed) {
            return;
        }
    }
}
