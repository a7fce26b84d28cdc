//! The command line as a value. Help, completions and the man page are made from the same words.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// A course in the terminal: five contrasts between leadership and management.
///
/// Without a command the course opens where you left off. What you answer stays on this machine.
#[derive(Debug, Default, Parser)]
#[command(name = "contrasts", version, about, long_about, max_term_width = 100)]
pub struct Command {
    /// What to do.
    #[command(subcommand)]
    pub what: Option<What>,
    /// What holds for every command.
    #[command(flatten)]
    pub options: Options,
}

/// Options everywhere.
#[derive(Debug, Clone, Default, Args)]
pub struct Options {
    /// Open the course in this folder instead of the one compiled in [env: CONTRASTS_COURSE]
    #[arg(long, value_name = "DIR", global = true)]
    pub course: Option<PathBuf>,
    /// Keep everything of the learner under this folder [env: CONTRASTS_HOME]
    #[arg(long, value_name = "DIR", global = true)]
    pub data_dir: Option<PathBuf>,
    /// Learn under this name, beside other learners on this machine
    #[arg(long, value_name = "NAME", global = true, value_parser = profile_name)]
    pub profile: Option<String>,
    /// Speak line by line instead of drawing screens: for screen readers, pipes and slow lines [also: TERM=dumb, ACCESSIBLE=1]
    #[arg(long, global = true)]
    pub plain: bool,
    /// Columns to wrap at, for `read` and with --plain; without it the terminal's, and in a pipe 80 for `read` and none with --plain
    #[arg(long, value_name = "N", global = true, value_parser = clap::value_parser!(u16).range(1..=1000))]
    pub width: Option<u16>,
    /// Draw with signs that every terminal has
    #[arg(long, global = true)]
    pub ascii: bool,
    /// When to use colour
    #[arg(long, value_name = "WHEN", value_enum, default_value_t, global = true)]
    pub color: Colour,
    /// The look of the screens: terminal, dark, light, room-dark, room-light, contrast, mono, or one of your own
    #[arg(long, value_name = "NAME", global = true)]
    pub theme: Option<String>,

    /// When quizzes tell what was right
    #[arg(long, global = true, value_name = "MODE", value_parser = ["immediate", "held-back", "must-pass"])]
    pub mode: Option<String>,
    /// Write down what the program does, for a report of a bug; nothing that you answer is in it
    #[arg(long, value_name = "FILE", global = true)]
    pub log: Option<PathBuf>,
}

