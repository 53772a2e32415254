//! Bodies that never come to their end: seen by their shape alone, however many states there are on the way.
//!
//! ```ignore
//! fn run(&mut self) {
//!     loop { // no `break`, no `return`, no `?`: whoever runs this runs it for ever
//!         self.drain_requests();
//!         self.wait_for_the_next();
//!     }
//! }
//! ```

use std::collections::BTreeSet;

use super::machine::Machine;
use super::object::{Endless, Obj, ObjKind, Status, Worker};
use super::scan::forward;
use super::state::State;
use super::trace::EventKind;
use super::value::ObjId;
use crate::base::Idx;
use crate::ir::{
    AdtId, BlockId, Body, BodyId, Callee, Clause, Container, EndRole, FnId, Intrinsic, Local, Operand, Place, TerminatorKind, Test, Ty,
    TypeRole, VariantRef, WorkerKind,
};
use crate::link::Linked;

impl Machine<'_> {
    /// Whether a worker, of which not all is known, has no end of its own, and nobody else has put or can put one to it.
    pub(super) fn goes_on(&self, st: &State, worker: &Worker) -> bool {
        let runs = worker.status == Status::Running && worker.killed.is_none() && worker.kind != WorkerKind::Scoped;
        runs && match worker.behaviour.endless {
            Endless::No => false,
            Endless::Always => true,
            Endless::Untold => self.is_untold(st, worker),
        }
    }

    /// Whether nobody has told or can tell a worker anything, on any channel of messages that it was given the receiver of.
    fn is_untold(&self, st: &State, worker: &Worker) -> bool {
        let mut heard = Vec::new();
        worker.code.handles(&mut |obj, adt| {
            let messages = adt.def.is_some_and(|def| !self.program.adts[def].generics.is_empty());
            if messages && self.is_receiver(adt) {
                heard.push(obj);
            }
        });
        let silent = |chan: &ObjId| {
            let Some(Obj { kind: ObjKind::Chan(inner), escaped: false, .. }) = st.obj(*chan) else { return false };
            let said = st.trace.backwards().any(|event| matches!(event.kind, EventKind::Sent { chan: on, .. } if on == *chan));
            inner.eof && !inner.external && inner.queue.is_empty() && !said && st.holders(*chan, &|adt| self.is_sender(adt)).is_empty()
        };
        !heard.is_empty() && heard.iter().all(silent)
    }

    /// Whether no way leads from the start of a body to its end, panics and dropped futures left out. What a call of unknown code comes to may be
    /// anything.
    pub(super) fn is_endless(&self, body: BodyId) -> Endless {
        if self.never_returns(body, false, &mut BTreeSet::new()) {
            Endless::Always
        } else if self.never_returns(body, true, &mut BTreeSet::new()) {
            Endless::Untold
        } else {
            Endless::No
        }
    }

    /// Whether it is so, for a body to which no message comes any more if it is `untold`: then a panic counts as an end.
    ///
    /// Invariant: a body that is asked for while it is being looked at is taken to return.
    fn never_returns(&self, id: BodyId, untold: bool, asked: &mut BTreeSet<BodyId>) -> bool {
        if !asked.insert(id) {
            return false;
        }
        let body = self.linked.body(id);
        let answers = if untold { received(self.linked, body) } else { BTreeSet::new() };
        let mut reached = vec![false; body.blocks.len()];
        let mut work = vec![BlockId::new(0)];
        while let Some(block) = work.pop() {
            let Some(data) = body.blocks.get(block) else { return false };
            if std::mem::replace(&mut reached[block.index()], true) {
                continue;
            }
            let kind = &data.terminator.kind;
            if matches!(kind, TerminatorKind::Return) {
                return false;
            }
            if untold && self.may_end(kind, &answers) {
                return false;
            }
            if callee(self.linked, body, kind).is_some_and(|callee| self.never_returns(callee, untold, asked)) {
                continue;
            }
            match kind {
                TerminatorKind::Switch { test: Test::Variant(place, VariantRef::Resolved(def, variant)), otherwise, .. }
                    if place.as_local().is_some_and(|local| answers.contains(&local)) && is_message(self.linked, *def, *variant) =>
                {
                    work.push(*otherwise);
                }
                _ => work.extend(forward(kind)),
            }
        }
        true
    }

    /// Whether whoever is told nothing may end here after all: by a panic, by what it makes of an answer, or since what it is to work for is gone. One
    /// that makes channels may hear from others.
    fn may_end(&self, kind: &TerminatorKind, answers: &BTreeSet<Local>) -> bool {
        let TerminatorKind::Call { callee, args, .. } = kind else { return false };
        let answer = |arg: &Operand| arg.place().and_then(Place::as_local).is_some_and(|local| answers.contains(&local));
        let func = match callee {
            Callee::Intrinsic(Intrinsic::Panic) => return true,
            Callee::Fn(func, _) => &self.program.fns[*func],
            _ => return args.iter().any(answer),
        };
        let weak = || match func.container {
            Container::Impl(id) => matches!(self.program.impls[id].self_ty, Ty::Adt(def, _) if self.lang.weak.contains(&def)),
            _ => false,
        };
        args.iter().any(answer) || weak() || func.contract.clauses.iter().any(|clause| matches!(clause, Clause::Pairs { .. }))
    }
}

