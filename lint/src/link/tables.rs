//! Third pass: the tables of the program, with all types and contracts.

use indexmap::IndexMap;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::collect::{At, Collected, ConstSrc, Place, StaticSrc};
use super::names::{ConstDef, ModuleId, Names, Scope, TraitNames, TypeDef, ValueDef};
use super::table::identity;
use super::types::{InParams, InSignature};
use super::{Allow, BodySource, CfgEnv, Code, Input, Linked, Owner, Root, contracts, derives, imports};
use crate::base::{Idx, IndexVec, Name};
use crate::ir::{
    AdtDef, AdtId, BodyDef, BodyId, Container, Contract, FnDef, FnId, ImplDef, ImplId, ItemKind, Krate, KrateId, LocalBodyId, Program,
    SelfKind, SelfParam, StaticDef, TraitDef, TraitId, TraitRef, Ty, TypeRef, VariantDef, Visibility,
};

type Public = IndexVec<KrateId, (FxHashSet<TypeDef>, FxHashSet<ValueDef>)>;
type Bounds = Vec<(Ty, Vec<TraitRef>)>;

pub(super) fn build(input: &Input, mut src: Collected<'_>) -> Linked {
    let mut names = std::mem::take(&mut src.names);
    let mut out = Linked::default();
    let unknown_traits = trait_names(&mut names, &src);
    let paths = module_paths(&names);
    let public = public(&names, input);
    {
        let tables = Tables { input, src: &src, names: &names, paths: &paths, public: &public };
        tables.all(&mut out, &unknown_traits);
    }
    out.unknown_traits = unknown_traits.len();
    out.names = names;
    out.cfgs = input.krates.iter().map(|krate| krate.cfg.clone()).collect();
    out
}

/// What can be named from outside, by crate. A program has no outside.
fn public(names: &Names, input: &Input) -> Public {
    let of = |(at, krate): (usize, &super::KrateInput)| {
        if krate.is_bin { (FxHashSet::default(), FxHashSet::default()) } else { imports::public_names(names, KrateId::new(at)) }
    };
    input.krates.iter().enumerate().map(of).chain([(FxHashSet::default(), FxHashSet::default())]).collect()
}

/// Which traits each trait asks for, which bound its types, and which trait each impl is of. Traits of impls that are not known become
/// traits without content: their paths as written are returned, in the order of their ids.
fn trait_names(names: &mut Names, src: &Collected<'_>) -> Vec<(KrateId, Name, String)> {
    for (id, trait_) in src.traits.iter_enumerated() {
        let scope = trait_scope(names, src, id);
        let own = trait_.trait_.generics.bounds.iter().filter(|(ty, _)| is_self(ty)).flat_map(|(_, bounds)| bounds);
        let supers = trait_.trait_.supertraits.iter().chain(own).filter_map(|bound| names.resolve_trait(&scope, bound)).collect();
        names.traits[id].supers = supers;
        for item in &trait_.trait_.items {
            if let ItemKind::TypeAlias(alias) = &item.kind {
                let bounds = alias.bounds.iter().filter_map(|bound| names.resolve_trait(&scope, bound)).collect();
                if let Some(slot) = names.traits[id].types.get_mut(&item.name) {
                    *slot = bounds;
                }
            }
        }
    }
    let mut unknown: IndexMap<(KrateId, String), Name> = IndexMap::default();
    let first = names.traits.len();
    let mut of = IndexVec::new();
    for impl_ in &src.impls {
        let scope = names.with_generics(&Scope::of_module(impl_.at.module), &impl_.impl_.generics);
        of.push(impl_.impl_.trait_.as_ref().map(|path| {
            names.resolve_trait(&scope, path).unwrap_or_else(|| {
                let text = path.segments.iter().map(|segment| segment.name.as_str()).collect::<Vec<_>>().join("::");
                let name = path.last().map_or(Name::new("?"), |segment| segment.name.clone());
                TraitId::new(first + unknown.insert_full((impl_.at.krate, text), name).0)
            })
        }));
    }
    names.impl_traits = of;
    for (krate, _) in unknown.keys() {
        let root = names.krates[*krate].root;
        names.traits.push(TraitNames::new(root, Vec::new()));
    }
    unknown.into_iter().map(|((krate, text), name)| (krate, name, text)).collect()
}

