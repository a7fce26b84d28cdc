//! The form of the mirror, from `self-assessment.toml`: what is stated, which pole it speaks for, and what to practise. Scoring is in
//! `progress/mirror.rs`. In the file, one key or table after the other:
//!
//! - `intro`, what the mirror is and is not; `over_result`, the same in one row; `questions` to end with.
//! - `before`, instructions; `ask` over each statement, five words of a `scale`, `none` for no occasion, `under` below each.
//! - `need_before`, `need_ask`, `need_scale`, `need_under` for what the role needs; `cover_ask` and three words of `cover_scale`.
//! - `[[contrasts]]`: the names `management` and `leadership`, and what one does there as `management_act` and `leadership_act`.
//! - `[[statements]]`: `id`, `text`, the `pole` by its name, and `reversed = true` where agreeing speaks against it.
//! - `[[needs]]`: `id`, `text`, the `pole` it calls for, and `cover`, an id for how well others cover it.
//! - `[[practices]]`: `pole`, `practice`, `first_step`, `feedback` (from whom), `sign` (by day 60), `watch` (out for).

use std::ops::Range;

use toml::Spanned;

use super::fields::{Fields, most_similar};
use super::problem::{Problem, Source};
use super::read::{Seen, keep_the_first_cause, parse};
use super::{Clean, Id, Prose};
use crate::words::Words;

/// All of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Form {
    /// What the mirror is and is not.
    pub intro: Clean,
    /// The same in one row.
    pub over_result: Clean,
    /// Questions to end with.
    pub questions: Vec<Clean>,
    /// What one does.
    pub doing: Part,
    /// Said where there was no occasion.
    pub none: Clean,
    /// What the role needs.
    pub need: Part,
    /// What is asked about how well others cover it, and the words for nobody, partly, fully.
    pub cover: (Clean, Vec<Clean>),
    /// The contrasts.
    pub contrasts: Vec<Contrast>,
    /// What one may have done.
    pub statements: Vec<Statement>,
    /// What the role may need.
    pub needs: Vec<Need>,
    /// What can be practised.
    pub practices: Vec<Practice>,
}

/// A part of the mirror: what stands around its statements.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Part {
    /// Instructions.
    pub before: Prose,
    /// Stands over each statement.
    pub ask: Clean,
    /// The words for 1 to 5.
    pub scale: Vec<Clean>,
    /// Stands under each statement.
    pub under: Clean,
}

/// Two kinds of work side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Contrast {
    /// The one.
    pub management: Named,
    /// The other.
    pub leadership: Named,
}

/// A pole in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Named {
    /// Its name.
    pub name: Clean,
    /// What one does there: “finding causes”.
    pub act: Clean,
}

/// A side of a contrast.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Management.
    Management,
    /// Leadership.
    Leadership,
}

/// A side of one of the contrasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pole {
    /// The contrast, counted from 0.
    pub contrast: usize,
    /// Which side of it.
    pub side: Side,
}

/// Something one may have done.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// Answers are kept under it.
    pub id: Id,
    /// What it says.
    pub text: Clean,
    /// What it speaks for.
    pub pole: Pole,
    /// Agreeing speaks against the pole.
    pub is_reversed: bool,
}

/// Something the role may need.
#[derive(Clone, Debug, PartialEq)]
pub struct Need {
    /// How true it is, is kept under it.
    pub id: Id,
    /// How well others cover it, is kept under this.
    pub cover: Id,
    /// What it says.
    pub text: Clean,
    /// What it calls for.
    pub pole: Pole,
}

/// Something to practise.
#[derive(Clone, Debug, PartialEq)]
pub struct Practice {
    /// What it serves.
    pub pole: Pole,
    /// Its name.
    pub practice: Clean,
    /// What to do this week.
    pub first_step: Clean,
    /// Who can say how it goes.
    pub feedback: Clean,
    /// What would be seen by day 60.
    pub sign: Clean,
    /// Where it goes wrong.
    pub watch: Clean,
}

