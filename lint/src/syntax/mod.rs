//! From text to syn: parsing, attributes, known macros, comments that suppress; and which files there are.
//!
//! What lies here looks at one file's text or tokens and makes no IR bodies; it knows nothing of channels.

pub mod attributes;
pub mod blank;
pub mod comments;
pub mod discover;
pub mod macros;
pub mod manifest;
mod parse;
pub mod scan;
pub mod span;

pub use parse::{MAX_DEPTH, as_written, parse};
