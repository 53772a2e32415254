//! The command `cargo lint`.

use std::process::ExitCode;

use must_abort_lint::cli::Allocator;

#[global_allocator]
static ALLOCATOR: Allocator = Allocator;

fn main() -> ExitCode {
    ExitCode::from(must_abort_lint::cli::main(std::env::args_os()))
}
