//! Receivers to which no EOF comes: the body that receives has a sender beside them, and keeps it.
//!
//! ```ignore
//! let (_tx, rx) = channel::<()>();
//! loop {
//!     rx.recv_timeout(interval).ok(); // a sleep: `_tx` lives as long as the loop
//!     flush();
//! }
//! ```

use super::facts::Facts;
use super::known::{Env, Key};
use super::overlap;
use super::reach::reaching;
use crate::base::Idx;
use crate::ir::{
    Base, BlockId, Body, BodyId, Callee, Clause, EndRole, Local, Operand, Place, Projection, Rvalue, StatementKind, TerminatorKind, Ty,
    TypeRole,
};

/// Whether a variable has the sender of the channel whose receiver this is, and keeps it until the site and as long as it goes round there.
pub fn has_sender(facts: &Facts<'_>, id: BodyId, receiver: &Key, site: BlockId) -> bool {
    let body = facts.linked.body(id);
    if !receiver.1.is_empty() {
        return false;
    }
    let within = reaching(body, site);
    let Some(pair) = taken_from(body, receiver.0).filter(|pair| is_pair(facts, body, *pair)) else { return false };
    body.locals.iter_enumerated().any(|(local, decl)| {
        local != receiver.0 && is_sender(facts, &decl.ty) && taken_from(body, local) == Some(pair) && is_kept(body, &within, local)
    })
}

/// The variable of whose parts this one was made, where it was once.
fn taken_from(body: &Body, local: Local) -> Option<Local> {
    let mut made = body.blocks.iter().flat_map(|block| &block.statements).filter_map(|statement| match &statement.kind {
        StatementKind::Assign(place, Rvalue::Use(Operand::Move(from))) if place.as_local() == Some(local) => Some(part_of(from)),
        StatementKind::Assign(place, _) if place.as_local() == Some(local) => Some(None),
        _ => None,
    });
    match (made.next(), made.next()) {
        (Some(from), None) => from,
        _ => None,
    }
}

/// The variable of which a place is a field.
fn part_of(place: &Place) -> Option<Local> {
    match (&place.base, place.projections.as_slice()) {
        (Base::Local(local), [Projection::Field(_)]) => Some(*local),
        _ => None,
    }
}

/// Whether a variable is what one call made as both ends of a channel.
fn is_pair(facts: &Facts<'_>, body: &Body, local: Local) -> bool {
    body.blocks.iter().any(|block| match &block.terminator.kind {
        TerminatorKind::Call { callee: Callee::Fn(func, _), dest, .. } if dest.as_local() == Some(local) => {
            facts.program.fns[*func].contract.clauses.iter().any(|clause| matches!(clause, Clause::Pairs { .. }))
        }
        _ => false,
    })
}

fn is_sender(facts: &Facts<'_>, ty: &Ty) -> bool {
    let Ty::Adt(def, _) = ty else { return false };
    matches!(facts.program.adts[*def].role, Some(TypeRole::End { role: EndRole::Sender, .. }))
}

/// Whether no block on the way to the site moves, drops or overwrites what is in a variable.
fn is_kept(body: &Body, within: &[bool], local: Local) -> bool {
    let key = (local, Vec::new());
    let same = |place: &Place| Env::default().key(place).is_some_and(|(other, _)| overlap(&other, &key));
    let moves = |operand: &Operand| matches!(operand, Operand::Move(place) | Operand::Use(place) if same(place));
    let mut writes = 0;
    for block in body.blocks.iter_enumerated().filter(|(at, _)| within.get(at.index()).copied().unwrap_or(false)).map(|(_, block)| block) {
        for statement in &block.statements {
            match &statement.kind {
                StatementKind::Assign(place, rvalue) => {
                    writes += usize::from(same(place));
                    if rvalue.operands().into_iter().any(moves) {
                        return false;
                    }
                }
                StatementKind::StorageDead(dead) if *dead == local => return false,
                _ => {}
            }
        }
        let dropped = matches!(&block.terminator.kind, TerminatorKind::Drop { place, .. } if same(place));
        if dropped || block.terminator.operands().into_iter().any(moves) {
            return false;
        }
    }
    writes == 1
}
