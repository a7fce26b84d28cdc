//! Keys of the learner's own. `[keys]` in `config.toml` names an act and the keys that shall mean it; the letters and signs that meant it so
//! far are given up, wherever it works. Arrows, digits, Space, Enter, Esc, Ctrl and the function keys keep their meaning, so that nobody is
//! locked out. A key that would mean two things in one place is refused, and the act keeps the keys it had.

use super::super::key::{Code, Key};
use super::{Act, Binding, Where, here, said, table};
use crate::settings::OwnKeys;
use crate::words::{ENGLISH, Words};

/// What a learner changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keys {
    own: Vec<(Act, Vec<Key>)>,
}

/// The acts that can have keys of one's own, by the names that `config.toml` has for them.
const NAMES: &[(&str, Act)] = &[
    ("down", Act::Down),
    ("up", Act::Up),
    ("page-down", Act::PageDown),
    ("page-up", Act::PageUp),
    ("half-down", Act::HalfDown),
    ("half-up", Act::HalfUp),
    ("top", Act::Top),
    ("bottom", Act::Bottom),
    ("previous-lesson", Act::Previous),
    ("next-lesson", Act::Next),
    ("outline", Act::Outline),
    ("term", Act::Term),
    ("keep", Act::Keep),
    ("check", Act::Check),
    ("edit", Act::Edit),
    ("take-off", Act::TakeOff),
    ("undo", Act::Undo),
    ("copy", Act::Copy),
    ("jump", Act::Jump),
    ("search", Act::Find),
    ("next-match", Act::FindNext),
    ("last-match", Act::FindLast),
    ("hint", Act::Hint),
    ("faulty", Act::Doubt),
    ("reasons", Act::Reasons),
    ("see", Act::See),
    ("skip", Act::Skip),
    ("weakest", Act::Weakest),
    ("review", Act::Review),
    ("progress", Act::Progress),
    ("report", Act::Report),
    ("more", Act::More),
    ("missed", Act::Missed),
    ("again", Act::Again),
    ("how-sure", Act::HowSure),
    ("leave", Act::Leave),
];

impl Keys {
    /// What was wished for, and what is wrong with it.
    pub fn of(wishes: &[OwnKeys]) -> (Keys, Vec<String>) {
        let mut complaints = Vec::new();
        let mut understood: Vec<(&OwnKeys, Act, Vec<Key>)> = Vec::new();
        for wish in wishes {
            match read(wish) {
                Ok((act, keys)) => understood.push((wish, act, keys)),
                Err(why) => complaints.push(format!("line {}: {why}", wish.line)),
            }
        }
        understood.sort_by_key(|(wish, ..)| wish.line);
        loop {
            let keys = Keys { own: understood.iter().map(|(_, act, keys)| (*act, keys.clone())).collect() };
            let refused = understood.iter().enumerate().rev().find_map(|(nth, (_, act, _))| Some((nth, keys.clash(*act)?)));
            let Some((nth, (key, other))) = refused else { return (keys, complaints) };
            let (wish, ..) = understood.remove(nth);
            complaints.push(format!(
                "line {}: `{}` cannot have {}, which means “{other}” in the same place; give that another key as well",
                wish.line,
                wish.act,
                key.shown(&ENGLISH)
            ));
        }
    }

    /// A key of this act that means something else where the act works, and what.
    fn clash(&self, act: Act) -> Option<(Key, &'static str)> {
        let keys = self.of_act(act)?;
        places().filter(|place| works(**place, act)).find_map(|place| {
            let meant = |key: &Key| self.meanings(*place).find(|(known, other)| known == key && *other != act);
            let (key, other) = keys.iter().find_map(meant)?;
            let binding = here(*place).find(|binding| binding.keys.iter().any(|(_, meant)| *meant == other))?;
            Some((key, (binding.help)(&ENGLISH)))
        })
    }

    /// Every key that means something in a place, and what.
    fn meanings(&self, place: Where) -> impl Iterator<Item = (Key, Act)> {
        let given =
            here(place).flat_map(|binding| binding.keys.iter().copied()).filter(|(key, act)| !self.is_given_up(*key, *act));
        let own = self.own.iter().filter(move |(act, _)| works(place, *act));
        given.chain(own.flat_map(|(act, keys)| keys.iter().map(|key| (*key, *act))))
    }

    /// What a key means in a place.
    pub fn act(&self, place: Where, key: Key) -> Option<Act> {
        self.meanings(place).find(|(known, _)| *known == key).map(|(_, act)| act)
    }

    fn of_act(&self, act: Act) -> Option<&[Key]> {
        self.own.iter().find(|(known, _)| *known == act).map(|(_, keys)| keys.as_slice())
    }

    fn is_given_up(&self, key: Key, act: Act) -> bool {
        is_letter(key) && self.of_act(act).is_some()
    }

    /// How the footer names keys: as the table has it, with the learner's own in the place of those that were given up.
    pub fn label(&self, place: Where, brief: &str, words: &Words) -> String {
        let binding = here(place).find(|binding| binding.brief == brief).filter(|_| !self.own.is_empty());
        let own = |cap: &str| {
            let (key, act) = binding?.keys.iter().find(|(key, _)| key.shown(&ENGLISH) == cap)?;
            self.is_given_up(*key, *act).then(|| self.of_act(*act)?.first().map(|key| key.shown(words))).flatten()
        };
        let caps: Vec<String> = brief.split(' ').map(|cap| own(cap).unwrap_or_else(|| said(cap, words))).collect();
        caps.join(" ")
    }

    /// How a text names the keys of an act.
    pub fn brief(&self, place: Where, act: Act, words: &Words) -> String {
        self.label(place, super::brief(place, act), words)
    }

