//! What a teardown asks of others who may be gone by then: a message to a worker that has ended, an answer from one, a lock that somebody
//! poisoned.
//!
//! ```ignore
//! fn drop(&mut self) {
//!     self.jobs.send(Job::Stop).unwrap(); // the worker left its loop at the first error
//! }
//! ```
//!
//! Only what a worker in view does on some way out counts: a worker that ends by this very message, and by nothing else, is there to get it.

use super::hands::taken;
use super::hazard::{HazardKind, Refusal};
use super::locks::{Held, take};
use super::machine::Machine;
use super::object::{Cell, ObjKind, PathEnd, WorkerPath};
use super::state::{Holder, State};
use super::trace::{Cond, EventKind};
use super::value::{Adt, ObjId};
use super::wakes::{Acting, Met};
use crate::ir::FnId;

impl Machine<'_> {
    /// A send: a hazard in a teardown where whoever receives may be gone.
    pub(super) fn may_refuse(&mut self, st: &State, chan: ObjId, variant: Option<u32>) {
        let drops = self.drops(st);
        if st.assumed.is_some() || !drops && (st.base > 0 || !self.method_stops(st, chan, variant)) {
            return;
        }
        self.starts.judged = true;
        let by_itself = |path: &WorkerPath| {
            variant.is_none() || !path.events.iter().any(|event| event.kind == EventKind::Passed(Cond::Msg(chan, variant)))
        };
        if self.all_may_go(st, chan, &|adt| self.is_receiver(adt), drops, &by_itself) {
            self.hazard(st, HazardKind::Refused(chan, Refusal::Receiver));
        }
    }

    /// A receive: a hazard in a teardown where whoever sends may be gone and has sent nothing.
    pub(super) fn may_hear_nothing(&mut self, st: &State, chan: ObjId) {
        if st.base > 0 || st.assumed.is_some() {
            return;
        }
        let drops = self.drops(st);
        let in_view = matches!(st.obj(chan), Some(obj) if matches!(&obj.kind, ObjKind::Chan(inner) if inner.eof && !inner.external));
        if !in_view || !(drops || self.has_begun(st)) {
            return;
        }
        let silently = |path: &WorkerPath| !path.events.iter().any(|event| event.kind.sends_on(chan));
        if self.all_may_go(st, chan, &|adt| self.is_sender(adt), drops, &silently) {
            self.hazard(st, HazardKind::Refused(chan, Refusal::Sender));
        }
    }

    /// A lock is taken: a hazard in a teardown where a worker may have panicked with it.
    pub(super) fn may_be_poisoned(&mut self, st: &State, lock: ObjId) {
        if st.assumed.is_some() || !(self.drops(st) || (st.base == 0 && self.has_begun(st))) {
            return;
        }
        self.starts.judged = true;
        let acting = self.acting(st);
        let poisons = |id: ObjId, path: &WorkerPath| {
            path.end == PathEnd::Panic && held_at_end(path).get(&lock) == Some(&true) && self.can_go(st, &acting, id, path)
        };
        let any = self
            .workers(st)
            .iter()
            .any(|(&id, worker)| !worker.behaviour.unknown && worker.behaviour.paths.iter().any(|path| poisons(id, path)));
        if any {
            self.hazard(st, HazardKind::Refused(lock, Refusal::Poisoned));
        }
    }

    /// A wait without a deadline: a hazard in a `drop`, or where a function kills, but for the wait for what was killed.
    pub(super) fn lingers(&mut self, st: &State, conds: &[Cond]) {
        let waits = |cond: &&Cond| match cond {
            // A kill that failed says that there is nothing to wait for.
            Cond::Exit(worker) => {
                st.obj(*worker).is_some_and(|obj| !obj.escaped && matches!(&obj.kind, ObjKind::Worker(worker) if worker.killed.is_none()))
            }
            Cond::Msg(..) | Cond::Eof(_) | Cond::Signal(..) => true,
            _ => false,
        };
        if st.cancellable == 0
            && self.drops(st)
            && let Some(cond) = conds.iter().find(waits)
        {
            self.hazard(st, HazardKind::Lingers(cond.clone()));
        }
    }

    /// Whether each holder of such ends may be gone: a worker, on a way out for which `counts` holds; who is out of view, for a `drop` that
    /// does not know what it is dropped after.
    fn all_may_go(
        &self,
        st: &State,
        chan: ObjId,
        is_end: &dyn Fn(&Adt) -> bool,
        drops: bool,
        counts: &dyn Fn(&WorkerPath) -> bool,
    ) -> bool {
        let Some(obj) = st.obj(chan) else { return false };
        let ObjKind::Chan(inner) = &obj.kind else { return false };
        let holders = st.holders(chan, is_end);
        if obj.escaped || inner.external {
            return drops && holders.is_empty();
        }
        // What is dropped just now lies in no variable.
        let lies = |cell: &Cell| st.reaches(&cell.content, chan, is_end).is_some();
        if holders.is_empty() && st.objs.values().any(|obj| matches!(&obj.kind, ObjKind::Cell(cell) if lies(cell))) {
            return false;
        }
        let acting = self.acting(st);
        holders.iter().all(|holder| match holder {
            Holder::Worker(id) => self.workers(st).get(id).is_some_and(|worker| {
                let ended = |path: &WorkerPath| {
                    matches!(path.end, PathEnd::Return | PathEnd::Panic)
                        && counts(path)
                        && !path.events.iter().any(|event| event.kind == EventKind::Passed(Cond::Eof(chan)))
                        && self.can_go(st, &acting, *id, path)
                };
                !worker.behaviour.unknown && !self.was_heard(st, &worker.behaviour.paths) && worker.behaviour.paths.iter().any(ended)
            }),
            _ => false,
        })
    }

    /// Whether a worker has sent something that the running method got: it is there and does its part.
    fn was_heard(&self, st: &State, paths: &[WorkerPath]) -> bool {
        let Some(method) = self.method(st) else { return false };
        let since = st.trace.backwards().take_while(|event| event.kind != EventKind::Entered(method));
        let heard: Vec<ObjId> = since.filter_map(|event| taken(&event.kind)).collect();
        paths.iter().any(|path| path.events.iter().any(|event| heard.iter().any(|chan| event.kind.sends_on(*chan))))
    }

    /// Whether a worker may have come to the end of this path by now.
    fn can_go(&self, st: &State, acting: &Acting, id: ObjId, path: &WorkerPath) -> bool {
        path.events.iter().all(|event| match &event.kind {
            EventKind::Passed(cond) => {
                let astray = matches!(cond, Cond::Msg(_, variant) if self.astray.contains(variant));
                astray || !matches!(self.met(st, acting, cond, Some(id), 0), Met::No(_))
            }
            _ => true,
        })
    }

    /// Whether a `drop` runs, or a function that is marked to kill.
    pub(super) fn drops(&self, st: &State) -> bool {
        let marked = |func: FnId| {
            let clauses = &self.program.fns[func].contract.clauses;
            !self.is_stub(func) && clauses.iter().any(|clause| matches!(clause, crate::ir::Clause::Kills(_)))
        };
        st.frames.iter().skip(st.base).any(|frame| !frame.stub && frame.func.is_some_and(|func| self.is_drop(func) || marked(func)))
    }

    /// Whether a method runs that stops by this message a worker of what it is a method of.
    fn method_stops(&self, st: &State, chan: ObjId, variant: Option<u32>) -> bool {
        let Some(method) = self.method(st) else { return false };
        let made_here = |kind: &EventKind| *kind == EventKind::Made(chan);
        !st.trace.backwards().any(|event| event.func == Some(method) && made_here(&event.kind)) && self.stops_by(st, chan, variant)
    }

    /// Whether the running method has told or forced a worker to end.
    fn has_begun(&self, st: &State) -> bool {
        let Some(method) = self.method(st) else { return false };
        st.trace.backwards().take_while(|event| event.kind != EventKind::Entered(method)).any(|event| match event.kind {
            EventKind::Killed(_) => event.func == Some(method),
            EventKind::Sent { chan, variant, .. } => event.func == Some(method) && self.stops_by(st, chan, variant),
            _ => false,
        })
    }

    /// The method that runs.
    fn method(&self, st: &State) -> Option<FnId> {
        self.user_fn(st).filter(|func| self.program.fns[*func].self_kind.is_some())
    }

    /// Whether a worker in view ends by this message, and by no other end of its wait for it.
    fn stops_by(&self, st: &State, chan: ObjId, variant: Option<u32>) -> bool {
        let wanted = Cond::Msg(chan, variant);
        let passed = |path: &WorkerPath| path.events.iter().any(|event| event.kind == EventKind::Passed(wanted.clone()));
        self.workers(st).values().any(|worker| {
            let paths = &worker.behaviour.paths;
            paths.iter().any(|path| path.end == PathEnd::Return && passed(path))
                && !paths.iter().any(|path| path.end == PathEnd::Loops && passed(path))
        })
    }
}

/// The locks that a path holds where it ends.
fn held_at_end(path: &WorkerPath) -> Held {
    let mut held = Held::new();
    for event in &path.events {
        match &event.kind {
            EventKind::Passed(cond) => take(&mut held, cond),
            EventKind::Set(obj, _) => {
                held.remove(obj);
            }
            _ => {}
        }
    }
    held
}
