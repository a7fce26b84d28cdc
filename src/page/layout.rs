//! Blocks into rows. Each construct has one function; what they share is where rows begin (`indent`) and what hangs before them.

use super::{Piece, Role, Row, Sign, blanks, piece, repeated, spoken, table, wrap};
use crate::course::block::{self, Item, Label};
use crate::course::{Block, BlockKind, Clean, Id, Inline, Place, Question, markdown};
use crate::words::Words;

/// Below this width the two columns of the contrast card stand one under the other.
pub const FACING: usize = 60;
/// Code stands so far inside its rules, which are never shorter than this.
const CODE_INDENT: usize = 2;
const SHORTEST_RULE: usize = 12;
/// Text is never narrower than this, however deep a list goes.
const NARROWEST: usize = 8;

/// Rows in the making.
pub struct Layout {
    width: usize,
    words: Words,
    poles: [String; 2],
    rows: Vec<Row>,
    place: Place,
    indent: usize,
    /// Stands before the first row of the next text instead of its indent.
    lead: Option<Piece>,
    sign: Option<Sign>,
    role: Role,
    blanks_due: usize,
    /// The place of the blank rows that are due: the end of what stands before them.
    blank_place: Place,
}

impl Layout {
    /// Rows of so many cells. `contrast` names the two poles of a lesson: `planning / vision`.
    pub fn new(width: usize, contrast: Option<&str>, words: &Words) -> Layout {
        Layout {
            width: width.max(1),
            words: words.clone(),
            poles: poles(contrast, words),
            rows: Vec::new(),
            place: Place::default(),
            indent: 0,
            lead: None,
            sign: None,
            role: Role::Text,
            blanks_due: 0,
            blank_place: Place::default(),
        }
    }

    /// The rows.
    pub fn finish(self) -> Vec<Row> {
        self.rows
    }

    /// A title with a rule under it.
    pub fn title(&mut self, words: &[Inline]) {
        let before = self.rows.len();
        self.text(words, Role::Heading);
        let longest = self.rows.iter().skip(before).map(Row::width).max().unwrap_or(0);
        self.row(vec![repeated('─', longest.min(self.width), Role::Rule)]);
    }