    /// The keys of a row of the table, as help shows them.
    pub fn shown(&self, binding: &Binding, words: &Words) -> String {
        let own: Vec<Act> = binding.keys.iter().map(|(_, act)| *act).filter(|act| self.of_act(*act).is_some()).collect();
        if own.is_empty() {
            return binding.shown(words);
        }
        let left = binding.keys.iter().filter(|(key, act)| !self.is_given_up(*key, *act)).map(|(key, _)| key.shown(words));
        let mut all: Vec<String> = own.iter().filter_map(|act| self.of_act(*act)).flatten().map(|key| key.shown(words)).collect();
        all.extend(left);
        let mut seen = Vec::new();
        all.retain(|key| {
            !seen.contains(key) && {
                seen.push(key.clone());
                true
            }
        });
        all.join(" ")
    }
}

/// Where keys can be one's own: a workshop and its console keep theirs, since whoever helps out must know them.
fn places() -> impl Iterator<Item = &'static Where> {
    table::EVERYWHERE.iter().filter(|place| !matches!(place, Where::Room | Where::Setup))
}

/// Whether an act means something in a place.
fn works(place: Where, act: Act) -> bool {
    here(place).any(|binding| binding.keys.iter().any(|(_, meant)| *meant == act))
}

/// A letter or sign, which is another one on another keyboard.
fn is_letter(key: Key) -> bool {
    matches!(key, Key { code: Code::Char(c), ctrl: false } if c != ' ' && !c.is_ascii_digit())
}

fn read(wish: &OwnKeys) -> Result<(Act, Vec<Key>), String> {
    let known = || NAMES.iter().map(|(name, _)| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    let act = NAMES.iter().find(|(name, _)| *name == wish.act).map(|(_, act)| *act);
    let act = act.ok_or_else(|| format!("keys cannot be given to `{}`; they can to {}", wish.act, known()))?;
    let key = |name: &String| {
        Key::named(name).ok_or_else(|| {
            format!("`{name}` is no key; a key is a letter, a sign, `f1` to `f12`, `tab`, `space` or, with Ctrl, `ctrl-a`")
        })
    };
    Ok((act, wish.keys.iter().map(key).collect::<Result<_, _>>()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish(act: &str, keys: &[&str]) -> OwnKeys {
        OwnKeys { act: act.into(), keys: keys.iter().map(|key| (*key).to_owned()).collect(), line: 3 }
    }

    #[test]
    fn a_key_of_ones_own_takes_the_place_of_the_letter() {
        let (keys, complaints) = Keys::of(&[wish("review", &["v", "f11"])]);
        assert_eq!(complaints, Vec::<String>::new());
        for key in [Key::char('v'), Key::plain(Code::F(11))] {
            assert_eq!(keys.act(Where::Map, key), Some(Act::Review));
        }
        assert_eq!(keys.act(Where::Map, Key::char('r')), None);
        assert_eq!(keys.act(Where::Lesson, Key::char('v')), None, "where it does not work, nothing is taken");
        assert_eq!(keys.label(Where::Map, "r", &ENGLISH), "v");
    }

    #[test]
    fn letters_can_be_exchanged_and_arrows_stay() {
        let (keys, complaints) =
            Keys::of(&[wish("down", &["t"]), wish("up", &["n"]), wish("term", &["j"]), wish("next-match", &["k"])]);
        assert_eq!(complaints, Vec::<String>::new());
        assert_eq!(keys.act(Where::Lesson, Key::char('t')), Some(Act::Down));
        assert_eq!(keys.act(Where::Lesson, Key::char('j')), Some(Act::Term));
        assert_eq!(keys.act(Where::Lesson, Key::plain(Code::Down)), Some(Act::Down));
        assert_eq!(keys.label(Where::Lesson, "n N", &ENGLISH), "k N");
        assert_eq!(keys.label(Where::Lesson, "↑↓", &ENGLISH), "↑↓");
    }

    #[test]
    fn a_key_that_would_mean_two_things_is_refused_and_named() {
        let (keys, complaints) = Keys::of(&[wish("review", &["p"]), wish("hint", &["w"])]);
        let said = "line 3: `review` cannot have p, which means “progress: what stays, what comes, how far you are” in the same place; \
                    give that another key as well";
        assert_eq!(complaints, [said]);
        assert_eq!(keys.act(Where::Map, Key::char('r')), Some(Act::Review));
        assert_eq!(keys.act(Where::Question, Key::char('w')), Some(Act::Hint));
        let (_, complaints) = Keys::of(&[wish("review", &["z"]), wish("progress", &["z"])]);
        assert_eq!(complaints.len(), 1, "{complaints:?}");
        let (keys, complaints) = Keys::of(&[wish("leave", &["enter"]), wish("fly", &["y"]), wish("see", &["hyper-s"])]);
        assert_eq!((keys, complaints.len()), (Keys::default(), 3));
    }

    /// Otherwise that letter could not be had on a keyboard that lacks it.
    #[test]
    fn every_act_with_a_letter_can_have_another() {
        for (key, act) in places().filter(|place| **place != Where::Field).flat_map(|place| here(*place)).flat_map(|row| row.keys)
        {
            let is_named = NAMES.iter().any(|(_, known)| known == act);
            assert!(!is_letter(*key) || is_named || *act == Act::Help, "{key:?} {act:?}");
        }
    }

    #[test]
    fn without_keys_of_ones_own_the_table_counts() {
        for place in table::EVERYWHERE {
            for (key, act) in here(*place).flat_map(|binding| binding.keys) {
                assert_eq!(Keys::default().act(*place, *key), Some(*act));
            }
        }
    }
}
