//! A receiver is drained until EOF while the one who drains it still holds a sender of the same channel.
//!
//! ## What it does
//!
//! Reports a loop over a receiver, or a wait for one message, that can't come to an end: a sender of that channel is still held by a
//! local, a field or a closure of the one who waits.
//!
//! ## Why it hangs
//!
//! EOF is the drop of the *last* sender. The workers drop their clones when they are done; the original sits in a variable that is
//! dropped only after the loop, and the loop waits for that drop. `let _ = tx;` does not drop.
//!
//! ## Example
//!
//! ```no_run
//! use std::{sync::mpsc, thread};
//! let (tx, rx) = mpsc::channel();
//! for i in 0..4 {
//!     let tx = tx.clone();
//!     thread::spawn(move || tx.send(i).unwrap());
//! }
//! for value in rx {
//!     println!("{value}");
//! }
//! ```
//!
//! ## Use instead
//!
//! ```
//! use std::{sync::mpsc, thread};
//! let (tx, rx) = mpsc::channel();
//! for i in 0..4 {
//!     let tx = tx.clone();
//!     thread::spawn(move || tx.send(i).unwrap());
//! }
//! drop(tx);
//! for value in rx {
//!     println!("{value}");
//! }
//! ```
//!
//! ## Known limits
//!
//! A loop that counts its messages, or has another way out, is not reported, even if the count can be wrong.

use super::story::{Story, is_frame};
use super::{Finding, Rule};
use crate::analysis::trace::Cond;
use crate::diagnostic::Level;

/// The rule.
pub const RULE: Rule = Rule {
    id: "recv_while_sender_held",
    level: Level::Deny,
    pedantic: false,
    effect: "hang",
    docs: include_str!("recv_while_sender_held.rs"),
    judge,
};

fn judge(story: &Story<'_, '_>) -> Option<Finding> {
    let chan = story.received()?;
    let held = story.proof().iter().find(|unmet| unmet.waiter.is_none() && matches!(unmet.cond, Cond::Eof(id) if id == chan))?;
    if !held.holders.iter().any(is_frame) {
        return None;
    }
    let holder = story.held_by(&held.holders);
    let message = match &holder {
        Some(name) => format!("this waits for EOF, which can't come while `{name}` holds a sender of the same channel"),
        None => "this waits for EOF, which can't come while the one who waits holds a sender of the same channel".to_owned(),
    };
    let help = match holder {
        Some(name) if name.contains('.') => {
            format!("take `{name}` out of its field and drop it before this, or leave the only senders with the workers")
        }
        Some(name) => format!("drop `{name}` before this, or move it into the last worker"),
        None => "drop the sender before this, or move it into the last worker".to_owned(),
    };
    Some(Finding { at: story.hazard.at, message, label: "waits here for ever".to_owned(), help })
}
