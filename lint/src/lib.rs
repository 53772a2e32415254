//! A source linter for programs that hang when they shut down.
//!
//! It reads Rust source, follows channel handles and workers through spawn and teardown code, and asks at every wait who wakes the one
//! that is parked. The pipeline: discover, parse and lower (`syntax`, `lower`), link (`link`), analyse (`analysis`), judge (`rules`), report
//! (`report`).

pub mod analysis;
pub mod base;
pub mod cli;
pub mod config;
pub mod dataflow;
pub mod diagnostic;
pub mod driver;
pub mod ir;
pub mod link;
pub mod lower;
pub mod report;
pub mod rules;
pub mod suggest;
pub mod syntax;
