//! `tokio`. Its macros (`select!`, `join!`, `pin!`, `#[tokio::main]`) are the parser's.
pub mod fs;
pub mod io;
pub mod net;
pub mod process;
pub mod runtime;
pub mod signal;
pub mod sync;
pub mod task;
pub mod time;

pub use task::spawn;
