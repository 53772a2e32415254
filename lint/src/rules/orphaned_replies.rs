//! A reader loop ends and leaves its table of pending replies as it is.
//!
//! ## What it does
//!
//! Reports the loop of a worker that takes senders of replies out of a table which it shares with others, and can end (or on one of its exits
//! ends) without emptying that table.
//!
//! ## Why it hangs
//!
//! A sender in the table keeps its reply channel open, and the only one who would have used it is gone: whoever waits for that reply gets
//! neither an answer nor EOF.
//!
//! ## Example
//!
//! ```ignore
//! while let Ok(frame) = read_frame(&mut socket) {
//!     if let Some(reply) = pending.lock().unwrap().remove(&frame.id) {
//!         let _ = reply.send(frame.body);
//!     }
//! }
//! ```
//!
//! ## Use instead
//!
//! ```ignore
//! while let Ok(frame) = read_frame(&mut socket) {
//!     if let Some(reply) = pending.lock().unwrap().remove(&frame.id) {
//!         let _ = reply.send(frame.body);
//!     }
//! }
//! pending.lock().unwrap().clear(); // on each way out of the loop
//! ```
//!
//! ## Known limits
//!
//! An exit that something out of view decides is not looked at. Where every caller in view waits with a deadline nothing is reported.

use super::story::Story;
use super::{Finding, Rule};
use crate::analysis::hazard::HazardKind;
use crate::diagnostic::Level;

/// The rule.
pub const RULE: Rule =
    Rule { id: "orphaned_replies", level: Level::Warn, pedantic: false, effect: "hang", docs: include_str!("orphaned_replies.rs"), judge };

fn judge(story: &Story<'_, '_>) -> Option<Finding> {
    let HazardKind::Orphaned { worker, .. } = story.hazard.kind else { return None };
    let kind = story.kind(story.worker(worker)?);
    Some(Finding {
        at: story.hazard.at,
        message: format!("when this loop ends, the {kind} leaves pending replies in the table, and whoever waits for them waits for ever"),
        label: "takes replies out of the table, and can end without emptying it".to_owned(),
        help: "clear or drain the table on each way out of the loop".to_owned(),
    })
}
