//! x
pub mod app;
pub mod course;
pub mod page;
pub mod progress;
pub mod settings;
pub mod store;
