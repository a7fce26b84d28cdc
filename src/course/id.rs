//! Names that the learner's history hangs on. An id is clean by construction: ASCII letters, digits and `-`, `_`, `.`.

use std::fmt;

/// The id of a course, a lesson, an objective or a question, as its author wrote it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Box<str>);

impl Id {
    /// The longest id that is read, in bytes.
    pub const LONGEST: usize = 80;

    /// The id, if every character of it may stand in one.
    pub fn new(text: &str) -> Option<Id> {
        let fits = !text.is_empty() && text.len() <= Id::LONGEST;
        let plain = text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'));
        (fits && plain).then(|| Id(text.into()))
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A number that changes when the wording of a question does (FNV-1a, 64 bits): tells a corrected comma from another question.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
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
}

#[cfg(test)]
mod tests {
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

    #[test]
    fn a_fingerprint_sees_where_a_field_ends() {
        assert_ne!(Fingerprint::of(["ab", "c"]), Fingerprint::of(["a", "bc"]));
    }
}
