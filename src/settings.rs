//! What a learner may choose in `config.toml`. Few things: each doubles what has to be tested.

/// The learner's choices; flags of the command line win over them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The name of a theme.
    pub theme: Option<String>,
    /// Only signs that every terminal has.
    pub ascii: bool,
}
