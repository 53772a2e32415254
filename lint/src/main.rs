//! The command `cargo lint`.

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(must_abort_lint::cli::main(std::env::args_os()))
}
