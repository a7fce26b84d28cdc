//! What comes from outside where there are no screens: lines, reports of saves, and signals. Each has a thread that sleeps until there is
//! something to say. A line is read when it is asked for and not before, so that nothing piles up, however much is piped in.

use std::io::{self, BufRead, Read};
use std::sync::mpsc::{Receiver, Sender, channel};

use super::door::Called;
use crate::store::saver::Report;

/// Something that came from outside.
pub enum Heard {
    /// A line.
    Line(String),
    /// There are no more lines.
    Over,
    /// How a save went.
    Report(Report),
    /// Something came through the door between shared screen and console.
    Called(Called),
    /// The program is to end by this signal.
    End(i32),
}

/// The way to the thread that reads.
pub struct Lines {
    wanted: Sender<()>,
}

impl Lines {
    /// Starts reading, a line at a time.
    pub fn open(heard: &Sender<Heard>) -> io::Result<Lines> {
        let (wanted, asked) = channel();
        let heard = heard.clone();
        std::thread::Builder::new().name("lines".into()).spawn(move || read(&asked, &heard))?;
        Ok(Lines { wanted })
    }

    /// Asks for the next line.
    pub fn next(&self) {
        // A thread that has ended has said so.
        let _ = self.wanted.send(());
    }
}

/// More of a line is not kept.
const LONGEST: u64 = 64 * 1024;

fn read(asked: &Receiver<()>, heard: &Sender<Heard>) {
    let mut input = io::stdin().lock();
    while asked.recv().is_ok() {
        let said = line(&mut input).map_or(Heard::Over, Heard::Line);
        let is_over = matches!(said, Heard::Over);
        if heard.send(said).is_err() || is_over {
            return;
        }
    }
}

/// The next line, or nothing at the end of the input. Whatever cannot be read is its end as well.
fn line(input: &mut impl BufRead) -> Option<String> {
    let mut bytes = Vec::new();
    let read = input.by_ref().take(LONGEST).read_until(b'\n', &mut bytes).ok()?;
    let mut rest = Vec::new();
    while read as u64 == LONGEST && bytes.last() != Some(&b'\n') && rest.last() != Some(&b'\n') {
        rest.clear();
        if input.by_ref().take(LONGEST).read_until(b'\n', &mut rest).ok()? == 0 {
            break;
        }
    }
    (read > 0).then(|| String::from_utf8_lossy(&bytes).into_owned())
}

/// What comes through the door comes the way that lines come, so that one place waits for both.
pub fn pass_on(calls: Receiver<super::input::Heard>, heard: Sender<Heard>) -> io::Result<()> {
    let called = |call| if let super::input::Heard::Called(called) = call { Some(called) } else { None };
    let work = move || drop(calls.into_iter().filter_map(called).try_for_each(|called| heard.send(Heard::Called(called))));
    std::thread::Builder::new().name("calls".into()).spawn(work).map(drop)
}

/// Listens for signals to end. A second one, or one that the program does not follow in time, ends it at once.
#[cfg(unix)]
pub fn hear_signals(heard: &Sender<Heard>) -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGXFSZ};

    let mut signals = signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGXFSZ])?;
    let heard = heard.clone();
    let work = move || {
        // A file that would be larger than allowed is an error of a write, and said as one.
        if let Some(signal) = signals.forever().find(|signal| *signal != SIGXFSZ) {
            super::input::end_at_last(signal);
            let _ = heard.send(Heard::End(signal));
        }
    };
    std::thread::Builder::new().name("signals".into()).spawn(work).map(drop)
}

/// There are none.
#[cfg(not(unix))]
pub fn hear_signals(_heard: &Sender<Heard>) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_cut_where_it_is_too_long_and_the_next_is_whole() {
        let long = "x".repeat(3 * LONGEST as usize);
        let mut input = io::Cursor::new(format!("one\n{long}\ntwo\nend").into_bytes());
        let lengths: Vec<usize> = std::iter::from_fn(|| line(&mut input)).map(|line| line.trim_end().len()).collect();
        assert_eq!(lengths, [3, LONGEST as usize, 3, 3]);
        assert_eq!(line(&mut io::Cursor::new(b"caf\xe9\n".to_vec())).as_deref(), Some("caf\u{fffd}\n"));
    }
}
