//! One body under construction: its locals, blocks and names.
//!
//! There is always a current block. After a jump it is a fresh one that nothing reaches; [`BodyBuilder::finish`] leaves such blocks out.

use rustc_hash::FxHashMap;

use super::scope::{Breakable, Scope};
use crate::base::{Idx, IndexVec, Name, Span};
use crate::ir::{
    Block, BlockId, Body, BodyKind, Item, Local, LocalBodyId, LocalDecl, LocalKind, Place, Rvalue, Stage, Statement, StatementKind,
    Terminator, TerminatorKind, Ty, TypeRef, Upvar, Why,
};

/// A block whose end may not be known yet.
#[derive(Debug, Default)]
struct Draft {
    statements: Vec<Statement>,
    terminator: Option<Terminator>,
    loop_head: Option<Span>,
}

/// A body under construction.
#[derive(Debug)]
pub(super) struct BodyBuilder {
    pub id: LocalBodyId,
    pub kind: BodyKind,
    pub is_move: bool,
    pub span: Span,
    pub parent: Option<LocalBodyId>,
    pub params: usize,
    pub ret: TypeRef,
    pub items: Vec<Item>,
    pub upvars: Vec<Upvar>,
    locals: IndexVec<Local, LocalDecl>,
    blocks: IndexVec<BlockId, Draft>,
    /// Where code goes.
    pub current: BlockId,
    /// The block that returns, once something jumps to it.
    pub return_block: Option<BlockId>,
    /// Variables in view, the innermost last.
    pub names: Vec<(Name, Local)>,
    /// Open scopes, the innermost last.
    pub scopes: Vec<Scope>,
    /// The scope in which variables that are declared now end.
    pub vars: usize,
    /// The scope in which temporaries that are made now end.
    pub temps: usize,
    /// Open loops and labelled blocks.
    pub breakables: Vec<Breakable>,
    /// Expressions (by address in the tree) whose temporary lives as long as this scope: `let x = &temporary()`.
    pub extended: FxHashMap<usize, usize>,
}

impl BodyBuilder {
    /// An empty body with its result.
    pub fn new(id: LocalBodyId, kind: BodyKind, span: Span) -> Self {
        let mut body = Self {
            id,
            kind,
            is_move: false,
            span,
            parent: None,
            params: 0,
            ret: TypeRef::Infer,
            items: Vec::new(),
            upvars: Vec::new(),
            locals: IndexVec::new(),
            blocks: IndexVec::new(),
            current: BlockId::new(0),
            return_block: None,
            names: Vec::new(),
            scopes: Vec::new(),
            vars: 0,
            temps: 0,
            breakables: Vec::new(),
            extended: FxHashMap::default(),
        };
        body.current = body.block();
        body.local(LocalKind::Return, None, TypeRef::Infer, span);
        body
    }

    /// A new local.
    pub fn local(&mut self, kind: LocalKind, name: Option<Name>, ty_ref: TypeRef, span: Span) -> Local {
        self.locals.push(LocalDecl { kind, name, ty_ref, ty: Ty::Unknown(Why::Pending), span })
    }

    /// A new block.
    pub fn block(&mut self) -> BlockId {
        self.blocks.push(Draft::default())
    }

    /// Marks a block as the head of a loop.
    pub fn mark_loop_head(&mut self, block: BlockId, at: Span) {
        self.blocks[block].loop_head = Some(at);
    }

    /// Sets the declared type of a local that has none.
    pub fn declare_type(&mut self, local: Local, ty: TypeRef) {
        let decl = &mut self.locals[local];
        if decl.ty_ref == TypeRef::Infer {
            decl.ty_ref = ty;
        }
    }

    /// What a local is.
    pub fn decl(&self, local: Local) -> &LocalDecl {
        &self.locals[local]
    }

    /// Appends a statement to the current block.
    pub fn push(&mut self, kind: StatementKind, span: Span) {
        let current = self.current;
        self.blocks[current].statements.push(Statement { kind, span });
    }

    /// `place = rvalue`.
    pub fn assign(&mut self, place: Place, rvalue: Rvalue, span: Span) {
        self.push(StatementKind::Assign(place, rvalue), span);
    }

    /// Ends the current block. What is lowered next goes to a block that nothing reaches yet.
    pub fn terminate(&mut self, kind: TerminatorKind, span: Span) {
        let current = self.current;
        self.blocks[current].terminator = Some(Terminator { kind, span });
        self.current = self.block();
    }

    /// Ends the current block with a jump.
    pub fn goto(&mut self, target: BlockId, span: Span) {
        self.terminate(TerminatorKind::Goto(target), span);
    }

