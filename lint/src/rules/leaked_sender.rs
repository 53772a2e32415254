//! A sender is put where nothing ever drops it, and somebody waits for its EOF.
//!
//! ## What it does
//!
//! Reports a wait for EOF (or a join of the worker that waits for it) while a sender was given to `mem::forget`, `ManuallyDrop`,
//! `Box::leak`, `into_raw`, or sits in a static or an `Arc` cycle.
//!
//! ## Why it hangs
//!
//! EOF is the drop of the last sender. What is forgotten, leaked or static is never dropped, so there is always one left.
//!
//! ## Example
//!
//! ```no_run
//! use std::{mem, sync::mpsc};
//! let (tx, rx) = mpsc::channel::<u32>();
//! mem::forget(tx);
//! for value in rx {
//!     println!("{value}");
//! }
//! ```
//!
//! ## Use instead
//!
//! ```
//! use std::sync::mpsc;
//! let (tx, rx) = mpsc::channel::<u32>();
//! drop(tx);
//! for value in rx {
//!     println!("{value}");
//! }
//! ```
//!
//! ## Known limits
//!
//! A reclaim through raw pointers (`Box::from_raw`) is not followed.

use super::story::{LEAKED, Story};
use super::{Finding, Rule};
use crate::analysis::state::Holder;
use crate::analysis::trace::{Cond, EventKind};
use crate::diagnostic::Level;

/// The rule.
pub const RULE: Rule =
    Rule { id: "leaked_sender", level: Level::Warn, pedantic: false, effect: "hang", docs: include_str!("leaked_sender.rs"), judge };

fn judge(story: &Story<'_, '_>) -> Option<Finding> {
    let leaked = story.proof().iter().find_map(|unmet| match unmet.cond {
        Cond::Eof(chan) if unmet.holders == [Holder::Leaked] => Some(chan),
        _ => None,
    })?;
    let state = &story.hazard.state;
    let at = story.events().iter().rev().find_map(|event| match event.kind {
        EventKind::Leaked(obj) if obj == leaked || state.is_leaked_in(leaked, obj) => Some(event.at),
        _ => None,
    });
    Some(Finding {
        at: at.unwrap_or(story.hazard.at),
        message: "this leaks a sender, and somebody waits for the EOF that its drop would give".to_owned(),
        label: LEAKED.to_owned(),
        help: "keep the sender where something drops it (in an `Arc` cycle, make one link a `Weak`), or end the wait by a message"
            .to_owned(),
    })
}
