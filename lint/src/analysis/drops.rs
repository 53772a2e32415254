//! Drops: a type's own `drop` first, then its fields in order, then what the loss of a handle means.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::exec::Entry;
use super::hazard::{Hazard, HazardKind};
use super::machine::{Flow, Machine, WEAK};
use super::object::{Obj, ObjKind, Status};
use super::state::{Holder, State};
use super::trace::EventKind;
use super::value::{Adt, Loc, LocStep, ObjId, Val};
use crate::base::{FileSpan, Name};
use crate::ir::{AdtId, DropWhy, FnId, OnDrop};

impl Machine<'_> {
    /// A worker has let go of memory that others have too: of the channels whose senders lie there it may have none any more.
    fn sheds(&mut self, st: &mut State, cell: ObjId) {
        let Some(ObjKind::Cell(memory)) = st.obj(cell).map(|obj| &obj.kind) else { return };
        let gone = self.last_senders(st, &memory.content);
        self.note_shed(st, gone);
    }

    /// A worker puts a value into memory that others have too: who takes its senders out of there is not for it alone to say.
    pub(super) fn lays_down(&mut self, st: &mut State, cell: ObjId, value: &Val) {
        if !st.is_own(cell) {
            let gone = self.last_senders(st, value);
            self.note_shed(st, gone);
        }
    }

    /// The channels of which a worker has no senders but those in a value.
    fn last_senders(&self, st: &State, value: &Val) -> Vec<ObjId> {
        if st.base == 0 {
            return Vec::new();
        }
        let has = |value: &Val, chan: ObjId| st.reaches(value, chan, &|adt| self.is_sender(adt)).is_some();
        let kept = |chan: ObjId| st.frames[st.base..].iter().any(|frame| frame.locals.iter().any(|value| has(value, chan)));
        let chans = st.objs.iter().filter(|(_, obj)| matches!(obj.kind, ObjKind::Chan(_))).map(|(&id, _)| id);
        chans.filter(|&chan| has(value, chan) && !kept(chan)).collect()
    }

    fn note_shed(&mut self, st: &mut State, chans: Vec<ObjId>) {
        let at = self.here(st);
        for chan in chans {
            self.event(st, EventKind::Shed(chan), at);
        }
    }

    /// Drops what lies at a location. The states that come out go on behind it.
    pub fn drop_at(&mut self, st: State, loc: &Loc, why: DropWhy) -> Vec<State> {
        let mut st = st;
        let Some(value) = st.read(loc).cloned() else { return vec![st] };
        if !value.matters() {
            clear(&mut st, loc);
            return vec![st];
        }
        match value {
            Val::Sym(sym) => {
                // What came from outside and was never looked at: only its role can matter.
                let known = match &*sym.ty {
                    crate::ir::Ty::Adt(def, _) if self.role(*def).is_some() || self.program.adts[*def].drop_fn.is_some() => {
                        self.expand(&mut st, &sym, None)
                    }
                    _ => None,
                };
                match known {
                    Some(value) => {
                        if let Some(slot) = st.read_mut(loc) {
                            *slot = value;
                        }
                        self.drop_at(st, loc, why)
                    }
                    None => {
                        self.squanders_unseen(&mut st, &sym);
                        clear(&mut st, loc);
                        vec![st]
                    }
                }
            }
            Val::Adt(adt) => self.drop_adt(st, loc, &adt, why),
            Val::Code(code) => {
                let steps = (0..code.env.len()).map(LocStep::Env).collect();
                self.drop_steps(st, loc, steps, why)
            }
            Val::Bag(bag) => {
                let steps = (0..bag.items.len()).map(LocStep::Item).collect();
                self.drop_steps(st, loc, steps, why)
            }
            _ => vec![st],
        }
    }

    /// Whether the drop of a value runs code of the program's own.
    pub(super) fn runs_when_dropped(&self, value: &Val) -> bool {
        let own = |func: FnId| !self.is_stub(func);
        match value {
            Val::Adt(adt) => {
                adt.def.and_then(|def| self.program.adts[def].drop_fn).is_some_and(own)
                    || adt.fields.iter().any(|(_, field)| self.runs_when_dropped(field))
            }
            Val::Bag(bag) => bag.items.iter().any(|(_, item)| self.runs_when_dropped(item)),
            _ => false,
        }
    }

    /// Drops a value that lies nowhere.
    pub fn drop_value(&mut self, st: State, value: Val, why: DropWhy) -> Vec<State> {
        let mut st = st;
        if !value.matters() {
            return vec![st];
        }
        let at = self.here(&st);
        let cell = self.make_cell(&mut st, value, at, false);
        let mut states = self.drop_at(st, &Loc::cell(cell), why);
        for st in &mut states {
            Rc::make_mut(&mut st.objs).remove(&cell);
        }
        states
    }

    fn drop_steps(&mut self, st: State, loc: &Loc, steps: Vec<LocStep>, why: DropWhy) -> Vec<State> {
        let mut states = vec![st];
        for step in steps {
            let field = loc.then(step);
            states = states.into_iter().flat_map(|st| self.drop_at(st, &field, why)).collect();
        }
        for st in &mut states {
            clear(st, loc);
        }
        states
    }

    fn drop_adt(&mut self, st: State, loc: &Loc, adt: &Rc<Adt>, why: DropWhy) -> Vec<State> {
        // What lives until the process ends is not let go of: whether this was an inner scope shows in what comes next.
        let at_exit = self.in_main && st.frames.len() == 1 && (why == DropWhy::Scope || (why != DropWhy::Overwrite && st.left.is_some()));
        // An error on the way is nobody's teardown.
        let owned = if self.dropping == 0 && why != DropWhy::Question { self.owned(&st, &Val::Adt(Rc::clone(adt))) } else { Vec::new() };
        if owned.is_empty() {
            return self.drop_parts(st, loc, adt, why);
        }
        self.dropping += 1;
        let mut states = self.drop_parts(st, loc, adt, why);
        self.dropping -= 1;
        let ends: Vec<_> = states.iter().map(|st| (st, None)).collect();
        let mark = self.hazards.len();
        self.let_go_of(&ends, &owned, adt.def);
        if at_exit {
            let late = self.hazards.split_off(mark);
            for st in &mut states {
                st.lost.extend(late.iter().cloned());
            }
        }
        states
    }

    fn drop_parts(&mut self, st: State, loc: &Loc, adt: &Rc<Adt>, why: DropWhy) -> Vec<State> {
        let mut st = st;
        if let (Some(def), Some(cell)) = (adt.def, adt.handle)
            && (self.lang.shared.contains(&def) || self.lang.weak.contains(&def))
        {
            clear(&mut st, loc);
            if adt.variant == WEAK {
                return vec![st];
            }
            if !self.is_last(&st, cell, &|_| true) {
                self.sheds(&mut st, cell);
                return vec![st];
            }
            let content = st.read(&Loc::cell(cell)).cloned().unwrap_or(Val::Uninit);
            if st.reaches(&content, cell, &|adt| adt.variant != WEAK).is_some() {
                // It keeps itself alive.
                Rc::make_mut(&mut st.leaked).insert(cell);
                return vec![st];
            }
            // Nobody reaches it any more but who drops it.
            let content = st.read_mut(&Loc::cell(cell)).map_or(Val::Uninit, |slot| std::mem::replace(slot, Val::Uninit));
            if let Some(slot) = st.read_mut(loc) {
                *slot = content;
            }
            return self.drop_at(st, loc, why);
        }
        if adt.def.is_some() && adt.def == self.lang.manually_drop {
            // Told of where it was put in there.
            Val::Adt(Rc::clone(adt)).handles(&mut |obj, _| {
                Rc::make_mut(&mut st.leaked).insert(obj);
            });
            clear(&mut st, loc);
            return vec![st];
        }
        let mut states = match adt.def.and_then(|def| self.program.adts[def].drop_fn) {
            Some(func) => {
                let args = vec![Val::Ref(Rc::new(loc.clone()))];
                let outcomes = match self.program.fns[func].body {
                    Some(body) if !self.program.fns[func].primitive => {
                        let entry = Entry { body, args, env: Vec::new(), substs: Rc::default() };
                        self.run_body(st, entry, None)
                    }
                    _ => self.contract(st, func, &[], args),
                };
                outcomes.into_iter().filter(|(_, flow)| matches!(flow, Flow::Value(_))).map(|(st, _)| st).collect()
            }
            None => vec![st],
        };
        for (name, _) in &adt.fields {
            let field = loc.field(name);
            states = states.into_iter().flat_map(|st| self.drop_at(st, &field, why)).collect();
        }
        states.into_iter().flat_map(|st| self.drop_handle(st, loc, adt, why)).collect()
    }

    /// The `#[must_abort]` object of which a value with these fields is one more handle: of that type there is one already that shares all
    /// that they share.
    pub(super) fn twin(&self, st: &State, def: AdtId, fields: &[(Name, Val)]) -> Option<ObjId> {
        let shared = shared_by(fields);
        let same = |adt: &Adt| adt.def == Some(def) && shared_by(&adt.fields) == shared;
        let is_due = |obj: &Obj| matches!(&obj.kind, ObjKind::Chan(chan) if chan.due == Some(def));
        let mut due = st.objs.iter().filter(|(_, obj)| !shared.is_empty() && is_due(obj));
        due.find(|(id, _)| !st.holders(**id, &same).is_empty()).map(|(&id, _)| id)
    }

    /// The handle itself goes.
    fn drop_handle(&mut self, st: State, loc: &Loc, adt: &Adt, why: DropWhy) -> Vec<State> {
        let mut st = st;
        clear(&mut st, loc);
        let Some(obj) = adt.handle else { return vec![st] };
        let at = self.here(&st);
        match st.obj(obj).map(|obj| obj.kind.clone()) {
            Some(ObjKind::Chan(chan)) => {
                let sender = self.is_sender(adt);
                self.event(&mut st, EventKind::Dropped { obj, sender, why }, at);
                self.squanders(&mut st, obj, adt);
                if chan.due.is_some()
                    && chan.due == adt.def
                    && chan.closed.is_none()
                    && !adt.def.is_some_and(|def| super::scan::lacks_methods(self.program, def))
                    && self.is_last(&st, obj, &|other| other.def == adt.def)
                    && !chan.deserted
                {
                    self.hazard(&st, HazardKind::Unaborted(obj, why));
                    st.forsake(adt);
                }
                if (st.is_own(obj) || st.is_passing(obj)) && self.is_gone(&st, obj) {
                    // States that differ in nothing else are one.
                    Rc::make_mut(&mut st.objs).remove(&obj);
                }
                vec![st]
            }
            Some(ObjKind::Worker(worker)) if worker.status == Status::Running => {
                if !self.is_last(&st, obj, &|other| other.def == adt.def) {
                    return vec![st];
                }
                match self.worker_kind(adt.def.unwrap_or_else(|| crate::base::Idx::new(0))).map_or(worker.on_drop, |(_, on_drop)| on_drop) {
                    OnDrop::Join => self.join_now(st, obj),
                    OnDrop::Abort | OnDrop::Kill => {
                        self.kill(&mut st, obj, at);
                        vec![st]
                    }
                    _ => {
                        self.event(&mut st, EventKind::LetGo(obj, why), at);
                        self.let_go(&mut st, obj, &worker, why);
                        self.lose(&mut st, obj, &worker, why);
                        vec![st]
                    }
                }
            }
            _ => vec![st],
        }
    }

    /// Whether nobody in view holds a further handle that counts, and nobody can out of view.
    fn is_last(&self, st: &State, obj: ObjId, counts: &dyn Fn(&Adt) -> bool) -> bool {
        st.holders(obj, counts).iter().all(|holder| matches!(holder, Holder::Queue(_))) && !st.obj(obj).is_some_and(|obj| obj.escaped)
    }

    /// Whether nobody in view holds a handle any more.
    fn is_gone(&self, st: &State, obj: ObjId) -> bool {
        st.holders(obj, &|_| true).iter().all(|holder| *holder == Holder::Outside)
    }

    /// Nothing will ever drop what is in the value.
    pub fn leak(&mut self, st: &mut State, value: &Val) {
        let at = self.here(st);
        let mut objs = Vec::new();
        value.handles(&mut |obj, _| objs.push(obj));
        for obj in objs {
            self.event(st, EventKind::Leaked(obj), at);
            Rc::make_mut(&mut st.leaked).insert(obj);
        }
    }

    /// Records a finding in the making that is not where the path is.
    pub fn hazard_at(&mut self, st: &State, kind: HazardKind, at: Option<FileSpan>) -> Option<usize> {
        let hazard = self.hazard(st, kind)?;
        if let (Some(at), Some(hazard)) = (at, self.hazards.get_mut(hazard)) {
            hazard.at = at;
        }
        Some(hazard)
    }

    /// Records a finding in the making.
    pub fn hazard(&mut self, st: &State, kind: HazardKind) -> Option<usize> {
        if st.assumed.is_some() {
            return None;
        }
        // A future that is dropped at an `.await` goes where somebody gives it up.
        let at = st.dropped_at.unwrap_or_else(|| self.here(st));
        let func = self.user_fn(st);
        self.hazards.push(Hazard { kind, at, func, state: st.clone(), later: Vec::new() });
        Some(self.hazards.len() - 1)
    }
}

/// The objects of which fields are handles.
fn shared_by(fields: &[(Name, Val)]) -> BTreeSet<ObjId> {
    let mut found = BTreeSet::new();
    for (_, value) in fields {
        value.handles(&mut |obj, _| _ = found.insert(obj));
    }
    found
}

fn clear(st: &mut State, loc: &Loc) {
    if let Some(slot) = st.read_mut(loc) {
        *slot = Val::Uninit;
    }
}
