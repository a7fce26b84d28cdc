//! Arguments in, exit code out.

use std::process::ExitCode;

use clap::Parser;
use contrasts::command::Command;

fn main() -> ExitCode {
    // Most starts have no arguments. Those need no parser, which would take a tenth of the time to the first screen.
    if std::env::args_os().len() == 1 {
        return ExitCode::from(contrasts::run::run(Command::default()));
    }
    ExitCode::from(match Command::try_parse() {
        Ok(command) => contrasts::run::run(command),
        Err(error) => contrasts::run::explain(&error),
    })
}
