//! Values that are named for the last time as the receiver of a method that is not known.
//!
//! ```text
//! let sink = tx.into_sink();   // `self` or `&self`? nobody names `tx` after this: it may be gone
//! ```
//!
//! Such a one is moved: what the callee does with it is not known, and neither is then that it is still there. Of one that is named again
//! it is known: it was borrowed. The same goes for a field of a variable.

use crate::base::Idx;
use crate::dataflow::{Liveness, solve};
use crate::ir::{Base, BlockId, Body, Callee, Local, Operand, Place, Projection, TerminatorKind, Why};
use crate::link::Cx;

/// Makes moves of these.
pub(super) fn parting(cx: &mut Cx<'_>, body: &mut Body) {
    let mut calls: Vec<(BlockId, Local)> = Vec::new();
    for (id, block) in body.blocks.iter_enumerated() {
        if let TerminatorKind::Call { callee: Callee::Unknown(_, Why::UnresolvedMethod), args, .. } = &block.terminator.kind
            && let Some(Operand::Use(receiver)) = args.first()
            && let Some(local) = owner(receiver)
            && cx.needs_drop(&body.locals[local].ty)
        {
            calls.push((id, local));
        }
    }
    if calls.is_empty() {
        return;
    }
    let live = solve(Liveness { drops: false }, body);
    calls.retain(|(id, local)| !live.at_block(*id).contains(local.index()));
    for (id, _) in calls {
        if let TerminatorKind::Call { args, .. } = &mut body.blocks[id].terminator.kind
            && let Operand::Use(receiver) = &args[0]
        {
            args[0] = Operand::Move(receiver.clone());
        }
    }
}

/// The variable that owns what lies at a place.
fn owner(place: &Place) -> Option<Local> {
    match place.base {
        Base::Local(local) if place.projections.iter().all(|step| matches!(step, Projection::Field(_))) => Some(local),
        _ => None,
    }
}
