//! A value of a `#[must_abort]` type is dropped on some exit and nobody was told.
//!
//! ## What it does
//!
//! Reports each exit (the end of a scope, `?`, `return`, `break`, an assignment that overwrites, a future that is dropped at an `.await`)
//! on which the last handle of a `#[must_abort]` value goes without one of its abort methods having been called.
//!
//! ## Why it hangs
//!
//! The drop of such a type says nothing. Whoever waits at the other end goes on waiting: no message, no EOF, no error.
//!
//! ## Example
//!
//! ```ignore
//! fn copy(source: &mut impl Read, mut out: BlockWriter) -> io::Result<()> {
//!     let block = read_block(source)?; // an error drops `out`, and its reader is parked for ever
//!     out.put(&block);
//!     out.close();
//!     Ok(())
//! }
//! ```
//!
//! ## Use instead
//!
//! ```ignore
//! fn copy(source: &mut impl Read, mut out: BlockWriter) -> io::Result<()> {
//!     match read_block(source) {
//!         Ok(block) => out.put(&block),
//!         Err(err) => {
//!             out.abort();
//!             return Err(err);
//!         }
//!     }
//!     out.close();
//!     Ok(())
//! }
//! ```
//!
//! ## Known limits
//!
//! Behind `Arc` or `Rc` it is due where the last clone in view goes; where some are out of view it stays silent.

use super::story::Story;
use super::{Finding, Rule};
use crate::analysis::hazard::HazardKind;
use crate::analysis::object::ObjKind;
use crate::diagnostic::Level;
use crate::ir::{DropWhy, TypeRole};

/// The rule.
pub const RULE: Rule = Rule {
    id: "dropped_without_abort",
    level: Level::Deny,
    pedantic: false,
    effect: "hang",
    docs: include_str!("dropped_without_abort.rs"),
    judge,
};

fn judge(story: &Story<'_, '_>) -> Option<Finding> {
    let HazardKind::Unaborted(obj, why) = story.hazard.kind else { return None };
    let ObjKind::Chan(chan) = &story.hazard.state.obj(obj)?.kind else { return None };
    let def = chan.due?;
    let name = &story.machine.program.adts[def].name;
    let exit = match why {
        DropWhy::Question => "this `?` drops",
        DropWhy::Jump => "leaving here drops",
        DropWhy::Overwrite => "this assignment drops",
        DropWhy::Cancel => "cancelling here drops",
        DropWhy::Scope | DropWhy::Temporary => "this drops",
    };
    let methods = match story.machine.role(def) {
        Some(TypeRole::End { aborts, .. }) if !aborts.is_empty() => {
            aborts.iter().map(|method| format!("`{method}`")).collect::<Vec<_>>().join(" or ")
        }
        _ => "`abort`".to_owned(),
    };
    let article = if name.starts_with(['A', 'E', 'I', 'O']) { "an" } else { "a" };
    Some(Finding {
        at: story.hazard.at,
        message: format!("{exit} {article} `{name}` without {methods}, and its other end waits for ever"),
        label: format!("the last `{name}` handle goes here"),
        help: format!("call {methods} on this exit, or hand the value on"),
    })
}
