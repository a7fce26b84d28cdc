//! `contrasts doctor`: what the program finds where it runs, what is wrong with it, and what to do. Its output holds no answers and no
//! words of the learner, so that it can be sent along with a report of a bug.

use super::{
    Code, DONE, Loaded, NO, Options, Stop, apart, in_ascii, in_colour, print, remark, the_course, the_places, the_progress,
};
use crate::app::geometry::SMALLEST;
use crate::course::problem::Severity;
use crate::progress::Progress;
use crate::store::place::Places;
use crate::store::{clock, probe, settings, shown};
use crate::ui::terminal;
use crate::words::ENGLISH;

/// What was looked at.
struct Finding {
    about: &'static str,
    state: State,
    words: String,
    /// What to do; empty where nothing is to be done.
    remedy: &'static str,
}

/// How it is.
#[derive(Clone, Copy, PartialEq)]
enum State {
    Fine,
    /// Worth knowing, and nothing breaks.
    Note,
    /// Answers cannot be saved, or the course cannot be shown.
    Wrong,
}

impl State {
    fn word(self) -> &'static str {
        match self {
            State::Fine => "fine",
            State::Note => "note",
            State::Wrong => "wrong",
        }
    }
}

/// Looks at everything; 1 where something is wrong.
pub fn run(options: &Options, json: bool) -> Result<Code, Stop> {
    let mut findings = vec![program()];
    findings.extend(course(options));
    match the_places(options) {
        Ok(places) => findings.extend(data(options, &places)),
        Err(Stop(why)) => {
            findings.push(wrong("data", why, "answers of a sitting are kept for its length, then lost: use --data-dir DIR"))
        }
    }
    findings.extend(screen(options));
    print(&if json { as_json(&findings) } else { findings.iter().map(in_lines).collect() })?;
    Ok(if findings.iter().any(|finding| finding.state == State::Wrong) { NO } else { DONE })
}

fn fine(about: &'static str, words: String) -> Finding {
    Finding { about, state: State::Fine, words, remedy: "" }
}

fn note(about: &'static str, words: String, remedy: &'static str) -> Finding {
    Finding { about, state: State::Note, words, remedy }
}

fn wrong(about: &'static str, words: String, remedy: &'static str) -> Finding {
    Finding { about, state: State::Wrong, words, remedy }
}

fn program() -> Finding {
    let system = format!("{} on {}", std::env::consts::ARCH, std::env::consts::OS);
    fine("program", format!("contrasts {}, {system}", env!("CARGO_PKG_VERSION")))
}

fn course(options: &Options) -> Vec<Finding> {
    let (course, problems) = match the_course(options, true) {
        Ok(read) => read,
        Err(Stop(why)) => return vec![wrong("course", why, "name a folder that holds lessons with --course, or leave it out")],
    };
    let from = options.course.as_ref().map_or("compiled in".to_owned(), |folder| shown(folder).to_string());
    let lessons = course.lessons.len();
    let what = format!("{} ({from}), {lessons} {}", course.title, if lessons == 1 { "lesson" } else { "lessons" });
    let errors = problems.iter().filter(|problem| problem.severity == Severity::Error).count();
    let remedy = "contrasts check names each with its line and what to do; the rest is shown";
    vec![match (lessons, errors) {
        (0, _) => wrong("course", format!("{what}: there is nothing to show"), remedy),
        (_, 0) => fine("course", what),
        (_, errors) => note("course", format!("{what}; {errors} things in it could not be read"), remedy),
    }]
}

fn data(options: &Options, places: &Places) -> Vec<Finding> {
    let sittings = places.sittings();
    let mut findings = vec![match probe::can_be_written(&sittings) {
        Ok(()) => fine("data", format!("{}, {} sittings, can be written", shown(&sittings), probe::count(&sittings))),
        Err(failure) => wrong(
            "data",
            format!("{}: {}", failure.file, failure.why),
            "make room or give permission, or use --data-dir DIR; until then answers are kept only while the program runs",
        ),
    }];
    if probe::is_open_to_others(&sittings) {
        let words = format!("{} can be read by others on this machine", shown(&sittings));
        findings.push(note("data", words, "chmod 700 closes it"));
    }
    if let Ok((course, _)) = the_course(options, false) {
        let Loaded { progress, failures, namesakes, .. } = the_progress(options, &course);
        findings.extend(namesakes.iter().map(|namesake| {
            let remedy = "nothing is lost: each counts for itself; give one an id of its own in course.toml before more people learn in it";
            note("course", apart(&ENGLISH, &course, namesake).to_string(), remedy)
        }));
        findings.extend(remark(&ENGLISH, &failures).iter().map(|words| {
            note("sittings", words.to_string(), "a newer program may read it; otherwise ask whoever wrote it, or move it away")
        }));
        findings.extend(future(&progress));
    }
    findings.extend(probe::strays(&sittings).iter().map(|stray| {
        note("sittings", format!("{} is no sitting", shown(stray)), "it is left alone; it can be removed if nobody needs it")
    }));
    let (_, complaints) = settings::read(&places.settings());
    findings.extend(complaints.iter().map(|complaint| {
        note("settings", format!("{}: {}", complaint.file, complaint.why), "mend the line; the other settings count")
    }));
    findings
}

/// A clock that stood ahead leaves answers of days to come; they count when those days have come.
fn future(progress: &Progress) -> Option<Finding> {
    const A_DAY: i64 = 86_400_000;
    let last = progress.last()?;
    let ahead = last.0.saturating_sub(clock::now().0) / A_DAY;
    let words = format!("the last thing done is dated {}, {ahead} days from now", clock::day(last));
    (ahead > 0).then(|| note("clock", words, "set the clock of this machine; what was done then counts when that day has come"))
}

fn screen(options: &Options) -> Vec<Finding> {
    let set =
        |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty()).map(|value| crate::course::Clean::code(&value));
    let named = set("TERM").map_or("TERM is not set".to_owned(), |term| format!("TERM={term}"));
    if !terminal::is_terminal() {
        return vec![note(
            "terminal",
            format!("none ({named})"),
            "the screens need one; contrasts --plain, list and read do not",
        )];
    }
    let size = terminal::size();
    let colour = match (in_colour(options, true), set("COLORTERM")) {
        (false, _) => "no colour (NO_COLOR or --color)".to_owned(),
        (true, Some(more)) => format!("COLORTERM={more}"),
        (true, None) => "256 colours".to_owned(),
    };
    let signs = if in_ascii(options) { "plain signs" } else { "UTF-8" };
    let what = format!("{named}, {} by {}, {colour}, {signs}", size.width, size.height);
    vec![match size.width < SMALLEST.width || size.height < SMALLEST.height {
        true => wrong("terminal", format!("{what}: too small to draw on"), "make it larger"),
        false => fine("terminal", what),
    }]
}

fn in_lines(finding: &Finding) -> String {
    let mut line = format!("{:<6} {:<10}{}\n", finding.state.word(), finding.about, finding.words);
    if !finding.remedy.is_empty() {
        line.push_str(&format!("{:17}{}\n", "", finding.remedy));
    }
    line
}

fn as_json(findings: &[Finding]) -> String {
    let one = |finding: &Finding| {
        serde_json::json!({
            "about": finding.about,
            "state": finding.state.word(),
            "words": finding.words,
            "remedy": finding.remedy,
        })
    };
    format!("{:#}\n", serde_json::Value::Array(findings.iter().map(one).collect()))
}
