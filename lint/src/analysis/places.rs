//! Places: where they lie, what is read from them, moved out of them and written to them.

use std::rc::Rc;

use super::exec::owns;
use super::machine::{Machine, WEAK, head};
use super::object::ObjKind;
use super::state::State;
use super::trace::EventKind;
use super::value::{Loc, LocStep, Root, Seen, Val};
use crate::base::{FileSpan, Name};
use crate::ir::{Base, Local, Operand, Place, Projection, Ty, VariantRef, Why};

impl Machine<'_> {
    /// Puts a value into a place.
    pub fn write(&mut self, st: &mut State, place: &Place, value: Val) {
        let Some(loc) = self.locate_place(st, place) else {
            st.escape(&value);
            return;
        };
        self.write_loc(st, &loc, value);
    }

    /// Puts a value into a location, and says so where others can see it.
    pub fn write_loc(&mut self, st: &mut State, loc: &Loc, value: Val) {
        if st.is_shared(loc) {
            self.overwritten(st, loc, &value);
            let seen = match &value {
                Val::Bool(value) => Some(Some(Seen::Bool(*value))),
                Val::Adt(adt) if adt.def.is_some() => Some(Some(Seen::Variant(adt.variant))),
                Val::Sym(_) | Val::Int(_) | Val::Unknown(_) => Some(None),
                _ => None,
            };
            if let Some(seen) = seen {
                let at = self.here(st);
                self.event(st, EventKind::Wrote(Rc::new(loc.clone()), seen), at);
            }
            self.hand_over(st, loc, &value);
        }
        self.put_away(st, loc, &value);
        let found = st.is_shared(loc).then(|| value.clone());
        if let Some(slot) = st.read_mut(loc) {
            *slot = value;
        } else {
            st.escape(&value);
        }
        if let Some(found) = found {
            self.come_upon(st, loc, &found);
        }
    }

    /// A value comes to lie in memory that others reach: those in view, and where the memory came from outside, those out of view too.
    pub(super) fn hand_over(&mut self, st: &mut State, loc: &Loc, value: &Val) {
        st.share(value);
        if matches!(loc.root, Root::Cell(cell) if st.obj(cell).is_some_and(|obj| obj.escaped)) {
            st.escape(value);
        }
        if let Root::Cell(cell) = loc.root {
            self.lays_down(st, cell, value);
        }
    }

    /// Notes that a value is put where nothing drops it, if it stays there: into a static, or into memory that it keeps alive itself.
    pub(super) fn put_away(&mut self, st: &mut State, loc: &Loc, value: &Val) {
        let Root::Cell(cell) = loc.root else { return };
        let Some(ObjKind::Cell(memory)) = st.obj(cell).map(|obj| &obj.kind) else { return };
        let mut objs = Vec::new();
        if memory.forever {
            value.handles(&mut |obj, _| objs.push(obj));
        } else if st.reaches(value, cell, &|adt| adt.variant != WEAK).is_some() {
            objs.push(cell);
        }
        let at = self.here(st);
        for obj in objs {
            self.event(st, EventKind::Leaked(obj), at);
        }
    }

    /// Where a place lies. `None`: something on the way is not known.
    pub fn locate_place(&mut self, st: &mut State, place: &Place) -> Option<Loc> {
        let mut loc = match &place.base {
            Base::Local(local) => Loc::local(st.frames.len().checked_sub(1)?, *local),
            Base::Static(id) => Loc::cell(self.static_cell(st, *id)),
            Base::Path(_) => return None,
        };
        for projection in &place.projections {
            loc = self.project(st, &loc, projection)?;
        }
        Some(loc)
    }

    /// One step from a location.
    pub fn project(&mut self, st: &mut State, loc: &Loc, projection: &Projection) -> Option<Loc> {
        match projection {
            Projection::Deref => self.deref(st, loc),
            Projection::Field(name) => {
                // A field of what a reference refers to: where the linker could not say so.
                let loc = st.through(loc);
                self.look_inside(st, &loc, None);
                match st.read(&loc)? {
                    Val::Adt(adt) if adt.def.is_some_and(|def| self.lang.shared.contains(&def)) => Some(Loc::cell(adt.handle?)),
                    Val::Adt(_) => Some(loc.field(name)),
                    _ => None,
                }
            }
            Projection::Downcast(VariantRef::Resolved(_, variant)) => {
                self.look_inside(st, loc, Some(*variant));
                Some(loc.clone())
            }
            Projection::Downcast(_) => Some(loc.clone()),
            Projection::Output => {
                self.look_inside(st, loc, Some(self.output_variant(st, loc)?));
                Some(loc.field(&Name::index(0)))
            }
            Projection::Index(at) => {
                // What is not known to be another is the first: one of many that are alike.
                let known = index_of(st, *at).filter(|at| matches!(st.read(loc), Some(Val::Bag(bag)) if *at < bag.items.len()));
                self.element(st, loc, known.unwrap_or(0))
            }
            Projection::Element { offset, from_end } => {
                self.look_inside(st, loc, None);
                match st.read(loc)? {
                    Val::Bag(bag) => {
                        let len = bag.items.len();
                        let at = if *from_end { len.checked_sub(*offset as usize)? } else { *offset as usize };
                        self.element(st, loc, at)
                    }
                    _ => None,
                }
            }
            Projection::Subslice => None,
        }
    }

    /// The element at `at`, made up where a collection may have more than is known.
    pub(super) fn element(&mut self, st: &mut State, loc: &Loc, at: usize) -> Option<Loc> {
        self.look_inside(st, loc, None);
        let Some(Val::Bag(bag)) = st.read(loc) else { return None };
        if at >= bag.items.len() {
            let ty = bag.more.clone()?;
            let element = self.data(&ty);
            let mut bag = (**bag).clone();
            bag.items.push((Val::Uninit, element));
            let last = bag.items.len() - 1;
            *st.read_mut(loc)? = Val::Bag(Rc::new(bag));
            return Some(loc.then(LocStep::Item(last)));
        }
        Some(loc.then(LocStep::Item(at)))
    }

    /// What a reference, raw pointer or box at a location leads to.
    pub fn deref(&mut self, st: &mut State, loc: &Loc) -> Option<Loc> {
        self.look_inside(st, loc, None);
        match st.read(loc)? {
            Val::Ref(target) => Some((**target).clone()),
            Val::Adt(adt) if adt.def == self.lang.boxed => Some(loc.field(&Name::new("value"))),
            Val::Adt(adt) if adt.def.is_some_and(|def| self.lang.shared.contains(&def)) => Some(Loc::cell(adt.handle?)),
            // A borrow that the linker made explicit and the value has not: what was handed over is the thing itself.
            Val::Adt(_) | Val::Bag(_) | Val::Code(_) => Some(loc.clone()),
            _ => None,
        }
    }

    /// Replaces a symbolic value at a location by its expansion.
    pub fn look_inside(&mut self, st: &mut State, loc: &Loc, variant: Option<u32>) {
        if let Some(Val::Sym(sym)) = st.read(loc) {
            let sym = sym.clone();
            if let Some(value) = self.expand(st, &sym, variant)
                && let Some(slot) = st.read_mut(loc)
            {
                *slot = value;
            }
        }
    }

    /// The variant that a `?` goes on with: `Ok`, `Some`.
    pub(super) fn output_variant(&self, st: &State, loc: &Loc) -> Option<u32> {
        match self.ty_of(st, st.read(loc)?) {
            Ty::Adt(def, _) if Some(def) == self.lang.option => Some(1),
            _ => Some(0),
        }
    }

    /// The value of an operand; a move takes it away.
    pub fn operand(&mut self, st: &mut State, operand: &Operand) -> Val {
        match operand {
            Operand::Const(value) => self.constant(st, value),
            Operand::Copy(place) => match self.locate_place(st, place) {
                Some(loc) => self.volatile(st, &loc),
                None => Val::Unknown(Why::Data),
            },
            Operand::Move(place) => match self.locate_place(st, place) {
                Some(loc) => self.take(st, &loc),
                None => Val::Unknown(Why::Data),
            },
            Operand::Use(place) | Operand::Bind(place, _) => {
                let Some(loc) = self.locate_place(st, place) else { return Val::Unknown(Why::Data) };
                let value = st.read(&loc).cloned().unwrap_or(Val::Unknown(Why::Data));
                if owns(&value) {
                    // Not decided whether it moves: whoever gets it may keep it.
                    st.escape(&value);
                    // What owns something is not copied: generic code of a library, which borrows by `&` alone, is no holder any more.
                    if st.frame().is_some_and(|frame| frame.stub) {
                        return self.take(st, &loc);
                    }
                }
                value
            }
        }
    }

    /// A collection in memory that others reach is replaced, alone or with what it lies in.
    fn overwritten(&mut self, st: &mut State, loc: &Loc, value: &Val) {
        let at = self.here(st);
        match value {
            Val::Bag(bag) if bag.more.is_some() || !bag.items.is_empty() => self.event(st, EventKind::Filled(Rc::new(loc.clone())), at),
            Val::Bag(_) => self.event(st, EventKind::Emptied(Rc::new(loc.clone())), at),
            _ if st.read(loc).is_some_and(has_bag) => self.event(st, EventKind::Emptied(Rc::new(loc.clone())), at),
            _ => {}
        }
    }

    /// Moves a value out of a location.
    pub fn take(&mut self, st: &mut State, loc: &Loc) -> Val {
        if st.is_shared(loc) {
            if st.read(loc).is_some_and(has_bag) {
                let at = self.here(st);
                self.event(st, EventKind::Emptied(Rc::new(loc.clone())), at);
            }
            let mut objs = Vec::new();
            if let Some(value) = st.read(loc) {
                value.handles(&mut |obj, _| objs.push(obj));
            }
            let at = self.here(st);
            for obj in objs {
                self.event(st, EventKind::Removed(obj), at);
            }
        }
        match st.read_mut(loc) {
            Some(slot) => std::mem::replace(slot, Val::Uninit),
            None => Val::Unknown(Why::Data),
        }
    }

    /// Reads a copy; what other actors write may have changed.
    pub(super) fn volatile(&mut self, st: &mut State, loc: &Loc) -> Val {
        st.read(loc).cloned().unwrap_or(Val::Unknown(Why::Data))
    }

    /// One more of something in which handles lie: the same with one more handle of each.
    pub(super) fn again(&mut self, st: &mut State, of: Option<&Val>, ret: &Ty, at: FileSpan) -> Option<Val> {
        let Val::Ref(loc) = of? else { return None };
        let value = st.read(&st.through(loc)).cloned()?;
        if !matches!(&value, Val::Adt(adt) if adt.handle.is_none() && adt.def.is_some() && adt.def == head(ret)) {
            return None;
        }
        let mut objs = Vec::new();
        value.handles(&mut |obj, _| objs.push(obj));
        for obj in objs {
            self.event(st, EventKind::Cloned(obj), at);
        }
        Some(value)
    }
}

/// Whether a value is a collection, or holds one.
fn has_bag(value: &Val) -> bool {
    match value {
        Val::Bag(_) => true,
        Val::Adt(adt) => adt.fields.iter().any(|(_, field)| has_bag(field)),
        _ => false,
    }
}

/// Which element of a collection an index says, where it is known.
fn index_of(st: &State, at: Option<Local>) -> Option<usize> {
    match st.settle(st.frame()?.locals.get(at?)?) {
        Val::Int(at) => usize::try_from(*at).ok(),
        _ => None,
    }
}
