//! Calls: who is called, and the few functions that the engine knows by name.

use std::rc::Rc;

use super::exec::{Entry, owns};
use super::machine::{Flow, Machine, Outcomes, WEAK};
use super::object::PathEnd;
use super::state::{Fork, Holder, REFERENCES, State};
use super::summed::{may_borrow, said_on};
use super::texts::{is_shell, text_of};
use super::trace::EventKind;
use super::value::{Adt, Code, CodeKind, Loc, ObjId, Origin, Val};
use crate::base::Name;
use crate::ir::{Callee, Clause, Container, DropWhy, FnId, Intrinsic, Operand, Place, SelfKind, Substs, Ty, Why};
use crate::link::table::subst;

impl Machine<'_> {
    /// Calls `callee` with these operands.
    pub fn call(&mut self, st: State, callee: &Callee, args: &[Operand]) -> Outcomes {
        let mut st = st;
        match callee {
            Callee::Fn(func, substs) => {
                let args = self.operands(&mut st, args);
                let substs = self.substitute(&st, substs);
                self.call_fn(st, *func, &substs, args)
            }
            Callee::Trait(func, self_ty) => {
                let lent = self.lent(&st, args);
                let args = self.operands(&mut st, args);
                self.call_trait(st, *func, self_ty, args, &lent)
            }
            Callee::Method(name, _) => self.call_method(st, name, args),
            Callee::Value(operand) => {
                let consumed = matches!(operand, Operand::Move(_));
                let loc = operand.place().and_then(|place| self.locate_place(&mut st, place));
                let lent = self.lent(&st, args);
                let args = self.operands(&mut st, args);
                if self.said_by_code(&mut st, callee).is_some() {
                    self.overwrite_each(&mut st, &args, &lent, true);
                }
                match (loc, operand) {
                    (Some(loc), _) => self.call_at(st, &loc, args, consumed),
                    (None, Operand::Const(_)) => {
                        let code = self.operand(&mut st, operand);
                        self.call_code(st, &code, args)
                    }
                    _ => self.call_unknown(st, args, Why::Data),
                }
            }
            Callee::Intrinsic(Intrinsic::Panic) => vec![(st, Flow::Stop(PathEnd::Panic))],
            Callee::Intrinsic(Intrinsic::Format) => {
                let text = self.data(&Ty::Unknown(Why::Data));
                vec![(st, Flow::Value(text))]
            }
            Callee::Intrinsic(Intrinsic::Join | Intrinsic::TryJoin) => {
                let futures = self.operands(&mut st, args);
                self.join_futures(st, futures)
            }
            Callee::Path(_) | Callee::Unknown(..) => {
                let lent = self.lent(&st, args);
                let used: Vec<&Place> =
                    args.iter().filter_map(|arg| if let Operand::Use(place) = arg { Some(place) } else { None }).collect();
                let args = self.operands(&mut st, args);
                self.overwrite_lent(&mut st, &args, &lent);
                for place in used {
                    if let Some(loc) = self.locate_place(&mut st, place) {
                        self.taken_out_of(&mut st, &loc);
                    }
                }
                let why = if let Callee::Unknown(_, why) = callee { *why } else { Why::UnresolvedPath };
                self.call_unknown(st, args, why)
            }
        }
    }

    fn operands(&mut self, st: &mut State, args: &[Operand]) -> Vec<Val> {
        args.iter().map(|arg| self.operand(st, arg)).collect()
    }

    /// Type arguments, with those of the running frame put in.
    pub fn substitute(&self, st: &State, substs: &Substs) -> Substs {
        substs.iter().map(|ty| self.concrete(st, ty)).collect()
    }

    /// A type, with the type arguments of the running frame put in.
    pub fn concrete(&self, st: &State, ty: &Ty) -> Ty {
        let Some(frame) = st.frame() else { return ty.clone() };
        if frame.substs.is_empty() {
            return ty.clone();
        }
        let (names, tys): (Vec<Name>, Vec<Ty>) = frame.substs.iter().cloned().unzip();
        subst(ty, &names, &tys)
    }

    /// A call that is not followed: what it is given may be kept by anybody.
    pub fn call_unknown(&mut self, st: State, args: Vec<Val>, why: Why) -> Outcomes {
        let mut st = st;
        if args.iter().any(owns) {
            self.give_up(why);
        }
        for arg in &args {
            st.escape(arg);
            self.escape_borrowed(&mut st, arg);
            self.escape_made(&mut st, arg);
            self.ways_lent(&mut st, arg);
        }
        vec![(st, Flow::Value(Val::Unknown(why)))]
    }

    /// A borrow given to unknown code moves nothing, but what it refers to may be cloned or sent on.
    pub(super) fn escape_borrowed(&mut self, st: &mut State, arg: &Val) {
        if let Val::Ref(loc) = arg
            && let Some(value) = st.read(loc).cloned()
        {
            st.escape(&value);
        }
    }

    /// Calls a function.
    pub fn call_fn(&mut self, st: State, func: FnId, substs: &[Ty], args: Vec<Val>) -> Outcomes {
        let mut st = st;
        let def = &self.program.fns[func];
        if let Some(outcomes) = self.native(&mut st, func, substs, &args) {
            return outcomes;
        }
        let names = Rc::new(def.generics.iter().cloned().zip(substs.iter().cloned()).collect::<Vec<_>>());
        if def.is_async {
            let code = Code { what: CodeKind::Call(func), env: args, substs: names };
            return vec![(st, Flow::Value(Val::Code(Rc::new(code))))];
        }
        self.run_fn(st, func, &names, args)
    }

    /// Runs a function: by its contract if it is a primitive, else by its body.
    pub fn run_fn(&mut self, st: State, func: FnId, substs: &Rc<Vec<(Name, Ty)>>, args: Vec<Val>) -> Outcomes {
        let mut st = st;
        let def = &self.program.fns[func];
        let tys: Vec<Ty> = substs.iter().map(|(_, ty)| ty.clone()).collect();
        if def.primitive || (!def.contract.clauses.is_empty() && self.is_stub(func)) {
            return self.contract(st, func, &tys, args);
        }
        let summary = self.summary(&st, func, &args);
        if self.is_summed_up(&st, func, &args, &summary) {
            let ret = self.returned(&st, func, &tys);
            if !may_borrow(&ret) && !ret.is_unknown() && !self.holds(&ret) {
                return match self.copied(&st, func, &args) {
                    Some(copy) => vec![(st, Flow::Value(copy))],
                    None => self.sum_up(st, func, args, &ret, &summary),
                };
            }
        }
        self.abort_methods(&mut st, func, &args);
        if def.body.is_some_and(|body| self.is_too_deep(&st, body)) {
            // As with loops, what it does for the third time is what it has done.
            if !args.iter().enumerate().all(|(param, arg)| !owns(arg) || summary.effect.fate(param).is_harmless()) {
                self.give_up(Why::Cut);
            }
            let ret = self.returned(&st, func, &tys);
            self.judge_latent(&mut st, &summary, &args);
            return self.sum_up(st, func, args, &ret, &summary);
        }
        match def.body {
            Some(body) => {
                let (mut owned, mut owner) = (Vec::new(), None);
                if self.dropping == 0 && !self.is_stub(func) {
                    for arg in &args {
                        let workers = self.owned(&st, arg);
                        if !workers.is_empty() {
                            owner = owner.or(if let Val::Adt(adt) = st.settle(arg) { adt.def } else { None });
                        }
                        owned.extend(workers);
                    }
                }
                owned.dedup();
                let entry = Entry { body, args, env: Vec::new(), substs: Rc::clone(substs) };
                let outcomes = self.run_body(st, entry, None);
                let ends =
                    outcomes.iter().filter_map(|(st, flow)| if let Flow::Value(value) = flow { Some((st, Some(value))) } else { None });
                self.let_go_of(&ends.collect::<Vec<_>>(), &owned, owner);
                outcomes
            }
            None if def.contract.clauses.is_empty() => {
                let ret = self.returned(&st, func, &tys);
                let value = self.data(&ret);
                let mut outcomes = self.call_unknown(st, args, Why::NoBody);
                for (_, flow) in &mut outcomes {
                    *flow = Flow::Value(value.clone());
                }
                outcomes
            }
            None => self.contract(st, func, &tys, args),
        }
    }

    /// What a function returns, with type arguments put in.
    pub(super) fn returned(&self, st: &State, func: FnId, substs: &[Ty]) -> Ty {
        let def = &self.program.fns[func];
        self.concrete(st, &subst(&def.ret, &def.generics, substs))
    }

    /// A call of one of the methods that end a `#[must_abort]` obligation, or of a function that promises to.
    fn abort_methods(&mut self, st: &mut State, func: FnId, args: &[Val]) {
        let def = &self.program.fns[func];
        let mut ended = Vec::new();
        if def.self_kind.is_some()
            && let Some(first) = args.first()
            && def.container != Container::Module
            && let Some((obj, Some(adt))) = self.handle(st, first)
            && self.lists_abort(adt, &def.name)
        {
            ended.push(obj);
        }
        for clause in &def.contract.clauses {
            if let Clause::Aborts(subject, _) | Clause::Closes(subject) = clause
                && let Some((obj, _)) = self.subject(st, subject, args)
            {
                ended.push(obj);
            }
        }
        for obj in ended {
            self.close(st, obj, true);
        }
    }

    fn call_trait(&mut self, st: State, func: FnId, self_ty: &Ty, args: Vec<Val>, lent: &[bool]) -> Outcomes {
        let def = &self.program.fns[func];
        let mut st = st;
        let mut candidates = Vec::new();
        if let (Some(kind), Some(first)) = (def.self_kind, args.first()) {
            let mut value = st.settle(first).clone();
            if kind != SelfKind::Value
                && let Val::Ref(loc) = &value
            {
                value = st.read(loc).cloned().unwrap_or(Val::Unknown(Why::Data));
            }
            candidates.push(self.ty_of(&st, &value));
            for _ in 0..REFERENCES {
                value = match &value {
                    Val::Ref(loc) => st.read(loc).cloned().unwrap_or(Val::Unknown(Why::Data)),
                    // `self: Box<Self>`.
                    Val::Adt(adt) if adt.def.is_some() && adt.def == self.lang.boxed => match adt.fields.first() {
                        Some((_, inside)) => st.settle(inside).clone(),
                        None => break,
                    },
                    _ => break,
                };
                candidates.push(self.ty_of(&st, &value));
            }
        }
        // A handle does not say of what it is one: the call does.
        let stated = self.concrete(&st, self_ty);
        for ty in &mut candidates {
            if matches!((&*ty, &stated), (Ty::Adt(def, _), Ty::Adt(other, _)) if def == other) {
                *ty = stated.clone();
            }
        }
        candidates.push(stated);
        for ty in &candidates {
            if matches!(ty, Ty::Param(_) | Ty::Unknown(_) | Ty::Dyn(_) | Ty::Opaque(_)) {
                continue;
            }
            if let Some((found, substs)) = self.linked.impl_of(func, ty)
                && found != func
            {
                return self.call_fn(st, found, &substs, args);
            }
        }
        if def.body.is_some() && !def.primitive {
            let self_ty = candidates.into_iter().next().unwrap_or(Ty::Unknown(Why::DynamicCall));
            let mut substs = vec![self_ty];
            substs.resize(def.generics.len().max(1), Ty::Unknown(Why::DynamicCall));
            return self.call_fn(st, func, &substs, args);
        }
        // Somebody's implementation, not in view: its effect on what it is given by value is not known, a borrow of a handle-free thing is harmless.
        let ret = self.concrete(&st, &def.ret);
        let said = args.first().and_then(|receiver| said_on(&st, receiver));
        let value = self.sym(&ret, said.map_or(Origin::Data, Origin::Part));
        self.overwrite_lent(&mut st, &args, lent);
        for arg in &args {
            st.escape(arg);
        }
        if args.iter().any(owns) {
            self.give_up(Why::DynamicCall);
        }
        vec![(st, Flow::Value(value))]
    }

    /// A method call whose receiver's type the linker did not know: the value may tell.
    fn call_method(&mut self, st: State, name: &Name, args: &[Operand]) -> Outcomes {
        let mut st = st;
        let receiver = args.first().and_then(Operand::place).and_then(|place| self.locate_place(&mut st, place));
        let owner = receiver.clone();
        if let Some(mut loc) = receiver {
            for _ in 0..8 {
                let Some(value) = st.read(&loc).cloned() else { break };
                let ty = self.ty_of(&st, &value);
                if let Some(func) = self.linked.method_of(&ty, name) {
                    let first = match self.program.fns[func].self_kind {
                        Some(SelfKind::Value) | None => self.take(&mut st, &loc),
                        Some(_) => Val::Ref(Rc::new(loc)),
                    };
                    let mut values = vec![first];
                    values.extend(self.operands(&mut st, &args[1..]));
                    let generics = self.program.fns[func].generics.len();
                    return self.call_fn(st, func, &vec![Ty::Unknown(Why::UninferredType); generics], values);
                }
                match self.deref(&mut st, &loc) {
                    Some(next) if next != loc => loc = next,
                    _ => break,
                }
            }
        }
        let args = self.operands(&mut st, args);
        if let Some(owner) = owner {
            self.taken_out_of(&mut st, &owner);
        }
        self.call_unknown(st, args, Why::UnresolvedMethod)
    }

    /// The channel through which code came that is called: what it does and returns is what the message says.
    pub(super) fn said_by_code(&mut self, st: &mut State, callee: &Callee) -> Option<ObjId> {
        let Callee::Value(operand) = callee else { return None };
        let loc = self.locate_place(st, operand.place()?)?;
        said_on(st, st.read(&loc)?)
    }

    /// What such code has returned: as the place says in which it goes.
    pub(super) fn returned_by_message(&mut self, outcomes: &mut Outcomes, chan: ObjId, ty: &Ty) {
        for (st, flow) in outcomes {
            if matches!(flow, Flow::Value(Val::Unknown(_))) {
                let ty = self.concrete(st, ty);
                *flow = Flow::Value(self.sym(&ty, Origin::Part(chan)));
            }
        }
    }

    /// Calls the code that lies at a location.
    pub fn call_at(&mut self, st: State, loc: &Loc, args: Vec<Val>, consumed: bool) -> Outcomes {
        let mut st = st;
        let mut loc = loc.clone();
        for _ in 0..8 {
            match st.read(&loc) {
                Some(Val::Code(code)) => {
                    let code = Rc::clone(code);
                    if consumed || !matches!(code.what, CodeKind::Closure(_)) {
                        if consumed {
                            self.take(&mut st, &loc);
                        }
                        return self.call_code(st, &Val::Code(code), args);
                    }
                    let CodeKind::Closure(body) = code.what else { break };
                    let entry = Entry { body, args, env: code.env.clone(), substs: Rc::clone(&code.substs) };
                    return self.run_body(st, entry, Some(&loc));
                }
                Some(Val::Ref(target)) => loc = (**target).clone(),
                Some(Val::Adt(_)) => match self.deref(&mut st, &loc) {
                    Some(next) if next != loc => loc = next,
                    _ => break,
                },
                _ => break,
            }
        }
        self.call_unknown(st, args, Why::DynamicCall)
    }

    /// Calls code by value.
    pub fn call_code(&mut self, st: State, code: &Val, args: Vec<Val>) -> Outcomes {
        let Val::Code(code) = code else { return self.call_unknown(st, args, Why::DynamicCall) };
        match &code.what {
            CodeKind::Closure(body) => {
                let is_async = self.linked.body(*body).kind == crate::ir::BodyKind::AsyncClosure;
                if is_async {
                    let mut env = code.env.clone();
                    env.extend(args);
                    let call = Code { what: CodeKind::ClosureCall(*body), env, substs: Rc::clone(&code.substs) };
                    return vec![(st, Flow::Value(Val::Code(Rc::new(call))))];
                }
                let entry = Entry { body: *body, args, env: code.env.clone(), substs: Rc::clone(&code.substs) };
                self.run_body(st, entry, None)
            }
            CodeKind::Fn(func, substs) => match self.program.fns[*func].container {
                Container::Trait(_) => {
                    let self_ty = substs.first().cloned().unwrap_or(Ty::Unknown(Why::DynamicCall));
                    self.call_trait(st, *func, &self_ty, args, &[])
                }
                _ => self.call_fn(st, *func, substs, args),
            },
            CodeKind::Ctor(def, variant) => vec![(st, Flow::Value(Val::variant(*def, *variant, args)))],
            _ => self.call_unknown(st, args, Why::DynamicCall),
        }
    }

    /// Functions that are native by their names: shared pointers, boxes that leak, `forget`.
    fn native(&mut self, st: &mut State, func: FnId, substs: &[Ty], args: &[Val]) -> Option<Outcomes> {
        let def = &self.program.fns[func];
        if !def.primitive {
            return None;
        }
        let first = args.first().cloned().unwrap_or(Val::Uninit);
        let at = self.here(st);
        let unit = |st: &State| Some(vec![(st.clone(), Flow::Value(Val::unit()))]);
        match def.path.as_str() {
            "std::mem::forget" => {
                self.leak(st, &first);
                return unit(st);
            }
            "std::process::runs_alone" => {
                let alone = matches!(text_of(st, args.first()), Some(Val::Str(name)) if !is_shell(&name));
                return Some(vec![(st.clone(), Flow::Value(Val::Bool(alone)))]);
            }
            "std::process::numbered" => {
                let krate = self.user_fn(st).map(|func| self.program.fns[func].krate);
                let numbered = krate.is_none_or(|krate| self.index.numbered(self.linked, krate));
                return Some(vec![(st.clone(), Flow::Value(Val::Bool(numbered)))]);
            }
            "std::process::leads" => return Some(vec![(st.clone(), Flow::Value(self.leads(st, &first, &def.ret)))]),
            "std::process::exit" | "std::process::abort" => return Some(vec![(st.clone(), Flow::Stop(PathEnd::Exit))]),
            _ => {}
        }
        let adt = def.params.first().and_then(super::machine::head)?;
        let target = self.shared_cell(st, &first);
        let lang = &self.lang;
        if lang.shared.contains(&adt) {
            let (cell, handle) = target?;
            let again = |variant, def| Val::Adt(Rc::new(Adt { def, variant, fields: Vec::new(), handle: Some(cell) }));
            let value = match def.name.as_str() {
                "clone" => {
                    self.event(st, EventKind::Cloned(cell), at);
                    again(0, handle.def)
                }
                "downgrade" => {
                    let pair = self.lang.shared.iter().position(|&shared| shared == adt)?;
                    again(WEAK, self.lang.weak.get(pair).copied())
                }
                "try_unwrap" | "into_inner" => return Some(self.unwrap_shared(st.clone(), cell, func, substs, &first)),
                "into_raw" | "leak" | "increment_strong_count" => {
                    self.put_out_of_reach(st, &def.name, &first);
                    Val::Unknown(Why::UnsafeCode)
                }
                _ => return None,
            };
            return Some(vec![(st.clone(), Flow::Value(value))]);
        }
        if lang.weak.contains(&adt) {
            let (cell, handle) = target?;
            let again = |variant, def| Val::Adt(Rc::new(Adt { def, variant, fields: Vec::new(), handle: Some(cell) }));
            return match def.name.as_str() {
                "clone" => Some(vec![(st.clone(), Flow::Value(again(WEAK, handle.def)))]),
                "upgrade" => {
                    let pair = self.lang.weak.iter().position(|&weak| weak == adt)?;
                    let strong = self.lang.shared.get(pair).copied();
                    let option = self.lang.option?;
                    let alive = !st.holders(cell, &|adt| adt.variant != WEAK).is_empty();
                    let mut out = Vec::new();
                    if alive || st.obj(cell).is_some_and(|obj| obj.escaped) {
                        out.push((st.clone(), Flow::Value(Val::variant(option, 1, vec![again(0, strong)]))));
                    }
                    let mut gone = st.clone();
                    gone.forks += 1;
                    gone.last_fork = Fork::Gone;
                    if st.base > 0 || !alive {
                        out.push((gone, Flow::Value(Val::variant(option, 0, Vec::new()))));
                    }
                    Some(out)
                }
                _ => None,
            };
        }
        if Some(adt) == lang.boxed && matches!(def.name.as_str(), "leak" | "into_raw") {
            self.put_out_of_reach(st, &def.name, &first);
            let cell = self.make_cell(st, first, at, false);
            return Some(vec![(st.clone(), Flow::Value(Val::Ref(Rc::new(Loc::cell(cell).field(&Name::new("value"))))))]);
        }
        None
    }

    /// A value becomes a pointer that nothing drops, except where the program turns pointers into values again.
    fn put_out_of_reach(&mut self, st: &mut State, by: &str, value: &Val) {
        if by == "into_raw" && self.index.reclaims {
            st.escape(value);
        } else {
            self.leak(st, value);
        }
    }

    /// The cell of a shared pointer, itself or behind references.
    fn shared_cell(&mut self, st: &mut State, value: &Val) -> Option<(ObjId, Rc<Adt>)> {
        let mut value = st.settle(value).clone();
        for _ in 0..8 {
            value = match value {
                Val::Ref(loc) => {
                    self.look_inside(st, &loc, None);
                    st.read(&loc)?.clone()
                }
                Val::Sym(sym) => self.expand(st, &sym, None)?,
                Val::Adt(adt) if adt.def.is_some_and(|def| self.lang.shared.contains(&def) || self.lang.weak.contains(&def)) => {
                    return Some((adt.handle?, adt));
                }
                _ => return None,
            };
        }
        None
    }

    /// The content of a shared pointer, if this is its only handle; where others may be out of view, either way.
    fn unwrap_shared(&mut self, st: State, cell: ObjId, func: FnId, substs: &[Ty], handle: &Val) -> Outcomes {
        let mut st = st;
        let def = &self.program.fns[func];
        let others = st.holders(cell, &|adt| adt.variant != WEAK);
        let ret = subst(&def.ret, &def.generics, substs);
        let Ty::Adt(result, _) = &ret else { return self.call_unknown(st, vec![handle.clone()], Why::NoBody) };
        let is_option = Some(*result) == self.lang.option;
        let mut out = Vec::new();
        if !others.is_empty() {
            let (bad, fields) = if is_option { (0, Vec::new()) } else { (1, vec![handle.clone()]) };
            out.push((st.clone(), Flow::Value(Val::variant(*result, bad, fields))));
        }
        if others.iter().all(|holder| *holder == Holder::Outside) {
            if !others.is_empty() {
                st.forks += 1;
                st.last_fork = Fork::Unseen;
            }
            let content = self.take(&mut st, &Loc::cell(cell));
            let good = u32::from(is_option);
            out.push((st, Flow::Value(Val::variant(*result, good, vec![content]))));
        }
        out
    }

    /// Drops the by-value arguments of an opaque call.
    pub fn drop_args(&mut self, st: State, args: Vec<Val>) -> Vec<State> {
        let mut states = vec![st];
        for arg in args {
            states = states.into_iter().flat_map(|st| self.drop_value(st, arg.clone(), DropWhy::Temporary)).collect();
        }
        states
    }
}
