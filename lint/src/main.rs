//! The command `cargo lint`.
fn main() {}
