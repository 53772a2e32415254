//! Lenient equality and coercion.

use super::Infer;
use crate::ir::{TraitRef, Ty};

/// How deep two types are compared part by part after they failed as wholes.
const MAX_DEPTH: u32 = 12;

impl Infer<'_> {
    /// Makes two types equal as far as they can be; where they contradict each other, both stay.
    pub(super) fn equal(&mut self, a: &Ty, b: &Ty) {
        self.equal_at(a, b, 0);
    }

    fn equal_at(&mut self, a: &Ty, b: &Ty, depth: u32) {
        if depth > MAX_DEPTH || self.cx.table.unify(a, b) {
            return;
        }
        let (a, b) = (self.cx.table.shallow(a), self.cx.table.shallow(b));
        match (&a, &b) {
            (Ty::Adt(x, xs), Ty::Adt(y, ys)) if x == y => self.all_equal(xs, ys, depth),
            (Ty::FnDef(x, xs), Ty::FnDef(y, ys)) if x == y => self.all_equal(xs, ys, depth),
            (Ty::Tuple(xs), Ty::Tuple(ys)) if xs.len() == ys.len() => self.all_equal(xs, ys, depth),
            (Ty::Ref(_, x) | Ty::Ptr(x), Ty::Ref(_, y) | Ty::Ptr(y)) => self.equal_at(x, y, depth + 1),
            (Ty::Slice(x) | Ty::Array(x), Ty::Slice(y) | Ty::Array(y)) | (Ty::Future(x), Ty::Future(y)) => self.equal_at(x, y, depth + 1),
            (Ty::FnPtr(xs, x), Ty::FnPtr(ys, y)) if xs.len() == ys.len() => {
                self.all_equal(xs, ys, depth);
                self.equal_at(x, y, depth + 1);
            }
            (Ty::Dyn(xs), Ty::Dyn(ys)) | (Ty::Opaque(xs), Ty::Opaque(ys)) => {
                for x in xs {
                    for y in ys.iter().filter(|y| y.trait_ == x.trait_) {
                        self.all_equal(&x.substs, &y.substs, depth);
                        for (name, ty) in &x.bindings {
                            for (_, other) in y.bindings.iter().filter(|(other, _)| other == name) {
                                self.equal_at(ty, other, depth + 1);
                            }
                        }
                    }
                }
            }
            // `impl Future<Output = T>` against the future of an async function.
            (Ty::Future(output), Ty::Coroutine(_)) | (Ty::Coroutine(_), Ty::Future(output)) => {
                let coroutine = if matches!(a, Ty::Coroutine(_)) { &a } else { &b };
                if let Some(found) = self.cx.await_output(coroutine) {
                    self.equal_at(output, &found, depth + 1);
                }
            }
            _ => {}
        }
    }

    fn all_equal(&mut self, xs: &[Ty], ys: &[Ty], depth: u32) {
        for (x, y) in xs.iter().zip(ys) {
            self.equal_at(x, y, depth + 1);
        }
    }

    /// A value of type `from` goes where `to` is expected.
    pub(super) fn coerce(&mut self, from: &Ty, to: &Ty) {
        let (from, to) = (self.cx.table.shallow(from), self.cx.table.shallow(to));
        match (&from, &to) {
            (Ty::Never | Ty::Unknown(_), _) | (_, Ty::Unknown(_)) => {}
            (Ty::Infer(_), Ty::Never) => {}
            (Ty::Infer(_), _) | (_, Ty::Infer(_)) => self.equal(&to, &from),
            (Ty::Ref(_, x), Ty::Ref(_, y) | Ty::Ptr(y)) => self.coerce_pointee(x, y, true),
            (Ty::Ptr(x), Ty::Ptr(y)) => self.coerce_pointee(x, y, false),
            (Ty::Adt(x, xs), Ty::Adt(y, ys)) if x == y => {
                for (x, y) in xs.iter().zip(ys) {
                    self.coerce_argument(x, y, 0);
                }
            }
            (Ty::FnDef(..) | Ty::Closure(_), Ty::FnPtr(params, ret)) => {
                let (params, ret) = (params.clone(), ret.clone());
                self.closure_is(&from, &params, &ret);
            }
            (Ty::Opaque(_) | Ty::Future(_) | Ty::Coroutine(_), Ty::Dyn(bounds)) => self.implements_all(&from, bounds),
            _ => self.equal(&to, &from),
        }
    }

    fn closure_is(&mut self, from: &Ty, params: &[Ty], ret: &Ty) {
        let Some(sig) = self.cx.call_sig(from) else { return };
        for (param, expected) in sig.params.iter().zip(params) {
            self.equal(param, expected);
        }
        if let Ty::Closure(body) = from {
            self.closure_ready(*body);
        }
        self.coerce(&sig.ret, ret);
    }

    /// A type argument of a smart pointer may be unsized by the coercion: `Box<F>` to `Box<dyn Fn()>`, `Pin<Box<F>>` to `Pin<Box<dyn …>>`.
    fn coerce_argument(&mut self, from: &Ty, to: &Ty, depth: u32) {
        let (x, y) = (self.cx.table.shallow(from), self.cx.table.shallow(to));
        match (&x, &y) {
            (Ty::Dyn(_), Ty::Dyn(_)) => self.equal(&y, &x),
            (Ty::Infer(_), _) => self.equal(&y, &x),
            (_, Ty::Dyn(bounds)) => self.implements_all(&x, bounds),
            (Ty::Adt(a, xs), Ty::Adt(b, ys)) if a == b && depth < MAX_DEPTH => {
                for (x, y) in xs.iter().zip(ys) {
                    self.coerce_argument(x, y, depth + 1);
                }
            }
            _ => self.equal(&y, &x),
        }
    }

    fn coerce_pointee(&mut self, from: &Ty, to: &Ty, deref: bool) {
        let (x, y) = (self.cx.table.shallow(from), self.cx.table.shallow(to));
        match (&x, &y) {
            (Ty::Infer(_), _) | (_, Ty::Infer(_)) | (Ty::Dyn(_), Ty::Dyn(_)) => self.equal(&y, &x),
            (_, Ty::Dyn(bounds)) => {
                // `&Box<dyn T>` is dereferenced to `&dyn T` where what is inside is that.
                let inner = if deref { self.cx.autoderef(&x) } else { Vec::new() };
                match inner.iter().find(|step| matches!(step.ty, Ty::Dyn(_))) {
                    Some(step) => {
                        let ty = step.ty.clone();
                        self.equal(&y, &ty);
                    }
                    None => self.implements_all(&x, bounds),
                }
            }
            _ if self.cx.table.could_unify(&x, &y) => self.equal(&y, &x),
            _ if deref => {
                let steps = self.cx.autoderef(&x);
                match steps.iter().skip(1).find(|step| self.cx.table.could_unify(&step.ty, &y)) {
                    Some(step) => {
                        let ty = step.ty.clone();
                        self.equal(&y, &ty);
                    }
                    None => self.equal(&y, &x),
                }
            }
            _ => self.equal(&y, &x),
        }
    }

    fn implements_all(&mut self, ty: &Ty, bounds: &[TraitRef]) {
        for bound in bounds {
            self.require(ty, bound);
        }
    }
}
