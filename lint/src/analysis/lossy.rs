//! Stop messages that a channel may refuse: who would have ended by one, and whether the end of the senders does it instead.

use super::hazard::HazardKind;
use super::machine::Machine;
use super::object::{Chan, ObjKind, PathEnd, Worker, WorkerPath};
use super::state::{Holder, State};
use super::trace::{Cond, Event, EventKind};
use super::value::{Loc, ObjId, Root, Val};
use crate::base::Idx;
use crate::ir::{Local, LocalKind};

impl Machine<'_> {
    /// A send that does not wait for room: a hazard where what it sends is somebody's stop, and may be refused. Says whether it is a stop.
    pub(super) fn lossy(&mut self, st: &State, obj: ObjId, chan: &Chan, message: Option<&Val>) -> bool {
        if !chan.bounded {
            return false;
        }
        let is_stop = match message.map(|message| st.settle(message)) {
            // One that lies in the channel says all that a further one would; but a rendezvous keeps none.
            Some(Val::Adt(adt)) if adt.def.is_none() && adt.fields.is_empty() => chan.capacity == Some(0),
            Some(Val::Adt(adt)) => {
                let several = adt.def.is_some_and(|def| self.program.adts[def].variants.len() > 1);
                several && self.ends_by(st, obj, adt.variant)
            }
            _ => false,
        };
        if is_stop && (self.outlives(st, obj) || !self.heeds_end(st, obj)) {
            self.hazard(st, HazardKind::Lossy(obj));
        }
        is_stop
    }

    /// A wait for a worker whose stop may have been refused, while whoever waits keeps the senders' end from it: a hazard at that send.
    pub(super) fn lost_stop(&mut self, st: &State, worker: ObjId) {
        let Some(ObjKind::Worker(waited)) = st.obj(worker).map(|obj| &obj.kind) else { return };
        let told = |event: &&Event| match event.kind {
            EventKind::Sent { chan, variant: Some(variant), .. } => is_end_of(waited, chan, variant),
            EventKind::Closed(chan) | EventKind::Aborted(chan) => waited.behaviour.events().any(|event| event.kind.chan() == Some(chan)),
            _ => false,
        };
        let Some(Event { kind: EventKind::Sent { chan, lossy: true, .. }, at, func, .. }) = st.trace.backwards().find(told) else { return };
        let (chan, at, func) = (*chan, *at, *func);
        let bounded = matches!(st.obj(chan).map(|obj| &obj.kind), Some(ObjKind::Chan(inner)) if inner.bounded && inner.closed.is_none());
        let kept = st.holders(chan, &|adt| self.is_sender(adt)).iter().any(|holder| matches!(holder, Holder::Frame(..)));
        if bounded
            && kept
            && let Some(hazard) = self.hazard_at(st, HazardKind::Lossy(chan), Some(at))
        {
            self.hazards[hazard].func = func;
        }
    }

    /// Whether a channel of the path's own actor may have no room: as much was put in as it holds, or others put something in too.
    pub(super) fn may_be_full(&self, st: &State, obj: ObjId, chan: &Chan) -> bool {
        let Some(capacity) = chan.capacity.filter(|capacity| *capacity > 0 && chan.bounded && st.base == 0) else { return false };
        let sends = |worker: &Worker| worker.behaviour.events().any(|event| event.kind.sends_on(obj));
        u64::from(chan.sent) >= capacity || self.workers(st).values().any(|worker| sends(worker))
    }

    /// Whether a worker in view ends where it has received this variant.
    fn ends_by(&self, st: &State, chan: ObjId, variant: u32) -> bool {
        self.workers(st).values().any(|worker| is_end_of(worker, chan, variant))
    }

    /// Whether a worker that receives may end at EOF, as far as is known.
    fn heeds_end(&self, st: &State, chan: ObjId) -> bool {
        let heeds = |path: &WorkerPath| path.end == PathEnd::Return && decider(path) == Some(&Cond::Eof(chan));
        self.workers(st).values().any(|worker| worker.behaviour.unknown || worker.behaviour.paths.iter().any(heeds))
    }

    /// Whether a sender is still there when the running function is done: else EOF says what was lost.
    fn outlives(&self, st: &State, chan: ObjId) -> bool {
        let mut dying: Vec<Root> = Vec::new();
        let mut lent = Vec::new();
        for (depth, frame) in st.frames.iter().enumerate().skip(1) {
            let body = self.linked.body(frame.body);
            for local in (1..=body.params).map(Local::new) {
                dying.push(Root::Local(depth, local));
                let Val::Ref(loc) = &frame.locals[local] else { continue };
                if frame.func.is_some_and(|func| self.is_drop(func)) {
                    dying.push(loc.root);
                } else if body.locals[local].kind == LocalKind::Param && !frame.stub {
                    lent.push((**loc).clone());
                }
            }
        }
        let holders = st.holders(chan, &|adt| self.is_sender(adt));
        let stays = holders.iter().any(|holder| match holder {
            Holder::Frame(depth, local, _) => !dying.contains(&Root::Local(*depth, *local)),
            Holder::Queue(_) => false,
            _ => true,
        });
        stays || lent.iter().any(|loc| !dying.contains(&loc.root) && self.lies_in(st, loc, chan))
    }

    /// Whether a sender lies in what was lent.
    fn lies_in(&self, st: &State, loc: &Loc, chan: ObjId) -> bool {
        let mut found = false;
        if let (Root::Cell(_), Some(value)) = (loc.root, st.read(loc)) {
            value.handles(&mut |obj, adt| found |= obj == chan && self.is_sender(adt));
        }
        found
    }

    /// Whether a function is the `drop` of a type.
    pub(super) fn is_drop(&self, func: crate::ir::FnId) -> bool {
        let adt = self.program.fns[func].params.first().and_then(super::machine::head);
        adt.is_some_and(|adt| self.program.adts[adt].drop_fn == Some(func))
    }
}

/// Whether a worker ends where it has received this variant.
fn is_end_of(worker: &Worker, chan: ObjId, variant: u32) -> bool {
    let ends = |path: &WorkerPath| path.end == PathEnd::Return && decider(path) == Some(&Cond::Msg(chan, Some(variant)));
    let goes_on = |path: &WorkerPath| path.repeated().iter().any(|event| event.kind == EventKind::Passed(Cond::Msg(chan, Some(variant))));
    let paths = &worker.behaviour.paths;
    paths.iter().any(ends) && !paths.iter().any(goes_on)
}

/// The last word from others on a path.
fn decider(path: &WorkerPath) -> Option<&Cond> {
    path.events.iter().rev().find_map(|event| match &event.kind {
        EventKind::Passed(cond @ (Cond::Msg(..) | Cond::Eof(_) | Cond::Signal(..))) => Some(cond),
        _ => None,
    })
}
