//! Keys: what they may mean, where, and what the footer, the help page and README say about them. The table itself is in
//! `keymap/table.rs`.

use super::key::Key;
use crate::words::{ENGLISH, Saying, Words};

mod own;
mod room;
mod table;
pub use own::Keys;
pub use table::TABLE;

/// What a key means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Act {
    /// A row or an item up.
    Up,
    /// A row or an item down.
    Down,
    /// A page on.
    PageDown,
    /// A page back.
    PageUp,
    /// Half a page on.
    HalfDown,
    /// Half a page back.
    HalfUp,
    /// To the beginning.
    Top,
    /// To the end.
    Bottom,
    /// The lesson before.
    Previous,
    /// The lesson after.
    Next,
    /// Open, take, go on.
    Confirm,
    /// Where one came from.
    Back,
    /// To the map, wherever one is.
    Map,
    /// The item at this place of a list, as by a click.
    Choose(usize),
    /// The option with this digit.
    Pick(u8),
    /// Tick or untick.
    Toggle,
    /// Every reason.
    Reasons,
    /// The paragraph that answers it.
    See,
    /// Take the answer back.
    Undo,
    /// Pass over the question.
    Skip,
    /// The missed questions again.
    Missed,
    /// All questions again.
    Again,
    /// How sure, how right.
    HowSure,
    /// The sections of the lesson.
    Outline,
    /// Go to a lesson or section by its name.
    Jump,
    /// The next link.
    NextLink,
    /// The link before.
    LastLink,
    /// To the left, in a line or a field.
    Left,
    /// To the right.
    Right,
    /// The letter after the cursor goes.
    EraseNext,
    /// The word before the cursor goes.
    EraseWord,
    /// The next hint.
    Hint,
    /// Something is wrong with this question.
    Doubt,
    /// Open the lesson in an editor.
    Edit,
    /// The ten questions that went worst.
    Weakest,
    /// What is asked again today.
    Review,
    /// Five questions more.
    More,
    /// What is remembered, what is to come, how far one is.
    Progress,
    /// All of it as a page to hand in.
    Report,
    /// The question within the text.
    Check,
    /// Keep a passage.
    Keep,
    /// Take a kept passage or a plan off the list.
    TakeOff,
    /// What a term means.
    Term,
    /// Copy the section, or the link one is at.
    Copy,
    /// Search in the lesson.
    Find,
    /// The next match.
    FindNext,
    /// The match before.
    FindLast,
    /// This letter goes into the field.
    Type(char),
    /// The last letter of the field goes.
    Erase,
    /// Everything in the field goes.
    EraseAll,
    /// What the keys do.
    Help,
    /// Leave.
    Leave,
    /// Leave at once.
    LeaveNow,
    /// Suspend.
    Suspend,
    /// Save now.
    TryAgain,
    /// Type the counts of a vote.
    Count,
    /// Type how many people are in the room.
    People,
    /// Run the vote again.
    Rerun,
    /// A break.
    Rest,
    /// Every note of the stage.
    Notes,
    /// Show how the votes fell.
    Reveal,
    /// Do what the console proposes.
    Accept,
    /// Blank the room's screen.
    Blank,
    /// A pause.
    Pause,
    /// Thirty seconds more.
    Longer,
    /// A light or a dark room.
    Light,
}

/// Where a key works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Where {
    /// The map, and the page before it at the first start.
    Map,
    /// A list to choose from.
    List,
    /// A few ways, of which one is taken: who learns, what becomes of the unsaved, a stage of a workshop.
    Menu,
    /// Before a lesson, where questions are offered.
    Before,
    /// A lesson.
    Lesson,
    /// A question that waits for its answer.
    Question,
    /// A question, and how sure one is of its answer.
    Sure,
    /// A question that was answered.
    Answered,
    /// The end of a quiz.
    QuizEnd,
    /// What is asked again today, before it begins.
    Review,
    /// Progress.
    Overview,
    /// A list of what the learner made: passages kept, plans.
    Kept,
    /// How a plan went.
    FollowUp,
    /// A statement of the mirror.
    Statement,
    /// What the mirror shows.
    Mirror,
    /// The page before a workshop.
    Setup,
    /// A workshop, on the shared screen or on the console.
    Room,
    /// The help page.
    Help,
    /// A field that is being typed into: letters are typing, and the table is asked for the rest.
    Field,
}

/// Groups of the help page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Getting about.
    Move,
    /// Looking for something.
    Find,
    /// A question.
    Answer,
    /// To another screen.
    Go,
    /// Out.
    Leave,
}

impl Group {
    /// The groups in their order.
    pub const ALL: [Group; 5] = [Group::Move, Group::Find, Group::Answer, Group::Go, Group::Leave];

