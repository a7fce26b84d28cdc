//! x
pub mod course;
pub mod page;
pub mod progress;