fn is_self(ty: &TypeRef) -> bool {
    matches!(ty, TypeRef::Path(path) if path.as_ident().is_some_and(|name| name == "Self"))
}

fn trait_scope(names: &Names, src: &Collected<'_>, id: TraitId) -> Scope {
    let mut scope = Scope::of_module(src.traits[id].at.module);
    scope.param_traits.insert(Name::new("Self"), vec![id]);
    names.with_generics(&scope, &src.traits[id].trait_.generics)
}

fn module_paths(names: &Names) -> IndexVec<ModuleId, String> {
    let mut paths: IndexVec<ModuleId, String> = IndexVec::new();
    for module in &names.modules {
        // Invariant: a module's parent has a smaller number.
        let path = match module.parent.and_then(|parent| paths.get(parent)) {
            Some(parent) => format!("{parent}::{}", module.name),
            None => module.name.to_string(),
        };
        paths.push(path);
    }
    paths
}

/// The type of an impl for people, without arguments: `std::vec::Vec`, `&std::vec::Vec`, `[_]`.
fn head_path(ty: &Ty, program: &Program) -> String {
    match ty {
        Ty::Adt(adt, _) => program.adts[*adt].path.clone(),
        Ty::Prim(name) => name.to_string(),
        Ty::Ref(false, inner) => format!("&{}", head_path(inner, program)),
        Ty::Ref(true, inner) => format!("&mut {}", head_path(inner, program)),
        Ty::Ptr(inner) => format!("*{}", head_path(inner, program)),
        Ty::Slice(inner) => format!("[{}]", head_path(inner, program)),
        Ty::Array(inner) => format!("[{}; _]", head_path(inner, program)),
        Ty::Tuple(parts) => format!("({})", parts.iter().map(|part| head_path(part, program)).collect::<Vec<_>>().join(", ")),
        Ty::Dyn(bounds) => format!("dyn {}", bounds.first().map_or("_", |bound| program.traits[bound.trait_].path.as_str())),
        _ => "_".to_owned(),
    }
}

struct Tables<'a> {
    input: &'a Input,
    src: &'a Collected<'a>,
    names: &'a Names,
    paths: &'a IndexVec<ModuleId, String>,
    public: &'a Public,
}

/// What a function takes from the impl or trait around it.
struct Around {
    scope: Scope,
    generics: Vec<Name>,
    bounds: Bounds,
    path: String,
    public: bool,
    container: Container,
}

