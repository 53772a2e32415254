//! Teardowns: what on a path ended the worker that would have woken somebody, or skipped the signal that would have ended one.

use std::rc::Rc;

use super::hazard::Unmet;
use super::machine::{Machine, head};
use super::object::{ObjKind, PathEnd, Status, Worker, WorkerPath};
use super::state::{Holder, State};
use super::trace::{Cond, Event, EventKind};
use super::value::{Loc, ObjId, Root, Val};
use crate::base::{FileSpan, Idx, Name, Span};
use crate::ir::{
    AdtId, BlockId, Body, BodyId, Callee, Clause, Container, DropWhy, FnId, Operand, Rvalue, StatementKind, TerminatorKind, TypeRole,
    VariantRef,
};

/// How deep in calls a stop is looked for.
const WITHIN: usize = 3;

/// A condition on whichever of the objects that are made at one place: paths that part before it make them anew.
pub type Alike = (FileSpan, Cond);

/// What a condition is on every path.
pub fn alike(st: &State, cond: &Cond) -> Option<Alike> {
    let any = ObjId::new(0);
    let (obj, cond) = match cond {
        Cond::Msg(chan, variant) => (*chan, Cond::Msg(any, *variant)),
        Cond::Signal(signal, to) => (*signal, Cond::Signal(any, *to)),
        Cond::Becomes(loc, seen) => {
            let Root::Cell(cell) = loc.root else { return None };
            (cell, Cond::Becomes(Rc::new(Loc { root: Root::Cell(any), steps: loc.steps.clone() }), *seen))
        }
        _ => return None,
    };
    Some((st.obj(obj)?.made, cond))
}

