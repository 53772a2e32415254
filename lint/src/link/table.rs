//! The unification table: inference variables and what is known of them.
//!
//! [`Ty::Infer`] numbers a variable of one [`Table`]. `Unknown` unifies with everything and binds nothing: what is not known must neither
//! contradict nor decide.

use crate::base::Name;
use crate::ir::{Substs, TraitRef, Ty, Why};

/// What a variable may stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VarKind {
    /// Any type.
    General,
    /// An integer: the type of `1`.
    Int,
    /// A float: the type of `1.0`.
    Float,
}

#[derive(Clone, Debug)]
struct Var {
    kind: VarKind,
    value: Option<Ty>,
}

/// Inference variables and their values.
#[derive(Clone, Debug, Default)]
pub struct Table {
    vars: Vec<Var>,
    /// What to undo: a variable as it was.
    trail: Vec<(u32, Var)>,
    snapshots: usize,
}

/// A state of a [`Table`] to which it can be set back.
#[derive(Debug)]
pub struct Snapshot {
    vars: usize,
    trail: usize,
}

impl Table {
    /// A table with no variables.
    pub fn new() -> Self {
        Self::default()
    }

    /// A new variable for any type.
    pub fn fresh(&mut self) -> Ty {
        self.fresh_kind(VarKind::General)
    }

    /// A new variable.
    pub fn fresh_kind(&mut self, kind: VarKind) -> Ty {
        self.vars.push(Var { kind, value: None });
        Ty::Infer(self.vars.len() as u32 - 1)
    }

    /// What the variable may stand for, if `ty` is one without a value.
    pub fn kind(&self, ty: &Ty) -> Option<VarKind> {
        match self.shallow(ty) {
            Ty::Infer(var) => self.vars.get(var as usize).map(|var| var.kind),
            _ => None,
        }
    }

    /// The type with its head known, if it is: a variable is followed to its value.
    pub fn shallow(&self, ty: &Ty) -> Ty {
        let mut ty = ty;
        while let Ty::Infer(var) = ty {
            match self.vars.get(*var as usize).and_then(|var| var.value.as_ref()) {
                Some(value) => ty = value,
                None => break,
            }
        }
        ty.clone()
    }

    /// The type with all variables that have a value replaced.
    pub fn resolve(&self, ty: &Ty) -> Ty {
        match ty {
            Ty::Infer(_) => match self.shallow(ty) {
                Ty::Infer(var) => Ty::Infer(var),
                other => self.resolve(&other),
            },
            other => map_children(other, &mut |child| self.resolve(child)),
        }
    }

    /// Remembers the state.
    pub fn snapshot(&mut self) -> Snapshot {
        self.snapshots += 1;
        Snapshot { vars: self.vars.len(), trail: self.trail.len() }
    }

    /// Keeps what came after the snapshot.
    pub fn commit(&mut self, _snapshot: Snapshot) {
        self.snapshots = self.snapshots.saturating_sub(1);
        if self.snapshots == 0 {
            self.trail.clear();
        }
    }

    /// Forgets what came after the snapshot.
    #[expect(clippy::needless_pass_by_value, reason = "a snapshot is used once")]
    pub fn rollback(&mut self, snapshot: Snapshot) {
        let Snapshot { vars, trail } = snapshot;
        while self.trail.len() > trail {
            if let Some((at, var)) = self.trail.pop() {
                self.vars[at as usize] = var;
            }
        }
        self.vars.truncate(vars);
        self.snapshots = self.snapshots.saturating_sub(1);
    }

    /// Makes the two types equal, if they can be. On failure nothing has changed.
    pub fn unify(&mut self, a: &Ty, b: &Ty) -> bool {
        let snapshot = self.snapshot();
        let equal = self.unify_inner(a, b);
        if equal {
            self.commit(snapshot);
        } else {
            self.rollback(snapshot);
        }
        equal
    }

    /// Whether the two types could be made equal; changes nothing.
    pub fn could_unify(&mut self, a: &Ty, b: &Ty) -> bool {
        let snapshot = self.snapshot();
        let equal = self.unify_inner(a, b);
        self.rollback(snapshot);
        equal
    }

