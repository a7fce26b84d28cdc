//! x
pub mod course;
