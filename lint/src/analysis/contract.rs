//! What primitives do: the clauses of a contract, carried out.

use std::rc::Rc;

use super::exec::owns;
use super::machine::{Flow, Machine, Outcomes, head};
use super::object::{ObjKind, Status};
use super::state::{Fork, State};
use super::texts::text_of;
use super::trace::{Cond, EventKind};
use super::value::{Adt, Bag, ObjId, Origin, Val};
use crate::ir::{BinaryOp, Capacity, Clause, FnId, Ty, Why, WorkerKind};
use crate::link::table::subst;

/// How a wait or a look ended, as the result of the call must say.
#[derive(Clone, Debug)]
pub enum Case {
    /// A message, data, success: with this content if it is known.
    Got(Option<Val>),
    /// EOF, abort.
    Eof,
    /// Time was up, or there was nothing yet.
    Nothing,
}

impl Machine<'_> {
    /// Carries out a function's contract.
    pub fn contract(&mut self, st: State, func: FnId, substs: &[Ty], args: Vec<Val>) -> Outcomes {
        let mut st = st;
        let def = &self.program.fns[func];
        let ret = self.returned(&st, func, substs);
        let at = self.here(&st);
        let mut states: Option<Outcomes> = None;
        self.awaits = def.is_async || head(&def.ret).is_some_and(|def| self.program.adts[def].path == "std::task::Poll");
        for clause in &def.contract.clauses {
            let current = states.take().unwrap_or_else(|| vec![(st.clone(), Flow::Value(Val::Uninit))]);
            let mut next = Vec::new();
            for (state, flow) in current {
                st = state;
                let old = match flow {
                    Flow::Value(value) => value,
                    other => {
                        next.push((st.clone(), other));
                        continue;
                    }
                };
                // What a read returns is how much it read; what a generic function returns is a message, be it a number.
                self.counting = !matches!(&def.ret, Ty::Adt(_, substs) if matches!(substs.first(), Some(Ty::Param(_))));
                next.extend(self.clause(st.clone(), clause, func, &ret, &args, at, old));
            }
            states = Some(next);
        }
        self.awaits = false;
        if def.contract.clauses.is_empty() {
            self.forget_texts(&mut st, func, &args);
        }
        let outcomes = states.unwrap_or_else(|| vec![(st.clone(), Flow::Value(Val::Uninit))]);
        let takes_args = def.contract.clauses.iter().any(|clause| {
            matches!(
                clause,
                Clause::Sends { .. } | Clause::Puts(_) | Clause::Spawns { .. } | Clause::Same(_) | Clause::Owns(_) | Clause::Detaches(_)
            )
        });
        let mut out = Vec::new();
        for (st, flow) in outcomes {
            let flow = match flow {
                Flow::Value(Val::Uninit) => Flow::Value(self.opaque_result(&st, &ret, &args)),
                other => other,
            };
            if takes_args {
                out.push((st, flow));
            } else {
                let mut owned = args.clone();
                // A worker's handle that was joined, and ends that a wait consumes, go quietly with the call.
                owned.retain(|arg| !matches!(arg, Val::Ref(_)));
                out.extend(self.drop_args(st, owned).into_iter().map(|st| (st, flow.clone())));
            }
        }
        out
    }

    /// The result of a primitive that no clause speaks of: a collection that is made of nothing is empty.
    fn opaque_result(&mut self, st: &State, ret: &Ty, args: &[Val]) -> Val {
        match ret {
            Ty::Adt(def, _)
                if args.iter().all(|arg| !arg.matters() && !matches!(arg, Val::Ref(_))) && self.index.containers.contains(def) =>
            {
                Val::Bag(Rc::new(Bag::default()))
            }
            _ => {
                let origin = self.made_of(st, args, ret);
                self.sym(ret, origin)
            }
        }
    }

    #[expect(clippy::too_many_arguments, reason = "a clause needs the whole call")]
    fn clause(&mut self, st: State, clause: &Clause, func: FnId, ret: &Ty, args: &[Val], at: crate::base::FileSpan, old: Val) -> Outcomes {
        let mut st = st;
        let keep = |st: State| vec![(st, Flow::Value(old.clone()))];
        match clause {
            Clause::Pairs { tx, rx, capacity } => self.pairs(st, *tx, *rx, *capacity, ret, args),
            Clause::Same(subject) => {
                if let Some(value) = self.again(&mut st, args.get(subject.param), ret, at) {
                    return vec![(st, Flow::Value(value))];
                }
                match self.subject(&mut st, subject, args) {
                    Some((obj, adt)) => self.same(st, obj, &adt, ret),
                    None => {
                        let text = text_of(&st, args.get(subject.param));
                        let origin = self.made_of(&st, args, ret);
                        let value = text.unwrap_or_else(|| self.sym(ret, origin));
                        vec![(st, Flow::Value(value))]
                    }
                }
            }
            Clause::Sends { on, lossy } => {
                let message = args.iter().enumerate().find(|(at, _)| *at != on.param).map(|(_, value)| value.clone());
                match self.subject(&mut st, on, args) {
                    Some((obj, _)) => self.send(st, obj, message, *lossy, ret),
                    None => {
                        self.astray.insert(message.as_ref().and_then(|message| variant_of(&st, message)));
                        let value = self.data(ret);
                        let mut outcomes = self.call_unknown(st, args.to_vec(), Why::DynamicCall);
                        for (_, flow) in &mut outcomes {
                            *flow = Flow::Value(value.clone());
                        }
                        outcomes
                    }
                }
            }
            Clause::Parks { on, deadline, until_eof } => match on {
                None => {
                    self.lives_on(&mut st);
                    self.passes_time(&mut st);
                    keep(st)
                }
                Some(subject) => match self.subject(&mut st, subject, args) {
                    // What a sender waits for is that the receivers go.
                    Some((obj, adt)) if *until_eof && self.is_sender(&adt) && !self.is_receiver(&adt) => {
                        self.receivers_gone(st, obj, *deadline, ret)
                    }
                    Some((obj, _)) => {
                        if matches!(st.obj(obj).map(|obj| &obj.kind), Some(ObjKind::Lock(_))) {
                            self.refresh(&mut st, obj, args.get(subject.param));
                            let shared = self.program.fns[func].contract.clauses.iter().any(|other| matches!(other, Clause::Borrows(_)));
                            return self.acquire(st, obj, shared, ret);
                        }
                        self.receive(st, obj, *deadline, *until_eof, ret)
                    }
                    None => {
                        self.give_up(Why::DynamicCall);
                        st.last_fork = Fork::Others;
                        vec![(st, Flow::Value(self.data(ret)))]
                    }
                },
            },
            Clause::Joins { on, deadline } => match self.subject(&mut st, on, args) {
                Some((obj, _)) => self.join(st, obj, *deadline, ret),
                None => vec![(st, Flow::Value(self.data(ret)))],
            },
            Clause::Kills(subject) => {
                let Some(obj) = self.subject_or_number(&mut st, subject, args) else { return keep(st) };
                if !matches!(st.obj(obj).map(|obj| &obj.kind), Some(ObjKind::Worker(worker)) if worker.kind == WorkerKind::Process) {
                    self.kill(&mut st, obj, at);
                    return keep(st);
                }
                self.kill_process(st, obj, ret, at)
            }
            Clause::Aborts(subject, _) | Clause::Closes(subject) => {
                if let Some(obj) = self.subject_or_number(&mut st, subject, args) {
                    self.close(&mut st, obj, matches!(clause, Clause::Aborts(..)));
                }
                keep(st)
            }
            Clause::Polls(subject) => match self.subject(&mut st, subject, args) {
                Some((obj, _)) => self.poll(st, obj, ret),
                None => self.container_size(st, subject, args, ret),
            },
            Clause::Sets(subject) => {
                if let Some((obj, _)) = self.subject(&mut st, subject, args) {
                    let value = args.iter().enumerate().find(|(at, _)| *at != subject.param).map(|(_, value)| st.settle(value).clone());
                    self.set(&mut st, obj, value);
                }
                keep(st)
            }
            Clause::Spawns { kind, runs } => {
                let code = match runs {
                    Some(subject) => args.get(subject.param).cloned(),
                    // A process runs a program that is not in view, and holds what it is given.
                    None if *kind == WorkerKind::Process => Some(Val::tuple(args.to_vec())),
                    None => None,
                };
                let runs_on = if *kind == WorkerKind::Task { self.spawned_on(&mut st, func, args) } else { None };
                self.spawn(st, *kind, code, runs_on, ret)
            }
            Clause::Detaches(subject) => {
                if let Some((obj, _)) = self.subject(&mut st, subject, args)
                    && let Some(object) = st.obj_mut(obj)
                {
                    object.escaped = true;
                }
                keep(st)
            }
            Clause::Reaps => {
                self.reap_any(&mut st);
                keep(st)
            }
            Clause::Puts(subject) => self.put(st, func, subject, args, ret),
            Clause::Gets(subject) => self.get(st, func, subject, args, ret),
            Clause::Clears(subject) => self.clear(st, subject, args),
            Clause::Owns(_) | Clause::Borrows(_) => keep(st),
        }
    }

    fn pairs(&mut self, st: State, tx: Option<usize>, rx: Option<usize>, capacity: Capacity, ret: &Ty, args: &[Val]) -> Outcomes {
        let mut st = st;
        let at = self.here(&st);
        let (inner, fallible) = self.success_type(ret);
        let bounded = capacity != Capacity::Unbounded;
        let capacity = match capacity {
            Capacity::Unbounded => None,
            Capacity::Fixed(count) => Some(count),
            Capacity::Param(param) => match args.get(param).map(|value| st.settle(value)) {
                Some(Val::Int(count)) => u64::try_from(*count).ok(),
                _ => None,
            },
        };
        let initial = args.first().map(|value| st.settle(value).clone());
        let value = match &inner {
            Ty::Tuple(tys) if tx.is_some() || rx.is_some() => {
                let main = tx.or(rx).and_then(|at| tys.get(at)).and_then(head);
                let Some(main) = main else { return vec![(st, Flow::Value(self.data(ret)))] };
                let obj = self.make(&mut st, main, at, false);
                if let Some(ObjKind::Chan(chan)) = st.obj_mut(obj).map(|obj| &mut obj.kind) {
                    chan.bounded = bounded;
                    chan.capacity = capacity;
                    chan.shown = initial.filter(|value| !owns(value)).unwrap_or(Val::Uninit);
                }
                self.event(&mut st, EventKind::Made(obj), at);
                let mut parts = Vec::new();
                for (position, ty) in tys.iter().enumerate() {
                    let ours = Some(position) == tx || Some(position) == rx;
                    parts.push(match head(ty) {
                        Some(def) if ours => self.handle_value(def, obj, ty),
                        _ => self.data(ty),
                    });
                }
                Val::tuple(parts)
            }
            ty => match head(ty) {
                Some(def) => {
                    let obj = self.make(&mut st, def, at, false);
                    if let Some(object) = st.obj_mut(obj) {
                        match &mut object.kind {
                            ObjKind::Signal(signal) => signal.value = initial.unwrap_or(Val::Bool(false)),
                            ObjKind::Chan(chan) => {
                                chan.bounded = bounded;
                                chan.capacity = capacity;
                                chan.external = true;
                            }
                            _ => {}
                        }
                    }
                    self.event(&mut st, EventKind::Made(obj), at);
                    self.handle_value(def, obj, ty)
                }
                None => self.data(ty),
            },
        };
        self.succeed(st, ret, value, fallible)
    }

    /// A handle of type `ty` for an object; further fields of the type are not known.
    pub(super) fn handle_value(&mut self, def: crate::ir::AdtId, obj: ObjId, ty: &Ty) -> Val {
        let mut fields = Vec::new();
        if let Ty::Adt(_, substs) = ty
            && let Some(variant) = self.program.adts[def].variants.first()
        {
            let origin = if self.is_process(def) { Origin::Process } else { Origin::Data };
            for (name, field) in &variant.fields {
                let field = subst(field, &self.program.adts[def].generics, substs);
                fields.push((name.clone(), self.sym(&field, origin.clone())));
            }
        }
        Val::Adt(Rc::new(Adt { def: Some(def), variant: 0, fields, handle: Some(obj) }))
    }

    /// The type inside a `Result`, and whether there was one.
    fn success_type(&self, ret: &Ty) -> (Ty, bool) {
        match ret {
            Ty::Adt(def, substs) if Some(*def) == self.lang.result => (substs.first().cloned().unwrap_or_else(Ty::unit), true),
            other => (other.clone(), false),
        }
    }

    /// A success, and beside it the failure where the type has one.
    fn succeed(&mut self, st: State, ret: &Ty, value: Val, fallible: bool) -> Outcomes {
        let (true, Some(result)) = (fallible, self.lang.result) else { return vec![(st, Flow::Value(value))] };
        let mut failed = st.clone();
        failed.forks += 1;
        failed.last_fork = Fork::Error;
        let error = match ret {
            Ty::Adt(_, substs) => substs.get(1).cloned().unwrap_or_else(Ty::unit),
            _ => Ty::unit(),
        };
        let error = self.data(&error);
        vec![(failed, Flow::Value(Val::variant(result, 1, vec![error]))), (st, Flow::Value(Val::variant(result, 0, vec![value])))]
    }

    fn same(&mut self, st: State, obj: ObjId, from: &Rc<Adt>, ret: &Ty) -> Outcomes {
        let mut st = st;
        let at = self.here(&st);
        let (mut inner, fallible) = self.success_type(ret);
        let mut optional = false;
        if let Ty::Adt(def, substs) = &inner
            && Some(*def) == self.lang.option
        {
            optional = true;
            inner = substs.first().cloned().unwrap_or_else(Ty::unit);
        }
        self.event(&mut st, EventKind::Cloned(obj), at);
        let def = head(&inner).or(from.def);
        let Some(def) = def else { return vec![(st, Flow::Value(self.data(ret)))] };
        let fields = if Some(def) == from.def { from.fields.clone() } else { Vec::new() };
        let mut value = Val::Adt(Rc::new(Adt { def: Some(def), variant: 0, fields, handle: Some(obj) }));
        if let (true, Some(option)) = (optional, self.lang.option) {
            let alive = !st.holders(obj, &|adt| self.is_sender(adt)).is_empty();
            value = if alive { Val::variant(option, 1, vec![value]) } else { Val::variant(option, 0, Vec::new()) };
        }
        self.succeed(st, ret, value, fallible)
    }

    /// The value that a call of this type returns in a case.
    pub fn result(&mut self, st: &mut State, ret: &Ty, case: &Case) -> Val {
        let Ty::Adt(def, substs) = ret else {
            return match case {
                Case::Got(Some(value)) => value.clone(),
                _ => match ret {
                    Ty::Prim(name) if name == "bool" => Val::Bool(matches!(case, Case::Got(_))),
                    Ty::Prim(name) if crate::link::table::is_integer(name) && matches!(case, Case::Eof) => Val::Int(0),
                    _ => self.data(ret),
                },
            };
        };
        let first = substs.first().cloned().unwrap_or_else(Ty::unit);
        if Some(*def) == self.lang.option {
            return match case {
                Case::Got(value) => {
                    let value = value.clone().unwrap_or_else(|| self.data(&first));
                    Val::variant(*def, 1, vec![value])
                }
                _ => Val::variant(*def, 0, Vec::new()),
            };
        }
        if Some(*def) == self.lang.result {
            let error = substs.get(1).cloned().unwrap_or_else(Ty::unit);
            // A message may be an `Option` itself.
            let nested = self.counting && matches!(&first, Ty::Adt(inner, _) if Some(*inner) == self.lang.option);
            let counts = self.counting && matches!(&first, Ty::Prim(name) if crate::link::table::is_integer(name));
            return match case {
                Case::Got(value) if counts => {
                    let value = match value {
                        Some(value) => value.clone(),
                        None => {
                            let count = self.data(&first);
                            for (op, holds) in [(BinaryOp::Eq, false), (BinaryOp::Ne, true), (BinaryOp::Gt, true)] {
                                if let Val::Sym(sym) = self.binary(op, &count, &Val::Int(0)) {
                                    st.learn(sym.id, Val::Bool(holds));
                                }
                            }
                            count
                        }
                    };
                    Val::variant(*def, 0, vec![value])
                }
                Case::Got(value) => {
                    let value = if nested {
                        self.result(st, &first, &Case::Got(value.clone()))
                    } else {
                        value.clone().unwrap_or_else(|| self.data(&first))
                    };
                    Val::variant(*def, 0, vec![value])
                }
                Case::Eof if nested => Val::variant(*def, 0, vec![self.result(st, &first, &Case::Eof)]),
                Case::Eof if counts => Val::variant(*def, 0, vec![Val::Int(0)]),
                Case::Nothing if nested => Val::variant(*def, 0, vec![self.result(st, &first, &Case::Nothing)]),
                Case::Eof => {
                    let error = self.error(&error, &["Disconnected", "Closed"]);
                    Val::variant(*def, 1, vec![error])
                }
                Case::Nothing => {
                    let error = self.error(&error, &["Timeout", "Empty", "Full", "WouldBlock"]);
                    Val::variant(*def, 1, vec![error])
                }
            };
        }
        match case {
            Case::Got(Some(value)) => value.clone(),
            _ => self.data(ret),
        }
    }

    /// The variant of an error type that says why, if it has one.
    fn error(&mut self, ty: &Ty, names: &[&str]) -> Val {
        if let Ty::Adt(def, substs) = ty {
            let adt = &self.program.adts[*def];
            let position = adt.variants.iter().position(|variant| names.contains(&variant.name.as_str()));
            if let Some(position) = position
                && adt.variants.len() > 1
            {
                let fields: Vec<Ty> = adt.variants[position].fields.values().map(|field| subst(field, &adt.generics, substs)).collect();
                let values = fields.iter().map(|field| self.data(field)).collect();
                return Val::variant(*def, position as u32, values);
            }
        }
        self.data(ty)
    }

    /// A look without waiting at a flag, a worker, a channel.
    fn poll(&mut self, st: State, obj: ObjId, ret: &Ty) -> Outcomes {
        let mut st = st;
        let at = self.here(&st);
        self.event(&mut st, EventKind::Polled(obj), at);
        let Some(object) = st.obj(obj) else { return vec![(st, Flow::Value(self.data(ret)))] };
        let (escaped, kind) = (object.escaped, object.kind.clone());
        match kind {
            ObjKind::Signal(signal) => {
                let number = matches!(ret, Ty::Prim(name) if name != "bool");
                let value = match signal.value {
                    Val::Bool(value) => value,
                    Val::Uninit if !number => signal.set,
                    other => {
                        st.last_fork = Fork::Others;
                        let known = number && other != Val::Uninit && !self.others_may_set(&st, obj, true);
                        let value = if known { other } else { self.data(ret) };
                        return vec![(st, Flow::Value(value))];
                    }
                };
                let mut out = Vec::new();
                if self.others_may_set(&st, obj, !value) || escaped {
                    let mut changed = st.clone();
                    changed.forks += 1;
                    changed.last_fork = Fork::Others;
                    self.event(&mut changed, EventKind::Passed(Cond::Signal(obj, Some(!value))), at);
                    if let Some(ObjKind::Signal(signal)) = changed.obj_mut(obj).map(|obj| &mut obj.kind) {
                        signal.value = Val::Bool(!value);
                        signal.set = !value;
                    }
                    let result = self.flag(ret, !value);
                    out.push((changed, Flow::Value(result)));
                    st.forks += 1;
                }
                st.last_fork = Fork::Others;
                let result = self.flag(ret, value);
                out.push((st, Flow::Value(result)));
                out
            }
            ObjKind::Worker(worker) => {
                let done = worker.status == Status::Done;
                let mut out = Vec::new();
                if worker.kind == WorkerKind::Process && self.never_ends(&mut st, obj) {
                    let result = self.result(&mut st, ret, &Case::Nothing);
                    return vec![(st, Flow::Value(result))];
                }
                let mut ended = st.clone();
                if !done {
                    ended.forks += 1;
                    ended.last_fork = Fork::Others;
                    self.event(&mut ended, EventKind::Passed(Cond::Exit(obj)), at);
                    self.finish_worker(&mut ended, obj);
                    let mut running = st.clone();
                    running.forks += 1;
                    running.last_fork = Fork::Others;
                    if st.base == 0 {
                        self.looks.entry(at).or_insert(false);
                        self.event(&mut running, EventKind::GaveUp(vec![Cond::Exit(obj)]), at);
                        if let Some(ObjKind::Worker(worker)) = running.obj_mut(obj).map(|obj| &mut obj.kind) {
                            worker.gave_up = Some(at);
                        }
                    }
                    let result = self.result(&mut running, ret, &Case::Nothing);
                    out.push((running, Flow::Value(result)));
                }
                let result = self.result(&mut ended, ret, &Case::Got(None));
                out.push((ended, Flow::Value(result)));
                out
            }
            ObjKind::Chan(chan) if self.is_shown(&st, obj, &chan) && matches!(ret, Ty::Ref(..)) => vec![self.shown(st, chan.shown, at)],
            ObjKind::Chan(chan) if st.base > 0 && !chan.external && ret.refers_to("bool") => self.shown_to_worker(&st, obj, at),
            _ => {
                st.last_fork = Fork::Others;
                vec![(st, Flow::Value(self.sym(ret, Origin::Content)))]
            }
        }
    }

    fn flag(&mut self, ret: &Ty, value: bool) -> Val {
        match ret {
            Ty::Prim(name) if name == "bool" => Val::Bool(value),
            other => self.data(other),
        }
    }

    /// Sets a signal.
    pub fn set(&mut self, st: &mut State, obj: ObjId, value: Option<Val>) {
        let at = self.here(st);
        let known = match &value {
            Some(Val::Bool(value)) => Some(*value),
            _ => None,
        };
        if let Some(object) = st.obj_mut(obj) {
            match &mut object.kind {
                ObjKind::Signal(signal) => {
                    signal.set = known.unwrap_or(true);
                    signal.value = match value {
                        Some(value @ Val::Bool(_)) => value,
                        None => Val::Bool(true),
                        Some(other) => other,
                    };
                }
                ObjKind::Lock(lock) => lock.release(),
                ObjKind::Chan(chan) => chan.shown = value.filter(|value| !owns(value)).unwrap_or(Val::Uninit),
                _ => {}
            }
        }
        self.event(st, EventKind::Set(obj, known), at);
    }

    /// Closes or aborts a channel.
    pub fn close(&mut self, st: &mut State, obj: ObjId, abort: bool) {
        let at = self.here(st);
        if let Some(ObjKind::Chan(chan)) = st.obj_mut(obj).map(|obj| &mut obj.kind) {
            chan.closed.get_or_insert(at);
        }
        let kind = if abort { EventKind::Aborted(obj) } else { EventKind::Closed(obj) };
        self.event(st, kind, at);
    }
}

/// The variant of a message, if it is one.
pub(super) fn variant_of(st: &State, message: &Val) -> Option<u32> {
    match st.settle(message) {
        Val::Adt(adt) if adt.def.is_some() => Some(adt.variant),
        _ => None,
    }
}
