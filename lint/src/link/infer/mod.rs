//! Types inside a body: a root (the body of a function, constant or static) is inferred together with all closures and async blocks in it.
//!
//! Vocabulary: a *site* is a statement or terminator; it gives *constraints* between the types of places. A site whose constraints need a
//! type that is not known yet is *stuck* on that variable and is taken up again when the variable is bound. A *bound* (`F: FnOnce(A) -> B`)
//! and a *projection* (`<I as Iterator>::Item`) wait in the same way.
//!
//! The program is known to type-check, so unification is lenient: on a conflict (a coercion that is not modelled, a type that the linker got
//! wrong) what was known first stays, and nothing is reported. What nothing fixes becomes [`Ty::Unknown`].
//!
//! Paths of values and callees are resolved on the way and written into the body, so that elaboration reads types and callees only.
//!
//! Deliberately absent: lifetimes, constant generics, specialisation, exact coercion order.

mod calls;
mod coerce;
mod finish;
mod places;
mod prepare;
mod sites;
mod solve;

use rustc_hash::{FxHashMap, FxHashSet};

use super::names::Scope;
use super::{ClosureSig, Cx, Linked, MethodPick, Owner};
use crate::base::{Idx, IndexVec};
use crate::ir::{AdtId, BlockId, Body, BodyId, BodyKind, Local, LocalKind, TraitId, TraitRef, Ty, TypeRef, Why};

/// A statement, or the terminator (one past the last statement), of a body of the group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Site {
    /// The position of the body in the group.
    pub body: usize,
    /// The block.
    pub block: BlockId,
    /// The statement.
    pub statement: usize,
}

/// What inference leaves: bodies with types on all locals and resolved callees, and how receivers are adjusted.
pub struct Inferred<'a> {
    /// The bodies of the group, the root first.
    pub bodies: Vec<Body>,
    /// The method calls that were resolved.
    pub picks: FxHashMap<Site, MethodPick>,
    /// The method calls that were not: whether they take or borrow the receiver is not known.
    pub unpicked: FxHashSet<Site>,
    /// The context, for further questions about finished types.
    pub cx: Cx<'a>,
    /// The scope of each body.
    pub scopes: Vec<Scope>,
}

/// That a site needs the value of this variable.
#[derive(Clone, Debug)]
struct Stuck(Ty);

type Step<T = ()> = Result<T, Stuck>;

/// What waits for a variable.
#[derive(Clone, Debug)]
enum Item {
    /// A site of a body.
    Site(Site),
    /// That a type implements a trait.
    Bound(Ty, TraitRef),
    /// That a projection is this type.
    Project(Ty, Ty),
    /// That the first is the second if nothing else fixes it.
    Default(Ty, Ty),
}

#[derive(Clone, Debug)]
struct Waiting {
    on: Vec<Ty>,
    item: Item,
    /// How often it was tried.
    tries: u32,
}

/// A body at work.
struct Work {
    body: Body,
    types: IndexVec<Local, Ty>,
    /// Whether its statements have been gone through (or are being).
    walked: bool,
    /// The position of the body in which it stands.
    parent: Option<usize>,
}

/// The traits of the language that inference itself must know.
#[derive(Clone, Debug, Default)]
struct Lang {
    fns: Vec<TraitId>,
    async_fns: Vec<TraitId>,
    index: Option<TraitId>,
    option: Option<AdtId>,
    result: Option<AdtId>,
    control: Option<AdtId>,
    poll: Option<AdtId>,
}

/// The engine.
struct Infer<'a> {
    cx: Cx<'a>,
    root: BodyId,
    works: Vec<Work>,
    scopes: Vec<Scope>,
    lang: Lang,
    waiting: Vec<Waiting>,
    /// Closures whose signature has become known and whose bodies are to be gone through next.
    ready: Vec<usize>,
    picks: FxHashMap<Site, MethodPick>,
    unpicked: FxHashSet<Site>,
    /// Types that stay open, unless something else fixes them, because of this.
    reasons: Vec<(Ty, Why)>,
    /// Nothing more will become known: decide with what there is.
    force: bool,
    /// Work left before it gives up; what is open then is Unknown.
    fuel: u32,
}

/// How much work a group may take: each retry of a waiting item costs one.
const FUEL_PER_SITE: u32 = 60;

/// Infers the bodies of `root`.
pub fn infer(linked: &Linked, root: BodyId) -> Inferred<'_> {
    let mut infer = Infer::new(linked, root);
    infer.walk(0);
    infer.finish()
}

impl<'a> Infer<'a> {
    fn new(linked: &'a Linked, root: BodyId) -> Self {
        let mut cx = linked.cx(root);
        let ids: Vec<BodyId> = linked.group(root).collect();
        let mut works: Vec<Work> = Vec::with_capacity(ids.len());
        let mut scopes = Vec::with_capacity(ids.len());
        let mut sites = 0;
        for &id in &ids {
            let body = linked.lowered(id).clone();
            sites += body.blocks.iter().map(|block| block.statements.len() + 1).sum::<usize>();
            let parent = body.parent.and_then(|parent| linked.nested(root, parent)).map(|parent| parent.index() - root.index());
            let parent = if id == root { None } else { Some(parent.unwrap_or(0)) };
            scopes.push(linked.scope_of(id));
            works.push(Work { body, types: IndexVec::new(), walked: false, parent });
        }
        let lang = Lang::new(linked);
        cx.scope = scopes[0].clone();
        let fuel = (sites as u32).saturating_mul(FUEL_PER_SITE).saturating_add(2000);
        let mut infer = Self {
            cx,
            root,
            works,
            scopes,
            lang,
            waiting: Vec::new(),
            ready: Vec::new(),
            picks: FxHashMap::default(),
            unpicked: FxHashSet::default(),
            reasons: Vec::new(),
            force: false,
            fuel,
        };
        for at in 0..infer.works.len() {
            infer.enter(at);
            infer.prepare(at);
            infer.declare(at);
        }
        infer.owner_types(linked);
        infer
    }

