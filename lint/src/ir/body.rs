//! Bodies: basic blocks, places, statements, terminators.

use serde::{Deserialize, Serialize};

use super::{AdtId, BodyId, Cfg, FnId, Item, LocalBodyId, Path, StaticId, Substs, Ty, TypeRef, Why};
use crate::base::{IndexVec, Name, Span};

crate::base::index_type! {
    /// A variable, parameter or temporary of a body. `_0` is the result, `_1 …` the parameters.
    pub struct Local = "_";
}
crate::base::index_type! {
    /// A basic block; `bb0` is the entry.
    pub struct BlockId = "bb";
}

/// The local that holds a body's result.
pub const RETURN: u32 = 0;

/// How far a body has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stage {
    /// From one file alone.
    Lowered,
    /// After the linker.
    Elaborated,
}

/// What a body is the body of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum BodyKind {
    /// A function.
    Fn,
    /// An `async fn`: calling it makes a future that owns its arguments; this runs when it is awaited.
    AsyncFn,
    /// A closure.
    Closure,
    /// `async |x| …`: calling it makes a future.
    AsyncClosure,
    /// `async { … }`.
    AsyncBlock,
    /// The initialiser of a constant or static.
    Const,
}

/// A body.
///
/// Invariant: `locals[0]` is the result, `locals[1..=params]` the parameters (for methods the first is `self`), then everything else.
/// Parameter patterns are taken apart by the first statements.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Body {
    /// How far it has come.
    pub stage: Stage,
    /// What it is the body of.
    pub kind: BodyKind,
    /// `move` on a closure or async block.
    pub is_move: bool,
    /// Its bytes.
    pub span: Span,
    /// The body in which this closure or async block stands.
    pub parent: Option<LocalBodyId>,
    /// How many parameters there are.
    pub params: usize,
    /// All locals.
    pub locals: IndexVec<Local, LocalDecl>,
    /// All blocks.
    pub blocks: IndexVec<BlockId, Block>,
    /// Lowered closures and async blocks: the variables of the parent that are mentioned.
    pub upvars: Vec<Upvar>,
    /// Elaborated closures and async blocks: what is captured, in the order of the environment.
    pub captures: Vec<Capture>,
    /// Declared result of a closure (`|x| -> T`); of functions the item has it.
    pub ret: TypeRef,
    /// Items that stand inside the body.
    pub items: Vec<Item>,
}

/// A local.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LocalDecl {
    /// What it is.
    pub kind: LocalKind,
    /// The variable's name, if it has one.
    pub name: Option<Name>,
    /// The declared type.
    pub ty_ref: TypeRef,
    /// Elaborated: the type.
    pub ty: Ty,
    /// Where it is declared or computed.
    pub span: Span,
}

/// What a local is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LocalKind {
    /// The result.
    Return,
    /// A parameter.
    Param,
    /// A variable.
    Var,
    /// A temporary.
    Temp,
    /// Lowered: a variable of the parent (entry of [`Body::upvars`]).
    Upvar,
    /// What a variable of a match arm is within the arm's guard: of the variable's type, but nothing is moved into it (elaboration makes the
    /// [`Operand::Bind`] that sets it a copy), and it is never dropped. The real binding follows once the guard has held.
    Guard,
    /// Elaborated: a captured place (entry of [`Body::captures`]); by reference, it holds that reference.
    Capture,
}

/// A variable of the parent that a closure mentions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Upvar {
    /// Its stand-in in this body.
    pub local: Local,
    /// The variable in the parent (there it may be an upvar in turn).
    pub parent: Local,
}

/// A captured place.
///
/// The environment belongs to the value: a body has no drops for its captures. Whoever runs a closure by value, or a coroutine to its end or
/// down to [`TerminatorKind::Cancelled`], drops after the body what is left of the captures by value, in their order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Capture {
    /// The local that holds it in this body.
    pub local: Local,
    /// The place in the parent.
    pub place: Place,
    /// How it is captured.
    pub mode: CaptureMode,
}

/// How a place is captured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CaptureMode {
    /// Copied or moved in.
    Value,
    /// `&place`.
    Ref,
    /// `&mut place`.
    RefMut,
}

/// A basic block.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Block {
    /// What happens in order.
    pub statements: Vec<Statement>,
    /// What comes then.
    pub terminator: Terminator,
    /// Of the head of a `loop`, `while` or `for`: where that word stands.
    pub loop_head: Option<Span>,
}

