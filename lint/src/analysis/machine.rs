//! The machine that runs bodies on states: shared tables, fresh ids, and what a type's unknown value looks like inside.
//!
//! It is a bounded symbolic executor. An unknown branch forks the state; a loop goes round as often as its tests are decided, and at most
//! [`UNROLL`] times where they are not; what is hit by a bound is recorded as a cut. One machine serves one entry point.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::fingerprint::Memo;
use super::hazard::Hazard;
use super::index::Index;
use super::object::{Behaviour, Cell, Chan, Lock, Obj, ObjKind, PathEnd, Signal, Status, Worker};
use super::state::{PARTS, State, look};
use super::value::{Adt, Bag, Loc, ObjId, Origin, Seen, Sym, Val};
use crate::base::{FileId, FileSpan, Idx, Name};
use crate::ir::{AdtId, AdtKind, BinaryOp, BodyId, EndRole, FnId, OnDrop, Program, StaticId, Ty, TypeRole, Why, WorkerKind};
use crate::link::Linked;

/// The variant of a handle that keeps nothing alive: `std::sync::Weak`.
pub const WEAK: u32 = u32::MAX;
/// How often a loop goes round where nothing decides.
pub const UNROLL: u32 = 2;
/// How deep calls are followed.
pub const DEPTH: usize = 40;
/// How many states a body may return.
pub const WIDTH: usize = 24;
/// How many of a worker's paths are kept, and how many ends of all kinds a body may have.
pub const PATHS: usize = 192;
/// A state with so many objects costs twice as much as an empty one.
pub const OBJECTS: usize = 64;
/// How many blocks one entry point may run on small states.
pub const STEPS: u32 = 80_000;

/// What a body's run comes to on one path.
#[derive(Clone, Debug, PartialEq)]
pub enum Flow {
    /// It returns this.
    Value(Val),
    /// It was dropped at an `.await`.
    Cancelled,
    /// It does not return.
    Stop(PathEnd),
}

/// States with what the run came to in each.
pub type Outcomes = Vec<(State, Flow)>;

/// Types and functions that the language or the engine treats by themselves.
#[derive(Clone, Debug, Default)]
pub struct Lang {
    /// `Option`.
    pub option: Option<AdtId>,
    /// `Result`.
    pub result: Option<AdtId>,
    /// `Box`.
    pub boxed: Option<AdtId>,
    /// `Arc`, `Rc`.
    pub shared: Vec<AdtId>,
    /// `sync::Weak`, `rc::Weak`.
    pub weak: Vec<AdtId>,
    /// `Pin`.
    pub pin: Option<AdtId>,
    /// `ManuallyDrop`.
    pub manually_drop: Option<AdtId>,
}

