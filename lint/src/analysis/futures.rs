//! Futures: `.await` on what there is to await, and several at once.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::exec::Entry;
use super::frame::Turns;
use super::hazard::{Hazard, HazardKind};
use super::machine::{Flow, Machine, Outcomes};
use super::object::ObjKind;
use super::state::{Fork, State};
use super::trace::{Cond, Event, EventKind};
use super::value::{Adt, Code, CodeKind, Loc, ObjId, Val};
use crate::base::Name;
use crate::ir::{BlockId, BodyId, DropWhy, FnId, Ty, Why};

impl Machine<'_> {
    /// `.await` on a value.
    pub fn await_value(&mut self, st: State, future: Val) -> Outcomes {
        let mut st = st;
        let future = st.settle(&future).clone();
        if !self.has_own_awaits(&future) {
            self.yields(&mut st);
        }
        match future.clone() {
            Val::Code(code) => self.run_future(st, &code),
            Val::Ref(loc) => match st.read(&loc).cloned() {
                Some(Val::Code(_)) => {
                    // Polled where it lies: it has run afterwards.
                    let code = self.take(&mut st, &loc);
                    self.await_value(st, code)
                }
                Some(_) => self.poll_type(st, Val::Ref(loc), None),
                None => vec![(st, Flow::Value(Val::Unknown(Why::Data)))],
            },
            Val::Adt(adt) if adt.def.is_some() && (adt.def == self.lang.pin || adt.def == self.lang.boxed) => {
                let inner = adt.fields.first().map_or(Val::Uninit, |(_, value)| value.clone());
                self.await_value(st, inner)
            }
            Val::Adt(_) => {
                let at = self.here(&st);
                let cell = self.make_cell(&mut st, future, at, false);
                let loc = Loc::cell(cell);
                let outcomes = self.poll_type(st, Val::Ref(Rc::new(loc.clone())), Some(&loc));
                let mut out = Vec::new();
                for (st, flow) in outcomes {
                    out.extend(self.drop_at(st, &loc, DropWhy::Temporary).into_iter().map(|st| (st, flow.clone())));
                }
                out
            }
            Val::Sym(sym) => {
                self.awaits_unknown(&mut st, &sym.ty);
                let value = match &*sym.ty {
                    Ty::Future(output) => self.data(output),
                    _ => Val::Unknown(Why::DynamicCall),
                };
                vec![(st, Flow::Value(value))]
            }
            _ => {
                vec![(st, Flow::Value(Val::Unknown(Why::DynamicCall)))]
            }
        }
    }

    /// Whether the awaits inside a future are looked at one by one.
    fn has_own_awaits(&self, future: &Val) -> bool {
        match future {
            Val::Code(code) => match &code.what {
                CodeKind::Block(_) | CodeKind::ClosureCall(_) => true,
                CodeKind::Call(func) => self.program.fns[*func].body.is_some() && self.program.fns[*func].contract.clauses.is_empty(),
                _ => false,
            },
            _ => false,
        }
    }

    /// Notes that a worker lets go of its thread.
    pub(super) fn yields(&mut self, st: &mut State) {
        if st.base > 0 {
            let at = self.here(st);
            let in_loop = st.frames[st.base..].iter().any(|frame| !frame.loops.is_empty());
            self.event(st, EventKind::Yielded(in_loop), at);
        }
    }

    fn run_future(&mut self, st: State, code: &Rc<Code>) -> Outcomes {
        match &code.what {
            CodeKind::Block(body) => {
                let entry = Entry { body: *body, args: Vec::new(), env: code.env.clone(), substs: Rc::clone(&code.substs) };
                self.run_body(st, entry, None)
            }
            CodeKind::ClosureCall(body) => {
                let captures = self.linked.body(*body).captures.len();
                let env: Vec<Val> = code.env.iter().take(captures).cloned().collect();
                let args = code.env.iter().skip(captures).cloned().collect();
                let entry = Entry { body: *body, args, env, substs: Rc::clone(&code.substs) };
                self.run_body(st, entry, None)
            }
            CodeKind::Call(func) => self.run_fn(st, *func, &code.substs, code.env.clone()),
            CodeKind::Join => self.await_all(st, code.env.clone()),
            _ => vec![(st, Flow::Value(Val::Unknown(Why::DynamicCall)))],
        }
    }

    /// Polls a type that is a future itself until it is ready: `JoinHandle`, `oneshot::Receiver`.
    fn poll_type(&mut self, st: State, reference: Val, _at: Option<&Loc>) -> Outcomes {
        let mut st = st;
        let Val::Ref(loc) = reference else { return vec![(st, Flow::Value(Val::Unknown(Why::DynamicCall)))] };
        let loc = Rc::new(st.through(&loc));
        if let Some(Val::Code(_)) = st.read(&loc) {
            let code = self.take(&mut st, &loc);
            return self.await_value(st, code);
        }
        if let Some(Val::Adt(adt)) = st.read(&loc)
            && (adt.def.is_some() && (adt.def == self.lang.pin || adt.def == self.lang.boxed))
            && let Some((name, _)) = adt.fields.first()
        {
            let inner = loc.field(name);
            return self.poll_type(st, Val::Ref(Rc::new(inner)), None);
        }
        let ty = st.read(&loc).map_or(Ty::Unknown(Why::Data), |value| self.ty_of(&st, value));
        let poll = self.linked.fn_by_path("std::future::Future::poll").and_then(|poll| self.linked.impl_of(poll, &ty));
        let Some((func, substs)) = poll else {
            return vec![(st, Flow::Value(Val::Unknown(Why::DynamicCall)))];
        };
        let def = &self.program.fns[func];
        if def.contract.clauses.is_empty() {
            let named = Rc::new(def.generics.iter().cloned().zip(substs).collect());
            if let Some(outcomes) = self.poll_library(&st, func, &named, &loc) {
                return outcomes;
            }
            // A future of the user's own: when it is ready, and what it does until then, is its own affair.
            st.last_fork = Fork::Others;
            if let Some(future) = st.read(&loc).cloned() {
                st.escape(&future);
            }
            return vec![(st, Flow::Value(Val::Unknown(Why::DynamicCall)))];
        }
        let outcomes = self.contract(st, func, &substs, vec![Val::Ref(loc)]);
        outcomes
            .into_iter()
            .map(|(st, flow)| match flow {
                Flow::Value(value) => {
                    let value = self.ready(&st, &value);
                    (st, Flow::Value(value))
                }
                other => (st, other),
            })
            .collect()
    }

    /// Runs what a library's future does until it is ready: `Abortable`, `Fuse`. `None`: it is not known when that is.
    fn poll_library(&mut self, st: &State, func: FnId, substs: &Rc<Vec<(Name, Ty)>>, future: &Rc<Loc>) -> Option<Outcomes> {
        self.program.fns[func].body.filter(|_| self.is_stub(func))?;
        let pin = self.lang.pin?;
        let names = self.program.adts[pin].variants.first()?.fields.keys();
        let fields = names.map(|name| (name.clone(), Val::Ref(Rc::clone(future)))).collect();
        let pinned = Val::Adt(Rc::new(Adt { def: Some(pin), variant: 0, fields, handle: None }));
        let outcomes = self.run_fn(st.clone(), func, substs, vec![pinned, Val::Unknown(Why::Data)]);
        let outcomes = outcomes.into_iter().map(|(st, flow)| match flow {
            Flow::Value(value) => match st.settle(&value) {
                Val::Adt(adt) if self.is_poll(adt) && adt.variant == 0 => Some((st.clone(), Flow::Value(self.ready(&st, &value)))),
                _ => None,
            },
            other => Some((st, other)),
        });
        outcomes.collect()
    }

    fn is_poll(&self, adt: &Adt) -> bool {
        adt.def.is_some_and(|def| self.program.adts[def].path == "std::task::Poll")
    }

    /// What is inside `Poll::Ready`.
    fn ready(&mut self, st: &State, value: &Val) -> Val {
        match st.settle(value) {
            Val::Adt(adt) if self.is_poll(adt) => adt.fields.first().map_or(Val::Unknown(Why::Data), |(_, value)| value.clone()),
            other => other.clone(),
        }
    }

    /// `join!`: runs them all.
    pub fn join_futures(&mut self, st: State, futures: Vec<Val>) -> Outcomes {
        let code = Code { what: CodeKind::Join, env: futures, substs: Rc::default() };
        self.await_value(st, Val::Code(Rc::new(code)))
    }

    /// Runs futures beside one another: each is a worker for the others, and its waits are met by them where they can be.
    fn await_all(&mut self, st: State, futures: Vec<Val>) -> Outcomes {
        for last in 0..futures.len() {
            self.outlast(&st, &futures, last);
        }
        let mut states = vec![(st, Vec::new())];
        for (at, future) in futures.iter().enumerate() {
            states = self.await_one(states, future, &futures[at + 1..]);
        }
        states.into_iter().map(|(st, values)| (st, Flow::Value(Val::tuple(values)))).collect()
    }

    /// Runs a future in the middle of others; those `beside` it, which have not run yet, are still there with all that they have.
    fn await_one(&mut self, states: Vec<(State, Vec<Val>)>, future: &Val, beside: &[Val]) -> Vec<(State, Vec<Val>)> {
        let mut next = Vec::new();
        for (st, values) in states {
            let mut st = st;
            st.cancellable += 1;
            if let Some(frame) = st.frame_mut() {
                frame.locals.push(Val::tuple(beside.to_vec()));
            }
            for (st, flow) in self.await_value(st, future.clone()) {
                let mut st = st;
                if let Flow::Value(value) = flow {
                    st.cancellable = st.cancellable.saturating_sub(1);
                    if let Some(frame) = st.frame_mut() {
                        frame.locals.pop();
                    }
                    let mut values = values.clone();
                    values.push(value);
                    next.push((st, values));
                }
            }
        }
        next.truncate(8);
        next
    }

    /// Asks who wakes one of several futures when the others have come to their ends. Only where these waited for nobody on the way, and look at
    /// nothing that it may write: else it may be the one in question that they go by.
    fn outlast(&mut self, st: &State, futures: &[Val], last: usize) {
        if st.base > 0 || st.cancellable > 0 || st.assumed.is_some() || futures.len() < 2 {
            return;
        }
        let others = || futures.iter().enumerate().filter(|(at, _)| *at != last).map(|(_, future)| future);
        let seen: BTreeSet<ObjId> = others().flat_map(|future| lent_to(st, future)).collect();
        let told = |id: &ObjId| matches!(st.obj(*id).map(|obj| &obj.kind), Some(ObjKind::Lock(_) | ObjKind::Signal(_)));
        if lent_to(st, &futures[last]).intersection(&seen).any(told) {
            return;
        }
        let (known, story, sends) = (self.hazards.len(), st.trace.len(), self.self_sends.clone());
        let mut states = vec![(st.clone(), Vec::new())];
        for (at, future) in others().enumerate() {
            let beside: Vec<Val> = others().skip(at + 1).chain(std::iter::once(&futures[last])).cloned().collect();
            states = self.await_one(states, future, &beside);
        }
        // What goes wrong in the others is found where they run in their turn.
        self.hazards.truncate(known);
        let left = self.left.replace(BTreeSet::new());
        for (st, values) in states {
            let waited = |event: &Event| matches!(&event.kind, EventKind::Passed(cond) if !matches!(cond, Cond::Time | Cond::Room(_)));
            let since = st.trace.len().saturating_sub(story);
            if st.assumed.is_none() && !st.trace.backwards().take(since).any(waited) && !values.iter().any(|value| self.is_err(&st, value))
            {
                self.await_value(st, futures[last].clone());
            }
        }
        let ends = std::mem::replace(&mut self.left, left).unwrap_or_default();
        let found = self.hazards.split_off(known);
        let waits = |hazard: &Hazard| matches!(hazard.kind, HazardKind::Parked { .. }) && is_sure(&hazard.state, st.frames.len(), &ends);
        self.hazards.extend(found.into_iter().filter(waits));
        self.self_sends = sends;
    }
}