/// A statement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Statement {
    /// What.
    pub kind: StatementKind,
    /// The source that it comes from.
    pub span: Span,
}

/// What a statement does.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum StatementKind {
    /// `place = rvalue`. It does not drop the old value: an assignment that overwrites has a `Drop` before it.
    Assign(Place, Rvalue),
    /// The local comes to life, uninitialised.
    StorageLive(Local),
    /// The local's storage ends; what had to be dropped has been.
    StorageDead(Local),
    /// The place is named, but neither moved nor read: `_ = x`, `let _ = x`.
    Mention(Place),
    /// The body is left from here before its end: `return`, `?`.
    Leave,
}

/// A place.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Place {
    /// Where it starts.
    pub base: Base,
    /// How it goes on.
    pub projections: Vec<Projection>,
}

impl Place {
    /// The whole local.
    pub fn local(local: Local) -> Self {
        Self { base: Base::Local(local), projections: Vec::new() }
    }

    /// The place one step further.
    #[must_use]
    pub fn project(&self, projection: Projection) -> Self {
        let mut place = self.clone();
        place.projections.push(projection);
        place
    }

    /// The local, if the place is one as a whole.
    pub fn as_local(&self) -> Option<Local> {
        match self.base {
            Base::Local(local) if self.projections.is_empty() => Some(local),
            _ => None,
        }
    }
}

/// Where a place starts.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Base {
    /// A local.
    Local(Local),
    /// Lowered: a path used as a place that is not a local: a static, a constant, a unit struct.
    Path(Path),
    /// Elaborated: a static.
    Static(StaticId),
}

/// A step of a place.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Projection {
    /// `*p`. Elaborated: of a reference, raw pointer or `Box` only (a call of `deref` gives the reference for others, `Arc` and guards included).
    Deref,
    /// `.name`, `.0`. Lowered: dereferences are inserted as needed. Elaborated: exactly this field.
    Field(Name),
    /// As this variant; a field follows.
    Downcast(VariantRef),
    /// `[i]`, with the local in which the index lies; none: it is not followed.
    Index(Option<Local>),
    /// Lowered: the output of a `?`, read where [`Test::Try`] holds: what `Ok`, `Some`, `Continue` contain. Elaborated: only where the type is not known.
    Output,
    /// Element `offset` of a slice pattern, from the end if `from_end`. Lowered: also a field of a tuple pattern after its `..`, from the end.
    Element {
        /// The position.
        offset: u32,
        /// Counted from the end.
        from_end: bool,
    },
    /// `rest @ ..` of a slice pattern, `[a..b]`.
    Subslice,
}

/// A variant of an enum, or a struct taken as its only variant.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum VariantRef {
    /// Lowered: as written.
    Path(Path),
    /// Elaborated: the type and the position of the variant.
    Resolved(AdtId, u32),
    /// Elaborated: not found; its last name.
    Unknown(Name),
}

/// A value that is used.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Operand {
    /// Lowered: the value of the place: a copy or a move by its type; as the receiver of a method call perhaps a borrow.
    /// Elaborated: could not be decided.
    Use(Place),
    /// Lowered: bound by a pattern in the default binding mode: a copy, a move, or a reference where the pattern passed a reference on the
    /// way. The number says how many of the place's projections belong to the scrutinee; the pattern's own begin after them (a reference
    /// that the scrutinee's expression dereferences, `match self.state { S(x) => … }`, does not change the mode). A `Deref` after them is a `&` pattern, which makes the mode a move again.
    Bind(Place, u32),
    /// Copied.
    Copy(Place),
    /// Moved.
    Move(Place),
    /// A constant.
    Const(Const),
}

impl Operand {
    /// The place, if it reads one.
    pub fn place(&self) -> Option<&Place> {
        match self {
            Self::Use(place) | Self::Bind(place, _) | Self::Copy(place) | Self::Move(place) => Some(place),
            Self::Const(_) => None,
        }
    }
}

