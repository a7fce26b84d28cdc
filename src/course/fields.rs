//! Reading the fields of a TOML table by hand, so that one run names every unknown key, every missing one and every wrong type
//! with its place. (A derived reader stops at the first.)

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::problem::{MOST, Problem, Source};
use super::{Clean, Id};

/// A table that is being read: what was asked for is remembered, and `finish` complains about the rest.
pub struct Fields<'t, 's> {
    table: &'t DeTable<'s>,
    /// Where the table stands.
    pub at: Range<usize>,
    source: Source<'s>,
    asked: Vec<&'static str>,
    what: &'static str,
    lenient: bool,
}

impl<'t, 's> Fields<'t, 's> {
    /// The fields of a table that is called `what` in messages ("a question").
    pub fn new(table: &'t DeTable<'s>, at: Range<usize>, source: Source<'s>, what: &'static str) -> Fields<'t, 's> {
        Fields { table, at, source, asked: Vec::new(), what, lenient: false }
    }

    /// The same table, with messages that point into this text.
    pub fn in_source(self, source: Source<'s>) -> Fields<'t, 's> {
        Fields { source, ..self }
    }

    /// The value of a key and its place.
    pub fn value(&mut self, key: &'static str) -> Option<&'t Spanned<DeValue<'s>>> {
        self.asked.push(key);
        self.table.get(key)
    }

    /// A text; a complaint where something else stands.
    pub fn text(&mut self, key: &'static str, problems: &mut Vec<Problem>) -> Option<(&'t str, Range<usize>)> {
        let value = self.value(key)?;
        match value.get_ref().as_str() {
            Some(text) => Some((text, value.span())),
            None => self.wrong(key, value, "a text in quotes", problems),
        }
    }

    /// A text that must be there.
    pub fn needed_text(&mut self, key: &'static str, problems: &mut Vec<Problem>) -> Option<(&'t str, Range<usize>)> {
        if !self.table.contains_key(key) {
            self.asked.push(key);
            problems.push(self.source.missing_key(self.at.clone(), key, self.what));
            return None;
        }
        self.text(key, problems)
    }

    /// An id that must be there.
    pub fn needed_id(&mut self, key: &'static str, problems: &mut Vec<Problem>) -> Option<(Id, Range<usize>)> {
        let (text, at) = self.needed_text(key, problems)?;
        self.to_id(text, at, problems)
    }

    /// An id that may be there.
    pub fn id(&mut self, key: &'static str, problems: &mut Vec<Problem>) -> Option<(Id, Range<usize>)> {
        let (text, at) = self.text(key, problems)?;
        self.to_id(text, at, problems)
    }

    fn to_id(&self, text: &str, at: Range<usize>, problems: &mut Vec<Problem>) -> Option<(Id, Range<usize>)> {
        match Id::new(text) {
            Some(id) => Some((id, at)),
            None => {
                problems.push(self.source.bad_id(at, Clean::code(text).as_str()));
                None
            }
        }
    }

    /// A whole number within a range.
    pub fn whole(&mut self, key: &'static str, range: Range<i64>, problems: &mut Vec<Problem>) -> Option<i64> {
        let value = self.value(key)?;
        let number = value.get_ref().as_integer().and_then(|n| i64::from_str_radix(n.as_str(), n.radix()).ok());
        match number {
            Some(number) if range.contains(&number) => Some(number),
            _ => self.wrong(key, value, &format!("a whole number from {} to {}", range.start, range.end - 1), problems),
        }
    }

    /// A fraction from 0 to 1.
    pub fn fraction(&mut self, key: &'static str, problems: &mut Vec<Problem>) -> Option<f64> {
        let value = self.value(key)?;
        let plain = value.get_ref();
        let number = plain.as_float().map(|n| n.as_str()).or_else(|| plain.as_integer().map(|n| n.as_str()));
        match number.and_then(|n| n.parse::<f64>().ok()) {
            Some(number) if (0.0..=1.0).contains(&number) => Some(number),
            _ => self.wrong(key, value, "a fraction from 0 to 1, such as 0.7", problems),
        }
    }

    /// Minutes, as seconds: a number above 0, in quarters.
    pub fn minutes(&mut self, key: &'static str, most: f64, problems: &mut Vec<Problem>) -> Option<u32> {
        let value = self.value(key)?;
        let plain = value.get_ref();
        let number = plain.as_float().map(|n| n.as_str()).or_else(|| plain.as_integer().map(|n| n.as_str()));
        match number.and_then(|n| n.parse::<f64>().ok()) {
            Some(number) if number > 0.0 && number <= most && (number * 4.0).fract() == 0.0 => Some((number * 60.0) as u32),
            _ => self.wrong(key, value, &format!("minutes from 0.25 to {most}, in quarters, such as 2 or 1.5"), problems),
        }
    }

