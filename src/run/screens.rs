//! The screens: the loop that waits, updates, performs and draws. It sleeps in `recv`; nothing is polled.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use super::input::{Ears, Gate, Heard};
use super::keep::{self, Keeper};
use super::{
    COULD_NOT, Code, DONE, Options, Stop, drill, editor, find_lesson, in_ascii, in_colour, read, remark, say, the_course,
    the_places, the_progress,
};
use crate::app::keymap::Keys;
use crate::app::{self, App, Effect, Msg, Start, Trouble};
use crate::course::question::{Mode, Use};
use crate::course::{Clean, Course, Id};
use crate::settings::Settings;
use crate::store::cache::{Loaded, Stale};
use crate::store::place::Places;
use crate::store::saver::Report;
use crate::store::{clock, settings, shown};
use crate::ui::terminal::{Input, Terminal};
use crate::ui::{self, Theme};

/// On which screen to begin.
pub enum Opening {
    /// The course map.
    Map,
    /// The quiz of a lesson.
    Quiz(Option<String>),
    /// What is due today, or the questions that a workshop over a lesson asked.
    Review(Option<String>),
}

/// A save that is quicker than this is seen as done by the first frame after it; otherwise the frame says “saving…”.
const QUICK: Duration = Duration::from_millis(40);

/// Runs the screens until the learner leaves.
pub fn run(options: &Options, opening: Opening) -> Result<Code, Stop> {
    let places = the_places(options).ok();
    let (chosen, complaints) = places.as_ref().map_or_else(Default::default, |places| settings::read(&places.settings()));
    let options = &Options { ascii: options.ascii || chosen.ascii, ..options.clone() };
    let (theme, odd_theme) = theme(options, &chosen, places.as_ref())?;
    let (mut course, problems) = the_course(options, false)?;
    let first = First::of(opening, options, &mut course)?;
    let Loaded { progress, failures, stale } = the_progress(options, &course);
    let mut remarks = remark(&failures);
    remarks.extend(odd_theme);
    remarks.extend(complaints.iter().map(|complaint| Clean::words(&format!("{}: {}", complaint.file, complaint.why))));
    let (keys, odd_keys) = Keys::of(&chosen.keys);
    let settings_file = places.as_ref().map(|places| shown(&places.settings())).unwrap_or_default();
    remarks.extend(odd_keys.iter().map(|why| Clean::words(&format!("{settings_file}: {why}"))));
    let sitting = format!("{:08x}", fastrand::u32(..));
    let elsewhere = keep::elsewhere(&sitting);
    let start = Start {
        sitting: Id::new(&sitting).unwrap_or_else(|| course.id.clone()),
        course,
        problems,
        progress,
        size: ui::terminal::size(),
        seed: fastrand::u64(..),
        remarks,
        elsewhere: shown(&elsewhere),
        is_folder: options.course.is_some(),
        asks_how_sure: chosen.asks_how_sure(),
        mode: mode(options, &chosen),
        habits: chosen.habits,
        keys,
        now: clock::now(),
        offset: clock::offset(clock::now()),
    };
    let (tell, inbox) = channel();
    let reports = tell.clone();
    let keeper = Keeper::new(places.as_ref(), &start.course.id, clock::now(), move |report| {
        drill::at("saved");
        let _ = reports.send(Heard::Report(report));
    });
    let app = App::new(start);
    install_panic_hook(tell.clone());
    let no_terminal =
        |error: std::io::Error| Stop(format!("there is no terminal to draw on: {}", crate::store::in_words(&error)));
    drill::at("start");
    let ears = Ears::open()?;
    let terminal = Terminal::enter(chosen.mouse).map_err(no_terminal)?;
    let gate = Gate::default();
    let options = options.clone();
    let mut screens = Screens { app, theme, keeper, terminal, inbox, elsewhere, gate: gate.clone(), options, ending: None };
    screens.begin(first);
    // The first screen stands before the threads do: starting them takes as long as drawing it.
    screens.draw().map_err(no_terminal)?;
    ears.listen(&tell, &gate).map_err(no_terminal)?;
    renew(stale);
    screens.run()
}

/// The screen that stands over the map at the start.
enum First {
    Nothing,
    Quiz(usize),
    Review,
    /// The questions that a workshop over a lesson asks.
    OfTheRoom(usize, Vec<Id>),
}

