//! A function does not do what its attribute promises.
//!
//! ## What it does
//!
//! Reports each exit of a function marked `#[aborts]`, `#[closes]`, `#[joins]` or `#[kills]` on which it does not do so, and a `#[must_abort]`
//! that names a method which the type does not have.
//!
//! ## Why it hangs
//!
//! Callers are checked by what the attribute says. If it is not true, what should be woken is not, and nobody is told.
//!
//! ## Example
//!
//! ```ignore
//! #[aborts(sender)]
//! fn refuse(sender: &Sender, why: &str) -> bool {
//!     if why.is_empty() {
//!         return false; // not aborted
//!     }
//!     sender.abort(why);
//!     true
//! }
//! ```
//!
//! ## Use instead
//!
//! ```ignore
//! #[aborts(sender)]
//! fn refuse(sender: &Sender, why: &str) -> bool {
//!     sender.abort(why);
//!     !why.is_empty()
//! }
//! ```
//!
//! Where only success should promise it, say `#[aborts(sender, on = "ok")]`.
//!
//! ## Known limits
//!
//! What is handed to code that can't be looked into, or stored elsewhere, counts as done. In a loop over several handles, only that one of them
//! is done is asked.

use super::story::Story;
use super::{Finding, Rule};
use crate::analysis::hazard::{HazardKind, Sight};
use crate::diagnostic::Level;
use crate::ir::TypeRole;

/// The rule.
pub const RULE: Rule =
    Rule { id: "unmet_contract", level: Level::Deny, pedantic: false, effect: "", docs: include_str!("unmet_contract.rs"), judge };

fn judge(story: &Story<'_, '_>) -> Option<Finding> {
    match story.hazard.kind {
        HazardKind::Sight(Sight::Unmet) => Some(Finding {
            at: story.hazard.at,
            message: "on this exit the function has not done what its attribute promises".to_owned(),
            label: "leaves here".to_owned(),
            help: "do it on this exit too, or promise less".to_owned(),
        }),
        HazardKind::Sight(Sight::NoSuchMethod(def)) => {
            let adt = &story.machine.program.adts[def];
            let Some(TypeRole::End { aborts, .. }) = &adt.role else { return None };
            let names = aborts.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
            Some(Finding {
                at: story.hazard.at,
                message: format!("not all of the methods that this names ({names}) are methods of `{}`", adt.name),
                label: "names a method that is not there".to_owned(),
                help: "name the methods that abort or close it".to_owned(),
            })
        }
        _ => None,
    }
}