/// Where a body puts what it was answered when it asked a receiver of messages.
fn received(linked: &Linked, body: &Body) -> BTreeSet<Local> {
    let asked = |kind: &TerminatorKind| match kind {
        TerminatorKind::Call { callee: Callee::Fn(func, _), dest, .. } if receives(linked, *func) => dest.as_local(),
        _ => None,
    };
    body.blocks.iter().filter_map(|block| asked(&block.terminator.kind)).collect()
}

/// Whether a function hands out a message of a channel, in a `Result` or an `Option`.
fn receives(linked: &Linked, func: FnId) -> bool {
    let program = &linked.program;
    let def = &program.fns[func];
    let Container::Impl(id) = def.container else { return false };
    let Ty::Adt(receiver, _) = &program.impls[id].self_ty else { return false };
    let receiver = &program.adts[*receiver];
    let is_end = matches!(&receiver.role, Some(TypeRole::End { role: EndRole::Receiver | EndRole::Both, .. }));
    let message = matches!(&def.ret, Ty::Adt(_, substs) if matches!(substs.first(), Some(Ty::Param(_))));
    // One that waits for a message without end would get EOF again and again: of that its own loop is told.
    let looks = def.contract.clauses.iter().any(|clause| matches!(clause, Clause::Parks { on: Some(_), deadline: true, .. }));
    program.krates[receiver.krate].stub && is_end && message && looks && !def.is_async
}

/// Whether a variant is the one with a message in it.
fn is_message(linked: &Linked, def: AdtId, variant: u32) -> bool {
    linked.program.adts[def].variants.get(variant as usize).is_some_and(|shape| matches!(shape.name.as_str(), "Ok" | "Some"))
}

/// The body that runs to its end before control goes on: that of a function called, or of one whose future is awaited.
fn callee(linked: &Linked, body: &Body, kind: &TerminatorKind) -> Option<BodyId> {
    let program = &linked.program;
    let own = |callee: &Callee, is_async: bool| match callee {
        Callee::Fn(func, _) if !program.krates[program.fns[*func].krate].stub && program.fns[*func].is_async == is_async => {
            program.fns[*func].body
        }
        _ => None,
    };
    match kind {
        TerminatorKind::Call { callee, .. } => own(callee, false),
        TerminatorKind::Await { future: Operand::Move(future), .. } => {
            let mut made = body.blocks.iter().filter_map(|block| match &block.terminator.kind {
                TerminatorKind::Call { callee, dest, .. } if dest == future => Some(callee),
                _ => None,
            });
            match (made.next(), made.next()) {
                (Some(callee), None) => own(callee, true),
                _ => None,
            }
        }
        _ => None,
    }
}
