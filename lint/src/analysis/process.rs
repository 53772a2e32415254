//! Child processes: what they do as far as their parent can tell, and what becomes of one that nobody waits for.
//!
//! A process whose input is a pipe reads it to its end and ends; what it writes, nobody knows. A dead process stays a zombie until its
//! parent waits for it or ends itself, so the loss of the last handle matters only where the program lives on: it goes round a loop, waits
//! for something, or what runs is no program but a function that others call.

use super::contract::Case;
use super::hazard::{Hazard, HazardKind};
use super::machine::{Flow, Machine, Outcomes};
use super::object::{Behaviour, PathEnd, Worker, WorkerPath};
use super::state::{Fork, Pending, State};
use super::trace::{Cond, Event, EventKind};
use super::value::{ObjId, Val};
use super::wakes::Can;
use crate::base::FileSpan;
use crate::ir::{DropWhy, Ty, WorkerKind};

impl Machine<'_> {
    /// What a process that was given these ends does.
    pub(super) fn program_of(&self, st: &State, held: &Val) -> Behaviour {
        let (mut reads, mut writes) = (Vec::new(), Vec::new());
        held.handles(&mut |obj, adt| {
            if self.is_receiver(adt) {
                reads.push(obj);
            } else if self.is_sender(adt) {
                writes.push(obj);
            }
        });
        let at = self.here(st);
        let func = self.user_fn(st);
        let event = |kind| Event { kind, at, func, depth: st.frames.len() };
        let path = |events| WorkerPath {
            events,
            end: PathEnd::Return,
            accident: false,
            left: Vec::new(),
            round: 0,
            orphaned: Vec::new(),
            func,
            decided: Fork::None,
        };
        let ends: Vec<Event> = reads.iter().map(|&chan| event(EventKind::Passed(Cond::Eof(chan)))).collect();
        let sent = |&chan: &ObjId| event(EventKind::Sent { chan, variant: None, lossy: false });
        // Twice: any number, as the readers count.
        let said: Vec<Event> = writes.iter().chain(&writes).map(sent).chain(ends.iter().cloned()).collect();
        Behaviour { paths: vec![path(ends), path(said)], ..Behaviour::default() }
    }

    /// Kills a process. The kill fails where there is nothing left to kill: it has ended, and was waited for.
    pub(super) fn kill_process(&mut self, st: State, obj: ObjId, ret: &Ty, at: FileSpan) -> Outcomes {
        let mut st = st;
        let mut out = Vec::new();
        if let Ty::Adt(def, _) = ret
            && Some(*def) == self.lang.result
        {
            let mut failed = st.clone();
            failed.forks += 1;
            failed.last_fork = Fork::Error;
            if let Some(object) = failed.obj_mut(obj) {
                object.escaped = true;
            }
            let error = self.result(&mut failed, ret, &Case::Nothing);
            out.push((failed, Flow::Value(error)));
        }
        self.kill(&mut st, obj, at);
        let value = self.result(&mut st, ret, &Case::Got(Some(Val::unit())));
        out.push((st, Flow::Value(value)));
        out
    }

    /// Whether a process that is looked at can't end: then a loop with no other way out looks at it for ever.
    pub(super) fn never_ends(&mut self, st: &mut State, obj: ObjId) -> bool {
        if st.base > 0 || st.cancellable > 0 || st.assumed.is_some() {
            return false;
        }
        let cond = Cond::Exit(obj);
        let Some((_, Can::No(proof))) = self.can_each(st, std::slice::from_ref(&cond)).pop() else { return false };
        st.parks += 1;
        st.pending.retain(|pending| pending.chan != obj);
        let state = State { pending: Vec::new(), lost: Vec::new(), ..st.clone() };
        let kind = HazardKind::Parked { conds: vec![cond], proof, drain: true };
        let hazard = Hazard { kind, at: self.here(st), func: self.user_fn(st), state, later: Vec::new() };
        st.last_fork = Fork::Others;
        st.pending.push(Pending { hazard, chan: obj, parks: st.parks });
        true
    }

    /// The last handle of a worker that nobody has waited for goes.
    pub(super) fn lose(&mut self, st: &mut State, obj: ObjId, worker: &Worker, why: DropWhy) {
        // One from outside may have been waited for before, unless it was only now killed.
        if worker.kind != WorkerKind::Process || (worker.behaviour.unknown && worker.killed.is_none()) || st.assumed.is_some() {
            return;
        }
        let at = self.here(st);
        let func = self.user_fn(st);
        let state = State { lost: Vec::new(), ..st.clone() };
        st.lost.push(Hazard { kind: HazardKind::Unreaped(obj, why), at, func, state, later: Vec::new() });
        let is_main = |func| self.program.krates[self.program.fns[func].krate].main == Some(func);
        if st.base > 0 || !st.frames.first().and_then(|frame| frame.func).is_some_and(is_main) {
            self.lives_on(st);
        }
    }

    /// The program lives on: what it has lost by now stays lost.
    pub(super) fn lives_on(&mut self, st: &mut State) {
        if st.assumed.is_none() {
            self.hazards.append(&mut st.lost);
        }
    }
}