impl Machine<'_> {
    /// The worker that fed what is waited for, or resolved the table in which its sender lies, and where the path ended it.
    pub fn ended_feeder(&self, st: &State, unmet: &Unmet) -> Option<(ObjId, FileSpan)> {
        let wanted = unmet.cond.obj().or_else(|| unmet.cond.cell())?;
        let acting = self.acting(st);
        let events = st.trace.events();
        st.objs.iter().find_map(|(&id, obj)| {
            let ObjKind::Worker(worker) = &obj.kind else { return None };
            let over = worker.status == Status::Done || worker.killed.is_some() || acting.ended.contains(&id);
            let mut done = worker.behaviour.events();
            if Some(id) == unmet.waiter || !over || !done.any(|event| feeds(st, &event.kind, unmet, wanted)) {
                return None;
            }
            let ended = self.told(st, &events, id, worker)?;
            Some((id, self.mandated(st, &events, ended, wanted)))
        })
    }

    /// Where somebody let go of the last handle by which a wait could have been aborted, since those that are left are with who waits for it
    /// themselves; and whether that is an early exit which skips the abort.
    pub fn forsaken(&self, st: &State, unmet: &Unmet) -> Option<(FileSpan, bool)> {
        let wanted = unmet.cond.obj().or_else(|| unmet.cond.cell())?;
        let lost =
            st.objs.iter().filter(|(_, obj)| matches!(&obj.kind, ObjKind::Chan(chan) if chan.due.is_some() && chan.closed.is_none()));
        let lost = lost.map(|(&id, _)| id).find(|&id| leads(st, unmet.waiter, id, wanted) && self.is_left_to(st, unmet.waiter, id))?;
        let early = unmet.waiter.and_then(|waiter| self.left_before_abort(st, waiter, lost)).map(|at| (at, true));
        early.or_else(|| self.given_up_at(st, unmet.waiter, lost).map(|at| (at, false)))
    }

    /// Whether nobody has a handle but who waits, and those who were seen to take theirs away.
    fn is_left_to(&self, st: &State, waiter: Option<ObjId>, lost: ObjId) -> bool {
        let removes = |event: &Event| event.kind == EventKind::Removed(lost);
        let removed = || self.workers(st).values().any(|worker| worker.behaviour.events().any(removes));
        st.holders(lost, &|_| true).iter().all(|holder| match holder {
            Holder::Worker(id) if Some(*id) == waiter => true,
            Holder::Worker(_) | Holder::Shared(..) => removed(),
            Holder::Frame(..) => waiter.is_none(),
            _ => false,
        })
    }

    /// Where another than who waits has dropped a handle, or taken it out of where it lay in the function that dropped it.
    fn given_up_at(&self, st: &State, waiter: Option<ObjId>, lost: ObjId) -> Option<FileSpan> {
        let own = given_up(st.trace.backwards().collect(), lost);
        own.or_else(|| {
            let others = self.workers(st).into_iter().filter(|(id, _)| Some(*id) != waiter);
            let paths = others.flat_map(|(_, worker)| &worker.behaviour.paths).collect::<Vec<_>>();
            paths.iter().find_map(|path| given_up(path.events.iter().rev().collect(), lost))
        })
    }

    /// The latest early exit since a worker was started that stands before the abort of a channel in the function's code.
    fn left_before_abort(&self, st: &State, id: ObjId, lost: ObjId) -> Option<FileSpan> {
        let Some(ObjKind::Chan(chan)) = st.obj(lost).map(|obj| &obj.kind) else { return None };
        let due = chan.due?;
        let skips =
            |event: &&Event| event.func.is_some_and(|func| self.aborted_in(func, due).any(|abort| abort.start > event.at.span.start));
        early_exits(st, id).find(skips).map(|event| event.at)
    }

    /// Where a function's code calls one of the methods that end a type's obligation.
    fn aborted_in(&self, func: FnId, due: AdtId) -> impl Iterator<Item = Span> {
        let bodies = self.program.fns[func].body.into_iter().flat_map(|root| self.linked.group(root));
        bodies.flat_map(|id| &self.linked.body(id).blocks).filter_map(move |block| match &block.terminator.kind {
            TerminatorKind::Call { callee: Callee::Fn(called, _), .. } => self.is_abort(*called, due).then_some(block.terminator.span),
            _ => None,
        })
    }

    /// Whether a function is one of the methods that end a type's obligation.
    fn is_abort(&self, func: FnId, due: AdtId) -> bool {
        let def = &self.program.fns[func];
        let method = def.self_kind.is_some() && def.container != Container::Module && def.params.first().and_then(head) == Some(due);
        method && self.lists_abort(due, &def.name)
    }

    /// Whether a method of this name ends a type's obligation.
    pub(super) fn lists_abort(&self, due: AdtId, name: &Name) -> bool {
        match self.role(due) {
            Some(TypeRole::End { aborts, .. }) if aborts.is_empty() => *name == "abort",
            Some(TypeRole::End { aborts, .. }) => aborts.contains(name),
            _ => false,
        }
    }

    /// Whether the end of a channel ends a worker: it waits for it, or gives up when it can't send any more.
    pub fn heeds(&self, st: &State, id: ObjId, chan: ObjId) -> bool {
        let Some(ObjKind::Worker(worker)) = st.obj(id).map(|obj| &obj.kind) else { return false };
        let goes_on = |path: &WorkerPath| {
            let gone = path.events.iter().position(|event| event.kind == EventKind::Passed(Cond::Gone(chan)));
            gone.is_some_and(|gone| path.events[gone + 1..].iter().any(|event| event.kind.chan() == Some(chan)))
        };
        let paths = &worker.behaviour.paths;
        let gives_up =
            worker.behaviour.events().any(|event| event.kind == EventKind::Passed(Cond::Gone(chan))) && !paths.iter().any(goes_on);
        gives_up || exits(worker).iter().any(|exit| exit.obj() == Some(chan))
    }

    /// The early exit that skipped what ends the worker, which is given on another path.
    pub fn skipped_stop(&self, st: &State, unmet: &Unmet) -> Option<FileSpan> {
        let id = unmet.waiter?;
        let Some(ObjKind::Worker(waiter)) = st.obj(id).map(|obj| &obj.kind) else { return None };
        let stops: Vec<Cond> = exits(waiter).into_iter().filter(|exit| covers(&unmet.cond, exit)).collect();
        let skipped = (0..WITHIN).find_map(|depth| self.left_without(st, id, &stops, depth));
        if skipped.is_some() || !stops.iter().any(|stop| alike(st, stop).is_some_and(|stop| self.given.contains(&stop))) {
            return skipped;
        }
        let left = st.frames.iter().rev().find_map(|frame| frame.leaving);
        let failed = || st.trace.backwards().find(|event| event.kind == EventKind::Failed).map(|event| event.at);
        left.or(st.left).or_else(failed)
    }

    /// The latest early exit since a worker was started from a function that has one of these stops in its code, at most so deep in calls.
    fn left_without(&self, st: &State, id: ObjId, stops: &[Cond], depth: usize) -> Option<FileSpan> {
        let skips = |event: &&Event| event.func.is_some_and(|func| stops.iter().any(|stop| self.has_stop(func, stop, depth)));
        early_exits(st, id).find(skips).map(|event| event.at)
    }

    /// Whether a function, or one that it calls, has a call in its code that gives something like this.
    fn has_stop(&self, func: FnId, stop: &Cond, depth: usize) -> bool {
        let Some(root) = self.program.fns[func].body else { return false };
        self.linked.group(root).into_iter().any(|id| {
            let body = self.linked.body(id);
            body.blocks.iter().any(|block| {
                let TerminatorKind::Call { callee: Callee::Fn(called, _) | Callee::Trait(called, _), args, .. } = &block.terminator.kind
                else {
                    return false;
                };
                self.is_stop(body, *called, args, stop)
                    || depth.checked_sub(1).is_some_and(|depth| !self.is_stub(*called) && self.has_stop(*called, stop, depth))
            })
        })
    }

    /// Where the path ended a worker: the kill, or the signal, message or drop that it ends on.
    fn told(&self, st: &State, events: &[&Event], feeder: ObjId, worker: &Worker) -> Option<usize> {
        let killed = events.iter().rposition(|event| event.kind == EventKind::Killed(feeder));
        let exits = exits(worker);
        killed.or_else(|| events.iter().rposition(|event| exits.iter().any(|exit| self.told_by(st, &event.kind, exit, worker))))
    }

    /// Whether an event ends a worker that ends on this. A channel that carries work and is closed when there is no more is no teardown.
    fn told_by(&self, st: &State, event: &EventKind, exit: &Cond, worker: &Worker) -> bool {
        match (event, exit) {
            (EventKind::Dropped { obj, sender: true, .. }, Cond::Eof(chan)) => obj == chan && !self.carries(st, *chan),
            (EventKind::Closed(obj), Cond::Eof(chan) | Cond::Msg(chan, _)) => obj == chan && !self.carries(st, *chan),
            (EventKind::Killed(process), Cond::Eof(chan)) => matches!(
                st.obj(*process).map(|obj| &obj.kind),
                Some(ObjKind::Worker(worker)) if worker.behaviour.events().any(|event| event.kind.sends_on(*chan))
            ),
            // A message of one kind alone is a signal to who goes round without such.
            (EventKind::Sent { chan, .. }, Cond::Msg(on, None)) => {
                let mut rounds = worker.behaviour.paths.iter().filter(|path| path.end == PathEnd::Loops).peekable();
                let takes = |event: &Event| matches!(event.kind, EventKind::Passed(Cond::Msg(taken, _)) if taken == *on);
                chan == on && rounds.peek().is_some() && !rounds.any(|path| path.events.iter().any(takes))
            }
            _ => gives(event, exit),
        }
    }

    /// Whether anything is sent on a channel by a worker, or on any path.
    fn carries(&self, st: &State, chan: ObjId) -> bool {
        let Some(made) = st.obj(chan).map(|obj| obj.made) else { return false };
        let sends = |given: &Alike| given.0 == made && matches!(given.1, Cond::Msg(..));
        let workers = st.objs.values().filter_map(|obj| match &obj.kind {
            ObjKind::Worker(worker) => Some(worker),
            _ => None,
        });
        self.given.iter().any(sends) || workers.flat_map(|worker| worker.behaviour.events()).any(|event| event.kind.sends_on(chan))
    }

    /// Whether a call gives something like this.
    fn is_stop(&self, body: &Body, called: FnId, args: &[Operand], stop: &Cond) -> bool {
        self.program.fns[called].contract.clauses.iter().any(|clause| match (clause, stop) {
            (Clause::Sends { .. }, Cond::Msg(_, variant)) => {
                variant.is_none_or(|variant| args.iter().any(|arg| is_made(body, arg, variant)))
            }
            (Clause::Sets(_), Cond::Signal(..)) => true,
            _ => false,
        })
    }

    /// Notes where a function of the user's is left early: by a jump or a `?`, while what it owns is dropped and before anything else runs.
    pub(super) fn note_exit(&self, st: &mut State, kind: &TerminatorKind, body: BodyId) {
        let early = matches!(kind, TerminatorKind::Drop { why: DropWhy::Jump | DropWhy::Question, .. });
        let leaving = st.frames.iter().any(|frame| frame.leaving.is_some());
        let Some(frame) = st.frame_mut().filter(|frame| !frame.stub) else { return };
        let at = frame.at;
        frame.leaving = early.then_some(at);
        match kind {
            TerminatorKind::Drop { target, .. } if early && returns(self.linked.body(body), *target) => st.left = Some(at),
            TerminatorKind::Call { .. } if !leaving => st.left = None,
            _ => {}
        }
    }
}

