//! The one test program: what a learner, a facilitator or an author could notice.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

mod arc;
mod calibration;
mod check;
mod command;
mod commonmark;
mod corner;
mod doctor;
mod ending;
mod facilitator;
mod fault;
mod golden;
mod group;
mod journey;
mod kinds;
mod laws;
mod learner;
mod mirror;
mod monkey;
mod mouse;
mod moving;
mod outcome;
mod page;
mod piped;
mod plain;
mod plans;
mod present;
mod profiles;
mod progress;
mod pty;
mod rehearsal;
mod report;
mod review;
mod saving;
mod screens;
mod siege;
mod spoken;
mod strace;
mod strange;
mod surroundings;
mod talker;
mod terminal;
mod tidy;
mod workshop;
mod xapi;
