//! Values: what a place holds on one path.
//!
//! Handles are ordinary structs with an object attached ([`Adt::handle`]), so that a newtype, a tuple or an `Option` around one needs no
//! case of its own. Code is a value too: a closure, a function, a future that has not run yet owns what it was given.

use std::rc::Rc;

use crate::base::Name;
use crate::ir::{AdtId, BodyId, FnId, Local, Substs, Ty, Why};

crate::base::index_type! {
    /// An object: a channel, a worker, a cell, a signal. Unique in a run of one entry point, across all its paths.
    pub struct ObjId = "obj";
}

/// A value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Val {
    /// Nothing: not initialised, or moved away.
    Uninit,
    /// Not known, and taken to hold no handle that matters.
    Unknown(Why),
    /// A boolean.
    Bool(bool),
    /// An integer.
    Int(i64),
    /// A string or other literal, by its text.
    Str(Rc<str>),
    /// Something of a known type whose content has not mattered so far.
    Sym(Sym),
    /// A reference.
    Ref(Rc<Loc>),
    /// A struct, tuple, variant.
    Adt(Rc<Adt>),
    /// A closure, function or future.
    Code(Rc<Code>),
    /// A collection.
    Bag(Rc<Bag>),
}

/// A symbolic value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Sym {
    /// Equal ids are equal values.
    pub id: u32,
    /// Its type.
    pub ty: Rc<Ty>,
    /// Where it came from.
    pub origin: Origin,
    /// Whether a value of its type may own handles or does something when it is dropped.
    pub holds: bool,
}

/// Where a symbolic value came from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    /// Computed or read from data.
    Data,
    /// A comparison of numbers or the like.
    Compared,
    /// How many elements there are in a collection, or a number made from that.
    Length,
    /// What the handle of a process says of it: its number.
    Process,
    /// A parameter of the entry point: what it refers to is shared with code out of view.
    Input,
    /// What a channel that keeps its latest value holds.
    Content,
    /// A message of this channel.
    Message(ObjId),
    /// What lies in a message of this channel.
    Part(ObjId),
    /// Read from memory that other actors write, where it was last seen as given.
    Volatile(Rc<Loc>, Seen),
}

/// What a volatile place held when it was last in view.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Seen {
    /// A boolean.
    Bool(bool),
    /// A variant.
    Variant(u32),
}

/// A struct, tuple or variant. Fields are found by name.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Adt {
    /// The type; a tuple has none.
    pub def: Option<AdtId>,
    /// The variant.
    pub variant: u32,
    /// Its fields in declaration order.
    pub fields: Vec<(Name, Val)>,
    /// The object whose handle this is.
    pub handle: Option<ObjId>,
}

/// Code as a value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Code {
    /// What runs.
    pub what: CodeKind,
    /// What it owns: captures in order, or the arguments of a call that has not run.
    pub env: Vec<Val>,
    /// The type arguments that hold inside.
    pub substs: Rc<Vec<(Name, Ty)>>,
}

/// What code runs.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum CodeKind {
    /// A closure.
    Closure(BodyId),
    /// A function as a value.
    Fn(FnId, Substs),
    /// A constructor as a function.
    Ctor(AdtId, u32),
    /// An async block.
    Block(BodyId),
    /// A call of an async closure that has not run.
    ClosureCall(BodyId),
    /// A call of an async function that has not run; `env` is its arguments.
    Call(FnId),
    /// Several futures run together by `join!`.
    Join,
}

/// A collection with its elements as far as they are known.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Default)]
pub struct Bag {
    /// Known elements with their keys (`Uninit` where there is none), in order.
    pub items: Vec<(Val, Val)>,
    /// Whether there may be further elements, of this type.
    pub more: Option<Rc<Ty>>,
    /// The channel in whose message it came.
    pub from: Option<ObjId>,
}

/// Where a value lies.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Loc {
    /// Where it starts.
    pub root: Root,
    /// How it goes on.
    pub steps: Vec<LocStep>,
}

/// Where a location starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Root {
    /// A local of the frame at this depth.
    Local(usize, Local),
    /// The content of a cell.
    Cell(ObjId),
}

/// A step of a location.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LocStep {
    /// A field.
    Field(Name),
    /// An element of a collection.
    Item(usize),
    /// A captured value of code.
    Env(usize),
}

impl Loc {
    /// The whole of a local.
    pub fn local(frame: usize, local: Local) -> Self {
        Self { root: Root::Local(frame, local), steps: Vec::new() }
    }

    /// The whole of a cell.
    pub fn cell(obj: ObjId) -> Self {
        Self { root: Root::Cell(obj), steps: Vec::new() }
    }