    fn unify_inner(&mut self, a: &Ty, b: &Ty) -> bool {
        let a = self.shallow(a);
        let b = self.shallow(b);
        match (&a, &b) {
            (Ty::Infer(x), Ty::Infer(y)) => x == y || self.join(*x, *y),
            (Ty::Infer(var), other) | (other, Ty::Infer(var)) => self.bind(*var, other),
            (Ty::Unknown(_), _) | (_, Ty::Unknown(_)) => true,
            (Ty::Adt(x, xs), Ty::Adt(y, ys)) => x == y && self.unify_all(xs, ys),
            (Ty::Ref(x, xt), Ty::Ref(y, yt)) => x == y && self.unify_inner(xt, yt),
            (Ty::Ptr(x), Ty::Ptr(y)) | (Ty::Slice(x), Ty::Slice(y)) | (Ty::Array(x), Ty::Array(y)) | (Ty::Future(x), Ty::Future(y)) => {
                self.unify_inner(x, y)
            }
            (Ty::Tuple(xs), Ty::Tuple(ys)) => xs.len() == ys.len() && self.unify_all(xs, ys),
            (Ty::FnPtr(xs, x), Ty::FnPtr(ys, y)) => xs.len() == ys.len() && self.unify_all(xs, ys) && self.unify_inner(x, y),
            (Ty::FnDef(x, xs), Ty::FnDef(y, ys)) => x == y && self.unify_all(xs, ys),
            (Ty::Opaque(xs), Ty::Opaque(ys)) | (Ty::Dyn(xs), Ty::Dyn(ys)) => {
                xs.len() == ys.len() && xs.iter().zip(ys).all(|(x, y)| x.trait_ == y.trait_ && self.unify_bound(x, y))
            }
            (Ty::Projection(x, xt, xn), Ty::Projection(y, yt, yn)) => xt == yt && xn == yn && self.unify_inner(x, y),
            // What a projection stands for is not known here: it contradicts nothing.
            (Ty::Projection(..), _) | (_, Ty::Projection(..)) => true,
            _ => a == b,
        }
    }

    fn unify_bound(&mut self, a: &TraitRef, b: &TraitRef) -> bool {
        self.unify_all(&a.substs, &b.substs)
            && a.bindings.iter().all(|(name, x)| b.bindings.iter().all(|(other, y)| name != other || self.unify_inner(x, y)))
    }

    fn unify_all(&mut self, a: &[Ty], b: &[Ty]) -> bool {
        a.iter().zip(b).all(|(a, b)| self.unify_inner(a, b))
    }

    fn join(&mut self, x: u32, y: u32) -> bool {
        let (Some(kx), Some(ky)) = (self.vars.get(x as usize).map(|v| v.kind), self.vars.get(y as usize).map(|v| v.kind)) else {
            return false;
        };
        match (kx, ky) {
            (VarKind::General, _) => self.set(x, Ty::Infer(y)),
            (_, VarKind::General) => self.set(y, Ty::Infer(x)),
            (a, b) if a == b => self.set(x, Ty::Infer(y)),
            _ => return false,
        }
        true
    }

    fn bind(&mut self, var: u32, ty: &Ty) -> bool {
        let Some(kind) = self.vars.get(var as usize).map(|var| var.kind) else { return false };
        let fits = match (kind, ty) {
            (_, Ty::Unknown(_)) => return true,
            (VarKind::General, _) => true,
            (VarKind::Int, Ty::Prim(name)) => is_integer(name),
            (VarKind::Float, Ty::Prim(name)) => name == "f32" || name == "f64",
            (VarKind::Int | VarKind::Float, Ty::Projection(..)) => return true,
            (VarKind::Int | VarKind::Float, _) => false,
        };
        if !fits || self.occurs(var, ty) {
            return false;
        }
        self.set(var, ty.clone());
        true
    }

    /// Says why the variable has no value, if it has none: it will get none.
    pub fn give_up(&mut self, var: u32, why: Why) {
        if self.vars.get(var as usize).is_some_and(|var| var.value.is_none()) {
            self.set(var, Ty::Unknown(why));
        }
    }

    fn set(&mut self, var: u32, value: Ty) {
        if let Some(slot) = self.vars.get_mut(var as usize) {
            if self.snapshots > 0 {
                self.trail.push((var, slot.clone()));
            }
            slot.value = Some(value);
        }
    }

    fn occurs(&self, var: u32, ty: &Ty) -> bool {
        match self.shallow(ty) {
            Ty::Infer(other) => other == var,
            other => {
                let mut found = false;
                for_children(&other, &mut |child| found |= self.occurs(var, child));
                found
            }
        }
    }
}

/// Whether the primitive is an integer.
pub fn is_integer(name: &Name) -> bool {
    matches!(name.as_str(), "u8" | "u16" | "u32" | "u64" | "u128" | "usize" | "i8" | "i16" | "i32" | "i64" | "i128" | "isize")
}

/// The type with `f` applied to each direct part.
pub fn map_children(ty: &Ty, f: &mut impl FnMut(&Ty) -> Ty) -> Ty {
    match ty {
        Ty::Adt(adt, substs) => Ty::Adt(*adt, substs.iter().map(f).collect()),
        Ty::Ref(mutable, inner) => Ty::Ref(*mutable, Box::new(f(inner))),
        Ty::Ptr(inner) => Ty::Ptr(Box::new(f(inner))),
        Ty::Tuple(parts) => Ty::Tuple(parts.iter().map(f).collect()),
        Ty::Slice(inner) => Ty::Slice(Box::new(f(inner))),
        Ty::Array(inner) => Ty::Array(Box::new(f(inner))),
        Ty::FnPtr(params, ret) => Ty::FnPtr(params.iter().map(&mut *f).collect(), Box::new(f(ret))),
        Ty::FnDef(func, substs) => Ty::FnDef(*func, substs.iter().map(f).collect()),
        Ty::Future(output) => Ty::Future(Box::new(f(output))),
        Ty::Opaque(bounds) => Ty::Opaque(bounds.iter().map(|bound| map_bound(bound, f)).collect()),
        Ty::Dyn(bounds) => Ty::Dyn(bounds.iter().map(|bound| map_bound(bound, f)).collect()),
        Ty::Projection(inner, trait_, name) => Ty::Projection(Box::new(f(inner)), *trait_, name.clone()),
        Ty::Prim(_) | Ty::Closure(_) | Ty::Coroutine(_) | Ty::Param(_) | Ty::Never | Ty::Infer(_) | Ty::Unknown(_) => ty.clone(),
    }
}

