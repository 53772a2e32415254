//! From text to syn: parsing, attributes, known macros, comments that suppress; and which files there are.

pub mod discover;
pub mod manifest;
