//! The same course line by line: the loop that says, asks, hears and saves. It sleeps until a line, a report or a signal comes.
//!
//! The next prompt is shown when what was answered is on disk, or when it was said that it is not.

use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use super::keep::Keeper;
use super::lines::{Heard, Lines, hear_signals};
use super::past::Past;
use super::start::{Choices, Opening, Ready, learners, ready, renew};
use super::voice::Voice;
use super::{Code, DONE, Options, Stop, done, report, say};
use crate::app::{self, App, Effect, Msg, Size, Trouble};
use crate::course::Clean;
use crate::plain;
use crate::store::saver::Report;
use crate::store::{Why, clock};
use crate::words::Words;

/// After so long it is said that saving takes its time.
const SLOW: Duration = Duration::from_secs(2);
/// How long leaving waits for a slow disk, and how long after a signal.
const ON_LEAVING: Duration = Duration::from_secs(5);
const AFTER_A_SIGNAL: Duration = Duration::from_secs(1);

/// Speaks until the learner leaves, or the input ends.
pub fn run(choices: &Choices, opening: Opening) -> Result<Code, Stop> {
    let Ready { mut start, first, elsewhere } = ready(choices, opening)?;
    // Nothing is scrolled: every page is as high as it needs to be.
    start.size = Size { width: 80, height: 1000 };
    let (tell, inbox) = channel();
    let reports = tell.clone();
    let keeper = Keeper::new(choices.places.as_ref(), &start.course, clock::now(), move |report| {
        let _ = reports.send(Heard::Report(report));
    });
    let words = start.course.words.clone();
    let cannot = |error: io::Error| Stop(words.outside().cannot_listen(Why::of(&error).in_words(&words)));
    hear_signals(&tell).map_err(cannot)?;
    let lines = Lines::open(&tell).map_err(cannot)?;
    let voice = Voice::of(&choices.options);
    let (mut app, past) = Past::of(start, &choices.options);
    app.by_paragraph = true;
    let (told, options) = (plain::Told::default(), choices.options.clone());
    let mut talk = Talk { app, options, keeper, inbox, lines, elsewhere, voice, told, is_mended: false, ending: None };
    let learners = learners(&talk.options);
    if !learners.is_empty() {
        done(talk.voice.say(&[who(talk.app.words(), &learners)]))?;
    }
    let effects = first.begin(&mut talk.app, clock::now());
    talk.perform(effects);
    renew(past.stale);
    talk.run()
}

/// Lines may be a script, so nothing is asked that was not asked before; whoever has a profile hears how to name it.
fn who(words: &Words, learners: &[Option<String>]) -> Clean {
    let names: Vec<&str> = learners.iter().flatten().map(String::as_str).collect();
    Clean::words(&words.lines().several_learn(names.join(", ")))
}

struct Talk {
    app: App,
    options: Options,
    keeper: Keeper,
    inbox: Receiver<Heard>,
    lines: Lines,
    elsewhere: PathBuf,
    voice: Voice,
    told: plain::Told,
    /// A save that had failed was done since the last prompt.
    is_mended: bool,
    ending: Option<Ending>,
}

/// How it ends.
#[derive(Clone, Copy, PartialEq)]
enum Ending {
    /// The learner left, or there are no more lines.
    Left,
    /// The learner left without what could not be saved.
    Abandoned,
    /// By a signal.
    Signalled(i32),
}

impl Talk {
    fn run(mut self) -> Result<Code, Stop> {
        let mut written = self.say().map(drop);
        while self.ending.is_none() && written.is_ok() {
            let said = match written.and_then(|()| self.voice.ask(&self.told.prompt(&self.app))) {
                Ok(()) => self.listen(),
                Err(error) => {
                    written = Err(error);
                    break;
                }
            };
            written = match said {
                Some(said) => self.take(&said),
                None => Ok(()),
            };
        }
        if written.is_err() {
            // Nobody hears any more; what was done is kept all the same.
            self.update(Msg::Ended);
        }
        let code = self.leave();
        // The rest of a line that was not answered must not run into what the shell says next.
        let written = written.and_then(|()| self.voice.end());
        done(written).map(|_| code)
    }

    /// The next line; nothing where it is over.
    fn listen(&mut self) -> Option<String> {
        self.lines.next();
        while self.ending.is_none() {
            match self.inbox.recv() {
                Ok(Heard::Line(line)) => return Some(line),
                Ok(heard) => self.hear(heard),
                Err(_) => self.hear(Heard::Over),
            }
        }
        None
    }