/// Whether who waits has a handle of `due` by which they wait for `wanted`.
fn leads(st: &State, waiter: Option<ObjId>, due: ObjId, wanted: ObjId) -> bool {
    let mut leads = false;
    let mut look = |value: &Val| {
        value.handles(&mut |obj, adt| {
            leads |= obj == due && adt.fields.iter().any(|(_, field)| st.reaches(field, wanted, &|_| true).is_some());
        });
    };
    match waiter.map(|id| st.obj(id).map(|obj| &obj.kind)) {
        Some(Some(ObjKind::Worker(worker))) => look(&worker.code),
        Some(_) => {}
        None => st.frames.iter().flat_map(|frame| frame.locals.iter()).for_each(look),
    }
    leads
}

/// Where a handle goes, of events with the latest first.
fn given_up(events: Vec<&Event>, lost: ObjId) -> Option<FileSpan> {
    let drop = events.iter().position(|event| matches!(event.kind, EventKind::Dropped { obj, .. } if obj == lost))?;
    let taken = |event: &&&Event| event.kind == EventKind::Removed(lost) && event.func == events[drop].func;
    Some(events[drop..].iter().find(taken).unwrap_or(&events[drop]).at)
}

/// The early exits on a path since a worker was started, the latest first.
fn early_exits(st: &State, id: ObjId) -> impl Iterator<Item = &Event> {
    let since = st.trace.backwards().take_while(move |event| event.kind != EventKind::Spawned(id));
    since.filter(|event| event.kind == EventKind::LeftEarly)
}