/// The bound with `f` applied to each type in it.
pub fn map_bound(bound: &TraitRef, f: &mut impl FnMut(&Ty) -> Ty) -> TraitRef {
    TraitRef {
        trait_: bound.trait_,
        substs: bound.substs.iter().map(&mut *f).collect(),
        bindings: bound.bindings.iter().map(|(name, ty)| (name.clone(), f(ty))).collect(),
    }
}

/// Calls `f` with each direct part of the type.
pub fn for_children(ty: &Ty, f: &mut impl FnMut(&Ty)) {
    let bound = |bound: &TraitRef, f: &mut dyn FnMut(&Ty)| {
        bound.substs.iter().for_each(&mut *f);
        bound.bindings.iter().for_each(|(_, ty)| f(ty));
    };
    match ty {
        Ty::Adt(_, parts) | Ty::FnDef(_, parts) | Ty::Tuple(parts) => parts.iter().for_each(f),
        Ty::Ref(_, inner) | Ty::Ptr(inner) | Ty::Slice(inner) | Ty::Array(inner) | Ty::Future(inner) | Ty::Projection(inner, ..) => {
            f(inner);
        }
        Ty::FnPtr(params, ret) => {
            params.iter().for_each(&mut *f);
            f(ret);
        }
        Ty::Opaque(bounds) | Ty::Dyn(bounds) => bounds.iter().for_each(|b| bound(b, f)),
        Ty::Prim(_) | Ty::Closure(_) | Ty::Coroutine(_) | Ty::Param(_) | Ty::Never | Ty::Infer(_) | Ty::Unknown(_) => {}
    }
}

/// The type with parameters replaced: `generics[i]` by `substs[i]`. All at once, so a replacement may mention a parameter of the same name.
pub fn subst(ty: &Ty, generics: &[Name], substs: &[Ty]) -> Ty {
    if generics.is_empty() {
        return ty.clone();
    }
    match ty {
        Ty::Param(name) => generics.iter().position(|g| g == name).and_then(|at| substs.get(at)).unwrap_or(ty).clone(),
        other => map_children(other, &mut |child| subst(child, generics, substs)),
    }
}

/// The bound with parameters replaced.
pub fn subst_bound(bound: &TraitRef, generics: &[Name], substs: &[Ty]) -> TraitRef {
    map_bound(bound, &mut |ty| subst(ty, generics, substs))
}

/// Parameters standing for themselves.
pub fn identity(generics: &[Name]) -> Substs {
    generics.iter().cloned().map(Ty::Param).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prim(name: &str) -> Ty {
        Ty::Prim(Name::new(name))
    }

    #[test]
    fn a_failed_unification_changes_nothing() {
        let mut table = Table::new();
        let var = table.fresh();
        let pair = Ty::Tuple(vec![var.clone(), prim("u8")]);
        assert!(!table.unify(&pair, &Ty::Tuple(vec![prim("bool"), prim("u16")])));
        assert_eq!(table.resolve(&var), var);
        assert!(table.unify(&pair, &Ty::Tuple(vec![prim("bool"), prim("u8")])));
        assert_eq!(table.resolve(&var), prim("bool"));
    }

    #[test]
    fn an_integer_is_not_a_bool_and_no_type_holds_itself() {
        let mut table = Table::new();
        let int = table.fresh_kind(VarKind::Int);
        assert!(!table.unify(&int, &prim("bool")));
        assert!(table.unify(&int, &prim("u64")));
        let var = table.fresh();
        assert!(!table.unify(&var, &Ty::Slice(Box::new(var.clone()))));
    }

    #[test]
    fn unknown_decides_nothing() {
        let mut table = Table::new();
        let var = table.fresh();
        assert!(table.unify(&var, &Ty::Unknown(Why::Data)));
        assert_eq!(table.resolve(&var), var);
    }

    #[test]
    fn substitution_is_simultaneous() {
        let names = [Name::new("T"), Name::new("U")];
        let ty = Ty::Tuple(identity(&names));
        let swapped = subst(&ty, &names, &[Ty::Param(Name::new("U")), Ty::Param(Name::new("T"))]);
        assert_eq!(swapped, Ty::Tuple(vec![Ty::Param(Name::new("U")), Ty::Param(Name::new("T"))]));
    }
}
