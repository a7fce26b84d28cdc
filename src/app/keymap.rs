//! The one table of keys. What a key does, what the footer, the help page and README say about it: all from here.

use super::key::{Code, Key};

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
    /// The sections of the lesson.
    Outline,
    /// Go to a lesson or section by its name.
    Jump,
    /// The next link.
    NextLink,
    /// The link before.
    LastLink,
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
}

/// Where a key works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Where {
    /// A list to choose from.
    List,
    /// A lesson.
    Lesson,
    /// A question that waits for its answer.
    Question,
    /// A question that was answered.
    Answered,
    /// The end of a quiz.
    QuizEnd,
    /// The help page.
    Help,
    /// A field that is being typed into: letters are typing, and the table is asked for the rest.
    Field,
}

use Where::{Answered, Field, Help, Lesson, List, Question, QuizEnd};

const EVERYWHERE: &[Where] = &[List, Lesson, Question, Answered, QuizEnd, Help, Field];
const SCREENS: &[Where] = &[List, Lesson, Question, Answered, QuizEnd, Help];
const WITH_NAMES: &[Where] = &[List, Lesson, QuizEnd];
const PAGES: &[Where] = &[Lesson, Answered, Help];

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
    /// The groups in their order, with their heads.
    pub const ALL: [(Group, &'static str); 5] =
        [(Group::Move, "Move"), (Group::Find, "Find"), (Group::Answer, "Answer"), (Group::Go, "Go"), (Group::Leave, "Leave")];
}

/// A row of the table: keys that belong together.
pub struct Binding {
    /// Where they work.
    pub at: &'static [Where],
    /// What each key means.
    pub keys: &'static [(Key, Act)],
    /// The group of the help page.
    pub group: Group,
    /// The keys as the footer shows them.
    pub brief: &'static str,
    /// What they do, for the help page.
    pub help: &'static str,
}

/// The table.
pub const TABLE: &[Binding] = &[
    Binding {
        at: SCREENS,
        keys: &[
            (Key::char('j'), Act::Down),
            (Key::char('k'), Act::Up),
            (Key::plain(Code::Down), Act::Down),
            (Key::plain(Code::Up), Act::Up),
        ],
        group: Group::Move,
        brief: "↑↓",
        help: "line or item",
    },
    Binding {
        at: PAGES,
        keys: &[(Key::char(' '), Act::PageDown), (Key::char('f'), Act::PageDown), (Key::plain(Code::PageDown), Act::PageDown)],
        group: Group::Move,
        brief: "Space",
        help: "page on",
    },
    Binding {
        at: PAGES,
        keys: &[(Key::char('b'), Act::PageUp), (Key::plain(Code::PageUp), Act::PageUp)],
        group: Group::Move,
        brief: "b",
        help: "page back",
    },
    Binding {
        at: &[Question],
        keys: &[(Key::plain(Code::PageDown), Act::PageDown), (Key::plain(Code::PageUp), Act::PageUp)],
        group: Group::Move,
        brief: "PgDn",
        help: "page, where a question is long",
    },
    Binding {
        at: &[Lesson],
        keys: &[(Key::char('d'), Act::HalfDown), (Key::char('u'), Act::HalfUp)],
        group: Group::Move,
        brief: "d u",
        help: "half page",
    },
    Binding {
        at: &[Lesson, Answered, Help, List],
        keys: &[
            (Key::char('g'), Act::Top),
            (Key::char('G'), Act::Bottom),
            (Key::plain(Code::Home), Act::Top),
            (Key::plain(Code::End), Act::Bottom),
        ],
        group: Group::Move,
        brief: "g G",
        help: "top, bottom",
    },
    Binding {
        at: &[Lesson],
        keys: &[
            (Key::char('h'), Act::Previous),
            (Key::char('l'), Act::Next),
            (Key::plain(Code::Left), Act::Previous),
            (Key::plain(Code::Right), Act::Next),
        ],
        group: Group::Move,
        brief: "h l",
        help: "lesson before, after",
    },
    Binding {
        at: &[Lesson],
        keys: &[(Key::char('o'), Act::Outline), (Key::plain(Code::F(2)), Act::Outline)],
        group: Group::Find,
        brief: "o",
        help: "outline",
    },
    Binding {
        at: &[Lesson],
        keys: &[(Key::plain(Code::Tab), Act::NextLink), (Key::plain(Code::BackTab), Act::LastLink)],
        group: Group::Find,
        brief: "Tab",
        help: "next link, the one before; Enter follows",
    },
    Binding {
        at: &[Lesson, List],
        keys: &[(Key::char('t'), Act::Term), (Key::plain(Code::F(5)), Act::Term)],
        group: Group::Find,
        brief: "t",
        help: "what a term means; from the map all terms",
    },
    Binding {
        at: &[Lesson],
        keys: &[(Key::char('y'), Act::Copy)],
        group: Group::Find,
        brief: "y",
        help: "copy the section, or the link one is at",
    },
    Binding {
        at: WITH_NAMES,
        keys: &[(Key::char(':'), Act::Jump), (Key::ctrl('p'), Act::Jump), (Key::plain(Code::F(4)), Act::Jump)],
        group: Group::Find,
        brief: ":",
        help: "go to a lesson or section by its name",
    },
    Binding {
        at: &[Lesson, List],
        keys: &[(Key::char('/'), Act::Find), (Key::plain(Code::F(3)), Act::Find)],
        group: Group::Find,
        brief: "/",
        help: "search the lesson, or from the map the course",
    },
    Binding {
        at: &[Lesson],
        keys: &[(Key::char('n'), Act::FindNext), (Key::char('N'), Act::FindLast)],
        group: Group::Find,
        brief: "n N",
        help: "next match, the one before",
    },
    Binding {
        at: &[Question],
        keys: &[
            (Key::char('1'), Act::Pick(1)),
            (Key::char('2'), Act::Pick(2)),
            (Key::char('3'), Act::Pick(3)),
            (Key::char('4'), Act::Pick(4)),
            (Key::char('5'), Act::Pick(5)),
            (Key::char('6'), Act::Pick(6)),
            (Key::char('7'), Act::Pick(7)),
            (Key::char('8'), Act::Pick(8)),
            (Key::char('9'), Act::Pick(9)),
        ],
        group: Group::Answer,
        brief: "1–9",
        help: "pick an option",
    },
    Binding {
        at: &[Question],
        keys: &[(Key::char(' '), Act::Toggle)],
        group: Group::Answer,
        brief: "Space",
        help: "tick, where several may be right",
    },
    Binding { at: &[Answered], keys: &[(Key::char('a'), Act::Reasons)], group: Group::Answer, brief: "a", help: "all reasons" },
    Binding {
        at: &[Answered, QuizEnd],
        keys: &[(Key::char('s'), Act::See)],
        group: Group::Answer,
        brief: "s",
        help: "see the paragraph",
    },
    Binding {
        at: &[Answered],
        keys: &[(Key::char('u'), Act::Undo)],
        group: Group::Answer,
        brief: "u",
        help: "take the answer back",
    },
    Binding {
        at: &[Question],
        keys: &[(Key::char('x'), Act::Skip)],
        group: Group::Answer,
        brief: "x",
        help: "skip the question; it comes again at the end",
    },
    Binding {
        at: &[QuizEnd],
        keys: &[(Key::char('m'), Act::Missed)],
        group: Group::Answer,
        brief: "m",
        help: "missed ones again",
    },
    Binding { at: &[QuizEnd], keys: &[(Key::char('a'), Act::Again)], group: Group::Answer, brief: "a", help: "all again" },
    Binding {
        at: &[Field],
        keys: &[(Key::plain(Code::Down), Act::Down), (Key::plain(Code::Up), Act::Up)],
        group: Group::Find,
        brief: "↑↓",
        help: "next, the one before",
    },
    Binding {
        at: &[Field],
        keys: &[(Key::plain(Code::Enter), Act::Confirm)],
        group: Group::Find,
        brief: "Enter",
        help: "take it",
    },
    Binding {
        at: &[Field],
        keys: &[(Key::plain(Code::Esc), Act::Back)],
        group: Group::Find,
        brief: "Esc",
        help: "back to where one came from",
    },
    Binding {
        at: &[Field],
        keys: &[(Key::plain(Code::Backspace), Act::Erase), (Key::ctrl('h'), Act::Erase), (Key::ctrl('u'), Act::EraseAll)],
        group: Group::Find,
        brief: "Backspace",
        help: "take a letter back; Ctrl-U all",
    },
    Binding {
        at: SCREENS,
        keys: &[(Key::plain(Code::Enter), Act::Confirm)],
        group: Group::Go,
        brief: "Enter",
        help: "open, answer, go on",
    },
    Binding {
        at: SCREENS,
        keys: &[(Key::plain(Code::Esc), Act::Back), (Key::plain(Code::Backspace), Act::Back)],
        group: Group::Go,
        brief: "Esc",
        help: "back",
    },
    Binding {
        at: SCREENS,
        keys: &[(Key::char('?'), Act::Help), (Key::plain(Code::F(1)), Act::Help)],
        group: Group::Go,
        brief: "?",
        help: "the keys that work here",
    },
    Binding {
        at: &[Field],
        keys: &[(Key::plain(Code::F(1)), Act::Help)],
        group: Group::Go,
        brief: "F1",
        help: "the keys that work here",
    },
    Binding {
        at: &[Field],
        keys: &[(Key::plain(Code::F(10)), Act::Leave)],
        group: Group::Leave,
        brief: "F10",
        help: "leave; the place is kept",
    },
    Binding {
        at: SCREENS,
        keys: &[(Key::char('q'), Act::Leave), (Key::plain(Code::F(10)), Act::Leave)],
        group: Group::Leave,
        brief: "q",
        help: "leave; the place is kept",
    },
    Binding {
        at: EVERYWHERE,
        keys: &[(Key::ctrl('c'), Act::LeaveNow)],
        group: Group::Leave,
        brief: "Ctrl-C",
        help: "leave at once, saved",
    },
    Binding { at: EVERYWHERE, keys: &[(Key::ctrl('z'), Act::Suspend)], group: Group::Leave, brief: "Ctrl-Z", help: "suspend" },
    Binding {
        at: EVERYWHERE,
        keys: &[(Key::plain(Code::F(9)), Act::TryAgain)],
        group: Group::Leave,
        brief: "F9",
        help: "try to save now",
    },
];

/// What a key means in a place.
pub fn act(place: Where, key: Key) -> Option<Act> {
    here(place).find_map(|binding| binding.keys.iter().find(|(known, _)| *known == key)).map(|(_, act)| *act)
}

/// The rows that count in a place.
pub fn here(place: Where) -> impl Iterator<Item = &'static Binding> {
    TABLE.iter().filter(move |binding| binding.at.contains(&place))
}