impl Tables<'_> {
    fn all(&self, out: &mut Linked, unknown_traits: &[(KrateId, Name, String)]) {
        let src = self.src;
        out.program.krates = self.krates();
        out.program.adts =
            src.adts.indices().collect::<Vec<_>>().into_par_iter().map(|id| self.adt(id)).collect::<Vec<_>>().into_iter().collect();
        out.program.traits = src.traits.indices().map(|id| self.trait_(id)).collect();
        out.program.traits.extend(unknown_traits.iter().map(|(_, name, path)| TraitDef {
            name: name.clone(),
            path: path.clone(),
            generics: Vec::new(),
            supertraits: Vec::new(),
            fns: IndexMap::default(),
            types: IndexMap::default(),
        }));
        let impls: Vec<(ImplDef, Around)> =
            src.impls.indices().collect::<Vec<_>>().into_par_iter().map(|id| self.impl_(id, &out.program)).collect();
        let mut around_impls: IndexVec<ImplId, Around> = IndexVec::new();
        for (def, around) in impls {
            out.program.impls.push(def);
            around_impls.push(around);
        }
        let around_traits: IndexVec<TraitId, Around> = src.traits.indices().map(|id| self.around_trait(id, &out.program)).collect();
        let around = |place: Place| match place {
            Place::Impl(id) => Some(&around_impls[id]),
            Place::Trait(id) => Some(&around_traits[id]),
            Place::Module => None,
        };
        let fns: Vec<FnDef> = src
            .fns
            .indices()
            .collect::<Vec<_>>()
            .into_par_iter()
            .map(|id| match around(src.fns[id].place) {
                Some(around) => self.func(id, around),
                None => self.func(id, &self.around_module(src.fns[id].at.module)),
            })
            .collect();
        out.program.fns = fns.into_iter().collect();
        for (_, value) in src.statics.iter_enumerated() {
            let scope = Scope::of_module(value.at.module);
            out.program.statics.push(self.static_(value, &scope));
        }
        for value in &src.consts {
            let def = match around(value.place) {
                Some(around) => self.constant(value, around),
                None => self.constant(value, &self.around_module(value.at.module)),
            };
            out.consts.push(def);
        }
        for impl_ in &src.impls {
            out.impl_consts.push(impl_.consts.iter().map(|id| (src.consts[*id].item.name.clone(), *id)).collect());
        }
        self.bodies(out);
        self.derives(out);
        self.drops(out);
        self.mains(out);
        out.allows = self.allows();
    }

    fn krates(&self) -> IndexVec<KrateId, Krate> {
        let given = self.input.krates.iter().map(|krate| Krate { name: krate.name.clone(), stub: krate.stub, main: None });
        given.chain([Krate { name: Name::new("must_abort"), stub: true, main: None }]).collect()
    }

    fn cfg(&self, krate: KrateId) -> &CfgEnv {
        &self.input.krates[krate.index()].cfg
    }

    fn is_stub(&self, krate: KrateId) -> bool {
        self.names.krates[krate].stub
    }

    fn adt(&self, id: AdtId) -> AdtDef {
        let src = &self.src.adts[id];
        let generics: Vec<Name> = src.adt.generics.params.iter().map(|param| param.name.clone()).collect();
        let mut scope = self.names.with_generics(&Scope::of_module(src.at.module), &src.adt.generics);
        scope.self_ty = Some(Ty::Adt(id, identity(&generics)));
        let cfg = self.cfg(src.at.krate);
        let variants = src.variants.iter().map(|variant| {
            let written = || variant.fields.iter().filter(|field| cfg.holds(&field.cfg));
            let open = written().filter(|field| field.vis != Visibility::Private).map(|field| field.name.clone()).collect();
            let fields = written().map(|field| (field.name.clone(), self.names.lower_ty(&scope, &field.ty, &mut InSignature)));
            VariantDef { name: variant.name.clone(), shape: variant.shape, fields: fields.collect(), open }
        });
        let attrs = contracts::known(self.names, cfg, src.at.module, &src.item.attrs);
        AdtDef {
            name: src.item.name.clone(),
            path: format!("{}::{}", self.paths[src.at.module], src.item.name),
            krate: src.at.krate,
            name_span: src.item.name_span.in_file(src.at.file),
            kind: src.adt.kind,
            public: self.public[src.at.krate].0.contains(&TypeDef::Adt(id)),
            variants: variants.collect(),
            generics,
            drop_fn: None,
            role: contracts::type_role(&attrs, self.is_stub(src.at.krate)),
            marked: attrs
                .iter()
                .rev()
                .find(|(name, _)| matches!(name.as_str(), "must_abort" | "worker"))
                .map(|(_, attr)| attr.span.in_file(src.at.file)),
        }
    }

    fn trait_(&self, id: TraitId) -> TraitDef {
        let src = &self.src.traits[id];
        let scope = trait_scope(self.names, self.src, id);
        let own = src.trait_.generics.bounds.iter().filter(|(ty, _)| is_self(ty)).flat_map(|(_, bounds)| bounds.iter());
        let supers: Vec<_> = src.trait_.supertraits.iter().chain(own).cloned().collect();
        let mut types = IndexMap::default();
        for item in &src.trait_.items {
            if let ItemKind::TypeAlias(alias) = &item.kind
                && self.names.traits[id].types.contains_key(&item.name)
            {
                types.insert(item.name.clone(), self.names.lower_bounds(&scope, &alias.bounds, &mut InSignature));
            }
        }
        TraitDef {
            name: src.item.name.clone(),
            path: format!("{}::{}", self.paths[src.at.module], src.item.name),
            generics: src.trait_.generics.params.iter().map(|param| param.name.clone()).collect(),
            supertraits: self.names.lower_bounds(&scope, &supers, &mut InSignature),
            fns: src.fns.iter().map(|func| (self.src.fns[*func].item.name.clone(), *func)).collect(),
            types,
        }
    }

    fn impl_(&self, id: ImplId, program: &Program) -> (ImplDef, Around) {
        let src = &self.src.impls[id];
        let mut scope = self.names.with_generics(&Scope::of_module(src.at.module), &src.impl_.generics);
        let self_ty = self.names.lower_ty(&scope, &src.impl_.self_ty, &mut InSignature);
        scope.self_impl = Some(id);
        scope.self_ty = Some(self_ty.clone());
        let generics: Vec<Name> = src.impl_.generics.params.iter().map(|param| param.name.clone()).collect();
        let bounds = self.names.lower_generic_bounds(&scope, &src.impl_.generics);
        let trait_ = self.names.impl_traits[id].map(|trait_| {
            let found = src.impl_.trait_.as_ref().and_then(|path| self.names.lower_trait(&scope, path, &self_ty, &mut InSignature));
            found.unwrap_or(TraitRef { trait_, substs: Vec::new(), bindings: Vec::new() })
        });
        let types = self.names.impl_types[id].iter();
        let types = types.map(|(name, ty)| (name.clone(), self.names.lower_ty(&scope, ty, &mut InSignature))).collect();
        let path = head_path(&self_ty, program);
        let public = match &self_ty {
            Ty::Adt(adt, _) => program.adts[*adt].public,
            _ => true,
        };
        let def = ImplDef {
            krate: src.at.krate,
            trait_,
            generics: generics.clone(),
            bounds: bounds.clone(),
            self_ty,
            fns: src.fns.iter().map(|func| (self.src.fns[*func].item.name.clone(), *func)).collect(),
            types,
        };
        (def, Around { scope, generics, bounds, path, public, container: Container::Impl(id) })
    }

    fn around_trait(&self, id: TraitId, program: &Program) -> Around {
        let src = &self.src.traits[id];
        let def = &program.traits[id];
        let scope = trait_scope(self.names, self.src, id);
        let this = Name::new("Self");
        let own = TraitRef { trait_: id, substs: identity(&def.generics), bindings: Vec::new() };
        let mut bounds = vec![(Ty::Param(this.clone()), vec![own])];
        bounds.extend(self.names.lower_generic_bounds(&scope, &src.trait_.generics));
        let generics = [this].into_iter().chain(def.generics.iter().cloned()).collect();
        let public = self.public[src.at.krate].0.contains(&TypeDef::Trait(id));
        Around { scope, generics, bounds, path: def.path.clone(), public, container: Container::Trait(id) }
    }

    fn around_module(&self, module: ModuleId) -> Around {
        Around {
            scope: Scope::of_module(module),
            generics: Vec::new(),
            bounds: Vec::new(),
            path: self.paths[module].clone(),
            public: true,
            container: Container::Module,
        }
    }

    fn func(&self, id: FnId, around: &Around) -> FnDef {
        let src = &self.src.fns[id];
        let func = src.func;
        let scope = self.names.with_generics(&around.scope, &func.generics);
        let self_ty = || scope.self_ty.clone().unwrap_or_else(|| Ty::Param(Name::new("Self")));
        let mut holes = InParams { found: Vec::new() };
        let mut param_names = Vec::new();
        let mut params = Vec::new();
        let self_kind = func.self_param.as_ref().map(|param| {
            param_names.push(Some(Name::new("self")));
            let (kind, ty) = match param {
                SelfParam::Value => (SelfKind::Value, self_ty()),
                SelfParam::Ref => (SelfKind::Ref, Ty::Ref(false, Box::new(self_ty()))),
                SelfParam::RefMut => (SelfKind::RefMut, Ty::Ref(true, Box::new(self_ty()))),
                SelfParam::Typed(ty) => {
                    let ty = self.names.lower_ty(&scope, ty, &mut holes);
                    let kind = match &ty {
                        Ty::Ref(false, _) => SelfKind::Ref,
                        Ty::Ref(true, _) => SelfKind::RefMut,
                        _ => SelfKind::Value,
                    };
                    (kind, ty)
                }
            };
            params.push(ty);
            kind
        });
        for (name, ty) in &func.params {
            param_names.push(name.clone());
            params.push(self.names.lower_ty(&scope, ty, &mut holes));
        }
        let ret = self.names.lower_ty(&scope, &func.ret, &mut InSignature);
        let own = func.generics.params.iter().map(|param| param.name.clone());
        let generics = around.generics.iter().cloned().chain(own).chain(holes.found.iter().map(|(name, _)| name.clone())).collect();
        let mut bounds = around.bounds.clone();
        bounds.extend(self.names.lower_generic_bounds(&scope, &func.generics));
        bounds.extend(holes.found.into_iter().map(|(name, bounds)| (Ty::Param(name), bounds)));
        let attrs = contracts::known(self.names, self.cfg(src.at.krate), src.at.module, &src.item.attrs);
        FnDef {
            name: src.item.name.clone(),
            path: format!("{}::{}", around.path, src.item.name),
            krate: src.at.krate,
            name_span: src.item.name_span.in_file(src.at.file),
            container: around.container,
            public: self.is_public(id, around),
            test: src.at.test,
            generics,
            bounds,
            self_kind,
            contract: contracts::contract(&attrs, &param_names),
            threads: contracts::threads(&src.item.attrs),
            param_names,
            params,
            ret,
            is_async: func.is_async && (self.is_entry(id) || contracts::runtime(&src.item.attrs).is_none()),
            body: None,
            primitive: func.primitive,
            span: src.item.span,
        }
    }

    fn is_public(&self, id: FnId, around: &Around) -> bool {
        let src = &self.src.fns[id];
        match around.container {
            Container::Module => self.public[src.at.krate].1.contains(&ValueDef::Fn(id)),
            Container::Trait(_) => around.public,
            Container::Impl(impl_) => {
                let by_trait = self.names.impl_traits[impl_].is_some();
                around.public && !self.input.krates[src.at.krate.index()].is_bin && (by_trait || src.item.vis == Visibility::Public)
            }
        }
    }

    fn static_(&self, src: &StaticSrc<'_>, scope: &Scope) -> StaticDef {
        StaticDef {
            path: format!("{}::{}", self.paths[src.at.module], src.item.name),
            name_span: src.item.name_span.in_file(src.at.file),
            ty: self.names.lower_ty(scope, &src.value.ty, &mut InSignature),
            body: None,
        }
    }

    fn constant(&self, src: &ConstSrc<'_>, around: &Around) -> ConstDef {
        let ty = self.names.lower_ty(&around.scope, &src.value.ty, &mut InSignature);
        ConstDef { path: format!("{}::{}", around.path, src.item.name), container: around.container, ty, body: None }
    }

    /// Numbers the bodies: each function's, then what stands in it.
    fn bodies(&self, out: &mut Linked) {
        for (id, src) in self.src.fns.iter_enumerated() {
            if let Some(local) = src.func.body.filter(|_| !src.func.primitive) {
                let root = self.root(out, Owner::Fn(id), src.at, src.block, local);
                out.program.fns[id].body = root;
            }
        }
        for (id, src) in self.src.statics.iter_enumerated() {
            if let Some(local) = src.value.body {
                let root = self.root(out, Owner::Static(id), src.at, src.block, local);
                out.program.statics[id].body = root;
            }
        }
        for (id, src) in self.src.consts.iter_enumerated() {
            if let Some(local) = src.value.body {
                let root = self.root(out, Owner::Const(id), src.at, src.block, local);
                out.consts[id].body = root;
            }
        }
    }

    fn root(&self, out: &mut Linked, owner: Owner, at: At, block: Option<ModuleId>, local: LocalBodyId) -> Option<BodyId> {
        let below = &self.src.children[at.file];
        below.get(local.index())?;
        let root = out.program.bodies.next_index();
        let mut locals = FxHashMap::default();
        let mut open = vec![local];
        while let Some(local) = open.pop() {
            let func = if let Owner::Fn(func) = owner { Some(func) } else { None };
            let id = out.program.bodies.push(BodyDef { file: at.file, func, root });
            out.sources.push(BodySource { code: Code::File(at.file, local), owner });
            locals.insert(local, id);
            open.extend(below[local.index()].iter().rev());
        }
        out.roots.insert(root, Root { module: block.unwrap_or(at.module), locals });
        Some(root)
    }

    fn derives(&self, out: &mut Linked) {
        for (id, src) in self.src.adts.iter_enumerated() {
            let scope = Scope::of_module(src.at.module);
            let mut seen = FxHashSet::default();
            for path in &src.adt.derives {
                if let Some(trait_) = derives::derived_trait(self.names, &scope, path).filter(|trait_| seen.insert(*trait_)) {
                    self.derive(out, id, trait_, path.span);
                }
            }
        }
    }

    fn derive(&self, out: &mut Linked, id: AdtId, trait_: TraitId, span: crate::base::Span) {
        let src = &self.src.adts[id];
        let adt = &out.program.adts[id];
        let reference = |args: Vec<Ty>| TraitRef { trait_, substs: args, bindings: Vec::new() };
        let own = |ty: &Ty| vec![ty.clone(); out.program.traits[trait_].generics.len()];
        let generics = adt.generics.clone();
        let self_ty = Ty::Adt(id, identity(&generics));
        let bounds: Bounds = identity(&generics).into_iter().map(|ty| (ty.clone(), vec![reference(own(&ty))])).collect();
        let impl_id = out.program.impls.next_index();
        let lang = &self.names.lang;
        let made = if Some(trait_) == lang.clone {
            Some(("clone", derives::clone_body(id, adt), Some(SelfKind::Ref)))
        } else if Some(trait_) == lang.default {
            let variant = src.variants.iter().position(|variant| variant.is_default).unwrap_or(0);
            Some(("default", derives::default_body(id, adt, variant as u32), None))
        } else {
            None
        };
        let mut fns = IndexMap::default();
        if let Some((name, body, self_kind)) = made {
            let params: Vec<Ty> = self_kind.iter().map(|_| Ty::Ref(false, Box::new(self_ty.clone()))).collect();
            let func = out.program.fns.next_index();
            let root = out.program.bodies.push(BodyDef { file: src.at.file, func: Some(func), root: out.program.bodies.next_index() });
            out.sources.push(BodySource { code: Code::Made(Box::new(body)), owner: Owner::Fn(func) });
            out.roots.insert(root, Root { module: src.at.module, locals: FxHashMap::default() });
            let adt = &out.program.adts[id];
            out.program.fns.push(FnDef {
                name: Name::new(name),
                path: format!("{}::{name}", adt.path),
                krate: src.at.krate,
                name_span: span.in_file(src.at.file),
                container: Container::Impl(impl_id),
                public: adt.public,
                test: src.at.test,
                generics: generics.clone(),
                bounds: bounds.clone(),
                self_kind,
                param_names: params.iter().map(|_| Some(Name::new("self"))).collect(),
                params,
                ret: self_ty.clone(),
                is_async: false,
                body: Some(root),
                primitive: false,
                contract: Contract::default(),
                threads: None,
                span,
            });
            fns.insert(Name::new(name), func);
        }
        let trait_ = Some(reference(own(&self_ty)));
        out.program.impls.push(ImplDef { krate: src.at.krate, trait_, generics, bounds, self_ty, fns, types: IndexMap::default() });
        out.impl_consts.push(IndexMap::default());
    }

    fn drops(&self, out: &mut Linked) {
        let Some(drop) = self.names.lang.drop else { return };
        let impls = out.program.impls.iter().filter(|impl_| impl_.trait_.as_ref().is_some_and(|found| found.trait_ == drop));
        let found: Vec<_> = impls
            .filter_map(|impl_| if let Ty::Adt(adt, _) = impl_.self_ty { Some((adt, *impl_.fns.get("drop")?)) } else { None })
            .collect();
        for (adt, func) in found {
            out.program.adts[adt].drop_fn = Some(func);
        }
    }

    /// Whether a function is the `main` of a program.
    fn is_entry(&self, func: FnId) -> bool {
        let krate = self.src.fns[func].at.krate;
        self.input.krates[krate.index()].is_bin && self.main_of(krate) == Some(func)
    }

    fn main_of(&self, krate: KrateId) -> Option<FnId> {
        let main = self.names.modules[self.names.krates[krate].root].names.get("main").and_then(|found| found.values.as_ref())?;
        if let ValueDef::Fn(func) = main.def { Some(func) } else { None }
    }

    fn mains(&self, out: &mut Linked) {
        for (at, _) in self.input.krates.iter().enumerate().filter(|(_, krate)| krate.is_bin) {
            let id = KrateId::new(at);
            if let Some(func) = self.main_of(id) {
                out.program.krates[id].main = Some(func);
            }
        }
    }

    fn allows(&self) -> Vec<Allow> {
        let mut all = Vec::new();
        for src in &self.src.attrs {
            let holds = self.cfg(src.at.krate).holds(&src.attr.cfg);
            let named = self.names.resolve_attr(src.at.module, &src.attr.path);
            if holds && named.is_some_and(|name| name == "allow_hang") {
                let (rules, reason) = contracts::allowed(src.attr);
                all.push(Allow { at: src.attr.span.in_file(src.at.file), covers: src.item.span, rules, reason });
            }
        }
        // A file that two crates share is met twice.
        let mut seen = FxHashSet::default();
        all.retain(|allow| seen.insert(allow.at));
        all
    }
}
