//! The rules by which a course is checked, and their names.

/// The rules, by the names that stand in messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// C01: a file or folder that is needed is missing or cannot be read.
    Missing,
    /// C02: no lesson at all.
    Empty,
    /// C03: a format this program does not know.
    Format,
    /// T01: not TOML.
    Syntax,
    /// T02: a key that means nothing here.
    UnknownKey,
    /// T03: a value of another type, or outside its range.
    WrongValue,
    /// T04: a key that must be there and is not.
    MissingKey,
    /// L01: a lesson without questions.
    NoQuiz,
    /// L02: a question asked for in the text that stands in no quiz.
    NoSuchQuestion,
    /// L03: a link to a lesson or heading that is not there.
    BrokenLink,
    /// L04: a glossary without terms.
    NoTerms,
    /// I01: a hole in a string of the interface that nothing fills.
    Hole,
    /// I02: strings of the interface that are English still.
    Untranslated,
    /// A rule of good questions (`course/lint.rs`).
    Writing(&'static str),
    /// M01: a mirror whose parts do not fit together.
    Mirror,
    /// W01: a text that is too long for its rows on the shared screen, or one too many.
    TooLong,
    /// W02: a question that a show of hands cannot answer.
    NotByHands,
    /// W03: minutes that do not fit the length of a workshop.
    Minutes,
    /// W04: a screen of the workshop that does not fit 80x24.
    Screen,
    /// Q01: not the right number of right choices.
    Key,
    /// Q02: the same choice twice.
    SameChoice,
    /// Q03: an id used twice.
    SameId,
    /// Q25: a choice without a reason.
    NoReason,
    /// Q28: a short answer that is both right and wrong.
    ShortAnswer,
    /// Q29: lines, pairs, steps or scenes that do not make a question.
    Structure,
    /// Q31: an objective that the lesson does not have.
    NoSuchObjective,
    /// Q32: a heading that the lesson does not have.
    NoSuchHeading,
}

impl Rule {
    /// The name in messages.
    pub fn name(self) -> &'static str {
        match self {
            Rule::Missing => "C01",
            Rule::Empty => "C02",
            Rule::Format => "C03",
            Rule::Syntax => "T01",
            Rule::UnknownKey => "T02",
            Rule::WrongValue => "T03",
            Rule::MissingKey => "T04",
            Rule::NoQuiz => "L01",
            Rule::NoSuchQuestion => "L02",
            Rule::BrokenLink => "L03",
            Rule::NoTerms => "L04",
            Rule::Hole => "I01",
            Rule::Untranslated => "I02",
            Rule::Writing(name) => name,
            Rule::Mirror => "M01",
            Rule::TooLong => "W01",
            Rule::NotByHands => "W02",
            Rule::Minutes => "W03",
            Rule::Screen => "W04",
            Rule::Key => "Q01",
            Rule::SameChoice => "Q02",
            Rule::SameId => "Q03",
            Rule::NoReason => "Q25",
            Rule::ShortAnswer => "Q28",
            Rule::Structure => "Q29",
            Rule::NoSuchObjective => "Q31",
            Rule::NoSuchHeading => "Q32",
        }
    }
}
