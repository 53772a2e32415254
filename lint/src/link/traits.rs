//! Which type implements which trait, and what its associated types are.
//!
//! An impl is taken if its type, its trait arguments and its bounds fit. Where the types in question are not known well enough to choose,
//! the answer is that it is not known.

use super::cx::{Cx, Holds, Selection, Sig};
use super::table::{map_bound, map_children, subst, subst_bound};
use crate::base::Name;
use crate::ir::{BodyId, ImplId, Substs, TraitId, TraitRef, Ty, Why};

/// Bounds of impls lead to bounds of impls; what lies deeper than this is not known.
const MAX_DEPTH: u32 = 8;

/// One question is held against no more impls than this: bounds that lead to bounds multiply.
const MAX_WORK: u32 = 4000;

/// What a search for an impl comes to.
enum Found {
    /// None fits.
    Nothing,
    /// Several may, and the types do not decide between them.
    Several,
    /// This one, with its arguments, and whether its bounds are known to hold.
    One(ImplId, Substs, Holds),
}

impl Cx<'_> {
    /// The type with associated types replaced where they are known.
    pub fn normalize(&mut self, ty: &Ty) -> Ty {
        let ty = self.table.shallow(ty);
        match &ty {
            Ty::Prim(_) | Ty::Param(_) | Ty::Never | Ty::Closure(_) | Ty::Coroutine(_) | Ty::Infer(_) | Ty::Unknown(_) => ty,
            Ty::Projection(base, trait_, name) => {
                let base = self.normalize(base);
                match &base {
                    Ty::Unknown(why) => Ty::Unknown(*why),
                    _ => self.project(&base, *trait_, &[], name).unwrap_or_else(|| Ty::Projection(Box::new(base), *trait_, name.clone())),
                }
            }
            other => map_children(other, &mut |child| self.normalize(child)),
        }
    }

    /// `<ty as Trait<args>>::name`, where it is known.
    pub fn project(&mut self, ty: &Ty, trait_: TraitId, args: &[Ty], name: &Name) -> Option<Ty> {
        let ty = self.table.shallow(ty);
        if self.depth > MAX_DEPTH {
            return None;
        }
        self.depth += 1;
        let found = self.project_inner(&ty, trait_, args, name);
        self.depth -= 1;
        found
    }

    fn project_inner(&mut self, ty: &Ty, trait_: TraitId, args: &[Ty], name: &Name) -> Option<Ty> {
        let lang = self.linked.names.lang;
        if name == "Output" {
            if Some(trait_) == lang.future
                && let Some(output) = self.future_output(ty)
            {
                return Some(output);
            }
            if Some(trait_) == lang.fn_once
                && let Some(sig) = self.own_call_sig(ty)
            {
                return Some(sig.ret);
            }
        }
        let mut bound = false;
        for found in self.bounds_on(ty) {
            if found.trait_ != trait_ {
                continue;
            }
            bound = true;
            if let Some((_, ty)) = found.bindings.iter().find(|(binding, _)| binding == name) {
                return Some(self.normalize(ty));
            }
        }
        // A bound without the binding says that there is such a type, not which.
        if bound && !matches!(ty, Ty::Adt(..)) {
            return None;
        }
        let count = self.linked.program.traits[trait_].generics.len();
        let args: Vec<Ty> = (0..count).map(|at| args.get(at).cloned().unwrap_or_else(|| self.table.fresh())).collect();
        match self.select(ty, trait_, &args)? {
            Selection::Impl(id, substs) => {
                let def = &self.linked.program.impls[id];
                let found = def.types.get(name)?;
                Some(self.normalize(&subst(found, &def.generics, &substs)))
            }
            Selection::Bound(_) | Selection::Builtin => None,
        }
    }

    /// All bounds that hold of a type by where it stands or by what it is: those around for a parameter or projection, its own for `dyn`
    /// and `impl`; supertraits included.
    pub(super) fn bounds_on(&mut self, ty: &Ty) -> Vec<TraitRef> {
        let direct: Vec<TraitRef> = match ty {
            Ty::Opaque(bounds) | Ty::Dyn(bounds) => bounds.clone(),
            Ty::Projection(base, trait_, name) => {
                let this = Name::new("Self");
                let declared = self.linked.program.traits[*trait_].types.get(name).cloned().unwrap_or_default();
                let declared = declared.iter().map(|bound| subst_bound(bound, std::slice::from_ref(&this), std::slice::from_ref(&**base)));
                declared.chain(self.env_bounds(ty)).collect()
            }
            Ty::Param(_) | Ty::Adt(..) => self.env_bounds(ty),
            _ => return Vec::new(),
        };
        self.with_supertraits(ty, direct)
    }

    fn env_bounds(&self, ty: &Ty) -> Vec<TraitRef> {
        self.env.iter().filter(|(bounded, _)| bounded == ty).flat_map(|(_, bounds)| bounds.iter().cloned()).collect()
    }

    fn with_supertraits(&self, ty: &Ty, mut bounds: Vec<TraitRef>) -> Vec<TraitRef> {
        let mut next = 0;
        while let Some(bound) = bounds.get(next).cloned() {
            next += 1;
            let def = &self.linked.program.traits[bound.trait_];
            let mut generics = vec![Name::new("Self")];
            generics.extend(def.generics.iter().cloned());
            let mut substs = vec![ty.clone()];
            substs.extend(bound.substs.iter().cloned());
            for above in &def.supertraits {
                let mut above = subst_bound(above, &generics, &substs);
                // `F: Fn() -> T` says what `FnOnce::Output` is, two steps up: a binding goes up to the trait that declares it.
                for (name, ty) in &bound.bindings {
                    let own = self.linked.names.traits[bound.trait_].types.contains_key(name);
                    if !own && above.bindings.iter().all(|(other, _)| other != name) {
                        above.bindings.push((name.clone(), ty.clone()));
                    }
                }
                if !bounds.contains(&above) {
                    bounds.push(above);
                }
            }
        }
        bounds
    }

    /// How `ty` implements the trait; unifies the trait's arguments.
    pub fn select(&mut self, ty: &Ty, trait_: TraitId, args: &[Ty]) -> Option<Selection> {
        let ty = self.table.shallow(ty);
        if matches!(ty, Ty::Infer(_) | Ty::Unknown(_)) || self.depth > MAX_DEPTH {
            return None;
        }
        for bound in self.bounds_on(&ty) {
            if bound.trait_ == trait_ && self.unify_args(&bound.substs, args) {
                return Some(Selection::Bound(bound));
            }
        }
        // A stub may have an impl of what the language knows anyway: then there is a body.
        let by_impl = match self.find_impl(&ty, trait_, args) {
            Found::One(id, substs, _) => Some((id, substs)),
            Found::Nothing | Found::Several => None,
        };
        if by_impl.is_none() && self.builtin(&ty, trait_, args) == Holds::Yes {
            return Some(Selection::Builtin);
        }
        let (id, substs) = by_impl.or_else(|| self.only_impl(&ty, trait_, args))?;
        Some(Selection::Impl(id, substs))
    }

    fn unify_args(&mut self, a: &[Ty], b: &[Ty]) -> bool {
        let snapshot = self.table.snapshot();
        for (a, b) in a.iter().zip(b) {
            if !self.table.unify(a, b) {
                self.table.rollback(snapshot);
                return false;
            }
        }
        self.table.commit(snapshot);
        true
    }

    /// The one impl that fits. Several that may fit: the only one that surely does.
    fn find_impl(&mut self, ty: &Ty, trait_: TraitId, args: &[Ty]) -> Found {
        let linked = self.linked;
        if self.depth == 0 {
            self.work = 0;
        }
        if self.work > MAX_WORK {
            return Found::Several;
        }
        let mut candidates = linked.index.impls(trait_, ty);
        let (first, second) = (candidates.next(), candidates.next());
        let Some(first) = first else { return Found::Nothing };
        if second.is_none() {
            let snapshot = self.table.snapshot();
            return match self.try_impl(first, ty, args) {
                Some((substs, holds)) if holds != Holds::No => {
                    self.table.commit(snapshot);
                    Found::One(first, substs, holds)
                }
                _ => {
                    self.table.rollback(snapshot);
                    Found::Nothing
                }
            };
        }
        let mut sure = Vec::new();
        let mut maybe = Vec::new();
        for id in [first].into_iter().chain(second).chain(candidates) {
            let snapshot = self.table.snapshot();
            match self.try_impl(id, ty, args).map_or(Holds::No, |(_, holds)| holds) {
                Holds::Yes => sure.push(id),
                Holds::Maybe => maybe.push(id),
                Holds::No => {}
            }
            self.table.rollback(snapshot);
        }
        // An impl for any type fits whatever is asked for: while that is open, one on the very type may be meant.
        let is_blanket = |id: ImplId| super::index::key(&linked.program.impls[id].self_ty).is_none();
        let open = args.iter().any(|arg| self.has_vars(arg));
        let id = match (sure.as_slice(), maybe.as_slice()) {
            ([], []) => return Found::Nothing,
            ([only], maybe) if open && is_blanket(*only) && maybe.iter().any(|id| !is_blanket(*id)) => return Found::Several,
            ([only], _) | ([], [only]) => *only,
            // With everything known, two that fit are one impl written for several configurations.
            ([first, ..], _) if !open && !self.has_vars(ty) => *first,
            _ => return Found::Several,
        };
        self.try_impl(id, ty, args).map_or(Found::Nothing, |(substs, holds)| Found::One(id, substs, holds))
    }

    /// The only impl on this very type, whatever its bounds: the program compiles, so where nothing else can be meant they hold, and a stub
    /// does not say so.
    fn only_impl(&mut self, ty: &Ty, trait_: TraitId, args: &[Ty]) -> Option<(ImplId, Substs)> {
        let linked = self.linked;
        super::index::key(ty)?;
        let mut only = None;
        for id in linked.index.impls(trait_, ty) {
            let snapshot = self.table.snapshot();
            let fits = self.try_impl(id, ty, args).is_some();
            self.table.rollback(snapshot);
            if fits && only.replace(id).is_some() {
                return None;
            }
        }
        let id = only.filter(|id| super::index::key(&linked.program.impls[*id].self_ty).is_some())?;
        self.try_impl(id, ty, args).map(|(substs, _)| (id, substs))
    }

    pub(super) fn has_vars(&self, ty: &Ty) -> bool {
        match self.table.shallow(ty) {
            Ty::Infer(_) => true,
            other => {
                let mut found = false;
                super::table::for_children(&other, &mut |child| found |= self.has_vars(child));
                found
            }
        }
    }

    /// Unifies with the impl; on success its arguments, and whether its bounds hold. On failure something may be left unified.
    fn try_impl(&mut self, id: ImplId, ty: &Ty, args: &[Ty]) -> Option<(Substs, Holds)> {
        self.work += 1;
        let def = &self.linked.program.impls[id];
        let substs: Substs = def.generics.iter().map(|_| self.table.fresh()).collect();
        let self_ty = self.normalize(&subst(&def.self_ty, &def.generics, &substs));
        if !self.table.unify(&self_ty, ty) {
            return None;
        }
        if let Some(trait_) = &def.trait_ {
            for (own, arg) in trait_.substs.iter().zip(args) {
                let own = subst(own, &def.generics, &substs);
                let own = self.normalize(&own);
                if !self.table.unify(&own, arg) {
                    return None;
                }
            }
        }
        let holds = self.bounds_hold(&def.bounds, &def.generics, &substs);
        Some((substs, holds))
    }

    /// Whether bounds hold with these arguments.
    pub(super) fn bounds_hold(&mut self, bounds: &[(Ty, Vec<TraitRef>)], generics: &[Name], substs: &[Ty]) -> Holds {
        if self.depth > MAX_DEPTH {
            return Holds::Maybe;
        }
        self.depth += 1;
        let mut all = Holds::Yes;
        'bounds: for (ty, bounds) in bounds {
            let ty = self.normalize(&subst(ty, generics, substs));
            for bound in bounds {
                let bound = map_bound(bound, &mut |ty| subst(ty, generics, substs));
                match self.bound_holds(&ty, &bound) {
                    Holds::Yes => {}
                    Holds::Maybe => all = Holds::Maybe,
                    Holds::No => {
                        all = Holds::No;
                        break 'bounds;
                    }
                }
            }
        }
        self.depth -= 1;
        all
    }

    fn bound_holds(&mut self, ty: &Ty, bound: &TraitRef) -> Holds {
        let args: Vec<Ty> = bound.substs.iter().map(|ty| self.normalize(ty)).collect();
        let holds = self.implements_with(ty, bound.trait_, &args);
        if holds == Holds::Yes {
            for (name, expected) in &bound.bindings {
                let owner = self.linked.names.trait_with_type(&[bound.trait_], name).unwrap_or(bound.trait_);
                let Some(found) = self.project(ty, owner, &[], name) else { return Holds::Maybe };
                let expected = self.normalize(expected);
                if !self.table.unify(&found, &expected) {
                    return Holds::No;
                }
            }
        }
        holds
    }

    /// Whether `ty` implements the trait, whatever its arguments.
    pub fn implements(&mut self, ty: &Ty, trait_: TraitId) -> Holds {
        let args: Vec<Ty> = self.linked.program.traits[trait_].generics.iter().map(|_| self.table.fresh()).collect();
        self.implements_with(ty, trait_, &args)
    }

    /// Whether `ty` implements the trait with these arguments; unifies them where there is one way.
    pub fn implements_with(&mut self, ty: &Ty, trait_: TraitId, args: &[Ty]) -> Holds {
        let ty = self.table.shallow(ty);
        if matches!(ty, Ty::Infer(_) | Ty::Unknown(_)) || self.depth > MAX_DEPTH {
            return Holds::Maybe;
        }
        for bound in self.bounds_on(&ty) {
            if bound.trait_ == trait_ && self.unify_args(&bound.substs, args) {
                return Holds::Yes;
            }
        }
        match self.builtin(&ty, trait_, args) {
            Holds::No => {}
            other => return other,
        }
        if matches!(ty, Ty::Projection(..)) && self.linked.index.all(trait_).is_empty() {
            return Holds::Maybe;
        }
        match self.find_impl(&ty, trait_, args) {
            Found::One(_, _, holds) => holds,
            Found::Several => Holds::Maybe,
            Found::Nothing if matches!(ty, Ty::Projection(..)) => Holds::Maybe,
            Found::Nothing => Holds::No,
        }
    }

    /// What the language itself implements.
    fn builtin(&mut self, ty: &Ty, trait_: TraitId, args: &[Ty]) -> Holds {
        let lang = self.linked.names.lang;
        let is = |id: Option<TraitId>| id == Some(trait_);
        if is(lang.sized) || is(lang.send) || is(lang.sync) || is(lang.unpin) {
            return Holds::Yes;
        }
        if is(lang.fn_once) || is(lang.fn_mut) || is(lang.fn_) || is(lang.async_fn_once) || is(lang.async_fn_mut) || is(lang.async_fn) {
            if !matches!(ty, Ty::FnDef(..) | Ty::FnPtr(..) | Ty::Closure(_)) {
                return Holds::No;
            }
            let Some(sig) = self.own_call_sig(ty) else { return Holds::Maybe };
            return if self.unify_args(&[Ty::Tuple(sig.params)], args) { Holds::Yes } else { Holds::No };
        }
        if is(lang.future) {
            return if matches!(ty, Ty::Future(_) | Ty::Coroutine(_)) { Holds::Yes } else { Holds::No };
        }
        if is(lang.copy) || is(lang.clone) {
            return self.builtin_copy(ty, trait_);
        }
        Holds::No
    }

    fn builtin_copy(&mut self, ty: &Ty, trait_: TraitId) -> Holds {
        match ty {
            Ty::Prim(name) if name == "str" => Holds::No,
            Ty::Prim(_) | Ty::Ref(false, _) | Ty::Ptr(_) | Ty::FnPtr(..) | Ty::FnDef(..) | Ty::Never => Holds::Yes,
            Ty::Tuple(parts) => {
                let mut all = Holds::Yes;
                for part in parts {
                    match self.implements(part, trait_) {
                        Holds::Yes => {}
                        Holds::Maybe => all = Holds::Maybe,
                        Holds::No => return Holds::No,
                    }
                }
                all
            }
            Ty::Array(inner) => self.implements(inner, trait_),
            Ty::Closure(_) => Holds::Maybe,
            _ => Holds::No,
        }
    }

    /// The output of what is a future by the language.
    pub(super) fn future_output(&mut self, ty: &Ty) -> Option<Ty> {
        match ty {
            Ty::Future(output) => Some((**output).clone()),
            Ty::Coroutine(body) => self.closure_sig(*body).map(|(_, ret)| ret),
            _ => None,
        }
    }

    /// The signature of a value of this very type.
    pub(super) fn own_call_sig(&mut self, ty: &Ty) -> Option<Sig> {
        let ty = self.table.shallow(ty);
        match &ty {
            Ty::FnDef(func, substs) => Some(self.fn_sig(*func, substs)),
            Ty::FnPtr(params, ret) => Some(Sig { params: params.clone(), ret: (**ret).clone() }),
            Ty::Closure(body) => self.closure_sig(*body).map(|(params, ret)| Sig { params, ret }),
            Ty::Param(_) | Ty::Opaque(_) | Ty::Dyn(_) | Ty::Projection(..) => {
                let lang = self.linked.names.lang;
                let plain = [lang.fn_, lang.fn_mut, lang.fn_once];
                let asyncs = [lang.async_fn, lang.async_fn_mut, lang.async_fn_once];
                self.bounds_on(&ty).into_iter().find_map(|bound| {
                    let is_async = asyncs.contains(&Some(bound.trait_));
                    if !is_async && !plain.contains(&Some(bound.trait_)) {
                        return None;
                    }
                    let Some(Ty::Tuple(params)) = bound.substs.first().cloned() else { return None };
                    let (_, ret) = bound.bindings.into_iter().find(|(name, _)| name == "Output")?;
                    let ret = if is_async { Ty::Future(Box::new(ret)) } else { ret };
                    Some(Sig { params, ret })
                })
            }
            _ => None,
        }
    }

    /// A closure's parameters and result, or an async block's output: as entered by inference, else from the elaborated body.
    fn closure_sig(&mut self, body: BodyId) -> Option<(Vec<Ty>, Ty)> {
        if let Some(sig) = self.closures.get(&body) {
            return Some((sig.params.clone(), sig.ret.clone()));
        }
        let done = self.linked.elaborated_body(body)?;
        let mut types = done.locals.iter().map(|local| local.ty.clone());
        let ret = types.next()?;
        let params = types.take(done.params).collect();
        let ret = if done.kind == crate::ir::BodyKind::AsyncClosure { Ty::Future(Box::new(ret)) } else { ret };
        Some((params, ret))
    }

    /// Whether values of this type are copied. `None`: not known.
    pub fn is_copy(&mut self, ty: &Ty) -> Option<bool> {
        let copy = self.linked.names.lang.copy?;
        match self.implements(ty, copy) {
            Holds::Yes => Some(true),
            Holds::No => Some(false),
            Holds::Maybe => match self.table.kind(ty) {
                Some(super::table::VarKind::Int | super::table::VarKind::Float) => Some(true),
                _ => None,
            },
        }
    }

    /// Whether the drop of a value of this type may do something (true where it is not known).
    pub fn needs_drop(&mut self, ty: &Ty) -> bool {
        self.drop_matters(ty, &mut Vec::new())
    }

    fn drop_matters(&mut self, ty: &Ty, seen: &mut Vec<Ty>) -> bool {
        let ty = self.table.shallow(ty);
        match &ty {
            Ty::Prim(_) | Ty::Ref(..) | Ty::Ptr(_) | Ty::FnPtr(..) | Ty::FnDef(..) | Ty::Never => false,
            Ty::Tuple(parts) => parts.iter().any(|part| self.drop_matters(part, seen)),
            Ty::Slice(inner) | Ty::Array(inner) => self.drop_matters(inner, seen),
            Ty::Adt(adt, substs) => {
                let lang = self.linked.names.lang;
                if Some(*adt) == lang.manually_drop || Some(*adt) == lang.phantom_data {
                    return false;
                }
                let def = &self.linked.program.adts[*adt];
                if def.drop_fn.is_some() || def.role.is_some() {
                    return true;
                }
                // A type that grows as it is unfolded is taken to matter.
                if seen.contains(&ty) {
                    return false;
                }
                if seen.len() > 64 {
                    return true;
                }
                seen.push(ty.clone());
                // A stub's own storage is native: what it holds shows in its arguments.
                let stub = self.linked.program.krates[def.krate].stub;
                if stub && substs.iter().any(|arg| self.drop_matters(arg, seen)) {
                    return true;
                }
                def.variants.iter().flat_map(|variant| variant.fields.values()).any(|field| {
                    let field = self.normalize(&subst(field, &def.generics, substs));
                    self.drop_matters(&field, seen)
                })
            }
            Ty::Infer(_) => !matches!(self.table.kind(&ty), Some(super::table::VarKind::Int | super::table::VarKind::Float)),
            Ty::Param(_) => {
                let copy = self.linked.names.lang.copy;
                !copy.is_some_and(|copy| self.bounds_on(&ty).iter().any(|bound| bound.trait_ == copy))
            }
            Ty::Unknown(Why::UninferredType) => true,
            Ty::Closure(_) | Ty::Coroutine(_) | Ty::Future(_) | Ty::Opaque(_) | Ty::Dyn(_) | Ty::Projection(..) | Ty::Unknown(_) => true,
        }
    }
}
