//! First pass: the module tree with what is defined in each module, and a number for every item.
//!
//! Items whose `cfg` does not hold are left out here, so that no later pass sees them.

use indexmap::IndexMap;
use rustc_hash::{FxHashMap, FxHashSet};

use super::input::{CfgEnv, Input, is_test_only};
use super::names::{
    AdtNames, AliasId, AliasSource, ConstId, Entry, KrateNames, Module, ModuleId, Names, PerNs, Scope, TypeDef, ValueDef, Via, Vis,
};
use crate::base::{FileId, Idx, IndexVec, Name};
use crate::ir::{
    AdtId, AdtItem, AliasItem, Attr, Cfg, Edition, FileFacts, FnId, FnItem, ImplId, ImplItem, Import, Item, ItemKind, KrateId, LocalBodyId,
    Shape, StaticId, TraitId, TraitItem, ValueItem, VariantItem, Visibility,
};

/// The attributes that the crate `must_abort` has.
pub(super) const ATTRIBUTES: [&str; 20] = [
    "must_abort",
    "worker",
    "aborts",
    "closes",
    "sends",
    "parks",
    "pairs",
    "same",
    "polls",
    "sets",
    "puts",
    "gets",
    "clears",
    "spawns",
    "joins",
    "kills",
    "detaches",
    "owns",
    "borrows",
    "allow_hang",
];

/// Modules nest no deeper than this: a `#[path]` that names its own file must not go on for ever.
const MAX_DEPTH: usize = 64;

/// In what an item stands, for functions and constants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Module,
    Impl(ImplId),
    Trait(TraitId),
}

/// Where an item stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct At {
    pub module: ModuleId,
    pub file: FileId,
    pub krate: KrateId,
    pub test: bool,
}

pub(super) struct FnSrc<'a> {
    pub at: At,
    pub item: &'a Item,
    pub func: &'a FnItem,
    pub place: Place,
    /// The block module of its body, if that holds items.
    pub block: Option<ModuleId>,
}

pub(super) struct AdtSrc<'a> {
    pub at: At,
    pub item: &'a Item,
    pub adt: &'a AdtItem,
    /// The variants that exist.
    pub variants: Vec<&'a VariantItem>,
}

pub(super) struct TraitSrc<'a> {
    pub at: At,
    pub item: &'a Item,
    pub trait_: &'a TraitItem,
    pub fns: Vec<FnId>,
}

pub(super) struct ImplSrc<'a> {
    pub at: At,
    pub impl_: &'a ImplItem,
    pub fns: Vec<FnId>,
    pub consts: Vec<ConstId>,
}

pub(super) struct StaticSrc<'a> {
    pub at: At,
    pub item: &'a Item,
    pub value: &'a ValueItem,
    pub block: Option<ModuleId>,
}

pub(super) struct ConstSrc<'a> {
    pub at: At,
    pub item: &'a Item,
    pub value: &'a ValueItem,
    pub place: Place,
    pub block: Option<ModuleId>,
}

/// A leaf of a `use`, to be resolved.
pub(super) struct ImportSrc<'a> {
    pub module: ModuleId,
    pub import: &'a Import,
    pub vis: Vis,
}

/// An attribute that may be an `allow_hang`, of any item.
pub(super) struct AttrSrc<'a> {
    pub at: At,
    pub item: &'a Item,
    pub attr: &'a Attr,
}

/// What the first pass leaves.
pub(super) struct Collected<'a> {
    pub names: Names,
    pub fns: IndexVec<FnId, FnSrc<'a>>,
    pub adts: IndexVec<AdtId, AdtSrc<'a>>,
    pub traits: IndexVec<TraitId, TraitSrc<'a>>,
    pub impls: IndexVec<ImplId, ImplSrc<'a>>,
    pub statics: IndexVec<StaticId, StaticSrc<'a>>,
    pub consts: IndexVec<ConstId, ConstSrc<'a>>,
    pub imports: Vec<ImportSrc<'a>>,
    pub attrs: Vec<AttrSrc<'a>>,
    pub children: IndexVec<FileId, Vec<Vec<LocalBodyId>>>,
}

