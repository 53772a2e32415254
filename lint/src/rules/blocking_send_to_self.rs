//! The worker that drains a bounded channel sends into the same channel and waits for room.
//!
//! ## What it does
//!
//! Reports a send that waits, on a bounded channel from which only the sender itself receives, where more may be sent than the channel holds.
//!
//! ## Why it hangs
//!
//! When the channel is full, room comes only from a receive. The one who would receive stands in the send.
//!
//! ## Example
//!
//! ```no_run
//! use std::sync::mpsc;
//! let (queue, visits) = mpsc::sync_channel(4);
//! queue.send(1_u64)?;
//! while let Ok(node) = visits.recv() {
//!     for child in [2 * node, 2 * node + 1] {
//!         queue.send(child)?;
//!     }
//! }
//! # Ok::<(), mpsc::SendError<u64>>(())
//! ```
//!
//! ## Use instead
//!
//! ```no_run
//! let mut queue = vec![1_u64]; // its own queue: nobody else is needed to make room
//! while let Some(node) = queue.pop() {
//!     queue.extend([2 * node, 2 * node + 1]);
//! }
//! ```
//!
//! An unbounded channel, `try_send` with a way out, or a second worker that drains do as well.
//!
//! ## Known limits
//!
//! A capacity that is computed is taken to suffice. Several workers that share one receiver and all send into it are not reported.

use super::story::Story;
use super::{Finding, Rule};
use crate::analysis::hazard::HazardKind;
use crate::diagnostic::Level;

/// The rule.
pub const RULE: Rule = Rule {
    id: "blocking_send_to_self",
    level: Level::Warn,
    pedantic: false,
    effect: "hang",
    docs: include_str!("blocking_send_to_self.rs"),
    judge,
};

fn judge(story: &Story<'_, '_>) -> Option<Finding> {
    if !matches!(story.hazard.kind, HazardKind::SelfSend(_)) {
        return None;
    }
    Some(Finding {
        at: story.hazard.at,
        message: "this waits for room in a channel that nobody else drains".to_owned(),
        label: "waits here for ever once the channel is full".to_owned(),
        help: "keep what is left to do in a queue of its own, or make the channel unbounded".to_owned(),
    })
}
