//! What a line means in a workshop: counts, words for the keys, questions about time and agenda.

use super::{Act, Clean, Key, Room, Session, Where, agenda, ask, example, keymap, line, numbers, time};
use crate::app::key::Code;
use crate::app::room::Setup;

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
const WORDS: [(&str, Act); 11] = [
    ("next", Act::Confirm),
    ("back", Act::Back),
    ("reveal", Act::Reveal),
    ("undo", Act::Undo),
    ("again", Act::Rerun),
    ("pause", Act::Pause),
    ("break", Act::Rest),
    ("blank", Act::Blank),
    ("more", Act::Longer),
    ("accept", Act::Accept),
    ("quit", Act::Leave),
];

/// What a line means.
pub fn hear(room: &Room, said: &str) -> Meant {
    let said = Clean::words(said.get(..500).unwrap_or(said));
    let said = said.as_str().trim().to_lowercase();
    match (said.as_str(), &room.session) {
        ("repeat", _) => Meant::Again,
        ("?" | "help", _) => Meant::Told(help(room)),
        ("", _) => Meant::Keys(vec![ENTER]),
        ("quit", None) => Meant::Keys(key(Act::Leave)),
        (said, None) => before(room, said),
        (said, Some(session)) => during(room, session, said),
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
    let number = rest.trim().parse::<u32>().ok();
    match (word, number) {
        ("all", _) => chosen(room, |setup| setup.what = room.course.lessons.len()),
        ("lesson", _) => match room.course.find(rest.trim()) {
            Ok(what) => chosen(room, |setup| setup.what = what),
            Err(_) => told("There is no such lesson, or there are several."),
        },
        ("minutes", Some(minutes)) if (15..=480).contains(&minutes) => chosen(room, |setup| setup.minutes = minutes),
        ("minutes", _) => told("A workshop takes 15 to 480 minutes, such as minutes 45."),
        ("people", Some(people)) if people <= 500 => chosen(room, |setup| setup.people = people),
        _ => unknown(said),
    }
}

fn chosen(room: &Room, change: impl FnOnce(&mut Setup)) -> Meant {
    let mut setup = room.setup.clone();
    change(&mut setup);
    Meant::Chosen(setup)
}

fn during(room: &Room, session: &Session, said: &str) -> Meant {
    let (word, rest) = said.split_once(' ').unwrap_or((said, ""));
    match (word, rest.trim().parse::<usize>().ok()) {
        ("time", _) => return Meant::Told(time(room, session)),
        ("agenda", _) => return Meant::Told(agenda(session)),
        ("notes", _) => {
            let notes: Vec<Clean> = session.step().map(|step| step.notes.clone()).unwrap_or_default();
            return if notes.is_empty() { told("There are no notes to this stage.") } else { Meant::Told(notes) };
        }
        ("go", Some(number)) if (1..=session.plan.steps.len()).contains(&number) => {
            let to = vec![Key::plain(Code::Down); number - 1];
            return Meant::Keys([key(Act::Jump), vec![Key::plain(Code::Home)], to, vec![ENTER]].concat());
        }
        ("go", _) => return told(&format!("The stages are 1 to {}; the word agenda tells them.", session.plan.steps.len())),
        ("people", Some(people)) => return typed(Act::People, &people.to_string()),
        _ => {}
    }
    if let Some((_, act)) = WORDS.iter().find(|(known, _)| *known == said) {
        return Meant::Keys(key(*act));
    }
    hands(session, said).unwrap_or_else(|| unknown(said))
}

/// Counts for all lines, or hands one by one: letters, or places on a line.
fn hands(session: &Session, said: &str) -> Option<Meant> {
    let given = numbers(said);
    let letters = || {
        let parts: Option<Vec<usize>> = said.split([' ', ',']).filter(|part| !part.is_empty()).map(place).collect();
        parts.filter(|parts| !parts.is_empty())
    };
    let Some((_, poll)) = session.poll().filter(|_| session.open().is_some()) else {
        return given.map(|_| told("No vote is open."));
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
        (Some(_), true) => Some(told("A place is a number from 0 to 10, one for each person.")),
        (Some(_), false) => Some(told(&format!(
            "There are {} lines, so {} counts are needed, such as {}.",
            poll.len(),
            poll.len(),
            example(poll.len())
        ))),
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

fn unknown(said: &str) -> Meant {
    told(&format!("“{said}” means nothing here. ? tells what does."))
}

fn help(room: &Room) -> Vec<Clean> {
    let mut lines = vec![Clean::fixed("What can be typed here:"), line(&format!("- {}", ask(room).whole()))];
    if room.session.is_some() {
        for (word, act) in WORDS {
            let binding = keymap::here(Where::Room).find(|binding| binding.keys.iter().any(|(_, meant)| *meant == act));
            lines.extend(binding.map(|binding| line(&format!("- {word}: {}", (binding.help)(&room.course.words)))));
        }
        lines.push(Clean::fixed(
            "- time: how it stands; agenda: every stage; go 3: to the third; notes: what to say; people 20: so many are here",
        ));
    }
    lines.push(Clean::fixed(
        "What happens is written down at once. The end of the input, or quit, leaves; contrasts present --resume goes on.",
    ));
    lines
}
