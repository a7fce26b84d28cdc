//! What a line means in a workshop: counts, words for the keys, questions about time and agenda.

use super::super::vocabulary::Word;
use super::{Act, Clean, Key, Room, RoomLines, Session, Where, agenda, ask, example, keymap, line, numbers, time};
use crate::app::key::Code;
use crate::app::room::Setup;
use crate::words::{ENGLISH, Words};

/// What came of a line.
#[derive(Clone, Debug)]
pub enum Meant {
    /// The room hears these keys, and what is new then is said.
    Keys(Vec<Key>),
    /// Another workshop is chosen, before it begins.
    Chosen(Setup),
    /// Nothing changes, and this is said.
    Told(Vec<Clean>),
    /// All is said again.
    Again,
}

/// Words for keys.
const WORDS: [(Word, Act); 11] = [
    (|words| words.room_lines().word_next(), Act::Confirm),
    (|words| words.typed().back(), Act::Back),
    (|words| words.room_lines().word_reveal(), Act::Reveal),
    (|words| words.typed().undo(), Act::Undo),
    (|words| words.typed().again(), Act::Rerun),
    (|words| words.room_lines().word_pause(), Act::Pause),
    (|words| words.room_lines().word_break(), Act::Rest),
    (|words| words.room_lines().word_blank(), Act::Blank),
    (|words| words.typed().more(), Act::Longer),
    (|words| words.room_lines().word_accept(), Act::Accept),
    (|words| words.typed().quit(), Act::Leave),
];

/// What may be typed beside words for keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Command {
    Repeat,
    Help,
    Quit,
    All,
    Lesson,
    Minutes,
    People,
    Time,
    Agenda,
    Notes,
    Go,
}

const COMMANDS: [(Word, Command); 11] = [
    (|words| words.typed().repeat(), Command::Repeat),
    (|words| words.typed().help(), Command::Help),
    (|words| words.typed().quit(), Command::Quit),
    (|words| words.room_lines().word_all(), Command::All),
    (|words| words.room_lines().word_lesson(), Command::Lesson),
    (|words| words.room_lines().word_minutes(), Command::Minutes),
    (|words| words.room_lines().word_people(), Command::People),
    (|words| words.room_lines().word_time(), Command::Time),
    (|words| words.room_lines().word_agenda(), Command::Agenda),
    (|words| words.room_lines().word_notes(), Command::Notes),
    (|words| words.room_lines().word_go(), Command::Go),
];

/// What a word stands for. The course's own words come first, and English is understood beside them.
fn known<T: Copy>(words: &Words, said: &str, table: &[(Word, T)]) -> Option<T> {
    let find = |words: &Words| table.iter().find(|(word, _)| word(words).to_lowercase() == said).map(|(_, meant)| *meant);
    find(words).or_else(|| find(&ENGLISH))
}

/// What a line means.
pub fn hear(room: &Room, said: &str) -> Meant {
    let said = Clean::words(said.get(..500).unwrap_or(said));
    let said = said.as_str().trim().to_lowercase();
    match (said.as_str(), known(room.words(), &said, &COMMANDS), &room.session) {
        (_, Some(Command::Repeat), _) => Meant::Again,
        ("?", ..) | (_, Some(Command::Help), _) => Meant::Told(help(room)),
        ("", ..) => Meant::Keys(vec![ENTER]),
        (_, Some(Command::Quit), None) => Meant::Keys(key(Act::Leave)),
        (said, _, None) => before(room, said),
        (said, _, Some(session)) => during(room, session, said),
    }
}

const ENTER: Key = Key::plain(Code::Enter);

fn told(words: &str) -> Meant {
    Meant::Told(vec![line(words)])
}

/// The key of an act.
fn key(act: Act) -> Vec<Key> {
    let mut keys = keymap::here(Where::Room).flat_map(|binding| binding.keys);
    keys.find(|(_, meant)| *meant == act).map(|(key, _)| vec![*key]).unwrap_or_default()
}

/// A key, some text, and Enter.
fn typed(act: Act, text: &str) -> Meant {
    Meant::Keys([key(act), text.chars().map(Key::char).collect(), vec![ENTER]].concat())
}

/// What is to be held, how long and for how many.
fn before(room: &Room, said: &str) -> Meant {
    let (word, rest) = said.split_once(' ').unwrap_or((said, ""));
    let (number, words) = (rest.trim().parse::<u32>().ok(), room.words().room_lines());
    match (known(room.words(), word, &COMMANDS), number) {
        (Some(Command::All), _) => chosen(room, |setup| setup.what = room.course.lessons.len()),
        (Some(Command::Lesson), _) => match room.course.find(rest.trim()) {
            Ok(what) => chosen(room, |setup| setup.what = what),
            Err(_) => told(words.no_such_lesson()),
        },
        (Some(Command::Minutes), Some(minutes)) if (15..=480).contains(&minutes) => chosen(room, |setup| setup.minutes = minutes),
        (Some(Command::Minutes), _) => told(&words.takes_minutes(words.word_minutes())),
        (Some(Command::People), Some(people)) if people <= 500 => chosen(room, |setup| setup.people = people),
        _ => unknown(words, said),
    }
}