/// The machine.
pub struct Machine<'a> {
    /// The program.
    pub linked: &'a Linked,
    /// Its tables.
    pub program: &'a Program,
    /// Special items.
    pub lang: Lang,
    /// What was found out about all its functions.
    pub index: &'a Index,
    /// What was found.
    pub hazards: Vec<Hazard>,
    /// Blocks that may still be run.
    pub fuel: u32,
    /// What was found out about workers where they started.
    pub(super) starts: super::worker::Starts,
    /// Whether a bound was hit or something could not be followed since this was last cleared.
    pub cut: bool,
    /// Reasons why something was given up, with counts.
    pub given_up: BTreeMap<Why, u32>,
    /// Whether the primitive that runs gives its thread back while it waits.
    pub(super) awaits: bool,
    next_obj: usize,
    next_sym: u32,
    pub(super) exprs: FxHashMap<(u8, Val, Val), u32>,
    /// Of comparisons with a boolean: what is true when they hold.
    pub(super) tests: FxHashMap<u32, (Sym, Seen)>,
    pub(super) statics: BTreeMap<StaticId, ObjId>,
    pub(super) loops: FxHashMap<BodyId, Rc<super::loops::Loops>>,
    holding: FxHashMap<AdtId, bool>,
    /// Where workers are looked at without waiting, and whether a loop around the look is left when they have ended.
    pub looks: BTreeMap<FileSpan, bool>,
    /// How many values are being dropped, one within the other.
    pub(super) dropping: u32,
    /// Whether the entry point is the program's.
    pub(super) in_main: bool,
    /// Whether what runs is only what users might do with a value, in a program in which all users are in view.
    pub(super) supposed: bool,
    /// What the entry point's own actor gave on any of its paths, as what would wait for it.
    pub(super) given: BTreeSet<super::teardown::Alike>,
    /// Whether the number that a running primitive returns is how much was read.
    pub(super) counting: bool,
    /// What somebody ends before its own end.
    pub curtailed: super::curtailed::Curtailed,
    /// How far channels and workers were followed.
    pub followed: super::followed::Followed,
    /// The variants of messages that were sent to somebody of whom it is not known who it is: an element of a collection.
    pub(super) astray: BTreeSet<Option<u32>>,
    pub(super) self_sends: Vec<super::selfsend::SelfSend>,
    /// The loops that were left other than by an error, where somebody wants to know.
    pub(super) left: Option<BTreeSet<(BodyId, crate::ir::BlockId)>>,
    pub(super) orphans: Vec<super::tables::Orphan>,
    pub(super) emptied: Vec<(super::tables::Which, Rc<Loc>)>,
    /// Where channels are made that somebody closes, and the body of the worker that does.
    pub(super) closers: BTreeSet<(FileSpan, Option<BodyId>)>,
    /// Readers whose tables are emptied after their end.
    pub(super) settled: Vec<super::tables::Which>,
    /// Readers of whose table a reply was waited for, and whether without a deadline.
    pub(super) awaited: BTreeMap<super::tables::Which, bool>,
    /// Where the entry point's own actor waits for a worker without a deadline.
    pub(super) unbounded: BTreeSet<FileSpan>,
    /// The innermost loop of the user's around each wait of a worker for EOF.
    pub(super) around: FxHashMap<FileSpan, FileSpan>,
}

impl<'a> Machine<'a> {
    /// A machine for one entry point of the program.
    pub fn new(linked: &'a Linked, index: &'a Index) -> Self {
        let find = |path: &str| linked.adt_by_path(path);
        let all = |paths: &[&str]| paths.iter().filter_map(|path| find(path)).collect();
        let lang = Lang {
            option: find("std::option::Option"),
            result: find("std::result::Result"),
            boxed: find("std::boxed::Box"),
            shared: all(&["std::sync::Arc", "std::rc::Rc"]),
            weak: all(&["std::sync::Weak", "std::rc::Weak"]),
            pin: find("std::pin::Pin"),
            manually_drop: find("std::mem::ManuallyDrop"),
        };
        Self {
            linked,
            program: &linked.program,
            lang,
            index,
            hazards: Vec::new(),
            fuel: STEPS,
            starts: super::worker::Starts::default(),
            cut: false,
            given_up: BTreeMap::new(),
            awaits: false,
            next_obj: 0,
            next_sym: 0,
            exprs: FxHashMap::default(),
            tests: FxHashMap::default(),
            statics: BTreeMap::new(),
            loops: FxHashMap::default(),
            holding: FxHashMap::default(),
            looks: BTreeMap::new(),
            dropping: 0,
            in_main: false,
            supposed: false,
            given: BTreeSet::new(),
            unbounded: BTreeSet::new(),
            around: FxHashMap::default(),
            counting: false,
            curtailed: super::curtailed::Curtailed::default(),
            followed: BTreeMap::new(),
            astray: BTreeSet::new(),
            self_sends: Vec::new(),
            left: None,
            closers: BTreeSet::new(),
            orphans: Vec::new(),
            emptied: Vec::new(),
            settled: Vec::new(),
            awaited: BTreeMap::new(),
        }
    }

    /// Notes that something could not be followed.
    pub fn give_up(&mut self, why: Why) {
        *self.given_up.entry(why).or_default() += 1;
        if why == Why::Cut {
            self.cut = true;
        }
    }

    /// A fresh object id.
    pub fn fresh_obj(&mut self) -> ObjId {
        self.next_obj += 1;
        ObjId::new(self.next_obj)
    }

    /// The object that was made last.
    pub fn latest_obj(&self) -> ObjId {
        ObjId::new(self.next_obj)
    }

