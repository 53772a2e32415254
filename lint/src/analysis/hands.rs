//! How far workers have come: what becomes of a message that one has in hand, and what was seen to be written by it.

use std::collections::BTreeMap;
use std::rc::Rc;

use rustc_hash::FxHashSet;

use super::machine::Machine;
use super::object::{Status, Worker};
use super::state::{Holder, State};
use super::trace::{Cond, Event, EventKind};
use super::value::ObjId;
use super::wakes::Acting;

impl Machine<'_> {
    /// What the running actor has seen to be written by a worker that alone writes it: that worker has come so far.
    pub(super) fn seen(st: &State, workers: &BTreeMap<ObjId, &Worker>) -> FxHashSet<EventKind> {
        if st.base > 0 {
            return FxHashSet::default();
        }
        let seen: FxHashSet<EventKind> = st
            .trace
            .backwards()
            .filter_map(|event| match &event.kind {
                EventKind::Passed(Cond::Becomes(loc, seen)) => Some(EventKind::Wrote(Rc::clone(loc), Some(*seen))),
                _ => None,
            })
            .collect();
        let by_one = |wrote: &EventKind| {
            let writes = |worker: &&&Worker| worker.behaviour.events().any(|event| event.kind == *wrote);
            workers.values().filter(writes).count() == 1
        };
        seen.into_iter().filter(by_one).collect()
    }

    /// Whether a worker receives from a channel, be it with a receiver that it makes itself.
    pub(super) fn is_heard(&self, st: &State, chan: ObjId) -> bool {
        let hears = |event: &Event| matches!(&event.kind, EventKind::Passed(Cond::Msg(from, _) | Cond::Eof(from)) if *from == chan);
        let runs = |worker: &Worker| worker.status == Status::Running;
        self.workers(st).values().any(|worker| runs(worker) && worker.behaviour.events().any(hears))
    }

    /// Whether a holder of a receiver may drop it, with what lies in the queue.
    pub(super) fn may_let_go(&self, st: &State, acting: &Acting, holder: &Holder, queue: ObjId) -> bool {
        match holder {
            Holder::Frame(..) => false,
            Holder::Worker(id) => {
                acting.ended.contains(id)
                    || self.workers(st).get(id).is_none_or(|worker| worker.behaviour.unknown)
                    || acting.any(|effect| matches!(effect, EventKind::Dropped { obj, sender: false, .. } if *obj == queue))
            }
            _ => true,
        }
    }
}

/// The channel out of which a message was taken.
pub(super) fn taken(event: &EventKind) -> Option<ObjId> {
    if let EventKind::Passed(Cond::Msg(chan, _)) = event { Some(*chan) } else { None }
}

/// Whether nothing becomes of a message in hand by this.
pub(super) fn is_idle(event: &EventKind) -> bool {
    matches!(
        event,
        EventKind::Entered(_)
            | EventKind::Made(_)
            | EventKind::Mentioned(_)
            | EventKind::Yielded(_)
            | EventKind::Polled(_)
            | EventKind::Again(_)
            | EventKind::Left
            | EventKind::Waits(_)
            | EventKind::Blocks(..)
            | EventKind::Passed(Cond::Lock(_) | Cond::Share(_) | Cond::Msg(..))
    )
}