fn chosen(room: &Room, change: impl FnOnce(&mut Setup)) -> Meant {
    let mut setup = room.setup.clone();
    change(&mut setup);
    Meant::Chosen(setup)
}

fn during(room: &Room, session: &Session, said: &str) -> Meant {
    let (word, rest) = said.split_once(' ').unwrap_or((said, ""));
    let words = room.words().room_lines();
    match (known(room.words(), word, &COMMANDS), rest.trim().parse::<usize>().ok()) {
        (Some(Command::Time), _) => return Meant::Told(time(room, session)),
        (Some(Command::Agenda), _) => return Meant::Told(agenda(words, session)),
        (Some(Command::Notes), _) => {
            let notes: Vec<Clean> = session.step().map(|step| step.notes.clone()).unwrap_or_default();
            return if notes.is_empty() { told(words.no_notes()) } else { Meant::Told(notes) };
        }
        (Some(Command::Go), Some(number)) if (1..=session.plan.steps.len()).contains(&number) => {
            let to = vec![Key::plain(Code::Down); number - 1];
            return Meant::Keys([key(Act::Jump), vec![Key::plain(Code::Home)], to, vec![ENTER]].concat());
        }
        (Some(Command::Go), _) => return told(&words.stages(session.plan.steps.len(), words.word_agenda())),
        (Some(Command::People), Some(people)) => return typed(Act::People, &people.to_string()),
        _ => {}
    }
    if let Some(act) = known(room.words(), said, &WORDS) {
        return Meant::Keys(key(act));
    }
    hands(words, session, said).unwrap_or_else(|| unknown(words, said))
}

/// Counts for all lines, or hands one by one: letters, or places on a line.
fn hands(words: RoomLines, session: &Session, said: &str) -> Option<Meant> {
    let given = numbers(said);
    let letters = || {
        let parts: Option<Vec<usize>> = said.split([' ', ',']).filter(|part| !part.is_empty()).map(place).collect();
        parts.filter(|parts| !parts.is_empty())
    };
    let Some((_, poll)) = session.poll().filter(|_| session.open().is_some()) else {
        return given.map(|_| told(words.no_vote()));
    };
    let one = |nth: usize| if nth == 10 { Key::char('+') } else { Key::char(char::from(b'0' + nth as u8)) };
    match (given, poll.is_line()) {
        (Some(counts), _) if counts.len() == poll.len() => {
            let text: Vec<String> = counts.iter().map(usize::to_string).collect();
            Some(typed(Act::Count, &text.join(" ")))
        }
        (Some(places), true) if places.iter().all(|place| *place < poll.len()) => {
            Some(Meant::Keys(places.into_iter().map(one).collect()))
        }
        (Some(_), true) => Some(told(words.places())),
        (Some(_), false) => Some(told(&words.counts_needed(poll.len(), example(poll.len())))),
        (None, true) => None,
        (None, false) => {
            let letters = letters().filter(|letters| letters.iter().all(|nth| *nth < poll.len()))?;
            Some(Meant::Keys(letters.into_iter().map(|nth| one(nth + 1)).collect()))
        }
    }
}

/// `a` is the first line.
fn place(letter: &str) -> Option<usize> {
    match letter.as_bytes() {
        [letter @ b'a'..=b'i'] => Some(usize::from(letter - b'a')),
        _ => None,
    }
}

fn unknown(words: RoomLines, said: &str) -> Meant {
    told(&words.unknown(said))
}

fn help(room: &Room) -> Vec<Clean> {
    let words = room.words().room_lines();
    let mut lines = vec![line(words.help()), line(&format!("- {}", ask(room).whole()))];
    if room.session.is_some() {
        for (word, act) in WORDS {
            let binding = keymap::here(Where::Room).find(|binding| binding.keys.iter().any(|(_, meant)| *meant == act));
            lines.extend(binding.map(|binding| line(&format!("- {}: {}", word(room.words()), (binding.help)(room.words())))));
        }
        let typed = (words.word_time(), words.word_agenda(), words.word_go(), words.word_notes(), words.word_people());
        lines.push(line(&words.help_words(typed.0, typed.1, typed.2, typed.3, typed.4)));
    }
    lines.push(line(&words.help_leave(room.words().typed().quit())));
    lines
}