impl Form {
    /// The name of a pole.
    pub fn name(&self, pole: Pole) -> &str {
        self.named(pole).map_or("", |named| named.name.as_str())
    }

    /// What one does at a pole.
    pub fn act(&self, pole: Pole) -> &str {
        self.named(pole).map_or("", |named| named.act.as_str())
    }

    fn named(&self, pole: Pole) -> Option<&Named> {
        let contrast = self.contrasts.get(pole.contrast)?;
        Some(match pole.side {
            Side::Management => &contrast.management,
            Side::Leadership => &contrast.leadership,
        })
    }

    /// Every pole, contrast by contrast.
    pub fn poles(&self) -> impl Iterator<Item = Pole> {
        let sides = |contrast| [Side::Management, Side::Leadership].map(|side| Pole { contrast, side });
        (0..self.contrasts.len()).flat_map(sides)
    }
}

/// The form, as far as it can be read.
pub fn read(source: Source, problems: &mut Vec<Problem>) -> Form {
    let (table, mut found) = parse(source);
    let broken = !found.is_empty();
    let mut fields = Fields::new(table.get_ref(), 0..0, source, "the mirror");
    let mut form = Form::default();
    let mut reading = Reading { source, seen: Seen::new(), problems: &mut found };
    reading.words_around(&mut fields, &mut form);
    for entry in fields.tables("contrasts", "a contrast", reading.problems) {
        form.contrasts.extend(reading.contrast(entry));
    }
    for entry in fields.tables("statements", "a statement", reading.problems) {
        let statement = reading.statement(entry, &form);
        form.statements.extend(statement);
    }
    for entry in fields.tables("needs", "a need", reading.problems) {
        let need = reading.need(entry, &form);
        form.needs.extend(need);
    }
    for entry in fields.tables("practices", "a practice", reading.problems) {
        let practice = reading.practice(entry, &form);
        form.practices.extend(practice);
    }
    fields.finish(&mut found);
    for pole in form.poles() {
        if !form.statements.iter().any(|statement| statement.pole == pole) {
            found.push(source.no_statement(form.name(pole)));
        }
    }
    if form.contrasts.is_empty() {
        found.push(source.no_contrasts());
    }
    keep_the_first_cause(broken, &mut found);
    problems.append(&mut found);
    form
}

struct Reading<'a> {
    source: Source<'a>,
    seen: Seen,
    problems: &'a mut Vec<Problem>,
}