    /// Ends the current block with a jump to `target` and goes on there.
    pub fn goto_and_follow(&mut self, target: BlockId, span: Span) {
        self.goto(target, span);
        self.follow(target);
    }

    /// Goes on in a block.
    pub fn follow(&mut self, block: BlockId) {
        self.current = block;
    }

    /// Ends the current block with a terminator that goes on in `next`, and goes on there.
    pub fn terminate_and_follow(&mut self, kind: TerminatorKind, next: BlockId, span: Span) {
        self.terminate(kind, span);
        self.current = next;
    }

    /// The innermost variable of this name that this body itself declares.
    pub fn own_name(&self, name: &str) -> Option<Local> {
        self.names.iter().rev().find(|(known, _)| *known == *name).map(|&(_, local)| local)
    }

    /// This body's stand-in for a variable of its parent.
    pub fn upvar(&mut self, name: &Name, parent: Local) -> Local {
        if let Some(known) = self.upvars.iter().find(|upvar| upvar.parent == parent) {
            return known.local;
        }
        let local = self.local(LocalKind::Upvar, Some(name.clone()), TypeRef::Infer, self.span);
        self.upvars.push(Upvar { local, parent });
        local
    }

    /// The finished body: blocks that nothing reaches left out, chains of jumps made one.
    pub fn finish(mut self) -> Body {
        self.thread_jumps();
        let order = self.merge_chains();
        let mut position = vec![None; self.blocks.len()];
        for (at, &block) in order.iter().enumerate() {
            position[block.index()] = Some(BlockId::new(at));
        }
        let mut blocks = IndexVec::new();
        for block in order {
            let draft = std::mem::take(&mut self.blocks[block]);
            let mut terminator = draft.terminator.unwrap_or(Terminator { kind: TerminatorKind::Unreachable, span: self.span });
            for target in terminator.kind.successors_mut() {
                if let Some(new) = position[target.index()] {
                    *target = new;
                }
            }
            blocks.push(Block { statements: draft.statements, terminator, loop_head: draft.loop_head });
        }
        Body {
            stage: Stage::Lowered,
            kind: self.kind,
            is_move: self.is_move,
            span: self.span,
            parent: self.parent,
            params: self.params,
            locals: self.locals,
            blocks,
            upvars: self.upvars,
            captures: Vec::new(),
            ret: self.ret,
            items: self.items,
        }
    }

    /// Sends jumps to an empty block that only jumps on to where that one goes.
    fn thread_jumps(&mut self) {
        for at in 0..self.blocks.len() {
            let block = BlockId::new(at);
            let Some(mut terminator) = self.blocks[block].terminator.take() else { continue };
            for target in terminator.kind.successors_mut() {
                *target = self.final_target(*target);
            }
            self.blocks[block].terminator = Some(terminator);
        }
    }

    fn final_target(&self, mut block: BlockId) -> BlockId {
        // A cycle of empty blocks has a loop head, at which this stops; the bound only says so to the reader.
        for _ in 0..self.blocks.len() {
            let draft = &self.blocks[block];
            match &draft.terminator {
                Some(Terminator { kind: TerminatorKind::Goto(next), .. }) if draft.statements.is_empty() && draft.loop_head.is_none() => {
                    block = *next;
                }
                _ => break,
            }
        }
        block
    }

    /// Joins each block that only one jump reaches to the block of that jump. Returns the blocks that are left and reached, in the order in
    /// which they were made.
    fn merge_chains(&mut self) -> Vec<BlockId> {
        let mut edges = vec![0_usize; self.blocks.len()];
        let mut reached = vec![false; self.blocks.len()];
        let mut work = vec![BlockId::new(0)];
        while let Some(block) = work.pop() {
            if std::mem::replace(&mut reached[block.index()], true) {
                continue;
            }
            for target in self.blocks[block].terminator.iter().flat_map(|terminator| terminator.kind.successors()) {
                edges[target.index()] += 1;
                work.push(target);
            }
        }
        for at in 0..self.blocks.len() {
            let block = BlockId::new(at);
            if !reached[at] {
                continue;
            }
            while let Some(Terminator { kind: TerminatorKind::Goto(next), .. }) = self.blocks[block].terminator {
                if next == block || next.index() == 0 || edges[next.index()] != 1 || self.blocks[next].loop_head.is_some() {
                    break;
                }
                let tail = std::mem::take(&mut self.blocks[next]);
                reached[next.index()] = false;
                self.blocks[block].statements.extend(tail.statements);
                self.blocks[block].terminator = tail.terminator;
            }
        }
        (0..self.blocks.len()).filter(|&at| reached[at]).map(BlockId::new).collect()
    }
}
