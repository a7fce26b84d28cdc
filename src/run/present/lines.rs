//! The workshop line by line: the loop that says, asks and hears. It sleeps until a line comes or a clock reaches its end.

use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use super::super::lines::{Heard, Lines, hear_signals};
use super::super::voice::Voice;
use super::super::{Code, Stop, done};
use super::{DONE, Options, Showing, ended_by};
use crate::app::room::Told;
use crate::course::Clean;
use crate::plain::{self, room};

/// Speaks until the workshop is left, or the input ends.
pub fn run(mut showing: Showing, options: &Options) -> Result<Code, Stop> {
    let (tell, inbox) = channel();
    let cannot = |error: io::Error| Stop(format!("cannot listen: {}", crate::store::in_words(&error)));
    hear_signals(&tell).map_err(cannot)?;
    let lines = Lines::open(&tell).map_err(cannot)?;
    let voice = Voice::of(options);
    let mut told = plain::Told::default();
    let (mut written, mut changes) = (Ok(()), None);
    while showing.ending.is_none() && written.is_ok() {
        let mut news = told.room_news(&showing.room);
        if news.is_empty() && changes == Some(state(&showing)) {
            news.push(Clean::words(showing.room.words().lines().nothing_changed()));
        }
        written = voice.say(&news).and_then(|()| voice.ask(&told.room_prompt(&showing.room)));
        if written.is_err() {
            break;
        }
        changes = Some(state(&showing));
        lines.next();
        let Some(line) = wait(&mut showing, &inbox, &voice) else { break };
        written = voice.heard().and_then(|()| match room::hear(&showing.room, &line) {
            room::Meant::Told(lines) => {
                changes = None;
                voice.say(&lines)
            }
            room::Meant::Again => {
                told.forget();
                Ok(())
            }
            room::Meant::Chosen(setup) => {
                showing.room.setup = setup;
                Ok(())
            }
            room::Meant::Keys(keys) => {
                keys.into_iter().for_each(|key| showing.tell(Told::Key(key)));
                Ok(())
            }
        });
    }
    showing.leave_behind();
    let code = showing.ending.unwrap_or(DONE);
    done(written.and_then(|()| voice.end())).map(|_| code)
}

/// A number that changes with everything that happens.
fn state(showing: &Showing) -> usize {
    showing.room.session.as_ref().map_or(0, |session| session.revision)
}

/// The next line. A clock that reaches its end is said once; nothing else is said while somebody types.
fn wait(showing: &mut Showing, inbox: &Receiver<Heard>, voice: &Voice) -> Option<String> {
    let speed = showing.room.rehearsal.map_or(1, |rehearsal| u64::from(rehearsal.speed));
    let left = |showing: &Showing| showing.room.session.as_ref().and_then(|session| session.left(showing.room.now));
    loop {
        let was_running = left(showing).is_some_and(|left| left > 0);
        let heard = match showing.room.wakes_in().and_then(|wait| u64::try_from(wait).ok()) {
            Some(wait) => inbox.recv_timeout(Duration::from_millis(wait.div_ceil(speed))),
            None => inbox.recv().map_err(|_| RecvTimeoutError::Disconnected),
        };
        showing.has_slept();
        match heard {
            Ok(Heard::Line(line)) => return Some(line),
            Ok(Heard::End(signal)) => showing.ending = Some(ended_by(signal)),
            Ok(Heard::Report(_) | Heard::Called(_)) => {}
            Ok(Heard::Over) | Err(RecvTimeoutError::Disconnected) => return None,
            Err(RecvTimeoutError::Timeout) => showing.tell(Told::Tick),
        }
        if showing.ending.is_some() {
            return None;
        }
        if was_running && left(showing).is_some_and(|left| left <= 0) {
            // Whoever cannot be told any more is noticed at the next line.
            let words = Clean::words(showing.room.words().room_lines().last_call());
            let _ = voice.say(&[Clean::default(), words]);
        }
    }
}
