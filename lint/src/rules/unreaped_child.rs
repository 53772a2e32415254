//! A child process is killed or let go, and nobody waits for it.
//!
//! ## What it does
//!
//! Reports a `Child` of `std` (or of `async-process` without its reaper) that is dropped or overwritten on some path on which it was not
//! waited for, while the program lives on: a `Drop` that only kills, a `?` between the spawn and the value that owns the child, an
//! assignment that replaces a running child.
//!
//! ## Why it hangs
//!
//! Dropping a `Child` neither kills nor reaps it. A process that has ended, also by a kill, stays in the process table as a zombie until its
//! parent waits for it: its id is not free again, the table fills up, and whoever waits for that process to be gone (a supervisor, a test, a
//! lock file's owner check) waits for ever.
//!
//! ## Example
//!
//! ```ignore
//! impl Drop for Browser {
//!     fn drop(&mut self) {
//!         let _ = self.child.kill(); // a zombie for each browser
//!     }
//! }
//! ```
//!
//! ## Use instead
//!
//! ```ignore
//! impl Drop for Browser {
//!     fn drop(&mut self) {
//!         let _ = self.child.kill();
//!         let _ = self.child.wait();
//!     }
//! }
//! ```
//!
//! ## Known limits
//!
//! A child that is handed to code out of view is taken to be waited for there. So is one that was looked at with `try_wait` after the kill.

use super::story::Story;
use super::{Finding, Rule};
use crate::analysis::hazard::HazardKind;
use crate::analysis::trace::{Cond, EventKind};
use crate::diagnostic::Level;
use crate::ir::DropWhy;

/// The rule.
pub const RULE: Rule =
    Rule { id: "unreaped_child", level: Level::Warn, pedantic: false, effect: "zombie", docs: include_str!("unreaped_child.rs"), judge };

fn judge(story: &Story<'_, '_>) -> Option<Finding> {
    let HazardKind::Unreaped(id, why) = story.hazard.kind else { return None };
    let worker = story.worker(id)?;
    let looked = |event: &EventKind| match event {
        EventKind::Polled(obj) => *obj == id,
        EventKind::GaveUp(conds) => conds.contains(&Cond::Exit(id)),
        _ => false,
    };
    let events = story.events();
    let killed = events.iter().rposition(|event| event.kind == EventKind::Killed(id));
    // Looked at after the kill it may be reaped; looked at and let go alive it is an abandoned worker.
    if worker.gave_up.is_some() && killed.is_none() || events[killed.unwrap_or(0)..].iter().any(|event| looked(&event.kind)) {
        return None;
    }
    let help = "`wait` for the child after the kill: until its parent does, a process that has ended stays a zombie".to_owned();
    if let Some(at) = worker.killed {
        let message = "the child is killed here and never waited for: it stays a zombie".to_owned();
        return Some(Finding { at, message, label: "nobody waits for it after this".to_owned(), help });
    }
    let exit = match why {
        DropWhy::Question => "this `?` loses",
        DropWhy::Jump => "leaving here loses",
        DropWhy::Overwrite => "this assignment loses",
        DropWhy::Cancel => "cancelling here loses",
        DropWhy::Scope | DropWhy::Temporary => "this loses",
    };
    Some(Finding {
        at: story.hazard.at,
        message: format!("{exit} a child process that nobody has waited for: it stays a zombie when it ends"),
        label: "the last handle of the child goes here".to_owned(),
        help: "`wait` for the child on this exit too, or hand it on".to_owned(),
    })
}
