//! Other formats: what someone did and how far they are, as Markdown, HTML, CSV, JSON and xAPI; what a whole group did, without any
//! of its members; and what a workshop came to, and the guide to one. Values in and text out: knows no file, no clock and no screen, and times come in as values. A format says what a
//! `Record` or a `group::Report` holds and works nothing out.
//!
//! What a learner or a course wrote is `Clean` before it gets here, and each format escapes it in one place of its own.

pub mod csv;
pub mod document;
pub mod group;
pub mod guide;
pub mod held;
pub mod html;
pub mod json;
pub mod markdown;
mod moment;
pub mod outlook;
mod picture;
pub mod record;
mod response;
pub mod xapi;

pub use moment::Moment;
pub use outlook::Outlook;
pub use record::Record;