/// When to use colour.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Colour {
    /// On a terminal, unless `NO_COLOR` is set
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum What {
    /// List the lessons and where each stands
    List {
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Print a lesson, or any Markdown file, as text
    Read {
        /// A lesson's id, number or part of its title, or a file; without it, the lesson you are in
        #[arg(value_name = "LESSON|FILE.md")]
        what: Option<String>,
    },
    /// Take only the quiz of a lesson
    Quiz {
        /// A lesson's id, number or part of its title; without it, the lesson you are in
        lesson: Option<String>,
    },
    /// Go over what is due today
    Review {
        /// Take the questions that a workshop over this lesson asks into your own review: they are asked now, and come back from then on
        #[arg(long, value_name = "LESSON")]
        workshop: Option<String>,
    },
    /// Hold a workshop on a shared screen
    ///
    /// Without a lesson it asks what, how long and for how many. Hands are counted by keys; the keys are behind `?`. With
    /// --plain it is held line by line, for the facilitator alone.
    Present(Present),
    /// Print the guide for whoever holds a workshop: timings, notes, gate, keys and cards
    Guide(Guide),
    /// The facilitator's console for the workshop that runs on this machine: votes, advice, notes, agenda
    Notes,
    /// Show what is remembered, what comes, and how far you are
    Progress {
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Write down how far you are, what you answered, plan and kept
    ///
    /// md and html are a summary to hand in, csv has a row for each answer, json has everything. xapi has statements for a learning
    /// record store, with ids that stay the same, so that sending twice is harmless. They are plain xAPI and no cmi5 session: that would
    /// need launch data of a learning management system.
    Report(Report),
    /// One report over several learners: what was hard, what was believed, who is through
    ///
    /// Nobody is named, fewer than five are never shown, and plans, notes and whatever anyone typed are not looked at. Exits with 1 when
    /// something was left out.
    Group(GroupReport),
    /// Write everything you did and chose into one file
    ///
    /// It is for another machine, a trainer or a drawer: `contrasts import` reads it, and so does whoever counts a group. Plans, notes and
    /// open answers are in it as well.
    Export {
        /// The file to write; an earlier export of that name is replaced, anything else is left alone
        file: PathBuf,
    },
    /// Lay what was learned elsewhere beside what was learned here
    ///
    /// Nothing here is changed or removed, what is known is passed over, and importing again does no harm. Settings are taken over only
    /// where there are none. Exits with 1 when something was left out.
    Import {
        /// An export, a sitting, another machine's data folder, or a folder of exports
        #[arg(value_name = "FILE|FOLDER", required = true)]
        from: Vec<PathBuf>,
    },
    /// Begin a lesson anew
    ///
    /// It stands as if it had never been opened. Its answers stay in your record, and come back in review as before.
    Reset {
        /// A lesson's id, number or part of its title
        lesson: String,
    },
    /// Remove everything that is kept of you, after asking
    ///
    /// Of this profile alone, with sittings, workshops and settings. Exits with 1 when the answer was no, and nothing was removed.
    Erase,
    /// Verify a course and name everything that is wrong in it
    ///
    /// Exits with 0 when there is no error, 1 when there is one, 2 when the course could not be read at all.
    Check {
        /// The folder of the course; without it, the course in use
        dir: Option<PathBuf>,
        /// How to print what was found; short is path:line:column: error[RULE]: text
        #[arg(long, value_name = "FORMAT", value_enum, default_value_t)]
        message_format: MessageFormat,
        /// Let warnings fail as well
        #[arg(long)]
        strict: bool,
    },
    /// Print every string of the interface, to translate it
    ///
    /// As TOML, in the language of the course in use. Put as `interface.toml` beside a course's `course.toml` it is what the screens say
    /// while that course is open.
    Interface,
    /// Lay down a small course that passes `check`, to start from
    New {
        /// The folder to make; it must not hold anything yet
        dir: PathBuf,
    },
    /// Look at paths, data, terminal and course, and say what is wrong and what to do
    ///
    /// Exits with 1 when something keeps answers from being saved or the course from being shown.
    Doctor {
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Print every path in use
    Paths {
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Print completions for a shell
    Completions {
        /// Which shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page
    Man,
}

/// What a report is to be.
#[derive(Debug, Clone, Default, Args)]
pub struct Report {
    /// In which format
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t)]
    pub format: ReportFormat,
    /// The file to write; without it, the report is printed
    #[arg(long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// The name to put on it; without it there is none
    #[arg(long, value_name = "NAME")]
    pub name: Option<String>,
    /// Who xapi says it was: mailto:ADDRESS or the name of an account; without it, a pseudonym made of your first event
    #[arg(long, value_name = "ACTOR")]
    pub actor: Option<String>,
    /// Of the last workshop held on this machine instead: md, html or csv
    #[arg(long, conflicts_with_all = ["name", "actor"])]
    pub workshop: bool,
}

/// What a group's report is to be.
#[derive(Debug, Clone, Args)]
pub struct GroupReport {
    /// Exports, learners' data folders, or folders of these
    #[arg(value_name = "FOLDER|FILE", required = true)]
    pub from: Vec<PathBuf>,
    /// In which format
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t)]
    pub format: GroupFormat,
    /// The file to write; without it, the report is printed
    #[arg(long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// The formats of a group's report.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum GroupFormat {
    /// Markdown
    #[default]
    Md,
    /// One page that needs no network
    Html,
    /// A row for each question, for spreadsheets
    Csv,
    /// Everything, for programs
    Json,
}

/// The formats of a report.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// Markdown
    #[default]
    Md,
    /// One page that needs no network
    Html,
    /// A row for each answer, for spreadsheets
    Csv,
    /// Everything, for programs
    Json,
    /// Statements of the Experience API
    Xapi,
}