impl First {
    /// What an opening comes to in a course, or why it comes to nothing.
    fn of(opening: Opening, options: &Options, course: &mut Course) -> Result<First, Stop> {
        let lesson = match &opening {
            Opening::Map => return Ok(First::Nothing),
            Opening::Review(None) => return Ok(First::Review),
            Opening::Quiz(Some(named)) | Opening::Review(Some(named)) => find_lesson(course, named)?,
            Opening::Quiz(None) => read::current(options, course),
        };
        course.load(lesson);
        let asks = |place| course.lessons.get(lesson).map_or_else(Vec::new, |lesson| lesson.used(place));
        match opening {
            Opening::Review(_) if asks(Use::Workshop).is_empty() => {
                Err(Stop("a workshop over this lesson asks no questions".to_owned()))
            }
            Opening::Review(_) => Ok(First::OfTheRoom(lesson, asks(Use::Workshop))),
            _ if asks(Use::Quiz).is_empty() => Err(Stop("this lesson has no quiz".to_owned())),
            _ => Ok(First::Quiz(lesson)),
        }
    }
}

/// Makes the cache anew for the next start, on a thread that nobody waits for: where it cannot, or is cut off when the program ends, the next
/// start replays what this one did.
fn renew(stale: Option<Stale>) {
    let work = |stale: Stale| move || drop(stale.renew(clock::now()));
    let _ = stale.map(|stale| std::thread::Builder::new().name("cache".into()).spawn(work(stale)));
}

/// When quizzes tell what was right: as asked for, or as the learner's settings have it.
fn mode(options: &Options, chosen: &Settings) -> Option<Mode> {
    options.mode.as_deref().or(chosen.mode.as_deref()).and_then(Mode::named)
}

/// The theme: the one that was asked for, or else the learner's, or else the terminal's own colours; without colour, `mono`. A theme
/// of the learner's own goes before one of the same name that is compiled in; what is wrong in it is said.
pub(super) fn theme(options: &Options, chosen: &Settings, places: Option<&Places>) -> Result<(Theme, Vec<Clean>), Stop> {
    let name = match in_colour(options, true) {
        true => options.theme.as_deref().or(chosen.theme.as_deref()).unwrap_or("terminal"),
        false => "mono",
    };
    let own = places.filter(|_| name != "mono").and_then(|places| settings::read_theme(places, name));
    let (theme, complaints) = match own {
        Some((file, text)) => {
            let (theme, complaints) = Theme::read(&text);
            (theme, complaints.iter().map(|complaint| Clean::words(&format!("{file}: {complaint}"))).collect())
        }
        None => {
            let known = ui::theme::names().collect::<Vec<_>>().join(", ");
            let unknown = format!("there is no theme “{}”; there are {known}", Clean::code(name));
            match Theme::named(name).or(Theme::named("terminal").filter(|_| options.theme.is_none())) {
                Some(theme) if ui::theme::names().any(|shipped| shipped == name) => (theme, Vec::new()),
                Some(theme) => (theme, vec![Clean::words(&unknown)]),
                None => return Err(Stop(unknown)),
            }
        }
    };
    let knows_24_bits = std::env::var("COLORTERM").is_ok_and(|value| matches!(value.as_str(), "truecolor" | "24bit"));
    let theme = if knows_24_bits { theme } else { theme.in_256() };
    Ok((theme.ascii(in_ascii(options)), complaints))
}

/// The terminal is given back before the message of a panic is printed, so that it can be read. A panic of another thread ends the
/// program as well: the screens must not go on drawing over its message.
pub(super) fn install_panic_hook(tell: Sender<Heard>) {
    let before = std::panic::take_hook();
    let screens = std::thread::current().id();
    std::panic::set_hook(Box::new(move |info| {
        ui::terminal::restore();
        before(info);
        if std::thread::current().id() != screens {
            let _ = tell.send(Heard::Panicked);
        }
    }));
}

struct Screens {
    app: App,
    theme: Theme,
    keeper: Keeper,
    terminal: Terminal,
    inbox: Receiver<Heard>,
    elsewhere: PathBuf,
    gate: Gate,
    options: Options,
    ending: Option<Ending>,
}

/// How it ends.
#[derive(Clone, Copy, PartialEq)]
enum Ending {
    /// The learner left; what could not be saved is kept elsewhere.
    Left,
    /// The learner left without what could not be saved.
    Abandoned,
    /// By a mistake of ours in another thread.
    Panicked,
    /// By a signal, or because the terminal is gone.
    Signalled(i32),
}

