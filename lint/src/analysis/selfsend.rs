//! Who drains a bounded channel and sends into it: when it is full, nobody is left to drain it.
//!
//! ```ignore
//! while let Ok(Visit(folder)) = visits.recv() {
//!     for folder in subfolders(folder) {
//!         queue.send(Visit(folder)).unwrap(); // room comes from the `recv` above alone
//!     }
//! }
//! ```
//!
//! Whether the channel can fill up is known only when all senders are in view, so a send is noted where it runs and judged where the entry point
//! ends.

use super::hazard::{Hazard, HazardKind};
use super::machine::Machine;
use super::object::{Chan, ObjKind};
use super::state::{Holder, State};
use super::trace::{Cond, Event, EventKind};
use super::value::{ObjId, Val};
use crate::base::FileSpan;
use crate::ir::FnId;

/// More messages than any channel holds.
const MANY: u64 = u64::MAX / 2;

/// A blocking send by the only one who drains the channel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SelfSend {
    chan: ObjId,
    at: FileSpan,
    func: Option<FnId>,
    /// Whether it is a worker who sends; else the entry point's own actor.
    worker: bool,
    /// How many it sends between two receives, as far as that was followed.
    count: u64,
}

impl Machine<'_> {
    /// Notes a send that waits for room, if the running actor alone makes room.
    pub(super) fn note_self_send(&mut self, st: &State, chan: ObjId, inner: &Chan) {
        if inner.capacity.is_none() || inner.external || st.cancellable > 0 || st.assumed.is_some() {
            return;
        }
        let receivers = st.holders(chan, &|adt| self.is_receiver(adt));
        let own = |holder: &Holder| matches!(holder, Holder::Frame(depth, ..) if *depth >= st.base);
        let last = st.trace.backwards().position(|event| is_receive(event, chan));
        if (last.is_none() && !(st.base == 0 && inner.received > 0)) || receivers.is_empty() || !receivers.iter().all(own) {
            return;
        }
        let since: Vec<&Event> = st.trace.backwards().take(last.unwrap_or(0)).collect();
        let count = if last.is_some_and(|last| in_a_loop(st, last)) { MANY } else { count(1, since.into_iter(), chan) };
        let note = SelfSend { chan, at: self.here(st), func: self.user_fn(st), worker: st.base > 0, count };
        match self.self_sends.iter_mut().find(|known| known.chan == chan && known.at == note.at && known.worker == note.worker) {
            Some(known) => known.count = known.count.max(note.count),
            None => self.self_sends.push(note),
        }
    }

    /// An entry point has come to its end: the channels that may be full when who drains them sends.
    pub(super) fn filled_up(&mut self, st: &State, left: &Val) {
        for note in self.self_sends.clone() {
            let Some(object) = st.obj(note.chan) else { continue };
            let ObjKind::Chan(Chan { capacity: Some(capacity), .. }) = object.kind else { continue };
            let others = if object.escaped || st.reaches(left, note.chan, &|adt| self.is_sender(adt)).is_some() {
                MANY
            } else {
                self.sent_by_others(st, &note)
            };
            // One message is in hand while the queue fills.
            if note.count > capacity || others.saturating_sub(1) >= capacity {
                let kind = HazardKind::SelfSend(note.chan);
                let state = st.with(|path| path.assumed = None);
                self.hazards.push(Hazard { kind, at: note.at, func: note.func, state, later: Vec::new() });
            }
        }
    }

    /// How many messages all others may send.
    fn sent_by_others(&self, st: &State, note: &SelfSend) -> u64 {
        let ours = if note.worker { count(0, st.trace.backwards(), note.chan) } else { 0 };
        let workers = self.workers(st);
        let by_workers = workers.values().filter_map(|worker| {
            let paths = &worker.behaviour.paths;
            let drains = paths.iter().flat_map(|path| &path.events).any(|event| is_receive(event, note.chan));
            let most = paths.iter().map(|path| {
                let sent = count(0, path.events.iter().rev(), note.chan);
                if sent > 0 && path.end == super::object::PathEnd::Loops { MANY } else { sent }
            });
            if drains { None } else { most.max() }
        });
        by_workers.fold(ours, u64::saturating_add)
    }
}

fn is_receive(event: &Event, chan: ObjId) -> bool {
    matches!(event.kind, EventKind::Passed(Cond::Msg(id, _)) if id == chan)
}

/// Whether the running actor is in a loop, entered after so many of the latest events, that goes on as long as data says.
fn in_a_loop(st: &State, since: usize) -> bool {
    let start = st.trace.len().saturating_sub(since);
    let loops = st.frames.iter().skip(st.base).flat_map(|frame| frame.loops.values());
    loops.into_iter().any(|turns| turns.story >= start && st.forks > turns.forks)
}

/// How many messages these events send beside those that are counted already, the latest first; where a loop goes on as long as data says, any
/// number.
fn count<'e>(mut sent: u64, events: impl Iterator<Item = &'e Event>, chan: ObjId) -> u64 {
    let mut rounds = false;
    for event in events {
        match event.kind {
            EventKind::Sent { chan: id, .. } if id == chan => sent = if rounds && sent > 0 { MANY } else { sent + 1 },
            EventKind::Again(false) if sent > 0 => rounds = true,
            _ => {}
        }
    }
    sent
}
