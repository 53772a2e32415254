//! Calls whose failure is a panic: `unwrap`, `expect`, and what does the same.

use super::facts::Facts;
use super::known::{Env, Known};
use super::walk::Walk;
use crate::analysis::state::State;
use crate::base::{FileSpan, Span};
use crate::ir::{BlockId, BodyId, Callee, Intrinsic, Place, TerminatorKind, Ty};
use crate::link::Linked;

/// Where the failure of the call at which a state stands becomes a panic: there, or where a function that hands it on was called.
pub fn panics(linked: &Linked, st: &State) -> Option<FileSpan> {
    let facts = Facts::new(linked);
    let mut failure = None;
    for frame in st.frames.iter().skip(st.base).rev().filter(|frame| !frame.stub) {
        let (dest, start, refused) = call(&facts, frame.body, frame.at.span)?;
        let failed = failure.take().unwrap_or(refused);
        facts.refuel();
        let mut env = Env::default();
        env.write(&dest, failed);
        let ways = Walk::new(&facts, frame.body, None, 0).run(start, env);
        if ways.cut {
            return None;
        }
        if ways.values.is_empty() {
            return (!panics_itself(&facts, frame.body)).then_some(frame.at);
        }
        failure = ways.returned().filter(|known| matches!(known, Known::Adt(..)));
        failure.as_ref()?;
    }
    None
}

/// Whether a `panic!` stands in a body: then what it panics for is its author's decision.
fn panics_itself(facts: &Facts<'_>, id: BodyId) -> bool {
    let panic = |kind: &TerminatorKind| matches!(kind, TerminatorKind::Call { callee: Callee::Intrinsic(Intrinsic::Panic), .. });
    facts.linked.body(id).blocks.iter().any(|block| panic(&block.terminator.kind))
}

/// The call at a place of a body that may fail, with where its result goes, what comes next, and what the result is if it fails; of a future,
/// where it is awaited. What is dereferenced on the way to a call stands at the same place.
fn call(facts: &Facts<'_>, id: BodyId, at: Span) -> Option<(Place, BlockId, Known)> {
    let body = facts.linked.body(id);
    body.blocks.iter().filter(|block| block.terminator.span == at).find_map(|block| match &block.terminator.kind {
        TerminatorKind::Await { dest, resume: next, .. } | TerminatorKind::Call { dest, target: Some(next), .. } => {
            Some((dest.clone(), *next, refused(facts, &body.locals[dest.as_local()?].ty)?))
        }
        _ => None,
    })
}

/// What a result of this type is if the call failed.
fn refused(facts: &Facts<'_>, ty: &Ty) -> Option<Known> {
    let Ty::Adt(def, _) = ty else { return None };
    match facts.program.adts[*def].path.as_str() {
        "std::result::Result" => Some(Known::Adt(*def, 1, vec![Known::Mixed])),
        "std::option::Option" => Some(Known::Adt(*def, 0, vec![])),
        _ => None,
    }
}
