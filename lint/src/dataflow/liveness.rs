//! Which locals may still be read.

use super::{Analysis, BitSet, Location};
use crate::base::Idx;
use crate::ir::{
    Base, BlockId, Body, Operand, Place, Projection, Rvalue, SelectOp, Statement, StatementKind, Terminator, TerminatorKind, Test,
};

/// Backward: a local is live if it may be read, borrowed or dropped before it is written as a whole.
///
/// Precision: a borrow keeps its local live only up to the borrow; who follows references must add what they point to.
#[derive(Clone, Copy, Debug)]
pub struct Liveness {
    /// Whether a drop counts as a use.
    pub drops: bool,
}

fn read(state: &mut BitSet, place: &Place) {
    if let Base::Local(local) = place.base {
        state.insert(local.index());
    }
    for step in &place.projections {
        if let Projection::Index(Some(at)) = step {
            state.insert(at.index());
        }
    }
}

fn write(state: &mut BitSet, place: &Place) {
    match place.as_local() {
        Some(local) => state.remove(local.index()),
        None => read(state, place),
    }
}

fn operand(state: &mut BitSet, operand: &Operand) {
    if let Some(place) = operand.place() {
        read(state, place);
    }
}

impl Analysis for Liveness {
    type Domain = BitSet;
    const BACKWARD: bool = true;

    fn bottom(&self, body: &Body) -> BitSet {
        BitSet::new(body.locals.len())
    }

    fn boundary(&self, body: &Body, state: &mut BitSet) {
        if !body.locals.is_empty() {
            state.insert(crate::ir::RETURN as usize);
        }
    }

    fn statement(&self, state: &mut BitSet, statement: &Statement, _at: Location) {
        match &statement.kind {
            StatementKind::Assign(place, rvalue) => {
                write(state, place);
                rvalue.operands().into_iter().for_each(|used| operand(state, used));
                match rvalue {
                    Rvalue::Ref { place, .. } | Rvalue::Residual(place) => read(state, place),
                    Rvalue::Opaque(_, places) => places.iter().for_each(|place| read(state, place)),
                    Rvalue::Adt { base: Some(place), .. } => read(state, place),
                    _ => {}
                }
            }
            StatementKind::StorageLive(local) | StatementKind::StorageDead(local) => state.remove(local.index()),
            StatementKind::Mention(_) | StatementKind::Leave => {}
        }
    }

    fn terminator(&self, state: &mut BitSet, terminator: &Terminator, _at: Location) {
        terminator.operands().into_iter().for_each(|used| operand(state, used));
        match &terminator.kind {
            TerminatorKind::Switch { test, .. } => match test {
                Test::True(_) | Test::Cfg(_) => {}
                Test::Variant(place, _) | Test::Equals(place, _) | Test::Try(place) | Test::Length { place, .. } | Test::Opaque(place) => {
                    read(state, place);
                }
            },
            TerminatorKind::Drop { place, .. } if self.drops => read(state, place),
            TerminatorKind::Select { arms, .. } => {
                for arm in arms {
                    if let SelectOp::Future(place) = &arm.op {
                        read(state, place);
                    }
                }
            }
            _ => {}
        }
    }

    fn edge(&self, state: &mut BitSet, terminator: &Terminator, nth: usize, _target: BlockId) {
        match &terminator.kind {
            TerminatorKind::Call { dest, .. } => write(state, dest),
            TerminatorKind::Await { dest, .. } if nth == 0 => write(state, dest),
            TerminatorKind::Select { arms, .. } => {
                if let Some(arm) = arms.get(nth) {
                    write(state, &arm.dest);
                }
            }
            _ => {}
        }
    }
}
