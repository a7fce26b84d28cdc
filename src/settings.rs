//! What a learner may choose in `config.toml`. Few things: each doubles what has to be tested.

/// The learner's choices; flags of the command line win over them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The name of a theme.
    pub theme: Option<String>,
    /// Only signs that every terminal has.
    pub ascii: bool,
    /// Whether one is asked how sure one is of an answer; yes, if nothing is said.
    pub confidence: Option<bool>,
    /// Clicks and the wheel are taken; then the terminal selects text only with Shift.
    pub mouse: bool,
    /// When quizzes tell what was right: `immediate`, `held-back` or `must-pass`.
    pub mode: Option<String>,
}

impl Settings {
    /// Whether one is asked how sure one is.
    pub fn asks_how_sure(&self) -> bool {
        self.confidence.unwrap_or(true)
    }
}
