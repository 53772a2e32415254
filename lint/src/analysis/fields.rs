//! Fields of the program's own types, by crate and name: which are set or written anywhere, so that somebody in the program may do it.
//!
//! ```
//! # use std::{sync::{Arc, Condvar, Mutex}, thread};
//! #[derive(Default)]
//! struct State {
//!     dirty: bool,
//!     closed: bool, // looked at, and never written
//! }
//! let shared = Arc::new((Mutex::new(State::default()), Condvar::new()));
//! let theirs = Arc::clone(&shared);
//! thread::spawn(move || {
//!     let mut state = theirs.0.lock().unwrap();
//!     while !state.closed {
//!         state = theirs.1.wait(state).unwrap();
//!         state.dirty = false;
//!     }
//! });
//! shared.0.lock().unwrap().dirty = true; // who has `shared` may do this, and not end the thread
//! ```

use std::sync::OnceLock;

use rustc_hash::FxHashSet;

use super::machine::{Machine, head};
use super::object::ObjKind;
use super::state::{PARTS, State, look};
use super::value::{Loc, ObjId, Val};
use crate::base::Name;
use crate::ir::{
    AdtId, Base, Body, Callee, Clause, KrateId, Local, Operand, Place, Program, Projection, Rvalue, StatementKind, TerminatorKind, Ty,
};
use crate::link::Linked;

/// A field, by the crate of its type and its name.
type Field = (KrateId, Name);

/// What becomes of fields anywhere in the program, each set found when it is first asked for.
#[derive(Debug, Default)]
pub struct Fields {
    /// Of which anybody does more than look at what lies in them.
    used: OnceLock<FxHashSet<Field>>,
    /// To which anybody writes, beside where their values are made.
    written: OnceLock<FxHashSet<Field>>,
}

impl Fields {
    /// The fields that somebody hands to more than a look: what they hold may be set.
    fn set(&self, linked: &Linked) -> &FxHashSet<Field> {
        self.used.get_or_init(|| of_bodies(linked, &|body| used(&linked.program, body)))
    }

    /// The fields that somebody writes, borrows to write, or replaces with all that lies around them.
    fn written(&self, linked: &Linked) -> &FxHashSet<Field> {
        self.written.get_or_init(|| {
            let program = &linked.program;
            let mut fields = of_bodies(linked, &|body| written(program, body));
            // What was not looked into may write whatever it is lent.
            let unseen = program.fns.iter().filter(|def| def.body.is_none() && !program.krates[def.krate].stub);
            for def in unseen {
                let lent = def.params.iter().filter(|ty| matches!(ty, Ty::Ref(true, _)));
                fields.extend(lent.flat_map(|ty| fields_of(program, ty)).map(|name| (def.krate, name)));
            }
            fields
        })
    }
}

impl Machine<'_> {
    /// Whether somebody in the program may set a flag: nobody does where it is a field of which the whole program takes a look at most.
    pub(super) fn may_be_set(&self, st: &State, signal: ObjId) -> bool {
        let mut fields = Vec::new();
        let mut todo: Vec<&Val> =
            st.objs.values().filter_map(|obj| if let ObjKind::Cell(cell) = &obj.kind { Some(&cell.content) } else { None }).collect();
        todo.extend(st.frames.iter().flat_map(|frame| frame.locals.iter()));
        let mut left = PARTS;
        while let (Some(value), true) = (todo.pop(), look(&mut left)) {
            let Val::Adt(adt) = value else { continue };
            for (name, field) in &adt.fields {
                match st.settle(field) {
                    Val::Adt(flag) if flag.handle == Some(signal) => fields.push((adt.def, name)),
                    other => todo.push(other),
                }
            }
        }
        let unset = |(def, name): &(Option<AdtId>, &Name)| {
            def.is_some_and(|def| self.is_private(def, name) && !self.index.fields.set(self.linked).contains(&self.field(def, name)))
        };
        left == 0 || fields.is_empty() || !fields.iter().all(unset)
    }

    /// Whether somebody in the program may write to a place: nobody does where it is a field that nobody writes anywhere.
    pub(super) fn may_be_written(&self, st: &State, loc: &Loc) -> bool {
        let Some((name, around)) = loc.steps.split_last().and_then(|(last, around)| Some((last.name()?, around))) else { return true };
        let around = Loc { root: loc.root, steps: around.to_vec() };
        let Some(Val::Adt(adt)) = st.read(&around) else { return true };
        let Some(def) = adt.def.filter(|&def| self.is_private(def, name)) else { return true };
        self.index.fields.written(self.linked).contains(&self.field(def, name))
    }

    /// Whether a field is one of the program's own that its users can't reach.
    fn is_private(&self, def: AdtId, name: &Name) -> bool {
        let adt = &self.program.adts[def];
        let krate = &self.program.krates[adt.krate];
        let open = krate.main.is_none() && adt.variants.iter().any(|shape| shape.open.contains(name));
        !krate.stub && !open
    }

    fn field(&self, def: AdtId, name: &Name) -> Field {
        (self.program.adts[def].krate, name.clone())
    }
}

