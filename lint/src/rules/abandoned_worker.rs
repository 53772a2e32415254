//! A bounded wait for a worker gives up, and the worker is let go while it still runs.
//!
//! ## What it does
//!
//! Reports a `JoinHandle` that is passed by value to `timeout` or to an arm of `select!`, and is dropped with it when something else comes
//! first, where nothing on that path tells the worker to stop.
//!
//! ## Why it hangs
//!
//! Dropping the handle of a thread or task detaches it: it goes on, and nobody can reach it any more. What the worker holds (a permit, a lock, a sender) is never given back, and whoever needs it waits for ever.
//!
//! ## Example
//!
//! ```ignore
//! let dump = tokio::spawn(export(slot));
//! tokio::select! {
//!     rows = dump => rows.ok(),
//!     _ = interrupted.recv() => None, // the task goes on, and keeps its slot
//! }
//! ```
//!
//! ## Use instead
//!
//! ```ignore
//! let mut dump = tokio::spawn(export(slot));
//! tokio::select! {
//!     rows = &mut dump => rows.ok(),
//!     _ = interrupted.recv() => {
//!         dump.abort();
//!         None
//!     }
//! }
//! ```
//!
//! ## Known limits
//!
//! A loop over `is_finished` or `try_wait` with a deadline is not recognised.

use super::story::Story;
use super::{Finding, Rule};
use crate::analysis::hazard::HazardKind;
use crate::analysis::trace::{Cond, EventKind};
use crate::diagnostic::Level;

/// The rule.
pub const RULE: Rule =
    Rule { id: "abandoned_worker", level: Level::Warn, pedantic: false, effect: "leak", docs: include_str!("abandoned_worker.rs"), judge };

fn judge(story: &Story<'_, '_>) -> Option<Finding> {
    let HazardKind::LetGo(id, _) = story.hazard.kind else { return None };
    let worker = story.worker(id)?;
    let at = worker.gave_up?;
    if worker.killed.is_some() || story.hazard.state.obj(id).is_some_and(|obj| obj.escaped) {
        return None;
    }
    if !story.hazard.state.holders(id, &|_| true).is_empty() {
        // An abort handle, or a clone of the handle, is still there.
        return None;
    }
    let events = story.events();
    let gave_up = events.iter().rposition(|event| matches!(&event.kind, EventKind::GaveUp(conds) if conds.contains(&Cond::Exit(id))))?;
    let told = events[gave_up..].iter().any(|event| {
        matches!(
            event.kind,
            EventKind::Set(..) | EventKind::Sent { .. } | EventKind::Closed(_) | EventKind::Aborted(_) | EventKind::Killed(_)
        )
    });
    if told {
        return None;
    }
    let kind = story.kind(worker);
    Some(Finding {
        at,
        message: format!("when this wait gives up, the {kind} is let go and goes on running"),
        label: format!("the {kind}'s handle goes with the wait"),
        help: format!("wait for `&mut` the handle and stop the {kind} on the other branch, or keep a guard that aborts it on drop"),
    })
}