pub(super) fn collect(input: &Input) -> Collected<'_> {
    let children = input.files.iter().map(|file| bodies_below(&file.facts)).collect();
    let mut collector = Collector {
        input,
        out: Collected {
            names: Names::default(),
            fns: IndexVec::new(),
            adts: IndexVec::new(),
            traits: IndexVec::new(),
            impls: IndexVec::new(),
            statics: IndexVec::new(),
            consts: IndexVec::new(),
            imports: Vec::new(),
            attrs: Vec::new(),
            children,
        },
        depth: 0,
    };
    for (at, krate) in input.krates.iter().enumerate() {
        let krate_id = KrateId::new(at);
        let root = collector.module(krate_id, Name::new(&krate.name), krate.root, None, false, !krate.is_bin, false);
        collector.out.names.krates.push(KrateNames { root, edition: krate.edition, stub: krate.stub, externs: FxHashMap::default() });
        if let Some(file) = input.files.get(krate.root) {
            let at = At { module: root, file: krate.root, krate: krate_id, test: false };
            collector.file(&file.facts, at);
        }
    }
    collector.attribute_krate();
    collector.externs();
    collector.out
}

/// For each body of the file, the bodies that stand in it, directly.
fn bodies_below(facts: &FileFacts) -> Vec<Vec<LocalBodyId>> {
    let mut below = vec![Vec::new(); facts.bodies.len()];
    for (id, body) in facts.bodies.iter_enumerated() {
        if let Some(list) = body.parent.and_then(|parent| below.get_mut(parent.index())) {
            list.push(id);
        }
    }
    below
}

struct Collector<'a> {
    input: &'a Input,
    out: Collected<'a>,
    depth: usize,
}

impl<'a> Collector<'a> {
    #[expect(clippy::too_many_arguments, reason = "these are the fields of a module")]
    fn module(
        &mut self,
        krate: KrateId,
        name: Name,
        file: FileId,
        parent: Option<ModuleId>,
        block: bool,
        public: bool,
        test: bool,
    ) -> ModuleId {
        let names = IndexMap::default();
        self.out.names.modules.push(Module {
            name,
            krate,
            file,
            parent,
            block,
            public,
            test,
            opaque: false,
            names,
            traits: Vec::new(),
            foreign: FxHashSet::default(),
            version: 0,
        })
    }

