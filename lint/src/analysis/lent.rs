//! What is lent to code out of view: plain data there is not known afterwards.
//!
//! ```ignore
//! while let Some(message) = inbox.recv().await {
//!     message.handle(&mut actor, &mut context).await; // somebody's implementation: it may set the status
//!     if context.status == Status::Stopping { break } // then it was the message that said so
//! }
//! ```

use std::rc::Rc;

use super::exec::owns;
use super::machine::Machine;
use super::state::State;
use super::trace::EventKind;
use super::value::{Adt, Bag, CodeKind, Loc, Origin, Val};
use crate::base::{Idx, Name};
use crate::ir::{AdtId, AdtKind, Local, Operand, Place, RETURN, Ty, TypeRole, Why};

impl Machine<'_> {
    /// Which arguments let the callee write to what they refer to.
    pub(super) fn lent(&self, st: &State, args: &[Operand]) -> Vec<bool> {
        let Some(frame) = st.frame() else { return Vec::new() };
        let body = self.linked.body(frame.body);
        let lends = |arg: &Operand| {
            let local = arg.place().and_then(Place::as_local);
            local.is_some_and(|local| matches!(body.locals[local].ty, Ty::Ref(true, _) | Ty::Ptr(_) | Ty::Unknown(_)))
        };
        args.iter().map(lends).collect()
    }

    /// Code out of view gets these arguments, and may write to what the lent ones refer to.
    pub(super) fn overwrite_lent(&mut self, st: &mut State, args: &[Val], lent: &[bool]) {
        let handles = args.iter().any(|arg| is_message(st, arg));
        self.overwrite_each(st, args, lent, handles);
    }

    /// The same, where it is known whether that is by what a message says: one that code `handles`, or that is the code.
    pub(super) fn overwrite_each(&mut self, st: &mut State, args: &[Val], lent: &[bool], handles: bool) {
        for (arg, _) in args.iter().zip(lent).filter(|(_, lent)| **lent) {
            self.overwrite(st, arg, handles);
            if let Val::Ref(loc) = arg {
                self.written_out_of_view(st, loc);
            }
        }
    }

    /// Code out of view gets this, and with it perhaps the way to memory that others reach: the guard of a lock, an iterator.
    pub(super) fn ways_lent(&mut self, st: &mut State, arg: &Val) {
        let given = match arg {
            Val::Ref(loc) => st.read(loc).cloned(),
            other => Some(other.clone()),
        };
        let Some(given @ (Val::Adt(_) | Val::Code(_))) = given else { return };
        let mut ways = Vec::new();
        given.refs(&mut |loc| ways.push(loc.clone()));
        for loc in &ways {
            self.written_out_of_view(st, loc);
        }
    }

    /// Whoever waits for a change of what lies there, or for the drop of it, may be woken by code out of view.
    fn written_out_of_view(&mut self, st: &mut State, loc: &Loc) {
        let loc = st.through(loc);
        if st.is_shared(&loc) {
            let at = self.here(st);
            self.event(st, EventKind::Wrote(Rc::new(loc), None), at);
        }
    }

    /// What code out of view may write to is not known any more, as far as it is plain data. Where that code `handles` a message, it is what
    /// the message says.
    pub(super) fn overwrite(&mut self, st: &mut State, arg: &Val, handles: bool) {
        let Val::Ref(loc) = arg else { return };
        if let Some(mut value) = st.read(loc).cloned() {
            self.forget(st, &mut value, handles);
            self.take_named(st, &mut value, false);
            if let Some(slot) = st.read_mut(loc) {
                *slot = value;
            }
        }
    }

    /// A method out of view is called on what lies there: the ends in an `Option` that it can name may be gone then.
    pub(super) fn taken_out_of(&mut self, st: &mut State, loc: &Loc) {
        self.take_named_at(st, &st.through(loc), false);
    }

    /// A call that is not run may act on what it is given, and on what the code has captured that it is given: the ends in an `Option` or a
    /// collection there may be gone then.
    pub(super) fn taken_in_call(&mut self, st: &mut State, arg: &Val) {
        let mut ways = Vec::new();
        arg.refs(&mut |loc| ways.push(loc.clone()));
        if let Val::Ref(loc) = arg
            && let Some(Val::Code(code)) = st.read(loc)
        {
            code.env.iter().for_each(|value| value.refs(&mut |loc| ways.push(loc.clone())));
        }
        for loc in ways {
            let loc = st.through(&loc);
            if let Some(value) = st.read(&loc).cloned() {
                st.escape(&value);
            }
            self.take_named_at(st, &loc, true);
        }
    }

    fn take_named_at(&mut self, st: &mut State, loc: &Loc, own: bool) {
        let Some(mut value) = st.read(loc).cloned() else { return };
        self.take_named(st, &mut value, own);
        if let Some(slot) = st.read_mut(loc) {
            *slot = value;
        }
    }

    /// What other code may have taken out of a value: what is in an `Option` that it can name, and of the program's `own` in any and in collections.
    fn take_named(&mut self, st: &State, value: &mut Val, own: bool) {
        match value {
            Val::Adt(_) if is_filled(value, self.lang.option) => *value = self.sym(&self.ty_of(st, value), Origin::Input),
            Val::Adt(adt) if adt.handle.is_none() => {
                let shape = adt.def.and_then(|def| self.program.adts[def].variants.get(adt.variant as usize));
                if shape.is_none() && !own {
                    return;
                }
                let named = |name: &Name| own || shape.is_some_and(|shape| shape.open.contains(name));
                for (_, field) in Rc::make_mut(adt).fields.iter_mut().filter(|(name, _)| named(name)) {
                    self.take_named(st, field, own);
                }
            }
            Val::Bag(bag) if own && bag.items.iter().any(|(_, item)| owns(item)) => {
                *bag = Rc::new(Bag { items: Vec::new(), more: Some(Rc::new(Ty::Unknown(Why::Cut))), from: bag.from });
            }
            _ => {}
        }
    }

    /// Code that is given to code out of view, which runs it and gets what it makes: where that has ends in it, they may be those that it
    /// borrows.
    pub(super) fn escape_made(&mut self, st: &mut State, arg: &Val) {
        let Val::Code(code) = arg else { return };
        let CodeKind::Closure(body) = code.what else { return };
        let body = self.linked.body(body);
        if self.has_end(&body.locals[Local::new(RETURN as usize)].ty) {
            let mut ways = Vec::new();
            arg.refs(&mut |loc| ways.push(loc.clone()));
            for loc in &ways {
                let loc = st.through(loc);
                if let Some(value) = st.read(&loc).cloned() {
                    st.escape(&value);
                }
            }
        }
    }

    /// Whether values of a type are ends, or have them as a part.
    fn has_end(&self, ty: &Ty) -> bool {
        match ty {
            Ty::Adt(def, args) => matches!(self.role(*def), Some(TypeRole::End { .. })) || args.iter().any(|arg| self.has_end(arg)),
            Ty::Tuple(parts) => parts.iter().any(|part| self.has_end(part)),
            _ => false,
        }
    }

    /// Nothing is known any more of the plain data in a value.
    fn forget(&mut self, st: &State, value: &mut Val, handles: bool) {
        match value {
            Val::Bool(_) if handles => *value = self.sym(&self.ty_of(st, value), Origin::Content),
            Val::Int(_) | Val::Bool(_) => *value = Val::Unknown(Why::NoBody),
            Val::Adt(adt) if self.is_plain_enum(adt) => {
                *value = self.sym(&self.ty_of(st, value), if handles { Origin::Content } else { Origin::Data });
            }
            Val::Adt(adt) if adt.handle.is_none() => {
                Rc::make_mut(adt).fields.iter_mut().for_each(|(_, field)| self.forget(st, field, handles));
            }
            Val::Bag(bag) => Rc::make_mut(bag).items.iter_mut().for_each(|(_, item)| self.forget(st, item, handles)),
            _ => {}
        }
    }

    /// Whether a value is a variant of the program's own that owns nothing.
    fn is_plain_enum(&self, adt: &Rc<Adt>) -> bool {
        let of = adt.def.map(|def| &self.program.adts[def]);
        of.is_some_and(|def| def.kind == AdtKind::Enum && !self.program.krates[def.krate].stub) && !owns(&Val::Adt(Rc::clone(adt)))
    }
}

/// Whether a value is a `Some` with something in it that is owned.
fn is_filled(value: &Val, option: Option<AdtId>) -> bool {
    matches!(value, Val::Adt(adt) if adt.def.is_some() && adt.def == option && adt.variant == 1) && owns(value)
}

/// Whether a value, or what it refers to, is a message.
fn is_message(st: &State, value: &Val) -> bool {
    let value = match st.settle(value) {
        Val::Ref(loc) => st.read(loc).unwrap_or(value),
        other => other,
    };
    match value {
        Val::Sym(sym) => matches!(sym.origin, Origin::Message(_) | Origin::Part(_)),
        // A box, a struct around it.
        Val::Adt(adt) => {
            adt.handle.is_none()
                && adt.fields.iter().any(|(_, field)| matches!(st.settle(field), Val::Sym(sym) if matches!(sym.origin, Origin::Message(_))))
        }
        _ => false,
    }
}
