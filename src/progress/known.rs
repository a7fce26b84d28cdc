//! Which events are known. An event's name is its sitting's letters and a counter, so of each sitting a few runs of numbers tell it all:
//! years of learning take a page, and a name that was made otherwise is kept as it is.

use std::collections::{BTreeMap, BTreeSet};

use super::EventId;
use crate::course::Id;

/// The names of the events that are known.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Known {
    /// By the letters of the sitting: runs of numbers, first and last, in their order and with a gap between two of them.
    pub(super) numbered: BTreeMap<Id, Vec<(u32, u32)>>,
    pub(super) others: BTreeSet<EventId>,
}

impl Known {
    /// Takes a name in; false where it was known.
    pub fn insert(&mut self, event: &EventId) -> bool {
        match parts(event) {
            Some((sitting, number)) => add(self.numbered.entry(sitting).or_default(), number),
            None => self.others.insert(event.clone()),
        }
    }

    /// Whether it is known.
    pub fn contains(&self, event: &EventId) -> bool {
        match parts(event) {
            Some((sitting, number)) => self.numbered.get(&sitting).is_some_and(|runs| is_in(runs, number)),
            None => self.others.contains(event),
        }
    }

    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        self.numbered.is_empty() && self.others.is_empty()
    }
}

/// The letters and the number of a name, if it is written as names of events are: no other name has the same two.
pub fn parts(event: &EventId) -> Option<(Id, u32)> {
    let (letters, digits) = event.0.as_str().rsplit_once('-')?;
    let is_plain = digits.bytes().all(|byte| byte.is_ascii_digit()) && (digits == "0" || !digits.starts_with('0'));
    Some((Id::new(letters)?, digits.parse().ok().filter(|_| is_plain)?))
}

fn is_in(runs: &[(u32, u32)], number: u32) -> bool {
    let after = runs.partition_point(|(first, _)| *first <= number);
    after.checked_sub(1).and_then(|at| runs.get(at)).is_some_and(|(_, last)| number <= *last)
}

/// Adds a number, and joins what has no gap left; false where it was there.
fn add(runs: &mut Vec<(u32, u32)>, number: u32) -> bool {
    if is_in(runs, number) {
        return false;
    }
    let at = runs.partition_point(|(first, _)| *first < number);
    let joins = |(_, last): &&(u32, u32)| last.checked_add(1) == Some(number);
    let first = at.checked_sub(1).and_then(|before| runs.get(before)).filter(joins).map(|(first, _)| *first);
    let last = runs.get(at).filter(|(first, _)| number.checked_add(1) == Some(*first)).map(|(_, last)| *last);
    let from = if first.is_some() { at - 1 } else { at };
    let to = if last.is_some() { at + 1 } else { at };
    runs.splice(from..to, [(first.unwrap_or(number), last.unwrap_or(number))]);
    true
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn any_name() -> impl Strategy<Value = EventId> {
        "(a|b|a-1)(-|x)(|0|00|9|12|4294967295|99999999999)".prop_filter_map("a name", |text| Id::new(&text).map(EventId))
    }

    proptest! {
        #[test]
        fn it_knows_what_a_set_of_names_would_know(names in prop::collection::vec(any_name(), 0..30), numbers in prop::collection::vec(0u32..20, 0..40)) {
            let numbered = numbers.iter().filter_map(|number| Id::new(&format!("s-{number}")).map(EventId));
            let names: Vec<EventId> = names.into_iter().chain(numbered).collect();
            let (mut known, mut plain) = (Known::default(), BTreeSet::new());
            for name in &names {
                prop_assert_eq!(known.contains(name), plain.contains(name));
                prop_assert_eq!(known.insert(name), plain.insert(name.clone()));
            }
            let mut backwards = Known::default();
            for name in names.iter().rev() {
                backwards.insert(name);
            }
            prop_assert_eq!(known, backwards);
        }
    }
}
