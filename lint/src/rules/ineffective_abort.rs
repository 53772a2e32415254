//! A worker is told to stop in a way that it does not get to see.
//!
//! ## What it does
//!
//! Reports an `abort` of a `spawn_blocking` task that loops or waits, or of a task whose loop has no `.await`; a flag or token that the
//! worker does not look at, or only between waits without a deadline; a stop message whose `break` leaves an inner loop only; and a
//! `spawn_blocking` task without end for which the runtime's shutdown waits.
//!
//! ## Why it hangs
//!
//! An abort takes effect at the next `.await`, and on a thread of its own never. A flag wakes nobody: who is parked in `recv`, `accept` or a
//! condition variable stays there, and who waits for it stays too.
//!
//! ## Example
//!
//! ```ignore
//! while !closing.load(Ordering::Relaxed) {
//!     let (stream, _) = listener.accept()?; // it stands here when the flag is set
//!     answer(stream);
//! }
//! ```
//!
//! ## Use instead
//!
//! ```ignore
//! self.closing.store(true, Ordering::Relaxed);
//! let _ = TcpStream::connect(self.addr); // wakes it, and it looks at the flag
//! self.acceptor.join()
//! ```
//!
//! A wait with a deadline does as well, or to close what the worker waits for.
//!
//! ## Known limits
//!
//! A flag that is looked at between two `select!`s is taken to be seen.

use super::story::Story;
use super::{Finding, Rule};
use crate::analysis::hazard::{HazardKind, Stay};
use crate::analysis::stops::Deaf;
use crate::diagnostic::Level;

/// The rule.
pub const RULE: Rule = Rule {
    id: "ineffective_abort",
    level: Level::Deny,
    pedantic: false,
    effect: "leak or hang",
    docs: include_str!("ineffective_abort.rs"),
    judge,
};

fn judge(story: &Story<'_, '_>) -> Option<Finding> {
    let (id, later, shutdown) = match story.hazard.kind {
        HazardKind::Parked { .. } => (story.joined()?.0, false, false),
        HazardKind::Stays(id, stay) => (id, stay != Stay::Joined, stay == Stay::Shutdown),
        _ => return None,
    };
    let kind = story.kind(story.worker(id)?);
    let Some(unheard) = story.unheard(id, later) else {
        let at = story.spawned(id).filter(|_| shutdown)?;
        return Some(Finding {
            at,
            message: format!("the runtime's shutdown waits for this {kind}, which never ends"),
            label: "nothing can abort it".to_owned(),
            help: "have it look at a flag each time round, or give it a thread of its own".to_owned(),
        });
    };
    let (message, label, help) = match unheard.why {
        Deaf::NotAborted => (
            format!("this abort never arrives: the {kind} goes on running"),
            format!("the {kind} has no `.await` at which it could end"),
            format!("have the {kind} look at a flag each time round, or wake it by closing what it waits for"),
        ),
        Deaf::Parked(..) => (
            format!("this stops the {kind} only when it looks, and it waits for something else"),
            format!("this does not wake the {kind}"),
            format!("wake the {kind} too: close or drop what it waits for, send a message, connect; or give its wait a deadline"),
        ),
        Deaf::InnerLoop(_) => (
            format!("this message ends an inner loop of the {kind}, and the outer one goes on"),
            "its `break` leaves the inner loop".to_owned(),
            "return, or break out of the outer loop by its label".to_owned(),
        ),
        Deaf::NeverLooks => (
            format!("the {kind} never looks at this"),
            "this stops nobody".to_owned(),
            format!("have the {kind} look at it each time round"),
        ),
    };
    Some(Finding { at: unheard.at, message, label, help })
}
