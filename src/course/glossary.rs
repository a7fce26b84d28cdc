//! The words of a course and what they mean, from `glossary.md`: a definition list in which the first word of a line is the name of a
//! term and others after commas are further forms of it; `(name)` is explained and never linked. In a lesson a term is a link where it first stands; a plural counts as well.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use super::block::{self, Block, BlockKind, Inline};
use super::{Clean, markdown};

/// All terms, in the order of the file.
#[derive(Clone, Debug, Default)]
pub struct Glossary {
    /// The terms.
    pub terms: Vec<Term>,
    /// Forms by their first word in small letters: the form, and the term it belongs to.
    forms: HashMap<String, Vec<(String, usize)>>,
}

/// A term.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// Its name.
    pub name: Clean,
    /// What it means.
    pub meaning: Vec<Block>,
}

/// Links to a term begin so; nothing that an author can write as an address does.
const SCHEME: &str = "term: ";

/// The term to which a link leads.
pub fn term_of(target: &str) -> Option<usize> {
    target.strip_prefix(SCHEME)?.parse().ok()
}

impl Glossary {
    /// Reads the file.
    pub fn read(text: &str) -> Glossary {
        let mut glossary = Glossary::default();
        for block in markdown::lesson(text, 0) {
            let BlockKind::Definitions(entries) = block.kind else { continue };
            for (names, meanings) in entries {
                glossary.add(&block::plain(&names), meanings.into_iter().flatten().collect());
            }
        }
        glossary
    }

    /// A name in parentheses is in the list and nowhere linked: words that every page has.
    fn add(&mut self, names: &str, meaning: Vec<Block>) {
        if let Some(name) = names.trim().strip_prefix('(').and_then(|name| name.strip_suffix(')')) {
            return self.terms.push(Term { name: Clean::words(name), meaning });
        }
        let mut forms = names.split(',').map(str::trim).filter(|form| !form.is_empty());
        let Some(name) = forms.next() else { return };
        let term = self.terms.len();
        self.terms.push(Term { name: Clean::words(name), meaning });
        for form in [name].into_iter().chain(forms) {
            let first = words(form).next().map_or("", |(_, word)| word).to_ascii_lowercase();
            let alike = self.forms.entry(first).or_default();
            alike.push((form.to_owned(), term));
            // The longest form goes first: “intent brief” before “intent”.
            alike.sort_by_key(|(form, _)| std::cmp::Reverse(form.len()));
        }
    }

    /// Makes each term a link where it first stands in a text. Headings, code and other links stay as they are.
    pub fn link_first_uses(&self, blocks: &mut [Block]) {
        if !self.terms.is_empty() {
            self.in_blocks(blocks, &mut HashSet::new());
        }
    }

    fn in_blocks(&self, blocks: &mut [Block], used: &mut HashSet<usize>) {
        for block in blocks {
            if used.len() == self.terms.len() {
                return;
            }
            match &mut block.kind {
                BlockKind::Paragraph(text) => self.in_text(text, used),
                BlockKind::Quote(blocks) | BlockKind::Boxed { blocks, .. } => self.in_blocks(blocks, used),
                BlockKind::List { items, .. } => items.iter_mut().for_each(|item| self.in_blocks(&mut item.blocks, used)),
                _ => {}
            }
        }
    }

    fn in_text(&self, text: &mut Vec<Inline>, used: &mut HashSet<usize>) {
        let is_plain = |inline: &Inline| matches!(inline, Inline::Span { look, link: None, .. } if !look.code);
        let found = |inline: &Inline, used: &HashSet<usize>| match inline {
            Inline::Span { text, .. } if is_plain(inline) => self.first(text.as_str(), used),
            _ => None,
        };
        let mut at = 0;
        while at < text.len() {
            let here = text.get(at).and_then(|inline| found(inline, used));
            if let (Some((start, end, term)), Some(Inline::Span { text: whole, look, .. })) = (here, text.get(at).cloned()) {
                used.insert(term);
                let link: Rc<str> = format!("{SCHEME}{term}").into();
                let part = |range: std::ops::Range<usize>, link| Inline::Span { text: whole.slice(range), look, link };
                let parts = [part(0..start, None), part(start..end, Some(link)), part(end..whole.as_str().len(), None)];
                let is_empty = |inline: &Inline| matches!(inline, Inline::Span { text, .. } if text.is_empty());
                text.splice(at..=at, parts.into_iter().filter(|part| !is_empty(part)));
                // The part after the term is looked at next; the term itself is a link by now.
                at += usize::from(start > 0);
            }
            at += 1;
        }
    }

    /// The first term in a text that was not used before: where it begins and ends.
    fn first(&self, text: &str, used: &HashSet<usize>) -> Option<(usize, usize, usize)> {
        words(text).find_map(|(start, word)| {
            let is_there = |form: &str| {
                let rest = text.get(start..)?;
                let same = rest.get(..form.len())?.eq_ignore_ascii_case(form);
                let plural = usize::from(rest.get(form.len()..)?.starts_with('s'));
                let end = form.len() + plural;
                let is_over = !rest.get(end..)?.starts_with(char::is_alphanumeric);
                (same && is_over).then_some(start + end)
            };
            let forms = self.lookup(word)?;
            let mut fresh = forms.iter().filter(|(_, term)| !used.contains(term));
            fresh.find_map(|(form, term)| Some((start, is_there(form)?, *term)))
        })
    }

    /// The forms that begin with a word, or with what it is the plural of.
    fn lookup(&self, word: &str) -> Option<&Vec<(String, usize)>> {
        let small = word.to_ascii_lowercase();
        self.forms.get(&small).or_else(|| self.forms.get(small.strip_suffix('s')?))
    }
}

/// The words of a text, and where each begins.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let parted = |c: char| !c.is_alphanumeric();
    text.split(parted).filter(|word| !word.is_empty()).map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLOSSARY: &str = "(common)\n: A word of every page.\n\nintent brief, intent\n: What and why.\n\npremortem\n: Looking back from a failure.\n";

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut blocks = markdown::lesson(text, 0);
        Glossary::read(GLOSSARY).link_first_uses(&mut blocks);
        let mut out = String::new();
        for block in &blocks {
            block::each_span(&block.kind, &mut |inline| match inline {
                Inline::Span { text, link: Some(link), .. } if term_of(link).is_some() => {
                    out.push_str(&format!("[{text}:{}]", term_of(link).unwrap()));
                }
                Inline::Span { text, .. } => out.push_str(text.as_str()),
                Inline::Break => out.push('/'),
            });
        }
        assert_eq!(out, expected);
    }

    #[test]
    fn a_term_is_a_link_where_it_first_stands() {
        check("An intent brief, then an intent.", "An [intent brief:1], then an intent.");
        check("Intents matter.\n\n- a *premortem* and a premortem", "[Intents:1] matter.a [premortem:2] and a premortem");
        check("intentional, pre-intents: `intent` [intent](x)", "intentional, pre-[intents:1]: intent intent");
        check("# Premortem\n\nNo word of it.", "PremortemNo word of it.");
        check("Premortem", "[Premortem:2]");
        check("A common word.", "A common word.");
    }

    #[test]
    fn a_file_without_terms_marks_nothing() {
        assert!(Glossary::read("# Glossary\n\nNothing yet.").terms.is_empty());
        assert_eq!(Glossary::read(GLOSSARY).terms.len(), 3);
    }
}
