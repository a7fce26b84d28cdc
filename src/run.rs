//! One function per command, and the loop behind the screens. Everything meets here: arguments, disk, clock, app and terminal.

use std::io::{self, Write};
use std::path::PathBuf;

use crate::command::{Colour, Command, MessageFormat, Options, What};
use crate::course::{self, Clean, Content, Course, NotFound, Problem};
use crate::page;
use crate::progress::Progress;
use crate::store::cache::{self, Loaded};
use crate::store::namesake::Namesake;
use crate::store::place::Places;
use crate::store::{Failure, lessons, log};
use crate::ui;
use crate::words::Words;

use start::{Choices, First, Opening};

mod check;
mod doctor;
mod door;
mod drill;
mod editor;
mod erase;
mod export;
mod group;
mod guide;
mod import;
mod input;
mod interface;
mod keep;
mod lines;
mod list;
mod new;
mod notes;
mod outcome;
mod overview;
mod past;
mod plain;
mod present;
mod read;
mod rehearsed;
mod report;
mod reset;
mod screens;
mod start;
mod voice;

/// How the program ended: its exit code.
pub type Code = u8;

/// Everything was done.
pub const DONE: Code = 0;
/// It ran, and the answer is no.
pub const NO: Code = 1;
/// It could not run.
pub const COULD_NOT: Code = 2;

/// Why a command could not run, in words for a person.
#[derive(Debug)]
pub struct Stop(String);

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Stop {
        Stop(format!("cannot write the output: {}", crate::store::in_words(&error)))
    }
}

/// Runs a command and answers the exit code.
pub fn run(mut command: Command) -> Code {
    from_environment(&mut command.options);
    if let Some(Err(failure)) = command.options.log.as_deref().map(log::open) {
        say(&format!("cannot write the log: {}: {}", failure.file, failure.why));
        return COULD_NOT;
    }
    let code = perform(command);
    log::note(&format!("ends with {code}"));
    code
}

fn perform(command: Command) -> Code {
    let result = match command.what {
        None => open(&command.options, Opening::Map),
        Some(What::Quiz { lesson }) => open(&command.options, Opening::Quiz(lesson)),
        Some(What::Review { workshop }) => open(&command.options, Opening::Review(workshop)),
        Some(What::Progress { json }) => overview::run(&command.options, json),
        Some(What::Interface) => interface::run(&command.options),
        Some(What::List { json }) => list::run(&command.options, json),
        Some(What::Read { what }) => read::run(&command.options, what.as_deref()),
        Some(What::Present(how)) => present::run(&command.options, &how),
        Some(What::Guide(wanted)) => guide::run(&command.options, &wanted),
        Some(What::Notes) => notes::run(&command.options),
        Some(What::Report(wanted)) => report::run(&command.options, &wanted),
        Some(What::Group(wanted)) => group::run(&command.options, &wanted),
        Some(What::Export { file }) => export::run(&command.options, &file),
        Some(What::Import { from }) => import::run(&command.options, &from),
        Some(What::Reset { lesson }) => reset::run(&command.options, &lesson),
        Some(What::Erase) => erase::run(&command.options),
        Some(What::Check { dir, message_format, strict }) => check::run(&command.options, dir, message_format, strict),
        Some(What::New { dir }) => new::run(&dir),
        Some(What::Doctor { json }) => doctor::run(&command.options, json),
        Some(What::Paths { json }) => paths(&command.options, json),
        Some(What::Completions { shell }) => completions(shell),
        Some(What::Man) => man(),
    };
    match result {
        Ok(code) => code,
        Err(Stop(why)) => {
            say(&why);
            COULD_NOT
        }
    }
}

/// Options that were not given may stand in the environment; an empty variable counts as none. (clap would take it as a mistake.)
fn from_environment(options: &mut Options) {
    let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    options.course = options.course.take().or_else(|| set("CONTRASTS_COURSE"));
    options.data_dir = options.data_dir.take().or_else(|| set("CONTRASTS_HOME"));
}

/// Help, the version, or what was wrong with the arguments. They are repeated in it, and a script may have put anything there.
pub fn explain(error: &clap::Error) -> Code {
    let is_odd = std::env::args_os().any(|argument| argument.to_string_lossy().chars().any(char::is_control));
    if is_odd {
        for line in error.render().to_string().lines() {
            say(Clean::code(line).as_str());
        }
    } else if let Err(Stop(why)) = done(error.print()) {
        say(&why);
        return COULD_NOT;
    }
    if error.use_stderr() { COULD_NOT } else { DONE }
}

/// A line for the person, on stderr.
fn say(words: &str) {
    log::note(words);
    let words = for_here(&Options::default(), format!("contrasts: {words}\n"));
    // Where stderr is closed there is nobody to tell.
    let _ = io::stderr().lock().write_all(words.as_bytes());
}

/// A question to the person, on stderr; the answer is typed behind it.
fn ask(words: &str) {
    let mut err = io::stderr().lock();
    // Where stderr is closed there is nobody to ask, and nobody who answers.
    let _ = err.write_all(words.as_bytes()).and_then(|()| err.flush());
}

/// A number of things in words.
fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// A text for people, in the signs that their terminal has.
fn for_here(options: &Options, text: String) -> String {
    if in_ascii(options) { ui::in_ascii(&text) } else { text }
}

/// The result of a command, on stdout. A reader who has seen enough is no error.
fn print(text: &str) -> Result<Code, Stop> {
    let mut out = io::stdout().lock();
    done(out.write_all(text.as_bytes()).and_then(|()| out.flush()))
}

/// What came of writing.
fn done(written: io::Result<()>) -> Result<Code, Stop> {
    match written {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(DONE),
        Err(error) => Err(error.into()),
        Ok(()) => Ok(DONE),
    }
}

