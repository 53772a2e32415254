//! Bodies that never come to their end: seen by their shape alone, however many states there are on the way.
//!
//! ```ignore
//! fn run(&mut self) {
//!     loop { // no `break`, no `return`, no `?`: whoever runs this runs it for ever
//!         self.drain_requests();
//!         self.wait_for_the_next();
//!     }
//! }
//! ```

use std::collections::BTreeSet;

use super::scan::forward;
use crate::base::Idx;
use crate::ir::{BlockId, Body, BodyId, Callee, Operand, TerminatorKind};
use crate::link::Linked;

/// Whether no way leads from the start of a body to its end, panics and dropped futures left out. What a call of unknown code comes to may be
/// anything.
pub fn is_endless(linked: &Linked, body: BodyId) -> bool {
    never_returns(linked, body, &mut BTreeSet::new())
}

/// Invariant: a body that is asked for while it is being looked at is taken to return.
fn never_returns(linked: &Linked, id: BodyId, asked: &mut BTreeSet<BodyId>) -> bool {
    if !asked.insert(id) {
        return false;
    }
    let body = linked.body(id);
    let mut reached = vec![false; body.blocks.len()];
    let mut work = vec![BlockId::new(0)];
    while let Some(block) = work.pop() {
        let Some(data) = body.blocks.get(block) else { return false };
        if std::mem::replace(&mut reached[block.index()], true) {
            continue;
        }
        let kind = &data.terminator.kind;
        if matches!(kind, TerminatorKind::Return) {
            return false;
        }
        if callee(linked, body, kind).is_some_and(|callee| never_returns(linked, callee, asked)) {
            continue;
        }
        work.extend(forward(kind));
    }
    true
}

/// The body that runs to its end before control goes on: that of a function called, or of one whose future is awaited.
fn callee(linked: &Linked, body: &Body, kind: &TerminatorKind) -> Option<BodyId> {
    let program = &linked.program;
    let own = |callee: &Callee, is_async: bool| match callee {
        Callee::Fn(func, _) if !program.krates[program.fns[*func].krate].stub && program.fns[*func].is_async == is_async => {
            program.fns[*func].body
        }
        _ => None,
    };
    match kind {
        TerminatorKind::Call { callee, .. } => own(callee, false),
        TerminatorKind::Await { future: Operand::Move(future), .. } => {
            let mut made = body.blocks.iter().filter_map(|block| match &block.terminator.kind {
                TerminatorKind::Call { callee, dest, .. } if dest == future => Some(callee),
                _ => None,
            });
            match (made.next(), made.next()) {
                (Some(callee), None) => own(callee, true),
                _ => None,
            }
        }
        _ => None,
    }
}