    /// One block of a text, and the blank rows that part it from the next: one between paragraphs, two before a section. `asked` finds
    /// the question that is asked at a place; without it nothing stands there.
    pub fn body<'q>(&mut self, blocks: &[Block], at: usize, asked: impl Fn(&Id) -> Option<&'q Question>) {
        let Some(block) = blocks.get(at) else { return };
        self.place = Place { block: at + 1, at: 0 };
        match &block.kind {
            BlockKind::Check(id) => asked(id).into_iter().for_each(|question| self.check(question)),
            kind => self.block(kind),
        }
        match blocks.get(at + 1).map(|next| &next.kind) {
            None => {}
            Some(BlockKind::Check(id)) if asked(id).is_none() => {}
            // Where nothing was shown so far there is nothing to part.
            _ if at == 0 && self.rows.is_empty() => {}
            Some(BlockKind::Heading { level: 1 | 2, .. }) => self.end_with_blanks(2),
            Some(_) => self.end_with_blanks(1),
        }
    }

    /// A question within the text: what is asked, and a link that leads to it.
    fn check(&mut self, question: &Question) {
        let outer = self.sign.replace(Sign::Bar);
        self.text(&[block::words(Clean::words(self.words.text().before_you_read_on()))], Role::Label);
        self.blank();
        self.inside(&question.prompt.blocks());
        self.blank();
        let link = Some(block::check_link(&question.id).into());
        self.text(
            &[Inline::Span { text: Clean::words(self.words.text().answer_it_here()), look: Default::default(), link }],
            Role::Text,
        );
        self.sign = outer;
    }

    /// Blank rows under what was laid out; they belong to it.
    pub fn end_with_blanks(&mut self, rows: usize) {
        self.blank();
        self.blanks_due = rows;
        self.blank_rows(None);
    }

    /// A blank row before what comes next.
    pub fn blank(&mut self) {
        self.blanks_due = self.blanks_due.max(1);
        self.blank_place = Place { at: self.place.at.saturating_sub(1), ..self.place };
    }

    fn row(&mut self, pieces: Vec<Piece>) {
        self.blank_rows(self.sign);
        self.push(self.sign, pieces, self.place);
    }

    /// Places never go back, whatever stands in what.
    fn push(&mut self, sign: Option<Sign>, pieces: Vec<Piece>, place: Place) {
        let before = self.rows.last().map_or(place, |row| row.place);
        self.rows.push(Row { sign, pieces, place: place.max(before) });
    }

    fn blank_rows(&mut self, sign: Option<Sign>) {
        for _ in 0..std::mem::take(&mut self.blanks_due) {
            self.push(sign, Vec::new(), self.blank_place);
        }
    }

    /// A text whose first row begins with a sign and whose others stand under its words.
    pub fn hanging(&mut self, lead: Piece, words: &[Inline]) {
        self.hung(lead, |layout| layout.text(words, layout.role));
    }

    fn hung(&mut self, lead: Piece, inside: impl FnOnce(&mut Layout)) {
        let outer = self.indent;
        self.indent = (outer + wrap::width(lead.text.as_str())).min(self.width.saturating_sub(NARROWEST));
        // What begins with something that begins with a sign has both signs on its first row.
        self.lead = Some(match self.lead.take() {
            Some(before) => spoken(&format!("{}{}", before.text, lead.text), before.role),
            None => lead,
        });
        inside(self);
        if self.lead.is_some() {
            self.text(&[], Role::Text);
        }
        self.indent = outer;
    }

    /// A text in rows.
    pub fn text(&mut self, words: &[Inline], role: Role) {
        let start = self.place.at;
        for (pieces, before) in wrap::wrap(words, self.room(), role) {
            self.place.at = start + before;
            let row = self.indented(pieces);
            self.row(row);
        }
        self.place.at = start + words.iter().map(length).sum::<usize>().max(1);
    }

    /// The indent, or the sign that hangs in it, and then the pieces.
    fn indented(&mut self, pieces: Vec<Piece>) -> Vec<Piece> {
        let mut row = Vec::with_capacity(pieces.len() + 2);
        let filled = match self.lead.take() {
            Some(lead) => {
                let lead_width = wrap::width(lead.text.as_str());
                let outer = self.indent.saturating_sub(lead_width);
                if outer > 0 {
                    row.push(blanks(outer));
                }
                row.extend(super::shorten(vec![lead], self.indent - outer));
                self.indent
            }
            None => 0,
        };
        if self.indent > filled && !pieces.is_empty() {
            row.push(blanks(self.indent - filled));
        }
        row.extend(pieces);
        row
    }

    fn block(&mut self, kind: &BlockKind) {
        match kind {
            BlockKind::Heading { level: 1, text, .. } if self.indent == 0 => self.title(text),
            BlockKind::Heading { level: 1 | 2, text, .. } => self.text(text, Role::Heading),
            BlockKind::Heading { level, text, .. } => self.lesser_heading(*level, text),
            BlockKind::Paragraph(text) => self.text(text, self.role),
            BlockKind::Code(lines) => self.code(lines),
            BlockKind::Quote(blocks) => self.hung(blanks(3), |layout| layout.inside(blocks)),
            BlockKind::Boxed { label, title, blocks } => self.boxed(*label, title, blocks),
            BlockKind::List { first, tight, items } => self.list(*first, *tight, items),
            BlockKind::Table(table) => table::lay_out(self, table),
            BlockKind::Card(pairs) => self.card(pairs),
            BlockKind::Definitions(entries) => self.definitions(entries),
            BlockKind::Footnote { number, blocks } => self.footnote(*number, blocks),
            BlockKind::Picture { alt, target } => self.picture(if alt.is_empty() { target } else { alt }),
            BlockKind::Rule => self.rule(),
            BlockKind::Check(_) => {}
        }
    }

    /// Blocks inside another block.
    fn inside(&mut self, blocks: &[Block]) {
        for (at, block) in blocks.iter().enumerate() {
            if at > 0 {
                self.blank();
            }
            self.block(&block.kind);
        }
    }

    /// Headings inside a section hang by a rule that is the longer the deeper they are, so that they differ without colour too.
    fn lesser_heading(&mut self, level: u8, text: &[Inline]) {
        let rule = "─".repeat(usize::from(level.saturating_sub(2)));
        self.hung(spoken(&format!("{rule} "), Role::Rule), |layout| layout.text(text, Role::Heading));
    }

    /// Code between two thin rules.
    fn code(&mut self, lines: &[Clean]) {
        let room = self.room();
        let longest = lines.iter().map(|line| wrap::width(line.as_str())).max().unwrap_or(0);
        let rule = repeated('─', (longest + 2 * CODE_INDENT).clamp(SHORTEST_RULE.min(room), room), Role::Rule);
        let above = self.indented(vec![rule.clone()]);
        self.row(above);
        self.hung(blanks(CODE_INDENT), |layout| {
            for line in lines {
                layout.code_line(line);
            }
        });
        // The rules are ours and no part of the text.
        let below = self.indented(vec![rule]);
        self.row(below);
    }

    /// A line of code keeps its blanks and is cut where the row ends, not between words; an arrow says that it goes on.
    fn code_line(&mut self, line: &Clean) {
        let mut rest = line.clone();
        let room = self.room();
        loop {
            let is_whole = wrap::fitting(rest.as_str(), room) == rest.as_str().len();
            let has_mark = !is_whole && room > 2;
            let cut = if is_whole { rest.as_str().len() } else { wrap::cut_at(rest.as_str(), room - usize::from(has_mark)) };
            let mut pieces = vec![Piece::of(rest.slice(0..cut), Role::Code)];
            if has_mark {
                let used = wrap::width(rest.as_str().get(..cut).unwrap_or_default());
                pieces.extend([blanks(room.saturating_sub(used + 1)), piece("→", Role::Rule)]);
            }
            let row = self.indented(pieces);
            self.row(row);
            self.place.at += cut.max(1);
            rest = rest.slice(cut..rest.as_str().len());
            if rest.is_empty() {
                return;
            }
        }
    }

    fn boxed(&mut self, label: Label, title: &[Inline], blocks: &[Block]) {
        let outer = self.sign.replace(Sign::Bar);
        // The blank row above a box stands outside it.
        self.blank_rows(outer);
        let word = label.word(&self.words);
        if title.is_empty() || self.room() < wrap::width(word.as_str()) + 2 + NARROWEST {
            self.text(&[block::words(word)], Role::Label);
            if !title.is_empty() {
                self.text(title, Role::Text);
                self.blank();
            }
        } else {
            self.hanging(spoken(&format!("{word}  "), Role::Label), title);
            self.blank();
        }
        self.inside(blocks);
        self.blanks_due = 0;
        self.sign = outer;
    }

    fn list(&mut self, first: Option<u64>, tight: bool, items: &[Item]) {
        let last = first.map(|first| first.saturating_add(items.len() as u64 - u64::from(!items.is_empty())));
        let digits = last.map_or(0, |last| last.to_string().len());
        for (at, item) in items.iter().enumerate() {
            if at > 0 && !tight {
                self.blank();
            }
            let lead = match (first, item.ticked) {
                (Some(first), ticked) => {
                    let mark = ticked.map_or("", |done| if done { "[x]  " } else { "[ ]  " });
                    spoken(&format!("{:>digits$}  {mark}", first.saturating_add(at as u64)), Role::Quiet)
                }
                (None, Some(true)) => piece("[x]  ", Role::Text),
                (None, Some(false)) => piece("[ ]  ", Role::Text),
                (None, None) => piece("·  ", Role::Quiet),
            };
            self.hung(lead, |layout| layout.item(tight, item));
        }
    }

    fn item(&mut self, tight: bool, item: &Item) {
        for (at, block) in item.blocks.iter().enumerate() {
            if at > 0 && !tight {
                self.blank();
            }
            self.block(&block.kind);
        }
    }

    /// The contrast card: two facing columns, or one pair under the other where there is no room.
    fn card(&mut self, pairs: &[(Vec<Inline>, Vec<Inline>)]) {
        let [management, leadership] = self.poles.clone();
        let heads = [spoken(&format!("■ {management}"), Role::Management), spoken(&format!("◆ {leadership}"), Role::Leadership)];
        let room = self.room();
        if room < FACING {
            return self.stacked_card(heads, pairs);
        }
        let left_width = (room - 4) / 2;
        let right_width = room - 4 - left_width;
        self.facing_heads(heads, left_width, right_width);
        for (management, leadership) in pairs {
            self.facing(Vec::new(), left_width, Vec::new());
            let start = self.place.at;
            let left = wrap::wrap(management, left_width, Role::Text);
            let right = wrap::wrap(leadership, right_width, Role::Text);
            for at in 0..left.len().max(right.len()) {
                let side = |rows: &wrap::Rows| rows.get(at).map(|(pieces, _)| pieces.clone()).unwrap_or_default();
                self.place.at = start + left.get(at).map_or(0, |(_, before)| *before);
                self.facing(side(&left), left_width, side(&right));
            }
            self.place.at = start + management.iter().chain(leadership).map(length).sum::<usize>().max(1);
        }
    }

    fn facing_heads(&mut self, heads: [Piece; 2], left_width: usize, right_width: usize) {
        let [left, right] = heads.map(|head| (vec![block::words(head.text)], head.role));
        let left = wrap::wrap(&left.0, left_width, left.1);
        let right = wrap::wrap(&right.0, right_width, right.1);
        for at in 0..left.len().max(right.len()) {
            let side = |rows: &wrap::Rows| rows.get(at).map(|(pieces, _)| pieces.clone()).unwrap_or_default();
            self.facing(side(&left), left_width, side(&right));
        }
    }

    fn facing(&mut self, left: Vec<Piece>, left_width: usize, right: Vec<Piece>) {
        let used: usize = left.iter().map(|piece| wrap::width(piece.text.as_str())).sum();
        let mut row = left;
        row.push(blanks((left_width + 1).saturating_sub(used)));
        row.push(piece("│", Role::Rule));
        if !right.is_empty() {
            row.push(blanks(2));
            row.extend(right);
        }
        let row = self.indented(row);
        self.row(row);
    }

    fn stacked_card(&mut self, heads: [Piece; 2], pairs: &[(Vec<Inline>, Vec<Inline>)]) {
        for (at, (management, leadership)) in pairs.iter().enumerate() {
            if at > 0 {
                self.blank();
            }
            for (head, words) in heads.iter().zip([management, leadership]) {
                // The heads are ours and no part of the text, so that a place means the same in both shapes of the card.
                let place = self.place;
                self.text(&[block::words(head.text.clone())], head.role);
                self.place = place;
                self.hung(blanks(2), |layout| layout.text(words, Role::Text));
            }
        }
    }

    fn definitions(&mut self, entries: &[(Vec<Inline>, Vec<Vec<Block>>)]) {
        for (at, (term, meanings)) in entries.iter().enumerate() {
            if at > 0 {
                self.blank();
            }
            self.text(term, Role::Strong);
            for meaning in meanings {
                self.hung(blanks(3), |layout| layout.inside(meaning));
            }
        }
    }

    fn footnote(&mut self, number: usize, blocks: &[Block]) {
        let role = std::mem::replace(&mut self.role, Role::Quiet);
        let lead = format!("{} ", markdown::superscript(number));
        self.hung(spoken(&lead, Role::Quiet), |layout| layout.inside(blocks));
        self.role = role;
    }

    fn picture(&mut self, alt: &Clean) {
        let outer = self.sign.replace(Sign::Bar);
        self.text(&[block::words(Clean::fixed("PICTURE"))], Role::Label);
        self.text(&[block::words(alt.clone())], Role::Text);
        self.sign = outer;
    }

    fn rule(&mut self) {
        let row = self.indented(vec![repeated('─', self.room(), Role::Rule)]);
        self.row(row);
        self.place.at += 1;
    }

    /// How wide a text may be here.
    pub fn room(&self) -> usize {
        self.width - self.indent.min(self.width - 1)
    }

    /// A row of a table: ready pieces at the indent, and how many bytes of words they stand for.
    pub fn table_row(&mut self, pieces: Vec<Piece>, bytes: usize) {
        let row = self.indented(pieces);
        self.row(row);
        self.place.at += bytes;
    }

    /// So many bytes of words were laid out.
    pub fn table_row_end(&mut self, bytes: usize) {
        self.place.at += bytes;
    }
}

