//! The strict reader of sittings: it knows exactly the lines that this program writes, in the order in which it writes them, and borrows
//! their texts. At anything else it gives up, and `toml` reads the file: so it may be as strict as it likes, but must never take what
//! `toml` would refuse or read otherwise. As fields come in one order, none comes twice.

use std::borrow::Cow;

use super::FORMAT;
use super::entry::{Entry, from_entry};
use super::read::Told;

/// The fields of an event in the order in which they are written, which is that of `Entry`.
const FIELDS: [&str; 34] = [
    "id",
    "at",
    "did",
    "lesson",
    "quiz",
    "question",
    "questions",
    "purpose",
    "mode",
    "drawn",
    "picked",
    "placed",
    "ordered",
    "wrote",
    "ticked",
    "walked",
    "leaned",
    "sure",
    "hints",
    "seconds",
    "wording",
    "cue",
    "act",
    "plan",
    "went",
    "mirror",
    "part",
    "statement",
    "value",
    "event",
    "place",
    "seen",
    "passage",
    "note",
];

/// Longer numbers might not fit those of `toml`.
const MOST_DIGITS: usize = 18;

/// What a sitting tells, if every line of it is one that this program writes. That of another course tells nothing.
pub fn read(text: &str, course: &str) -> Option<Told> {
    let mut rest = Rest(text);
    rest.begins("format = ").filter(|()| rest.number() == Some(FORMAT as usize))?;
    rest.begins("\ncourse = ")?;
    let is_ours = rest.text()? == course;
    // Earlier programs wrote no title.
    let title = if rest.begins("\ntitle = ").is_some() { Some(rest.text()?) } else { None };
    for name in ["\ndevice = ", "\nstarted = ", "\nprogram = "] {
        rest.begins(name)?;
        rest.text()?;
    }
    // Earlier programs did not count.
    let count = if rest.begins("\nevents = ").is_some() { rest.number()? } else { 0 };
    let mut told = Told::default();
    let mut events = 0;
    rest.begins("\n")?;
    while !rest.0.is_empty() {
        rest.begins("\n[[event]]\n")?;
        let entry = rest.entry()?;
        events += 1;
        if is_ours {
            told.take(from_entry(entry));
        }
    }
    if is_ours {
        told.title = title.map(Cow::into_owned);
        told.missing = count.saturating_sub(events);
    }
    Some(told)
}

/// What is left of the file.
struct Rest<'t>(&'t str);

impl<'t> Rest<'t> {
    /// Goes on behind these words, if they come next.
    fn begins(&mut self, words: &str) -> Option<()> {
        self.0 = self.0.strip_prefix(words)?;
        Some(())
    }

