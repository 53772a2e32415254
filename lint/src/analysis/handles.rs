//! Which handle a value is, or leads to.

use std::rc::Rc;

use super::machine::Machine;
use super::state::State;
use super::value::{Adt, Loc, ObjId, Val};
use crate::ir::{AdtId, Subject};

/// A handle is looked for in so many wrappers: a type that holds itself would be looked into for ever.
const WRAPPERS: usize = 24;

impl Machine<'_> {
    /// The object that a value is a handle of, through references, boxes, pins and shared pointers.
    pub fn handle_of(&mut self, st: &mut State, value: &Val) -> Option<(ObjId, Rc<Adt>)> {
        let mut value = st.settle(value).clone();
        for _ in 0..WRAPPERS {
            value = match value {
                Val::Ref(loc) => return self.handle_within(st, &loc, WRAPPERS),
                Val::Adt(adt) if adt.handle.is_some() => return Some((adt.handle?, adt)),
                Val::Adt(adt) if adt.fields.len() == 1 => st.settle(&adt.fields[0].1).clone(),
                Val::Sym(sym) => self.expand(st, &sym, None)?,
                _ => return None,
            };
        }
        None
    }

    fn handle_within(&mut self, st: &mut State, loc: &Loc, left: usize) -> Option<(ObjId, Rc<Adt>)> {
        let left = left.checked_sub(1)?;
        self.look_inside(st, loc, None);
        match st.read(loc)?.clone() {
            Val::Ref(next) => self.handle_within(st, &next, left),
            Val::Adt(adt) if adt.def.is_some_and(|def| self.lang.shared.contains(&def)) => {
                let cell = Loc::cell(adt.handle?);
                self.handle_within(st, &cell, left).or(Some((adt.handle?, adt)))
            }
            Val::Adt(adt) if adt.handle.is_some() => Some((adt.handle?, adt)),
            Val::Adt(adt) if adt.fields.len() == 1 => self.handle_within(st, &loc.field(&adt.fields[0].0), left),
            _ => None,
        }
    }

    /// The handle's object and type.
    pub fn handle(&mut self, st: &mut State, value: &Val) -> Option<(ObjId, Option<AdtId>)> {
        self.handle_of(st, value).map(|(obj, adt)| (obj, adt.def))
    }

    /// The object that a clause speaks of.
    pub fn subject(&mut self, st: &mut State, subject: &Subject, args: &[Val]) -> Option<(ObjId, Rc<Adt>)> {
        let value = self.given(st, subject, args)?;
        self.handle_of(st, &value)
    }

    /// What a call is given there, or the way to it.
    pub(super) fn given(&mut self, st: &mut State, subject: &Subject, args: &[Val]) -> Option<Val> {
        let mut value = args.get(subject.param)?.clone();
        for name in &subject.fields {
            value = match value {
                Val::Ref(loc) => {
                    let loc = st.through(&loc);
                    self.look_inside(st, &loc, None);
                    Val::Ref(Rc::new(loc.field(name)))
                }
                Val::Adt(adt) => adt.fields.iter().find(|(field, _)| field == name)?.1.clone(),
                _ => return None,
            };
        }
        Some(value)
    }
}
