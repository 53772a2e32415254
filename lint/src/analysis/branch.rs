//! Branches: what is decided by what is known, and both sides of what is not.

use std::rc::Rc;

use super::machine::Machine;
use super::state::{Fork, State};
use super::trace::{Cond, EventKind};
use super::value::{Adt, Loc, Origin, Seen, Sym, Val};
use crate::ir::{AdtId, AdtKind, Operand, Test, Ty, VariantRef, Why};

impl Machine<'_> {
    /// The two sides of a test, each with the state in which it is taken.
    pub fn test(&mut self, st: State, test: &Test) -> (Option<State>, Option<State>) {
        let mut st = st;
        match test {
            Test::True(operand @ Operand::Const(_)) => {
                let value = self.operand(&mut st, operand);
                self.split_bool(st, &value)
            }
            Test::True(operand) => {
                let loc = operand.place().and_then(|place| self.locate_place(&mut st, place));
                let value = loc.as_ref().and_then(|loc| st.read(loc)).cloned().unwrap_or(Val::Unknown(Why::Data));
                let sides = self.split_bool(st, &value);
                match (value, loc) {
                    // A variable that nothing is known of is the same at its next test.
                    (Val::Unknown(_), Some(loc)) if loc.is_variable() => remember(sides, &loc),
                    _ => sides,
                }
            }
            Test::Variant(place, VariantRef::Resolved(def, variant)) => {
                let Some(loc) = self.locate_place(&mut st, place) else { return both(st, Fork::Data) };
                self.split_variant(st, &loc, Some(*def), *variant)
            }
            Test::Try(place) => {
                let Some(loc) = self.locate_place(&mut st, place) else { return both(st, Fork::Error) };
                match self.output_variant(&st, &loc) {
                    Some(variant) => self.split_variant(st, &loc, None, variant),
                    None => both(st, Fork::Error),
                }
            }
            Test::Equals(place, value) => {
                let Some(loc) = self.locate_place(&mut st, place) else { return both(st, Fork::Data) };
                let a = st.read(&loc).cloned().unwrap_or(Val::Unknown(Why::Data));
                let a = match &a {
                    Val::Ref(target) => st.read(target).cloned().unwrap_or(a),
                    _ => a,
                };
                let b = self.constant(&mut st, value);
                if let (Val::Bool(_) | Val::Sym(_), Val::Bool(wanted)) = (&a, &b) {
                    let (yes, no) = self.split_bool(st, &a);
                    return if *wanted { (yes, no) } else { (no, yes) };
                }
                let equal = self.binary(crate::ir::BinaryOp::Eq, &a, &b);
                let (yes, no) = self.split_bool(st, &equal);
                let yes = yes.map(|mut st| {
                    if let Val::Sym(sym) = &a {
                        st.learn(sym.id, b.clone());
                    }
                    st
                });
                (yes, no)
            }
            Test::Length { place, len, or_more } => {
                let Some(loc) = self.locate_place(&mut st, place) else { return both(st, Fork::Data) };
                self.look_inside(&mut st, &loc, None);
                match st.read(&loc) {
                    Some(Val::Bag(bag)) if bag.more.is_none() => {
                        let count = bag.items.len() as u32;
                        let holds = count == *len || (*or_more && count > *len);
                        if holds { (Some(st), None) } else { (None, Some(st)) }
                    }
                    _ => both(st, Fork::Data),
                }
            }
            Test::Variant(..) | Test::Opaque(_) | Test::Cfg(_) => both(st, Fork::Data),
        }
    }

    pub(super) fn split_bool(&mut self, mut st: State, value: &Val) -> (Option<State>, Option<State>) {
        match st.settle(value).clone() {
            Val::Bool(true) => (Some(st), None),
            Val::Bool(false) => (None, Some(st)),
            Val::Sym(sym) => {
                st.forks += 1;
                (self.side(st.clone(), &sym, true), self.side(st, &sym, false))
            }
            _ => both(st, Fork::Unseen),
        }
    }

    /// One side of a test of a symbolic truth value, with what that says of what it was made from: `!flag` says what `flag` is, and
    /// `mode == Mode::Idle` which variant `mode` is.
    fn side(&mut self, mut st: State, sym: &Sym, side: bool) -> Option<State> {
        let (mut sym, mut side) = (sym.clone(), side);
        st.learn(sym.id, Val::Bool(side));
        while let Some((about, seen)) = self.tests.get(&sym.id).cloned() {
            let is = match seen {
                Seen::Bool(is) => is,
                Seen::Variant(variant) => {
                    let (yes, no) = match st.settle(&Val::Sym(about.clone())) {
                        Val::Adt(adt) if adt.variant == variant => (Some(st), None),
                        Val::Adt(_) => (None, Some(st)),
                        _ => self.split_kinds(st, &about, None, variant),
                    };
                    return if side { yes } else { no };
                }
            };
            (sym, side) = (about, is == side);
            st.learn(sym.id, Val::Bool(side));
        }
        self.decided(&mut st, &sym, Seen::Bool(side));
        Some(st)
    }

    pub(super) fn split_variant(
        &mut self,
        st: State,
        loc: &Loc,
        def: Option<crate::ir::AdtId>,
        variant: u32,
    ) -> (Option<State>, Option<State>) {
        let loc = st.through(loc);
        match st.read(&loc).cloned() {
            Some(Val::Adt(adt)) if def.is_none() || adt.def.is_none() || adt.def == def => {
                if adt.variant == variant || def.is_some_and(|def| self.program.adts[def].variants.len() == 1) {
                    (Some(st), None)
                } else {
                    (None, Some(st))
                }
            }
            Some(Val::Sym(sym)) => self.split_kinds(st, &sym, Some(&loc), variant),
            // That a call out of view has failed shows all the same.
            _ if def.is_none() || def == self.lang.result => both(st, Fork::Data),
            _ => both(st, Fork::Unseen),
        }
    }

    /// The two sides of the question whether a symbolic value, which may lie at a location, is of a variant.
    fn split_kinds(&mut self, mut st: State, sym: &Sym, loc: Option<&Loc>, variant: u32) -> (Option<State>, Option<State>) {
        let def = match &*sym.ty {
            Ty::Adt(def, _) => *def,
            _ => return both(st, Fork::Data),
        };
        if self.program.adts[def].variants.len() <= 1 {
            return (Some(st), None);
        }
        st.forks += 1;
        let mut yes = st.clone();
        self.learn_variant(&mut yes, sym, loc, variant);
        let mut no = st;
        if self.program.adts[def].variants.len() == 2 {
            self.learn_variant(&mut no, sym, loc, 1 - variant.min(1));
        } else {
            no.last_fork = self.fork_of(sym, None);
        }
        (Some(yes), Some(no))
    }

    /// A symbolic value was decided to be of a variant.
    fn learn_variant(&mut self, st: &mut State, sym: &Sym, loc: Option<&Loc>, variant: u32) {
        if let (Some(_), Some(loc)) = (self.expand(st, sym, Some(variant)), loc) {
            self.look_inside(st, loc, Some(variant));
        }
        self.decided(st, sym, Seen::Variant(variant));
    }

    /// Whether two values are the same variant of an enum, where that is all there is to them.
    pub(super) fn same_variant(&self, a: &Adt, b: &Adt) -> Option<bool> {
        let plain = a.variant != b.variant || (a.fields.is_empty() && b.fields.is_empty() && a.handle.is_none() && b.handle.is_none());
        let known = a.def.is_some_and(|def| self.program.adts[def].kind == AdtKind::Enum) && a.def == b.def;
        (plain && known).then_some(a.variant == b.variant)
    }

    /// Whether a value is a variant with nothing in it of the enum that a symbolic one is of.
    pub(super) fn is_bare_variant(&self, one: &Adt, about: &Sym) -> bool {
        let bare = one.fields.is_empty() && one.handle.is_none();
        let kind = |def: AdtId| matches!(&*about.ty, Ty::Adt(of, _) if *of == def) && self.program.adts[def].kind == AdtKind::Enum;
        bare && one.def.is_some_and(kind)
    }

    /// Notes what a symbolic value was decided to be, where that is another actor's doing.
    pub(super) fn decided(&mut self, st: &mut State, sym: &Sym, now: Seen) {
        st.last_fork = self.fork_of(sym, Some(now));
        let at = self.here(st);
        if st.last_fork == Fork::Error {
            self.event(st, EventKind::Failed, at);
        }
        match &sym.origin {
            Origin::Message(chan) => {
                if let Seen::Variant(variant) = now {
                    self.event(st, EventKind::Passed(Cond::Msg(*chan, Some(variant))), at);
                }
            }
            Origin::Volatile(loc, before) if *before != now => {
                self.event(st, EventKind::Passed(Cond::Becomes(Rc::clone(loc), now)), at);
            }
            _ => {}
        }
    }

    /// Whether a value is an `Err`.
    pub(super) fn is_err(&self, st: &State, value: &Val) -> bool {
        matches!(st.settle(value), Val::Adt(adt) if adt.def.is_some() && adt.def == self.lang.result && adt.variant == 1)
    }

    /// A library's function gives a worker back an error without a word of what it hangs on: the error is what decides where that goes on.
    pub(super) fn note_failure(&mut self, st: &mut State, value: &Val) {
        if st.base > 0
            && self.is_err(st, value)
            && matches!(st.last_fork, Fork::Data | Fork::Unseen)
            && st.frame().is_some_and(|frame| frame.stub)
        {
            st.last_fork = Fork::Error;
            let at = self.here(st);
            self.event(st, EventKind::Failed, at);
        }
    }

    pub(super) fn fork_of(&self, sym: &Sym, now: Option<Seen>) -> Fork {
        match &sym.origin {
            Origin::Message(_) | Origin::Part(_) | Origin::Content | Origin::Volatile(..) => Fork::Others,
            Origin::Compared => Fork::Counted,
            _ => match (&*sym.ty, now) {
                (Ty::Adt(def, _), Some(Seen::Variant(1))) if Some(*def) == self.lang.result => Fork::Error,
                _ => Fork::Data,
            },
        }
    }
}

/// The sides of a test of a variable, each with what it was.
fn remember((yes, no): (Option<State>, Option<State>), loc: &Loc) -> (Option<State>, Option<State>) {
    let put = |side: Option<State>, value: bool| {
        side.map(|mut st| {
            if let Some(slot) = st.read_mut(loc) {
                *slot = Val::Bool(value);
            }
            st
        })
    };
    (put(yes, true), put(no, false))
}

/// Both sides, with nothing learnt.
pub(super) fn both(mut st: State, fork: Fork) -> (Option<State>, Option<State>) {
    st.forks += 1;
    st.last_fork = fork;
    (Some(st.clone()), Some(st))
}
