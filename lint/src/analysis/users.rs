//! What users of a type do with its values: drop them, call their methods, keep what those hand out.
//!
//! ```ignore
//! impl Pool {
//!     pub fn new() -> Self; // the entry point that makes the value
//!     pub fn shutdown(&mut self); // each method is called on it, while whoever calls still holds the value
//!     pub fn subscribe(&self) -> Events; // waits of `Events` must end though the `Pool` is gone
//! }
//! ```

use std::collections::BTreeSet;
use std::rc::Rc;

use super::entry::{FACTS, takes};
use super::frame::Frame;
use super::hazard::{Hazard, HazardKind};
use super::machine::{Flow, Machine, Outcomes, head};
use super::process::{children, dropped_type, may_reap, owns_process};
use super::state::{Holder, State};
use super::trace::Cond;
use super::value::{Adt, Loc, ObjId, Origin, Val};
use crate::base::{FileSpan, Idx, IndexVec, Name};
use crate::ir::{AdtId, Container, DropWhy, FnId, Local, SelfKind, Ty, Why};

/// How many methods of one type are tried on what its constructor returns.
const METHODS: usize = 24;

impl Machine<'_> {
    /// What users do with a value: drop it, or call a method and drop it then. Says which child processes are in it, and whether they can wait for them.
    pub(super) fn use_up(&mut self, st: State, value: Val, maker: FnId) -> (BTreeSet<ObjId>, bool) {
        let Some((whole, def)) = self.own_adt(&st, &value) else { return (BTreeSet::new(), true) };
        // What else was returned with it lives on beside it.
        let mut st = st;
        if let Val::Adt(adt) = &value
            && adt.def.is_none()
        {
            let others = adt.fields.iter().filter(|(_, field)| *st.settle(field) != whole).map(|(_, field)| field.clone());
            for other in others.collect::<Vec<_>>() {
                st.escape(&other);
            }
        }
        // What nobody waits for tells the methods nothing that they could not be told by others.
        let lives = is_waited_for(&st, &whole);
        let children = children(&st, &whole);
        // Whoever made what was handed back has tried its methods.
        if !lives && children.is_empty() && takes(self.linked, maker, def) {
            return (BTreeSet::new(), true);
        }
        let mut reaped = !children.is_empty() && self.hands_out(def);
        self.drop_value(st.clone(), whole.clone(), DropWhy::Scope);
        let methods: Vec<FnId> = self
            .methods_of(def)
            .filter(|&method| match self.program.fns[method].container {
                Container::Impl(id) => {
                    let block = &self.program.impls[id];
                    // What traits ask for matters for children alone.
                    block.trait_.is_none() || !children.is_empty() || owns_process(self.program, &block.self_ty)
                }
                _ => false,
            })
            .filter(|&method| (lives || self.index.makers.contains(method)) && self.can_call(&whole, method))
            .take(METHODS)
            .collect();
        let mut given = children.clone();
        for &method in &methods {
            let mut st = st.clone();
            let owner = self.lodge(&mut st, &whole);
            let outcomes = self.tried(&st, owner, def, method);
            let cell = Loc::cell(owner);
            reaped |= outcomes.iter().any(|(st, flow)| may_reap(st, flow, &children));
            for (st, flow) in outcomes.into_iter().filter(|(_, flow)| matches!(flow, Flow::Value(_))).take(FACTS) {
                if let Flow::Value(value) = flow {
                    let mut kept = st.read(&cell).map(|value| super::process::children(&st, value)).unwrap_or_default();
                    kept.retain(|child| !given.contains(child));
                    if !kept.is_empty() && !self.hands_out(def) && !self.reaped_later(&st, owner, &methods, &kept) {
                        given.extend(kept);
                    }
                    self.left_to_itself(&st, (&whole, owner), &value, def);
                    for st in self.drop_value(st, value, DropWhy::Temporary) {
                        self.hand_back(st, &whole, owner);
                    }
                }
            }
        }
        (given, reaped)
    }

    /// Whether one of the methods waits for these children, which another one has started, or hands them out.
    fn reaped_later(&mut self, st: &State, cell: ObjId, methods: &[FnId], kept: &BTreeSet<ObjId>) -> bool {
        let mark = self.hazards.len();
        let reaped = methods.iter().any(|&method| self.call_on(st.clone(), cell, method).iter().any(|(st, flow)| may_reap(st, flow, kept)));
        // What is found in a second call was found in the first.
        self.hazards.truncate(mark);
        reaped
    }

    /// The public methods of a type, `drop` left out.
    fn methods_of(&self, def: AdtId) -> impl Iterator<Item = FnId> + use<'_> {
        let program = self.program;
        self.index.methods.get(&def).into_iter().flatten().copied().filter(move |&method| dropped_type(program, method).is_none())
    }

    /// Calls a method of `def` on the value in a cell, and keeps of the waits without end that are met there those that stay what they are where
    /// another method was called before: else they are what the type asks of its users.
    fn tried(&mut self, st: &State, cell: ObjId, def: AdtId, method: FnId) -> Outcomes {
        let mark = self.hazards.len();
        let outcomes = self.call_on(st.clone(), cell, method);
        let found = self.hazards.split_off(mark);
        let mended = if found.iter().any(is_parked) { self.mended(st, cell, def, method, &found) } else { BTreeSet::new() };
        self.hazards.extend(found.into_iter().filter(|hazard| !is_parked(hazard) || !mended.contains(&hazard.at)));
        outcomes
    }

    /// Which of these waits of a method come to an end where another method was called before, or where users take out what lies in the value.
    fn mended(&mut self, st: &State, cell: ObjId, def: AdtId, method: FnId, waits: &[Hazard]) -> BTreeSet<FileSpan> {
        let mut mended: BTreeSet<FileSpan> = waits.iter().filter(|wait| self.is_open(st, cell, def, wait)).map(|wait| wait.at).collect();
        let others = self.methods_of(def).filter(|&other| other != method && self.program.fns[other].self_kind != Some(SelfKind::Value));
        for other in others.take(METHODS).collect::<Vec<_>>() {
            let mark = self.hazards.len();
            for (st, flow) in self.call_on(st.clone(), cell, other).into_iter().take(FACTS) {
                let Flow::Value(value) = flow else { continue };
                if st.assumed.is_some() {
                    continue;
                }
                let sends = |wait: &&Hazard| {
                    let reached = |chan| st.reaches(&value, chan, &|adt| self.is_sender(adt)).is_some();
                    proof(wait).any(|cond| matches!(*cond, Cond::Msg(chan, _) if reached(chan)))
                };
                mended.extend(waits.iter().filter(sends).map(|wait| wait.at));
                for st in self.drop_value(st, value, DropWhy::Temporary).into_iter().take(FACTS) {
                    self.hazards.truncate(mark);
                    self.call_on(st, cell, method);
                    let again: BTreeSet<FileSpan> =
                        self.hazards[mark..].iter().filter(|wait| is_parked(wait)).map(|wait| wait.at).collect();
                    mended.extend(waits.iter().map(|wait| wait.at).filter(|at| !again.contains(at)));
                }
            }
            self.hazards.truncate(mark);
        }
        mended
    }

    /// Whether what a wait is for lies in a field that users may write to.
    fn is_open(&self, st: &State, cell: ObjId, def: AdtId, wait: &Hazard) -> bool {
        let Some(value) = st.read(&Loc::cell(cell)) else { return true };
        let shapes = &self.program.adts[def].variants;
        let open = |name: &Name| shapes.iter().any(|shape| shape.open.contains(name));
        proof(wait)
            .filter_map(Cond::obj)
            .any(|obj| st.reaches(value, obj, &|_| true).is_some_and(|(path, _)| path.first().is_some_and(open)))
    }

    /// Has a value that users can't name hand out what they can, and asks what comes of it when that value is gone.
    pub(super) fn keep_what_it_gives(&mut self, st: &State, value: &Val) {
        let Some((whole, def)) = self.own_adt(st, value) else { return };
        for &giver in self.index.givers.get(&def).into_iter().flatten().filter(|giver| self.index.makers.contains(**giver)).take(METHODS) {
            let mut st = st.clone();
            let lies = self.lodge(&mut st, &whole);
            let mark = self.hazards.len();
            let outcomes = self.call_on(st, lies, giver);
            self.hazards.truncate(mark);
            for (st, flow) in outcomes.into_iter().take(FACTS) {
                if let Flow::Value(given) = flow {
                    self.left_to_itself(&st, (&whole, lies), &given, def);
                }
            }
        }
    }

    /// What a method has handed out may outlive the value that it is of, of type `made_by`: a wait of its own methods must still come to an end then,
    /// which it does not where the only senders lie in what it holds itself.
    fn left_to_itself(&mut self, st: &State, (owner, lies): (&Val, ObjId), value: &Val, made_by: AdtId) {
        let Some((whole, def)) = self.own_adt(st, value).filter(|(_, def)| *def != made_by) else { return };
        let methods: Vec<FnId> = self.methods_of(def).filter(|&method| self.can_call(&whole, method)).take(METHODS).collect();
        let Some(&first) = methods.first().filter(|_| is_waited_for(st, &whole)) else { return };
        let mut st = st.clone();
        let kept = self.lodge(&mut st, &whole);
        let mark = self.hazards.len();
        self.hold(&mut st, kept, first);
        let ends = self.hand_back(st, owner, lies);
        // In which order they go is the choice of who uses them.
        self.hazards.truncate(mark);
        for mut st in ends.into_iter().take(FACTS) {
            st.frames.pop();
            for &method in &methods {
                self.tried(&st, kept, def, method);
            }
        }
        let own = |hazard: &Hazard| match &hazard.kind {
            HazardKind::Parked { proof, .. } => proof.iter().all(|unmet| {
                unmet.waiter.is_none() && unmet.holders.iter().all(|holder| matches!(holder, Holder::Frame(..) | Holder::Shared(..)))
            }),
            _ => false,
        };
        let found = self.hazards.split_off(mark);
        self.hazards.extend(found.into_iter().filter(own));
    }

    /// Calls a method on what lies in a cell, with arguments of which nothing is known. Who lends it for the call holds it meanwhile.
    fn call_on(&mut self, st: State, cell: ObjId, method: FnId) -> Outcomes {
        let mut st = st;
        let def = &self.program.fns[method];
        let lent = def.self_kind != Some(SelfKind::Value);
        let place = Loc::cell(cell);
        let shared = def.params.first().and_then(head).filter(|def| self.lang.shared.contains(def));
        let mut args = vec![match shared {
            Some(def) if !lent => Val::Adt(Rc::new(Adt { def: Some(def), variant: 0, fields: Vec::new(), handle: Some(cell) })),
            _ if lent => Val::Ref(Rc::new(place)),
            _ => self.take(&mut st, &place),
        }];
        for ty in def.params.clone().iter().skip(1) {
            args.push(self.sym(ty, Origin::Input));
        }
        if lent {
            self.hold(&mut st, cell, method);
        }
        let unknown = vec![Ty::Unknown(Why::UninferredType); def.generics.len()];
        let names = Rc::new(def.generics.iter().cloned().zip(unknown).collect::<Vec<(Name, Ty)>>());
        let mut outcomes = self.run_fn(st, method, &names, args);
        if lent {
            for (st, _) in &mut outcomes {
                st.frames.pop();
            }
        }
        outcomes
    }

    /// Adds the frame of who calls a method on what lies in a cell: what it calls the value there is what the method calls `self`.
    fn hold(&self, st: &mut State, cell: ObjId, method: FnId) {
        let Some(body) = self.program.fns[method].body else { return };
        let mut locals = IndexVec::from_elem(Val::Uninit, self.linked.body(body).locals.len());
        let this: Local = Idx::new(1);
        if let Some(slot) = locals.get_mut(this) {
            *slot = Val::Adt(Rc::new(Adt { def: None, variant: 0, fields: Vec::new(), handle: Some(cell) }));
        }
        let at = self.here(st);
        st.frames.push(Rc::new(Frame::new(body, None, locals, Rc::default(), at)));
    }

    /// Whether users can call a method on a value: what is behind an `Arc` they can't give away.
    fn can_call(&self, value: &Val, method: FnId) -> bool {
        let def = &self.program.fns[method];
        let takes = |ty: &Ty| def.self_kind == Some(SelfKind::Value) && head(ty).is_some_and(|def| !self.lang.shared.contains(&def));
        self.shared_at(value).is_none() || !def.params.first().is_some_and(takes)
    }

    /// Where a value lies that users have: behind an `Arc` it has its place.
    fn lodge(&mut self, st: &mut State, value: &Val) -> ObjId {
        let at = self.here(st);
        self.shared_at(value).unwrap_or_else(|| self.make_cell(st, value.clone(), at, false))
    }

    /// Users let go of a value that lies there.
    fn hand_back(&mut self, st: State, value: &Val, cell: ObjId) -> Vec<State> {
        match self.shared_at(value) {
            Some(_) => self.drop_value(st, value.clone(), DropWhy::Scope),
            None => self.drop_at(st, &Loc::cell(cell), DropWhy::Scope),
        }
    }

    /// The memory that a value is a handle of.
    fn shared_at(&self, value: &Val) -> Option<ObjId> {
        let Val::Adt(adt) = value else { return None };
        adt.handle.filter(|_| adt.def.is_some_and(|def| self.lang.shared.contains(&def)))
    }

    /// The value of the program's own type in a result, and the type.
    fn own_adt(&self, st: &State, value: &Val) -> Option<(Val, AdtId)> {
        let Val::Adt(adt) = st.settle(value) else { return None };
        let own = |def: AdtId| !self.program.krates[self.program.adts[def].krate].stub;
        match adt.as_ref() {
            Adt { def: Some(def), .. } if own(*def) => Some((Val::Adt(Rc::clone(adt)), *def)),
            Adt { handle: None, .. } => adt.fields.iter().find_map(|(_, field)| self.own_adt(st, field)),
            Adt { handle: Some(cell), .. } => {
                let handle = Val::Adt(Rc::clone(adt));
                self.shared_at(&handle)?;
                let Val::Adt(inner) = st.settle(st.read(&Loc::cell(*cell))?) else { return None };
                inner.def.filter(|def| own(*def)).map(|def| (handle, def))
            }
        }
    }
}

/// Whether somebody waits for something in a value, all of whose ends are in view.
fn is_waited_for(st: &State, value: &Val) -> bool {
    st.reachable(value).into_iter().filter_map(|id| st.obj(id)).any(|obj| !obj.escaped && obj.is_waited_for())
}

/// Whether a hazard is a wait without end.
fn is_parked(hazard: &Hazard) -> bool {
    matches!(hazard.kind, HazardKind::Parked { .. })
}

/// What would have to come for a wait to end.
fn proof(wait: &Hazard) -> impl Iterator<Item = &Cond> {
    let proof = if let HazardKind::Parked { proof, .. } = &wait.kind { proof.as_slice() } else { &[] };
    proof.iter().map(|unmet| &unmet.cond)
}
