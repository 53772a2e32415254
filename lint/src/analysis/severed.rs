//! Sockets that are dropped to wake a reader of a duplicate, which does not notice.
//!
//! ```ignore
//! let half = stream.try_clone()?;
//! let reader = thread::spawn(move || read(half));
//! drop(stream); // the connection stays open: `half` is a handle of it too
//! reader.join()
//! ```
//!
//! A socket is what both ends of two channels go with at once. The peer of one that was accepted or connected is out of view; whoever in view
//! may be that peer and hangs up is taken to be it.

use super::hazard::HazardKind;
use super::machine::Machine;
use super::object::{ObjKind, PathEnd, Status, Worker, WorkerPath};
use super::state::{Holder, State};
use super::trace::{Cond, Event, EventKind};
use super::value::ObjId;
use super::wakes::{Met, is_external};
use crate::ir::{DropWhy, TerminatorKind};

impl Machine<'_> {
    /// A wait for somebody who reads from a socket whose other handle was dropped; `nobody` says that it is proved that nobody ends the wait.
    pub(super) fn severed(&mut self, st: &State, conds: &[Cond], nobody: bool) {
        let readers: Vec<ObjId> = conds.iter().flat_map(|cond| self.feeders(st, cond)).collect();
        let found = readers.iter().find_map(|&id| {
            let Some(ObjKind::Worker(worker)) = st.obj(id).map(|obj| &obj.kind) else { return None };
            let socket = self.reads_until_eof(st, id, worker)?;
            let events = st.trace.events();
            let start = events.iter().position(|event| event.kind == EventKind::Spawned(id))?;
            let drop = self.dropped_duplicate(st, &events[start..], socket)?;
            let woken = if is_external(st, socket) { self.hangs_up(st, &events[start..], id, socket) } else { !nobody };
            (!woken).then_some((id, socket, drop.at))
        });
        if let Some((worker, socket, at)) = found {
            let wait = self.here(st);
            self.hazard_at(st, HazardKind::Severed { worker, socket, wait }, Some(at));
        }
    }

    /// The workers whose end a condition comes down to.
    fn feeders(&self, st: &State, cond: &Cond) -> Vec<ObjId> {
        match cond {
            Cond::Exit(worker) => vec![*worker],
            Cond::Eof(chan) => {
                let holders = st.holders(*chan, &|adt| self.is_sender(adt));
                let workers: Vec<ObjId> =
                    holders.iter().filter_map(|holder| if let Holder::Worker(id) = holder { Some(*id) } else { None }).collect();
                if workers.len() == holders.len() { workers } else { Vec::new() }
            }
            _ => Vec::new(),
        }
    }

    /// Where the last other handle of a socket was dropped on purpose, with nothing shut down.
    fn dropped_duplicate<'e>(&self, st: &State, events: &[&'e Event], socket: ObjId) -> Option<&'e Event> {
        let held = st.holders(socket, &|adt| self.is_receiver(adt)).iter().any(|holder| !matches!(holder, Holder::Worker(_)));
        let cloned = st.trace.backwards().any(|event| event.kind == EventKind::Cloned(socket));
        if held || !cloned {
            return None;
        }
        let drop =
            *events.iter().rev().find(|event| matches!(event.kind, EventKind::Dropped { obj, sender: false, .. } if obj == socket))?;
        let written = events.iter().find_map(|event| match event.kind {
            EventKind::Dropped { obj, sender: true, .. } if event.at == drop.at => Some(obj),
            _ => None,
        })?;
        let shut = |event: &&&Event| match event.kind {
            EventKind::Closed(obj) | EventKind::Aborted(obj) => obj == socket || obj == written,
            _ => false,
        };
        (!events.iter().any(|event| shut(&event)) && self.is_deliberate(drop)).then_some(drop)
    }

    /// Whether a drop is more than the end of a scope: a call, an assignment.
    fn is_deliberate(&self, drop: &Event) -> bool {
        let EventKind::Dropped { why, .. } = drop.kind else { return false };
        let Some(root) = drop.func.and_then(|func| self.program.fns[func].body) else { return false };
        let called = || {
            self.linked.group(root).any(|body| {
                let blocks = &self.linked.body(body).blocks;
                blocks
                    .iter()
                    .any(|block| block.terminator.span == drop.at.span && matches!(block.terminator.kind, TerminatorKind::Call { .. }))
            })
        };
        match why {
            DropWhy::Overwrite | DropWhy::Temporary => true,
            DropWhy::Scope => called(),
            DropWhy::Jump | DropWhy::Question | DropWhy::Cancel => false,
        }
    }

    /// Whether anybody in view lets go of a socket that may be the peer.
    fn hangs_up(&self, st: &State, events: &[&Event], reader: ObjId, socket: ObjId) -> bool {
        let other = |obj: ObjId| obj != socket && st.obj(obj).is_none_or(|_| is_external(st, obj));
        let gone = |obj: ObjId| st.holders(obj, &|_| true).is_empty();
        let by_us = events.iter().any(|event| match event.kind {
            EventKind::Dropped { obj, sender: true, .. } => other(obj) && gone(obj),
            EventKind::Closed(obj) => other(obj),
            _ => false,
        });
        let hangs_up = |path: &WorkerPath| {
            let drops =
                |event: &Event| matches!(event.kind, EventKind::Dropped { obj, sender: true, .. } | EventKind::Closed(obj) if other(obj));
            let waits = |event: &Event| matches!(event.kind, EventKind::Passed(Cond::Eof(obj)) if other(obj));
            path.events.iter().any(drops) && !path.events.iter().any(waits)
        };
        by_us
            || self
                .workers(st)
                .iter()
                .any(|(&id, worker)| id != reader && (worker.behaviour.unknown || worker.behaviour.paths.iter().any(hangs_up)))
    }

    /// The channel whose EOF alone ends a worker, by now.
    fn reads_until_eof(&self, st: &State, id: ObjId, worker: &Worker) -> Option<ObjId> {
        if worker.status == Status::Done || worker.killed.is_some() || worker.behaviour.unknown {
            return None;
        }
        let acting = self.acting(st);
        let never = |event: &Event| match &event.kind {
            EventKind::Passed(Cond::Eof(_) | Cond::Msg(..)) => false,
            EventKind::Passed(cond) => matches!(self.met(st, &acting, cond, Some(id), 0), Met::No(_)),
            _ => false,
        };
        let ends =
            |path: &&WorkerPath| matches!(path.end, PathEnd::Return | PathEnd::Exit) && !path.accident && !path.events.iter().any(never);
        let mut common: Option<Vec<ObjId>> = None;
        for path in worker.behaviour.paths.iter().filter(ends) {
            let eof = |event: &Event| if let EventKind::Passed(Cond::Eof(chan)) = event.kind { Some(chan) } else { None };
            let eofs: Vec<ObjId> = path.events.iter().filter_map(eof).collect();
            common = Some(match common {
                Some(known) => known.into_iter().filter(|chan| eofs.contains(chan)).collect(),
                None => eofs,
            });
        }
        common?.first().copied()
    }
}