/// How the footer names the keys of an act.
pub fn brief(place: Where, act: Act) -> &'static str {
    here(place).find(|binding| binding.keys.iter().any(|(_, meant)| *meant == act)).map_or("", |binding| binding.brief)
}

impl Binding {
    /// The keys as help and README show them; nine digits are shown as a span.
    pub fn shown(&self) -> String {
        if self.keys.len() == 9 {
            return self.brief.to_owned();
        }
        self.keys.iter().map(|(key, _)| key.shown()).collect::<Vec<_>>().join(" ")
    }
}

/// The table as Markdown: what stands in README.
pub fn as_markdown() -> String {
    let mut out = String::from("| keys | what they do |\n|---|---|\n");
    for (group, _) in Group::ALL {
        for binding in TABLE.iter().filter(|binding| binding.group == group) {
            let where_it_works = match binding.at {
                [Question] | [Answered] | [Question, Answered] => "in a question: ",
                [Lesson] => "in a lesson: ",
                [QuizEnd] => "at the end of a quiz: ",
                [Field] => "in a field: ",
                _ => "",
            };
            let keys: Vec<String> = binding.shown().split(' ').map(|key| format!("`{key}`")).collect();
            out.push_str(&format!("| {} | {}{} |\n", keys.join(" "), where_it_works, binding.help));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_means_two_things_in_one_place() {
        for place in EVERYWHERE {
            let keys: Vec<Key> = here(*place).flat_map(|binding| binding.keys.iter().map(|(key, _)| *key)).collect();
            for (at, key) in keys.iter().enumerate() {
                assert!(!keys[..at].contains(key), "{key:?} twice in {place:?}");
            }
        }
    }

    #[test]
    fn every_place_can_be_left_and_explains_itself() {
        for place in EVERYWHERE {
            for act in [Act::Leave, Act::LeaveNow, Act::Back, Act::Help, Act::Suspend] {
                assert!(!brief(*place, act).is_empty(), "{act:?} in {place:?}");
            }
        }
    }

    /// Under a Cyrillic or Greek layout letters never arrive, so that moving, choosing and leaving need other keys as well.
    #[test]
    fn what_is_needed_works_without_letters() {
        let needed = [Act::Up, Act::Down, Act::Confirm, Act::Back, Act::Help, Act::Leave];
        for (place, act) in EVERYWHERE.iter().flat_map(|place| needed.map(|act| (place, act))) {
            let letterless = |key: &Key| !matches!(key.code, Code::Char(c) if c.is_alphabetic());
            let mut keys = here(*place).flat_map(|binding| binding.keys);
            assert!(keys.any(|(key, meant)| *meant == act && letterless(key)), "{act:?} in {place:?}");
        }
    }
}
