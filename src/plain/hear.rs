//! What a line means. First it is what the screen asks for, then a word or a key that works there, then a name; and if it is none of
//! these, that is said and nothing changes.

use super::vocabulary::{self, WORDS, Word};
use super::words::{line, numbers};
use super::{answer, field, help, lesson, map, sheet};
use crate::app::keymap::{self, Act, Where};
use crate::app::{App, Msg, Phase, Reader, Screen, has_begun, place};
use crate::course::{Clean, NotFound, most_similar};
use crate::words::{ENGLISH, Words};

/// What came of a line.
#[derive(Clone, Debug)]
pub enum Heard {
    /// The app hears this, and what is new then is said.
    Meant(Vec<Msg>),
    /// The app hears this, and nothing needs saying: the text goes on.
    Silently(Vec<Msg>),
    /// Nothing changes, and this is said.
    Told(Vec<Clean>),
    /// All is said again.
    Again,
}

/// A longer line is no answer.
pub const LONGEST: usize = 8_000;

/// What a line means on the screen that is shown.
pub fn hear(app: &App, said: &str) -> Heard {
    if said.len() > LONGEST {
        return answer::refused(app.words().prompt().line_too_long());
    }
    let said = Clean::words(said);
    let said = said.as_str().trim();
    if field::is_open(app) {
        return field::hear(app, said);
    }
    asked_for(app, said).or_else(|| command(app, said)).or_else(|| with_words(app, said)).unwrap_or_else(|| named(app, said))
}

/// What the screen asks for: mostly a number.
fn asked_for(app: &App, said: &str) -> Option<Heard> {
    match app.screen() {
        Screen::Map(_) if numbers(said).is_none() => map::hear(app, said).map(Heard::Meant),
        Screen::Map(_) => Some(named(app, said)),
        Screen::Reader(reader) => link(app.words(), reader, said),
        Screen::Quiz(quiz) => match (app.asked(), said, &quiz.phase) {
            (_, "", Phase::Answered { .. }) => None,
            (_, "", _) => Some(answer::refused(app.words().prompt().nothing_chosen())),
            (Some(asked), said, _) => answer::hear(app, asked, said),
            (None, ..) => None,
        },
        Screen::Terms(_) | Screen::Sources(_) => None,
        screen => by_number(app, screen, numbers(said)?.as_slice()),
    }
}

/// A number opens what it stands before.
fn by_number(app: &App, screen: &Screen, numbers: &[usize]) -> Option<Heard> {
    let sheet = sheet::of(app);
    let ways = sheet::ways(app);
    let has = |act: Act| sheet.targets.iter().any(|target| target.act == act);
    let [number] = *numbers else { return Some(answer::refused(app.words().prompt().one_number())) };
    let nth = number.checked_sub(1);
    let digit = u8::try_from(number).unwrap_or(u8::MAX);
    Some(match (screen, nth) {
        (_, Some(nth)) if nth < ways => answer::acts([Act::Top].into_iter().chain(vec![Act::Down; nth]).chain([Act::Confirm])),
        (Screen::End(_), Some(nth)) if has(Act::Choose(nth)) => answer::acts([Act::Choose(nth), Act::Toggle]),
        (_, Some(nth)) if has(Act::Choose(nth)) => answer::acts([Act::Choose(nth), Act::Confirm]),
        _ if has(Act::Pick(digit)) => answer::acts([Act::Pick(digit)]),
        _ => {
            let digits = || {
                sheet
                    .targets
                    .iter()
                    .filter_map(|target| if let Act::Pick(digit) = target.act { Some(digit.into()) } else { None })
            };
            let (least, most) = digits().min().zip(digits().max()).unwrap_or((1, sheet::all(&sheet).max(ways)));
            if most == 0 {
                return None;
            }
            answer::refused(&app.words().prompt().none_of_these(number, least, most))
        }
    })
}