    /// A fresh unknown value of a type.
    pub fn sym(&mut self, ty: &Ty, origin: Origin) -> Val {
        match ty {
            Ty::Unknown(why) => Val::Unknown(*why),
            Ty::Infer(_) => Val::Unknown(Why::UninferredType),
            Ty::Tuple(tys) if tys.is_empty() => Val::unit(),
            _ => {
                self.next_sym += 1;
                let holds = self.holds(ty);
                Val::Sym(Sym { id: self.next_sym, ty: Rc::new(ty.clone()), origin, holds })
            }
        }
    }

    /// A fresh value computed from data.
    pub fn data(&mut self, ty: &Ty) -> Val {
        self.sym(ty, Origin::Data)
    }

    /// The result of an operation on values: known where both are literals, else the same symbol for the same operands.
    pub fn binary(&mut self, op: BinaryOp, a: &Val, b: &Val) -> Val {
        use BinaryOp::{Add, Eq, Ge, Gt, Le, Lt, Ne, Other, Sub};
        let known = match (op, a, b) {
            (Add, Val::Int(a), Val::Int(b)) => a.checked_add(*b).map(Val::Int),
            (Sub, Val::Int(a), Val::Int(b)) => a.checked_sub(*b).map(Val::Int),
            (Eq, Val::Int(a), Val::Int(b)) => Some(Val::Bool(a == b)),
            (Ne, Val::Int(a), Val::Int(b)) => Some(Val::Bool(a != b)),
            (Lt, Val::Int(a), Val::Int(b)) => Some(Val::Bool(a < b)),
            (Le, Val::Int(a), Val::Int(b)) => Some(Val::Bool(a <= b)),
            (Gt, Val::Int(a), Val::Int(b)) => Some(Val::Bool(a > b)),
            (Ge, Val::Int(a), Val::Int(b)) => Some(Val::Bool(a >= b)),
            (Eq, Val::Bool(a), Val::Bool(b)) => Some(Val::Bool(a == b)),
            (Ne, Val::Bool(a), Val::Bool(b)) => Some(Val::Bool(a != b)),
            (Eq, Val::Str(a), Val::Str(b)) => Some(Val::Bool(a == b)),
            (Ne, Val::Str(a), Val::Str(b)) => Some(Val::Bool(a != b)),
            (Eq, Val::Adt(a), Val::Adt(b)) => self.same_variant(a, b).map(Val::Bool),
            (Ne, Val::Adt(a), Val::Adt(b)) => self.same_variant(a, b).map(|same| Val::Bool(!same)),
            (Other, Val::Bool(_), Val::Bool(_)) => None,
            _ => None,
        };
        if let Some(known) = known {
            return known;
        }
        if let (Ne, Val::Sym(about), Val::Adt(one)) | (Ne, Val::Adt(one), Val::Sym(about)) = (op, a, b)
            && self.is_bare_variant(one, about)
        {
            let same = self.binary(Eq, a, b);
            return self.binary(Eq, &same, &Val::Bool(false));
        }
        let ty = match op {
            Eq | Ne | Lt | Le | Gt | Ge => Ty::Prim(Name::new("bool")),
            Add | Sub | Other => Ty::Prim(Name::new("usize")),
        };
        if matches!(a, Val::Unknown(_) | Val::Uninit) || matches!(b, Val::Unknown(_) | Val::Uninit) {
            return self.data(&ty);
        }
        let origin = super::rounds::origin_of(op, a, b);
        let key = (op as u8, a.clone(), b.clone());
        if let Some(&id) = self.exprs.get(&key) {
            return Val::Sym(Sym { id, ty: Rc::new(ty), origin, holds: false });
        }
        let val = self.sym(&ty, origin);
        if let Val::Sym(sym) = &val {
            match (op, a, b) {
                (Eq, Val::Sym(about), Val::Bool(is)) => _ = self.tests.insert(sym.id, (about.clone(), Seen::Bool(*is))),
                (Ne, Val::Sym(about), Val::Bool(is)) => _ = self.tests.insert(sym.id, (about.clone(), Seen::Bool(!*is))),
                (Eq, Val::Sym(about), Val::Adt(one)) | (Eq, Val::Adt(one), Val::Sym(about)) if self.is_bare_variant(one, about) => {
                    self.tests.insert(sym.id, (about.clone(), Seen::Variant(one.variant)));
                }
                _ => {}
            }
            self.exprs.insert(key, sym.id);
        }
        val
    }