/// The words over the card: the two poles of the lesson with capitals, or else those of the course.
fn poles(contrast: Option<&str>, words: &Words) -> [String; 2] {
    match contrast.and_then(|contrast| contrast.split_once('/')) {
        Some((management, leadership)) => [capital(management), capital(leadership)],
        None => [words.text().management().to_owned(), words.text().leadership().to_owned()],
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.trim().chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn length(inline: &Inline) -> usize {
    match inline {
        Inline::Span { text, .. } => text.as_str().len(),
        Inline::Break => 0,
    }
}

#[cfg(test)]
mod tests {
    use crate::page;

    #[track_caller]
    fn check(markdown: &str, expected: &[&str]) {
        let rows: Vec<String> = page::markdown(markdown, 24).flatten().map(|row| row.text()).collect();
        assert_eq!(rows, expected);
    }

    #[test]
    fn every_sign_stands_before_what_it_belongs_to() {
        check("1. one\n2. two", &["1  one", "2  two"]);
        check("1. > quoted", &["1     quoted"]);
        check("1. ```\n   code\n   ```", &["1  ────────────", "     code", "   ────────────"]);
        check("```\nabcdefghijklmnopqrstuvwx\n```", &[&"─".repeat(24), "  abcdefghijklmnopqrstu→", "  vwx", &"─".repeat(24)]);
        check("### Three\n\n#### Four", &["─ Three", "", "── Four"]);
        check("- - deep\n- flat", &["·  ·  deep", "·  flat"]);
        check("1. [x] done", &["1  [x]  done"]);
        check("- [ ] open", &["[ ]  open"]);
        check("~~not~~ so", &["~~not~~ so"]);
        check("> # Head", &["   Head"]);
        check("# Head", &["Head", "────"]);
        check("![](a.png)", &["PICTURE", "a.png"]);
    }
}