/// Which guide is wanted.
#[derive(Debug, Args)]
pub struct Guide {
    /// Lessons, by id, number or part of a title; without one, all contrasts
    #[arg(value_name = "LESSON")]
    pub lessons: Vec<String>,
    /// How many minutes it takes
    #[arg(long, value_name = "MINUTES", default_value_t = 60, value_parser = clap::value_parser!(u32).range(15..=480))]
    pub length: u32,
    /// In which format
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t)]
    pub format: PageFormat,
    /// The file to write; without it, the guide is printed
    #[arg(long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// The formats of something to read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum PageFormat {
    /// Markdown
    #[default]
    Md,
    /// One page that needs no network
    Html,
}

/// How a workshop is held.
#[derive(Debug, Args)]
pub struct Present {
    /// Lessons, by id, number or part of a title
    #[arg(value_name = "LESSON")]
    pub lessons: Vec<String>,
    /// How many minutes it takes
    #[arg(long, value_name = "MINUTES", value_parser = clap::value_parser!(u32).range(15..=480))]
    pub length: Option<u32>,
    /// Go on with the last workshop, where it stood
    #[arg(long)]
    pub resume: bool,
    /// Rehearse with a room that is made up and votes by itself, split where none is named; kept apart from workshops with people
    #[arg(long, value_name = "ROOM", value_enum, num_args = 0..=1, default_missing_value = "split")]
    pub rehearse: Option<MadeUp>,
    /// Another made-up room of the same kind
    #[arg(long, value_name = "N", default_value_t = 1, requires = "rehearse")]
    pub seed: u64,
    /// Let a rehearsal go by so many times faster
    #[arg(long, value_name = "N", default_value_t = 1, requires = "rehearse", value_parser = clap::value_parser!(u32).range(1..=60))]
    pub speed: u32,
}

/// A room that is made up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum MadeUp {
    /// Four people: counts, no per cents
    Small,
    /// Two dozen, half of them right
    Split,
    /// Eighteen who know little, vote late or not at all
    Sleepy,
    /// Thirty who know it before they come
    Expert,
}

/// How `check` prints.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum MessageFormat {
    /// For people: the line itself with a caret
    #[default]
    Human,
    /// One line each
    Short,
    /// A JSON object a line
    Json,
}

/// Whether a profile can be called so: it is a folder's name, and must not lead out of its folder.
pub fn is_profile(name: &str) -> bool {
    let fits = !name.is_empty() && name.len() <= 60 && !name.starts_with('.');
    fits && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ' '))
}

fn profile_name(name: &str) -> Result<String, String> {
    match is_profile(name) {
        true => Ok(name.to_owned()),
        false => Err("use letters, digits, spaces, `-`, `_` and `.`, at most 60 of them".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_well_formed() {
        use clap::CommandFactory;
        Command::command().debug_assert();
    }

    #[test]
    fn no_arguments_mean_what_the_parser_makes_of_them() {
        let parsed = Command::parse_from(["contrasts"]);
        assert_eq!(format!("{parsed:?}"), format!("{:?}", Command::default()));
    }

    #[test]
    fn a_profile_cannot_lead_out_of_its_folder() {
        for good in ["anna", "Anna Müller", "team-2"] {
            assert!(profile_name(good).is_ok(), "{good}");
        }
        for bad in ["", "..", "a/b", "a\u{1b}", ".hidden"] {
            assert!(profile_name(bad).is_err(), "{bad}");
        }
    }
}
