//! What paths stand for in value position and in patterns.

use super::cx::{Cx, Holds, InBody, Sig, ValueRes};
use super::index::{Key, key};
use super::names::{ConstId, TypeDef, ValueDef};
use super::resolve::{Head, ValueHead};
use super::table::subst;
use crate::base::Name;
use crate::ir::{AdtId, Container, FnId, Path, Segment, Shape, Substs, TraitId, Ty, TypeRef, Why};

impl Cx<'_> {
    /// What a path in value position stands for (locals are the caller's business).
    pub fn resolve_value(&mut self, path: &Path) -> ValueRes {
        if let Some(qself) = &path.qself {
            return self.resolve_qualified(path, &qself.0, qself.1);
        }
        match self.linked.names.value_head(&self.scope, path) {
            None => ValueRes::Unknown(self.linked.names.why(self.scope.module, path)),
            Some(ValueHead::Def(def)) => self.item_value(def, path),
            Some(ValueHead::Assoc(Head::SelfTy, 1)) if path.segments.len() == 1 => match self.self_ty() {
                Ty::Adt(adt, substs) => ValueRes::Ctor(adt, 0, substs),
                _ => ValueRes::Unknown(Why::UnresolvedPath),
            },
            Some(ValueHead::Assoc(Head::Def(TypeDef::Trait(trait_)), used)) => {
                let (Some(segment), Some(last)) = (path.segments.get(used.saturating_sub(1)), path.segments.get(used)) else {
                    return ValueRes::Unknown(Why::UnresolvedPath);
                };
                let this = self.table.fresh();
                let trait_args = self.trait_args(trait_, segment);
                let args = self.args(last);
                self.trait_value(trait_, this, &trait_args, &last.name, &args)
            }
            Some(ValueHead::Assoc(_, used)) => {
                // The type's part of the path is a type of its own.
                let front = Path { global: path.global, qself: None, segments: path.segments[..used].to_vec(), span: path.span };
                let ty = self.lower_expr_ty(&TypeRef::Path(front));
                self.after_type(ty, &path.segments[used..])
            }
        }
    }

    fn self_ty(&self) -> Ty {
        self.scope.self_ty.clone().unwrap_or_else(|| Ty::Param(Name::new("Self")))
    }

    fn lower_expr_ty(&mut self, ty: &TypeRef) -> Ty {
        let ty = self.linked.names.lower_ty(&self.scope, ty, &mut InBody { table: &mut self.table, in_expression: true });
        self.normalize(&ty)
    }

    fn args(&mut self, segment: &Segment) -> Vec<Ty> {
        segment.args.iter().map(|ty| self.lower_ty(ty)).collect()
    }

    fn trait_args(&mut self, trait_: TraitId, segment: &Segment) -> Vec<Ty> {
        let def = &self.linked.names.traits[trait_];
        let mut holes = InBody { table: &mut self.table, in_expression: true };
        self.linked.names.lower_args(&self.scope, &def.params, def.module, Some(segment), &mut holes)
    }

    fn resolve_qualified(&mut self, path: &Path, ty: &TypeRef, count: usize) -> ValueRes {
        let ty = self.lower_expr_ty(ty);
        let Some(rest) = path.segments.get(count..).filter(|rest| !rest.is_empty()) else { return ValueRes::Unknown(Why::UnresolvedPath) };
        if count == 0 {
            return self.after_type(ty, rest);
        }
        let front = Path { global: path.global, qself: None, segments: path.segments[..count].to_vec(), span: path.span };
        let Some(trait_) = self.linked.names.resolve_trait(&self.scope, &front) else { return ValueRes::Unknown(Why::UnresolvedPath) };
        let trait_args = self.trait_args(trait_, &path.segments[count - 1]);
        if let [last] = rest {
            let args = self.args(last);
            return self.trait_value(trait_, ty, &trait_args, &last.name, &args);
        }
        let assoc = self.linked.names.trait_with_type(&[trait_], &rest[0].name);
        let Some(assoc) = assoc else { return ValueRes::Unknown(Why::UnresolvedPath) };
        let ty = self.normalize(&Ty::Projection(Box::new(ty), assoc, rest[0].name.clone()));
        self.after_type(ty, &rest[1..])
    }

    /// `ty::…::name`.
    fn after_type(&mut self, ty: Ty, rest: &[Segment]) -> ValueRes {
        let Some((last, middle)) = rest.split_last() else { return ValueRes::Unknown(Why::UnresolvedPath) };
        let mut ty = ty;
        for segment in middle {
            ty = self.linked.names.lower_assoc(&self.scope, ty, &segment.name);
            ty = self.normalize(&ty);
        }
        let args = self.args(last);
        self.assoc_value(&ty, &last.name, &args)
    }

    fn item_value(&mut self, def: ValueDef, path: &Path) -> ValueRes {
        let last = path.segments.last();
        match def {
            ValueDef::Fn(func) => {
                let args = last.map(|last| self.args(last)).unwrap_or_default();
                ValueRes::Fn(func, self.fresh_substs(func, &args))
            }
            ValueDef::Ctor(adt, variant) => {
                // `Some::<T>` and `Option::<T>::Some` both say what `T` is.
                let written = path.segments.iter().rev().take(2).find(|segment| !segment.args.is_empty()).or(last);
                ValueRes::Ctor(adt, variant, self.adt_args(adt, written))
            }
            ValueDef::Static(id) => ValueRes::Static(id),
            ValueDef::Const(id) => ValueRes::Const(id),
        }
    }

    fn adt_args(&mut self, adt: AdtId, segment: Option<&Segment>) -> Substs {
        let def = &self.linked.names.adts[adt];
        let mut holes = InBody { table: &mut self.table, in_expression: true };
        self.linked.names.lower_args(&self.scope, &def.params, def.module, segment, &mut holes)
    }

    /// `ty::name`: a variant, an inherent function or constant, one of a trait.
    fn assoc_value(&mut self, ty: &Ty, name: &Name, args: &[Ty]) -> ValueRes {
        let ty = self.table.shallow(ty);
        if let Ty::Unknown(why) = ty {
            return ValueRes::Unknown(why);
        }
        if let Ty::Adt(adt, substs) = &ty
            && self.linked.names.adts[*adt].is_enum
            && let Some((at, _)) = self.linked.names.adts[*adt].variants.get(name)
        {
            return ValueRes::Ctor(*adt, *at, substs.clone());
        }
        if let Some(key) = key(&ty) {
            if let Some((func, substs)) = self.inherent_value(&key, &ty, name, args) {
                return ValueRes::Fn(func, substs);
            }
            if self.linked.index.trait_fns(name).is_empty()
                && let Some((func, substs)) = self.foreign_value(&key, &ty, name, args)
            {
                return ValueRes::Fn(func, substs);
            }
            if let Some(id) = self.linked.index.consts_of(&key, name).first() {
                return ValueRes::Const(*id);
            }
        }
        self.trait_member(&ty, name, args)
    }

    /// The inherent function of this name whose impl is for this type. The bounds of the impl choose between several; of only one they are
    /// taken to hold, as the program compiles.
    fn inherent_value(&mut self, key: &Key, ty: &Ty, name: &Name, args: &[Ty]) -> Option<(FnId, Substs)> {
        let linked = self.linked;
        self.fitting_value(linked.index.fns_of(key, name), ty, args)
    }

    /// The same among the functions of impls whose trait is not known.
    fn foreign_value(&mut self, key: &Key, ty: &Ty, name: &Name, args: &[Ty]) -> Option<(FnId, Substs)> {
        let linked = self.linked;
        self.fitting_value(linked.index.foreign_fns_of(key, name), ty, args)
    }

    fn fitting_value(&mut self, candidates: &[FnId], ty: &Ty, args: &[Ty]) -> Option<(FnId, Substs)> {
        let mut fitting = Vec::new();
        for func in candidates {
            let snapshot = self.table.snapshot();
            match self.inherent_on(*func, ty, args) {
                Some((substs, holds)) if holds != Holds::No => {
                    self.table.commit(snapshot);
                    return Some((*func, substs));
                }
                Some(_) => fitting.push(*func),
                None => {}
            }
            self.table.rollback(snapshot);
        }
        let [only] = fitting.as_slice() else { return None };
        self.inherent_on(*only, ty, args).map(|(substs, _)| (*only, substs))
    }

    fn inherent_on(&mut self, func: FnId, ty: &Ty, args: &[Ty]) -> Option<(Substs, Holds)> {
        let def = &self.linked.program.fns[func];
        let Container::Impl(id) = def.container else { return None };
        let impl_ = &self.linked.program.impls[id];
        let substs = self.fresh_substs(func, args);
        let self_ty = self.normalize(&subst(&impl_.self_ty, &def.generics, &substs));
        if !self.table.unify(&self_ty, ty) {
            return None;
        }
        let holds = self.bounds_hold(&impl_.bounds, &def.generics, &substs);
        Some((substs, holds))
    }

    /// A function or constant of a trait that the type implements.
    fn trait_member(&mut self, ty: &Ty, name: &Name, args: &[Ty]) -> ValueRes {
        let linked = self.linked;
        for bound in self.bounds_on(ty) {
            if linked.program.traits[bound.trait_].fns.contains_key(name) || linked.names.traits[bound.trait_].consts.contains_key(name) {
                return self.trait_value(bound.trait_, ty.clone(), &bound.substs, name, args);
            }
        }
        let mut maybe = None;
        for (trait_, _) in linked.index.trait_fns(name) {
            let snapshot = self.table.snapshot();
            let holds = self.implements(ty, *trait_);
            self.table.rollback(snapshot);
            match holds {
                Holds::Yes => return self.trait_value(*trait_, ty.clone(), &[], name, args),
                Holds::Maybe if maybe.is_none() => maybe = Some(*trait_),
                Holds::Maybe | Holds::No => {}
            }
        }
        if let Some(trait_) = maybe {
            return self.trait_value(trait_, ty.clone(), &[], name, args);
        }
        for (trait_, found) in linked.names.traits.iter_enumerated() {
            if found.consts.contains_key(name) && self.implements(ty, trait_) == Holds::Yes {
                return self.trait_value(trait_, ty.clone(), &[], name, args);
            }
        }
        ValueRes::Unknown(Why::UnresolvedMethod)
    }

    /// `<this as Trait<trait_args>>::name::<args>`.
    fn trait_value(&mut self, trait_: TraitId, this: Ty, trait_args: &[Ty], name: &Name, args: &[Ty]) -> ValueRes {
        let linked = self.linked;
        for owner in linked.names.supertraits(trait_) {
            if let Some(func) = linked.program.traits[owner].fns.get(name) {
                let mut substs = self.fresh_substs(*func, args);
                if let Some(first) = substs.first_mut() {
                    *first = this;
                }
                if owner == trait_ {
                    for (slot, arg) in substs.iter_mut().skip(1).zip(trait_args) {
                        slot.clone_from(arg);
                    }
                }
                return ValueRes::Fn(*func, substs);
            }
            if let Some(id) = linked.names.traits[owner].consts.get(name) {
                return ValueRes::Const(self.const_of(owner, &this, name).unwrap_or(*id));
            }
        }
        ValueRes::Unknown(Why::UnresolvedMethod)
    }

    /// The impl's value of a trait's constant.
    fn const_of(&mut self, trait_: TraitId, this: &Ty, name: &Name) -> Option<ConstId> {
        let args: Vec<Ty> = self.linked.program.traits[trait_].generics.iter().map(|_| self.table.fresh()).collect();
        match self.select(this, trait_, &args)? {
            super::Selection::Impl(id, _) => self.linked.impl_consts.get(id)?.get(name).copied(),
            _ => None,
        }
    }

    /// What the path of a struct literal or pattern stands for: the variant (a struct has one, 0) and the type's arguments.
    pub fn resolve_variant(&mut self, path: &Path) -> Option<(AdtId, u32, Substs)> {
        let names = &self.linked.names;
        if path.qself.is_none()
            && let Some((Head::Def(TypeDef::Variant(adt, at)), used)) = names.type_head(&self.scope, path)
            && used == path.segments.len()
        {
            let written = path.segments.iter().rev().take(2).find(|segment| !segment.args.is_empty());
            return Some((adt, at, self.adt_args(adt, written)));
        }
        // A type as a whole: a struct, `Self`, an alias.
        if let Ty::Adt(adt, substs) = self.lower_expr_ty(&TypeRef::Path(path.clone()))
            && !self.linked.names.adts[adt].is_enum
        {
            return Some((adt, 0, substs));
        }
        // A variant through `Self`, an alias, an associated type.
        let (last, front) = path.segments.split_last()?;
        if front.is_empty() {
            return None;
        }
        let front = Path { segments: front.to_vec(), ..path.clone() };
        let Ty::Adt(adt, substs) = self.lower_expr_ty(&TypeRef::Path(front)) else { return None };
        let def = &self.linked.names.adts[adt];
        let (at, _) = def.variants.get(&last.name).filter(|_| def.is_enum)?;
        Some((adt, *at, substs))
    }

    /// The type of a value that a path stands for.
    pub fn value_ty(&mut self, value: &ValueRes) -> Ty {
        match value {
            ValueRes::Fn(func, substs) => Ty::FnDef(*func, substs.clone()),
            ValueRes::Ctor(adt, variant, substs) => {
                let ty = Ty::Adt(*adt, substs.clone());
                match self.ctor_sig(*adt, *variant, substs) {
                    Some(sig) => Ty::FnPtr(sig.params, Box::new(ty)),
                    None => ty,
                }
            }
            ValueRes::Static(id) => self.linked.program.statics[*id].ty.clone(),
            ValueRes::Const(id) => {
                let ty = self.linked.consts[*id].ty.clone();
                self.normalize(&ty)
            }
            ValueRes::Unknown(why) => Ty::Unknown(*why),
        }
    }

    /// The signature of a constructor as a function. `None`: it is a value.
    pub fn ctor_sig(&mut self, adt: AdtId, variant: u32, substs: &[Ty]) -> Option<Sig> {
        let def = &self.linked.program.adts[adt];
        let found = def.variants.get(variant as usize).filter(|found| found.shape == Shape::Tuple)?;
        let params = found.fields.values().map(|ty| self.normalize(&subst(ty, &def.generics, substs))).collect();
        Some(Sig { params, ret: Ty::Adt(adt, substs.to_vec()) })
    }
}
