//! Futures: `.await` on what there is to await, and several at once.

use std::rc::Rc;

use super::exec::Entry;
use super::machine::{Flow, Machine, Outcomes};
use super::state::{Fork, State};
use super::trace::EventKind;
use super::value::{Code, CodeKind, Loc, Val};
use crate::ir::{DropWhy, Ty, Why};

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
            // A future of the user's own: when it is ready is its own affair.
            st.last_fork = Fork::Others;
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

    /// What is inside `Poll::Ready`.
    fn ready(&mut self, st: &State, value: &Val) -> Val {
        match st.settle(value) {
            Val::Adt(adt) if adt.def.is_some_and(|def| self.program.adts[def].path == "std::task::Poll") => {
                adt.fields.first().map_or(Val::Unknown(Why::Data), |(_, value)| value.clone())
            }
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
        let mut states = vec![(st, Vec::new())];
        for future in futures {
            let mut next = Vec::new();
            for (st, values) in states {
                let mut st = st;
                st.cancellable += 1;
                for (st, flow) in self.await_value(st, future.clone()) {
                    let mut st = st;
                    if let Flow::Value(value) = flow {
                        st.cancellable = st.cancellable.saturating_sub(1);
                        let mut values = values.clone();
                        values.push(value);
                        next.push((st, values));
                    }
                }
            }
            next.truncate(8);
            states = next;
        }
        states.into_iter().map(|(st, values)| (st, Flow::Value(Val::tuple(values)))).collect()
    }
}
