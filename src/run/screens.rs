//! The screens: the loop that waits, updates, performs and draws. It sleeps in `recv`; nothing is polled.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use super::input::{Ears, Gate, Heard};
use super::keep::Keeper;
use super::past::{Opened, Past};
use super::start::{Choices, First, Opening, Ready, learners, ready, renew};
use super::{COULD_NOT, Code, DONE, Options, Stop, drill, editor, in_ascii, in_colour, report, say, the_course};
use crate::app::{self, App, Effect, Msg, Start, Trouble};
use crate::course::Clean;
use crate::settings::Settings;
use crate::store::place::Places;
use crate::store::saver::Report;
use crate::store::{clock, log, settings};
use crate::ui::terminal::{Input, Terminal};
use crate::ui::{self, Theme};
use crate::words::{ENGLISH, Words};

/// A save that is quicker than this is seen as done by the first frame after it; otherwise the frame says “saving…”.
const QUICK: Duration = Duration::from_millis(40);

/// Runs the screens until the learner leaves.
pub fn run(choices: Choices, opening: Opening) -> Result<Code, Stop> {
    let (tell, inbox) = channel();
    let learners = learners(&choices.options);
    let asks_who = !learners.is_empty();
    let Desk { start, theme, keeper, elsewhere, first } = Desk::of(&choices, opening.clone(), &tell)?;
    let opened = match first {
        First::Nothing if !asks_who => Opened::of(start, choices.places.as_ref(), &choices.options),
        _ => Opened::whole(start, &choices.options),
    };
    install_panic_hook(tell.clone());
    let no_terminal =
        |error: std::io::Error| Stop(format!("there is no terminal to draw on: {}", crate::store::in_words(&error)));
    drill::at("start");
    let ears = Ears::open()?;
    let mut terminal = Terminal::enter(choices.chosen.mouse).map_err(no_terminal)?;
    let (mut app, mut past) = match opened {
        Opened::Whole(app, past) => (*app, past),
        Opened::Covered(front, covered) => {
            draw(&mut terminal, front.app(), &theme).map_err(no_terminal)?;
            covered.uncover(*front, &choices.options)
        }
    };
    if asks_who {
        app.ask_who(learners);
    }
    let gate = Gate::default();
    let (options, reports) = (choices.options.clone(), tell.clone());
    let stale = past.stale.take();
    let mut screens = Screens {
        app,
        past,
        theme,
        keeper,
        terminal,
        inbox,
        reports,
        elsewhere,
        gate: gate.clone(),
        options,
        opening,
        ending: None,
    };
    if !asks_who {
        let effects = first.begin(&mut screens.app, clock::now());
        screens.perform(effects);
    }
    // The first screen stands before the threads do: starting them takes as long as drawing it.
    screens.draw().map_err(no_terminal)?;
    ears.listen(&tell, &gate).map_err(no_terminal)?;
    renew(stale);
    screens.run()
}

/// What one learner has before them: the app, in their colours, and where what they do is kept.
struct Desk {
    start: Start,
    theme: Theme,
    keeper: Keeper,
    elsewhere: PathBuf,
    first: First,
}

fn draw(terminal: &mut Terminal, app: &App, theme: &Theme) -> std::io::Result<()> {
    terminal.draw(app.size, ui::scrolling_part(app), |buffer| {
        drill::at("draw");
        ui::view(app, theme, buffer)
    })
}

impl Desk {
    fn of(choices: &Choices, opening: Opening, tell: &Sender<Heard>) -> Result<Desk, Stop> {
        let Choices { options, chosen, places, .. } = choices;
        let (theme, odd_theme) = theme(options, chosen, places.as_ref())?;
        let Ready { mut start, first, elsewhere } = ready(choices, opening)?;
        start.size = ui::terminal::size();
        log::note(&format!("on a terminal of {}x{}", start.size.width, start.size.height));
        start.remarks.extend(odd_theme.iter().map(|odd| odd.in_words(&start.course.words)));
        let reports = tell.clone();
        let keeper = Keeper::new(places.as_ref(), &start.course, clock::now(), move |report| {
            drill::at("saved");
            let _ = reports.send(Heard::Report(report));
        });
        Ok(Desk { start, theme, keeper, elsewhere, first })
    }
}

/// Something odd about a theme. It is found before the course is read, and said in its language after.
pub(super) enum OddTheme {
    /// A mistake in a file of the learner's own.
    File(Clean, ui::theme::Complaint),
    /// There is none with that name.
    Unknown(Clean),
}

impl OddTheme {
    fn in_words(&self, words: &Words) -> Clean {
        Clean::words(&match self {
            OddTheme::File(file, complaint) => format!("{file}: {}", complaint.in_words(words)),
            OddTheme::Unknown(name) => words.frame().no_theme(name, ui::theme::names().collect::<Vec<_>>().join(", ")),
        })
    }
}

