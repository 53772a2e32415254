//! What a test reads: the places it goes back to, and whether somebody outside may have changed its answer meanwhile.

use std::collections::BTreeSet;

use super::facts::Facts;
use super::known::{Env, Key};
use super::overlap;
use crate::ir::{BlockId, BodyId, Callee, Operand, Place, Rvalue, StatementKind, TerminatorKind, Test};

/// What a test reads.
#[derive(Clone, Debug, Default)]
pub struct Reads {
    /// The places, as variables with fields.
    pub keys: BTreeSet<Key>,
    /// Whether a flag, a clock, a worker, a wait or something unknown has a part in it.
    pub outside: bool,
}

/// What the test at the end of a block reads.
pub fn of_test(facts: &Facts<'_>, id: BodyId, block: BlockId) -> Reads {
    let body = facts.linked.body(id);
    let mut reads = Reads::default();
    let TerminatorKind::Switch { test, .. } = &body.blocks[block].terminator.kind else {
        // A call or select that leads out: not a test.
        return Reads { outside: true, ..reads };
    };
    let place = match test {
        Test::True(operand) => operand.place(),
        Test::Variant(place, _) | Test::Equals(place, _) | Test::Try(place) | Test::Opaque(place) | Test::Length { place, .. } => {
            Some(place)
        }
        Test::Cfg(_) => None,
    };
    let mut todo: Vec<Place> = place.into_iter().cloned().collect();
    while let Some(place) = todo.pop() {
        let Some((key, _)) = Env::default().key(&place) else {
            reads.outside = true;
            continue;
        };
        let local = key.0;
        reads.outside |= facts.is_clock(&body.locals[local].ty);
        if !reads.keys.insert(key.clone()) {
            continue;
        }
        let made = |dest: &Place| Env::default().key(dest).is_some_and(|(dest, _)| overlap(&dest, &key));
        for data in &body.blocks {
            for statement in &data.statements {
                if let StatementKind::Assign(dest, rvalue) = &statement.kind
                    && made(dest)
                {
                    todo.extend(places(rvalue));
                }
            }
            match &data.terminator.kind {
                TerminatorKind::Call { callee, args, dest, .. } if made(dest) => {
                    let touches = facts.touched_by(id, &data.terminator.kind);
                    reads.outside |= touches.looks || touches.opaque || touches.receives || touches.waits;
                    reads.outside |= matches!(callee, Callee::Value(_) | Callee::Trait(..));
                    todo.extend(args.iter().filter_map(Operand::place).cloned());
                }
                TerminatorKind::Await { future, dest, .. } if made(dest) => {
                    todo.extend(future.place().cloned());
                }
                TerminatorKind::Select { arms, .. } => reads.outside |= arms.iter().any(|arm| made(&arm.dest)),
                _ => {}
            }
        }
    }
    reads
}

fn places(rvalue: &Rvalue) -> Vec<Place> {
    match rvalue {
        Rvalue::Ref { place, .. } | Rvalue::Residual(place) => vec![place.clone()],
        Rvalue::Opaque(_, places) => places.clone(),
        Rvalue::Use(operand) | Rvalue::Cast(operand, _) | Rvalue::Not(operand) => operand.place().into_iter().cloned().collect(),
        other => other.operands().into_iter().filter_map(|operand| operand.place().cloned()).collect(),
    }
}
