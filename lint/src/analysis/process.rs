//! Child processes: what they do as far as their parent can tell, and what becomes of one that nobody waits for.
//!
//! A process whose input is a pipe reads it to its end and ends; what it writes, nobody knows, nor whether it reads what has no end. A dead
//! process stays a zombie until its parent waits for it or ends itself, so the loss of the last handle matters only where the program lives
//! on: it goes round a loop, waits for something, or what runs is no program but a function that others call.

use std::collections::BTreeSet;

use super::contract::Case;
use super::hazard::{Hazard, HazardKind};
use super::machine::{Flow, Machine, Outcomes};
use super::object::{Behaviour, ObjKind, PathEnd, Status, Worker, WorkerPath};
use super::state::{Fork, Pending, State};
use super::trace::{Cond, Event, EventKind};
use super::value::{Adt, ObjId, Val};
use super::wakes::Can;
use crate::base::FileSpan;
use crate::ir::{AdtId, BinaryOp, Container, DropWhy, FnId, Program, Subject, Ty, TypeRole, WorkerKind};

impl Machine<'_> {
    /// What a process that was given these ends does.
    pub(super) fn program_of(&self, st: &State, held: &Val) -> Behaviour {
        let (mut reads, mut writes) = (Vec::new(), Vec::new());
        held.handles(&mut |obj, adt| {
            if self.is_receiver(adt) {
                reads.extend(has_end(st, obj).then_some(obj));
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
            hoard: std::rc::Rc::default(),
            answers: BTreeSet::new(),
            early: false,
            left: Vec::new(),
            round: 0,
            merged: false,
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

    /// Whether values of a type are handles of a process.
    pub(super) fn is_process(&self, def: AdtId) -> bool {
        matches!(self.role(def), Some(TypeRole::Worker { kind: WorkerKind::Process, .. }))
    }

    /// The object that a clause speaks of, by a handle or by the number of a process.
    pub(super) fn subject_or_number(&mut self, st: &mut State, subject: &Subject, args: &[Val]) -> Option<ObjId> {
        let handle = self.subject(st, subject, args).map(|(obj, _)| obj);
        handle.or_else(|| self.numbered(st, args.get(subject.param)?).map(|(process, ..)| process))
    }

    /// Whether a number stands for a group, or for a process whose handle says that it leads one.
    pub(super) fn leads(&mut self, st: &State, number: &Val, ret: &Ty) -> Val {
        let leads = match self.numbered(st, number) {
            Some((_, _, true)) => Some(Val::Bool(true)),
            Some((_, process, _)) => process.fields.into_iter().find(|(name, _)| *name == "leads").map(|(_, leads)| leads),
            None => None,
        };
        leads.unwrap_or_else(|| self.data(ret))
    }

    /// The process whose number a value is, with a handle of it, and whether it is the negative, which stands for the whole group.
    fn numbered(&self, st: &State, value: &Val) -> Option<(ObjId, Adt, bool)> {
        let Val::Sym(number) = st.settle(value) else { return None };
        let is_process =
            |obj: ObjId| matches!(st.obj(obj).map(|obj| &obj.kind), Some(ObjKind::Worker(worker)) if worker.kind == WorkerKind::Process);
        let mut found = None;
        st.each_value(&mut |value| {
            value.handles(&mut |obj, adt| {
                for (_, field) in adt.fields.iter().filter(|_| is_process(obj)) {
                    let own = st.settle(field).clone();
                    let same = matches!(&own, Val::Sym(own) if own.id == number.id);
                    let negative = !same && self.exprs.get(&(BinaryOp::Sub as u8, Val::Int(0), own)) == Some(&number.id);
                    if same || negative {
                        found = Some((obj, adt.clone(), negative));
                    }
                }
            });
        });
        found
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
        if matches!(st.obj(obj).map(|obj| &obj.kind), Some(ObjKind::Worker(worker)) if worker.status == Status::Done) {
            self.killed_late(&st, obj, at);
        } else {
            self.kill(&mut st, obj, at);
        }
        let value = self.result(&mut st, ret, &Case::Got(Some(Val::unit())));
        out.push((st, Flow::Value(value)));
        out
    }

    /// A child is killed in the function that has waited for its end, and was told nothing before: the wait was for this kill.
    fn killed_late(&mut self, st: &State, obj: ObjId, at: FileSpan) {
        let Some(ObjKind::Worker(worker)) = st.obj(obj).map(|obj| &obj.kind) else { return };
        let func = self.user_fn(st);
        let told = worker.killed.is_some()
            || worker.behaviour.unknown
            || worker.behaviour.events().any(|event| matches!(event.kind, EventKind::Passed(Cond::Eof(_))));
        let wait = st.trace.backwards().find(|event| event.kind == EventKind::Joined(obj)).filter(|event| event.func == func);
        let drops = st.frames.iter().any(|frame| frame.func.is_some_and(|func| self.is_drop(func)));
        let (false, 0, Some(wait)) = (told || drops, st.base, wait.map(|event| event.at)) else { return };
        // A kill that stands before the wait is that of the next child in a loop.
        let before = at.file == wait.file && at.span.start < wait.span.start;
        if before || !self.unbounded.contains(&wait) {
            return;
        }
        let kind = HazardKind::Parked { conds: vec![Cond::Exit(obj)], proof: Vec::new(), drain: false };
        if let Some(hazard) = self.hazard_at(st, kind, Some(wait)) {
            let event = Event { kind: EventKind::Killed(obj), at, func, depth: st.frames.len() };
            self.hazards[hazard].later.push(event);
        }
    }

    /// A wait for the end of what a child wrote that was killed alone: what it had started has the pipe too, and lives.
    pub(super) fn inherits(&mut self, st: &State, conds: &[Cond]) {
        let killed = |chan: ObjId| killed_writer(st, chan);
        if !st.objs.values().any(|obj| matches!(&obj.kind, ObjKind::Worker(worker) if is_killed_process(worker))) {
            return;
        }
        self.starts.judged = true;
        for cond in conds {
            match *cond {
                Cond::Eof(chan) => {
                    // A worker may have begun to read before somebody else killed it: who waits for that worker is the one to ask.
                    let own = |process: &ObjId| st.base == 0 || st.trace.backwards().any(|event| event.kind == EventKind::Killed(*process));
                    if let Some(process) = killed(chan).filter(own) {
                        self.hazard(st, HazardKind::Inherited { process, reader: None });
                    }
                }
                Cond::Exit(id) => {
                    let Some(ObjKind::Worker(worker)) = st.obj(id).map(|obj| obj.kind.clone()) else { continue };
                    if worker.kind == WorkerKind::Process || worker.behaviour.unknown || worker.killed.is_some() {
                        continue;
                    }
                    let acting = self.acting(st);
                    // Of what a worker did not make itself, others may have let go since it was started.
                    let in_view = |cond: &Cond| st.base == 0 || cond.obj().is_some_and(|obj| st.is_own(obj));
                    let barred = |event: &Event| match &event.kind {
                        EventKind::Passed(cond) => in_view(cond) && matches!(self.can(st, &acting, cond), Can::No(_)),
                        _ => false,
                    };
                    let ends = |path: &&WorkerPath| path.end == PathEnd::Return && !path.accident && !path.events.iter().any(barred);
                    let read = |path: &WorkerPath| {
                        path.events.iter().find_map(|event| match event.kind {
                            EventKind::Passed(Cond::Eof(chan)) => Some((killed(chan)?, event.at)),
                            _ => None,
                        })
                    };
                    let reads: Option<Vec<_>> = worker.behaviour.paths.iter().filter(ends).map(read).collect();
                    if let Some(&(process, at)) = reads.as_ref().and_then(|reads| reads.first()) {
                        self.hazard(st, HazardKind::Inherited { process, reader: Some((id, at)) });
                    }
                }
                _ => {}
            }
        }
    }

    /// Somebody waits for children by their numbers: any of them may be meant.
    pub(super) fn reap_any(&mut self, st: &mut State) {
        let children = st.objs.iter().filter(|(_, obj)| matches!(&obj.kind, ObjKind::Worker(worker) if worker.kind == WorkerKind::Process));
        for id in children.map(|(&id, _)| id).collect::<Vec<_>>() {
            if let Some(obj) = st.obj_mut(id) {
                obj.escaped = true;
            }
        }
        st.lost.retain(|hazard| !matches!(hazard.kind, HazardKind::Unreaped(..)));
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
        let state = st.with(|path| {
            path.pending.clear();
            path.lost.clear();
        });
        let kind = HazardKind::Parked { conds: vec![cond], proof, drain: true };
        let hazard = Hazard { kind, at: self.here(st), func: self.user_fn(st), state, later: Vec::new() };
        st.last_fork = Fork::Others;
        let parks = st.parks;
        st.pending.push(Pending { hazard, chan: obj, parks });
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
        let state = st.with(|path| path.lost.clear());
        st.lost.push(Hazard { kind: HazardKind::Unreaped(obj, why), at, func, state, later: Vec::new() });
        let is_main = |func| self.program.krates[self.program.fns[func].krate].main == Some(func);
        if st.base > 0 || !st.frames.first().and_then(|frame| frame.func).is_some_and(is_main) {
            self.lives_on(st);
        }
    }

    /// The handle of a worker goes. Of one that was given up nothing stays where the process exits at once.
    pub(super) fn let_go(&mut self, st: &mut State, obj: ObjId, worker: &Worker, why: DropWhy) {
        let mark = self.hazards.len();
        self.hazard(st, HazardKind::LetGo(obj, why));
        if worker.gave_up.is_some() && st.base == 0 {
            let late = self.hazards.split_off(mark);
            st.lost.extend(late.into_iter().map(|hazard| Hazard { state: hazard.state.with(|path| path.lost.clear()), ..hazard }));
        }
    }

    /// The program lives on: what it has lost by now stays lost. What goes with the last values of all does so while others are dropped.
    pub(super) fn lives_on(&mut self, st: &mut State) {
        if st.assumed.is_none() && !st.lost.is_empty() {
            let ending = st.frames.iter().any(|frame| frame.func.is_some_and(|func| self.is_drop(func)));
            let (lost, kept) =
                std::mem::take(&mut st.lost).into_iter().partition(|hazard| !ending || !matches!(hazard.kind, HazardKind::Stays(..)));
            st.lost = kept;
            self.hazards.extend::<Vec<Hazard>>(lost);
        }
    }

    /// An entry point has come to its end: a worker that was let go lives on for all that.
    pub(super) fn outlived(&mut self, st: &State) {
        self.hazards.extend(st.lost.iter().filter(|hazard| matches!(hazard.kind, HazardKind::LetGo(..))).cloned());
    }
}

impl Machine<'_> {
    /// Of the children lost where users give a value up, those stay that nobody can wait for: users wait where they can. In a program that is
    /// in view as a whole its own paths tell.
    pub(super) fn lost_by_users(&mut self, mark: usize, given: &BTreeSet<ObjId>, reaped: bool) {
        let (program, whole_program) = (self.program, self.supposed);
        let found = self.hazards.split_off(mark);
        self.hazards.extend(found.into_iter().filter_map(|mut hazard| {
            let HazardKind::Unreaped(id, _) = hazard.kind else { return Some(hazard) };
            let in_drop =
                hazard.state.trace.backwards().any(|event| {
                    event.kind == EventKind::Killed(id) && event.func.is_some_and(|func| dropped_type(program, func).is_some())
                });
            if whole_program || (reaped && !in_drop) {
                return None;
            }
            if hazard.state.frames.is_empty() && !in_drop {
                // Nobody's exit: what stands in the source is its start. What a method has returned, users may wait for.
                if !given.contains(&id) {
                    return None;
                }
                hazard.at = hazard.state.obj(id)?.made;
            }
            Some(hazard)
        }));
    }

    /// Whether a field that owns a child can be named from outside.
    pub(super) fn hands_out(&self, def: AdtId) -> bool {
        let shapes = &self.program.adts[def].variants;
        shapes.iter().any(|shape| shape.fields.iter().any(|(name, ty)| shape.open.contains(name) && owns_process(self.program, ty)))
    }
}

/// Whether readers are told of the end of those who write.
fn has_end(st: &State, chan: ObjId) -> bool {
    matches!(st.obj(chan).map(|obj| &obj.kind), Some(ObjKind::Chan(chan)) if chan.eof)
}

fn is_killed_process(worker: &Worker) -> bool {
    worker.kind == WorkerKind::Process && worker.killed.is_some()
}

/// The process that wrote into a channel and was killed, it alone and not its group. Where the reader was told, no writer keeps it waiting.
fn killed_writer(st: &State, chan: ObjId) -> Option<ObjId> {
    if !has_end(st, chan) || matches!(st.obj(chan).map(|obj| &obj.kind), Some(ObjKind::Chan(chan)) if chan.closed.is_some()) {
        return None;
    }
    let wrote = |event: &Event| matches!(event.kind, EventKind::Sent { chan: id, .. } if id == chan);
    let found = st.objs.iter().find_map(|(&id, obj)| match &obj.kind {
        ObjKind::Worker(worker) if is_killed_process(worker) => {
            let writes = !obj.escaped && worker.behaviour.events().any(wrote);
            writes.then_some(id)
        }
        _ => None,
    })?;
    // A kill that closes the channels of the process is one of its whole group.
    let group = st.trace.backwards().any(|event| event.kind == EventKind::Closed(found));
    (!group).then_some(found)
}

/// The processes whose handles a value owns, also through memory behind pointers.
pub(super) fn children(st: &State, value: &Val) -> BTreeSet<ObjId> {
    let mut found = BTreeSet::new();
    let mut seen = BTreeSet::new();
    let mut todo = vec![value.clone()];
    while let Some(value) = todo.pop() {
        value.handles(&mut |obj, _| {
            if !seen.insert(obj) {
                return;
            }
            match st.obj(obj).map(|obj| &obj.kind) {
                Some(ObjKind::Worker(worker)) if worker.kind == WorkerKind::Process => {
                    found.insert(obj);
                }
                Some(ObjKind::Cell(cell)) => todo.push(cell.content.clone()),
                _ => {}
            }
        });
    }
    found
}

/// Whether a call has waited for one of these processes, or handed it out.
pub(super) fn may_reap(st: &State, flow: &Flow, of: &BTreeSet<ObjId>) -> bool {
    let Flow::Value(result) = flow else { return false };
    let mut out = children(st, result);
    result.refs(&mut |loc| {
        if let Some(value) = st.read(loc) {
            out.extend(children(st, value));
        }
    });
    let looked =
        || st.trace.backwards().any(|event| matches!(event.kind, EventKind::Polled(obj) | EventKind::Joined(obj) if of.contains(&obj)));
    of.iter().any(|id| out.contains(id) || st.obj(*id).is_none_or(|obj| obj.escaped)) || looked()
}

/// The type whose `Drop::drop` a function is.
pub(super) fn dropped_type(program: &Program, func: FnId) -> Option<Ty> {
    let Container::Impl(id) = program.fns[func].container else { return None };
    let block = &program.impls[id];
    let is_drop = block.trait_.as_ref().is_some_and(|bound| program.traits[bound.trait_].name == "Drop");
    is_drop.then(|| block.self_ty.clone())
}

/// Whether a function is the `Drop::drop` of a library's type that owns child processes.
pub(super) fn drops_children(program: &Program, func: FnId) -> bool {
    let library = program.krates[program.fns[func].krate].main.is_none();
    library && dropped_type(program, func).is_some_and(|ty| owns_process(program, &ty))
}

/// Whether a value of the type may own a child process.
pub(super) fn owns_process(program: &Program, ty: &Ty) -> bool {
    let mut seen = BTreeSet::new();
    let mut todo = vec![ty];
    while let Some(ty) = todo.pop() {
        match ty {
            Ty::Adt(def, substs) if seen.insert(*def) => {
                let adt = &program.adts[*def];
                if matches!(adt.role, Some(TypeRole::Worker { kind: WorkerKind::Process, .. })) {
                    return true;
                }
                todo.extend(substs.iter().chain(adt.variants.iter().flat_map(|variant| variant.fields.values())));
            }
            Ty::Adt(_, tys) | Ty::Tuple(tys) => todo.extend(tys),
            Ty::Slice(ty) | Ty::Array(ty) => todo.push(ty),
            _ => {}
        }
    }
    false
}