    fn cfg(&self, krate: KrateId) -> &'a CfgEnv {
        &self.input.krates[krate.index()].cfg
    }

    fn file(&mut self, facts: &'a FileFacts, at: At) {
        if self.cfg(at.krate).holds(&facts.cfg) {
            self.items(&facts.items, At { test: at.test || is_test_only(&facts.cfg), ..at });
        }
    }

    fn items(&mut self, items: &'a [Item], at: At) {
        let cfg = self.cfg(at.krate);
        let in_tests = cfg.holds(&Cfg::Is(Name::new("test"), None));
        for item in items {
            if cfg.holds(&item.cfg) && (in_tests || !item.attrs.iter().any(is_test)) {
                self.item(item, at);
            }
        }
    }

    fn item(&mut self, item: &'a Item, at: At) {
        let at = At { test: at.test || is_test_only(&item.cfg) || item.attrs.iter().any(is_test), ..at };
        self.attrs(item, at);
        match &item.kind {
            ItemKind::Mod { content, .. } => self.child(item, content.as_deref(), at),
            ItemKind::Use(imports) => {
                let vis = vis(&item.vis);
                self.out.imports.extend(imports.iter().map(|import| ImportSrc { module: at.module, import, vis }));
            }
            ItemKind::ExternCrate(name, alias) => {
                self.out.names.extern_krates.push((at.module, name.clone(), alias.clone(), vis(&item.vis)));
            }
            ItemKind::Adt(adt) => self.adt(item, adt, at),
            ItemKind::Fn(func) => {
                let id = self.func(item, func, at, Place::Module);
                self.define_value(item, at, ValueDef::Fn(id));
            }
            ItemKind::Impl(impl_) => self.impl_(impl_, at),
            ItemKind::Trait(trait_) => self.trait_(item, trait_, at),
            ItemKind::TypeAlias(alias) => {
                let id = self.alias(alias, at);
                self.define_type(item, at, TypeDef::Alias(id));
            }
            ItemKind::Value(value) => self.value(item, value, at),
            ItemKind::Macro => self.out.names.modules[at.module].opaque = true,
        }
    }

    fn attrs(&mut self, item: &'a Item, at: At) {
        self.out.attrs.extend(item.attrs.iter().map(|attr| AttrSrc { at, item, attr }));
    }

    fn child(&mut self, item: &'a Item, content: Option<&'a [Item]>, at: At) {
        let parent = &self.out.names.modules[at.module];
        let public = parent.public && item.vis == Visibility::Public;
        let in_file = self.input.files.get(at.file).and_then(|file| file.children.get(&item.span.start)).copied();
        let file = if content.is_some() { at.file } else { in_file.unwrap_or(at.file) };
        let id = self.module(at.krate, item.name.clone(), file, Some(at.module), false, public, at.test);
        self.define_type(item, at, TypeDef::Module(id));
        let loaded = in_file.and_then(|file| self.input.files.get(file));
        if self.depth >= MAX_DEPTH {
            return;
        }
        let at = At { module: id, file, ..at };
        self.depth += 1;
        match (content, loaded) {
            (Some(items), _) => self.items(items, at),
            (None, Some(file)) => self.file(&file.facts, at),
            // Its file was not found: a generated one. Names may be missing.
            (None, None) => self.out.names.modules[id].opaque = true,
        }
        self.depth -= 1;
    }

    fn define_type(&mut self, item: &Item, at: At, def: TypeDef) {
        let slot = self.out.names.modules[at.module].names.entry(item.name.clone()).or_default();
        slot.types.get_or_insert(Entry { def, via: Via::Local, vis: vis(&item.vis) });
    }

    fn define_value(&mut self, item: &Item, at: At, def: ValueDef) {
        let slot = self.out.names.modules[at.module].names.entry(item.name.clone()).or_default();
        slot.values.get_or_insert(Entry { def, via: Via::Local, vis: vis(&item.vis) });
    }

    fn adt(&mut self, item: &'a Item, adt: &'a AdtItem, at: At) {
        let cfg = self.cfg(at.krate);
        let variants: Vec<&VariantItem> = adt.variants.iter().filter(|variant| cfg.holds(&variant.cfg)).collect();
        let is_enum = adt.kind == crate::ir::AdtKind::Enum;
        let shape = variants.first().map_or(Shape::Unit, |variant| variant.shape);
        let names = variants.iter().enumerate().map(|(at, variant)| (variant.name.clone(), (at as u32, variant.shape))).collect();
        self.out.names.adts.push(AdtNames { is_enum, params: adt.generics.params.clone(), module: at.module, variants: names });
        let id = self.out.adts.push(AdtSrc { at, item, adt, variants });
        self.define_type(item, at, TypeDef::Adt(id));
        if !is_enum && shape != Shape::Named {
            self.define_value(item, at, ValueDef::Ctor(id, 0));
        }
    }

    fn func(&mut self, item: &'a Item, func: &'a FnItem, at: At, place: Place) -> FnId {
        let id = self.out.fns.push(FnSrc { at, item, func, place, block: None });
        let block = func.body.and_then(|body| self.block(body, item, at));
        self.out.fns[id].block = block;
        id
    }

    /// The module of the items that stand in a body or in the closures and async blocks of it.
    fn block(&mut self, root: LocalBodyId, item: &'a Item, at: At) -> Option<ModuleId> {
        let facts = &self.input.files.get(at.file)?.facts;
        let mut open = vec![root];
        let mut found: Vec<&'a [Item]> = Vec::new();
        while let Some(body) = open.pop() {
            let Some(lowered) = facts.bodies.get(body) else { continue };
            if !lowered.items.is_empty() {
                found.push(&lowered.items);
            }
            open.extend(self.out.children[at.file][body.index()].iter().rev());
        }
        if found.is_empty() || self.depth >= MAX_DEPTH {
            return None;
        }
        let id = self.module(at.krate, item.name.clone(), at.file, Some(at.module), true, false, at.test);
        self.depth += 1;
        for items in found {
            self.items(items, At { module: id, ..at });
        }
        self.depth -= 1;
        Some(id)
    }

    fn alias(&mut self, alias: &'a AliasItem, at: At) -> AliasId {
        let ty = alias.ty.clone().unwrap_or(crate::ir::TypeRef::Unknown);
        let params = alias.generics.params.clone();
        let generics = params.iter().map(|param| param.name.clone()).collect();
        let scope = Scope { generics, ..Scope::of_module(at.module) };
        self.out.names.aliases.push(AliasSource { params, ty, scope })
    }

    fn value(&mut self, item: &'a Item, value: &'a ValueItem, at: At) {
        let block = value.body.and_then(|body| self.block(body, item, at));
        let def = if value.is_static {
            ValueDef::Static(self.out.statics.push(StaticSrc { at, item, value, block }))
        } else {
            ValueDef::Const(self.out.consts.push(ConstSrc { at, item, value, place: Place::Module, block }))
        };
        if item.name != "_" {
            self.define_value(item, at, def);
        }
    }

    fn impl_(&mut self, impl_: &'a ImplItem, at: At) {
        let id = self.out.impls.push(ImplSrc { at, impl_, fns: Vec::new(), consts: Vec::new() });
        let mut types = IndexMap::default();
        for inner in &impl_.items {
            if !self.cfg(at.krate).holds(&inner.cfg) {
                continue;
            }
            let at = At { test: at.test || is_test_only(&inner.cfg), ..at };
            self.attrs(inner, at);
            match &inner.kind {
                ItemKind::Fn(func) => {
                    let func = self.func(inner, func, at, Place::Impl(id));
                    self.out.impls[id].fns.push(func);
                }
                ItemKind::TypeAlias(alias) => {
                    if let Some(ty) = &alias.ty {
                        types.entry(inner.name.clone()).or_insert_with(|| ty.clone());
                    }
                }
                ItemKind::Value(value) => {
                    let block = value.body.and_then(|body| self.block(body, inner, at));
                    let value = self.out.consts.push(ConstSrc { at, item: inner, value, place: Place::Impl(id), block });
                    self.out.impls[id].consts.push(value);
                }
                _ => {}
            }
        }
        self.out.names.impl_types.push(types);
    }

    fn trait_(&mut self, item: &'a Item, trait_: &'a TraitItem, at: At) {
        let id = self.out.traits.push(TraitSrc { at, item, trait_, fns: Vec::new() });
        let slot = self.out.names.traits.push(super::names::TraitNames::new(at.module, trait_.generics.params.clone()));
        self.out.names.traits[slot].sealed = self.input.krates[at.krate.index()].stub && item.vis != Visibility::Public;
        self.define_type(item, at, TypeDef::Trait(id));
        for inner in &trait_.items {
            if !self.cfg(at.krate).holds(&inner.cfg) {
                continue;
            }
            self.attrs(inner, at);
            match &inner.kind {
                ItemKind::Fn(func) => {
                    let func = self.func(inner, func, at, Place::Trait(id));
                    self.out.traits[id].fns.push(func);
                }
                ItemKind::TypeAlias(_) => {
                    self.out.names.traits[slot].types.entry(inner.name.clone()).or_default();
                }
                ItemKind::Value(value) => {
                    let block = value.body.and_then(|body| self.block(body, inner, at));
                    let value = self.out.consts.push(ConstSrc { at, item: inner, value, place: Place::Trait(id), block });
                    self.out.names.traits[slot].consts.insert(inner.name.clone(), value);
                }
                _ => {}
            }
        }
    }

    /// The crate `must_abort`: nothing but its attributes.
    fn attribute_krate(&mut self) {
        let krate = self.out.names.krates.next_index();
        let root = self.module(krate, Name::new("must_abort"), FileId::new(0), None, false, true, false);
        for attribute in ATTRIBUTES {
            let entry = Entry { def: Name::new(attribute), via: Via::Local, vis: Vis::Public };
            self.out.names.modules[root].names.insert(Name::new(attribute), PerNs { macros: Some(entry), ..PerNs::default() });
        }
        self.out.names.krates.push(KrateNames { root, edition: Edition::E2024, stub: true, externs: FxHashMap::default() });
    }

    /// Which crates each crate can name: its dependencies first, then every stub by its own name, then `std` by its other names.
    fn externs(&mut self) {
        let roots: Vec<ModuleId> = self.out.names.krates.iter().map(|krate| krate.root).collect();
        let mut stubs = FxHashMap::default();
        for (at, krate) in self.input.krates.iter().enumerate().filter(|(_, krate)| krate.stub) {
            stubs.entry(krate.name.clone()).or_insert(roots[at]);
        }
        if let Some(attributes) = roots.last() {
            stubs.entry(Name::new("must_abort")).or_insert(*attributes);
        }
        if let Some(std) = stubs.get("std").copied() {
            for other in ["core", "alloc"] {
                stubs.entry(Name::new(other)).or_insert(std);
            }
        }
        for (at, krate) in self.input.krates.iter().enumerate() {
            let mut externs = stubs.clone();
            externs.extend(krate.deps.iter().filter_map(|(name, to)| Some((name.clone(), *roots.get(*to)?))));
            self.out.names.krates[KrateId::new(at)].externs = externs;
        }
        self.out.names.std = stubs.get("std").copied();
    }
}

/// `#[test]`, `#[tokio::test]`: what they stand on is there in a test build alone.
fn is_test(attr: &Attr) -> bool {
    attr.path.last().is_some_and(|segment| segment.name == "test")
}

fn vis(written: &Visibility) -> Vis {
    match written {
        Visibility::Public => Vis::Public,
        Visibility::Restricted => Vis::Krate,
        Visibility::Private => Vis::Private,
    }
}
