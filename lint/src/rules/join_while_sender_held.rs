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
use crate::analysis::hazard::Unmet;
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
    let (joined, worker) = story.joined()?;
    let given = |unmet: &&Unmet| unmet.waiter.is_some() && is_given(&unmet.cond);
    let held = |unmet: &&Unmet| unmet.waiter.is_some() && matches!(unmet.cond, Cond::Eof(_)) && unmet.holders.iter().any(is_frame);
    let tells = |unmet: &&Unmet| held(unmet) || given(unmet);
    // What the one that is waited for waits for itself is the nearer reason.
    let own = story.proof().iter().find(|unmet| unmet.waiter == Some(joined) && tells(unmet));
    let first = own.or_else(|| story.proof().iter().find(tells))?;
    // Where its EOF would do as well, what holds that up says more than that no message comes.
    let eof = story.proof().iter().find(|unmet| held(unmet) && unmet.waiter == first.waiter);
    let unmet = eof.filter(|_| matches!(first.cond, Cond::Msg(..))).unwrap_or(first);
    let kind = story.kind(worker);
    let name = story.held_by(&unmet.holders);
    // Who waits for EOF is the one that is waited for, or another one that keeps that one waiting.
    let other = unmet.waiter.filter(|waiter| *waiter != joined).map(|waiter| story.who(waiter));
    let (message, help) = match (&unmet.cond, name) {
        (Cond::Eof(_), Some(name)) => (
            match other {
                Some(other) => format!(
                    "this waits for a {kind} that waits for another {other}, and the EOF that ends that one can't come while `{name}` holds a sender"
                ),
                None => format!(
                    "this waits for a {kind} that waits for EOF, which can't come while `{name}` holds a sender of the same channel"
                ),
            },
            format!(
                "drop {} before the {kind} is waited for",
                if name.contains('.') { format!("`{name}` (`take` it out of its field)") } else { format!("`{name}`") }
            ),
        ),
        (Cond::Eof(_), None) => (
            format!(
                "this waits for a {kind} that waits for EOF, which can't come while the one who waits holds a sender of the same channel"
            ),
            format!("drop the sender before the {kind} is waited for"),
        ),
        (cond, name) => {
            let (what, deed) = match (cond, name) {
                (Cond::Msg(..), Some(name)) => (format!("message through `{name}`"), ("sends", "send")),
                (Cond::Msg(..), None) => ("message".to_owned(), ("sends", "send")),
                (_, Some(name)) => (format!("signal (`{name}`)"), ("gives", "give")),
                (_, None) => ("signal".to_owned(), ("gives", "give")),
            };
            (
                format!("this waits for a {kind} that goes on until it gets a {what}, which nobody {}", deed.0),
                format!("{} the {what} that ends the {kind} before the {kind} is waited for", deed.1),
            )
        }
    };
    Some(Finding { at: story.hazard.at, message, label: format!("waits for the {kind} for ever"), help })
}

/// Whether it comes when somebody does something, not when somebody is gone.
fn is_given(cond: &Cond) -> bool {
    matches!(cond, Cond::Msg(..) | Cond::Signal(..) | Cond::Becomes(..))
}
