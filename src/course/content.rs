//! What a file of a course holds: read already, or its head alone, and the rest when it is first wanted. So the map of ten thousand lessons
//! opens without their texts. A course does not know where the rest comes from.

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

/// The bytes of a file.
#[derive(Clone)]
pub enum Content {
    /// They are here.
    Here(Cow<'static, [u8]>),
    /// They are read when they are wanted, once.
    Later(Arc<Later>),
}

/// A file whose head was read.
pub struct Later {
    head: Vec<u8>,
    whole: OnceLock<Vec<u8>>,
    read: Box<dyn Fn() -> Vec<u8> + Send + Sync>,
}

impl Content {
    /// A file of which only the head was read; `read` reads all of it.
    pub fn later(head: Vec<u8>, read: impl Fn() -> Vec<u8> + Send + Sync + 'static) -> Content {
        Content::Later(Arc::new(Later { head, whole: OnceLock::new(), read: Box::new(read) }))
    }

    /// As much as is here without reading more.
    pub fn head(&self) -> &[u8] {
        match self {
            Content::Here(bytes) => bytes,
            Content::Later(later) => later.whole.get().unwrap_or(&later.head),
        }
    }

    /// Whether a word may stand in it, in whatever capitals: its letters do, one after the other.
    pub fn holds(&self, word: &[u8]) -> bool {
        let Some(first) = word.first() else { return true };
        let mut candidates = memchr::memchr2_iter(first.to_ascii_lowercase(), first.to_ascii_uppercase(), self);
        candidates.any(|at| self.get(at..at + word.len()).is_some_and(|here| here.eq_ignore_ascii_case(word)))
    }

    /// Whether nothing of it is still to be read.
    pub fn is_here(&self) -> bool {
        matches!(self, Content::Here(_))
    }

    /// All bytes.
    pub fn into_bytes(self) -> Cow<'static, [u8]> {
        match self {
            Content::Here(bytes) => bytes,
            later => later.to_vec().into(),
        }
    }
}

impl Deref for Content {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match self {
            Content::Here(bytes) => bytes,
            Content::Later(later) => later.whole.get_or_init(|| (later.read)()),
        }
    }
}

impl From<Vec<u8>> for Content {
    fn from(bytes: Vec<u8>) -> Content {
        Content::Here(bytes.into())
    }
}

impl From<Cow<'static, [u8]>> for Content {
    fn from(bytes: Cow<'static, [u8]>) -> Content {
        Content::Here(bytes)
    }
}

impl PartialEq for Content {
    fn eq(&self, other: &Content) -> bool {
        **self == **other
    }
}

impl fmt::Debug for Content {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "{:?}", String::from_utf8_lossy(self.head()))
    }
}
