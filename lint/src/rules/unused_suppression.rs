//! ## What it does
//!
//! Reports a suppression that matches no finding, names no rule, or has no reason.
//!
//! ## Why it hangs
//!
//! It does not. But a suppression that outlived its finding hides the next one, and one without a reason can't be reviewed.
//!
//! ## Example
//!
//! ```
//! // must_abort: allow(recv_while_sender_held): the sender goes when the server stops
//! println!("nothing waits here");
//! ```
//!
//! ## Use instead
//!
//! ```
//! println!("nothing waits here");
//! ```
//!
//! ## Known limits
//!
//! A suppression whose rule is switched off is not looked at.

use super::story::Story;
use super::{Finding, Rule};
use crate::diagnostic::Level;

/// The rule.
pub const RULE: Rule =
    Rule { id: "unused_suppression", level: Level::Warn, pedantic: false, effect: "", docs: include_str!("unused_suppression.rs"), judge };

/// No hazard is one of this rule's: the driver reports what is left when all findings are known.
fn judge(_: &Story<'_, '_>) -> Option<Finding> {
    None
}