    /// A day, written as it is everywhere: 2027-03-31.
    pub fn date(&mut self, key: &'static str, problems: &mut Vec<Problem>) -> Option<(i64, usize, i64)> {
        let value = self.value(key)?;
        match value.get_ref().as_datetime().and_then(|written| written.date) {
            Some(date) => Some((i64::from(date.year), usize::from(date.month), i64::from(date.day))),
            None => self.wrong(key, value, "a day, such as 2027-03-31 (without quotes)", problems),
        }
    }

    /// Yes or no.
    pub fn flag(&mut self, key: &'static str, problems: &mut Vec<Problem>) -> Option<bool> {
        let value = self.value(key)?;
        match value.get_ref().as_bool() {
            Some(flag) => Some(flag),
            None => self.wrong(key, value, "`true` or `false`", problems),
        }
    }

    /// A list of texts.
    pub fn texts(&mut self, key: &'static str, problems: &mut Vec<Problem>) -> Vec<(&'t str, Range<usize>)> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let texts = value.get_ref().as_array().map(|array| {
            array.iter().map(|item| item.get_ref().as_str().map(|text| (text, item.span()))).collect::<Option<Vec<_>>>()
        });
        match texts.flatten() {
            Some(texts) => texts,
            None => self.wrong(key, value, "a list of texts, such as [\"quiz\"]", problems).unwrap_or_default(),
        }
    }

    /// Whether a list of texts stands there.
    pub fn holds_texts(&self, key: &str) -> bool {
        let first = self.table.get(key).and_then(|value| value.get_ref().as_array()).and_then(|array| array.first());
        first.is_some_and(|item| item.get_ref().as_str().is_some())
    }

    /// A table of its own.
    pub fn table(&mut self, key: &'static str, what: &'static str, problems: &mut Vec<Problem>) -> Option<Fields<'t, 's>> {
        let value = self.value(key)?;
        match value.get_ref().as_table() {
            Some(table) => Some(Fields::new(table, value.span(), self.source, what)),
            None => self.wrong(key, value, &format!("`[{key}]`, once"), problems),
        }
    }

    /// A list of tables.
    pub fn tables(&mut self, key: &'static str, what: &'static str, problems: &mut Vec<Problem>) -> Vec<Fields<'t, 's>> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let source = self.source;
        let tables = value.get_ref().as_array().map(|array| {
            let fields = |item: &'t Spanned<DeValue<'s>>| {
                item.get_ref().as_table().map(|table| Fields::new(table, item.span(), source, what))
            };
            array.iter().map(fields).collect::<Option<Vec<_>>>()
        });
        match tables.flatten() {
            Some(tables) => tables,
            None => self.wrong(key, value, &format!("`[[{key}]]`, once for each"), problems).unwrap_or_default(),
        }
    }

    fn wrong<T>(&self, key: &str, value: &Spanned<DeValue<'s>>, wanted: &str, problems: &mut Vec<Problem>) -> Option<T> {
        problems.push(self.source.wrong_value(value.span(), key, &found(value.get_ref()), wanted));
        None
    }

    /// Complains where a key is not there.
    pub fn must_have(&mut self, key: &'static str, problems: &mut Vec<Problem>) {
        if !self.table.contains_key(key) {
            problems.push(self.source.missing_key(self.at.clone(), key, self.what));
        }
    }

    /// Leaves the keys that nobody asked for alone: they belong to something that was not understood.
    pub fn ignore_the_rest(&mut self) {
        self.lenient = true;
    }

    /// Complains about every key that nobody asked for.
    pub fn finish(self, problems: &mut Vec<Problem>) {
        let is_unknown = |key: &&Spanned<_>| !self.lenient && !self.asked.contains(&AsRef::<str>::as_ref(key.get_ref()));
        for key in self.table.keys().filter(is_unknown).take(MOST) {
            let name = key.get_ref().as_ref();
            let similar = most_similar(name, self.asked.iter().copied());
            problems.push(self.source.unknown_key(key.span(), name, similar, &self.asked));
        }
    }
}

/// What stands there instead of what was wanted.
pub fn found(value: &DeValue) -> String {
    match value {
        DeValue::String(text) if text.len() < 30 => format!("the text “{text}”"),
        DeValue::String(_) => "a text".to_owned(),
        DeValue::Integer(n) => format!("the number {}", n.as_str()),
        DeValue::Float(n) => format!("the number {}", n.as_str()),
        DeValue::Boolean(flag) => flag.to_string(),
        DeValue::Datetime(_) => "a date".to_owned(),
        DeValue::Array(_) => "a list".to_owned(),
        DeValue::Table(_) => "a table".to_owned(),
    }
}

/// The name most like the one that was written, if one is alike at all.
pub fn most_similar<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let scored = known.into_iter().map(|name| (strsim::jaro_winkler(written, name), name));
    scored.filter(|(score, _)| *score > 0.8).max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, name)| name)
}
