//! Calls that are not run: what their callee's summary says is all that they come to.

use std::rc::Rc;
use std::sync::Arc;

use super::exec::owns;
use super::frame::Frame;
use super::machine::{DEPTH, Flow, Machine, Outcomes, head};
use super::state::{PARTS, State, look};
use super::summary::{Case, Effect, Given, Key, Latent, Summary};
use super::trace::EventKind;
use super::value::{CodeKind, ObjId, Origin, Sym, Val};
use crate::base::IndexVec;
use crate::ir::{AdtId, AdtKind, FnId, Ty, Why};
use crate::link::table::is_integer;

/// A function that reads only is not run on known data either if it and what it calls have more blocks than this.
const LARGE: u32 = 100;
/// One that has so few is run on numbers and texts that are known, for it may hand them on.
const SMALL: u32 = 12;
/// One that has so few is run whatever it is given.
const GETTER: u32 = 2;

impl Machine<'_> {
    /// The summary of a call with these arguments.
    pub(super) fn summary(&self, st: &State, func: FnId, args: &[Val]) -> Arc<Summary> {
        let given = args.iter().enumerate().filter_map(|(param, arg)| Some((param, code_of(st, arg)?)));
        self.index.summaries.get(self.linked, &Key::new(self.linked, func, given))
    }

    /// Whether the summary of a function says all that a call of it does: it touches no handle of another and tells nothing that is known.
    /// What it returns must be data beside.
    pub(super) fn is_summed_up(&self, st: &State, func: FnId, args: &[Val], summary: &Summary) -> bool {
        let stub = self.is_stub(func);
        // What is made of nothing is known: `bool::default()`.
        if self.program.fns[func].body.is_none() || args.is_empty() || !summary.effect.quiet {
            return false;
        }
        // What a getter says is what others will find there; what a library puts around anything at all is what is taken out again.
        let wraps = || self.program.fns[func].params.iter().all(|ty| matches!(ty, Ty::Param(_)));
        if summary.size <= GETTER && (!stub || wraps()) {
            return false;
        }
        // Whether something failed decides what a worker comes to.
        if stub && st.base > 0 && args.iter().any(|arg| self.may_fail(st, arg)) {
            return false;
        }
        let told = |arg: &Val| matches!(st.settle(arg), Val::Int(_) | Val::Bool(_) | Val::Str(_)) || (!stub && self.has_kind(st, arg));
        let told = summary.size <= SMALL && args.iter().any(told);
        // What is made of one variant and of the same type, a clone above all, is this or that one.
        let ret = head(&self.program.fns[func].ret).filter(|&def| self.program.adts[def].kind == AdtKind::Enum);
        let told = told || args.first().is_some_and(|arg| ret.is_some() && variant_of(st, arg) == ret);
        (!told && args.iter().all(|arg| is_opaque(st, arg, stub))) || (!stub && summary.size > LARGE && summary.effect.is_harmless())
    }

    /// Whether a value, or what it refers to, is what another actor sent, or of a known variant: what it is asked may be what it says.
    fn has_kind(&self, st: &State, value: &Val) -> bool {
        let is_enum = |def: AdtId| self.program.adts[def].kind == AdtKind::Enum;
        said_on(st, value).is_some() || variant_of(st, value).is_some_and(is_enum)
    }

    /// Whether a value, or what it refers to, is a `Result` that may be an `Err`.
    fn may_fail(&self, st: &State, value: &Val) -> bool {
        matches!(behind(st, value), Some(Val::Sym(sym)) if head(&sym.ty).is_some() && head(&sym.ty) == self.lang.result)
    }

    /// What a derived `clone` makes of data: the same once more.
    pub(super) fn copied(&self, st: &State, func: FnId, args: &[Val]) -> Option<Val> {
        let def = &self.program.fns[func];
        let derived = def.span == def.name_span.span && def.name == "clone";
        match args {
            [Val::Ref(loc)] if derived => st.read(loc).cloned(),
            _ => None,
        }
    }

    /// Where what a library's function makes of these comes from: what is made of a message is what the message says, but for whether that
    /// goes well.
    pub(super) fn made_of(&self, st: &State, args: &[Val], ret: &Ty) -> Origin {
        let fails = head(ret).is_some_and(|def| Some(def) == self.lang.result);
        args.iter().find_map(|arg| said_on(st, arg)).filter(|_| !fails).map_or(Origin::Data, Origin::Part)
    }

    /// What a call comes to by its summary alone: one outcome, or one for each case in which it comes back, where they differ in what they have
    /// done to a handle.
    pub(super) fn sum_up(&mut self, st: State, func: FnId, args: Vec<Val>, ret: &Ty, summary: &Summary) -> Outcomes {
        let cases = summary.cases.as_deref().unwrap_or_default();
        let differs = |(param, arg): (usize, &Val)| {
            let harmless = |case: &Case| case.effect.fate(param).is_harmless();
            (owns(arg) || matches!(arg, Val::Ref(_))) && cases.iter().any(harmless) && !cases.iter().all(harmless)
        };
        if !args.iter().enumerate().any(differs) {
            return self.by_effect(st, func, args, ret, &summary.effect);
        }
        let mut out = Vec::new();
        for case in cases {
            let mut st = st.clone();
            st.forks += 1;
            for (mut st, flow) in self.by_effect(st, func, args.clone(), ret, &case.effect) {
                let flow = match flow {
                    Flow::Value(Val::Sym(sym)) if matches!(ret, Ty::Prim(_)) => {
                        st.learn(sym.id, Val::Bool(case.variant == 1));
                        Flow::Value(Val::Bool(case.variant == 1))
                    }
                    Flow::Value(Val::Sym(sym)) => Flow::Value(self.expand(&mut st, &sym, Some(case.variant)).unwrap_or(Val::Sym(sym))),
                    other => other,
                };
                out.push((st, flow));
            }
        }
        out
    }

    fn by_effect(&mut self, st: State, func: FnId, args: Vec<Val>, ret: &Ty, effect: &Effect) -> Outcomes {
        let mut st = st;
        let mut gone = Vec::new();
        let stub = self.is_stub(func);
        // A number that a library has from something is how much of it there is.
        let counts = args.len() == 1 && stub && matches!(ret, Ty::Prim(name) if is_integer(name));
        let origin = match if stub { self.made_of(&st, &args, ret) } else { Origin::Data } {
            Origin::Data if counts => Origin::Length,
            origin => origin,
        };
        for (param, arg) in args.into_iter().enumerate() {
            let fate = effect.fate(param);
            if fate.written {
                self.overwrite(&mut st, &arg, false);
            }
            if !fate.is_harmless() {
                st.escape(&arg);
                self.escape_borrowed(&mut st, &arg);
                if fate.acted {
                    self.taken_in_call(&mut st, &arg);
                }
            } else if owns(&arg) {
                gone.push(arg);
            }
        }
        let value = self.sym(ret, origin);
        self.drop_args(st, gone).into_iter().map(|st| (st, Flow::Value(value.clone()))).collect()
    }

    /// A call is not run, for it lies too deep, and would come to a wait first: whether anybody ends that is asked here, as it would be there.
    pub(super) fn judge_latent(&mut self, st: &mut State, summary: &Summary, args: &[Val]) {
        let Some(wait) = summary.wait.as_ref().filter(|_| st.base == 0 && st.frames.len() >= DEPTH) else { return };
        let Some(on) = self.given(st, &wait.on, args) else { return };
        let mut there = st.clone();
        for &(func, at) in &wait.through {
            let Some(body) = self.program.fns[func].body else { return };
            let from = self.here(&there);
            there.frames.push(Rc::new(Frame::new(body, Some(func), IndexVec::new(), Rc::default(), at)));
            self.event(&mut there, EventKind::Entered(func), from);
        }
        let def = &self.program.fns[wait.func];
        let position = Latent::of_primitive(self.linked, wait.func).map_or(0, |wait| wait.on.param);
        let mut given = vec![Val::Unknown(Why::Cut); def.params.len()];
        given[position] = on;
        let substs = vec![Ty::Unknown(Why::Cut); def.generics.len()];
        let ends = self.contract(there, wait.func, &substs, given);
        // What comes after a wait that nobody ends is not real.
        st.assumed = st.assumed.or_else(|| ends.iter().find_map(|(end, _)| end.assumed));
    }
}