/// The fields that `found` names in any body of the program's own.
fn of_bodies(linked: &Linked, found: &dyn Fn(&Body) -> Vec<Name>) -> FxHashSet<Field> {
    let program = &linked.program;
    let own = program.bodies.iter_enumerated().filter_map(|(id, def)| Some((id, program.fns[def.func?].krate)));
    let own = own.filter(|(_, krate)| !program.krates[*krate].stub);
    own.flat_map(|(id, krate)| found(linked.body(id)).into_iter().map(move |name| (krate, name))).collect()
}

/// The fields that a body writes: by their names, or with the whole value in which they lie.
fn written(program: &Program, body: &Body) -> Vec<Name> {
    let mut names = Vec::new();
    let of_local = |operand: &Operand| operand.place().and_then(Place::as_local).map(|local| &body.locals[local].ty);
    for statement in body.blocks.iter().flat_map(|block| &block.statements) {
        let StatementKind::Assign(place, rvalue) = &statement.kind else { continue };
        match (place.projections.last(), rvalue) {
            (Some(Projection::Field(name)), _) => names.push(name.clone()),
            (Some(_), Rvalue::Use(operand)) => names.extend(of_local(operand).into_iter().flat_map(|ty| fields_of(program, ty))),
            (Some(_), Rvalue::Adt { fields, .. }) => names.extend(fields.iter().map(|(name, _)| name.clone())),
            _ => {}
        }
        if let Rvalue::Ref { mutable: true, place } = rvalue
            && let Some(Projection::Field(name)) = place.projections.last()
        {
            names.push(name.clone());
        }
    }
    for block in &body.blocks {
        let TerminatorKind::Call { callee, args, dest, .. } = &block.terminator.kind else { continue };
        if let Some(Projection::Field(name)) = dest.projections.last() {
            names.push(name.clone());
        }
        // A library puts another value in its place: `mem::take`.
        let own = matches!(callee, Callee::Fn(func, _) if !program.krates[program.fns[*func].krate].stub);
        let lent = args.iter().filter_map(of_local).filter(|ty| !own && matches!(ty, Ty::Ref(true, _)));
        names.extend(lent.flat_map(|ty| fields_of(program, ty)));
    }
    names
}

/// The fields of the type that a value or reference comes down to, where it is the program's own.
fn fields_of(program: &Program, ty: &Ty) -> Vec<Name> {
    let own = head(ty).map(|def| &program.adts[def]).filter(|adt| !program.krates[adt.krate].stub);
    own.into_iter().flat_map(|adt| &adt.variants).flat_map(|shape| shape.fields.keys().cloned()).collect()
}

/// The fields of which a body does more than look at them: it refers to them, and gives the reference to what does not only poll.
fn used(program: &Program, body: &Body) -> Vec<Name> {
    let mut refs: Vec<(Local, &Name)> = Vec::new();
    for statement in body.blocks.iter().flat_map(|block| &block.statements) {
        if let StatementKind::Assign(place, Rvalue::Ref { place: target, .. }) = &statement.kind
            && let Some(Projection::Field(name)) = target.projections.last()
            && let Some(local) = place.as_local()
        {
            refs.push((local, name));
        }
    }
    let looks = |kind: &TerminatorKind, local: Local| match kind {
        TerminatorKind::Call { callee: Callee::Fn(func, _), args, .. } => {
            let clauses = &program.fns[*func].contract.clauses;
            let polls = !clauses.is_empty() && clauses.iter().all(|clause| matches!(clause, Clause::Polls(_)));
            polls || !args.iter().any(|arg| arg.place().and_then(Place::as_local) == Some(local))
        }
        TerminatorKind::Call { args, .. } => !args.iter().any(|arg| arg.place().and_then(Place::as_local) == Some(local)),
        _ => true,
    };
    let passed_on = |local: Local| {
        body.blocks.iter().flat_map(|block| &block.statements).any(|statement| match &statement.kind {
            StatementKind::Assign(_, rvalue) => {
                let given = rvalue.operands().into_iter().filter_map(Operand::place).any(|place| place.as_local() == Some(local));
                given || matches!(rvalue, Rvalue::Ref { place, .. } if place.base == Base::Local(local))
            }
            _ => false,
        })
    };
    let used =
        refs.into_iter().filter(|(local, _)| passed_on(*local) || !body.blocks.iter().all(|block| looks(&block.terminator.kind, *local)));
    used.map(|(_, name)| name.clone()).collect()
}
