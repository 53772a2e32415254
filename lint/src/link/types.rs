//! Types as written to types: names resolved, aliases expanded, `Self` and associated types taken apart.

use super::names::{ModuleId, Names, Scope, TypeDef};
use super::resolve::Head;
use super::table::subst;
use crate::base::Name;
use crate::ir::{Bound, GenericParam, Generics, Path, Segment, Substs, TraitId, TraitRef, Ty, TypeRef, Why};

/// Aliases and `Self::Type` that go round in circles end here.
const MAX_DEPTH: usize = 24;

/// What stands for what is not written.
pub(super) trait Holes {
    /// `_`, or an argument that was left out.
    fn infer(&mut self) -> Ty;
    /// `impl Trait`.
    fn impl_trait(&mut self, bounds: Vec<TraitRef>, names: &Names) -> Ty;
    /// Whether arguments that are left out are to be inferred even where they have defaults.
    fn in_expression(&self) -> bool {
        false
    }
}

/// In signatures: nothing is inferred, `impl Trait` is a type of its own.
pub(super) struct InSignature;

impl Holes for InSignature {
    fn infer(&mut self) -> Ty {
        Ty::Unknown(Why::UninferredType)
    }

    fn impl_trait(&mut self, bounds: Vec<TraitRef>, names: &Names) -> Ty {
        opaque(bounds, names)
    }
}

/// `impl Trait` in result position: a future by its output, else by its bounds.
pub(super) fn opaque(bounds: Vec<TraitRef>, names: &Names) -> Ty {
    let output = bounds.iter().find(|bound| Some(bound.trait_) == names.lang.future).and_then(|bound| {
        let output = bound.bindings.iter().find(|(name, _)| name == "Output");
        output.map(|(_, ty)| ty.clone())
    });
    output.map_or(Ty::Opaque(bounds), |output| Ty::Future(Box::new(output)))
}

/// In parameters: each `impl Trait` is one more type parameter.
pub(super) struct InParams {
    pub found: Vec<(Name, Vec<TraitRef>)>,
}

impl Holes for InParams {
    fn infer(&mut self) -> Ty {
        Ty::Unknown(Why::UninferredType)
    }

    fn impl_trait(&mut self, bounds: Vec<TraitRef>, _: &Names) -> Ty {
        let name = Name::new(&format!("impl Trait#{}", self.found.len()));
        self.found.push((name.clone(), bounds));
        Ty::Param(name)
    }
}

impl Names {
    /// The type as written in this scope. Associated types of parameters stay [`Ty::Projection`]s.
    pub(super) fn lower_ty(&self, scope: &Scope, ty: &TypeRef, holes: &mut dyn Holes) -> Ty {
        Lowering { names: self, scope, depth: 0 }.ty(ty, holes)
    }

    /// The bounds that name a known trait.
    pub(super) fn lower_bounds(&self, scope: &Scope, bounds: &[Bound], holes: &mut dyn Holes) -> Vec<TraitRef> {
        Lowering { names: self, scope, depth: 0 }.bounds(bounds, &Ty::Param(Name::new("Self")), holes)
    }

    /// Bounds of parameters, over types.
    pub(super) fn lower_generic_bounds(&self, scope: &Scope, generics: &Generics) -> Vec<(Ty, Vec<TraitRef>)> {
        let lowering = Lowering { names: self, scope, depth: 0 };
        let mut out = Vec::new();
        for (ty, bounds) in &generics.bounds {
            let ty = lowering.ty(ty, &mut InSignature);
            let bounds = lowering.bounds(bounds, &ty, &mut InSignature);
            if !bounds.is_empty() {
                out.push((ty, bounds));
            }
        }
        out
    }

    /// A trait with the arguments of the segment that names it.
    pub(super) fn lower_trait(&self, scope: &Scope, path: &Path, self_ty: &Ty, holes: &mut dyn Holes) -> Option<TraitRef> {
        Lowering { names: self, scope, depth: 0 }.bound(path, self_ty, holes)
    }

