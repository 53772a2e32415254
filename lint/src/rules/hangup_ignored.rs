//! A producer in an endless loop throws its send errors away.
//!
//! ## What it does
//!
//! Reports a send whose error is ignored, in a loop that has no way out and waits for nobody else.
//!
//! ## Why it hangs
//!
//! That the receiver is gone is the only thing that could tell such a producer to stop. It works on for nobody, and never ends.
//!
//! ## Example
//!
//! ```no_run
//! use std::{sync::mpsc, thread, time::Duration};
//! let (tx, rx) = mpsc::channel::<u64>();
//! thread::spawn(move || {
//!     for n in 0.. {
//!         let _ = tx.send(n);
//!         thread::sleep(Duration::from_millis(5));
//!     }
//! });
//! println!("{:?}", rx.recv());
//! ```
//!
//! ## Use instead
//!
//! ```
//! use std::{sync::mpsc, thread, time::Duration};
//! let (tx, rx) = mpsc::channel::<u64>();
//! thread::spawn(move || {
//!     for n in 0.. {
//!         if tx.send(n).is_err() {
//!             break;
//!         }
//!         thread::sleep(Duration::from_millis(5));
//!     }
//! });
//! println!("{:?}", rx.recv());
//! ```
//!
//! ## Known limits
//!
//! A loop with another way out is not reported, even if nobody ever takes it; nor one over a list of senders, nor a channel to which new
//! receivers can subscribe.

use super::story::Story;
use super::{Finding, Rule};
use crate::analysis::hazard::{HazardKind, Sight};
use crate::diagnostic::Level;

/// The rule.
pub const RULE: Rule =
    Rule { id: "hangup_ignored", level: Level::Warn, pedantic: false, effect: "leak", docs: include_str!("hangup_ignored.rs"), judge };

fn judge(story: &Story<'_, '_>) -> Option<Finding> {
    let HazardKind::Sight(Sight::HangupIgnored { into, .. }) = &story.hazard.kind else { return None };
    let sends = into.as_ref().map_or("it sends".to_owned(), |into| format!("it sends through `{into}`"));
    Some(Finding {
        at: story.hazard.at,
        message: format!("this loop goes on for ever though nobody receives what {sends}"),
        label: "an error here says that the receiver is gone, and the loop goes on".to_owned(),
        help: "leave the loop when this fails".to_owned(),
    })
}
