//! Waits that come too early to tell what becomes of them.
//!
//! ```ignore
//! loop {
//!     if let Some(link) = current.load() { // in the first round there is none, but that is out of view
//!         errors.recv();                   // so that somebody has `failed` by now
//!     } else {
//!         connect(failed.clone());
//!     }
//! }
//! ```

use std::collections::BTreeSet;

use super::frame::Turns;
use super::hazard::Unmet;
use super::machine::Machine;
use super::state::{Holder, State};
use super::trace::{Cond, EventKind};
use crate::base::Name;
use crate::ir::{Base, BlockId, Operand, Place, Projection, Rvalue, StatementKind, TerminatorKind};

impl Machine<'_> {
    /// Whether a wait comes too early to tell: in a loop, on a way that was not decided by what is known, where another way that has not been
    /// gone hands out what the loop's own frame holds against the wait. Which way comes first is then decided out of view.
    pub(super) fn comes_too_early(&mut self, st: &State, proof: &[Unmet]) -> bool {
        let Some(Unmet { cond: Cond::Eof(chan), holders, .. }) = proof.first() else { return false };
        let [Holder::Frame(depth, local, path)] = &holders[..] else { return false };
        let Some(frame) = st.frames.get(*depth) else { return false };
        let body = self.linked.body(frame.body);
        let loops = self.loops_of(frame.body, body);
        let waits = |block: BlockId| body.blocks[block].terminator.span == frame.at.span;
        let is_it = |place: &Place| place.base == Base::Local(*local) && fields(place).zip(path).all(|(field, name)| field == name);
        let names = |operand: &Operand| operand.place().is_some_and(is_it);
        let mentions = |block: BlockId| {
            let mut statements = body.blocks[block].statements.iter();
            statements.any(|statement| match &statement.kind {
                StatementKind::Assign(_, Rvalue::Ref { place, .. }) => is_it(place),
                StatementKind::Assign(_, rvalue) => rvalue.operands().into_iter().any(names),
                _ => false,
            }) || matches!(&body.blocks[block].terminator.kind, TerminatorKind::Call { args, .. } if args.iter().any(names))
        };
        // A message shows that somebody had it; whether there is to be another one is decided anew.
        let early = |turns: &Turns| {
            let since = st.trace.backwards().take(st.trace.len().saturating_sub(turns.story));
            let mut since = since.take_while(|event| !matches!(event.kind, EventKind::Passed(Cond::Msg(on, _)) if on == *chan));
            (turns.visits > 1 || turns.forks < st.forks) && !since.any(|event| event.kind == EventKind::Cloned(*chan))
        };
        frame.loops.iter().filter(|(_, turns)| early(turns)).any(|(&head, _)| {
            let inside = |block: BlockId| loops.around(block).any(|around| around == head);
            let leads = |to: &dyn Fn(BlockId) -> bool, but: &dyn Fn(BlockId) -> bool| {
                let (mut reached, mut todo) = (BTreeSet::from([head]), vec![head]);
                while let Some(block) = todo.pop().filter(|&block| !to(block)) {
                    let next = body.blocks[block].terminator.kind.successors().into_iter();
                    todo.extend(next.filter(|&block| inside(block) && !but(block) && reached.insert(block)));
                }
                reached.into_iter().any(to)
            };
            let mut others = body.blocks.indices().filter(|&block| inside(block) && mentions(block));
            others.any(|other| leads(&|block| block == other, &waits) && leads(&waits, &|block| block == other))
        })
    }
}

/// The fields that lead to a place.
fn fields(place: &Place) -> impl Iterator<Item = &Name> {
    place.projections.iter().filter_map(|projection| if let Projection::Field(name) = projection { Some(name) } else { None })
}
