//! What the screens and the lines begin with: the learner's choices, the course, what was done before, and where to begin.

use std::path::PathBuf;

use super::{Options, Stop, find_lesson, keep, read, the_course, the_places};
use crate::app::keymap::Keys;
use crate::app::{App, Effect, Size, Start};
use crate::command::is_profile;
use crate::course::question::{Mode, Use};
use crate::course::{Clean, Course, Id};
use crate::progress::{Progress, Stamp};
use crate::settings::Settings;
use crate::store::cache::Stale;
use crate::store::place::Places;
use crate::store::{Failure, clock, log, settings, shown};

/// On which screen to begin.
#[derive(Clone)]
pub enum Opening {
    /// The course map.
    Map,
    /// The quiz of a lesson.
    Quiz(Option<String>),
    /// What is due today, or the questions that a workshop over a lesson asked.
    Review(Option<String>),
}

/// What was chosen: on the command line, and in the learner's settings.
pub struct Choices {
    /// The command line, with what the settings add to it.
    pub options: Options,
    /// The settings.
    pub chosen: Settings,
    /// Where the learner's files are; there may be no place.
    pub places: Option<Places>,
    /// What is wrong in the settings.
    complaints: Vec<Failure>,
}

impl Choices {
    /// Reads the settings.
    pub fn of(options: &Options) -> Choices {
        let places = the_places(options).ok();
        let (chosen, complaints) = places.as_ref().map_or_else(Default::default, |places| settings::read(&places.settings()));
        let options = Options { ascii: options.ascii || chosen.ascii, ..options.clone() };
        Choices { options, chosen, places, complaints }
    }

    /// Whether it is to be spoken line by line: as asked for, or where a terminal can do nothing else.
    pub fn is_plain(&self) -> bool {
        let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        let is_asked = std::env::var_os("ACCESSIBLE").is_some_and(|value| !matches!(value.to_str(), Some("" | "0" | "false")));
        self.options.plain || self.chosen.plain || is_dumb || is_asked
    }
}

/// Everything that is needed to begin.
pub struct Ready {
    /// For the app, on a terminal of the usual size; what was done before is not in it yet.
    pub start: Start,
    /// What to open first.
    pub first: First,
    /// The folder for what cannot be saved.
    pub elsewhere: PathBuf,
}

/// Reads the course.
pub fn ready(choices: &Choices, opening: Opening) -> Result<Ready, Stop> {
    let Choices { options, chosen, places, complaints } = choices;
    let (mut course, problems) = the_course(options, false)?;
    log::note(&format!("course {}; lessons {}, problems {}", course.id, course.lessons.len(), problems.len()));
    let first = First::of(opening, options, &mut course)?;
    let in_words = |complaint: &Failure| Clean::words(&format!("{}: {}", complaint.file, complaint.why));
    let mut remarks: Vec<Clean> = complaints.iter().map(in_words).collect();
    let (keys, odd_keys) = Keys::of(&chosen.keys);
    let settings_file = places.as_ref().map(|places| shown(&places.settings())).unwrap_or_default();
    remarks.extend(odd_keys.iter().map(|why| Clean::words(&format!("{settings_file}: {why}"))));
    let sitting = format!("{:08x}", fastrand::u32(..));
    let elsewhere = keep::elsewhere(&sitting);
    let start = Start {
        sitting: Id::new(&sitting).unwrap_or_else(|| course.id.clone()),
        course,
        problems,
        progress: Progress::default(),
        size: Size { width: 80, height: 24 },
        seed: fastrand::u64(..),
        remarks,
        elsewhere: shown(&elsewhere),
        is_folder: options.course.is_some(),
        asks_how_sure: chosen.asks_how_sure(),
        mode: mode(options, chosen),
        habits: chosen.habits,
        keys,
        now: clock::now(),
        offset: clock::offset(clock::now()),
    };
    Ok(Ready { start, first, elsewhere })
}

/// The screen that stands over the map at the start.
pub enum First {
    /// The map itself.
    Nothing,
    /// The quiz of a lesson.
    Quiz(usize),
    /// What is asked again today.
    Review,
    /// The questions that a workshop over a lesson asks.
    OfTheRoom(usize, Vec<Id>),
}

impl First {
    /// What an opening comes to in a course, or why it comes to nothing.
    pub fn of(opening: Opening, options: &Options, course: &mut Course) -> Result<First, Stop> {
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
                Err(Stop(course.words.outside().no_workshop_questions().to_owned()))
            }
            Opening::Review(_) => Ok(First::OfTheRoom(lesson, asks(Use::Workshop))),
            _ if asks(Use::Quiz).is_empty() => Err(Stop(course.words.outside().no_quiz().to_owned())),
            _ => Ok(First::Quiz(lesson)),
        }
    }

    /// Opens it.
    pub fn begin(self, app: &mut App, now: Stamp) -> Vec<Effect> {
        match self {
            First::Nothing => Vec::new(),
            First::Review => {
                app.open_review();
                Vec::new()
            }
            First::Quiz(lesson) => app.open_quiz(now, lesson),
            First::OfTheRoom(lesson, questions) => app.take_into_review(now, lesson, questions),
        }
    }
}

/// Who learns on this machine, where that is to be asked: several do, and nobody was named. `None` is whoever learnt without a profile.
pub fn learners(options: &Options) -> Vec<Option<String>> {
    let profiles = match &options.profile {
        Some(_) => Vec::new(),
        None => Places::profiles(options.data_dir.as_deref()),
    };
    // A folder that no profile can be called was not made by this program.
    let profiles: Vec<String> = profiles.into_iter().filter(|name| is_profile(name)).collect();
    let is_used = |places: Places| places.sittings().is_dir();
    let nameless = Places::find(options.data_dir.as_deref(), None).is_some_and(is_used);
    let nameless = (nameless && !profiles.is_empty()).then_some(None);
    nameless.into_iter().chain(profiles.into_iter().map(Some)).collect()
}

/// Makes the cache anew for the next start, on a thread that nobody waits for: where it cannot, or is cut off when the program ends, the next
/// start replays what this one did.
pub fn renew(stale: Option<Stale>) {
    let work = |stale: Stale| move || drop(stale.renew(clock::now()));
    let _ = stale.map(|stale| std::thread::Builder::new().name("cache".into()).spawn(work(stale)));
}

/// When quizzes tell what was right: as asked for, or as the learner's settings have it.
fn mode(options: &Options, chosen: &Settings) -> Option<Mode> {
    options.mode.as_deref().or(chosen.mode.as_deref()).and_then(Mode::named)
}
