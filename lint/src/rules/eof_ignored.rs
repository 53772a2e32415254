//! A receive or read in a loop takes the end for one more message.
//!
//! ## What it does
//!
//! Reports a `recv` or `read` in a loop from which EOF (`Ok(0)`, `Err`, `None`, `Closed`) leads back to the same call and never out of the loop;
//! and a `select!` arm whose pattern (`Some(x) = rx.recv()`) lets the close fall through while another arm, a tick, always stays armed.
//!
//! ## Why it hangs
//!
//! EOF is for ever: the next call returns it again, at once. The loop spins on a full core, and what waits for its end waits for ever.
//!
//! ## Example
//!
//! ```no_run
//! use std::sync::mpsc::Receiver;
//! fn collect(inbox: &Receiver<u32>, goal: u32) -> u32 {
//!     let mut sum = 0;
//!     while sum < goal {
//!         if let Ok(n) = inbox.recv() {
//!             sum += n;
//!         }
//!     }
//!     sum
//! }
//! ```
//!
//! ## Use instead
//!
//! ```
//! use std::sync::mpsc::Receiver;
//! fn collect(inbox: &Receiver<u32>, goal: u32) -> u32 {
//!     let mut sum = 0;
//!     while sum < goal {
//!         let Ok(n) = inbox.recv() else { break };
//!         sum += n;
//!     }
//!     sum
//! }
//! ```
//!
//! ## Known limits
//!
//! Where the way back to the call waits for something else, calls code out of view, or asks a flag or the time, the loop is not reported.

use super::story::Story;
use super::{Finding, Rule};
use crate::analysis::hazard::{HazardKind, Sight};
use crate::diagnostic::Level;

/// The rule.
pub const RULE: Rule =
    Rule { id: "eof_ignored", level: Level::Deny, pedantic: false, effect: "spin or leak", docs: include_str!("eof_ignored.rs"), judge };

fn judge(story: &Story<'_, '_>) -> Option<Finding> {
    let HazardKind::Sight(Sight::EofIgnored { select, from }) = &story.hazard.kind else { return None };
    let from = from.as_ref().map(|name| format!("`{name}`"));
    let (message, help) = if *select {
        let end = from.unwrap_or("the channel".to_owned());
        (
            format!("this pattern does not match the end of {end}, so the loop never notices it and goes on for ever"),
            "match the whole result in this arm, and leave the loop when the channel is closed",
        )
    } else {
        let eof = from.map_or("EOF".to_owned(), |from| format!("EOF of {from}"));
        (
            format!("this loop takes {eof} for one more message, and goes round and round once it has come"),
            "leave the loop when this says that nothing more comes",
        )
    };
    Some(Finding { at: story.hazard.at, message, label: "after EOF the loop comes back here".to_owned(), help: help.to_owned() })
}
