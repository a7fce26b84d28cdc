//! Arguments in, exit code out.

use std::process::ExitCode;

use clap::Parser;
use contrasts::command::Command;

fn main() -> ExitCode {
    ExitCode::from(match Command::try_parse() {
        Ok(command) => contrasts::run::run(command),
        Err(error) => contrasts::run::explain(&error),
    })
}
