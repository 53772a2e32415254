//! A child is waited for, or its output is read to the end, while the one who waits holds the pipe that the child reads, or writes.
//!
//! ## What it does
//!
//! Reports a wait for a child process (`wait`, a loop over `try_wait` with no other way out) while its piped stdin is still held, and a read
//! of a pipe to its end (or the join of a worker that reads it so) while a `Command`, which keeps a duplicate of each end that it was
//! given, is still there.
//!
//! ## Why it hangs
//!
//! A program that reads its input ends when the input does: when the last write end of the pipe is closed. `Child::wait` closes the stdin that
//! is still in the `Child`; one that was taken out it knows nothing of, and `try_wait` closes none. The other way round, the reader of a pipe
//! sees its end when the last write end is closed, and a `Command` holds its own until it is dropped.
//!
//! ## Example
//!
//! ```ignore
//! let mut child = Command::new("sort").stdin(Stdio::piped()).spawn()?;
//! let mut stdin = child.stdin.take().unwrap();
//! stdin.write_all(b"b\na\n")?;
//! child.wait()?; // `sort` waits for more, and `stdin` is still here
//! ```
//!
//! ## Use instead
//!
//! ```ignore
//! let mut child = Command::new("sort").stdin(Stdio::piped()).spawn()?;
//! let mut stdin = child.stdin.take().unwrap();
//! stdin.write_all(b"b\na\n")?;
//! drop(stdin);
//! child.wait()?;
//! ```
//!
//! ## Known limits
//!
//! A child that does not read its input, or ends on what it reads (`quit`), is taken to wait for the end of it all the same.

use super::story::{Story, is_frame};
use super::{Finding, Rule};
use crate::analysis::hazard::Unmet;
use crate::analysis::object::ObjKind;
use crate::analysis::state::Holder;
use crate::analysis::trace::Cond;
use crate::analysis::value::{ObjId, Val};
use crate::diagnostic::Level;
use crate::ir::WorkerKind;

/// The rule.
pub const RULE: Rule = Rule {
    id: "pipe_held_across_wait",
    level: Level::Deny,
    pedantic: false,
    effect: "hang",
    docs: include_str!("pipe_held_across_wait.rs"),
    judge,
};

fn judge(story: &Story<'_, '_>) -> Option<Finding> {
    story.proof().iter().find_map(|unmet| input_held(story, unmet).or_else(|| output_held(story, unmet)))
}

/// A process waits for the end of its input, and a frame holds it.
fn input_held(story: &Story<'_, '_>, unmet: &Unmet) -> Option<Finding> {
    let Cond::Eof(_) = unmet.cond else { return None };
    if story.worker(unmet.waiter?)?.kind != WorkerKind::Process || !unmet.holders.iter().any(is_frame) {
        return None;
    }
    let held = story.held_by(&unmet.holders).map_or_else(|| "the pipe".to_owned(), |name| format!("`{name}`"));
    Some(Finding {
        at: story.hazard.at,
        message: format!("this waits for a child that reads its stdin to the end, which can't come while {held} is open"),
        label: "waits for the child for ever".to_owned(),
        help: format!("drop {held} before this"),
    })
}

/// A pipe is read to its end, here or by the worker that is waited for, and a frame holds a write end that was made for a child.
fn output_held(story: &Story<'_, '_>, unmet: &Unmet) -> Option<Finding> {
    let Cond::Eof(chan) = unmet.cond else { return None };
    let reader = unmet.waiter.and_then(|id| story.worker(id));
    if reader.is_none() && story.received() != Some(chan) {
        return None;
    }
    let command = unmet.holders.iter().find_map(|holder| command(story, holder));
    let given = || unmet.holders.iter().find(|holder| is_frame(holder) && is_given(story, chan)).cloned();
    let (holder, what) = match command {
        Some(command) => (command, "the `Command`"),
        None => (given()?, "a variable"),
    };
    let named = story.name(&holder).map_or_else(|| what.to_owned(), |name| format!("`{name}`"));
    let reads = match reader {
        Some(worker) => format!("waits for a {} that reads a pipe to its end", story.kind(worker)),
        None => "reads a pipe to its end".to_owned(),
    };
    Some(Finding {
        at: story.hazard.at,
        message: format!("this {reads}, which can't come while {named} still holds its write end"),
        label: "waits for EOF for ever".to_owned(),
        help: format!("drop {named} once the child is spawned"),
    })
}

/// The `Command` in which a frame holds something.
fn command(story: &Story<'_, '_>, holder: &Holder) -> Option<Holder> {
    let (Holder::Frame(depth, local, path) | Holder::Shared(_, depth, local, path)) = holder else { return None };
    let command = story.machine.linked.adt_by_path("std::process::Command")?;
    let state = &story.hazard.state;
    let mut at = state.frames.get(*depth)?.locals.get(*local)?;
    for (steps, field) in path.iter().enumerate() {
        let Val::Adt(adt) = state.settle(at) else { return None };
        if adt.def == Some(command) {
            return Some(Holder::Frame(*depth, *local, path[..steps].to_vec()));
        }
        at = adt.fields.iter().find(|(name, _)| name == field).map(|(_, value)| value)?;
    }
    None
}

/// Whether a process was given a write end of the pipe.
fn is_given(story: &Story<'_, '_>, chan: ObjId) -> bool {
    story.hazard.state.objs.values().any(|obj| match &obj.kind {
        ObjKind::Worker(worker) if worker.kind == WorkerKind::Process => {
            let mut holds = false;
            worker.code.handles(&mut |held, _| holds |= held == chan);
            holds
        }
        _ => false,
    })
}
