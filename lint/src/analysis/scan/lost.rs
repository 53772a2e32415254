//! What becomes of a failed call: whether anything is done that success would not have done.
//!
//! The result is followed through moves and calls that only look at it or print. Where it decides a branch, the blocks of one side alone may
//! print and drop, and come back together; what stores something, returns, panics, waits or calls something that does is a handled error.

use std::collections::BTreeSet;

use super::reach::forward;
use crate::base::{FileSpan, Idx};
use crate::ir::{
    Base, BlockId, Body, BodyId, Callee, FnId, Intrinsic, Local, LocalKind, Operand, Place, Projection, RETURN, Rvalue, StatementKind,
    TerminatorKind, Test, Ty,
};
use crate::link::Linked;

/// How deep calls are looked into.
const DEPTH: usize = 8;

/// Whether the result of the call at this place of a function is thrown away, or at most printed.
pub fn thrown_away(linked: &Linked, func: FnId, at: FileSpan) -> bool {
    let Some(root) = linked.program.fns[func].body else { return false };
    linked.group(root).any(|id| {
        let body = linked.body(id);
        body.blocks.iter_enumerated().any(|(site, data)| match &data.terminator.kind {
            TerminatorKind::Call { dest, target: Some(start), .. } if data.terminator.span == at.span => {
                Lost { linked, body, site }.is_lost(dest, *start)
            }
            _ => false,
        })
    })
}

struct Lost<'a> {
    linked: &'a Linked,
    body: &'a Body,
    site: BlockId,
}

impl Lost<'_> {
    fn is_lost(&self, dest: &Place, start: BlockId) -> bool {
        let Some(result) = dest.as_local().filter(|&local| self.is_passing(local)) else { return self.is_unit_result(dest) };
        let mut marked = BTreeSet::from([result]);
        let blocks = self.reach(start);
        let mut count = 0;
        while count != marked.len() {
            count = marked.len();
            if !blocks.iter().all(|&at| self.spreads(at, &mut marked)) {
                return false;
            }
        }
        blocks.iter().all(|&at| self.comes_together(at, &marked))
    }

    /// Whether a local is not the function's result, or one that says nothing.
    fn is_passing(&self, local: Local) -> bool {
        local.index() != RETURN as usize || is_unit(&self.body.locals[local].ty)
    }

    fn is_unit_result(&self, dest: &Place) -> bool {
        dest.as_local().is_some_and(|local| is_unit(&self.body.locals[local].ty))
    }

    /// The blocks that can be reached without coming back to the call.
    fn reach(&self, from: BlockId) -> BTreeSet<BlockId> {
        let mut seen = BTreeSet::new();
        let mut work = vec![from];
        while let Some(block) = work.pop() {
            if block != self.site && seen.insert(block) {
                work.extend(forward(&self.body.blocks[block].terminator.kind));
            }
        }
        seen
    }

    /// Follows what was made from the result through a block; false where it goes out of sight.
    fn spreads(&self, at: BlockId, marked: &mut BTreeSet<Local>) -> bool {
        let data = &self.body.blocks[at];
        for statement in &data.statements {
            let StatementKind::Assign(dest, rvalue) = &statement.kind else { continue };
            let made = match rvalue {
                Rvalue::Ref { place, .. } | Rvalue::Residual(place) => has(marked, place),
                Rvalue::Opaque(_, places) => places.iter().any(|place| has(marked, place)),
                other => other.operands().into_iter().filter_map(Operand::place).any(|place| has(marked, place)),
            };
            if made && !self.mark(dest, marked) {
                return false;
            }
        }
        match &data.terminator.kind {
            TerminatorKind::Call { callee, args, dest, .. } => {
                let given = args.iter().filter_map(Operand::place).any(|place| has(marked, place));
                !given || (is_quiet_call(self.linked, callee, args, DEPTH) && self.mark(dest, marked))
            }
            TerminatorKind::Await { future, .. } => !future.place().is_some_and(|place| has(marked, place)),
            _ => true,
        }
    }

    fn mark(&self, dest: &Place, marked: &mut BTreeSet<Local>) -> bool {
        match dest.as_local() {
            Some(local) if self.is_passing(local) => {
                marked.insert(local);
                true
            }
            // A part of a temporary.
            _ => match dest.base {
                Base::Local(local) if self.body.locals[local].kind == LocalKind::Temp && !is_behind(dest) => {
                    marked.insert(local);
                    true
                }
                _ => false,
            },
        }
    }

    /// Whether the two sides of a test of the result do nothing of their own.
    fn comes_together(&self, at: BlockId, marked: &BTreeSet<Local>) -> bool {
        let TerminatorKind::Switch { test, then, otherwise } = &self.body.blocks[at].terminator.kind else { return true };
        if !tested(test).is_some_and(|place| has(marked, place)) {
            return true;
        }
        if *then == self.site || *otherwise == self.site {
            return false;
        }
        let (yes, no) = (self.reach(*then), self.reach(*otherwise));
        let dead = |at: BlockId| {
            self.body.blocks[at].statements.is_empty() && matches!(self.body.blocks[at].terminator.kind, TerminatorKind::Unreachable)
        };
        let quiet =
            |one: &BTreeSet<BlockId>, other: &BTreeSet<BlockId>| one.difference(other).all(|&at| dead(at) || self.is_quiet_block(at));
        // The last arm of a `match` has no other side.
        let one_way = yes.iter().all(|&at| dead(at)) || no.iter().all(|&at| dead(at));
        one_way || (quiet(&yes, &no) && quiet(&no, &yes))
    }

    fn is_quiet_block(&self, at: BlockId) -> bool {
        let data = &self.body.blocks[at];
        let stores = data.statements.iter().any(|statement| match &statement.kind {
            StatementKind::Assign(dest, _) => self.is_kept(dest),
            _ => false,
        });
        !stores && !forward(&data.terminator.kind).contains(&self.site) && self.is_quiet(&data.terminator.kind)
    }

    /// Whether a place lasts: a variable of the user's, or what others see.
    fn is_kept(&self, dest: &Place) -> bool {
        let Base::Local(local) = dest.base else { return true };
        let decl = &self.body.locals[local];
        is_behind(dest) || !(matches!(decl.kind, LocalKind::Temp | LocalKind::Guard) || is_unit(&decl.ty) || self.is_born_here(local))
    }

    /// Whether a variable is one that a pattern or `let` after the call binds: it is written once.
    fn is_born_here(&self, local: Local) -> bool {
        let writes = self.body.blocks.iter().flat_map(|block| &block.statements);
        writes.filter(|statement| matches!(&statement.kind, StatementKind::Assign(dest, _) if dest.as_local() == Some(local))).count() == 1
            && self.body.locals[local].kind == LocalKind::Var
    }

    fn is_quiet(&self, kind: &TerminatorKind) -> bool {
        match kind {
            TerminatorKind::Call { callee, args, dest, .. } => !self.is_kept(dest) && is_quiet_call(self.linked, callee, args, DEPTH),
            TerminatorKind::Goto(_) | TerminatorKind::Switch { .. } | TerminatorKind::Drop { .. } => true,
            _ => false,
        }
    }
}

