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

use super::story::Story;
use super::{Finding, Rule};
use crate::analysis::hazard::{HazardKind, Unmet};
use crate::analysis::state::Holder;
use crate::analysis::trace::Cond;
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
    let whys: [Why; 3] = [forsaken, ended_feeder, skipped_stop];
    story.chain().into_iter().find_map(|unmet| whys.iter().find_map(|why| why(story, unmet)))
}

type Why = fn(&Story<'_, '_>, &Unmet) -> Option<Finding>;

/// The last handle that could have aborted the wait of a worker was let go.
fn forsaken(story: &Story<'_, '_>, unmet: &Unmet) -> Option<Finding> {
    let (at, early) = story.machine.forsaken(&story.hazard.state, unmet)?;
    let kind = unmet.waiter.and_then(|waiter| story.worker(waiter)).map(|worker| story.kind(worker));
    let waits = kind.map_or_else(|| "it is waited on all the same".to_owned(), |kind| format!("a {kind} still waits on it"));
    Some(if early {
        let message = format!("this early exit skips the abort of a channel, and {waits}");
        Finding { at, message, label: "leaves here without the abort".to_owned(), help: "abort the channel on this exit too".to_owned() }
    } else {
        let message = format!("this drops the last handle that could abort a channel, and {waits}");
        let first = kind.map(|kind| format!(" and wait for the {kind}")).unwrap_or_default();
        let help = format!("abort the channel{first} before this");
        Finding { at, message, label: "the last handle goes here, and was not aborted".to_owned(), help }
    })
}

/// The teardown that ended the worker which fed what is waited for.
fn ended_feeder(story: &Story<'_, '_>, unmet: &Unmet) -> Option<Finding> {
    if waits_for_stuck(story, unmet) {
        return None;
    }
    let (feeder, at) = story.machine.ended_feeder(&story.hazard.state, unmet)?;
    let kind = story.kind(story.worker(feeder)?);
    Some(Finding {
        at,
        message: format!("this ends the {kind} that would have sent what is waited for, and nobody closes the channel"),
        label: "from here on nobody sends".to_owned(),
        help: "close or abort the channel here too, before anything waits for it".to_owned(),
    })
}

/// Whether the wait would end with a worker that is stuck itself: it is no loss to it that another has ended which sent there too.
fn waits_for_stuck(story: &Story<'_, '_>, unmet: &Unmet) -> bool {
    let is_stuck = |holder: &Holder| matches!(holder, Holder::Worker(id) if story.proof().iter().any(|next| next.waiter == Some(*id)));
    let (Cond::Eof(chan) | Cond::Msg(chan, _)) = unmet.cond else { return false };
    let at_its_end = |other: &&Unmet| other.waiter == unmet.waiter && other.cond == Cond::Eof(chan);
    story.proof().iter().filter(at_its_end).any(|other| other.holders.iter().any(is_stuck))
}

/// An early exit that skips what ends the worker which is joined.
fn skipped_stop(story: &Story<'_, '_>, unmet: &Unmet) -> Option<Finding> {
    let at = story.machine.skipped_stop(&story.hazard.state, unmet)?;
    let what = match unmet.cond {
        Cond::Msg(..) => "message",
        _ => "signal",
    };
    Some(Finding {
        at,
        message: format!("this early exit skips the {what} that stops a worker, and the worker is waited for all the same"),
        label: format!("leaves here without the {what}"),
        help: format!("give the {what} on this exit too, or have a guard give it, before the worker is waited for"),
    })
}