    /// The arguments of a segment for these parameters, what is left out filled in.
    pub(super) fn lower_args(
        &self,
        scope: &Scope,
        params: &[GenericParam],
        home: ModuleId,
        segment: Option<&Segment>,
        holes: &mut dyn Holes,
    ) -> Substs {
        Lowering { names: self, scope, depth: 0 }.args(params, home, segment, None, holes)
    }

    /// `base::name` of a type in this scope.
    pub(super) fn lower_assoc(&self, scope: &Scope, base: Ty, name: &Name) -> Ty {
        Lowering { names: self, scope, depth: 0 }.assoc(base, name, false, &mut InSignature)
    }

    /// The scope with these parameters, and what they are bound by, in addition.
    pub(super) fn with_generics(&self, scope: &Scope, generics: &Generics) -> Scope {
        let mut inner = scope.clone();
        inner.generics.extend(generics.params.iter().map(|param| param.name.clone()));
        let mut found: Vec<(Name, TraitId)> = Vec::new();
        for (ty, bounds) in &generics.bounds {
            let Some(key) = param_key(ty) else { continue };
            found.extend(bounds.iter().filter_map(|bound| Some((key.clone(), self.resolve_trait(&inner, bound)?))));
        }
        for (key, id) in found {
            inner.param_traits.entry(key).or_default().push(id);
        }
        inner
    }
}

/// `T`, or `T::Item`, as a key of [`Scope::param_traits`].
fn param_key(ty: &TypeRef) -> Option<Name> {
    let TypeRef::Path(path) = ty else { return None };
    if path.global || path.qself.is_some() || path.segments.len() > 2 {
        return None;
    }
    let names: Vec<&str> = path.segments.iter().map(|segment| segment.name.as_str()).collect();
    Some(Name::new(&names.join("::")))
}

struct Lowering<'a> {
    names: &'a Names,
    scope: &'a Scope,
    depth: usize,
}

