//! A lock is held across a wait whose waker must take the same lock.
//!
//! ## What it does
//!
//! Reports a `recv`, a `join`, an `.await` or another wait without a deadline during which a lock guard lives, where the thread or task that
//! would end the wait must take that lock on its way.
//!
//! ## Why it hangs
//!
//! The one waits for the other, and the other for the lock. The guard of `let mut table = …lock()` lives to the end of its scope, however
//! early it was last used.
//!
//! ## Example
//!
//! ```no_run
//! use std::sync::{Arc, Mutex};
//! use std::thread;
//! let total = Arc::new(Mutex::new(0));
//! let shared = Arc::clone(&total);
//! let mut sum = total.lock().unwrap();
//! let worker = thread::spawn(move || *shared.lock().unwrap() += 1);
//! *sum += 1;
//! worker.join().unwrap();
//! ```
//!
//! ## Use instead
//!
//! ```
//! use std::sync::{Arc, Mutex};
//! use std::thread;
//! let total = Arc::new(Mutex::new(0));
//! let shared = Arc::clone(&total);
//! let mut sum = total.lock().unwrap();
//! let worker = thread::spawn(move || *shared.lock().unwrap() += 1);
//! *sum += 1;
//! drop(sum);
//! worker.join().unwrap();
//! ```
//!
//! ## Known limits
//!
//! Two threads that take two locks in opposite orders are not looked for: that is a matter of the locks alone. `Condvar::wait` gives its
//! lock back while it waits, and is no such wait.

use super::story::Story;
use super::{Finding, Rule};
use crate::analysis::hazard::HazardKind;
use crate::analysis::state::Holder;
use crate::diagnostic::Level;

/// The rule.
pub const RULE: Rule = Rule {
    id: "guard_held_across_park",
    level: Level::Warn,
    pedantic: false,
    effect: "hang",
    docs: include_str!("guard_held_across_park.rs"),
    judge,
};

fn judge(story: &Story<'_, '_>) -> Option<Finding> {
    let HazardKind::Locked { guard, needs, .. } = &story.hazard.kind else { return None };
    let waker = needs.waiter.and_then(|id| story.worker(id)).map(|worker| story.kind(worker));
    let who = waker.map_or_else(|| "the one who would end the wait".to_owned(), |kind| format!("the {kind} that would end the wait"));
    let held = match guard {
        Holder::Worker(_) => None,
        other => story.name(other),
    };
    let (message, help) = match held {
        Some(name) => (
            format!("this waits with the lock of `{name}` held, and {who} must take that lock first"),
            format!("drop `{name}` before the wait, and lock again after it if need be"),
        ),
        None => {
            (format!("this waits with a lock held, and {who} must take that lock first"), "let go of the lock before the wait".to_owned())
        }
    };
    Some(Finding { at: story.hazard.at, message, label: "waits here for ever, with the lock held".to_owned(), help })
}
