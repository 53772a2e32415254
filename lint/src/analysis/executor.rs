//! Executors: which threads run which tasks, and who waits with such a thread instead of giving it back.
//!
//! An executor is an object of a stub's type with that role; its value is the number of threads that it has beside the one that drives it. Whoever
//! waits by an `.await` gives the thread back as far as the frame that drives the executor; a primitive that is no future keeps it, and whatever else
//! runs on that thread stands still. Only executors with one thread matter: of others nobody knows whether a thread is left.

use std::collections::BTreeSet;

use super::fingerprint::Memo;
use super::hazard::{HazardKind, Unmet};
use super::machine::{Machine, head};
use super::object::{Obj, ObjKind, PathEnd, Signal, Worker, WorkerPath};
use super::state::{Holder, State};
use super::trace::{Cond, EventKind};
use super::value::{ObjId, Val};
use super::wakes::{Acting, Can, Met, World, is_external};
use crate::base::FileSpan;
use crate::ir::{AdtId, Clause, EndRole, FnId, Ty, TypeRole};

impl Machine<'_> {
    /// The executor that a call drives or steps out of: the one whose method it is, or the one that an async `main` makes.
    pub fn drives(&mut self, st: &mut State, func: FnId, args: &[Val]) -> Option<(ObjId, AdtId)> {
        let def = &self.program.fns[func];
        if let Some(threads) = def.threads {
            let of = self.linked.adt_by_path("tokio::runtime::Scheduler")?;
            let (id, made) = (self.fresh_obj(), self.here(st));
            let signal = Signal { value: Val::Int(i64::try_from(threads).ok()?), set: false, lasting: true };
            st.insert(id, Obj { kind: ObjKind::Signal(signal), made, name: None, escaped: false, memo: Memo::default() });
            return Some((id, of));
        }
        let of = def.params.first().and_then(head).filter(|def| self.is_executor(*def))?;
        let (executor, _) = self.handle(st, args.first()?)?;
        Some((executor, of))
    }

    fn is_executor(&self, def: AdtId) -> bool {
        matches!(self.role(def), Some(TypeRole::End { role: EndRole::Executor, .. }))
    }

    /// The executor on which a call starts a task: the one that it is given, else the innermost of its type whose thread this is.
    pub fn spawned_on(&mut self, st: &mut State, func: FnId, args: &[Val]) -> Option<ObjId> {
        let of = self.program.fns[func].params.first().and_then(head).filter(|def| self.is_executor(*def))?;
        let given = args.first().map(|arg| match st.settle(arg) {
            Val::Ref(loc) => st.read(loc).cloned().unwrap_or(Val::Uninit),
            other => other.clone(),
        });
        if let Some(Val::Adt(adt)) = given
            && let Some(executor) = adt.handle
            && !st.obj(executor).is_some_and(|obj| obj.escaped)
        {
            return Some(executor);
        }
        let inner = st.frames[st.base.min(st.frames.len())..].iter().rev().find_map(|frame| frame.drives.filter(|(_, def)| *def == of));
        inner.map(|(executor, _)| executor).or(st.runs_on)
    }

    fn threads(&self, st: &State, executor: ObjId) -> Option<i64> {
        match &st.obj(executor)?.kind {
            ObjKind::Signal(Signal { value: Val::Int(threads), .. }) => Some(*threads),
            _ => None,
        }
    }

    /// If a wait keeps its thread from an executor: those executors that have no other. `None`: it gives the thread back, or no async code needs it.
    pub fn kept_from(&self, st: &State) -> Option<Vec<ObjId>> {
        let frames = &st.frames[st.base.min(st.frames.len())..];
        let mut rest = frames.len();
        let shown = frames.iter().rposition(|frame| !frame.stub || frame.coroutine);
        let gives_back = if self.awaits {
            true
        } else if let Some(at) = shown.filter(|at| frames[*at].stub) {
            // A stub's async function gives the thread back whatever it is made of.
            rest = at + 1;
            true
        } else {
            false
        };
        if gives_back {
            while rest > 0 && frames[rest - 1].coroutine {
                rest -= 1;
            }
            // What drives the future goes on with its other work meanwhile.
            rest = rest.saturating_sub(1);
        }
        let mut inside = false;
        let mut kept = Vec::new();
        for at in (0..rest).rev() {
            let frame = &frames[at];
            inside |= frame.coroutine;
            let Some((executor, _)) = frame.drives else { continue };
            let driving = frame.coroutine || frames.get(at + 1).is_some_and(|above| above.coroutine);
            if !driving {
                return inside.then_some(kept);
            }
            if self.threads(st, executor) == Some(0) {
                kept.push(executor);
            }
        }
        if let Some(executor) = st.runs_on
            && matches!(self.threads(st, executor), Some(0 | 1))
        {
            kept.push(executor);
        }
        inside.then_some(kept)
    }

    /// A sleep or the like: nobody has to end it, but whoever awaits it gives his thread back meanwhile.
    pub fn passes_time(&mut self, st: &mut State) {
        if self.kept_from(st).is_none() {
            self.gives_back(st, &[Cond::Time]);
        }
    }

    /// Something is awaited of which no more is known than its type: a sleep, or what may take its time.
    pub fn awaits_unknown(&mut self, st: &mut State, ty: &Ty) {
        self.lives_on(st);
        let poll = self.linked.fn_by_path("std::future::Future::poll").and_then(|poll| self.linked.impl_of(poll, ty));
        let sleeps =
            |func: FnId| self.program.fns[func].contract.clauses.iter().any(|clause| matches!(clause, Clause::Parks { on: None, .. }));
        if poll.is_some_and(|(func, _)| sleeps(func)) {
            self.awaits = true;
            self.passes_time(st);
            self.awaits = false;
        } else {
            st.yields += 1;
        }
    }

    /// Whether the running worker is a task of an executor with one thread: how it takes turns with others shows.
    pub(super) fn takes_turns(&self, st: &State) -> bool {
        st.runs_on.is_some_and(|executor| matches!(self.threads(st, executor), Some(0 | 1)))
    }

    /// The actor gives its thread back while it waits: tasks of the same executor come to run.
    pub fn gives_back(&mut self, st: &mut State, conds: &[Cond]) -> Option<usize> {
        if st.base > 0 {
            if conds == [Cond::Time] {
                let at = self.here(st);
                self.event(st, EventKind::Waits(conds.to_vec()), at);
            }
            return None;
        }
        st.yields += 1;
        if st.assumed.is_some() || !self.workers(st).values().any(|worker| worker.behaviour.paths.iter().any(WorkerPath::blocks)) {
            return None;
        }
        let acting = self.acting_in(st, World { locks: None, heeds: true, ..World::default() });
        let (worker, blocking) = acting.blocking.iter().find_map(|(id, all)| Some((*id, all.first()?)))?;
        // Its own thread is one of those that stand still, or what it waits for needs one of them.
        let own = st
            .frames
            .iter()
            .filter_map(|frame| frame.drives)
            .any(|(executor, _)| blocking.executors.contains(&executor) && self.threads(st, executor) == Some(0));
        if !own {
            let dead = self.acting_in(st, World { dead: blocking.executors.clone(), heeds: true, ..World::default() });
            let never = |acting| conds.iter().all(|cond| matches!(self.can(st, acting, cond), Can::No(_)));
            if !never(&dead) || never(&self.acting_in(st, World::default())) {
                return None;
            }
        }
        let kind = HazardKind::Starved {
            conds: blocking.conds.clone(),
            worker: Some(worker),
            wakers: self.wakers(st, &blocking.executors, Some(worker)),
        };
        let hazard = self.hazard_at(st, kind, Some(blocking.at));
        st.assumed = st.assumed.or(hazard);
        hazard
    }

    /// The hazard that a wait is which keeps its thread from the only ones who would end it; `open` says whether somebody would if it did not.
    pub fn starves(&self, st: &State, executors: &[ObjId], conds: &[Cond], open: bool) -> Option<HazardKind> {
        if executors.is_empty() || st.assumed.is_some() {
            return None;
        }
        let dead: BTreeSet<ObjId> = executors.iter().copied().collect();
        let acting = self.acting_in(st, World { dead: dead.clone(), ..World::default() });
        if !open || !conds.iter().all(|cond| matches!(self.can(st, &acting, cond), Can::No(_))) {
            return None;
        }
        Some(HazardKind::Starved { conds: conds.to_vec(), worker: None, wakers: self.wakers(st, &dead, None) })
    }

    /// Whether what a worker waits for is an affair of its own: it made it, and only workers of its own know of it.
    pub fn is_own(&self, st: &State, conds: &[Cond]) -> bool {
        let inside = |holder: &Holder| match holder {
            Holder::Frame(depth, ..) => *depth >= st.base,
            Holder::Worker(id) => Some(*id) > st.born,
            _ => false,
        };
        conds.iter().all(|cond| cond.subject().is_some_and(|obj| Some(obj) > st.born && st.holders(obj, &|_| true).iter().all(inside)))
    }

    /// For a worker's wait for an end that is wholly an affair of its own, why nobody brings it. Of messages more may come than was followed.
    pub(super) fn private_wait(&self, st: &State, conds: &[Cond]) -> Option<Vec<Unmet>> {
        let plain = conds.iter().all(|cond| match cond {
            Cond::Eof(chan) => !is_external(st, *chan),
            Cond::Exit(_) => true,
            _ => false,
        });
        if st.base == 0 || st.cancellable > 0 || st.assumed.is_some() || !plain || !self.is_own(st, conds) {
            return None;
        }
        // A loop may give as many stops as it has started workers, and each was followed by itself.
        let stop = |cond: &Cond| st.uncounted && matches!(cond, Cond::Msg(_, Some(_)));
        let mut proof = Vec::new();
        for (_, can) in self.can_each(st, conds) {
            let Can::No(unmet) = can else { return None };
            proof.extend(unmet);
        }
        proof.iter().all(|unmet| self.is_own(st, std::slice::from_ref(&unmet.cond)) && !stop(&unmet.cond)).then_some(proof)
    }

    /// Whether a worker waits with the only thread of those who would wake it.
    pub(super) fn blocks(
        &self,
        st: &State,
        acting: &Acting,
        id: ObjId,
        conds: &[Cond],
        executors: &[ObjId],
        before: &dyn Fn(&Cond) -> u64,
    ) -> bool {
        let dead = acting.world.dead.iter().chain(executors).copied().collect();
        let world = World { dead, ran: true, heeds: false, ..acting.world.clone() };
        let narrower = self.narrower(st, acting, world);
        conds.iter().all(|cond| matches!(self.met(st, &narrower, cond, Some(id), before(cond)), Met::No(_)))
    }

    /// A task whose thread stands still: it has come to its first wait, if it came to run at all.
    pub(super) fn stand_still(&self, st: &State, acting: &mut Acting, id: ObjId, worker: &Worker) {
        if !acting.world.ran && worker.born >= st.yields {
            return;
        }
        let first =
            |path: &WorkerPath| path.events.iter().position(|event| matches!(event.kind, EventKind::Waits(_) | EventKind::Blocks(..)));
        // How often a loop goes round is not known: where a path waits, it may well be the one that is taken.
        let any = worker.behaviour.paths.iter().any(|path| !path.accident && first(path).is_some());
        for path in worker.behaviour.paths.iter().filter(|path| !any || first(path).is_some()) {
            let waits = first(path);
            acting.effects.extend(path.events[..waits.unwrap_or(path.events.len())].iter().map(|event| event.kind.clone()));
            if waits.is_none() && path.end == PathEnd::Return && !path.accident {
                acting.ended.insert(id);
            }
        }
    }

    /// The workers that stand still, and where they were started.
    fn wakers(&self, st: &State, dead: &BTreeSet<ObjId>, but: Option<ObjId>) -> Vec<ObjId> {
        let tasks =
            self.workers(st).into_iter().filter(|(id, worker)| Some(*id) != but && worker.runs_on.is_some_and(|on| dead.contains(&on)));
        tasks.map(|(id, _)| id).collect()
    }
}

/// A worker that waits with a thread which nobody else can do without.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blocking {
    /// Where.
    pub at: FileSpan,
    /// What for.
    pub conds: Vec<Cond>,
    /// The executors that have no other thread.
    pub executors: BTreeSet<ObjId>,
}