    /// Goes on behind so many bytes, and gives what they say.
    fn take(&mut self, bytes: usize) -> Option<&'t str> {
        let (taken, rest) = self.0.split_at_checked(bytes)?;
        self.0 = rest;
        Some(taken)
    }

    /// The fields of an event, to the end of the file or the line between two events.
    fn entry(&mut self) -> Option<Entry<'t>> {
        let mut entry = Entry::default();
        let mut fields = FIELDS.iter();
        while !self.0.is_empty() && !self.0.starts_with('\n') {
            let name = self.take(self.0.bytes().position(|byte| byte == b' ')?)?;
            fields.find(|field| **field == name)?;
            self.begins(" = ")?;
            self.fill(name, &mut entry)?;
            self.begins("\n")?;
        }
        Some(entry)
    }

    fn fill(&mut self, name: &str, entry: &mut Entry<'t>) -> Option<()> {
        match name {
            "id" => entry.id = self.text()?,
            "at" => entry.at = self.text()?,
            "did" => entry.did = self.text()?,
            "lesson" => entry.lesson = Some(self.text()?),
            "quiz" => entry.quiz = Some(self.text()?),
            "question" => entry.question = Some(self.text()?),
            "questions" => entry.questions = Some(self.list(Rest::text)?),
            "purpose" => entry.purpose = Some(self.text()?),
            "mode" => entry.mode = Some(self.text()?),
            "drawn" => entry.drawn = Some(self.list(Rest::number)?),
            "picked" => entry.picked = Some(self.list(Rest::number)?),
            "placed" => entry.placed = Some(self.list(Rest::number)?),
            "ordered" => entry.ordered = Some(self.list(Rest::number)?),
            "wrote" => entry.wrote = Some(self.text()?),
            "ticked" => entry.ticked = Some(self.list(Rest::number)?),
            "walked" => entry.walked = Some(self.list(Rest::number)?),
            "leaned" => entry.leaned = Some(self.number()?.try_into().ok()?),
            "sure" => entry.sure = Some(self.number()?.try_into().ok()?),
            "hints" => entry.hints = Some(self.number()?),
            "seconds" => entry.seconds = Some(self.number()?.try_into().ok()?),
            "wording" => entry.wording = Some(self.text()?),
            "cue" => entry.cue = Some(self.text()?),
            "act" => entry.act = Some(self.text()?),
            "plan" => entry.plan = Some(self.text()?),
            "went" => entry.went = Some(self.text()?),
            "mirror" => entry.mirror = Some(self.text()?),
            "part" => entry.part = Some(self.text()?),
            "statement" => entry.statement = Some(self.text()?),
            "value" => entry.value = Some(self.number()?.try_into().ok()?),
            "event" => entry.event = Some(self.text()?),
            "place" => entry.place = Some(self.list(Rest::number)?.try_into().ok()?),
            "seen" => entry.seen = Some(self.list(Rest::number)?.try_into().ok()?),
            "passage" => entry.passage = Some(self.text()?),
            "note" => entry.note = Some(self.text()?),
            _ => return None,
        }
        Some(())
    }

    /// Digits without a sign, and without a zero before others.
    fn number(&mut self) -> Option<usize> {
        let end = self.0.bytes().position(|byte| !byte.is_ascii_digit()).unwrap_or(self.0.len());
        let digits =
            self.take(end).filter(|digits| digits.len() <= MOST_DIGITS && (*digits == "0" || !digits.starts_with('0')))?;
        digits.parse().ok()
    }

    fn list<T>(&mut self, one: impl Fn(&mut Rest<'t>) -> Option<T>) -> Option<Vec<T>> {
        let mut list = Vec::new();
        self.begins("[")?;
        while self.begins("]").is_none() {
            if !list.is_empty() {
                self.begins(", ")?;
            }
            list.push(one(self)?);
        }
        Some(list)
    }

    /// A text in the kind of quotes in which `toml` puts it, as long as nothing in it is escaped: then it stands there as it is.
    fn text(&mut self) -> Option<Cow<'t, str>> {
        let text = if self.begins("\"\"\"").is_some() {
            // The first line break after the quotes does not belong to the text.
            self.begins("\n").unwrap_or(());
            self.upto("\"\"\"", |byte| byte != b'\\' && (!byte.is_ascii_control() || byte == b'\n'))
        } else if self.begins("\"").is_some() {
            self.upto("\"", |byte| byte != b'\\' && !byte.is_ascii_control())
        } else {
            self.begins("'")?;
            self.upto("'", |byte| !byte.is_ascii_control())
        };
        text.map(Cow::Borrowed)
    }

    /// What stands before these quotes, all of it bytes that need no escape. A further quote after them may belong to the text, or be
    /// the beginning of another kind of text.
    fn upto(&mut self, quotes: &str, is_plain: impl Fn(u8) -> bool) -> Option<&'t str> {
        let text = self.take(self.0.find(quotes)?).filter(|text| text.bytes().all(is_plain))?;
        self.begins(quotes)?;
        (!self.0.starts_with(['"', '\''])).then_some(text)
    }
}