/// A constant value.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Const {
    /// `true`, `false`.
    Bool(bool),
    /// An integer that fits; the suffix is not kept.
    Int(i64),
    /// A float or an integer that does not fit.
    Number,
    /// A string, byte string, C string.
    Str(String),
    /// A character or byte.
    Char(u32),
    /// `()`.
    Unit,
    /// Lowered: a path in value position that is not a local: function, constant, static, unit struct or variant, tuple constructor.
    Path(Path),
    /// Elaborated: a function as a value.
    Fn(FnId, Substs),
    /// Elaborated: a constructor as a function value (`Some`, `Message::Job`).
    Ctor(AdtId, u32),
    /// Elaborated: a constant item whose value is computed by this body.
    Item(BodyId),
    /// Not known.
    Unknown(Why),
}

/// What is computed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Rvalue {
    /// A value as it is.
    Use(Operand),
    /// `&place`, `&mut place`.
    Ref {
        /// `&mut`.
        mutable: bool,
        /// Of what.
        place: Place,
    },
    /// A tuple.
    Tuple(Vec<Operand>),
    /// `[a, b]`, `vec![a, b]` makes one and turns it into a `Vec`.
    Array(Vec<Operand>),
    /// `[x; n]`.
    Repeat(Operand),
    /// A struct, variant or union literal, also by a tuple constructor.
    Adt {
        /// Which.
        variant: VariantRef,
        /// The fields by name.
        fields: Vec<(Name, Operand)>,
        /// `..base`: the place whose other fields are used. Elaborated: gone, the fields are all listed.
        base: Option<Place>,
    },
    /// A closure or async block. Elaborated: `captures` are the values of the environment (references are taken by statements before).
    Closure {
        /// Its body.
        body: BodyRef,
        /// Its environment.
        captures: Vec<Operand>,
    },
    /// `a op b`.
    Binary(BinaryOp, Operand, Operand),
    /// `!a` (`-a` is [`Rvalue::Opaque`]).
    Not(Operand),
    /// `a as T`.
    Cast(Operand, TypeRef),
    /// What a `?` returns where [`Test::Try`] does not hold: `None`, or `Err(From::from(error))` with the error moved out of the place.
    /// Elaborated: only where the type is not known.
    Residual(Place),
    /// Anything else that makes a value from these: an unknown macro, `-a`, a range is an ADT.
    Opaque(Why, Vec<Place>),
}

/// A body, before and after linking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum BodyRef {
    /// Lowered: of the same file.
    Local(LocalBodyId),
    /// Elaborated.
    Global(BodyId),
}

/// A binary operator on values that do not own anything; lazy ones are control flow, overloaded ones are calls where the type says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum BinaryOp {
    /// `+`.
    Add,
    /// `-`.
    Sub,
    /// `*`, `/`, `%`, shifts, bit operations.
    Other,
    /// `==`.
    Eq,
    /// `!=`.
    Ne,
    /// `<`.
    Lt,
    /// `<=`.
    Le,
    /// `>`.
    Gt,
    /// `>=`.
    Ge,
}

/// The end of a block.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Terminator {
    /// What.
    pub kind: TerminatorKind,
    /// The source that it comes from: the whole expression; for a drop the end of the scope or the assignment.
    pub span: Span,
}

/// What comes after a block.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum TerminatorKind {
    /// There.
    Goto(BlockId),
    /// A two-way test.
    Switch {
        /// What is asked.
        test: Test,
        /// If it holds.
        then: BlockId,
        /// If not.
        otherwise: BlockId,
    },
    /// A call.
    Call {
        /// Of what.
        callee: Callee,
        /// The arguments; of a method the receiver first.
        args: Vec<Operand>,
        /// Where the result goes.
        dest: Place,
        /// Where it goes on; nowhere, if it is known not to return.
        target: Option<BlockId>,
        /// The bytes of the function or method name.
        name_span: Span,
    },
    /// `.await`. It consumes the future: on `resume` it has run to its end and is dropped, on `cancel` it is dropped first.
    Await {
        /// The future, by value.
        future: Operand,
        /// Where its output goes.
        dest: Place,
        /// When it is ready.
        resume: BlockId,
        /// When the coroutine is dropped here: drops what is live, down to a `Cancelled`.
        cancel: BlockId,
    },
    /// `select!`: waits for the first of several.
    Select {
        /// The arms.
        arms: Vec<SelectArm>,
        /// `else`, `complete`: when no arm is left. `None`: panics.
        otherwise: Option<BlockId>,
        /// The blocking form (crossbeam): parks the thread.
        blocking: bool,
        /// As for `Await`.
        cancel: Option<BlockId>,
    },
    /// Drops what is in the place, if anything still is. Lowered: scheduled. Elaborated: it may do something.
    Drop {
        /// What.
        place: Place,
        /// Where it goes on.
        target: BlockId,
        /// Why.
        why: DropWhy,
    },
    /// The body's end.
    Return,
    /// The end of a coroutine that was dropped half-way.
    Cancelled,
    /// Never reached, or a panic (`panic!`, `unreachable!`, `process::exit` is a call without target).
    Unreachable,
}

