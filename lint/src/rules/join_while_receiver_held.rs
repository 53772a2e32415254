//! A worker that may block in a bounded `send` is joined by somebody who holds the receiver and no longer drains it.
//!
//! ## What it does
//!
//! Reports a `join` of a worker that sends more into a bounded channel than it holds, while the one who joins keeps the receiver.
//!
//! ## Why it hangs
//!
//! When the channel is full the worker parks in `send` until there is room, or until the receiver is gone. Neither comes: the receiver
//! is alive, and the one who holds it waits for the worker.
//!
//! ## Example
//!
//! ```no_run
//! use std::{sync::mpsc, thread};
//! let (tx, rx) = mpsc::sync_channel(1);
//! let worker = thread::spawn(move || {
//!     for i in 0..10 {
//!         tx.send(i).unwrap();
//!     }
//! });
//! println!("{:?}", rx.recv());
//! worker.join().unwrap();
//! drop(rx);
//! ```
//!
//! ## Use instead
//!
//! ```
//! use std::{sync::mpsc, thread};
//! let (tx, rx) = mpsc::sync_channel(1);
//! let worker = thread::spawn(move || {
//!     for i in 0..10 {
//!         if tx.send(i).is_err() {
//!             break;
//!         }
//!     }
//! });
//! println!("{:?}", rx.recv());
//! drop(rx);
//! worker.join().unwrap();
//! ```
//!
//! ## Known limits
//!
//! A capacity that is computed is taken as too small.

use super::story::{Story, is_frame};
use super::{Finding, Rule};
use crate::analysis::trace::Cond;
use crate::diagnostic::Level;

/// The rule.
pub const RULE: Rule = Rule {
    id: "join_while_receiver_held",
    level: Level::Deny,
    pedantic: false,
    effect: "hang",
    docs: include_str!("join_while_receiver_held.rs"),
    judge,
};

fn judge(story: &Story<'_, '_>) -> Option<Finding> {
    let (_, worker) = story.joined()?;
    let held = story.proof().iter().find(|unmet| matches!(unmet.cond, Cond::Room(_)) && unmet.holders.iter().any(is_frame))?;
    let kind = story.kind(worker);
    let holder = story.held_by(&held.holders).map_or_else(|| "the receiver".to_owned(), |name| format!("`{name}`"));
    Some(Finding {
        at: story.hazard.at,
        message: format!(
            "this waits for a {kind} that may wait for room in a channel, and {holder}, which is held here, is no longer drained"
        ),
        label: format!("waits for the {kind} for ever"),
        help: format!("drop or drain {holder} before the {kind} is joined"),
    })
}
