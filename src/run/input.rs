//! What comes from outside: keys, sizes and signals, each from a thread that sleeps until there is something to say.
//!
//! The terminal may vanish, and SIGHUP may be ignored (`nohup`, `sudo`). crossterm 0.29 reads on for ever from a terminal that is gone,
//! so it is asked for keys only after the system said that there are some; the same question tells of the hang-up.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, PoisonError};

use super::door::Called;
use crate::store::saver::Report;
use crate::ui::terminal::Input;

/// Something that came from outside.
pub enum Heard {
    /// Keys and sizes: all that were waiting, so that a hundred keys in one write are one frame.
    Inputs(Vec<Input>),
    /// How a save went.
    Report(Report),
    /// Something came through the door between shared screen and console.
    Called(Called),
    /// The program is to end by this signal.
    End(i32),
    /// The program is to stop until it is called back.
    Stop,
    /// It was called back.
    Continued,
    /// The window has another size.
    Resized,
    /// The terminal is gone.
    Gone,
    /// One of the threads panicked; its message is printed already.
    Panicked,
}

/// While it is closed nobody here takes a key: the terminal belongs to another program.
#[derive(Clone, Default)]
pub struct Gate {
    door: Arc<Mutex<()>>,
    is_closed: Arc<AtomicBool>,
}

impl Gate {
    /// Does something while the gate is closed.
    pub fn closed<T>(&self, work: impl FnOnce() -> T) -> T {
        let _door = self.door.lock().unwrap_or_else(PoisonError::into_inner);
        self.is_closed.store(true, Ordering::SeqCst);
        let done = work();
        self.is_closed.store(false, Ordering::SeqCst);
        done
    }

    /// Waits until the gate is open.
    fn pass(&self) {
        drop(self.door.lock().unwrap_or_else(PoisonError::into_inner));
    }
}

#[cfg(unix)]
pub use unix::{Ears, end_at_last};

#[cfg(unix)]
mod unix {
    use std::fs::File;
    use std::io::{self, IsTerminal};
    use std::os::fd::{AsFd, OwnedFd};
    use std::time::Duration;

    use rustix::event::{PollFd, PollFlags, poll};
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH, SIGXFSZ};
    use signal_hook::iterator::Signals;

    use super::super::drill;
    use super::{Gate, Heard, Ordering, Sender};
    use crate::ui::terminal;

    /// After a signal to end, the program has so long before it is ended.
    const LAST_MOMENT: Duration = Duration::from_secs(3);

    /// Signals are caught from the moment this exists; what arrives before `listen` waits for it.
    pub struct Ears {
        signals: Signals,
    }

    impl Ears {
        /// Catches signals, before the terminal is taken over.
        pub fn open() -> io::Result<Ears> {
            let signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH, SIGXFSZ])?;
            Ok(Ears { signals })
        }

        /// Starts the threads; the first screen need not wait for them.
        pub fn listen(self, heard: &Sender<Heard>, gate: &Gate) -> io::Result<()> {
            let Ears { signals } = self;
            let (of_signals, of_keys) = (gate.clone(), gate.clone());
            spawn("signals", heard, move |heard| hear_signals(signals, &of_signals, &heard))?;
            let keyboard = keyboard()?;
            spawn("keys", heard, move |heard| hear_keys(&keyboard, &of_keys, &heard))
        }
    }

    fn spawn(name: &str, heard: &Sender<Heard>, work: impl FnOnce(Sender<Heard>) + Send + 'static) -> io::Result<()> {
        let heard = heard.clone();
        std::thread::Builder::new().name(name.to_owned()).spawn(move || work(heard)).map(drop)
    }

    /// Where keys come from: stdin, or the terminal itself where stdin is something else. crossterm decides in the same way.
    fn keyboard() -> io::Result<OwnedFd> {
        let stdin = io::stdin();
        if stdin.is_terminal() { stdin.as_fd().try_clone_to_owned() } else { File::open("/dev/tty").map(OwnedFd::from) }
    }

    fn hear_keys(keyboard: &OwnedFd, gate: &Gate, heard: &Sender<Heard>) {
        loop {
            if wait_for_keys(keyboard).is_err() {
                let _ = heard.send(Heard::Gone);
                return;
            }
            gate.pass();
            let mut inputs = Vec::new();
            let more = loop {
                match terminal::waiting_input() {
                    Ok(Some(input)) => inputs.push(input),
                    other => break other,
                }
            };
            drill::at("keyboard");
            if !inputs.is_empty() && heard.send(Heard::Inputs(inputs)).is_err() {
                return;
            }
            if more.is_err() {
                let _ = heard.send(Heard::Gone);
                return;
            }
        }
    }

    /// Sleeps until the terminal has something to say; an error when it hung up.
    fn wait_for_keys(keyboard: &OwnedFd) -> Result<(), ()> {
        let mut fds = [PollFd::new(keyboard, PollFlags::IN)];
        match poll(&mut fds, None) {
            Ok(_) => {}
            Err(error) if error == rustix::io::Errno::INTR => return Ok(()),
            Err(_) => return Err(()),
        }
        let gone = PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL;
        if fds.iter().any(|fd| fd.revents().intersects(gone)) { Err(()) } else { Ok(()) }
    }

    fn hear_signals(mut signals: Signals, gate: &Gate, heard: &Sender<Heard>) {
        let mut is_ending = false;
        for signal in signals.forever() {
            let said = match signal {
                SIGWINCH => {
                    drill::at("signal");
                    Heard::Resized
                }
                // A file that would be larger than allowed is an error of a write, and said as one.
                SIGXFSZ => continue,
                // The program that has the terminal was stopped, and we with it: the shell waits for all of us.
                SIGTSTP | SIGCONT if gate.is_closed.load(Ordering::SeqCst) => {
                    if signal == SIGTSTP {
                        let _ = rustix::process::kill_process(rustix::process::getpid(), rustix::process::Signal::STOP);
                    }
                    continue;
                }
                SIGTSTP => Heard::Stop,
                SIGCONT => Heard::Continued,
                signal => {
                    if !is_ending {
                        is_ending = true;
                        end_at_last(signal);
                    }
                    Heard::End(signal)
                }
            };
            if heard.send(said).is_err() {
                return;
            }
        }
    }

    /// Ends the program if it does not end by itself, for instance because nobody takes what it writes.
    pub fn end_at_last(signal: i32) {
        let work = move || {
            std::thread::sleep(LAST_MOMENT);
            terminal::restore_at_last();
            std::process::exit(128 + signal);
        };
        let _ = std::thread::Builder::new().name("last moment".into()).spawn(work);
    }
}

/// On other systems keys and sizes come from crossterm's own waiting; there are no signals.
#[cfg(not(unix))]
pub struct Ears;

#[cfg(not(unix))]
impl Ears {
    /// Nothing is to be prepared.
    pub fn open() -> std::io::Result<Ears> {
        Ok(Ears)
    }

    /// Starts the thread.
    pub fn listen(self, heard: &Sender<Heard>, gate: &Gate) -> std::io::Result<()> {
        let (heard, gate) = (heard.clone(), gate.clone());
        let work = move || {
            loop {
                gate.pass();
                match crate::ui::terminal::next_input() {
                    Ok(input) if heard.send(Heard::Inputs(vec![input])).is_ok() => {}
                    Ok(_) => return,
                    Err(_) => return drop(heard.send(Heard::Gone)),
                }
            }
        };
        std::thread::Builder::new().name("keys".into()).spawn(work).map(drop)
    }
}
