//! What a learner may choose in `config.toml`. Few things: each doubles what has to be tested.

/// The learner's choices; flags of the command line win over them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The name of a theme.
    pub theme: Option<String>,
    /// Only signs that every terminal has.
    pub ascii: bool,
    /// Line by line instead of screens.
    pub plain: bool,
    /// Whether one is asked how sure one is of an answer; yes, if nothing is said.
    pub confidence: Option<bool>,
    /// Clicks and the wheel are taken; then the terminal selects text only with Shift.
    pub mouse: bool,
    /// When quizzes tell what was right: `immediate`, `held-back` or `must-pass`.
    pub mode: Option<String>,
    /// How someone learns.
    pub habits: Habits,
    /// Keys of the learner's own.
    pub keys: Vec<OwnKeys>,
}

/// Keys that shall mean an act, as `[keys]` has them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnKeys {
    /// The name of the act.
    pub act: String,
    /// The names of the keys.
    pub keys: Vec<String>,
    /// In which line they stand.
    pub line: usize,
}

/// How someone learns: when their day begins, and how much they want to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Habits {
    /// The hour of local time at which a day of review begins, 0 to 23.
    pub day_start: u8,
    /// So many minutes of review a day, 1 to 120.
    pub review_minutes: u32,
    /// So many minutes a week, up to 6000; 0 for no goal.
    pub weekly_goal: u32,
}

/// At four hardly anyone is learning, whether late or early. A quarter of an hour for lesson and review leaves five minutes for the second, and
/// three of those quarters make a week.
impl Default for Habits {
    fn default() -> Self {
        Habits { day_start: 4, review_minutes: 5, weekly_goal: 45 }
    }
}

impl Settings {
    /// Whether one is asked how sure one is.
    pub fn asks_how_sure(&self) -> bool {
        self.confidence.unwrap_or(true)
    }
}
