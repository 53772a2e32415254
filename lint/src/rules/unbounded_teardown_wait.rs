//! A teardown waits without a deadline.
//!
//! ## What it does
//!
//! Reports a `join`, `wait`, `recv` or `.await` without a deadline in a `drop` or in a function marked `#[kills]`, also where whoever is
//! waited for does end. The wait for what was killed just before is not reported.
//!
//! ## Why it hangs
//!
//! The teardown takes as long as the one it waits for, and a `drop` can't be left: whoever drops the value, perhaps at the end of the
//! program, hangs with it.
//!
//! ## Example
//!
//! ```no_run
//! use std::thread::JoinHandle;
//! struct Backup { thread: Option<JoinHandle<()>> }
//! impl Drop for Backup {
//!     fn drop(&mut self) {
//!         if let Some(thread) = self.thread.take() {
//!             let _ = thread.join();
//!         }
//!     }
//! }
//! ```
//!
//! ## Use instead
//!
//! ```
//! use std::{sync::mpsc::Receiver, time::Duration};
//! struct Backup { done: Receiver<()> }
//! impl Drop for Backup {
//!     fn drop(&mut self) {
//!         if self.done.recv_timeout(Duration::from_secs(5)).is_err() {
//!             eprintln!("gave up on the backup");
//!         }
//!     }
//! }
//! ```
//!
//! ## Known limits
//!
//! How long the one that is waited for takes is not looked at: this rule is a matter of style, and off unless asked for.

use super::story::Story;
use super::{Finding, Rule};
use crate::analysis::hazard::HazardKind;
use crate::analysis::trace::Cond;
use crate::diagnostic::Level;

/// The rule.
pub const RULE: Rule = Rule {
    id: "unbounded_teardown_wait",
    level: Level::Warn,
    pedantic: true,
    effect: "hang",
    docs: include_str!("unbounded_teardown_wait.rs"),
    judge,
};

fn judge(story: &Story<'_, '_>) -> Option<Finding> {
    let HazardKind::Lingers(cond) = &story.hazard.kind else { return None };
    let what = match cond {
        Cond::Exit(id) => format!("the {} to end", story.kind(story.worker(*id)?)),
        other => story.waits_for(other),
    };
    Some(Finding {
        at: story.hazard.at,
        message: format!("this teardown waits without a deadline for {what}"),
        label: "the teardown takes as long as this does".to_owned(),
        help: "wait with a deadline, and kill, abort or give up once it has passed".to_owned(),
    })
}