/// `2` or `link 2` in a lesson.
fn link(words: &Words, reader: &Reader, said: &str) -> Option<Heard> {
    let named = |words: &Words| said.strip_prefix(words.typed().link());
    let number = numbers(named(words).or_else(|| named(&ENGLISH)).unwrap_or(said).trim())?;
    let Some((before, link)) = number.first().and_then(|number| lesson::link(reader, *number)) else {
        return Some(answer::refused(words.prompt().no_such_link()));
    };
    let is_outside = link.target.contains("://") || link.target.starts_with("mailto:");
    if is_outside {
        return Some(answer::refused(&words.prompt().link_leads_out(&link.target)));
    }
    let cleared = reader.link.iter().map(|_| Act::Back);
    Some(answer::acts(cleared.chain(vec![Act::NextLink; before + 1]).chain([Act::Confirm])))
}

/// A word, or a key as it is spelt.
pub fn command(app: &App, said: &str) -> Option<Heard> {
    let here = place(app.screen());
    let is_bound = |act: Act| !keymap::brief(here, act).is_empty();
    let is = |known: Word| vocabulary::is(app.words(), said, known);
    match () {
        () if said.is_empty() || is(|words| words.typed().on()) || is(|words| words.typed().next()) => return Some(enter(app)),
        () if is(|words| words.typed().repeat()) => return Some(Heard::Again),
        () if is(|words| words.typed().again()) && !is_bound(Act::Again) => return Some(Heard::Again),
        () if is(|words| words.typed().map()) => {
            let is_there = matches!(app.screen(), Screen::Map(_));
            return Some(if is_there { Heard::Again } else { answer::acts([Act::Map]) });
        }
        () => {}
    }
    let by_word = vocabulary::act(app.words(), said, is_bound);
    let by_key = || crate::app::Key::named(said).and_then(|key| app.keys.act(here, key));
    by_word.or_else(by_key).and_then(|act| mean(app, act)).or_else(|| in_the_footer(app, &said.to_lowercase()))
}

/// The words that the prompt has beside a key, such as `all again`, mean what the key means.
fn in_the_footer(app: &App, said: &str) -> Option<Heard> {
    let footer = sheet::of(app).footer;
    let (shown, _) = footer.iter().find(|(_, word)| word.as_str().to_lowercase() == said)?;
    let here = place(app.screen());
    let by_name = || crate::app::Key::named(&shown.as_str().to_lowercase()).and_then(|key| app.keys.act(here, key));
    let mut keys = keymap::here(here).flat_map(|binding| binding.keys);
    let by_table = || keys.find(|(key, _)| key.shown(app.words()) == shown.as_str()).map(|(_, act)| *act);
    mean(app, by_name().or_else(by_table)?)
}

/// What an act means without a screen; nothing where it only moves what would be seen.
fn mean(app: &App, act: Act) -> Option<Heard> {
    let words = app.words();
    let is_page = matches!(place(app.screen()), Where::Lesson);
    Some(match act {
        Act::Confirm => enter(app),
        Act::Back => back(app),
        Act::Help => Heard::Told(help::help(app)),
        Act::Keep if !has_begun(app, act) => answer::acts([Act::Keep, Act::Confirm]),
        Act::Hint => field::hint(app),
        Act::Edit | Act::Copy | Act::Suspend => answer::refused(words.prompt().needs_screens()),
        Act::NextLink | Act::LastLink => answer::refused(&words.prompt().link_by_number(words.typed().link())),
        Act::Up | Act::Down | Act::HalfUp | Act::HalfDown | Act::PageUp | Act::PageDown | Act::Top | Act::Bottom if !is_page => {
            return None;
        }
        Act::Pick(_) | Act::Choose(_) => return None,
        act => answer::acts([act]),
    })
}

/// An empty line: the likeliest next thing.
fn enter(app: &App) -> Heard {
    match app.screen() {
        Screen::Reader(reader) => {
            let cleared = reader.link.iter().map(|_| Act::Back);
            let on = if reader.shows_end(usize::MAX) { Act::Confirm } else { Act::PageDown };
            answer::acts(cleared.chain([on]))
        }
        Screen::First(_) | Screen::Leave(_) => answer::acts([Act::Top, Act::Confirm]),
        _ => answer::acts([Act::Confirm]),
    }
}