impl Reading<'_> {
    fn words_around(&mut self, fields: &mut Fields, form: &mut Form) {
        form.intro = self.words(fields, "intro");
        form.over_result = self.words(fields, "over_result");
        form.doing = Part {
            before: self.prose(fields, "before"),
            ask: self.words(fields, "ask"),
            scale: self.scale(fields, "scale", 5),
            under: self.words(fields, "under"),
        };
        form.none = self.words(fields, "none");
        form.need = Part {
            before: self.prose(fields, "need_before"),
            ask: self.words(fields, "need_ask"),
            scale: self.scale(fields, "need_scale", 5),
            under: self.words(fields, "need_under"),
        };
        form.cover = (self.words(fields, "cover_ask"), self.scale(fields, "cover_scale", 3));
        form.questions = fields.texts("questions", self.problems).into_iter().map(|(text, _)| Clean::words(text)).collect();
    }

    /// A text that may be missing.
    fn words(&mut self, fields: &mut Fields, key: &'static str) -> Clean {
        fields.text(key, self.problems).map(|(text, _)| Clean::words(text.trim())).unwrap_or_default()
    }

    fn prose(&mut self, fields: &mut Fields, key: &'static str) -> Prose {
        fields.text(key, self.problems).map(|(text, _)| Prose::new(text)).unwrap_or_default()
    }

    /// The words of a scale. Where one is missing, its digit stands alone.
    fn scale(&mut self, fields: &mut Fields, key: &'static str, count: usize) -> Vec<Clean> {
        let at = fields.value(key).map(Spanned::span);
        let mut words: Vec<Clean> = fields.texts(key, self.problems).iter().map(|(text, _)| Clean::words(text)).collect();
        if let Some(at) = at.filter(|_| !words.is_empty() && words.len() != count) {
            let found = format!("a list of {}", words.len());
            self.problems.push(self.source.wrong_value(at, key, &found, &format!("{count} texts, one for each digit")));
        }
        words.resize(count, Clean::default());
        words
    }

    fn contrast(&mut self, mut fields: Fields) -> Option<Contrast> {
        let mut named = |name: &'static str, act: &'static str| {
            let name = fields.needed_text(name, self.problems);
            let act = fields.needed_text(act, self.problems);
            Some(Named { name: Clean::words(name?.0), act: Clean::words(act?.0) })
        };
        let management = named("management", "management_act");
        let leadership = named("leadership", "leadership_act");
        fields.finish(self.problems);
        Some(Contrast { management: management?, leadership: leadership? })
    }

    fn statement(&mut self, mut fields: Fields, form: &Form) -> Option<Statement> {
        let id = self.id(&mut fields, "id");
        let text = fields.needed_text("text", self.problems);
        let pole = self.pole(&mut fields, form);
        let is_reversed = fields.flag("reversed", self.problems).unwrap_or(false);
        fields.finish(self.problems);
        Some(Statement { id: id?, text: Clean::words(text?.0), pole: pole?, is_reversed })
    }

    fn need(&mut self, mut fields: Fields, form: &Form) -> Option<Need> {
        let id = self.id(&mut fields, "id");
        let cover = self.id(&mut fields, "cover");
        let text = fields.needed_text("text", self.problems);
        let pole = self.pole(&mut fields, form);
        fields.finish(self.problems);
        Some(Need { id: id?, cover: cover?, text: Clean::words(text?.0), pole: pole? })
    }

    fn practice(&mut self, mut fields: Fields, form: &Form) -> Option<Practice> {
        let pole = self.pole(&mut fields, form);
        let practice = fields.needed_text("practice", self.problems);
        let first_step = self.words(&mut fields, "first_step");
        let feedback = self.words(&mut fields, "feedback");
        let sign = self.words(&mut fields, "sign");
        let watch = self.words(&mut fields, "watch");
        fields.finish(self.problems);
        Some(Practice { pole: pole?, practice: Clean::words(practice?.0), first_step, feedback, sign, watch })
    }

    /// An id that no other statement has.
    fn id(&mut self, fields: &mut Fields, key: &'static str) -> Option<Id> {
        let (id, at) = fields.needed_id(key, self.problems)?;
        if let Some(first) = self.seen.get(&id) {
            self.problems.push(self.source.same_id(at, &id, first));
            return None;
        }
        self.seen.insert(id.clone(), self.place(&at));
        Some(id)
    }

    fn place(&self, at: &Range<usize>) -> String {
        let line = self.source.text.get(..at.start).unwrap_or_default().matches('\n').count() + 1;
        format!("{}, line {line}", self.source.file)
    }

    /// The pole of that name.
    fn pole(&mut self, fields: &mut Fields, form: &Form) -> Option<Pole> {
        let (written, at) = fields.needed_text("pole", self.problems)?;
        let known = form.poles().find(|pole| form.name(*pole) == written);
        if known.is_none() {
            let similar = most_similar(written, form.poles().map(|pole| form.name(pole)));
            self.problems.push(self.source.no_such_pole(at, Clean::code(written).as_str(), similar));
        }
        known
    }
}

/// A contrast by the names of its poles: “Planning and vision”.
pub fn title(contrast: &Contrast, words: &Words) -> Clean {
    let management = contrast.management.name.as_str();
    let mut letters = management.chars();
    let capital: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    Clean::words(&words.mirror().both_poles(capital, &contrast.leadership.name))
}