    /// Does what a line means, and says what is new.
    fn take(&mut self, line: &str) -> io::Result<()> {
        self.voice.heard()?;
        self.told.hear(&self.app);
        let mut is_silent = false;
        match plain::hear(&self.app, line) {
            plain::Heard::Told(lines) => return self.voice.say(&lines),
            plain::Heard::Again => self.told.forget(),
            plain::Heard::Meant(msgs) => {
                msgs.into_iter().for_each(|msg| self.update(msg));
                self.wait_for_the_disk()?;
            }
            plain::Heard::Silently(msgs) => {
                msgs.into_iter().for_each(|msg| self.update(msg));
                self.wait_for_the_disk()?;
                self.told.pass_over(&self.app);
                is_silent = true;
            }
        }
        if self.ending.is_some() {
            return Ok(());
        }
        match self.say()? || is_silent {
            true => Ok(()),
            false => self.voice.say(&[Clean::words(self.app.words().lines().nothing_changed())]),
        }
    }

    /// Says what is new: what is not as it should be, and what there is now. Answers whether anything was.
    fn say(&mut self) -> io::Result<bool> {
        let mut news = self.told.news(&self.app);
        if std::mem::take(&mut self.is_mended) {
            news.insert(0, Clean::words(self.app.words().lines().saved()));
        }
        self.voice.say(&news)?;
        Ok(!news.is_empty())
    }

    fn hear(&mut self, heard: Heard) {
        match heard {
            Heard::Line(_) | Heard::Called(_) => {}
            Heard::Over => self.update(Msg::Ended),
            Heard::End(signal) => {
                self.update(Msg::Ended);
                self.ending = Some(Ending::Signalled(signal));
            }
            Heard::Report(Report::Saved(upto)) => {
                self.keeper.saved(upto);
                self.update(Msg::Saved(upto));
                self.is_mended |= self.app.saving.was_mended;
                // It is said once, and at the next prompt.
                self.app.saving.was_mended = false;
            }
            Heard::Report(Report::NotSaved(failure)) => {
                let why = failure.why.shown(self.app.words());
                self.update(Msg::NotSaved(Trouble { file: failure.file, why }));
            }
        }
    }

    fn update(&mut self, msg: Msg) {
        let effects = app::update(&mut self.app, clock::now(), msg);
        self.perform(effects);
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Record(event) => {
                    if let Err(why) = self.keeper.take(event) {
                        let trouble = Trouble { file: Clean::default(), why: Clean::words(why(self.app.words())) };
                        app::update(&mut self.app, clock::now(), Msg::NotSaved(trouble));
                    }
                }
                Effect::TryAgain => self.keeper.try_again(),
                Effect::Report => {
                    let told = report::hand_in(&self.options, &mut self.app.course, &self.app.progress);
                    self.update(told);
                }
                Effect::Leave => self.ending = self.ending.or(Some(Ending::Left)),
                Effect::Abandon => self.ending = self.ending.or(Some(Ending::Abandoned)),
                // No line asks for these.
                Effect::Edit { .. } | Effect::Compose(_) | Effect::Copy(_) | Effect::Learner(_) | Effect::Suspend => {}
            }
        }
    }

    /// An answer counts when it is on disk. A disk that takes long is named, and waited for.
    fn wait_for_the_disk(&mut self) -> io::Result<()> {
        let mut is_named = false;
        while self.ending.is_none() && self.app.saving.is_slow() {
            match self.inbox.recv_timeout(SLOW) {
                Ok(heard) => self.hear(heard),
                Err(_) if !is_named => {
                    is_named = true;
                    self.voice.say(&[Clean::words(self.app.words().lines().saving_takes_long())])?;
                }
                Err(_) => {}
            }
        }
        Ok(())
    }

    /// Saves what is left, and says what could not be saved.
    fn leave(&mut self) -> Code {
        let is_signal = matches!(self.ending, Some(Ending::Signalled(_)));
        let in_time = self.keeper.finish(if is_signal { AFTER_A_SIGNAL } else { ON_LEAVING });
        while let Ok(heard) = self.inbox.try_recv() {
            if let Heard::Report(Report::Saved(upto)) = heard {
                self.keeper.saved(upto);
            }
        }
        if self.keeper.has_unsaved() && self.ending != Some(Ending::Abandoned) {
            say(&self.keeper.last_words(self.app.words(), (self.app.saving.trouble.as_ref(), in_time), &self.elsewhere));
        }
        match self.ending {
            Some(Ending::Signalled(signal)) => u8::try_from(128 + signal).unwrap_or(u8::MAX),
            _ => DONE,
        }
    }
}