/// How long leaving waits for a slow disk, and how long after a signal: then the system waits for us.
const ON_LEAVING: Duration = Duration::from_secs(5);
const AFTER_A_SIGNAL: Duration = Duration::from_millis(1000);

/// The number of the signal that a vanished terminal stands for.
pub(super) const HANG_UP: i32 = 1;

impl Screens {
    /// Opens what stands over the map at the start.
    fn begin(&mut self, first: First) {
        let now = clock::now();
        let effects = match first {
            First::Nothing => return,
            First::Review => return self.app.open_review(),
            First::Quiz(lesson) => self.app.open_quiz(now, lesson),
            First::OfTheRoom(lesson, questions) => self.app.take_into_review(now, lesson, questions),
        };
        self.perform(effects);
    }

    fn run(mut self) -> Result<Code, Stop> {
        while self.ending.is_none() {
            if self.draw().is_err() {
                self.hear(Heard::Gone);
                break;
            }
            match self.inbox.recv() {
                Ok(heard) => self.hear(heard),
                Err(_) => self.hear(Heard::Gone),
            }
            while let Ok(heard) = self.inbox.try_recv() {
                self.hear(heard);
            }
            self.wait_for_a_quick_save();
        }
        self.leave()
    }

    fn draw(&mut self) -> std::io::Result<()> {
        let (app, theme) = (&self.app, &self.theme);
        self.terminal.draw(app.size, ui::scrolling_part(app), |buffer| {
            drill::at("draw");
            ui::view(app, theme, buffer)
        })
    }

    fn hear(&mut self, heard: Heard) {
        let msg = match heard {
            Heard::Inputs(inputs) => return inputs.into_iter().for_each(|input| self.take(input)),
            Heard::Resized => return self.take(Input::Resized),
            Heard::Report(Report::Saved(upto)) => {
                self.keeper.saved(upto);
                Msg::Saved(upto)
            }
            Heard::Report(Report::NotSaved(failure)) => Msg::NotSaved(Trouble { file: failure.file, why: failure.why }),
            Heard::Called(_) => return,
            Heard::Stop => return self.suspend(),
            Heard::Continued => return self.resume(),
            Heard::End(signal) => {
                self.ending = Some(Ending::Signalled(signal));
                Msg::Ended
            }
            Heard::Panicked => {
                self.ending = self.ending.or(Some(Ending::Panicked));
                Msg::Ended
            }
            Heard::Gone => {
                self.ending = self.ending.or(Some(Ending::Signalled(HANG_UP)));
                Msg::Ended
            }
        };
        self.update(msg);
    }

    fn take(&mut self, input: Input) {
        if self.ending.is_some() {
            return;
        }
        drill::at("key");
        match input {
            Input::Key(key) => self.update(Msg::Key(key)),
            Input::Paste(text) => self.update(Msg::Pasted(text)),
            Input::Click(column, row) => self.update(Msg::Click(column, row)),
            Input::Wheel { up } => self.update(Msg::Wheel { up }),
            Input::Resized => {
                // A terminal that shrank and grew again has forgotten what stood beyond its edge, even if its size is what it was.
                self.terminal.forget();
                // The size is read now: two threads tell of a new one, and what the first read may arrive last.
                self.update(Msg::Resized(ui::terminal::size()));
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
                Effect::Record(event) => self.record(event),
                Effect::TryAgain => self.keeper.try_again(),
                Effect::Edit { file, line } => self.edit(&file, line),
                Effect::Compose(text) => self.compose(&text),
                Effect::Copy(text) => self.copy(&text),
                Effect::Report => self.report(),
                Effect::Suspend => self.suspend(),
                Effect::Leave => self.ending = self.ending.or(Some(Ending::Left)),
                Effect::Abandon => self.ending = self.ending.or(Some(Ending::Abandoned)),
            }
        }
    }

    /// Gives the terminal to the editor, and reads the course again when it is done.
    fn edit(&mut self, file: &str, line: usize) {
        let Some(folder) = self.options.course.clone() else { return };
        self.terminal.give_back();
        let edited = self.gate.closed(|| editor::edit(&folder.join(file), line));
        self.resume();
        let msg = match edited.and_then(|()| the_course(&self.options, false).map_err(|Stop(why)| why)) {
            Ok((course, problems)) => Msg::Reread(Box::new(course), problems),
            Err(why) => Msg::Failed(Clean::words(&why)),
        };
        self.update(msg);
    }

