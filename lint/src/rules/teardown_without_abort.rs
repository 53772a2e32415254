//! A worker is torn down, and somebody goes on waiting for what only it would have sent.
//!
//! ## What it does
//!
//! Reports a kill, an abort, a stop signal, a removal from a registry or an early `?`/`return` after which a wait can't end any more: the
//! worker (or the stop message) that would have woken it is gone, and no abort, close, EOF or message reaches that receiver.
//!
//! ## Why it hangs
//!
//! An abort that goes to the worker does not wake who waits for the worker's messages. The channel between them has to be closed too.
//!
//! ## Example
//!
//! ```ignore
//! fn evict(&mut self, id: u32) {
//!     if let Some(slot) = self.slots.remove(&id) {
//!         slot.cancelled.store(true, Ordering::Release); // the decoder ends, its ring is never closed
//!         slot.decoder.join().ok();
//!     }
//! }
//! ```
//!
//! ## Use instead
//!
//! ```ignore
//! fn evict(&mut self, id: u32) {
//!     if let Some(slot) = self.slots.remove(&id) {
//!         slot.cancelled.store(true, Ordering::Release);
//!         slot.decoder.join().ok();
//!         slot.ring.abort();
//!     }
//! }
//! ```
//!
//! ## Known limits
//!
//! What another process or a remote peer would have sent is not known, and taken to come.

use super::story::{Story, subject};
use super::{Finding, Rule};
use crate::analysis::hazard::{HazardKind, Unmet};
use crate::analysis::object::{ObjKind, Status};
use crate::analysis::trace::{Cond, EventKind};
use crate::analysis::value::ObjId;
use crate::base::FileSpan;
use crate::diagnostic::Level;

/// The rule.
pub const RULE: Rule = Rule {
    id: "teardown_without_abort",
    level: Level::Deny,
    pedantic: false,
    effect: "hang",
    docs: include_str!("teardown_without_abort.rs"),
    judge,
};

fn judge(story: &Story<'_, '_>) -> Option<Finding> {
    if !matches!(story.hazard.kind, HazardKind::Parked { .. }) {
        return None;
    }
    story.proof().iter().find_map(|unmet| ended_feeder(story, unmet).or_else(|| skipped_stop(story, unmet)))
}

/// The teardown that ended the worker which fed what is waited for.
fn ended_feeder(story: &Story<'_, '_>, unmet: &Unmet) -> Option<Finding> {
    let state = &story.hazard.state;
    let wanted = subject(&unmet.cond)?;
    let (feeder, worker) = state.objs.iter().find_map(|(&id, obj)| match &obj.kind {
        ObjKind::Worker(worker) if (worker.status == Status::Done || worker.killed.is_some()) && Some(id) != unmet.waiter => {
            let feeds = worker.behaviour.paths.iter().flat_map(|path| &path.events).any(|event| feeds(&event.kind, &unmet.cond, wanted));
            feeds.then_some((id, worker))
        }
        _ => None,
    })?;
    let at = torn_down(story, feeder)?;
    let kind = story.kind(worker);
    Some(Finding {
        at,
        message: format!("this ends the {kind} that fed a channel, and whoever still waits for it is not told"),
        label: format!("the {kind} goes here"),
        help: "abort or close the channel too, on every path of the teardown, before anything waits for its reader".to_owned(),
    })
}

fn feeds(event: &EventKind, cond: &Cond, wanted: ObjId) -> bool {
    match event {
        EventKind::Sent { chan, .. } => *chan == wanted,
        EventKind::Set(signal, _) => *signal == wanted,
        EventKind::Wrote(loc, _) => matches!(cond, Cond::Becomes(at, _) if at.root == loc.root),
        _ => false,
    }
}

/// Where the path ended a worker: the kill, or the signal or message that the worker ends on.
fn torn_down(story: &Story<'_, '_>, feeder: ObjId) -> Option<FileSpan> {
    let events = story.events();
    if let Some(event) = events.iter().rev().find(|event| event.kind == EventKind::Killed(feeder)) {
        return Some(event.at);
    }
    let worker = story.worker(feeder)?;
    let passed: Vec<&Cond> = worker
        .behaviour
        .paths
        .iter()
        .flat_map(|path| &path.events)
        .filter_map(|event| match &event.kind {
            EventKind::Passed(cond @ (Cond::Signal(..) | Cond::Msg(..))) => Some(cond),
            _ => None,
        })
        .collect();
    events.iter().rev().find_map(|event| {
        let ends = match &event.kind {
            EventKind::Set(signal, _) => passed.iter().any(|cond| matches!(cond, Cond::Signal(id, _) if id == signal)),
            EventKind::Sent { chan, variant: Some(variant), .. } => {
                passed.iter().any(|cond| matches!(cond, Cond::Msg(id, Some(wanted)) if id == chan && wanted == variant))
            }
            _ => false,
        };
        ends.then_some(event.at)
    })
}

/// An early exit on an error that skips the message which ends the worker that is joined.
fn skipped_stop(story: &Story<'_, '_>, unmet: &Unmet) -> Option<Finding> {
    let Cond::Msg(_, Some(_)) = unmet.cond else { return None };
    unmet.waiter?;
    let failed = story.events().into_iter().rev().find(|event| event.kind == EventKind::Failed)?;
    Some(Finding {
        at: failed.at,
        message: "this early exit skips the message that ends a worker which is joined all the same".to_owned(),
        label: "leaves here without the message".to_owned(),
        help: "send the stop message on this exit too, or drop the sender before the worker is joined".to_owned(),
    })
}
