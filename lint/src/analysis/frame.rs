//! Frames: calls that have not returned.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::fingerprint::Memo;
use super::value::{ObjId, Val};
use crate::base::{FileSpan, IndexVec, Name};
use crate::ir::{AdtId, BlockId, BodyId, FnId, Local, Ty};

/// A call that has not returned.
#[derive(Clone, Debug)]
pub struct Frame {
    /// What runs.
    pub body: BodyId,
    /// The function, where it is one; of a closure, the one in which it stands.
    pub func: Option<FnId>,
    /// Its locals.
    pub locals: IndexVec<Local, Val>,
    /// Type arguments.
    pub substs: Rc<Vec<(Name, Ty)>>,
    /// Where it is, in the user's code: a stub's frame stays at the call that led into the stub.
    pub at: FileSpan,
    /// Whether it runs code of a stub.
    pub stub: bool,
    /// Whether it runs the body of an async function or block.
    pub coroutine: bool,
    /// The executor that its call drives or steps out of, and that executor's type.
    pub drives: Option<(ObjId, AdtId)>,
    /// Where it was left by a jump or an error, while what it owns is dropped.
    pub leaving: Option<FileSpan>,
    /// The loops that it is in.
    pub loops: BTreeMap<BlockId, Turns>,
    /// What it adds to fingerprints.
    pub memo: Memo,
}

impl Frame {
    /// A frame in which nothing has run yet.
    pub fn new(body: BodyId, func: Option<FnId>, locals: IndexVec<Local, Val>, substs: Rc<Vec<(Name, Ty)>>, at: FileSpan) -> Self {
        Self {
            body,
            func,
            locals,
            substs,
            at,
            stub: false,
            coroutine: false,
            drives: None,
            leaving: None,
            loops: BTreeMap::new(),
            memo: Memo::default(),
        }
    }
}

/// How far a loop has come.
#[derive(Clone, Debug)]
pub struct Turns {
    /// How often its head was reached.
    pub visits: u32,
    /// How many forks there had been at the last visit.
    pub forks: u32,
    /// How many messages had been waited for when it was entered.
    pub parks: u32,
    /// How long the story was when it was entered.
    pub story: usize,
    /// What the frame's locals were when it was entered.
    pub locals: Rc<IndexVec<Local, Val>>,
}