    /// Whether it is the whole of a local.
    pub fn is_variable(&self) -> bool {
        matches!(self.root, Root::Local(..)) && self.steps.is_empty()
    }

    /// One step further.
    #[must_use]
    pub fn then(&self, step: LocStep) -> Self {
        let mut loc = self.clone();
        loc.steps.push(step);
        loc
    }

    /// Whether one of two locations lies in the other, or they are one. Which element of a collection it is does not count.
    pub fn overlaps(&self, other: &Loc) -> bool {
        let same = |(one, two): (&LocStep, &LocStep)| one == two || matches!((one, two), (LocStep::Item(_), LocStep::Item(_)));
        self.root == other.root && self.steps.iter().zip(&other.steps).all(same)
    }

    /// The field of this name.
    #[must_use]
    pub fn field(&self, name: &Name) -> Self {
        self.then(LocStep::Field(name.clone()))
    }
}

impl Val {
    /// `()`.
    pub fn unit() -> Self {
        Self::tuple(Vec::new())
    }

    /// A tuple.
    pub fn tuple(values: Vec<Val>) -> Self {
        let fields = values.into_iter().enumerate().map(|(at, value)| (Name::index(at), value)).collect();
        Self::Adt(Rc::new(Adt { def: None, variant: 0, fields, handle: None }))
    }

    /// A variant with unnamed fields.
    pub fn variant(def: AdtId, variant: u32, values: Vec<Val>) -> Self {
        let fields = values.into_iter().enumerate().map(|(at, value)| (Name::index(at), value)).collect();
        Self::Adt(Rc::new(Adt { def: Some(def), variant, fields, handle: None }))
    }

    /// Whether a drop of it could do anything, or somebody could be woken through it.
    pub fn matters(&self) -> bool {
        match self {
            Self::Uninit | Self::Unknown(_) | Self::Bool(_) | Self::Int(_) | Self::Str(_) | Self::Ref(_) => false,
            Self::Sym(sym) => sym.holds,
            Self::Adt(adt) => adt.handle.is_some() || adt.def.is_some() || adt.fields.iter().any(|(_, value)| value.matters()),
            Self::Code(code) => code.env.iter().any(Val::matters),
            Self::Bag(bag) => bag.more.is_some() || bag.items.iter().any(|(key, value)| key.matters() || value.matters()),
        }
    }

    /// Calls `visit` on each object whose handle lies in the value itself, not behind a reference or in another cell.
    pub fn handles(&self, visit: &mut dyn FnMut(ObjId, &Adt)) {
        match self {
            Self::Adt(adt) => {
                if let Some(obj) = adt.handle {
                    visit(obj, adt);
                }
                adt.fields.iter().for_each(|(_, value)| value.handles(visit));
            }
            Self::Code(code) => code.env.iter().for_each(|value| value.handles(visit)),
            Self::Bag(bag) => bag.items.iter().for_each(|(key, value)| {
                key.handles(visit);
                value.handles(visit);
            }),
            _ => {}
        }
    }

    /// Calls `visit` on each reference in the value itself.
    pub fn refs(&self, visit: &mut dyn FnMut(&Loc)) {
        match self {
            Self::Ref(loc) => visit(loc),
            Self::Adt(adt) => adt.fields.iter().for_each(|(_, value)| value.refs(visit)),
            Self::Code(code) => code.env.iter().for_each(|value| value.refs(visit)),
            Self::Bag(bag) => bag.items.iter().for_each(|(_, value)| value.refs(visit)),
            _ => {}
        }
    }

    /// The value at `step`, if it is there.
    pub fn step(&self, step: &LocStep) -> Option<&Val> {
        match (self, step) {
            (Self::Adt(adt), LocStep::Field(name)) => adt.fields.iter().find(|(field, _)| field == name).map(|(_, value)| value),
            (Self::Bag(bag), LocStep::Item(at)) => bag.items.get(*at).map(|(_, value)| value),
            (Self::Code(code), LocStep::Env(at)) => code.env.get(*at),
            _ => None,
        }
    }

    /// The value at `step`, to be changed.
    pub fn step_mut(&mut self, step: &LocStep) -> Option<&mut Val> {
        match (self, step) {
            (Self::Adt(adt), LocStep::Field(name)) => {
                let adt = Rc::make_mut(adt);
                adt.fields.iter_mut().find(|(field, _)| field == name).map(|(_, value)| value)
            }
            (Self::Bag(bag), LocStep::Item(at)) => Rc::make_mut(bag).items.get_mut(*at).map(|(_, value)| value),
            (Self::Code(code), LocStep::Env(at)) => Rc::make_mut(code).env.get_mut(*at),
            _ => None,
        }
    }
}