/// Back to where one came from; a term, a link and a search are laid aside on the way.
fn back(app: &App) -> Heard {
    let term = usize::from(app.term.is_some());
    let aside = match app.screen() {
        Screen::Reader(reader) => usize::from(reader.link.is_some()) + usize::from(reader.search.is_some()),
        _ => 0,
    };
    answer::acts(vec![Act::Back; term + aside + 1])
}

/// A word with something behind it: `search vision`, `keep try this`, `faulty no option is right`, `off 2`, `see 1`.
fn with_words(app: &App, said: &str) -> Option<Heard> {
    let here = place(app.screen());
    let is_bound = |act: Act| !keymap::brief(here, act).is_empty();
    let signs = [('/', Act::Find), (':', Act::Jump), ('!', Act::Doubt)];
    let signed = signs.iter().find_map(|(sign, act)| Some((*act, said.strip_prefix(*sign)?.trim())));
    let worded = || {
        let (word, rest) = said.split_once(' ')?;
        Some((vocabulary::act(app.words(), word, |_| true)?, rest.trim()))
    };
    let (act, rest) = signed.or_else(worded).filter(|(act, rest)| is_bound(*act) && !rest.is_empty())?;
    let listed = || numbers(rest).and_then(|numbers| numbers.first()?.checked_sub(1));
    match act {
        Act::Find if here == Where::Lesson => Some(typed([act], rest, [Act::Confirm])),
        // What was half typed before is not lost by it.
        Act::Doubt | Act::Keep if has_begun(app, act) => Some(typed([act, Act::Type(' ')], rest, [Act::Confirm])),
        Act::Doubt | Act::Keep => Some(typed([act], rest, [Act::Confirm])),
        Act::Find | Act::Jump => Some(typed([act], rest, [])),
        Act::TakeOff | Act::See => listed().map(|nth| answer::acts([Act::Choose(nth), act])),
        Act::Term => Some(term(app, rest)),
        _ => None,
    }
}

/// Some acts, a text letter by letter, and some more.
pub fn typed<const N: usize, const M: usize>(before: [Act; N], text: &str, after: [Act; M]) -> Heard {
    answer::acts(before.into_iter().chain(text.chars().map(Act::Type)).chain(after))
}

/// What a term means.
fn term(app: &App, name: &str) -> Heard {
    let terms = app.course.known_glossary().map_or(&[][..], |glossary| &glossary.terms);
    match terms.iter().find(|term| term.name.as_str().to_lowercase() == name.to_lowercase()) {
        Some(term) => Heard::Told(vec![line(&format!("{}: {}", term.name, super::words::in_one(app.words(), &term.meaning)))]),
        None => answer::refused(&app.words().prompt().no_such_term(name, app.words().typed().terms())),
    }
}

/// On the map a lesson may be named; everywhere else nothing is left to understand.
fn named(app: &App, said: &str) -> Heard {
    if !matches!(app.screen(), Screen::Map(_)) {
        return unknown(app, said);
    }
    match map::lesson(app, said) {
        Ok(meant) => Heard::Meant(meant),
        Err(NotFound::Several(lessons)) => {
            let titles = lessons.iter().filter_map(|at| app.course.lessons.get(*at));
            let titles: Vec<String> = titles.map(|lesson| format!("{} {}", lesson.number, lesson.title)).collect();
            answer::refused(&app.words().prompt().several_lessons(said, titles.join(", ")))
        }
        Err(NotFound::Nothing) if numbers(said).is_some() => answer::refused(&app.words().prompt().no_lesson(said)),
        Err(NotFound::Nothing) => unknown(app, said),
    }
}

/// What was not understood is said, with what may have been meant, and nothing changes.
pub fn unknown(app: &App, said: &str) -> Heard {
    let here = place(app.screen());
    let (words, typed) = (app.words().prompt(), app.words().typed());
    let known = WORDS.iter().filter(|(_, act)| !keymap::brief(here, *act).is_empty()).map(|(word, _)| word(app.words()));
    let small = said.to_lowercase();
    let near = most_similar(&small, known.chain([typed.map(), typed.repeat()])).filter(|near| *near != small);
    answer::refused(&near.map_or_else(|| words.means_nothing(said), |near| words.means_nothing_but(said, near)))
}