/// The screens; or line by line, where that was asked for; or a short word where nobody could see them.
fn open(options: &Options, opening: Opening) -> Result<Code, Stop> {
    let choices = Choices::of(options);
    match () {
        () if choices.is_plain() => plain::run(&choices, opening),
        () if ui::terminal::is_terminal() => screens::run(choices, opening),
        () => {
            // A name that is wrong is wrong without a terminal too.
            First::of(opening, options, &mut the_course(options, false)?.0)?;
            list::status(options)
        }
    }
}

/// The course in use, and what is wrong with it. `whole` reads every lesson at once.
fn the_course(options: &Options, whole: bool) -> Result<(Course, Vec<Problem>), Stop> {
    let in_signs = |files| if in_ascii(options) { course::in_ascii(files) } else { files };
    let Some(folder) = &options.course else {
        let files = in_signs(course::builtin::files());
        return Ok(if whole { course::read(files) } else { course::open(files) });
    };
    let (files, mut problems) = lessons::read(folder, if whole { usize::MAX } else { lessons::AT_ONCE }).map_err(Stop)?;
    // Of a course that was not read as a whole, what is wrong is found where one looks.
    let is_whole = files.values().all(Content::is_here);
    let (course, found) = if is_whole { course::read(in_signs(files)) } else { course::open(in_signs(files)) };
    problems.extend(found);
    Ok((course, problems))
}

/// Where this learner's files are; a word where there is no home.
fn the_places(options: &Options) -> Result<Places, Stop> {
    let none = || Stop("there is no home folder to keep answers in; name one with --data-dir DIR".to_owned());
    Places::find(options.data_dir.as_deref(), options.profile.as_deref()).ok_or_else(none)
}

/// What this learner did, the files that could not be read, and what to do for the next start.
fn the_progress(options: &Options, course: &Course) -> Loaded {
    let loaded = the_places(options).map_or_else(|_| Loaded::default(), |places| cache::load(&places, course));
    log::note(if loaded.stale.is_some() { "replayed what was done" } else { "what was done came from the cache" });
    loaded.failures.iter().for_each(|failure| log::note(&format!("{}: {}", failure.file, failure.why)));
    loaded
}

/// Names files that could not be read, once each, and says what that means.
fn remark(words: &Words, failures: &[Failure]) -> Vec<Clean> {
    let told = |Failure { file, why }: &Failure| Clean::words(&words.outside().left_as_it_was(file, why.in_words(words)));
    failures.iter().map(told).collect()
}

/// Says that another course claims the id of this one, and that neither takes from the other.
fn apart(words: &Words, course: &Course, Namesake { title, sittings }: &Namesake) -> Clean {
    Clean::words(&words.outside().apart(*sittings, title, &course.id))
}

/// The lesson that a person named, or a sentence that says which there are.
fn find_lesson(course: &Course, named: &str) -> Result<usize, Stop> {
    let titles = |lessons: &mut dyn Iterator<Item = usize>| {
        let named: Vec<String> =
            lessons.filter_map(|at| course.lessons.get(at)).map(|lesson| format!("{} {}", lesson.number, lesson.title)).collect();
        named.join(", ")
    };
    let (words, shown) = (course.words.outside(), Clean::code(named));
    course.find(named).map_err(|why| match why {
        NotFound::Nothing => Stop(words.no_lesson(&shown, titles(&mut (0..course.lessons.len())))),
        NotFound::Several(fits) => Stop(words.several_lessons(&shown, titles(&mut fits.into_iter()))),
    })
}

/// Whether output for people is coloured.
fn in_colour(options: &Options, is_terminal: bool) -> bool {
    match options.color {
        Colour::Always => true,
        Colour::Never => false,
        Colour::Auto => is_terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()),
    }
}

/// Whether only signs that every terminal has are drawn: when asked for, on the Linux console, and where the locale says that the
/// terminal does not speak UTF-8. (An unset locale says nothing.)
fn in_ascii(options: &Options) -> bool {
    let set = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
    let locale = set("LC_ALL").or_else(|| set("LC_CTYPE")).or_else(|| set("LANG"));
    let speaks_utf8 = locale.is_none_or(|locale| locale.to_lowercase().replace('-', "").contains("utf8"));
    options.ascii || !speaks_utf8 || std::env::var("TERM").is_ok_and(|term| term == "linux")
}

fn paths(options: &Options, json: bool) -> Result<Code, Stop> {
    let places = the_places(options)?;
    let course = match &options.course {
        Some(folder) => crate::store::shown(folder).to_string(),
        None => "compiled into the program".to_owned(),
    };
    let rows: [(&str, String); 4] = [
        ("course", course),
        ("sittings", crate::store::shown(&places.sittings()).to_string()),
        ("settings", crate::store::shown(&places.settings()).to_string()),
        ("cache", crate::store::shown(&places.cache).to_string()),
    ];
    if json {
        let object: serde_json::Map<String, serde_json::Value> =
            rows.into_iter().map(|(name, path)| (name.to_owned(), path.into())).collect();
        return print(&format!("{}\n", serde_json::Value::Object(object)));
    }
    let lines: Vec<String> = rows.iter().map(|(name, path)| format!("{name:<10}{path}\n")).collect();
    print(&lines.concat())
}

fn completions(shell: clap_complete::Shell) -> Result<Code, Stop> {
    let mut out = Vec::new();
    clap_complete::generate(shell, &mut <Command as clap::CommandFactory>::command(), "contrasts", &mut out);
    print(&String::from_utf8_lossy(&out))
}

fn man() -> Result<Code, Stop> {
    let mut out = Vec::new();
    clap_mangen::Man::new(<Command as clap::CommandFactory>::command()).render(&mut out)?;
    print(&String::from_utf8_lossy(&out))
}