/// The theme: the one that was asked for, or else the learner's, or else the terminal's own colours; without colour, `mono`. A theme
/// of the learner's own goes before one of the same name that is compiled in; what is wrong in it is said.
pub(super) fn theme(options: &Options, chosen: &Settings, places: Option<&Places>) -> Result<(Theme, Vec<OddTheme>), Stop> {
    let name = match in_colour(options, true) {
        true => options.theme.as_deref().or(chosen.theme.as_deref()).unwrap_or("terminal"),
        false => "mono",
    };
    let own = places.filter(|_| name != "mono").and_then(|places| settings::read_theme(places, name));
    let (theme, complaints) = match own {
        Some((file, text)) => {
            let (theme, complaints) = Theme::read(&text);
            (theme, complaints.into_iter().map(|complaint| OddTheme::File(file.clone(), complaint)).collect())
        }
        None => {
            let unknown = OddTheme::Unknown(Clean::code(name));
            match Theme::named(name).or(Theme::named("terminal").filter(|_| options.theme.is_none())) {
                Some(theme) if ui::theme::names().any(|shipped| shipped == name) => (theme, Vec::new()),
                Some(theme) => (theme, vec![unknown]),
                None => return Err(Stop(unknown.in_words(&ENGLISH).to_string())),
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
        // The message may quote a text; the place is enough.
        log::note(&info.location().map_or("panicked".to_owned(), |place| format!("panicked at {place}")));
        before(info);
        if std::thread::current().id() != screens {
            let _ = tell.send(Heard::Panicked);
        }
    }));
}

struct Screens {
    app: App,
    past: Past,
    theme: Theme,
    keeper: Keeper,
    terminal: Terminal,
    inbox: Receiver<Heard>,
    reports: Sender<Heard>,
    elsewhere: PathBuf,
    gate: Gate,
    options: Options,
    opening: Opening,
    ending: Option<Ending>,
}

/// For the log: everything that comes from outside but the keys.
fn note(heard: &Heard) {
    let words = match heard {
        Heard::Inputs(_) | Heard::Called(_) => return,
        Heard::Resized => "the window has another size".to_owned(),
        Heard::Report(Report::Saved(upto)) => format!("saved, {upto} so far"),
        Heard::Report(Report::NotSaved(failure)) => format!("not saved: {}: {}", failure.file, failure.why),
        Heard::Stop => "told to stop".to_owned(),
        Heard::Continued => "told to go on".to_owned(),
        Heard::End(signal) => format!("told to end by signal {signal}"),
        Heard::Panicked => "a thread panicked".to_owned(),
        Heard::Gone => "the terminal is gone".to_owned(),
    };
    log::note(&words);
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
        draw(&mut self.terminal, &self.app, &self.theme)
    }

    fn hear(&mut self, heard: Heard) {
        note(&heard);
        let msg = match heard {
            Heard::Inputs(inputs) => return inputs.into_iter().for_each(|input| self.take(input)),
            Heard::Resized => return self.take(Input::Resized),
            Heard::Report(Report::Saved(upto)) => {
                self.keeper.saved(upto);
                Msg::Saved(upto)
            }
            Heard::Report(Report::NotSaved(failure)) => {
                Msg::NotSaved(Trouble { file: failure.file, why: failure.why.shown(self.app.words()) })
            }
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
                Effect::Learner(name) => self.learner(name),
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
            Ok((course, problems)) => {
                self.past.reread();
                Msg::Reread(Box::new(course), problems)
            }
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
        let told = report::hand_in(&self.options, &mut self.app.course, &self.app.progress);
        self.update(told);
    }

    /// Opens the course as one of those who learn here. Nothing was done before that could get lost.
    fn learner(&mut self, name: Option<String>) {
        let options = Options { profile: name, ..self.options.clone() };
        let choices = Choices::of(&options);
        match Desk::of(&choices, self.opening.clone(), &self.reports) {
            Ok(Desk { start, theme, keeper, elsewhere, first }) => {
                (self.app, self.past) = Past::of(start, &choices.options);
                (self.theme, self.keeper, self.elsewhere, self.options) = (theme, keeper, elsewhere, choices.options);
                let effects = first.begin(&mut self.app, clock::now());
                self.perform(effects);
                renew(self.past.stale.take());
            }
            Err(Stop(why)) => self.update(Msg::Failed(Clean::words(&why))),
        }
    }

    fn copy(&mut self, text: &str) {
        if self.terminal.copy(text).is_err() {
            self.ending = Some(Ending::Signalled(HANG_UP));
        }
    }

    fn record(&mut self, event: crate::progress::Event) {
        if let Err(why) = self.keeper.take(event) {
            let trouble = Trouble { file: Clean::default(), why: Clean::words(why(self.app.words())) };
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
            self.app.remarks.push(Clean::words(self.app.words().outside().saving_then_end()));
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
            say(&self.keeper.last_words(self.app.words(), (self.app.saving.trouble.as_ref(), in_time), &self.elsewhere));
        }
        if !self.keeper.has_unsaved() && self.ending != Some(Ending::Panicked) {
            self.past.cover(&mut self.app, self.keeper.has_saved());
        }
        // The program ends: the system takes years of answers back at once, we would give them back one by one.
        std::mem::forget(self.app);
        Ok(match self.ending {
            Some(Ending::Panicked) => COULD_NOT,
            Some(Ending::Signalled(signal)) => u8::try_from(128 + signal).unwrap_or(u8::MAX),
            _ => DONE,
        })
    }
}