    /// Reads names where the body stands.
    fn enter(&mut self, at: usize) {
        self.cx.scope = self.scopes[at].clone();
    }

    /// Gives each local its declared type, or a variable; a stand-in of a parent's variable has that variable's type.
    fn declare(&mut self, at: usize) {
        let body = &self.works[at].body;
        let kind = body.kind;
        let decls: Vec<(LocalKind, TypeRef, Ty)> =
            body.locals.iter().map(|decl| (decl.kind, decl.ty_ref.clone(), decl.ty.clone())).collect();
        let upvars: FxHashMap<Local, Local> = body.upvars.iter().map(|upvar| (upvar.local, upvar.parent)).collect();
        let ret = body.ret.clone();
        let params = body.params;
        let mut types: IndexVec<Local, Ty> = IndexVec::new();
        for (nth, (decl, ty_ref, made)) in decls.into_iter().enumerate() {
            let local = Local::new(nth);
            let ty = match (decl, upvars.get(&local), self.works[at].parent) {
                (_, Some(&variable), Some(parent)) => match self.works[parent].types.get(variable) {
                    Some(ty) => ty.clone(),
                    None => self.cx.table.fresh(),
                },
                // A body that the linker made up has types and no type references.
                _ if !made.is_unknown() => made,
                (LocalKind::Return, ..) => self.written(&ret),
                _ => self.written(&ty_ref),
            };
            types.push(ty);
        }
        if !matches!(kind, BodyKind::Fn | BodyKind::AsyncFn | BodyKind::Const) {
            let output = types.get(Local::new(0)).cloned().unwrap_or_else(Ty::unit);
            let call = if kind == BodyKind::AsyncClosure { Ty::Future(Box::new(output)) } else { output };
            let params = (1..=params).filter_map(|nth| types.get(Local::new(nth)).cloned()).collect();
            self.cx.closures.insert(BodyId::new(self.root.index() + at), ClosureSig { params, ret: call });
        }
        self.works[at].types = types;
    }

    /// The type as written; a variable where nothing is.
    fn written(&mut self, ty: &TypeRef) -> Ty {
        match ty {
            TypeRef::Infer | TypeRef::Unknown => self.cx.table.fresh(),
            _ => {
                let ty = self.cx.lower_ty(ty);
                let Ty::Unknown(why) = ty else { return ty };
                let open = self.cx.table.fresh();
                self.reasons.push((open.clone(), why));
                open
            }
        }
    }

    /// The parameters and result of the function, or the type of the constant or static.
    fn owner_types(&mut self, linked: &'a Linked) {
        let program = &linked.program;
        let (params, ret) = match linked.source(self.root).owner {
            Owner::Fn(func) => (program.fns[func].params.clone(), program.fns[func].ret.clone()),
            Owner::Static(id) => (Vec::new(), program.statics[id].ty.clone()),
            Owner::Const(id) => (Vec::new(), linked.consts[id].ty.clone()),
        };
        let ret = self.open(&ret);
        for (nth, ty) in params.iter().enumerate() {
            if let Some(slot) = self.works[0].types.get_mut(Local::new(nth + 1)) {
                *slot = ty.clone();
            }
        }
        if let Some(slot) = self.works[0].types.get_mut(Local::new(0)) {
            *slot = ret;
        }
        // Nested bodies were declared with the variables that stood there before.
        for at in 1..self.works.len() {
            let upvars = self.works[at].body.upvars.clone();
            let Some(parent) = self.works[at].parent else { continue };
            for upvar in upvars {
                let ty = self.works[parent].types.get(upvar.parent).cloned();
                if let (Some(slot), Some(ty)) = (self.works[at].types.get_mut(upvar.local), ty) {
                    *slot = ty;
                }
            }
        }
    }

    /// The type with each `impl Trait` in it replaced by a variable that has these bounds: inside the function that returns it, it is the
    /// type of what is returned.
    fn open(&mut self, ty: &Ty) -> Ty {
        match ty {
            Ty::Opaque(bounds) => {
                let var = self.cx.table.fresh();
                for bound in bounds {
                    let mut opened = Vec::new();
                    for (name, ty) in &bound.bindings {
                        opened.push((name.clone(), self.open(ty)));
                    }
                    let bound = TraitRef { bindings: opened, ..bound.clone() };
                    self.wait(vec![var.clone()], Item::Bound(var.clone(), bound));
                }
                var
            }
            other => super::table::map_children(other, &mut |child| self.open(child)),
        }
    }
}

impl Lang {
    fn new(linked: &Linked) -> Self {
        let mut lang = Self::default();
        for (id, def) in linked.program.traits.iter_enumerated() {
            if !(def.path.starts_with("std::") || def.path.starts_with("core::")) {
                continue;
            }
            match def.name.as_str() {
                "Fn" | "FnMut" | "FnOnce" => lang.fns.push(id),
                "AsyncFn" | "AsyncFnMut" | "AsyncFnOnce" => lang.async_fns.push(id),
                "Index" => lang.index = Some(id),
                _ => {}
            }
        }
        lang.option = linked.adt_by_path("std::option::Option");
        lang.result = linked.adt_by_path("std::result::Result");
        lang.control = linked.adt_by_path("std::ops::ControlFlow");
        lang.poll = linked.adt_by_path("std::task::Poll");
        lang
    }
}