/// Whether a call does nothing but look at what it is given, or print.
fn is_quiet_call(linked: &Linked, callee: &Callee, args: &[Operand], depth: usize) -> bool {
    let closures = |substs: &[Ty]| substs.iter().all(|ty| !matches!(ty, Ty::Closure(body) if !is_quiet_body(linked, *body, depth)));
    let functions = args.iter().all(|arg| match arg {
        Operand::Const(crate::ir::Const::Fn(func, _)) => is_quiet_fn(linked, *func, depth),
        _ => true,
    });
    match callee {
        Callee::Fn(func, substs) => functions && closures(substs) && is_quiet_fn(linked, *func, depth),
        Callee::Trait(func, _) => linked.program.krates[linked.program.fns[*func].krate].stub,
        Callee::Intrinsic(Intrinsic::Format) | Callee::Value(_) => true,
        _ => false,
    }
}

fn is_quiet_fn(linked: &Linked, func: FnId, depth: usize) -> bool {
    let def = &linked.program.fns[func];
    if def.is_async || !def.contract.clauses.is_empty() {
        return false;
    }
    match def.body {
        Some(body) if !def.primitive => is_quiet_body(linked, body, depth),
        _ => linked.program.krates[def.krate].stub,
    }
}

fn is_quiet_body(linked: &Linked, id: BodyId, depth: usize) -> bool {
    let Some(depth) = depth.checked_sub(1) else { return false };
    linked.body(id).blocks.iter().all(|block| {
        let stores = block.statements.iter().any(|statement| match &statement.kind {
            StatementKind::Assign(dest, _) => is_behind(dest) || matches!(dest.base, Base::Static(_)),
            _ => false,
        });
        !stores
            && match &block.terminator.kind {
                TerminatorKind::Call { callee, args, .. } => is_quiet_call(linked, callee, args, depth),
                TerminatorKind::Await { .. } | TerminatorKind::Select { .. } => false,
                TerminatorKind::Unreachable => block.statements.is_empty(),
                _ => true,
            }
    })
}

fn is_behind(place: &Place) -> bool {
    place.projections.iter().any(|step| matches!(step, Projection::Deref))
}

fn is_unit(ty: &Ty) -> bool {
    matches!(ty, Ty::Tuple(tys) if tys.is_empty())
}

fn has(marked: &BTreeSet<Local>, place: &Place) -> bool {
    matches!(place.base, Base::Local(local) if marked.contains(&local))
}

fn tested(test: &Test) -> Option<&Place> {
    match test {
        Test::True(operand) => operand.place(),
        Test::Variant(place, _) | Test::Equals(place, _) | Test::Try(place) | Test::Opaque(place) | Test::Length { place, .. } => {
            Some(place)
        }
        Test::Cfg(_) => None,
    }
}
