//! A stop message is sent with a send that may refuse it, and the refusal is thrown away.
//!
//! ## What it does
//!
//! Reports a `try_send` of what ends a worker (the message on which it leaves its loop, or a signal on a rendezvous channel) whose error is
//! ignored or only printed, while the channel stays open.
//!
//! ## Why it hangs
//!
//! A full channel, or a rendezvous channel whose receiver is busy, refuses the message: nobody sends it again, and the worker goes on.
//!
//! ## Example
//!
//! ```no_run
//! use std::sync::mpsc::SyncSender;
//! enum Job { Run(u32), Stop }
//! fn stop(jobs: &SyncSender<Job>) {
//!     let _ = jobs.try_send(Job::Stop);
//! }
//! ```
//!
//! ## Use instead
//!
//! ```
//! use std::sync::mpsc::SyncSender;
//! enum Job { Run(u32), Stop }
//! fn stop(jobs: &SyncSender<Job>) {
//!     let _ = jobs.send(Job::Stop); // waits for room; an error says that the worker is gone already
//! }
//! ```
//!
//! A flag, a token, `notify_one`, or a channel of capacity 1 for the signal alone can't lose it either.
//!
//! ## Known limits
//!
//! Which message ends a worker is known only where the worker is in view.

use super::story::Story;
use super::{Finding, Rule};
use crate::analysis::hazard::HazardKind;
use crate::analysis::object::ObjKind;
use crate::analysis::thrown_away;
use crate::diagnostic::Level;

/// The rule.
pub const RULE: Rule =
    Rule { id: "lossy_abort", level: Level::Warn, pedantic: false, effect: "lost", docs: include_str!("lossy_abort.rs"), judge };

fn judge(story: &Story<'_, '_>) -> Option<Finding> {
    let HazardKind::Lossy(chan) = story.hazard.kind else { return None };
    if !thrown_away(story.machine.linked, story.hazard.func?, story.hazard.at) {
        return None;
    }
    let rendezvous = matches!(&story.hazard.state.obj(chan)?.kind, ObjKind::Chan(chan) if chan.capacity == Some(0));
    let when = if rendezvous { "when the receiver is not waiting just then" } else { "when the channel is full" };
    Some(Finding {
        at: story.hazard.at,
        message: format!("this stop message is lost {when}, and nobody sends it again"),
        label: "nothing is done when this is refused".to_owned(),
        help: "use a send that waits, or send it again when it was refused".to_owned(),
    })
}
