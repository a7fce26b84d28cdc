//! Lines that are texts: a word or two, an answer in one's own words, a plan, a name to go to. In such a place a command begins with `/`.

use super::answer::{acts, refused};
use super::hear::{self, Heard, LONGEST, command, typed};
use super::vocabulary::{self, Word};
use super::words::{line, numbers};
use super::{help, sheet};
use crate::app::keymap::{Act, Where};
use crate::app::{App, Msg, Phase, PlanPart, Planning, Quiz, Screen, Typing, Work, place};
use crate::course::Clean;
use crate::course::question::{Kind, Question};
use crate::course::short::{Fit, fit};
use crate::words::Prompt;

/// Whether the next line is a text.
pub fn is_open(app: &App) -> bool {
    let is_writing = match app.screen() {
        Screen::Quiz(quiz) => {
            quiz.phase == Phase::Asking && matches!(quiz.work, Work::Writing { .. } | Work::Composing { is_rating: false, .. })
        }
        _ => false,
    };
    is_writing || place(app.screen()) == Where::Field
}

/// What a line means where texts are typed.
pub fn hear(app: &App, said: &str) -> Heard {
    if let Some(word) = said.strip_prefix('/')
        && let Some(heard) = slashed(app, word.trim())
    {
        return heard;
    }
    // In a field of one line nobody means these words.
    if !matches!(app.screen(), Screen::Quiz(quiz) if quiz.doubt.is_none())
        && let Some(heard) = bare(app, said)
    {
        return heard;
    }
    match app.screen() {
        Screen::Quiz(quiz) if quiz.doubt.is_some() => one_line(app, said),
        Screen::Quiz(_) => app.asked().map_or_else(|| acts([]), |(quiz, question)| answer(app, (quiz, question), said)),
        Screen::Jump(jump) => found(app, said, jump.text.is_empty()),
        Screen::Across(_) => found(app, said, false),
        Screen::Plan(planning) => plan(planning, said),
        Screen::FollowUp(_) if said.is_empty() => acts([Act::Confirm]),
        Screen::FollowUp(_) => replaced(said, [Act::Confirm]),
        _ => one_line(app, said),
    }
}

/// What stands in the field of one line that is open, as it was half typed before.
pub fn standing(app: &App) -> Option<&str> {
    let text = match app.screen() {
        Screen::Quiz(quiz) => quiz.doubt.as_ref()?.text.trim(),
        Screen::Reader(reader) => reader.keeping.as_ref()?.note.trim(),
        Screen::FollowUp(follow) => follow.obstacle()?.text.trim(),
        _ => "",
    };
    (!text.is_empty()).then_some(text)
}

/// The same as it is said.
pub fn so_far(app: &App) -> Vec<Clean> {
    standing(app).map(|text| line(&app.words().lines().so_far(text))).into_iter().collect()
}

/// What leaves the program.
const LEAVES: [Word; 3] = [|words| words.typed().quit(), |words| words.typed().leave(), |words| words.typed().exit()];

/// What counts without a stroke where an answer is typed, or the name of something.
const BARE: [Word; 7] = [
    |words| words.typed().help(),
    |words| words.typed().hint(),
    |words| words.typed().skip(),
    |words| words.typed().back(),
    |words| words.typed().map(),
    |words| words.typed().quit(),
    |words| words.typed().repeat(),
];

/// A command: its words are those that count when nothing is typed.
fn slashed(app: &App, word: &str) -> Option<Heard> {
    let is = |known: Word| vocabulary::is(app.words(), word, known);
    let is_asked = || matches!(app.screen(), Screen::Quiz(quiz) if quiz.doubt.is_none());
    Some(match () {
        () if word == "?" || is(|words| words.typed().help()) => Heard::Told(help::help(app)),
        () if is(|words| words.typed().repeat()) || is(|words| words.typed().again()) => Heard::Again,
        () if is(|words| words.typed().back()) => acts(vec![Act::Back; backs(app)]),
        () if is(|words| words.typed().map()) => acts([Act::Map]),
        () if LEAVES.iter().any(|known| is(*known)) => acts([Act::Leave]),
        () if is(|words| words.typed().save()) => acts([Act::TryAgain]),
        () if is(|words| words.typed().hint()) && is_asked() => hint(app),
        () if is(|words| words.typed().skip()) && is_asked() => acts([Act::Skip]),
        () if is(|words| words.typed().faulty()) && is_asked() => acts([Act::Doubt]),
        () => return None,
    })
}