/// The objects that a future has or can get at through what it borrows.
fn lent_to(st: &State, future: &Val) -> BTreeSet<ObjId> {
    let mut objs = BTreeSet::new();
    let mut todo = vec![future];
    let mut seen: Vec<Loc> = Vec::new();
    while let Some(value) = todo.pop() {
        objs.extend(st.reachable(value));
        let mut locs = Vec::new();
        value.refs(&mut |loc| locs.push(loc.clone()));
        locs.retain(|loc| !seen.contains(loc));
        todo.extend(locs.iter().filter_map(|loc| st.read(loc)));
        seen.extend(locs);
    }
    objs
}

/// Whether a future that waits, from this frame on, comes to do so whatever messages say and however many there are: a loop that has another
/// end may not come round to it, and others may have sent more, unless it waits for more all the time.
fn is_sure(st: &State, depth: usize, ends: &BTreeSet<(BodyId, BlockId)>) -> bool {
    let loops = || {
        st.frames[depth.min(st.frames.len())..].iter().flat_map(|frame| frame.loops.iter().map(|(&head, turns)| (frame.body, head, turns)))
    };
    let ended = |(body, head, _): &(BodyId, BlockId, &Turns)| ends.contains(&(*body, *head));
    if st.uncounted || st.skipped {
        loops().next().is_some() && !loops().any(|at| ended(&at))
    } else {
        !loops().any(|at| at.2.visits > 1 && ended(&at))
    }
}
