//! The wait for a worker comes before the abort, stop message or cancel that would end it.
//!
//! ## What it does
//!
//! Reports an unbounded wait for a worker when, on the same path, the signal that the worker waits for is given only after the wait.
//!
//! ## Why it hangs
//!
//! The worker ends when it is told to. It would be told by the line after the wait, which is never reached.
//!
//! ## Example
//!
//! ```no_run
//! use std::sync::Arc;
//! use std::sync::atomic::{AtomicBool, Ordering};
//! use std::thread;
//! let stop = Arc::new(AtomicBool::new(false));
//! let seen = Arc::clone(&stop);
//! let worker = thread::spawn(move || {
//!     while !seen.load(Ordering::Acquire) {
//!         thread::yield_now();
//!     }
//! });
//! worker.join().unwrap();
//! stop.store(true, Ordering::Release);
//! ```
//!
//! ## Use instead
//!
//! ```
//! use std::sync::Arc;
//! use std::sync::atomic::{AtomicBool, Ordering};
//! use std::thread;
//! let stop = Arc::new(AtomicBool::new(false));
//! let seen = Arc::clone(&stop);
//! let worker = thread::spawn(move || {
//!     while !seen.load(Ordering::Acquire) {
//!         thread::yield_now();
//!     }
//! });
//! stop.store(true, Ordering::Release);
//! worker.join().unwrap();
//! ```
//!
//! ## Known limits
//!
//! A sender that merely goes out of scope after the wait is reported as held (`join_while_sender_held`), not as an abort that is late.

use super::story::Story;
use super::{Finding, Rule};
use crate::diagnostic::Level;

/// The rule.
pub const RULE: Rule =
    Rule { id: "abort_after_wait", level: Level::Deny, pedantic: false, effect: "hang", docs: include_str!("abort_after_wait.rs"), judge };

fn judge(story: &Story<'_, '_>) -> Option<Finding> {
    let (_, worker) = story.joined()?;
    story.late_stop()?;
    let kind = story.kind(worker);
    Some(Finding {
        at: story.hazard.at,
        message: format!("this waits for a {kind} that is told to stop only after the wait"),
        label: format!("waits for the {kind} for ever"),
        help: format!("tell the {kind} to stop before this, or wait with a deadline"),
    })
}