/// The code that an argument is, itself or behind references.
fn code_of(st: &State, arg: &Val) -> Option<Given> {
    match behind(st, arg)? {
        Val::Code(code) => match code.what {
            CodeKind::Closure(body) | CodeKind::Block(body) => Some(Given::Body(body)),
            CodeKind::Fn(func, _) => Some(Given::Fn(func)),
            _ => None,
        },
        _ => None,
    }
}

/// The type of a value of which the variant is known, references looked through.
fn variant_of(st: &State, value: &Val) -> Option<AdtId> {
    if let Some(Val::Adt(adt)) = behind(st, value) { adt.def } else { None }
}

/// A value, or what it refers to.
fn behind<'s>(st: &'s State, value: &'s Val) -> Option<&'s Val> {
    match st.settle(value) {
        Val::Ref(loc) => st.read(loc).map(|value| st.settle(value)),
        value => Some(value),
    }
}

/// Whether nothing is known of a value that a call could tell: for a stub's function even a variant that is known tells something.
fn is_opaque(st: &State, value: &Val, stub: bool) -> bool {
    is_opaque_within(st, value, stub, &mut { PARTS })
}

fn is_opaque_within(st: &State, value: &Val, stub: bool, left: &mut usize) -> bool {
    if !look(left) {
        return false;
    }
    match st.settle(value) {
        Val::Str(_) => !stub,
        Val::Uninit | Val::Unknown(_) | Val::Int(_) | Val::Bool(_) => true,
        // What others write is looked at to wait for it: `while state.is_none()`. The number of a process is as good as a handle.
        Val::Sym(sym) => !sym.holds && !matches!(sym.origin, Origin::Volatile(..) | Origin::Process),
        Val::Ref(loc) => st.read(loc).is_none_or(|value| !matches!(value, Val::Ref(_)) && is_opaque_within(st, value, stub, left)),
        Val::Adt(adt) => !stub && adt.handle.is_none() && adt.fields.iter().all(|(_, field)| is_opaque_within(st, field, stub, left)),
        Val::Bag(bag) => bag.items.iter().all(|(_, item)| is_opaque_within(st, item, false, left)) && (!stub || bag.more.is_some()),
        Val::Code(_) => false,
    }
}

/// The channel through which a value came, or what it borrows: what it is asked may be what another actor says.
pub(super) fn said_on(st: &State, value: &Val) -> Option<ObjId> {
    let said = |sym: &Sym| match sym.origin {
        Origin::Message(chan) | Origin::Part(chan) => Some(chan),
        _ => None,
    };
    match behind(st, value)? {
        Val::Sym(sym) => said(sym),
        // A box or the like around it.
        Val::Adt(adt) if adt.handle.is_none() => match adt.fields.as_slice() {
            [(_, field)] => {
                if let Val::Sym(sym) = st.settle(field) {
                    said(sym)
                } else {
                    None
                }
            }
            _ => None,
        },
        Val::Bag(bag) => bag.from,
        _ => None,
    }
}

/// Whether a type has a reference in it.
pub(super) fn may_borrow(ty: &Ty) -> bool {
    match ty {
        Ty::Ref(_, inner) => !matches!(**inner, Ty::Prim(_)),
        Ty::Adt(_, substs) => substs.iter().any(may_borrow),
        Ty::Tuple(tys) => tys.iter().any(may_borrow),
        _ => false,
    }
}
