//! A bounded wait for a worker gives up, and the worker is let go while it still runs.
//!
//! ## What it does
//!
//! Reports a `JoinHandle` that is passed by value to `timeout` or to an arm of `select!`, and is dropped with it when something else comes
//! first; a loop over `is_finished` or `try_wait`, or a `recv_timeout` on the channel by which a worker says that it is done, that gives up
//! at a deadline, after which the handle goes. Nothing on that path tells the worker to stop.
//!
//! ## Why it hangs
//!
//! Dropping the handle of a thread or task detaches it: it goes on, and nobody can reach it any more. What the worker holds (a permit, a lock, a sender) is never given back, and whoever needs it waits for ever.
//!
//! ## Example
//!
//! ```ignore
//! let dump = tokio::spawn(export(slot));
//! tokio::select! {
//!     rows = dump => rows.ok(),
//!     _ = interrupted.recv() => None, // the task goes on, and keeps its slot
//! }
//! ```
//!
//! ## Use instead
//!
//! ```ignore
//! let mut dump = tokio::spawn(export(slot));
//! tokio::select! {
//!     rows = &mut dump => rows.ok(),
//!     _ = interrupted.recv() => {
//!         dump.abort();
//!         None
//!     }
//! }
//! ```
//!
//! ## Known limits
//!
//! A thread whose handle is dropped where it is started is not reported when a `recv_timeout` for its result gives up.

use super::story::Story;
use super::{Finding, Rule};
use crate::analysis::hazard::HazardKind;
use crate::analysis::object::ObjKind;
use crate::analysis::trace::{Cond, EventKind};
use crate::diagnostic::Level;
use crate::ir::WorkerKind;

/// The rule.
pub const RULE: Rule =
    Rule { id: "abandoned_worker", level: Level::Warn, pedantic: false, effect: "leak", docs: include_str!("abandoned_worker.rs"), judge };

fn judge(story: &Story<'_, '_>) -> Option<Finding> {
    let HazardKind::LetGo(id, _) = story.hazard.kind else { return None };
    let worker = story.worker(id)?;
    let (machine, state) = (story.machine, &story.hazard.state);
    // An abort handle, or a clone of the handle, may still be there.
    let kept = state.obj(id).is_some_and(|obj| obj.escaped) || !state.holders(id, &|_| true).is_empty();
    if worker.killed.is_some() || worker.is_delay() || kept || machine.is_told(state, id) {
        return None;
    }
    let events = story.events();
    let gave_up = events.iter().rposition(|event| machine.gives_up(state, id, event))?;
    let polled = machine.looks.contains_key(&events[gave_up].at);
    let at = if polled { machine.looked_from(&events, gave_up)? } else { events[gave_up].at };
    let told = events[gave_up..].iter().any(|event| match &event.kind {
        // What comes between two looks, an error or an answer from somebody else, leads out as it might anywhere.
        EventKind::Failed => polled,
        EventKind::GaveUp(conds) if polled => conds.iter().any(|cond| matches!(cond, Cond::Msg(..) | Cond::Eof(_))),
        EventKind::Set(signal, _) => !matches!(state.obj(*signal).map(|obj| &obj.kind), Some(ObjKind::Lock(_))),
        EventKind::Closed(chan) | EventKind::Aborted(chan) => worker.behaviour.unknown || machine.heeds(state, id, *chan),
        EventKind::Sent { .. } | EventKind::Killed(_) => true,
        EventKind::Passed(Cond::Msg(chan, _) | Cond::Eof(chan)) => machine.tells_end(state, id, *chan),
        _ => false,
    });
    let before =
        || events[..gave_up].iter().any(|event| matches!(event.kind, EventKind::Set(signal, _) if machine.heeds(state, id, signal)));
    if told || before() {
        return None;
    }
    let kind = story.kind(worker);
    let stop = match worker.kind {
        WorkerKind::Task => "abort the task where the wait gives up, or keep a guard that aborts it on drop",
        WorkerKind::Process => "kill the process and wait for it where the wait gives up",
        WorkerKind::Thread | WorkerKind::Scoped | WorkerKind::Blocking => {
            "where the wait gives up, have it end: set a flag that it looks at, or close what it waits for"
        }
    };
    Some(Finding {
        at,
        message: format!("when this wait gives up, the {kind} is let go and goes on running"),
        label: format!("from here on nobody waits for the {kind}, and nobody stops it"),
        help: stop.to_owned(),
    })
}
