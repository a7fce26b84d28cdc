//! The way between shared screen and console: TCP on this machine's own address. The console says the word of the door and then deeds,
//! a line each; the shared screen says a line whenever the journal changed, and the console reads that. So nothing is polled, a console
//! may come late or again, and there may be several.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, Shutdown, TcpListener, TcpStream};
use std::path::Path;
use std::sync::mpsc::Sender;
use std::time::Duration;

use super::input::Heard;
use crate::store::door::Door;
use crate::store::journal::{as_line, of_line};
use crate::workshop::Deed;

/// Something that came through the door.
pub enum Called {
    /// A console has come.
    Came(TcpStream),
    /// The console at this port wishes something.
    Wishes(u16, Deed),
    /// A console wishes the shared screen light or dark.
    Light,
    /// The journal has changed.
    Changed,
    /// A wish of ours was heard, and what came of it is in the journal.
    Answered,
    /// The other side is gone.
    Gone,
}

/// Longer lines are no deeds.
const LONGEST: u64 = 4096;
/// A console that does not take its lines is let go.
const PATIENCE: Duration = Duration::from_millis(200);

/// What the shared screen says.
const CHANGED: &[u8] = b"changed\n";
const ANSWERED: &[u8] = b"answered\n";
/// The one wish that is no deed: nothing of the session changes.
const LIGHT: &str = "light";

/// The shared screen's side.
pub struct Listening {
    door: Door,
    consoles: Vec<TcpStream>,
}

impl Listening {
    /// Listens for consoles of the session with this journal.
    pub fn start(journal: &Path, heard: &Sender<Heard>) -> io::Result<Listening> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let door = Door::new(listener.local_addr()?.port(), journal);
        door.put_up().map_err(|failure| io::Error::other(failure.why.to_string()))?;
        let (word, heard) = (door.word.clone(), heard.clone());
        let work = move || {
            for stream in listener.incoming().flatten() {
                let (word, heard) = (word.clone(), heard.clone());
                let work = move || drop(receive(&stream, &word, &heard));
                let _ = std::thread::Builder::new().name("console".into()).spawn(work);
            }
        };
        std::thread::Builder::new().name("door".into()).spawn(work)?;
        Ok(Listening { door, consoles: Vec::new() })
    }

    /// A console has come in; it is told at once that there is something to read.
    pub fn welcome(&mut self, console: &TcpStream) {
        self.consoles.extend(console.try_clone());
        self.tell();
    }

    /// The journal has changed.
    pub fn tell(&mut self) {
        self.consoles.retain(|mut console| console.write_all(CHANGED).is_ok());
    }

    /// The wish of a console was heard, whether or not it came true.
    pub fn answer(&mut self, port: u16) {
        let wished = |console: &TcpStream| console.peer_addr().is_ok_and(|address| address.port() == port);
        self.consoles.retain(|mut console| !wished(console) || console.write_all(ANSWERED).is_ok());
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        self.door.take_down();
        self.consoles.iter().for_each(|console| drop(console.shutdown(Shutdown::Both)));
    }
}

/// Whoever does not say the word first is shown out.
fn receive(stream: &TcpStream, word: &str, heard: &Sender<Heard>) -> io::Result<()> {
    stream.set_write_timeout(Some(PATIENCE))?;
    stream.set_read_timeout(Some(Duration::from_secs(5)))?;
    let mut lines = BufReader::new(stream);
    if next(&mut lines)?.as_deref() != Some(word) {
        return stream.shutdown(Shutdown::Both);
    }
    stream.set_read_timeout(None)?;
    let port = stream.peer_addr()?.port();
    let _ = heard.send(Heard::Called(Called::Came(stream.try_clone()?)));
    while let Some(line) = next(&mut lines)? {
        if line == LIGHT {
            let _ = heard.send(Heard::Called(Called::Light));
        } else if let Some(deed) = of_line(&line) {
            let _ = heard.send(Heard::Called(Called::Wishes(port, deed)));
        }
    }
    Ok(())
}

fn next(lines: &mut BufReader<&TcpStream>) -> io::Result<Option<String>> {
    let mut line = String::new();
    let read = lines.by_ref().take(LONGEST).read_line(&mut line)?;
    Ok((read > 0).then(|| line.trim_end().to_owned()))
}

/// The console's side.
pub struct Entered {
    stream: TcpStream,
    /// The door through which it went.
    pub door: Door,
}

impl Entered {
    /// Goes through the first door that opens.
    pub fn any(folder: &Path, heard: &Sender<Heard>) -> Option<Entered> {
        Door::all(folder).into_iter().find_map(|door| Entered::through(door, heard).ok())
    }

    fn through(door: Door, heard: &Sender<Heard>) -> io::Result<Entered> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, door.port))?;
        stream.write_all(format!("{}\n", door.word).as_bytes())?;
        let (listening, heard) = (stream.try_clone()?, heard.clone());
        let work = move || {
            let mut lines = BufReader::new(&listening);
            while let Ok(Some(line)) = next(&mut lines) {
                let is_answer = ANSWERED.starts_with(line.as_bytes());
                let _ = heard.send(Heard::Called(if is_answer { Called::Answered } else { Called::Changed }));
            }
            let _ = heard.send(Heard::Called(Called::Gone));
        };
        std::thread::Builder::new().name("screen".into()).spawn(work)?;
        Ok(Entered { stream, door })
    }

    /// Wishes something of the shared screen.
    pub fn wish(&mut self, deed: &Deed) -> io::Result<()> {
        self.stream.write_all(format!("{}\n", as_line(deed)).as_bytes())
    }

    /// Wishes the shared screen light or dark.
    pub fn wish_light(&mut self) -> io::Result<()> {
        self.stream.write_all(format!("{LIGHT}\n").as_bytes())
    }
}
