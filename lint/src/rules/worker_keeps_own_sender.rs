//! A worker that ends only at EOF holds a sender of that channel itself.
//!
//! ## What it does
//!
//! Reports a worker whose every way out waits for the EOF of a channel, while a sender of it (a clone) was moved into the worker.
//!
//! ## Why it hangs
//!
//! The worker would have to drop its own sender to be woken, and it drops it only when it has been. Whatever the others do, it stays:
//! who joins it hangs, who does not leaks it.
//!
//! ## Example
//!
//! ```no_run
//! use std::{sync::mpsc, thread};
//! let (tx, rx) = mpsc::channel::<u32>();
//! let again = tx.clone();
//! let worker = thread::spawn(move || {
//!     for n in rx {
//!         if n > 0 {
//!             again.send(n - 1).unwrap();
//!         }
//!     }
//! });
//! tx.send(3).unwrap();
//! drop(tx);
//! worker.join().unwrap();
//! ```
//!
//! ## Use instead
//!
//! ```
//! use std::{sync::mpsc, thread};
//! let (tx, rx) = mpsc::channel::<u32>();
//! let worker = thread::spawn(move || {
//!     let mut own = Vec::new();
//!     for n in rx {
//!         own.push(n);
//!         while let Some(n) = own.pop() {
//!             if n > 0 {
//!                 own.push(n - 1);
//!             }
//!         }
//!     }
//! });
//! tx.send(3).unwrap();
//! drop(tx);
//! worker.join().unwrap();
//! ```
//!
//! A weak sender, a stop message or a token does as well.
//!
//! ## Known limits
//!
//! A worker whose code is not all in view is not reported.

use super::story::Story;
use super::{Finding, Rule};
use crate::analysis::hazard::HazardKind;
use crate::analysis::state::Holder;
use crate::analysis::trace::Cond;
use crate::diagnostic::Level;

/// The rule.
pub const RULE: Rule = Rule {
    id: "worker_keeps_own_sender",
    level: Level::Deny,
    pedantic: false,
    effect: "hang or leak",
    docs: include_str!("worker_keeps_own_sender.rs"),
    judge,
};

fn judge(story: &Story<'_, '_>) -> Option<Finding> {
    let (worker, chan, wait) = match &story.hazard.kind {
        HazardKind::SelfParked { worker, chan, wait } => (*worker, *chan, *wait),
        HazardKind::Parked { .. } => story.proof().iter().find_map(|unmet| {
            let worker = unmet.waiter?;
            let Cond::Eof(chan) = unmet.cond else { return None };
            unmet.holders.contains(&Holder::Worker(worker)).then_some((worker, chan, unmet.at))
        })?,
        _ => return None,
    };
    let kind = story.who(worker);
    let (what, own) = match story.carried(worker, chan) {
        Some(name) => (format!("`{name}` itself"), format!("`{name}`")),
        None => ("a sender of the same channel itself".to_owned(), "its own sender".to_owned()),
    };
    Some(Finding {
        at: story.machine.loop_around(wait),
        message: format!("this {kind} waits for EOF, which can't come while it holds {what}"),
        label: "the EOF that ends this never comes".to_owned(),
        help: format!("drop {own} before the wait, make it a weak sender, or end the {kind} by a stop message or a token"),
    })
}
