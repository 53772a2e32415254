//! Async code waits with its thread, and the task that would wake it needs that thread.
//!
//! ## What it does
//!
//! Reports a wait that blocks the thread inside async code (`recv` of a `std` or crossbeam channel, `join` of a thread, a condition variable) if
//! what would end it is a task of the same executor, and that executor has no other thread.
//!
//! ## Why it hangs
//!
//! An `.await` gives the thread back, a blocking call keeps it. On an executor of one thread the other tasks stand still until the call
//! returns, and it returns when one of them has run.
//!
//! ## Example
//!
//! ```no_run
//! use std::sync::mpsc;
//! # #[cfg(any())]
//! #[tokio::main(flavor = "current_thread")]
//! async fn main() {
//!     let (tx, rx) = mpsc::channel();
//!     tokio::spawn(async move { tx.send(1) });
//!     println!("{:?}", rx.recv());
//! }
//! # fn main() { let _ = mpsc::channel::<u32>(); }
//! ```
//!
//! ## Use instead
//!
//! ```
//! # #[cfg(any())]
//! #[tokio::main(flavor = "current_thread")]
//! async fn main() {
//!     let (tx, mut rx) = tokio::sync::mpsc::channel(1);
//!     tokio::spawn(async move { tx.send(1).await });
//!     println!("{:?}", rx.recv().await);
//! }
//! # fn main() {}
//! ```
//!
//! Where there is no async form, `spawn_blocking` has the call made on a thread of its own.
//!
//! ## Known limits
//!
//! An executor with several threads is not reported: that all of them wait at once does not show.

use super::story::Story;
use super::{Finding, Rule};
use crate::analysis::hazard::HazardKind;
use crate::diagnostic::Level;

/// The rule.
pub const RULE: Rule = Rule {
    id: "blocking_park_in_async",
    level: Level::Warn,
    pedantic: false,
    effect: "hang",
    docs: include_str!("blocking_park_in_async.rs"),
    judge,
};

fn judge(story: &Story<'_, '_>) -> Option<Finding> {
    let HazardKind::Starved { conds, .. } = &story.hazard.kind else { return None };
    let what = story.waits_for(conds.first()?);
    Some(Finding {
        at: story.hazard.at,
        message: format!("this waits for {what} on the only thread that runs tasks, and a task would have to run to end the wait"),
        label: "no task runs while this waits".to_owned(),
        help: "await the async form, or move the call to `spawn_blocking`".to_owned(),
    })
}
