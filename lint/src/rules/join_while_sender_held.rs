//! A worker that ends only at EOF is joined by somebody who still holds a sender of that channel.
//!
//! ## What it does
//!
//! Reports a `join`, an `.await` of a handle or a scope's end that waits for a worker whose only way out is EOF of a channel (or a token,
//! flag or message), while the one who joins holds the sender (or token) and has not used it.
//!
//! ## Why it hangs
//!
//! The worker waits for the last sender to go, and the last sender waits for the worker: it is a field or local that is dropped only
//! after the join.
//!
//! ## Example
//!
//! ```no_run
//! use std::{sync::mpsc, thread};
//! let (jobs, inbox) = mpsc::channel::<u32>();
//! let worker = thread::spawn(move || inbox.iter().sum::<u32>());
//! jobs.send(1).unwrap();
//! println!("{}", worker.join().unwrap());
//! ```
//!
//! ## Use instead
//!
//! ```
//! use std::{sync::mpsc, thread};
//! let (jobs, inbox) = mpsc::channel::<u32>();
//! let worker = thread::spawn(move || inbox.iter().sum::<u32>());
//! jobs.send(1).unwrap();
//! drop(jobs);
//! println!("{}", worker.join().unwrap());
//! ```
//!
//! In a `Drop`, keep the sender in an `Option` and `take()` it before the join; or declare the field above a handle that joins on drop.
//!
//! ## Known limits
//!
//! A worker that breaks on the content of a message (`if line == "quit"`) is taken to wait for EOF all the same.

use super::story::{Story, is_frame};
use super::{Finding, Rule};
use crate::analysis::trace::Cond;
use crate::diagnostic::Level;

/// The rule.
pub const RULE: Rule = Rule {
    id: "join_while_sender_held",
    level: Level::Deny,
    pedantic: false,
    effect: "hang",
    docs: include_str!("join_while_sender_held.rs"),
    judge,
};

fn judge(story: &Story<'_, '_>) -> Option<Finding> {
    let (_, worker) = story.joined()?;
    let held = story.proof().iter().find(|unmet| {
        unmet.waiter.is_some()
            && matches!(unmet.cond, Cond::Eof(_) | Cond::Msg(..) | Cond::Signal(..) | Cond::Becomes(..))
            && (unmet.holders.iter().any(is_frame) || !matches!(unmet.cond, Cond::Eof(_)))
    })?;
    let kind = story.kind(worker);
    let holder = story.held_by(&held.holders);
    let what = match held.cond {
        Cond::Eof(_) => "EOF of a channel",
        Cond::Msg(..) => "a message",
        _ => "a signal",
    };
    let message = match &holder {
        Some(name) => format!("this waits for a {kind} that waits for {what}, and `{name}` still holds the other end"),
        None => format!("this waits for a {kind} that waits for {what}, which nobody gives"),
    };
    let help = match (&held.cond, holder) {
        (Cond::Eof(_), Some(name)) => format!("drop `{name}` (or `take` it out of its field) before the {kind} is joined"),
        (Cond::Eof(_), None) => format!("drop the sender before the {kind} is joined"),
        _ => format!("give the signal that ends the {kind} before it is joined"),
    };
    Some(Finding { at: story.hazard.at, message, label: format!("waits for the {kind} for ever"), help })
}