/// Whether what is waited for is this, or anything of the kind.
fn covers(cond: &Cond, exit: &Cond) -> bool {
    cond == exit || matches!((cond, exit), (Cond::Msg(chan, None), Cond::Msg(other, Some(_))) if chan == other)
}

/// Whether a body makes an argument as this variant.
fn is_made(body: &Body, arg: &Operand, variant: u32) -> bool {
    let Some(place) = arg.place() else { return false };
    body.blocks.iter().flat_map(|block| &block.statements).any(|statement| {
        let StatementKind::Assign(made, Rvalue::Adt { variant: VariantRef::Resolved(_, what), .. }) = &statement.kind else { return false };
        made == place && *what == variant
    })
}

/// Whether nothing but drops comes before the function returns.
fn returns(body: &Body, from: BlockId) -> bool {
    let mut at = from;
    // As many blocks as there are, lest it goes round.
    for _ in 0..body.blocks.len() {
        match &body.blocks[at].terminator.kind {
            TerminatorKind::Return => return true,
            TerminatorKind::Goto(target) | TerminatorKind::Drop { target, .. } => at = *target,
            _ => return false,
        }
    }
    false
}

/// Whether an event is what is waited for, or would have taken it out of where its sender lies.
fn feeds(st: &State, event: &EventKind, unmet: &Unmet, wanted: ObjId) -> bool {
    match event {
        // Who waits for room has no use of one more message.
        EventKind::Sent { chan, .. } => *chan == wanted && !matches!(unmet.cond, Cond::Room(_)),
        EventKind::Set(signal, _) => *signal == wanted || calls_from(st, *signal, wanted),
        EventKind::Wrote(loc, _) => matches!(&unmet.cond, Cond::Becomes(at, _) if at.root == loc.root),
        EventKind::TookOut { table, .. } => {
            let Root::Cell(cell) = table.root else { return false };
            unmet.holders.iter().any(|holder| matches!(holder, Holder::Shared(shared, ..) if *shared == cell))
        }
        _ => false,
    }
}