    /// The head over its keys.
    pub fn head(self, words: &Words) -> &str {
        let words = words.keys();
        match self {
            Group::Move => words.group_move(),
            Group::Find => words.group_find(),
            Group::Answer => words.group_answer(),
            Group::Go => words.group_go(),
            Group::Leave => words.group_leave(),
        }
    }
}

/// A row of the table: keys that belong together.
pub struct Binding {
    /// Where they work.
    pub at: &'static [Where],
    /// What each key means.
    pub keys: &'static [(Key, Act)],
    /// The group of the help page.
    pub group: Group,
    /// The keys as the footer shows them, with the English names of their caps.
    pub brief: &'static str,
    /// What they do, for the help page.
    pub help: Saying,
}

/// What a key means in a place.
pub fn act(place: Where, key: Key) -> Option<Act> {
    here(place).find_map(|binding| binding.keys.iter().find(|(known, _)| *known == key)).map(|(_, act)| *act)
}

/// The rows that count in a place.
pub fn here(place: Where) -> impl Iterator<Item = &'static Binding> {
    TABLE.iter().chain(room::TABLE).filter(move |binding| binding.at.contains(&place))
}

/// The keys of an act as the table has them; `said` and `Keys::brief` name them in the language of the course.
pub fn brief(place: Where, act: Act) -> &'static str {
    here(place).find(|binding| binding.keys.iter().any(|(_, meant)| *meant == act)).map_or("", |binding| binding.brief)
}

/// Keys as the table has them, with the names of their caps in the language of the course.
pub fn said(brief: &str, words: &Words) -> String {
    let cap = |cap: &str| Key::with_cap(cap).map_or_else(|| cap.to_owned(), |key| key.shown(words));
    brief.split(' ').map(cap).collect::<Vec<_>>().join(" ")
}

impl Binding {
    /// The keys as help and README show them; digits in a row are shown as a span.
    pub fn shown(&self, words: &Words) -> String {
        if self.brief.contains('–') {
            return self.brief.to_owned();
        }
        self.keys.iter().map(|(key, _)| key.shown(words)).collect::<Vec<_>>().join(" ")
    }
}

/// The table as Markdown: what stands in README.
pub fn as_markdown() -> String {
    let mut out = String::from("| keys | what they do |\n|---|---|\n");
    for group in Group::ALL {
        for binding in TABLE.iter().chain(room::TABLE).filter(|binding| binding.group == group) {
            let where_it_works = match binding.at {
                [Where::Question]
                | [Where::Answered]
                | [Where::Question, Where::Answered]
                | [Where::Question, Where::Sure, ..] => "in a question: ",
                [Where::Lesson] => "in a lesson: ",
                [Where::Before] => "before a lesson: ",
                [Where::QuizEnd] => "at the end of a quiz: ",
                [Where::Review, Where::QuizEnd] => "in review: ",
                [Where::Kept] => "among kept passages and plans: ",
                [Where::Statement] | [Where::Mirror] | [Where::Statement, Where::Mirror] => "in the mirror: ",
                [Where::Overview, Where::Mirror] => "on progress and in the mirror: ",
                [Where::Field] => "in a field: ",
                [Where::Room] => "in a workshop: ",
                [Where::Setup] => "before a workshop: ",
                _ => "",
            };
            let keys: Vec<String> = binding.shown(&ENGLISH).split(' ').map(|key| format!("`{key}`")).collect();
            out.push_str(&format!("| {} | {}{} |\n", keys.join(" "), where_it_works, (binding.help)(&ENGLISH)));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::key::Code;

    #[test]
    fn no_key_means_two_things_in_one_place() {
        for place in table::EVERYWHERE {
            let keys: Vec<Key> = here(*place).flat_map(|binding| binding.keys.iter().map(|(key, _)| *key)).collect();
            for (at, key) in keys.iter().enumerate() {
                assert!(!keys[..at].contains(key), "{key:?} twice in {place:?}");
            }
        }
    }

    #[test]
    fn every_place_can_be_left_and_explains_itself() {
        for place in table::EVERYWHERE {
            for act in [Act::Leave, Act::LeaveNow, Act::Back, Act::Help, Act::Suspend] {
                assert!(!brief(*place, act).is_empty(), "{act:?} in {place:?}");
            }
        }
    }

    /// Under a Cyrillic or Greek layout letters never arrive, so that moving, choosing and leaving need other keys as well.
    #[test]
    fn what_is_needed_works_without_letters() {
        let needed = [Act::Up, Act::Down, Act::Confirm, Act::Back, Act::Help, Act::Leave];
        for (place, act) in table::EVERYWHERE.iter().flat_map(|place| needed.map(|act| (place, act))) {
            let letterless = |key: &Key| !matches!(key.code, Code::Char(c) if c.is_alphabetic());
            let mut keys = here(*place).flat_map(|binding| binding.keys);
            assert!(keys.any(|(key, meant)| *meant == act && letterless(key)), "{act:?} in {place:?}");
        }
    }
}