    /// Lets a text be written in the learner's editor; it stands in a file of its own meanwhile, which nobody else can read.
    fn compose(&mut self, text: &str) {
        self.terminal.give_back();
        let written = self.gate.closed(|| editor::compose(text));
        self.resume();
        self.update(match written {
            Ok(text) => Msg::Composed(text),
            Err(why) => Msg::Failed(Clean::words(&why)),
        });
    }

    /// Writes the report as a file, and says where it lies.
    fn report(&mut self) {
        let kept = super::report::keep(&self.options, &mut self.app.course, &self.app.progress);
        self.update(match kept {
            Ok(file) => {
                Msg::Done(Clean::words(&format!("Your report is {}. Open it in a browser; it prints well.", shown(&file))))
            }
            Err(failure) => Msg::Failed(Clean::words(&format!("no report: {}: {}", failure.file, failure.why))),
        });
    }

    fn copy(&mut self, text: &str) {
        if self.terminal.copy(text).is_err() {
            self.ending = Some(Ending::Signalled(HANG_UP));
        }
    }

    fn record(&mut self, event: crate::progress::Event) {
        if let Err(why) = self.keeper.take(event) {
            let trouble = Trouble { file: Clean::default(), why: Clean::fixed(why) };
            app::update(&mut self.app, clock::now(), Msg::NotSaved(trouble));
        }
    }

    /// A save usually takes a millisecond. Waiting so long for it spares the eye a word that comes and goes; a slow disk is not
    /// waited for, then the word is shown.
    fn wait_for_a_quick_save(&mut self) {
        let end = Instant::now() + QUICK;
        while self.ending.is_none() && self.app.saving.is_slow() {
            match self.inbox.recv_timeout(end.saturating_duration_since(Instant::now())) {
                Ok(heard) => self.hear(heard),
                Err(_) => return,
            }
        }
    }

    /// Stops, the whole job with it, until the shell calls back.
    fn suspend(&mut self) {
        self.terminal.give_back();
        #[cfg(unix)]
        if rustix::process::kill_current_process_group(rustix::process::Signal::STOP).is_err() {
            self.resume();
        }
        #[cfg(not(unix))]
        self.resume();
    }

    /// Takes the terminal again and draws everything anew; the window may have another size by now.
    fn resume(&mut self) {
        if self.terminal.take_again().is_err() {
            self.ending = Some(Ending::Signalled(HANG_UP));
        }
        app::update(&mut self.app, clock::now(), Msg::Resized(ui::terminal::size()));
    }

    /// Saves what is left, gives the terminal back, and says what could not be saved.
    fn leave(mut self) -> Result<Code, Stop> {
        let is_signal = matches!(self.ending, Some(Ending::Signalled(_)));
        if matches!(self.ending, Some(Ending::Left | Ending::Abandoned)) && self.app.saving.is_waiting() {
            // Whoever waits for a slow disk sees why.
            self.app.remarks.push(Clean::fixed("Saving what you did last, then the program ends. The disk is slow."));
            let _ = self.draw();
        }
        let in_time = self.keeper.finish(if is_signal { AFTER_A_SIGNAL } else { ON_LEAVING });
        while let Ok(heard) = self.inbox.try_recv() {
            if let Heard::Report(Report::Saved(upto)) = heard {
                self.keeper.saved(upto);
            }
        }
        drop(self.terminal);
        if self.keeper.has_unsaved() && self.ending != Some(Ending::Abandoned) {
            let why = match (&self.app.saving.trouble, in_time) {
                (Some(trouble), _) => trouble.why.to_string(),
                (None, false) => "the disk takes too long".to_owned(),
                (None, true) => "the disk did not answer".to_owned(),
            };
            say(&match self.keeper.copy_elsewhere(&self.elsewhere) {
                Ok(()) => format!(
                    "what you did last could not be saved: {why}. It is kept in {}. Copy the file there into the folder that \
                     `contrasts paths` calls sittings, and it counts",
                    shown(&self.elsewhere)
                ),
                Err(failure) => {
                    format!("what you did last could not be saved: {why}; nor copied to {}: {}", failure.file, failure.why)
                }
            });
        }
        Ok(match self.ending {
            Some(Ending::Panicked) => COULD_NOT,
            Some(Ending::Signalled(signal)) => u8::try_from(128 + signal).unwrap_or(u8::MAX),
            _ => DONE,
        })
    }
}