impl Lowering<'_> {
    fn deeper<'a>(&'a self, scope: &'a Scope) -> Option<Lowering<'a>> {
        (self.depth < MAX_DEPTH).then_some(Lowering { names: self.names, scope, depth: self.depth + 1 })
    }

    fn ty(&self, ty: &TypeRef, holes: &mut dyn Holes) -> Ty {
        match ty {
            TypeRef::Path(path) => self.path(path, holes),
            TypeRef::Ref { mutable, ty } => Ty::Ref(*mutable, Box::new(self.ty(ty, holes))),
            TypeRef::Ptr(ty) => Ty::Ptr(Box::new(self.ty(ty, holes))),
            TypeRef::Tuple(parts) => Ty::Tuple(parts.iter().map(|ty| self.ty(ty, holes)).collect()),
            TypeRef::Slice(ty) => Ty::Slice(Box::new(self.ty(ty, holes))),
            TypeRef::Array(ty) => Ty::Array(Box::new(self.ty(ty, holes))),
            TypeRef::FnPtr(params, ret) => Ty::FnPtr(params.iter().map(|ty| self.ty(ty, holes)).collect(), Box::new(self.ty(ret, holes))),
            TypeRef::Impl(bounds) => {
                let bounds = self.marked(bounds, holes);
                holes.impl_trait(bounds, self.names)
            }
            TypeRef::Dyn(bounds) => Ty::Dyn(self.marked(bounds, holes)),
            TypeRef::Never => Ty::Never,
            TypeRef::Infer => holes.infer(),
            TypeRef::Unknown => Ty::Unknown(Why::UnknownMacro),
        }
    }

    /// Bounds without the marker traits, which make no difference to what a value is or does (unless there is nothing else).
    fn marked(&self, bounds: &[Bound], holes: &mut dyn Holes) -> Vec<TraitRef> {
        let mut all = self.bounds(bounds, &Ty::Param(Name::new("Self")), holes);
        let lang = &self.names.lang;
        let markers = [lang.sized, lang.send, lang.sync, lang.unpin];
        let is_marker = |bound: &TraitRef| markers.contains(&Some(bound.trait_));
        if !all.iter().all(is_marker) {
            all.retain(|bound| !is_marker(bound));
        }
        all
    }

    fn bounds(&self, bounds: &[Bound], self_ty: &Ty, holes: &mut dyn Holes) -> Vec<TraitRef> {
        bounds.iter().filter_map(|bound| self.bound(bound, self_ty, holes)).collect()
    }

    fn bound(&self, path: &Path, self_ty: &Ty, holes: &mut dyn Holes) -> Option<TraitRef> {
        let trait_ = self.names.resolve_trait(self.scope, path)?;
        let segment = path.last();
        let substs = self.args(&self.names.traits[trait_].params, self.names.traits[trait_].module, segment, Some(self_ty), holes);
        let bindings = segment.map_or(&[][..], |segment| &segment.bindings);
        let bindings = bindings.iter().map(|(name, ty)| (name.clone(), self.ty(ty, holes))).collect();
        Some(TraitRef { trait_, substs, bindings })
    }

    /// The arguments for these parameters; defaults are read in the module `home`.
    fn args(
        &self,
        params: &[GenericParam],
        home: ModuleId,
        segment: Option<&Segment>,
        self_ty: Option<&Ty>,
        holes: &mut dyn Holes,
    ) -> Substs {
        let written = segment.map_or(&[][..], |segment| &segment.args);
        let mut generics: Vec<Name> = Vec::new();
        let mut substs: Substs = Vec::new();
        if let Some(self_ty) = self_ty {
            generics.push(Name::new("Self"));
            substs.push(self_ty.clone());
        }
        for (at, param) in params.iter().enumerate() {
            let arg = match (written.get(at), &param.default) {
                (Some(ty), _) => self.ty(ty, holes),
                (None, Some(default)) if !(holes.in_expression() && written.is_empty()) => {
                    let names = params.iter().map(|param| param.name.clone()).collect();
                    let scope = Scope { generics: names, self_ty: self_ty.cloned(), ..Scope::of_module(home) };
                    let ty = self.deeper(&scope).map_or(Ty::Unknown(Why::Cut), |inner| inner.ty(default, &mut InSignature));
                    subst(&ty, &generics, &substs)
                }
                (None, _) => holes.infer(),
            };
            generics.push(param.name.clone());
            substs.push(arg);
        }
        if self_ty.is_some() {
            substs.remove(0);
        }
        substs
    }

    fn path(&self, path: &Path, holes: &mut dyn Holes) -> Ty {
        if let Some(qself) = &path.qself {
            return self.qualified(path, &qself.0, qself.1, holes);
        }
        let Some((head, used)) = self.names.type_head(self.scope, path) else {
            return Ty::Unknown(self.names.why(self.scope.module, path));
        };
        let segment = path.segments.get(used.saturating_sub(1));
        let is_self = head == Head::SelfTy;
        let mut ty = match head {
            Head::Param(name) => Ty::Param(name),
            Head::SelfTy => self.scope.self_ty.clone().unwrap_or_else(|| Ty::Param(Name::new("Self"))),
            Head::Def(TypeDef::Adt(adt)) => {
                Ty::Adt(adt, self.args(&self.names.adts[adt].params, self.names.adts[adt].module, segment, None, holes))
            }
            Head::Def(TypeDef::Alias(alias)) => self.alias(alias, segment, holes),
            Head::Def(TypeDef::Prim(name)) => Ty::Prim(name),
            Head::Def(TypeDef::Trait(_)) if used == path.segments.len() => Ty::Dyn(self.marked(std::slice::from_ref(path), holes)),
            Head::Def(TypeDef::Trait(_) | TypeDef::Module(_) | TypeDef::Variant(..)) => {
                return Ty::Unknown(self.names.why(self.scope.module, path));
            }
        };
        let mut is_self = is_self;
        for segment in &path.segments[used..] {
            ty = self.assoc(ty, &segment.name, is_self, holes);
            is_self = false;
        }
        ty
    }

    fn qualified(&self, path: &Path, ty: &TypeRef, count: usize, holes: &mut dyn Holes) -> Ty {
        let is_self = matches!(ty, TypeRef::Path(path) if path.as_ident().is_some_and(|name| name == "Self"));
        let mut ty = self.ty(ty, holes);
        let mut rest = path.segments.get(count..).unwrap_or(&[]);
        if count > 0
            && let Some((name, more)) = rest.split_first()
        {
            let segments = path.segments[..count].to_vec();
            let trait_path = Path { global: path.global, qself: None, segments, span: path.span };
            let Some(trait_) = self.names.resolve_trait(self.scope, &trait_path) else { return Ty::Unknown(Why::UnresolvedPath) };
            ty = match self.own_assoc(&name.name, is_self, Some(trait_), holes) {
                Some(ty) => ty,
                None => self
                    .names
                    .trait_with_type(&[trait_], &name.name)
                    .map_or(Ty::Unknown(Why::UnresolvedPath), |trait_| Ty::Projection(Box::new(ty), trait_, name.name.clone())),
            };
            rest = more;
        }
        for segment in rest {
            ty = self.assoc(ty, &segment.name, false, holes);
        }
        ty
    }

    fn alias(&self, alias: super::names::AliasId, segment: Option<&Segment>, holes: &mut dyn Holes) -> Ty {
        let source = &self.names.aliases[alias];
        let substs = self.args_in(&source.params, segment, &source.scope, holes);
        let Some(inner) = self.deeper(&source.scope) else { return Ty::Unknown(Why::Cut) };
        let ty = inner.ty(&source.ty, &mut InSignature);
        let generics: Vec<Name> = source.params.iter().map(|param| param.name.clone()).collect();
        subst(&ty, &generics, &substs)
    }

    /// As [`Self::args`], with the defaults read in another scope.
    fn args_in(&self, params: &[GenericParam], segment: Option<&Segment>, defaults: &Scope, holes: &mut dyn Holes) -> Substs {
        let written = segment.map_or(0, |segment| segment.args.len());
        let mut substs = self.args(&params[..written.min(params.len())], self.scope.module, segment, None, holes);
        let generics: Vec<Name> = params.iter().map(|param| param.name.clone()).collect();
        for param in params.get(written..).unwrap_or(&[]) {
            let arg = match &param.default {
                Some(default) if !(holes.in_expression() && written == 0) => {
                    let ty = self.deeper(defaults).map_or(Ty::Unknown(Why::Cut), |inner| inner.ty(default, &mut InSignature));
                    subst(&ty, &generics, &substs)
                }
                _ => holes.infer(),
            };
            substs.push(arg);
        }
        substs
    }

    /// `Self::Name` in an impl that says what it is.
    fn own_assoc(&self, name: &Name, is_self: bool, trait_: Option<TraitId>, holes: &mut dyn Holes) -> Option<Ty> {
        let impl_ = self.scope.self_impl.filter(|_| is_self)?;
        if trait_.is_some() && self.names.impl_traits.get(impl_).copied().flatten() != trait_ {
            return None;
        }
        let written = self.names.impl_types.get(impl_)?.get(name)?;
        Some(self.deeper(self.scope).map_or(Ty::Unknown(Why::Cut), |inner| inner.ty(written, holes)))
    }

    fn assoc(&self, base: Ty, name: &Name, is_self: bool, holes: &mut dyn Holes) -> Ty {
        if let Some(ty) = self.own_assoc(name, is_self, None, holes) {
            return ty;
        }
        let scope = self.scope;
        let bound_by = |key: &str| scope.param_traits.get(key).map_or(&[][..], Vec::as_slice);
        let mut found = match &base {
            Ty::Param(param) => self.names.trait_with_type(bound_by(param), name),
            Ty::Projection(inner, trait_, assoc) => {
                let declared = self.names.traits[*trait_].types.get(assoc).and_then(|traits| self.names.trait_with_type(traits, name));
                declared.or_else(|| match &**inner {
                    Ty::Param(param) => self.names.trait_with_type(bound_by(&format!("{param}::{assoc}")), name),
                    _ => None,
                })
            }
            _ => None,
        };
        if found.is_none() && is_self {
            let own = scope.self_impl.and_then(|impl_| self.names.impl_traits.get(impl_).copied().flatten());
            found = own.and_then(|own| self.names.trait_with_type(&[own], name));
        }
        found.map_or(Ty::Unknown(Why::UnresolvedPath), |trait_| Ty::Projection(Box::new(base), trait_, name.clone()))
    }
}