    /// Whether a value of the type may own handles, or does something when it is dropped. Of a type parameter or trait object nothing is known,
    /// and nothing is taken.
    pub fn holds(&mut self, ty: &Ty) -> bool {
        match ty {
            Ty::Adt(def, substs) => self.adt_holds(*def) || substs.iter().any(|ty| self.holds(ty)),
            Ty::Tuple(tys) => tys.iter().any(|ty| self.holds(ty)),
            Ty::Slice(ty) | Ty::Array(ty) => self.holds(ty),
            Ty::Closure(_) | Ty::Coroutine(_) | Ty::Future(_) => true,
            _ => false,
        }
    }

    fn adt_holds(&mut self, def: AdtId) -> bool {
        if let Some(&known) = self.holding.get(&def) {
            return known;
        }
        // A type that holds itself holds what else is in it.
        self.holding.insert(def, false);
        let adt = &self.program.adts[def];
        let holds = adt.role.is_some()
            || adt.drop_fn.is_some()
            || adt.variants.iter().flat_map(|variant| variant.fields.values()).any(|ty| self.holds(ty));
        self.holding.insert(def, holds);
        holds
    }

    /// The role of a type.
    pub fn role(&self, adt: AdtId) -> Option<&'a TypeRole> {
        self.program.adts[adt].role.as_ref()
    }

    /// Whether a handle of this type is a sending one.
    pub fn is_sender(&self, adt: &Adt) -> bool {
        self.has_role(adt, |role| matches!(role, EndRole::Sender | EndRole::Both))
    }

    /// Whether a handle of this type is a receiving one.
    pub fn is_receiver(&self, adt: &Adt) -> bool {
        self.has_role(adt, |role| matches!(role, EndRole::Receiver | EndRole::Both))
    }

    fn has_role(&self, adt: &Adt, is: impl Fn(EndRole) -> bool) -> bool {
        match adt.def.and_then(|def| self.role(def)) {
            Some(TypeRole::End { role, .. }) => is(*role),
            _ => false,
        }
    }

    /// Makes an object for a handle of type `def`.
    pub fn make(&mut self, st: &mut State, def: AdtId, at: FileSpan, escaped: bool) -> ObjId {
        let kind = match self.role(def) {
            Some(TypeRole::Worker { kind, on_drop }) => ObjKind::Worker(Worker {
                kind: *kind,
                on_drop: *on_drop,
                code: Val::Uninit,
                body: None,
                status: Status::Running,
                behaviour: Rc::new(Behaviour { unknown: true, ..Behaviour::default() }),
                gave_up: None,
                killed: None,
                runs_on: None,
                born: st.yields,
            }),
            Some(TypeRole::End { role: EndRole::Signal | EndRole::Executor, .. }) => {
                let lasting = self.index.polled.contains(&def);
                ObjKind::Signal(Signal { value: Val::Uninit, set: false, lasting })
            }
            Some(TypeRole::End { role: EndRole::Lock, .. }) => ObjKind::Lock(Lock { held: None, readers: 0 }),
            Some(TypeRole::End { on_drop, stub, .. }) => ObjKind::Chan(Chan {
                bounded: false,
                capacity: None,
                eof: *on_drop == OnDrop::Eof,
                due: (!stub && *on_drop == OnDrop::Silent).then_some(def),
                deserted: false,
                ended: false,
                closed: None,
                queue: Vec::new(),
                received: 0,
                sent: 0,
                shown: Val::Uninit,
                external: escaped,
                came: None,
            }),
            None => ObjKind::Cell(Cell { content: Val::Uninit, shared: escaped, forever: false }),
        };
        let id = self.fresh_obj();
        st.insert(id, Obj { kind, made: at, name: None, escaped, memo: Memo::default() });
        id
    }

    /// A cell with this content.
    pub fn make_cell(&mut self, st: &mut State, content: Val, at: FileSpan, shared: bool) -> ObjId {
        let id = self.fresh_obj();
        let kind = ObjKind::Cell(Cell { content, shared, forever: false });
        st.insert(id, Obj { kind, made: at, name: None, escaped: false, memo: Memo::default() });
        id
    }

    /// Looks inside an unknown value: its fields, one level deep. For an enum the variant must be given. `None`: the type has no inside
    /// that is known.
    pub fn expand(&mut self, st: &mut State, sym: &Sym, variant: Option<u32>) -> Option<Val> {
        let at = self.here(st);
        let inherit = match sym.origin {
            Origin::Input => Origin::Input,
            // The box in which a message came is nothing beside it.
            Origin::Message(chan) if head(&sym.ty) == self.lang.boxed => Origin::Message(chan),
            Origin::Content => Origin::Content,
            Origin::Message(chan) | Origin::Part(chan) => Origin::Part(chan),
            _ => Origin::Data,
        };
        let from = if let Origin::Part(chan) = inherit { Some(chan) } else { None };
        let val = match &*sym.ty {
            Ty::Adt(def, substs) => {
                let def = *def;
                let adt = &self.program.adts[def];
                if self.index.containers.contains(&def) {
                    let element = substs.last().cloned().unwrap_or(Ty::Unknown(Why::UninferredType));
                    Val::Bag(Rc::new(Bag { items: Vec::new(), more: Some(Rc::new(element)), from }))
                } else if self.lang.shared.contains(&def) || self.lang.weak.contains(&def) {
                    let content = substs.first().cloned().unwrap_or(Ty::Unknown(Why::UninferredType));
                    let content = self.sym(&content, inherit);
                    let cell = self.make_cell(st, content, at, true);
                    if let Some(obj) = st.obj_mut(cell) {
                        obj.escaped = true;
                    }
                    let variant = if self.lang.weak.contains(&def) { WEAK } else { 0 };
                    Val::Adt(Rc::new(Adt { def: Some(def), variant, fields: Vec::new(), handle: Some(cell) }))
                } else {
                    let variant = match (adt.kind, variant) {
                        (AdtKind::Enum, Some(variant)) => variant,
                        (AdtKind::Enum, None) if adt.variants.len() == 1 => 0,
                        (AdtKind::Enum, None) => return None,
                        _ => 0,
                    };
                    // The handle of a process is its only one, whoever gave it.
                    let shared = !self.is_process(def);
                    let handle = adt.role.is_some().then(|| self.make(st, def, at, shared));
                    if let Some(ObjKind::Chan(chan)) = handle.and_then(|handle| st.obj_mut(handle)).map(|obj| &mut obj.kind) {
                        chan.came = from;
                    }
                    let generics = &adt.generics;
                    let inherit = if shared { inherit } else { Origin::Process };
                    let mut fields = Vec::new();
                    if let Some(shape) = adt.variants.get(variant as usize) {
                        for (name, ty) in &shape.fields {
                            let ty = crate::link::table::subst(ty, generics, substs);
                            fields.push((name.clone(), self.sym(&ty, inherit.clone())));
                        }
                    }
                    Val::Adt(Rc::new(Adt { def: Some(def), variant, fields, handle }))
                }
            }
            Ty::Tuple(tys) => {
                let values = tys.iter().map(|ty| self.sym(ty, inherit.clone())).collect();
                Val::tuple(values)
            }
            Ty::Slice(element) | Ty::Array(element) => {
                Val::Bag(Rc::new(Bag { items: Vec::new(), more: Some(Rc::new((**element).clone())), from }))
            }
            Ty::Ref(_, target) | Ty::Ptr(target) => {
                let content = self.sym(target, inherit);
                let cell = self.make_cell(st, content, at, matches!(sym.origin, Origin::Input));
                if let Some(obj) = st.obj_mut(cell) {
                    obj.escaped = true;
                }
                Val::Ref(Rc::new(Loc::cell(cell)))
            }
            _ => return None,
        };
        st.learn(sym.id, val.clone());
        Some(val)
    }

    /// The type of a value, as far as it shows.
    pub fn ty_of(&self, st: &State, val: &Val) -> Ty {
        self.ty_within(st, val, &mut { PARTS })
    }

    fn ty_within(&self, st: &State, val: &Val, left: &mut usize) -> Ty {
        if !look(left) {
            return Ty::Unknown(Why::UninferredType);
        }
        match st.settle(val) {
            Val::Sym(sym) => (*sym.ty).clone(),
            Val::Adt(adt) => match adt.def {
                Some(def) => {
                    let unknown = Ty::Unknown(Why::UninferredType);
                    Ty::Adt(def, vec![unknown; self.program.adts[def].generics.len()])
                }
                None => Ty::Tuple(adt.fields.iter().map(|(_, value)| self.ty_within(st, value, left)).collect()),
            },
            Val::Bool(_) => Ty::Prim(Name::new("bool")),
            Val::Int(_) => Ty::Prim(Name::new("i32")),
            Val::Str(_) => Ty::Ref(false, Box::new(Ty::Prim(Name::new("str")))),
            Val::Ref(loc) => {
                let target = st.read(loc).map_or(Ty::Unknown(Why::UninferredType), |val| self.ty_within(st, val, left));
                Ty::Ref(true, Box::new(target))
            }
            Val::Bag(_) => match self.linked.adt_by_path("std::vec::Vec") {
                Some(vec) => Ty::Adt(vec, vec![Ty::Unknown(Why::UninferredType)]),
                None => Ty::Unknown(Why::UninferredType),
            },
            Val::Code(code) => match &code.what {
                super::value::CodeKind::Closure(body) => Ty::Closure(*body),
                super::value::CodeKind::Fn(func, substs) => Ty::FnDef(*func, substs.clone()),
                super::value::CodeKind::Ctor(..) => Ty::Unknown(Why::UninferredType),
                super::value::CodeKind::Block(body) => Ty::Coroutine(*body),
                _ => Ty::Future(Box::new(Ty::Unknown(Why::UninferredType))),
            },
            Val::Uninit => Ty::Unknown(Why::UninferredType),
            Val::Unknown(why) => Ty::Unknown(*why),
        }
    }

    /// The place in the user's code where the running frame is: its own call if it is code of a stub.
    pub fn here(&self, st: &State) -> FileSpan {
        st.frame().map_or(FileSpan { file: FileId::new(0), span: crate::base::Span::default() }, |frame| frame.at)
    }

    /// The innermost function of the user's that runs.
    pub fn user_fn(&self, st: &State) -> Option<FnId> {
        st.frames.iter().rev().filter_map(|frame| frame.func).find(|&func| !self.is_stub(func))
    }

    /// Whether a function stands in a stub crate.
    pub fn is_stub(&self, func: FnId) -> bool {
        self.program.krates[self.program.fns[func].krate].stub
    }

    /// The cell of a static: made on first use, never dropped, shared by all.
    pub fn static_cell(&mut self, st: &mut State, id: StaticId) -> ObjId {
        let cell = match self.statics.get(&id) {
            Some(&cell) => cell,
            None => {
                let cell = self.fresh_obj();
                self.statics.insert(id, cell);
                cell
            }
        };
        if st.obj(cell).is_none() {
            let def = &self.program.statics[id];
            let at = def.name_span;
            let kind = ObjKind::Cell(Cell { content: Val::Uninit, shared: true, forever: true });
            st.insert(cell, Obj { kind, made: at, name: None, escaped: false, memo: Memo::default() });
            let value = def.body.and_then(|body| {
                let entry = super::exec::Entry { body, args: Vec::new(), env: Vec::new(), substs: Rc::default() };
                self.run_body(st.clone(), entry, None).into_iter().find_map(|(end, flow)| match flow {
                    Flow::Value(value) => Some((end, value)),
                    _ => None,
                })
            });
            let content = match value {
                Some((end, value)) => {
                    st.objs = Rc::clone(&end.objs);
                    value
                }
                None => self.data(&def.ty),
            };
            if let Some(ObjKind::Cell(cell)) = st.obj_mut(cell).map(|obj| &mut obj.kind) {
                cell.content = content;
            }
        }
        cell
    }

    /// Which kind of worker a handle's type stands for.
    pub fn worker_kind(&self, adt: AdtId) -> Option<(WorkerKind, OnDrop)> {
        match self.role(adt) {
            Some(TypeRole::Worker { kind, on_drop }) => Some((*kind, *on_drop)),
            _ => None,
        }
    }
}

/// The type that a receiver's type comes down to, references and boxes left out.
pub fn head(ty: &Ty) -> Option<AdtId> {
    match ty {
        Ty::Adt(adt, _) => Some(*adt),
        Ty::Ref(_, ty) | Ty::Ptr(ty) => head(ty),
        _ => None,
    }
}
