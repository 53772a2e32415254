//! A child is killed, and then somebody waits for the end of what it wrote, which whoever inherited the pipe keeps open.
//!
//! ## What it does
//!
//! Reports a read of a child's piped stdout or stderr, or a join of the worker that reads it to its end, without a deadline, after a kill
//! that reaches the direct child alone.
//!
//! ## Why it hangs
//!
//! What a child starts inherits its stdout and stderr. A kill ends the shell, `cargo` or `npm`, but not the compiler or server that it has
//! started: that one lives on with the write end of the pipe, and the reader waits until it ends by itself.
//!
//! ## Example
//!
//! ```ignore
//! let mut build = Command::new("sh").args(["-c", "make & wait"]).stdout(Stdio::piped()).spawn()?;
//! let stdout = build.stdout.take();
//! let reader = thread::spawn(move || print_all(stdout));
//! build.kill()?;
//! build.wait()?;
//! reader.join(); // `make` is still there, and has the pipe
//! ```
//!
//! ## Use instead
//!
//! Give the child a process group of its own (`process_group(0)`) and kill the group; or don't wait for the reader, or only with a deadline.
//!
//! ## Known limits
//!
//! Whether the child starts anything is not known: one that never does is reported too. A child with a group of its own, or with a
//! `pre_exec` hook, is taken to be killed together with its group.

use super::story::Story;
use super::{Finding, Rule};
use crate::analysis::hazard::HazardKind;
use crate::diagnostic::Level;

/// The rule.
pub const RULE: Rule = Rule {
    id: "kill_leaves_pipe_open",
    level: Level::Warn,
    pedantic: false,
    effect: "hang",
    docs: include_str!("kill_leaves_pipe_open.rs"),
    judge,
};

fn judge(story: &Story<'_, '_>) -> Option<Finding> {
    let HazardKind::Inherited { reader, .. } = story.hazard.kind else { return None };
    let kept = "what the child has started may keep the pipe open";
    let (message, label) = match reader.and_then(|(id, _)| story.worker(id)) {
        Some(worker) => {
            let kind = story.kind(worker);
            (
                format!("this waits for a {kind} that reads the output of a killed child to the end, and {kept}"),
                format!("waits for the {kind} for ever"),
            )
        }
        None => {
            let message = format!("this reads the output of a killed child to the end, and {kept}");
            (message, "waits for EOF for ever".to_owned())
        }
    };
    Some(Finding {
        at: story.hazard.at,
        message,
        label,
        help: "give the child a process group of its own and kill the group, or wait with a deadline".to_owned(),
    })
}
