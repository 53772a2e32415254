//! A teardown panics when the other side is already gone.
//!
//! ## What it does
//!
//! Reports `unwrap`, `expect` and the like on the result of a send, a receive or a lock in a `drop`, in a function marked `#[kills]`, or in a
//! method that stops a worker of its own, where a worker in view may have ended or panicked before.
//!
//! ## Why it hangs
//!
//! It does not hang: it dies half-way. The rest of the teardown (the join, the other workers' stop messages) is skipped, and where the `drop`
//! runs because of another panic, the process aborts.
//!
//! ## Example
//!
//! ```no_run
//! use std::sync::mpsc::Sender;
//! enum Job { Run(u32), Stop }
//! struct Pool { jobs: Sender<Job> }
//! impl Drop for Pool {
//!     fn drop(&mut self) {
//!         self.jobs.send(Job::Stop).unwrap(); // the worker left its loop at the first error
//!     }
//! }
//! ```
//!
//! ## Use instead
//!
//! ```
//! use std::sync::mpsc::Sender;
//! enum Job { Run(u32), Stop }
//! struct Pool { jobs: Sender<Job> }
//! impl Drop for Pool {
//!     fn drop(&mut self) {
//!         let _ = self.jobs.send(Job::Stop); // an error here only says that the worker is gone already
//!     }
//! }
//! ```
//!
//! ## Known limits
//!
//! Where the other side is out of view, only a `drop` is reported. That a worker panics is seen where it says so (`unwrap`, `assert!`,
//! `panic!`), not in arithmetic or an index. The `unwrap` of a `join` is left alone: it hands a worker's panic on.

use super::story::Story;
use super::{Finding, Rule};
use crate::analysis::hazard::{HazardKind, Refusal};
use crate::analysis::panics;
use crate::diagnostic::Level;

/// The rule.
pub const RULE: Rule = Rule {
    id: "panicking_teardown",
    level: Level::Warn,
    pedantic: false,
    effect: "panic",
    docs: include_str!("panicking_teardown.rs"),
    judge,
};

fn judge(story: &Story<'_, '_>) -> Option<Finding> {
    let HazardKind::Refused(_, why) = story.hazard.kind else { return None };
    let at = panics(story.machine.linked, &story.hazard.state)?;
    let (when, label, help) = match why {
        Refusal::Receiver => (
            "when the receiver is gone",
            "an error here only says that the receiver is gone",
            "ignore or handle the error: there is nobody left to stop",
        ),
        Refusal::Sender => (
            "when the sender is gone",
            "an error here only says that nobody will send",
            "ignore or handle the error: there is nobody left to wait for",
        ),
        Refusal::Poisoned => (
            "when somebody has panicked with the lock held",
            "an error here only says that the lock is poisoned",
            "go on with what the lock holds: `unwrap_or_else(PoisonError::into_inner)`",
        ),
    };
    Some(Finding {
        at,
        message: format!("this teardown panics {when}, and the rest of it is skipped"),
        label: label.to_owned(),
        help: help.to_owned(),
    })
}
