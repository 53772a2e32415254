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
use crate::analysis::absent_methods;
use crate::analysis::hazard::{HazardKind, Sight};
use crate::diagnostic::Level;
use crate::ir::{Clause, FnDef};

/// The rule.
pub const RULE: Rule =
    Rule { id: "unmet_contract", level: Level::Deny, pedantic: false, effect: "", docs: include_str!("unmet_contract.rs"), judge };

fn judge(story: &Story<'_, '_>) -> Option<Finding> {
    match story.hazard.kind {
        HazardKind::Sight(Sight::Unmet(broken)) => {
            let def = &story.machine.program.fns[story.hazard.func?];
            let promise = written(def, def.contract.clauses.get(broken)?)?;
            Some(Finding {
                at: story.hazard.at,
                message: format!("on this exit `{}` has not done what {promise} promises", def.name),
                label: "leaves here".to_owned(),
                help: "do it on this exit too, or promise less".to_owned(),
            })
        }
        HazardKind::Sight(Sight::NoSuchMethod(def)) => {
            let adt = &story.machine.program.adts[def];
            let names = absent_methods(story.machine.program, def).iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(" or ");
            Some(Finding {
                at: story.hazard.at,
                message: format!("this names {names}, but `{}` has no such method", adt.name),
                label: "names a method that does not exist".to_owned(),
                help: "name the methods that abort or close it".to_owned(),
            })
        }
        _ => None,
    }
}

/// The attribute by which a function promises something, as it is written.
fn written(def: &FnDef, promise: &Clause) -> Option<String> {
    let (what, on) = match promise {
        Clause::Aborts(on, _) => ("aborts", on),
        Clause::Closes(on) => ("closes", on),
        Clause::Joins { on, .. } => ("joins", on),
        Clause::Kills(on) => ("kills", on),
        _ => return None,
    };
    let param = def.param_names.get(on.param).and_then(Option::as_ref).map_or("_", |name| name.as_str());
    let place = on.fields.iter().fold(param.to_owned(), |place, field| format!("{place}.{field}"));
    Some(format!("`#[{what}({place})]`"))
}
