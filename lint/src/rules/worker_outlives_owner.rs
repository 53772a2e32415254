//! A value goes, and the worker that it started stays.
//!
//! ## What it does
//!
//! Reports a worker that belongs to a value (the value keeps its handle or the ends that it listens on, or started it for its own use) and
//! can't end any more once that value is dropped or stopped: a loop without an exit, a flag that is never set, a disconnect that the worker
//! ignores, a condition variable or `accept` that nobody wakes, a `stop` that forgets one of several.
//!
//! ## Why it hangs
//!
//! Each value leaves one more thread or task behind, with all that it holds. Whoever waits for what it holds waits for ever.
//!
//! ## Example
//!
//! ```no_run
//! use std::{sync::mpsc, thread, time::Duration};
//! struct Timer(mpsc::Sender<u32>);
//! impl Timer {
//!     fn new() -> Self {
//!         let (tx, rx) = mpsc::channel();
//!         thread::spawn(move || loop {
//!             while let Ok(n) = rx.try_recv() {
//!                 println!("{n}");
//!             }
//!             thread::sleep(Duration::from_millis(2));
//!         });
//!         Timer(tx)
//!     }
//! }
//! ```
//!
//! ## Use instead
//!
//! ```
//! use std::{sync::mpsc, thread, time::Duration};
//! struct Timer(mpsc::Sender<u32>);
//! impl Timer {
//!     fn new() -> Self {
//!         let (tx, rx) = mpsc::channel();
//!         thread::spawn(move || loop {
//!             match rx.recv_timeout(Duration::from_millis(2)) {
//!                 Ok(n) => println!("{n}"),
//!                 Err(mpsc::RecvTimeoutError::Timeout) => {}
//!                 Err(mpsc::RecvTimeoutError::Disconnected) => return,
//!             }
//!         });
//!         Timer(tx)
//!     }
//! }
//! ```
//!
//! ## Known limits
//!
//! A worker that reads from a peer out of view is taken to end when the peer hangs up. What lives until `main` ends is not reported.

use super::story::Story;
use super::{Finding, Rule};
use crate::analysis::hazard::{HazardKind, Stay};
use crate::diagnostic::Level;
use crate::ir::WorkerKind;

/// The rule.
pub const RULE: Rule = Rule {
    id: "worker_outlives_owner",
    level: Level::Warn,
    pedantic: false,
    effect: "leak",
    docs: include_str!("worker_outlives_owner.rs"),
    judge,
};

fn judge(story: &Story<'_, '_>) -> Option<Finding> {
    let HazardKind::Stays(id, Stay::Ownerless(owner)) = story.hazard.kind else { return None };
    let worker = story.worker(id)?;
    let kind = story.kind(worker);
    let name = owner.map(|def| &story.machine.program.adts[def].name);
    let (owner, long) = match name {
        Some(name) => (format!("the `{name}`"), format!("the `{name}` that it works for")),
        None => ("its owner".to_owned(), "the value that it works for".to_owned()),
    };
    let stop = match worker.kind {
        WorkerKind::Task => "abort it or cancel its token",
        WorkerKind::Process => "kill it and wait for it",
        WorkerKind::Thread | WorkerKind::Scoped | WorkerKind::Blocking => "set a flag that it looks at",
    };
    Some(Finding {
        at: story.spawned(id)?,
        message: format!("this {kind} goes on when {long} is gone"),
        label: format!("nothing ends it when {owner} goes"),
        help: format!("when {owner} is dropped, {stop}; or have the {kind} end when what it reads from is closed"),
    })
}