/// The next hint, or that there is none.
pub fn hint(app: &App) -> Heard {
    match app.asked() {
        Some((quiz, question)) if quiz.hints < question.hints.len() => acts([Act::Hint]),
        _ => refused(app.words().prompt().no_further_hint()),
    }
}

/// A field that is being typed into is left first, and then what is around it.
fn backs(app: &App) -> usize {
    match app.screen() {
        Screen::Quiz(quiz) if quiz.doubt.is_none() && quiz.work.is_typing() => 2,
        _ => 1,
    }
}

/// Takes the place of what stands in the field.
fn replaced<const N: usize>(said: &str, after: [Act; N]) -> Heard {
    typed([Act::EraseAll], said, after)
}

/// A line that is taken at once; nothing leads back, and `=` takes what stands there.
fn one_line(app: &App, said: &str) -> Heard {
    match said {
        "" => acts([Act::Back]),
        "=" if standing(app).is_some() => acts([Act::Confirm]),
        said => replaced(said, [Act::Confirm]),
    }
}

/// A short answer, or the next line of a long one.
fn answer(app: &App, (quiz, question): (&Quiz, &Question), said: &str) -> Heard {
    match (&quiz.work, &question.kind) {
        (Work::Writing { .. }, Kind::Short { accept, reject }) => {
            // A word that may be meant as an answer is one.
            let is_answer = fit(said, accept, reject) != Fit::None;
            if said.is_empty() {
                return refused(app.words().prompt().nothing_typed());
            }
            match bare(app, said).filter(|_| !is_answer) {
                Some(heard) => heard,
                None => Heard::Meant(vec![Msg::Composed(said.to_owned()), Msg::Act(Act::Confirm)]),
            }
        }
        (Work::Composing { typing, is_typing, .. }, _) => compose(app.words().prompt(), typing, *is_typing, said),
        _ => command(app, said).unwrap_or_else(|| hear::unknown(app, said)),
    }
}

/// One's own words go on until a line with only a full stop.
fn compose(words: Prompt, typing: &Typing, is_typing: bool, said: &str) -> Heard {
    match said {
        "." | "" if typing.is_blank() => refused(words.nothing_written()),
        "." if is_typing => acts([Act::Confirm]),
        "." => acts([Act::Confirm, Act::Confirm]),
        "" => Heard::Silently(Vec::new()),
        _ if typing.text.len() + said.len() > LONGEST => refused(words.answer_too_long()),
        said => Heard::Silently(vec![Msg::Composed(format!("{}\n{said}", typing.text))]),
    }
}

/// What was found is opened by its number; anything else is looked for anew, words of a command in quotation marks.
fn found(app: &App, said: &str, is_fresh: bool) -> Heard {
    let sheet = sheet::of(app);
    let nth = numbers(said).filter(|numbers| numbers.len() == 1).and_then(|numbers| numbers.first()?.checked_sub(1));
    match nth.filter(|nth| !is_fresh && sheet.targets.iter().any(|target| target.act == Act::Choose(*nth))) {
        Some(nth) => acts([Act::Choose(nth), Act::Confirm]),
        None if said.is_empty() => acts([Act::Back]),
        None => replaced(said.trim_matches('"'), []),
    }
}

/// Words that count without a stroke before them, where nobody is likely to mean anything else.
fn bare(app: &App, said: &str) -> Option<Heard> {
    let is_one = said == "?" || vocabulary::is_exactly_one(app.words(), said, &BARE);
    slashed(app, said).filter(|_| is_one)
}

/// The two halves of a plan, one after the other. `=` leaves a half as it is.
fn plan(planning: &Planning, said: &str) -> Heard {
    let is_cue = planning.part == PlanPart::Cue;
    let has_act = !planning.act.is_blank();
    match said {
        "" => acts([Act::Back]),
        "=" if is_cue => acts([Act::Down]),
        "=" => acts([Act::Confirm]),
        // Where the second half stands already, it is still asked for.
        said if is_cue && has_act => replaced(said, [Act::Down]),
        said => replaced(said, [Act::Confirm]),
    }
}
