//! Names that the learner's history hangs on. An id is clean by construction: ASCII letters, digits and `-`, `_`, `.`.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

/// The id of a course, a lesson, an objective or a question, as its author wrote it. Years of learning are made of ids, some hundred
/// thousand of them, and nearly all are short: those are kept in place, so that neither copying one nor comparing two leads elsewhere.
#[derive(Clone)]
pub struct Id(Letters);

#[derive(Clone)]
enum Letters {
    Few(u8, [u8; FEW]),
    Many(Box<str>),
}

/// So many letters take no more room than what leads to more of them.
const FEW: usize = 22;

impl Id {
    /// The longest id that is read, in bytes.
    pub const LONGEST: usize = 80;

    /// The id, if every character of it may stand in one.
    pub fn new(text: &str) -> Option<Id> {
        let fits = !text.is_empty() && text.len() <= Id::LONGEST;
        let plain = text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'));
        (fits && plain).then(|| {
            let mut few = [0; FEW];
            Id(match few.get_mut(..text.len()) {
                Some(room) => {
                    room.copy_from_slice(text.as_bytes());
                    Letters::Few(text.len() as u8, few)
                }
                None => Letters::Many(text.into()),
            })
        })
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(self.as_bytes()).unwrap_or_default()
    }

    fn as_bytes(&self) -> &[u8] {
        match &self.0 {
            Letters::Few(count, letters) => letters.get(..usize::from(*count)).unwrap_or_default(),
            Letters::Many(letters) => letters.as_bytes(),
        }
    }
}

impl PartialEq for Id {
    fn eq(&self, other: &Id) -> bool {
        self.as_bytes() == other.as_bytes()
    }
}

impl Eq for Id {}

impl Ord for Id {
    fn cmp(&self, other: &Id) -> Ordering {
        self.as_bytes().cmp(other.as_bytes())
    }
}

impl PartialOrd for Id {
    fn partial_cmp(&self, other: &Id) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Hash for Id {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_bytes().hash(state);
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A number that changes when the wording of a question does (FNV-1a, 64 bits): tells a corrected comma from another question.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Fingerprint(pub u64);

impl Fingerprint {
    /// Of some fields in their order; a border stands between two of them, so that text cannot wander from one to the next.
    pub fn of<'a>(fields: impl IntoIterator<Item = &'a str>) -> Fingerprint {
        let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
        for field in fields {
            for byte in field.bytes().chain([0xff]) {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
        }
        Fingerprint(hash)
    }

    /// Of the files of a course. They may be some megabytes, and are looked through at each start: so eight bytes at a time, and four
    /// such numbers side by side, none of which waits for another.
    pub fn of_files<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Fingerprint {
        let mix = |sum: u64, word: u64| (sum.rotate_left(23) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let mut sums = [1, 2, 3, 4];
        for bytes in files.into_iter().flat_map(|(name, bytes)| [name.as_bytes(), bytes]) {
            let (words, rest) = bytes.as_chunks::<8>();
            let (fours, few) = words.as_chunks::<4>();
            let add = |sums: [u64; 4], four: &[[u8; 8]; 4]| {
                let [a, b, c, d] = four.map(u64::from_le_bytes);
                let [e, f, g, h] = sums;
                [mix(e, a), mix(f, b), mix(g, c), mix(h, d)]
            };
            sums = fours.iter().fold(sums, add);
            let ends = few.iter().map(|word| u64::from_le_bytes(*word)).chain(rest.iter().map(|byte| u64::from(*byte)));
            let end = ends.fold(bytes.len() as u64, mix);
            sums = sums.map(|sum| mix(sum, end));
        }
        Fingerprint(sums.into_iter().fold(0, mix))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_id_cannot_carry_a_control_or_a_path() {
        for good in ["pv-04", "planning-and-vision", "a.b_c", "X"] {
            assert!(Id::new(good).is_some(), "{good}");
        }
        for bad in ["", "a b", "a/b", "\u{1b}[31m", "ä", &"x".repeat(81)] {
            assert!(Id::new(bad).is_none(), "{bad:?}");
        }
    }

    proptest! {
        #[test]
        fn ids_of_any_length_are_texts(one in "[a-c]{1,80}", other in "[a-c]{1,80}") {
            let [id, another] = [&one, &other].map(|text| Id::new(text).unwrap());
            prop_assert_eq!(id.as_str(), &one);
            prop_assert_eq!((id.cmp(&another), id == another), (one.cmp(&other), one == other));
            prop_assert_eq!(format!("{id:<30}"), format!("{one:<30}"));
        }
    }

    #[test]
    fn a_fingerprint_sees_where_a_field_ends() {
        assert_ne!(Fingerprint::of(["ab", "c"]), Fingerprint::of(["a", "bc"]));
    }
}