/// Whether a signal is one that only wakes who waits, and lies in this memory: it says that something there has changed.
fn calls_from(st: &State, signal: ObjId, cell: ObjId) -> bool {
    let object = |id: ObjId| st.obj(id).map(|obj| &obj.kind);
    match (object(signal), object(cell)) {
        (Some(ObjKind::Signal(call)), Some(ObjKind::Cell(memory))) => {
            !call.lasting && st.reaches(&memory.content, signal, &|_| true).is_some()
        }
        _ => false,
    }
}

/// On what a worker ends: what it waits for on a way out and not where it goes round, and the last wait of each way out.
fn exits(worker: &Worker) -> Vec<Cond> {
    let paths = &worker.behaviour.paths;
    let passed = |event: &Event| match &event.kind {
        EventKind::Passed(cond) if !matches!(cond, Cond::Lock(_) | Cond::Share(_) | Cond::Room(_) | Cond::Gone(_) | Cond::Time) => {
            Some(cond.clone())
        }
        _ => None,
    };
    let round: Vec<Cond> =
        paths.iter().filter(|path| path.end == PathEnd::Loops).flat_map(|path| path.events.iter().filter_map(passed)).collect();
    let mut exits = Vec::new();
    for path in paths.iter().filter(|path| matches!(path.end, PathEnd::Return | PathEnd::Exit) && !path.accident) {
        let conds: Vec<Cond> = path.events.iter().filter_map(passed).collect();
        exits.extend(conds.last().cloned());
        exits.extend(conds.into_iter().filter(|cond| !round.contains(cond)));
    }
    exits
}

/// Whether an event is one more message like those that the worker goes round for, and no signal.
pub fn is_work(event: &EventKind, worker: &Worker) -> bool {
    let EventKind::Sent { chan, variant, .. } = event else { return false };
    let takes = |event: &Event| matches!(&event.kind, EventKind::Passed(Cond::Msg(on, what)) if on == chan && (variant.is_none() || what == variant));
    worker.behaviour.paths.iter().any(|path| path.repeated().iter().any(takes))
}

/// Whether an event is the signal that a condition waits for.
pub fn gives(event: &EventKind, cond: &Cond) -> bool {
    match (event, cond) {
        (EventKind::Set(set, to), Cond::Signal(wanted, value)) => set == wanted && (to.is_none() || value.is_none() || to == value),
        (EventKind::Sent { chan, variant, .. }, Cond::Msg(wanted, what)) => chan == wanted && (what.is_none() || what == variant),
        (EventKind::Set(set, _), Cond::Msg(wanted, _)) => set == wanted,
        (EventKind::Closed(chan) | EventKind::Aborted(chan), Cond::Eof(wanted) | Cond::Msg(wanted, _)) => chan == wanted,
        (EventKind::Wrote(at, to), Cond::Becomes(loc, seen)) => at == loc && to.is_none_or(|to| to == *seen),
        _ => false,
    }
}