/// Why a drop stands where it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum DropWhy {
    /// The end of the scope.
    Scope,
    /// A temporary at the end of its statement.
    Temporary,
    /// `return`, `break`, `continue` leaves the scope.
    Jump,
    /// `?` leaves the scope.
    Question,
    /// An assignment overwrites it.
    Overwrite,
    /// The coroutine is dropped at an `.await`.
    Cancel,
}

/// A question with two answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Test {
    /// Is it true?
    True(Operand),
    /// Is it this variant? Lowered: also for struct patterns (always true) and constants (then the linker makes it `Equals`).
    Variant(Place, VariantRef),
    /// Is it this value?
    Equals(Place, Const),
    /// `?`: does it go on? True for `Ok`, `Some`, `Continue`. The place is a temporary that only this `?` reads: where it holds, its
    /// [`Projection::Output`] is moved out, else [`Rvalue::Residual`] takes it; no drop is scheduled for it. Elaborated: only where the type
    /// is not known, else [`Test::Variant`].
    Try(Place),
    /// Lowered: does the condition hold? From `#[cfg]` on statements and arms, `cfg!`, `cfg_if!`. The linker takes one side.
    Cfg(Cfg),
    /// Has the slice this length, or at least this?
    Length {
        /// The slice.
        place: Place,
        /// How many.
        len: u32,
        /// Or more.
        or_more: bool,
    },
    /// A range or a pattern that is not followed.
    Opaque(Place),
}

/// What is called.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Callee {
    /// Lowered: a path.
    Path(Path),
    /// `recv.name::<T>(…)`. Elaborated: could not be resolved from the receiver's type.
    Method(Name, Vec<TypeRef>),
    /// A value: a closure, a function pointer. Elaborated: a moved operand is called by value (`FnOnce`), so what the closure's body has not
    /// moved out of its environment is dropped after it, in the order of the captures; a copied one is called where it is and stays.
    Value(Operand),
    /// Elaborated: a function, with its type arguments (its own and its impl's, in the order of [`super::FnDef::generics`]).
    Fn(FnId, Substs),
    /// Elaborated: a trait's function on a type that the caller decides; the arguments include the trait's.
    Trait(FnId, Ty),
    /// Part of the language.
    Intrinsic(Intrinsic),
    /// Elaborated: not resolved; the name for messages.
    Unknown(Name, Why),
}

/// Calls that come from macros and syntax.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Intrinsic {
    /// `join!(a, b)`: runs all the futures to their ends; the result is the tuple.
    Join,
    /// `try_join!(a, b)`: the same, or the first error.
    TryJoin,
    /// `panic!`, `todo!`, a failed `assert!`.
    Panic,
    /// `println!`, `format!`, `write!`, a log macro: reads its arguments by reference.
    Format,
}

/// An arm of a `select!`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SelectArm {
    /// What is waited for.
    pub op: SelectOp,
    /// `, if cond`: the value of the condition.
    pub guard: Option<Operand>,
    /// Where the result goes.
    pub dest: Place,
    /// Where it goes on: there the pattern is tested. On a mismatch of a refutable arm, its guard (a local that starts as true or as the
    /// condition) is set to false and it goes back to the same `Select`.
    pub target: BlockId,
    /// Whether the pattern can fail.
    pub refutable: bool,
    /// The arm's bytes.
    pub span: Span,
}

/// What an arm waits for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum SelectOp {
    /// The future in this place, polled there; it is dropped by a `Drop` of that place after the select.
    Future(Place),
    /// crossbeam `recv(rx) -> m`.
    Recv(Operand),
    /// crossbeam `send(tx, value) -> r`.
    Send(Operand, Operand),
    /// `default`, or `default(timeout)` with the timeout.
    Default(Option<Operand>),
}
