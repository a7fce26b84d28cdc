//! x
pub mod app;
pub mod command;
pub mod course;
pub mod page;
pub mod progress;
pub mod run;
pub mod settings;
pub mod store;
pub mod ui;
