//! Arguments in, exit code out.

use std::process::ExitCode;

use clap::Parser;
use contrasts::command::Command;

fn main() -> ExitCode {
    ExitCode::from(contrasts::run::run(Command::parse()))
}
